// The parameters of the address, and what this tab remembers about its queue, also after a reload.
export const parameters = new URLSearchParams(location.search);
export const isSecondReading = document.body.dataset.second !== undefined; // a second reader, who is not told what the first decided

// This queue, whichever claim of it is on the screen.
function name() {
  const own = new URLSearchParams(location.search);
  own.delete("claim");
  return own.toString();
}

export function recall(what, usual) {
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
const decided = parameters.has("status") && parameters.get("status") !== "unreviewed";
let since = decided ? recall("since", null) : null;

export function noteLogStart(log) {
  if (!decided || since !== null) return;
  since = log;
  remember("since", since);
}

export const queueParameters = () => [...parameters, ...(since === null ? [] : [["since", String(since)]])];
