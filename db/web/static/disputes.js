// Settles disputes: by button, or by key on the card that has the focus.
import { decide } from "./api.js";
import { element } from "./dom.js";

const status = document.getElementById("status");
const cards = () => [...document.querySelectorAll("[data-dispute]")];

function show(card) {
  card?.focus();
  card?.scrollIntoView({ block: "nearest" });
}

async function settle(card, button) {
  const { dispute, version } = card.dataset;
  const { status: chosen, second } = button.dataset;
  const note = card.querySelector("[name=note]").value.trim() || null;
  try {
    await decide({ action: "settle", claims: [{ claim: dispute, version: Number(version) }], status: chosen, second: second !== undefined, note });
  } catch (error) {
    status.textContent = error.message;
    return;
  }
  const next = card.nextElementSibling?.matches("[data-dispute]") ? card.nextElementSibling : card.previousElementSibling;
  card.remove();
  if (cards().length) show(next.matches("[data-dispute]") ? next : cards()[0]);
  else {
    document.getElementById("list").replaceChildren(element("p", { class: "none" }, "All disputes are settled."));
    document.getElementById("disputes").focus();
  }
  status.textContent = `Settled: ${button.dataset.words}. The log can undo it.`;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-status]");
  if (button) settle(button.closest("[data-dispute]"), button);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest("input, textarea")) return;
  if (localStorage.getItem("keys") === "off") return;
  const card = event.target.closest("[data-dispute]");
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") {
    const all = cards();
    const at = all.indexOf(card);
    return show(key === "j" ? all[at + 1] : all[at < 0 ? 0 : at - 1]);
  }
  const found = card?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!found) return;
  event.preventDefault();
  found.click();
});
