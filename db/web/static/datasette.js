// Datasette's field for SQL has no name of its own: it is made by a script when the page has loaded.
"use strict";

addEventListener("load", () => {
  for (const field of document.querySelectorAll(".CodeMirror textarea")) field.setAttribute("aria-label", "SQL");
});
