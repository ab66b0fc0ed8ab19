// What lies before the reviewer: one claim, how it is shown, and what is said beside it.
import { get } from "./api.js";
import { draw, spoken } from "./card.js";
import { element, visible } from "./dom.js";

export const page = document.body.dataset;
export const asked = new URLSearchParams(location.search);
export const blind = asked.get("second") === "1"; // a second reader, who is not told what the first decided

const card = document.getElementById("card");
const status = document.getElementById("status");
const problem = document.getElementById("problem");
const told = document.getElementById("told"); // for screen readers: which claim is on the screen now

// `now`: the claim on the screen. `editor`: where it is being corrected. `parts`: corrections of a claim being split.
export const desk = { now: null, editor: null, parts: [] };

export const say = (words) => { status.textContent = words; };

export function complain(error) {
  problem.hidden = !error;
  problem.replaceChildren(...(error ? [error.message, ...signingIn(error)] : []));
}

// In a tab of its own: what is on this screen, and what was decided here, stays.
export const signingIn = (error) =>
  error.status === 403 ? [" ", element("a", { href: page.root.replace(/review$/, "login"), target: "_blank", rel: "noopener" }, "Sign in"), " (in a new tab)."] : [];

export const address = (item) => `${page.article}/${item.source.article}#${item.key}`;
export const seen = (item) => [{ claim: item.key, version: item.version }];
export const mode = (name) => { page.mode = name; };

export function show(nothing = empty()) {
  mode(desk.now ? "look" : "done");
  told.replaceChildren(...visible(desk.now ? spoken(desk.now) : nothing.textContent));
  if (!desk.now) card.replaceChildren(nothing);
  else card.replaceChildren(...draw(desk.now, address));
  if (!document.activeElement.closest(".acts")) card.focus({ preventScroll: true }); // who goes by buttons stays there
}

const empty = () =>
  element("p", { class: "nothing" }, "Nothing is left in this queue. Choose another order above, or ", element("a", { href: page.progress }, "see how far everybody is"), ".");

// The next claims did not come: not the same as that there are none.
export function stalled(error, again) {
  const button = element("button", { type: "button", on: { click: again } }, "Try again");
  desk.now = null;
  show(element("div", { class: "nothing stalled" }, element("p", {}, "The next claims could not be fetched. ", error.message, ...signingIn(error)), button));
  button.focus();
}

export const target = () => card;

let counting = 0;
export function count() {
  clearTimeout(counting);
  counting = setTimeout(async () => {
    const found = await get("counts.json", [...asked]).catch(() => null);
    if (!found) return;
    document.getElementById("left").textContent = `${found.waiting.toLocaleString("en")} left here · ${found.reviewed.toLocaleString("en")} of ${found.total.toLocaleString("en")} reviewed`;
    const bar = document.getElementById("bar");
    bar.max = Math.max(found.total, 1);
    bar.value = found.reviewed;
  }, 150);
}
