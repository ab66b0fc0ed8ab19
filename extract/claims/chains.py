"""Verb complexes: chains of verbs that make one relation, and the words that belong to it."""

from __future__ import annotations

from itertools import pairwise

from extract.english.wordlists import entries
from extract.factuality.signatures import Frame, signature
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, first_conjunct, is_infinitive, is_time, is_verbal

#: What they have as their object is no act of theirs.
HOLDING = frozenset({"entail", "include", "involve", "mean"})
_LINK_ADJECTIVE = frozenset({"acomp", "oprd"})


def chain_of(verb: Word) -> tuple[Word, ...]:
    """The verbs above and including a content verb that form one relation with it, topmost first.

    "The union wants to buy ...": (wants, buy). "is unlikely to sell": (is, unlikely, sell).
    """
    links = [verb]
    word = verb
    while True:
        above = _link_above(word)
        if above is None:
            return tuple(links)
        links.insert(0, above)
        word = above


def _link_above(word: Word) -> Word | None:
    if word.dep == "conj" and _shares_chain(word):
        return _link_above(_verbal_head(word))
    if word.dep == "xcomp" and chains_with(word.head, word):
        return word.head
    if word.dep in _LINK_ADJECTIVE and word.pos == "ADJ" and word.head.pos in {"AUX", "VERB"}:
        return word.head
    return None


def _verbal_head(word: Word) -> Word:
    return word.head


def _shares_chain(word: Word) -> bool:
    """A conjunct below "wants to" shares it unless it has a tense or a subject of its own."""
    head = word.head
    return head.dep in {"xcomp", "conj"} and word.tag == head.tag and word.child("nsubj", "nsubjpass") is None


def chains_with(head: Word, complement: Word) -> bool:
    """Whether `complement` continues `head`'s relation: no object comes between, and it has no subject."""
    if complement.child("nsubj", "nsubjpass", "csubj") is not None or not is_verbal(complement):
        return False
    if head.child("dobj", "dative", "attr") is not None or has_own_gap(head, complement):
        return False
    if any((w.tag in {"WRB", "WP", "WDT"} or w.lower == "whether") and w.i > head.i for w in complement.left):
        return False  # "will discuss how to build it", "are considering whether to sue"
    if head.pos == "ADJ":
        return is_infinitive(complement)
    if complement.tag == "VBG" and (head.lemma in HOLDING or complement.child("neg") is not None):
        return False  # "The plans include starting a school", "admitted not paying taxes": that is what they include
    return is_verbal(head) and complement.i > head.i and not _parted(head, complement)


def _parted(head: Word, complement: Word) -> bool:
    """Whether something between shows that the complement is no part of the relation.

    A comma or a quotation does ("began, saying ..."), and a phrase where the verb is none that takes an
    infinitive: "fell by a tenth to reach its low", but "agreed in May to sell its ships".
    """
    between = [w for w in head.right if w.i < complement.i]
    if any(w.dep == "punct" and w.text in {",", ":"} for w in between):
        return True
    known = signature(head.lemma, "verb", Frame.TO) is not None
    return not known and any(w.dep in {"prep", "agent", "npadvmod"} for w in between)


def has_own_gap(head: Word, complement: Word) -> bool:
    """ "the steps Oslo has taken to cut costs": the steps are what is taken, since "cut" has its own object."""
    obj = complement.child("dobj")
    if head.dep != "relcl" or obj is None or is_time(obj) or not is_infinitive(complement):
        return False
    if obj.tag in {"WDT", "WP"}:
        return False  # "the mill, which they have tried to buy": the mill is what they would buy
    known = head.lemma != "use"  # "a rule that mayors could use to close mills"
    if known and head.head.lemma.lower() in entries("content_nouns") and not any(w.tag == "WDT" for w in head.left):
        return False  # "charges he threatened to kill her": nothing is missing
    opened = (*head.left, *complement.left, *(v for w in head.left if w.dep == "prep" for v in w.right))
    if any(w.tag == "WRB" or (w.tag in {"WDT", "WP"} and w.dep == "pobj") for w in opened):
        return False  # "Lima, where he is to meet investors", "a year in which he failed to": nothing is missing
    own = head.child("nsubj", "nsubjpass")
    if own is None or any(w.tag == "WP$" for w in own.left):
        return False  # "a clerk whose letters helped to stop the sale": nothing is missing
    return own.tag not in {"WDT", "WP"}


def continuation(word: Word) -> Word | None:
    """The verb (or the adjective before it) through which `word`'s relation goes on, or None at its end."""
    for child in word.right:
        if child.dep == "xcomp" and chains_with(word, child):
            return child
        if child.dep in _LINK_ADJECTIVE and child.pos == "ADJ" and continuation(child) is not None:
            return child
    return None


def relation_words(chain: tuple[Word, ...]) -> list[Word]:
    """The chain with auxiliaries, "to", negation and particles, in text order."""
    found: list[Word] = []
    for verb in chain:
        found.extend(_group(verb))
    found.extend(_judged(chain))
    found.extend(_shared_auxiliaries(chain))
    found.extend(_shared_auxiliaries(chain[:1]))  # "was fined and told to leave"
    return sorted(set(found), key=lambda w: w.i)


def _group(verb: Word) -> list[Word]:
    words = [verb, *_prefix(verb)]
    negated = False
    for child in verb.left:
        if child.dep in AUXILIARIES:
            words.append(child)
            words.extend(w for w in child.right if w.dep == "neg")
        elif verb.pos == "ADJ" and child.dep == "advmod":
            words.extend(child.subtree())  # "was too early to say", "twice as likely to die"
        elif child.dep == "neg":
            words.append(child)
            negated = True
        elif child.dep == "advmod" and child.child("neg") is not None:
            words.extend(child.subtree())  # "may no longer feed"
        elif child.dep == "advmod" and child.lower == "only" and not child.left and child.i + 1 == verb.i:
            words.append(child)  # "only starts a fight that he can win"
        elif child.dep == "advmod" and child.lower == "rather" and any(w.lower in _WOULD for w in verb.left):
            words.append(child)  # "would rather leave"
        elif (negated and child.dep == "advmod" and child.lower in entries("focus_adverbs")) or _limits(child, verb):
            words.append(child)
        elif child.dep == "advmod" and " ".join(w.lower for w in child.subtree()) in {"all but", "more than"}:
            words.extend(child.subtree())  # "have all but collapsed", "more than doubled"
    return [*words, *_group_behind(verb)]


def _group_behind(verb: Word) -> list[Word]:
    words = [w for w in verb.right if w.dep == "auxpass" and w.i == verb.i + 1]  # "Also killed were two clerks"
    for child in verb.right:
        if child.dep == "prt" or _directs(child, verb):
            words.extend((*_how_much(child, verb), child))
        elif child.dep == "neg" or _limits(child, verb):
            words.append(child)
        elif child.dep == "advmod" and verb.lemma == "be" and [w.lower for w in child.subtree()] == ["no", "longer"]:
            words.extend(child.subtree())  # "is no longer in office"
    words.extend(w for w in verb.right if _is_denied(w, verb) or _is_enough(w, verb))
    words.extend(w for w in verb.right if _is_left_behind(w, verb))
    return words


_WOULD = frozenset({"would", "'d", "’d"})


def _is_left_behind(word: Word, verb: Word) -> bool:
    """ "was done away with in favour of tiles", "has been dealt with": its noun is the subject."""
    bare = word.dep == "prep" and not (word.left or word.right) and word.i <= verb.i + 2
    bare = bare and word.lower not in {"as", "like", "than"}
    return bare and verb.tag == "VBN" and verb.child("auxpass") is not None


def _limits(word: Word, verb: Word) -> bool:
    """ "hardly grew", "was nearly destroyed", "is seldom open": without the adverb the relation says too much."""
    if word.dep != "advmod" or word.left or word.right:
        return False
    if word.lower == "yet":  # "has yet to sell the mill": it does not have to
        what = verb.child("xcomp")
        return what is not None and word.i == verb.i + 1 and any(w.tag == "TO" and w.i == word.i + 1 for w in what.left)
    if word.i > verb.i:
        near = word.i == verb.i + 1 and verb.lemma == "be"
    else:
        near = (verb.child("nsubj", "nsubjpass") or word).i <= word.i  # not: "Barely a house was left standing"
    return near and (word.lower in entries("weak_negators") or word.lower in entries("nearly") or word.lower in _PARTLY)


_PARTLY = frozenset({"barely", "largely", "mainly", "mostly", "partially", "partly"})


def _is_denied(word: Word, verb: Word) -> bool:
    """ "is not always open": it is, at times."""
    bare = word.dep == "advmod" and not (word.left or word.right) and word.lower in entries("focus_adverbs")
    return bare and any(w.dep == "neg" and w.i == word.i - 1 for w in verb.children)


def _is_enough(word: Word, verb: Word) -> bool:
    """ "was serious enough to affect the vote": it was not only serious."""
    return verb.pos == "ADJ" and word.lower == "enough" and word.i == verb.i + 1 and not word.right


def _prefix(verb: Word) -> list[Word]:
    """ "will un-freeze the funds": what a hyphen joins to the verb is part of it."""
    hyphen = verb.left[-1] if verb.left else None
    if hyphen is None or hyphen.text != "-" or hyphen.end != verb.start:
        return []
    return [w for w in verb.left if w.i >= verb.i - 2 and w.end >= hyphen.start]


def _judged(chain: tuple[Word, ...]) -> list[Word]:
    """ "It would be unwise to close the mine": the adjective beside the infinitive belongs to the relation."""
    found: list[Word] = []
    for verb, following in pairwise(chain):
        adjective = verb.child("acomp")
        if adjective is not None and first_conjunct(following).dep == "xcomp" and adjective.i < following.i:
            found.extend(w for w in adjective.left if w.dep == "advmod")
            found.append(adjective)
    return found


def _directs(word: Word, verb: Word) -> bool:
    """A bare adverb of direction right after its verb is a particle: "has backed away from", "will set you back"."""
    if word.dep != "advmod" or word.child("cc") or word.lower not in entries("direction_adverbs"):
        return False
    much = _how_much(word, verb)
    if any(w not in much for w in word.left):
        return False
    between = [w for w in verb.right if verb.i < w.i < word.i]
    if word.i == verb.i + 1 or (verb.lemma == "be" and all(w.dep in {"advmod", "neg"} for w in between)):
        return True
    near = [w.pos for w in between] == ["PRON"] or [w.lower for w in between] == ["one"]  # "pulled one back"
    return near and verb.lemma != "be" and not word.right


def _how_much(word: Word, verb: Word) -> list[Word]:
    """ "is not (further) ahead in the race", "is (far) behind in the polls"."""
    near = [w for w in (*word.left, *verb.right) if w.dep == "advmod" and verb.i < w.i < word.i and w.lower in _DEGREES]
    return sorted((below for w in near for below in w.subtree()), key=lambda w: w.i)


_DEGREES = frozenset({"far", "farther", "further", "much", "so", "that", "too", "very", "way", "well"})


def _shared_auxiliaries(chain: tuple[Word, ...]) -> list[Word]:
    """ "was caught and thrown": the second has the auxiliaries of the first. So "is in need and fit to work".

    It has the negation of the first behind "or" alone: "is not in office and accused of theft" says that he is.
    """
    verb = chain[-1]
    if verb.dep != "conj" or not is_verbal(verb.head) or any(w.dep in AUXILIARIES for w in verb.left):
        return []
    first = verb.head
    if verb.child("nsubj", "nsubjpass") is not None:  # "ten were killed and forty injured"
        gapped = verb.tag == "VBN" == first.tag and verb.child("dobj") is None and first.child("auxpass") is not None
        return [w for w in first.left if w.dep in AUXILIARIES] if gapped else []
    alternatives = any(w.dep == "cc" and w.lower in {"or", "nor"} for w in (*first.right, *verb.right))
    if first.lemma == "be" and (verb.tag == "JJ" or (verb.tag == "VBN" and verb.child("dobj", "ccomp") is None)):
        denial = [w for w in first.children if w.dep == "neg" and w.i < verb.i] if alternatives else []
        return [*(w for w in first.left if w.dep in AUXILIARIES), first, *denial]
    if first.tag != verb.tag or verb.tag not in {"VBN", "VBG", "VB"}:
        return []
    if alternatives:  # "may no longer feed, touch or ride": the negation is shared too
        return [w for w in _group(first) if w.i < first.i] or _shared_auxiliaries((*chain[:-1], first))
    own = [w for w in first.left if w.dep in AUXILIARIES and w.lemma != "do"]
    if any(w.lower in {"ca", "sha", "wo"} for w in own):  # "can't win and keep the cup"
        own += [w for w in first.left if w.dep == "neg"]
    return own or _shared_auxiliaries((*chain[:-1], first))
