"""What the parser often gets wrong, set right in place before the rules read a sentence.

Each repair names the sentence it exists for, and acts only where the parse as it stands cannot be right.
"""

from __future__ import annotations

from extract.repairs.asked_clauses import whether_before_state
from extract.repairs.behind_asides import past_asides
from extract.repairs.beside_reports import deed_of_speaker
from extract.repairs.clause_repairs import CLAUSES
from extract.repairs.conjoined import within_brackets, within_quotation
from extract.repairs.contact_relatives import contact_relatives, sums_up
from extract.repairs.coordination import behind_colon, past_cue, past_quotation
from extract.repairs.cues import after_quotation, letter_states
from extract.repairs.fixed_phrases import all_but_did, opened_fire, paired_nouns
from extract.repairs.fronted import after_label, dateline, noises_apart, set_openings_apart, speaker_apart, that_said
from extract.repairs.gapped import pair_objects, pair_several, restore_gapped
from extract.repairs.headline_states import (
    as_record,
    chaos_as,
    charged_over,
    counted_states,
    label_apart,
    none_reported,
    restore_state,
    said_state,
    source_behind_colon,
    state_phrase,
    topic_first,
    will_and,
)
from extract.repairs.headline_verbs import (
    bare_items,
    killed_in_falls,
    moved,
    names_behind_of,
    orders_to,
    quoted_deed,
    signs_somebody,
    speaker_at_end,
    two_at_head,
    within_phrase,
)
from extract.repairs.headlines import restore_headline
from extract.repairs.how_much import magnitudes, people_of_age, rupees
from extract.repairs.lists import restore_lists
from extract.repairs.lost_complements import place_between
from extract.repairs.lost_mains import find_mains
from extract.repairs.occasions import Choice, occasion_at, occasion_of, only_with
from extract.repairs.quoted import (
    main_before_quotation,
    quoted_modifiers,
    quoted_remark,
    quoted_words,
    said_first,
    vocatives,
)
from extract.repairs.said_between import role_behind_quotation, said_between, sources_at_end
from extract.repairs.scores import set_scores_apart
from extract.repairs.semicolons import after_stop, apart_at_semicolon, deeds_listed, items_listed
from extract.repairs.side_names import body_called_who, by_nickname, turned_something, versus
from extract.repairs.titles import join_titles
from extract.repairs.torn import hyphenated, hyphened_pair, hyphened_verb, suspended, unhyphened
from extract.repairs.word_repairs import WORDS
from extract.syntax.tree import Tree, Word
from extract.syntax.words import NOUNS

#: Which repairs look at a word, by its label.
_REPAIRS = {label: Choice(repairs) for label, repairs in (CLAUSES | WORDS).items()}


def mend(tree: Tree) -> None:
    """Re-tags and re-attaches words of `tree` where a general rule shows that the parse cannot be right."""
    occasion = occasion_of(tree)
    for begin in _BEGINNING.at(occasion):
        begin(tree)
    for word in tree.words:
        if (repairs := _REPAIRS.get(word.dep)) is not None:
            for repair in repairs.at(occasion | occasion_at(word)):
                repair(word)
    for end in _END.at(occasion):
        end(tree)
    tree.roots = [w for w in tree.words if w.head is w]


def _is_dash(before: Word, after: Word) -> bool:
    """ "It would be a threat-which could end the talks", "their concerns-including rents-were addressed"."""
    opens = after.tag in {"WDT", "WP", "WP$", "PRP", "DT", "MD"}
    return before.pos in NOUNS and (opens or after.lower in {"including", "is", "are", "was", "were"})


@only_with("-")
def _join_hyphenated(tree: Tree) -> None:
    for before, hyphen, after in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if hyphen.text != "-" or before.end != hyphen.start or hyphen.end != after.start:
            continue
        if not _is_dash(before, after):
            hyphenated(before, hyphen, after)


_BEGINNING = Choice[Tree](
    (
        noises_apart,
        speaker_apart,
        body_called_who,
        turned_something,
        letter_states,
        that_said,
        set_scores_apart,
        source_behind_colon,
        none_reported,
        said_state,
        counted_states,
        will_and,
        as_record,
        charged_over,
        chaos_as,
        topic_first,
        within_phrase,
        orders_to,
        quoted_deed,
        speaker_at_end,
        moved,
        two_at_head,
        signs_somebody,
        names_behind_of,
        bare_items,
        restore_state,
        state_phrase,
        killed_in_falls,
        restore_headline,
        label_apart,
        dateline,
        whether_before_state,
        said_first,
        quoted_modifiers,
        quoted_words,
        vocatives,
        main_before_quotation,
        role_behind_quotation,
        opened_fire,
        people_of_age,
        magnitudes,
        rupees,
        hyphened_pair,
        hyphened_verb,
        _join_hyphenated,
        suspended,
        unhyphened,
        restore_gapped,
        pair_several,
        pair_objects,
        sums_up,
        contact_relatives,
        paired_nouns,
        all_but_did,
        join_titles,
        by_nickname,
        versus,
        restore_lists,
        within_quotation,
        within_brackets,
        apart_at_semicolon,
        items_listed,
        deeds_listed,
        find_mains,
        sources_at_end,
        said_between,
        set_openings_apart,
        past_asides,
    )
)
_END = Choice[Tree](
    (
        quoted_remark,
        after_stop,
        after_quotation,
        behind_colon,
        after_label,
        past_cue,
        past_quotation,
        deed_of_speaker,
        place_between,
    )
)
