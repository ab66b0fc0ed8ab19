"""Whom a pronoun stands for: candidates that agree and that syntax allows, ranked by salience.

The facts are those of Lappin & Leass (1994) and of Centering (Grosz, Joshi & Weinstein 1995): role,
parallelism, recency, how often something was mentioned; each has one weight. Below a threshold a pronoun
is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from math import log2

from extract.coreference import binding
from extract.coreference.certainty import Ranked, as_last_speaker, certainty
from extract.coreference.dialogue import addressed, answers, is_asked, is_cited, may_answer, says_before
from extract.coreference.pronouns import GENDERS, OTHER_FORMS, Form, Pronoun, agrees
from extract.coreference.references import Candidate, Choice, Kind, Number, Referent, Role
from extract.coreference.ruled_out import is_no_antecedent, is_other
from extract.coreference.spoken_for import body_spoken_for, is_body
from extract.coreference.subjects_kept import acts_as_one, is_object_beside, is_person_beside, is_told_in, with_subject
from extract.coreference.unlikely import doubts, is_one_more
from extract.english.persons import Gender, Sort
from extract.english.wordlists import entries
from extract.syntax.tree import Word

#: Members by themselves: on Python 3.11 to find one in its class takes as long as to call a function.
_NAME, _PRONOUN = Kind.NAME, Kind.PRONOUN
_SINGULAR, _PLURAL = Number.SINGULAR, Number.PLURAL
_SUBJECT, _POSSESSOR = Role.SUBJECT, Role.POSSESSOR
_OPEN = Gender.OPEN
_PERSON, _BODY, _UNKNOWN, _TIME, _THING, _PLACE = (
    Sort.PERSON,
    Sort.BODY,
    Sort.UNKNOWN,
    Sort.TIME,
    Sort.THING,
    Sort.PLACE,
)
_THEY, _IT = Form.THEY, Form.IT

#: What each fact about a candidate mention adds to its score.
WEIGHTS = {
    "sentence": -1.4,  # for each sentence back
    "subject": 0.8,
    "object": 0.8,
    "oblique": 0.4,
    "possessor": 0.6,
    "modifier": -0.8,
    "predicate": 0.2,
    "top": -0.3,
    "main": 0.3,  # subject of the main clause
    "parallel subject": 1.4,  # both are subjects
    "parallel": 0.5,  # both have another same role
    "name": 0.5,
    "count": 0.4,  # for each doubling of mentions
    "gender": 0.8,  # known to agree
    "other gender": -1.5,  # a pronoun before said otherwise
    "only one": 1.2,  # nobody else of that gender is spoken of
    "own clause": 2.0,  # a possessive's own subject
    "again": 0.8,  # "whether he knew the guard before he killed him"
    "topic": 2.0,  # "Lind was invited. A founder met with Lind during his visit"
    "relative": 3.2,  # "Lund, who said she ..."
    "beside": 1.3,  # "Hale said the man was ill when he came"
    "opens": 1.2,  # "Although Orvia said that Veltra had lied, it did not sue"
    "commands": 0.4,  # the subject of a clause that holds the pronoun's clause
    "subject's": 0.6,  # possessor of a subject ("Hale's lawyer said he ...")
    "aside": -0.2,  # within a relative clause: the "plastic" of "a worm that eats plastic"
    "as": -0.6,  # what somebody or something is taken for ("Hale as mayor")
    "distance": -0.02,  # for each word between, within the sentence
    "speaker": -3.0,  # the pronoun stands in this one's speech
    "spoke last": 1.5,  # "Hale said ... She added ..."
    "other speech": -1.0,  # one is quoted and the other is not
    "as for": 2.5,  # "As for the court, it ..."
    "judged": 4.0,  # "Lund thanked Berg for his help"
    "done to": 1.0,  # "They attacked a clerk, hitting him"
    "others' words": -1.5,  # "The lad fell," Cole said. "He hit me," said Obi: hardly whom only Cole speaks of
    "and its": 1.5,  # "the union and its members"
    "several": 0.3,  # they are several
    "ahead": -0.4,  # cataphora
    "nobody's gender": -0.8,  # "In a letter that she keeps, the clerk wrote": the clerk, if nobody else
    "depicted": -2.5,  # "Friends remembered a woman who laughed. She ..."
    "own people": -1.5,  # "His men advanced," and he said: "They ...": he would say "we"
    "whose": -1.5,  # "Lund, whose father worked there, met Berg. He ..."
    "bare": -2.5,  # "He spoke outside court. They ..."
    "one of two": -3.0,  # "She and her students measured it. They ..."
    "made": -2.0,  # "The engineers found cracks, and said they had been repaired"
    "unsure person": -1.2,
    "own object": -2.0,  # "The site published details of it"
    "other form": -2.0,  # it was "it" and should now be "they", or the other way round
    "one person they": -1.2,  # "an infant ... they"
    "misfit": -1.1,  # the entity recogniser says it is something else
    "person it": -1.5,
    "place they": -2.0,
    "body they": -0.4,  # a collective: "the team ... they"
    "named body they": -1.2,  # "Allvara ... they", "the firm ... they"
    "persons they": 0.3,
    "time": -1.5,
    "no agent": -1.8,  # a thing does not say or want
    "body": 0.2,
    "same noun": 2.5,  # "a tool ... It is a good tool"
    "document": 0.8,  # "the statement ... it said"
    "is asked": 3.0,  # "asked the players whether they would stay"
    "one more": -2.5,  # "It is the third extension"
    "told behind": -1.0,  # "The quake hit at dawn, the centre said. It was ..."
    "spoken for": 4.0,  # "A spokesman for Veltra said it had paid"
    "spoke last, he or she": 1.0,  # "Lund said Ann failed. She added ...": whoever goes on, or Ann, whom we know
    "cited": 2.4,  # "Berg left, according to Lund. He said ..."
    "client's": 2.5,  # "Lund's lawyer, Karl Berg, said his client was ill": Berg's
    "they spoke": 1.0,  # "Allvara denied it. ... , they said"
}
#: What the best candidate must reach.
THRESHOLD = {Form.HE: -0.6, Form.SHE: -0.6, Form.IT: 0.3, Form.THEY: 0.3}
#: The threshold falls with the lead over the next best (up to _CLEAR), and where the pronoun is no subject.
MARGIN, OTHER_PLACE = 1.0, 0.5
_CLEAR = 2.0
#: How many sentences back a pronoun looks.
WINDOW = {Form.HE: 6, Form.SHE: 6, Form.IT: 3, Form.THEY: 4}
_ROLE_WEIGHT = {
    Role.SUBJECT: "subject", Role.OBJECT: "object", Role.OBLIQUE: "oblique",
    Role.POSSESSOR: "possessor", Role.MODIFIER: "modifier", Role.PREDICATE: "predicate", Role.TOP: "top",
}  # fmt: skip
_ADVISERS = frozenset({"attorney", "barrister", "lawyer", "solicitor"})
_Fact = tuple[str, float]


def choose(
    asked: Pronoun,
    mentions: Iterable[Candidate],
    speakers: dict[int, Referent],
    last: Referent | None = None,
    only: Referent | None = None,
    said_i: int = -1,
) -> Choice | None:
    """The best referent for a pronoun, or None where nothing is good enough.

    `mentions` are candidate mentions, pronouns already resolved among them; `speakers` the referents that
    speak the quotations, by the quotation's number; `last` is who spoke in the sentences before; `only` is the one
    person of the pronoun's gender who has been spoken of; `said_i` is the last sentence in which somebody quoted says
    "I".
    """
    near = list(mentions)
    if may_answer(asked):
        told = (m.referent for m in near if m.referent is not None and answers(asked, m) and agrees(asked, m))
        last = next(told, last)
    last = _who_goes_on(asked, near) or last
    open_ = [
        (m, m.referent)
        for m in near
        if m.referent is not None and (agrees(asked, m) or (m.referent is last and _may_be_they(asked, m, m.referent)))
    ]
    barred = _barred(asked, near, {id(referent) for _, referent in open_})
    barred.add(id(addressed(asked, near, speakers)))
    is_new = asked.possessive and any(m.head is asked.own_subject and _is_new(m) for m in near)
    scores: dict[int, tuple[float, Candidate]] = {}
    for mention, referent in open_:
        if id(referent) in barred or is_no_antecedent(asked, mention):
            continue
        score = _score(asked, mention, referent, speakers)
        if is_new and mention.head is not asked.own_subject and _was_subject_before(asked, mention, referent):
            score += WEIGHTS["topic"]
        if referent is last:
            score += _by_last_speaker(asked, mention, referent, said_i)
        if referent is only and not ((asked.says or asked.spoken) and _is_another(last, referent)):
            score += WEIGHTS["only one"]
        held = scores.get(id(referent))
        if held is None or score > held[0]:
            scores[id(referent)] = (score, mention)
    return as_last_speaker(asked, _best(asked, list(scores.values()), speakers), last)


def _barred(asked: Pronoun, near: Iterable[Candidate], of: Set[int]) -> set[int]:
    """Those `of` some referents, by their identity, that the pronoun cannot stand for by a mention of theirs."""
    here = (m for m in near if id(m.referent) in of and (asked.spoken or m.sentence == asked.sentence))
    return {id(m.referent) for m in here if is_other(asked, m)}


def _who_goes_on(asked: Pronoun, near: Iterable[Candidate]) -> Referent | None:
    """ "Lund said it fell, but she said no more": whoever spoke in the clause before."""
    if not asked.says or asked.word.head.dep != "conj":
        return None
    return next((m.referent for m in near if says_before(asked, m) and agrees(asked, m)), None)


def _by_last_speaker(asked: Pronoun, mention: Candidate, referent: Referent, said_i: int) -> float:
    """What it adds that somebody spoke last: "It is true," Strand said. "Falk saw me." She left. (Strand)

    Who goes on speaking is as near as if named in the sentence before, and so is who says "I" in it.
    """
    score = 0.0
    until = asked.sentence - 1 if asked.says or asked.spoken else said_i
    if asked.quote < 0 and mention.quote < 0 and until > mention.sentence:
        score -= WEIGHTS["sentence"] * (until - mention.sentence)
    if asked.says or asked.spoken:
        score += WEIGHTS["spoke last"]
        if asked.word.head.is_root and is_cited(mention.head):
            score += WEIGHTS["cited"]
        unknown = referent.named and (referent.gender is _OPEN or referent.heard == 1)
        if unknown and (asked.spoken or asked.word.head.is_root):
            score += WEIGHTS["spoke last, he or she"]
        if asked.form is _THEY and referent.sort is not _PERSON and asked.word.head.is_root:
            score += WEIGHTS["they spoke"]
    return score


def _is_another(last: Referent | None, referent: Referent) -> bool:
    """Whether somebody else spoke last, who may be a man or a woman."""
    if last is None or last is referent or last.gender is not _OPEN:
        return False
    return last.sort is _PERSON or (last.named and not last.sure and last.sort is not _TIME)


def _is_new(mention: Candidate) -> bool:
    referent = mention.referent
    return referent is not None and referent.named and referent.mentions[0].sentence == mention.sentence


def _was_subject_before(asked: Pronoun, mention: Candidate, referent: Referent) -> bool:
    """Lind was invited. A founder met with Lind during his visit: whom the sentences are about, not who is new."""
    if mention.kind is not _NAME or mention.sentence != asked.sentence:
        return False
    before = (m for m in referent.mentions if m.sentence == asked.sentence - 1)
    return any(m.role is _SUBJECT and m.head.head.is_root for m in before)


def _may_be_they(asked: Pronoun, mention: Candidate, referent: Referent) -> bool:
    """ "Big Tarn has denied it. We are sorry, they said": whoever spoke, if it is no person."""
    spoke = asked.form is _THEY and asked.says and asked.word.head.is_root and mention.kind is _NAME
    return spoke and referent.sort in (_BODY, _UNKNOWN) and referent.gender is _OPEN


def _best(asked: Pronoun, scored: list[tuple[float, Candidate]], speakers: dict[int, Referent]) -> Choice | None:
    ranked = sorted(scored, key=lambda s: (-s[0], -s[1].start, not s[1].members))
    if not ranked:
        return None
    best, mention = ranked[0]
    rival = next((score for score, m in ranked[1:] if not _may_be_one(asked, mention, m)), None)
    margin = min(best - rival, _CLEAR) if rival is not None else _CLEAR
    lower = MARGIN * margin + (0.0 if asked.role is _SUBJECT else OTHER_PLACE)
    if best + lower < THRESHOLD[asked.form] or mention.referent is None:
        return None
    confidence = certainty(asked, Ranked(mention, best, margin, best + lower, rival is None), speakers)
    return Choice(mention.referent, mention, confidence, "salience")


def _may_be_one(asked: Pronoun, mention: Candidate, rival: Candidate) -> bool:
    """Whether both may be one: "Bree Holt" and "Bree Anne Holt", or "the governor" and who was named before."""
    one, other = mention.referent, rival.referent
    if asked.form is _THEY:
        same = rival.head is mention.head and mention.role is _SUBJECT  # "The clerks and nurses said they ..."
        return same or _is_share(mention, rival) or _is_share(rival, mention)
    if one is None or other is None or asked.form not in GENDERS:
        return False
    if one.named and other.named:
        return any(a and b and (set(a) <= set(b) or set(b) <= set(a)) for a in one.keys for b in other.keys)
    if one.named:
        return (mention.kind is _NAME or mention.role is _SUBJECT) and _takes_up(other.mentions[-1], one)
    return other.named and one.sort is _PERSON and _is_definite(mention)


def _is_share(share: Candidate, whole: Candidate) -> bool:
    """ "A majority of the members" are as good as the members."""
    of = whole.head.head
    return (
        whole.head.dep == "pobj"
        and of.lower == "of"
        and of.head is share.head
        and share.head.lower in entries("partitives")
    )


def _takes_up(description: Candidate, one: Referent) -> bool:
    """ "Governor Ann Lund will stay. The governor said she ..." """
    person = description.kind is Kind.NOMINAL and description.sort is _PERSON
    told = person and description.role is _SUBJECT and _is_definite(description)
    return told and any(m.kind is _NAME and m.start < description.start for m in one.mentions)


def _is_definite(mention: Candidate) -> bool:
    return any(w.lower in {"the", "this", "that"} for w in mention.head.left)


def _score(asked: Pronoun, mention: Candidate, referent: Referent, speakers: dict[int, Referent]) -> float:
    facts: list[_Fact] = []
    _by_place(asked, mention, facts)
    _by_kind(asked, mention, referent, facts)
    _by_speech(asked, mention, speakers, facts)
    score = 0.0
    for name, amount in facts:
        score += WEIGHTS[name] * amount
    for doubt in doubts(asked, mention, referent, speakers.get(asked.quote)):
        score += WEIGHTS[doubt]
    return score


def _by_place(asked: Pronoun, mention: Candidate, facts: list[_Fact]) -> None:
    """What the grammar of the two places says."""
    facts.append((_ROLE_WEIGHT[mention.role], 1))
    if mention.role is asked.role:
        facts.append(("parallel subject" if asked.role is _SUBJECT else "parallel", 1))
    _by_construction(mention, facts)
    if asked.form is _IT and _acts_not(asked.word) and _is_told_behind(mention.head):
        facts.append(("told behind", 1))
    if asked.form in GENDERS:
        sure = mention.referent is not None and mention.referent.gender is GENDERS[asked.form]
        facts.append(("beside", is_person_beside(asked, mention) * (1 if sure else 0.5)))
    if mention.sentence != asked.sentence:
        here = asked.since if mention.sentence < asked.since else asked.sentence  # "It fell. It broke," she said
        facts.append(("sentence", here - mention.sentence))
        if answers(asked, mention):
            facts.append(("is asked", 1))
    else:
        _by_clause(asked, mention, facts)
        facts.append(("opens", int(_opens(asked, mention))))


def _by_construction(mention: Candidate, facts: list[_Fact]) -> None:
    head = mention.head
    if mention.role is _SUBJECT and head.head.is_root:
        facts.append(("main", 1))
    if mention.role is _POSSESSOR and head.head.dep in {"nsubj", "nsubjpass"}:
        facts.append(("subject's", 1))
    if head.head.dep in {"relcl", "acl"} and mention.role is not _SUBJECT:
        facts.append(("aside", 1))
    if head.dep == "pobj" and head.head.lower == "as":
        facts.append(("as", 1))
    if head.dep == "pobj" and head.head.lower == "for" and head.head.head.lower == "as":
        facts.append(("as for", 1))


def _acts_not(it: Word) -> bool:
    return it.dep == "nsubjpass" or (it.dep == "nsubj" and it.head.lemma == "be")


def _is_told_behind(speaker: Word) -> bool:
    """ "The quake hit at dawn, the centre said": who only says so, behind it, is not what is spoken of."""
    verb = speaker.head
    content = verb.child("ccomp") if speaker.dep == "nsubj" and verb.is_root else None
    return (
        content is not None and content.i < min(verb.i, speaker.i) and content.child("nsubj", "nsubjpass") is not None
    )


def _by_clause(asked: Pronoun, mention: Candidate, facts: list[_Fact]) -> None:
    """Within one sentence."""
    word, head = asked.word, mention.head
    facts.append(("distance", abs(word.i - head.i)))
    if mention.start > word.start:
        facts.append(("ahead", 1))
        if (
            asked.form in GENDERS
            and mention.kind is not _NAME
            and mention.referent is not None
            and mention.referent.gender is _OPEN
        ):
            facts.append(("nobody's gender", 1))
    if asked.possessive and word.head.dep == "conj" and word.head.head is head:
        facts.append(("and its", 1))
    if mention.kind is _PRONOUN and mention.role is _SUBJECT is asked.role and head.lower == word.lower:
        facts.append(("again", 0 if head.head.is_root else 1))
    if mention.role is Role.OBJECT:
        facts.append(("is asked", int(is_asked(word, head))))
        facts.append(("judged", int(asked.possessive and binding.is_judged_for(word.head, head))))
        beside = asked.form in GENDERS and is_object_beside(asked, mention)
        facts.append(("done to", int(beside or binding.is_done_to(word, head))))
    if asked.own_subject is head:
        facts.append(("own clause" if asked.possessive else "own object", 1))
    elif mention.role is _SUBJECT and head.head is not word.head and head.head.holds(word):
        facts.append(("commands", 1))
    elif asked.form is _IT and asked.role is _SUBJECT and is_body(mention) and body_spoken_for(word) is head:
        facts.append(("spoken for", 1))
    elif asked.role is _SUBJECT and _is_meant_above(word, head):
        facts.append(("relative", 1))


def _opens(asked: Pronoun, mention: Candidate) -> bool:
    """Whether a body or state speaks in a clause in front of that of which "it" is the subject."""
    it, who, clause = asked.word, mention.head, mention.head.head
    if asked.form is not _IT or mention.sort not in (_BODY, _PLACE) or clause.dep != "advcl" or who.i > it.i:
        return False
    return it.dep == who.dep == "nsubj" and clause.head is it.head and clause.child("ccomp", "xcomp") is not None


def _is_meant_above(word: Word, noun: Word) -> bool:
    """A clerk told Lund, who said she would come: the subject of the clause above stands for her.

    A clerk got a letter from Lund saying she would come.
    """
    verb = word.head
    inside = verb.dep == "ccomp" or (verb.dep == "advcl" and word.lower == "it")  # "which shut when it ran out of cash"
    above = with_subject(verb.head) if inside else None
    if above is not None and above.dep == "acl" and above.lemma in entries("quoting_verbs"):
        return noun.dep == "pobj" and noun.head.lower == "from" and noun.head.head is above.head
    own = above.child("nsubj") if above is not None and above.dep == "relcl" and above.head is noun else None
    return own is not None and own.tag in ("WP", "WDT")


def _by_kind(asked: Pronoun, mention: Candidate, referent: Referent, facts: list[_Fact]) -> None:
    """What the two words are, and how well the kind of thing fits the pronoun."""
    if mention.kind is _NAME:
        facts.append(("name", 1))
    facts.append(("count", log2(min(len(referent.mentions), 8))))
    if asked.predicate is not None and asked.predicate in referent.nouns:
        facts.append(("same noun", 1))
    if asked.possessive and asked.word.head.lemma == "client" and not referent.nouns.isdisjoint(_ADVISERS):
        facts.append(("client's", 1))
    others = OTHER_FORMS[asked.form]
    for m in referent.mentions[-4:]:
        if m.kind is _PRONOUN and m.head.lower in others:
            facts.append(("other form", 1))
            break
    if asked.form in GENDERS:
        _personal(asked, referent, facts)
    else:
        _impersonal(asked, mention, referent, facts)


def _personal(asked: Pronoun, referent: Referent, facts: list[_Fact]) -> None:
    if referent.gender is GENDERS[asked.form]:
        facts.append(("gender", 1))
    elif referent.gender is not _OPEN:
        facts.append(("other gender", 0.3 if referent.mentions[0].guessed else 1))
    if referent.sort is _UNKNOWN:
        facts.append(("unsure person", 1))
    elif referent.sort is not _PERSON:
        facts.append(("misfit", 1))


def _impersonal(asked: Pronoun, mention: Candidate, referent: Referent, facts: list[_Fact]) -> None:
    sort = referent.sort
    if sort is _TIME:
        facts.append(("time", 1))
    if asked.form is _IT and asked.predicate is not None and is_one_more(asked):
        facts.append(("one more", 1))
    if asked.form is _IT and is_told_in(asked, referent):
        facts.append(("document", 1))
    elif asked.minded and sort in (_THING, _TIME):
        facts.append(("no agent", 1))
    if sort is _PERSON:
        one = referent.number is _SINGULAR and not mention.members
        facts.append(("person it" if asked.form is _IT else "one person they" if one else "persons they", 1))
    elif asked.form is _THEY and referent.number is not _PLURAL and not mention.members:
        facts.append(
            ("place they" if sort is _PLACE else "named body they" if acts_as_one(referent) else "body they", 1)
        )
    elif mention.members or referent.parts:
        facts.append(("several", 1))
    elif sort is _BODY:
        facts.append(("body", 1))


def _by_speech(asked: Pronoun, mention: Candidate, speakers: dict[int, Referent], facts: list[_Fact]) -> None:
    if asked.quote >= 0 and speakers.get(asked.quote) is mention.referent:
        facts.append(("speaker", 1))
    if asked.quote != mention.quote:
        facts.append(("other speech", 1))
        others = mention.quote >= 0 and speakers.get(mention.quote) is not speakers.get(asked.quote)
        if asked.quote >= 0 and others and not mention.is_named:
            facts.append(("others' words", 1))
