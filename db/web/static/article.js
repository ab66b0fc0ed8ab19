// Joins the text of an article with the cards of its claims. The page works without it: sentences are links to
// their claims. Nothing here counts characters; the text was cut where claims begin and end before it was sent.
"use strict";

(() => {
  const panel = document.getElementById("claims");
  const text = document.querySelector("article.text");
  const back = panel.querySelector(".back");
  const status = document.getElementById("status");
  const groups = new Map([...panel.querySelectorAll(".group")].map((group) => [group.dataset.sentence, group]));
  const roles = ["subject", "relation", "object"];
  let chosen = null; // the sentence that stays until another is chosen
  let shown = null;

  const sentence = (position) => document.getElementById(`t${position}`);

  function light(card) {
    for (const part of text.querySelectorAll(".lit")) part.classList.remove("lit", ...roles.map((role) => `is-${role}`));
    for (const other of panel.querySelectorAll(".claim.lit")) other.classList.remove("lit");
    if (!card) return;
    card.classList.add("lit");
    for (const role of roles) {
      for (const part of text.querySelectorAll(`[data-${role}~="${card.dataset.claim}"]`)) part.classList.add("lit", `is-${role}`);
    }
  }

  function show(position, card) {
    if (shown !== position) {
      if (shown !== null) sentence(shown).classList.remove("shown");
      for (const [key, group] of groups) group.hidden = position !== null && key !== position;
      if (position !== null) sentence(position).classList.add("shown");
      shown = position;
    }
    document.body.classList.toggle("open", position !== null);
    back.hidden = position === null;
    status.textContent = position === null ? "" : `Claims of this sentence: ${visibleCards(position).length}. Press Enter to open them.`;
    light(position === null ? null : card || visibleCards(position)[0]);
  }

  const visibleCards = (position) =>
    [...groups.get(position).querySelectorAll(".claim")].filter((card) => card.offsetParent !== null);

  function choose(position, card) {
    if (chosen !== null) sentence(chosen).classList.remove("chosen");
    chosen = position;
    if (position !== null) sentence(position).classList.add("chosen");
    show(position, card);
  }

  // On a narrow screen the cards lie over the lower half: the sentence has to stand above them.
  function uncover(position) {
    const box = sentence(position).getBoundingClientRect();
    const top = panel.getBoundingClientRect().top;
    if (getComputedStyle(panel).position === "fixed" && box.bottom > top) window.scrollBy({ top: box.bottom - top + 24 });
  }

  // A long article comes in parts, and the server knows in which one a claim or a sentence is.
  function lookElsewhere(place) {
    const asked = new URLSearchParams(location.search).get("at");
    if (text.dataset.part && place && place !== asked) location.replace(`?at=${encodeURIComponent(place)}#${place}`);
  }

  function followAddress() {
    const place = decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(place);
    if (!target) {
      lookElsewhere(place);
      return;
    }
    const group = target.closest(".group");
    const at = group ? group.dataset.sentence : target.dataset.sentence;
    if (at === undefined) return;
    choose(at, target.classList.contains("claim") ? target : null);
    sentence(at).scrollIntoView({ block: "center" });
  }

  const sentenceAt = (event) => event.target.closest("a.sentence");

  text.addEventListener("pointerover", (event) => {
    const over = sentenceAt(event);
    if (over && event.pointerType === "mouse" && chosen === null) show(over.dataset.sentence);
  });
  text.addEventListener("focusin", (event) => {
    const over = sentenceAt(event);
    if (over && over.matches(":focus-visible")) choose(over.dataset.sentence);
  });
  text.addEventListener("click", (event) => {
    const over = sentenceAt(event);
    if (!over || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.detail === 0) {
      choose(over.dataset.sentence); // by the Enter key
      visibleCards(chosen)[0]?.focus();
      return;
    }
    if (String(window.getSelection())) return; // words were being marked, not a sentence chosen
    choose(chosen === over.dataset.sentence ? null : over.dataset.sentence);
    if (chosen !== null) uncover(chosen);
  });

  for (const kind of ["pointerover", "focusin"]) {
    panel.addEventListener(kind, (event) => {
      const card = event.target.closest(".claim");
      if (card) light(card);
    });
  }
  panel.querySelector("#close").addEventListener("click", () => {
    const last = chosen;
    choose(null);
    if (last !== null) sentence(last).focus({ preventScroll: true });
    history.replaceState(null, "", location.pathname + location.search);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || shown === null) return;
    if (panel.contains(document.activeElement)) sentence(shown).focus({ preventScroll: true });
    choose(null);
  });

  for (const button of panel.querySelectorAll("[data-only]")) {
    button.addEventListener("click", () => {
      for (const other of panel.querySelectorAll("[data-only]")) other.setAttribute("aria-pressed", String(other === button));
      document.body.dataset.only = button.dataset.only;
      choose(null);
    });
  }

  document.body.classList.add("scripted");
  window.addEventListener("hashchange", followAddress);
  followAddress();
})();
