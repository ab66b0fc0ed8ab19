"""What the parser often gets wrong, set right before the rules read a sentence.

`mend` calls the repairs in order; `clause_repairs` and `word_repairs` say which look at a word with a label, and
`occasions` at which words they have something to do. Where a repair belongs:

    main verbs         lost_mains, main_verbs, verb_series, hidden; misread_verbs, nouns_as_verbs, reduced
    clauses            coordination, conjoined, gapped, semicolons, fronted, behind_asides, that_clauses, asked_clauses,
                       lost_conditions, aims_and_results
    clauses of nouns   antecedents, lost_relatives, contact_relatives, participles
    reports            cues, said_between, beside_reports, participles_of_saying, second_cues, quoted
    arguments          lost_subjects, lost_objects, lost_complements, denials, days_and_times, how_much
    noun phrases       lists, listed_items, titles, side_names, scores, torn, fixed_phrases
    headlines          headlines, headline_clauses, headline_plans, headline_verbs, headline_states
"""
