"""Sentences as trees of words, and what words are."""
