"""A name in a sentence: which words it is made of, and what they and the words before it say of its bearer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.coreference.references import Candidate, Kind, Number, role_of
from extract.english.persons import (
    Gender,
    Sort,
    given_name,
    group_noun,
    is_of_both,
    known_place,
    only_person,
    only_title,
    person_noun,
    sort_of_entity,
    title,
)
from extract.english.wordlists import entries, pairs
from extract.syntax.tree import Tree, Word
from extract.syntax.words import NOUNS, first_conjunct
from extract.values import value

NAME_TAGS = frozenset({"NNP", "NNPS"})
_WITHIN_NAMES = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ"})
#: Names whose last word says that they are a body or a thing, whatever the entity recogniser says.
_INSTITUTIONS = {w.lower() for w in entries("institutions")}
#: First words of the names of towns and landmarks: "Port Elva", "Mount Sarn".
_LANDFORMS = frozenset({"cape", "fort", "lake", "mount", "mt", "port", "upper", "lower"})
#: What the law calls a company, where it is short for a longer word: nothing of a name stands behind it.
_FORMS = frozenset({"Bhd.", "Corp.", "Inc.", "LLC", "Ltd.", "PLC", "plc"})
#: Longer names are hardly a person's, unless a title says so.
_LONGEST = 3


@value
class _Call:
    """What the words before a name say: "Finance Minister", "actress", "insurer"."""

    gender: Gender
    personal: bool
    sort: Sort | None
    nouns: tuple[str, ...]


def name(head: Word, tree: Tree) -> Candidate:
    """The name that ends in `head` (or, in "Bank of England", begins with it)."""
    first, last = _run(head, tree)
    start = _after_titles(tree.words, first, head)
    before = tree.words[start - 1] if start else head
    if before.text.isupper() and before.lower in _SHIPS and not head.text.isupper():
        start -= 1  # "MS Sund"; not "MS SUND SAYS"
    call = _shared(head) or _call(tree.words[_before(tree.words, first) : start])
    words = tree.words[start : last + 1]
    found = Candidate(Kind.NAME, head, words[0], words[-1], tree.position)
    nickname = _nickname(tree.words, last)
    called = [w for w in words if w.tag not in {"HYPH", "POS"} and not (nickname and nickname[0] <= w.i < nickname[1])]
    found.key = _without_letters(tuple(w.lower for w in called), words, call)
    members = head.tag == "NNPS" and person_noun(head.lower.removesuffix("s")) is not None
    found.sort, found.sure = _sort(found.key, "NORP" if members and len(found.key) > 1 else head.entity, call)
    kinds = dict.fromkeys((found.key[-1], head.lower))  # "Lorne Bank", "the Church of Lorne"
    found.nouns = (*call.nouns, *(noun for noun in kinds if group_noun(noun) is not None))
    found.definite = start > 0 and _has_article(tree.words[start - 1], head)
    alone = len(found.key) == 1 and not call.personal and found.definite and tree.words[start - 1].head is head
    if found.sort is Sort.PERSON and found.definite and (alone or not found.sure):
        found.sort, found.sure = Sort.BODY, False  # "Seeing the Marcos, they fled"; not "the Marcos family"
    if found.sort is Sort.PERSON and len(found.key) > 1 and head.i > 1 and tree.words[head.i - 1].tag == "HYPH":
        found.key = (*found.key[:-2], "-".join(found.key[-2:]))  # "Dr. Bell-Ross" is Ida Bell-Ross
    found.role = role_of(head)
    found.number = _number(head, found.sort)
    found.gender = _gender(found, call)
    found.guessed = call.gender is Gender.OPEN and is_of_both(found.key[0])
    return found


def _has_article(before: Word, head: Word) -> bool:
    """Whether "the" stands before the name, or before words in front of it: "the 1994 Harbour Bill"."""
    apart = before.head is head and before.dep == "compound" and before.pos == "PROPN" and not before.entity
    return before.lower == "the" or (apart and any(w.lower == "the" for w in head.left))


def joined(name: Candidate, tree: Tree) -> tuple[Candidate, ...]:
    """The two places of "China-Russia" or "the Beijing-Moscow talks"; empty for other names."""
    head = name.head
    if head.i < 2 or tree.words[head.i - 1].tag != "HYPH" or not known_place(head.lower):
        return ()
    other = tree.words[head.i - 2]
    return (_place(other, name), _place(head, name)) if known_place(other.lower) else ()


def _place(word: Word, pair: Candidate) -> Candidate:
    found = Candidate(Kind.NAME, word, word, word, pair.sentence)
    found.key, found.sort, found.sure = (word.lower,), Sort.PLACE, True
    found.role, found.paired = pair.role, True
    return found


def _after_titles(words: list[Word], first: int, head: Word) -> int:
    """Where a name begins behind its titles: Hale in "Prime Minister Hale", but all of "General Motors"."""
    if head.lower in _INSTITUTIONS or group_noun(head.lower) is not None:
        return first
    opens = (
        first == 0 and head.i >= 2 and person_noun(words[0].lower) is not None and given_name(words[0].lower) is None
    )
    start = first + opens  # "Substitute Teo Brandvik scored"
    for i in range(start, head.i):
        word = words[i].lower
        if title(word) is not None and (head.entity in {"PERSON", "NORP", ""} or only_title(word)):
            start = i + 1
        elif word not in entries("title_modifiers"):
            break
        elif i + 1 == head.i and head.entity == "PERSON" and person_noun(word) is not None:
            start = head.i  # "Deputy Brandt"
    if start + 2 <= head.i and given_name(words[start + 1].lower) is not None:
        crown = start > 0 and words[start - 1].lower == "miss" and given_name(words[start].lower) is None
        if crown or known_place(words[start].lower):
            start += 1  # "the ambassador to Allvara Nora Berg", "Miss Universe Nora Berg"
    return start


def as_name(noun: Candidate) -> None:
    """Makes a noun phrase of one capitalised word the name that it is."""
    noun.kind, noun.key, noun.nouns = Kind.NAME, (noun.head.lower,), ()
    noun.sort, noun.number, noun.gender, noun.definite = Sort.UNKNOWN, Number.SINGULAR, Gender.OPEN, False
    noun.sure = False


def as_persons(names: Sequence[Candidate]) -> None:
    """Makes persons of what the entity recogniser takes for companies or places now and then.

    "Bree Holt" is a person if "Holt" alone is one, and "Holt" if most names that end so are; a title or a given name
    counts thrice.
    """
    for found in names:
        if not found.definite and _is_who(found.head):
            found.sort, found.sure, found.number = Sort.PERSON, True, Number.SINGULAR
    alone = Counter(n.key[0] for n in names if len(n.key) == 1 and n.sort is Sort.PERSON and not n.definite)
    votes: Counter[str] = Counter()
    for found in names:
        if found.sort is not Sort.UNKNOWN and not found.definite:
            votes[found.key[-1]] += (3 if found.sure else 1) * (1 if found.sort is Sort.PERSON else -1)
    for found in names:
        if found.sure or found.definite or found.sort not in (Sort.BODY, Sort.PLACE, Sort.UNKNOWN):
            continue
        last = found.key[-1]
        if (votes[last] > 0 or (len(found.key) > 1 and alone[last] > 1)) and _like_a_person(found.key):
            found.sort, found.number = Sort.PERSON, Number.SINGULAR
            found.gender, found.guessed = given_name(found.key[0]) or Gender.OPEN, is_of_both(found.key[0])


def _is_who(name: Word) -> bool:
    """Mara Ostrow, who heads the union: one person does. ("The Rovers, who lost")"""
    clauses = [w for w in name.right if w.dep == "relcl" and any(c.lower == "who" and c.dep == "nsubj" for c in w.left)]
    verbs = [w.child("aux") or w for w in clauses]
    if name.dep == "pobj" and name.head.lower != "like" and name.head.head.pos in NOUNS:
        return False  # "Eric Holm of Veltra, who heads the union"
    return name.tag == "NNP" and any(w.tag == "VBZ" or w.lower == "was" for w in verbs)


def _like_a_person(key: tuple[str, ...]) -> bool:
    return len(key) <= _LONGEST and all(word.replace(".", "").isalpha() for word in key)


def _run(head: Word, tree: Tree) -> tuple[int, int]:
    """The first and last position of a name."""
    words, label = tree.words, head.entity
    first = last = head.i
    while first > 0:
        if _joins(words[first - 1], tree) or _is_of_company(words[first - 1], words):
            first -= 2
        elif ends_a_company(words[first - 1], words[first]):
            break
        elif nickname := _nickname(words, first):
            first = nickname[0] - 1
        elif _continues(words[first - 1], label):
            first -= 1
        else:
            break
    while first < head.i and words[first].tag not in _WITHIN_NAMES:
        first += 1
    first = _behind_hyphens(first, words)
    if label:
        while last + 1 < len(words) and _completes(words[last + 1], label):
            last += 1
        while last > head.i and words[last].tag not in NAME_TAGS:
            last -= 1
    return first, last + 2 if first == last and _is_called_of(head, words) else last


def _behind_hyphens(first: int, words: Sequence[Word]) -> int:
    """Where a name begins of which a small word within hyphens hides the beginning: "Burg-am-Tarn", "Brick-fil-T"."""
    at, has_small = first, words[first].text.islower()
    while at > 1 and words[at - 1].text == "-" and words[at - 2].end == words[at - 1].start:
        if words[at - 1].end != words[at].start:
            break
        at -= 2
        if words[at].text[0].isupper():
            return at if has_small else first
        has_small = words[at].text.islower()
    return first


def _is_called_of(head: Word, words: Sequence[Word]) -> bool:
    """ "The Star of Mora" sank: a name of three words, where the first is no office, body or quarter."""
    if head.i == 0 or words[head.i - 1].lower != "the" or head.tag != "NNP" or head.entity in {"PERSON", *_PLACES}:
        return False
    office = only_person(head.lower) or title(head.lower) is not None
    if office or group_noun(head.lower) is not None or head.lower in _QUARTERS:
        return False
    of, place = (*words[head.i + 1 : head.i + 3], None, None)[:2]
    if of is None or place is None or of.lower != "of" or of.head is not head:
        return False
    return place.tag == "NNP" and place.head is of and not place.right and place.text[0].isupper()


_PLACES = frozenset({"GPE", "LOC", "NORP"})
_QUARTERS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


def nicknamed(word: Word, tree: Tree) -> bool:
    """Whether a word is the nickname between a person's names, or stands before it: "Lou" and "Cat" of "Lou 'The Cat'
    Brandt"."""
    words = tree.words
    if _MARKS.isdisjoint([near.text for near in words[word.i : word.i + _LONGEST_NICKNAME + 3]]):
        return False
    for at in range(word.i + 1, min(word.i + _LONGEST_NICKNAME + 4, len(words))):
        if words[at - 1].text in _MARKS and (found := _nickname(words, at)) and found[0] - 1 <= word.i < found[1]:
            return True
    return False


def _nickname(words: Sequence[Word], last: int) -> tuple[int, int] | None:
    """Where the nickname before a last name begins and ends, with its marks: "Lou 'The Cat' Brandt"."""
    if last < 3 or words[last - 1].text not in _MARKS or words[last].tag not in NAME_TAGS:
        return None
    for start in range(last - 3, max(last - 4 - _LONGEST_NICKNAME, 0), -1):
        if words[start].text in _MARKS:
            named = words[start - 1]
            is_name = named.tag in NAME_TAGS and (given_name(named.lower) is not None or named.entity == "PERSON")
            inside = words[start + 1 : last - 1]
            return (start, last) if is_name and all(word.text[0].isupper() for word in inside) else None
    return None


_MARKS = frozenset({"'", '"', "‘", "’", "“", "”", "``", "''", "(", ")"})
_LONGEST_NICKNAME = 3


def ends_a_company(word: Word, following: Word) -> bool:
    """Whether a company's name ends here and another begins: "Kelvon Ltd. Ardent makes chips"."""
    return word.text in _FORMS and following.text not in _FORMS and following.tag in NAME_TAGS


def goes_on(word: Word, tree: Tree) -> bool:
    """Whether a name goes on behind a word: behind the Food and the Drug of "Food and Drug Agency"."""
    if word.i + 2 >= len(tree.words):
        return False
    following = tree.words[word.i + 1]
    if _is_of_company(following, tree.words):
        return True
    is_joined = word.dep == "conj" and word.i > 0 and _joins(tree.words[word.i - 1], tree)
    return _joins(following, tree) or (is_joined and following.entity == "ORG" and following.tag in NAME_TAGS)


def _is_of_company(mark: Word, words: Sequence[Word]) -> bool:
    """ "Quist's Inc.": what the law calls a company stands right behind, and not "Veltra's Bay Corp."."""
    if mark.tag != "POS" or not 0 < mark.i < len(words) - 1 or words[mark.i - 1].tag not in NAME_TAGS:
        return False
    return words[mark.i + 1].text in _FORMS | {"Co."}


def _joins(word: Word, tree: Tree) -> bool:
    """Whether a conjunction stands inside a body's name: "the Food and Drug Agency", "Brandt & Co."."""
    words = tree.words
    if word.tag != "CC" or not 0 < word.i < len(words) - 1:
        return False
    before, after = words[word.i - 1], words[word.i + 1]
    if after.lower in _KIN and before.tag in NAME_TAGS and after.text[0].isupper():
        return True
    labels = {one.entity for one in (before, word, after)}
    if word.text == "&" and labels == {""} and {before.tag, after.tag} <= NAME_TAGS:  # "Harrow & Lund's index"
        return True
    if labels != {"ORG"} or not {before.tag, after.tag} <= _WITHIN_NAMES:
        return False
    return word.text == "&" or _is_body(words, after.i)


def _is_body(words: Sequence[Word], at: int) -> bool:
    """Whether what the recogniser takes for a body's name from here on ends as one: not "Norhydra and Trivex"."""
    while at + 1 < len(words) and words[at + 1].entity == "ORG" and words[at + 1].tag in _WITHIN_NAMES:
        at += 1
    last = words[at].lower
    return last in _INSTITUTIONS or group_noun(last) is not None or last in entries("company_words")


#: Dashes that join no two names: "urged by Lund — Berg said".
_BREAKS = frozenset({"--", "–", "—", "―"})

#: What stands behind a founder's name: "Brandt and Sons".
_KIN = frozenset({"bros.", "brothers", "co", "co.", "company", "daughters", "partners", "sons"})


def _continues(word: Word, label: str) -> bool:
    if word.dep == "poss" or word.tag in {"POS", ",", "CC", "-LRB-", "-RRB-"} or word.text in _BREAKS:
        return False
    if label and word.entity:
        return word.entity == label
    if label:  # the recogniser began the name too late
        return label == "PERSON" and word.tag in NAME_TAGS and given_name(word.lower) is not None
    if begins_a_name(word):
        return True
    return not word.entity and word.tag in {"NNP", "NNPS", "HYPH"} and word.dep in {"compound", "punct", "nmod"}


def begins_a_name(word: Word) -> bool:
    """Whether the recogniser ended a person's name too early: "Tomas Ehrling"; a title says that it is no town's."""
    if not is_given(word):
        return False
    titled = _shared(word.head) is not None or any(title(w.lower) is not None for w in word.head.left)
    return word.entity == "PERSON" or (word.entity == "GPE" and titled and not known_place(word.lower))


def is_given(word: Word) -> bool:
    """Whether a word is the given name before a surname of which the recogniser knows nothing."""
    named = word.dep == "compound" and not word.head.entity and word.head.i == word.i + 1
    return named and word.tag in NAME_TAGS and word.head.tag == "NNP" and given_name(word.lower) is not None


def _completes(word: Word, label: str) -> bool:
    return word.entity == label and word.dep in {"prep", "pobj", "det", "compound"}  # "Bank of Tarn Corp."


def _before(words: list[Word], first: int) -> int:
    """Where what describes a name begins: "former finance minister" of "the former finance minister Hale"."""
    while first > 0 and words[first - 1].dep in {"compound", "nmod", "amod"}:
        first -= 1
    return first


def _call(words: list[Word]) -> _Call:
    """The last of them says what the bearer is, and titles before it: the "member" of "team member Hale"."""
    gender, personal, sort = Gender.OPEN, False, None
    nouns: list[str] = []
    for word in words:
        lemma, last = word.lemma.lower(), word is words[-1]
        shown = title(word.lower)
        if shown is None and only_person(lemma):
            shown = person_noun(lemma)
        if shown is not None:
            personal = True
            gender = gender if shown is Gender.OPEN else shown
        elif last:
            sort = group_noun(lemma)
        if last or shown is not None:
            nouns += (lemma, *_written_out(lemma))
    return _Call(gender, personal, sort, tuple(nouns))


def _written_out(title: str) -> list[str]:
    """What a short title is called elsewhere: the governor is "Gov. Lund", the congressman "Rep. Holt"."""
    found = pairs("short_titles").get(title.rstrip("."))
    return found.split(", ") if found is not None else []


def _shared(head: Word) -> _Call | None:
    """What "Presidents Lund and Berg" have in common: each is a president."""
    first = first_conjunct(head)
    before = next((w for w in first.left if w.tag in {"NNS", "NNPS"} and w.dep in {"compound", "nmod"}), None)
    if before is None or first.child("conj") is None:
        return None
    one = before.lower.rstrip(".").removesuffix("s")
    gender = title(one)
    return _Call(gender, True, None, (one, *_written_out(one))) if gender is not None else None


#: What ships' names begin with.
_SHIPS = frozenset({"hmas", "hmcs", "hms", "ins", "ms", "mv", "rms", "ss", "uss", "usns"})


def _sort(key: tuple[str, ...], label: str, call: _Call) -> tuple[Sort, bool]:
    """What a name stands for, and whether more than the entity recogniser says so."""
    sort = sort_of_entity(label)
    if len(key) == 1 and person_noun(key[0]) in (Gender.FEMALE, Gender.MALE):
        return Sort.PERSON, True  # "Mum would rather walk"
    if len(key) > 1 and key[0] in _SHIPS:
        return Sort.BODY, True
    if len(key) > 1 and key[-1] in entries("newspaper_words") and given_name(key[0]) is None:
        return Sort.BODY, True
    named = label == "PERSON" and (call.personal or given_name(key[0]) is not None)  # Nora Hall, not Carnegie Hall
    if (key[-1] in _INSTITUTIONS or group_noun(key[-1]) is not None) and not named:
        kind = group_noun(key[-1]) or Sort.BODY
        return (kind if kind is Sort.THING or sort in (Sort.PERSON, Sort.UNKNOWN) else sort), True
    if len(key) == 2 and key[0] in _LANDFORMS and not call.personal and sort is not Sort.PERSON:
        return Sort.PLACE, True
    if sort is Sort.PLACE and not call.personal and known_place(" ".join(key)):
        return sort, True
    given = given_name(key[0]) is not None and label != "NORP"  # "Virginia Democrats" are no Virginia
    if call.personal or (given and sort not in (Sort.PLACE, Sort.TIME) and len(key) <= _LONGEST):
        return Sort.PERSON, True
    if call.sort is not None:
        return call.sort, True
    return sort, given and sort is Sort.PERSON


def _without_letters(key: tuple[str, ...], words: list[Word], call: _Call) -> tuple[str, ...]:
    """ "Anna Hale OBE" is Anna Hale."""
    if len(words) != len(key) or not (call.personal or given_name(key[0]) is not None):
        return key
    while len(key) > 2 and words[len(key) - 1].text.isupper() and 1 < len(key[-1]) < 5:
        key = key[:-1]
    return key


def _number(head: Word, sort: Sort) -> Number:
    if sort is Sort.PERSON:
        return Number.SINGULAR
    if sort is Sort.BODY and head.entity == "ORG" and head.left and not any(w.dep == "det" for w in head.left):
        return Number.EITHER  # "Veltra Systems" is one firm, "the Lorne Rovers" are several
    if head.tag == "NNPS" or (head.entity == "NORP" and head.text.endswith("s")):
        return Number.PLURAL
    return Number.EITHER if sort is Sort.BODY else Number.SINGULAR


def _gender(found: Candidate, call: _Call) -> Gender:
    if call.gender is Gender.OPEN and found.sort in (Sort.PERSON, Sort.UNKNOWN):
        return given_name(found.key[0]) or (person_noun(found.key[0]) if len(found.key) == 1 else None) or Gender.OPEN
    return call.gender
