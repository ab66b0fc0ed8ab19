"""Claims that say nothing by themselves: gaps for arguments, bare "be" and "have", clauses that only say which one."""

from __future__ import annotations

from extract.claims.incomplete import is_and_more, is_anything_but, is_cut, lacks_content
from extract.claims.proposal import Phrase, Proposal
from extract.claims.restrictive_clauses import SOMETHING, restricts
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.model import ClauseType, Role
from extract.syntax.tree import Word
from extract.syntax.words import AUXILIARIES, NOMINATIVE, SUBJECTS, has_mark, is_bare, is_time, is_verbal, is_wh

_DEPENDENT = frozenset({"participle", "adverbial clause", "gerund"})


def is_empty(proposal: Proposal) -> bool:
    """A claim that says nothing by itself: a gap for an argument, or "be", "have", "do" without anything else."""
    obj = proposal.object
    if _is_elided(proposal) or _was_asked(proposal) or _is_nobody(proposal) or _only_goes_on(proposal):
        return True
    if is_wh(proposal.subject.head) or _is_unresolved(proposal.subject) or _asks_for(proposal) or _is_no_verb(proposal):
        return True
    if _only_speaks(proposal) or _says_nothing(proposal) or _says_where_it_stands(proposal):
        return True
    if _is_comment(proposal) or restricts(proposal) or _is_as_needed(proposal) or _points_back(proposal):
        return True
    if _is_misread(proposal) or _asks_way(proposal) or _is_address(proposal) or _is_bare_clause(proposal):
        return True
    if _is_cut_at_hyphen(proposal) or lacks_content(proposal) or _is_across_colon(proposal) or _disagrees(proposal):
        return True
    if obj is not None and (is_cut(obj.head) or _is_before_gap(obj.head, proposal.predicate)):
        return True
    if obj is not None and (_is_what_kind(obj.head, proposal.predicate) or is_anything_but(obj) or is_and_more(obj)):
        return True
    if obj is not None:
        return any(is_wh(w) for w in obj.core) and not any(is_verbal(w) for w in obj.full)
    over = proposal.relation[-1].i > proposal.predicate.i and proposal.relation[-1].dep != "neg"
    bare = not proposal.adjuncts and not over  # "Repairs are under way", "Lund is ahead", "The talks are not over"
    done = proposal.rule == "clause" and proposal.predicate.child("auxpass") is not None  # "Nothing was done"
    return proposal.predicate.tag == "MD" or (bare and not done and proposal.lemma in {"be", "have", "do"})


def _is_before_gap(content: Word, cue: Word) -> bool:
    """ "the money that Holt said he owned": that he owned it is said by him; "Holt said that he owned" says nothing."""
    relative = cue.dep == "relcl" and content.dep == "ccomp"
    return relative and any(w.dep == "dobj" and w.tag in {"WDT", "WP"} and w.i < cue.i for w in content.left)


def _is_what_kind(noun: Word, verb: Word) -> bool:
    """ "depends on what kind of an entity you are": nobody says that you are an entity."""
    kind = noun.head.head
    asked = noun.dep == "pobj" and kind.lower in {"kind", "kinds", "sort", "sorts", "type", "types"}
    return asked and noun.i < verb.i and any(w.lower in {"what", "which"} for w in kind.left)


def _is_no_verb(proposal: Proposal) -> bool:
    """ "with (was) hypoallergenic bedding", "the news you need to ...", "@NorvikCouncil": no verb, or one of nobody
    (`_is_no_subject`)."""
    verb = proposal.predicate
    last = proposal.relation[-1]
    unfinished = (last.tag == "TO" and last.dep in {"aux", "xcomp"}) or verb.text.startswith("@")
    return unfinished or (verb.tag == "VBG" and verb.dep in {"acomp", "pobj"}) or _is_no_subject(proposal)


def _is_no_subject(proposal: Proposal) -> bool:
    """ "Lund and Berg both stood", "1 tackle (3 combined)", "frankly, I don't": nobody else, and nothing done."""
    subject, verb = proposal.subject.head, proposal.predicate
    if subject.lower == "both":
        return subject.dep in {"appos", "conj"}
    if any(w.dep == "amod" and w.child(*SUBJECTS) is not None for w in proposal.subject.core):
        return True  # "People were (wrongly) charged fees, got cards": read wrongly, for no clause is an adjective
    if proposal.lemma == "do" and (proposal.rule == "relative clause" or proposal.object is None):
        return proposal.relation[-1].tag == "RB"
    held = subject.tag == "CD" and proposal.relation[-1].lower == "by"  # "with 23 held by one and 10 held by the other"
    if not held and (proposal.object is not None or proposal.adjuncts or not subject.text.isdigit()):
        return False
    return proposal.subject.core == (subject,) and verb.tag == "VBN" and is_bare(verb)


def _says_where_it_stands(proposal: Proposal) -> bool:
    """ "in a statement published on its website", "a letter dated Monday": told with what it says."""
    subject, verb = proposal.subject, proposal.predicate
    if verb.dep != "acl" or verb.tag != "VBN" or len(subject.core) > 3:
        return False
    return verb.lemma in entries("issuing_verbs") if subject.head.lemma == "statement" else verb.lemma == "date"


def _is_bare_clause(proposal: Proposal) -> bool:
    """ "Reed left, as were the others", "as hard as I can": a dependent verb without anything else."""
    verb, subject = proposal.predicate, proposal.subject
    if proposal.object is None and subject.full == (subject.head,) and subject.head.lower in {"others", "some"}:
        return verb.tag == "VBG" and is_bare(verb) and all(a.role is Role.TIME for a in proposal.adjuncts)
    if proposal.predicate.dep == "acl" and subject.head.lower in {"degree", "extent"} and subject.head.dep == "pobj":
        return True  # "only to the extent required by law"
    if proposal.adjuncts or proposal.object is not None:
        return False
    if verb.dep == "ccomp" and verb.tag == "VBG" and is_bare(verb) and verb.head.child("neg") is not None:
        return verb.head.lemma in {"hear", "notice", "see"}  # "never saw the guards coming"
    if proposal.rule not in _DEPENDENT:
        return False
    bare = proposal.predicate.tag in {"VBG", "VBN"} and is_bare(proposal.predicate)
    return bare or proposal.lemma in {"be", "have", "do"} or proposal.predicate.tag == "MD"


_TALKING = frozenset({"say", "reply", "tweet", "ask", "quip", "remark", "retort"})


def _only_speaks(proposal: Proposal) -> bool:
    """ "Lund tweeted to Reed", "Holt, asked by a reporter", "was quoted as saying": what they said is missing."""
    verb, obj = proposal.predicate, proposal.object
    if proposal.lemma == "say" and proposal.clause_type in {ClauseType.SV, ClauseType.SVA}:
        return True
    if obj is not None and obj.head.lower == "saying" and proposal.lemma in {"quote", "report", "cite"}:
        return len(obj.full) > 1 and obj.head.child("ccomp", "dobj", "advcl") is None
    if proposal.lemma == "write" and obj is not None and _is_in_paper(obj.head):
        about = (w for words in (obj.full, *(a.words for a in proposal.adjuncts)) for w in words)
        return not any(w.lower in {"about", "that"} for w in about)  # "Lund wrote in a letter"
    if proposal.lemma == "respond" and obj is None and not proposal.adjuncts and verb.child("intj") is not None:
        return True  # "Yes," he responded
    if proposal.lemma in {"react", "reply", "respond"} and obj is None:
        aside = next((w for w in verb.right if w.dep == "advcl" and w.tag == "VBG"), None)
        says = entries("quoting_verbs")  # "Holt responded on Monday, telling the Courier so"
        return aside is not None and aside.lemma in says
    if proposal.lemma not in _TALKING or proposal.clause_type not in {ClauseType.SV, ClauseType.SVA}:
        return False
    told = (proposal.relation[-1].lower, *(a.words[0].lower for a in proposal.adjuncts))
    return not any(word in _TOPICS for word in told) and verb.child("xcomp", "ccomp", "advcl") is None


def _is_in_paper(noun: Word) -> bool:
    return noun.dep == "pobj" and noun.head.lower == "in" and noun.lemma in word_class("papers")


_TOPICS = word_class("openers of topics")
_AGAIN = frozenset({"exactly", "it", "just", "precisely", "same", "so", "that", "the", "this"})
_VAGUE = frozenset({"you", "it", "this", "that", "these", "those", *SOMETHING})


def _points_back(proposal: Proposal) -> bool:
    """ "A probe could do just that", "I love that", "The same goes for Lund", "Here are the rules": said elsewhere."""
    obj, subject = proposal.object, proposal.subject
    here = subject.head.i > proposal.predicate.i and any(w.lower == "here" for w in proposal.predicate.left)
    if here or [w.lower for w in subject.core] == ["the", "same"]:
        return True
    if obj is None:  # "She has done so since May"
        after = (w for w in proposal.predicate.right if w.lower == "so" and w.i == proposal.predicate.i + 1)
        return proposal.lemma == "do" and any(not w.right for w in after)
    words = {w.lower for w in obj.full}
    if words == {"as", "much"} or (proposal.lemma == "do" and words <= _AGAIN):
        return True
    if subject.full == (subject.head,) and subject.head.lower in {"that", "this"} and proposal.lemma == "be":
        return True
    if any(w.dep == "neg" for w in proposal.relation) or obj.full != (obj.head,):
        return False
    pointer = obj.head.tag == "DT" and obj.head.dep == "dobj" and obj.head.lower in {"that", "this"}
    return pointer and obj.head.i > proposal.predicate.i and all(a.head.dep == "advmod" for a in proposal.adjuncts)


def _is_misread(proposal: Proposal) -> bool:
    """What cannot be: "I" as an object, a comma as an argument, "The firm, which was itself only told in May"."""
    obj = proposal.object
    it = proposal.subject.head
    how = it.head.child("acomp") if it.lower == "it" and it.head.lemma == "be" else None
    if how is not None and how.i < it.i and any(w.lower == "how" for w in how.left):
        return True  # "how hard it is to run a school by raising funds": "it" runs none
    if proposal.lemma == "be" and obj is not None and len(obj.full) == 1 and obj.head.lower in {"itself", "themselves"}:
        return True
    if not _has_word(proposal.subject) or (obj is not None and not _has_word(obj)):
        return True
    return obj is not None and obj.head.dep == "dobj" and obj.core == (obj.head,) and obj.head.lower in NOMINATIVE


def _has_word(argument: Phrase) -> bool:
    return any(w.text.isalnum() or any(c.isalnum() or c in _CURRENCIES for c in w.text) for w in argument.core)


_CURRENCIES = frozenset("$€£¥₹")


def _is_asked(noun: Word | None, verb: Word) -> bool:
    return noun is not None and noun.i < verb.i and any(w.tag == "WDT" and w.lower != "that" for w in noun.left)


def _asks_way(proposal: Proposal) -> bool:
    """ "Voters know how they look", "asked where she lives", "as it was before": what it says is left open.

    So it is in "from how you see it".
    """
    verb, subject = proposal.predicate, proposal.subject.head
    if any(w.dep == "prep" and _is_asked(w.child("pobj"), verb) for w in verb.right):
        return True  # "did not know which side he would be on in May"
    if proposal.object is not None:
        seen = proposal.lemma in {"describe", "feel", "see", "view"} and proposal.object.head.tag == "PRP"
        return seen and any(w.lower == "how" and not w.left for w in verb.left)
    clauses = proposal.adjuncts and all(a.head.dep == "advcl" for a in proposal.adjuncts)
    if (
        clauses
        and proposal.lemma == "be"
        and subject.lower in _PERSONS
        and proposal.relation[-1].dep in {"neg", "ROOT"}
    ):
        return True  # "if you are not, because it was late"
    if any(a.role not in _HOW or a.head.dep != "advmod" or len(a.words) > 1 for a in proposal.adjuncts):
        return False
    over = any(w.i > verb.i and w.dep in {"prt", "advmod"} for w in proposal.relation)  # "It is not over yet"
    if proposal.lemma == "be" and not over and subject.pos == "PRON" and verb.child("auxpass", "expl") is None:
        return True
    if subject.lower.endswith("self"):
        return True
    asked = {w.lower for w in verb.left if w.tag == "WRB"}
    if "how" in asked:
        return proposal.lemma in _FARING
    stranded = any(w.dep == "prep" and not (w.left or w.right) for w in verb.right)
    return "where" in asked and (stranded or proposal.lemma in _BEING_THERE)


_HOW = frozenset({Role.TIME, Role.MANNER})
_PERSONS = frozenset({"i", "you", "he", "she", "we", "they"})


def _is_address(proposal: Proposal) -> bool:
    """ "You name it, they sell it", "The issue is, you know, the tax": nobody is said to name or know."""
    obj, subject = proposal.object, proposal.subject.head
    if obj is not None and [w.lower for w in obj.full[:4]] == ["you", "name", "it"]:
        return True
    if subject.lower == "it" and proposal.predicate.dep == "parataxis" and obj is None:
        return proposal.lemma in {"emerge", "transpire"}  # "The firm, it emerged on Monday, had known"
    if subject.lower != "you" or obj is None or len(proposal.relation) > 1:
        return False
    if proposal.lemma == "know" and proposal.predicate.dep == "parataxis":
        return proposal.predicate.child("ccomp", "dobj") is None  # "goods which, you know, are dear"
    before = proposal.lemma == "know" and obj.head.i < subject.i and is_verbal(obj.head)
    return before or (proposal.lemma == "name" and obj.head.lower == "it")


_FARING = word_class("verbs of faring")
_BEING_THERE = word_class("verbs of being there")


def _says_nothing(proposal: Proposal) -> bool:
    """A verb alone that is left open: "how this ends", "something could evolve", "I mean".

    Ideas that change: a relative that says which ones of many.
    """
    verb, obj, subject = proposal.predicate, proposal.object, proposal.subject
    if subject.head.lower.endswith("selves"):
        return True  # "They found themselves beaten by a boy"
    empty = subject.head.lower in {"it", "that", "this"}
    if (
        empty
        and obj is not None
        and proposal.lemma == "be"
        and obj.head.dep == "attr"
        and obj.full == (obj.head,)
        and obj.head.lower in {"it", "that"}
    ):
        return True  # "That's it"
    denied = any(w.dep == "neg" for w in verb.children)  # "This did not turn out well"
    if empty and obj is None and not denied and proposal.lemma == "turn" and verb.child("prt") is not None:
        return True  # "As it turned out"
    if subject.head.lower == "it" and _holds_a_place(proposal):
        return True
    if obj is not None:
        return obj.head.lower == "all" and obj.full == (obj.head,) and obj.head.i < verb.i  # "All I saw was a fox"
    if subject.head.lower == "i" and proposal.lemma == "mean":
        return True
    if any(a.role not in {Role.TIME, Role.MANNER, Role.OTHER} or a.head.dep != "advmod" for a in proposal.adjuncts):
        return False
    if subject.head.lower not in _VAGUE:
        bare = subject.head.tag == "NNS" and not any(w.dep != "amod" for w in subject.head.left)
        return bare and proposal.rule == "relative clause" and verb.tag == "VBP" and not verb.left[1:]
    if proposal.adjuncts:
        return False
    return _is_left_open(proposal)


def _is_left_open(proposal: Proposal) -> bool:
    """ "How this ends", "something could evolve": not "Nothing was done"."""
    verb, subject = proposal.predicate, proposal.subject.head.lower
    opener = verb.left[0] if verb.left else verb
    vague = subject in SOMETHING and not (subject == "nothing" and proposal.rule == "clause")
    return vague or opener.tag == "WRB" or opener.lower == "whether"


def _holds_a_place(proposal: Proposal) -> bool:
    """ "It remains to be seen", "makes it easier to hire clerks": an "it" that stands for what follows."""
    small = proposal.subject.head.head
    easier = small.pos == "ADJ" and small.dep == "ccomp" and proposal.predicate.dep == "xcomp"
    return easier or any(w.lower == "seen" and w.head.lemma == "remain" for w in proposal.relation)


def _is_nobody(proposal: Proposal) -> bool:
    """A subject that stands for nobody: "A man from the firm there came in", "Let's say it fails".

    "All that was left was a shell": that all was left says nothing.
    """
    subject = proposal.subject.head
    if subject.text == "us":
        return True  # "They let us keep it"
    if subject.lower == "nobody" and proposal.predicate.dep in {"acl", "relcl"}:
        return True  # "nobody born before 1975 is concerned"
    if proposal.object is not None or subject.lower not in {"there", "all"}:
        return subject.text in {"'s", "’s"}
    if subject.lower == "there":
        return subject.i < proposal.predicate.i and _acts(proposal)
    return proposal.subject.core == (subject,) and proposal.rule == "relative clause" and not proposal.adjuncts


def _only_goes_on(proposal: Proposal) -> bool:
    """What leaves open what it is about: "the shooting took place", "as it stands", "He went on"."""
    verb, subject = proposal.predicate, proposal.subject.head
    if subject.lower in {"that", "this"} and proposal.lemma == "be" and proposal.object is None:
        return True  # "That was eleven days ago"
    told = any(a.head is not verb.head for a in proposal.adjuncts)  # not "the hall where the vote took place"
    if proposal.object is not None or told or any(w.dep == "neg" for w in verb.left):
        return False
    if proposal.lemma == "go":
        return proposal.relation[-1].lower == "on" and subject.pos == "PRON"
    which = proposal.rule in {"relative clause", "participle"}
    if which and verb.head is subject and proposal.lemma in _COMING_UP:
        return True  # "The paper that resulted bore his name"
    as_it_stands = proposal.lemma == "stand" and any(w.lower == "as" for w in verb.left)
    return as_it_stands or (_takes_place(proposal) and _is_known(subject))


_COMING_UP = frozenset({"arise", "emerge", "ensue", "exist", "follow", "remain", "result"})


def _takes_place(proposal: Proposal) -> bool:
    said = " ".join(w.lower for w in proposal.relation[-2:])
    return proposal.lemma in {"happen", "occur"} or said in {"took place", "takes place", "taken place"}


def _is_known(noun: Word) -> bool:
    """The shooting, it; not "they": "Floods are rare, but they do happen"."""
    known = any(w.lower in {"the", "this", "that", "these", "those"} for w in noun.left)
    return known or noun.lower in {"it", "that", "this"}


def _acts(proposal: Proposal) -> bool:
    return proposal.lemma != "be" and not any(w.lemma == "be" for w in proposal.relation)


def _disagrees(proposal: Proposal) -> bool:
    """ "things you see that is not possible": "you" is no subject of "is"."""
    finite = next((w.lower for w in proposal.relation if w.tag in {"VBZ", "VBP", "VBD", "MD"}), "")
    if proposal.subject.head.child("conj") is not None:
        return False  # "He and his wife have"
    subject, verb = proposal.subject.head.lower, proposal.predicate
    which = verb.left[0] if verb.left and proposal.rule == "relative clause" else None
    if which is not None and which.lower == "which" and proposal.subject.head.tag == "NNS" and which.dep == "nsubj":
        time = is_time(proposal.subject.head)
        named = (proposal.subject.head.entity and not time) or proposal.subject.head.lower in _SINGULAR_IN_S
        return (finite in {"is", "was", "has"} or verb.tag == "VBZ") and not named  # "met clerks, which has helped"
    if proposal.subject.head.dep == "expl" and subject == "there":
        return proposal.lemma not in _EXISTING  # "There were ten, geared up with guns", "his job there ended"
    if subject in {"that", "this"} and verb.dep == "conj" and verb.tag in {"VBP", "VB"} and is_bare(verb):
        return True  # "rules on taxes, and that limit debt"
    if subject in {"he", "she", "it"}:
        above = [w for w in verb.ancestors() if is_verbal(w)]
        modal = any(w.dep in AUXILIARIES for link in above for w in link.left)  # "would harm trade, lead to losses"
        joined = verb.dep == "conj" and verb.tag == "VBP" and is_bare(verb) and not modal
        return finite in {"are", "have", "do"} or joined
    singular = finite in {"is", "has", "does"} or (verb.tag == "VBZ" and is_bare(verb))  # "(the boss) believes I can"
    return subject in {"i", "you", "we", "they"} and singular


_SINGULAR_IN_S = frozenset({"headquarters", "means", "news", "series", "species", "works"})
_EXISTING = frozenset({"appear", "arise", "be", "come", "emerge", "exist", "follow", "go", "happen", "lie", "live"})
_EXISTING |= {"occur", "remain", "seem", "stand"}


def _is_across_colon(proposal: Proposal) -> bool:
    """ "With the headline: A Night of Barbs, Delivered by Reed": a participle behind a colon is no clause of what
    stands before it. Nor is it before one: "Posted: Fri 6:45 PM"."""
    subject, verb = proposal.subject.head, proposal.predicate
    if verb.tag not in {"VBG", "VBN"} or not is_bare(verb):
        return False
    above, ends = (verb, subject, *verb.ancestors()), sorted((subject.i, verb.i))
    return any(w.text == ":" and ends[0] < w.i < ends[1] for top in above for w in top.children)


def _is_unresolved(subject: Phrase) -> bool:
    """ "half of which" without what the pronoun stands for (see `_part`)."""
    return any(w.lower in {"which", "whom"} for w in subject.core) and subject.core[0] in subject.head.subtree()


def _is_cut_at_hyphen(proposal: Proposal) -> bool:
    """ "The firm reported in-line sales" does not report in a line."""
    obj, last = proposal.object, proposal.relation[-1]
    if last.pos != "ADP" or obj is None:
        return False
    return obj.core[0].i == last.i + 2 and obj.core[0].start == last.end + 1


def _asks_for(proposal: Proposal) -> bool:
    """ "It is not clear how many have moved", "asked which mills had closed": of nobody yet."""
    subject = proposal.subject
    first = subject.core[0]
    if first.lower == "how" and any(w.dep == "prep" and not (w.left or w.right) for w in subject.head.head.right):
        return True  # "how many papers readers will pay for"
    if first.tag == "WP$" and proposal.rule == "adverbial clause":
        return True  # "a firm whose dam failed, leaving ten dead"
    if first.tag == "WP$":  # "asked whose car it was"; not: the assembly, whose leaders have threatened to sue
        return subject.head.head.dep in {"ccomp", "csubj", "csubjpass", "pcomp"}
    asks = first.tag in {"WRB", "WDT", "WP"} or (first.tag == "IN" and first.lower == "that")
    amount = any(w.lower in {"few", "little", "many", "much"} for w in subject.core[1:2])  # "how many shots were fired"
    if first.lower == "how" and not amount and subject.head.pos != "ADJ":
        return False  # "about how Lund escaped": he did
    return asks and first.lower in _OPEN and subject.head.holds(first) and not _is_clause(subject.head)


_OPEN = frozenset({"how", "what", "which", "that"})


def _is_clause(head: Word) -> bool:
    """ "What they found was a mill": a clause as the subject says what."""
    return is_verbal(head) and head.dep in {"csubj", "csubjpass"}


def _adverbs(verb: Word) -> list[Word]:
    """The adverbs behind a verb, and those before them."""
    return [w for adverb in verb.right if adverb.dep == "advmod" for w in (*adverb.left, adverb)]


def _is_elided(proposal: Proposal) -> bool:
    """ "as did the director", "as I did in May", "as it was allowed to": the verb is the other clause's.

    "half of what it was worth in May": its worth is not told.
    """
    obj, verb = proposal.object, proposal.predicate
    if proposal.lemma == "do" and verb.child("dobj") is None and any(w.lower == "so" for w in _adverbs(verb)):
        return True  # "They voted, and did so in haste"
    before = next((w.lower for w in verb.left if w.i == verb.i - 1), "")
    if proposal.lemma in {"be", "do", "have"} and before in {"neither", "nor", "so"}:
        own = proposal.subject.head.i > verb.i and (obj is not None or proposal.lemma == "be")  # "Nor is he a clerk"
        return not own  # "and neither do their wives", "As prices rise, so does the risk"
    if verb.dep == "pcomp" and any(w.tag == "WP" and w.dep in {"pobj", "attr"} for w in verb.left):
        return True
    if obj is not None:
        if proposal.lemma == "do" and verb.dep == "relcl" and verb.head.lower == "way" and obj.head.i > verb.i:
            return True  # "in the same way that it does clerks"
        stands_in = proposal.lemma == "do" and verb.dep == "advcl" and verb.child("dobj", "attr", "ccomp") is None
        return obj.head.tag == "TO" or (stands_in and any(w.lower in {"as", "than", "like"} for w in verb.left))
    return proposal.lemma in {"have", "do"} and verb.dep in {"advcl", "aux"}


def _is_comment(proposal: Proposal) -> bool:
    """ "As Hale notes, ...", "when it comes to taxes": words about the sentence, and no statement of theirs."""
    verb = proposal.predicate
    if verb.dep != "advcl":
        return proposal.subject.core[0].lower == "as" and verb.dep == "parataxis"  # "As many of you know, ..."
    if proposal.lemma == "come" and proposal.subject.head.lower == "it":
        return any(w.lower == "when" for w in verb.left)
    obj, as_ = proposal.object, has_mark(verb, "as")
    if as_ and proposal.lemma == "make" and obj is not None and obj.core == (obj.head,):
        return obj.head.lower in {"clear", "plain"}  # "As the report makes clear, ..."
    noted = proposal.clause_type is ClauseType.SV and proposal.lemma in reporting("verb")
    return noted and any(w.lower == "as" and w.dep in {"mark", "advmod"} for w in verb.left)


def _is_as_needed(proposal: Proposal) -> bool:
    """ "Use the masks whenever needed": the masks are, and nobody who uses them."""
    verb = proposal.predicate
    if verb.dep == "xcomp" and proposal.object is None:
        verb = verb.head  # "the money needed to succeed"
    if verb.dep == "acl" and verb.lower in {"needed", "required"} and is_bare(verb) and proposal.object is None:
        return not any(a.role is not Role.PURPOSE for a in proposal.adjuncts)
    bare = verb.dep == "advcl" and verb.tag == "VBN" and is_bare(verb) and verb.child("nsubj", "nsubjpass") is None
    return bare and verb.lemma in {"need", "require"} and any(w.tag in {"WRB", "IN"} for w in verb.left)


_TURNED_TO = frozenset({"ask", "contact", "press", "question", "reach"})


def _was_asked(proposal: Proposal) -> bool:
    """ "Asked whether he would run, the mayor left": a passive whose object is a clause reads as an active.

    So do "asked about the cuts, he said" and "two hikers feared dead".
    """
    obj, verb, first = proposal.object, proposal.predicate, next(iter(proposal.relation), proposal.predicate)
    if proposal.rule in _DEPENDENT and first is not verb and first.lemma == "ask" and first.tag == "VBN":
        return is_bare(first)  # "when asked to name the buyer"
    if proposal.rule not in _DEPENDENT or verb.tag != "VBN" or not is_bare(verb):
        return False
    if verb.lemma in _TURNED_TO and verb.dep == "advcl" and verb.child("agent") is None:
        return True
    if obj is None:
        return False
    return obj.head.dep == "ccomp" or (obj.head.dep in {"oprd", "acomp"} and verb.lemma in reporting("verb"))
