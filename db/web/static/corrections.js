// Correcting the claim on the screen, splitting it, and adding one that is missing. What was put together by hand stays
// on the screen until the server has taken it.
import { get, preview } from "./api.js";
import { PARTS } from "./card.js";
import { conflict } from "./conflict.js";
import { asked, complain, desk, mode, page, say, seen, show, target } from "./view.js";
import { element, safe } from "./dom.js";
import { Editor } from "./editor.js";
import { first, next } from "./queue.js";
import { send } from "./sending.js";

const find = (text) => get("entities.json", [["q", text]]).then(({ entities }) => entities).catch(() => []);
const looked = (item, correction) => preview(seen(item), correction).then((found) => found.item);

let splitting = false;

// `draft`: a correction that was made of this claim before, laid over it.
export function edit(draft = null) {
  mode("edit");
  splitting = false;
  open(draft);
  say("Correct the parts, then press Enter. Esc leaves everything as it was.");
}

function open(draft = null) {
  desk.editor = new Editor(target(), desk.now, { find, preview: looked, draft });
  const before = desk.parts.map(({ words }) => element("li", {}, safe(words || "as it was")));
  if (before.length) target().prepend(element("section", { class: "parted" }, element("h2", {}, "Split so far"), element("ol", {}, ...before)));
}

let saving = false;
async function once(decision, words, given = {}) {
  if (saving) return null;
  saving = true;
  try {
    return await send(decision, { item: desk.now, words, ...given });
  } finally {
    saving = false;
  }
}

export async function save() {
  const correction = desk.editor.correction(); // throws what is not yet whole
  if (splitting) return saveSplit(correction || {});
  if (!correction) throw new Error("Nothing was changed. To say that the claim is right, press Esc and then A.");
  const onConflict = (error, decision, item) => conflict(error, decision, item, (now) => { first(now); edit(correction); });
  if (await once({ action: "edit", claims: seen(desk.now), correction }, "Corrected.", { onConflict })) await next();
}

async function saveSplit(last) {
  if (!desk.parts.length) throw new Error("A split makes two claims or more: X makes the next one. Esc leaves the claim as it was.");
  const parts = [...desk.parts.map(({ correction }) => correction), last];
  if (await once({ action: "split", claims: seen(desk.now), parts }, "Split.")) await next();
}

export function split() {
  if (desk.editor) desk.parts.push({ correction: desk.editor.correction() || {}, words: desk.editor.said() });
  mode("edit");
  splitting = true;
  open();
  tellSplit();
}

function tellSplit() {
  say(`Claim ${desk.parts.length + 1} of the split: choose its parts. X makes a further one, Enter ends, Esc goes back by one.`);
}

export function leave() {
  complain(null);
  say("");
  if (splitting && desk.parts.length) {
    const { correction } = desk.parts.pop();
    open(correction);
    return tellSplit();
  }
  Object.assign(desk, { editor: null, parts: [] });
  show();
}

// What was put together by hand does not go with the page unasked.
window.addEventListener("beforeunload", (event) => { if (desk.editor?.correction(false) || desk.parts.length) event.preventDefault(); });

// --- what is missing: /-/review?add=ARTICLE&at=POSITION&from=..&to=..&part=..

const article = () => `${page.article}/${asked.get("add")}`;

export async function adding() {
  const { item } = await get(`sentence/${asked.get("add")}/${asked.get("at")}.json`);
  desk.now = item;
  mode("add");
  desk.editor = new Editor(target(), item, { blank: true, find });
  if (PARTS.includes(asked.get("part"))) desk.editor.choose(asked.get("part"));
  if (asked.has("from")) desk.editor.take(Number(asked.get("from")), Number(asked.get("to")));
  say("Choose the words of the missing claim, part by part, then press Enter. Esc leads back to the article.");
}

// Back in the article, at the sentence, the new claim open.
export async function put() {
  const decision = { action: "add", article: Number(asked.get("add")), correction: desk.editor.correction() || {} };
  const done = await once(decision, "Added.", { item: null });
  if (done) desk.editor = null;
  if (done) location.href = `${article()}#${done.claims[0].key}`;
}

export function leaveAdding() {
  desk.editor = null;
  location.href = `${article()}#t${asked.get("at")}`;
}
