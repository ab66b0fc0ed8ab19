// How fast somebody reviews, and a word about a break, which can be switched off. Both stay in this browser.
import { element } from "./dom.js";

const page = document.body.dataset;
const box = document.getElementById("break");
const PAUSE = 5 * 60_000; // milliseconds without a decision that count as a break

export const midnight = () => new Date(new Date().setHours(0, 0, 0, 0)).toISOString();

export function paceText({ today, hourly }) {
  return today ? `${today.toLocaleString("en")} today${hourly ? ` · ${hourly.toLocaleString("en")} an hour` : ""}` : "";
}

const off = () => localStorage.getItem("breaks") === "off";
const stored = (name) => Number(localStorage.getItem(`${name} ${page.who}`) || 0);
const store = (name, value) => localStorage.setItem(`${name} ${page.who}`, String(value));

// A decision was made. Tabs of one person count together.
export function noteDecision(now = Date.now()) {
  if (now - stored("last decision") > PAUSE) store("began", now);
  store("last decision", now);
  const minutes = Math.floor((now - stored("began")) / 60_000);
  if (!off() && minutes >= Number(page.break)) propose(minutes);
}

function propose(minutes) {
  if (!box.hidden) return;
  const later = element("button", { type: "button", on: { click: () => close() } }, "Continue");
  const never = element("button", { type: "button", on: { click: () => { switchOff(); close(); } } }, "Do not remind me");
  box.replaceChildren(`You have reviewed for ${minutes} minutes without a break. A few minutes away from the screen help. `, later, " ", never);
  box.hidden = false;
}

function close() {
  box.hidden = true;
  store("began", Date.now());
  document.getElementById("card").focus();
}

const setting = document.getElementById("breaks");
const switchOff = () => { setting.checked = false; localStorage.setItem("breaks", "off"); };
setting.checked = !off();
setting.addEventListener("change", () => localStorage.setItem("breaks", setting.checked ? "on" : "off"));
