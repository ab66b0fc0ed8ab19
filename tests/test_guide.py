"""The guide for reviewers: an example for each reason, and the same hard cases as in the docs."""

from __future__ import annotations

import html
import re
from pathlib import Path

from db.reviews.decisions import Reason
from tests.browsing import get, make, served
from tests.conftest import ROOT


def test_the_guide_has_an_example_for_each_reason_and_the_cases_of_the_docs(tmp_path: Path) -> None:
    with served(make(tmp_path / "floods.db")) as site:
        page = get(site, "/-/review/guide").text
    told = dict(re.findall(r"<li><strong>(.*?)</strong>: (.+?)</li>", page))
    assert {html.unescape(reason) for reason in told} == set(Reason)
    cases = [html.unescape(found) for found in re.findall(r'<p class="says">(.+?)</p>', page)]
    docs = (ROOT / "docs" / "annotation.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (\S.*?) \|.*·.*·", docs, re.M) == cases
    assert page.count('class="is-right"') >= len(cases) == page.count('<section class="case"')
