"""Who and what the articles name: entities across articles, their names, and the judgements that join or part them."""
