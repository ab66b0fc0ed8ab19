"""What the parser often gets wrong, set right in place before the rules read a sentence.

Each repair names the sentence it exists for, and acts only where the parse as it stands cannot be right.
"""

from __future__ import annotations

from collections.abc import Callable

from extract.repairs.antecedents import (
    feared_dead,
    named_beside,
    part_of_which,
    participle,
    relative_clause,
    such_that,
    whose,
    wording,
)
from extract.repairs.completions import (
    after_opening,
    behind_as,
    beside_verb,
    called_what,
    considered_what,
    content_of_main,
    inverted,
    named_so,
    not_long,
    now_that,
    perceived,
    share_of,
    that_before_quote,
    that_clause,
)
from extract.repairs.coordination import (
    as_well_as,
    behind_colon,
    coordinated,
    finite_among_bare,
    listed_subject,
    no_more,
    own_subject,
    participle_beside_noun,
    past_behind_opener,
    past_cue,
    past_quotation,
    says_further,
    subject_after_opener,
    title_behind_opener,
)
from extract.repairs.cues import (
    after_quotation,
    after_speaker,
    announced,
    behind_conjunction,
    citing,
    cue_at_end,
    final_cue,
    inserted_noun,
    or_so,
    others_say,
    outcome,
    saying_why,
    since_clause,
    speaker_behind,
    subject_before_cue,
    summed_up,
)
from extract.repairs.doers import content_behind, meanwhile, not_answered, ordered, others_did
from extract.repairs.fixed_phrases import (
    a_can,
    asked_between,
    first_time_that,
    for_example,
    for_most_part,
    gone_missing,
    in_any_way,
    last_time,
    made_good,
    near_and_dear,
    next_time,
    on_board,
    one_after_other,
    side_by_side,
    spiked,
    taken_captive,
    thanks_to,
)
from extract.repairs.fronted import (
    after_label,
    behind_dash,
    first_to,
    gerund_subject,
    made_by_gerund,
    owned_participle,
    participle_before_subject,
    past_series,
    that_said,
)
from extract.repairs.gaps import gerund_did, second_between_commas, seen_then, sent_whom, told_doing, verb_as_compound
from extract.repairs.headlines import restore_headline
from extract.repairs.hidden import (
    main_after_dashes,
    subject_after_source,
    unhide_behind_participle,
    unhide_main,
    unhide_modifier,
    unhide_participle,
)
from extract.repairs.lists import restore_lists
from extract.repairs.misplaced_words import (
    about_noun,
    after_adjective,
    after_particle,
    after_stop,
    agent,
    asked_if,
    beside_object,
    by_time,
    called_by_name,
    dateline,
    day_of_saying,
    double_subject,
    far_from,
    ground,
    how_long_after,
    hyphenated,
    name_behind,
    now_not_object,
    number_after_of,
    object_before_time,
    object_of_conjunction,
    object_of_past,
    of_noun,
    past_direction,
    place_between,
    second_place,
    so_far_away,
    subject_of_auxiliary,
    this_time,
    told_to,
    until_time,
    went_on,
    year_of_date,
)
from extract.repairs.misread_words import (
    absolute,
    after_semicolon,
    because_behind,
    but_past,
    called_so,
    clause_after,
    clause_before,
    content_of_object,
    content_on_noun,
    determiner_of_whole,
    finite_subject,
    having_done,
    inner_list,
    listed_complement,
    loose_verb,
    made_so,
    noun_not_gerund,
    participle_not_past,
    past_not_participle,
    struggling_families,
    subject_of_content,
    that_before_name,
    to_before_participle,
    told_that,
    unlike_conjunct,
    use_of,
    with_content,
    with_participle,
)
from extract.repairs.nouns_as_verbs import (
    joined_before_object,
    joined_by_participle,
    plural_after_gerund,
    plural_after_name,
    plural_after_object,
    plural_in_place,
)
from extract.repairs.quoted import quoted_modifiers
from extract.repairs.reduced import (
    past_of_when,
    per_cent,
    reduced_subject,
    second_absolute,
    summary,
    told_content,
    while_so_long,
)
from extract.repairs.scores import set_scores_apart
from extract.repairs.several import (
    agreeing_subject,
    clause_of_its_own,
    content_after_copula,
    day_before_verb,
    left_behind,
    listed_adjectives,
    name_behind_day,
    remark_on_content,
)
from extract.repairs.titles import join_titles
from extract.syntax.tree import Tree, Word

Repair = Callable[[Word], None]
_REPAIRS: dict[str, tuple[Repair, ...]] = {
    "ROOT": (
        verb_as_compound,
        perceived,
        after_opening,
        that_before_quote,
        main_after_dashes,
        subject_after_source,
        owned_participle,
        behind_dash,
        cue_at_end,
        speaker_behind,
    ),
    "acomp": (near_and_dear,),
    "oprd": (
        a_can,
        made_good,
    ),
    "agent": (by_time,),
    "attr": (summary, inverted),
    "appos": (announced, behind_as, named_so, object_of_past, year_of_date, inserted_noun),
    "compound": (day_of_saying, final_cue, determiner_of_whole),
    "parataxis": (
        subject_before_cue,
        behind_conjunction,
        asked_between,
    ),
    "quantmod": (number_after_of,),
    "det": (that_before_name,),
    "amod": (unhide_modifier, called_so),
    "acl": (
        feared_dead,
        spiked,
        gerund_did,
        past_series,
        content_on_noun,
        told_that,
        past_behind_opener,
        unhide_participle,
        use_of,
        meanwhile,
        others_did,
        participle,
        citing,
    ),
    "relcl": (
        told_content,
        told_that,
        while_so_long,
        such_that,
        coordinated,
        content_on_noun,
        content_behind,
        relative_clause,
    ),
    "advmod": (far_from, not_long, beside_verb),
    "dep": (taken_captive, share_of, loose_verb),
    "dobj": (
        a_can,
        first_time_that,
        for_example,
        so_far_away,
        thanks_to,
        sent_whom,
        seen_then,
        summary,
        plural_in_place,
        listed_adjectives,
        remark_on_content,
        called_what,
        noun_not_gerund,
        object_of_conjunction,
        or_so,
    ),
    "xcomp": (told_doing, first_to, listed_complement),
    "nsubj": (
        plural_after_gerund,
        plural_in_place,
        agreeing_subject,
        listed_adjectives,
        gerund_subject,
        perceived,
        listed_subject,
        title_behind_opener,
        this_time,
        until_time,
        subject_of_auxiliary,
        finite_subject,
        inserted_noun,
        summed_up,
        double_subject,
    ),
    "nsubjpass": (until_time, plural_in_place, listed_adjectives, listed_subject, double_subject),
    "csubj": (perceived, finite_subject, participle_before_subject),
    "advcl": (
        taken_captive,
        considered_what,
        gone_missing,
        to_before_participle,
        last_time,
        past_of_when,
        whose,
        first_to,
        participle_before_subject,
        others_say,
        joined_before_object,
        named_beside,
        own_subject,
        subject_after_opener,
        participle_beside_noun,
        past_not_participle,
        since_clause,
        went_on,
        after_particle,
        asked_if,
        saying_why,
        after_speaker,
        outcome,
        wording,
        with_participle,
        because_behind,
    ),
    "prep": (
        now_not_object,
        side_by_side,
        one_after_other,
        on_board,
        in_any_way,
        for_most_part,
        per_cent,
        left_behind,
        day_before_verb,
        past_direction,
        about_noun,
        told_to,
        agent,
        ground,
        of_noun,
    ),
    "pcomp": (struggling_families,),
    "pobj": (name_behind_day, plural_in_place, listed_adjectives, name_behind),
    "conj": (
        ordered,
        second_between_commas,
        next_time,
        plural_after_object,
        joined_by_participle,
        second_absolute,
        named_beside,
        as_well_as,
        that_clause,
        no_more,
        says_further,
        own_subject,
        finite_among_bare,
        after_adjective,
        inner_list,
        unlike_conjunct,
        with_content,
        participle_not_past,
        or_so,
        but_past,
    ),
    "poss": (day_of_saying,),
    "neg": (not_answered,),
    "punct": (a_can,),
    "nmod": (named_so, day_of_saying),
    "npadvmod": (
        a_can,
        so_far_away,
        thanks_to,
        how_long_after,
        day_of_saying,
        second_place,
        object_before_time,
        called_by_name,
    ),
    "ccomp": (
        taken_captive,
        plural_after_object,
        last_time,
        having_done,
        content_after_copula,
        clause_of_its_own,
        made_by_gerund,
        plural_after_name,
        reduced_subject,
        part_of_which,
        own_subject,
        perceived,
        now_that,
        content_of_main,
        after_semicolon,
        content_of_object,
        unhide_behind_participle,
        clause_before,
        clause_after,
        subject_of_content,
        made_so,
        absolute,
        beside_object,
        that_before_quote,
    ),
}


def mend(tree: Tree) -> None:
    """Re-tags and re-attaches words of `tree` where a general rule shows that the parse cannot be right."""
    that_said(tree)
    set_scores_apart(tree)
    restore_headline(tree)
    dateline(tree)
    quoted_modifiers(tree)
    if "-" in tree.text:
        _join_hyphenated(tree)
    join_titles(tree)
    restore_lists(tree)
    for word in tree.words:
        if (repairs := _REPAIRS.get(word.dep)) is not None:
            for repair in repairs:
                repair(word)
    after_stop(tree)
    after_quotation(tree)
    behind_colon(tree)
    after_label(tree)
    past_cue(tree)
    past_quotation(tree)
    for word in tree.words:
        if word.dep == "advcl":
            place_between(word)
    for root in [w for w in tree.words if w.head is w]:
        unhide_main(root)
    tree.roots = [w for w in tree.words if w.head is w]


def _join_hyphenated(tree: Tree) -> None:
    for before, hyphen, after in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if hyphen.text == "-" and before.end == hyphen.start and hyphen.end == after.start:
            hyphenated(before, hyphen, after)
