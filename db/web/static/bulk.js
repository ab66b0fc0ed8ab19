// Many alike at once: the list first, each claim of it to be ticked; then one entry in the log, and one undo.
import { get } from "./api.js";
import { complain, desk } from "./view.js";
import { dialogs, opened } from "./dialogs.js";
import { element, safe } from "./dom.js";
import { inWords, met, named } from "./claim_text.js";
import { next, without } from "./queue.js";
import { send } from "./sending.js";

const dialog = dialogs.alike;
const WAYS = ["statement", "copy_cluster", "rule"];
const chosenWay = () => WAYS.find((way) => dialog.querySelector(`[value=${way}]`).checked) || "rule";
const boxes = () => [...dialog.querySelectorAll("li input")];
const ticked = () => boxes().filter((box) => box.checked);
const count = (n) => `${n.toLocaleString("en")} ${n === 1 ? "claim" : "claims"}`;

let about = null; // the claim that others are alike to
let total = 0;
let asking = 0; // lists that were asked for: only the newest is shown

// `off`: claims whose ticks were taken away, where the list is shown once more. Until it is there nothing is decided.
async function list(off = new Set()) {
  const words = dialog.querySelector(".how-many");
  const turn = (asking += 1);
  words.textContent = "Looking …";
  dialog.querySelector("ul").replaceChildren();
  decides(false);
  const found = await get(`alike/${about.key}.json`, [["by", chosenWay()]]).catch((error) => ({ claims: [], total: 0, error }));
  if (turn !== asking) return;
  total = found.total;
  dialog.querySelector("ul").replaceChildren(...found.claims.map((one) => line(one, !off.has(one.claim))));
  if (found.error) words.textContent = found.error.message;
  else tell();
  decides(!found.error);
}

function decides(may) {
  for (const button of dialog.querySelectorAll("button[data-key]")) button.disabled = !may;
}

function line(one, checked) {
  const from = [one.outlet, (one.published || "").slice(0, 10)].filter(Boolean).join(", ");
  const box = element("input", { type: "checkbox", checked, value: one.claim, "data-version": one.version });
  const marks = [element("span", { class: `x-chip x-${one.standing}` }, one.standing), ...one.marks.map((mark) => element("span", { class: "x-chip" }, safe(mark)))];
  const words = element("span", {}, safe(one.text), " ", ...marks, element("small", {}, " ", safe(from || "no outlet, no date")), element("q", {}, safe(one.sentence)));
  return element("li", {}, element("label", {}, box, words));
}

function tell() {
  const shown = boxes().length;
  const more = total > shown ? ` The first ${shown.toLocaleString("en")} of ${count(total)} are listed; the rest are listed when these are decided.` : "";
  dialog.querySelector(".how-many").textContent = `${ticked().length.toLocaleString("en")} of ${count(shown)} ${shown === 1 ? "is" : "are"} ticked.${more}`;
}

// The dialog is there at once: a key on the heels of M is for the list, not for the claim on the screen.
export function many() {
  about = desk.now;
  dialog.querySelector(".meanwhile").hidden = true;
  dialog.querySelector("[value=statement]").checked = true;
  dialog.querySelector("[name=all]").checked = true;
  list().catch(complain);
  return ask();
}

async function ask() {
  const item = about;
  const chosen = await opened(dialog);
  const claims = ticked().map((box) => ({ claim: box.value, version: Number(box.dataset.version) }));
  if (!["accept", "reject"].includes(chosen)) return;
  if (!claims.length) return complain(new Error("No claim of the list was ticked; nothing was decided."));
  const reason = chosen === "reject" ? { reason: dialog.querySelector("select").value } : {};
  const words = `${count(claims.length)}: ${chosen}ed, one entry, one undo.`;
  const done = await send({ action: chosen, claims, ...reason }, { words, keeps: true, onConflict: (error) => changedMeanwhile(error, item) });
  if (!done) return;
  const keys = claims.map(({ claim }) => claim);
  without(keys);
  if (desk.now === item && keys.includes(item.key)) await next();
}

// One of the list was changed by somebody else: nothing of it was decided, and the list comes as it is now.
async function changedMeanwhile(error, before) {
  const off = new Set(boxes().filter((box) => !box.checked).map((box) => box.value));
  const { item } = error.answer;
  if (item) met(item.key, inWords(item));
  const now = item ? [` It is ${item.status} now: `, safe(item.sentence.map(({ text }) => text).join(""))] : [];
  const words = dialog.querySelector(".meanwhile");
  about = before;
  await list(off);
  words.replaceChildren(...named(error.message), ...now, element("b", {}, " Nothing of your list was decided. Here it is once more, as it is now."));
  words.hidden = false;
  return ask();
}

for (const way of dialog.querySelectorAll("input[name=by]")) way.addEventListener("change", () => list());
dialog.querySelector("ul").addEventListener("change", tell);
dialog.querySelector("[name=all]").addEventListener("change", (event) => {
  for (const box of boxes()) box.checked = event.target.checked;
  tell();
});
