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
    TENSED_TAGS,
    behind_comma,
    has_subject,
    is_finite,
    is_infinitive,
    is_time,
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


def result_in_being(clause: Word) -> None:
    """ "It may result in a claim being withdrawn": that may be withdrawn, and is no claim that is."""
    noun = clause.head
    preposition, being = noun.head, clause.child("auxpass")
    if being is None or being.lower != "being" or clause.left[0] is not being or preposition.dep != "prep":
        return
    if preposition.lower in {"in", "to"} and preposition.head.lemma in {"lead", "result"} and noun.dep == "pobj":
        clause.attach(preposition, "pcomp")
        noun.attach(clause, "nsubjpass")


def stopped_doing(gerund: Word) -> None:
    """ "Nothing can stop Lund winning", "The law would prevent firms selling data": Lund wins, firms sell, if at all.

    "They could not stop a man smoking a pipe", "prevents firms owning banks from trading": he smoked, they own banks.
    """
    thing = gerund.head if gerund.dep == "acl" else gerund.head.child("dobj")
    verb = gerund.head.head if gerund.dep == "acl" else gerund.head
    if gerund.tag != "VBG" or thing is None or thing.dep != "dobj" or gerund.child(*SUBJECTS, "mark") is not None:
        return
    named = (thing.text[0].isupper() or thing.tag == "PRP") and gerund.lemma not in _ABOUT_HIM
    stops = verb.lemma == "prevent" or (verb.tag == "VB" and verb.lemma == "stop" and named)
    if not stops or thing.i > gerund.i or gerund.subtree()[0].i - 1 != thing.subtree(lambda w: w is gerund)[-1].i:
        return
    end = next((w for w in gerund.subtree() if w.lower == "from" and any(c.tag == "VBG" for c in w.right)), None)
    if end is not None:
        end.attach(verb, "prep")
    elif not any(w.lower == "from" and w.i > gerund.i for w in verb.right):
        gerund.attach(verb, "ccomp")
        thing.attach(gerund, "nsubj")


_ABOUT_HIM = frozenset({"carry", "drive", "hold", "include", "ride", "try", "walk", "wear"})


def over_the_moon(act: Word) -> None:
    """ "Lund is over the moon to be back", "It is on course to grow", "They have until May to pay": no "are to"."""
    verb, to = act.head, act.child("aux")
    state = next((w for w in verb.right if w.dep == "prep" and w.i < act.i), None)
    what = None if state is None else state.child("pobj")
    if to is None or state is None or what is None or verb.child("dobj", "attr", "acomp", "expl") is not None:
        return
    beside = state.i == verb.i + 1 and what.i == to.i - 1 and to.tag == "TO"  # not: "is on the advice of Holm to rest"
    so = state.lower in {"till", "until"} if verb.lemma == "have" else verb.lemma == "be" and not is_time(what)
    if beside and so and state.lower not in {"for", "of"}:
        act.dep = "advcl"


def leaving_hurt(gerund: Word) -> None:
    """ "They shot at a shop, leaving the owner critically injured": he was, and nobody was injured by leaving him."""
    hurt, thing = gerund.head, gerund.child("dobj")
    if gerund.lemma != "leave" or gerund.tag != "VBG" or thing is None or not thing.i < hurt.i or hurt.is_root:
        return
    if hurt.tag == "VBN" and hurt.child(*AUXILIARIES) is None:
        gerund.take_place_of(hurt)
        hurt.attach(thing, "acl")


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


@only_with("leave", "leaves", "left", "leaving")
def left_so(state: Word) -> None:
    """ "The flood left the town cut off": the town is, and the flood cut nothing off.

    "Police hunt man after blast leaves two dead.": the two are, and nobody hunts him dead. Not so where the parser
    takes "hunt" for a noun.
    """
    before = next((w for w in state.head.subtree() if w.i == state.subtree()[0].i - 1), state)
    thing = next((w for w in (before, *before.ancestors()) if w.dep == "dobj" and w.head.lemma == "leave"), None)
    if thing is None or thing.subtree()[-1] is not before or not thing.head.i < thing.i < state.i:
        return
    if state.child(*SUBJECTS, *AUXILIARIES, "mark", "dobj", "ccomp") is not None:
        return
    if state.dep == "acomp" and state.head is not thing.head:
        state.attach(thing.head, "oprd")
    elif state.tag in PAST_TAGS and state.head is thing.head:
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
    """ "The chief resigned after auditors said the money was gone, deepening the feud": it did, nobody said so.

    "The mayor resigned after the storm hit, leaving ten dead": the storm left them so, and no mayor. "The house voted
    to lift it, clearing the way for a trial": the vote cleared it.
    """
    above, before = participle.head, participle.subtree()[0].i - 1
    bare = participle.child("mark", *SUBJECTS, *AUXILIARIES) is None
    if participle.tag != "VBG" or participle.lemma not in _SUMMING_UP | _DOING_HARM or participle.i < above.i:
        return
    if not bare or not opens_behind_comma(participle):
        return
    cue = above.head if above.dep == "ccomp" else above
    says = cue.lemma in reporting("verb") and any(w.lower in {"after", "as", "when"} for w in cue.left)
    event = next((w for w in above.right if w.dep == "advcl" and w.subtree()[-1].i in {before, before - 1}), participle)
    struck = [w.lemma in entries("disasters") for verb in (above, event) for w in verb.having("nsubj", "nsubjpass")]
    if _tells_harm(participle) and event.lemma in _STRIKING and struck == [False, True]:
        participle.attach(event, "advcl")
        event.adopt(w for w in above.right if w.text == "," and w.i == before)
    elif participle.lemma in _SUMMING_UP and cue.dep == "advcl" and cue.i > cue.head.i and says:
        participle.attach(cue.head, "advcl")
    elif above.dep == "xcomp" and is_finite(above.head) and any(w.lemma in _ECHOES for w in participle.having("dobj")):
        participle.attach(above.head, "advcl")
    elif participle.lemma == "end" and above.dep == "ccomp" and cue.lemma == "say" and _ends_guesses(participle):
        participle.attach(cue, "advcl")  # "said he would not run, ending months of speculation"


def _ends_guesses(participle: Word) -> bool:
    """ "ending speculation", "ending months of doubt"."""
    return any(w.lemma in {"doubt", "speculation", "uncertainty"} for w in participle.subtree())


#: What a decision brings about the moment it is known.
_ECHOES = frozenset(
    {"anger", "concern", "criticism", "doubt", "fear", "hope", "outrage", "prospect", "question", "way"}
)


def _tells_harm(gerund: Word) -> bool:
    """ "leaving ten dead", "leaving clerks homeless", but no "leaving for Tarn" and no "leaving Holm second"."""
    state = gerund.child("oprd", "acomp", "ccomp")
    whom = gerund.child("dobj") or (None if state is None else state.child("nsubj"))
    counted = whom is not None and (whom.entity == "CARDINAL" or whom.child("nummod") is not None)
    harmed = state is not None and state.lower in _HARMED
    return gerund.lemma in _DOING_HARM and (gerund.lemma != "leave" or counted or harmed)


_DOING_HARM = HARMING | {"flood", "leave"}
_HARMED = frozenset({"dead", "homeless", "hurt", "injured", "stranded", "trapped", "wounded"})
_STRIKING = frozenset({"batter", "erupt", "hit", "rip", "strike", "sweep", "tear"})


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
    """ "The clerks needed to use care", "They have come to expect it": that is what they needed to do.

    "The firm threatened in May to sue": so where a time stands between, with what somebody says or means to do.
    """
    need, first = verb.head, verb.subtree()[0]
    if first.tag != "TO" or need.i > first.i or need.child("dobj", "xcomp", "ccomp", "auxpass", "agent") is not None:
        return
    between = [w for w in need.right if w.i < first.i]
    comes, sign = need.lemma == "come" and verb.lemma in _MINDED, signature(need.lemma, "verb", Frame.TO)
    known = sign is not None and sign.reports if between else comes or need.lemma in {"need", "want"}
    times = all(is_time(w.child("pobj") or w) for w in between)
    if not times or not known or (between[-1].subtree()[-1] if between else need).i != first.i - 1:
        return
    past = need.tag == "VBN" and (comes or need.child("aux") is None)
    if (past or need.tag in TENSED_TAGS or between) and need.child("nsubj") is not None and not has_subject(verb):
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
    joined = any(w.dep == "cc" and w.i < gerund.i for w in aim.right)
    if opens_behind_comma(gerund) and is_finite(aim.head) and gerund.child(*SUBJECTS) is None and not joined:
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
    """ "A tremor struck the town, injuring five and damaging a hall": it damaged one, and no hall damages anything.

    "The ruling pleased farmers and angered big unions", "It cut tolls and extended aid to towns": so with a past tense.
    """
    form = noun.left[0] if noun.left else noun
    verb = next((w for w in noun.ancestors() if is_verbal(w)), noun)
    joint = next((w for w in noun.head.right if w.dep == "cc" and w.i == form.i - 1), None)
    if noun.head not in (verb, verb.child("dobj")) or form.dep != "amod" or joint is None:
        return
    to = next((w for w in verb.right if w.lower == "to" and w.i == noun.subtree()[-1].i + 1), None)
    past = verb.tag in PAST_TAGS and _is_deed(form, verb, to)
    if not past and (verb.tag != "VBG" or verb.lemma not in HARMING or not _is_harm(form)):
        return
    form.pos, form.tag = "VERB", verb.tag
    verb.hang(conj=form, cc=joint)
    noun.attach(form, "dobj")
    if past and to is not None:
        to.attach(form, to.dep)


def _is_harm(gerund: Word) -> bool:
    stem = gerund.lower.removesuffix("ing")
    gerund.lemma = next((lemma for lemma in (stem, f"{stem}e") if lemma in HARMING), gerund.lemma)
    return gerund.lemma in HARMING or (gerund.tag == "VBG" and gerund.lemma not in entries("intransitive_verbs"))


def _is_deed(past: Word, verb: Word, to: Word | None) -> bool:
    subject = verb.child("nsubj")
    harmed = next((w for w in past.head.ancestors() if w.dep == "dobj"), past.head)
    if verb.lemma in _RAIDING and past.lower in _SLAIN and is_person(past.head) and not is_person(harmed):
        return True  # "has bombed pipelines and kidnapped engineers"
    moved = verb.lower in _UPSET or verb.lemma in HARMING | {"affect", "hit"}  # not: "treated soldiers and shocked men"
    upset = moved and past.lower in _UPSET and subject is not None and subject.tag != "PRP" and not is_person(subject)
    return upset or (to is not None and past.lower in _GIVEN and verb.lemma not in entries("giving_verbs"))


_RAIDING = HARMING | {"attack", "bomb", "burn", "loot", "raid", "ransack", "shell", "torch"}
_SLAIN = frozenset({"abducted", "beheaded", "executed", "kidnapped", "killed", "murdered", "raped", "tortured"})
_GIVEN = frozenset({"extended", "granted", "lent", "offered", "pledged", "promised"})
_UPSET = frozenset(
    {"alarmed", "alienated", "angered", "annoyed", "delighted", "dismayed", "divided", "embarrassed", "enraged"}
    | {"horrified", "infuriated", "irritated", "offended", "outraged", "pleased", "puzzled", "shocked", "stunned"}
    | {"surprised", "unnerved", "unsettled", "worried"}
)


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
