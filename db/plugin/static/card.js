// A claim in its sentence, with all that a decision needs.
import { element, safe, visible, within } from "./dom.js";

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

// The page of a fact or an entity: beside those of articles.
const page = (kind, key) => document.body.dataset.article.replace(/article$/, `${kind}/${key}`);

export function draw(item, address) {
  return [
    head(item, address),
    element("p", { class: "paragraph", lang: "" }, ...context(item.source.before), sentence(item), ...context(item.source.after)),
    triple(item),
    marks(item),
    element("div", { class: "around" }, sure(item), others(item), history(item)),
  ];
}

// The claim in one breath: its parts, how it stands, and the sentence to hold it against.
export function spoken(item) {
  const parts = [item.subject, item.relation, item.object].filter(Boolean).map(({ text }) => text);
  const sentence = item.sentence.map(({ text }) => text).join("").trim();
  return `Claim: ${parts.join(" · ")}. ${[item.standing, ...item.marks].join(", ")}. The sentence: ${sentence}`;
}

function head(item, address) {
  const { source } = item;
  const from = [source.publisher, day(source.published)].filter(Boolean).map(safe);
  const told = source.copies ? ` · told again by ${source.copies} ${source.copies === 1 ? "copy" : "copies"}` : "";
  const kind = ["paragraph", ""].includes(source.kind) ? "" : ` · in a ${source.kind}`;
  return element(
    "header",
    { class: "from" },
    element("h2", {}, element("a", { href: address(item), id: "open" }, safe(source.headline || "Untitled"))),
    element("p", {}, ...from.flatMap((part, n) => (n ? [" · ", part] : [part])), told, kind),
  );
}

const day = (published) => (published || "").slice(0, 10);

const context = (text) => (text ? [element("span", { class: "context" }, ...visible(text))] : []);

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
    ? element("a", { href: page("entity", part.entity_key), "aria-label": `${known || part.text}: all about this name` }, ...(known ? ["= ", safe(known)] : ["↗"]))
    : known && element("span", {}, "= ", safe(known));
  const whom = name ? element("small", { class: "resolved" }, " ", name) : null;
  const words = element("span", { class: kind }, implied ? "[" : "", safe(part.text), implied ? "]" : "");
  return element("div", {}, element("dt", {}, role), element("dd", {}, words, whom));
}

// Whom or what the words stand for, where they do not say so themselves.
function stands(part) {
  if (part.resolved) return part.resolved === part.text ? null : part.resolved;
  const words = part.text.toLowerCase();
  const itself = !part.entity || part.entity.toLowerCase().split(/\s+/).some((word) => words.includes(word));
  return itself ? null : part.entity;
}

function marks(item) {
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
    element("h3", {}, `${Math.round(item.confidence * 100)} % sure`),
    reasons.length ? element("ul", {}, ...reasons) : element("p", {}, `by the rule “${item.rule}”`),
  );
}

function others(item) {
  const lines = item.others.map((other) =>
    element(
      "li",
      {},
      element("span", { class: `x-chip x-${other.says}` }, other.says),
      safe(other.text),
      element("small", {}, " ", safe([other.publisher, day(other.published)].filter(Boolean).join(", "))),
    ),
  );
  const against = item.contradictions.map((words) => element("li", { class: "against" }, safe(words)));
  if (!item.fact) return null;
  const whole = element("p", {}, element("a", { href: page("fact", item.fact) }, "All about this fact"));
  const told = [...against, ...lines];
  return element("section", {}, element("h3", {}, "The same fact elsewhere"), told.length ? element("ul", {}, ...told) : element("p", {}, "Nobody else tells it."), whole);
}

function history(item) {
  const lines = item.history.map((review) =>
    element(
      "li",
      { class: review.undone ? "undone" : null },
      `${review.action} by `,
      safe(review.who),
      ` on ${review.at.slice(0, 16).replace("T", " ")}`,
      review.reason ? `: ${review.reason}` : "",
      review.note ? element("q", {}, safe(review.note)) : null,
    ),
  );
  const whole = element("p", {}, element("a", { href: `${document.body.dataset.root}/history/${item.key}` }, "every change, before and after"));
  return lines.length ? element("section", {}, element("h3", {}, "So far"), element("ul", {}, ...lines), whole) : null;
}
