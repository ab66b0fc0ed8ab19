// A claim in its sentence, with all that a decision needs.
import { element, safe, visible, within } from "./dom.js";

export const PARTS = ["subject", "relation", "object", "source", "cue", "time", "place"];
const SHOWN = ["subject", "relation", "object", "source"];

export const spansOf = (item) => ({
  subject: item.subject.spans,
  relation: item.relation.spans,
  object: item.object ? item.object.spans : [],
  source: item.sources.length ? item.sources.at(-1).spans : [],
  cue: [],
  time: [],
  place: [],
});

export function draw(item, address) {
  return [
    head(item, address),
    element("p", { class: "paragraph", lang: "" }, ...context(item.source.before), sentence(item), ...context(item.source.after)),
    triple(item),
    marks(item),
    element("div", { class: "around" }, sure(item), others(item), history(item)),
  ];
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
  const pieces = item.sentence.map((piece) => {
    const roles = SHOWN.filter((role) => spans[role].some((span) => within(span, piece)));
    const named = roles.length ? `part ${roles.map((role) => `is-${role} ${role}`).join(" ")}` : null;
    return element("span", { class: named }, ...visible(piece.text));
  });
  return element("bdi", { class: "sentence" }, ...pieces);
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
  const stands = part.resolved && part.resolved !== part.text ? element("small", { class: "resolved" }, " = ", safe(part.resolved)) : null;
  const words = element("span", { class: kind }, implied ? "[" : "", safe(part.text), implied ? "]" : "");
  return element("div", {}, element("dt", {}, role), element("dd", {}, words, stands));
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
  if (!lines.length && !against.length) return null;
  return element("section", {}, element("h3", {}, "The same fact elsewhere"), element("ul", {}, ...against, ...lines));
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
  return lines.length ? element("section", {}, element("h3", {}, "So far"), element("ul", {}, ...lines)) : null;
}
