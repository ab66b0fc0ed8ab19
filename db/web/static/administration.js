// The page of administrators: users, confidence, extraction, copies. What takes minutes is followed until it has ended.
import { get, post } from "./api.js";
import { dialogs, openDialog } from "./dialogs.js";
import { element, safe } from "./dom.js";
import { attempt, reloadSaying, say } from "./status.js";

const POLL = 1500; // milliseconds

const user = (content, words) => attempt(async () => {
  await post("users.json", content);
  reloadSaying(words);
});

document.getElementById("add").addEventListener("submit", (event) => {
  event.preventDefault();
  const given = Object.fromEntries(new FormData(event.target));
  user({ action: "add", ...given }, `${given.name} added with the role ${given.role}.`);
});

for (const select of document.querySelectorAll("[data-role]")) {
  const before = select.value;
  select.addEventListener("change", () => attempt(async () => {
    const name = select.dataset.role;
    try {
      await post("users.json", { action: "role", name, role: select.value });
    } catch (error) {
      select.value = before;
      throw error;
    }
    reloadSaying(`Role of ${name} changed.`);
  }));
}

async function resetPassword(name) {
  const { reset } = dialogs;
  const field = reset.querySelector("input");
  reset.querySelector("strong").replaceChildren(safe(name));
  field.value = "";
  if ((await openDialog(reset)) === "save") await user({ action: "password", name, password: field.value }, `Password of ${name} changed.`);
  field.value = "";
}

async function remove(name) {
  dialogs.sure.querySelector("h2").replaceChildren("Remove ", safe(name), "?");
  if ((await openDialog(dialogs.sure)) === "yes") await user({ action: "remove", name }, `${name} removed.`);
}

const number = (value) => (value === null || value === undefined ? "" : value.toFixed(4));

function figures(found, back) {
  const columns = Object.entries({ shipped: found.shipped, before: found.before, after: found.after }).filter(([, one]) => one);
  const rows = [["Brier score", (one) => number(one.brier)], ["calibration error", (one) => number(one.calibration)], ["errors in the first fifth of the queue", (one) => `${(one.found * 100).toFixed(1)}%`]];
  const head = element("tr", {}, element("th", { scope: "col" }, "figure"), ...columns.map(([name]) => element("th", { scope: "col", class: "number" }, name)));
  const body = rows.map(([name, of]) => element("tr", {}, element("th", { scope: "row" }, name), ...columns.map(([, one]) => element("td", { class: "number" }, of(one)))));
  const moved = found.moved.map(([words, was, now]) => element("li", {}, `${words}: ${was.toFixed(2)} → ${now.toFixed(2)}`));
  const apply = element("button", { type: "button", class: "accept" }, back ? "Go back to the shipped weights" : "Use the new weights");
  apply.addEventListener("click", () => attempt(async () => {
    const { claims } = await post("calibrate.json", { reset: back });
    reloadSaying(`Confidence of ${claims.toLocaleString("en")} claims updated.`);
  }));
  const verdict = found.better ? apply : element("p", {}, "The new weights are not better than the shipped ones, so they cannot be used. Review more claims.");
  return [
    element("p", {}, `${found.reviews.toLocaleString("en")} reviewed claims${found.wrong === undefined ? "" : `, ${found.wrong.toLocaleString("en")} of them wrong`}.`),
    columns.length ? element("table", { class: "people" }, element("thead", {}, head), element("tbody", {}, ...body)) : null,
    moved.length ? element("details", {}, element("summary", {}, "Weights that change most"), element("ul", {}, ...moved)) : null,
    verdict,
  ].filter(Boolean);
}

const preview = (back) => attempt(async () => {
  say("Computing …");
  const found = await post("calibrate.json", { preview: true, reset: back });
  document.getElementById("calibration").replaceChildren(...figures(found, back));
  say("This is a preview. Nothing has changed yet.");
});

function showJob(job) {
  const box = document.getElementById("job");
  box.hidden = false;
  const state = job.ended === null ? "running" : job.code === 0 ? "done" : "failed";
  document.getElementById("job-state").replaceChildren(safe(job.name), `, started by `, safe(job.who), `: ${state}`);
  box.querySelector("pre").textContent = job.output;
  return job.ended !== null;
}

async function follow() {
  for (;;) {
    const { job } = await get("job.json");
    if (!job || showJob(job)) return;
    await new Promise((done) => setTimeout(done, POLL));
  }
}

const run = (path, content) => attempt(async () => {
  showJob(await post(path, content));
  document.getElementById("job").scrollIntoView({ block: "nearest" });
  await follow();
  say("The task has ended. Reload the page to see the audit log.");
});

document.getElementById("reextract").addEventListener("submit", (event) => {
  event.preventDefault();
  run("reextract.json", { model: event.target.elements.model.value || null, preview: event.submitter.value === "preview" });
});

document.addEventListener("click", (event) => {
  const { password, remove: gone, calibrate, backup } = event.target.closest("button")?.dataset || {};
  if (password) resetPassword(password);
  if (gone) remove(gone);
  if (calibrate) preview(calibrate === "reset-preview");
  if (backup !== undefined) run("backup.json", {});
});

if (document.getElementById("job-state").textContent.includes("running")) attempt(follow);
