// Decisions that have not reached the server yet. They are shown, and survive a reload.
import { page, signInLink } from "./view.js";
import { element } from "./dom.js";

const box = document.getElementById("unsent");
const place = `unsent ${page.who}`;
let waiting = stored();

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(place) || "[]").map((one) => ({ ...one, keeps: true, tried: true }));
  } catch {
    return [];
  }
}

export const pending = () => [...waiting];
export const isPending = (one) => waiting.includes(one);

export function hold(one, error) {
  if (!isPending(one)) waiting.push(one);
  showPending(error);
  return one;
}

export function discard(one) {
  waiting = waiting.filter((other) => other !== one);
  showPending();
}

// Over a reload, as far as the browser has room: in full, else what was decided alone. In this page all the same.
function store() {
  const short = waiting.map(({ decision, words }) => ({ decision, words }));
  for (const list of [short.map((one, n) => ({ ...one, item: waiting[n].item })), short]) {
    try {
      return sessionStorage.setItem(place, JSON.stringify(list));
    } catch {} // a shorter one may find room
  }
  sessionStorage.removeItem(place); // what is there is older, and may have been taken back since
}

export function showPending(error = null) {
  store();
  box.hidden = !waiting.length;
  const many = waiting.length === 1 ? "1 decision has" : `${waiting.length} decisions have`;
  const why = error ? [` ${error.message}`, ...signInLink(error)] : [];
  box.querySelector(".what").replaceChildren(`${many} not reached the server yet. This page keeps ${waiting.length === 1 ? "it" : "them"}.`, ...why, ...waiting.slice(0, 5).map(line));
}

const line = ({ decision, words }) => element("span", { class: "x-chip" }, words || decision.action);

window.addEventListener("beforeunload", (event) => { if (waiting.length) event.preventDefault(); });
