"""What the parser often gets wrong, set right in place before the rules read a sentence."""

from __future__ import annotations

from extract.tree import Tree


def mend(tree: Tree) -> None:
    """Re-tags and re-attaches words of `tree` where a general rule shows that the parse cannot be right."""
