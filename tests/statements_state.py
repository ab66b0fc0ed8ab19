"""All that statements are, by keys instead of row ids: what two databases with the same claims must agree in."""

from __future__ import annotations

from db.sqlite import Connection

_STATE = {
    "statements": (
        "SELECT f.key, f.subject, f.relation, f.object, f.standing, f.claims, f.articles, f.copy_clusters, f.outlets, "
        "f.asserted, f.reported, f.planned, f.denied, f.doubted, f.first_seen, f.last_seen, n.key, f.superseded_why, "
        "sw.key, ow.key, c.key, f.subject_normal, f.relation_normal, f.object_normal, f.course, f.amount, f.low, "
        "f.high, "
        "f.unit, f.exact, f.whereabouts, f.since, f.until, f.bucket, f.contest, f.contest_rule, f.scale, f.scale_end, "
        "f.scale_rule, f.theme, f.dispute, f.dispute_side, f.dispute_whom, f.dispute_about "
        "FROM statements AS f LEFT JOIN statements AS n ON n.id = f.superseded_by "
        "LEFT JOIN claims AS c ON c.id = f.best "
        "LEFT JOIN entities AS sw ON sw.id = f.subject_who LEFT JOIN entities AS ow ON ow.id = f.object_who"
    ),
    "claims": (
        "SELECT a.key, c.key, f.key, c.event, c.current FROM claims AS c JOIN articles AS a ON a.id = c.article "
        "LEFT JOIN statements AS f ON f.id = c.statement"
    ),
    "contradictions": (
        "SELECT x.key, x.kind, x.rule, x.why, x.between_sources, x.status, "
        "l.key, la.key, r.key, ra.key, lf.key, rf.key, x.at, "
        "x.question FROM contradictions AS x JOIN claims AS l ON l.id = x.left_claim "
        "JOIN claims AS r ON r.id = x.right_claim JOIN articles AS la ON la.id = l.article "
        "JOIN articles AS ra ON ra.id = r.article JOIN statements AS lf ON lf.id = x.left_statement "
        "JOIN statements AS rf ON rf.id = x.right_statement"
    ),
    "changes": (
        "SELECT x.key, x.kind, x.rule, x.why, l.key, r.key, lf.key, rf.key, x.at, x.question FROM changes AS x "
        "JOIN claims AS l ON l.id = x.left_claim JOIN claims AS r ON r.id = x.right_claim "
        "JOIN statements AS lf ON lf.id = x.left_statement JOIN statements AS rf ON rf.id = x.right_statement"
    ),
    "profiles": (
        "SELECT p.bucket, p.since, p.until, p.seen, p.whereabouts, p.low, p.high, p.unit, p.exact, p.claims, f.key "
        "FROM statement_profiles AS p JOIN statements AS f ON f.id = p.statement"
    ),
    "ledger": (
        "SELECT f.key, c.key, l.digest, l.rank, l.seen, l.stance, l.copy_cluster, l.outlet FROM statement_claims AS l "
        "JOIN statements AS f ON f.id = l.statement JOIN claims AS c ON c.id = l.claim"
    ),
    "marks": (
        "SELECT f.key, c.key, m.mark, m.at, m.seen, m.rank, m.attributed FROM statement_marks AS m "
        "JOIN statements AS f ON f.id = m.statement JOIN claims AS c ON c.id = m.claim"
    ),
    "sides": (
        "SELECT f.key, s.mark, s.first, s.last, s.rank, s.seen, s.attributed, c.key FROM statement_sides AS s "
        "JOIN statements AS f ON f.id = s.statement JOIN claims AS c ON c.id = s.claim"
    ),
    "sources": (
        "SELECT f.key, s.kind, CASE s.kind WHEN 'article' THEN (SELECT key FROM articles WHERE id = s.counted) "
        "ELSE s.counted END, s.claims FROM statement_counts AS s JOIN statements AS f ON f.id = s.statement"
    ),
}


def state(connection: Connection) -> dict[str, list[str]]:
    """Every row of every table of statements, in an order of its own."""
    return {name: sorted(map(repr, connection.execute(query))) for name, query in _STATE.items()}
