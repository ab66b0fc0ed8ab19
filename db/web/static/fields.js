// The marks of a claim, its dates, and whom its subject and object mean, as fields. What nobody touches shows what
// saving would make of it, and is not sent.
import { element } from "./dom.js";

export const MARKS = {
  polarity: ["positive", "negative"],
  modality: ["certain", "probable", "possible", "uncommitted"],
  mood: ["statement", "condition", "consequence", "question", "imperative", "wish", "plan", "forecast", "hypothesis", "generic"],
  stance: ["says so", "denies it", "says it is probable", "says it is possible", "leaves it open"],
};
const LABELS = { stance: "the source", uncommitted: "not committed" };
const DATES = { valid_from: "valid from", valid_to: "valid to" };
const known = new Map(); // entities that were found by name: label -> key, and key -> label

const whom = (part) => part?.entity || (!part?.named && part?.resolved) || "";

export class Fields {
  // `find` looks entities up by name; `changed` is called when a field was.
  constructor(item, draft, { find, changed }) {
    this.item = item;
    this.find = find;
    this.touched = new Set();
    this.inputs = {};
    this.node = element("div", { class: "fields" }, ...Object.keys(MARKS).map((name) => this.mark(name)), ...Object.keys(DATES).map((name) => this.date(name)), this.who("subject"), this.who("object"));
    for (const [name, value] of Object.entries(draft)) if (this.inputs[name]) this.lay(name, value);
    this.node.addEventListener("input", (event) => {
      if (event.target.name) this.touched.add(event.target.name);
      changed();
    });
  }

  mark(name) {
    const options = MARKS[name].map((value) => element("option", { value, selected: value === this.item[name] }, LABELS[value] || value));
    this.inputs[name] = element("select", { name }, ...options);
    return element("label", { class: `mark-${name}` }, `${LABELS[name] || name} `, this.inputs[name]);
  }

  date(name) {
    this.inputs[name] = element("input", { name, size: 10, placeholder: "2024-05-31", value: this.item[name] ?? "" });
    return element("label", {}, `${DATES[name]} `, this.inputs[name]);
  }

  // By name: the key is taken when a suggestion is chosen. What a pronoun stands for may be no entity ("it", the gate);
  // an empty field takes that away too.
  who(role) {
    const list = element("datalist", { id: `${role}-entities` });
    const field = element("input", { name: `${role}_who`, list: `${role}-entities`, value: whom(this.item[role]), placeholder: "unknown" });
    field.addEventListener("input", () => this.named(field, list));
    this.inputs[field.name] = field;
    return element("label", {}, `${role} is `, field, list);
  }

  async named(field, list) {
    if (!field.value.trim()) field.dataset.key = "";
    else if (known.has(field.value)) field.dataset.key = known.get(field.value);
    else if (this.find) {
      delete field.dataset.key;
      for (const { key, label } of await this.find(field.value)) {
        known.set(label, key).set(key, label);
        if (![...list.children].some((option) => option.value === label)) list.append(element("option", { value: label }));
      }
    }
  }

  // What was chosen before, for the claim as it was.
  lay(name, value) {
    const input = this.inputs[name];
    const label = name.endsWith("_who") ? known.get(value) || value : value;
    Object.assign(input, { value: label });
    if (name.endsWith("_who")) input.dataset.key = value;
    this.touched.add(name);
  }

  // As saving would make it of the rest: in what nobody has touched.
  follow(item) {
    for (const [name, input] of Object.entries(this.inputs)) {
      if (this.touched.has(name)) continue;
      input.value = name.endsWith("_who") ? whom(item[name.slice(0, -4)]) : item[name] ?? "";
    }
  }

  // Throws what is not yet whole.
  correction({ whole = true } = {}) {
    const change = {};
    for (const name of this.touched) {
      const { value, dataset } = this.inputs[name];
      if (!name.endsWith("_who")) {
        if (value.trim() !== (this.item[name] ?? "")) change[name] = value.trim();
      } else if (dataset.key !== undefined) change[name] = dataset.key;
      else if (whole && value !== whom(this.item[name.slice(0, -4)])) throw new Error(`Choose the ${name.slice(0, -4)} from the list, or clear the field.`);
    }
    return change;
  }
}
