"""The keys of the review page: the table, the buttons, the help, the guide and the messages agree."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest

from db.web import review_keys
from db.web.http import assets
from tests.browsing import get, make, served

SCRIPTS = [name for name in assets.names() if name.endswith(".js")]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    with served(make(tmp_path_factory.mktemp("keys") / "floods.db")) as site:
        return {path: html.unescape(get(site, path).text) for path in ("/-/review", "/-/review/guide")}


def test_each_action_has_its_button_with_key_and_label(pages: dict[str, str]) -> None:
    buttons = re.findall(
        r'<button[^>]*data-action="(\w+)"[^>]*>(?:<kbd>(.*?)</kbd> )?(.*?)</button>', pages["/-/review"]
    )
    named = [(key.action, key.name, key.label) for key in review_keys.read_keys() for _ in key.places]
    assert Counter(buttons) == Counter(named)
    assert len(buttons) > 15


def test_each_key_is_explained_in_the_help(pages: dict[str, str]) -> None:
    listed = re.findall(r"<div><dt><kbd>(.*?)</kbd></dt><dd>(.*?)</dd></div>", pages["/-/review"])
    assert listed == [(key.name, key.help) for key in review_keys.read_keys() if key.help]
    assert {key.action for key in review_keys.read_keys() if key.key and not key.help} == set()


def test_the_guide_explains_the_keys_that_judge(pages: dict[str, str]) -> None:
    listed = re.findall(r"<dt><kbd>(.*?)</kbd> (.*?)</dt><dd>(.*?)</dd>", pages["/-/review/guide"])
    assert listed == [(key.name, key.label.lower(), key.guide) for key in review_keys.read_keys() if key.guide]
    assert [name for name, _, _ in listed] == ["A", "R", "E", "X"]


@pytest.mark.parametrize("mode", ["look", "done", "edit", "add"])
def test_a_key_does_one_thing_at_a_time(mode: str) -> None:
    keys = Counter(key.key for key in review_keys.read_keys() if key.action and key.key and mode in key.modes)
    assert max(keys.values()) == 1


def test_each_action_of_the_table_has_its_function() -> None:
    table = re.search(r"const ACTIONS = \{(.*?)\n\};", assets.text("keyboard.js"), re.S)
    assert table is not None
    functions = re.findall(r"^  (\w+):|(?:^  |, )(\w+)(?=,)", table[1], re.M)
    assert {one or other for one, other in functions} == {key.action for key in review_keys.read_keys() if key.action}


def test_messages_take_the_names_of_keys_from_the_table() -> None:
    actions = {key.action for key in review_keys.read_keys()}
    asked = {name: re.findall(r'keyFor\("(\w+)"\)', assets.text(name)) for name in SCRIPTS}
    assert {action for found in asked.values() for action in found} <= actions
    assert sum(map(len, asked.values())) >= 10
    python = Path(review_keys.__file__).parent.rglob("*.py")
    assert {word for path in python for word in re.findall(r"key_name\([\"'](\w+)", path.read_text())} <= actions
