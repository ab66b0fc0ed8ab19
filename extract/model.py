"""The record: what crosses from extraction to storage, as frozen plain data.

Nothing here knows of spaCy or SQL. All offsets are code points into the article's canonical
`text`, half-open (`text[start:end]`), as in the W3C TextPositionSelector. A slot may be
discontinuous: its `text` is then its spans' slices joined by one space (see `slice_spans`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import attrgetter
from typing import Self, TypeVar

from extract.english.forms import ClaimPhrases, Links

T = TypeVar("T")

Span = tuple[int, int]
Spans = tuple[Span, ...]


def slice_spans(text: str, spans: Spans) -> str:
    """The words that `spans` select from `text`, discontinuous parts joined by one space (law 1)."""
    if len(spans) == 1:
        return text[spans[0][0] : spans[0][1]]
    return " ".join([text[start:end] for start, end in spans])


def name_spans(text: str, spans: Spans) -> str:
    """The words of one or more antecedents, each with a span of its own: "Hale and Berg" for "the two"."""
    *before, last = [text[start:end] for start, end in spans] or [""]
    return f"{', '.join(before)} and {last}" if before else last


#: The name of a source whom the text does not name, nor any word that stands for one.
UNNAMED = "unnamed source"


def _sent_by_fields(record: type[T]) -> type[T]:
    """Lets a record go to another process as the values of its fields: `dataclass` asks for each by name."""
    values = attrgetter(*(each.name for each in fields(record)))  # type: ignore[arg-type]

    def reduce(self: T) -> tuple[type[T], tuple[object, ...]]:
        return record, values(self)

    record.__reduce__ = reduce  # type: ignore[assignment, method-assign]
    return record


class BlockKind(StrEnum):
    """What a stretch of an article between two line breaks is to a reader."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATELINE = "dateline"
    QUOTE = "quote"
    TABLE = "table"
    BOILERPLATE = "boilerplate"


#: Kinds that are no statement of the article: they are stored, and nothing is extracted from them.
SILENT_KINDS = frozenset(
    {BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.TABLE, BlockKind.BOILERPLATE}
)


#: Kinds that are headlines.
HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
#: Kinds of blocks of few words.
BRIEF = HEADLINES | {BlockKind.CAPTION}


class Outcome(StrEnum):
    """What became of a sentence: coverage is data (law 7)."""

    CLAIMS = "claims"
    NO_PREDICATE = "no predicate"  # no verb and no nominal statement
    NO_CLAIM = "no claim"  # a predicate, but no claim that would stand by itself
    REPEATED = "repeated"  # a title met before in this article
    NOT_PROSE = "not prose"  # a credit, byline, dateline or table
    BOILERPLATE = "boilerplate"
    FRAGMENT = "fragment"
    TOO_LONG = "too long"
    FOREIGN = "foreign language"
    ERROR = "error"  # a rule broke on it: `Sentence.problem`


class ClauseType(StrEnum):
    """Clause types after Quirk et al. (1985), as used by ClausIE (Del Corro & Gemulla 2013)."""

    SV = "SV"
    SVA = "SVA"
    SVC = "SVC"
    SVO = "SVO"
    SVOO = "SVOO"
    SVOA = "SVOA"
    SVOC = "SVOC"
    EXISTENTIAL = "existential"
    NOMINAL = "nominal"  # appositions, titles, possession: no verb in the text


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How far the source commits itself (FactBank's certainty; Saurí & Pustejovsky 2009)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNCOMMITTED = "uncommitted"


class Mood(StrEnum):
    """Why a claim is not, or not simply, a statement about what is the case."""

    STATEMENT = "statement"
    CONDITION = "condition"  # the if-part
    CONSEQUENCE = "consequence"  # holds only if its condition does
    QUESTION = "question"
    IMPERATIVE = "imperative"
    WISH = "wish"
    PLAN = "plan"
    FORECAST = "forecast"
    HYPOTHESIS = "hypothesis"
    GENERIC = "generic"


class Factuality(StrEnum):
    """FactBank's values, relative to the innermost source of the claim's attribution, else the author."""

    CERTAIN_POSITIVE = "CT+"
    PROBABLE_POSITIVE = "PR+"
    POSSIBLE_POSITIVE = "PS+"
    CERTAIN_NEGATIVE = "CT-"
    PROBABLE_NEGATIVE = "PR-"
    POSSIBLE_NEGATIVE = "PS-"
    UNKNOWN = "Uu"


_FACTUALITY = {
    Modality.CERTAIN: (Factuality.CERTAIN_POSITIVE, Factuality.CERTAIN_NEGATIVE),
    Modality.PROBABLE: (Factuality.PROBABLE_POSITIVE, Factuality.PROBABLE_NEGATIVE),
    Modality.POSSIBLE: (Factuality.POSSIBLE_POSITIVE, Factuality.POSSIBLE_NEGATIVE),
    Modality.UNCOMMITTED: (Factuality.UNKNOWN, Factuality.UNKNOWN),
}


#: Moods of what has not happened yet: nobody knows it, however surely it is said.
_NOT_YET = frozenset({Mood.FORECAST, Mood.PLAN})


def factuality(polarity: Polarity, modality: Modality, mood: Mood = Mood.STATEMENT) -> Factuality:
    """FactBank's value of a polarity and a modality.

    "The bank will raise rates" commits its source, but is a fact only once it has happened (law 2): what
    is forecast or planned is probable at most.
    """
    if mood in _NOT_YET and modality is Modality.CERTAIN:
        modality = Modality.PROBABLE
    return _FACTUALITY[modality][polarity is Polarity.NEGATIVE]


class Role(StrEnum):
    """What a further argument says of its clause."""

    TIME = "time"
    PLACE = "place"
    MANNER = "manner"
    REASON = "reason"
    PURPOSE = "purpose"
    CONDITION = "condition"
    CONCESSION = "concession"
    RESULT = "result"
    AGENT = "agent"
    RECIPIENT = "recipient"
    INSTRUMENT = "instrument"
    ACCOMPANIMENT = "accompaniment"
    TOPIC = "topic"
    SOURCE = "source"
    DESTINATION = "destination"
    MEASURE = "measure"
    COMPARISON = "comparison"
    ROLE = "role"
    OTHER = "other"


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Slot:
    """Words at a place: `text` equals the slices of `spans`; words that are not in the text have no spans."""

    text: str
    spans: Spans


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Argument:
    """A subject or object: words that stand by themselves, their head, the full extent, and what it stands for.

    `text` is what is shown: all that the argument needs to mean something ("relations with Norland"). `head` is the
    minimal phrase ("relations"), by which claims are compared and keyed; `full` is everything that modifies it.
    `entity` is the entity type of its head (spaCy's labels) or None; `resolved` what a pronoun or
    short name stands for in this article, beside the claim's own words and never instead of them, and
    `resolved_spans` a span for each antecedent (see `name_spans`), or for the owner of "his wife".
    """

    text: str
    spans: Spans
    head: str
    head_spans: Spans
    full: str
    full_spans: Spans
    entity: str | None = None
    resolved: str | None = None
    resolved_spans: Spans = ()

    @classmethod
    def plain(cls, text: str, spans: Spans, entity: str | None = None) -> Self:
        """An argument that is its own head and full extent."""
        return cls(text, spans, text, spans, text, spans, entity)


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Relation:
    """The verb complex with its particles and negation. `lemma` is the main verb's.

    A relation that the text only implies (the "is" of an apposition) has no spans.
    """

    text: str
    spans: Spans
    lemma: str

    @property
    def implied(self) -> bool:
        return not self.spans


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Qualifier:
    """A further argument. `value` is its normalised form (a TIMEX3 value, a number with unit) or None."""

    role: Role
    text: str
    spans: Spans
    value: str | None = None


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Attribution:
    """One step of who says it, after PARC (Pareti 2016): source, cue and content.

    `source` is None for an impersonal source ("it is believed"), `cue` for a quotation without a verb.
    `resolved` is what the local mention stands for. `polarity` and `modality` are the cue's own
    (denied, doubted, may have said).
    """

    source: Slot | None
    cue: Slot | None
    content: Spans
    resolved: str | None = None
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.CERTAIN


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Report:
    """What an article gives as somebody's words or thoughts, whether or not a claim came of it.

    `chain` runs from the outermost source to the innermost, whose words `content` is. `sentence` is the
    position of the sentence that `predicate` stands in, the word that carries the content; the content may
    go on in others. `position` counts the reports of that sentence.
    """

    sentence: int
    position: int
    predicate: Span
    content: Slot
    chain: tuple[Attribution, ...]


class Precision(StrEnum):
    """The unit that a time is known to."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half-year"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PART_OF_DAY = "part of day"
    HOUR = "hour"
    MINUTE = "minute"


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class ValidTime:
    """When a claim holds, by its own words. ISO 8601 dates; an open end is None.

    `value` is the TIMEX3 value, `text` the expression; `relative` marks an expression that hangs on a
    publication date the article does not have (both ends are then None).
    """

    value: str
    text: str
    earliest: str | None
    latest: str | None
    precision: Precision | None
    modifier: str | None = None
    relative: bool = False


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `low` and `high` differ for a range; None is an open end ("up to 20")."""

    text: str
    spans: Spans
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool = False


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Claim:
    """One subject-relation-object statement of one sentence.

    `sentence` is the sentence's position in the article, `position` the claim's place in its sentence.
    `predicate` is the span of the head word that carries the claim (the verb; for a nominal claim the
    noun). `attribution` runs from the outermost source to the innermost and is empty for what the
    article itself says. `hedge` is what in its own words makes it other than a plain fact ("tried"), if nothing else
    does. `phrases` is what its words say, for comparing it with others. `evidence` names
    the rules and words behind each part, when asked for. `features` are what `confidence` rests on, each
    with its weight in log-odds.
    """

    sentence: int
    position: int
    subject: Argument
    relation: Relation
    object: Argument | None
    qualifiers: tuple[Qualifier, ...]
    clause_type: ClauseType
    rule: str
    predicate: Span
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.CERTAIN
    mood: Mood = Mood.STATEMENT
    hedge: str | None = None
    attribution: tuple[Attribution, ...] = ()
    condition: Slot | None = None
    tense: str | None = None
    aspect: str | None = None
    valid_time: ValidTime | None = None
    place: Slot | None = None
    quantities: tuple[Quantity, ...] = ()
    phrases: ClaimPhrases | None = None
    confidence: float = 0.5
    evidence: tuple[str, ...] = ()
    features: tuple[tuple[str, float], ...] = ()

    @property
    def factuality(self) -> Factuality:
        return factuality(self.polarity, self.modality, self.mood)

    @property
    def asserted(self) -> bool:
        """Whether the article itself states this as fact (law 2)."""
        return self.factuality is Factuality.CERTAIN_POSITIVE and not self.attribution


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to something in the article's text: a name, a noun phrase or a pronoun.

    `antecedents` are the spans of the mentions it was resolved to, several for "the two" and for "two towns, Lorne and
    Tarn", and `resolved` is their words (see `name_spans`).
    """

    start: int
    end: int
    text: str
    kind: str  # "name", "nominal" or "pronoun"
    entity: str | None = None
    antecedents: Spans = ()
    resolved: str | None = None
    confidence: float = 1.0
    rule: str = ""


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text without a line break, and what it is."""

    kind: BlockKind
    start: int
    end: int


@_sent_by_fields
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, by its place in the article (`position` counts from 0), and what became of it.

    `problem` says what broke in this program, and where. The sentence was left out then (outcome "error"), or read
    without repairs of its parse.
    """

    position: int
    start: int
    end: int
    kind: BlockKind
    outcome: Outcome
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: canonical text and what its file said about it.

    `published` is in ISO 8601, as precise as it was given: a year, a month, a day, or a day with hour and minute
    and perhaps the distance from UTC ("2024", "2024-05-03", "2024-05-03T08:15+02:00"). `raw_hash` and `text_hash`
    are SHA-256 in hex, of the bytes as they came (and of a sidecar's after them) and of the canonical text in UTF-8.
    `blocks` are those a reader already knows (from HTML structure, say); empty means: to be found in the text.
    """

    source: str
    text: str
    text_hash: str
    raw_hash: str
    media_type: str
    reader: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()  # what was mended on the way in ("decoded as windows-1252")


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article. `words` counts tokens that are not punctuation or space.

    `attributions` holds every report, in text order; each step of a claim's attribution is the last of one.
    `links` says whom mentions and arguments name.
    """

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...] = ()
    words: int = 0
    attributions: tuple[Report, ...] = ()
    links: Links = field(default_factory=Links)


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that could not be read. `kind` is the error's class name, `reason` its message."""

    source: str
    raw_hash: str | None
    kind: str
    reason: str
