// Changes one's own password.
import { post } from "./api.js";

const status = document.getElementById("status");

document.getElementById("password")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { current, password, again } = Object.fromEntries(new FormData(event.target));
  if (password !== again) {
    status.textContent = "The new passwords differ. Type the same one twice.";
    return;
  }
  try {
    await post("password.json", { current, password });
    event.target.reset();
    status.textContent = "Password changed.";
  } catch (error) {
    status.textContent = error.message;
  }
});
