// A decision about the claim on the screen: accept, reject, undo, note. The next claim does not wait for the server.
import { decide, get } from "./api.js";
import { isSecondReading, updateCounts, view, fetchClaim, announce, versionsOf, show } from "./view.js";
import { dialogs, openDialog } from "./dialogs.js";
import { requeue, showFirst, markAllOpen, next, inFlight } from "./queue.js";
import { whenIdle, results, send } from "./sending.js";
import { serially } from "./serial.js";
import { isPending, discard } from "./outbox.js";

function decided(action, status, words, reason = {}) {
  const item = view.claim;
  const decision = isSecondReading ? { action: "opinion", status } : { action };
  send({ ...decision, claims: versionsOf(item), ...reason }, { item, words, keeps: true });
  return next();
}

export const accept = () => decided("accept", "accepted", "Accepted.");

export async function reject() {
  const reason = await openDialog(dialogs.reasons);
  if (reason) return decided("reject", "rejected", `Rejected: ${reason}.`, { reason });
}

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
  const back = claims.find(({ status }) => status !== null);
  if (back) showFirst(await fetchClaim(back.key));
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
  }
}

function undoPending(one) {
  forget(one);
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
    if (one.item) requeue(one.item);
  }
}
