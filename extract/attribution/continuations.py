"""Reports that a sentence carries on where the parser hangs the clause on something else.

`step_of(word)` is `embedding.edge_of` with these constructions seen to first. Each is one function with the
sentence that it exists for.
"""

from __future__ import annotations

from collections.abc import Callable

from extract.attribution.announcements import announcer, comment, is_cue, is_marked, is_owned
from extract.attribution.source_frames import TALES
from extract.attribution.sources import source_of
from extract.claims.roles import is_person
from extract.english.wordlists import entries, word_class
from extract.factuality.edges import ROOT, Edge, Link
from extract.factuality.embedding import edge_of
from extract.factuality.parentheticals import is_inserted
from extract.factuality.signatures import Frame, Signature, signature
from extract.model import Mood
from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import NOUNS, WH_TAGS, has_mark

_SHIFTED = frozenset({"would", "could", "might", "should", "must"})
_SPREADING = frozenset(
    {"abound", "arrive", "break", "circulate", "come", "emerge", "go", "grow", "mount", "persist", "spread", "surface"}
    | {"swirl"}
)
_TALKING = frozenset({"speak", "talk", "tell", "write"})
_DEPICTING = frozenset({"describe", "recount", "depict", "portray", "recall", "report", "remember", "imagine"})
_TALES = frozenset({"story", "tale", "account", "anecdote", "legend"})
_SUBORDINATORS = frozenset({"after", "before", "when", "while", "although", "though", "because", "since", "as", "once"})
_SHOWING = frozenset({"document", "chronicle", "outline", "catalogue", "trace", "examine", "explore"})
_MAKING_KNOWN = frozenset({"announce", "reveal", "disclose", "report", "publish", "read", "release", "confirm"})
_ANSWERING = frozenset({"agree", "deny", "differ", "disagree", "dissent", "object"})
_REASONS = frozenset({"because", "since", "although", "though", "unless", "whereas"})


def step_of(word: Word) -> Edge:
    """The step from a predicate to what governs it, as far as attribution goes."""
    for rule in _RULES.get(word.dep, ()):
        edge = rule(word)
        if edge is not None:
            return edge
    return edge_of(word)


def is_backshifted(word: Word) -> bool:
    """Whether a verb has the form that a past report gives it: "had checked", "would resume"."""
    verb = complex_of(word)
    return verb.modal in _SHIFTED or (verb.tense == "past" and verb.aspect is not None and "perfect" in verb.aspect)


def _said(host: Word, cue: Word) -> Edge:
    return Edge(Link.COMPLEMENT, host, cue, Frame.THAT, _saying())


def _saying() -> Signature | None:
    return signature("say", "verb", Frame.THAT)


def _further(word: Word) -> Edge | None:
    """The chairman said sales had fallen, costs had risen and the plant would close.

    The firm said it had sold the mill: the buyer had paid. The firm said it had sold the mill — the buyer had
    paid — and that jobs were safe. The parser makes the last clause the main one.
    """
    for clause in word.left:
        if _leads(clause, word):
            return _said(clause, clause)
        if clause.dep in ("advcl", "ccomp", "parataxis"):  # the first of a list
            cue = next((c for c in clause.left if _leads(c, clause)), None)
            if cue is not None:
                return _said(cue, cue)
    return None


def _leading(word: Word) -> Edge | None:
    """The other side of these: the cue hangs on its own content, and is the article's."""
    head = word.head
    if word.i < head.i and head.head.is_root and (_leads(word, head) or announcer(word, head) is not None):
        return ROOT
    return None


def _leads(cue: Word, word: Word) -> bool:
    """Whether a report before a main clause goes on in it; after a semicolon only by its tense."""
    content = next((c for c in cue.right if c.dep == "ccomp"), None)
    if content is None or not is_cue(cue) or cue.i > word.i:
        return False
    if cue.dep != "parataxis" and not (cue.dep == "ccomp" and is_marked(cue, word, ";:–—")):
        return False
    if word.child("nsubj", "nsubjpass", "expl") is None or _is_telling(word):
        return False
    if any(c.lower in ("but", "and", "yet", "so") and c.dep == "cc" for c in word.left):
        return False
    if cue.child("nsubj") is None or is_marked(cue, word, "?!"):
        return False
    return not is_marked(cue, word, ";") or is_backshifted(word) or _both_present(content, word)


def _is_telling(word: Word) -> bool:
    """Police say he fled; his lawyer says he was at home, Otto disagrees, friends call it a lie, analysts forecast a
    loss: its own report."""
    view, speaker = signature(word.lemma, "verb", Frame.AS), word.child("nsubj")
    called = word.child("oprd") is not None or any(c.lower == "as" for c in word.right)
    told = called and view is not None and view.reports
    foreseen = signature(word.lemma, "verb", Frame.NP) if word.child("dobj") is not None else None
    told = told or (foreseen is not None and foreseen.mood is Mood.FORECAST)
    if told and speaker is not None and is_person(speaker):
        return True
    return word.lemma in _ANSWERING or (is_cue(word) and any(c.dep in ("ccomp", "xcomp") for c in word.right))


def _both_present(first: Word, second: Word) -> bool:
    """The agency reported that Alba holds 3 million; Borm holds 2 million."""
    return complex_of(first).tense == "present" and complex_of(second).tense == "present"


def _after_colon(word: Word) -> Edge | None:
    """The minister was blunt: the dam will fail. (the main clause)"""
    for host in word.left:
        cue = announcer(host, word) or _inserted(host, word)
        if cue is not None and word.child("ccomp") is not None and _is_telling(word):
            return None  # Not all experts are convinced: Lund said the dam could fail.
        if cue is not None:
            return _said(host if cue.dep != "parataxis" else cue, cue)
    return None


def _inserted(host: Word, word: Word) -> Word | None:
    """The mill, he said, has grown: it now has ten looms. What comes after the colon is his too."""
    if host.i > word.i or host.pos not in ("VERB", "AUX") or not is_marked(host, word, ":"):
        return None
    return next((c for c in host.left if c.dep == "parataxis" and is_inserted(c)), None)


def _hung_after_colon(word: Word) -> Edge | None:
    """The minister had one message: the dam is safe. (hung on the announcement)"""
    cue = announcer(word.head, word)
    return _said(word.head, cue) if cue is not None else None


_THAT = ("mark", "that")


def _and_how(word: Word) -> Edge | None:
    """Vol spoke of delays at the port, and how the cranes had failed."""
    cue = word.head
    if not (is_cue(cue) or cue.lemma in _TALKING) or cue.i > word.i or cue.dep == "ccomp":
        return None  # the parallel is the clause above: "reported that he had written, and that she knew of it"
    if any((c.tag in WH_TAGS and c.dep in ("nsubj", "nsubjpass")) or (c.dep, c.lower) == _THAT for c in cue.left):
        return None  # who advised the port and who has seen the plan; a motion that talks be held and that he be freed
    asks = any(c.i > cue.i and (c.tag in WH_TAGS or (c.dep == "mark" and c.lower == "that")) for c in word.left)
    return _said(cue, cue) if asks and any(c.dep == "cc" for c in (*cue.right, *word.left)) else None


def _same_auxiliary(word: Word) -> Edge | None:
    """The inquiry concluded the mill had dumped waste and, worse, had bribed inspectors."""
    cue = word.head
    content = next((c for c in cue.right if c.dep == "ccomp" and c.i < word.i), None)
    if content is None or not is_cue(cue) or word.child("nsubj", "nsubjpass", "expl") is not None:
        return None
    had = complex_of(word).aspect == "perfect" and complex_of(content).aspect == "perfect"
    return Edge(Link.CONJUNCT, content) if had and complex_of(cue).aspect is None else None


def _and_further(word: Word) -> Edge | None:
    """Inspectors warned that the mill is unsafe, and it should close. A plain past may be the article's."""
    cue = word.head
    if not is_cue(cue) or word.child("nsubj", "nsubjpass", "expl") is None:
        return None
    if cue.tag in ("VBD", "VBZ") and _runs_into(cue, word):
        return _said(cue, cue)
    if cue.tag != "VBD" and cue.lower != "says":
        return None
    told = any(c.dep == "ccomp" and c.i < word.i for c in cue.children) and not _is_telling(word)
    return _said(cue, cue) if told and _is_of_teller(cue, word) else None


def _is_of_teller(cue: Word, word: Word) -> bool:
    """They said the mill had closed, and it would be sold; and it was old; and it will be sold."""
    verb, subject = complex_of(word), word.child("nsubj")
    if cue.tag == "VBD" and is_backshifted(word):
        return True
    if not any(c.lower == "and" for c in cue.right if c.dep == "cc" and c.i < word.i):
        return False
    state = word.lower == "was" and subject is not None and subject.tag == "PRP" and word.child("acomp", "attr")
    return verb.modal == "will" or (cue.tag == "VBD" and bool(state))


_THINKING = frozenset({"believe", "expect", "feel", "hope", "know", "think"})


def _runs_into(cue: Word, word: Word) -> bool:
    """They said the march began at noon but the crowd is being dispersed: no comma ends what they said."""
    content = next((c for c in cue.right if c.dep == "ccomp" and c.i < word.i), None)
    thinks = word.lemma in _THINKING and (word.child("nsubj") or word).tag == "PRP"  # said it failed but he hopes
    if content is None or (is_cue(word) and not thinks) or any(c.dep == "mark" for c in word.left):
        return False
    joint = next((c for c in cue.right if c.dep == "cc" and content.i < c.i < word.i), None)
    if joint is None or joint.lower not in ("and", "but"):
        return False
    marks = (c for w in (cue, content, word) for c in w.children if content.i < c.i < word.i)
    return not any(c.dep == "punct" for c in marks)


def _out_of_relative(word: Word) -> Edge | None:
    """The mill, which the owners say is safe, dumped waste: the parser joins the main verb to "is"."""
    content, relative = word.head, word.head.head
    if content.dep != "ccomp" or relative.dep != "relcl" or not relative.head.is_root:
        return None
    closed = any(c.text == "," and c.i < word.i for c in content.right) and word.tag in ("VBD", "VBN")
    joined = any(c.dep == "cc" for c in (*content.right, *word.left))
    return ROOT if closed and not joined and relative.head.pos != "VERB" else None


def _rumoured(word: Word) -> Edge | None:
    """Rumours spread that the plant had closed. Legend has it that a miller drowned."""
    host = word.head
    if host.i > word.i or not has_mark(word, "that"):
        return None
    noun = host.child("nsubj", "nsubjpass")
    if noun is None:
        return None
    goes = host.lemma == "go" and signature(noun.lemma.lower(), "noun", Frame.THAT) is not None
    if noun.lemma.lower() not in entries("rumours") and not goes:  # the argument goes that it is too late
        return None
    if host.lemma == "have":
        thing = host.child("dobj")
        return _said(host, host) if thing is not None and thing.lower == "it" else None
    return _said(host, noun) if host.lemma in _SPREADING else None


def _what_it_is(word: Word) -> Edge | None:
    """The minister's view is that the dam is safe. What the minister said was that the dam is safe."""
    host = word.head
    if host.lemma != "be" or host.i > word.i or host.child("attr", "acomp") is not None:
        return None
    told = host.child("csubj")
    if told is not None and is_cue(told) and any(c.dep == "dobj" and c.tag in WH_TAGS for c in told.left):
        return _said(told, told)
    noun = host.child("nsubj")
    if noun is None or not has_mark(word, "that"):
        return None
    sign = signature(noun.lemma, "noun", Frame.THAT)
    reported = sign is not None and sign.reports
    return _said(host, noun) if is_owned(noun) or reported else None


def _beyond_quote(word: Word) -> Edge | None:
    """ "They say, 'You never built it,' and they are wrong," the mayor said: what they say ends with its mark."""
    content = word.head
    marks = [c for w in (content, word) for c in w.children if c.tag in ("''", "``") and c.i < word.i]
    if not any(c.tag == "''" and c.i > content.i for c in marks):
        return None
    edge = step_of(content)
    opened = edge.cue is not None and any(
        c.i in (edge.cue.i + 1, edge.cue.i + 2) for c in edge.cue.right if c.tag == "``"
    )
    return Edge(Link.CONJUNCT, edge.cue) if opened else None


def _of_what_is_told(word: Word) -> Edge | None:
    """Vol described a mill that had dumped waste. Witnesses spoke of people who ran. Only of what is new there.

    The film is about a man who loses his mill, the novel follows one, a story where a dean cheats: so it is told there.
    """
    noun = word.head
    if noun.lemma in TALES and complex_of(word).tense == "present" and any(c.lower == "where" for c in word.left):
        return _said(noun, noun)
    while noun.dep == "conj" and noun.head.pos in NOUNS:
        noun = noun.head
    if word.head.tag not in ("NN", "NNS") or _is_definite(word.head) or edge_of(word).link is not Link.RELATIVE:
        return None
    verb = noun.head
    if noun.dep == "pobj" and verb.lower in ("of", "about"):
        verb = verb.head.head if verb.head.lemma in _TALES and verb.head.dep == "dobj" else verb.head
        told = verb.lemma in _TALKING or _is_tale(verb)
    else:
        told = noun.dep == "dobj" and (verb.lemma in _DEPICTING or (verb.lemma == "follow" and _is_tale(verb)))
    return _said(verb, verb) if told and verb.pos in ("AUX", "VERB") else None


def _is_tale(verb: Word) -> bool:
    subject = verb.child("nsubj")
    return subject is not None and subject.lemma in TALES and verb.lemma in ("be", "follow", "tell")


def _is_definite(noun: Word) -> bool:
    known = ("the", "this", "that", "these", "those")
    return noun.child("poss") is not None or any(c.dep == "det" and c.lower in known for c in noun.left)


def _or_so(word: Word) -> Edge | None:
    """The mill is unsafe, or at least that is what critics say."""
    for second in word.right:
        if second.dep == "conj" and any(c.lower == "or" for c in (*word.right, *second.left) if c.i < second.i):
            cue = comment(second)
            if cue is not None:
                return _said(second, cue)
    return None


#: A cue that closes a sentence has no more words than this behind it.
_FEW = 8


def _trailing(said: Word) -> Word | None:
    """The cue behind what it reports: Police said he was charged with murder, the Post reported."""
    cue = next((c for c in reversed(said.right) if c.dep == "ccomp"), None)
    if cue is None or not is_cue(said) or not is_cue(cue):
        return None
    content = next((c for c in (*cue.left, *said.right) if c.dep == "ccomp" and c.i < cue.i), None)
    subject = cue.child("nsubj")
    comma = subject is not None and any(c.text == "," and c.i == subject.subtree()[0].i - 1 for c in cue.left)
    last = not any(c.dep in ("ccomp", "xcomp", "dobj") for c in cue.right) and cue.subtree()[-1].i - cue.i < _FEW
    return cue if content is not None and content.i > said.i and comma and last else None


def _by_trailing(word: Word) -> Edge | None:
    """Of what the last cue reports, of this cue, which nobody reports, and of its content, which the first reports."""
    cue, first = _trailing(word) if word.is_root else None, word.head.head
    if cue is not None:
        return _said(cue, cue)
    if _trailing(word.head) is word:
        return ROOT
    return _said(first, first) if word.i < word.head.i and _trailing(first) is word.head else None


def _after_another(word: Word) -> Edge | None:
    """Hours after the minister said the dam was safe, it burst: the parser takes "said" for the main verb.

    When the verdict was announced relatives wept: what is announced is the verdict, not that they wept.
    """
    host = word.head
    if host.i > word.i or word.child("nsubj", "nsubjpass") is None or word.child("mark") is not None:
        return None
    opened = host.is_root and any(c.dep == "mark" and c.lower in _SUBORDINATORS for c in host.left)
    before = opened and any(c.dep == "ccomp" and c.i < word.i for c in host.right)
    subject = host.child("nsubjpass") if host.lemma in _MAKING_KNOWN else None
    return ROOT if before or (subject is not None and subject.lower != "it") else None


def _because(word: Word) -> Edge | None:
    """Quist said that claim smacked of deceit, because the party has led the fight: the reason is hers."""
    cue = word.head
    if not is_cue(cue) or word.i < cue.i or word.child("nsubj", "nsubjpass", "expl") is None:
        return None
    if not any(c.dep == "mark" and c.lower in _REASONS for c in word.left):
        return None
    content = next((c for c in cue.right if c.dep == "ccomp" and c.i < word.i), None)
    return Edge(Link.ADVERBIAL, content) if content is not None else None


def _made_clear(word: Word) -> Edge | None:
    """Lund made it clear he had doubts."""
    made = word.head.head
    if word.head.lower not in ("clear", "plain", "known", "public") or made.lemma != "make" or made.i > word.i:
        return None
    return _said(made, made) if word.child("nsubj", "nsubjpass", "expl") is not None else None


def _shown_how(word: Word) -> Edge | None:
    """The film documents how the town was hurt."""
    host = word.head
    asks = any(c.tag in WH_TAGS for c in word.left)
    return _said(host, host) if asks and host.lemma in _SHOWING and host.i < word.i else None


def _shown_doing(word: Word) -> Edge | None:
    """A survey shows prices falling, a poll has Lund leading: it does, whoever wrote it up. The parser sees a clause of
    hers, or what tells of her."""
    thing = word.head
    if word.dep == "ccomp":
        return _said(thing, thing) if word.child("nsubj") is not None and _is_shown(word, thing) else None
    apart = thing.dep != "dobj" or any(c.text == "," and c.i < word.i for c in thing.right)
    return _said(thing.head, thing.head) if not apart and _is_shown(word, thing.head) else None


def _is_shown(word: Word, verb: Word) -> bool:
    shower = verb.child("nsubj")
    if word.tag != "VBG" or shower is None or shower.pos != "NOUN" or verb.child("neg") is not None:
        return False
    if verb.lemma in {"have", "put"}:
        return shower.lemma in word_class("polls")
    return shower.lemma in _WORKS and verb.lemma in {"depict", "find", "indicate", "reveal", "show"}


_WORKS = frozenset(
    {"analysis", "audit", "data", "datum", "figure", "poll", "report", "research", "study", "survey", "video"}
)


def _of_far_noun(word: Word) -> Edge | None:
    """The crisis swept Europe, fuelling worries from Rome to Oslo that the union was a burden."""
    if not has_mark(word, "that") or edge_of(word).sign is not None:
        return None
    nouns = [w for w in word.head.subtree(lambda w: w is word or w.i > word.i) if w.pos == "NOUN"]
    for noun in reversed(nouns):
        sign = signature(noun.lemma, "noun", Frame.THAT)
        if sign is not None and sign.reports and noun.dep in ("dobj", "pobj"):
            return Edge(Link.COMPLEMENT, noun, noun, Frame.THAT, sign)
    return None


def _blamed(word: Word) -> Edge | None:
    """The minister blamed the firm for having ignored warnings, praising it for saving jobs: so she says."""
    preposition = word.head
    verb = preposition.head.head if preposition.head.dep == "dobj" else preposition.head
    if preposition.lower != "for" or signature(verb.lemma, "verb", Frame.ING) != signature("blame", "verb", Frame.ING):
        return None
    return Edge(Link.COMPLEMENT, verb, verb, Frame.ING, _saying()) if source_of(verb) else None


def _quoted_as_saying(word: Word) -> Edge | None:
    """The talks had failed, the Post quoted Lund as saying; Lund was quoted as saying."""
    verb = word.head
    role = next((c for c in verb.right if c.lower == "as"), None) if verb.lemma in ("quote", "cite") else None
    saying = role.child("pcomp") if role is not None else None
    if saying is None or word.i > verb.i or saying.child("ccomp", "dobj") is not None:
        return None
    return _said(saying, saying)


Rule = Callable[[Word], Edge | None]
_RULES: dict[str, tuple[Rule, ...]] = {
    "ROOT": (_further, _after_colon, _or_so, _by_trailing),
    "parataxis": (_leading, _hung_after_colon),
    "ccomp": (
        _quoted_as_saying,
        _by_trailing,
        _hung_after_colon,
        _rumoured,
        _what_it_is,
        _shown_how,
        _after_another,
        _of_far_noun,
        _shown_doing,
    ),
    "advcl": (_because, _made_clear),
    "conj": (_beyond_quote, _further, _and_how, _same_auxiliary, _and_further, _out_of_relative),
    "relcl": (_of_what_is_told,),
    "acl": (_hung_after_colon, _shown_doing),
    "pcomp": (_blamed,),
}
