// What each key and button does, by what the page is at. Single keys may be switched off; buttons then do the same.
import { many } from "./bulk.js";
import { PARTS } from "./card.js";
import { edit, leave, leaveAdding, put, save, split } from "./corrections.js";
import { accept, giveUp, note, reject, undo } from "./decisions.js";
import { address, blind, complain, desk, page, say, widen } from "./view.js";
import { dialogs, opened } from "./dialogs.js";
import { contradiction, skip } from "./queue.js";
import { again } from "./sending.js";
import { kept } from "./outbox.js";

const ALWAYS = { u: undo, "?": () => opened(dialogs.help), c: contradiction, t: again, give: () => giveUp(kept()) };
const TABLES = {
  look: {
    ...ALWAYS, a: accept, r: reject, e: () => edit(), s: skip, n: note, x: split, m: many, p: widen,
    o: () => leaveTo(address(desk.now)), h: () => leaveTo(`${page.root}/history/${desk.now.key}`),
  },
  done: ALWAYS,
  edit: { Enter: save, Escape: () => { say(""); leave(); }, x: split, "?": ALWAYS["?"] },
  add: { Enter: put, Escape: leaveAdding, "?": ALWAYS["?"] },
};
const OPEN = new Set(["e", "x", "m", "c", "h"]); // not for a second reader, who says yes or no to what the first saw

// Back from there the same claim is on the screen, in the same queue.
function leaveTo(place) {
  const back = new URL(location.href);
  back.searchParams.set("claim", desk.now.key);
  history.replaceState(null, "", back);
  location.href = place;
}

function act(name) {
  const deed = (TABLES[page.mode] || {})[name];
  if (!deed || (page.mode === "look" && !desk.now && !ALWAYS[name]) || (blind && OPEN.has(name))) return false;
  complain(null);
  new Promise((resolve) => resolve(deed())).catch(complain);
  return true;
}

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
  if (!desk.editor || !/^[1-7]$/.test(event.key) || writing(event.target)) return false;
  desk.editor.choose(PARTS[Number(event.key) - 1]);
  desk.editor.focus();
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
  if (choosesPart(event)) return event.preventDefault();
  if (event.repeat && !event.target.closest(".words")) return; // a key held down is one decision, not twenty
  const plain = event.key.length > 1; // Enter and Escape work in fields too
  const taken = event.key === "?" ? writing(event.target) : typing(event.target);
  if ((taken || off()) && !plain) return;
  if (event.key === "Enter" && event.target.closest("button, a, summary, select:not(.editor select)")) return;
  if (act(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
}

export function listen() {
  document.addEventListener("keydown", pressed);
  for (const button of document.querySelectorAll("[data-act]")) button.addEventListener("click", () => act(button.dataset.act));
  document.addEventListener("click", (event) => {
    if (event.target.closest("#card .widen")) act("p");
    if (!event.target.closest("#open") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    leaveTo(address(desk.now));
  });
  const keys = document.getElementById("keys");
  keys.checked = !off();
  keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
}
