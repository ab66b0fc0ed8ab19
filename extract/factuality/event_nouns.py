"""What governs an event noun or a gerund after a preposition."""

from __future__ import annotations

from dataclasses import replace

from extract.english.persons import group_noun, person_noun
from extract.english.wordlists import entries, word_class
from extract.factuality.edges import ROOT, Edge, Link
from extract.factuality.governors import frame_of, of_report
from extract.factuality.infinitives import is_mandative, mandative
from extract.factuality.signatures import Frame, Signature, Value, reporting, signature
from extract.factuality.states import State
from extract.model import Modality, Mood, Polarity
from extract.syntax.tree import Word
from extract.syntax.verbs import complex_of
from extract.syntax.words import NOUNS, has_article

#: Prepositions that stand before what others take as an object: "kept from selling", not "fined for selling".
_OBJECTS = frozenset({"from", "of", "to", "against", "into"})
#: talks on a merger: not yet one. Talks on the war are about one that there is.
_TOPICS = frozenset({"on", "over", "about"})
_INDEFINITE = frozenset({"a", "an", "any", "no", "some", "another", "every", "each"})
#: They do nothing before a vote; a plan or scheme "helping farmers" may run already.
_BEFORE_VOTES = frozenset({"bill", "motion", "proposal"})
#: What is drafted does nothing yet, but that it calls for something is a fact.
_DRAFTS = frozenset({"bill", "plan", "proposal", "draft", "scheme", "motion", "blueprint"})
#: What a bill does before the vote, or what an invoice does.
_MOVING = frozenset({"await", "face", "total"})
_OF_DRAFTS = frozenset(
    {
        "be",
        "have",
        "do",
        "call",
        "contain",
        "include",
        "incorporate",
        "require",
        "aim",
        "seek",
        "foresee",
        "provide",
        "propose",
        "say",
        "see",
    }
)
_OPEN = Value(Polarity.POSITIVE, Modality.UNCOMMITTED)
_POSSIBLE = Signature(Value(Polarity.POSITIVE, Modality.POSSIBLE), _OPEN)  # wary of selling it
_OPPOSED = Signature(_OPEN, _OPEN, Mood.WISH)
_GOVERNED = frozenset({"off", "of", "for", "from", "about", "in", "on", "to", "at", "against", "with", "over", "into"})


_REPORTS = word_class("nouns of reports")
_FEARS = frozenset(
    {"chance", "danger", "evidence", "fear", "hint", "hope", "likelihood", "possibility", "proof", "prospect", "risk"}
    | {"sign", "suspicion", "threat", "warning"}
)


def participle_of(word: Word, noun: Word) -> Edge | None:
    """A participle that tells of its noun: "the man selling it". Behind a report or fear, it is only that.

    "Claims of guards beating a clerk", "reports of two clerks killed by guards", "fears of troops entering the town",
    "footage shows guards beating a clerk", "they complained about guards beating a clerk".
    """
    if word.tag not in ("VBN", "VBG"):
        return None
    cue = noun.head.head if noun.dep == "pobj" else noun.head
    sign = _sign_above(cue, word, noun) if word.i > noun.i else None
    if sign is not None:
        return Edge(Link.COMPLEMENT, cue, cue, Frame.ING, sign)
    bare = word.child("aux", "auxpass", "mark", "nsubj", "nsubjpass") is None
    return Edge(Link.RELATIVE, noun) if bare else None


def sign_of_noun(word: Word, frame: Frame) -> Signature | None:
    """the insistence that it is safe; the insistence that it be closed"""
    noun = word.head
    sign = of_report(noun, word) if frame is Frame.THAT else signature(noun.lemma, "noun", frame)
    if noun.lemma == "doubt" and noun.head.lemma in {"express", "have", "voice"} and sign is not None:
        sign = replace(sign, reports=not any(c.lower == "no" for c in noun.left))  # voiced doubt that it would hold
    return mandative(sign) if frame is Frame.THAT and is_mandative(word, noun) else sign


def _sign_above(cue: Word, word: Word, noun: Word) -> Signature | None:
    """How a report or fear marks the participle behind its noun."""
    active = word.tag == "VBG" or any(w.lower == "being" for w in word.left)
    some = noun.tag in ("NN", "NNS", "NNP") and not is_definite(noun)
    if noun.dep == "pobj" and noun.head.lower == "of" and (active or (some and cue.lower != "complaints")):
        lemma = "report" if cue.lemma in _REPORTS else cue.lemma
        if lemma in _REPORTS | _FEARS or cue.lower == "charges":
            return signature(lemma, "noun", Frame.ING) or signature(lemma, "noun", Frame.THAT)
    if cue.pos != "VERB" or word.tag != "VBG" or not some:
        return None
    told = noun.dep == "dobj" or (noun.dep == "pobj" and noun.head.lower in ("about", "of"))
    if not told or (noun.dep == "dobj" and cue.lemma not in ("depict", "show")):
        return None  # condemned a ruling declaring it void: that is which one
    sign = signature(cue.lemma, "verb", Frame.ING if noun.dep == "dobj" else Frame.THAT)
    return sign if sign is not None and sign.reports else None


def gerund(word: Word) -> Edge:
    """A gerund after a preposition: "accused of lying", "without paying", "after losing"."""
    preposition = word.head
    host = _above(preposition)
    if host is preposition:
        return ROOT
    if _excludes(preposition) and not (preposition.lower == "than" and word.child("advmod", "mark") is not None):
        return Edge(Link.NEGATED, host, preposition)
    lower = preposition.lower
    frame = Frame.ING if word.tag == "VBG" and not _asks_whether(word, preposition) else frame_of(word)
    host = _accuser(host, lower, frame)
    if lower == "as" and host.lemma in ("quote", "cite") and host.child("nsubj", "agent") is not None:
        return Edge(Link.COMPLEMENT, host, host, frame, signature(host.lemma, "verb", Frame.THAT))
    if lower == "against" and _sign_of(host, lower, frame) is None:
        return Edge(Link.COMPLEMENT, host, preposition, frame, _OPPOSED)  # took a stand against raising rents
    if lower == "into" and host.pos == "VERB" and word.tag == "VBG":
        return Edge(Link.COMPLEMENT, host, host, frame, _sign_of(host, lower, frame))  # talked the board into selling
    if lower == "of" and host.lower == "out" and word.tag == "VBG":
        return Edge(Link.NEGATED, host.head, preposition)  # talked the board out of selling
    if preposition.dep == "prep" and lower in _GOVERNED:
        sign = _sign_of(host, lower, frame)
        if sign is not None or frame is Frame.WHETHER:
            return Edge(Link.COMPLEMENT, host, host, frame, sign)
    if lower == "for" and _is_means(host, word):
        return Edge(Link.PURPOSE, host)
    return Edge(Link.ADVERBIAL, host, preposition)


def _asks_whether(word: Word, preposition: Word) -> bool:
    """an inquiry into whether it is leaking"""
    return any(c.lower == "whether" and c.i == preposition.i + 1 for c in word.left)


def _is_means(host: Word, word: Word) -> bool:
    """a tool for cutting costs: what it is for. A fine or an award for cutting them is for what was done."""
    if word.tag != "VBG" or host.lemma in entries("answering_nouns"):
        return False
    if host.pos != "NOUN" and host.lemma not in entries("providing_verbs"):
        return False
    return not any(c.dep in ("aux", "auxpass") and c.lower == "having" for c in word.left)


def _excludes(preposition: Word) -> bool:
    """without, instead of, rather than; more than doubling"""
    return preposition.lower in ("without", "instead", "than") or _is_instead(preposition)


def _is_instead(preposition: Word) -> bool:
    return any(c.lower in ("instead", "rather") and c.i == preposition.i - 1 for c in preposition.left)


def _with_preposition(host: Word, preposition: str) -> Signature | None:
    """a ban on exports, subject to approval, hope for peace"""
    kind = {"NOUN": "noun", "ADJ": "adj"}.get(host.pos, "verb")
    lemma = host.lower if kind == "adj" else host.lemma
    return signature(f"{lemma}_{preposition}", kind, Frame.NP)


def _sign_of(host: Word, preposition: str, frame: Frame) -> Signature | None:
    kind = {"NOUN": "noun", "ADJ": "adj", "ADV": "adj"}.get(host.pos, "verb")
    lemma = host.lower if kind == "adj" else host.lemma
    name = f"{lemma}_{preposition}"
    known = signature(name, kind, frame)
    if known is None and (kind != "verb" or frame is not Frame.ING or preposition in _OBJECTS):
        known = signature(lemma, kind, frame)
    if known is None and frame is Frame.ING:
        known = signature(name, kind, Frame.NP)  # campaigned for cutting as for cuts
    return _POSSIBLE if known is None and kind == "adj" and preposition == "of" and frame is Frame.ING else known


def _accuser(noun: Word, preposition: str, frame: Frame) -> Word:
    """accused the mayor of lying; accused by Lund of lying: the preposition hangs on a noun of the verb's"""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.dep == "agent" else noun.head
    if noun.dep not in ("dobj", "nsubjpass", "pobj") or preposition not in ("of", "for", "from"):
        return noun
    if noun.dep == "pobj" and noun.head.dep != "agent":
        return noun
    known = signature(noun.lemma, "noun", frame) or signature(verb.lemma, "verb", frame) is None
    return noun if known else verb


def argument(word: Word) -> Edge:
    """A noun that is subject, object or a preposition's object."""
    host = word.head
    if host.dep == "prep" or host.pos == "ADP":
        return _after_preposition(word, host, _above(host))
    if word.dep == "nsubjpass" and host.child("xcomp") is not None and is_definite(word):
        return Edge(Link.ARGUMENT, host, host, Frame.NP, None)  # the talks are expected to fail
    if word.dep in ("dobj", "nsubjpass") and host.pos == "VERB":
        sign = None if _is_refused(word, host) or _is_made(word, host) else _of_verb(host)
        return Edge(Link.ARGUMENT, host, host, Frame.NP, sign)
    quality = host.child("acomp") if word.dep == "nsubj" else None
    if quality is not None and quality.child("xcomp", "ccomp") is None:  # a deal is unlikely, not: unlikely to change
        sign = signature(quality.lower, "adj", Frame.THAT)
        if sign is not None and not sign.reports and not sign.factive:
            return Edge(Link.ARGUMENT, host, quality, Frame.NP, sign)
    named = host.child("attr") if word.dep == "nsubj" else None
    sign = signature(named.lemma.lower(), "noun", Frame.THAT) if named is not None and named.pos == "NOUN" else None
    if sign is not None and sign.mood is None and sign.affirmed.polarity is Polarity.NEGATIVE:
        return Edge(Link.ARGUMENT, host, named, Frame.NP, replace(sign, reports=False))  # the claims are lies
    return Edge(Link.ARGUMENT, host, host, Frame.NP, None)


def _of_verb(verb: Word) -> Signature | None:
    """A verb's signature for its object, with its particle: "ruled out a strike", "turned down the offer"."""
    particle = verb.child("prt")
    known = signature(f"{verb.lemma}_{particle.lower}", "verb", Frame.NP) if particle is not None else None
    return known or signature(verb.lemma, "verb", Frame.NP)


def _above(preposition: Word) -> Word:
    """What a preposition hangs on: "by sea or by air" both on the verb"""
    host = preposition.head
    while preposition.dep == "conj" and host.pos == "ADP" and host.head is not host:
        preposition, host = host, host.head
    return host


def is_definite(word: Word) -> bool:
    """Whether a noun's determiner or possessor says that there is such a thing."""
    return any(c.dep in ("det", "poss") and c.lower not in _INDEFINITE for c in word.left)


def is_supposable(noun: Word) -> bool:
    """a bank, any banks, banks, but not: the bank, Nordbank, it"""
    return noun.tag in ("NN", "NNS") and not is_definite(noun) and all(c.dep != "nummod" for c in noun.left)


def _is_refused(word: Word, verb: Word) -> bool:
    """denied the request: the request was made; denied any fraud: there was none"""
    return verb.lemma == "deny" and any(c.dep == "det" and c.lower in ("the", "this", "that") for c in word.left)


def _is_made(word: Word, verb: Word) -> bool:
    """faces charges: they were made; faces a strike: there may be one"""
    return verb.lemma == "face" and word.lemma in reporting("noun")


def _after_preposition(word: Word, preposition: Word, host: Word) -> Edge:
    lower = preposition.lower
    if lower == "without" or _is_instead(preposition):
        return Edge(Link.NEGATED, host, preposition)
    if lower == "as" and host.child("dobj", "nsubjpass") is not None:
        seen_as = signature(host.lemma, "verb", Frame.AS)
        if seen_as is not None:
            return Edge(Link.COMPLEMENT, host, host, Frame.AS, seen_as)
    if lower == "of" and host.head.lower == "in" and host.lower in ("charge", "case", "event"):
        return _in_phrase(host)
    sign = None if lower in _TOPICS and host.pos == "NOUN" and is_definite(word) else _with_preposition(host, lower)
    if sign is None and lower in ("of", "for"):
        sign = signature(host.lemma, "noun", Frame.NP) if host.pos == "NOUN" else None
        if sign is None and host.dep in ("dobj", "nsubjpass"):  # accused the mayor of fraud
            sign = signature(f"{host.head.lemma}_{lower}", "verb", Frame.NP)
            host = host.head if sign is not None else host
    return Edge(Link.ARGUMENT, host, host, Frame.NP, sign)


def _in_phrase(noun: Word) -> Edge:
    """in case of a strike, in the event of one: a condition. In charge of the talks, in the case of Malvia: none"""
    if noun.lower == "event" or (noun.lower == "case" and not noun.left):
        return Edge(Link.CONDITION, noun.head.head, noun)
    return Edge(Link.ARGUMENT, noun, noun, Frame.NP, None)


def comes_about(word: Word, host: Word) -> bool:
    """Whether an event is there only if its verb holds: "force a sale", "lead to his arrest", "a sale will follow"."""
    if word.dep == "nsubj":
        return host.lemma in entries("happening") or _takes_place(host)
    verb = host.lemma if word.dep in ("dobj", "nsubjpass") else f"{host.lemma}_{word.head.lower}"
    return verb in entries("bringing_about")


def _takes_place(verb: Word) -> bool:
    place = verb.child("dobj")
    return verb.lemma == "take" and place is not None and place.lower == "place"


def is_supposed(word: Word, host: Word) -> bool:
    """A strike would hurt trade: no strike is known, it is only thought of."""
    if word.dep != "nsubj" or word.tag != "NN" or not any(c.lower in ("a", "an") for c in word.left):
        return False
    return complex_of(host).modal in ("would", "could", "might") and person_noun(word.lemma) is None


def is_deed_thought_of(gerund: Word, doer: Word) -> bool:
    """Whether a gerund names a deed not yet done: "The council selling the mill would be a mistake". Not: "The man
    selling it would be a suspect". Nor is anything done yet in "a scenario in which the bank closes"."""
    imagined = doer.lemma == "scenario" or (
        doer.lemma in {"future", "society", "universe", "world"} and doer.left and complex_of(gerund).tense != "past"
    )
    if imagined and gerund.dep == "relcl" and (doer.lemma == "scenario" or doer.left[0].lower == "a"):
        return any(w.tag in ("WRB", "WDT") and w.dep in ("advmod", "pobj") for w in gerund.subtree()[:2])
    verb = doer.head
    what = verb.child("attr") if verb.lemma == "be" else None
    if gerund.dep != "acl" or gerund.tag != "VBG" or doer.dep != "nsubj" or what is None:
        return False
    deed = what.pos == "NOUN" and person_noun(what.lemma) is None and group_noun(what.lemma) is None
    acts = doer.entity or person_noun(doer.lemma) is not None or group_noun(doer.lemma) is not None
    return deed and bool(acts) and complex_of(verb).modal in ("would", "could", "might", "may")


def picks_out(word: Word, noun: Word) -> bool:
    """Whether a relative clause says which one, of something that need not exist: "a law that bans it".

    There will be two women serving there: that is still to come, too.
    """
    several = noun.tag == "NNS" and word.dep == "acl" and word.tag == "VBG" and _is_there(noun)
    if noun.dep not in ("dobj", "pobj", "nsubjpass", "attr", "nsubj") or (noun.tag != "NN" and not several):
        return False
    verb = complex_of(word)
    if (verb.tense == "past" or verb.aspect == "perfect") and not _is_there(noun):
        return False
    if word.dep == "acl":
        return word.tag == "VBG" or (word.tag == "VBN" and any(c.lower in ("any", "no") for c in noun.left))
    return not any(c.text == "," and c.i > noun.i and c.i < word.i for c in (*noun.right, *word.left))


def is_of_some(word: Word, noun: Word, state: State) -> bool:
    """No proof that he took money from people who wanted land: nobody says that there are such people."""
    denied = "object of a denied verb" in state.evidence or state.mood is not Mood.STATEMENT
    if noun.tag != "NNS" or not state.open or denied or not is_supposable(noun) or noun.child("amod") is not None:
        return False
    return word.dep == "relcl" and not any(c.text == "," and noun.i < c.i < word.i for c in (*noun.right, *word.left))


def is_any(noun: Word) -> bool:
    """ "may not lend money that was not insured": any such money, and there may be none."""
    return noun.tag == "NN" and not any(c.dep in ("det", "poss", "amod", "nummod") for c in noun.left)


def is_given(noun: Word) -> bool:
    """The plan would give each child a book that costs ten crowns: so far there is none."""
    verb = noun.head
    some = noun.dep == "dobj" and any(c.lower in ("a", "an") for c in noun.left)
    return some and (verb.lemma in _GIVING or verb.lemma in entries("providing_verbs")) and verb.pos == "VERB"


_GIVING = frozenset({"add", "face", "get", "give", "grant", "have", "introduce", "issue", "launch", "offer", "pay"})


def _is_there(noun: Word) -> bool:
    """There may have been a man she saw: nobody knows that there was one."""
    return noun.dep == "attr" and noun.head.child("expl") is not None and not is_definite(noun)


def is_content(word: Word, noun: Word) -> bool:
    """plans that close the mill, a bill that bans smoking, a motion banning it: what they would do"""
    if word.dep == "acl" and word.tag == "VBG":
        known = word.lemma in _OF_DRAFTS or word.lemma in _MOVING or word.child("dobj") is None
        return noun.lemma in _BEFORE_VOTES and not known
    if word.dep != "relcl" or noun.lemma not in _DRAFTS or word.lemma in _OF_DRAFTS:
        return False
    subject = word.child("nsubj")
    return complex_of(word).tense == "present" and word.tag != "VBN" and subject is not None and subject.tag == "WDT"


def is_example(word: Word) -> bool:
    """The club may sell stars such as Reed: that he is one is no part of what it may do."""
    mark = word.head
    if word.dep != "pobj" or mark.dep != "prep" or mark.head.pos not in NOUNS:
        return False
    if any(c.dep == "nummod" for c in mark.head.left):
        return False  # must have ten letters, including capitals
    return mark.lower == "including" or (mark.lower == "as" and any(c.lower == "such" for c in mark.left))


def is_named(word: Word) -> bool:
    """hopes to sell it to a rival, Mebla; if it angers President Lund: that she is the president is so in any case"""
    if any(c.dep == "appos" and c.pos == "PROPN" for c in word.right):
        return True
    named = word.pos == "PROPN" or word.head.pos == "PROPN"
    if word.dep == "pobj" and word.head.lower in ("of", "from") and word.head.head.pos == "PROPN":
        return True  # hopes to meet Senator Ada Lund of Sudria
    return named and word.dep in ("appos", "compound") and word.head.pos in NOUNS


def _is_done_with(clause: Word) -> bool:
    """the reports he read; the answer she gave the court; not: claims he took bribes"""
    given = clause.lemma in {"ask", "deny", "give", "offer", "send", "show", "tell", "write"}
    return clause.lemma in DONE_WITH and (given or clause.child("dobj") is None)


#: What one does with a claim: after "the answer she gave the court" the answer is what was given.
DONE_WITH = word_class("verbs done with claims")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def is_bare_content(clause: Word) -> bool:
    """amid claims she had lied to the court, no evidence the dam leaked: what is claimed and what there is none for.

    Not: denied the claims she made in court; the reports it cites; in case he leaves; the news you need to know.
    """
    noun, subject = clause.head, clause.child(*_SUBJECTS)
    sign = signature(noun.lemma, "noun", Frame.THAT)
    if sign is None or subject is None or subject.subtree()[0].i != noun.i + 1:
        return False
    if not sign.reports and not any(w.lower in _NONE for w in noun.left):
        return False
    if subject.tag in ("WDT", "WP") or subject.lower in {"that", "you"}:
        return False
    verb = complex_of(clause)
    if (verb.tense is None and verb.modal is None) or _is_done_with(clause) or noun.lower == "case":
        return False
    parts = ("dobj", "acomp", "attr", "ccomp", "xcomp", "auxpass", "oprd")
    alone = noun.tag == "NNS" and not has_article(noun) and noun.dep in ("pobj", "dobj")
    other = alone and signature(clause.lemma, "verb", Frame.NP) is None and clause.lemma not in entries("as_verbs")
    if clause.child("oprd") is not None and clause.child("dobj", "auxpass") is None:
        return False  # a claim the minister called insulting
    stranded = any(w.dep == "prep" and w.child("pobj", "pcomp") is None for w in clause.right)
    whole = clause.child(*parts) is not None or clause.lemma in entries("intransitive_verbs") | _SELDOM_WITH_OBJECT
    return not stranded and (whole or other)


_NONE = frozenset({"any", "few", "little", "no", "scant"})
_SELDOM_WITH_OBJECT = frozenset({"act", "fail", "leak", "sink"})
