"""From trees to proposals: clauses, their parts, and what noun phrases state by themselves."""
