// The state of the review page: the claim on the screen, messages and counts.
import { get } from "./api.js";
import { parameters, isSecondReading, queueParameters } from "./address.js";
import { draw, spokenText, surroundings } from "./card.js";
import { element, visible } from "./dom.js";
import { keyFor } from "./keys.js";
import { midnight, paceText } from "./pace.js";
import { claimText, rememberText, withTexts, quotedText } from "./claim_text.js";

export { parameters, isSecondReading };
export const page = document.body.dataset;

const card = document.getElementById("card");
const status = document.getElementById("status");
const problem = document.getElementById("problem");
const spoken = document.getElementById("spoken"); // for screen readers: which claim is on the screen now

// `claim`: the one on the screen. `editor`: where it is being corrected. `parts`: corrections of a claim being split.
export const view = { claim: null, editor: null, parts: [] };

export const announce = (words) => { status.textContent = words; };

// `item`: the claim that it is about. Where that has left the screen, it is said which one.
export function showProblem(error, item = null) {
  problem.hidden = !error;
  if (!error) return problem.replaceChildren();
  if (item) rememberText(item.key, claimText(item));
  const elsewhere = item && view.claim?.key !== item.key && !error.message.includes(item.key);
  problem.replaceChildren(...(elsewhere ? [quotedText(item.key), ": "] : []), ...withTexts(error.message), ...signInLink(error));
}

// In a tab of its own: what is on this screen, and what was decided here, stays.
export const signInLink = (error) =>
  error.status === 403 && !error.message.startsWith("This page is older") ? [" ", element("a", { href: page.root.replace(/review$/, "login"), target: "_blank", rel: "noopener" }, "Sign in"), " (in a new tab)."] : [];

// For a second reader an article tells nothing of what was decided. (`at`: the part of a long one.)
export const articleAddress = (item) => `${page.article}/${item.source.article}${isSecondReading ? `?second=1&at=${item.key}` : ""}#${item.key}`;

// A claim as it is now, or as a second reader may see it.
export const fetchClaim = async (key) => (await get(`claim/${key}.json`, isSecondReading ? [["second", "1"]] : [])).item;

export const versionsOf = (item) => [{ claim: item.key, version: item.version }];
export const setMode = (name) => { page.mode = name; };

export function show(nothing = none()) {
  setMode(view.claim ? "look" : "done");
  if (view.claim) rememberText(view.claim.key, claimText(view.claim));
  spoken.replaceChildren(...visible(view.claim ? spokenText(view.claim) : nothing.textContent));
  if (!view.claim) card.replaceChildren(nothing);
  else card.replaceChildren(...draw(view.claim, articleAddress));
  if (!document.activeElement.closest(".toolbar")) card.focus({ preventScroll: true }); // who goes by buttons stays there
  scrollTo(0, 0); // each claim begins where it can be read
  card.querySelector(".here")?.scrollIntoView({ block: "nearest" });
}

const none = () => isSecondReading
  ? element("p", { class: "nothing" }, "No claim waits for a second reading. Someone else has to decide it first, and only a share of the claims is read twice. ", element("a", { href: page.progress }, "Review progress"))
  : element("p", { class: "nothing" }, "This queue is empty. Choose another order or status above, or ", element("a", { href: page.progress }, "see the review progress"), ". Claims that you skipped come back in a new tab.");

// `held`: claims that are on other people's screens. `again`: looks once more.
export function emptyQueue(held, again) {
  if (!held) return none();
  const whose = held === 1 ? "someone else is looking at 1 claim" : `other people are looking at ${held.toLocaleString("en")} claims`;
  const button = element("button", { type: "button", on: { click: again } }, "Check again");
  return element("div", { class: "nothing held" }, element("p", {}, `No claim of this queue is free right now: ${whose}. Those that they leave undecided appear here. This page checks again by itself.`), button);
}

// The whole paragraph, or again what is near the sentence.
export function toggleParagraph() {
  const before = card.querySelector(".paragraph");
  const whole = before.dataset.whole === undefined;
  if (whole && !before.querySelector(".widen")) return announce("This is the whole paragraph.");
  const now = surroundings(view.claim, { whole });
  const held = before.contains(document.activeElement);
  before.replaceWith(now);
  if (held) now.querySelector(".widen").focus({ preventScroll: true });
  now.querySelector(".sentence").scrollIntoView({ block: whole ? "center" : "nearest" });
  announce(whole ? `Showing the whole paragraph. ${keyFor("paragraph")} shows less.` : "");
}

// The next claims did not come: not the same as that there are none.
export function showStalled(error, again) {
  const button = element("button", { type: "button", on: { click: again } }, "Try again");
  view.claim = null;
  show(element("div", { class: "nothing stalled" }, element("p", {}, "The next claims could not be loaded. ", error.message, ...signInLink(error)), button));
  button.focus();
}

export const cardElement = () => card;

// Queues of one's own that have something in them.
function showQueues({ assigned, flagged, who }) {
  const links = [["assigned", who, `Assigned to you: ${assigned.toLocaleString("en")}`, assigned], ["flagged", "1", `Flagged: ${flagged.toLocaleString("en")}`, flagged]];
  const open = links.filter(([name, , , count]) => count && !parameters.has(name));
  document.getElementById("queues").replaceChildren(...open.flatMap(([name, value, words]) => [" · ", element("a", { href: `${page.root}?${new URLSearchParams([[name, value]])}` }, words)]));
}

let counting = 0;
export function updateCounts() {
  clearTimeout(counting);
  counting = setTimeout(async () => {
    const found = await get("counts.json", [...queueParameters(), ["midnight", midnight()]]).catch(() => null);
    if (!found) return;
    const words = [`${found.waiting.toLocaleString("en")} left in this queue`, `${found.reviewed.toLocaleString("en")} of ${found.total.toLocaleString("en")} reviewed`, paceText(found.pace)];
    document.getElementById("left").textContent = words.filter(Boolean).join(" · ");
    showQueues(found);
    const bar = document.getElementById("bar");
    bar.max = Math.max(found.total, 1);
    bar.value = found.reviewed;
  }, 150);
}
