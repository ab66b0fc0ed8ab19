"""What the parser often gets wrong, set right in place before the rules read a sentence.

Each repair names the sentence it exists for, and acts only where the parse as it stands cannot be right.
"""

from __future__ import annotations

from extract.repairs.behind_asides import past_asides
from extract.repairs.by_label import REPAIRS
from extract.repairs.conjoined import within_brackets, within_quotation
from extract.repairs.coordination import behind_colon, past_cue, past_quotation
from extract.repairs.cues import after_quotation, letter_states
from extract.repairs.fronted import (
    after_label,
    clock_before,
    dateline,
    day_before_dash,
    remark_behind,
    telling_first,
    that_said,
    whether_before_state,
)
from extract.repairs.gapped import pair_objects, restore_gapped, then_without_verb
from extract.repairs.headlines import restore_headline
from extract.repairs.hidden import unhide_main
from extract.repairs.joined_parts import past_quoted_end
from extract.repairs.lists import restore_lists
from extract.repairs.lost_mains import find_mains
from extract.repairs.main_verbs import lead_behind_aside, turned_into
from extract.repairs.misplaced_words import after_stop, hyphenated, place_between
from extract.repairs.openings import set_openings_apart
from extract.repairs.quoted import grins_who, main_before_quotation, quoted_modifiers, quoted_remark
from extract.repairs.scores import set_scores_apart
from extract.repairs.second_verbs import listed_infinitives
from extract.repairs.semicolons import apart_at_semicolon, deeds_listed
from extract.repairs.shared_clauses import clefts_past_asides
from extract.repairs.shared_ends import bridge_that_fell, moved_and_replied
from extract.repairs.side_names import body_called_who
from extract.repairs.sources_at_end import records_show
from extract.repairs.strayed import by_nickname
from extract.repairs.sums import people_of_age
from extract.repairs.titles import join_titles
from extract.repairs.torn import restore_torn, unhyphened
from extract.syntax.tree import Tree, Word


def mend(tree: Tree) -> None:
    """Re-tags and re-attaches words of `tree` where a general rule shows that the parse cannot be right."""
    body_called_who(tree)
    records_show(tree)
    letter_states(tree)
    that_said(tree)
    set_scores_apart(tree)
    restore_headline(tree)
    telling_first(tree)
    dateline(tree)
    day_before_dash(tree)
    clock_before(tree)
    whether_before_state(tree)
    remark_behind(tree)
    quoted_modifiers(tree)
    grins_who(tree)
    main_before_quotation(tree)
    if " age" in tree.text:
        people_of_age(tree)
    if "-" in tree.text:
        _join_hyphenated(tree)
    restore_torn(tree)
    unhyphened(tree)
    restore_gapped(tree)
    pair_objects(tree)
    join_titles(tree)
    by_nickname(tree)
    restore_lists(tree)
    then_without_verb(tree)
    within_quotation(tree)
    within_brackets(tree)
    apart_at_semicolon(tree)
    deeds_listed(tree)
    clefts_past_asides(tree)
    listed_infinitives(tree)
    lead_behind_aside(tree)
    turned_into(tree)
    bridge_that_fell(tree)
    moved_and_replied(tree)
    find_mains(tree)
    set_openings_apart(tree)
    past_asides(tree)
    for word in tree.words:
        if (repairs := REPAIRS.get(word.dep)) is not None:
            for repair in repairs:
                repair(word)
    quoted_remark(tree)
    after_stop(tree)
    after_quotation(tree)
    behind_colon(tree)
    after_label(tree)
    past_cue(tree)
    past_quotation(tree)
    past_quoted_end(tree)
    for word in tree.words:
        if word.dep == "advcl":
            place_between(word)
    for root in [w for w in tree.words if w.head is w]:
        unhide_main(root)
    tree.roots = [w for w in tree.words if w.head is w]


def _is_dash(before: Word, after: Word) -> bool:
    """ "It would be a threat-which could end the talks", "their concerns-including rents-were addressed"."""
    opens = after.tag in {"WDT", "WP", "WP$", "PRP", "DT", "MD"} or after.lower in {
        "including",
        "is",
        "are",
        "was",
        "were",
    }
    return before.pos in {"NOUN", "PROPN"} and opens


def _join_hyphenated(tree: Tree) -> None:
    for before, hyphen, after in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if hyphen.text != "-" or before.end != hyphen.start or hyphen.end != after.start:
            continue
        if not _is_dash(before, after):
            hyphenated(before, hyphen, after)
