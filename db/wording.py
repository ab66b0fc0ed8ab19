"""A claim's marks as words a reader understands: "said by the minister", "denied", "if ...", "since 2012"."""

from __future__ import annotations

from dataclasses import dataclass

_MODALITY = {"probable": "probably", "possible": "possibly", "uncommitted": "left open"}
_MOOD = {
    "condition": "supposed",
    "question": "asked",
    "imperative": "demanded",
    "wish": "wished",
    "plan": "planned",
    "forecast": "forecast",
    "hypothesis": "hypothetical",
    "generic": "in general",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an attribution: who (None: nobody named), by which word, and how far that word commits."""

    source: str | None
    cue: str | None
    polarity: str = "positive"
    modality: str = "certain"
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What a claim's wording depends on; the values are those of extract.model's enums."""

    polarity: str = "positive"
    modality: str = "certain"
    mood: str = "statement"
    condition: str | None = None
    steps: tuple[Step, ...] = ()
    time: str | None = None
    place: str | None = None


def words(marks: Marks) -> list[str]:
    """The marks in the order a reader needs them: who says so, whether it holds, when and where."""
    found = [_said(step) for step in marks.steps]
    if marks.polarity == "negative":
        found.append("negated")
    if marks.modality in _MODALITY:
        found.append(_MODALITY[marks.modality])
    if marks.mood in _MOOD:
        found.append(_MOOD[marks.mood])
    if marks.condition:
        found.append(_cut(marks.condition))
    found.extend(_cut(part) for part in (marks.time, marks.place) if part)
    return found


def _said(step: Step) -> str:
    who = step.source or "an unnamed source"
    if step.resolved and step.resolved != step.source:
        who = f"{who} [{step.resolved}]"
    if step.polarity == "negative":
        return f"not said by {who}" if not step.cue else f"{step.cue}: {who} (does not commit to it)"
    return f"said by {who}" + (f" ({step.cue})" if step.cue else "")


def _cut(text: str, most: int = 60) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"
