// On narrow screens the toolbar has its rarer buttons behind "More". Choosing one closes it again.
const more = document.getElementById("more");
const rest = document.getElementById("rest");

const isOpen = () => more.getAttribute("aria-expanded") === "true";
const open = (yes) => more.setAttribute("aria-expanded", String(yes));

// The focus is at "more" before what had it is gone, so that a dialog gives it back to something that is there.
function close() {
  if (rest.contains(document.activeElement)) more.focus();
  open(false);
}

more.addEventListener("click", () => open(!isOpen()));
rest.addEventListener("click", () => { if (isOpen()) close(); }, { capture: true });
more.parentElement.addEventListener("keydown", (event) => { if (event.key === "Escape" && isOpen()) close(); });
