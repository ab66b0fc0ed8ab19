"""Text in, claims out. `from extract import Extractor` gives claims for a string without a database."""
