"""Statements: what claims of many articles say in common, who says it, what contradicts it, and what it became."""
