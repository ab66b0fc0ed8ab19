// The text around a sentence, which says who a pronoun means: as much as fits, or the whole paragraph.
import { element, points, visible } from "./dom.js";

const NEAR = 240; // code points on each side
const LEAST = 40;
const ROOM = 640; // for all three
const narrow = matchMedia("(max-width: 600px)");

function near(item) {
  const sentence = item.sentence.reduce((sum, { text }) => sum + points(text), 0);
  const [most, room] = narrow.matches ? [NEAR / 3, ROOM / 3] : [NEAR, ROOM];
  return Math.round(Math.min(most, Math.max(LEAST, (room - sentence) / 2)));
}

// `sentence`: the element that it is drawn as. `asks`: what is cut off can be asked for, by a button where it is.
export function paragraph(item, sentence, { whole = false, asks = true } = {}) {
  const { before, after } = item.source;
  const most = whole ? Infinity : near(item);
  const [head, tail] = [Array.from(before), Array.from(after)];
  return element(
    "p",
    { class: "paragraph", lang: "", "data-whole": whole },
    head.length > most ? [more(asks, "before"), around(` ${head.slice(-most).join("").replace(/^\S*\s/u, "")}`)] : around(before),
    sentence,
    tail.length > most ? [around(`${tail.slice(0, most).join("").replace(/\s\S*$/u, "")} `), more(asks, "after")] : around(after),
    whole && before.length + after.length ? less() : null,
  );
}

const around = (text) => (text ? element("span", { class: "context" }, ...visible(text)) : null);
const more = (asks, where) => (asks ? element("button", { type: "button", class: "widen", "aria-label": `Show the whole paragraph (the text ${where})` }, "…") : element("span", { class: "context" }, "…"));
const less = () => [" ", element("button", { type: "button", class: "widen" }, "Show less")];
