// Dialogs of the page, by their ids; one is open at a time.
export const dialogs = Object.fromEntries([...document.querySelectorAll("dialog")].map((dialog) => [dialog.id, dialog]));

// What was chosen; "" for nothing.
export function opened(dialog) {
  for (const other of document.querySelectorAll("dialog[open]")) other.close("");
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }));
}
