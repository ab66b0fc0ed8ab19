// The line of a page that says what was done or went wrong, also after a reload that shows what follows from it.
const line = document.getElementById("status");

export function say(words) {
  line.textContent = words;
}

export async function attempt(work) {
  try {
    await work();
  } catch (error) {
    say(error.message);
    line.scrollIntoView({ block: "nearest" });
  }
}

export function reloadSaying(words, address = null) {
  sessionStorage.setItem("said", words);
  if (address) location.href = address;
  else location.reload();
}

const before = sessionStorage.getItem("said");
sessionStorage.removeItem("said");
if (before) say(before);
