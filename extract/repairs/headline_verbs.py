"""Verbs of headlines that the parser hid in a longer phrase: "Mother of missing girl pleads for help", "Judge orders
Velm to pay", "Norland, Sarkia sign treaty"."""

from __future__ import annotations

from extract.claims.nounphrase import is_name, is_plural
from extract.english.persons import Sort, group_noun, person_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.model import HEADLINES
from extract.repairs.occasions import only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import FINITE_TAGS, NOUNS, PAST_TAGS, SUBJECTS, TIME_ENTITIES, has_article, is_time

#: Verbs whose form in -s is the plural of no noun.
_NO_PLURALS = frozenset({"apologise", "apologize", "deny", "die", "mourn", "plead", "quit", "resign", "shock", "sue"})


def within_phrase(tree: Tree) -> None:
    """ "Mother of missing girl pleads for help", "Talks between Norland and Sarkia collapse": they do, and no phrase
    with "of" or "between" ends there."""
    root = next((w for w in tree.words if w.is_root), None)
    if tree.kind not in HEADLINES or root is None or root.pos not in NOUNS:
        return
    if any(w.tag in FINITE_TAGS for w in tree.words):
        return
    prep = root.right[0] if root.right and root.right[0].dep == "prep" else None
    verb = prep.child("pobj") if prep is not None else None
    if prep is None or verb is None or not _ends(root, prep, verb):
        return
    before, behind = list(verb.left), list(verb.right)
    last = before[-1]
    verb.lead("VBP" if is_plural(root) else "VBZ")
    last.attach(prep, "pobj")
    last.pos = "NOUN" if last.pos == "ADJ" else last.pos
    last.adopt(before[:-1])
    root.attach(verb, "nsubj")
    verb.adopt(behind)
    verb.adopt(w for w in root.right if w.i > verb.i)


def _ends(root: Word, prep: Word, verb: Word) -> bool:
    """Whether the last word of a phrase is what its noun does."""
    last = verb.left[-1] if verb.left else None
    if last is None or last.pos not in NOUNS or verb.lemma.lower() not in entries("headline_verbs"):
        return False
    if verb.text[0].isupper() or has_article(verb):
        return False
    if prep.lower == "between":
        return verb.tag == "NN" and any(w.dep == "conj" for part in verb.left for w in part.right)
    acts = person_noun(root.lemma.lower()) is not None or group_noun(root.lower) is not None or is_name(root)
    if is_plural(root):
        return verb.tag == "NN" and acts and is_plural(last)
    return verb.tag == "NNS" and not is_plural(last) and (acts or verb.lemma.lower() in _NO_PLURALS)


def orders_to(tree: Tree) -> None:
    """ "Judge orders Velm to pay": the judge orders it, and no Velm of orders pays."""
    act = next((w for w in tree.words if w.is_root and w.tag == "VB" and w.child("aux") is not None), None)
    who = act.child("nsubj") if act is not None else None
    verb = next((w for w in who.left if w.tag in {"VBZ", "NNS"}), None) if who is not None else None
    if tree.kind not in HEADLINES or act is None or who is None or verb is None or not 0 < verb.i == act.i - 3:
        return
    known = verb.lemma.lower() in entries("telling_verbs") | entries("headline_verbs") | reporting("verb")
    subject = tree.words[verb.i - 1]
    if not known or verb.text[0].isupper() or subject.pos not in NOUNS or is_plural(subject) or is_plural(who):
        return
    subject.adopt(w for w in (*who.left, *verb.left) if w.i < subject.i)
    verb.lead("VBZ")
    verb.hang(nsubj=subject, ccomp=act)


def two_at_head(tree: Tree) -> None:
    """ "Norland, Sarkia sign water treaty": both do."""
    words = tree.words
    if tree.kind not in HEADLINES or len(words) < 5 or any(w.tag in FINITE_TAGS for w in words):
        return
    first, comma, second, verb, thing = words[:5]
    named = is_name(first) and is_name(second) and comma.text == ","
    if not named or verb.tag != "NN" or verb.lemma not in entries("headline_verbs") or thing.pos not in NOUNS:
        return
    top = next(w for w in (thing, *thing.ancestors()) if w.head.i <= verb.i or w.is_root)
    verb.lead("VBP")
    first.attach(verb, "nsubj")
    first.hang(punct=comma, conj=second)
    top.attach(verb, "dobj")


def signs_somebody(tree: Tree) -> None:
    """ "Tarn sign striker Reed": the team does, and nobody is called a Tarn sign striker."""
    words = tree.words
    if tree.kind not in HEADLINES or len(words) < 4 or any(w.tag in FINITE_TAGS for w in words):
        return
    team, verb, role, name = words[:4]
    known = verb.tag in {"NN", "VB"} and verb.lower in entries("headline_verbs") and person_noun(verb.lower) is None
    if not known or not team.text[0].isupper() or not name.text[0].isupper() or group_noun(team.lower) is not None:
        return
    top = next((w for w in (name, *name.ancestors()) if w.head.i <= verb.i or w.is_root), name)
    if role.lower not in entries("titles") and person_noun(role.lemma.lower()) is None:
        return
    if not top.text[0].isupper() or top.i < name.i:
        return
    behind = [w for w in top.right if w.dep in {"prep", "advcl", "punct"}]
    verb.lead("VBP")
    team.attach(verb, "nsubj")
    team.pos = "PROPN"
    top.attach(verb, "dobj")
    verb.adopt(behind)


def names_behind_of(tree: Tree) -> None:
    """ "Merger of Delmar, Veltra cleared": the merger of both was, and no Veltra was cleared."""
    if tree.kind not in HEADLINES:
        return
    verb = next((w for w in tree.words if w.is_root), None)
    name = None if verb is None else next((w for w in reversed(verb.left) if w.dep in SUBJECTS), None)
    deed = None if verb is None or name is None else next((w for w in verb.left if w.child("prep") is not None), None)
    of = deed.child("prep") if deed is not None else None
    first = of.child("pobj") if of is not None else None
    if verb is None or name is None or deed is None or first is None or of is None:
        return
    if deed is name or of.lower not in {"between", "of"} or not is_name(first) or first.right or name.i != first.i + 2:
        return
    if name.left or not is_name(name) or tree.words[first.i + 1].text != "," or deed.pos not in NOUNS:
        return
    comma = tree.words[first.i + 1]
    comma.attach(first, "punct")
    label = name.dep
    name.attach(first, "conj")
    deed.attach(verb, label)


def speaker_at_end(tree: Tree) -> None:
    """ "'We lost all', say survivors of Tarn ferry": they are of the ferry, and nothing is called a ferry."""
    last = tree.words[-1]
    cue, who = last.head, last.child("nsubj")
    of = who.child("prep") if who is not None else None
    name = of.child("pobj") if of is not None else None
    if tree.kind not in HEADLINES or last.dep != "ccomp" or last.pos not in NOUNS or cue.lemma not in reporting("verb"):
        return
    if who is None or of is None or name is None or who.i < cue.i or name.i != last.i - 1:
        return
    who.attach(cue, "nsubj")
    last.attach(of, "pobj")
    name.attach(last, "compound")


_MARKS = frozenset({"'", "‘"})


@only_with(*_MARKS)
def quoted_deed(tree: Tree) -> None:
    """ "Brandt 'lied to court over bribes'": that is what Brandt is said to have done, and no kind of Brandt."""
    root = next((w for w in tree.words if w.is_root), tree.words[-1])
    deed = next((w for w in root.right if w.dep == "acl" and w.tag in PAST_TAGS), None)
    mark = tree.words[deed.i - 1] if deed is not None else root
    if tree.kind not in HEADLINES or deed is None or mark.text not in _MARKS or mark.i != root.i + 1 or deed.left:
        return
    active = deed.lemma in entries("intransitive_verbs")
    deed.lead("VBD" if active else "VBN")
    root.attach(deed, "nsubj" if active else "nsubjpass")
    deed.adopt(w for w in root.right if w.i > deed.i)


#: What things are that rose, fell or stayed, in a headline that leaves out "is".
_MOVED = frozenset({"back", "down", "flat", "full", "higher", "lower", "out", "unchanged", "up"})
#: What leads out or back: "Way out of crisis".
_WAYS = frozenset({"door", "doors", "journey", "path", "road", "route", "way", "ways"})
_GOES_ON = frozenset(
    {",", ";", "after", "amid", "as", "by", "despite", "for", "from", "in", "on", "over", "since", "to"}
)
#: What follows what is out or back: "Lund out of cup", "Berg back at Tarn".
_BACK = frozenset({"after", "at", "for", "from", "in", "of", "on", "with"})


def moved(tree: Tree) -> None:
    """ "House prices up 4% in May", "Rates unchanged, bank says", "Lund out of cup", "Berg back in Tarn": so it is."""
    word = next((w for w in tree.words[1:] if w.lower in _MOVED), None)
    if tree.kind not in HEADLINES or word is None or not _may_move(word, tree):
        return
    before, behind = tree.words[: word.i], tree.words[word.i + 1 :]
    thing, top = before[-1], before[-1].root
    says = top if top.i > word.i and top.lemma in reporting("verb") else None
    opener = next((w for w in behind if w.lower == "as" and w.dep == "prep"), None)
    loose = [w for w in behind if w.head in before or (w.head is top and says is None)]
    word.lead()
    word.pos = "VERB"
    thing.attach(word, "nsubj")
    thing.pos, thing.tag = "NOUN", "NNS" if thing.tag == "VBZ" else thing.tag
    thing.adopt(
        (
            w
            for w in before[:-1]
            if w.is_root or (w.head not in before[:-1] and (w.head is not thing or w.dep in SUBJECTS))
        ),
        "compound",
    )
    word.adopt(w for w in loose if w is not word)
    if says is not None:
        says.lead()
        word.attach(says, "ccomp")
    elif opener is not None and top.i > word.i and top is not word:
        _behind_as(opener, top, word)


def _may_move(word: Word, tree: Tree) -> bool:
    """Whether only what moved stands before a word, and how far or what for behind it."""
    before, behind = tree.words[: word.i], tree.words[word.i + 1 :]
    thing, top = before[-1], before[-1].root
    if word.lower in {"back", "out"}:
        named = is_name(thing) or (thing.i == 0 and (thing.pos in NOUNS or bool(thing.entity)))
        named = named and thing.lower not in _WAYS
        alone = all(w.pos not in {"VERB", "AUX"} or w is thing for w in tree.words)
        return named and alone and word.head is thing.root and bool(behind) and behind[0].lower in _BACK
    if behind and behind[0].lower not in _GOES_ON and not any(w.tag == "CD" for w in behind[:3]):
        return False
    if not all(w.pos in {"ADJ", "DET", "NOUN", "NUM", "PROPN"} or w is thing for w in before):
        return False
    if thing.tag not in {"NN", "NNP", "NNS", "VBZ"} or (thing.tag == "VBZ" and not (behind and behind[0].tag == "CD")):
        return False  # "Bank chief steps down amid probe"
    told = top.i > word.i and top.tag in FINITE_TAGS and top.lemma not in reporting("verb")
    return not told or any(w.lower == "as" for w in behind)


def _behind_as(opener: Word, verb: Word, word: Word) -> None:
    """ "Hospitals full as flu spreads": the flu does."""
    noun = opener.child("pobj")
    if noun is not None:
        noun.attach(verb, "nsubj")
    verb.attach(word, "advcl")
    opener.attach(verb, "mark")


def killed_in_falls(tree: Tree) -> None:
    """ "Two climbers killed in Mt Tarn falls", "Dozens hurt in Mumbai stampede", "Body found in Utah canyon": what
    stands behind the name of a place at the end belongs to it."""
    last, names = tree.words[-1], [w for w in tree.words if w.dep == "pobj" and w.tag in {"NNP", "NNPS"}]
    name = names[-1] if names else last
    tail = tree.words[name.i + 1 :]
    if tree.kind not in HEADLINES or name.right or name.entity in TIME_ENTITIES or len(name.subtree()) == name.i + 1:
        return
    if not tail or len(tail) > 2 or any(w.tag not in _OF_TAIL or is_time(w) for w in tail):
        return  # "Two killed in Tarn yesterday", "Man held in Norland dead"
    if not (last.dep in {"advmod", "npadvmod"} and len(tail) == 1 and last.tag != "VBZ") and not _done(tail, name):
        return
    last.attach(name.head, "pobj", "NNS" if last.tag in {"NNS", "VBZ"} else "NN")
    last.adopt((name, *(w for w in tail if w is not last)), "compound")


_OF_TAIL = frozenset({"NN", "NNS", "VBZ"})


def _done(tail: list[Word], name: Word) -> bool:
    """Makes what was done the verb, where a word behind the name was taken for it."""
    top = next((w for w in tail if w.is_root), None)
    subject = top.child("nsubj") if top is not None else None
    done = next((w for w in subject.subtree() if w.dep == "acl" and w.tag in PAST_TAGS), None) if subject else None
    if top is None or subject is None or done is None or top.left != [subject] or not done.holds(name):
        return False
    if top.child("dobj") is not None:
        return False  # "Fans held in Tarn face trial"
    done.lead()
    subject.attach(done, "nsubjpass")
    return True


@only_with(",")
def bare_items(tree: Tree) -> None:
    """ "Norland hikes tax on fuel, tobacco", "Veltra unveils new phone, tablet": both, though no "and" joins them."""
    commas = [w for w in tree.words[1:-1] if w.text in {",", ";", ":"}]
    if tree.kind not in HEADLINES or len(commas) != 1 or any(w.dep == "cc" for w in tree.words):
        return
    comma, last = commas[0], tree.words[-1]
    first, own = tree.words[comma.i - 1], last.subtree()
    plain = last.tag in {"NN", "NNS"} and first.tag in {"NN", "NNS"} and first.dep in {"dobj", "pobj"}
    if not plain or last.dep not in {"appos", "npadvmod"} or not (own[0].i == comma.i + 1 and own[-1] is last):
        return
    if has_article(last) or person_noun(last.lemma.lower()) is not None or is_time(last) or last.child("nummod"):
        return
    if last.lemma in word_class("polls") | word_class("papers") or group_noun(last.lower) is Sort.BODY:
        return  # "Norland backs plan, poll"
    if len(own) > 1 and own[0].lower in entries("headline_verbs"):
        return  # "Arsenal extend lead, eye title"
    first.hang(punct=comma, conj=last)
