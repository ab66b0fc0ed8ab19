"""Imported by the process that workers are forked from in tests of pools: the model is loaded once, for extractors of
every class."""

from functools import cache

from extract import extractor

extractor.load = cache(extractor.load)

from extract import preload as preload  # noqa: E402
