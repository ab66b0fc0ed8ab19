"""What a claim's words say, as a row holds it: JSON without what is plain or follows from the rest."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from extract.english.forms import Amount, ClaimPhrases, Course, Identity, NounPhrase, VerbPhrase

_NOUN = NounPhrase("", "", Identity.LOOSE, ())._asdict()
_VERB = VerbPhrase("", Course.EVENT)._asdict()
#: By their values: looked up a hundred thousand times.
_IDENTITIES, _COURSES = {one.value: one for one in Identity}, {one.value: one for one in Course}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_decode = json.JSONDecoder().raw_decode


def pack(phrases: ClaimPhrases) -> str:
    """A claim's phrases as JSON."""
    found: dict[str, Any] = {"subject": _noun(phrases.subject), "relation": _told(phrases.relation, _VERB)}
    if phrases.object is not None:
        found["object"] = _noun(phrases.object)
    if any(phrases.qualifiers):
        found["qualifiers"] = [_noun(phrase) if phrase else None for phrase in phrases.qualifiers]
    elif phrases.qualifiers:
        found["qualifiers"] = len(phrases.qualifiers)
    return _encode(found)


@lru_cache(maxsize=5_000)
def unpack(stored: str) -> ClaimPhrases:
    """A claim's phrases from their JSON. Statements and events read those of an article one after the other."""
    found = _decode(stored)[0]
    thing, others = found.get("object"), found.get("qualifiers", ())
    if isinstance(others, int):  # all of them say nothing to compare by
        others = (None,) * others
    return ClaimPhrases(
        _noun_of(found["subject"]),
        _verb_of(found["relation"]),
        _noun_of(thing) if thing else None,
        tuple(_noun_of(one) if one else None for one in others),
    )


def has_amount(stored: str) -> bool:
    """Whether some phrase may give a number, by the stored phrases of a claim."""
    return '"amount":' in stored


def _told(phrase: NounPhrase | VerbPhrase, plain: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in zip(phrase._fields, phrase, strict=True) if value != plain[name]}


def _noun(phrase: NounPhrase) -> dict[str, Any]:
    derived = _derived(phrase.name, phrase.normal, phrase.words)
    found = _told(phrase, _NOUN | derived)
    if phrase.complement:
        found["complement"] = _noun(phrase.complement)
    return found


def _derived(name: str | None, normal: str, words: tuple[str, ...]) -> dict[str, Any]:
    """What most phrases have that begin with the same: a name is its own normal form, of these words."""
    return {
        "normal": name or "", "words": tuple(normal.split()), "head": words[-1] if words else "",
        "identity": Identity.NAME if name and normal == name else Identity.LOOSE,
    }  # fmt: skip


def _verb_of(found: dict[str, Any]) -> VerbPhrase:
    course = _COURSES[found.pop("course", Course.EVENT)]
    return VerbPhrase(found.pop("normal", ""), course, **found)


def _noun_of(found: dict[str, Any]) -> NounPhrase:
    """(What is plain and not told follows from the type: copying it there and over again took half of the time.)"""
    name = found.get("name")
    normal = found.setdefault("normal", name or "")
    words = found["words"] = tuple(found["words"] if "words" in found else normal.split())
    if "head" not in found:
        found["head"] = words[-1] if words else ""
    identity = found.get("identity") or (Identity.NAME if name and normal == name else Identity.LOOSE)
    found["identity"] = _IDENTITIES[identity]
    if "anchors" in found:
        found["anchors"] = tuple(found["anchors"])
    if amount := found.get("amount"):
        found["amount"] = Amount(*amount)
    if complement := found.get("complement"):
        found["complement"] = _noun_of(complement)
    return NounPhrase(**found)
