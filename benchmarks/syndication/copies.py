"""What papers do to a report they take over: cut, edit, reorder, put their own words around it."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace

from benchmarks.syndication.grammar import Report, event, place, report

#: Spellings and words that desks put one for the other; each is replaced wherever it stands.
_STYLES = (
    ("per cent", "percent"), ("per cent", "%"), ("metalworkers'", "steelworkers'"), ("neighbours", "neighbors"),
    ("harbour", "harbor"), ("a third", "33 per cent"), ("about", "around"), ("said", "says"), ("nobody", "no one"),
    ("kept", "held"), ("million crowns", "m crowns"), ("weeks", "wks"), ("staff", "employees"),
)  # fmt: skip
_SPELLED = {
    str(n): word
    for n, word in enumerate(
        [
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
        ],
        3,
    )
}
_INSERTED = ["also", "reportedly", "still", "already", "meanwhile", "largely", "only", "just", "then", "again"]
_TRAILERS = (
    "This report was first carried by the {agency} news service and has been edited for length and style by the desk.",
    "Have you seen something we should know about? Write to the newsroom of the {paper}, in confidence, by post or "
    "electronic mail, and we will look into it as soon as we can, whatever it is about and whoever it concerns.",
    "The {paper} is a member of the press council. Readers who find an error in this article are asked to say so.",
    "Reporting by the {agency} bureau; editing by the night desk of the {paper}.",
    "Subscribers of the {paper} read it first: the evening letter brings the day's five most important stories, chosen "
    "and explained by our editors, every working day at six.",
)
_OPENERS = ("{place} ({agency}) -", "{place}, our correspondent -", "By wire.", "")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its name, its agency, and the trailers that it prints under everything."""

    name: str
    agency: str
    trailers: tuple[str, ...]


def paper(rng: random.Random) -> Paper:
    name, agency = f"{place(rng)} {rng.choice(('Post', 'Courier', 'Echo', 'Times'))}", rng.choice(("Norda", "Telix"))
    chosen = rng.sample(_TRAILERS, rng.randint(0, 2))
    return Paper(name, agency, tuple(each.format(paper=name, agency=agency) for each in chosen))


def printed(of: Report, by: Paper, rng: random.Random) -> Report:
    """A report as a paper prints it: with its opener and its trailers."""
    opener = rng.choice(_OPENERS).format(place=place(rng), agency=by.agency)
    first = f"{opener} {of.paragraphs[0]}".strip()
    return replace(of, paragraphs=(first, *of.paragraphs[1:], *by.trailers))


def syndicated(of: Report, by: Paper, rng: random.Random) -> Report:
    """A report as a paper takes it over from another: some of everything, or nothing but another headline."""
    paragraphs = list(of.paragraphs)
    if rng.random() < 0.55:
        paragraphs = cut(paragraphs, rng.choice((0.8, 0.65, 0.5, 0.35)), rng)
    if rng.random() < 0.3:
        rng.shuffle(paragraphs)
    if rng.random() < 0.6:
        paragraphs = [edited(each, rng.choice((0.01, 0.03, 0.06)), rng) for each in paragraphs]
    if rng.random() < 0.3:
        paragraphs = ["".join(_restyled(each, rng)) for each in paragraphs]
    if rng.random() < 0.25:
        paragraphs.insert(rng.randrange(len(paragraphs) + 1), _local(rng))
    title = f"{of.title.partition(':')[0]} again: {rng.randint(2, 99)} lines"
    return printed(Report(title, tuple(paragraphs)), by, rng)


def cut(paragraphs: list[str], share: float, rng: random.Random) -> list[str]:
    """So much of the paragraphs by words: mostly from the top, as reports are written to be cut from below."""
    order = list(range(len(paragraphs)))
    if rng.random() < 0.3:
        rng.shuffle(order)
    left = share * sum(len(each.split()) for each in paragraphs)
    kept = []
    for at in order:
        if left > 0:
            kept.append(at)
            left -= len(paragraphs[at].split())
    return [paragraphs[at] for at in sorted(kept)]


def edited(paragraph: str, rate: float, rng: random.Random) -> str:
    """Words left out, put in, or written otherwise, at so many of them."""
    made: list[str] = []
    for word in paragraph.split():
        if rng.random() >= rate:
            made.append(word)
            continue
        change = rng.randrange(4)
        if change == 0:
            made += [word, rng.choice(_INSERTED)]
        elif change == 1:
            made.append(_SPELLED.get(word, word.replace(",", "") if word[0].isdigit() else word.upper()[:1] + "."))
        elif change == 2:
            made.append(rng.choice(_INSERTED))
    return " ".join(made) or paragraph


def _restyled(paragraph: str, rng: random.Random) -> str:
    """The house style: spellings, numbers, surnames alone."""
    for old, new in rng.sample(_STYLES, 6):
        paragraph = re.sub(rf"\b{old}\b", new, paragraph)
    paragraph = re.sub(r"(?<=\d),(?=\d{3})", rng.choice(("", " ", ".")), paragraph)
    return re.sub(r"(?<=\. )[A-Z][a-z]+ (?=[A-Z][a-z]+,)", "", paragraph)


def _local(rng: random.Random) -> str:
    """A paragraph of the paper's own."""
    return report(event(rng), rng, aside=1, quotes=0).paragraphs[-1]


# What is no copy, however much it looks like one


def quoting(of: Report, rng: random.Random) -> Report:
    """A report on something else that takes over one paragraph."""
    own = report(event(rng), rng, aside=rng.randint(4, 12))
    at = rng.randrange(1, len(own.paragraphs) + 1)
    taken = rng.choice(of.paragraphs)
    return replace(own, paragraphs=(*own.paragraphs[:at], taken, *own.paragraphs[at:]))


def following(of: Report, rng: random.Random) -> Report:
    """The next day's report of the same paper: new words, and a paragraph or two of yesterday's as background."""
    own = report(event(rng), rng, aside=rng.randint(5, 10))
    background, left = [], own.words * 0.3
    for each in rng.sample(of.paragraphs, len(of.paragraphs)):
        if len(each.split()) <= left:
            background.append(each)
            left -= len(each.split())
    return Report(f"{of.title}, day two", (*own.paragraphs, *background))


def digest(of: list[Report]) -> Report:
    """The first paragraph of each."""
    return Report("The day in brief", tuple(each.paragraphs[0] for each in of))


def bulletin(rng: random.Random, town: str) -> Report:
    """A report filled in by a machine: the same sentences with other numbers, day after day."""
    a, b, c, d = (rng.randint(10, 99) for _ in range(4))
    return Report(
        f"Markets in {town}",
        (
            f"The {town} exchange closed at {a}{b} points, {rng.choice(('up', 'down'))} 0.{c} per cent, on a turnover "
            f"of {d}.{a} million crowns.",
            f"{place(rng)} {rng.choice(('Mills', 'Lines', 'Power'))} gained {b % 7}.{c} per cent and {place(rng)} "
            f"{rng.choice(('Bank', 'Foundry'))} lost {d % 5}.{b}; of {a} listed firms {c % a} rose.",
            f"The crown stood at {c}.{d} to the dollar, after {d}.{a} the day before, and ten-year bonds yielded "
            f"{a % 8}.{d} per cent.",
            f"Brent crude traded at {b}.{c} dollars and an ounce of gold at {a}{d}.",
        ),
    )
