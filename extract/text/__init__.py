"""Text before it is parsed: canonical form, lines, blocks, quotation marks, language."""
