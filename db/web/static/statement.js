// Corrections of one statement: join another, split claims off, undo. By button, or by key on the focused card.
import { ask } from "./api.js";
import { attempt, goSaying, why } from "./verdicts.js";

const page = document.body.dataset;
const address = (name) => `${page.statements}/${name}.json`;
const chosen = () => [...document.querySelectorAll("[name=claim]:checked")].map((box) => box.value);

function go(made, words) {
  goSaying(words, made.statement ? page.statements.replace(/statements$/, `statement/${made.statement}`) : page.statements);
}

function join(other, reason) {
  return attempt(async () => {
    const made = await ask(address("join"), { statement: page.statement, other, why: reason });
    go(made, `Joined as one statement (decision ${made.number}).`);
  });
}

function split(form) {
  return attempt(async () => {
    const claims = chosen();
    if (!claims.length) throw new Error("Select the claims that say something else.");
    const made = await ask(address("split"), { statement: page.statement, claims, why: why(form) });
    go(made, `Split off ${claims.length} ${claims.length === 1 ? "claim" : "claims"} (decision ${made.number}).`);
  });
}

function undo(number) {
  return attempt(async () => {
    const made = await ask(address("undo"), { statement: page.statement, number: Number(number), why: null });
    go(made, `Decision ${number} undone.`);
  });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.join) join(button.dataset.join, why(button.closest("article")));
  if (button?.dataset.undoStatement) undo(button.dataset.undoStatement);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const key = event.key.toLowerCase();
  const other = event.target.closest("[data-other-statement]");
  const voice = event.target.closest(".voice[data-claim]");
  if (key === "s" && other) {
    event.preventDefault();
    join(other.dataset.otherStatement, why(other));
  }
  if (key === "x" && voice) {
    event.preventDefault();
    voice.querySelector("[name=claim]").click();
  }
});

for (const form of document.querySelectorAll("form[data-correct]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.dataset.correct === "split") split(form);
    else join(form.querySelector("[name=other]").value.trim(), why(form));
  });
}
