"""Who says a statement, and how it is shown then: parts of queries over `statements AS f`."""

from __future__ import annotations

#: Who says what a statement `f` shows, where no article says it in its own voice (law 2).
SOURCE = """
(SELECT COALESCE(attributed_to, 'an unnamed source') FROM claims
 WHERE id = f.best AND f.asserted = 0 AND attribution IS NOT NULL)
"""
#: "[Ada Lind]" where she says it herself: "Ada Lind: she will resign".
OWN = """
(SELECT subject FROM claims
 WHERE id = f.best AND f.asserted = 0 AND attribution IS NOT NULL AND f.subject = '[' || attributed_to || ']')
"""
SUBJECT = f"COALESCE({OWN}, f.subject)"
