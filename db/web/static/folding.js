// Folds filters on a narrow screen, and opens what a link leads into: a place inside something folded.
const narrow = matchMedia("(max-width: 800px)");
for (const folded of document.querySelectorAll("details.facets")) folded.open = !narrow.matches;

function unfold() {
  const place = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const folded = place && place.closest("details");
  if (!folded || folded.open) return;
  folded.open = true;
  place.scrollIntoView();
}

addEventListener("hashchange", unfold);
unfold();
