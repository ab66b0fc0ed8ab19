// Which claim comes next. Some wait here already, so that none is waited for.
import { get, release } from "./api.js";
import { began, queue, recalled, remember } from "./address.js";
import { complain, count, desk, nothing, say, show, stalled } from "./view.js";

const AHEAD = 6;
const LATER = 20_000; // milliseconds until an empty queue is looked at again
const MOST_SKIPPED = 300; // more would not fit into an address; the oldest come round again

export const sending = new Set(); // claims of decisions on their way
const decided = new Set(); // claims with the versions that were decided: an answer on its way may still hold them
const skipped = new Set(recalled("skipped", [])); // claims to leave out of this queue, oldest first
const passed = new Set(); // contradicted claims that were jumped to
let waiting = [];
let held = 0; // claims of this queue on other people's screens, where none is left for this one
let fetching = null;

function leaveOut(key) {
  skipped.add(key);
  while (skipped.size > MOST_SKIPPED) skipped.delete(skipped.values().next().value);
  remember("skipped", [...skipped]);
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
  fetching = get("next.json", [...queue(), ["count", String(AHEAD)], ...after(out())])
    .then(({ items, log, ...found }) => {
      const known = out();
      began(log);
      held = found.held;
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
  show(desk.now ? undefined : nothing(held, lookNow));
  lookLater();
  if (desk.now && waiting.length < AHEAD / 2) fill().catch(complain);
  count();
}

// What others hold may come back: it is looked for when that is asked, and quietly every so often.
async function lookNow() {
  await next();
  document.querySelector("#card .held button")?.focus();
}

let later = null;
function lookLater() {
  clearTimeout(later);
  if (!desk.now && held) later = setTimeout(lookAgain, LATER);
}

async function lookAgain() {
  const before = held;
  if (!document.hidden) await fill().catch(() => {});
  if (desk.now) return;
  if (waiting.length || held !== before) await next();
  else lookLater();
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
  const others = queue().filter(([name]) => !["order", "claim"].includes(name));
  const { items } = await get("next.json", [...others, ["order", "contradicted"], ["count", "1"], ...after(new Set([...passed, ...sending, ...skipped]))]);
  if (!items.length) {
    passed.clear();
    return say("No further claim of this queue is contradicted.");
  }
  passed.add(items[0].key);
  first(items[0]);
  say("The next contradiction. What you were at comes after it.");
}
