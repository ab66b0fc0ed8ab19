"""What the words around an article's names say that these are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.english.propernames import entity_type
from extract.extractor import Extractor, plain_article

if TYPE_CHECKING:
    from spacy.language import Language

TOLD = [
    ("Shares in Orvane rose on Monday. Orvane employs 300 people.", "Orvane", "organisation"),
    ("Tellin's spokeswoman called it a mistake. Tellin's shares fell.", "Tellin", "organisation"),
    ("The mayor of Harrowick resigned. Harrowick was quiet.", "Harrowick", "place"),
    ("A bridge fell in the province of Talmer on Monday.", "Talmer", "place"),
    ("Upper Velm was flooded. The residents of Upper Velm fled.", "Upper Velm", "place"),
    ("Prall, 41, was arrested on Monday. Prall said nothing.", "Prall", "person"),
    ("Aldo Stenner was jailed for two years. Stenner said nothing.", "Aldo Stenner", "person"),
    ("The ferry Marisande sank. The Marisande was old.", "Marisande", "product"),
    ("Orvane, the company that owns the mine, denied it. Orvane is old.", "Orvane", "organisation"),
    ("A bridge crosses Calden Bay.", "Calden Bay", "place"),
    ("Hydra bought the power arm of Norlund, the state-owned company. Norlund has debts.", "Norlund", "organisation"),
    ("The leader of the Civic Union spoke. He left the Civic Union.", "Civic Union", "organisation"),
    ("Orvane's chairman, Emil Rastan, welcomed it.", "Emil Rastan", "person"),
    ("An engineer of Tarvel Oil spoke. Tarvel Oil said that it paid.", "Tarvel Oil", "organisation"),
    ("The train went to Port Velm.", "Port Velm", "place"),
    ("Gunmen kidnapped an engineer in Karvu on Sunday. Police in Karvu searched.", "Karvu", "place"),
    ("The train crash near Ostrel shocked the town.", "Ostrel", "place"),
    (
        "They blamed the Port Authority of Brevin. The Port Authority of Brevin was silent.",
        "Port Authority of Brevin",
        "organisation",
    ),
]


@pytest.mark.parametrize(("text", "name", "kind"), TOLD)
def test_all_mentions_tell_what_a_name_is(nlp: Language, text: str, name: str, kind: str) -> None:
    assert set(_kinds(nlp, text, name)) == {kind}


def _kinds(nlp: Language, text: str, name: str) -> list[str | None]:
    mentions = Extractor(nlp).extract(plain_article(text)).mentions
    return [entity_type(m.entity) for m in mentions if m.kind == "name" and m.text == name]


KEPT = [
    ("Investors lost faith in Orvane. It lost a stake in Orvane.", "Orvane", "place"),
    ("The builder, Brightwell Engineering, plans a tunnel.", "Brightwell Engineering", "person"),
    ("Reporters in the Marisande saw it. The Marisande sank.", "Marisande", "place"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KEPT)
def test_what_says_little_makes_no_place_or_person(nlp: Language, text: str, name: str, kind: str) -> None:
    found = _kinds(nlp, text, name)
    assert found
    assert kind not in found
