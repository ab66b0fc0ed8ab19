"""Phrases that give a clause a source from outside it: "according to", "in the view of", a headline's colon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from extract.attribution.before_colons import is_title, is_topic, joins, may_speak
from extract.attribution.sources import phrase, source_of
from extract.attribution.speakers import is_press_report, is_told
from extract.english.countries import countries
from extract.english.persons import Sort, group_noun, person_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.event_nouns import is_definite
from extract.factuality.signatures import Frame, reporting, signature
from extract.model import HEADLINES
from extract.syntax.tree import Tree, Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import NOUNS

_MOST_WORDS_OF_A_SPEAKER = 8
_DRAFTS = frozenset({"plan", "proposal", "bill", "draft", "blueprint", "scenario"})
TALES = word_class("tales")
_STAGING = frozenset({"play", "star", "appear", "portray", "direct", "sing", "perform", "feature", "make"})


@dataclass(frozen=True, slots=True)
class SourceFrame:
    """A source phrase: who, by which words, and the top word of the clause that is theirs."""

    source: tuple[Word, ...]
    cue: tuple[Word, ...]
    clause: Word
    marks: frozenset[Word]  # the phrase's own words: no part of the content


def frames_of(tree: Tree) -> list[SourceFrame]:
    """The source phrases of a sentence, each with its clause."""
    tops = [word for word in tree.words if word.dep in ("pobj", "acl", "relcl") or word.lower in _OPENERS]
    found = [_inside_quotation(frame, tree) for word in tops if (frame := _frame(word)) is not None]
    colon = _colon(tree)
    if colon is not None:
        found.append(_inside_quotation(colon, tree))
    return found


def _inside_quotation(frame: SourceFrame, tree: Tree) -> SourceFrame:
    """ "As we noted, the dam is old," said Reed, who owns it: that he does is nothing that was noted."""
    around = [q for q in tree.quotes if q[0] <= frame.cue[0].start < q[1]]
    if not around or any(q[0] <= frame.clause.start < q[1] for q in around):
        return frame
    clause = frame.cue[0]
    for above in clause.ancestors():
        if not any(q[0] <= above.start < q[1] for q in around):
            break
        clause = above
    return SourceFrame(frame.source, frame.cue, clause, frame.marks)


def _frame(word: Word) -> SourceFrame | None:
    lower, dep = word.lower, word.dep
    rule = _BY_WORD.get((lower, dep))
    if rule is not None:
        return rule(word)
    if lower == "according":
        return _according(word)
    if dep == "pobj" and word.head.lower in _OPINIONS.get(word.lemma, ()):
        return _in_the_view(word)
    if dep == "relcl":
        return _called_a_claim(word) if word.head.lemma in _CLAIMS else None
    return _late_cue(word) if dep == "acl" and word.head.dep == "npadvmod" else None


#: What is called so is not told as a fact.
_CLAIMS = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "contention", "rumor", "rumour"})


def _called_a_claim(clause: Word) -> SourceFrame | None:
    """The mill dumped waste, a claim the firm denies: somebody says so."""
    noun = clause.head
    if noun.dep not in ("appos", "dep", "npadvmod") or not any(w.lower in ("a", "an") for w in noun.left):
        return None
    verb = next((w for w in noun.ancestors() if w.pos in ("VERB", "AUX")), None)
    if verb is None or verb.i > noun.i or verb.dep == "ccomp" or clause.lemma not in reporting("verb"):
        return None
    signs = (signature(verb.lemma, "verb", form) for form in (Frame.THAT, Frame.ING, Frame.AS))
    told = any(sign is not None and sign.reports for sign in signs)  # was accused of theft, a charge she denies
    told = told or any(w.lemma in reporting("noun") and w.i < noun.i for w in verb.subtree())
    at_end = noun.subtree()[-1].i >= verb.subtree()[-1].i - 1
    return SourceFrame((), (noun,), verb, frozenset(noun.subtree())) if at_end and not told else None


#: By the prepositions that make them a source: in the view of, to her mind, from their point of view, by his account.
_OPINIONS = {
    **dict.fromkeys(("view", "opinion", "word", "telling", "judgment", "judgement", "estimation", "version"), ("in",)),
    **dict.fromkeys(("thinking", "knowledge"), ("to",)),
    **dict.fromkeys(("eye", "mind"), ("to", "in")),
    **dict.fromkeys(("point", "perspective", "standpoint", "viewpoint"), ("from",)),
    **dict.fromkeys(("estimate", "reckoning", "admission", "count", "calculation"), ("by",)),
    "account": ("in", "by", "on"),
}
#: "as reported by the Post": what is promised or expected is no report of what happened then.
_AS_TOLD = frozenset(
    {"report", "say", "state", "note", "mention", "claim", "allege", "describe", "tell", "argue", "explain", "write"}
    | {"believe", "think", "rumour", "rumor", "suggest", "document", "observe", "recount"}
)


#: "As members gather for a vote, ...", "As the strike has continued, ...", "as it relates to records": here they
#: say nothing.
_GOING_ON = entries("going_on_verbs") | {"learn"}


def _according(word: Word) -> SourceFrame | None:
    """according to X: of the whole sentence before or after a comma, else of the clause it stands in."""
    told = word.child("pcomp")  # according to whom he left: the parser hangs "to" on what is told
    to = next((c for c in (*word.right, *(told.left if told is not None else ())) if c.lower == "to"), None)
    noun = to.child("pobj", "pcomp") if to is not None else None
    if to is None or noun is None or _is_measure(word, noun):
        return None
    return _according_to_whom(word, to, noun) if noun.tag in ("WP", "WDT") else _framed(word, (word, to), noun)


def _according_to_whom(word: Word, to: Word, whom: Word) -> SourceFrame | None:
    """The minister, according to whom the dam was safe, has resigned: whose clause the parser hangs on "to"."""
    own = not word.head.is_root and word.head.i > whom.i
    clause = to.child("pcomp") or word.child("pcomp") or (word.head if own else None)
    noun = next((w for w in word.head.children if w.i == word.i - 2 and w.pos in NOUNS), None)
    source = tuple(phrase(noun)) if noun is not None else (whom,)
    return SourceFrame(source, (word, to), clause, frozenset({word, to, whom})) if clause is not None else None


def _is_measure(word: Word, noun: Word) -> bool:
    """It reads according to your mood, they work according to their own schedules: that is how, not who says so."""
    near = noun.head.head.head.children if noun.head.head is word else ()
    apart = word.i == 0 or any(c.text == "," and c.i == word.i - 1 for c in (*near, *word.head.children))
    owned = noun.child("poss")
    return not apart and owned is not None and owned.pos == "PRON" and noun.pos == "NOUN" and not _judges(noun)


def _framed(top: Word, cue: tuple[Word, ...], noun: Word) -> SourceFrame | None:
    clause = _clause_of(top)
    if clause is None:
        return None
    apart = top.subtree()
    return SourceFrame(tuple(phrase(noun)), cue, clause, frozenset(apart))


def _clause_of(top: Word) -> Word | None:
    """The verb whose clause a source phrase holds for: the highest one around it, of a press report its content."""
    if top.head is top:
        return None
    at = top.head
    if is_press_report(at) and (told := at.child("ccomp")) is not None and told.i < top.i:
        return told
    while at.head is not at and not _is_border(at, top):
        at = at.head
    return at


def _is_border(at: Word, top: Word) -> bool:
    """A clause that has its own beginning before the phrase: "..., and, according to X, sales fell"."""
    if at.pos not in ("VERB", "AUX"):
        return False
    if (at.dep == "conj" and at.i > top.i) or (at.dep == "relcl" and at.subtree()[0].i < top.i < at.i):
        return True  # "a firm whose owner, according to the files, is a cousin"
    if at.dep in ("parataxis", "ccomp") and at.i < top.i < at.head.i:
        if is_press_report(at.head):
            return True
        return any(c.lower == "so" and c.i > top.i for c in at.head.left)  # "There are three, according to X, so ..."
    if any(c.dep == "mark" and c.lower == "that" and c.i > top.i for c in at.left):
        return False  # The minister said, according to the Post, that the dam was safe.
    return at.dep == "ccomp" and (at.head.i < top.i < at.i or (at.i < top.i and is_press_report(at.head)))


def _per(word: Word) -> SourceFrame | None:
    """per the report: not "per year", so only a name or a definite noun. Per Holm is somebody's name."""
    noun = word.child("pobj")
    if (
        noun is None
        or (word.text[0].isupper() and word.i > 0)
        or noun.entity in ("DATE", "TIME", "QUANTITY", "MONEY", "CARDINAL")
    ):
        return None
    if not (noun.entity in ("PERSON", "ORG") or any(c.lower == "the" for c in noun.left)):
        return None
    return _framed(word, (word,), noun)


def _for_whom(word: Word) -> SourceFrame | None:
    """For the owners, the mill is a treasure: what it is to them. "For the club, it was a third title" is a fact."""
    noun, verb = word.child("pobj"), word.head
    what = verb.child("attr", "acomp") if verb.lemma == "be" and word.i < verb.i else None
    if noun is None or what is None or not _judges(noun):
        return None
    if any((w.lower == "the" and w.head is what) or w.entity or w.tag in ("CD", "JJS") for w in what.subtree()):
        return None
    if noun.pos == "NOUN" and not is_definite(noun):
        return None  # "For companies that can pay, it is worth it": whoever they may be, none of them says so
    after = word.subtree()[-1].i + 1
    return _framed(word, (word,), noun) if any(w.i == after and w.text == "," for w in verb.left) else None


def _in_tale(word: Word) -> SourceFrame | None:
    """In the film, a clerk sells the mill: nobody sells one. "In the film, Ruiz plays a clerk" is a fact.

    In this poll, Lund rose a point: the poll says so."""
    noun = word.child("pobj")
    if noun is not None and noun.tag == "NN" and noun.lemma in word_class("polls") and word.head.pos in ("VERB", "AUX"):
        before = noun.left and word.i < word.head.i  # not: took part in the survey
        return _framed(word, (word,), noun) if before and not _reports(word.head) else None
    return None if word.head.lemma in _STAGING or _reports(word.head) else _inside_of(word, TALES)


def _inside_of(word: Word, nouns: frozenset[str]) -> SourceFrame | None:
    noun, verb = word.child("pobj"), word.head
    if noun is None or noun.lemma not in nouns or not is_definite(noun) or word.i > verb.i:
        return None
    parts = complex_of(verb)
    if verb.pos not in ("VERB", "AUX") or parts.tense != "present" or parts.modal is not None:
        return None
    return _framed(word, (word,), noun)


def _judges(noun: Word) -> bool:
    lemma = noun.lemma.lower()
    return (
        noun.entity in ("PERSON", "NORP", "ORG")
        or lemma in entries("speaking_nouns")
        or person_noun(lemma) is not None
        or group_noun(lemma) is Sort.BODY
    )


def _concerned(word: Word) -> SourceFrame | None:
    """As far as Lund is concerned, the mill is a treasure."""
    noun = word.child("nsubjpass", "nsubj")
    if noun is None or word.head.lower != "far" or not _judges(noun):
        return None
    return _framed(word.head, (word,), noun)


def _in_the_view(noun: Word) -> SourceFrame | None:
    """in the view of X, in X's words, in her opinion"""
    top = noun.head
    kinds = [c for c in noun.left if c.dep in ("compound", "amod", "nmod") and c.lower not in ("many", "most", "own")]
    aimless = noun.lemma == "point" and not any(w.lower == "view" for w in noun.subtree())
    if aimless or (noun.lemma == "word" and noun.tag != "NNS") or (kinds and noun.lemma == "account"):
        return None  # on the firm's bank account
    if noun.lower == "accounts" and top.lower == "by" and any(c.lower in ("all", "many", "most") for c in noun.left):
        clause = _clause_of(top)
        return SourceFrame((), (top, noun), clause, frozenset(top.subtree())) if clause is not None else None
    owner = noun.child("poss")
    if owner is None and noun.lemma not in ("mind", "account", "point"):
        of = next((c for c in noun.right if c.lower == "of"), None)
        owner = of.child("pobj") if of is not None else None
    if owner is None or (owner.entity == "" and owner.pos not in ("PRON", "NOUN", "PROPN")):
        return None
    frame = _framed(top, (top, noun), owner)
    return frame and replace(frame, source=tuple(w for w in frame.source if w.tag != "POS"))


def _as_said(word: Word) -> SourceFrame | None:
    """as the mayor put it; as she noted"""
    verb, above = word.head, word.head.head
    before = (w for w in (above, *above.right) if w.pos in ("NUM", "ADP") and w.i < word.i)
    if verb.dep != "advcl" or above.pos == "ADV" or any(w.child("neg") is not None for w in before):
        return None  # 63 people came, not 81 as it said before; it rose in May, not in June as it said
    if verb.tag == "VBN" and verb.child("nsubj", "nsubjpass") is None and verb.lemma in _AS_TOLD:
        return _as_reported(verb)
    viewed = verb.lemma in ("put", "see") and (verb.child("dobj") or verb).lower == "it"  # as she sees it
    if _is_as_far(verb) or not (viewed or (_reports(verb) and verb.lemma not in _GOING_ON)) or _bids(verb):
        return None
    bare = verb.tag == "VBN" and verb.child("aux", "auxpass") is None  # as two clerks charged over the theft left
    if bare or (verb.lemma == "know" and verb.child("dobj") is not None):
        return None  # would end the world as we know it
    if any(c.dep in ("ccomp", "xcomp", "acomp") or (c.dep == "dobj" and not is_told(c, verb)) for c in verb.right):
        return None
    if any(c.dep == "conj" and c.child("nsubj", "nsubjpass") is None for c in verb.right):
        return None  # as most companies reported in-line or better than expected results
    source = source_of(verb)
    clause = _clause_of(verb)
    subject = verb.child("nsubj")
    if not source or clause is None or subject is None or not _says_so(verb, subject):
        return None
    clause = _asked_about(clause)
    if verb.lemma in _AFFIRMING:
        clause = _unproven(clause)
        if clause.child("neg") is not None:
            return None
    return SourceFrame(tuple(source), (verb,), clause, frozenset(verb.subtree()))


def _is_as_far(verb: Word) -> bool:
    """In as much detail as they can remember."""
    return any(c.lower == "as" for c in verb.head.left) or any(w.lower in ("can", "could") for w in verb.left)


#: "As the union demanded, the minister resigned", "as he had promised": neither says that it is so.
_BIDDING = frozenset(
    {"advise", "ask", "demand", "envisage", "envision", "instruct", "order", "pledge", "promise", "propose"}
    | {"recommend", "request", "threaten", "urge"}
)
#: "As analysts expected, prices rose": what came true is told by the article.
_FORESEEING = frozenset({"anticipate", "expect", "fear", "forecast", "foresee", "hope", "plan", "predict", "vow"})


def _bids(verb: Word) -> bool:
    if verb.lemma in _BIDDING:
        return True
    main = complex_of(verb.head)
    return verb.lemma in _FORESEEING and main.modal is None and main.tense == "past"


#: "He did not lie, as they claim": they claim that he did.
_AFFIRMING = frozenset({"allege", "claim"})


def _asked_about(clause: Word) -> Word:
    """ "She declined to say whether he had left, as the Post reported": the Post reported that he had."""
    told = clause.child("xcomp") or clause
    content = told.child("ccomp")
    asks = content is not None and any(w.dep == "mark" and w.lower in ("if", "whether") for w in content.left)
    return content if content is not None and asks else clause


def _unproven(clause: Word) -> Word:
    """ "There is no proof that he lied, as they claim": they claim that he did, and not that there is none."""
    noun = clause.child("attr", "dobj")
    content = None if noun is None or not any(w.lower == "no" for w in noun.left) else noun.child("acl")
    return content if content is not None and any(w.dep == "mark" for w in content.left) else clause


def _says_so(verb: Word, subject: Word) -> bool:
    """As the report shows; not: as they demonstrated in their last match, as the hearings concluded, as rates held."""
    if verb.lemma in ("show", "demonstrate", "prove"):
        return subject.pos == "NOUN" and person_noun(subject.lemma.lower()) is None
    return verb.lemma not in ("conclude", "hold") or subject.pos != "NOUN" or can_speak(subject)


def _as_reported(verb: Word) -> SourceFrame | None:
    """As reported by the Post, the mill dumped waste. As is widely believed, it is unsafe."""
    clause = _clause_of(verb)
    if clause is None or verb.child("dobj", "ccomp") is not None:
        return None
    if verb.lemma in _MENTIONING and verb.child("agent") is None and all(c.lower in _BEFORE for c in verb.children):
        return None  # "As mentioned above, it is old": the article itself has said so
    cue = tuple(c for c in verb.left if c.dep in ("auxpass", "aux"))
    return SourceFrame(tuple(source_of(verb)), (*cue, verb), clause, frozenset(verb.subtree()))


_MENTIONING = frozenset({"describe", "discuss", "explain", "mention", "note", "report", "say", "state"})
_BEFORE = frozenset({"as", "above", "already", "before", "below", "earlier", "previously"})


def _late_cue(verb: Word) -> SourceFrame | None:
    """The mine poisoned the river, a judge found: the parser takes the cue for a participle of its subject."""
    noun = verb.head
    if verb.tag not in ("VBN", "VBD") or not _reports(verb) or noun.entity in ("DATE", "TIME"):
        return None
    if not (can_speak(noun) or noun.pos == "PRON"):
        return None  # "Veltra bought the mill, a deal announced on Monday"
    if any(c.dep in ("dobj", "ccomp", "xcomp", "agent", "aux", "auxpass", "neg") for c in verb.children):
        return None  # "a figure not seen since May"
    comma = any(c.text == "," and c.i < noun.i for c in noun.head.right)
    clause = _clause_of(noun)
    if not comma or clause is None or noun.i < clause.i:
        return None
    return SourceFrame(tuple(phrase(noun)), (verb,), clause, frozenset(noun.subtree()))


def _reports(verb: Word) -> bool:
    """Whether a verb reports, by itself or with its particle: "said", "pointed out"."""
    particle = verb.child("prt")
    sign = signature(f"{verb.lemma}_{particle.lower}" if particle is not None else verb.lemma, "verb", Frame.THAT)
    return sign is not None and sign.reports


def _colon(tree: Tree) -> SourceFrame | None:
    """Minister: taxes will fall; Taxes will fall: minister"""
    words = tree.words
    colon = next((w for w in words[: _MOST_WORDS_OF_A_SPEAKER + 1] if w.text == ":"), None)
    if colon is not None and 0 < colon.i < len(words) - 2:
        if _is_dateline(words[: colon.i], spoken=tree.kind in HEADLINES and not _happened(words[colon.i + 1 :])):
            return None
        if tree.kind not in HEADLINES and is_title(tree, colon):
            return None
        side, rest = words[: colon.i], words[colon.i + 1 :]
        named = tree.kind in HEADLINES and may_speak(side, rest, tree.source)
        speaks = tree.kind in HEADLINES or not is_topic(side, tree)
        return (_speaker(side, rest, colon, named=named) if speaks else None) or _heading(side, rest, colon)
    if tree.kind in HEADLINES:
        last = next((w for w in reversed(words[-5:]) if w.text in (":", "-", "–", "—")), None)
        if last is not None and 2 < last.i < len(words) - 1 and not joins(last, words[last.i + 1]):
            return _speaker(words[last.i + 1 :], words[: last.i], last)
    return None


def _is_dateline(side: list[Word], *, spoken: bool) -> bool:
    """New Delhi/Mumbai: A warship foiled an attack. In a headline a country may speak ("Iran: sanctions unjust"), not a
    town ("Paris: shop robbed")."""
    if not any(w.entity == "GPE" for w in side) or not all(w.entity == "GPE" or w.text in "/,-–()" for w in side):
        return False
    place = " ".join(w.text for w in side)
    return not spoken or not any(place in one.names for one in countries())


def _happened(rest: list[Word]) -> bool:
    """Sudria: climber killed in fall: what happened there, and nothing that it says."""
    top = _top(rest)
    if top is not None and top.pos in NOUNS:
        top = top.child("acl")
    past = top is not None and top.tag in ("VBD", "VBN")
    return top is not None and past and top.child("aux", "auxpass", "dobj", "ccomp", "xcomp") is None


def labelled(words: list[Word]) -> tuple[Word, ...]:
    """The speaker that words before a colon name, if they name nothing else: Mayor: "Dam is safe" """
    side = [w for w in words if w.pos != "PUNCT"]
    if not side or len(side) > _MOST_WORDS_OF_A_SPEAKER or _tells(side):
        return ()
    return tuple(side) if _is_speaker(side) else ()


def _tells(side: list[Word]) -> bool:
    """Whether words tell or demand something: "Brace yourself, fans: ..." """
    return any(w.pos in ("VERB", "AUX", "ADP") or w.tag == "MD" or w.lower in {"yourself", "yourselves"} for w in side)


def _speaker(side: list[Word], rest: list[Word], mark: Word, *, named: bool = False) -> SourceFrame | None:
    if _tells(side) or not any(w.pos in ("VERB", "AUX") for w in rest) or not (named or _is_speaker(side)):
        return None
    top = _top(rest)
    if top is None or (top.tag == "VBG" and top.child("aux", "nsubj") is None):
        return None  # Jan Holt, 45: dealing in stolen goods
    return SourceFrame(tuple(w for w in side if w.pos != "PUNCT"), (mark,), top, frozenset((*side, mark)))


def _top(words: list[Word]) -> Word | None:
    """The main word among some of a sentence's."""
    inside = set(words)
    tops = [w for w in words if w.head not in inside or w.head is w]
    return next((w for w in tops if w.pos in ("VERB", "AUX")), tops[0] if tops else None)


def _heading(side: list[Word], rest: list[Word], mark: Word) -> SourceFrame | None:
    """Her message: the dam is safe. Among the findings: the mill had dumped waste."""
    noun = next((w for w in side if w.lemma.lower() in entries("announcing_nouns") and w.dep != "compound"), None)
    if noun is None or any(w.pos in ("VERB", "AUX") for w in side) or not any(w.pos in ("VERB", "AUX") for w in rest):
        return None
    top = _top(rest)
    owned = noun.child("poss") is not None or any(c.dep == "prep" and c.lower != "for" for c in noun.right)
    listed = side[0].lower == "among" or noun.lemma.lower() in ("allegation", "accusation", "claim", "rumour", "rumor")
    if top is None or not (owned or listed):
        return None
    return SourceFrame(tuple(source_of(noun)), (noun,), top, frozenset((*side, mark)))


def _is_speaker(side: list[Word]) -> bool:
    if any(w.lower in entries("labels") or w.text.isdigit() for w in side):  # "Arbeck 4, Lorne 2: ..."
        return False
    last = side[-1]
    if last.pos == "NOUN" and not can_speak(last):  # "Varno chaos: army deploys troops"
        return False
    return any(_names_speaker(w) for w in side) or (len(side) < 3 and all(w.tag in ("NNP", "NNPS") for w in side))


def _names_speaker(word: Word) -> bool:
    return word.entity in ("PERSON", "ORG", "NORP", "GPE") or word.lemma.lower() in entries("speaking_nouns")


def can_speak(noun: Word) -> bool:
    """Whether a name or noun is of somebody or something that says things: the minister, the council, a report."""
    lemma = noun.lemma.lower()
    return _names_speaker(noun) or person_noun(lemma) is not None or group_noun(lemma) is Sort.BODY


_BY_WORD: dict[tuple[str, str], Callable[[Word], SourceFrame | None]] = {
    ("per", "prep"): _per,
    ("for", "prep"): _for_whom,
    ("to", "prep"): _for_whom,
    ("to", "dative"): _for_whom,
    # "Under the plan, the mill is sold": it is not yet. "Under the plan, ten mills were sold" is a fact.
    ("under", "prep"): lambda word: _inside_of(word, _DRAFTS),
    ("in", "prep"): _in_tale,
    ("concerned", "advcl"): _concerned,
    ("as", "mark"): _as_said,
    ("as", "advmod"): _as_said,
    ("as", "prep"): _as_said,
}
_OPENERS = {"according", *(word for word, _ in _BY_WORD)}
