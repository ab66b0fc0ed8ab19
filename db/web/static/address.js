// What the address asks for, and what this tab has to remember of it: that outlasts a look at the article, or a reload.
export const asked = new URLSearchParams(location.search);
export const blind = document.body.dataset.second !== undefined; // a second reader, who is not told what the first decided

// This queue, whichever claim of it is on the screen.
function name() {
  const own = new URLSearchParams(location.search);
  own.delete("claim");
  return own.toString();
}

export function recalled(what, usual) {
  try {
    return JSON.parse(sessionStorage.getItem(`${what} ${name()}`)) ?? usual;
  } catch {
    return usual;
  }
}

export function remember(what, value) {
  try {
    sessionStorage.setItem(`${what} ${name()}`, JSON.stringify(value));
  } catch {} // no room: as long as this page is there
}

// A second look at what was decided: an accepted claim that is accepted stays in its queue, and would come round for
// ever. So this tab remembers how long the log was when it began, and what this person decides from then on is left out.
const decided = asked.has("status") && asked.get("status") !== "unreviewed";
let since = decided ? recalled("since", null) : null;

export function began(log) {
  if (!decided || since !== null) return;
  since = log;
  remember("since", since);
}

export const queue = () => [...asked, ...(since === null ? [] : [["since", String(since)]])];
