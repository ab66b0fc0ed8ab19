// Correcting a claim: its parts are chosen anew by mouse or keyboard, in words (or, with Alt, in characters).
// The sentence is a list box of words, so that a screen reader says which are chosen.
import { PARTS, spansOf } from "./card.js";
import { element, points, touches, visible, within } from "./dom.js";
import { add, equal, holds, nudged, remove, run } from "./spans.js";

const NAMES = { subject: "subject", relation: "relation", object: "object", source: "said by", cue: "by the word", time: "when", place: "where" };
const MARKS = {
  polarity: ["positive", "negative"],
  modality: ["certain", "probable", "possible", "uncommitted"],
  mood: ["statement", "condition", "consequence", "question", "imperative", "wish", "plan", "forecast", "hypothesis", "generic"],
};

// What stands around the sentence says whom a pronoun means; so much of it that the words stay on the screen.
const NEAR = 240;
const before = (chars) => (chars.length > NEAR ? `… ${chars.slice(-NEAR).join("").replace(/^\S*\s/u, "")}` : chars.join(""));
const after = (chars) => (chars.length > NEAR ? `${chars.slice(0, NEAR).join("").replace(/\s\S*$/u, "")} …` : chars.join(""));
const beside = (near) => (near.trim() ? element("p", { class: "beside", lang: "", dir: "auto" }, ...visible(near.trim())) : null);

const labels = new Map(); // of entities that were found by name: label -> key, and key -> label

export class Editor {
  // `blank`: a claim that is missing is put together; else `item` is corrected. `draft`: a correction made of it before.
  constructor(target, item, { blank = false, find = null, draft = null } = {}) {
    this.target = target;
    this.item = item;
    this.blank = blank;
    this.find = find;
    this.before = blank ? Object.fromEntries(PARTS.map((part) => [part, []])) : spansOf(item);
    this.draft = draft || {};
    this.spans = structuredClone({ ...this.before, ...Object.fromEntries(PARTS.filter((part) => this.draft[part]).map((part) => [part, this.draft[part]])) });
    this.part = "subject";
    this.at = Math.max(0, this.words().findIndex((word) => holds(this.before.subject, word)));
    this.draw();
  }

  words() {
    return this.item.sentence.filter((piece) => piece.word);
  }

  // What was changed, as the server takes it; null: nothing.
  correction() {
    const change = {};
    for (const part of PARTS) if (!equal(this.spans[part], this.before[part])) change[part] = this.spans[part];
    if (change.cue && !change.source) change.source = this.spans.source; // a source and its word are one mark
    if (change.source?.length && !change.cue && this.spans.cue.length) change.cue = this.spans.cue;
    if (!change.source) delete change.cue;
    for (const name of Object.keys(MARKS)) {
      const chosen = this.form.elements[name].value;
      if (chosen !== (this.blank ? MARKS[name][0] : this.item[name])) change[name] = chosen;
    }
    for (const name of ["valid_from", "valid_to"]) {
      const written = this.form.elements[name].value.trim();
      if (written !== (this.item[name] || "")) change[name] = written;
    }
    for (const role of ["subject", "object"]) {
      const field = this.form.elements[`${role}_who`];
      if (field.dataset.key !== undefined) change[`${role}_who`] = field.dataset.key;
      else if (field.value !== field.defaultValue) throw new Error(`Choose who the ${role} is from the list, or empty the field.`);
    }
    return Object.keys(change).length ? change : null;
  }

  draw() {
    this.list = element("div", { class: "words", role: "listbox", "aria-multiselectable": "true", "aria-label": "Words of the sentence", lang: "", dir: "auto" });
    this.cells = new Map();
    for (const piece of this.item.sentence) {
      if (!piece.word) this.list.append(element("span", { class: "gap", "aria-hidden": "true" }, piece.text));
      else {
        const cell = element("span", { role: "option", class: "word", tabindex: "-1" }, ...visible(piece.text));
        this.cells.set(piece, cell);
        this.list.append(cell);
      }
    }
    this.choices = element("fieldset", { class: "choose" }, element("legend", {}, "Which part"), ...PARTS.map((part, n) => this.choice(part, n + 1)));
    this.form = element("form", { class: "editor", autocomplete: "off" }, this.choices, ...this.around(), this.help(), this.fields());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.target.replaceChildren(this.form);
    this.listen();
    this.refresh();
    this.focus();
  }

  around() {
    const { source } = this.item;
    return [beside(before(Array.from(source.before))), this.list, beside(after(Array.from(source.after)))];
  }

  choice(part, number) {
    const input = element("input", { type: "radio", name: "part", value: part, id: `part-${part}`, checked: part === this.part });
    input.addEventListener("change", () => this.choose(part));
    const clear = element("button", { type: "button", class: "clear", "aria-label": `Take away: ${NAMES[part]}` }, "×");
    clear.addEventListener("click", () => { this.choose(part); this.set([]); this.focus(); });
    return element("span", { class: `choice ${part}` }, input, element("label", { for: `part-${part}` }, element("kbd", {}, String(number)), " ", element("span", { class: "kind" }, NAMES[part])), clear);
  }

  help() {
    return element("p", { class: "hint" }, "Drag over words, or move with ← → and choose with Space; Shift takes all between. Ctrl adds a piece. Alt goes by characters: Alt+→ moves the end, Alt+Shift+→ the beginning.");
  }

  fields() {
    const selects = Object.entries(MARKS).map(([name, values]) =>
      element("label", {}, name, " ", element("select", { name }, ...values.map((value) => element("option", { value, selected: value === (this.draft[name] || (this.blank ? values[0] : this.item[name])) }, value)))),
    );
    const dates = ["valid_from", "valid_to"].map((name) =>
      element("label", {}, name === "valid_from" ? "holds from" : "to", " ", element("input", { name, size: 10, placeholder: "2024-05-31", value: this.draft[name] ?? this.item[name] ?? "" })),
    );
    return element("div", { class: "fields" }, ...selects, ...dates, this.who("subject"), this.who("object"));
  }

  // Another entity, by name: its key is taken when a suggestion is chosen. What a pronoun stands for may be no entity
  // ("it", the gate); an empty field takes that away too.
  who(role) {
    const list = element("datalist", { id: `${role}-entities` });
    const part = this.item[role];
    const field = element("input", { name: `${role}_who`, list: `${role}-entities`, value: part?.entity || part?.resolved || "", placeholder: "nobody known" });
    const drafted = this.draft[`${role}_who`];
    if (drafted !== undefined) Object.assign(field, { value: labels.get(drafted) || drafted }).dataset.key = drafted;
    field.addEventListener("input", async () => {
      if (!field.value.trim()) field.dataset.key = "";
      else if (labels.has(field.value)) field.dataset.key = labels.get(field.value);
      else if (this.find) {
        delete field.dataset.key;
        for (const { key, label } of await this.find(field.value)) {
          labels.set(label, key).set(key, label);
          if (![...list.children].some((option) => option.value === label)) list.append(element("option", { value: label }));
        }
      }
    });
    return element("label", {}, `${role} is `, field, list);
  }

  listen() {
    let from = null;
    const wordAt = (event) => {
      const cell = event.target.closest?.(".word") || document.elementFromPoint(event.clientX, event.clientY)?.closest(".word");
      return [...this.cells].find(([, other]) => other === cell)?.[0];
    };
    this.list.addEventListener("pointerdown", (event) => {
      const word = wordAt(event);
      if (!word || event.button) return;
      event.preventDefault();
      from = { word, point: this.pointAt(event, word), kept: event.ctrlKey || event.metaKey ? this.spans[this.part] : [] };
      this.at = this.words().indexOf(word);
      this.drag(event, from, word);
      this.list.setPointerCapture?.(event.pointerId);
    });
    const dragged = (event) => {
      if (!from) return;
      const under = document.elementFromPoint(event.clientX, event.clientY)?.closest(".word");
      const word = [...this.cells].find(([, other]) => other === under)?.[0];
      if (word) this.drag(event, from, word);
    };
    this.list.addEventListener("pointermove", dragged);
    this.list.addEventListener("pointerup", (event) => {
      dragged(event); // a busy browser may leave out the last move
      from = null;
      this.focus();
    });
    this.list.addEventListener("keydown", (event) => this.key(event));
  }

  drag(event, from, word) {
    let span = run(from.word, word);
    if (event.altKey) {
      const to = this.pointAt(event, word);
      span = [Math.min(from.point, to), Math.max(from.point, to)];
      if (span[0] === span[1]) return;
    }
    this.set(event.altKey ? [...from.kept, span].sort((a, b) => a[0] - b[0]) : add(from.kept, span, this.item.sentence));
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
    const words = this.words();
    const right = getComputedStyle(this.list).direction === "rtl" ? -1 : 1; // → goes on in one script and back in another
    const step = { ArrowRight: right, ArrowLeft: -right, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && event.altKey) {
      const low = this.item.sentence[0].start;
      const high = this.item.sentence.at(-1).end;
      this.set(nudged(this.spans[this.part], event.shiftKey ? "start" : "end", step, low, high));
    } else if (step) {
      const before = words[this.at];
      this.at = Math.min(words.length - 1, Math.max(0, this.at + step));
      if (event.shiftKey) this.set(add(this.spans[this.part], run(before, words[this.at]), this.item.sentence));
      this.refresh();
      this.focus();
    } else if (event.key === "Home" || event.key === "End") {
      this.at = event.key === "Home" ? 0 : words.length - 1;
      this.refresh();
      this.focus();
    } else if (event.key === " ") {
      const word = words[this.at];
      const now = this.spans[this.part];
      this.set(holds(now, word) ? remove(now, word, this.item.sentence) : add(now, [word.start, word.end], this.item.sentence));
    } else if (event.key === "Backspace" || event.key === "Delete") this.set([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  choose(part) {
    this.part = part;
    document.getElementById(`part-${part}`).checked = true;
    const first = this.words().findIndex((word) => holds(this.spans[part], word));
    if (first >= 0) this.at = first;
    this.refresh();
  }

  set(spans) {
    this.spans[this.part] = spans;
    this.refresh();
  }

  // Code points of the sentence that were marked elsewhere, in whole words: the subject to begin with.
  take(from, to) {
    const start = this.item.sentence[0].start;
    const span = [start + from, start + to];
    const words = this.words().filter((word) => touches(span, word));
    if (!words.length) return;
    this.at = this.words().indexOf(words[0]);
    this.set([[words[0].start, words.at(-1).end]]);
    this.focus();
  }

  focus() {
    this.cells.get(this.words()[this.at])?.focus();
  }

  refresh() {
    const chosen = this.spans[this.part];
    for (const [piece, cell] of this.cells) {
      const roles = PARTS.filter((part) => this.spans[part].some((span) => touches(span, piece)));
      cell.className = ["word", ...roles.map((role) => `in-${role}`)].join(" ");
      cell.classList.toggle("chosen", chosen.some((span) => touches(span, piece)));
      cell.classList.toggle("partly", chosen.some((span) => touches(span, piece)) && !chosen.some((span) => within(span, piece)));
      cell.setAttribute("aria-selected", String(holds(chosen, piece)));
      cell.setAttribute("aria-description", roles.map((role) => NAMES[role]).join(", "));
      cell.tabIndex = piece === this.words()[this.at] ? 0 : -1;
    }
    this.list.setAttribute("aria-label", `Words of the sentence: choose the ${NAMES[this.part]}`);
  }
}
