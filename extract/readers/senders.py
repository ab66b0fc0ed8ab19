"""Who wrote a message, and for whom: a name from an address, an outlet from headers or the sender's domain."""

from __future__ import annotations

import re
from email.utils import parseaddr

from extract.english.wordlists import entries

_LIST_NAME = re.compile(r"\s*\"?([^<>\"]+?)\"?\s*<[^<>]*>")
_VIA = re.compile(r"(?P<who>.+?)\s+(?:via|at)\s+(?P<where>.+)")
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4}")
_MACHINE = re.compile(r"(?:e?mail|mailer?|news(?:letters?)?|lists?|smtp|mx|send|bounces?|reply|www|info|updates?)\d*\.")


def byline(sender: str | None) -> str | None:
    """The person of a "From" header: "Mira Tolland via Press List" gives "Mira Tolland", an address or a desk None."""
    name = _name(sender)
    via = _VIA.fullmatch(name)
    who = _turned(via["who"] if via else name)
    return who if _PERSON.fullmatch(who) and not _is_desk(who) else None


def outlet(organization: str | None, list_id: str | None, sender: str | None) -> str | None:
    """The organization named, the list's name, a sender who is no person, or the domain of the sender's house."""
    if organization:
        return organization
    if named := _LIST_NAME.match(list_id or ""):
        return named[1]
    name = _name(sender)
    if via := _VIA.fullmatch(name):
        return str(via["where"])
    return name if " " in name and byline(sender) is None else _domain(sender)


def _is_desk(name: str) -> bool:
    return not entries("desk_words").isdisjoint(name.lower().split())


def _name(sender: str | None) -> str:
    name = parseaddr(sender or "")[0].strip(" \"'")
    return "" if "@" in name else name


def _turned(name: str) -> str:
    """ "Tolland, Mira" is Mira Tolland."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and first and "," not in first else name


def _domain(sender: str | None) -> str | None:
    domain = parseaddr(sender or "")[1].rpartition("@")[2].lower().strip(".")
    free = entries("free_mail")
    while "." in domain and domain not in free and domain.count(".") > 1 and (match := _MACHINE.match(domain)):
        domain = domain[match.end() :]
    return domain if "." in domain and domain not in free and re.fullmatch(r"[\w.-]{4,253}", domain) else None
