// The review page: one claim at a time, a key for everything, the next one there at once.
import "./toolbar.js";
import { adding } from "./corrections.js";
import { asked, complain, count, desk, fetched, show } from "./view.js";
import { listen } from "./keys.js";
import { fill, leave, next } from "./queue.js";
import { again } from "./sending.js";
import { kept, tell } from "./outbox.js";

listen();
for (const field of document.querySelectorAll("#queue select")) field.addEventListener("change", () => field.form.submit());
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); }); // what waited here was let go
window.addEventListener("pagehide", leave);

const unknown = new Error("There is no claim of the key in the address: it may not be whole. This is the next of the queue.");

// The claim that an address names, then on with the queue.
async function named(key) {
  desk.now = await fetched(key);
  show();
  count();
  fill().catch(complain);
}

async function begin() {
  if (kept().length) {
    tell();
    await again();
  }
  if (asked.has("add")) return adding();
  if (!asked.has("claim")) return next();
  return named(asked.get("claim")).catch((error) => next().then(() => complain(error.status === 404 ? unknown : error)));
}

begin().catch(complain);
