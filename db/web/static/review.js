// The start of the review page.
import "./toolbar.js";
import { startAddition } from "./corrections.js";
import { parameters, showProblem, updateCounts, view, fetchClaim, show } from "./view.js";
import { listen } from "./keyboard.js";
import { fill, releaseAll, next } from "./queue.js";
import { resendPending } from "./sending.js";
import { pending, showPending } from "./outbox.js";

listen();
for (const field of document.querySelectorAll("#queue select")) field.addEventListener("change", () => field.form.submit());
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); }); // what waited here was let go
window.addEventListener("pagehide", releaseAll);

const unknown = new Error("No claim has this ID. The link may be incomplete. Here is the next claim of the queue.");

// The claim that an address names, then on with the queue.
async function named(key) {
  view.claim = await fetchClaim(key);
  show();
  updateCounts();
  fill().catch(showProblem);
}

async function begin() {
  if (pending().length) {
    showPending();
    await resendPending();
  }
  if (parameters.has("add")) return startAddition();
  if (!parameters.has("claim")) return next();
  return named(parameters.get("claim")).catch((error) => next().then(() => showProblem(error.status === 404 ? unknown : error)));
}

begin().catch(showProblem);
