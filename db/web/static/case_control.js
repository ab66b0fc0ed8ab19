// "Add to case": a dialog with the open folders, for any page that has the control.
import { element, safe } from "./dom.js";
import { ask } from "./api.js";

function dialog(button, folders, token) {
  const { cases, kind, item, words } = button.dataset;
  const status = element("p", { role: "status" });
  const made = element("dialog", { class: "case-dialog", "aria-labelledby": "case-title" });
  const attempt = async (content, name) => {
    try {
      const { folder } = await ask(`${cases}/change.json`, { ...content, kind, item, words }, token);
      made.close();
      const link = element("a", { href: `${cases.replace(/cases$/, "case")}/${folder}` }, safe(name));
      button.nextElementSibling?.matches(".case-done") && button.nextElementSibling.remove();
      button.after(element("span", { class: "case-done", role: "status" }, " Added to ", link));
      button.focus();
    } catch (error) {
      status.textContent = error.message;
    }
  };
  const choice = ({ key, name, items, holds }) =>
    element("li", {}, element("button", { type: "button", disabled: holds, on: { click: () => attempt({ action: "add", folder: key }, name) } }, safe(name), element("small", {}, holds ? " already in it" : ` ${items.toLocaleString("en")} ${items === 1 ? "item" : "items"}`)));
  const field = element("input", { name: "name", maxlength: "120", required: true, autocomplete: "off" });
  const create = element("form", {}, element("label", {}, "New case ", field), " ", element("button", {}, "Create and add"));
  create.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt({ action: "create", name: field.value }, field.value);
  });
  const cancel = element("button", { type: "button", on: { click: () => made.close() } }, "Cancel");
  made.append(element("h2", { id: "case-title" }, "Add to case"), folders.length ? element("ul", {}, ...folders.map(choice)) : element("p", {}, "There are no cases yet."), create, status, element("p", {}, cancel));
  made.addEventListener("close", () => made.remove());
  return made;
}

async function open(button) {
  const { cases, kind, item } = button.dataset;
  try {
    const { folders, token } = await ask(`${cases}.json?${new URLSearchParams({ kind, item })}`);
    const made = dialog(button, folders, token);
    document.body.append(made);
    made.showModal();
  } catch (error) {
    button.after(element("span", { class: "case-done", role: "alert" }, ` ${error.message}`));
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest(".case-add");
  if (button) open(button);
});
