// Changes one's own password.
import { post } from "./api.js";
import { attempt, say } from "./status.js";

document.getElementById("password")?.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const { current, password, again } = Object.fromEntries(new FormData(event.target));
    if (password !== again) throw new Error("The new passwords differ. Type the same one twice.");
    await post("password.json", { current, password });
    event.target.reset();
    say("Password changed.");
  });
});
