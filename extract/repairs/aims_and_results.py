"""Aims and results of what is done: "with care to avoid floods", "left residents waiting", "closing roads"."""

from __future__ import annotations

from extract.claims.groups import SEEING
from extract.claims.roles import is_person
from extract.english.persons import Sort, group_noun
from extract.english.wordlists import entries
from extract.factuality.signatures import Frame, reporting, signature
from extract.repairs.antecedents import HARMING
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    PAIRED,
    PAST_TAGS,
    SUBJECTS,
    behind_comma,
    is_finite,
    is_infinitive,
    is_verbal,
    opens_behind_comma,
)

#: Verbs that bring their object into doing something.
_LEAVING = frozenset({"catch", "get", "keep", "leave", "send", "set"})
_LEAVING_OR_SEEING = _LEAVING | SEEING


def left_doing(gerund: Word) -> None:
    """ "The storm left residents waiting", "The news sent prices soaring": they wait and soar, and no storm does.

    "Lund left the house carrying a bag": Lund carried it. "Lund caught him carrying a bag": he did.
    """
    verb, thing = gerund.head, gerund.head.child("dobj")
    if gerund.tag != "VBG" or verb.lemma not in _LEAVING_OR_SEEING:
        return
    if thing is None or verb.child("auxpass") is not None:
        return
    if not verb.i < thing.i < gerund.i or gerund.child(*SUBJECTS, *AUXILIARIES, "mark", "ccomp") is not None:
        return
    if thing.subtree()[-1].i != gerund.subtree()[0].i - 1 or (thing.pos == "PRON" and thing.lower.endswith("self")):
        return
    if gerund.lemma in _OF_SUBJECT or (verb.lemma not in {"leave", *SEEING} and gerund.child("dobj") is not None):
        return  # "Lund sent the money using a bank"
    somebody = is_person(thing) or thing.tag == "NNS" or thing.pos == "PRON"
    moved = group_noun(thing.lemma) in {Sort.BODY, Sort.PLACE} and gerund.child("dobj") is None
    if somebody or moved or verb.lemma not in {"leave", *SEEING}:
        gerund.attach(verb, "ccomp")
        thing.attach(gerund, "nsubj")


#: What the subject does beside another verb.
_OF_SUBJECT = frozenset({"cite", "promise", "say", "use", "want"})
_ASKING = frozenset(
    {"arrange", "ask", "call", "campaign", "long", "pay", "plead", "press", "push", "vote", "wait", "wish"}
)


@only_on("for")
def for_somebody_to(preposition: Word) -> None:
    """ "It paid for ten members to fly to Holm": the members fly, and no aim of it is to."""
    verb, who = preposition.head, preposition.child("pobj")
    deed = next((w for w in verb.right if w.dep in {"advcl", "xcomp"} and w.i > preposition.i), None)
    deed = deed or (who.child("acl", "relcl") if who is not None else None)
    if verb.lemma not in _ASKING or who is None or deed is None or not is_infinitive(deed):
        return
    end = who.subtree(lambda w: w is deed)[-1].i
    if deed.child(*SUBJECTS, "mark") is None and deed.subtree()[0].i == end + 1 and is_person(who):
        deed.attach(verb, "advcl")
        deed.hang(mark=preposition, nsubj=who)


def left_so(state: Word) -> None:
    """ "The flood left the town cut off": the town is, and the flood cut nothing off."""
    verb, thing = state.head, state.head.child("dobj")
    if state.tag not in PAST_TAGS or verb.lemma != "leave" or thing is None or not verb.i < thing.i < state.i:
        return
    if state.child(*SUBJECTS, *AUXILIARIES, "mark", "dobj", "ccomp") is not None:
        return
    if thing.subtree()[-1].i == state.subtree()[0].i - 1:
        state.tag = "VBN"
        state.attach(thing, "acl")


@only_with("what", "who", "how", "whether")
def what_it_caused(noun: Word) -> None:
    """ "Investigations into what caused the fire are ongoing": it caused the fire, and they go on."""
    verb = noun.head
    first = next((w for w in verb.left if w.dep in SUBJECTS and w.i < noun.i), None)
    clause = None if first is None else next((w for w in first.subtree() if w.dep == "pcomp"), None)
    if clause is None or first is None or clause.child(*SUBJECTS) is None or clause.child("dobj") is not None:
        return
    if clause.subtree()[-1] is clause and noun.subtree()[0].i == clause.i + 1:
        noun.attach(clause, "dobj")


#: What an event does to what is known already: nobody who is quoted before says so.
_SUMMING_UP = frozenset(
    {"cap", "cast", "dash", "deepen", "end", "fuel", "heighten", "intensify", "mark", "plunge", "prompt", "raise"}
    | {"reignite", "renew", "revive", "set", "spark", "stoke", "trigger", "underline", "underscore", "widen"}
)


def result_of_main(participle: Word) -> None:
    """ "The chief resigned after auditors said the money was gone, deepening the feud": it did, nobody said so."""
    above = participle.head
    cue = above.head if above.dep == "ccomp" else above
    if participle.tag != "VBG" or participle.lemma not in _SUMMING_UP or participle.i < above.i:
        return
    if cue.dep != "advcl" or cue.i < cue.head.i or not opens_behind_comma(participle):
        return
    bare = participle.child("mark", *SUBJECTS, *AUXILIARIES) is None
    if bare and cue.lemma in reporting("verb") and any(w.lower in {"after", "as", "when"} for w in cue.left):
        participle.attach(cue.head, "advcl")


@only_with("but")
def no_choice_but(verb: Word) -> None:
    """ "They had no choice but to leave": what is left to them belongs to the choice."""
    before = {w.i: w for w in verb.root.subtree() if verb.i - 4 < w.i < verb.i}
    noun, but = before.get(verb.i - 3), before.get(verb.i - 2)
    if noun is None or but is None or but.lower != "but" or not is_infinitive(verb):
        return
    if noun.lemma in {"alternative", "choice", "option"} and not verb.holds(noun):
        but.attach(noun, "prep")
        verb.attach(but, "pcomp")


def needed_to(verb: Word) -> None:
    """ "The clerks needed to use care", "They have come to expect it": that is what they needed to do."""
    need, first = verb.head, verb.subtree()[0]
    comes = need.lemma == "come" and verb.lemma in _MINDED
    if not comes and need.lemma not in {"need", "want"}:
        return
    if first.tag == "TO" and first.i == need.i + 1 and need.child("auxpass") is None:
        past = need.tag == "VBN" and (comes or need.child("aux") is None)
        finite = (past or need.tag in {"VBD", "VBZ", "VBP"}) and need.child("dobj", "xcomp") is None
        if finite and need.child("nsubj") is not None and verb.child(*SUBJECTS) is None:
            verb.dep = "xcomp"


_MINDED = frozenset({"accept", "believe", "depend", "expect", "know", "love", "realise", "realize", "regard", "rely"})


@only_with("remain", "remained", "remains")
def under_orders_to(infinitive: Word) -> None:
    """ "She remains under orders to appear": that is what the orders are, and nothing that remains to be done."""
    verb = infinitive.head
    under = next((w for w in verb.right if w.dep == "prep" and w.i == verb.i + 1), None)
    noun = under.child("pobj") if under is not None and verb.lemma == "remain" else None
    if noun is not None and is_infinitive(infinitive) and infinitive.i > noun.i:
        infinitive.attach(noun, "acl")


@only_with("so")
def so_that(verb: Word) -> None:
    """ "The mill was so badly damaged that it closed": it did so then, and nothing damaged that."""
    head, that = verb.head, next((w for w in verb.left if w.lower == "that" and w.dep in {"dobj", "mark"}), None)
    if that is None:
        return
    state = head.head.child("acomp") if head.dep == "nsubj" and head.i > head.head.i else None
    if state is not None and any(w.lower == "so" for w in state.left):  # "So loud was the blast that windows broke"
        that.dep = "mark"
        verb.attach(head.head, "advcl")
        return
    if that.dep == "dobj":
        return
    if any(w.lower == "so" and w.i < head.i for a in head.left for w in (a, *a.left)):
        verb.dep = "advcl" if head.lemma not in reporting("verb") else verb.dep
        return
    thing = (
        head
        if head.dep in {"attr", "dobj", "pobj"}
        else next((w for w in head.right if w.dep in {"attr", "dobj"}), head)
    )
    if any(w.lower == "so" and w.i < thing.i for a in thing.left for w in a.left) and thing.i < that.i:
        above = thing  # "He told so many lies that nobody believed him"
        while above.dep in {"attr", "dobj", "pobj", "prep"}:
            above = above.head
        verb.attach(above, "advcl")


def beside_aim(gerund: Word) -> None:
    """ "They bought it to save it, transforming the town": the aim ends at the comma."""
    aim = gerund.head
    if gerund.tag != "VBG" or aim.dep != "advcl" or not is_infinitive(aim) or gerund.i < aim.i:
        return
    if opens_behind_comma(gerund) and is_finite(aim.head) and gerund.child(*SUBJECTS, "cc") is None:
        gerund.attach(aim.head, "advcl")


def went_on(verb: Word) -> None:
    """ "Hale went on to praise the crew": he praised it."""
    above = verb.head
    if above.lemma == "go" and is_infinitive(verb) and verb.child("mark", "nsubj") is None:
        on = above.right[0]
        if on.lower == "on" and not on.right and on.i == above.i + 1 and verb.subtree()[0].i == on.i + 1:
            on.dep, verb.dep = "prt", "xcomp"


def use_of(verb: Word) -> None:
    """ "used its fleet to block ports": what something is used for is no part of it."""
    noun = verb.head
    if noun.dep == "dobj" and noun.head.lemma == "use" and is_infinitive(verb):
        verb.attach(noun.head, "xcomp")


@only_on("so")
def so_that_can(so: Word) -> None:
    """ "It hires staff so new claims can be read": that is what for, and the claims are not so new."""
    adjective, noun = so.head, so.head.head
    verb = noun.head
    if adjective.dep != "amod" or noun.dep not in SUBJECTS or noun.tag != "NNS" or noun.subtree()[0] is not so:
        return
    if adjective.lower in {"few", "little", "many", "much"} or verb.head.lemma in reporting("verb"):
        return  # "He said so few clerks can pay"
    if any(w.tag == "MD" for w in verb.left) and verb.dep in {"advcl", "ccomp", "conj"} and verb.head.i < so.i:
        so.attach(verb, "mark")
        verb.dep = "advcl"


def led_to_doing(gerund: Word) -> None:
    """ "The ruling led to the council losing the port": to that, and not to the council."""
    preposition = gerund.head
    noun = preposition.child("pobj")
    if gerund.tag != "VBG" or noun is None or preposition.dep != "prep" or gerund.child(*SUBJECTS) is not None:
        return
    if noun.subtree()[-1].i == gerund.subtree()[0].i - 1:
        gerund.attach(noun, "acl")


@only_with("enough")
def enough_to(verb: Word) -> None:
    """ "caught it early enough to reverse the damage": so early."""
    if not is_infinitive(verb) or verb.head.i > verb.i:
        return
    first = verb.subtree()[0]
    near = [w for above in (verb.head, verb.head.head) for w in above.subtree() if w.i == first.i - 1]
    enough = near[0] if near and near[0].lower == "enough" and near[0].tag == "RB" else None
    if enough is not None and enough is not verb.head and is_verbal(enough.head) and enough.dep == "advmod":
        verb.attach(enough, "xcomp")


def cannot_help_but(verb: Word) -> None:
    """ "could not help but notice the chair": they noticed it."""
    helping = verb.head
    but = next((w for w in helping.right if w.dep == "cc" and w.lower == "but" and w.i == verb.i - 1), None)
    if helping.lemma == "help" and but is not None and verb.tag in {"VB", "VBP"} and helping.child("neg") is not None:
        but.tag, but.pos = "TO", "PART"  # as good as "to"
        but.attach(verb, "aux")
        verb.attach(helping, "xcomp")


def left_also_so(state: Word) -> None:
    """ "The crash left a clerk dead and two guards injured": it left them so, and they injured nobody."""
    verb, other = state.head, state.child("nsubj")
    thing, first = verb.child("dobj"), verb.child("oprd")
    if verb.lemma != "leave" or state.tag != "VBN" or other is None or thing is None or first is None:
        return
    if state.child("aux", "auxpass", "dobj") is None and thing.i < first.i < other.i < state.i:
        other.attach(verb, PAIRED)
        state.attach(other, "acl")


def closing_roads(noun: Word) -> None:
    """ "It dumped snow on the north, closing schools and cutting power": it did both, and no schools are a place."""
    gerund, place = noun.subtree()[0], noun.head
    behind = [w for w in (*noun.right, *place.right) if w.dep in {"cc", "conj", "punct"} and w.i > noun.i]
    again = next((w for w in behind if w.dep == "conj" and w.tag == "VBG"), None)
    verb = next((w for w in (place, *place.ancestors()) if is_verbal(w) and (is_finite(w) or w.is_root)), None)
    if again is None or verb is None or not gerund.lower.endswith("ing") or gerund.dep not in {"compound", "amod"}:
        return
    if gerund is noun or gerund.left or verb.i > gerund.i or not behind_comma(gerund):
        return
    gerund.attach(verb, "advcl", "VBG")
    gerund.adopt(w for w in behind if w.i <= again.i)
    noun.attach(gerund, "dobj")


def also_harming(noun: Word) -> None:
    """ "A tremor struck the town, injuring five and damaging a hall": it damaged one, and no hall damages anything."""
    first, gerund = noun.head, noun.left[0] if noun.left else noun
    harm = first.head
    joint = next((w for w in first.right if w.dep == "cc" and w.i == gerund.i - 1), None)
    if harm.tag != "VBG" or harm.lemma not in HARMING or first.dep != "dobj" or gerund.dep != "amod" or joint is None:
        return
    stem = gerund.lower.removesuffix("ing")
    deed = next((lemma for lemma in (stem, f"{stem}e", gerund.lemma) if lemma in HARMING), gerund.lemma)
    if deed not in HARMING and (gerund.tag != "VBG" or deed in entries("intransitive_verbs")):
        return
    gerund.pos, gerund.tag, gerund.lemma = "VERB", "VBG", deed
    harm.hang(conj=gerund, cc=joint)
    noun.attach(gerund, "dobj")


def to_avoid(verb: Word) -> None:
    """ "It was mended with care to avoid floods": that is what for, and no part of the mending.

    "Lund beat Holt to win the cup": Lund won it.
    """
    head = verb.head
    known = head.lemma in _MET and head.child("dobj") is not None
    aim = verb.lemma in {"avoid", "ensure", "help", "prevent", "protect", "save"} and head.child("auxpass") is not None
    if is_infinitive(verb) and (known or (aim and signature(head.lemma, "verb", Frame.TO) is None)):
        verb.dep = "advcl"


#: What is done to somebody without making them do anything.
_MET = frozenset(
    {"attack", "beat", "betray", "defeat", "dismiss", "fire", "follow", "join", "kill", "marry", "meet"}
    | {"outpace", "outscore", "overcome", "overtake", "pass", "replace", "succeed", "topple", "unseat", "visit"}
)
