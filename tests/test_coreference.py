"""What pronouns and descriptions stand for: one sentence a rule, then our articles and the real one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extract.coreference.naming import as_persons
from extract.coreference.references import Candidate, Kind, Number, Referent
from extract.coreference.resolution import Coreference
from extract.english.persons import Gender, Sort
from extract.extractor import plain_article
from extract.model import Mention, name_spans
from extract.syntax.parsing import parse
from extract.text.blocks import blocks
from extract.text.quotes import quoted_spans
from tests.coref_gold import articles, digest, linked, score

if TYPE_CHECKING:
    from spacy.language import Language

#: The hash of tests/gold/coref_news.txt and what was reached on it: shares of pronouns, of answers, of empty ones.
FLOORS = ("7a442b58b0798f9ec65f81b961550861069ff23c1935cd6af1886826a148d49f", 0.86, 0.89, 1.0)


def _link(nlp: Language, text: str, word: str) -> Mention:
    """The link of the last mention whose words are `word`."""
    return [m for m in linked(nlp, text).mentions if m.text == word][-1]


@pytest.mark.parametrize(
    ("text", "word", "stands_for"),
    [
        # gender and number
        ("Anna Hale opened the bridge. She thanked the builders.", "She", "Anna Hale"),
        ("Mayor Paul Berg met Anna Hale. He praised her.", "He", "Paul Berg"),
        ("Mayor Paul Berg met Anna Hale. He praised her.", "her", "Anna Hale"),
        ("Workers left the plant. They were angry.", "They", "Workers"),
        ("The Lorne Group asked clerks. Another 19 percent said they would leave.", "they", "Another 19 percent"),
        ("Paul Berg mocked Karl Lund for losing his keys.", "his", "Karl Lund"),
        ("A nurse, Maria Vold, found the boy. She called the police.", "She", "Maria Vold"),
        ("The actress Kim Lowell met the director. She signed the contract.", "She", "Kim Lowell"),
        ("It asked that any child be cared for from the moment they are missed.", "they", "any child"),
        ("The Star of Mora sank. It was new.", "It", "Star of Mora"),
        # a surname that is a man's name, an article before what a name is part of, a word before a name
        ("Kelda Marlon is running. The Marlon campaign was glad. Marlon said she would win.", "she", "Kelda Marlon"),
        ("Kelda Marlon is running. It will be Secretary Marlon. Marlon said she would win.", "she", "Kelda Marlon"),
        ("The party chose Brave Anna Lund. Anna Lund said she would stay.", "she", "Anna Lund"),
        # who speaks a long quotation is named before it begins
        (
            'That worries Henry Falk, a miller. "No one cares for Tarn. The mill had Anna. Tarn has nobody," he said.',
            "he",
            "Henry Falk",
        ),
        (
            'Kelda Marsk said Anna Lund has no plan. "It is not something that she says," she said.',
            "she",
            "Kelda Marsk",
        ),
        ('Falk declined to say whether Bo Reed knew Tom Berg. "It is over," he said.', "he", "Falk"),
        ("Anna Hale said on Monday the board told clerks it is worried that they may leave.", "it", "the board"),
        # subjects before objects, the main clause before others
        ("Anna Hale told Maria Vold about the plan. She had worked on it for years.", "She", "Anna Hale"),
        ("Anna Hale told Paul Berg that she would resign.", "she", "Anna Hale"),
        # binding: a plain pronoun is not the subject of its own verb
        ("Paul Berg said that Tom Reed had praised him.", "him", "Paul Berg"),
        ("Paul Berg said that he was sad to lose Tom Reed. Tom Reed had promised to help him.", "him", "Paul Berg"),
        ("Paul Berg blamed himself.", "himself", "Paul Berg"),
        ("The officer said that HMS Linda has seized rifles during the raids it carried out.", "it", "HMS Linda"),
        ("Ida Bell-Ross met Anna Hale. Dr. Bell-Ross was ill. She left.", "Bell-Ross", "Ida Bell-Ross"),
        # who speaks last, whom an editor names, who got hurt
        (
            "Prosecutor Paul Lynch asked Carl Berg, who said he had seen the gun. He admitted he was lying.",
            "He",
            "Carl Berg",
        ),
        ('Anna King saw Paul Hale at the door. "His (Hale\'s) hands were down," she said.', "His", "Paul Hale"),
        ("Paul Berg left. A rioter attacked a clerk, hitting him on the head. He fell.", "him", "a clerk"),
        ("Lou (Kaz) Brandt was shot in March. Mr. Brandt had no gun. He was 16.", "He", "Lou (Kaz) Brandt"),
        ("Anna Hale came home. Armed rebels Saturday freed the ship. She was glad.", "She", "Anna Hale"),
        ("A cop put both hands on his head.", "his", "A cop"),
        ("A gang of four thieves -- two of them dressed as nuns -- stole the rings.", "them", "four thieves"),
        (
            "Paul Berg said his aides feared that rebels might take Tom Reed to another country or even harm him.",
            "him",
            "Tom Reed",
        ),
        ("Paul Berg said police told him the man was ill and wore no boots when he slipped.", "he", "the man"),
        ("Paul Berg said Tom Reed offered him the job, and he accepted.", "he", "Paul Berg"),
        # who was told of before, and is named again beside somebody new
        (
            "Omar Lind was invited to Oslo. Lind was a guest at the fair. "
            "A founder of Veltra, Jon Berg, met with Lind during his visit.",
            "his",
            "Omar Lind",
        ),
        # a name with "the" is no person's
        ('"Seeing the Marcos, the smugglers fled," said an officer. "They left a boat," he added.', "he", "an officer"),
        ("They brought the clerk to justice. He was jailed.", "He", "the clerk"),
        # a name that is taken for a thing is a person's if it blames herself
        ("I met a nurse in May. Wynnie never blamed herself. She left.", "She", "Wynnie"),
        ("Anna Hale took the dog with her.", "her", "Anna Hale"),
        # a possessive may be the subject's
        ("Paul Berg sold his house.", "his", "Paul Berg"),
        ("The union and its members protested.", "its", "The union"),
        # one of several
        ("One of the guards said that he had left the mill.", "he", "One of the guards"),
        ("One of the mills closed. It was old.", "It", "One of the mills"),
        # a surname that is a man's given name
        ("Anna Allen left the mill. Mayor Tom Reed came. Allen sold a boat, and she was glad.", "she", "Anna Allen"),
        # nobody names himself in what he says, nor a sentence before
        (
            "Paul Berg spoke. “Seeing Tom Reed, they fled. A search led to arms,” he said.",
            "he",
            "Paul Berg",
        ),
        # looking ahead from a preposed clause or phrase
        ("When she arrived, Anna Hale sat down.", "she", "Anna Hale"),
        ("In his speech, Paul Berg defended the plan.", "his", "Paul Berg"),
        # whoever said that it did something, and what failed because it was so
        ("The council met the board. The navy announced a drill by saying it had sunk a ship.", "it", "The navy"),
        # who spoke last, and what a paper says
        ("Reed and Berg sued the label. Big Tarn has denied it. “We are sorry,” they said.", "they", "Big Tarn"),
        ("A statement said that Holt fled. Holt was serving a sentence, it said.", "it", "A statement"),
        ("VW opened a plant. The automaker says it will hire.", "it", "VW"),
        # a firm with a plural name is one firm
        (
            "Veltra Systems, which supplies Haldane, will pay more. It also said that sales fell.",
            "It",
            "Veltra Systems",
        ),
        # bodies, places and things
        ("Allvara lost money. It will close two plants.", "It", "Allvara"),
        ("The Guardian praised the film. It called the film brave.", "It", "Guardian"),
        ("The council bought a boat. It said the price was fair.", "It", "The council"),
        ("He built a tool. It is a simple tool.", "It", "a tool"),
        ("The government promised help. The plan is simple. It said farmers would be paid.", "It", "The government"),
        ("Researchers found a worm that eats plastic. They described it in a paper.", "it", "a worm"),
        ("The river Tarn burst its banks.", "its", "Tarn"),
        ("Sweden accused Norway of shelling its positions.", "its", "Sweden"),
        ("The union had no part in the plan. It protested.", "It", "The union"),
        ("The plant burned down. Its owner, Rita Bell, said she would rebuild it.", "it", "The plant"),
        pytest.param(
            *("The firm hired two engineers. They design lamps.", "They", "two engineers"),
            marks=pytest.mark.xfail(strict=True),  # a subject outweighs that firms are seldom "they"
        ),
        # they: coordinations, anybody, teams
        ("Talks between Sweden and Norway ended. They had lasted a week.", "They", "Talks"),
        ("Anna Hale and Paul Berg met. They disagreed.", "They", "Anna Hale and Paul Berg"),
        ("If anyone calls, they must leave a name.", "they", "anyone"),
        ("The team lost. They will play again on Sunday.", "They", "The team"),
        ("None of the passengers was hurt. They had to wait.", "They", "the passengers"),
        ("The council wants to ban toys. It says that they harm children.", "they", "toys"),
        ("The company said the workers had lost their jobs.", "their", "the workers"),
        ("Anna Hale met with Paul Berg. They agreed on a plan.", "They", "Anna Hale and Paul Berg"),
        (
            "Anna Hale left Oslo in May. She spoke with Paul Berg. Their talk was short.",
            "Their",
            "Anna Hale and Paul Berg",
        ),
        ("Tom Reed burned a map of the port. That map was old. It cost a lot.", "It", "a map of the port"),
        ("After the trial, Mr. Paul Berg's lawyer, Tom Reed, said his client was ill.", "his", "Tom Reed"),
        ("Veltra met with Orvia Corp. in May. They will merge.", "They", "Veltra and Orvia Corp."),
        # parts are of several, one person's are hardly "theirs", who is given a right has it
        ("The magazine printed photos of the mill, and many of them are dark.", "them", "photos of the mill"),
        ("The law gives guards a right to read their files.", "their", "guards"),
        ("Paul Berg said miners had sent a note to clerks who feel they were misled.", "they", "clerks"),
        # speech
        ('"I will resign," Anna Hale said.', "I", "Anna Hale"),
        ('Paul Berg resigned. "He lied to me," Anna Hale said.', "He", "Paul Berg"),
        ('"We lost," said Anna Hale. "I knew it."', "I", "Anna Hale"),
        ('Paul Berg resigned. "I am tired," he said.', "I", "Paul Berg"),
        ('"Have I been unfair?" Paul Berg asked.', "I", "Paul Berg"),
        ('Paul Berg was blunt. "The bridge is old. I would not cross it."', "I", "Paul Berg"),
        ('"We will close two plants," the company said.', "We", "the company"),
        ('Anna Hale and Paul Berg met. "We agree," they said.', "We", "Anna Hale and Paul Berg"),
        # a politician's party and state are nobody
        ("Senator Anna Hale, R-Ohio, read the bill. The committee backed it.", "it", "the bill"),
        # the subject of one main clause goes on as that of the next
        ("The plan is simple. It will cost nothing.", "It", "The plan"),
        ("The law was passed in May. It bans plastic bags.", "It", "The law"),
        # one name may be a longer form of another
        ("Nora Hall met the press. She smiled.", "She", "Nora Hall"),
        # a noun beside a name, or said of it, makes a person
        ("Hale Ostrom, a nurse, found the boy. She called the police.", "She", "Hale Ostrom"),
        # whoever was asked answers, and is asked about herself
        ("Anna Hale asked Maria Vold whether the mill was safe. She replied that it was.", "She", "Maria Vold"),
        ("Anna Hale asked Maria Vold to take the boat. She agreed at once.", "She", "Maria Vold"),
        ("Anna Hale asked Maria Vold how she had paid for the boat.", "she", "Maria Vold"),
        ("Anna Hale asked Maria Vold how she should pay for the boat.", "she", "Anna Hale"),
        # the mother comes only with the one whose mother she is
        ("Anna Hale grew up in Tarn. When she was ten her mother took her to Oslo.", "she", "Anna Hale"),
        # whoever is spoken to is nobody else whom the speaker means
        (
            'Paul Berg was jailed. Berg had a boat. "They sent me to him," Anna Hale told our reporter, Tom Reed.',
            "him",
            "Paul Berg",
        ),
        # whoever is only told of by another speaker
        (
            'Tom Reed shoved Paul Berg. "The boy fell," Reed said. "He hit me," Berg said.',
            "He",
            "Tom Reed",
        ),
        # according to whom
        ("According to a report, the dam is old. It says that the gates are rusty.", "It", "a report"),
        ("Anna Hale and Paul Berg met. They both laughed.", "They", "Anna Hale and Paul Berg"),
        # a councillor by a short title
        ("Council leader Joan Berg spoke. Coun Berg said that she was sorry.", "she", "Joan Berg"),
        # who is named beside a description speaks, and says "he" of somebody else
        ('Paul Berg left. His clerk, Tom Reed, wept. "He was full of plans," Reed said.', "He", "Paul Berg"),
        # the child is told by the age
        ("Paul Berg is a poet. His father, a fisherman, drowned when he was nine.", "he", "Paul Berg"),
        # nobody asks for himself what is to be done with another
        ("Paul Berg accused Tom Reed. Berg demanded that he be fined.", "he", "Tom Reed"),
        # titles that two share, and a name that the entity recogniser takes for a town's
        ("Presidents Anna Hale and Dragan Ruvic met. Ruvic spoke first. He left at noon.", "He", "Dragan Ruvic"),
        # whoever is named behind "like"
        ("They talk to people like Ada Marsk, who runs a bakery. She told them about it.", "She", "Ada Marsk"),
        # whom a spokesperson speaks for
        ("A spokesman for Allvara said it had paid.", "it", "Allvara"),
        # what the tagger takes for a name, without a capital
        ("Russia's foreign ministry said it viewed the move as bad.", "it", "Russia's foreign ministry"),
        # relative pronouns
        ("Anna Hale, who leads the party, resigned.", "who", "Anna Hale"),
        # whom the entity recogniser takes for a body
        ('"We are late," Stafford said of the trip.\n\n"The ship is old," he continued.', "he", "Stafford"),
        # whoever speaks in the clause before goes on
        (
            'Tom Reed called Friday for a vote. Paul Berg said that "the tape shows it," but he said it is old.',
            "he",
            "Paul Berg",
        ),
        ("The bridge that the city built collapsed.", "that", "The bridge"),
        # who says so is not who did not return
        ("Karl Lund left. He did not return, although Tom Reed said he was well.", "he", "Karl Lund"),
    ],
)
def test_a_pronoun_stands_for(nlp: Language, text: str, word: str, stands_for: str) -> None:
    assert _link(nlp, text, word).resolved == stands_for


@pytest.mark.parametrize(
    ("text", "word", "rule"),
    [
        ("It is clear that the plan will fail.", "It", "expletive"),
        ("It seems that the plan will fail.", "It", "expletive"),
        ("It was raining when the march began.", "It", "expletive"),
        ("It took years to build the bridge.", "It", "expletive"),
        ("It was Anna Hale who signed the letter.", "It", "expletive"),
        ("The ruling made it clear that the fee was illegal.", "it", "expletive"),
        ("The council found it hard to agree.", "it", "expletive"),
        ("It was announced on Monday that the ferry would stop.", "It", "expletive"),
        ("It became clear that the ferry would not sail.", "It", "expletive"),
        ("It appeared increasingly likely that the mill would close.", "It", "expletive"),
        ("I don't think it was preordained that the town would lose.", "it", "expletive"),
        ("It struck her that nobody came.", "It", "expletive"),
        ("The mill is old. It used to be that nobody cared.", "It", "expletive"),
        ("The mill is old. It is going to be a good year.", "It", "expletive"),
        ("The mill is old. Whether it is smoke, noise or dust, nobody likes the place.", "it", "expletive"),
        ("The mill is old. Of course, it is not just smoke that harms the town.", "it", "expletive"),
        ("The mill is old. It was the mayor who closed it first.", "It", "expletive"),
        ("The mill is old. It was around midnight when the roof fell.", "It", "expletive"),
        ("The mill is old. When it comes to wood, nobody is picky.", "it", "expletive"),
        ("The mill is old. If it had not been for the guard, nobody would know.", "it", "expletive"),
        ("The mill is old. It goes without saying that nobody works there.", "It", "expletive"),
        ("The mill is old. It was interesting working there.", "It", "expletive"),
        ("The mill is old. It is getting dark.", "It", "expletive"),
        ("The council waited. It was time to act.", "It", "expletive"),
        ("It will take time to rebuild.", "It", "expletive"),
        ("It is for this reason that the mill closed.", "It", "expletive"),
        ("The gap is old. It was under her watch that the town founded the school.", "It", "expletive"),
        ("The board met. It is the mayor's job to keep order.", "It", "expletive"),
        ('"We will win," Paul Berg said.', "We", ""),
        ("Paul Berg warned him.", "him", "open"),
        ("Paul Berg and him voted.", "him", "open"),
        ("A picture of it hangs in the hall.", "it", "open"),
        ("The city burned. She wept.", "She", "open"),
        ("The house is old. They left.", "They", "open"),
        ("Nothing happened. It is a shame.", "It", "open"),
    ],
)
def test_a_pronoun_is_left_open(nlp: Language, text: str, word: str, rule: str) -> None:
    found = [m for m in linked(nlp, text).mentions if m.text == word]
    assert [(m.resolved, m.antecedents, m.rule) for m in found] == ([(None, (), rule)] if rule else [])


@pytest.mark.parametrize(
    ("text", "word", "stands_for", "rule"),
    [
        ("The insurer Allvara lost money. Shares in the insurer fell.", "the insurer", "Allvara", "described before"),
        ("Clerks and nurses want to strengthen their union.", "their", "Clerks and nurses", "salience"),
        ("Prime Minister Karin Lund spoke. The prime minister promised help.", "The prime minister", "Karin Lund", ""),
        ("Allvara lost money. The company will close two plants.", "The company", "Allvara", "only one of its kind"),
        ("France has a new law. The country has changed its rules.", "The country", "France", "only one of its kind"),
        # not who reports it, nor one named beside whom the article is about
        (
            "Allvara lost money, the Lorne Times reported. The company will close two plants.",
            "The company",
            "Allvara",
            "only one of its kind",
        ),
        (
            "Allvara lost money. It sold a mill. Allvara shut a pier. It fell. Allvara paid a fine to Nordbank. "
            "The company will close two plants.",
            "The company",
            "Allvara",
            "only one of its kind",
        ),
        ("Sweden and Norway signed a treaty. Both want peace.", "Both", "Sweden and Norway", "the two"),
        ("Sweden has one ally, Norway. The two share a border.", "The two", "Sweden and Norway", "the two"),
        ("Two men were arrested. Both deny the charge.", "Both", "Two men", "the two"),
        ("The Sweden-Norway talks ended. The two had met in Oslo.", "The two", "Sweden and Norway", "the two"),
        (
            "Anna Hale and Paul Berg met. The two ministers disagreed.",
            "The two ministers",
            "Anna Hale and Paul Berg",
            "",
        ),
        ("President Karin Lund spoke. The President promised help.", "The President", "Karin Lund", "described before"),
        ("The Tay Street Bridge was closed. The bridge is old.", "The bridge", "Tay Street Bridge", "described before"),
        ("A report was published. The report blamed nobody.", "The report", "A report", "same noun"),
        # which one it is has been told
        ("The ferry case ruling is out. This ruling hurts us.", "This ruling", "The ferry case ruling", "same noun"),
        ("He tore the map of the port. That map is old.", "That map", "the map of the port", "same noun"),
        ("China raised tariffs. Beijing said the step was necessary.", "Beijing", "China", "capital"),
        ("Anna Hale met Paul Berg and Tom Reed. The two men left.", "The two men", "Paul Berg and Tom Reed", "the two"),
        ("The insurer Allvara lost money. The company, which is old, closed.", "The company", "Allvara", ""),
        ("A spokesman for Allvara said the company had paid.", "the company", "Allvara", "spoken for"),
        ("An Allvara spokeswoman said the firm would pay.", "the firm", "Allvara", "spoken for"),
        ("The insurer Allvara fell. A Veltra spokesman said the company would pay.", "the company", "Veltra", ""),
        # named before in the same sentence
        ("The insurer Allvara fell. A Veltra executive left the company.", "the company", "Veltra", ""),
        ("Veltra Corp. stated that the company would close a plant.", "the company", "Veltra Corp.", ""),
        ("Orvia workers have waited since the company gave up its plans.", "the company", "Orvia", ""),
        ("Ann Hale, a spokeswoman for Veltra, said the company had paid.", "the company", "Veltra", "spoken for"),
        (
            "Orvia fell. “We care,” Veltra said. “Veltra grew,” the company’s director said.",
            "the company",
            "Veltra",
            "",
        ),
        ("Norvik State Police said nobody came, and the agency left.", "the agency", "Norvik State Police", ""),
        ("The Democrats met in May. Lund said the party had lost its way.", "the party", "Democrats", ""),
        ("In May the air over Delhi is dry. Smoke hides the city.", "the city", "Delhi", ""),
        ("Representative Paul Berg spoke. The congressman left.", "The congressman", "Paul Berg", "described before"),
        ("Roughly 900 troops stay in Norway, a year after Denmark left the country.", "the country", "Norway", ""),
        ("Mayor Karin Lund has defended the law ever since the mayor signed it.", "the mayor", "Karin Lund", ""),
        # called by a short title before
        ("Gov. Karin Lund spoke. The governor promised help.", "The governor", "Karin Lund", "described before"),
        ("Sen. Paul Berg spoke. In May the senator had been ill.", "the senator", "Paul Berg", "described before"),
        ("Rep. Paul Berg spoke. The congressman left.", "The congressman", "Paul Berg", "described before"),
        ("Gov. Karin Lund spoke. The governor, a Democrat, promised help.", "The governor", "Karin Lund", ""),
        # called by a post and a place, a party or a body
        (
            "Senator Karin Lund of Ohio met Senator Paul Berg of Utah. The Ohio senator left.",
            "The Ohio senator",
            "Karin Lund",
            "its post",
        ),
        ("Sen. Karin Lund (R-Fla.) spoke. The Florida senator left.", "The Florida senator", "Karin Lund", "its post"),
        (
            "Norway's president, Paul Berg, spoke. The Norwegian leader left.",
            "The Norwegian leader",
            "Paul Berg",
            "its post",
        ),
        (
            "Senator Paul Berg of Ohio spoke. An Ohio senator, Karin Lund, replied. The Ohio senator left.",
            "The Ohio senator",
            "Karin Lund",
            "same noun",
        ),
        (
            "Karin Lund, the founder of Leakbase, was tried. The Leakbase founder left.",
            "The Leakbase founder",
            "Karin Lund",
            "",
        ),
        # companies: their seat, a name with an owner's ending
        ("Quist's Inc. has a plan. The company said so.", "The company", "Quist's Inc.", "only one of its kind"),
        ("Allvara Corp., Tarn, N.J., has a plan. The company said so.", "The company", "Allvara Corp.", ""),
        ("Norway's Allvara Corp. has a plan. The company said so.", "The company", "Allvara Corp.", ""),
        ("Allvara Co. has a plan. The Bergen-based company said so.", "The Bergen-based company", "Allvara Co.", ""),
        ("Allvara Corp. has a mill in Ohio. The company paid.", "The company", "Allvara Corp.", ""),
        ("Grey Foods held Grey Foods Day. The Tarn-based company paid.", "The Tarn-based company", "Grey Foods", ""),
        # whose it is has been told, and of no other
        (
            "The Norwegian government met. It left. The government agreed.",
            "The government",
            "The Norwegian government",
            "",
        ),
        (
            "A Norwegian plan was published. The plan is long. This plan is new.",
            "This plan",
            "A Norwegian plan",
            "same noun",
        ),
        # what it is has been told, if not whose
        ("A trade deal was signed. The deal is old. Lund said the deal would help.", "the deal", "A trade deal", ""),
        ("The trade deal was signed. It was late. The deal is old.", "The deal", "The trade deal", "same noun"),
        (
            "A photo of a dog was sold. The photo was old. Lund called the photo bad.",
            "the photo",
            "A photo of a dog",
            "",
        ),
        # a body's name that does not end in what it is
        ("Karin Lund left the Church of Norway in May. The church paid.", "The church", "Church of Norway", ""),
        (
            "The Department of Harbour Affairs was closed in May. Later the department was opened.",
            "the department",
            "Department of Harbour Affairs",
            "described before",
        ),
        # named right beside
        ("The mayor, Karin Lund, denied the report.", "The mayor", "Karin Lund", "named beside"),
        ("Speaking at the port, his mother, Maria Vold, wept.", "his mother", "Maria Vold", "named beside"),
        ("Jesse Vold Jr. won. His father, Rev. Jesse Vold, wept.", "His father", "Jesse Vold", "named beside"),
        ("Karin Lund won. The new mayor, Lund, promised help.", "The new mayor", "Karin Lund", "named beside"),
        ("The company that runs the port, Orvia, denied it.", "The company", "Orvia", "named beside"),
        ("The man who led the strike, Tom Reed, was jailed.", "The man", "Tom Reed", "named beside"),
        ("He sold their boat, the Bright Morning, to her.", "their boat", "Bright Morning", "named beside"),
        # called by another name
        ("Viktor Lenz died. Dubbed the Nightlark, Lenz had won.", "Nightlark", "Viktor Lenz", "nickname"),
        ("Viktor Lenz died. It earned him the nickname Nightlark.", "Nightlark", "Viktor Lenz", "nickname"),
        ("Mira Doran, better known as Lady Flint, sang. Flint left.", "Flint", "Mira Doran", "short name"),
        ("Viktor Lenz, the feared Capo, died.", "Capo", "Viktor Lenz", "nickname"),
    ],
)
def test_a_description_stands_for(nlp: Language, text: str, word: str, stands_for: str, rule: str) -> None:
    link = _link(nlp, text, word)
    assert link.resolved == stands_for
    assert rule in ("", link.rule)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The former ambassador to Ukraine Marie Holt spoke. The mill was shut. Holt left.", "Marie Holt"),
        ("Former Miss Universe Alicia Brandt left. The mill was shut. Brandt was hurt.", "Alicia Brandt"),
        ("The house where Adolf Brenner was born is empty. Brenner left it.", "Adolf Brenner"),
    ],
)
def test_a_name_begins_where_the_person_s_does(nlp: Language, text: str, called: str) -> None:
    (short,) = [m for m in linked(nlp, text).mentions if m.text == called.split()[-1]]
    assert short.resolved == called


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The insurer Allvara sued the lender Nordbank. The company won.", "The company"),  # which of the two?
        ("The Republicans protested. The company paid.", "The company"),
        ("The insurer Allvara fell. Veltra said the company would pay.", "the company"),
        ("The man who killed his wife, Anna Hale, was jailed.", "The man"),
        ("Norwegian aid may come if the country agrees.", "the country"),
        ("U.S. aid may come if the country agrees.", "the country"),
        ("A clerk told the Lorne Times that the agency had paid.", "the agency"),
        ("Mayor Karin Lund met the mayor.", "the mayor"),
        ("The Treasury Department protested. The company paid.", "The company"),
        ("Every country has laws. The country is large.", "The country"),
        ("The Grey House Counsel left. The Grey House did not respond.", "Grey House"),
        ("Team member Anna Hale won. The team left.", "The team"),
        ("France and Spain have a new law. The country has changed its rules.", "The country"),
        ("President Karin Lund spoke. The vice president, who is ill, left.", "The vice president"),
        ("Vice President Karin Lund spoke. The president left.", "The president"),
        ("Majority leader Karin Lund spoke. Anna Hale of Tarn, the Liberal leader, left.", "the Liberal leader"),
        ("The central bank will wait, said Tom Reed of Tarn Bank. The bank met in May.", "The bank"),
        ("The mill closed in a matter of weeks. Vol looked into the matter.", "the matter"),
        ("The dam is old, but it made sense that the town was calm.", "it"),
        ("A report was published. The report of the council blamed nobody.", "The report of the council"),
        ("Critics have compared Anna Hale with Maria Vold. That annoys them both.", "them"),
        ("Paul Berg, who studies diets at Selby, read the paper. He praised the team.", "the team"),
        ("Lumeo Corp. sold a plant. Anna Hale thanked the institute.", "the institute"),
        ("Beijing lawyer Anna Hale has the plan. The city did not buy it.", "The city"),
        ("Paul Berg works at Lumeo Inc. in Tarn. He said police told the group to wait.", "the group"),
        ("People said the chairman, Paul Berg, had left. They said he was tired. The pair met.", "The pair"),
        ("Allvara Co. has a plan. The new company said so.", "The new company"),
        ("Allvara Co. has a plan. The Veltra-owned company said so.", "The Veltra-owned company"),
        ("Allvara Co. lost its case. The oil company paid.", "The oil company"),
        ("The Norwegian government met. The Danish government did. The government agreed.", "The government"),
        ("Senator Karin Lund of Ohio left. The former Ohio senator paid.", "The former Ohio senator"),
        ("Senator Karin Lund of Ohio left. The Utah senator paid.", "The Utah senator"),
        ("President Karin Lund spoke. The Norwegian leader left.", "The Norwegian leader"),
        ("Norway's Paul Berg scored twice. The Norwegian leader left.", "The Norwegian leader"),
        ("Gov. Paul Berg won. Mr. Berg spoke. Mr. Berg left. The Texas governor was ill.", "The Texas governor"),
        ("Senator Karin Lund, the daughter of an Ohio miner, spoke. The Ohio senator left.", "The Ohio senator"),
        ("Senator Karin Lund, a friend of Paul Berg of Ohio, spoke. The Ohio senator left.", "The Ohio senator"),
        ("Former Senator Karin Lund of Ohio spoke. The Ohio senator left.", "The Ohio senator"),
        ("Former President Karin Lund spoke. The president left.", "The president"),
        ("Republican nominee Karin Lund spoke. The Democratic nominee left.", "The Democratic nominee"),
        ("The Danish president, Karin Lund, spoke. The Polish president left.", "The Polish president"),
        ("Former President Karin Lund of Norway spoke. The Norwegian leader left.", "The Norwegian leader"),
        ("A deal was signed. The deal is old. Lund said the deal would help.", "the deal"),
        ("A similar deal was signed. The deal is old. Lund said the deal would help.", "the deal"),
        ("It was a trade deal. The deal is old. Lund said the deal would help.", "the deal"),
        ("Some trade deals were signed. The deals are old. Lund said the deals would help.", "the deals"),
        ("The large deal was signed. The deal is old.", "The deal"),
        ("The trade deal was signed. The large deal is old.", "The large deal"),
        ("A globalised world is near. The world is large. Lund said the world is old.", "the world"),
        ("The Norwegian government met. Talks go on. In Denmark the government agreed.", "the government"),
        ("The Veltra board met. Talks go on. Orvia Corp. said the board agreed.", "the board"),
        ("Mark Berg spoke. The 1994 Crime Mark fell.", "Mark"),  # no part of a person's name
        ("The exhibition in Beijing opened. Beijing lies far from the sea.", "Beijing"),  # no China in it
    ],
)
def test_an_unclear_description_is_left_alone(nlp: Language, text: str, word: str) -> None:
    assert [m for m in linked(nlp, text).mentions if m.text == word and m.resolved is not None] == []


def test_mentions_are_in_order_and_quote_the_text(nlp: Language) -> None:
    for gold in articles():
        mentions = linked(nlp, gold.text).mentions
        assert list(mentions) == sorted(mentions, key=lambda m: (m.start, m.end))
        for mention in mentions:
            assert gold.text[mention.start : mention.end] == mention.text
            assert name_spans(gold.text, mention.antecedents) == (mention.resolved or "")
            assert 0 <= mention.confidence <= 1


HEADLINES = {
    "Harbour Clerk Shot Dead in Tarn": "Harbour Clerk",
    "Tarn Mourns Its Clerk": None,
    "Harbour Clerks Shot in Tarn": None,
    "Harbour Clerk Shot Dead by Widow": None,
}


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_s_description_is_the_one_whom_the_article_is_about(nlp: Language, headline: str) -> None:
    text = f"{headline}\n\nAnna Berg was shot in Tarn on Monday. Berg worked for the harbour. She had two sons."
    found = [m.text for m in linked(nlp, text).mentions if m.rule == "headline" and m.resolved == "Anna Berg"]
    assert found == ([HEADLINES[headline]] if HEADLINES[headline] else [])


def test_two_named_apart_have_a_span_each(nlp: Language) -> None:
    text = "Sweden has one ally, Norway. The two share a border."
    assert [text[a:b] for a, b in _link(nlp, text, "The two").antecedents] == ["Sweden", "Norway"]


def test_resolve_looks_up_the_head_of_an_argument(nlp: Language) -> None:
    text = "Anna Hale opened the bridge. She thanked the builders."
    trees = parse(nlp, text, blocks(plain_article(text)))
    links = Coreference(trees)
    found = links.resolve(trees[1], trees[1].words[0])
    assert found is not None
    assert (found.text, found.resolved, found.antecedents) == ("She", "Anna Hale", ((0, 9),))
    assert links.resolve(trees[0], trees[0].words[1]) is None


def test_at_looks_up_what_ends_a_stretch_of_text(nlp: Language) -> None:
    text = "Anna Hale opened the bridge. Mayor Hale thanked the builders."
    found = linked(nlp, text).at((29, 39))
    assert found is not None
    assert found.resolved == "Anna Hale"
    assert linked(nlp, text).at((18, 28)) is None


@pytest.mark.parametrize(
    ("text", "stretch", "stands_for"),
    [
        ("Anna Hale resigned. Hale, the mayor, wept.", "Hale, the mayor", "Anna Hale"),
        ("Anna Hale resigned. Her lawyer wept.", "Her lawyer", None),
        ("Anna Hale resigned. The Hale case ended.", "The Hale case", None),
        # the one that prints it is no newspaper of the text
        ("The mayor of Velmar is silent. Papers seen by this newspaper tell more.", "this newspaper", None),
        # a harbour is no company
        ("A Bayline ferry leaves Port Elva. The company cut 120 jobs.", "The company", None),
    ],
)
def test_at_looks_up_the_head_alone(nlp: Language, text: str, stretch: str, stands_for: str | None) -> None:
    start = text.index(stretch)
    found = linked(nlp, text).at((start, start + len(stretch)))
    assert (found.resolved if found is not None else None) == stands_for


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("\"The clerk said 'I will not go', and that was that,\" Paul Berg said.", None),
        ("\"I always say: 'I will not go', and that is that,\" Paul Berg said.", "Paul Berg"),
        ("\"They said 'enough'. I was angry,\" Paul Berg said.", "Paul Berg"),
    ],
)
def test_who_says_i_in_a_quotation_within_a_quotation(nlp: Language, text: str, speaker: str | None) -> None:
    found = [m.resolved for m in linked(nlp, text).mentions if m.text == "I"]
    assert found[-1:] == ([speaker] if speaker else [])


def test_a_coordination_is_not_what_its_first_member_is(nlp: Language) -> None:
    text = "Anna Hale and Paul Berg met. Hale or Berg will win."
    trees = parse(nlp, text, blocks(plain_article(text)))
    assert Coreference(trees).resolve(trees[1], trees[1].words[0]) is None


def test_the_first_of_a_coordination_is_itself_where_it_stands_alone(nlp: Language) -> None:
    text = "Paul Berg resigned. He and his wife left the town."
    trees = parse(nlp, text, blocks(plain_article(text)))
    found = Coreference(trees).resolve(trees[1], trees[1].words[0], alone=True)
    assert found is not None
    assert found.resolved == "Paul Berg"


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        # whoever has the gender, however far back, if nobody else has
        ("Anna Hale sold the mill. Prices had been high. Shops had closed. She kept the house.", "Anna Hale"),
        # somebody named before is hardly another than the governor
        ("Paul Berg spoke on Monday. The governor praised the plan. He promised help.", "The governor"),
        ("Some voted early. They were few.", None),
        ("Six rifles and some magazines were taken from the boats. They had a crew aboard.", None),
        ("The Mora Press Agency asked the crews. They told of a fire.", None),
        # the governor may be who was named before
        ("Governor Paul Berg met Tom Reed. The governor told the press that he was tired.", "Paul Berg"),
        # who goes on acting, and who speaks
        ("Karl Lund praised Tom Berg and met Jon Strand. He thanked the band.", "Karl Lund"),
        ("Holm says he understands the anger of the workers", "Holm"),
        ("Reuters reported that he would resign.", None),
        ("Many firms say that the banks are slow. But they have paid.", "Many firms"),
        # whoever speaks does not speak of himself
        ('"The bridge is old," Paul Berg said. "He knew it."', None),
    ],
)
def test_whom_a_pronoun_is_shown_with(nlp: Language, text: str, stands_for: str | None) -> None:
    trees = parse(nlp, text, blocks(plain_article(text)), quoted_spans(text))
    asked = next(w for w in reversed(trees[-1].words) if w.lower in ("he", "she", "they"))
    found = Coreference(trees).resolve(trees[-1], asked)
    assert (found.resolved if found is not None else None) == stands_for


def test_a_gender_that_a_pronoun_told_can_be_overruled() -> None:
    holt = Referent(Sort.PERSON, Number.SINGULAR)
    holt.hear(Gender.MALE)
    holt.hear(Gender.FEMALE)
    assert holt.gender is Gender.OPEN
    holt.hear(Gender.FEMALE)
    holt.hear(Gender.FEMALE)
    holt.hear(Gender.MALE)
    assert holt.gender is Gender.FEMALE
    holt.learn(Sort.PERSON, Gender.MALE)  # a title or given name knows
    holt.hear(Gender.FEMALE)
    assert holt.gender is Gender.MALE


@pytest.mark.parametrize(
    ("sorts", "person"),
    [((Sort.PERSON, Sort.PERSON, Sort.BODY), True), ((Sort.PERSON, Sort.BODY, Sort.BODY), False)],
)
def test_what_names_mostly_name_they_all_name(nlp: Language, sorts: tuple[Sort, ...], person: bool) -> None:
    text = "Quell spoke."
    word = parse(nlp, text, blocks(plain_article(text)))[0].words[0]
    names = []
    for sort in sorts:
        found = Candidate(Kind.NAME, word, word, word, 0)
        found.key, found.sort = ("quell",), sort
        names.append(found)
    as_persons(names)
    assert (names[-1].sort is Sort.PERSON) is person


def test_an_article_without_sentences_has_no_links() -> None:
    assert Coreference([]).mentions == ()


def test_a_chain_holds_all_mentions(nlp: Language) -> None:
    text = "Anna Hale opened the bridge. She thanked the builders. Hale left."
    links = linked(nlp, text)
    chain = links.chain(next(m for m in links.mentions if m.text == "She"))
    assert [text[a:b] for a, b in chain] == ["Anna Hale", "She", "Hale"]


def test_floors_hold_on_the_articles_they_were_measured_on(nlp: Language) -> None:
    known, accuracy, precision, left_open = FLOORS
    assert digest() == known, "the gold has changed: measure again and raise the floors"
    reached = score(nlp)
    assert reached.accuracy >= accuracy, reached.errors
    assert reached.precision >= precision, reached.errors
    assert reached.left_open >= left_open * reached.empty, reached.errors


@pytest.fixture(scope="module")
def seed(nlp: Language, shared: Path) -> list[Mention]:
    text = next((shared / "real").glob("*.txt")).read_text(encoding="utf-8")
    return list(linked(nlp, plain_article(text).text).mentions)


def test_the_seed_article_means_china_by_it_and_the_country(seed: list[Mention]) -> None:
    assert {m.resolved for m in seed if m.text == "the country"} == {"China"}
    assert sum(m.resolved == "China" for m in seed if m.text.lower() in {"it", "its"}) >= 15
    assert {m.resolved for m in seed if m.text.lower() == "his"} == {"Joe Biden"}


def test_the_seed_article_means_two_countries_by_the_two(seed: list[Mention]) -> None:
    assert [m.resolved for m in seed if m.text == "the two"] == ["China and North Korea", "China and Russia"]


def test_a_headline_s_capitals_make_no_names(nlp: Language) -> None:
    text = (
        "Anna Berg Jailed Over Harbour Shop Raid\n\nAnna Berg was jailed on Monday. She took part in a raid on a shop. "
        "The Tarn Harbour Board said that the shop had been closed for a year."
    )
    names = [m.text for m in linked(nlp, text).mentions if m.kind == "name" and m.end <= text.index("\n")]
    assert "Anna Berg" in names
    assert not [name for name in names if name.endswith(("Raid", "Jailed"))]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The dam is old. The best part of it was that it felt like my head would burst.", "it"),
        ("The report is fair. It is one thing to read it.", "It"),
        ("They came in. They broke the windows. They shouted at me.", "They"),
        ("The firm is in New York. The company lost money.", "The company"),
    ],
)
def test_nothing_stands_for_it(nlp: Language, text: str, word: str) -> None:
    assert {m.resolved for m in linked(nlp, text).mentions if m.text == word} <= {None, "The dam", "The report"}


def test_a_subject_is_called_the_same_again(nlp: Language) -> None:
    text = (
        "The group, Mill Workers Union, formed in May. The group said that Veltra had sold a mill to Norsk. "
        "However, the group raised alarm. The group said that Norsk has no plan."
    )
    found = [m.resolved for m in linked(nlp, text).mentions if m.text.lower() == "the group"]
    assert found[-3:] == ["Mill Workers Union"] * 3


def test_a_capital_that_is_called_so_is_a_city(nlp: Language) -> None:
    text = "France has a new law. The mill is south of the capital, Paris."
    assert not [m for m in linked(nlp, text).mentions if m.resolved == "France"]


def test_a_capital_of_which_something_is_told_is_a_city(nlp: Language) -> None:
    text = "France has a new law. Paris has been the scene of robberies."
    assert not [m for m in linked(nlp, text).mentions if m.resolved == "France"]


def test_a_capital_that_will_act_is_a_government(nlp: Language) -> None:
    text = "France has a new law. Paris is likely to follow suit."
    assert [m.text for m in linked(nlp, text).mentions if m.resolved == "France"] == ["Paris"]


def test_one_more_of_a_kind_is_no_thing_spoken_of(nlp: Language) -> None:
    """It is the third flood: what happened is, so that the dam is not shown."""
    assert _link(nlp, "The dam is old. It is the third flood this year.", "It").confidence < 0.87
    assert _link(nlp, "The dam is old. It is a large dam.", "It").confidence >= 0.87
