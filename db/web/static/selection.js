// Adds a missing claim from words that a reviewer selects in an article, by mouse, touch or keys.
import { element, points } from "./dom.js";

const text = document.querySelector("article.text");
const PARTS = ["subject", "relation", "object"];
const words = element("span", { class: "taken" });
const links = PARTS.map((part, n) => element("a", { "aria-keyshortcuts": String(n + 1) }, element("kbd", {}, String(n + 1)), ` ${part}`));
const choices = element("span", { class: "as" }, "Add a claim with these words as its ", ...links);
const bar = element("div", { class: "adding", role: "toolbar", "aria-label": "Add a claim from the selected words", hidden: true }, words, choices);
const liveRegion = element("p", { class: "unseen", role: "status" });
text.after(bar, liveRegion);

const address = (at, part, { from, to } = {}) => {
  const place = new URL(document.body.dataset.add, location.href);
  for (const [name, value] of Object.entries({ at, from, to, part })) if (value !== undefined) place.searchParams.set(name, value);
  return place.href;
};

// Code points. A mark that stands for a character that cannot be seen is that one character.
function counted(range) {
  const held = range.cloneContents();
  for (const mark of held.querySelectorAll(".x-unseen")) mark.replaceWith("?");
  return points(held.textContent);
}

const markAround = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".x-unseen");

// What is selected of one sentence: from where to where in it.
function taken(sentence, range) {
  const own = document.createRange();
  own.selectNodeContents(sentence);
  const before = own.cloneRange();
  if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0) own.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(range.endContainer, range.endOffset);
  const [first, last] = [markAround(own.startContainer), markAround(own.endContainer)];
  if (first) own.setStartBefore(first);
  if (last) own.setEndAfter(last);
  before.setEnd(own.startContainer, own.startOffset);
  const from = counted(before);
  return { at: sentence.dataset.at, from, to: from + counted(own), words: own.toString().trim() };
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return [];
  const touched = [...text.querySelectorAll("[data-at]")].filter((sentence) => range.intersectsNode(sentence));
  return touched.map((sentence) => taken(sentence, range)).filter((one) => one.words);
}

const TOO_MANY = "These words are in more than one sentence. Select words of one sentence only.";

function tell() {
  const found = selected();
  bar.hidden = !found.length;
  if (!found.length) return say("");
  choices.hidden = found.length > 1;
  words.replaceChildren(found.length > 1 ? TOO_MANY : element("bdi", {}, found[0].words));
  if (found.length === 1) links.forEach((link, n) => { link.href = address(found[0].at, PARTS[n], found[0]); });
  say(found.length > 1 ? TOO_MANY : `Selected: ${found[0].words}. To add a claim, press 1 (subject), 2 (relation) or 3 (object).`);
  place();
}

// Once it rests: each word on the way would else be read out.
let saying = 0;
function say(what) {
  clearTimeout(saying);
  saying = setTimeout(() => { liveRegion.textContent = what; }, 400);
}

function place() {
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - bar.offsetWidth - 24));
  bar.style.setProperty("--left", `${left + scrollX}px`);
  bar.style.setProperty("--top", `${box.bottom + scrollY + 8}px`);
}

// By keys: W takes the next word, B the one before; with Shift they take one more, or one less.
function step(way, more) {
  const selection = getSelection();
  const outside = !selection.rangeCount || !text.contains(selection.anchorNode);
  if (outside || (selection.isCollapsed && document.activeElement.dataset.at)) {
    selection.collapse(document.activeElement.dataset.at ? document.activeElement : text.querySelector("[data-at]"), 0);
  } else if (!more) selection[way === "forward" ? "collapseToEnd" : "collapseToStart"]();
  for (let tries = 0; tries < 4; tries += 1) { // a step may end before the word, where a sentence or a block ends
    selection.modify("extend", way, "word");
    if (more || String(selection).trim()) break;
  }
  const node = selection.focusNode;
  (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).scrollIntoView({ block: "nearest" });
}

function act(event) {
  tell(); // what is selected now, however fast the key came after it
  const one = bar.hidden || choices.hidden ? null : links["123".indexOf(event.key)] || (event.key === "a" && links[0]);
  const way = { w: "forward", b: "backward" }[event.key.toLowerCase()];
  const at = document.activeElement.dataset.at;
  if (one) location.href = one.href;
  else if (way) step(way, event.shiftKey);
  else if (event.key === "a" && bar.hidden && at) location.href = address(at);
  else return false;
  return true;
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  let done = false;
  if (event.key.length === 1) done = localStorage.getItem("keys") !== "off" && act(event);
  else if (bar.hidden) return;
  else if (event.key === "Escape") done = getSelection().removeAllRanges() === undefined;
  else if (event.key === "Enter" && !choices.hidden && !bar.contains(event.target)) done = links[0].focus() === undefined;
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

let looking = 0;
document.addEventListener("selectionchange", () => {
  cancelAnimationFrame(looking);
  looking = requestAnimationFrame(tell);
});
bar.addEventListener("pointerdown", (event) => event.preventDefault()); // else the selection goes
document.addEventListener("keydown", pressed, { capture: true });
