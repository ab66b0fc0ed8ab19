// The queue: one claim at a time, a key for everything, the next one there at once.
import { decide, get, release } from "./api.js";
import { draw, wordsAt } from "./card.js";
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
const mine = []; // promises of the numbers of this page's entries in the log (null: refused), newest last

let waiting = [];
let now = null;
let editor = null;
let parts = []; // corrections of a claim that is being split
let fetching = null;
let under = 0; // decisions on their way
let turn = Promise.resolve(); // undoing goes one after the other, however fast the key is pressed
const sending = new Set(); // claims of decisions on their way
const decided = new Set(); // claims with the versions that were decided: an answer on its way may still hold them
const skipped = kept("skipped"); // claims to leave out of this queue, oldest first
const MOST_SKIPPED = 300; // more would not fit into an address; the oldest come round again

// What outlasts a look at the article, or a reload: by queue, in this tab.
function kept(name) {
  try {
    return new Set(JSON.parse(sessionStorage.getItem(`${name} ${queue()}`) || "[]"));
  } catch {
    return new Set();
  }
}

function queue() {
  const own = new URLSearchParams(location.search);
  own.delete("claim");
  return own.toString();
}

function leaveOut(key) {
  skipped.add(key);
  while (skipped.size > MOST_SKIPPED) skipped.delete(skipped.values().next().value);
  sessionStorage.setItem(`skipped ${queue()}`, JSON.stringify([...skipped]));
}

const say = (words) => { status.textContent = words; };
const complain = (error) => {
  problem.hidden = !error;
  problem.textContent = error ? error.message : "";
};
const seen = (item) => [{ claim: item.key, version: item.version }];

// --- the queue

async function fill() {
  if (fetching) return fetching;
  const out = () => new Set([...skipped, ...sending, ...[now, ...waiting].filter(Boolean).map((item) => item.key)]);
  const after = [...out()].map((key) => ["after", key]);
  fetching = get("next.json", [...parameters, ["count", String(AHEAD)], ...after])
    .then(({ items }) => {
      const known = out();
      waiting.push(...items.filter((item) => !known.has(item.key) && !decided.has(`${item.key} ${item.version}`)));
      return items.length;
    })
    .finally(() => { fetching = null; });
  return fetching;
}

async function next() {
  editor = null;
  parts = [];
  now = null;
  if (!waiting.length) await fetching?.catch(() => {});
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

function send(decision, item, words) {
  const sent = sent_(decision, item, words);
  mine.push(sent);
  return sent;
}

// The number of the entry in the log; null if it was refused.
async function sent_(decision, item, words) {
  const keys = (decision.claims || []).map(({ claim }) => claim);
  for (const { claim, version } of decision.claims || []) {
    sending.add(claim);
    if (item) decided.add(`${claim} ${version}`);
  }
  under += 1;
  document.body.dataset.sending = String(under);
  try {
    const { review } = await decide(decision);
    say(words);
    complain(null);
    return review.id;
  } catch (error) {
    for (const { claim, version } of decision.claims || []) decided.delete(`${claim} ${version}`);
    if (error.status === 409) conflict(error, decision, item);
    else {
      complain(error);
      if (item && item !== now) waiting.unshift(item); // it comes again: nothing was decided
    }
    return null;
  } finally {
    for (const key of keys) sending.delete(key);
    under -= 1;
    document.body.dataset.sending = String(under);
  }
}

function accept() {
  const item = now;
  if (blind) send({ action: "opinion", claims: seen(item), status: "accepted" }, item, "Accepted.");
  else send({ action: "accept", claims: seen(item) }, item, "Accepted.");
  return next();
}

function reject(reason) {
  const item = now;
  if (blind) send({ action: "opinion", claims: seen(item), status: "rejected", reason }, item, `Rejected: ${reason}.`);
  else send({ action: "reject", claims: seen(item), reason }, item, `Rejected: ${reason}.`);
  return next();
}

function undo() {
  const doing = turn.then(takeBack);
  turn = doing.catch(() => {});
  return doing;
}

// This page's last entry, once it is known; after a reload the last of this person.
async function takeBack() {
  let last = null;
  while (last === null && mine.length) last = await mine.pop();
  if (last === null) last = (await get("counts.json", parameters)).last;
  if (last === null) return say("There is nothing of yours to undo. The log has everything that was decided.");
  let claims;
  try {
    ({ claims } = await decide({ action: "undo", review: last }));
  } catch (error) {
    mine.push(Promise.resolve(last));
    throw error;
  }
  for (const { key } of claims) for (const known of [...decided]) if (known.startsWith(key)) decided.delete(known);
  const back = claims.find(({ status: is }) => is !== null);
  if (back) {
    const { item } = await get(`claim/${back.key}.json`, blind ? [["second", "1"]] : []);
    waiting = waiting.filter(({ key }) => key !== item.key);
    if (now && now.key !== item.key) waiting.unshift(now);
    now = item;
  }
  editor = null;
  show();
  say(claims.length > 1 ? `Undone, for ${claims.length} claims.` : "Undone.");
  count();
}

function skip() {
  leaveOut(now.key);
  release({ claim: now.key }).catch(() => {});
  say("Skipped.");
  return next();
}

async function note() {
  const field = dialogs.note.querySelector("textarea");
  field.value = "";
  if ((await opened(dialogs.note)) !== "save" || !field.value.trim()) return;
  if ((await send({ action: "note", claims: seen(now), note: field.value }, null, "Noted.")) !== null) {
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
  const reason = chosen === "reject" ? { reason: dialogs.alike.querySelector("select").value } : {};
  if ((await send({ action: chosen, claims, ...reason }, null, `${claims.length} claims: ${chosen}ed, one entry, one undo.`)) === null) return;
  const keys = new Set(claims.map(({ claim }) => claim));
  waiting = waiting.filter((item) => !keys.has(item.key));
  if (keys.has(now.key)) await next();
}

// The next claim that another contradicts, before whatever waits here.
async function contradiction() {
  const out = [...skipped, ...sending, ...(now ? [now.key] : [])].map((key) => ["after", key]);
  const others = parameters.filter(([name]) => !["order", "claim"].includes(name));
  const { items } = await get("next.json", [...others, ["order", "contradicted"], ["count", "1"], ...out]);
  if (!items.length) return say("No further claim of this queue is contradicted.");
  waiting = waiting.filter(({ key }) => key !== items[0].key);
  if (now) waiting.unshift(now);
  now = items[0];
  show();
  say("The next contradiction. What you were at comes after it.");
}

// Back from there the same claim is on the screen, in the same queue.
function leaveTo(place) {
  const back = new URL(location.href);
  back.searchParams.set("claim", now.key);
  history.replaceState(null, "", back);
  location.href = place;
}

const open = () => leaveTo(address(now));

function conflict(error, decision, mineWas) {
  const { review, item } = error.answer;
  const box = dialogs.conflict;
  say(review ? `${review.who} decided first.` : "Somebody decided first.");
  turn = turn.then(async () => {
    box.querySelector(".who").replaceChildren(safe(error.message));
    const theirs = item ? element("div", {}, element("h3", {}, "As it is now"), ...draw(item, address)) : "";
    const yours = element("div", { class: "yours" }, element("h3", {}, "What you decided"), ...told(decision, mineWas));
    box.querySelector(".both").replaceChildren(yours, theirs);
    if ((await opened(box)) !== "again" || !item) {
      if (now && item && now.key === item.key) await next();
      return;
    }
    waiting = waiting.filter(({ key }) => key !== item.key);
    if (now && now.key !== item.key) waiting.unshift(now);
    now = item;
    show();
  }).catch(complain);
}

// A decision in words: what was done, and of a correction every part that was chosen.
function told(decision, item) {
  const lines = [element("p", {}, decision.action, decision.reason ? `: ${decision.reason}` : "")];
  const changes = decision.correction ? [decision.correction] : decision.parts || [];
  for (const change of changes) {
    lines.push(element("ul", {}, ...Object.entries(change).map(([name, value]) =>
      element("li", {}, `${name.replace("_", " ")}: `, safe(Array.isArray(value) && item ? wordsAt(item, value) || "nothing" : String(value || "nothing"))))));
  }
  return lines;
}

// --- correcting

function edit() {
  document.body.dataset.mode = "edit";
  editor = new Editor(card, now, { find: entities });
  say("Correct the parts, then press Enter. Esc leaves everything as it was.");
}

const entities = (text) => get("entities.json", [["q", text]]).then(({ entities: found }) => found).catch(() => []);

function save() {
  const correction = editor.correction(); // throws what is not yet whole
  if (parts.length) {
    parts.push(correction || {});
    finish({ action: "split", claims: seen(now), parts }, "Split.");
  } else if (!correction) complain(new Error("Nothing was changed. To say that the claim is right, press Esc and then A."));
  else finish({ action: "edit", claims: seen(now), correction }, "Corrected.");
}

// The claim stays on the screen until the server has taken what was put together by hand.
async function finish(decision, words) {
  const number = await send(decision, now, words);
  if (number !== null) await next();
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
  if (asked.has("from")) editor.take(Number(asked.get("from")), Number(asked.get("to")));
  say("Choose the words of the missing claim, part by part, then press Enter.");
}

async function put() {
  const correction = editor.correction() || {};
  const article = Number(asked.get("add"));
  if ((await send({ action: "add", article, correction }, now, "Added.")) !== null) location.href = `${page.article}/${article}#t${asked.get("at")}`;
}

// --- keys and buttons

const LOOK = {
  a: accept, r: () => reasons(), e: edit, s: skip, u: undo, n: note, x: split, m: many, c: contradiction,
  o: open, h: () => leaveTo(`${page.root}/history/${now.key}`), "?": () => opened(dialogs.help),
};
const ALWAYS = new Set(["u", "?", "c"]); // these need no claim on the screen
const OPEN = new Set(["e", "x", "m", "c", "h"]); // not for a second reader, who says yes or no to what the first saw
const EDIT = { Enter: save, Escape: leave, x: split };
const ADD = { Enter: put, Escape: () => { location.href = `${page.article}/${asked.get("add")}#t${asked.get("at")}`; } };

async function reasons() {
  const chosen = await opened(dialogs.reasons);
  if (chosen) reject(chosen);
}

function opened(dialog) {
  for (const other of document.querySelectorAll("dialog[open]")) other.close("");
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }));
}

function act(name) {
  const mode = document.body.dataset.mode;
  const table = { look: LOOK, edit: EDIT, add: ADD, done: { u: undo, "?": LOOK["?"], c: contradiction } }[mode] || {};
  if (!table[name] || (mode === "look" && !now && !ALWAYS.has(name)) || (blind && OPEN.has(name))) return false;
  complain(null);
  new Promise((resolve) => resolve(table[name]())).catch(complain);
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
  if (event.repeat && !event.target.closest(".words")) return; // a key held down is one decision, not twenty
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
document.addEventListener("click", (event) => {
  if (event.target.closest("#open") && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); open(); }
});
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); }); // what waited here was let go
window.addEventListener("pagehide", () => release({}).catch(() => {}));

if (asked.has("add")) adding(asked.get("add"), asked.get("at")).catch(complain);
else if (asked.has("claim")) get(`claim/${asked.get("claim")}.json`).then(({ item }) => { now = item; show(); count(); fill().catch(complain); }).catch((error) => { complain(error); next(); });
else next();
