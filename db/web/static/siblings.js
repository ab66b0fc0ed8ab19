// The claims of one sentence, judged on one screen: a numbered list, the claim at hand open.
import { element, safe } from "./dom.js";

const outcomes = new Map(); // claims that were decided on this page: key -> in one word

export const noteOutcome = (keys, word) => { for (const key of keys) outcomes.set(key, word); };
export const dropOutcome = (keys) => { for (const key of keys) outcomes.delete(key); };

const statusOf = (one) => outcomes.get(one.key) || (one.flagged && one.status === "unreviewed" ? "flagged" : one.status);
const isOpen = (one) => statusOf(one) === "unreviewed";

// `body`: the claim at hand in full, by itself or at its place of the list.
export function siblings(item, body, second) {
  if (item.siblings.length < 2) return body;
  const open = item.siblings.filter(isOpen).length;
  const head = element("h3", { id: "siblings-title" }, `${item.siblings.length} claims of this sentence`, element("small", {}, ` · ${open} open`));
  const list = element("ol", { class: "siblings", "aria-labelledby": "siblings-title" }, ...item.siblings.map((one, n) => line(one, n + 1, item, body, second)));
  return [head, list];
}

function line(one, number, item, body, second) {
  const key = number < 10 && !second ? element("kbd", { "aria-hidden": "true" }, String(number)) : element("span", { class: "number" }, `${number}`);
  if (one.key === item.key) return element("li", { class: "here", "aria-current": "true" }, key, element("div", {}, ...body));
  const status = statusOf(one);
  const chips = [one.standing, ...one.marks].map((mark, n) => element("span", { class: n ? "x-chip" : `x-chip x-${mark}` }, safe(mark)));
  const decided = status === "unreviewed" || second ? null : element("strong", { class: `outcome is-${status}` }, ` ${status}`);
  const sure = element("small", {}, ` ${Math.round(one.confidence * 100)}% confidence`);
  const words = [safe(one.text), " ", ...chips, decided ?? sure];
  if (second) return element("li", {}, key, element("span", {}, ...words));
  return element("li", { class: status === "unreviewed" ? null : "decided" }, key, element("button", { type: "button", "data-choose": String(number), "aria-keyshortcuts": number < 10 ? String(number) : null }, ...words));
}

// The claims of the sentence on the screen that nobody has decided yet, that at hand first.
export function openClaims(item) {
  const rest = item.siblings.filter((one) => one.key !== item.key && isOpen(one));
  return [{ claim: item.key, version: item.version }, ...rest.map(({ key, version }) => ({ claim: key, version }))];
}
