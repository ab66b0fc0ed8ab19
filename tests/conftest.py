"""Fixtures that several test modules share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.reviews.leases import Leases

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default spaCy pipeline, loaded once."""
    from extract.syntax.models import load

    return load()


@pytest.fixture
def leases() -> Leases:
    """What a server knows of who is looking at what: nothing yet."""
    return Leases()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development sets beside the checkout; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder of development sets (../shared) is not here")
    return SHARED
