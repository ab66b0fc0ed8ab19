// A selection as places in the article's text: [[start, end], ...] in code points, in order, apart from each other.
// `pieces` are the sentence's words and what is between them.
import { touches, within } from "./dom.js";

const wordsOf = (pieces) => pieces.filter((piece) => piece.word);

// Two places become one where no word is between them.
export function joined(spans, pieces) {
  const result = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    const apart = last && wordsOf(pieces).some((piece) => piece.start >= last[1] && piece.end <= start);
    if (last && (start <= last[1] || !apart)) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

export const run = (one, other) => [Math.min(one.start, other.start), Math.max(one.end, other.end)];

export const add = (spans, span, pieces) => joined([...spans, span], pieces);

export function remove(spans, piece, pieces) {
  const left = [];
  for (const span of spans) {
    if (!touches(span, piece)) left.push(span);
    else {
      // what is left on both sides, back to whole words
      for (const side of [[span[0], piece.start], [piece.end, span[1]]]) {
        const kept = wordsOf(pieces).filter((word) => within(side, word));
        if (kept.length) left.push([kept[0].start, kept.at(-1).end]);
      }
    }
  }
  return joined(left, pieces);
}

export const holds = (spans, piece) => spans.some((span) => touches(span, piece));

// By one code point, for what is not a whole word.
export function nudged(spans, edge, by, low, high) {
  if (!spans.length) return spans;
  const result = spans.map((span) => [...span]);
  const span = edge === "start" ? result[0] : result.at(-1);
  const at = edge === "start" ? 0 : 1;
  const moved = span[at] + by;
  if (moved < low || moved > high || (at === 0 ? moved >= span[1] : moved <= span[0])) return spans;
  span[at] = moved;
  return result;
}

export const equal = (one, other) => JSON.stringify(one) === JSON.stringify(other);
