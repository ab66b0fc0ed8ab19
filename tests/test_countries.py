"""The list of countries: no word of it leads to two of them."""

from __future__ import annotations

from collections import Counter

import pytest

from db.entities.directory import country_name
from extract.english.countries import countries
from extract.english.propernames import EntityType, Name, name_of


def test_codes_names_and_peoples_each_belong_to_one_country() -> None:
    assert len(countries()) > 200
    codes = [c.code for c in countries()]
    forms = [form.casefold() for c in countries() for form in (*c.names, *c.peoples)]
    assert [twice for words in (codes, forms) for twice, times in Counter(words).items() if times > 1] == []
    assert all(code == code.lower() and code.isalpha() and len(code) in (2, 4) for code in codes)
    assert all(form == form.strip() != "" for c in countries() for form in (*c.names, *c.peoples, *c.capitals))


def test_no_capital_is_taken_for_a_country() -> None:
    towns = [town for c in countries() for town in c.capitals]
    assert len(towns) > 140
    names = [name_of(town, EntityType.PLACE) for town in towns]
    assert [name for name in names if name is None or name.normal.startswith("country ")] == []


@pytest.mark.parametrize("kind", [EntityType.PLACE, EntityType.ORGANISATION, EntityType.OTHER])
def test_every_name_of_a_country_is_that_country_and_goes_by_the_first(kind: EntityType) -> None:
    for country in countries():
        expected = Name(f"country {country.code}", country.code)
        assert {name_of(form, kind) for form in country.names} == {expected}
        assert country_name(expected.normal) == country.name


@pytest.mark.parametrize(
    ("text", "code"), [("Swedish", "se"), ("Swedes", "se"), ("the French", "fr"), ("Britons", "gb"), ("Soviet", "suhh")]
)
def test_a_people_is_its_country_s(text: str, code: str) -> None:
    assert name_of(text, EntityType.PEOPLE) == Name(f"people {code}", code)


@pytest.mark.parametrize("text", ["Iron", "Siri", "Island", "Columbia", "Korea", "Congo", "DE", "IT"])
def test_what_only_looks_like_a_country_is_none(text: str) -> None:
    found = name_of(text, EntityType.PLACE)
    assert found is not None
    assert found.country is None


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("N. Korea", "North Korea"),
        ("S. Carolina", "South Carolina"),
        ("NE Halden", "Northeast Halden"),
        ("NE Philly", "Northeast Philadelphia"),
        ("South L.A.", "South Los Angeles"),
    ],
)
def test_a_direction_is_spelt_out(short: str, whole: str) -> None:
    assert name_of(short, EntityType.PLACE) == name_of(whole, EntityType.PLACE)


@pytest.mark.parametrize("name", ["N. Lind", "E. Halden", "SE", "West"])
def test_what_may_be_an_initial_is_not(name: str) -> None:
    found = name_of(name, EntityType.OTHER)
    assert found is not None
    assert found.normal == name.replace(".", "").lower()
