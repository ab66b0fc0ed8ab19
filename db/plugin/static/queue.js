// Which claim comes next. Some wait here already, so that none is waited for.
import { get, release } from "./api.js";
import { asked, complain, count, desk, say, show, stalled } from "./desk.js";

const AHEAD = 6;
const MOST_SKIPPED = 300; // more would not fit into an address; the oldest come round again

export const sending = new Set(); // claims of decisions on their way
const decided = new Set(); // claims with the versions that were decided: an answer on its way may still hold them
const skipped = kept(); // claims to leave out of this queue, oldest first
const passed = new Set(); // contradicted claims that were jumped to
let waiting = [];
let fetching = null;

// What outlasts a look at the article, or a reload: by queue, in this tab.
function kept() {
  try {
    return new Set(JSON.parse(sessionStorage.getItem(`skipped ${name()}`) || "[]"));
  } catch {
    return new Set();
  }
}

function name() {
  const own = new URLSearchParams(location.search);
  own.delete("claim");
  return own.toString();
}

function leaveOut(key) {
  skipped.add(key);
  while (skipped.size > MOST_SKIPPED) skipped.delete(skipped.values().next().value);
  try {
    sessionStorage.setItem(`skipped ${name()}`, JSON.stringify([...skipped]));
  } catch {} // no room: skipped as long as this page is there
}

export const isDecided = ({ claim, version }) => decided.add(`${claim} ${version}`);
export const isOpen = ({ claim, version }) => decided.delete(`${claim} ${version}`);
export const isOpenAgain = (key) => { for (const known of [...decided]) if (known.startsWith(key)) decided.delete(known); };

const here = () => [desk.now, ...waiting].filter(Boolean).map(({ key }) => key);
// What this page holds is free when it is left; another tab goes on with its own.
export const leave = () => release(here()).catch(() => {});
const out = () => new Set([...here(), ...sending, ...skipped]);
const after = (keys) => [...keys].map((key) => ["after", key]);

export async function fill() {
  if (fetching) return fetching;
  fetching = get("next.json", [...asked, ["count", String(AHEAD)], ...after(out())])
    .then(({ items }) => {
      const known = out();
      waiting.push(...items.filter((item) => !known.has(item.key) && !decided.has(`${item.key} ${item.version}`)));
    })
    .finally(() => { fetching = null; });
  return fetching;
}

export async function next() {
  Object.assign(desk, { now: null, editor: null, parts: [] });
  try {
    if (!waiting.length) await fetching?.catch(() => {});
    if (!waiting.length) await fill();
  } catch (error) {
    return stalled(error, next);
  }
  desk.now = waiting.shift() || null;
  show();
  if (waiting.length < AHEAD / 2) fill().catch(complain);
  count();
}

// This claim is on the screen now; the one that was there comes after it.
export function first(item) {
  without([item.key]);
  if (desk.now && desk.now.key !== item.key) waiting.unshift(desk.now);
  Object.assign(desk, { now: item, editor: null, parts: [] });
  show();
}

export const comesAgain = (item) => { if (!here().includes(item.key)) waiting.unshift(item); };

export function without(keys) {
  waiting = waiting.filter(({ key }) => !keys.includes(key));
}

export function skip() {
  leaveOut(desk.now.key);
  release([desk.now.key]).catch(() => {});
  say("Skipped.");
  return next();
}

// The next claim that another contradicts, before whatever waits here.
export async function contradiction() {
  if (desk.now) passed.add(desk.now.key);
  const others = [...asked].filter(([name]) => !["order", "claim"].includes(name));
  const { items } = await get("next.json", [...others, ["order", "contradicted"], ["count", "1"], ...after(new Set([...passed, ...sending, ...skipped]))]);
  if (!items.length) {
    passed.clear();
    return say("No further claim of this queue is contradicted.");
  }
  passed.add(items[0].key);
  first(items[0]);
  say("The next contradiction. What you were at comes after it.");
}
