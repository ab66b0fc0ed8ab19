"""What each line of an article is to a reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.extractor import plain_article
from extract.model import Article, Block, BlockKind
from extract.text.blocks import blocks, copies
from extract.text.clean import clean
from extract.text.lines import MARKER, unwrapped
from extract.text.quotes import quoted_spans

PROSE = "The council of Brennick approved the budget on Monday after a long debate."
MORE = "Mayor Greta Holm said that taxes would not rise before the election in May."


def article(text: str, title: str | None = None, byline: str | None = None, known: tuple[Block, ...] = ()) -> Article:
    return Article("a.txt", text, "", "", "text/plain", "text 1", title=title, byline=byline, blocks=known)


def labelled(text: str, title: str | None = None, byline: str | None = None) -> list[tuple[str, str]]:
    return [(b.kind.value, text[b.start : b.end]) for b in blocks(article(text, title, byline))]


def kind_of(line: str) -> list[str]:
    """The kinds that a line gets in the middle of an article."""
    text = f"Budget approved\n\n{PROSE}\n\n{line}\n\n{MORE}"
    return [kind for kind, words in labelled(text) if words not in ("Budget approved", PROSE, MORE)]


def test_a_label_before_the_headline_is_no_part_of_its_sentence() -> None:
    text = f"Exclusive: Council buys the old mill\n\n{PROSE}"
    assert plain_article(text).title in (None, "Exclusive: Council buys the old mill")
    assert labelled(text, "Exclusive: Council buys the old mill")[:2] == [
        ("dateline", "Exclusive:"),
        ("title", "Council buys the old mill"),
    ]


def test_a_label_before_a_paragraph_is_no_part_of_its_sentence() -> None:
    text = f"{PROSE}\n\nSummary Mills grind corn.\n\nNote: Mills grind corn.\n\nSummary judgment came on Friday."
    assert labelled(text)[-5:] == [
        ("dateline", "Summary"),
        ("paragraph", "Mills grind corn."),
        ("dateline", "Note:"),
        ("paragraph", "Mills grind corn."),
        ("paragraph", "Summary judgment came on Friday."),
    ]


def test_a_label_before_a_sentence_of_a_list_is_an_item_of_its_own() -> None:
    items = "* Runs by itself - The mill in Lorne grinds all day.\n* Ana Reyes - mayor of Lorne.\n* Lorne – Calder"
    assert labelled(f"{PROSE}\n\n{items}\n\n{MORE}")[-5:-1] == [
        ("list", "Runs by itself"),
        ("list", "The mill in Lorne grinds all day."),
        ("list", "Ana Reyes - mayor of Lorne."),
        ("list", "Lorne – Calder"),
    ]


# --- One line ---


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The mayor resigned on Friday.", "paragraph"),
        ("“We were never asked,” she said.", "paragraph"),
        ("Why did nobody in the ministry answer the letters that the engineers wrote?", "paragraph"),
        ("What happens next", "heading"),
        ("What should the council do?", "heading"),
        ("Opposition wants an inquiry", "heading"),
        ("Photo: AP", "credit"),
        ("Photo 2.", "credit"),
        ("Image 3 of 12", "credit"),
        ("(Photo by Ines Marlow)", "credit"),
        ("Picture courtesy of the city museum", "credit"),
        ("Lars Okker/AFP", "credit"),
        ("AP Photo/Lars Okker", "credit"),
        ("© Reuters", "credit"),
        ("By Mira Tolland", "byline"),
        ("BY MIRA TOLLAND AND PAUL GERRIT", "byline"),
        ("By Mira Tolland, Northern Courier", "byline"),
        ("Mira Tolland, Political Correspondent", "byline"),
        ("(Reporting by Mira Tolland in Brennick; Editing by Paul Gerrit)", "byline"),
        ("Additional reporting by Elsa Quint.", "byline"),
        ("Published: 12 March 2024, 15:40", "dateline"),
        ("Updated March 12, 2024 at 9:05 p.m.", "dateline"),
        ("12 March 2024", "dateline"),
        ("TARN, Kestria (KPA) --", "dateline"),
        ("VELMAR _", "dateline"),
        ("- May 3rd 2024 8:54 am PT", "dateline"),
        ("Posted: Fri 6:45 PM", "dateline"),
        ("Published: 10:04 AM EST May 3, 2024", "dateline"),
        ("Updated 3 hours ago", "dateline"),
        ("By Ana Digby , Minh Ro on Friday, May 3rd, 2024 at 11:08 a.m.", "byline"),
        ("By Ana Reyes areyes@courier.example", "byline"),
        ("Ana Reyes | May 3, 2024", "byline"),
        ("Ana Reyes and Jon Hale, Associated Press", "byline"),
        ("Eds: Adds quotes from the mayor.", "boilerplate"),
        ("(This story has been updated to correct a name.)", "boilerplate"),
        ("More: Mayor opens the bridge", "boilerplate"),
        ("ADVANCE FOR FRIDAY, MAY 3", "boilerplate"),
        ("Follow Ana Reyes on Twitter @anareyes", "boilerplate"),
        ("Reach the reporter at areyes@courier.example", "boilerplate"),
        ("• The school is closed.", "list"),
        ("* Two bridges fell.", "list"),
        ("3) Call the town hall.", "list"),
        ("Your email address will not be published. Required fields are marked *", "boilerplate"),
        ("We use cookies to improve your experience and to measure our audience.", "boilerplate"),
        ("This site uses cookies.", "boilerplate"),
        ("Read more: Who pays for the tunnel?", "boilerplate"),
        ("Sign up for our daily newsletter", "boilerplate"),
        ("Share this article", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("© 2024 Northern Courier", "boilerplate"),
        ("Copyright 2024 Northern Courier. All rights reserved.", "boilerplate"),
        ("5 min read", "boilerplate"),
    ],
)
def test_a_line_tells_its_kind(line: str, kind: str) -> None:
    assert kind_of(line) == [kind]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("FILE PHOTO: The town hall burns.", ["FILE PHOTO:", "The town hall burns."]),
        ("1of4 A clerk opens a mill. Photo: KPA", ["1of4", "A clerk opens a mill.", "Photo: KPA"]),
        ("Image caption Ada Lund leads the club", ["Image caption", "Ada Lund leads the club"]),
        ("A clerk opens a mill (Image: GETTY )", ["A clerk opens a mill", "(Image: GETTY )"]),
        ("A clerk opens a mill in Lorne. (AP)", ["A clerk opens a mill in Lorne.", "(AP)"]),
        ("A clerk opens a mill. REUTERS/Bo Roth/File Photo", ["A clerk opens a mill.", "REUTERS/Bo Roth/File Photo"]),
        ("A clerk opens a mill ... more", ["A clerk opens a mill", "... more"]),
        ("3 of 4 Sudrians voted.", ["3 of 4 Sudrians voted."]),
    ],
)
def test_a_caption_stands_between_its_label_and_its_credit(line: str, parts: list[str]) -> None:
    found = blocks(article(line, known=(Block(BlockKind.CAPTION, 0, len(line)),)))
    assert [line[b.start : b.end] for b in found] == parts
    assert [b.kind for b in found if b.kind is BlockKind.CAPTION] == [BlockKind.CAPTION]


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the minister told pupils.",
        "Share prices fell by three percent on Monday.",
        "Comments by the minister angered the union.",
        "By Friday, Acme had left the country.",
        "By Monday the water had fallen by a metre.",
        "Photo editors at the agency went on strike on Monday over their pay.",
        "Copyright law will change in May, the ministry said.",
        "Subscribe or not, readers will pay more, the publisher said.",
        "Follow the money, the judge told the jury.",
        "March 12 was the day on which the dam burst.",
        "Reporting by the Courier led to her resignation.",
        "Reuters was the first to report the deal.",
        "Accept all refugees, the bishop urged the government.",
        "Sign up to 500 volunteers, the mayor asked the firm.",
        "Credit by credit, the bank lost its money.",
        "US - Ruvenia talks begin on Monday, a spokesman said.",
        "NATO – the alliance – was silent.",
        "3.5 percent of the voters stayed at home.",
        "- No, said the mayor.",
        "FACEBOOK.",
    ],
)
def test_a_sentence_that_only_begins_like_page_furniture_is_a_paragraph(line: str) -> None:
    assert kind_of(line) == ["paragraph"]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "PARIS (AFP) - The talks failed on Monday.",
            [("dateline", "PARIS (AFP) -"), ("paragraph", "The talks failed on Monday.")],
        ),
        (
            "NEW DELHI, India, May 3 (Reuters) — The talks failed.",
            [("dateline", "NEW DELHI, India, May 3 (Reuters) —"), ("paragraph", "The talks failed.")],
        ),
        ("Dolna (AFP) – The talks failed.", [("dateline", "Dolna (AFP) –"), ("paragraph", "The talks failed.")]),
        ("ROME/PARIS (AP) - “No,” she said.", [("dateline", "ROME/PARIS (AP) -"), ("paragraph", "“No,” she said.")]),
        ("Tarn, 3 May 2024 - Allvara grew.", [("dateline", "Tarn, 3 May 2024 -"), ("paragraph", "Allvara grew.")]),
        ("Anna Hale, 3 May - 9 June", [("heading", "Anna Hale, 3 May - 9 June")]),
        ("10:20 - Police close it.", [("dateline", "10:20 -"), ("paragraph", "Police close it.")]),
        ("13:50 Woman rescued", [("dateline", "13:50"), ("heading", "Woman rescued")]),
        ("Analysis: What the vote means", [("dateline", "Analysis:"), ("heading", "What the vote means")]),
        ("TARN — The talks failed.", [("dateline", "TARN —"), ("paragraph", "The talks failed.")]),
        (
            "A runway at the airport of Tarn. Photo: AP",
            [("caption", "A runway at the airport of Tarn."), ("credit", "Photo: AP")],
        ),
        (
            "The mayor at the dam. (Photo by Ines Marlow/KPA)",
            [("caption", "The mayor at the dam."), ("credit", "(Photo by Ines Marlow/KPA)")],
        ),
        ("Budget approved - Photo 2.", [("credit", "Photo 2.")]),
    ],
)  # fmt: skip
def test_a_line_of_two_kinds_is_two_blocks(line: str, parts: list[tuple[str, str]]) -> None:
    text = f"Budget approved\n\n{PROSE}\n\n{line}\n\n{MORE}"
    assert [part for part in labelled(text) if part[1] not in ("Budget approved", PROSE, MORE)] == parts


# --- A line among others ---


def test_each_copy_of_the_title_is_a_title_and_the_later_ones_are_copies() -> None:
    text = f"Budget approved\n\n{PROSE}\n\nBudget approved!\n\nBUDGET APPROVED - Photo 3.\n\n{MORE}"
    found = blocks(article(text))
    assert [b.kind.value for b in found] == ["title", "paragraph", "title", "title", "credit", "paragraph"]
    assert copies(text, found) == {2, 3}


def test_the_title_of_the_metadata_is_found_wherever_it_stands() -> None:
    text = f"Northern Courier\n\nBudget approved.\n\n{PROSE}"
    assert labelled(text, title="Budget approved")[1] == ("title", "Budget approved.")


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "The mayor",
        f"{PROSE}\n\n{MORE}",
        f"- {PROSE}\n- {MORE}",
        f"By Mira Tolland\n\n{PROSE}",
        f"TARN, Kestria (KPA) --\n\n{PROSE}",
        "The mayor, who had been in office for only six months, said that she had left over what she called a "
        f'"friendly difference."\n\n{PROSE}',
        f"The Northern Courier wrote on Monday:\n\n{PROSE}",
    ],
    ids=[
        "a sentence",
        "no sentence",
        "two sentences",
        "a list",
        "a byline",
        "a dateline",
        "a quote",
        "words announced",
    ],
)
def test_a_text_without_a_headline_has_no_title(text: str) -> None:
    assert "title" not in [kind for kind, _ in labelled(text)]


def test_a_caption_stands_below_a_photo_number_or_above_a_credit() -> None:
    below = "Photo 2.\nSoldiers carry sandbags in Tarn."
    above = "A ferry leaves the port.\nPhoto: AP"
    text = f"{PROSE}\n\n{below}\n\n{MORE}\n\n{above}\n\n{MORE}"
    assert labelled(text) == [
        ("paragraph", PROSE),
        ("credit", "Photo 2."),
        ("caption", "Soldiers carry sandbags in Tarn."),
        ("paragraph", MORE),
        ("caption", "A ferry leaves the port."),
        ("credit", "Photo: AP"),
        ("paragraph", MORE),
    ]


def test_a_caption_cut_for_a_small_screen_is_a_copy() -> None:
    whole = "A ferry leaves the old port of Brennick on Monday for its last trip."
    text = f"{whole}\n{whole[:45]}... more"
    known = (Block(BlockKind.CAPTION, 0, len(whole)), Block(BlockKind.CAPTION, len(whole) + 1, len(text)))
    found = blocks(article(text, known=known))
    assert [b.kind.value for b in found] == ["caption", "caption", "credit"]
    assert copies(text, found) == {1}


def test_a_line_printed_twice_in_a_row_is_a_caption_and_its_copy() -> None:
    text = f"{PROSE}\n\nTwo ships off Port Calder.\nTwo ships off Port Calder.\n\n{MORE}"
    found = blocks(article(text))
    assert [b.kind.value for b in found] == ["paragraph", "caption", "caption", "paragraph"]
    assert copies(text, found) == {2}


def test_paragraphs_without_empty_lines_between_them_are_no_captions() -> None:
    text = f"{PROSE}\n{MORE}\nPhoto: AP\n{PROSE[:-1]} in Tarn.\n{MORE[:-1]} of 2025."
    assert [kind for kind, _ in labelled(text)] == ["paragraph", "paragraph", "credit", "paragraph", "paragraph"]


def test_dashes_and_numbers_make_a_list_where_they_stand_together() -> None:
    text = f"{PROSE}\n\n- The school is closed.\n- Two bridges fell.\n\n1. Stay at home.\n2. Boil your water."
    assert labelled(text)[1:] == [
        ("list", "The school is closed."),
        ("list", "Two bridges fell."),
        ("list", "Stay at home."),
        ("list", "Boil your water."),
    ]


def test_rows_of_cells_are_a_table() -> None:
    text = f"{PROSE}\n\nYear | Dead | Missing\n2023 | 4 | 0\n\n{MORE}\n\nTown\tHomes\tPower\nTarn\t90\tno"
    assert [kind for kind, _ in labelled(text)] == ["paragraph", "table", "table", "paragraph", "table", "table"]
    narrow = f"{PROSE}\n\nYear\tDead\n2023\t4\n2024\t0\n\n{MORE}\n\nTarn Post | World\nStorm nears\n\n{MORE}"
    assert [kind for kind, _ in labelled(narrow)].count("table") == 3


@pytest.mark.parametrize(
    "heading", ["Leave a comment", "LEAVE A REPLY", "3 Comments", "Comments (12)", "Join the conversation"]
)
def test_nothing_after_the_heading_of_a_comment_form_belongs_to_the_article(heading: str) -> None:
    text = f"{PROSE}\n\n{heading}\n\nBob says that the mayor is a liar and always was.\n\nName *"
    assert [kind for kind, _ in labelled(text)] == ["paragraph", "boilerplate", "boilerplate", "boilerplate"]


def test_headlines_below_related_articles_are_not_the_articles_own() -> None:
    text = (
        f"{PROSE}\n\nRelated articles\nTunnel opens in spring\nBank sees slower growth\n\nWhat happens next\n\n{MORE}"
    )
    assert [kind for kind, _ in labelled(text)] == [
        "paragraph", "boilerplate", "boilerplate", "boilerplate", "heading", "paragraph",
    ]  # fmt: skip


def test_the_byline_of_the_metadata_is_recognised() -> None:
    assert labelled(f"mira tolland\n\n{PROSE}", byline="Mira Tolland")[0] == ("byline", "mira tolland")


def test_what_the_reader_knows_is_kept_unless_it_is_page_furniture() -> None:
    text = f"Budget approved\n\n{PROSE}\n\nWe were warned.\n\nSubscribe now\n\nThe hall. Photo: AP"
    spans = [
        (text.index(w), text.index(w) + len(w)) for w in ("We were warned.", "Subscribe now", "The hall. Photo: AP")
    ]
    kinds = (BlockKind.QUOTE, BlockKind.HEADING, BlockKind.CAPTION)
    known = tuple(Block(kind, *span) for kind, span in zip(kinds, spans, strict=True))
    found = blocks(article(text, known=known))
    assert [b.kind.value for b in found] == ["title", "paragraph", "quote", "boilerplate", "caption", "credit"]


# --- Hard-wrapped text ---

WRAPPED = """Dam bursts in the north

The Halvik dam in northern Kestria burst early on Tuesday after ten days
of rain, killing at least eleven people and flooding the town of
Brennick, the ministry said. Two
bridges fell.

What happens next
Rescuers will search the valley on Wednesday, and the army has promised
helicopters for it.

- The railway between Velmar and Tarn is closed until further notice to
- Power was cut to homes in the north."""


def test_a_sentence_wrapped_over_lines_is_in_one_block() -> None:
    assert labelled(WRAPPED) == [
        ("title", "Dam bursts in the north"),
        (
            "paragraph",
            "The Halvik dam in northern Kestria burst early on Tuesday after ten days\nof rain, killing at least "
            "eleven people and flooding the town of\nBrennick, the ministry said. Two",
        ),
        ("paragraph", "bridges fell."),
        ("heading", "What happens next"),
        (
            "paragraph",
            "Rescuers will search the valley on Wednesday, and the army has promised\nhelicopters for it.",
        ),
        ("list", "The railway between Velmar and Tarn is closed until further notice to"),
        ("list", "Power was cut to homes in the north."),
    ]


def test_a_wrapped_line_that_was_shortened_later_is_still_joined() -> None:
    text = (
        "She said that she had seen an email in which a shift manager complained\n"
        "about the gate, and that the head of the department\nknew about it in the year before, but the firm of\n"
        "Tessel Signals did not.\nIt said nothing."
    )
    assert labelled(text) == [("paragraph", text.removesuffix("\nIt said nothing.")), ("paragraph", "It said nothing.")]


def test_a_quotation_wrapped_over_lines_is_one_quotation() -> None:
    text = 'The head of the firm told a crowd of journalists in Velmar, "Reports to\nthe contrary are false," and left.'
    stretches = [(block.start, block.end) for block in blocks(article(text))]
    assert [text[a:b] for a, b in quoted_spans(text, stretches)] == ['"Reports to\nthe contrary are false,"']


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n{MORE}",
        f"{PROSE} {MORE} {PROSE} {MORE}\n{MORE}",
        "one fine day\ntwo fine days\nthree fine days",
    ],
    ids=["sentences", "paragraphs", "verse"],
)
def test_line_breaks_that_mean_something_are_kept(text: str) -> None:
    assert len(labelled(text)) == text.count("\n") + 1


# --- Every text ---


LINES = st.lists(
    st.sampled_from(
        ["", "", PROSE, MORE, "Photo: AP", "Photo 2.", "- item", "• item", "Budget approved",
         "Budget approved - Photo 2.", "By Mira Tolland", "Leave a comment",
         "PARIS (AFP) - The talks failed.", "A hall. Photo: AP", "a | b | c", "—",
         "Related articles", "  indented", "What next?", "*", "1.", "PARIS (AFP) -"]
    )
    | st.text(max_size=20),
    max_size=12,
)  # fmt: skip


@given(LINES, st.none() | st.just("Budget approved"))
def test_blocks_are_trimmed_and_in_order_and_leave_out_nothing_but_marks(lines: list[str], title: str | None) -> None:
    text = clean("\n".join(lines))
    end = 0
    for block in blocks(article(text, title)):
        words = text[block.start : block.end]
        assert words
        assert words == words.strip()
        assert _only_marks(text[end : block.start])
        end = block.end
    assert _only_marks(text[end:])


@given(LINES)
def test_unwrapping_changes_line_breaks_alone_and_once(lines: list[str]) -> None:
    text = clean("\n".join(lines))
    assert unwrapped(text).split() == text.split()
    assert unwrapped(unwrapped(text)) == unwrapped(text)


def _only_marks(between: str) -> bool:
    return (
        not between.strip(" \t\n\u00a0-–—|") or MARKER.fullmatch(between.strip() + " ") is not None or between.isspace()
    )


def test_headlines_in_a_row_with_bars_between_are_blocks_each() -> None:
    links = "Mill sold to rival firm | Council meets on Friday | UPDATED 12:30 GMT"
    text = f"A long title of words\n\n{links}. More of it follows here.\n"
    found = [text[b.start : b.end] for b in blocks(plain_article(text)) if b.start > 20]
    assert found == [
        "Mill sold to rival firm",
        "Council meets on Friday",
        "UPDATED 12:30 GMT. More of it follows here.",
    ]
    dates = "02:31 GMT, 12 March 2013 | UPDATED: 22:19 GMT, 12 March 2013 and more of it here."
    assert [dates[b.start : b.end] for b in blocks(plain_article(dates))] == [dates]
