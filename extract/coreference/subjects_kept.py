"""What an "it" or "they" goes on with beyond doubt: the subject of the sentence before, or of the clause above."""

from __future__ import annotations

from collections.abc import Mapping

from extract.attribution.sources import PAPERS
from extract.coreference import binding
from extract.coreference.pronouns import FORMS, GENDERS, Form, Pronoun
from extract.coreference.references import Candidate, Kind, Number, Referent, Role
from extract.coreference.unlikely import is_one_more
from extract.english.persons import Sort, group_noun, person_noun, takes_up
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Word
from extract.syntax.words import NOUNS

_SUBJECTS = ("nsubj", "nsubjpass")
_TEAMS = frozenset({"band", "club", "crew", "family", "group", "police", "side", "team"})


_MINDED = word_class("adjectives of mind")
_TELLING = word_class("verbs of papers")
_PAPERS = PAPERS | {"analysis", "article", "audit", "complaint", "document", "draft", "lawsuit", "leaflet", "note"}
_PAPERS |= {"paper", "poll", "post", "ruling", "study", "survey"}


def opens_with(asked: Pronoun, mention: Candidate) -> bool:
    """The union supports the plan. Its president, Ann Hale, said so: what the sentence before is about."""
    noun = asked.word.head
    opens = asked.possessive and asked.word.text[0].isupper() and noun.dep == "nsubj" and noun.head.is_root
    if not opens or person_noun(noun.lemma.lower()) is None or mention.headline:
        return False
    is_subject = mention.role is Role.SUBJECT and mention.head.head.is_root
    return is_subject and asked.sentence - mention.sentence == 1 and asked.quote == mention.quote


def is_subject_above(asked: Pronoun, mention: Candidate) -> bool:
    """Tarn said it had sunk a ship; the deal failed because it offered too little.

    Not what a thing shows or what it is: "The report says it failed", "Tarn said it was an accident".
    """
    verb, above = asked.word.head, asked.word.head.head
    before = asked.role is Role.SUBJECT and mention.head.i < asked.word.i
    if not before or asked.sentence != mention.sentence or asked.quote != mention.quote:
        return False
    if verb.dep in ("ccomp", "pcomp"):
        sort = mention.referent.sort if mention.referent is not None else Sort.UNKNOWN
        above = with_subject(_of_noun(above) if verb.dep == "pcomp" else above)
        one = asked.form is Form.THEY and mention.referent is not None and acts_as_one(mention.referent)
        speaks = sort in (Sort.BODY, Sort.PLACE) or _speaks(asked, mention, above)
        return _is_doer(mention, above) and (verb.lemma != "be" or _is_minded(verb)) and speaks and not one
    gives_reason = binding.gives_reason(verb) and mention.head.head is above
    return mention.role is Role.SUBJECT and gives_reason and (asked.form is Form.IT or _may_do(asked, mention))


def is_speakers_matter(asked: Pronoun, mention: Candidate) -> bool:
    """Critics of the plan say it would hurt farmers; the owner of the mill said it would reopen: nobody is an "it"."""
    verb = asked.word.head
    speaker = verb.head.child("nsubj") if verb.dep == "ccomp" and asked.role is Role.SUBJECT else None
    if speaker is None or verb.lemma == "be" or person_noun(speaker.lemma.lower()) is None:
        return False
    of = mention.head.head
    return (
        asked.quote == mention.quote and mention.head.dep == "pobj" and of.head is speaker and of.lower in {"for", "of"}
    )


def _of_noun(preposition: Word) -> Word:
    """ "Veltra faces questions over whether it paid": the verb that the noun is the object of."""
    noun = preposition.head
    return noun.head if preposition.dep == "prep" and noun.dep == "dobj" else preposition


def _is_doer(mention: Candidate, verb: Word) -> bool:
    """Whether a mention is the subject of a verb, also as in "the firm, which said" and "the first firm to say"."""
    if mention.head.head is verb:
        return mention.role is Role.SUBJECT
    if verb.head is not mention.head:
        return False
    own = verb.child(*_SUBJECTS)
    if verb.dep == "relcl":
        return own is not None and own.tag in ("WDT", "WP")
    return verb.dep == "acl" and own is None and verb.tag != "VBN"


def _speaks(asked: Pronoun, mention: Candidate, verb: Word) -> bool:
    """The office said it would try, clerks said they would: who says so is no thing, unless a paper says it."""
    if verb.lemma not in entries("quoting_verbs") or asked.word.dep != "nsubj":
        return False
    if mention.sort is Sort.PERSON or mention.kind is Kind.NAME:
        return asked.form is Form.THEY or mention.kind is Kind.NAME  # a firm whose name looks like somebody's
    return mention.head.lemma not in _PAPERS


def _is_minded(verb: Word) -> bool:
    """It was ready; it was the first victim."""
    told, noun = verb.child("acomp"), verb.child("attr")
    if noun is not None:
        return person_noun(noun.lemma.lower()) is not None or takes_up(noun.lemma.lower())
    return told is not None and told.lemma in _MINDED


def is_told_to_act(it: Word) -> bool:
    """The board said that it had asked; not: part of the reason is that it knows."""
    tells = it.dep == "nsubj" and it.head.dep in ("ccomp", "pcomp")
    return tells and with_subject(it.head.head).lemma in entries("quoting_verbs")


def with_subject(verb: Word) -> Word:
    """The verb above that has the subject of this one: "announced it by saying that ..." """
    while verb.child("nsubj", "nsubjpass") is None and verb.dep in {"xcomp", "pcomp", "prep", "advcl", "conj"}:
        verb = verb.head
    return verb


def goes_on(asked: Pronoun, mention: Candidate, speakers: Mapping[int, Referent]) -> bool:
    """The plan is simple. It costs nothing: the subject of one main clause is that of the next.

    Also where both are somebody's words: "The plan is simple," Lund said. "It costs nothing."
    """
    subjects = asked.role is Role.SUBJECT and mention.role is Role.SUBJECT and not is_one_more(asked)
    if not subjects or not _is_main(asked.word.head) or not _is_main(mention.head.head):
        return False
    if asked.sentence - mention.sentence != 1 or mention.headline:
        return False
    plain = asked.word.head.is_root and mention.head.head.is_root
    if asked.form is Form.IT and _has_rival(mention.head.head):
        return False
    if asked.form is Form.IT and asked.quote == mention.quote and plain:
        return True
    if asked.form is not Form.IT and any(_has_subject(w) for w in asked.word.head.left if w.i < asked.word.i):
        return False  # "The board met. When the police came, they left"
    speaker = speakers.get(asked.quote)
    same = asked.quote == mention.quote or (speaker is not None and speakers.get(mention.quote) is speaker)
    if asked.form in GENDERS:  # "He will go, Lund said": Lund, rather than whom the sentence before is about
        acts = asked.word.head.is_root and asked.word.i < asked.word.head.i
        return same and acts and (asked.says or not _tells_of_another(mention.head.head))
    if asked.form is Form.THEY:
        several = mention.number is Number.PLURAL or bool(mention.members)
        return same and plain and several and (mention.sort is Sort.PERSON or not _acts(asked.word))
    return same and is_thing(mention.referent) and any(mention.head.left)


def is_thing_before(asked: Pronoun, mention: Candidate) -> bool:
    """Lund said the trial would last. It could run for years: a thing that does something in both sentences."""
    subjects = asked.word.dep in _SUBJECTS and mention.head.dep in _SUBJECTS and mention.kind is not Kind.PRONOUN
    if not subjects or asked.sentence - mention.sentence != 1 or asked.quote != mention.quote or mention.headline:
        return False
    above = mention.head.head.root.child(*_SUBJECTS)
    if above is not None and above.lower == "it":
        return False  # "It would last, if the firm lost the trial. It would cost a lot": the two are as one
    told = asked.word.head.child("xcomp") or asked.word.head
    return "be" not in (told.lemma, asked.word.head.lemma) and mention.sort is Sort.THING and not is_one_more(asked)


def _has_rival(verb: Word) -> bool:
    """ "Veltra will build the mill, and the mill should open in May. It ..." """
    later = next((w for w in verb.right if w.dep == "conj" and w.child(*_SUBJECTS) is not None), None)
    own = later.child(*_SUBJECTS) if later is not None else None
    return own is not None and own.pos in NOUNS


def _tells_of_another(verb: Word) -> bool:
    """ "Officer Lund said the man came in. He ...": the man, as likely."""
    told = verb.child("ccomp")
    other = told.child(*_SUBJECTS) if told is not None else None
    return other is not None and other.pos != "PRON"


def _acts(subject: Word) -> bool:
    """ "They had a crew"; not: "They were new", "They were sold"."""
    return subject.dep == "nsubj" and subject.head.child("dobj") is not None


def _has_subject(clause: Word) -> bool:
    return clause.dep == "advcl" and clause.child(*_SUBJECTS) is not None


def is_person_above(asked: Pronoun, mention: Candidate) -> bool:
    """Lund said he would stay, or his firm would. "He never left, although Lund said he was well": somebody else."""
    told = asked.word.head if asked.possessive else asked.word
    verb = told.head
    before = told.dep in _SUBJECTS and mention.head.i < asked.word.i
    if not before or asked.sentence != mention.sentence or asked.quote != mention.quote or verb.dep != "ccomp":
        return False
    first = verb.head.head.child("nsubj", "nsubjpass") if verb.head.dep == "advcl" else None
    if first is not None and first.i < verb.head.i and first.lower == asked.word.lower:
        return False
    return _is_doer(mention, with_subject(verb.head)) and verb.head.lemma in entries("quoting_verbs")


def is_told_in(asked: Pronoun, referent: Referent) -> bool:
    """The statement came on Monday. Holt was serving a sentence, it said."""
    verb = asked.word.head
    tells = asked.role is Role.SUBJECT and verb.lemma in _TELLING and (verb.is_root or verb.dep == "conj")
    return tells and not referent.nouns.isdisjoint(_PAPERS)


def is_thing(referent: Referent | None) -> bool:
    """Whether it is known to be neither a person nor a body nor a place."""
    return referent is not None and referent.sort in (Sort.THING, Sort.UNKNOWN) and not referent.named


#: What opens a clause whose subject the main clause goes on with, and the other way round.
_LINKING = word_class("openers that keep subjects")


def is_subject_beside(asked: Pronoun, mention: Candidate) -> bool:
    """Whether both are subjects of clauses side by side in one sentence.

    "The mill is old, but it runs." "If the mill closes, it will be sold." "The mill closed when it ran out of wood."
    """
    subjects = asked.role is Role.SUBJECT and mention.role is Role.SUBJECT and mention.head.i < asked.word.i
    if not subjects or asked.sentence != mention.sentence or asked.quote != mention.quote or is_one_more(asked):
        return False
    if mention.head.dep not in _SUBJECTS or asked.word.dep not in _SUBJECTS or not _may_do(asked, mention):
        return False
    verb, other = asked.word.head, mention.head.head
    told = asked.form is Form.IT and is_thing(mention.referent) and _are_told_beside(verb, other)
    return _are_beside(verb, mention.head) or told


def is_person_beside(asked: Pronoun, mention: Candidate) -> bool:
    """Lund said the man was ill when he came.

    Not where "he" is somebody above or in the other clause: "He knew Lund was ill before he came", "Lund offered him
    the job, and he came".
    """
    if not is_subject_beside(asked, mention) or mention.head.child("conj") is not None:
        return False
    above = [verb.child("nsubj") for verb in asked.word.head.ancestors()]
    others = [*above, *(w for w in mention.head.head.right if w.dep in ("dobj", "dative"))]
    return not any(w is not None and FORMS.get(w.lower) is asked.form for w in others)


def is_told_that(asked: Pronoun, mention: Candidate) -> bool:
    """Lund told the teachers that they would be paid."""
    verb = asked.word.head
    if asked.role is not Role.SUBJECT or verb.dep != "ccomp" or mention.head.head is not verb.head:
        return False
    several = mention.kind is Kind.NOMINAL and mention.number is Number.PLURAL
    if verb.head.dep == "xcomp":
        return False  # "He asked me to tell the teachers that they were ill": he and I, as likely
    return several and mention.head.dep in ("dobj", "dative") and mention.head.i < asked.word.i


def is_doer_of_noun(asked: Pronoun, mention: Candidate) -> bool:
    """The body digests the food that it finds; the town pays for a wall on the border it shares."""
    verb = asked.word.head
    subjects = asked.word.dep in _SUBJECTS and mention.head.dep in _SUBJECTS and asked.sentence == mention.sentence
    if not subjects or verb.dep != "relcl" or asked.quote != mention.quote:
        return False
    noun = verb.head
    while noun.dep in ("pobj", "prep"):
        noun = noun.head
    if noun.dep != "dobj" or noun.head.child("dative") is not None:
        return False  # "The town gave the teachers the rise they had asked for"
    return with_subject(noun.head) is mention.head.head


def is_object_beside(asked: Pronoun, mention: Candidate) -> bool:
    """ "They built a mill and sold it", "They rejected the plan before Lund announced it": what both are done to.

    Also "They turned to the ships and stopped them", "If you have a loan, pay it back", "The fire was put out after
    crews fought it".
    """
    if asked.word.dep != "dobj" or mention.head.i > asked.word.i or asked.word.head.lemma in _DOING:
        return False
    if asked.sentence != mention.sentence or asked.quote != mention.quote:
        return False
    verb, noun = asked.word.head, mention.head
    other = noun.head.head if noun.dep == "pobj" and noun.head.dep == "prep" else noun.head
    while verb.dep in ("xcomp", "ccomp", "pcomp") and verb.head.i > noun.i:
        verb = verb.head
    while other.dep == "xcomp" and verb.head is not other:
        other = other.head
    if noun.dep == "pobj":
        goes_on = verb.dep == "conj" and verb.child(*_SUBJECTS) is None
        alone = len([w for w in other.right if w.dep in ("prep", "dobj") and w.i < verb.i]) == 1
        return goes_on and verb.head is other and alone  # "She sat with a clerk in a room and sang it": no room
    if noun.dep == "nsubjpass":
        return verb.head is other and verb.dep == "advcl" and verb.i > other.i
    if noun.dep != "dobj" or other.child("ccomp") is not None:
        return False  # "I told the nurses that clerks struck, and I vowed to pay them": not the nurses
    owner = noun.child("poss")
    if asked.form is Form.THEY and owner is not None and person_noun(owner.lemma.lower()) is not None:
        return False  # "He took the guards' guns and tied them up"
    if other.head is verb and other.dep == "advcl":
        return other.i < verb.i and _is_linked(other)
    return verb.head is other and (verb.dep == "conj" or (verb.dep == "advcl" and verb.i > other.i))


#: "Do it", "we could make it": what is done, and no thing that was spoken of.
_DOING = frozenset({"do", "make", "win"})


def _may_do(asked: Pronoun, mention: Candidate) -> bool:
    """No thing thinks, and no body takes place. "The firm's shares rose when it sold a mill": the firm did."""
    verb, owner = asked.word.head, mention.head.child("poss")
    if mention.referent is not None and mention.referent.sort in (Sort.BODY, Sort.PLACE):
        return verb.lemma not in _HAPPENING and not (asked.form is Form.IT and _is_no_body(verb))
    if mention.referent is not None and mention.referent.sort is Sort.PERSON:
        return True
    if owner is not None and (group_noun(owner.lemma.lower()) is Sort.BODY or owner.entity == "ORG"):
        return False
    if mention.head.dep == "nsubjpass" and _acts(asked.word):
        return False  # "The offer is approved once it sends the details"
    acts = mention.head.dep == "nsubj" and mention.head.head.lemma != "be"  # not: "The mill is old, and it was sold"
    if asked.word.dep == "nsubjpass" and acts and asked.form is Form.IT:
        return False  # "Ten crews came to the fire, and it was put out"
    feels = verb.child("acomp") if verb.lemma == "be" else None
    return not asked.minded and (feels is None or feels.lemma not in _MINDED)


def _is_no_body(verb: Word) -> bool:
    """ "Veltra says it is unclear, but it is unlikely to have been an attack": no firm is an attack."""
    told = verb.child("acomp") or verb
    lower = told.child("xcomp") or told
    noun = lower.child("attr") if lower.lemma == "be" else None
    if noun is None or noun.pos != "NOUN" or noun.lemma in _SHARES:
        return False
    lemma = noun.lemma.lower()
    return person_noun(lemma) is None and group_noun(lemma) is None and not takes_up(lemma)


_SHARES = frozenset({"home", "one", "part", "place", "way"})
#: What only events do.
_HAPPENING = frozenset({"happen", "last", "occur", "take"})


def _are_beside(verb: Word, subject: Word) -> bool:
    """Also "The mill was old and stood empty when it burned", "The firm, which must close as it has no wood"."""
    other = subject.head
    if binding.subject(verb.head) is subject:
        return (verb.dep in ("conj", "parataxis") and not _tells_more(verb.head)) or _is_linked(verb)
    if verb.head.head is other and verb.head.dep == "acomp":
        return _is_linked(verb)  # "The mill is so old that it leaks"
    aside = other.dep == "parataxis" and other.lemma not in entries("quoting_verbs")  # "The mill, he said, is old"
    return other.head is verb and (_is_linked(other) or aside)


def _are_told_beside(verb: Word, other: Word) -> bool:
    """ "While Lund says the mill is old, it runs", "Lund admits that the mill is old, but says it runs"."""
    if other.dep != "ccomp":
        return False
    if other.head.head is verb:
        return _is_linked(other.head)
    return verb.dep == "ccomp" and verb.head.dep == "conj" and verb.head.head is other.head


def _tells_more(verb: Word) -> bool:
    """ "The news is that a fight began, and it goes on": not the news."""
    content = verb.child("ccomp") if verb.lemma == "be" else None
    return content is not None and content.child(*_SUBJECTS, "expl") is not None


def _is_linked(verb: Word) -> bool:
    return verb.dep == "advcl" and any(w.dep in ("mark", "advmod") and w.lower in _LINKING for w in verb.left)


def _is_main(verb: Word) -> bool:
    """ "It costs nothing, Lund says" is as much a main clause as "It costs nothing"."""
    above = verb.head
    told = verb.dep == "ccomp" and above.is_root and verb.i < above.i and above.lemma in entries("quoting_verbs")
    return verb.is_root or told


def acts_as_one(body: Referent) -> bool:
    """Companies and named bodies are seldom "they"; teams, crews and families are."""
    if body.nouns & _TEAMS:
        return False
    return body.named or any(takes_up(noun) for noun in body.nouns)
