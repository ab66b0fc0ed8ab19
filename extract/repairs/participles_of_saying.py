"""Participles of saying: who says so, and who does not: "She left, saying it had erred", "a call from the ship saying
it was on fire"."""

from __future__ import annotations

from extract.claims.nounphrase import is_plural
from extract.claims.roles import is_person
from extract.english.persons import person_noun
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on
from extract.repairs.participles import LETTERS, WRITTEN
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, SUBJECTS, behind_comma, has_subject, is_finite, is_infinitive, is_verbal

#: What is done by saying something, beside the verbs of reporting.
_ABOUT_WORDS = frozenset(
    {"accuse", "blame", "call", "cite", "contradict", "correct", "criticise", "criticize", "defend", "describe"}
    | {"condemn", "denounce", "deny", "dismiss", "dispute", "echo", "invoke", "praise", "quote", "refer", "reiterate"}
    | {"brush", "defy", "ignore", "reject", "reverse", "revise", "stress", "update", "urge"}
)


@only_on("considering")
def considering_that(participle: Word) -> None:
    """ "Lund will win, considering the town is Liberal": nobody says here that he considers it."""
    main, content = participle.head, participle.child("ccomp")
    if content is None or participle.i < main.i or participle.left or not is_finite(content):
        return
    content.attach(main, "advcl")
    participle.attach(content, "mark")
    participle.pos, participle.tag = "SCONJ", "IN"


def cue_on_participle(cue: Word) -> None:
    """ "I never learned," she says, pouring tea": she pours it, and says nothing of that."""
    participle = cue.head
    content = participle.head
    if participle.tag != "VBG" or participle.dep != "advcl" or not content.i < cue.i < participle.i:
        return
    if cue.lemma not in reporting("verb") or cue.child("nsubj") is None or participle.child(*SUBJECTS, "mark"):
        return
    cue.attach(content, "parataxis")
    if participle.lemma not in _OUTCOMES:
        participle.attach(cue, "advcl")


def citing(participle: Word) -> None:
    """ "The party favours formal alliances citing the cost of war": whoever favours them cites it."""
    noun = participle.head
    if participle.lemma != "cite" or participle.tag != "VBG" or not is_plural(noun) or noun.pos == "PROPN":
        return
    verb = next((w for w in noun.ancestors() if is_verbal(w)), None)
    if verb is not None and has_subject(verb) and person_noun(noun.lemma.lower()) is None:
        participle.attach(verb, "advcl")


def saying_why(participle: Word) -> None:
    """ "Reed asked the court to free Lund, saying it had erred": whoever asked says so, not who is to be free.

    "She says it works, boasting that it is fast": no machine boasts. "She regretted her remark that Lund had lied,
    saying she was tired": whoever remarked it. "The army denied its men had fired, calling the report false": it does
    call it so. "Lund signed a law that bans rafts, defying the port": he does, and no law.
    """
    content = participle.head
    verb = content.head
    told = participle.lemma in _ABOUT_WORDS or participle.lemma in entries("quoting_verbs")
    if participle.tag != "VBG" or not told or content.dep not in {"xcomp", "ccomp", "acl", "relcl"}:
        return
    apart = behind_comma(participle)
    subject = content.child("nsubj", "nsubjpass")
    is_thing = subject is not None and subject.pos == "NOUN" and not is_person(subject)
    if content.dep == "acl":
        if apart and (verb.child("poss") is not None or is_thing) and content.child("mark") is not None:
            clause = next((w for w in verb.ancestors() if has_subject(w)), participle.head)
            participle.attach(clause, "advcl")
        return
    if content.dep == "relcl":
        thing = subject is not None and subject.lower == "that" and not is_person(verb) and verb.lemma not in LETTERS
        if apart and thing and verb.dep == "dobj" and has_subject(verb.head) and is_finite(verb.head):
            participle.attach(verb.head, "advcl")
        return
    who = verb.child("nsubj")
    pronoun = subject is not None and (subject.tag == "PRP" or verb.lemma == "deny")
    speaks = pronoun and verb.lemma in {"deny", "dispute", "reject"}
    if subject is not None:
        speaks = speaks or subject.lower == "it" or (who is not None and subject.lower == who.lower)  # "He said he ..."
    if apart and (is_infinitive(content) or is_thing or speaks) and has_subject(verb):
        participle.attach(verb, "advcl")


def after_speaker(participle: Word) -> None:
    """ "The storm killed 27, the ministry said, revising its figure": the ministry revised it, whoever killed.

    "The dam broke, the ministry said, flooding two towns": it did, and no ministry.
    """
    verb = participle.head
    event = verb.head if verb.dep == "parataxis" else verb.child("ccomp")
    if participle.tag == "VBG" and participle.lemma in _OUTCOMES and event is not None and event.i < verb.i:
        thing = event.child(*SUBJECTS)
        if thing is not None and thing.pos == "NOUN" and not is_person(thing) and verb.lemma in reporting("verb"):
            participle.attach(event, "advcl")
        return
    told = participle.lemma in _ABOUT_WORDS or participle.lemma in reporting("verb")
    cue = next((w for w in verb.right if w.dep == "parataxis" and w.i < participle.i), None)
    if participle.tag != "VBG" or not told or cue is None or not has_subject(cue):
        return
    if cue.lemma in reporting("verb") and cue.subtree()[-1].i == participle.subtree()[0].i - 1:
        participle.attach(cue, "advcl")


def adding_later(participle: Word) -> None:
    """ "She said it was late, adding later, 'The ship is lost'": that is what she added."""
    content = participle.head
    cue = content.head
    if participle.tag != "VBG" or participle.dep != "advcl" or not cue.i < participle.i < content.i:
        return
    alone = all(w.dep in {"advmod", "npadvmod", "punct"} for w in participle.children)
    told = participle.lemma in reporting("verb") and cue.lemma in reporting("verb") and has_subject(content)
    if told and alone and behind_comma(participle):
        participle.attach(cue, "advcl")
        content.attach(participle, "ccomp")


#: What an accident or a deed brings about, and no saying does.
_OUTCOMES = frozenset(
    {"cause", "damage", "destroy", "displace", "flood", "force", "injure", "kill", "send", "spark", "trigger", "wound"}
)


def letter_says(participle: Word) -> None:
    """ "The note quotes from letters to the mayor saying that it is late": the letters say so."""
    verb = participle.head
    opener = next((w for w in verb.right if w.dep == "prep" and w.i < participle.i), None)
    paper = verb.child("dobj") or (opener.child("pobj") if opener is not None else None)
    if paper is None or paper.lemma not in LETTERS or participle.tag != "VBG" or participle.lemma not in WRITTEN:
        return
    between = [w for w in verb.subtree() if paper.i < w.i < participle.i]
    if participle.child("mark", *SUBJECTS) is None and not any(w.text == "," for w in between):
        participle.attach(paper, "acl")


def wording(verb: Word) -> None:
    """ "He got a call from the ship saying it was on fire": the call says so, unless a comma parts them."""
    above = verb.head
    message = above.child("dobj")
    if verb.tag != "VBG" or verb.lemma not in {"say", "state", "warn"} or message is None or verb.i < message.i:
        return
    if above.lemma not in _RECEIVING:
        return  # who sends a letter says what it says
    parted = any(w.text == "," and w.i > message.i and w.i == verb.i - 1 for w in above.right)
    if message.lemma.lower() in _MESSAGES and not parted and verb.child(*AUXILIARIES, "mark", "nsubj") is None:
        verb.attach(message, "acl")


_MESSAGES = frozenset(
    {"call", "email", "e-mail", "fax", "leaflet", "letter", "memo", "message", "note", "notice", "post", "signal"}
    | {"statement", "telegram", "text", "tweet"}
)
_RECEIVING = frozenset(
    {"find", "get", "hear", "intercept", "obtain", "pick", "read", "receive", "record", "see", "take"}
)
