// Names Datasette's SQL field for screen readers. A script of Datasette makes it when the page has loaded.
"use strict";

addEventListener("load", () => {
  for (const field of document.querySelectorAll(".CodeMirror textarea")) field.setAttribute("aria-label", "SQL");
});
