// The queue: one claim at a time, a key for everything, the next one there at once.
import { decide, get } from "./api.js";
import { draw } from "./card.js";
import { element, safe } from "./dom.js";
import { Editor } from "./editor.js";

const page = document.body.dataset;
const parameters = [...new URLSearchParams(location.search)];
const asked = new URLSearchParams(location.search);
const blind = asked.get("second") === "1";
const AHEAD = 6; // claims that wait here, so that none is waited for

const card = document.getElementById("card");
const status = document.getElementById("status");
const problem = document.getElementById("problem");
const dialogs = Object.fromEntries([...document.querySelectorAll("dialog")].map((dialog) => [dialog.id, dialog]));
const mine = []; // the numbers of this page's entries in the log, newest last

let waiting = [];
let now = null;
let editor = null;
let parts = []; // corrections of a claim that is being split
let fetching = null;
let under = 0; // decisions on their way
const done = new Set();

const say = (words) => { status.textContent = words; };
const complain = (error) => {
  problem.hidden = !error;
  problem.textContent = error ? error.message : "";
};
const seen = (item) => [{ claim: item.key, version: item.version }];

// --- the queue

async function fill() {
  if (fetching) return fetching;
  const held = [now, ...waiting].filter(Boolean).map((item) => item.key);
  const after = [...new Set([...held, ...done])].slice(-50).map((key) => ["after", key]);
  fetching = get("next.json", [...parameters, ["count", String(AHEAD)], ...after])
    .then(({ items }) => {
      const known = new Set([...held, ...done]);
      waiting.push(...items.filter((item) => !known.has(item.key)));
      return items.length;
    })
    .finally(() => { fetching = null; });
  return fetching;
}

async function next() {
  editor = null;
  parts = [];
  if (!waiting.length) await fill().catch(complain);
  now = waiting.shift() || null;
  show();
  if (waiting.length < AHEAD / 2) fill().catch(complain);
  count();
}

function show() {
  document.body.dataset.mode = now ? "look" : "done";
  if (!now) {
    card.replaceChildren(element("p", { class: "nothing" }, "Nothing is left in this queue. Choose another order above, or ", element("a", { href: page.progress }, "see how far everybody is"), "."));
    return;
  }
  card.replaceChildren(...draw(now, address));
  card.focus({ preventScroll: true });
}

const address = (item) => `${page.article}/${item.source.article}#${item.key}`;

let counting = 0;
function count() {
  clearTimeout(counting);
  counting = setTimeout(async () => {
    const found = await get("counts.json", parameters).catch(() => null);
    if (!found) return;
    document.getElementById("left").textContent = `${found.waiting.toLocaleString("en")} left here · ${found.reviewed.toLocaleString("en")} of ${found.total.toLocaleString("en")} reviewed`;
    const bar = document.getElementById("bar");
    bar.max = Math.max(found.total, 1);
    bar.value = found.reviewed;
  }, 150);
}

// --- deciding

async function send(decision, item, words) {
  done.add(item?.key);
  under += 1;
  document.body.dataset.sending = String(under);
  try {
    const { review } = await decide(decision);
    mine.push(review.id);
    say(words);
    complain(null);
    return true;
  } catch (error) {
    done.delete(item?.key);
    if (error.status === 409) conflict(error, decision);
    else complain(error);
    return false;
  } finally {
    under -= 1;
    document.body.dataset.sending = String(under);
  }
}

function accept() {
  const item = now;
  if (blind) send({ action: "opinion", claims: seen(item), status: "accepted" }, item, "Accepted.");
  else send({ action: "accept", claims: seen(item) }, item, "Accepted.");
  next();
}

function reject(reason) {
  const item = now;
  if (blind) send({ action: "opinion", claims: seen(item), status: "rejected", reason }, item, `Rejected: ${reason}.`);
  else send({ action: "reject", claims: seen(item), reason }, item, `Rejected: ${reason}.`);
  next();
}

async function undo() {
  const last = mine.pop();
  if (last === undefined) return say("There is nothing of yours to undo on this page. The history of a claim is in its log.");
  try {
    const { claims } = await decide({ action: "undo", review: last });
    for (const { key } of claims) done.delete(key);
    if (now) waiting.unshift(now);
    const back = claims.find(({ status: is }) => is !== null);
    now = back ? (await get(`claim/${back.key}.json`)).item : waiting.shift();
    editor = null;
    show();
    say("Undone.");
    count();
  } catch (error) {
    mine.push(last);
    complain(error);
  }
}

function skip() {
  done.add(now.key);
  say("Skipped.");
  next();
}

async function note() {
  const field = dialogs.note.querySelector("textarea");
  field.value = "";
  if ((await opened(dialogs.note)) !== "save" || !field.value.trim()) return;
  if (await send({ action: "note", claims: seen(now), note: field.value }, null, "Noted.")) {
    now = (await get(`claim/${now.key}.json`)).item;
    show();
  }
}

async function alike() {
  const by = ["fact", "story", "rule"].find((way) => dialogs.alike.querySelector(`[value=${way}]`).checked) || "rule";
  const { claims } = await get(`alike/${now.key}.json`, [["by", by]]).catch((error) => { complain(error); return { claims: [] }; });
  const list = dialogs.alike.querySelector("ul");
  list.replaceChildren(...claims.map((one) =>
    element("li", {}, element("label", {}, element("input", { type: "checkbox", checked: true, value: one.claim, "data-version": one.version }), " ", safe(one.text), element("small", {}, " ", safe([one.publisher, (one.published || "").slice(0, 10)].filter(Boolean).join(", ")))))));
  dialogs.alike.querySelector(".how-many").textContent = `${claims.length} ${claims.length === 1 ? "claim is" : "claims are"} alike.`;
  return claims;
}

async function many() {
  await alike();
  const chosen = await opened(dialogs.alike);
  if (!["accept", "reject"].includes(chosen)) return;
  const claims = [...dialogs.alike.querySelectorAll("li input:checked")].map((box) => ({ claim: box.value, version: Number(box.dataset.version) }));
  if (!claims.length) return;
  for (const { claim } of claims) done.add(claim);
  if (await send({ action: chosen, claims, ...(chosen === "reject" ? { reason: "other" } : {}) }, null, `${claims.length} claims: ${chosen}ed, one entry, one undo.`)) {
    waiting = waiting.filter((item) => !done.has(item.key));
    next();
  } else for (const { claim } of claims) done.delete(claim);
}

async function contradiction() {
  const there = new URL(location.href);
  there.searchParams.set("order", "contradicted");
  location.href = there;
}

function conflict(error, decision) {
  const { review, item } = error.answer;
  const box = dialogs.conflict;
  box.querySelector(".who").replaceChildren(safe(error.message));
  const theirs = item ? element("div", {}, element("h3", {}, "As it is now"), ...draw(item, address)) : "";
  const yours = element("div", {}, element("h3", {}, "What you decided"), element("p", {}, decision.action, decision.reason ? `: ${decision.reason}` : ""));
  box.querySelector(".both").replaceChildren(yours, theirs);
  opened(box).then((chosen) => {
    if (chosen !== "again" || !item) return;
    if (now) waiting.unshift(now);
    now = item;
    show();
  });
  say(review ? `${review.who} decided first.` : "Somebody decided first.");
}

// --- correcting

function edit() {
  document.body.dataset.mode = "edit";
  editor = new Editor(card, now, { find: entities });
  say("Correct the parts, then press Enter. Esc leaves everything as it was.");
}

const entities = (text) => get("entities.json", [["q", text]]).then(({ entities: found }) => found).catch(() => []);

function save() {
  const correction = editor.correction();
  if (parts.length) {
    parts.push(correction || {});
    finish({ action: "split", claims: seen(now), parts }, "Split.");
  } else if (!correction) complain(new Error("Nothing was changed. To say that the claim is right, press Esc and then A."));
  else finish({ action: "edit", claims: seen(now), correction }, "Corrected.");
}

// The claim stays on the screen until the server has taken what was put together by hand.
async function finish(decision, words) {
  if (await send(decision, now, words)) next();
  else parts = [];
}

function split() {
  if (document.body.dataset.mode !== "edit") edit();
  else {
    parts.push(editor.correction() || {});
    editor = new Editor(card, now, { find: entities });
  }
  say(`Claim ${parts.length + 1} of the split: choose its parts. X makes a further one, Enter ends.`);
  document.body.dataset.split = String(parts.length + 1);
}

function leave() {
  editor = null;
  parts = [];
  complain(null);
  show();
}

// --- adding what is missing: /-/review?add=ARTICLE&at=POSITION

async function adding(article, position) {
  const { item } = await get(`sentence/${article}/${position}.json`);
  now = item;
  document.body.dataset.mode = "add";
  editor = new Editor(card, item, { blank: true, find: entities });
  say("Choose the words of the missing claim, part by part, then press Enter.");
}

async function put() {
  const correction = editor.correction() || {};
  const article = Number(asked.get("add"));
  if (await send({ action: "add", article, correction }, null, "Added.")) location.href = `${page.article}/${article}#t${asked.get("at")}`;
}

// --- keys and buttons

const LOOK = {
  a: accept, r: () => reasons(), e: edit, s: skip, u: undo, n: note, x: split, m: many, c: contradiction,
  o: () => document.getElementById("open").click(), "?": () => opened(dialogs.help),
};
const EDIT = { Enter: save, Escape: leave, x: split };
const ADD = { Enter: put };

async function reasons() {
  const chosen = await opened(dialogs.reasons);
  if (chosen) reject(chosen);
}

function opened(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }));
}

function act(name) {
  const mode = document.body.dataset.mode;
  const table = { look: LOOK, edit: EDIT, add: ADD, done: { u: undo, "?": LOOK["?"], c: contradiction } }[mode] || {};
  if (!table[name]) return false;
  complain(null);
  Promise.resolve(table[name]()).catch(complain);
  return true;
}

const typing = (target) => target.closest("textarea, select, input:not([type=radio]):not([type=checkbox])");
const off = () => localStorage.getItem("keys") === "off";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const open = document.querySelector("dialog[open]");
  if (open) {
    const button = open.id === "reasons" && open.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (button) { event.preventDefault(); button.click(); }
    return;
  }
  if (editor && /^[1-7]$/.test(event.key) && !typing(event.target)) {
    event.preventDefault();
    editor.choose(["subject", "relation", "object", "source", "cue", "time", "place"][Number(event.key) - 1]);
    editor.focus();
    return;
  }
  const plain = event.key.length > 1; // Enter and Escape work in fields too
  if ((typing(event.target) && !plain) || (off() && !plain)) return;
  if (event.key === "Enter" && event.target.closest("button, a, select")) return;
  if (act(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
});

for (const button of document.querySelectorAll("[data-act]")) button.addEventListener("click", () => act(button.dataset.act));
for (const way of dialogs.alike.querySelectorAll("input[name=by]")) way.addEventListener("change", alike);
for (const field of document.querySelectorAll("#queue select")) field.addEventListener("change", () => field.form.submit());
const keys = document.getElementById("keys");
keys.checked = !off();
keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
window.addEventListener("pagehide", () => fetch(`${page.root}/release.json`, { method: "POST", keepalive: true, headers: { "x-csrftoken": page.token }, body: "{}" }).catch(() => {}));

if (asked.has("add")) adding(asked.get("add"), asked.get("at")).catch(complain);
else if (asked.has("claim")) get(`claim/${asked.get("claim")}.json`).then(({ item }) => { now = item; show(); count(); }).catch(complain);
else next();
