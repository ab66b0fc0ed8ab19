// A decision about the claim on the screen: accept, reject, undo, note. The next claim does not wait for the server.
import { decide, get } from "./api.js";
import { isSecondReading, updateCounts, view, fetchClaim, announce, versionsOf, show } from "./view.js";
import { dialogs, openDialog } from "./dialogs.js";
import { requeue, removeWaiting, showFirst, markAllOpen, next, inFlight } from "./queue.js";
import { dropOutcome, noteOutcome, openClaims } from "./siblings.js";
import { whenIdle, results, send } from "./sending.js";
import { serially } from "./serial.js";
import { isPending, discard } from "./outbox.js";

function decided(action, status, words, reason = {}) {
  const item = view.claim;
  const decision = isSecondReading ? { action: "opinion", status } : { action };
  noteOutcome([item.key], status);
  send({ ...decision, claims: versionsOf(item), ...reason }, { item, words, keeps: true });
  return next();
}

// All of the sentence that is still open, the claim at hand among it, in one entry of the log.
export function acceptRest() {
  const item = view.claim;
  const claims = openClaims(item);
  const keys = claims.map(({ claim }) => claim);
  noteOutcome(keys, "accepted");
  const also = removeWaiting(keys);
  const words = claims.length === 1 ? "Accepted." : `${claims.length} claims accepted. Undo takes all of them back.`;
  send({ action: "accept", claims }, { item, also, words, keeps: true });
  return next();
}

export function flag() {
  const item = view.claim;
  noteOutcome([item.key], "flagged");
  send({ action: "flag", claims: versionsOf(item) }, { item, words: "Flagged for later.", keeps: true });
  return next();
}

export const accept = () => decided("accept", "accepted", "Accepted.");

export async function reject() {
  const reason = await openDialog(dialogs.reasons);
  if (reason) return decided("reject", "rejected", `Rejected: ${reason}.`, { reason });
}

const MOST_BACK = 12; // claims that an undo puts on the screen again, one after the other; the queue brings the others

export const undo = () => serially(undoLast);

// This page's last decision, once it is known what became of it; after a reload the last of this person.
async function undoLast() {
  let last = null;
  while (!last && results.length) {
    const done = await results.pop();
    if (isPending(done)) await whenIdle(); // it may be on its way once more
    if (isPending(done)) return undoPending(done);
    last = arrived(done);
  }
  const number = last ? last.review.id : (await get("counts.json")).last;
  if (number === null) return announce("You have no decision to undo. The log lists all decisions.");
  let claims;
  try {
    ({ claims } = await decide({ action: "undo", review: number }));
  } catch (error) {
    if (last && error.mayBeTried !== false) results.push(Promise.resolve(last)); // else others built on it: the one before is next
    throw error;
  }
  for (const { key } of claims) markAllOpen(key);
  dropOutcome(claims.map(({ key }) => key));
  const back = claims.filter(({ status }) => status !== null).slice(0, MOST_BACK);
  const items = await Promise.all(back.map(({ key }) => fetchClaim(key)));
  for (const item of items.slice(1).reverse()) requeue(item);
  if (items.length) showFirst(items[0]);
  else if (view.claim) show();
  else await next();
  announce(claims.length > 1 ? `Undone for ${claims.length} claims.` : "Undone.");
  updateCounts();
}

// A decision that waited in the outbox and was sent later has its answer with it.
const arrived = (done) => (done && done.decision ? done.answer : done);

// It had not reached the server: then it never was, and its claims are open again.
function forget(one) {
  discard(one);
  for (const { claim } of one.decision.claims) {
    inFlight.delete(claim);
    markAllOpen(claim);
    dropOutcome([claim]);
  }
}

function undoPending(one) {
  forget(one);
  for (const item of [...(one.also || [])].reverse()) requeue(item);
  if (one.item) showFirst(one.item);
  announce("Undone. It had not been sent yet.");
}

export async function note() {
  const field = dialogs.note.querySelector("textarea");
  const item = view.claim;
  field.value = "";
  if ((await openDialog(dialogs.note)) !== "save" || !field.value.trim()) return;
  const done = await send({ action: "note", claims: versionsOf(item), note: field.value }, { words: "Note saved.", keeps: true });
  if (!done || isPending(done) || view.claim !== item) return;
  const now = await fetchClaim(item.key);
  if (view.claim !== item) return;
  view.claim = now;
  show();
}

// Decisions that wait in the outbox are discarded; their claims come again.
export async function discardPending(decisions) {
  await whenIdle();
  for (const one of decisions.filter(isPending)) {
    forget(one);
    for (const item of [...(one.also || []), one.item].filter(Boolean)) requeue(item);
  }
}
