// The buttons that undo an entry of the log.
import { decide } from "./api.js";

const status = document.getElementById("status");

const undone = sessionStorage.getItem("undone");
if (undone) {
  sessionStorage.removeItem("undone");
  status.textContent = `Undone: entry ${undone}.`;
  document.querySelector(`[data-entry="${CSS.escape(undone)}"]`)?.focus();
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
