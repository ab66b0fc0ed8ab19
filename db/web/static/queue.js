// The queue: which claim comes next. A few are loaded ahead.
import { get, release } from "./api.js";
import { noteLogStart, queueParameters, recall, remember } from "./address.js";
import { fetchClaim, showProblem, updateCounts, view, emptyQueue, announce, show, showStalled } from "./view.js";

const AHEAD = 6;
const LATER = 20_000; // milliseconds until an empty queue is looked at again
const MOST_SKIPPED = 300; // more would not fit into an address; the oldest come round again

export const inFlight = new Set(); // claims of decisions on their way
const decided = new Set(); // claims with the versions that were decided: an answer on its way may still hold them
const skipped = new Set(recall("skipped", [])); // claims to leave out of this queue, oldest first
const passed = new Set(); // contradicted claims that were jumped to
let waiting = [];
let held = 0; // claims of this queue on other people's screens, where none is left for this one
let fetching = null;

function leaveOut(key) {
  skipped.add(key);
  while (skipped.size > MOST_SKIPPED) skipped.delete(skipped.values().next().value);
  remember("skipped", [...skipped]);
}

export const markDecided = ({ claim, version }) => decided.add(`${claim} ${version}`);
export const markOpen = ({ claim, version }) => decided.delete(`${claim} ${version}`);
export const markAllOpen = (key) => { for (const known of [...decided]) if (known.startsWith(key)) decided.delete(known); };

const here = () => [view.claim, ...waiting].filter(Boolean).map(({ key }) => key);
// What this page holds is free when it is left; another tab goes on with its own.
export const releaseAll = () => release(here()).catch(() => {});
const out = () => new Set([...here(), ...inFlight, ...skipped]);
const after = (keys) => [...keys].map((key) => ["after", key]);

export async function fill() {
  if (fetching) return fetching;
  fetching = get("next.json", [...queueParameters(), ["count", String(AHEAD)], ...after(out())])
    .then(({ items, log, ...found }) => {
      const known = out();
      noteLogStart(log);
      held = found.held;
      waiting.push(...items.filter((item) => !known.has(item.key) && !decided.has(`${item.key} ${item.version}`)));
    })
    .finally(() => { fetching = null; });
  return fetching;
}

export async function next() {
  Object.assign(view, { claim: null, editor: null, parts: [] });
  try {
    if (!waiting.length) await fetching?.catch(() => {});
    if (!waiting.length) await fill();
  } catch (error) {
    return showStalled(error, next);
  }
  view.claim = waiting.shift() || null;
  show(view.claim ? undefined : emptyQueue(held, lookNow));
  lookLater();
  if (view.claim && waiting.length < AHEAD / 2) fill().catch(showProblem);
  updateCounts();
}

// What others hold may come back: it is looked for when that is asked, and quietly every so often.
async function lookNow() {
  await next();
  document.querySelector("#card .held button")?.focus();
}

let later = null;
function lookLater() {
  clearTimeout(later);
  if (!view.claim && held) later = setTimeout(lookAgain, LATER);
}

async function lookAgain() {
  const before = held;
  if (!document.hidden) await fill().catch(() => {});
  if (view.claim) return;
  if (waiting.length || held !== before) await next();
  else lookLater();
}

// This claim is on the screen now; the one that was there comes after it.
export function showFirst(item) {
  removeWaiting([item.key]);
  if (view.claim && view.claim.key !== item.key) waiting.unshift(view.claim);
  Object.assign(view, { claim: item, editor: null, parts: [] });
  show();
}

export const requeue = (item) => { if (!here().includes(item.key)) waiting.unshift(item); };

// Claims that wait, and shall not any more; returns them.
export function removeWaiting(keys) {
  const out = waiting.filter(({ key }) => keys.includes(key));
  waiting = waiting.filter(({ key }) => !keys.includes(key));
  return out;
}

// A claim of the sentence on the screen, by its number; the one that was there comes after it.
export async function choose(number) {
  const one = view.claim?.siblings[number - 1];
  if (!one || one.key === view.claim.key) return;
  const item = waiting.find(({ key }) => key === one.key) || (await fetchClaim(one.key));
  if (view.claim) showFirst(item);
}

export function skip() {
  leaveOut(view.claim.key);
  release([view.claim.key]).catch(() => {});
  announce("Skipped.");
  return next();
}

// The next claim that another contradicts, before whatever waits here.
export async function nextContradiction() {
  if (view.claim) passed.add(view.claim.key);
  const others = queueParameters().filter(([name]) => !["order", "claim"].includes(name));
  const { items } = await get("next.json", [...others, ["order", "contradicted"], ["count", "1"], ...after(new Set([...passed, ...inFlight, ...skipped]))]);
  if (!items.length) {
    passed.clear();
    return announce("No other claim of this queue is contradicted.");
  }
  passed.add(items[0].key);
  showFirst(items[0]);
  announce("Next contradicted claim. The previous one comes after it.");
}
