// Changes case folders: each form and button is one entry of the folder's log, and the page shows what follows from it.
import { ask } from "./api.js";
import { attempt, reloadSaying } from "./status.js";

const page = document.body.dataset;

const change = (content, words) => attempt(async () => {
  const { folder } = await ask(`${page.cases}/change.json`, { folder: page.folder, ...content });
  reloadSaying(words, content.action === "create" ? `${page.cases.replace(/cases$/, "case")}/${folder}` : null);
});

const SAID = { create: "Case created.", add: "Search added.", note: "Note saved.", rename: "Case renamed.", remove: "Removed from the case.", seen: "All marked as seen.", close: "Case closed. The log can undo it.", undo: "Undone." };

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-change]");
  if (!form) return;
  event.preventDefault();
  const action = form.dataset.change;
  const { kind, item } = form.dataset;
  change({ action, ...(kind ? { kind, item } : {}), ...Object.fromEntries(new FormData(form)) }, SAID[action]);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-remove], button[data-act], button[data-undo]");
  if (!button) return;
  const { act, undo } = button.dataset;
  if (act) change({ action: act }, SAID[act]);
  else if (undo) change({ action: "undo", number: Number(undo) }, SAID.undo);
  else {
    const { kind, item } = button.closest("form").dataset;
    change({ action: "remove", kind, item }, SAID.remove);
  }
});
