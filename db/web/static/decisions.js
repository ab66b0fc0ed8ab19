// A decision about the claim on the screen: accept, reject, undo, note. The next claim does not wait for the server.
import { decide, get } from "./api.js";
import { blind, count, desk, fetched, say, seen, show } from "./view.js";
import { dialogs, opened } from "./dialogs.js";
import { comesAgain, first, isOpenAgain, next, sending } from "./queue.js";
import { calm, mine, send } from "./sending.js";
import { inTurn } from "./serial.js";
import { isKept, letGo } from "./outbox.js";

function decided(action, status, words, reason = {}) {
  const item = desk.now;
  const decision = blind ? { action: "opinion", status } : { action };
  send({ ...decision, claims: seen(item), ...reason }, { item, words, keeps: true });
  return next();
}

export const accept = () => decided("accept", "accepted", "Accepted.");

export async function reject() {
  const reason = await opened(dialogs.reasons);
  if (reason) return decided("reject", "rejected", `Rejected: ${reason}.`, { reason });
}

export const undo = () => inTurn(takeBack);

// This page's last decision, once it is known what became of it; after a reload the last of this person.
async function takeBack() {
  let last = null;
  while (!last && mine.length) {
    const done = await mine.pop();
    if (isKept(done)) await calm(); // it may be on its way once more
    if (isKept(done)) return unsaid(done);
    last = arrived(done);
  }
  const number = last ? last.review.id : (await get("counts.json")).last;
  if (number === null) return say("There is nothing of yours to undo. The log has everything that was decided.");
  let claims;
  try {
    ({ claims } = await decide({ action: "undo", review: number }));
  } catch (error) {
    if (last && error.mayBeTried !== false) mine.push(Promise.resolve(last)); // else others built on it: the one before is next
    throw error;
  }
  for (const { key } of claims) isOpenAgain(key);
  const back = claims.find(({ status }) => status !== null);
  if (back) first(await fetched(back.key));
  else if (desk.now) show();
  else await next();
  say(claims.length > 1 ? `Undone, for ${claims.length} claims.` : "Undone.");
  count();
}

// What was kept for a while and has been sent since then has its answer with it.
const arrived = (done) => (done && done.decision ? done.answer : done);

// It had not reached the server: then it never was, and its claims are open again.
function forget(one) {
  letGo(one);
  for (const { claim } of one.decision.claims) {
    sending.delete(claim);
    isOpenAgain(claim);
  }
}

function unsaid(one) {
  forget(one);
  if (one.item) first(one.item);
  say("Taken back; it had not been sent.");
}

export async function note() {
  const field = dialogs.note.querySelector("textarea");
  const item = desk.now;
  field.value = "";
  if ((await opened(dialogs.note)) !== "save" || !field.value.trim()) return;
  const done = await send({ action: "note", claims: seen(item), note: field.value }, { words: "Noted.", keeps: true });
  if (!done || isKept(done) || desk.now !== item) return;
  const now = await fetched(item.key);
  if (desk.now !== item) return;
  desk.now = now;
  show();
}

// What was kept is let go undecided: its claims come again.
export async function giveUp(kept) {
  await calm();
  for (const one of kept.filter(isKept)) {
    forget(one);
    if (one.item) comesAgain(one.item);
  }
}
