// What lies before the reviewer: one claim, how it is shown, and what is said beside it.
import { get } from "./api.js";
import { asked, blind, queue } from "./address.js";
import { draw, spoken, standsIn } from "./card.js";
import { element, visible } from "./dom.js";
import { inWords, met, named, quoted } from "./claim_text.js";

export { asked, blind };
export const page = document.body.dataset;

const card = document.getElementById("card");
const status = document.getElementById("status");
const problem = document.getElementById("problem");
const told = document.getElementById("told"); // for screen readers: which claim is on the screen now

// `now`: the claim on the screen. `editor`: where it is being corrected. `parts`: corrections of a claim being split.
export const desk = { now: null, editor: null, parts: [] };

export const say = (words) => { status.textContent = words; };

// `item`: the claim that it is about. Where that has left the screen, it is said which one.
export function complain(error, item = null) {
  problem.hidden = !error;
  if (!error) return problem.replaceChildren();
  if (item) met(item.key, inWords(item));
  const elsewhere = item && desk.now?.key !== item.key && !error.message.includes(item.key);
  problem.replaceChildren(...(elsewhere ? [quoted(item.key), ": "] : []), ...named(error.message), ...signingIn(error));
}

// In a tab of its own: what is on this screen, and what was decided here, stays.
export const signingIn = (error) =>
  error.status === 403 && !error.message.startsWith("This page is older") ? [" ", element("a", { href: page.root.replace(/review$/, "login"), target: "_blank", rel: "noopener" }, "Sign in"), " (in a new tab)."] : [];

// For a second reader an article tells nothing of what was decided. (`at`: the part of a long one.)
export const address = (item) => `${page.article}/${item.source.article}${blind ? `?second=1&at=${item.key}` : ""}#${item.key}`;

// A claim as it is now, or as a second reader may see it.
export const fetched = async (key) => (await get(`claim/${key}.json`, blind ? [["second", "1"]] : [])).item;

export const seen = (item) => [{ claim: item.key, version: item.version }];
export const mode = (name) => { page.mode = name; };

export function show(nothing = none()) {
  mode(desk.now ? "look" : "done");
  if (desk.now) met(desk.now.key, inWords(desk.now));
  told.replaceChildren(...visible(desk.now ? spoken(desk.now) : nothing.textContent));
  if (!desk.now) card.replaceChildren(nothing);
  else card.replaceChildren(...draw(desk.now, address));
  if (!document.activeElement.closest(".acts")) card.focus({ preventScroll: true }); // who goes by buttons stays there
  scrollTo(0, 0); // each claim begins where it can be read
}

const none = () =>
  element("p", { class: "nothing" }, "Nothing is left in this queue. Choose another order above, or ", element("a", { href: page.progress }, "see how far everybody is"), ". What you skipped, or looked at again, comes back in a new tab.");

// `held`: claims that are on other people's screens. `again`: looks once more.
export function nothing(held, again) {
  if (!held) return none();
  const whose = held === 1 ? "1 claim is on somebody else’s screen" : `${held.toLocaleString("en")} claims are on other people’s screens`;
  const button = element("button", { type: "button", on: { click: again } }, "Look again");
  return element("div", { class: "nothing held" }, element("p", {}, `Nothing is free in this queue just now: ${whose}. What they leave undecided comes here; this page looks again by itself.`), button);
}

// The whole paragraph, or again what is near the sentence.
export function widen() {
  const before = card.querySelector(".paragraph");
  const whole = before.dataset.whole === undefined;
  if (whole && !before.querySelector(".widen")) return say("This is the whole paragraph.");
  const now = standsIn(desk.now, { whole });
  const held = before.contains(document.activeElement);
  before.replaceWith(now);
  if (held) now.querySelector(".widen").focus({ preventScroll: true });
  now.querySelector(".sentence").scrollIntoView({ block: whole ? "center" : "nearest" });
  say(whole ? "The whole paragraph. P takes it away again." : "");
}

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
    const found = await get("counts.json", queue()).catch(() => null);
    if (!found) return;
    document.getElementById("left").textContent = `${found.waiting.toLocaleString("en")} left here · ${found.reviewed.toLocaleString("en")} of ${found.total.toLocaleString("en")} reviewed`;
    const bar = document.getElementById("bar");
    bar.max = Math.max(found.total, 1);
    bar.value = found.reviewed;
  }, 150);
}
