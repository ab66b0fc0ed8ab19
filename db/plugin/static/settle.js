// Settling a dispute: one button, one entry in the log.
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
