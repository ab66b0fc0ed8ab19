"""What a clause says, whatever its words: voice, light verbs, offices, measures, the dead of an event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.statements.normal_form import Adjunct, Content, Row
from db.statements.terms import Referents, Term, linked, term
from extract.english.forms import Amount, Course, Identity, NounPhrase, VerbPhrase
from extract.english.vocabulary import OLD, disasters, has_term, names_disaster, offices, verb
from extract.english.wordlists import word_class

_PLACES = word_class("place prepositions")
_ERGATIVE = word_class("ergative verbs")
_WHERE = ("recipient", "destination", "accompaniment", "purpose", "place", "other")
_WHOM = ("recipient", "destination", "accompaniment")
_LEVELS = word_class("verbs of levels")
_COUNTED = {"kill": "dead", "die": "dead", "injure": "hurt", "murder": "dead"}


@dataclass(slots=True)
class Clause:
    """A claim's parts as terms. `agent` and `patient` are who does it and to whom, whatever the voice."""

    row: Row
    verb: VerbPhrase
    subject: Term
    object: Term | None
    adjuncts: list[Adjunct]
    referents: Referents
    size: Amount | None = None  # how long, how old, for how much
    event: Term | None = None  # the one disaster that the article tells of
    counted: bool = False  # whether the sentence before, or this one, counts its dead
    agent: Term | None = None
    patient: Term | None = None

    def of(self, phrase: NounPhrase) -> Term:
        return linked(term(phrase), self.referents)


def content(clause: Clause) -> Content | None:
    """What the clause says; None if it says it of nobody."""
    said = _content(clause)
    one, other = clause.agent, clause.patient
    if said is None or said.relation not in _MUTUAL or not (one and other and one.identified and other.identified):
        return said
    if said.agent <= said.patient:
        return said
    clause.agent, clause.patient = other, one
    return said._replace(agent=said.patient, patient=said.agent)


def _content(clause: Clause) -> Content | None:
    if clause.verb.normal == "be":
        return _copula(clause)
    for reading in (_uninvolved, _found, _staffed, _sold, _measured, _toll, _bodies, _figure_of, _voted, _light):
        found = reading(clause)
        if found is not None:
            return found
    return _plain(clause)


def _plain(clause: Clause) -> Content | None:
    if clause.verb.normal == "pass" and {t.phrase.head for t in (clause.subject, clause.object) if t} & _LAWS:
        clause.verb = clause.verb._replace(normal="approve", course=Course.ONCE)
    if clause.verb.normal in _JAILED and has_term("sentence", clause.size):
        clause.verb = clause.verb._replace(normal="sentence", course=Course.ONCE)
    verb = clause.verb
    if verb.passive and verb.normal == "bear" and clause.object is not None and clause.object.identified:
        clause.agent, clause.patient = clause.subject, clause.object
        return Content(clause.subject.key, "be born in", clause.object.key, Course.ONCE)
    name, where = (_passive if verb.passive else _active)(clause)
    if clause.patient is None and name in _ERGATIVE:
        clause.agent, clause.patient = None, clause.agent
    agent, patient = clause.agent, clause.patient
    if name in _FOUND.values() and not where:
        where = _charge(clause)
    counted = patient.amount if patient and patient.identity in (Identity.LOOSE, Identity.NAME) else None
    if counted is None and agent is not None and agent.identity is Identity.LOOSE:
        counted = agent.amount if _is_count(agent.amount) else None  # "four people died"
    if counted is None and has_term(verb.normal, clause.size):
        return Content(_key(agent), name, _key(patient), verb.course, clause.size, where)
    if verb.normal in ("rise", "fall") and verb.tail in ("", "by"):
        return _moved(clause, agent, counted)
    if clause.row.lemma in _LED and not verb.passive and not verb.tail and _name(agent) and _name(patient):
        office = _LED[clause.row.lemma]
        return Content(_key(agent), f"be {office}", _key(patient), Course.STATE, office=office)
    return Content(
        _key(agent), name, _counted(patient), verb.course, counted, where,
        period=counted is not None and verb.course is not Course.STATE,
    )  # fmt: skip


def _found(clause: Clause) -> Content | None:
    """ "Was found alive" says that he is, "was found guilty of fraud" what "was convicted of fraud" does."""
    words = " ".join(clause.object.phrase.words) if clause.object else ""
    if clause.verb.normal != "find" or not clause.verb.passive or words not in _FOUND:
        return None
    verdict, clause.object = _FOUND[words], None
    if verdict in ("alive", "dead"):
        clause.agent, clause.patient = clause.subject, None
        return Content(clause.subject.key, "be", verdict, Course.STATE)
    clause.agent, clause.patient = None, clause.subject
    return Content("", verdict, clause.subject.key, Course.ONCE, where=_charge(clause))


def _charge(clause: Clause) -> str:
    """ "~fraud", of "acquitted Ada Kolm of fraud", "guilty of fraud"."""
    charge = clause.row.told.lower().partition(" of ")[2]
    return f"~{charge}" if charge else ""


_FOUND = {
    "alive": "alive", "dead": "dead", "guilty": "convict", "not guilty": "acquit", "innocent": "acquit",
}  # fmt: skip


def _staffed(clause: Clause) -> Content | None:
    """ "Has 9,000 employees" is employs 9,000 people."""
    thing = clause.object
    if thing is None or clause.verb.normal != "have" or thing.phrase.head not in _STAFF or thing.phrase.anchors:
        return None
    if thing.amount is None or thing.amount.unit != "people" or len(thing.phrase.words) > 1:
        return None
    clause.agent, clause.patient = clause.subject, thing
    return Content(clause.subject.key, "employ", "people", Course.STATE, thing.amount, _where(clause))


def _sold(clause: Clause) -> Content | None:
    """ "Pellstrom was sold to Veltra for $4 million" is "Veltra bought Pellstrom for $4 million"."""
    thing = clause.subject if clause.verb.passive else clause.object
    if clause.verb.normal != "sell" or thing is None or thing.identity is not Identity.NAME or thing.amount:
        return None
    buyer = clause.object if clause.verb.passive and clause.verb.tail == "to" else None
    if buyer is None:
        to = next((a.phrase for a in clause.adjuncts if a.phrase and a.text.startswith("to ")), None)
        buyer = clause.of(to) if to else None
    if buyer is None or buyer.identity is not Identity.NAME:
        return None
    clause.agent, clause.patient = buyer, thing
    return Content(buyer.key, "acquire", thing.key, Course.ONCE, clause.size)


_STAFF = frozenset({"employee", "staff", "staffer", "worker"})


def _uninvolved(clause: Clause) -> Content | None:
    """ "Had nothing to do with the leak" is not the same as with the fire."""
    found = UNINVOLVED.match(clause.row.told) if clause.verb.normal == "have" and clause.object else None
    if found is None:
        return None
    clause.agent, clause.patient = clause.subject, None
    return Content(clause.subject.key, "have to do with", clause.row.told[found.end() :].lower(), Course.STATE)


#: Behind "had": what it is, follows.
UNINVOLVED = re.compile(
    r"(?:absolutely |literally )?nothing (?:whatsoever |whatever |at all )?to do with ", re.IGNORECASE
)


def _is_count(size: Amount | None) -> bool:
    """Whether somebody counted: not "one of the godfathers", "at least 5.9 hit the coast"."""
    return size is not None and bool(size.unit) and (size.low, size.high) != (1, 1)


def _sure(clause: Clause) -> bool:
    """Whether it happened once to something identified: then no place tells it from others."""
    return clause.verb.course is Course.ONCE and (clause.object is None or clause.object.identified)


def _passive(clause: Clause) -> tuple[str, str]:
    """Sets agent and patient; the relation's name and whom or where it reaches."""
    verb, thing = clause.verb, clause.object
    clause.agent, clause.patient = _agent(clause), clause.subject
    where = _where(clause, _WHOM if _sure(clause) else _WHERE)
    if clause.agent is not None and verb.tail != "by":
        return verb.normal, ""
    if thing is None or verb.tail in ("", "by"):
        return verb.normal, where
    name = verb.normal if verb.tail in _PLACES | {"of"} else f"{verb.normal} {verb.tail}"
    return name, thing.key if thing.identified else where or f"~{thing.key}"


def _active(clause: Clause) -> tuple[str, str]:
    """The same where the subject does it."""
    verb, thing = clause.verb, clause.object
    clause.agent, clause.patient = clause.subject, thing
    where = _where(clause, _WHOM if _sure(clause) else _WHERE)
    if verb.tail not in _PLACES or verb.normal in _ARGUED:
        return f"{verb.normal} {verb.tail}".strip(), where
    clause.patient = None
    if thing and verb.course is not Course.ONCE:  # "spoke at a rally": not any speaking
        where = thing.key if thing.identified else where or f"~{thing.key}"
    return verb.normal, where


#: Whoever is sent to prison for so many years is sentenced to them.
_JAILED = frozenset({"imprison", "jail"})
#: What is approved when it is passed.
_LAWS = word_class("laws")
#: Verbs of holding an office: "Stann leads the Harbour Party".
_LED = {"lead": "leader", "head": "leader", "chair": "chair"}


def _name(found: Term | None) -> bool:
    return found is not None and found.identity is Identity.NAME


#: Relations that both have to each other.
_MUTUAL = word_class("mutual relations")


def _moved(clause: Clause, agent: Term | None, counted: Amount | None) -> Content | None:
    """ "Profit fell", "fell 20 percent", "fell by 20 percent" differ in nothing but the number."""
    spare = next((a.phrase.amount for a in clause.adjuncts if a.role == "measure" and a.phrase), None)
    counted = counted or spare
    clause.patient = None
    return Content(_key(agent), clause.verb.normal, "", clause.verb.course, counted, period=counted is not None)


#: Verbs whose place is what they are about.
_ARGUED = word_class("verbs about their place")


def _key(found: Term | None) -> str:
    return found.key if found else ""


def _counted(found: Term | None) -> str:
    """A counted thing goes by its noun: "60 rescuers" are rescuers, "12 people" people."""
    if found is None:
        return ""
    inner = found.phrase
    if found.amount is None or len(inner.words) > 1 or inner.anchors:
        return found.key
    return found.amount.unit if found.amount.unit in ("people", inner.head, inner.normal) else found.key


def _agent(clause: Clause) -> Term | None:
    """By whom, where the voice is passive."""
    if clause.verb.tail == "by":
        return clause.object
    by = next((a.phrase for a in clause.adjuncts if a.role == "agent" and a.phrase), None)
    if by is None and clause.verb.passive and clause.object is not None:
        by = clause.object.phrase.complement
    return clause.of(by) if by else None


def _where(clause: Clause, roles: tuple[str, ...] = _WHERE) -> str:
    """Whom or where it reaches, by name: to Brennick, for Cellano, in Lund."""
    for role in roles:
        for adjunct in clause.adjuncts:
            if adjunct.role != role and not (adjunct.role == "other" and adjunct.text.startswith(("with ", "to "))):
                continue
            found = clause.of(adjunct.phrase) if adjunct.phrase else None
            if found and found.identified:
                return found.key
    return ""


def _light(clause: Clause) -> Content | None:
    """ "Paid a visit to Farrow" is visited Farrow."""
    thing = clause.object
    if thing is None or clause.verb.passive:
        return None
    name = clause.verb.light
    if not name:
        return None
    target = clause.of(thing.phrase.complement) if thing.phrase.complement else None
    if target is None and (key := _where(clause)):
        target = Term(Identity.NAME, key, thing.phrase)
    clause.agent, clause.patient = clause.subject, target
    known = verb(name, target is not None)
    return Content(
        clause.subject.key, known.name if known else name, _key(target), known.course if known else Course.EVENT
    )


def _copula(clause: Clause) -> Content | None:
    """What something is: an office and who holds it, a measure and its number, else a class or quality."""
    thing = clause.object
    if thing is None:
        return _aged(clause)
    if clause.verb.tail == "among" and _AMONG_DEAD.match(clause.row.told):
        clause.agent, clause.patient = clause.subject, None
        return Content(clause.subject.key, "be", "dead", Course.STATE)
    if thing.key == clause.subject.key:  # "Ada Lind is his wife": a wife, not Ada Lind
        thing = Term(thing.phrase.identity, thing.phrase.normal, thing.phrase)
    measured = _measured(clause)
    if measured is not None:
        return measured
    for holder, role in ((clause.subject, thing), (thing, clause.subject)):
        found = _office(clause, holder, role)
        if found is not None:
            return found
    if thing.amount:
        return _sized(clause, thing.amount)
    clause.agent, clause.patient = clause.subject, thing
    plain = not thing.identified and not thing.phrase.indefinite and not clause.verb.tail
    name = f"be {clause.verb.tail}".strip()
    return Content(
        _place_of(clause.subject, thing) or clause.subject.key,
        name,
        thing.phrase.quality if plain else thing.key,
        Course.STATE,
        where=_where(clause, ("place",)),
    )


def _place_of(one: Term, called: Term) -> str | None:
    """Ostmark, of "the war in Ostmark is a war of choice", which is what "Ostmark is a war of choice" says."""
    is_called_so = called.phrase.indefinite and called.phrase.head == one.phrase.head
    return one.phrase.anchors[0] if is_called_so and len(one.phrase.anchors) == 1 else None


#: "Was among the dead", "among those killed".
_AMONG_DEAD = re.compile(r"(?:the |those )?(?:\w+ )?(?:dead|killed)\b(?! or)")


def _aged(clause: Clause) -> Content | None:
    """ "Milan Drost, 41"; not "was 18 at the time"."""
    if not has_term(OLD, clause.size) or clause.subject.identity is not Identity.NAME:
        return None
    if any(adjunct.role == "time" for adjunct in clause.adjuncts):
        return None
    clause.agent, clause.patient = clause.subject, None
    return Content(clause.subject.key, OLD, "", Course.STATE, clause.size)


def _sized(clause: Clause, size: Amount) -> Content:
    """ "The tunnel is 11 kilometres long"."""
    rest = clause.object.phrase.quality.rpartition(" ")[2] if clause.object else ""
    clause.agent, clause.patient = clause.subject, None
    name = f"be {rest}" if rest.isalpha() else "be"
    return Content(clause.subject.key, "level" if size.unit == "percent" else name, "", Course.STATE, size)


_FOLDED = {"founder": "found", "owner": "own"}


def _office(clause: Clause, holder: Term, role: Term) -> Content | None:
    """Who holds an office of which a body has one; "former", "deputy" and "a" make it another thing."""
    inner = role.phrase
    if holder.identity is not Identity.NAME or role.identity is Identity.NAME or inner.amount:
        return None
    title = offices().get(" ".join(inner.words))
    if title is None or not inner.anchors:
        return None
    clause.agent, clause.patient = holder, Term(Identity.NAME, inner.anchors[0], inner)
    name = _FOLDED.get(title, f"be {title}")
    course = Course.ONCE if name == "found" else Course.STATE
    sole = not inner.indefinite and title not in ("founder", "owner")
    return Content(holder.key, name, inner.anchors[0], course, office=title if sole else "")


def _measured(clause: Clause) -> Content | None:
    """A measure that the subject names, or that it is itself: "the cost of X is 2", "X's shares closed at 40"."""
    size = clause.object.amount if clause.object else None
    if size is None or clause.verb.passive or clause.verb.normal not in _LEVELS:
        return None
    moves = clause.verb.normal in ("rise", "fall")
    if clause.verb.tail not in ("", "to", "at") or (moves and clause.verb.tail != "to"):
        return None
    inner = clause.subject.phrase
    name = inner.measure
    if name in ("dead", "hurt", "missing"):
        return _tolled(clause, name, size, inner.anchors[0] if inner.anchors else "")
    if name and inner.anchors:
        clause.agent, clause.patient = Term(Identity.NAME, inner.anchors[0], inner), None
        return Content(inner.anchors[0], name, "", Course.STATE, size)
    if name or clause.verb.normal == "be" or not clause.subject.identified:
        return (
            None
            if not (clause.verb.normal == "be" and clause.subject.identified and size.unit == "percent")
            else _level(clause, size)
        )
    return _level(clause, size)


def _level(clause: Clause, size: Amount) -> Content:
    clause.agent, clause.patient = clause.subject, None
    return Content(clause.subject.key, "level", "", Course.STATE, size)


def _toll(clause: Clause) -> Content | None:
    """Dead, hurt and missing, whether the event killed them or they died in it."""
    name = _COUNTED.get(clause.verb.normal)
    if name is None:
        return None
    if clause.verb.passive or clause.verb.normal == "die":
        size, by = clause.subject.amount, clause.object if clause.verb.tail != "" else None
        if by is None:
            roles = ("place", "agent", "other", "time")
            named = next((clause.of(a.phrase) for a in clause.adjuncts if a.role in roles and a.phrase), None)
            by = named if named and named.identified and _disaster(named) else None
    else:
        size, by = clause.object.amount if clause.object else None, clause.subject
    if size is None or (by is not None and by.identified and not _disaster(by)):
        return None
    if by is not None and not by.identified and not (_disaster(by) and clause.event and not by.phrase.indefinite):
        return None
    if by is None and _is_of_another(clause):
        return None
    return _tolled(clause, name, size, by.key if by and by.identified else "")


def _is_of_another(clause: Clause) -> bool:
    """Whether a clause tells when they died, and does not name the one event: "two died when a bridge collapsed"."""
    event = _key(clause.event).split()
    clauses = (a.text.lower() for a in clause.adjuncts if _WHEN.match(a.text))
    return any(not any(word in text for word in event) for text in clauses)


_WHEN = re.compile(r"(?:when|after|as|while) .", re.IGNORECASE)


def _bodies(clause: Clause) -> Content | None:
    """ "The hospital in Tarn received twelve bodies" is at least twelve dead."""
    thing = clause.object
    if clause.verb.normal != "receive" or thing is None or thing.amount is None or thing.amount.unit != "body":
        return None
    return _tolled(clause, "dead", Amount(thing.amount.low, None, "people"), "")


def _figure_of(clause: Clause) -> Content | None:
    """ "The ministry gave a figure of eleven", right after the dead of another count."""
    thing = clause.object
    if not clause.counted or thing is None or clause.row.lemma not in ("give", "put", "cite", "report"):
        return None
    figure = thing.phrase.complement.amount if thing.phrase.complement else None
    return _tolled(clause, "dead", figure, "") if figure and figure.unit == "" else None


def _voted(clause: Clause) -> Content | None:
    """ "Won 54 percent of the vote", "received 51.2 percent of the vote": not that in one town."""
    thing = clause.object
    if thing is None or clause.verb.passive or clause.verb.tail or clause.row.lemma not in _POLLED:
        return None
    if thing.amount is None or thing.amount.unit != "percent" or thing.phrase.head != "vote":
        return None
    towns = [name for name in thing.phrase.anchors if name.rpartition(" ")[2] != "election"]
    where = _where(clause, ("place",)) or " ".join(towns) or thing.phrase.normal.partition(" ~")[2]
    clause.agent, clause.patient = clause.subject, None
    return Content(clause.subject.key, VOTE, "", Course.STATE, thing.amount, "" if "election" in where else where)


#: The share of votes that somebody got.
VOTE = "vote share"
_POLLED = word_class("verbs of getting votes")


def _disaster(found: Term) -> bool:
    return names_disaster(found.key) or found.phrase.head in disasters()


def _tolled(clause: Clause, name: str, size: Amount, event: str) -> Content | None:
    """`event` as the article names it, else the one it tells of."""
    unit = "" if size.unit in ("", "people", "when", "still") else f" {size.unit}"
    known = event or _key(clause.event)
    if not known:
        return None
    clause.agent, clause.patient = None, Term(Identity.NAME, known, clause.subject.phrase)
    size = size._replace(unit="people" if not unit else size.unit)
    return Content(
        "", name + unit, known, Course.STATE, size, _where(clause, ("place",)) if not clause.verb.tail else ""
    )
