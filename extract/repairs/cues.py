"""Reporting verbs inside or after what they report that were taken for nouns, and reports on the wrong word."""

from __future__ import annotations

from extract.claims.nounphrase import is_plural
from extract.english.persons import group_noun, person_noun
from extract.english.wordlists import entries
from extract.factuality.signatures import reporting
from extract.repairs.occasions import QUOTATION, only_on, only_with
from extract.syntax.tree import Tree, Word
from extract.syntax.words import (
    AUXILIARIES,
    NOUN_MODIFIERS,
    NOUNS,
    PAST_TAGS,
    SUBJECTS,
    behind_comma,
    conjuncts,
    has_subject,
    is_finite,
    is_infinitive,
    is_nominal,
    is_time,
    is_verbal,
    opens_behind_comma,
    that_mark,
)

_OF_NOUN = NOUN_MODIFIERS | {"det"}
_OF_CUE = frozenset({"agent", "dobj", "ccomp", "xcomp"})
_PLURAL_FORMS = frozenset({"NNS", "NNPS"})


def final_cue(cue: Word) -> None:
    """ "The mill made a profit, claims Lund": the verb taken for a part of the name."""
    name = cue.head
    verb = name.head
    if cue.lemma not in reporting("verb") or cue.tag not in {*_PLURAL_FORMS, "VBZ"} or cue.text[0].isupper():
        return
    if not name.text[0].isupper() or cue.i > name.i or not is_verbal(verb) or verb.i > cue.i or name.child("conj"):
        return
    after_comma = behind_comma(cue)
    if after_comma and not any(w.dep == "cc" for w in verb.right):
        cue.attach(verb, "parataxis", "VBZ")
        name.attach(cue, "nsubj")


@only_on("claims", "estimates", "forecast", "forecasts", "reports")
def cue_like_noun(cue: Word) -> None:
    """ "Prices will fall, the bank forecast on Monday": the verb taken for a noun with the bank before it."""
    speaker = next((w for w in cue.left if w.i == cue.i - 1 and w.dep == "compound"), None)
    main = next((w for w in cue.ancestors() if is_verbal(w)), None)
    if speaker is None or main is None or main.i > cue.i or not any(w.dep == "det" for w in cue.left):
        return
    if not opens_behind_comma(cue) or main.child(*SUBJECTS) is None or not is_finite(main):
        return
    lemma = speaker.lemma.lower()
    if not (speaker.entity or person_noun(lemma) or group_noun(lemma) or lemma in entries("speaking_nouns")):
        return
    modifiers = [w for w in cue.left if w is not speaker]
    cue.attach(main, "parataxis", "VBD" if cue.lower == "forecast" else "VBZ")
    speaker.attach(cue, "nsubj")
    speaker.adopt(modifiers)


def announced(speaker: Word) -> None:
    """ "Veltra has bought the mill, the two firms announced": the firms did, and one mill is not two firms."""
    anchor = speaker.head
    cue = next((w for w in speaker.right if w.dep == "acl" and w.tag == "VBN" and w.lemma in reporting("verb")), None)
    verb = next((w for w in anchor.ancestors() if is_verbal(w)), None)
    if cue is None or verb is None or cue.i != speaker.i + 1 or any(w.dep in _OF_CUE for w in cue.right):
        return
    if not speaker.entity and person_noun(speaker.lemma.lower()) is None and group_noun(speaker.lemma.lower()) is None:
        return  # "Veltra bought the mill, a deal announced on Monday"
    if anchor.i < verb.i < speaker.i or (verb.i < anchor.i and is_plural(speaker) and not is_plural(anchor)):
        cue.tag = "VBD"
        cue.attach(verb, "parataxis")
        speaker.attach(cue, "nsubj")


def cue_at_end(cue: Word) -> None:
    """ "The mill was sold for 3 million, the Post understands": a noun at the head that has a clause for content."""
    speaker = _speaker_before(cue)
    content = cue.child("ccomp")
    if speaker is not None and content is not None and content.i < speaker.i:
        cue.retag("VBZ")
        _take_subject(cue, speaker)


def reported_at_end(cue: Word) -> None:
    """ "It halved the number of cases, scientists reported", "Most think she lied, a poll shows": so they say.

    "Most distrust Lund, a survey found": no survey is she.
    """
    main, speaker, that = cue.head, _past_object(cue), that_mark(cue)
    if (
        cue.tag not in {*PAST_TAGS, "VBZ", "VBP"}
        or cue.lemma not in reporting("verb")
        or speaker is None
        or main.i > cue.i
    ):
        return
    start = speaker.subtree()[0].i
    aside = any(w.text == "," and that is not None and main.i + 2 == that.i + 1 == w.i for w in cue.left)
    if that is not None and (aside or that.i == start - 2) and opens_behind_comma(speaker):
        that.tag, that.pos = "DT", "PRON"  # "Nothing excuses that," Lund said; "They know that, in Lorne," he said
        that.attach(main, "dobj")
    if cue.child("ccomp", "xcomp", "dobj", "mark", *AUXILIARIES) is not None or not opens_behind_comma(speaker):
        return
    inner = any(w.dep == "ccomp" and w is not cue and w.i < cue.i for w in main.right)
    whole = inner or main.lemma not in reporting("verb") or main.child("dobj", "intj") is not None
    if is_finite(main) and whole:
        while main.dep == "ccomp" and main.i > main.head.i:
            main = main.head
        cue.tag = "VBD" if cue.tag in PAST_TAGS else cue.tag
        cue.attach(main, "parataxis")


def _past_object(cue: Word) -> Word | None:
    """Who says something at the end, past a name right behind the main verb that is the verb's object."""
    main, name = cue.head, cue.child("nsubj")
    speaker = name.child("appos") if name is not None and name.pos == "PROPN" else None
    if name is None or speaker is None or name.subtree()[0].i != main.i + 1 or main.child("dobj") is not None:
        return name
    if cue.lemma not in reporting("verb") or speaker.subtree()[-1].i > cue.i or not opens_behind_comma(speaker):
        return name
    name.attach(main, "dobj")
    speaker.attach(cue, "nsubj")
    return speaker


def described_speaker(cue: Word) -> None:
    """ "They should go, for the dam is old, Ann Berg, the mayor of Tarn, said": no dam is she, and she says so."""
    main = cue.head
    if cue.tag not in {"VBD", "VBZ"} or cue.lemma not in reporting("verb") or has_subject(cue) or main.i > cue.i:
        return
    if cue.child(*AUXILIARIES) is not None:
        return
    if main is cue:  # "In a statement issued Thursday, Mark Holt, a lawyer, said"
        main = cue.left[0] if cue.left else cue
    elif cue.child("ccomp", "dobj") is not None or any(w.dep == "cc" for w in main.right):
        return
    named = [w for w in main.subtree() if w.dep in {"appos", "conj"} and w.entity == "PERSON" and w.child("appos")]
    name = next((w for w in named if w.subtree()[-1].i == cue.i - 2 and opens_behind_comma(w)), None)
    if name is not None:
        name.attach(cue, "nsubj")
        cue.dep = cue.dep if cue.is_root else "parataxis"


def object_of_opener(cue: Word) -> None:
    """ "To understand Ada Lund, Mr. Holt said, one should read it": Holt said so, and Lund is to be understood."""
    named, main = cue.child("nsubj"), cue.head
    speaker = None if named is None else next((w for w in named.right if w.dep == "appos"), None)
    opener = next((w for w in main.left if w.dep == "advcl" and is_infinitive(w) and not w.right), None)
    if named is None or speaker is None or opener is None or speaker.i != cue.i - 1 or speaker.pos != "PROPN":
        return
    if named.subtree()[0].i == opener.i + 1 and cue.lemma in reporting("verb"):
        speaker.attach(cue, "nsubj")
        named.attach(opener, "dobj")


def _speaker_before(cue: Word) -> Word | None:
    """The noun right before a cue that was taken for a plural noun."""
    if cue.tag not in _PLURAL_FORMS or cue.lemma.lower() not in reporting("verb") or not cue.left:
        return None
    speaker = cue.left[-1]
    fits = speaker.dep in {"compound", "nmod", "nsubj"} and is_nominal(speaker) and speaker.i == cue.i - 1
    return speaker if fits and not is_plural(speaker) else None


def _take_subject(cue: Word, speaker: Word) -> None:
    speaker.adopt(w for w in cue.left if w.i < speaker.i and w.dep in _OF_NOUN)
    speaker.attach(cue, "nsubj")


def named_like_adverb(name: Word) -> None:
    """ "If it is dry, Early says it will burn": a capital in the middle of a sentence, and no other subject."""
    cue = name.head
    if name.i == 0 or name.i != cue.i - 1 or not name.text[0].isupper() or cue.tag not in {"VBD", "VBZ"}:
        return
    if cue.lemma in reporting("verb") and not has_subject(cue) and cue.child("ccomp") is not None:
        name.attach(cue, "nsubj", "NNP")
        for opener in [w for w in cue.left if w.dep == "ccomp" and w.child("mark") is not None]:
            opener.dep = "advcl"


@only_on("'s", "’s")
def has_maintained(short: Word) -> None:
    """ "He's maintained that it will hold": he has, for nobody maintains him."""
    verb = short.head
    subject = verb.child("nsubjpass")
    told = verb.lemma in _NOT_DONE_TO_PEOPLE and verb.child("agent", "xcomp", "dobj") is None
    if told and subject is not None and subject.lower in {"he", "she"}:
        short.dep, short.lemma, subject.dep = "aux", "have", "nsubj"


_NOT_DONE_TO_PEOPLE = frozenset(
    {"acknowledge", "admit", "argue", "boast", "claim", "complain", "concede", "contend", "hint", "indicate", "insist"}
    | {"lament", "maintain", "pledge", "predict", "promise", "say", "stress", "suggest", "vow"}
)


def speaker_behind(verb: Word) -> None:
    """ "They will come," Sen. Angus Reed, who leads them, told reporters: Reed did, and is no part of what he told."""
    content = verb.child("ccomp")
    if (
        verb.lemma not in reporting("verb")
        or content is None
        or content.i > verb.i
        or verb.child(*SUBJECTS) is not None
    ):
        return
    for word in content.subtree():
        if word.pos != "PROPN" or word.dep in {"compound", "poss"}:
            continue
        own = word.subtree()
        last = own[-1].i + (own[-1].text != ",")
        before = [w for w in (*content.subtree(), *verb.left) if w.i == own[0].i - 1]
        if last in {verb.i, verb.i - 1} and before and before[0].text == "," and word is not content:
            word.attach(verb, "nsubj")
            return


@only_with(QUOTATION)
def after_quotation(tree: Tree) -> None:
    """ "It sets no precedent," Lena Holt, the chief of staff, told reporters: she is no apposition of what she said."""
    for start, end in tree.quotes:
        inside = [w for w in tree.words if start <= w.start < end]
        behind = [w for w in tree.words if w.start >= end]
        closed = inside and behind and inside[-1].text in {",", "!", "?"}
        if not closed or not any(w.pos in {"VERB", "AUX"} for w in inside):
            continue
        own = (w for w in behind if not any(v.dep == "relcl" and v in behind for v in (w, *w.ancestors())))
        cue = next((w for w in own if w.pos in {"VERB", "AUX"} and w.tag != "VBG"), None)
        if cue is behind[0] and cue.lower == "read" and cue.child("dobj") is not None:
            cue.tag = "VBD"
        if cue is not None and cue is behind[0]:
            _put_first(cue, inside, behind)
        if cue is not None and cue.lemma in reporting("verb") and _is_finite(cue):
            _own_speaker(cue, inside, behind)
            _take_quotation(cue, inside, behind)
            _open_rest(tree, cue, inside)


def _open_rest(tree: Tree, cue: Word, inside: list[Word]) -> None:
    """ "If it fails," Lund told workers, "we will all pay": that is when they pay, and she told them in any case."""
    openers = [w for w in cue.left if w.dep == "advcl" and w in inside and w.subtree()[0].tag != "WP"]
    rest = next((w for w in cue.right if w.dep in {"ccomp", "parataxis"} and tree.is_quoted(w)), None)
    if rest is not None and openers and cue.child("ccomp") in {None, rest}:
        rest.dep = "ccomp"
        rest.adopt(openers)


def _put_first(cue: Word, inside: list[Word], behind: list[Word]) -> None:
    """ "It is a mess," tweeted senator Ada Berg: she did, and is no tweeted mess."""
    if cue.tag not in PAST_TAGS or cue.lemma not in reporting("verb") | entries("speaking_verbs"):
        return
    if cue.is_root and cue.child(*SUBJECTS) is None:
        name = cue.child("dobj")
        if name is not None and name.pos == "PROPN" and name.subtree()[0].i == cue.i + 1 and cue.child("ccomp"):
            name.attach(cue, "nsubj")
        return
    name = next((w for w in (cue, *cue.ancestors()) if w.head in inside), cue)
    if cue.dep != "amod" or name not in behind or name.pos not in NOUNS or not (top := _top(name.head, inside)).is_root:
        return
    cue.lead("VBD")
    cue.adopt(w for word in (top, name.head) for w in word.right if w in behind and w is not name)
    cue.hang(ccomp=top, nsubj=name)


def _own_speaker(cue: Word, inside: list[Word], behind: list[Word]) -> None:
    """ "We found it: ice in the rock," Lund said: of two subjects the one behind the quotation said it."""
    subjects = [w for w in cue.left if w.dep == "nsubj"]
    if _speaker_follows(cue, subjects, inside, behind):
        return
    if len(subjects) < 2 or subjects[0] not in inside or subjects[-1] not in behind:
        return
    content = next((w for w in cue.left if w.dep == "ccomp" and w in inside), None)
    above = cue.head
    if content is not None:
        content.adopt((w for w in subjects if w in inside), "dep")
    elif above in inside and cue.dep in {"pcomp", "ccomp"}:  # "with few losses," Lund and his team wrote
        top = _top(above, inside)
        if top.is_root:
            subjects[0].attach(above, "pobj" if above.pos == "ADP" else "dobj")
            cue.lead()
            top.attach(cue, "ccomp")


def _speaker_follows(cue: Word, subjects: list[Word], inside: list[Word], behind: list[Word]) -> bool:
    """ "We fear debt and low demand given high rates," said Veltra: no demand said so."""
    content = next((w for w in cue.left if w.dep == "ccomp" and w in inside), None)
    if content is None or len(subjects) != 1 or subjects[0] not in inside:
        return False
    name = next((w for w in cue.right if w.dep in {"attr", "dobj", "nsubj", "oprd"}), None)
    if name is None or name.subtree()[0].i != cue.i + 1:  # "... made me feel good," Lund, the head, said
        name = next((w for w in behind if w.dep in {"appos", "conj"} and w.head in inside and w.i < cue.i), None)
    if name is None or name.pos != "PROPN" or is_time(name):
        return False
    subjects[0].attach(content, "dep")
    name.attach(cue, "nsubj")
    return True


def _is_finite(cue: Word) -> bool:
    """Whether a verb stands alone in the past or present, also where its past was taken for a participle."""
    bare_participle = cue.tag == "VBN" and cue.child("nsubj") is not None and cue.child("aux", "auxpass") is None
    return cue.tag in {"VBD", "VBZ"} or bare_participle


def _take_quotation(cue: Word, inside: list[Word], behind: list[Word]) -> None:
    """Makes `cue` the verb above a quotation, with the name between the two as its subject."""
    if cue.head not in inside:
        return
    follower = next((w for w in cue.right if w.dep == "dobj" and w.subtree()[0].i == cue.i + 1), None)
    subject, top = cue.child(*SUBJECTS), _top(cue.head, inside)
    named = follower is not None and follower.pos == "PROPN"
    if subject is not None and subject in inside and named and top.is_root:
        for word in [w for w in cue.left if w in inside]:  # "It was light, though costs in line," wrote Lind
            word.attach(cue.head, "dep" if word is subject else word.dep)
    elif has_subject(cue):
        _lift(cue, inside)
        return
    names = [w for w in behind if is_nominal(w) and w.head in inside and w.i < cue.i]
    speaker = names[-1] if names else follower
    if speaker is None or not top.is_root:
        return
    cue.lead()
    top.attach(cue, "ccomp")
    titles = [w for w in conjuncts(speaker) if w.entity != "PERSON"]
    speaker = next((w for w in conjuncts(speaker) if w.entity == "PERSON"), speaker)
    speaker.attach(cue, "nsubj")
    speaker.adopt(
        (w for w in (*names[:-1], *titles) if w is not speaker), "nmod"
    )  # "chairman, president and founder Lena Holt"


def _top(word: Word, inside: list[Word]) -> Word:
    """The word above all of a quotation that `word` is in."""
    return next(w for w in (word, *word.ancestors()) if w.is_root or w.head not in inside)


def _lift(cue: Word, inside: list[Word]) -> None:
    """ "Nobody asked for more," Lena Holt told reporters: that she did so is not what nobody asked."""
    top = cue.head
    speaker = cue.child(*SUBJECTS)
    beside = cue.dep == "conj" and not any(w.dep == "cc" and w not in inside for w in top.right)
    if top.is_root and (cue.dep == "ccomp" or beside) and speaker not in inside and cue.child("mark") is None:
        for word in [w for w in cue.left if w in inside]:
            word.attach(top, "conj" if beside and word.dep == "ccomp" else word.dep)
        cue.lead()
        top.attach(cue, "ccomp")


def others_say(verb: Word) -> None:
    """ "The army says two died while the rebels claim ten did", "It failed," the firm said, while a rival said it held:
    whoever speaks first says nothing of what the others say."""
    content, mark, subject = verb.head, verb.child("mark"), verb.child("nsubj")
    cue = content.head
    if mark is None or subject is None or content.dep != "ccomp" or cue.lemma not in reporting("verb"):
        return
    if content.i < cue.i < verb.i:
        apart = mark.lower in _WHILE and verb.lemma in reporting("verb")
    else:
        loud = verb.lemma in _CALLING and any(w.text == "," and w.i < mark.i for w in content.right)
        speaks = (verb.lemma in _SPEAKING or loud) and is_finite(verb) and subject.tag != "PRP"
        apart = cue.i < content.i < verb.i and speaks and content.lemma not in reporting("verb")
        ours = subject.lower == "we" and mark.lower in {"although", "though"}  # whoever writes
        apart = (cue.i < content.i < verb.i and ours) or (apart and mark.lower in _WHILE | {"although", "though"})
    if apart:
        verb.attach(cue, "advcl")


_WHILE = frozenset({"while", "whereas"})
_SPEAKING = frozenset({"claim", "deny", "insist", "maintain", "say", "argue", "contend"})
_CALLING = frozenset({"condemn", "criticise", "criticize", "demand", "praise", "reject", "urge", "warn", "welcome"})


@only_with("states")
def letter_states(tree: Tree) -> None:
    """ "The letter from Lind states that she was ill": the letter does, and there are no Lind states."""
    for name, cue, that in zip(tree.words, tree.words[1:], tree.words[2:], strict=False):
        if cue.lower != "states" or cue.tag != "NNS" or name.head is not cue or name.pos != "PROPN":
            continue
        of = cue.head if cue.dep == "pobj" else None
        source = cue.child("nsubj") if of is None else of.head
        of = of or (source.right[-1] if source is not None and source.right else None)
        if of is None or source is None or of.dep != "prep" or that.dep != "mark" or that.head.dep == "ROOT":
            continue
        cue.tag, cue.pos, cue.lemma = "VBZ", "VERB", "state"
        if not cue.holds(source):
            rest = [w for w in source.right if w.i > cue.i]
            cue.take_place_of(source)
            cue.adopt(rest)
            source.attach(cue, "nsubj")
        name.adopt(w for w in cue.left if w.i > of.i and w is not name)
        name.attach(of, "pobj")
        that.head.attach(cue, "ccomp")


@only_with(":")
def before_colon(verb: Word) -> None:
    """ "How is unclear: no boat has been found": what stands before the colon is nothing that was found.

    Nor is it what "Lund praised it: if they agree, he said that he would sign" says.
    """
    main = verb.head
    content = any(w.dep == "ccomp" for w in main.right)
    colon = next((w for w in (*main.left, *verb.right) if w.text == ":" and verb.i < w.i < main.i), None)
    subject = main.child("nsubj", "nsubjpass")
    says = main.lemma in reporting("verb") and main.child("auxpass") is None and not content
    if colon is None or subject is None or not colon.i < subject.i or says:
        return
    if is_finite(verb) and verb.child("nsubj", "nsubjpass", "csubj") is not None:
        verb.dep = "parataxis"
