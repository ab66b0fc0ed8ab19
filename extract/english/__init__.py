"""The one reading of English: numbers, noun phrases, verbs, names and word lists, on plain words without a parser.

Extraction reads each claim here and stores what it found; the database compares what is stored, and reads here only
what a person has changed.
"""
