// Decisions on their way to the server. One that does not arrive is kept, said in words, and sent again.
import { decide, session } from "./api.js";
import { conflict } from "./conflict.js";
import { complain, count, page, say } from "./desk.js";
import { comesAgain, isDecided, isOpen, sending } from "./queue.js";
import { keep, kept, letGo, tell } from "./unsent.js";

export const mine = []; // promises of what became of this page's decisions, newest last: see `send`
let under = 0;

// What became of it: the server's answer, an entry of what is kept (`keeps`), or null where it was refused.
// `item`: the claim that it is about, where that has left the screen.
export function send(decision, given = {}) {
  const sent = sentOff({ decision, item: null, words: "", keeps: false, ...given });
  mine.push(sent);
  return sent;
}

async function sentOff(one) {
  const claims = one.decision.claims || [];
  for (const claim of claims) {
    sending.add(claim.claim);
    if (one.item) isDecided(claim);
  }
  const done = await attempt(one);
  if (done !== one) for (const claim of claims) sending.delete(claim.claim);
  if (done && done !== one && kept().length) again();
  return done;
}

async function attempt(one) {
  busy(1);
  try {
    const answer = await decide(one.decision);
    say(one.words);
    complain(null);
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
    say(one.words);
    return error.answer;
  }
  if (one.keeps && error.mayBeTried) return keep(one, error);
  for (const claim of one.decision.claims || []) isOpen(claim);
  if (error.status === 409) (one.onConflict || conflict)(error, one.decision, one.item);
  else {
    complain(error);
    if (error.status === 403) session().catch(() => {});
    if (one.item) comesAgain(one.item); // nothing was decided
  }
  return null;
}

// The server had taken it, only its answer was lost: what stands there now is this very decision.
function arrivedBefore(one, { review, item }) {
  const [claim] = one.decision.claims || [];
  return one.tried && review && item && review.who === page.who && review.action === one.decision.action && item.version === claim.version + 1;
}

// Sends what was kept once more, in the order in which it was decided.
let resending = false;
export async function again() {
  if (resending) return;
  resending = true;
  try {
    const who = await session();
    if (who !== page.who) throw new Error(`You are signed in as ${who} now, and ${page.who} decided this. Sign in as ${page.who}.`);
    for (const one of kept()) {
      one.tried = true;
      const done = await attempt(one);
      if (done === one) return; // the server still does not take it
      one.answer = done;
      letGo(one);
      for (const claim of one.decision.claims || []) sending.delete(claim.claim);
    }
  } catch (error) {
    tell(error);
  } finally {
    resending = false;
    count();
  }
}

for (const event of ["online", "focus"]) window.addEventListener(event, () => { if (kept().length) again(); });
