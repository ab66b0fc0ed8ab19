// The keys of the review page. Its buttons, its help, the guide for reviewers and its messages follow from this table.
// It is JSON, because the server reads it too. `key` as browsers name it; `modes`: what the page is doing (look: at a
// claim; done: nothing is left; edit; add); `places`: the toolbars that have its button; `first`: not in a second reading,
// where one only says yes or no; `guide`: what the guide says about it. Rows without an action are for the help alone.
export const KEYS = [
  {
    "action": "accept", "key": "a", "label": "Accept", "places": ["look"], "modes": ["look"],
    "help": "The sentence says this.",
    "guide": "The claim says nothing that the sentence does not say, and every mark is right. A part may leave words out if it still names the same thing."
  },
  {
    "action": "reject", "key": "r", "label": "Reject", "places": ["look"], "modes": ["look"],
    "help": "The sentence does not say this. Press the number of the reason next.",
    "guide": "The sentence does not say it and no small correction would make it right, or it is not a statement at all."
  },
  {
    "action": "edit", "key": "e", "label": "Edit", "places": ["look"], "modes": ["look"],
    "help": "Almost right: correct its parts and marks.",
    "guide": "The sentence says it, but a part or a mark is wrong: too many or too few words, the wrong place, a mark missing or too many, a pronoun linked to the wrong person."
  },
  {
    "action": "split", "key": "x", "label": "Split", "places": ["more"], "modes": ["look"], "first": true,
    "help": "Two statements in one claim: split it.",
    "guide": "The claim holds two statements: split “Rescuers · searched and left · the town” into “Rescuers · searched · the town” and “Rescuers · left · the town”."
  },
  {
    "action": "accept_rest", "key": "d", "label": "Accept all", "places": ["look"], "modes": ["look"], "first": true,
    "help": "Accept this claim and all others of the sentence that are still open. One undo takes them back."
  },
  { "key": "1–9", "help": "Choose a claim of the sentence." },
  {
    "action": "flag", "key": "f", "label": "Flag", "places": ["more"], "modes": ["look"], "first": true,
    "help": "Flag this claim for later. It leaves this queue and waits in the queue of flagged claims."
  },
  {
    "action": "skip", "key": "s", "label": "Skip", "places": ["look"], "modes": ["look"],
    "help": "Leave this claim for later. It comes back in a new tab."
  },
  {
    "action": "undo", "key": "u", "label": "Undo", "places": ["look"], "modes": ["look", "done"],
    "help": "Undo your last decision."
  },
  {
    "action": "bulk", "key": "m", "label": "Similar", "places": ["more"], "modes": ["look"], "first": true,
    "help": "List similar claims and accept or reject those you select."
  },
  {
    "action": "note", "key": "n", "label": "Note", "places": ["more"], "modes": ["look"],
    "help": "Write a note for other reviewers. Ctrl+Enter saves it."
  },
  {
    "action": "contradiction", "key": "c", "label": "Contradiction", "places": ["more"], "modes": ["look", "done"], "first": true,
    "help": "Go to the next claim that another claim contradicts."
  },
  {
    "action": "article", "key": "o", "label": "Article", "places": ["more"], "modes": ["look"],
    "help": "Open the article. The browser’s Back button returns to this claim."
  },
  {
    "action": "history", "key": "h", "label": "History", "places": ["more"], "modes": ["look"], "first": true,
    "help": "Show every change of this claim. The browser’s Back button returns to it."
  },
  {
    "action": "paragraph", "key": "p", "modes": ["look"],
    "help": "Show the whole paragraph, or only the words near the sentence."
  },
  {
    "action": "retry", "key": "t", "label": "Try again", "places": ["outbox"], "modes": ["look", "done"],
    "help": "Send decisions again that did not reach the server."
  },
  {
    "action": "discard", "label": "Discard and decide again", "places": ["outbox"], "modes": ["look", "done"]
  },
  {
    "action": "save", "key": "Enter", "label": "Save", "places": ["edit"], "modes": ["edit", "add"],
    "help": "Save what you edited."
  },
  {
    "action": "next_part", "key": "x", "label": "Split: next claim", "places": ["edit"], "modes": ["edit"],
    "help": "While you split a claim: start its next claim."
  },
  {
    "action": "cancel", "key": "Escape", "label": "Cancel", "places": ["edit"], "modes": ["edit", "add"],
    "help": "Stop editing. Nothing is saved."
  },
  { "key": "1–7", "help": "While you edit: choose the part to change." },
  { "key": "8", "help": "While you edit: go to the next qualifier." },
  { "key": "9", "help": "While you edit: add a qualifier." },
  { "key": "← →", "help": "While you edit: move between words. Shift selects the words in between, Alt moves by one character." },
  { "key": "Space", "help": "While you edit: select or deselect a word. Backspace deselects all." },
  {
    "action": "help", "key": "?", "label": "Help", "places": ["more", "edit"], "modes": ["look", "done", "edit", "add"],
    "help": "Show this list."
  }
];

const NAMES = { Escape: "Esc" };

// A key as it stands on a button: "A", "Enter", "Esc".
export const nameOf = (key) => NAMES[key] || (key.length === 1 ? key.toUpperCase() : key);

export const keyFor = (action) => nameOf(KEYS.find((row) => row.action === action).key);
