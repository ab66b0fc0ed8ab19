"""What a claim's words say, as a row holds it: JSON without what is plain or follows from the rest."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from extract.english.forms import Amount, ClaimPhrases, Course, Identity, NounPhrase, VerbPhrase

_NOUN = NounPhrase("", "", Identity.LOOSE, ())._asdict()
_VERB = VerbPhrase("", Course.EVENT)._asdict()
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
    relation = found["relation"]
    return ClaimPhrases(
        _noun_of(found["subject"]),
        VerbPhrase(**(_VERB | relation | {"course": Course(relation.get("course", Course.EVENT))})),
        _noun_of(thing) if thing else None,
        tuple(_noun_of(one) if one else None for one in others),
    )


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


def _noun_of(found: dict[str, Any]) -> NounPhrase:
    name = found.get("name")
    normal = found.get("normal", name or "")
    words = tuple(found.get("words", normal.split()))
    plain = _NOUN | _derived(name, normal, words) | found
    amount, complement = found.get("amount"), found.get("complement")
    made = {
        "words": words, "identity": Identity(plain["identity"]), "anchors": tuple(plain["anchors"]),
        "amount": Amount(*amount) if amount else None, "complement": _noun_of(complement) if complement else None,
    }  # fmt: skip
    return NounPhrase(**(plain | made))
