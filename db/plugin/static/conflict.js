// Somebody was first: who and when, what they made of it, and beside it what was decided here.
import { draw, wordsAt } from "./card.js";
import { address, complain, desk, say } from "./desk.js";
import { dialogs, opened } from "./dialogs.js";
import { element, safe } from "./dom.js";
import { first, next } from "./queue.js";
import { inTurn } from "./turns.js";

// `again`: what to do with the claim as it is now; else it is put on the screen.
export function conflict(error, decision, mine, again = first) {
  const { review, item } = error.answer;
  say(review ? `${review.who} decided first.` : "Somebody decided first.");
  inTurn(async () => {
    dialogs.conflict.querySelector(".who").replaceChildren(safe(error.message));
    const theirs = item ? element("div", {}, element("h3", {}, "As it is now"), ...draw(item, address)) : "";
    const yours = element("div", { class: "yours" }, element("h3", {}, "What you decided"), ...told(decision, mine));
    dialogs.conflict.querySelector(".both").replaceChildren(yours, theirs);
    const chosen = await opened(dialogs.conflict);
    if (chosen === "again" && item) return again(item);
    if (desk.now && item && desk.now.key === item.key) await next();
  }).catch(complain);
}

// A decision in words: what was done, and of a correction every part that was chosen.
function told(decision, item) {
  const changes = decision.correction ? [decision.correction] : decision.parts || [];
  return [element("p", {}, decision.action, decision.reason ? `: ${decision.reason}` : ""), ...changes.map((change) => listed(change, item))];
}

const listed = (change, item) =>
  element("ul", {}, ...Object.entries(change).map(([name, value]) => {
    const words = Array.isArray(value) && item ? wordsAt(item, value) : String(value);
    return element("li", {}, `${name.replace("_", " ")}: `, safe(words || "nothing"));
  }));
