"""Text in, claims out.

>>> from extract import Extractor
>>> extractor = Extractor()
>>> [(c.subject.text, c.relation.text, c.object.text) for c in extractor("Alpina bought Dorf Bank.")]
[('Alpina', 'bought', 'Dorf Bank')]

Importing this package is cheap: spaCy is imported when the first Extractor is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Extractor", "__version__"]

if TYPE_CHECKING:
    from extract.extractor import Extractor


def __getattr__(name: str) -> Any:
    if name == "Extractor":
        from extract.extractor import Extractor

        return Extractor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
