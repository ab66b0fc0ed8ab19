// Settling a dispute, or taking an entry of the log back: one button, one entry in the log.
import { decide } from "./api.js";

const status = document.getElementById("status");

for (const button of document.querySelectorAll("[data-claim]")) {
  button.addEventListener("click", async () => {
    const { claim, version, status: chosen } = button.dataset;
    try {
      await decide({ action: "settle", claims: [{ claim, version: Number(version) }], status: chosen });
      button.closest("tr").remove();
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
      location.reload();
    } catch (error) {
      status.textContent = error.message;
    }
  });
}
