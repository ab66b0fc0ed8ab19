"""Events: what happened once, that claims of several articles are about.

    occurrences       a claim as one occurrence: its kind, who and what takes part, when; and what tells two apart
    occurrence_reading
                      claims read as occurrences, from their rows and phrases
    similar_articles  which articles are about the same, published within days of each other
    paraphrases       whether two claims say the same in other words
    joining           claims of one event, and claims that say the same, kept up as articles come and go
    withdrawing       claims that were rejected leave, and what hung together by them is put right
    corrections       what people say of events: join, split, undo
    queries           one event, as its page shows it
    event_figures     the claims about an event, its day, and how its numbers went on
    rival_numbers     numbers that two similar articles give in like words
    rival_ages        how old a person is, in any words
    rival_tolls       how many died, were hurt or lived, in any words

What is stored is a function of the set of current claims and of what people say: any order of ingest gives the same
events.
"""
