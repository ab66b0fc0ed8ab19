// Correcting a claim: its parts and qualifiers are chosen in the words of its sentence, its marks beside them.
import { PARTS, spansOf, wordsAt } from "./card.js";
import { element, points, safe, touches } from "./dom.js";
import { Fields } from "./fields.js";
import { equal } from "./spans.js";
import { pieces, Words } from "./words.js";

const NAMES = { subject: "subject", relation: "relation", object: "object", source: "source", cue: "cue", time: "time", place: "place" };
const FREE = new Set(["source", "cue", "time", "place"]); // may stand in another sentence
const ROLES = ["time", "place", "manner", "reason", "purpose", "condition", "concession", "result", "agent", "recipient", "instrument", "accompaniment", "topic", "source", "destination", "measure", "comparison", "role", "other"];

// What stands around the sentence says whom a pronoun means; so much of it that the words stay on the screen.
const NEAR = matchMedia("(max-width: 600px)").matches ? 240 : 600;
const last = (text) => Array.from(text).slice(-NEAR).join("").replace(points(text) > NEAR ? /^\S*\s/u : "", "");
const first = (text) => Array.from(text).slice(0, NEAR).join("").replace(points(text) > NEAR ? /\s\S*$/u : "", "");

const PREVIEWED = 150; // milliseconds after the last change

export class Editor {
  // `blank`: a claim that is missing is put together; else `item` is corrected. `draft`: a correction made of it before.
  // `find` looks up entities by name, `preview` what a correction would make of the claim.
  constructor(target, item, { blank = false, find = null, preview = null, draft = null } = {}) {
    Object.assign(this, { target, item, blank, preview, part: "subject" });
    this.draft = draft || {};
    this.before = blank ? Object.fromEntries(PARTS.map((part) => [part, []])) : spansOf(item);
    this.spans = structuredClone({ ...this.before, ...Object.fromEntries(PARTS.filter((part) => this.draft[part]).map((part) => [part, this.draft[part]])) });
    this.roles = new Map(); // of qualifiers: id -> role; their places are in `spans`
    for (const { role, spans } of this.draft.further || this.original()) this.further(role, structuredClone(spans));
    const start = item.sentence[0].start;
    const before = last(item.source.before);
    this.words = new Words(pieces(before, start - points(before)), item.sentence, pieces(first(item.source.after), item.sentence.at(-1).end), {
      chosen: () => this.spans[this.part],
      choose: (spans) => this.set(spans),
      free: () => FREE.has(this.part),
      adds: () => this.form.elements.adds.checked,
      roles: (piece) => this.ids().filter((id) => this.spans[id].some((span) => touches(span, piece))).map((id) => ({ id: this.roles.has(id) ? "further" : id, name: this.name(id) })),
    });
    this.fields = new Fields(item, this.draft, { find, changed: () => this.changed() });
    this.draw();
  }

  original() {
    return this.blank ? [] : this.item.qualifiers;
  }

  further(role, spans) {
    const id = `q${this.roles.size ? Number([...this.roles.keys()].at(-1).slice(1)) + 1 : 0}`;
    this.roles.set(id, role);
    this.spans[id] = spans;
    return id;
  }

  ids() {
    return [...PARTS, ...this.roles.keys()];
  }

  name(id) {
    return NAMES[id] || this.roles.get(id);
  }

  // Qualifiers whose words have become those of a part are none any more.
  isTaken(id) {
    const covers = (part) => !equal(this.spans[part], this.before[part]) && this.spans[id].every(([a, b]) => this.spans[part].some(([start, end]) => start <= a && b <= end));
    return this.spans[id].length > 0 && ["subject", "relation", "object"].some(covers);
  }

  qualifiers() {
    return [...this.roles].filter(([id]) => !this.isTaken(id)).map(([id, role]) => ({ role, spans: this.spans[id] }));
  }

  // What was changed, as the server takes it; null: nothing. `whole`: throws what cannot be sent yet.
  correction(whole = true) {
    const change = this.fields.correction({ whole });
    for (const part of PARTS) if (!equal(this.spans[part], this.before[part])) change[part] = this.spans[part];
    const further = this.qualifiers();
    if (!equal(further, this.original().map(({ role, spans }) => ({ role, spans })))) change.further = further;
    return Object.keys(change).length ? change : null;
  }

  // The claim in words, as far as it is chosen.
  text() {
    return ["subject", "relation", "object"].map((part) => wordsAt(this.item, this.spans[part])).filter(Boolean).join(" · ");
  }

  draw() {
    this.choices = element("fieldset", { class: "choose" }, element("legend", {}, "Part"));
    this.others = element("fieldset", { class: "choose further" }, element("legend", {}, "Qualifiers"));
    this.became = element("p", { class: "became", role: "status" });
    this.form = element("form", { class: "editor", autocomplete: "off" }, this.choices, this.words.list, this.others, this.became, this.fields.node, this.hint());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("keydown", (event) => this.key(event));
    this.target.replaceChildren(this.form);
    this.list();
    this.choose(this.part);
    this.focus();
  }

  // The parts and qualifiers there are, each to be chosen or taken away.
  list() {
    const more = element("button", { type: "button", class: "another" }, element("kbd", {}, "9"), " add");
    more.addEventListener("click", () => this.addFurther());
    this.choices.replaceChildren(this.choices.firstChild, ...PARTS.map((part, n) => this.choice(part, n + 1)));
    this.others.replaceChildren(this.others.firstChild, ...[...this.roles.keys()].map((id, n) => this.choice(id, n ? null : 8)), more);
  }

  choice(id, number) {
    const input = element("input", { type: "radio", name: "part", value: id, id: `part-${id}` });
    input.addEventListener("change", () => this.choose(id));
    const clear = element("button", { type: "button", class: "clear", "aria-label": `Remove ${this.name(id)}` }, "×");
    clear.addEventListener("click", () => this.clear(id));
    const key = number ? [element("kbd", {}, String(number)), " "] : [];
    const label = element("label", { for: input.id }, ...key, element("span", { class: "kind" }, this.roles.has(id) ? "" : NAMES[id]), this.elsewhere(id));
    return element("span", { class: `choice ${this.roles.has(id) ? "qualifier" : id}`, "data-part": id }, input, this.roles.has(id) && this.role(id), label, clear);
  }

  role(id) {
    const options = ROLES.map((value) => element("option", { value, selected: value === this.roles.get(id) }, value));
    const select = element("select", { "aria-label": "Role" }, ...options);
    select.addEventListener("change", () => {
      this.roles.set(id, select.value);
      this.changed();
    });
    return select;
  }

  // Words of another sentence, out of sight here.
  elsewhere(id) {
    const words = { source: this.item.sources.at(-1)?.text, place: this.item.place, time: this.item.time }[id];
    return words && !this.isHere(id) ? element("small", {}, " ", safe(words), " (elsewhere in the article)") : null;
  }

  isHere(id) {
    return this.spans[id].every((span) => this.words.shows(span));
  }

  hint() {
    const adds = element("label", {}, element("input", { type: "checkbox", name: "adds" }), " add words");
    return element("p", { class: "hint" }, "Drag over words, or move with ← → and select with Space. Shift selects the words in between. Ctrl adds words (or: ", adds, "). Alt+→ moves the end by one character, Alt+Shift+→ the beginning.");
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=radio]):not([type=checkbox])")) return;
    if (event.key === "8" && this.roles.size) this.nextFurther();
    else if (event.key === "9") this.addFurther();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  nextFurther() {
    const all = [...this.roles.keys()];
    this.choose(all[(all.indexOf(this.part) + 1) % all.length]);
    this.focus();
  }

  addFurther() {
    const id = this.further("other", []);
    this.list();
    this.choose(id);
    this.focus();
  }

  clear(id) {
    if (this.roles.delete(id)) {
      delete this.spans[id];
      this.list();
      this.choose(PARTS.includes(this.part) ? this.part : "subject");
      this.changed();
    } else {
      this.choose(id);
      this.set([]);
    }
    this.focus();
  }

  choose(part) {
    this.part = part;
    this.words.seek();
    this.refresh();
  }

  set(spans) {
    this.spans[this.part] = spans;
    this.changed();
  }

  // Code points of the sentence that were marked elsewhere, in whole words: the subject to begin with.
  take(from, to) {
    const start = this.item.sentence[0].start;
    const span = [start + from, start + to];
    const words = this.item.sentence.filter((piece) => piece.word && touches(span, piece));
    if (!words.length) return;
    this.set([[words[0].start, words.at(-1).end]]);
    this.words.seek();
    this.focus();
  }

  focus() {
    this.words.focus();
  }

  // What saving would make of it is shown as it goes: the marks that follow, and fields that nobody has touched.
  changed() {
    this.refresh();
    clearTimeout(this.waiting);
    if (this.preview) this.waiting = setTimeout(() => this.look(), PREVIEWED);
  }

  async look() {
    const change = this.correction(false);
    if (!change) {
      this.fields.follow(this.item);
      this.became.replaceChildren();
      return;
    }
    const asked = JSON.stringify(change);
    const found = await this.preview(this.item, change).catch(() => null); // what cannot be is said when it is saved
    if (!found || JSON.stringify(this.correction(false)) !== asked) return;
    this.fields.follow(found);
    const chips = [found.standing, ...found.marks].map((mark) => element("span", { class: "x-chip" }, safe(mark)));
    const words = [found.subject, found.relation, found.object].filter(Boolean).map(({ text }) => text).join(" · ");
    this.became.replaceChildren("New text: ", element("strong", {}, safe(words)), " ", ...chips);
  }

  refresh() {
    const chosen = document.getElementById(`part-${this.part}`);
    if (chosen) chosen.checked = true;
    for (const node of this.form.querySelectorAll(".choice")) this.label(node, node.dataset.part);
    const { stance } = this.fields.inputs;
    stance.parentNode.hidden = !this.spans.source.length && !this.spans.cue.length && !this.item.sources.length;
    this.words.list.setAttribute("aria-label", `Words of the sentence: choose the ${this.name(this.part)}`);
    this.words.refresh();
  }

  label(node, id) {
    node.querySelector("small")?.classList.toggle("gone", this.isHere(id)); // it keeps its room: nothing moves under the mouse
    if (!this.roles.has(id)) return;
    node.querySelector(".kind").replaceChildren(safe(wordsAt(this.item, this.spans[id]) || "choose words"));
    node.classList.toggle("taken", this.isTaken(id));
  }
}
