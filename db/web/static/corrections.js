// Edits, splits and adds claims. What a reviewer put together stays on the screen until the server has stored it.
import { get, preview } from "./api.js";
import { PARTS, head, marks } from "./card.js";
import { conflict } from "./conflict.js";
import { articleAddress, isSecondReading, parameters, showProblem, view, setMode, page, announce, versionsOf, show, cardElement } from "./view.js";
import { element, safe } from "./dom.js";
import { Editor } from "./editor.js";
import { keyFor } from "./keys.js";
import { showFirst, next } from "./queue.js";
import { send } from "./sending.js";
import { noteOutcome } from "./siblings.js";

const find = (text) => get("entities.json", [["q", text]]).then(({ entities }) => entities).catch(() => []);
const previewOf = (item, correction) => preview(versionsOf(item), correction).then((found) => found.item);

let splitting = false;

// `draft`: a correction that was made of this claim before, laid over it.
export function edit(draft = null) {
  setMode("edit");
  splitting = false;
  open(draft);
  announce(`Correct the parts, then press ${keyFor("save")}. ${keyFor("cancel")} cancels.`);
}

function open(draft = null) {
  view.editor = new Editor(cardElement(), view.claim, { find, preview: previewOf, draft });
  cardElement().prepend(head(view.claim, articleAddress), marks(view.claim));
  const before = view.parts.map(({ words }) => element("li", {}, safe(words || "unchanged")));
  if (before.length) cardElement().prepend(element("section", { class: "parted" }, element("h2", {}, "Split so far"), element("ol", {}, ...before)));
}

let saving = false;
async function once(decision, words, given = {}) {
  if (saving) return null;
  saving = true;
  try {
    return await send(decision, { item: view.claim, words, ...given });
  } finally {
    saving = false;
  }
}

export async function save() {
  const correction = view.editor.correction(); // throws what is not yet whole
  if (splitting) return saveSplit(correction || {});
  if (!correction) throw new Error(`Nothing was changed. If the claim is right, press ${keyFor("cancel")}, then ${keyFor("accept")}.`);
  const onConflict = (error, decision, item) => conflict(error, decision, item, (now) => { showFirst(now); edit(correction); });
  const { key } = view.claim;
  const decision = isSecondReading ? { action: "opinion", status: "accepted" } : { action: "edit" };
  if (!(await once({ ...decision, claims: versionsOf(view.claim), correction }, "Corrected.", { onConflict }))) return;
  noteOutcome([key], "edited");
  await next();
}

async function saveSplit(last) {
  if (!view.parts.length) throw new Error(`A split needs at least two claims. ${keyFor("next_part")} starts the next one, ${keyFor("cancel")} cancels.`);
  const parts = [...view.parts.map(({ correction }) => correction), last];
  const { key } = view.claim;
  if (!(await once({ action: "split", claims: versionsOf(view.claim), parts }, "Split."))) return;
  noteOutcome([key], "split");
  await next();
}

export function split() {
  if (view.editor) view.parts.push({ correction: view.editor.correction() || {}, words: view.editor.text() });
  setMode("edit");
  splitting = true;
  open();
  tellSplit();
}

function tellSplit() {
  announce(`Claim ${view.parts.length + 1} of the split: choose its parts. ${keyFor("next_part")} starts the next claim, ${keyFor("save")} saves all, ${keyFor("cancel")} goes back one claim.`);
}

export function cancel() {
  showProblem(null);
  announce("");
  if (splitting && view.parts.length) {
    const { correction } = view.parts.pop();
    open(correction);
    return tellSplit();
  }
  Object.assign(view, { editor: null, parts: [] });
  show();
}

// What was put together by hand does not go with the page unasked.
window.addEventListener("beforeunload", (event) => { if (view.editor?.correction(false) || view.parts.length) event.preventDefault(); });

// --- what is missing: /-/review?add=ARTICLE&at=POSITION&from=..&to=..&part=..

const article = () => `${page.article}/${parameters.get("add")}`;

export async function startAddition() {
  const { item } = await get(`sentence/${parameters.get("add")}/${parameters.get("at")}.json`);
  view.claim = item;
  setMode("add");
  view.editor = new Editor(cardElement(), item, { blank: true, find });
  if (PARTS.includes(parameters.get("part"))) view.editor.choose(parameters.get("part"));
  if (parameters.has("from")) view.editor.take(Number(parameters.get("from")), Number(parameters.get("to")));
  announce(`Choose the words of each part of the missing claim, then press ${keyFor("save")}. ${keyFor("cancel")} returns to the article.`);
}

// Back in the article, at the sentence, the new claim open.
export async function saveAddition() {
  const decision = { action: "add", article: Number(parameters.get("add")), correction: view.editor.correction() || {} };
  const done = await once(decision, "Added.", { item: null });
  if (done) view.editor = null;
  if (done) location.href = `${article()}#${done.claims[0].key}`;
}

export function cancelAddition() {
  view.editor = null;
  location.href = `${article()}#t${parameters.get("at")}`;
}
