// Someone else decided a claim first: shows both decisions side by side.
import { brief, standing, wordsAt } from "./card.js";
import { showProblem, view, page, announce } from "./view.js";
import { dialogs, openDialog } from "./dialogs.js";
import { element, safe } from "./dom.js";
import { claimText, rememberText, withTexts } from "./claim_text.js";
import { showFirst, next } from "./queue.js";
import { serially } from "./serial.js";

// `again`: what to do with the claim as it is now; else it is put on the screen.
export function conflict(error, decision, mine, again = showFirst) {
  const { review, item } = error.answer;
  const own = review?.who === page.who; // the same person, in another tab
  if (item) rememberText(item.key, claimText(item));
  announce(own ? "You already decided this claim." : review ? `${review.who} decided this claim first.` : "Someone else decided this claim first.");
  serially(async () => {
    dialogs.conflict.querySelector("h2").textContent = own ? "You already decided this claim in another tab" : "Someone else decided this claim first";
    dialogs.conflict.querySelector(".who").replaceChildren(...withTexts(error.message));
    const theirs = item ? element("div", {}, element("h3", {}, "The claim now"), changed(mine, item), ...brief(item)) : "";
    const yours = element("div", { class: "yours" }, element("h3", {}, "Your decision"), ...decisionText(decision, mine));
    dialogs.conflict.querySelector(".both").replaceChildren(yours, theirs);
    const chosen = await openDialog(dialogs.conflict);
    if (chosen === "again" && item) return again(item);
    if (view.claim && item && view.claim.key === item.key) await next();
  }).catch(showProblem);
}

// What differs from the claim that was on the screen, before all that does not.
function changed(before, now) {
  if (!before) return null;
  const lines = Object.entries(state(now)).flatMap(([name, words]) => {
    const old = state(before)[name];
    return words === old ? [] : [element("li", {}, element("b", {}, name), ": ", safe(words || "nothing"), element("small", {}, " (was ", safe(old || "nothing"), ")"))];
  });
  return lines.length ? element("ul", { class: "changed", "aria-label": "Changes" }, ...lines) : null;
}

const state = (item) => ({
  status: item.status,
  subject: item.subject.text,
  relation: item.relation.text,
  object: item.object?.text,
  "subject is": item.subject.entity,
  "object is": item.object?.entity,
  marks: standing(item).join(", "),
  qualifiers: item.qualifiers.map(({ role, text }) => `${role} ${text}`).join(", "),
});

// A decision in words: what was done, and of a correction every part that was chosen.
function decisionText(decision, item) {
  const changes = decision.correction ? [decision.correction] : decision.parts || [];
  return [element("p", {}, decision.action, decision.reason ? `: ${decision.reason}` : ""), ...changes.map((change) => listed(change, item))];
}

const qualifiers = (all, item) => all.map(({ role, spans }) => `${role} ${item ? wordsAt(item, spans) : ""}`).join(", ");

const listed = (change, item) =>
  element("ul", {}, ...Object.entries(change).map(([name, value]) => {
    const words = name === "further" ? qualifiers(value, item) : Array.isArray(value) && item ? wordsAt(item, value) : String(value);
    return element("li", {}, `${name.replace("_", " ")}: `, safe(words || "nothing"));
  }));
