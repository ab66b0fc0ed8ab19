// The words of a sentence as a list box, so that a screen reader says which are chosen: by mouse, by touch, by keys.
// Around it stand the words before and after, dimmed; they may be chosen for parts that lie anywhere in the article.
import { element, points, touches, visible, within } from "./dom.js";
import { add, holds, nudged, remove, run } from "./spans.js";

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|\s+|./gsu;
const SPACE = /^\s/u;

// What stands around a sentence, in pieces like its own.
export function pieces(text, start) {
  let at = start;
  return (text.match(WORD) || []).map((piece) => {
    const begin = at;
    at += points(piece);
    return { text: piece, start: begin, end: at, word: !SPACE.test(piece), near: true };
  });
}

// `host` has `chosen()` and `choose(spans)`: the places of the part that is at work; `free()`: whether it may lie
// around the sentence; `adds()`: whether what is dragged comes on top; `roles(piece)`: the parts that have a word.
export class Words {
  constructor(before, sentence, after, host) {
    this.all = [...before, ...sentence, ...after];
    this.sentence = sentence;
    this.host = host;
    this.cells = new Map();
    this.list = element("div", { class: "words", role: "listbox", "aria-multiselectable": "true", lang: "", dir: "auto" });
    this.list.append(...this.all.map((piece) => this.cell(piece)));
    this.at = sentence.find((piece) => piece.word);
    this.listen();
  }

  cell(piece) {
    if (!piece.word) return element("span", { class: piece.near ? "gap near" : "gap", "aria-hidden": "true" }, piece.text);
    const made = element("span", { role: "option", class: "word", tabindex: "-1" }, ...visible(piece.text));
    this.cells.set(piece, made);
    return made;
  }

  open() {
    return (this.host.free() ? this.all : this.sentence).filter((piece) => piece.word);
  }

  // Whether a place can be seen here: one elsewhere in the article is shown by its words, and replaced as a whole.
  shows([start, end]) {
    return this.all[0].start <= start && end <= this.all.at(-1).end;
  }

  here() {
    return this.host.chosen().filter((span) => this.shows(span));
  }

  under(event) {
    const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest(".words > [role=option]");
    const found = [...this.cells].find(([, other]) => other === cell)?.[0];
    return found && this.open().includes(found) ? found : null;
  }

  listen() {
    let from = null;
    this.list.addEventListener("pointerdown", (event) => {
      const word = this.under(event);
      if (!word || event.button) return;
      event.preventDefault();
      const more = event.ctrlKey || event.metaKey || this.host.adds();
      from = { word, point: this.pointAt(event, word), kept: more ? this.here() : [] };
      this.at = word;
      this.drag(event, from, word);
      this.list.setPointerCapture?.(event.pointerId);
    });
    const dragged = (event) => {
      const word = from && this.under(event);
      if (word) this.drag(event, from, word);
    };
    this.list.addEventListener("pointermove", dragged);
    this.list.addEventListener("pointerup", (event) => {
      dragged(event); // a busy browser may leave out the last move
      from = null;
      this.focus();
    });
    this.list.addEventListener("pointercancel", () => { from = null; });
    this.list.addEventListener("keydown", (event) => this.key(event));
  }

  drag(event, from, word) {
    if (!event.altKey) return this.host.choose(add(from.kept, run(from.word, word), this.all));
    const to = this.pointAt(event, word);
    const span = [Math.min(from.point, to), Math.max(from.point, to)];
    if (span[0] !== span[1]) this.host.choose([...from.kept, span].sort((a, b) => a[0] - b[0]));
  }

  // The code point under the mouse.
  pointAt(event, word) {
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const node = caret?.offsetNode;
    if (!node || node.nodeType !== Node.TEXT_NODE) return word.start;
    if (node.parentNode.closest(".x-unseen")) return caret.offset > node.data.length / 2 ? word.end : word.start;
    return Math.min(word.end, word.start + points(node.data.slice(0, caret.offset)));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey) return;
    const right = getComputedStyle(this.list).direction === "rtl" ? -1 : 1; // → goes on in one script and back in another
    const step = { ArrowRight: right, ArrowLeft: -right, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const own = this.sentence.filter((piece) => piece.word);
    if (step && event.altKey) this.nudge(event.shiftKey ? "start" : "end", step);
    else if (step) this.move(step, event.shiftKey);
    else if (event.key === "Home" || event.key === "End") this.go(event.key === "Home" ? own[0] : own.at(-1));
    else if (event.key === " ") this.toggle();
    else if (event.key === "Backspace" || event.key === "Delete") this.host.choose([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  nudge(edge, step) {
    const shown = this.host.free() ? this.all : this.sentence;
    this.host.choose(nudged(this.here(), edge, step, shown[0].start, shown.at(-1).end));
  }

  move(step, taking) {
    const words = this.open();
    const before = this.at;
    this.at = words[Math.min(words.length - 1, Math.max(0, words.indexOf(before) + step))];
    if (taking) this.host.choose(add(this.here(), run(before, this.at), this.all));
    this.refresh();
    this.focus();
  }

  go(word) {
    this.at = word;
    this.refresh();
    this.focus();
  }

  toggle() {
    const now = this.here();
    const word = this.at;
    this.host.choose(holds(now, word) ? remove(now, word, this.all) : add(now, [word.start, word.end], this.all));
  }

  // To the first word of the part that is at work, where it has one here.
  seek() {
    const chosen = this.here();
    this.at = this.open().find((word) => holds(chosen, word)) || (this.open().includes(this.at) ? this.at : this.open()[0]);
  }

  focus() {
    this.cells.get(this.at)?.focus();
  }

  refresh() {
    const chosen = this.host.chosen();
    const open = new Set(this.open());
    for (const [piece, cell] of this.cells) {
      const roles = this.host.roles(piece);
      const is = chosen.some((span) => touches(span, piece));
      const name = piece.near ? "near" : "word";
      cell.className = [name, ...roles.map(({ id }) => `in-${id}`)].join(" ");
      cell.classList.toggle("chosen", is);
      cell.classList.toggle("partly", is && !chosen.some((span) => within(span, piece)));
      cell.setAttribute("aria-selected", String(holds(chosen, piece)));
      cell.setAttribute("aria-disabled", String(!open.has(piece)));
      cell.setAttribute("aria-description", roles.map((role) => role.name).join(", "));
      cell.tabIndex = piece === this.at ? 0 : -1;
    }
  }
}
