// Similar claims decided together: a list to select from, one entry in the log, one undo.
import { get } from "./api.js";
import { showProblem, view } from "./view.js";
import { dialogs, openDialog } from "./dialogs.js";
import { day, element, safe } from "./dom.js";
import { claimText, rememberText, withTexts } from "./claim_text.js";
import { next, removeWaiting } from "./queue.js";
import { send } from "./sending.js";
import { noteOutcome } from "./siblings.js";

const dialog = dialogs.alike;
const WAYS = ["statement", "copy_cluster", "rule"];
const chosenWay = () => WAYS.find((way) => dialog.querySelector(`[value=${way}]`).checked) || "rule";
const boxes = () => [...dialog.querySelectorAll("li input")];
const ticked = () => boxes().filter((box) => box.checked);
const MANY = 10; // more are decided at once only after a question
const count = (n) => `${n.toLocaleString("en")} ${n === 1 ? "claim" : "claims"}`;

let about = null; // the claim that others are alike to
let total = 0;
let asking = 0; // lists that were asked for: only the newest is shown

// `on`: claims that were ticked, where the list is shown once more; else those that are the same in every word. Until it
// is there nothing is decided.
async function list(on = null) {
  const words = dialog.querySelector(".how-many");
  const turn = (asking += 1);
  words.textContent = "Loading …";
  dialog.querySelector("ul").replaceChildren();
  decides(false);
  const found = await get(`alike/${about.key}.json`, [["by", chosenWay()]]).catch((error) => ({ claims: [], total: 0, error }));
  if (turn !== asking) return;
  total = found.total;
  dialog.querySelector("ul").replaceChildren(...found.claims.map((one) => line(one, on ? on.has(one.claim) : one.duplicate)));
  if (found.error) words.textContent = found.error.message;
  else tell();
  decides(!found.error);
}

function decides(may) {
  for (const button of dialog.querySelectorAll("button[data-key]")) button.disabled = !may;
}

function line(one, checked) {
  const from = [one.outlet, day(one.published)].filter(Boolean).join(", ");
  const box = element("input", { type: "checkbox", checked, value: one.claim, "data-version": one.version });
  const marks = [element("span", { class: `x-chip x-${one.standing}` }, one.standing), ...one.marks.map((mark) => element("span", { class: "x-chip" }, safe(mark)))];
  const words = element("span", {}, safe(one.text), " ", ...marks, element("small", {}, " ", safe(from || "no outlet, no date")), element("q", {}, safe(one.sentence)));
  return element("li", {}, element("label", {}, box, words));
}

function tell() {
  const shown = boxes().length;
  const more = total > shown ? ` Showing the first ${shown.toLocaleString("en")} of ${count(total)}. Decide these to see the rest.` : "";
  dialog.querySelector("[name=all]").checked = shown > 0 && ticked().length === shown;
  dialog.querySelector(".how-many").textContent = `${ticked().length.toLocaleString("en")} of ${count(shown)} selected.${more}`;
}

// The dialog is there at once: a key on the heels of M is for the list, not for the claim on the screen.
export function openBulk() {
  about = view.claim;
  dialog.querySelector(".meanwhile").hidden = true;
  dialog.querySelector("[value=statement]").checked = true;
  list().catch(showProblem);
  return ask();
}

// More than a few go only after a question, with the list as it is to go back to.
async function choose() {
  for (;;) {
    const chosen = await openDialog(dialog);
    if (!["accept", "reject"].includes(chosen) || ticked().length <= MANY) return chosen;
    const { sure } = dialogs;
    sure.querySelector("h2").textContent = `${chosen === "accept" ? "Accept" : "Reject"} ${count(ticked().length)} at once?`;
    if ((await openDialog(sure)) === "yes") return chosen;
  }
}

async function ask() {
  const item = about;
  const chosen = await choose();
  const claims = ticked().map((box) => ({ claim: box.value, version: Number(box.dataset.version) }));
  if (!["accept", "reject"].includes(chosen)) return;
  if (!claims.length) return showProblem(new Error("No claim was selected. Nothing was decided."));
  const reason = chosen === "reject" ? { reason: dialog.querySelector("select").value } : {};
  const words = `${count(claims.length)} ${chosen}ed. Undo takes all of them back.`;
  const done = await send({ action: chosen, claims, ...reason }, { words, keeps: true, onConflict: (error) => changedMeanwhile(error, item) });
  if (!done) return;
  const keys = claims.map(({ claim }) => claim);
  removeWaiting(keys);
  noteOutcome(keys, `${chosen}ed`);
  if (view.claim === item && keys.includes(item.key)) await next();
}

// One of the list was changed by somebody else: nothing of it was decided, and the list comes as it is now.
async function changedMeanwhile(error, before) {
  const on = new Set(ticked().map((box) => box.value));
  const { item } = error.answer;
  if (item) rememberText(item.key, claimText(item));
  const now = item ? [` Its status is now ${item.status}: `, safe(item.sentence.map(({ text }) => text).join(""))] : [];
  const words = dialog.querySelector(".meanwhile");
  about = before;
  await list(on);
  words.replaceChildren(...withTexts(error.message), ...now, element("b", {}, " None of your list was decided. Here is the list as it is now."));
  words.hidden = false;
  return ask();
}

for (const way of dialog.querySelectorAll("input[name=by]")) way.addEventListener("change", () => list());
dialog.querySelector("ul").addEventListener("change", tell);
dialog.querySelector("[name=all]").addEventListener("change", (event) => {
  for (const box of boxes()) box.checked = event.target.checked;
  tell();
});
