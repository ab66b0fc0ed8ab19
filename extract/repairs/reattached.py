"""Words that hang where they make no sense, with the place that is left for them."""

from __future__ import annotations

from extract.claims.nounphrase import is_name
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on
from extract.syntax.tree import Word
from extract.syntax.words import (
    AUXILIARIES,
    FINITE_TAGS,
    SUBJECTS,
    has_before,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    subject_label,
)

_OBVIOUS = frozenset({"certain", "clear", "explicit", "known", "obvious", "plain", "public", "sure"})
_MADE = _OBVIOUS | {"available", "possible"}


@only_on(*_OBVIOUS)
def made_clear(adjective: Word) -> None:
    """ "Reed made clear that he would go": what she made clear is all of it."""
    verb = adjective.head
    if verb.lemma != "make" or adjective.i < verb.i or verb.child("dobj", "auxpass"):
        return
    if adjective.child(*SUBJECTS, "ccomp") is not None:
        return
    content = next((w for w in verb.right if w.dep in {"ccomp", "advcl"} and w.i > adjective.i), None)
    if content is None or not is_verbal(content) or not is_finite(content) or content.child(*SUBJECTS, "expl") is None:
        return
    first = content.subtree()[0]
    if first.i == adjective.i + 1 and (first.lower in {"that", "how", "why"} or first.tag != "IN"):
        adjective.dep = "acomp"
        content.attach(adjective, "ccomp")


@only_on("on")
def day_said(preposition: Word) -> None:
    """ "Veltra said on Monday it had bought the mill": it said so then."""
    content = preposition.head
    if content.dep != "ccomp":
        return
    cue, day = content.head, preposition.child("pobj")
    if day is None or not is_time(day):
        return
    if cue.lemma not in reporting("verb"):
        return
    own = content.child(*SUBJECTS)
    before = [w.subtree()[-1].i for w in (cue, *cue.right) if w is cue or w.i < preposition.i]
    starts = {cue.i, *before} if cue.i < preposition.i else set()
    if preposition.i - 1 not in starts or own is None or own.subtree()[0].i != preposition.subtree()[-1].i + 1:
        return
    if content.child("mark") is None:
        preposition.attach(cue, "prep")


@only_on("in", "on")
def time_of_deed(preposition: Word) -> None:
    """ "Pym was convicted by a jury in January": the conviction was then."""
    agent = preposition.head
    if agent.dep != "pobj" or agent.head.dep != "agent":
        return
    time = preposition.child("pobj")
    if (
        time is not None
        and is_time(time)
        and time.child("poss") is None
        and agent.right
        and agent.right[0] is preposition
        and is_nominal(agent)
    ):
        preposition.attach(agent.head.head, "prep")


_PERIODS = frozenset({"week", "month", "quarter", "year", "half", "period", "day"})


@only_on("to", "through")
def month_of_period(preposition: Word) -> None:
    """ "Profit fell in the year to June", "in the three months to the end of May": with what the period ends."""
    last = preposition.child("pobj")
    if last is None or preposition.i < 2:
        return
    period = next((w for w in preposition.head.subtree() if w.i == preposition.i - 1), preposition)
    if period.dep != "pobj" or period.head.lower not in {"in", "for", "over"} or period is preposition.head:
        return
    if period.lemma.lower() in _PERIODS and any(w.lower == "the" for w in period.left) and is_time(last):
        preposition.attach(period, "prep")


def asked_not_named(verb: Word) -> None:
    """ "A clerk asked not to be named because he may not speak": why he asked, and nothing that he asked for."""
    named = verb.head
    mark = next((w for w in verb.left if w.dep == "mark"), None)
    if named.lemma not in {"identify", "name", "quote"} or named.dep != "xcomp" or named.child("auxpass") is None:
        return
    if mark is not None and mark.lower in {"as", "because", "since"} and verb.i > named.i:
        verb.attach(named.head, "advcl")


def decided_ending(gerund: Word) -> None:
    """ "voted to close the mill, ending a dispute": that they voted so ended it, and nobody voted on that."""
    verb = gerund.head
    decided, first = verb.head, gerund.subtree()[0].i
    if gerund.tag != "VBG" or verb.dep != "xcomp" or not is_infinitive(verb) or gerund.i < verb.i:
        return
    if decided.lemma in {"agree", "choose", "decide", "opt", "vote"} and decided.tag == "VBD":
        commas = [w for w in verb.right if w.text == "," and w.i == first - 1]
        for word in (*commas, *([gerund] if commas else [])):
            word.attach(decided, word.dep)


def left_so(gerund: Word) -> None:
    """ "The cut hit the town, leaving it largely blacked out": the cut left it so, and no leaving did anything."""
    verb, noun = gerund.head, gerund.child("dobj")
    if gerund.lemma != "leave" or gerund.tag != "VBG" or noun is None or verb.tag != "VBN":
        return
    if (
        verb.dep not in {"conj", "advcl"}
        or not is_verbal(verb.head)
        or verb.head.i > verb.i
        or has_before(verb, AUXILIARIES)
        or gerund.subtree()[-1].i > verb.i
    ):
        return
    gerund.attach(verb.head, "advcl")
    noun.attach(verb, "nsubj")
    verb.attach(gerund, "ccomp")


def listed_participle(noun: Word) -> None:
    """ "feared job losses, crippling debt, rising rents and other ills": they crippled nobody, they were feared."""
    gerund = noun.head
    above, debt = gerund.head, gerund.child("dobj")
    if gerund.tag != "VBG" or gerund.dep not in {"advcl", "acl"} or debt is None or not noun.tag.startswith("NN"):
        return
    if has_before(gerund, {*AUXILIARIES, *SUBJECTS, "mark"}) or noun.child(*SUBJECTS) is not None or debt.i > noun.i:
        return
    start = gerund.subtree()[0].i
    items = [above] if is_nominal(above) else above.having("dobj")
    first = next((w for w in items if w.subtree(_is_gerund)[-1].i == start - 2), None)
    if first is None or debt.subtree()[0].i != gerund.i + 1 or any(w.dep == "det" for w in debt.left):
        return
    debt.attach(first, "conj")
    noun.attach(debt, "conj")
    for word in [w for w in gerund.right if w.i > debt.i]:
        word.attach(debt, word.dep)
    gerund.attach(debt, "amod")


def _is_gerund(word: Word) -> bool:
    return word.dep in {"acl", "punct"}


def not_in_brackets(word: Word) -> None:
    """ "a song with drums (not a usual choice)": it is the choice that is denied."""
    choice = next((w for w in word.head.right if w.dep == "appos" and w.i > word.i), None)
    if choice is not None and is_nominal(word.head) and choice.subtree()[0].i == word.i + 1:
        word.attach(choice, "cc")


def main_behind_agent(verb: Word) -> None:
    """ "Grief over a boy shot and killed by police led to riots": grief shot nobody."""
    subject = verb.child("nsubj")
    if verb.tag not in {"VBD", "VBN"} or subject is None or has_before(verb, {*AUXILIARIES, "mark"}):
        return
    if verb.child("dobj", "ccomp", "xcomp") is not None:
        return
    verbs = [w for w in verb.right if w.dep == "conj" and is_verbal(w)]
    done = [w for w in (verb, *verbs) if w.child("agent") is not None and not has_before(w, AUXILIARIES)]
    main = next((w for w in verbs if done and w.i > done[-1].i and is_finite(w)), None)
    noun = subject.subtree()[-1]
    if main is None or not is_nominal(noun) or noun.i != verb.i - 1 or main.child(*SUBJECTS, "mark") is not None:
        return
    if main.subtree()[0].i != done[-1].child("agent").subtree()[-1].i + 1:  # type: ignore[union-attr]
        return
    main.take_place_of(verb)
    subject.attach(main, subject_label(main))
    for word in [w for w in verb.children if w.i > main.i or w.i < subject.i]:
        word.attach(main, word.dep)
    verb.tag = "VBN"
    verb.attach(noun, "acl")


def gap_behind_that(verb: Word) -> None:
    """ "Reed is among those who stand in states that Lund won": the states are what he won."""
    above, mark = verb.head, verb.child("mark")
    if mark is None or mark.lower != "that" or above.lemma != "be" or verb.i < above.i:
        return
    if above.child("attr", "acomp", "dobj") is not None or above.child("expl") is not None:
        return
    place = next((w for w in above.right if w.dep == "prep" and w.subtree()[-1].i == mark.i - 1), None)
    subject = verb.child("nsubj")
    if place is None or subject is None or verb.child("dobj", "auxpass", "ccomp", "xcomp", "acomp", "attr"):
        return
    noun = place.subtree()[-1]
    owner = above.child("nsubj")
    if owner is None or not (is_name(owner) or owner.pos == "PRON") or owner.lower in {"it", "this", "that"}:
        return
    if noun.pos != "NOUN" or is_time(noun) or noun.lemma in entries("content_nouns") or verb.lemma == "be":
        return
    if verb.lemma in entries("intransitive_verbs"):
        return
    mark.tag, mark.dep = "WDT", "dobj"
    verb.attach(noun, "relcl")


def second_verb(noun: Word) -> None:
    """ "a plan that maximizes speed and minimizes risk": this is the second verb."""
    verb = noun.head.head if noun.dep == "conj" else noun
    word = noun.left[0] if noun.left else noun
    if noun.dep != "conj" or noun.head.dep != "dobj" or verb.tag != "VBZ" or word.left or word.right:
        return
    if word.dep not in {"amod", "compound", "det"} or not word.lower.endswith(("izes", "ises", "ifies")):
        return
    if len(word.lower) < _SHORTEST or not any(w.dep == "cc" and w.i == word.i - 1 for w in noun.head.right):
        return  # "and prizes"
    word.tag, word.pos, word.lemma = "VBZ", "VERB", word.lower[:-1].replace("ifie", "ify")
    for part in [w for w in noun.head.right if w.dep == "cc" and w.i < noun.i]:
        part.attach(verb, "cc")
    word.attach(verb, "conj")
    noun.attach(word, "dobj")


_SHORTEST = len("utilizes")


def name_behind_role(role: Word) -> None:
    """ "Born in Lorne, one of six sons of a miner, Lund was called Chip": he is the one, and he was called so.

    "They are from Arbeck, a town on the coast, Lund said": what stands between belongs to what he said.
    """
    verb = role.head
    name = next((w for w in verb.left if w.dep == role.dep and w.i > role.i), None)
    if name is None or name.pos != "PROPN" or role.pos == "PROPN" or role.subtree()[0].i == 0:
        return
    comma = name.subtree()[0].i - 1
    if role.subtree()[-1].i != comma - 1 or not any(w.text == "," and w.i == comma for w in verb.left):
        return
    if any(w.text == "," and w.i > name.i for w in verb.left):
        return
    content = next((w for w in verb.left if w.dep == "ccomp"), None)
    said = [] if content is None else [w for w in content.subtree() if w.pos != "PUNCT" and w.i < role.i]
    if not said:
        role.attach(name, "appos")
    elif is_nominal(said[-1]):
        role.attach(said[-1], "appos")
        for word in [w for w in verb.left if w.text == "," and said[-1].i < w.i < role.i]:
            word.attach(said[-1], "punct")


def two_objects(noun: Word) -> None:
    """ "praised their own software stacks": a noun right before another one is a part of it."""
    verb = noun.head
    second = next((w for w in verb.right if w.dep == noun.dep and w.i > noun.i), None) if noun.tag == "NN" else None
    if second is None or second.tag not in {"NN", "NNS"} or second.subtree()[0].i != noun.i + 1:
        return
    if noun.right or is_time(second) or not noun.left or noun.left[0].dep not in {"det", "poss"} or second.left:
        return
    for word in list(noun.left):
        word.attach(second, word.dep)
    noun.attach(second, "compound")


def handed_whom(whom: Word) -> None:
    """ "handing Ada Lund a narrow win": the win was handed, and to Lund."""
    verb = whom.head
    thing = next((w for w in verb.right if w.dep == "dobj" and w.i > whom.i), None)
    if thing is None or whom.entity != "PERSON" or verb.lemma == "call" or verb.lemma not in entries("giving_verbs"):
        return
    first = thing.left[0] if thing.left and thing.pos == "NOUN" and not thing.entity else thing
    if first.dep == "det" and first.i == whom.subtree()[-1].i + 1:
        whom.dep = "dative"


@only_on(*_MADE)
def made_available(adjective: Word) -> None:
    """ "We have made available a fund for those hurt, and regret it": they made it available."""
    noun, verb = adjective.head, adjective.head.head
    verb = verb if verb.lemma == "make" or noun.dep != "nsubj" else verb.head
    if verb.lemma != "make":
        return
    bare = not any(w.i > adjective.i and w.dep in {"det", "poss", "nummod"} for w in noun.left)
    if bare and noun.dep != "nsubj" and adjective.lower != "available":
        return  # "made public speeches"
    if adjective.i != verb.i + 1 or not is_nominal(noun) or verb.child("dobj", "auxpass") not in {None, noun}:
        return
    clause = noun.head if noun.head is not verb else None
    if clause is not None:
        last = noun.subtree()[-1]
        if clause.tag != "VBN" or last.i != clause.i - 1 or not is_nominal(last) or has_before(clause, AUXILIARIES):
            return
        noun.attach(verb, "dobj")
        for word in [w for w in clause.right if w.dep in {"cc", "conj", "punct"}]:
            word.attach(verb, word.dep)
        clause.attach(last, "acl")
    adjective.attach(verb, "prt")


def noun_not_modal(modal: Word) -> None:
    """ "A gas can was found": what stands before a finite verb is no auxiliary. "Will Reed will speak": a name."""
    verb = modal.head
    if modal.tag != "MD" or modal.right or modal.left:
        return
    openers = verb.having("prep") if verb.tag in {"VBD", "VBZ"} else []
    owner = next((w for opener in openers for w in opener.having("pobj") if w.i == modal.i - 1), None)
    if owner is not None and owner.tag == "PRP$":
        modal.pos, modal.tag = "NOUN", "NN"  # "In her will she left them a house"
        modal.take_place_of(owner)
        owner.attach(modal, "poss")
        return
    others = [w for w in verb.left if w.i > modal.i and w.dep in AUXILIARIES]
    subject = verb.child("nsubj", "nsubjpass")
    finite = bool(others) and others[0].tag in FINITE_TAGS
    if subject is None or not finite or len(subject.right) > 0:
        return
    if modal.i == 0 and subject.subtree()[0].i == 1 and subject.pos == "PROPN" and modal.lower in {"will", "may"}:
        modal.pos, modal.tag = "PROPN", "NNP"
        modal.attach(subject, "compound")
    elif (
        subject.i == modal.i - 1 == others[0].i - 2 and subject.tag == "NN" and modal.lower in {"can", "might", "will"}
    ):
        modal.pos, modal.tag = "NOUN", "NN"
        modal.dep = subject.dep
        for word in list(subject.left):
            word.attach(modal, word.dep)
        subject.attach(modal, "compound")


def clause_until(verb: Word) -> None:
    """ "The names were withheld until next of kin could be told": until the kin could."""
    clause, opener = verb.left[0] if verb.left else verb, None
    if not verb.is_root or clause.dep != "ccomp" or verb.child(*SUBJECTS, "expl") is not None:
        return
    opener = next((w for w in clause.right if w.dep == "prep" and w.lower in _UNTIL), None)
    noun = None if opener is None else opener.child("pobj")
    if opener is None or noun is None or len(verb.left) < 2 or noun.subtree()[-1].i != verb.left[1].i - 1:
        return
    if verb.left[1].tag not in FINITE_TAGS or clause.subtree()[-1] is not noun.subtree()[-1]:
        return
    clause.lead()
    for word in [w for w in verb.right if w.text == "."]:
        word.attach(clause, "punct")
    verb.attach(clause, "advcl")
    noun.attach(verb, subject_label(verb))
    noun.pos, noun.tag = ("NOUN", "NN") if noun.pos == "ADV" else (noun.pos, noun.tag)
    opener.tag = "IN"
    opener.attach(verb, "mark")


_UNTIL = word_class("conjunctions of time that are prepositions too")


def content_of_inner(content: Word) -> None:
    """ "She said she believed that, at 34, it was over": what she believed stands behind it."""
    verb, mark = content.head, content.child("mark")
    inner = next((w for w in verb.right if w.dep == "ccomp" and w.i < content.i), None)
    if inner is None or mark is None or mark.lower != "that" or mark.i != inner.i + 1:
        return
    if inner.lemma in reporting("verb") and is_finite(inner) and inner.child("ccomp", "dobj", "xcomp") is None:
        content.attach(inner, "ccomp")


def when_he_was(verb: Word) -> None:
    """ "Lund, the second figure of the firm before he left, spoke": that is when he was that."""
    name = verb.head
    role = next((w for w in name.right if w.dep == "appos" and w.i < verb.i), None)
    mark = verb.child("mark", "advmod")
    if role is None or mark is None or not is_name(name) or mark.lower not in {"after", "before", "until", "when"}:
        return
    if role.subtree()[-1].i + 1 == verb.subtree()[0].i:
        verb.attach(role, "advcl")


@only_on("on")
def day_of_later(preposition: Word) -> None:
    """ "had been fined before his arrest on Tuesday": the arrest was on Tuesday."""
    target, verb = preposition.child("pobj"), preposition.head
    if target is None or target.entity != "DATE" or not is_verbal(verb):
        return
    before = next((w for w in verb.right if w.dep == "prep" and w.lower == "before"), None)
    event = before.child("pobj") if before is not None else None
    if event is not None and event.i == preposition.i - 1 and not is_time(event) and event.pos == "NOUN":
        preposition.attach(event, "prep")


def by_saying(saying: Word) -> None:
    """ "explained her failure to win by saying she was new": that is how she explained it, not how she failed."""
    by = saying.head
    inner = by.head
    main = next((w for w in inner.ancestors() if is_verbal(w) and is_finite(w)), None)
    if by.lower != "by" or saying.lemma not in reporting("verb") or inner.dep not in {"acl", "relcl", "advcl"}:
        return
    if main is not None and main.lemma in _MADE_BY_SAYING:
        by.attach(main, "prep")


_MADE_BY_SAYING = frozenset(
    {"answer", "begin", "close", "conclude", "counter", "defend", "end", "excuse", "explain", "finish", "hit"}
    | {"justify", "open", "react", "rebut", "reply", "respond", "retort", "start"}
)


def report_showing(verb: Word) -> None:
    """ "He read a report showing the firm had lost money": the firm had, and the report shows that."""
    main, subject = verb.head, verb.child("nsubj")
    report = main.child("dobj") if subject is None else subject
    showing = next((w for w in report.right if w.dep == "acl"), None) if report is not None else None
    firm = showing.child("dobj") if showing is not None else None
    if report is None or showing is None or firm is None or showing.lower not in _SHOWING or not is_finite(verb):
        return
    last = firm.subtree()[-1].i
    if verb.subtree()[0].i not in {last + 1, report.subtree()[0].i} or not main.i < report.i < last < verb.i:
        return
    if any(w.text == "," or w.dep == "cc" for w in (*main.right, *verb.left) if last < w.i < verb.i):
        return
    if report is subject:
        if main.child("dobj") is not None:
            return
        report.attach(main, "dobj")
    firm.attach(verb, subject_label(verb))
    verb.attach(showing, "ccomp")


_SHOWING = frozenset(
    {"alleging", "claiming", "indicating", "proving", "revealing", "saying", "showing", "stating", "suggesting"}
)


def disclosure_showing(verb: Word) -> None:
    """ "filed a form with the ministry showing she had earned 90 crowns": the form shows it."""
    main = verb.head
    form = main.child("dobj")
    of = next((w for w in form.right if w.dep == "prep"), None) if form is not None else None
    showing = of.child("pcomp") if of is not None else None
    if form is None or of is None or showing is None or showing.lower not in _SHOWING or not is_finite(verb):
        return
    ministry = showing.child("nsubj")
    if ministry is None or verb.child("mark") is not None or verb.subtree()[0].i != showing.i + 1:
        return
    ministry.attach(of, "pobj")
    showing.attach(form, "acl")
    verb.attach(showing, "ccomp")


def stranded_in_relative(that: Word) -> None:
    """ "The firm that she worked for collapsed": she worked for it."""
    verb = that.head
    opener = next((w for w in verb.right if w.i == verb.i + 1), None)
    if verb.dep != "relcl" or that.tag not in {"WDT", "WP"} or that.i > verb.i or verb.child("nsubj") is None:
        return
    if opener is not None and opener.dep == "prep" and not opener.left and not opener.right:
        that.attach(opener, "pobj")


@only_on("at", "behind", "in", "inside", "near", "on", "outside", "under", "with", "without")
def those_in_power(place: Word) -> None:
    """ "She blamed those in power for it": which they are, and nowhere she blamed them."""
    those = place.head.child("dobj", "pobj")
    if those is not None and those.lower == "those" and those.i == place.i - 1 and not those.right:
        place.attach(those, "prep")
