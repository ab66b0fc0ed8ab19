"""Whose words a claim is, once the sources of its predicate are known: what goes without saying, what must be said."""

from __future__ import annotations

from extract.claims.nounphrase import is_role
from extract.claims.proposal import Proposal
from extract.factuality.commitment import Commitment
from extract.model import Attribution, Factuality, Modality, Mood, Polarity, Span, Spans, factuality
from extract.syntax.tree import Tree, Word, is_span_within, spans_of

Steps = tuple[Attribution, ...]


def authorship(steps: Steps, proposal: Proposal, commitment: Commitment, tree: Tree) -> Steps:
    """The sources of a claim, outermost first; none for what the article itself says."""
    steps = tuple(step for step in steps if not _is_aim(step) and not _is_bidding(step, proposal))
    while steps and _is_authors(steps[0], tree):
        steps = steps[1:]
    value = factuality(commitment.polarity, commitment.modality, commitment.mood)
    if value is not Factuality.CERTAIN_POSITIVE:
        asked = commitment.mood in (Mood.WISH, Mood.PLAN, Mood.FORECAST)
        steps = tuple(step for step in steps if not _own(step, proposal, asked=asked))
    if proposal.implied is not None:  # "denied that Lenz, head of the bank, had lied": he is its head
        steps = tuple(step for step in steps if step.polarity is not Polarity.NEGATIVE)
        role = proposal.rule == "apposition" and proposal.object is not None and _is_office(proposal.object.head, steps)
        if (role or proposal.rule in _OF_NAMES) and not tree.is_quoted(proposal.predicate):
            return ()  # "The mayor said Senator Reed had left": the article calls him so
    return steps or _quoted(proposal, tree)


_NO_LONGER = frozenset({"earlier", "erroneously", "incorrectly", "mistakenly", "previously", "wrongly"})


_THINKING = frozenset({"believe", "believed", "doubt", "doubted", "knew", "know", "think", "thought"})


def _is_authors(step: Attribution, tree: Tree) -> bool:
    """We confirmed that it works: outside of quotation marks the article itself says so.

    Not any more where it says that we reported it wrongly, or earlier.
    """
    if step.source is None or step.source.text.lower() not in {"i", "we", "my", "our"}:
        return False
    if step.polarity is not Polarity.POSITIVE:
        if step.cue is None or step.cue.text.lower().split()[-1] not in _THINKING:
            return False  # we never said that it worked; not: I don't think that it worked
    elif step.modality is not Modality.CERTAIN:
        return False  # we might wish that it worked
    start = step.source.spans[0][0]
    corrected = (word.head.child("nsubj") for word in tree.words if word.lower in _NO_LONGER)
    if any(own is not None and own.start == start for own in corrected):
        return False
    return tree.start <= start < tree.end and not any(a <= start < b for a, b in tree.quotes)


_AIMED = frozenset({"intended", "meant", "designed", "aimed", "supposed"})
_RELATIVE = frozenset({"who", "which", "that"})
_OF_NAMES = frozenset({"title", "age", "location", "acronym", "affiliation"})


def _is_office(noun: Word, steps: Steps) -> bool:
    """the mayor, a clerk at the mill; not: "According to Lund, Norland, the town's only ally, left": so Lund judges"""
    judged = any(w.tag in ("JJS", "RBS") or w.lower == "only" for w in noun.subtree() if w.i < noun.i)
    framed = any(step.cue is not None and step.cue.text.lower() == "according to" for step in steps)
    return is_role(noun) and not (judged and framed)


def _is_aim(step: Attribution) -> bool:
    """Nobody says what is only "meant to last"."""
    return step.source is None and step.cue is not None and step.cue.text.lower().split()[-1] in _AIMED


_BIDDING = frozenset(
    {"advised", "asked", "begged", "encouraged", "instructed", "invited", "ordered", "reminded", "told", "urged"}
    | {"warned"}
)


def _is_bidding(step: Attribution, proposal: Proposal) -> bool:
    """ "Staff were told by Veltra to sign": Veltra does not say that they were told."""
    if step.cue is None or step.cue.text.lower().split()[-1] not in _BIDDING or proposal.predicate.tag != "VB":
        return False
    return _within(step.cue.spans, spans_of(proposal.relation))


def _own(step: Attribution, proposal: Proposal, *, asked: bool) -> bool:
    """Whether a source is the claim's own subject, and its cue part of the relation.

    "The bank plans to raise rates": (the bank; plans to raise; rates) says already whose plan it is. What
    such a chain might assert ("claims to have built") keeps its source.
    """
    if step.cue is None:
        return False
    if step.source is None:  # "a move intended to help", "are encouraged to post": it says itself what it is for
        return asked and _within(step.cue.spans, spans_of(proposal.relation))
    subject, relation = spans_of(proposal.subject.full), spans_of(proposal.relation)
    head = (proposal.subject.head.start, proposal.subject.head.end)
    own = _within(step.source.spans, subject)
    own = own or is_span_within(head, step.source.spans)  # one of several: "Reed and Lund"
    own = own or step.source.text.lower() in _RELATIVE  # "who aims to win": the subject is whom it stands for
    return own and _within(step.cue.spans, relation)


def _quoted(proposal: Proposal, tree: Tree) -> Steps:
    """A clause that stands inside quotation marks is not the article's, also where nobody is named.

    "It is a long game." between quotation marks, by itself in a paragraph. Marks around single words ("the
    'largest' dam") hold no subject with its predicate, but a verb in quotation marks is somebody's word: Reed "stole
    millions". So is a judgement of several words: The sale was "a gift to the rich that will hurt the poor".
    """
    verb = proposal.predicate.pos in ("VERB", "AUX")
    words = (proposal.predicate,) if verb else (proposal.predicate, proposal.subject.head)
    for quote in tree.quotes:
        if all(quote[0] <= word.start and word.end <= quote[1] for word in words):
            return (Attribution(source=None, cue=None, content=(quote,)),)
        if _is_judgement(quote, proposal, tree):
            return (Attribution(source=None, cue=None, content=(quote,)),)
    return ()


_LEAST_OF_A_JUDGEMENT = 5
_CALLED = frozenset(
    {"answer", "headline", "message", "motto", "name", "phrase", "question", "slogan", "theme", "title"}
)


def _is_judgement(quote: Span, proposal: Proposal, tree: Tree) -> bool:
    """Whether all that a copula says of its subject is quoted, and is no title or slogan."""
    what = proposal.object.head if proposal.object is not None else None
    if proposal.predicate.lemma != "be" or what is None or proposal.subject.head.lemma in _CALLED:
        return False
    words = [w for w in tree.words if quote[0] <= w.start < quote[1] and w.pos != "PUNCT"]
    whole = what in words and len(words) >= _LEAST_OF_A_JUDGEMENT and proposal.predicate.i == words[0].i - 1
    return whole and words[0].text[0].islower()


def _within(inner: Spans, outer: Spans) -> bool:
    return all(is_span_within(span, outer) for span in inner)
