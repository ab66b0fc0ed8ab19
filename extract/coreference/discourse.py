"""One pass through an article, sentence by sentence: each reference finds its referent.

Names go to the names they shorten (`names`), descriptions to what they describe (`definites`, `pairs`),
pronouns to the most salient referent that fits (`pronouns`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from extract.attribution.blockquotes import BlockQuote
from extract.attribution.speakers import speakers
from extract.attribution.speech import Speech
from extract.coreference import binding
from extract.coreference.definites import describe, is_told_apart, tells
from extract.coreference.dialogue import quoted_within, who_answered, who_said
from extract.coreference.expletives import expletive
from extract.coreference.headline_names import find_all
from extract.coreference.kin import as_child, without_kin
from extract.coreference.named_beside import call, in_brackets, is_named_by, is_same, nicknames, settle, whom_it_names
from extract.coreference.names import Names, country
from extract.coreference.naming import as_name, as_persons
from extract.coreference.pairs import counts_two, the_two, who_met
from extract.coreference.pronouns import FORMS, GENDERS, Form, Pronoun, agrees, pronoun
from extract.coreference.references import Candidate, Choice, Kind, Number, Referent, Role
from extract.coreference.salience import WINDOW, choose
from extract.coreference.spoken_for import body_led, described
from extract.coreference.unlikely import is_he_or_she, is_of_each
from extract.english.persons import Gender, Sort
from extract.english.wordlists import entries, word_class
from extract.factuality.signatures import reporting
from extract.model import HEADLINES, Span
from extract.syntax.tree import Tree, Word
from extract.values import value

#: Members by themselves: on Python 3.11 to find one in its class takes as long as to call a function.
_NAME, _PERSON = Kind.NAME, Sort.PERSON
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_TAGS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})
_SPEAKING = frozenset({"i", "me", "my", "myself"})
_SPEAKING_TOGETHER = frozenset({"we", "us", "our", "ours", "ourselves"})
#: What a report calls a speaker whom it does not name.
_UNNAMED = frozenset({"insider", "pal", "person", "source", "witness"})
_ANSWERING = word_class("verbs of responding")
#: From here on a link tells whether somebody is a man or a woman, for all that follows.
_SURE = 0.6
#: A pronoun that goes on with another has this share of the other's doubt, where it shows a gender and where not.
_AS_UNSURE = {True: 0.55, False: 0.75}
#: How sure it is that the two who met are meant by "they".
_MET = 0.7
#: Below this, nothing that goes on with a pronoun is surer than it.
_FIRM = 0.68
#: Who was mentioned so often is whom the article is about; who was not within so many sentences is out of sight.
_OFTEN, _LATELY = 5, 6


@value
class Link:
    """A reference and what it was found to stand for; None where it is left open, and `rule` says why."""

    mention: Candidate
    choice: Choice | None
    rule: str


class Discourse:
    """What has been spoken of so far."""

    def __init__(self, trees: Sequence[Tree], speeches: Mapping[Span, Speech], apart: Mapping[int, BlockQuote]) -> None:
        self._trees = trees
        self._first = {tree.block: tree.position for tree in reversed(trees)}  # of each block
        self._speeches = speeches
        self._apart = apart
        self._found = find_all(trees)
        as_persons([c for found in self._found for c in found if c.kind is Kind.NAME])
        named = (country(" ".join(c.key)) for found in self._found for c in found if c.kind is Kind.NAME)
        self._names = Names({name for name in named if name is not None})
        self._seen: list[Candidate] = []
        self._here: dict[int, Candidate] = {}  # by the position of their head, of the sentence being read
        self._heard: dict[tuple[int, int], float] = {}  # how sure each pronoun is by itself
        self._met: dict[tuple[int, int], tuple[Candidate, float]] = {}  # by sentence and head, with how sure it is
        self._speakers: dict[int, Referent] = {}
        self._persons: dict[Gender, dict[int, Referent]] = {gender: {} for gender in Gender}
        self._quotes: dict[Span, int] = {}
        self._own: list[tuple[Tree, Word]] = []  # "I" and "we" in quotations, whose speakers may come later
        self._left_open: dict[Form, tuple[int, int, int]] = {}  # the last subject left open: sentence, start, quote
        self._block = -1
        self._last_speaker: Referent | None = None
        self._spoke_last: Referent | None = None
        self._said_i = -1  # the last sentence in which somebody quoted says "I"

    def links(self) -> Iterator[tuple[Tree, Link]]:
        """All references of the article that are not their own best name, and the pronouns left open."""
        for tree, found in zip(self._trees, self._found, strict=True):
            for link in self._read(tree, found):
                yield tree, link
        for tree, word in self._own:
            if (own := self._spoken(tree, word)) is not None:
                yield tree, own

    def candidates(self) -> list[tuple[Tree, Candidate]]:
        """All names, noun phrases and coordinations of the article; once its `links` are read, its pronouns, too."""
        return [(tree, one) for tree, found in zip(self._trees, self._found, strict=True) for one in found]

    def _read(self, tree: Tree, found: list[Candidate]) -> Iterator[Link]:
        self._here = {}
        for candidate in found:
            self._here.setdefault(candidate.head.i, candidate)
            candidate.quote = self._quote(tree, candidate.start)
            candidate.headline = tree.kind in HEADLINES
            self._met.setdefault((tree.position, candidate.head.i), (candidate, 1.0))
            yield from self._refer(candidate, found)
        for candidate in found:
            yield from self._join(candidate)
            self._note_person(candidate.referent)
        yield from self._pronouns(tree, found)
        yield from (Link(name, choice, choice.rule) for name, choice in nicknames(found, self._here))
        self._seen.extend(found)
        self._note_speaker(tree)

    def _quote(self, tree: Tree, start: int) -> int:
        for span in tree.quotes:
            if span[0] <= start < span[1]:
                return self._quotes.setdefault(span, len(self._quotes))
        return -1

    def _refer(self, candidate: Candidate, found: list[Candidate]) -> Iterator[Link]:
        if _bare_capital(candidate):
            head = candidate.head
            if self._names.known(head.lower) or (self._names.is_first(head.lower) and not head.text.isupper()):
                as_name(candidate)
            elif candidate.head.tag == "JJ":
                return
        if candidate.kind is Kind.NAME:
            yield from self._named(candidate, self._names.refer(candidate))
        elif candidate.members:
            whole = Referent.of(candidate)
            if all(member.paired for member in candidate.members):
                whole.parts = tuple(m.referent for m in candidate.members if m.referent is not None)
        else:
            yield from self._described(candidate, found)

    def _named(self, name: Candidate, referent: Referent) -> Iterator[Link]:
        best = referent.best(name.start)
        if best is None:
            return
        if name.metonym:
            yield Link(name, Choice(referent, best, 0.6, "capital"), "capital")
        elif len(best.key) > len(name.key):
            yield Link(name, Choice(referent, best, 0.9, "short name"), "short name")

    def _described(self, nominal: Candidate, found: list[Candidate]) -> Iterator[Link]:
        if counts_two(nominal.head):
            choice = self._pair(nominal, found)
        else:
            choice = described(nominal, found) or describe(nominal, self._seen, found)
        choice = choice or self._speaking_again(nominal)
        if choice is None or is_told_apart(nominal, choice, found):
            Referent.of(nominal)
        else:
            if tells(choice, nominal, self._seen, found):
                yield Link(nominal, choice, choice.rule)
            choice.referent.add(nominal)

    def _speaking_again(self, nominal: Candidate) -> Choice | None:
        """ "A friend of hers said so. "She fell," the source said": somebody unnamed goes on."""
        last, head = self._spoke_last, nominal.head
        speaks = head.dep == "nsubj" and head.head.lemma in reporting("verb") and head.lemma in _UNNAMED
        if last is None or last.named or last.sort is not Sort.PERSON or last.number is Number.PLURAL or not speaks:
            return None
        mention = last.best(nominal.start)
        if mention is None or nominal.sentence - mention.sentence > 2 or nominal.number is Number.PLURAL:
            return None
        alone = (
            all(w.lower == "the" for w in head.left) and any(head.left) and Gender.OPEN in (nominal.gender, last.gender)
        )
        return Choice(last, mention, 0.7, "speaks again") if alone else None

    def _pair(self, phrase: Candidate, found: list[Candidate]) -> Choice | None:
        pair = the_two(phrase, self._seen, found)
        if pair is None:
            return None
        referent, back = pair
        return Choice(referent, phrase, 0.8 - 0.1 * back, "the two")

    def _join(self, candidate: Candidate) -> Iterator[Link]:
        """ "The mayor, Ann Hale": one person, and the mayor stands for her; "Hale is a teacher": a noun for Hale."""
        head = candidate.head
        if candidate.members or candidate.referent is None:
            return
        if beside := whom_it_names(head):
            host = self._here.get(beside.i)
            if host is None or host.referent in (None, candidate.referent) or not is_same(host, candidate):
                return
            owners = [self._here.get(word.i) for word in host.head.left if word.dep == "poss"]
            if any(owner is not None and owner.referent is candidate.referent for owner in owners):
                return  # "Berg's father, the elder Berg"
            assert host.referent is not None
            settle(host, candidate)
            host.referent.merge(candidate.referent)
            if candidate.kind is Kind.NAME and candidate.gender is Gender.FEMALE and host.head.lemma.endswith("man"):
                host.referent.gender = Gender.FEMALE  # "the chairman, Baroness Lund"
            if head.dep == "appos" and candidate.kind is Kind.NAME and is_named_by(host, candidate):
                yield Link(host, Choice(host.referent, candidate, 0.95, "named beside"), "named beside")
        elif head.dep == "attr" and candidate.kind is Kind.NOMINAL:
            subject = head.head.child("nsubj") if head.head.lemma == "be" else None
            host = self._here.get(subject.i) if subject is not None else None
            if host is not None and host.kind is Kind.NAME and host.referent is not None:
                call(host.referent, candidate)

    def _listen(self, tree: Tree) -> None:
        """Learns who speaks; a quotation without a speaker goes on with the paragraph's last one."""
        if tree.block != self._block:
            self._block, self._last_speaker = tree.block, None
        found = dict(speakers(tree))
        for span in tree.quotes:
            number = self._quotes.setdefault(span, len(self._quotes))
            speaker = self._here.get(found[span].i) if span in found else None
            if speaker is None and span in self._speeches:
                speaker, _ = self._speaker(self._speeches[span])
            if speaker is not None and speaker.referent is not None:
                self._last_speaker = speaker.referent
            if self._last_speaker is not None:
                self._speakers.setdefault(number, self._last_speaker)

    def _speaker(self, speech: Speech) -> tuple[Candidate | None, float]:
        """Who speaks, as far as read, and how sure that is: "he" of "he said" is somebody only if resolved."""
        return self._named_by(speech.source, speech.tree)

    def _named_by(self, words: Sequence[Word], tree: Tree | None = None) -> tuple[Candidate | None, float]:
        head = next((w for w in words if w.head is w or w.head not in words), None)
        if head is None:
            return None, 0.0
        if tree is not None and (met := self._met.get((tree.position, head.i))) is not None:
            return met
        known = self._names.called(w.lower for w in words if w.tag != "POS")
        if tree is not None:  # a speaker who is named behind what she says, by a name met before
            return (known.mentions[0], 1.0) if known is not None else (None, 0.0)
        if known is not None:
            return known.mentions[0], 1.0
        named, sure = self._met.get((self._sentence_at(head.start).position, head.i), (None, 0.0))
        if (
            named is not None
            and named.entity != "PERSON"
            and (named.start, named.end) != (words[0].start, words[-1].end)
        ):
            return None, 0.0  # not a sister of "-- PUZZLED SISTER"
        return named, sure

    def _sentence_at(self, place: int) -> Tree:
        return self._trees[bisect_right(self._trees, place, key=attrgetter("start")) - 1]

    def _note_speaker(self, tree: Tree) -> None:
        """Whose words a sentence reports; one without any speaker leaves that open, unless all of it is quoted."""
        for root in tree.roots:
            words = (root, *(w for w in root.right if w.dep in {"advcl", "conj"}))
            speaks = any(w.lemma in entries("quoting_verbs") or w.lemma in _ANSWERING for w in words)
            subjects = root.having("nsubj") if speaks else []
            subject = who_answered(root) or (subjects[-1] if subjects else who_said(root))
            speaker = self._here.get(subject.i) if subject is not None else None
            if speaker is not None and speaker.quote < 0:
                self._spoke_last = speaker.referent
                return
        for span in reversed(tree.quotes):  # "Lund was blunt: "It is over." He added ..."
            speech = self._speeches.get(span)
            speaker = self._speaker(speech)[0] if speech is not None and not speech.silent else None
            if speaker is not None and speaker.quote < 0 and speaker.referent is not None:
                self._spoke_last = speaker.referent
                return
        if not tree.quotes or any(w.pos != "PUNCT" and self._quote(tree, w.start) < 0 for w in tree.words):
            self._spoke_last = None

    def _pronouns(self, tree: Tree, found: list[Candidate]) -> Iterator[Link]:
        """The pronouns outside quotations first: "he" of "he said" tells who "I" is."""
        pronouns = [w for w in tree.words if w.tag in _TAGS]
        if tree.quotes:
            pronouns.sort(key=lambda w: self._quote(tree, w.start) >= 0)
            self._listen(tree)
        for word in pronouns:
            if word.lower in FORMS:
                yield self._third(tree, word, found)
                if tree.quotes:
                    self._listen(tree)
            elif word.lower in _SPEAKING or word.lower in _SPEAKING_TOGETHER:
                if tree.quotes or tree.position in self._apart:
                    self._own.append((tree, word))
                if word.lower in _SPEAKING and tree.quotes:
                    self._said_i = tree.position
            elif word.lower in _RELATIVE and word.tag != "PRP":
                yield from self._relative(tree, word)

    def _third(self, tree: Tree, word: Word, found: list[Candidate]) -> Link:
        spoken = self._spoken_by(word, tree)
        start = min((q[0] for q in tree.quotes if self._quotes.get(q) in spoken), default=word.start)
        asked = pronoun(word, tree, self._quote(tree, word.start), spoken, self._sentence_at(start).position)
        mention = _pronoun_mention(tree, word, asked)
        if asked.form is Form.IT and expletive(word):
            return Link(mention, None, "expletive")
        if is_he_or_she(word) or (asked.form in GENDERS and is_of_each(word)):
            return Link(mention, None, "open")
        window = 0 if asked.reflexive else WINDOW[asked.form] + asked.sentence - asked.since
        speaker = self._who_speaks(asked, tree)
        near = [m for m in self._recent(tree, window, found) if speaker is None or m.referent is not speaker]
        if self._names_nobody_yet(tree, word, near) and self._names_nobody_yet(tree, word, found):
            near = without_kin(asked, near, self._met)
        choice = (
            self._reflexive(asked)
            or self._part(asked)
            or in_brackets(asked, tree, found)
            or as_child(asked, self._met)
            or choose(
                asked,
                near,
                self._speakers,
                self._spoke_last,
                self._only(GENDERS[asked.form], tree.position) if asked.form in GENDERS else None,
                self._said_i,
            )
        )
        pair = who_met(asked, choice, self._seen)
        if pair is not None:
            choice = Choice(pair, mention, _MET, "who met")
        if choice is None or self._goes_on_open(asked, choice):
            if asked.role is Role.SUBJECT and not asked.possessive:
                self._left_open[asked.form] = (tree.position, word.start, asked.quote)
            return Link(mention, None, "open")
        choice = self._no_surer(asked, choice, found)
        if asked.form in (Form.HE, Form.SHE) and choice.confidence >= _SURE:
            choice.referent.hear(GENDERS[asked.form])
            self._note_person(choice.referent)
        self._heard[tree.position, word.i] = choice.confidence
        choice = self._as_unsure(asked, choice)
        mention.sort, mention.number = choice.referent.sort, choice.referent.number
        choice.referent.add(mention)
        found.append(mention)
        self._here.setdefault(word.i, mention)
        self._met.setdefault((tree.position, word.i), (mention, choice.confidence))
        return Link(mention, choice, choice.rule)

    def _names_nobody_yet(self, tree: Tree, word: Word, known: Iterable[Candidate]) -> bool:
        """Whether nobody of these has been named in the paragraph, up to a word."""
        first = self._first.get(tree.block, tree.position)
        before = [c for c in known if c.kind is _NAME and c.sort is _PERSON and c.sentence >= first]
        return not any(c.start < word.start for c in before)

    def _no_surer(self, asked: Pronoun, choice: Choice, found: list[Candidate]) -> Choice:
        """It is a smear, and it has come from Lund: the second is no surer than the first.

        Lund met her mother. She wept. She left: who left is hardly surer than who wept.
        """
        if choice.mention.kind is Kind.PRONOUN:
            before = self._heard.get((choice.mention.sentence, choice.mention.head.i), 1.0)
            choice = _at_most(choice, 1 - (1 - before) * _AS_UNSURE[asked.form in GENDERS])
        if asked.role is not Role.SUBJECT or asked.form is not Form.IT:
            return choice
        for known in found:
            same = known.kind is Kind.PRONOUN and known.referent is choice.referent and known.quote == asked.quote
            if same and known.role is Role.SUBJECT and FORMS.get(known.head.lower) is asked.form:
                return _at_most(choice, self._met[asked.sentence, known.head.i][1])
        return choice

    def _as_unsure(self, asked: Pronoun, choice: Choice) -> Choice:
        """He was a yard off his line: whose line it was is no surer than who was off it.

        "He told me. He told the nurses. He was ill": whoever is not known at first is not at last.
        """
        own = choice.mention
        if own.kind is not Kind.PRONOUN:
            return choice
        before = self._met.get((own.sentence, own.head.i), (None, 1.0))[1]
        if asked.form is Form.IT and asked.possessive and own.sentence == asked.sentence and own.role is Role.SUBJECT:
            choice = Choice(
                choice.referent, own, max(choice.confidence, before), choice.rule
            )  # It says that its crews ...
        its_subject = asked.possessive and own.head is asked.own_subject
        return _at_most(choice, before) if its_subject or before < _FIRM else choice

    def _who_speaks(self, asked: Pronoun, tree: Tree) -> Referent | None:
        """Nobody calls herself "she" in what she says, if it is quoted as a whole; if she "asked" in it, a mark is
        missing."""
        verb, told = asked.word.head, asked.word.head.child("ccomp")
        asks = (
            asked.word.dep == "nsubj" and verb.lemma in entries("quoting_verbs") and (told is None or told.i < verb.i)
        )
        if asked.quote < 0 or asked.form not in GENDERS or asks:
            return None
        start = next(span[0] for span in tree.quotes if span[0] <= asked.word.start < span[1])
        whole = tree.source[start : start + 3].lstrip("\"'“‘« ")[:1].isupper()
        return self._speakers.get(asked.quote) if whole else None

    def _goes_on_open(self, asked: Pronoun, choice: Choice) -> bool:
        """ "They came in. They broke all windows. They shouted at me": nobody knows who, and no windows shout."""
        if asked.role is not Role.SUBJECT or asked.form not in self._left_open:
            return False
        sentence, start, quote = self._left_open[asked.form]
        same = asked.form is Form.IT and asked.sentence == sentence and asked.quote == quote
        if same and choice.mention.start < start:
            return True  # "It was a riot, or it was an attack": one is as open as the other
        if asked.form in GENDERS:
            return False
        new = choice.mention.start > start and choice.referent.mentions[0].start > start
        return asked.sentence - sentence <= 1 and new and choice.mention.role is not Role.SUBJECT

    def _spoken_by(self, word: Word, tree: Tree) -> frozenset[int]:
        """The numbers of the quotations that a word is the speaker of."""
        said = (span for span in tree.quotes if span in self._speeches and word in self._speeches[span].source)
        return frozenset(self._quotes[span] for span in said if span in self._quotes)

    def _only(self, gender: Gender, sentence: int) -> Referent | None:
        """The one person of a gender who was spoken of several times, if no other was lately."""
        alive = [r for r in self._persons[gender].values() if r.mentions[0].referent is r]
        chief = [r for r in alive if len(r.mentions) >= _OFTEN]
        lately = [r for r in alive if sentence - r.mentions[-1].sentence <= _LATELY]
        return chief[0] if len(chief) == 1 and all(r is chief[0] for r in lately) else None

    def _note_person(self, referent: Referent | None) -> None:
        if referent is not None and referent.sort is Sort.PERSON and referent.gender is not Gender.OPEN:
            self._persons[referent.gender].setdefault(id(referent), referent)

    def _reflexive(self, asked: Pronoun) -> Choice | None:
        binder = binding.reflexive_antecedent(asked.word) if asked.reflexive else None
        known = self._here.get(binder.i) if binder is not None else None
        if known is None or known.referent is None:
            return None
        if asked.form in GENDERS and _may_be_a_person(known):
            known.referent.hear(GENDERS[asked.form])  # "Wynnie never presented herself as a victim": no body does
        if not agrees(asked, known):
            return None
        return Choice(known.referent, known, 0.9, "reflexive")

    def _part(self, asked: Pronoun) -> Choice | None:
        """ "Ten guests, most of them drunk": of the guests."""
        whole = binding.whole_beside(asked.word)
        known = self._here.get(whole.i) if whole is not None else None
        return Choice(known.referent, known, 0.9, "part") if known is not None and known.referent is not None else None

    def _recent(self, tree: Tree, window: int, found: list[Candidate]) -> list[Candidate]:
        first = bisect_left(self._seen, tree.position - window, key=attrgetter("sentence"))
        return found + self._seen[: first - 1 if first else None : -1]

    def _spoken(self, tree: Tree, word: Word) -> Link | None:
        """ "I" in a quotation is who speaks it, "we" a body or several persons who do."""
        around = sorted((q for q in tree.quotes if q[0] <= word.start < q[1]), key=lambda q: q[1] - q[0])
        speech = self._speeches.get(around[0]) if around else None
        if around and quoted_within(tree.source, around[0], word.start):
            return None
        apart = self._apart.get(tree.position) if not around else None
        if speech is None and apart is None:
            return None
        speaker, sure = self._speaker(speech) if speech is not None else self._named_by(apart.source if apart else ())
        referent = speaker.referent if speaker is not None else None
        if speaker is None or referent is None or speaker.quote >= 0:
            return None
        together = bool(speaker.members) or referent.number is Number.PLURAL or speaker.head.tag == "NNPS"
        if word.lower in _SPEAKING_TOGETHER:
            if not together and (referent.sort is not Sort.BODY or not referent.sure):
                if (speaker := body_led(word, referent, self._met)) is None or speaker.referent is None:
                    return None
                referent, sure = speaker.referent, 0.8 * sure
        elif together or referent.sort in (Sort.TIME, Sort.THING):
            return None
        mention = Candidate(Kind.PRONOUN, word, word, word, tree.position)
        return Link(mention, Choice(referent, speaker, 0.9 * sure, "speaker"), "speaker")

    def _relative(self, tree: Tree, word: Word) -> Iterator[Link]:
        """ "Hale, who ...": the noun that its clause belongs to."""
        verb = word
        while verb.dep != "relcl" and verb.head is not verb:
            verb = verb.head
        host = self._here.get(verb.head.i) if verb.dep == "relcl" else None
        if host is not None and host.start < word.start and host.referent is not None:
            mention = Candidate(Kind.PRONOUN, word, word, word, tree.position)
            yield Link(mention, Choice(host.referent, host, 0.9, "relative"), "relative")


def _pronoun_mention(tree: Tree, word: Word, asked: Pronoun) -> Candidate:
    mention = Candidate(Kind.PRONOUN, word, word, word, tree.position)
    mention.role, mention.quote = asked.role, asked.quote
    return mention


def _at_most(choice: Choice, confidence: float) -> Choice:
    return Choice(choice.referent, choice.mention, min(choice.confidence, confidence), choice.rule)


def _bare_capital(candidate: Candidate) -> bool:
    """ "Graves said ...": a surname that the tagger took for a noun."""
    head = candidate.head
    return candidate.kind is Kind.NOMINAL and head.text[0].isupper() and not head.left and not candidate.members


def _may_be_a_person(mention: Candidate) -> bool:
    """A name that the entity recogniser takes for a thing or a body, though no word says that it is one."""
    referent = mention.referent
    return referent is not None and mention.kind is Kind.NAME and not referent.sure and referent.gender is Gender.OPEN
