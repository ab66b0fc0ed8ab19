// Runs the action of a key or a button. Single keys can be switched off; the buttons still work.
import { openBulk } from "./bulk.js";
import { PARTS } from "./card.js";
import { edit, cancel, cancelAddition, saveAddition, save, split } from "./corrections.js";
import { accept, acceptRest, discardPending, flag, note, reject, undo } from "./decisions.js";
import { articleAddress, isSecondReading, showProblem, view, page, announce, toggleParagraph } from "./view.js";
import { dialogs, openDialog } from "./dialogs.js";
import { KEYS } from "./keys.js";
import { choose, nextContradiction, skip } from "./queue.js";
import { resendPending } from "./sending.js";
import { pending } from "./outbox.js";

const ACTIONS = {
  accept, reject, flag, skip, undo, note, split,
  accept_rest: acceptRest,
  edit: () => edit(),
  bulk: openBulk,
  contradiction: nextContradiction,
  article: () => leaveTo(articleAddress(view.claim)),
  history: () => leaveTo(`${page.root}/history/${view.claim.key}`),
  paragraph: toggleParagraph,
  retry: resendPending,
  discard: () => discardPending(pending()),
  next_part: split,
  cancel: () => (page.mode === "add" ? cancelAddition() : cancel()),
  help: () => openDialog(dialogs.help),
  save: () => (page.mode === "add" ? saveAddition() : save()),
};

// Back from there the same claim is on the screen, in the same queue.
function leaveTo(place) {
  const back = new URL(location.href);
  back.searchParams.set("claim", view.claim.key);
  history.replaceState(null, "", back);
  location.href = place;
}

// Until a claim is there, only what needs none.
const modeNow = () => (page.mode === "look" && !view.claim ? "done" : page.mode);
const allowed = (row) => row.action && row.modes.includes(modeNow()) && !(isSecondReading && row.first);

function run(row) {
  if (!row || !allowed(row)) return false;
  showProblem(null);
  new Promise((resolve) => resolve(ACTIONS[row.action]())).catch(showProblem);
  return true;
}

const rowOf = (action) => KEYS.find((row) => row.action === action);
const rowFor = (key) => KEYS.find((row) => row.key === key && allowed(row));

const writing = (target) => target.closest("textarea, input:not([type=radio]):not([type=checkbox])");
const typing = (target) => writing(target) || target.closest("select"); // there a letter chooses what begins with it
const off = () => localStorage.getItem("keys") === "off";

// A key in an open dialog: the dialog's own, but for buttons that have one, and Enter beside a tick of the list, which
// would press the first button.
function inDialog(open, event) {
  if (event.key === "Enter" && open.id === "alike" && event.target.closest("input, select")) return event.preventDefault();
  if (event.repeat || off() || typing(event.target)) return;
  const button = open.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button) return;
  event.preventDefault();
  button.click(); // nothing, as long as it may not be pressed
}

function choosesPart(event) {
  if (!view.editor || !/^[1-7]$/.test(event.key) || writing(event.target)) return false;
  view.editor.choose(PARTS[Number(event.key) - 1]);
  view.editor.focus();
  return true;
}

// By number: a claim of the sentence. (Of a second reading only what is in its sample.)
function choosesClaim(event) {
  if (page.mode !== "look" || isSecondReading || !/^[1-9]$/.test(event.key) || typing(event.target) || off()) return false;
  choose(Number(event.key)).catch(showProblem);
  return true;
}

// Enter alone is a new line of the note.
function savesNote(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.closest("#note textarea")) return false;
  dialogs.note.querySelector("[value=save]").click();
  return true;
}

function pressed(event) {
  if (savesNote(event)) return event.preventDefault();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const open = document.querySelector("dialog[open]");
  if (open) return inDialog(open, event);
  if (choosesPart(event) || choosesClaim(event)) return event.preventDefault();
  if (event.repeat && !event.target.closest(".words")) return; // a key held down is one decision, not twenty
  const plain = event.key.length > 1; // Enter and Escape work in fields too
  const taken = event.key === "?" ? writing(event.target) : typing(event.target);
  if ((taken || off()) && !plain) return;
  if (event.key === "Enter" && event.target.closest("button, a, summary, select:not(.editor select)")) return;
  if (run(rowFor(event.key.length === 1 ? event.key.toLowerCase() : event.key))) event.preventDefault();
}

export function listen() {
  document.addEventListener("keydown", pressed);
  for (const button of document.querySelectorAll("[data-action]")) button.addEventListener("click", () => run(rowOf(button.dataset.action)));
  document.addEventListener("click", (event) => {
    if (event.target.closest("#card .widen")) run(rowOf("paragraph"));
    const number = event.target.closest("#card [data-choose]")?.dataset.choose;
    if (number) choose(Number(number)).catch(showProblem);
    if (!event.target.closest("#open") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    leaveTo(articleAddress(view.claim));
  });
  const keys = document.getElementById("keys");
  keys.checked = !off();
  keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
}
