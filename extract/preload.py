"""Imported by nothing but the process that workers are forked from: loads what they have in common."""

from extract.forking import load_ahead

load_ahead()
