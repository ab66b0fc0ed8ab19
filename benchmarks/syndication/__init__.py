"""Invented news and what papers do to it, for measuring how well copies are told from independent reports."""
