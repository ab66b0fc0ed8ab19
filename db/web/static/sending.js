// Decisions on their way to the server. One that does not arrive goes into the outbox and is sent again.
import { decide, session } from "./api.js";
import { conflict } from "./conflict.js";
import { showProblem, updateCounts, page, announce } from "./view.js";
import { requeue, markDecided, markOpen, inFlight } from "./queue.js";
import { noteDecision } from "./pace.js";
import { dropOutcome } from "./siblings.js";
import { isPending, hold, pending, discard, showPending } from "./outbox.js";

export const results = []; // promises of what became of this page's decisions, newest last: see `send`
let under = 0;

// What became of it: the server's answer, an entry of what is kept (`keeps`), or null where it was refused.
// `item`: the claim that it is about, where that has left the screen; `also`: others that were decided with it.
export function send(decision, given = {}) {
  const sent = sentOff({ decision, item: null, also: [], words: "", keeps: false, ...given });
  results.push(sent);
  return sent;
}

async function sentOff(one) {
  const claims = one.decision.claims || [];
  for (const claim of claims) {
    inFlight.add(claim.claim);
    if (one.item) markDecided(claim);
  }
  const done = await attempt(one);
  if (done !== one) for (const claim of claims) inFlight.delete(claim.claim);
  if (done && done !== one && pending().length) resendPending();
  return done;
}

async function attempt(one) {
  busy(1);
  try {
    const answer = await decide(one.tried ? { ...one.decision, again: true } : one.decision);
    announce(one.words);
    if (one.decision.action !== "note") noteDecision();
    return answer;
  } catch (error) {
    return failed(one, error);
  } finally {
    busy(-1);
  }
}

const busy = (by) => {
  under += by;
  page.sending = String(under);
};

function failed(one, error) {
  if (error.status === 409 && arrivedBefore(one, error.answer)) {
    announce(one.words);
    return error.answer;
  }
  if (one.keeps && error.mayBeTried) return hold(one, error);
  for (const claim of one.decision.claims || []) markOpen(claim);
  dropOutcome((one.decision.claims || []).map(({ claim }) => claim));
  for (const other of one.also || []) requeue(other);
  if (error.status === 409) (one.onConflict || conflict)(error, one.decision, one.item);
  else {
    showProblem(error, one.item);
    if (error.status === 403) session().catch(() => {});
    if (one.item) requeue(one.item); // nothing was decided
  }
  return null;
}

// The server had taken it, only its answer was lost: what stands there now is this very decision.
function arrivedBefore(one, { review, item }) {
  const [claim] = one.decision.claims || [];
  const { action, reason, claims } = one.decision;
  const same = review && review.action === action && (review.reason || "") === (reason || "") && review.claims === claims.length;
  return one.tried && same && item && review.who === page.who && item.version === claim.version + 1;
}

// Sends what was kept once more, in the order in which it was decided.
let resending = null;
export const resendPending = () => (resending ??= resend().finally(() => { resending = null; updateCounts(); }));

// When nothing of what is kept is on its way.
export async function whenIdle() {
  while (resending) await resending;
}

async function resend() {
  try {
    const who = await session();
    if (who !== page.who) throw new Error(`You are now signed in as ${who}, but ${page.who} decided this. Sign in as ${page.who}.`);
    for (const one of pending()) {
      if (!isPending(one)) continue; // taken back meanwhile
      one.tried = true;
      const done = await attempt(one);
      if (done === one) return; // the server still does not take it
      one.answer = done;
      discard(one);
      for (const claim of one.decision.claims || []) inFlight.delete(claim.claim);
    }
  } catch (error) {
    showPending(error);
  }
}

for (const event of ["online", "focus"]) window.addEventListener(event, () => { if (pending().length) resendPending(); });
