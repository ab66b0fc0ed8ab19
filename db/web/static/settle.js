// The buttons that settle a dispute or undo an entry of the log.
import { decide } from "./api.js";
import { element } from "./dom.js";

const status = document.getElementById("status");

const undone = sessionStorage.getItem("undone");
if (undone) {
  sessionStorage.removeItem("undone");
  status.textContent = `Undone: entry ${undone}.`;
  document.querySelector(`[data-entry="${CSS.escape(undone)}"]`)?.focus();
}

for (const button of document.querySelectorAll("[data-claim]")) {
  button.addEventListener("click", async () => {
    const { claim, version, status: chosen } = button.dataset;
    try {
      await decide({ action: "settle", claims: [{ claim, version: Number(version) }], status: chosen });
      const row = button.closest("tr");
      const next = (row.nextElementSibling || row.previousElementSibling)?.querySelector("button");
      const table = row.closest("table");
      row.remove();
      if (!next) table.replaceWith(element("p", {}, "None."));
      (next || document.getElementById("disputes")).focus();
      status.textContent = `Settled: ${chosen}.`;
    } catch (error) {
      status.textContent = error.message;
    }
  });
}

for (const button of document.querySelectorAll("[data-undo]")) {
  button.addEventListener("click", async () => {
    try {
      await decide({ action: "undo", review: Number(button.dataset.undo) });
      sessionStorage.setItem("undone", button.dataset.undo); // said when the page shows what follows from it
      location.reload();
    } catch (error) {
      status.textContent = error.message;
    }
  });
}
