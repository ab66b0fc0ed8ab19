// Elements from plain data. Text from articles goes in as text, isolated, and what cannot be seen is shown by a mark.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const UNSEEN_ALL = new RegExp(UNSEEN.source, "gu");

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function visible(text) {
  if (!UNSEEN.test(text)) return [text];
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(UNSEEN_ALL)) {
    parts.push(text.slice(end, match.index));
    const code = `U+${match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    parts.push(element("span", { class: "x-unseen", title: `${code}: cannot be seen` }, code));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

export const safe = (text) => element("bdi", {}, ...visible(text));

// "14 March 2024" of a date or time, also of one that is known to the month or year only.
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
export function day(iso) {
  const [year, month, date] = (iso || "").slice(0, 10).split("-");
  return [date && Number(date), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

// Offsets everywhere are code points, as the server counts them; JavaScript's own are UTF-16 units.
export const points = (text) => Array.from(text).length;

export const within = ([start, end], piece) => start <= piece.start && piece.end <= end;
export const touches = ([start, end], piece) => start < piece.end && piece.start < end;
