"""The query that reads contradictions or changes, each with the first claim of both sides."""

from __future__ import annotations

from db.statements.voices import as_stated, words

#: Of a statement that is said and denied: the first claims of both sides that have the same object, if there are some.
_ALIKE = """
COALESCE((SELECT {side}.claim FROM statement_marks AS yes CROSS JOIN claims AS y ON y.id = yes.claim
  CROSS JOIN statement_marks AS no ON no.statement = yes.statement AND no.mark = 'no'
  CROSS JOIN claims AS n ON n.id = no.claim
  WHERE yes.statement = x.left_statement AND yes.mark = 'yes' AND x.rule = 'said and denied'
    AND x.left_statement = x.right_statement AND y.object_normal = n.object_normal
  ORDER BY yes."at", yes.rank, no."at", no.rank LIMIT 1), x.{stored})
"""


def of_entity(table: str) -> str:
    """Numbers of the findings whose statements are about :entity, from statement to finding by two indexes: a list of
    all statements of a frequent name would be made twice."""
    return " UNION ".join(
        f"SELECT c.id FROM statements AS s CROSS JOIN {table} AS c ON c.{side} = s.id WHERE s.{who} = :entity"  # noqa: S608
        for side in ("left_statement", "right_statement")
        for who in ("subject_who", "object_who")
    )


def query(table: str, where: str) -> str:
    """The statement that reads findings with both of their claims."""
    contradicts = table == "contradictions"
    shown = ", ".join(
        f"{_ALIKE.format(side=side, stored=stored) if contradicts else f'x.{stored}'} AS {name}"
        for side, stored, name in (("yes", "left_claim", "one"), ("no", "right_claim", "other"))
    )
    own = "x.status, x.between_sources" if contradicts else "NULL, 0"
    sides = " ".join(
        f"JOIN claims AS c{n} ON c{n}.id = x.{shows} JOIN sentences AS s{n} ON s{n}.id = c{n}.sentence "
        f"JOIN articles AS a{n} ON a{n}.id = c{n}.article JOIN statement_claims AS l{n} ON l{n}.claim = x.{shows} "
        f"JOIN statements AS f{n} ON f{n}.id = x.{side}_statement"
        for n, side, shows in ((1, "left", "one"), (2, "right", "other"))
    )
    voices = ", ".join(
        f"c{n}.key, {words(f'c{n}')}, l{n}.stance, c{n}.attributed_to, s{n}.text, a{n}.key, a{n}.title, a{n}.outlet, "
        f"a{n}.published, l{n}.copy_cluster, a{n}.source"
        for n in (1, 2)
    )
    days = [as_stated('x."at"', claim) for claim in ("c1", "c2")]
    at = f'CASE x."at" WHEN c1.valid_from THEN {days[0]} ELSE {days[1]} END'
    return (
        f"SELECT x.key, x.kind, x.rule, x.why, {own}, {at}, {voices}, f1.key, f2.key "  # noqa: S608
        f"FROM (SELECT x.*, {shown} FROM {table} AS x WHERE {where} "
        f'ORDER BY x."at" DESC, x.key LIMIT :limit OFFSET :offset) AS x {sides} ORDER BY x."at" DESC, x.key'
    )
