// Verdicts on contradictions and judgements on entities: by button, or by key on the focused card.
import { ask } from "./api.js";
import { element, safe } from "./dom.js";

const page = document.body.dataset;
const status = document.getElementById("status");

function say(words, wrong = false) {
  status.textContent = words;
  document.querySelector(".said")?.remove();
  document.body.append(element("p", { class: wrong ? "said wrong" : "said", "aria-hidden": "true" }, words));
}

export async function attempt(work) {
  document.body.setAttribute("aria-busy", "true");
  try {
    await work();
  } catch (error) {
    say(error.message, true);
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

// What was said stays over a reload, which shows what follows from it.
function reloadSaying(words) {
  sessionStorage.setItem("said", words);
  location.reload();
}

export function goSaying(words, address) {
  if (address === location.pathname) return reloadSaying(words);
  sessionStorage.setItem("said", words);
  location.assign(address);
}

const before = sessionStorage.getItem("said");
if (before) {
  sessionStorage.removeItem("said");
  say(before);
}

export const why = (within) => within.querySelector("[name=why]")?.value || null;

function judgeContradiction(card, verdict) {
  return attempt(async () => {
    const made = await ask(`${page.root}/decide.json`, { contradiction: card.dataset.contradiction, verdict, why: why(card) });
    card.querySelector("[data-status]").textContent = made.words;
    const [from, to] = [card.dataset.now, made.status].map((verdict) => document.querySelector(`[data-count="${verdict}"]`));
    if (from && to && from !== to) {
      from.textContent = Number(from.textContent) - 1;
      to.textContent = Number(to.textContent) + 1;
    }
    card.dataset.now = made.status;
    say(`Saved as ${made.words}.`);
  });
}

function judgePair(card, judgement) {
  return attempt(async () => {
    const made = await ask(`${page.entities}/judge.json`, { one: card.dataset.one, other: card.dataset.other, judgement, why: why(card) });
    const words = `Saved as ${judgement}. Claims updated: ${made.claims}. The page of each name can undo it.`;
    if (page.entityPage === undefined && judgement === "same") return reloadSaying(words);
    const next = card.nextElementSibling || card.previousElementSibling;
    card.remove();
    say(words);
    next?.focus();
  });
}

const VERDICTS = { r: "real", a: "apparent", s: "settled", o: "open" };
const PAIRS = { s: "same", d: "different", u: "unsure" };
const cards = () => [...document.querySelectorAll("[data-contradiction], .pair, .voice[data-claim]")].filter((card) => card.checkVisibility());

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const card = button.closest("[data-contradiction], .pair");
  if (button.dataset.verdict) judgeContradiction(card, button.dataset.verdict);
  if (button.dataset.judgement) judgePair(card, button.dataset.judgement);
  if (button.dataset.undo) {
    attempt(async () => {
      const made = await ask(`${page.entities}/undo.json`, { number: Number(button.dataset.undo), why: null });
      reloadSaying(`Undone. Claims updated: ${made.claims}.`);
    });
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const card = event.target.closest("[data-contradiction], .pair, .voice[data-claim]");
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") {
    const all = cards();
    const at = all.indexOf(card);
    const next = key === "j" ? all[at + 1] : all[at < 0 ? 0 : at - 1];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
    return;
  }
  if (!card || !page.token) return;
  const keys = card.dataset.contradiction ? VERDICTS : card.dataset.one ? PAIRS : {};
  if (!keys[key]) return;
  event.preventDefault();
  (card.dataset.contradiction ? judgeContradiction : judgePair)(card, keys[key]);
});

for (const form of document.querySelectorAll("form[data-form]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(form.dataset.form === "join" ? () => join(form) : () => split(form));
  });
}

async function join(form) {
  const other = form.querySelector("[name=other]").value.trim();
  const made = await ask(`${page.entities}/judge.json`, { one: form.dataset.one, other, judgement: "same", why: why(form) });
  reloadSaying(`Merged. Claims updated: ${made.claims}.`);
}

async function split(form) {
  const articles = [...form.querySelectorAll("[name=article]:checked")].map((box) => box.value);
  if (!articles.length) throw new Error("Select the articles that name someone else.");
  const made = await ask(`${page.entities}/split.json`, { entity: form.dataset.entity, articles, why: why(form) });
  reloadSaying(`Split off in ${articles.length} ${articles.length === 1 ? "article" : "articles"}. Claims updated: ${made.claims}.`);
}

const entityAddress = (key) => page.entities.replace(/entities$/, `entity/${key}`);

function whereMet(name, { type, articles, title }) {
  const others = articles > 1 ? ` and ${articles - 1} ${articles === 2 ? "other article" : "other articles"}` : "";
  return `${name}: ${type} in “${title}”${others}`;
}

function pair(found) {
  const buttons = Object.entries(PAIRS).map(([key, judgement]) =>
    element("button", { type: "button", "data-judgement": judgement, "aria-keyshortcuts": key }, `${judgement[0].toUpperCase()}${judgement.slice(1)} `, element("kbd", {}, key.toUpperCase())),
  );
  const names = ["left", "right"].map((side) => element("a", { href: entityAddress(found[side]) }, safe(found[`${side}_name`])));
  return element(
    "article",
    { class: "pair", tabindex: "-1", "data-one": found.left, "data-other": found.right, "aria-label": `${found.left_name} and ${found.right_name}` },
    element("p", { class: "names" }, names[0], " = ", names[1], " ?"),
    ...["left", "right"].map((side) => element("p", { class: "which" }, safe(whereMet(found[`${side}_name`], found[`${side}_about`])))),
    element("p", { class: "why" }, `${found.reason} (${Math.round(100 * found.score)}% similar)`),
    element("div", { class: "actions", role: "group", "aria-label": "Your decision" }, ...buttons, element("label", {}, "Reason ", element("input", { name: "why", maxlength: "500", autocomplete: "off" }))),
  );
}

const pairs = document.getElementById("pairs");
if (pairs) {
  const query = pairs.dataset.entity ? `?entity=${pairs.dataset.entity}` : "";
  ask(`${page.entities}/suggested.json${query}`)
    .then((found) => {
      const shown = found.pairs.map(pair);
      pairs.querySelector(".waiting").replaceWith(...(shown.length ? shown : [element("p", { class: "waiting" }, "No other name looks like the same one.")]));
    })
    .catch((error) => (pairs.querySelector(".waiting").textContent = error.message));
}
