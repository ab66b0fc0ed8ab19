// The text of claims, so that messages can show it in place of a key.
import { element, safe } from "./dom.js";

const MOST = 140;
const known = new Map(); // key -> words, of claims that were on this screen

export const claimText = (item) => [item.subject, item.relation, item.object].filter(Boolean).map(({ text }) => text).join(" · ");

export function rememberText(key, words) {
  const chars = Array.from(words);
  known.set(key, chars.length > MOST ? `${chars.slice(0, MOST).join("")} …` : words);
}

// A message, as what an element holds.
export function withTexts(message) {
  const parts = message.split(/((?:[Cc]laim )?\bc[0-9a-f]{16}\b)/);
  return parts.map((part, n) => (n % 2 && known.has(keyOf(part)) ? quotedText(keyOf(part)) : safe(part)));
}

const keyOf = (part) => part.split(" ").at(-1);

export const quotedText = (key) => element("span", {}, "“", safe(known.get(key)), "”");
