"""Ends of lists and clauses that the parser gave to all before them, or cut from what they end."""

from __future__ import annotations

from extract.claims.roles import is_person
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import AUXILIARIES, PAST_TAGS, SUBJECTS, is_finite, is_nominal, is_time, is_verbal

_DOING = frozenset(
    {"attack", "beat", "block", "burn", "carry", "chant", "destroy", "fire", "hold", "hurl", "hurt", "injure", "kill"}
    | {"loot", "set", "shout", "sing", "smash", "tear", "throw", "topple", "wave", "wound"}
)
_GIVING = frozenset({"award", "deny", "give", "grant", "hand", "offer", "pay", "promise", "send", "show"})


def last_is_equipped(participle: Word) -> None:
    """ "dogs and two helicopters equipped with cameras": the helicopters are, and no dogs."""
    first = participle.head
    last = next((w for w in reversed(first.right) if w.dep == "conj" and w.i < participle.i), None)
    if last is None or participle.tag not in {"VBN", "VBG"} or not is_nominal(first) or not is_nominal(last):
        return
    own = any(w.dep in {"det", "nummod", "poss"} for w in last.left)
    shared = any(w.dep in {"det", "nummod", "poss"} for w in first.left) or is_person(first)
    if own and not shared and last.subtree()[-1].i == participle.subtree()[0].i - 1:
        participle.attach(last, participle.dep)


def chanting_and_burning(gerund: Word) -> None:
    """ "chanting slogans and burning portraits": they burn them, and chant no portraits."""
    thing = gerund.head
    first = thing.head
    verb = first.head
    if gerund.tag != "VBG" or thing.dep != "conj" or first.dep != "dobj" or verb.tag != "VBG" or gerund.right:
        return
    joint = next((w for w in first.right if w.dep == "cc" and w.i == gerund.i - 1), None)
    if joint is None or gerund.lemma not in _DOING or gerund.left or thing.left[0] is not gerund:
        return
    gerund.pos = "VERB"
    joint.attach(verb, "cc")
    gerund.attach(verb, "conj")
    thing.attach(gerund, "dobj")


def shares_that_rose(clause: Word) -> None:
    """ "Shares in Veltra, which had risen this year, fell": the shares had."""
    firm, which = clause.head, clause.left[0] if clause.left else None
    shares = firm.head.head
    if (
        which is None
        or which.tag != "WDT"
        or which.dep not in SUBJECTS
        or clause.lemma not in entries("changing_verbs")
    ):
        return
    if firm.dep == "pobj" and firm.head.lower in {"in", "of"} and shares.lower in {"shares", "stock", "bonds"}:
        clause.attach(shares, "relcl")


@only_on("better", "more", "worse")
def feared_worse(worse: Word) -> None:
    """ "They had feared worse: it could have closed": worse is what they feared, and not what follows."""
    verb = worse.head
    after = next((w for w in verb.root.subtree() if w.i == worse.i + 1), None)
    if after is None or after.text != ":":
        return
    if verb.lemma in reporting("verb") and worse.i == verb.i + 1 and verb.child("dobj") is None:
        worse.dep, worse.pos = "dobj", "NOUN"


def stayed_shut(participle: Word) -> None:
    """ "Schools stayed shut for a day": that is how they stayed."""
    verb = participle.head
    if participle.tag != "VBN" or verb.lemma not in {"remain", "stay"} or participle.i != verb.i + 1:
        return
    if participle.child("dobj") is None and not participle.left:
        for word in list(participle.right):
            word.attach(verb, word.dep)
        participle.dep, participle.pos, participle.tag = "acomp", "ADJ", "JJ"


def given_thing(thing: Word) -> None:
    """ "It was given a rating": the rating is what it was given, and no preposition stands before it."""
    verb = thing.head
    if verb.tag == "VBN" and verb.dep != "prep" and verb.lemma in _GIVING and verb.child("dobj") is None:
        thing.dep = "dobj"


def gave_days(time: Word) -> None:
    """ "It gave the firm 60 days to change": the days are what it gave."""
    verb = time.head
    whom = verb.child("dative")
    alone = whom is not None and whom.subtree()[-1].i + 1 == time.subtree()[0].i
    counted = any(w.tag == "CD" for w in time.left)
    if verb.lemma in {"give", "grant", "allow"} and alone and counted and verb.child("dobj", "prt") is None:
        time.dep = "dobj"


@only_on("about", "around", "over")
def costs_about(about: Word) -> None:
    """ "which costs the state about 4p a tablet": that is the price."""
    verb, price = about.head, about.child("pobj")
    whom = next((w for w in verb.right if w.dep == "dobj" and w.i < about.i), None)
    if verb.lemma != "cost" or price is None or whom is None:
        return
    if whom.subtree()[-1].i == about.i - 1 and (price.tag == "CD" or any(w.tag == "CD" for w in price.left)):
        whom.dep = "dative"
        price.attach(verb, "dobj")
        about.attach(price, "quantmod")


def of_the_injured(adjective: Word) -> None:
    """ "Two of the injured remain there": two of those people."""
    verb = adjective.head
    near = [w for w in verb.left if w.i < adjective.i]
    of = near[-1].right[-1] if near and near[-1].right else None
    if of is None or of.lower != "of" or of.child("pobj") is not None or adjective.i != verb.i - 1:
        return
    article = next((w for w in (*of.right, *adjective.left) if w.i == adjective.i - 1 and w.lower == "the"), None)
    if article is not None and is_finite(verb):
        adjective.attach(of, "pobj")
        article.attach(adjective, "det")
        adjective.pos = "NOUN"


@only_on("on")
def on_suspicion(preposition: Word) -> None:
    """ "arrested two men and a woman on suspicion of theft": all three, and that is why."""
    noun, why = preposition.head, preposition.child("pobj")
    if why is None or why.lower not in {"suspicion", "charges"}:
        return
    verb = next((w for w in noun.ancestors() if is_verbal(w)), None)
    if (
        verb is not None
        and noun.dep in {"dobj", "conj"}
        and verb.lemma in {"arrest", "charge", "detain", "hold", "question"}
    ):
        preposition.attach(verb, "prep")


def not_that(noun: Word) -> None:
    """ "We look at conduct, not passports": they do not look at those."""
    first = noun.head
    negation = next((w for w in first.right if w.lower == "not" and w.i == noun.subtree()[0].i - 1), None)
    if negation is not None and noun.dep == "appos" and first.dep == "pobj":
        negation.dep = "neg"
        negation.attach(noun, "neg")
        noun.dep = "dep"


def show_that(root: Word) -> None:
    """ "Papers obtained by the Herald show that it leaked": they show it, and there is no Herald show."""
    noun, show = _papers(root)
    if noun is None or show is None or show.lower not in {"show", "report", "reveal", "suggest"}:
        return
    content = next((w for w in show.right if w.dep in {"ccomp", "acl", "relcl"}), None)
    mark = content.child("mark") if content is not None else None
    last = next((w for w in reversed(noun.subtree()) if w.i < show.i and w.dep == "agent"), None)
    name = next((w for w in show.left if w.dep == "compound" and w.i == show.i - 1), None)
    if content is None or mark is None or mark.lower != "that" or mark.i != show.i + 1 or (name and last is None):
        return
    place = show.head
    show.pos, show.tag = "VERB", "VBP"
    show.lead()
    if name is not None and last is not None:
        name.attach(last, "pobj")
        for word in [w for w in show.left if w.dep in {"compound", "det", "amod"}]:
            word.attach(name, word.dep)
    if noun.is_root:
        for word in [w for w in noun.right if w.i > show.i]:
            word.attach(show, word.dep)
    if noun.head is not show and place is not show:
        noun.attach(show, "nsubj")
    content.dep = "ccomp"


def _papers(root: Word) -> tuple[Word | None, Word | None]:
    """What shows something, and the noun that shows it by its form alone."""
    if root.tag in {"NN", "NNP"}:
        noun = root.child("nsubj")
        return (noun if noun is not None and noun.tag in {"NNS", "NNPS"} else None), root
    participle = root.child("acl") if root.tag in {"NNS", "NNPS"} else None
    agent = None if participle is None else participle.child("agent")
    show = None if agent is None else agent.child("pobj")
    return (root, show) if show is not None and show.tag in {"NN", "NNP"} else (None, None)


@only_with("after", "when", "before")
def bridge_that_fell(tree: Tree) -> None:
    """ "the number who died when a bridge crowded with clerks collapsed": the bridge did, and no number."""
    for participle in tree.words:
        if (
            participle.tag not in PAST_TAGS
            or participle.dep not in {"advcl", "ccomp"}
            or participle.child(*AUXILIARIES)
        ):
            continue
        noun = participle.child("nsubj")
        opener = next((w for w in participle.left if w.lower in {"after", "when", "before"}), None)
        end = participle.subtree()[-1].i + 1
        verb = tree.words[end] if end < len(tree.words) else participle
        if noun is None or opener is None or noun.i != participle.i - 1 or verb.tag not in PAST_TAGS:
            continue
        _give_subject(verb, noun, opener, participle)


def _give_subject(verb: Word, noun: Word, opener: Word, participle: Word) -> None:
    other, above = verb.child("nsubj"), verb.head
    if other is None or not other.holds(participle) or verb.dep != "ccomp" or above.i > other.i:
        return
    clause = participle.head
    other.attach(above, "dobj")
    if clause.holds(verb):
        return
    verb.tag, participle.tag = "VBD", "VBN"
    noun.attach(verb, "nsubj")
    opener.attach(verb, opener.dep)
    participle.attach(noun, "acl")
    verb.attach(clause, "advcl")


def moved_and_replied(tree: Tree) -> None:
    """ "Lund, visibly moved, replied that it was late": she replied so, and was moved."""
    root = tree.roots[0]
    subject = root.child("nsubj")
    main = next((w for w in root.right if w.dep == "conj" and w.tag == "VBD"), None)
    if len(tree.roots) > 1 or root.tag not in {"VBD", "VBN"} or subject is None or main is None or main.i < 3:
        return
    between = tree.words[subject.i + 1 : root.i]
    aside = [w for w in root.left if w.dep == "advmod" and w.i == root.i - 1 and w.lower.endswith("ly")]
    if len(between) != 2 or between[0].text != "," or not aside or tree.words[main.i - 1].text != ",":
        return
    if main.i != root.i + 2 or main.child(*SUBJECTS, *AUXILIARIES, "cc") is not None or is_time(subject):
        return
    main.lead()
    for word in [w for w in root.children if w.dep not in {"advmod"} and w is not main and w is not subject]:
        word.attach(main, word.dep)
    subject.attach(main, "nsubj")
    root.tag = "VBN"
    root.attach(subject, "acl")
    tree.roots = [main]
