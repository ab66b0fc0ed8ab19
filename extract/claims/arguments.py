"""Extents: which words make up an argument, as a core and in full, and where slots' spans must be widened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from operator import attrgetter

from extract.claims.proposal import Phrase
from extract.english.persons import person_noun
from extract.english.wordlists import entries, word_class
from extract.syntax.tree import Word
from extract.syntax.words import FINITE_TAGS, conjuncts, first_conjunct, has_article, is_infinitive

_OPENING = {"(": ")", "[": "]", "{": "}"}
_OPENS = frozenset(_OPENING)
_QUOTES = frozenset({"'", "‘", "’"})
_CLOSING = {v: k for k, v in _OPENING.items()}
_BRACKETS = frozenset({*_OPENING, *_CLOSING})
_MARKS = _BRACKETS | _QUOTES | {","}
_position = attrgetter("i")
_NEVER = frozenset({"appos", "preconj", "cc", "conj", "parataxis", "intj", "mark", "dep", "meta"})


def phrase(head: Word, without: Collection[Word] = (), *, whole: bool = False, of: bool = False) -> Phrase:
    """The noun phrase of `head` without the conjuncts beside it and without the branches `without`.

    `whole` keeps the conjuncts: what an alternative ("either Oslo or Bergen") is.
    """
    keep = frozenset({"conj", "cc", "preconj"}) if whole else frozenset()
    full = trimmed(_with_shared_complement(head, _extent(head, without, keep), without))
    if len(full) > 2 and full[1].text == "," and full[0].pos == "ADV" and head.pos in {"NOUN", "PROPN", "PRON"}:
        full = full[2:]  # "Together, these factors"
    if len(full) > 1 and full[0].lower in {"later", "then"} and full[0].dep == "advmod" and head.dep == "conj":
        full = full[1:]  # "for the Gazette and then the Herald"
    core = trimmed(_without_brackets([w for w in full if whole or _in_core(w, head, of)], head))
    owner = _shared_owner(head)
    return Phrase(head, (*owner, *(core or (head,))), (*owner, *(full or (head,))))


def _shared_owner(noun: Word) -> tuple[Word, ...]:
    """ "thanked her brother and (her) sister", "the firm's profit and sales": whose all of them are.

    Not where something is told behind one of them: "the minister's resignation and chaos in the capital".
    """
    first = first_conjunct(noun)
    owner = first.child("poss")
    joined = [w for w in conjuncts(first)[1:] if w.i <= noun.i]
    if owner is None or not joined or owner.i > first.i or any(w.tag not in {"NN", "NNS"} for w in joined):
        return ()
    bare = all(w.child("det", "poss", "nummod") is None and not w.entity for w in joined)
    told = any(w.dep in {"prep", "relcl", "acl"} for part in (first, *joined) for w in part.right)
    return tuple(owner.subtree()) if bare and not told else ()


def _without_brackets(words: list[Word], head: Word) -> list[Word]:
    """ "the World Forestry Council (WFC) summit" without what stands in brackets, unless the head does.

    Nor where a comma would be left behind a gap: "the Forestry Council (WFC), the Timber Board and the Lumber Club".
    """
    if _OPENS.isdisjoint([w.text for w in words]):
        return words
    kept: list[Word] = []
    depth = 0
    for at, word in enumerate(words):
        depth += word.text in _OPENING and not _is_put_in(words, at)
        if depth == 0:
            kept.append(word)
        elif word is head:
            return words
        depth -= word.text in _CLOSING and depth > 0
    torn = any(b.text == "," and b.i > a.i + 1 for a, b in pairwise(kept))
    return kept if depth == 0 and not torn else words


def _is_put_in(words: Sequence[Word], at: int) -> bool:
    """ "That is why (Lund) left": put in by an editor, for a verb outside needs it, unlike "they (the pilots)"."""
    end = next((n for n in range(at, len(words)) if words[n].text in _CLOSING), at)
    inside = words[at:end]
    return any(w.dep in {"nsubj", "nsubjpass"} and w.head not in inside and w.head in words for w in inside)


def _with_shared_complement(head: Word, words: list[Word], without: Collection[Word]) -> list[Word]:
    """The words of one of several coordinated nouns, with what the last of them takes for all of them.

    "founder and editor (of the Gazette)". A bare number belongs to the noun beside it: "a teacher and mother of three".
    """
    others = conjuncts(first_conjunct(head))
    last = others[-1]
    if not 1 < len(others) <= 3 or head.text[0].isupper() or last.text[0].isupper():
        return words
    acts = [w for o in others for w in o.right if w.dep in {"acl", "relcl"} and is_infinitive(w)]
    owned = has_article(last)
    if len(acts) == 1 and not owned and acts[0] not in without and acts[0].subtree()[0].i == last.i + 1:
        to = (w for w in acts[0].subtree(is_aside) if w not in words)
        while words and words[-1].pos == "PUNCT":
            words = words[:-1]  # "the courage, nerve, and will (to leave)"
        return [*words, *to]  # "an honour and privilege (to serve)"
    shared = shared_of(head)
    if shared is None or shared in without:
        of = next((w for w in head.right if w.dep == "prep" and w.i == last.i + 1), None)
        return words if of is None or not _is_of_last(of, head, last) else [w for w in words if not of.holds(w)]
    below = shared.subtree(_adds)
    if head is last or not _is_number(shared):
        words = [w for w in words if w not in below]
        while words and words[-1].text == ",":
            words.pop()  # "the purchase, (storage and sale of arms)"
        return [*words, *below]
    return [w for w in words if w not in below]


def shared_of(head: Word) -> Word | None:
    """The phrase behind the last of several coordinated nouns, if it may belong to all of them.

    One with "of", or one that the parser hangs on another noun than the last: "money and effort (in mending roads)".
    """
    others = conjuncts(first_conjunct(head))
    last = others[-1]
    behind = ((w, o) for o in others for w in o.right if w.dep == "prep" and w.i == last.i + 1)
    found = next((w for w, o in behind if w.lower == "of" or (o is not last and w.lower not in _COMPARING)), None)
    if (
        found is None
        or found.child("pobj", "pcomp") is None
        or any(w.dep in {"det", "poss", "nummod"} for w in last.left)
    ):
        return None
    if _is_of_last(found, head, last):
        return None
    if last.pos == "NUM" or last.tag in {"DT", "JJS"} or any(w.dep == "prep" and w.i < last.i for w in head.right):
        return None  # "the mill and most of the ships", "a clerk at the bank and sister of Lund"
    return found


def _is_of_last(preposition: Word, head: Word, last: Word) -> bool:
    """ "the police, divers, and members of the public": no police of the public. But "thousands and thousands of".

    "guns and bags of cash", "the north and much of the east": no guns of cash, and no north of the east.

    "a builder and adviser to the mill": no builder to the mill.
    """
    if head is last or is_partitive(head):
        return False
    if preposition.lower in {"for", "to"} and person_noun(head.lemma) and person_noun(last.lemma):
        return True
    if preposition.lower != "of":
        return False
    if last.lower in {"much", "many"}:
        return True
    return last.pos == "NOUN" and (last.lemma in _HOLDING or is_partitive(last)) and head.lemma not in _HOLDING


#: Containers, pictures and parts of what follows "of"; also "lack".
_HOLDING = word_class("containers, pictures and parts")

_COMPARING = frozenset({"as", "than", "like"})


def _is_number(preposition: Word) -> bool:
    """ "a teacher and mother of three", "heavy rain and winds of up to 110 kilometres an hour"."""
    target = preposition.child("pobj")
    if target is None or target.pos == "NUM":
        return target is not None
    return target.child("nummod") is not None and any(u.startswith(f"{target.lower} ") for u in entries("units"))


def complete(argument: Phrase) -> tuple[Word, ...]:
    """The words that an argument needs to be understood by itself.

    All of its extent but what stands in brackets and what a comma parts from it ("2.9 billion crowns, far more than
    planned"), with the complement that its clause gives it.
    """
    loose = {w for part in argument.head.right if _is_loose(part) for w in part.subtree()}
    words = _without_brackets([w for w in argument.full if w not in loose], argument.head)
    return trimmed([*words, *argument.beside]) or argument.full


def _is_loose(part: Word) -> bool:
    return (
        part.head.pos not in {"VERB", "AUX"}
        and part.dep in {"npadvmod", "nummod", "amod", "prep"}
        and _after_comma(part)
    )


def clause_phrase(head: Word, without: Collection[Word] = ()) -> Phrase:
    """A clause as an argument: all its words, the "that" which joins it included."""
    full = trimmed(head.subtree(lambda w: w in without))
    return Phrase(head, full or (head,), full or (head,))


def _extent(head: Word, without: Collection[Word], keep: Collection[str]) -> list[Word]:
    def outside(word: Word) -> bool:
        if word in without:
            return True
        if word.head is not head:
            return _adds(word)
        if _goes_on(word, head):
            return True
        if word.dep in keep or (keep and word.lower in _PAIRING):
            return False
        if word.lower in _PAIRING and word.i < head.i and (head.child("conj") or (word.tag, head.tag) == ("CC", "NNP")):
            return True  # "both Lund and Reed", told one by one, "Either Lund pays or he leaves"
        return (word.dep in _NEVER and word.dep != "appos") or is_aside(word)

    return head.subtree(outside)


def _adds(word: Word) -> bool:
    """An aside; but "such as the Forestry Council (FC), the Timber Board": a short name in a list stays."""
    near = {c.i: c.text for c in word.head.children}
    short = word.text.isupper() and [near.get(word.i + n) for n in (-1, 1, 2)] == ["(", ")", ","]
    return is_aside(word) and not short


def _goes_on(word: Word, head: Word) -> bool:
    """ "his tone, (compared with May,) (after he won,) was mild": what follows an aside before its comma ends."""
    before = [w for w in head.right if w.i < word.i]
    if word.i < head.i or word.dep not in {"acl", "advcl", "prep", "relcl"} or not before or before[-1].dep == "punct":
        return False
    return is_aside(before[-1]) and before[-1].subtree()[-1].i == word.subtree()[0].i - 1


_PAIRING = frozenset({"both", "either"})
_PLACES = frozenset({"GPE", "LOC"})


def is_aside(word: Word) -> bool:
    """A branch that adds a second statement: a relative clause or participle after a comma, an apposition, a source."""
    if word.lower == "according" and word.dep in {"prep", "advmod"}:
        return True
    if word.dep == "appos":
        return not (word.entity in _PLACES and word.head.entity in _PLACES)
    if word.dep == "relcl" and word.subtree()[0].lower == "that":
        return False  # which one, whatever commas stand before: "It was the law, after all, that stopped him"
    return word.dep in {"relcl", "acl", "advcl"} and _after_comma(word)


def _after_comma(word: Word) -> bool:
    first = next((w for w in word.subtree() if w.dep != "punct"), word)  # "who", which may be below "say who left"
    for above in (word, word.head, word.head.head):
        for w in above.children:
            if w.i == first.i - 1:
                return w.text in _BREAKS
    return False


_BREAKS = frozenset({",", "--", "–", "—", "("})


def _in_core(word: Word, head: Word, of: bool) -> bool:
    """The head with its modifiers to the left, and "of" phrases where the head by itself says nothing."""
    if word.i <= head.i:
        return True
    return _completes(word, head, of)


def _completes(word: Word, head: Word, of: bool) -> bool:
    branch = word
    while branch.head is not head:
        if branch.head is branch:
            return False
        branch = branch.head
    if branch.dep == "prep" and branch.lower == "but":
        return True  # "every year but one"
    if branch.dep == "prep" and branch.lower == "of":
        return of or is_partitive(head) or _in_name(branch, head)
    return branch.dep in {"nummod", "compound", "quantmod"} or (
        bool(head.entity) and branch.entity == head.entity and branch.dep not in {"prep", "appos", "conj"}
    )


def _in_name(of: Word, head: Word) -> bool:
    """ "Bank of Norway", "Lord Justice of Appeal", but not "Prime Minister | of Norway": that names two things."""
    if head.entity and of.entity == head.entity:
        return True
    target = of.child("pobj")
    return head.pos == "PROPN" and target is not None and target.pos == "PROPN" and not target.entity and not of.entity


def is_partitive(head: Word) -> bool:
    """A head that only counts or measures what follows "of": "one of the ...", "a number of ...", "the last of ..."."""
    if head.pos in {"NUM", "DET", "PRON"} or head.tag in {"CD", "JJS"}:
        return True
    if head.pos == "ADJ":
        return any(w.dep == "det" for w in head.left)
    return head.lemma.lower() in entries("partitives")


def trimmed(words: Sequence[Word]) -> tuple[Word, ...]:
    """`words` in order, without punctuation or conjunctions at the edges and without brackets that lack a partner."""
    if len(words) == 1 and words[0].pos != "PUNCT" and words[0].dep != "cc" and words[0].text not in _BRACKETS:
        return (words[0],)
    kept = sorted(words, key=_position)
    marks = _MARKS.intersection([w.text for w in kept])
    if not _BRACKETS.isdisjoint(marks):
        kept = _balanced(kept)
    if "," in marks:
        kept = [w for n, w in enumerate(kept) if not (n and w.text == "," == kept[n - 1].text)]
    kept = [w for n, w in enumerate(kept) if w.text not in _BREAKS or w.text == "(" or not _parts_nothing(kept, n)]
    if not _QUOTES.isdisjoint(marks):
        quotes = [w for w in kept if w.text in _QUOTES and w.pos == "PUNCT"]
        if len(quotes) % 2:
            kept = [w for w in kept if w is not quotes[-1 if len(quotes) > 1 else 0]]
    while kept and ((kept[0].pos == "PUNCT" and kept[0].text not in _OPENING) or kept[0].dep == "cc"):
        kept.pop(0)
    while len(kept) > 1 and kept[-1].lower == "not" and kept[-2].text == ",":
        kept.pop()  # "about oil, not (about faith)"
    while kept and (
        (kept[-1].pos == "PUNCT" and kept[-1].text not in _CLOSING and kept[-1].tag != "SYM") or kept[-1].dep == "cc"
    ):
        kept.pop()
    return tuple(kept)


def _parts_nothing(words: list[Word], at: int) -> bool:
    """ "concerns that the dam, (built in 1962,) could fail": the mark has lost what it parted off, unless in a list."""
    mark, after = words[at], words[at + 1] if at + 1 < len(words) else None
    cut_before = at > 0 and words[at - 1].i < mark.i - 1
    if after is None or (after.i == mark.i + 1 and not (cut_before and mark.text != ",")):
        return False
    return mark.text != "," or after.tag in {*FINITE_TAGS, "TO", "IN", "CC", "WDT", "WP"}


def _balanced(words: list[Word]) -> list[Word]:
    open_at: list[int] = []
    drop: set[int] = set()
    for at, word in enumerate(words):
        if word.text in _OPENING:
            open_at.append(at)
        elif word.text in _CLOSING:
            if open_at and open_at[-1] == at - 1:
                drop.update((at, open_at.pop()))  # nothing is left between them
            elif open_at:
                open_at.pop()
            else:
                drop.add(at)
    drop.update(open_at)
    return [w for at, w in enumerate(words) if at not in drop]


def parts(head: Word) -> list[Word]:
    """The conjuncts that a claim may be made of one by one: those joined by "and", without negated ones.

    "not Oslo but Bergen" has one part, Bergen; "Oslo or Bergen" is one part as a whole (see `is_alternative`).
    """
    found = conjuncts(head)
    if len(found) == 1:
        return found
    if (last := _last_denied(head)) is not None:
        found = [w for w in found if w.i < last]
    affirmed = [w for w in found if not (_negated(w) or _passed_over(w)) and (w is head or not _is_clause(w, head))]
    return affirmed or found


def is_deed(word: Word, first: Word) -> bool:
    """ "was charged with theft and fleeing the police": the gerund with all that it takes."""
    return word is not first and word.tag == "VBG" and word.pos == "VERB" and word.child("nsubj", "det") is None


def _last_denied(head: Word) -> int | None:
    """Where what is denied ends: "The capital is not Lorne but Arbeck" does not say that it is not Arbeck."""
    verb = head.head.head if head.dep == "pobj" else head.head
    denial = next((w for w in verb.left if w.dep == "neg"), None) or next(
        (w for w in verb.right if w.dep == "neg"), None
    )
    if head.dep not in {"attr", "acomp", "dobj", "pobj"} or denial is None or denial.i > head.i:
        return None
    if any(w.lower in {"only", "just", "merely"} and denial.i < w.i < head.i for w in (*verb.children, *head.left)):
        return None
    return next((w.i for w in head.right if w.dep == "cc" and w.lower == "but"), None)


def _passed_over(word: Word) -> bool:
    """ "used tiles rather than slate": no slate."""
    start = word.subtree()[0].i
    return word.dep == "conj" and any(w.dep == "cc" and w.lower == "than" and w.i == start - 1 for w in word.head.right)


def _is_clause(word: Word, head: Word) -> bool:
    """A verb with its own subject that the parser joined to a noun."""
    return (
        word.pos in {"VERB", "AUX"}
        and head.pos in {"NOUN", "PROPN", "PRON"}
        and word.child("nsubj", "expl") is not None
    )


def is_alternative(head: Word) -> bool:
    """Whether the conjuncts are joined by "or" or "nor"."""
    return any(c.lower in {"or", "nor"} for w in conjuncts(head) for c in (*w.left, *w.right) if c.dep == "cc")


def is_one_name(head: Word) -> bool:
    """ "Hale & Berg Co.", "Hale, Berg & Holt", "the Department of Health and Labour": the parts of one name."""
    if head.pos != "PROPN":
        return False
    body = head.head.head if head.dep == "pobj" and head.head.lower in ("of", "for") else head
    of_body = body.pos == "PROPN" and body.lower in _OF_FIELDS and body is not head
    others = [w for w in conjuncts(head)[1:] if w.pos == "PROPN"]
    listed = any((of_body and w.head is head) or _ends_with_sign(w, head) for w in others)
    return listed or any(w.text == "&" for w in head.right)


def _ends_with_sign(name: Word, first: Word) -> bool:
    """Whether a name ends with "& Holt", and only commas and capitals are between it and the first one."""
    between = [w for w in first.subtree() if first.i < w.i < name.i]
    return any(w.text == "&" for w in name.right) and all(w.text == "," or w.text[0].isupper() for w in between)


def is_set_pair(heads: Sequence[Word]) -> bool:
    """ "its ups and downs", "law and order": one thing by two words."""
    return len(heads) == 2 and f"{heads[0].lower} {heads[1].lower}" in entries("set_pairs")


def shares_amount(heads: Sequence[Word]) -> bool:
    """ "Fewer buses and trains run", "There are more devices, games and shops than ever": not any trains run."""
    if len(heads) < 2 or any(w.tag not in {"NNS", "NN"} for w in heads):
        return False
    first = heads[0].left[0] if heads[0].left else None
    return first is not None and first.lower in {"fewer", "less", "more"} and all(not w.left for w in heads[1:])


_OF_FIELDS = word_class("bodies for fields")


def shares_noun(heads: Sequence[Word]) -> bool:
    """ "pilot and crew seats", "rice and wheat prices": the bare first noun belongs to the last one's head."""
    if len(heads) < 2:
        return False
    bare = all(w.tag == "NN" or (w.i == 0 and w.tag == "NNP") for w in heads[:-1])  # "Bank and mining stocks"
    bare = bare and all(not w.left and not w.entity for w in heads[:-1])
    last = heads[-1].left[-1] if heads[-1].left else None
    if not bare or heads[-1].tag != "NNS" or last is None or last.entity:
        return False
    return last.dep == "compound" or (last.dep == "amod" and last.lower.endswith(("ial", "ic", "ical")))


_WHOLES = frozenset(
    {"all", "any", "anybody", "anyone", "anything", "every", "everybody", "everyone", "everything", "nobody", "none"}
    | {"nothing"}
)


def is_exception(head: Word) -> bool:
    """ "all but nine of them", "nobody but the rich" are one set, unlike "not Oslo but Bergen"."""
    but = any(c.dep == "cc" and c.lower == "but" and not c.right for c in head.right)
    return but and head.lower in _WHOLES


def _negated(word: Word) -> bool:
    """ "not Oslo", but not "not only Oslo"."""
    return any(w.dep in {"neg", "preconj", "advmod"} and w.lower == "not" and not w.right for w in word.left)
