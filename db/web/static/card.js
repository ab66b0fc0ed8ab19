// A claim in its sentence, with all that a decision needs.
import { day, element, safe, visible, within } from "./dom.js";
import { claimText } from "./claim_text.js";
import { paragraph } from "./paragraph.js";
import { siblings } from "./siblings.js";

export const PARTS = ["subject", "relation", "object", "source", "cue", "time", "place"];
const SHOWN = ["subject", "relation", "object", "source"];

export const spansOf = (item) => ({
  subject: item.subject.spans,
  relation: item.relation.spans,
  object: item.object ? item.object.spans : [],
  source: item.sources.length ? item.sources.at(-1).spans : [],
  cue: item.cue,
  time: item.time_spans,
  place: item.place_spans,
});

// The words of the sentence at a place, as they are read; "" for a place elsewhere.
export function wordsAt(item, spans) {
  const start = item.sentence[0].start;
  const chars = Array.from(item.sentence.map((piece) => piece.text).join(""));
  return spans.filter((span) => span[0] >= start).map((span) => chars.slice(span[0] - start, span[1] - start).join("")).filter(Boolean).join(" … ");
}

// The sentence cut where parts begin and end: a part may be half a word ("Ostrand" of "Ostrand's").
function cut(item, spans) {
  const start = item.sentence[0].start;
  const chars = Array.from(item.sentence.map((piece) => piece.text).join(""));
  const inside = spans.flat().map((at) => at - start).filter((at) => at > 0 && at < chars.length);
  const at = [...new Set([0, ...inside, chars.length])].sort((a, b) => a - b);
  return at.slice(1).map((end, n) => ({ text: chars.slice(at[n], end).join(""), start: start + at[n], end: start + end }));
}

// The page of a statement or an entity: beside those of articles.
const page = (kind, key) => document.body.dataset.article.replace(/article$/, `${kind}/${key}`);

// What is to be judged, and beside it (below, on a narrow screen) what helps.
export function draw(item, address) {
  return [
    head(item, address),
    element("div", { class: "judged" }, surroundings(item), ...siblings(item, [triple(item), marks(item)], document.body.dataset.second !== undefined)),
    element("div", { class: "around" }, sure(item), others(item), history(item)),
  ];
}

// What stands around the sentence: near it, or the whole paragraph.
export const surroundings = (item, how = {}) => paragraph(item, sentence(item), how);

// Short, where two states of a claim are compared: the parts come first.
export const brief = (item) => [triple(item), marks(item), surroundings(item, { asks: false }), element("div", { class: "around" }, history(item))];

// The claim in one breath: its parts, how it stands, and the sentence to hold it against.
export function spokenText(item) {
  const sentence = item.sentence.map(({ text }) => text).join("").trim();
  return `Claim: ${claimText(item)}. ${standing(item).join(", ")}. The sentence: ${sentence}`;
}

export const standing = (item) => [item.standing, ...item.marks];

export function head(item, address) {
  const { source } = item;
  const copies = source.copies ? `${source.copies} ${source.copies === 1 ? "copy" : "copies"}` : "";
  const kind = ["paragraph", ""].includes(source.kind) ? "" : `in a ${source.kind}`;
  const from = [source.outlet, day(source.published), copies, kind].filter(Boolean).map(safe);
  return element(
    "header",
    { class: "from" },
    element("h2", {}, element("a", { href: address(item), id: "open" }, safe(source.headline))),
    element("p", {}, ...from.flatMap((part, n) => (n ? [" · ", part] : [part]))),
  );
}


function sentence(item) {
  const spans = spansOf(item);
  const places = [...SHOWN.flatMap((role) => spans[role]), ...item.qualifiers.flatMap((further) => further.spans)];
  return element("bdi", { class: "sentence" }, ...cut(item, places).map((piece) => shown(item, spans, piece)));
}

function shown(item, spans, piece) {
  const roles = SHOWN.filter((role) => spans[role].some((span) => within(span, piece)));
  const further = item.qualifiers.find((one) => one.spans.some((span) => within(span, piece)));
  if (!roles.length && !further) return element("span", {}, ...visible(piece.text));
  const names = roles.length ? roles.map((role) => `is-${role} ${role}`).join(" ") : "is-further";
  return element("span", { class: `part ${names}`, title: roles.join(", ") || further.role }, ...visible(piece.text));
}

function triple(item) {
  return element(
    "dl",
    { class: "parts" },
    ...["subject", "relation", "object"].filter((role) => item[role]).map((role) => row(role, item[role])),
    ...item.qualifiers.map((further) => row(further.role, further, "further")),
  );
}

function row(role, part, kind = role) {
  const implied = role === "relation" && !part.spans.length;
  const known = stands(part);
  const name = part.entity_key
    ? element("a", { href: page("entity", part.entity_key), "aria-label": `${known || part.text}: open its page` }, ...(known ? ["= ", safe(known)] : ["↗"]))
    : known && element("span", {}, "= ", safe(known));
  const whom = name ? element("small", { class: "resolved" }, " ", name) : null;
  const words = element("span", { class: kind }, implied ? "[" : "", safe(part.named || part.text), implied ? "]" : "");
  return element("div", {}, element("dt", {}, role), element("dd", {}, words, whom));
}

// Whom or what the words stand for, where they do not say so themselves.
function stands(part) {
  if (part.named) return null;
  if (part.resolved) return part.resolved === part.text ? null : part.resolved;
  const words = part.text.toLowerCase();
  const itself = !part.entity || part.entity.toLowerCase().split(/\s+/).some((word) => words.includes(word));
  return itself ? null : part.entity;
}

export function marks(item) {
  const chips = item.marks.map((mark) => element("span", { class: "x-chip" }, safe(mark)));
  const standing = element("span", { class: `x-chip x-${item.standing}` }, item.standing);
  const status = item.status === "unreviewed" ? null : element("span", { class: "x-chip" }, item.status);
  return element("p", { class: "marks" }, standing, ...chips, status);
}

function sure(item) {
  const reasons = item.reasons.map((reason) => element("li", {}, reason));
  return element(
    "section",
    {},
    element("h3", {}, `${Math.round(item.confidence * 100)}% confidence`),
    reasons.length ? element("ul", {}, ...reasons) : element("p", {}, `Rule: ${item.rule}`),
  );
}

const FEW = 5; // so many other sources are on the screen; the rest is asked for

function others(item) {
  if (!item.statement) return null;
  const against = item.contradictions.map(({ why, statement, text }) =>
    element("li", { class: "against" }, safe(why), " ", element("a", { href: page("statement", statement) }, safe(text))));
  const sources = item.others.map(other);
  const [first, rest] = [sources.slice(0, FEW), sources.slice(FEW)];
  const whole = element("p", {}, element("a", { href: page("statement", item.statement) }, "Open the statement"));
  return element(
    "section",
    {},
    element("h3", {}, "Same statement elsewhere"),
    against.length + first.length ? element("ul", {}, ...against, ...first) : element("p", {}, "No other source."),
    rest.length ? element("details", {}, element("summary", {}, `${rest.length} more`), element("ul", {}, ...rest)) : null,
    whole,
  );
}

function other({ says, text, outlet, published }) {
  const from = [outlet, day(published)].filter(Boolean).join(", ");
  return element("li", {}, element("span", { class: `x-chip x-${says}` }, says), safe(text), element("small", {}, " ", safe(from)));
}

function history(item) {
  const lines = item.history.map((review) =>
    element(
      "li",
      { class: review.undone ? "undone" : null },
      `${review.action} by `,
      safe(review.who),
      ` on ${day(review.at)}, ${review.at.slice(11, 16)}`,
      review.reason ? `: ${review.reason}` : "",
      review.note ? element("q", {}, safe(review.note)) : null,
    ),
  );
  const whole = element("p", {}, element("a", { href: `${document.body.dataset.root}/history/${item.key}` }, "All changes"));
  return lines.length ? element("section", {}, element("h3", {}, "Decisions so far"), element("ul", {}, ...lines), whole) : null;
}
