"""From the claims of one article to their normal forms: what each says, in the form that statements are made of."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from db.events.occurrence_reading import deed
from db.statements import called_false
from db.statements.accusations import dispute, is_of_it, may_dispute
from db.statements.meaning import Clause, content
from db.statements.normal_form import OTHERS, RANKS, Adjunct, Content, NormalForm, Rival, Row, Side, Stance
from db.statements.terms import Referents, Term, linked, term
from db.turns import look_up
from extract.english.forms import TERM, Amount, Course, Identity, NounPhrase, VerbPhrase
from extract.english.vocabulary import city_of, names_disaster, poles, prizes, relations
from extract.english.wordlists import entries, word_class

Span = tuple[int, int]
_PLACE_NOUNS = entries("place_nouns")
_PARTISAN = word_class("adjectives of parties")
#: The steps of an attribution, as they are stored.
_Chain = Sequence[Mapping[str, Any]]


class Source(NamedTuple):
    """What normal forms need of an article."""

    key: str
    copy_cluster: str
    published: str
    outlet: str


def normal_forms(source: Source, rows: Sequence[Row], adjuncts: Mapping[int, list[Adjunct]]) -> list[NormalForm]:
    """The normal forms of an article's claims, in their order. Acts of saying have none: what is said is a claim."""
    chains = {chain: json.loads(chain) for chain in {row.attribution for row in rows if row.attribution}}
    cues = _cues(chains.values())
    acts = {row.id for row in rows if cues.hold(row.predicate_start, row.predicate_end) or is_of_it(row)}
    referents = Referents()
    clauses = [_clause(row, adjuncts.get(row.id, []), referents) for row in rows if row.id not in acts]
    _link(clauses, referents)
    for row in rows:
        name = row.subject_who or row.subject.name
        if row.relation.normal == "be" and row.polarity != "negative" and name and row.object:
            referents.note_role(name, row.object)
    said = _Said(rows, chains)
    found = [_disputed(_normal_form(source, clause), clause, said.by(clause.row)) for clause in clauses]
    known = {form.claim: form for form in found if form}
    for row in rows:
        if row.id in acts:
            found.append(_of_act(source, row, adjuncts.get(row.id, []), said.by(row), known, referents))
    moved = any(row.relation.normal in _POSTPONED and row.polarity != "negative" for row in rows)
    forms = _as_planned([form for form in found if form is not None], {row.id: row for row in rows}, source)
    return [form._replace(moved=True) if moved and form.due else form for form in forms]


def _as_planned(forms: list[NormalForm], rows: Mapping[int, Row], source: Source) -> list[NormalForm]:
    """A headline tells in the present what is planned by its article: "Veltra shuts mill", "it will shut the mill"."""
    planned = [form.content for form in forms if form.side is Side.PLAN]
    return [
        form._replace(side=Side.PLAN, stance=Stance.PLANNED, rank=_rank(rows[form.claim], Side.OPEN) + source.key)
        if form.side is Side.YES
        and rows[form.claim].tense == "present"
        and any(_is_told_of(form.content, plan) for plan in planned)
        else form
        for form in forms
    ]


def _is_told_of(said: Content, plan: Content) -> bool:
    """Whether two contents are of the same doer, the same deed, and of things with a word in common."""
    if said.course is Course.STATE or (said.agent, said.relation) != (plan.agent, plan.relation):
        return False
    mine, theirs = (set(content.patient.split()) for content in (said, plan))
    return mine == theirs or not mine.isdisjoint(theirs)


def _of_act(
    source: Source, row: Row, adjuncts: list[Adjunct], said: Sequence[Row], known: dict[int, NormalForm], of: Referents
) -> NormalForm | None:
    """What an act of saying counts as. What is said is a claim: that it is denied or called false is one too."""
    if answer := called_false.answer(row, adjuncts, said, known):
        return answer
    if not may_dispute(row, said):
        return None
    act = _clause(row._replace(object=None, object_who=None), adjuncts, Referents({}, of.roles))
    form = _disputed(_normal_form(source, act), act, said)
    return form if form and form.dispute else None


def _disputed(form: NormalForm | None, clause: Clause, said: Sequence[Row]) -> NormalForm | None:
    found = dispute(clause, said) if form else None
    return form._replace(dispute=found) if form and found else form


class _Said:
    """The claims that each act of saying of an article is of, by where its cue begins and ends: a cue has the
    auxiliaries that no predicate has ("have disputed")."""

    def __init__(self, rows: Iterable[Row], chains: Mapping[str, _Chain]) -> None:
        self._by_cue: dict[int, list[Row]] = {}
        for row in rows:
            cue = chains[row.attribution][-1]["cue"] if row.attribution else None
            for place in {at for start, end in cue["spans"] for at in (start, end - 1)} if cue else ():
                self._by_cue.setdefault(place, []).append(row)

    def by(self, act: Row) -> list[Row]:
        """The claims that are said by an act."""
        within = range(act.predicate_start, act.predicate_end)
        found = {row.id: row for place in within for row in self._by_cue.get(place, ())}
        return [row for number, row in sorted(found.items()) if number != act.id]


class _Places:
    """Spans of a text, in order; `_ends` has the furthest end of those up to each."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds all of this."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._ends[before - 1] >= end


def _cues(chains: Iterable[_Chain]) -> _Places:
    """Where words of saying stand, of which the article's claims are the content."""
    found: set[Span] = set()
    for chain in chains:
        for step in chain:
            if step["cue"]:
                found.update((start, end) for start, end in step["cue"]["spans"])
    return _Places(found)


def _clause(row: Row, adjuncts: list[Adjunct], referents: Referents) -> Clause:
    subject = term(row.subject, row.subject_who)
    phrases = [row.object, row.object and row.object.complement, *(adjunct.phrase for adjunct in adjuncts)]
    size = next(
        (phrase.amount for phrase in phrases if phrase and phrase.measure == TERM),
        _share([row.told, *(adjunct.text for adjunct in adjuncts)]),
    )
    adjuncts = [adjunct for adjunct in adjuncts if not (adjunct.phrase and adjunct.phrase.measure == TERM)]
    found = term(row.object, row.object_who) if row.object and row.object.measure != TERM else None
    for named in (subject, found):
        if named is not None:
            referents.note(named)
    return Clause(row, row.relation, subject, found, adjuncts, referents, size)


def _share(texts: Iterable[str]) -> Amount | None:
    """How many votes somebody won with: "with 53 percent of the vote"."""
    found = next((found for text in texts if (found := _WITH_SHARE.search(text))), None)
    return Amount(float(found[1]), float(found[1]), "percent") if found else None


#: Not "with 53 percent of the ballots counted".
_WITH_SHARE = re.compile(r"\bwith (\d+(?:\.\d+)?) ?(?:percent|per cent|%)(?: of (?:the )?votes?)?$", re.IGNORECASE)


def _link(clauses: list[Clause], referents: Referents) -> None:
    """Second pass: bare nouns find the one thing of their kind, numbers the one event that the article tells of."""
    for clause in clauses:
        clause.subject = linked(clause.subject, referents)
        clause.object = linked(clause.object, referents) if clause.object else None
    events = {c.subject.key: c.subject for c in clauses if _happens(c)}
    if len(events) == 1:
        [event] = events.values()
        counts = {c.row.sentence for c in clauses if _counts(c)}
        for clause in clauses:
            clause.event = event
            clause.counted = bool(counts & {clause.row.sentence, clause.row.sentence - 1})


def _happens(clause: Clause) -> bool:
    """Whether the clause tells of a disaster by name: that it killed, that it burst."""
    if not clause.subject.identified:
        return False
    if clause.verb.normal == "burst" and not clause.verb.passive:
        return True
    return names_disaster(clause.subject.key) and clause.verb.normal in ("kill", "injure", "destroy", "hit")


def _counts(clause: Clause) -> bool:
    """Whether the clause counts people dead."""
    sizes = [t.amount for t in (clause.subject, clause.object) if t and t.amount]
    return bool(sizes) and (clause.verb.normal in ("kill", "die") or sizes[0].unit == "body")


def _normal_form(source: Source, clause: Clause) -> NormalForm | None:
    look_up()
    if clause.subject.identity is Identity.NOTHING and not (clause.verb.passive and clause.verb.tail == "by"):
        return None
    said = content(clause)
    if said is None:
        return None
    agent, patient = clause.agent, clause.patient
    if said.course is Course.ONCE and _comes_again(said):
        said = said._replace(course=Course.EVENT)
    if _is(agent, Identity.NOTHING) or _is(patient, Identity.NOTHING):
        return None
    named = bool(agent and agent.identified) or bool(patient and patient.identified and not _bare(agent))
    loose = not (named and _firm(agent) and _firm(patient))
    poor = said.course is Course.EVENT and not (said.patient or said.where or said.amount)
    if poor and said.relation not in relations():  # "spoke", "went": too little to be the same elsewhere
        named = False
    if said.course is Course.EVENT and _is(agent, Identity.ANCHORED) and patient and _bare(patient):
        named = named and not patient.phrase.indefinite  # "police in Tarn shot a man": similar articles tell which
    if not named and not (_is(agent, Identity.GROUP) and patient is not None and patient.identified):
        said = said._replace(agent=f"{source.copy_cluster}:{said.agent}")
    form = _dated(source, clause, said, loose)
    if patient is None or patient is not clause.object or said.amount is not None or not said.patient:
        return form
    done = deed(said.relation, clause.row.told)  # "allowed Lenz to stay" is not "to vote"
    return form._replace(content=said._replace(patient=f"{said.patient} to {done}")) if done else form


def _comes_again(said: Content) -> bool:
    """Whether it may happen to the same each year: "the Harvest Fair opened"."""
    return any(key.rpartition(" ")[2] in _YEARLY for key in (said.agent, said.patient))


#: What is held again and again under one name.
_YEARLY = word_class("held again and again")


def _is(found: Term | None, identity: Identity) -> bool:
    return found is not None and found.identity is identity


def _bare(found: Term | None) -> bool:
    """Whether it could be anybody: then its copy cluster is part of who it is."""
    return found is not None and found.identity is Identity.LOOSE


def _firm(found: Term | None) -> bool:
    return found is None or found.identified or found.amount is not None


def _dated(source: Source, clause: Clause, said: Content, loose: bool) -> NormalForm:
    row = clause.row
    since, until = (row.valid_from[:10], row.valid_to[:10]) if row.valid_from and row.valid_to else (None, None)
    if row.valid_to and _is_put_off(row, clause.adjuncts):
        since = until = row.valid_to[:10]
    nobody = said.amount is not None and said.amount.high == 0  # "killed nobody" gives a number
    side = Side.YES if nobody and row.modality == "certain" else _side(row, clause.verb, clause.adjuncts)
    if side is Side.YES and since and _is_to_come(row, clause.verb, since, source.published):
        side = Side.PLAN
    stance = _stance(row, side)
    once = said.course is Course.ONCE and not loose
    return NormalForm(
        row.id, row.key, said, side, stance, since, until, source.published, _rank(row, side) + source.key,
        row.attribution is not None, loose,
        _place(clause) if once else "", _contest(said, clause), _scale(said), _theme(said, clause),
        due=f"{since}/{until}" if _is_due(side) and since and not _WAS_DUE.match(row.acting) else "",
        moved=any(_NOT_THEN.match(adjunct.text) for adjunct in clause.adjuncts),
    )  # fmt: skip


def _is_due(side: Side) -> bool:
    return side in (Side.PLAN, Side.DROP)


#: "Will now open on 30 June", "will open then instead of on 12 May".
_NOT_THEN = re.compile(r"now$|(?:instead of|rather than) ", re.IGNORECASE)
#: "The opening was postponed": then the days that its article gives of plans are not those given before.
_POSTPONED = word_class("verbs of moving a day")


def _is_to_come(row: Row, verb: VerbPhrase, since: str, published: str) -> bool:
    """ "Lund takes office on 1 November", "is scheduled for then", as told before; who predicts it does so now, and
    what "has been set for June" is set."""
    is_ahead = row.tense == "present" and row.aspect != "perfect" and "" < published < since
    return is_ahead and (verb.passive or verb.normal not in entries("awaiting"))


#: "Had been due to open": the day is another by now.
_WAS_DUE = re.compile(r"(?:was|were|had)\b", re.IGNORECASE)


def _is_put_off(row: Row, adjuncts: Iterable[Adjunct]) -> bool:
    """ "Will not open until 30 June" is to open then."""
    is_meant = row.polarity == "negative" and row.mood in ("plan", "forecast")
    return is_meant and any(adjunct.text.lower().startswith("until ") for adjunct in adjuncts)


#: "Will try to board": who will try to means to.
_WILL_TRY = re.compile(r"\b(?:will|would|shall|['’]ll|['’]d) (?:try|attempt|struggle) to\b")


def _is_meant(row: Row) -> bool:
    """Whether somebody plans it, or will try to. Who tried to planned nothing for later."""
    return row.mood == "plan" or (row.mood == "forecast" and bool(_WILL_TRY.search(row.acting.lower())))


def _side(row: Row, verb: VerbPhrase, adjuncts: Iterable[Adjunct]) -> Side:
    negative = row.polarity == "negative"
    if row.mood in ("plan", "forecast") and row.tense is None and verb.normal == "be":
        return Side.OPEN  # what somebody is called in passing: "Mayor Peel of Tarn will resign"
    if row.mood in ("plan", "forecast") and (row.modality != "possible" or _is_meant(row)):
        return Side.DROP if negative and not _is_put_off(row, adjuncts) else Side.PLAN
    if row.modality != "certain" or row.mood not in ("statement", "generic"):
        return Side.OPEN
    if not negative:
        return Side.YES
    words = {a.text.lower() for a in adjuncts}
    if verb.ended or words & {"any more", "anymore", "any longer"}:
        return Side.ENDED
    if "yet" in words or (row.aspect == "perfect" and row.tense == "present" and not verb.never):
        return Side.PENDING
    return Side.NO


def _stance(row: Row, side: Side) -> Stance:
    if side in (Side.NO, Side.PENDING, Side.ENDED, Side.DROP):
        return Stance.DENIED
    if side is Side.OPEN:
        if row.polarity == "negative" and row.modality != "uncommitted":
            return Stance.DENIED
        return Stance.DOUBTED
    if side is Side.PLAN:
        return Stance.PLANNED
    return Stance.REPORTED if row.attribution else Stance.ASSERTED


def _rank(row: Row, side: Side) -> str:
    """Best first: what is so before what is planned and that before all else; of each last of whom nobody named ("They
    gave"), behind what others say is so; then what is stated of a name, in a clause of its own, by its key."""
    unnamed = not row.resolved and _is_unnamed(row.subject)
    told = side is Side.YES and row.attribution is not None
    worse = 8 * unnamed + 4 * told + 2 * bool(row.resolved) + (row.tense is None)
    return f"{RANKS.get(side, OTHERS) + worse:02x}{row.key}"


def _is_unnamed(phrase: NounPhrase) -> bool:
    """Whether words mean somebody whom other words name: "they", "his father", "the campaign"."""
    return phrase.identity is Identity.NOTHING or (phrase.identity is Identity.LOOSE and phrase.definite)


def _place(clause: Clause) -> str:
    """Where a thing that happens once did, by the bare name of a place."""
    found = clause.object.phrase if clause.verb.tail == "in" and clause.object and clause.object.identified else None
    if found is None:
        place = next((a.phrase for a in clause.adjuncts if a.role == "place"), None)
        found = place if place and place.preposition == "in" else None
    if found is None or not found.name or found.anchors or found.name in _PLACE_NOUNS:  # "Dies in Prison"
        return ""
    return found.name


def _contest(said: Content, clause: Clause) -> Rival | None:
    if said.office and said.patient not in _PARTISAN:  # "the Democratic leader": of which house?
        return Rival(f"{said.office}<{said.patient}", said.agent, "office")
    if said.relation == "be born in":
        if city_of(said.patient.removeprefix("the ")) is not None:  # the Bronx, which is in New York City
            return None
        return Rival(f"birthplace of {said.agent}", said.patient, "birthplace")
    if said.relation == "locate" and said.patient and clause.agent and clause.agent.identified:
        return Rival(f"seat of {said.agent}", said.patient, "seat")
    prize = clause.patient
    if said.relation == "win" and prize and prize.identified and prize.key.rpartition(" ")[2] in prizes():
        return Rival(f"winner of {said.patient}", said.agent, "prize")
    return None


def _scale(said: Content) -> Rival | None:
    name = f"be {said.patient}" if said.relation == "be" else said.relation
    pole = poles().get(name)
    if pole is None or said.office:
        return None
    about = "" if said.relation == "be" else said.patient or said.where
    who = "" if pole.scale == "verdict" else said.agent  # whatever court it is
    return Rival(f"{who}|{pole.scale}|{about}", pole.end, pole.rule)


def _theme(said: Content, clause: Clause) -> str:
    """What was done to whom, whoever did it."""
    patient = clause.patient
    happened = said.course is not Course.STATE and patient is not None and patient.identified
    return f"{said.relation}|{said.patient}" if happened else ""
