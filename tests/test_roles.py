"""What the further arguments of a claim say of it: when, why, what about ..."""

from __future__ import annotations

import pytest

from extract.extractor import Extractor

ROLES = [
    ("While the museum is popular, the city loses money.", "concession: While the museum is popular"),
    ("While the city was asleep, a thief took the lamp.", "time: While the city was asleep"),
    ("Lund left because it came from Tarn.", "reason: because it came from Tarn"),
    ("Reporters questioned Lund on allegations of fraud.", "topic: on allegations of fraud"),
    ("Police briefed reporters on the fire in Kest.", "topic: on the fire in Kest"),
    ("While the plan was a success, Orvia lost customers.", "concession: While the plan was a success"),
    ("While Lund was mayor, the port grew.", "time: While Lund was mayor"),
    ("While the bridge was closed, ferries took the cars.", "time: While the bridge was closed"),
    ("When it comes to taxes, Lund is a reformer.", "topic: When it comes to taxes"),
    ("The union drew criticism for not acting quickly.", "reason: for not acting quickly"),
    ("The council agreed on Monday to pay Lund for building the mill.", "time: on Monday"),
    ("The crews use old stoves for cooking.", "purpose: for cooking"),
    ("Lund was held in Kest on murder charges.", "reason: on murder charges"),
    ("On three occasions, Lund used the money.", "time: On three occasions"),
    ("Reporters pressed Lund on his tax returns.", "topic: on his tax returns"),
    ("The board wasted public money on a statue.", "other: on a statue"),
    ("Orvia led for a quarter of the year.", "time: for a quarter of the year"),
    ("The sale is an insult, union leaders said Monday morning.", "time: Monday morning"),
    ('"It is late," Lund said, adding later, "The bridge is closed, and we are tired."', "time: later"),
    ("Lund reportedly left the port.", "other: reportedly"),
    ("Lund slowly left the port.", "manner: slowly"),
    ("Had it happened at noon, I think all would have died.", "condition: Had it happened at noon"),
]


@pytest.mark.parametrize(("text", "qualifier"), ROLES)
def test_further_arguments_have_their_role(extractor: Extractor, text: str, qualifier: str) -> None:
    assert qualifier in {f"{q.role}: {q.text}" for claim in extractor(text) for q in claim.qualifiers}


@pytest.mark.parametrize("text", ["Finally, the minister thanked the crews.", "Banks account for a quarter of loans."])
def test_openers_and_shares_say_nothing_further(extractor: Extractor, text: str) -> None:
    assert [claim.qualifiers for claim in extractor(text)] == [()]
