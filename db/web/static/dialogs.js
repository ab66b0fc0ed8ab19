// Dialogs of the page, by their ids; one is open at a time.
export const dialogs = Object.fromEntries([...document.querySelectorAll("dialog")].map((dialog) => [dialog.id, dialog]));

// What was chosen; "" for nothing. It is known as soon as a button is pressed: a dialog says only later that it has
// closed, and the next key may come before that.
export function openDialog(dialog) {
  for (const other of document.querySelectorAll("dialog[open]")) other.close("");
  dialog.showModal();
  return new Promise((resolve) => {
    const controller = new AbortController();
    const { signal } = controller;
    const chosen = (value) => {
      controller.abort();
      resolve(value);
    };
    dialog.addEventListener("submit", (event) => chosen(event.submitter.value), { signal });
    dialog.addEventListener("close", () => { if (!dialog.open) chosen(""); }, { signal }); // it may be open once more by now
  });
}
