// Assigns articles to people: first how they would be dealt out, then, when that is confirmed, for good.
import { post } from "./api.js";
import { element, safe } from "./dom.js";
import { attempt, reloadSaying, say } from "./status.js";

const form = document.getElementById("assign");
const preview = document.getElementById("preview");
const count = (n, one) => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;

function quotas() {
  const fields = [...form.querySelectorAll("input[type=number]")].filter(({ value }) => Number(value) > 0);
  return Object.fromEntries(fields.map(({ name, value }) => [name, Number(value)]));
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const chosen = quotas();
    const { portions } = await post("assign.json", { quotas: chosen, preview: true });
    const lines = portions.map(({ person, articles, claims }) => element("li", {}, safe(person), `: ${count(articles, "article")}, ${count(claims, "claim")}`));
    const button = element("button", { type: "button", class: "accept" }, "Assign these articles");
    button.addEventListener("click", () => attempt(async () => {
      await post("assign.json", { quotas: chosen });
      reloadSaying("Articles assigned.");
    }));
    preview.replaceChildren(element("h3", {}, "Preview"), element("ul", {}, ...lines), button);
    say("This is a preview. Nothing is assigned yet.");
    button.focus();
  });
});

document.getElementById("share")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const percent = Number(event.target.elements.percent.value);
  attempt(async () => {
    await post("share.json", { percent });
    reloadSaying(`${percent}% of the claims are read twice from now on.`);
  });
});

document.addEventListener("click", (event) => {
  const person = event.target.closest("[data-unassign]")?.dataset.unassign;
  if (person) attempt(async () => {
    const { articles } = await post("unassign.json", { person });
    reloadSaying(`${count(articles, "article")} taken back from ${person}.`);
  });
});
