"""Who says a statement, and how it is shown then: parts of queries over `statements AS f`."""

from __future__ import annotations

from db.sqlite import Connection
from extract.english.filled import with_names
from extract.english.vocabulary import TO_LAST
from extract.model import UNNAMED

#: Who says what a statement `f` shows, where no article says it in its own voice (law 2).
SOURCE = f"""
(SELECT COALESCE(NULLIF(attributed_to, '{UNNAMED}'), 'an {UNNAMED}') FROM claims
 WHERE id = f.best AND f.asserted = 0 AND attribution IS NOT NULL)
"""  # noqa: S608
_PRONOUNS = "'he', 'she', 'it', 'they', 'him', 'her', 'them', 'i', 'we', 'who', 'which', 'that'"
#: By which people speak of themselves or are told of.
_OWN_PRONOUNS = "'i', 'we', 'he', 'she', 'it', 'they'"
#: "I" or "she" where she says it herself, whatever title her name has there: "Senator Ada Lind: she will resign".
OWN = f"""
(SELECT subject FROM (
  SELECT b.subject, b.attributed_to, (SELECT canonical FROM entities WHERE id = b.subject_who) AS doer,
    (SELECT canonical FROM entities WHERE id = b.source_who) AS voice
  FROM claims AS b WHERE b.id = f.best AND f.asserted = 0 AND b.attribution IS NOT NULL AND f.subject LIKE '[%]'
) WHERE LOWER(subject) IN ({_OWN_PRONOUNS}) AND (doer = voice OR f.subject = '[' || attributed_to || ']'))
"""  # noqa: S608
SUBJECT = f"COALESCE({OWN}, f.subject)"
#: Whether it is said in passing: by titles, or by one article with a bare participle ("Lind humming") and no number.
IN_PASSING = """
(f.in_passing OR (f.copy_clusters = 1 AND EXISTS (SELECT 1 FROM claims AS b WHERE b.id = f.best
  AND b.rule IN ('adverbial clause', 'gerund') AND b.tense IS NULL AND b.event IS NULL
  AND NOT EXISTS (SELECT 1 FROM quantities WHERE claim = b.id))))
"""


_POSSESSIVES = "'its', 'his', 'her', 'their', 'my', 'our'"
#: How long, as TIMEX3 has it: "P14W", "PT2H", "PXD"; not "PAST_REF".
_LENGTH = "'P[0-9XT]*'"


def add_functions(connection: Connection) -> None:
    """Gives a connection the SQL function that `named` and `words` call."""
    connection.create_function("with_names", 3, with_names, deterministic=True)


def named(part: str, claim: str = "c") -> str:
    """The subject or object of a claim; what a pronoun stands for goes in its place, in brackets, and behind one that
    is not alone: "that he [Paul Holt] left". Who somebody is that is only described goes behind: "its chief executive
    [Ada Lind]"."""
    one = f"{claim}.{part}"
    first, rest = f"LOWER(SUBSTR({one}, 1, INSTR({one}, ' ') - 1))", f"SUBSTR({one}, 2)"
    described = f"({first} IN ({_POSSESSIVES}) OR {first} = 'the' AND {rest} = LOWER({rest})"
    person = (  # (by this article alone: what others make of the name may change with each that comes)
        f"EXISTS (SELECT 1 FROM mentions AS here WHERE here.who = {one}_who "  # noqa: S608
        f"AND here.article = {claim}.article AND here.kind = 'name' AND here.entity = 'PERSON')"
    )
    inside = f"with_names({one}, {one}_resolved, {one}_head)"
    return (
        f"CASE WHEN {one}_resolved IS NULL THEN {one} "
        f"WHEN LOWER({one}) IN ({_PRONOUNS}) THEN '[' || {one}_resolved || ']' "
        f"WHEN {inside} IS NOT NULL THEN {inside} "
        f"WHEN {described} AND {person}) THEN {one} || ' [' || {one}_resolved || ']' ELSE {one} END"
    )


def thing(claim: str = "c") -> str:
    """The object of a claim, else how much it says: "rose 24 percent", "lasted 14 weeks" (not "in 2024")."""
    how_much = (
        f"SELECT q.text FROM qualifiers AS q WHERE q.claim = {claim}.id AND (q.role = 'measure' "  # noqa: S608
        f"OR (q.role = 'time' AND {claim}.relation_lemma = '{TO_LAST}' AND q.value GLOB {_LENGTH})) "
        "ORDER BY q.position LIMIT 1"
    )
    return f"COALESCE({named('object', claim)}, ({how_much}))"


def words(claim: str = "c") -> str:
    """A claim in words that can stand alone on a page."""
    return f"{named('subject', claim)} || ' · ' || {claim}.relation || COALESCE(' · ' || {thing(claim)}, '')"


def as_stated(day: str, claim: str) -> str:
    """A day that a claim gives, as exactly as the claim says it: of "in 2008" the year, not 1 January."""
    first = f"{claim}.valid_from = {day} AND {claim}.time_precision"
    return (
        f"CASE WHEN {first} IN ('year', 'decade', 'century') AND SUBSTR({day}, 6) = '01-01' THEN SUBSTR({day}, 1, 4) "
        f"WHEN {first} = 'month' AND SUBSTR({day}, 9) = '01' THEN SUBSTR({day}, 1, 7) ELSE {day} END"
    )
