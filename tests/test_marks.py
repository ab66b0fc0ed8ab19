"""Marks of single claims as a reader would give them: who says it, how far it is asserted, who is meant, and when."""

from __future__ import annotations

import pytest

from extract import Extractor
from extract.extractor import plain_article
from extract.model import Claim


def _claim(text: str, relation: str, *, published: str = "2021-06-18") -> Claim:
    claims = Extractor().extract(plain_article(text, published)).claims
    return next(claim for claim in claims if claim.relation.text == relation)


SOURCES = [
    # those who make a claim stand before its noun
    ("Many contest police allegations that Lind pointed a gun at a guard.", "pointed", ["police"]),
    # what somebody urged or foresaw is not told by him
    ("Had Lund sold it, as her lawyers advised, she would have saved a fortune, Reed said.", "said", []),
    ("The minister, as the union demanded, resigned.", "resigned", []),
    ("As she had promised, Lund stayed.", "stayed", []),
    ("The minister, as the union noted, resigned.", "resigned", ["the union"]),
    # nor does nobody say it
    ("Nobody doubts that the coach is honest.", "is", []),
    ("Nothing suggests that the driver was drunk.", "was", []),
    # nor a headline what stands outside of it
    ("The rumour began with an article by a clerk, under the headline “Holm declares war”.", "began with", []),
    ("If it rains, Lund said, the match will be moved.", "will be moved", ["Lund"]),
    ("The court dismissed fraud allegations that Lind had stolen money.", "had stolen", ["The court"]),
    # an aside about the condition is no report of what follows from it
    # what stands outside a quotation is not noted in it
    ("“As we noted, the dam is old,” said Jan Reed, who owns it.", "owns", []),
    ("Lind mocked Reed for not selling the mill.", "not selling", ["Lind"]),
    (
        "Falk left early, she said at a news conference announcing that her office was suing the town.",
        "was suing",
        ["she"],
    ),
    # a clause that the parser hangs on the noun before it
    (
        "The senator announced Thursday on the Senate floor that Lund planned to sign the bill.",
        "planned to sign",
        ["The senator"],
    ),
    ("The report on the bridge that Lund planned to sell was late.", "planned to sell", []),
    ("Mr. Pence, briefing reporters after Mr. Lund’s remarks, said the speech was fair.", "was", ["Mr. Pence"]),
    # a participle has no content of its own
    ("A panel of experts reported in May that troops had left Tarn.", "had left", ["A panel of experts"]),
    ("Tom Bly, a clerk who was fired, alleged in a talk on Friday that Lund lied.", "lied", ["Tom Bly"]),
    (
        "In an earlier paper, she and her colleagues reported that female frogs preferred large males.",
        "preferred",
        ["she and her colleagues"],
    ),
    # what follows a quotation is no cue where nobody speaks by it
    (
        "“The town is ours,” its leader, Eric Banz, said on Friday. “The guards fled.” It was hard to verify this.",
        "fled",
        ["its leader"],
    ),
    ("“I could not move,” Ada Lind said. “The knee hurt.” She was said to be ill.", "hurt", ["Ada Lind"]),
    # who spoke right before in the paragraph goes before the last paragraph's quotation
    (
        "“I left him,” Ada Brant says.\n\nIf it were up to him, Otto Brant says, they would move. “Nobody would hear "
        "of a move, of course.”",
        "would hear of",
        ["Otto Brant"],
    ),
    ("Ada Lind thinks the oven makes better bread; Otto disagrees.", "disagrees", []),
    # who would not say anything says nothing
    ("Lund said that the dam was safe. She would not be drawn on whether it was new.", "would not be drawn on", []),
    ("Lund said that the dam was safe. She would not say if it was new.", "would not say", []),
    ("The office said that it had fallen. A month ago it had seen a rise of 2%.", "had seen", []),
    # what was published two years before is the article's own
    (
        "The museum admitted that the vase had been looted, two years after a newspaper published a memo.",
        "published",
        [],
    ),
    ("Reed was fined and told that he must leave the town.", "must leave", []),
    ("The army said it had won, and the rebels denied it. Neither account could be verified.", "could be verified", []),
    # a country is where something happened, unless it demands something
    ("Norway: climber killed in fall\n\nA man died in the hills of Norway.", "killed in", []),
    # what somebody may do about a thing is no report of the thing
    ("Police have not ruled out reopening a case that was dropped in May.", "was dropped", []),
    # what was said before is what is no longer said
    ("Nordlinje says that 63 people were on the ship, not 81 as it said earlier.", "were on", ["Nordlinje"]),
    ("Norway: talks must go on\n\nA man died in the hills of Norway.", "must go on", ["Norway"]),
    # who would be told nothing else
    ("Anna Lund told friends she never cheated on her husband.", "never cheated on", ["Anna Lund"]),
    ("The clerk sold the answer she gave the court.", "gave", []),
    # whoever denies nothing has not said it
    ("His agent refused to confirm or deny that he is seeking a divorce.", "is seeking", []),
    # what it quotes in part, it says as a whole
    ("Doctors said they would “make sure that all children” in Tarn are fed.", "are fed", ["Doctors"]),
    ("Reed said it “was no accident” that the mill burned down.", "burned down", ["Reed"]),
    # hearsay that the article adds is no part of what it reports
    ("The bank confirmed a visit by the Tax Office, which reportedly has its books.", "has", []),
    ("The bank confirmed that the clerk it reportedly fired had left.", "had left", ["The bank"]),
    # who denies by a passive verb; what is not so
    ("The claim that the mayor sold the mill was debunked by the Courier.", "sold", ["the Courier"]),
    ("Reed's claim that the mayor sold the mill is a lie.", "sold", []),
    ("Marsh was quoted by the Post as saying that the mill was old.", "was", ["the Post", "Marsh"]),
    # a correction is no report of what is right, and a participle is none
    ("The toll rose in May, not in June as the paper reported.", "rose", []),
    ("The toll rose in May, as the paper reported.", "rose", ["the paper"]),
    (
        "The news came as two police officers charged over the theft prepared to go before a judge and riot police "
        "fired gas at hundreds of students marching on the hall.",
        "came",
        [],
    ),
    ("The dam is old, as two clerks warned.", "is", ["two clerks"]),
    # who suspects it, between subject and verb; that it emerged tells nobody's word
    ("The fire, police suspect, was set on purpose.", "was set on", ["police"]),
    ("The dam, experts fear, could burst.", "could burst", ["experts"]),
    ("Two cars, sports models, were stolen.", "were stolen", []),
    ("The firm, it emerged on Monday, had known about the leak.", "had known about", []),
    ("Brandt would neither confirm nor deny that she had been offered the post.", "had been offered", []),
    # the author's own words, denied or not
    ("I don't think that the bank lied.", "lied", []),
    ("We do not believe that the firm paid its guards.", "paid", []),
    ("We wrongly reported that the firm paid its guards.", "paid", ["We"]),
    ("We never said that the firm paid its guards.", "paid", ["We"]),
    ("I did not claim that the firm paid its guards.", "paid", ["I"]),
    ("I do not know whether the firm paid its guards.", "paid", []),
    # when a survey was published is not its finding
    ("Only 22 percent said they own one, according to a survey published by Radio Tarn.", "published by", []),
]


@pytest.mark.parametrize(("text", "relation", "sources"), SOURCES)
def test_who_says_it(text: str, relation: str, sources: list[str]) -> None:
    steps = _claim(text, relation).attribution
    assert [step.source.text for step in steps if step.source] == sources


FACTUALITY = [
    # with "and" the second is not denied
    ("The minister is no longer in office and accused of theft.", "is accused of", "CT+"),
    ("Lund is not in Tarn and wanted by police.", "is wanted by", "CT+"),
    ("The clerk was not there and seen by nobody.", "was not", "CT-"),
    ("The mayor is not in office or accused of theft.", "is not accused of", "CT-"),
    ("At issue is whether the founder, Ada Reed, misled them.", "misled", "Uu"),
    ("The hope is that the dam worked.", "worked", "Uu"),
    ("My guess is she had a plan.", "had", "PR+"),
    ("Her suspicion is that Lund lied.", "lied", "PS+"),
    ("Nobody doubts that the coach is honest.", "is", "PR+"),
    # what is denied twice is left open
    ("There is no reason to think that the bank can't pay.", "can't pay", "Uu"),
    ("I don't think that the bank did not pay.", "did not pay", "Uu"),
    ("There is no reason to think that the bank paid.", "paid", "PR-"),
    ("They prevented the bank from not paying.", "prevented", "CT+"),
    # what whoever tells it calls false
    ("The claim that the mayor sold the mill is false.", "sold", "CT-"),
    ("Reports that the mayor fled were wrong.", "fled", "PR-"),
    ("The claim that the mayor owns a yacht is unsubstantiated.", "owns", "Uu"),
    ("The report that the mayor owns a yacht is true.", "owns", "CT+"),
    ("The decision that the clerk be freed was wrong.", "be freed", "Uu"),
    # what is hard to do
    ("The prosecutor has trouble proving that Weber took the money.", "took", "PS+"),
    ("The prosecutor did not have trouble proving that Weber took the money.", "took", "CT+"),
    ("The prosecutor has proof showing that Weber took the money.", "took", "CT+"),
    ("Few doubt that the law will pass.", "will pass", "PR+"),
    ("The mayor rejected criticism that the town was badly prepared.", "was", "CT-"),
    ("Holm could not remember being told about the loan.", "could not remember being told about", "Uu"),
    ("The ship was not fit to sail.", "was not fit to sail", "CT-"),
    # "no more" denies, "not only" does not
    ("Smokers were no more likely to fall ill than others.", "were no more likely to fall ill than", "PR-"),
    ("The new drug is no better than the old one.", "is no better than", "CT-"),
    ("The new drug is no less costly than the old one.", "is no less costly than", "CT+"),
    ("The bank is not only the oldest lender but also the largest.", "is", "CT+"),
    ("The firm not only closed the mill but also sold the land.", "closed", "CT+"),
    ("We cannot just leave.", "cannot just leave", "CT-"),
    ("Not since 1953 had the river risen so high.", "Not had risen", "CT-"),
    ("Seldom do such storms reach Tarn.", "do reach", "PR-"),
    ("We do not just walk out.", "do not just walk out", "CT-"),
    # the second verb has the "will" and the negation of the first
    ("She will neither confirm nor deny it.", "will deny", "PR-"),
    ("Lund has not sold the mill, nor has she closed it.", "has closed", "CT-"),
    ("If it rains, Lund said, the match will be moved.", "will be moved", "Uu"),
    ("Unless prices fall, some traders believe, the mill will close.", "believe", "CT+"),
    ("The state has not paid, and it could refuse to do so if enough of us complain.", "has not paid", "CT-"),
    ("The problem is that the dam failed.", "failed", "CT+"),
    ("He acts like he owns the town.", "owns", "Uu"),
    ("It felt like the town was his.", "was", "PR+"),
    ("No-one was hurt in the fire.", "was hurt in", "CT-"),
    ("Quill would only say that training is on Monday.", "would only say", "CT+"),
    ("It is the second time in 2008 that Sorna witnessed a large outage.", "witnessed", "CT+"),
    ("It is time that Sorna closed the port.", "closed", "Uu"),
    ("The car hit a man, no matter what the police say.", "hit", "CT+"),
    ("It made no matter.", "made", "CT-"),
    ("There might have been a third official he was seeking.", "was seeking", "PS+"),
    ("There was a third official he was seeking.", "was seeking", "CT+"),
    (
        "“I understand there is a growing confidence in the firm to build two ships,” he said, including the first "
        "Block 1B. “What do you think?”",
        "understand",
        "CT+",
    ),
    ("“Is there a growing confidence in the firm?” he asked.", "Is", "Uu"),
    ("Whether the animals understand numbers remains unclear.", "understand", "Uu"),
    ("Whether Lund had seen it is disputed.", "had seen", "Uu"),
    ("There was no proof it had left the country.", "had left", "Uu"),
    ("Platt said he would hear from the aide before he drew any conclusions.", "drew", "PS+"),
    ("Platt said it could take months before the cause was known.", "was known", "PS+"),
    ("Should she stop baking bread?", "Should stop baking", "Uu"),
    ("Lumo confirmed it, but would not comment on its contents.", "would not comment on", "CT-"),
    ("Neither Lind nor Hamar would say whether that was true.", "would say", "CT-"),
    ("Should Reed win, she would become the first woman in the post.", "would become", "Uu"),
    ("The birds sang longer in May than when they heard a rival.", "heard", "CT+"),
    # what would have been is not told to have been
    ("Holm would have won the cup.", "would have won", "Uu"),
    ("The parade would have been loud because Reed had a drum.", "had", "CT+"),
    ("Lund left, not because he was ill.", "was", "Uu"),
    ("Lund left not because he was ill but because Reed had a drum.", "had", "CT+"),
    # a condition without "if" behind what would have been
    ("Holm would have drawn level had the goalkeeper Tom Lind not saved from Reed.", "had not saved from", "Uu"),
    ("Holm could have drawn level had the goalkeeper Ada Lind not saved from Reed.", "had not saved from", "Uu"),
    ("He said he would have gone with them had his mother not fallen ill.", "had not fallen", "Uu"),
    ("They hope to be home by May, provided that the road is cleared.", "is cleared", "Uu"),
    # a plain form like its past shares the modal before it
    ("Lund will sell the mill and put the money in a bank.", "will put", "PR+"),
    # who would not let somebody do something was asked to and did not
    ("Lund left because the board would not accept his plan.", "would not accept", "CT-"),
    ("Lund knocked, but the guard would not let him in.", "would not let", "CT-"),
    ("The board would not accept such a plan.", "would not accept", "PR-"),
    ("Lund feared that he would be held and the guard would not let him go.", "would not let", "PS-"),
    ("Lund opposed the sale because the buyer would not pay the clerks.", "would not pay", "PR-"),
    ("Farmers feared that Lund would leave because the board would not support him.", "would not support", "PR-"),
    ("Lund dropped the plan because it would not pay for the mill.", "would not pay for", "PR-"),
    # what is called a false claim or a lie is not so, whoever told it
    ("Lund repeated the false claim that the vote was rigged.", "was rigged", "CT-"),
    ("Lund repeated the false claim that the vote was not rigged.", "was not rigged", "CT-"),
    ("Lund denied the false claim that he had served in the army.", "had served in", "CT-"),
    ("Lund lied that he had served in the army.", "had served in", "CT-"),
    ("Lund lied many times to the court: nothing happened to him.", "happened to", "CT-"),
    ("Lund repeated the claim that the vote was rigged.", "was rigged", "CT+"),
    ("Lund spoke of the false hope that the war would end.", "would end", "Uu"),
    # why it happened is asked or told of what did happen
    ("The firm refused to explain why it sold its boats.", "sold", "CT+"),
    ("The firm was asked to explain why it sold its boats.", "sold", "CT+"),
    # what there is no need for need not be, and what cannot be is denied on a condition, too
    ("It is unnecessary that there be a vote on the plan.", "be", "Uu"),
    # plans that may have come to nothing, and duties that will be met
    ("The tunnel was supposed to open in 2017.", "was supposed to open", "PS+"),
    ("Readers in Tarn will have to wait.", "will have to wait", "PR+"),
    ("Customers in Tarn will not have to pay.", "will not have to pay", "PR-"),
    ("It was rumoured that she wrote under another name.", "wrote under", "Uu"),
    ("That does not mean that the plan failed.", "failed", "Uu"),
    # what somebody is holds whatever is hoped of them
    ("Lund had hoped to sell the mill to a rival, Mebla, in May.", "is", "CT+"),
    ("If it angers President Ada Lund, the deal is off.", "is", "CT+"),
    # two negations, and things that come before any
    ("Hardly a week passes without somebody telling me that it fell.", "telling", "CT+"),
    ("He left without somebody telling me that it fell.", "telling", "CT-"),
    ("He died before she had finished anything.", "had finished", "PR-"),
    ("The parcel should be opened by Reed.", "should be opened by", "PS+"),
    ("Its banks have agreed to extend a loan, but have yet to sign.", "have yet to sign", "CT-"),
    ("“I can see the ferry from here,” Lind said.", "can see", "CT+"),
    ("“I can see that the ferry is late,” Lind said.", "can see", "PS+"),
    ("It is far from certain that the firm lied.", "lied", "Uu"),
    ("Barely a house was left standing.", "was left standing", "CT-"),
    ("The bridge all but collapsed.", "all but collapsed", "PR+"),
    ("Brandt has all but given up.", "has all but given up", "PR+"),
    ("The bridge almost collapsed.", "almost collapsed", "PR-"),
    ("He lost the case all but kept the house.", "kept", "CT+"),
    ("They sold all but two of the mills.", "sold", "CT+"),
    ("Lund was wrong to say that the mill had burned down.", "had burned down", "PR-"),
    ("Lund was wrong to sell the mill.", "was wrong to sell", "CT+"),
    ("Lund was foolish to say that the mill had burned down.", "had burned down", "CT+"),
    ("The house barely stood.", "barely stood", "CT+"),
    ("They fear that the dam leaks.", "leaks", "PS+"),
    ("Her team plans to test whether a lower dose works.", "works", "Uu"),
    ("The strike is ended, but at what cost?", "is ended", "CT+"),
    ("She kept her job, but did she keep her power?", "kept", "CT+"),
    ("She kept her job, but did she keep her power?", "did keep", "Uu"),
]


MOODS = [
    ("If Lund wants to sell the mill, I will leave.", "wants to sell", "condition"),
    ("Was anybody ordered to leave Tarn?", "Was ordered to leave", "question"),
    ("It is unclear whether Lund wants to sell the mill.", "wants to sell", "question"),
    ("Whether Lund wins or loses, he will leave in May.", "wins", "condition"),
    ("Lund is due to meet the mayor on Monday.", "is due to meet", "plan"),
    ("A judge is to rule on the plan in May.", "is to rule on", "forecast"),
    ("Lund insisted on Monday that she would not call a vote.", "would not call", "forecast"),
    ("He must have known about the fire.", "must have known about", "statement"),
    # what is dated or named is still to come, as was seen from then; what is only proposed is supposed
    ("Work began in March. The bridge would open in May.", "would open", "forecast"),
    ("Voters would then choose between the two flags in 2016.", "would choose between", "forecast"),
    ("The council named the mills that would be closed.", "would be closed", "forecast"),
    ("A ban would take effect in May.", "would take effect", "hypothesis"),
    ("The tax would cost the town two million crowns in 2016.", "would cost", "hypothesis"),
    ("The council rejected the law that would close the mills.", "would close", "hypothesis"),
    ("The bridge was to open in May.", "was to open", "forecast"),
    ("The aim was to open in May.", "was to open", "wish"),
    ("A bill banning fireworks was rejected.", "banning", "plan"),
    ("A bill facing a vote on Monday was leaked.", "facing", "statement"),
    ("The court upheld a law banning fireworks.", "banning", "statement"),
    ("Delivery is expected in December.", "is expected", "forecast"),
    ("Lund was expected by his wife.", "was expected by", "statement"),
    ("Delivery was expected in December.", "was expected", "statement"),
    ("The vote was scheduled for Monday but was called off.", "was scheduled", "statement"),
    ("The mill would lose money in 2016.", "would lose", "hypothesis"),
    ("The report listed the mills that would be closed.", "would be closed", "hypothesis"),
    ("The trick is to begin in May.", "is to begin", "wish"),
    ("Work is to begin on Monday.", "is to begin", "forecast"),
    ("Lund said in 2010 that such a vote would be held in 2016.", "would be held", "forecast"),
    ("Lund said such a vote would split the town in 2016.", "would split", "hypothesis"),
    ("The race is close, so he won't win the cup.", "won't win", "forecast"),
    # a condition may be a phrase
    ("In the event of rain, the match will be moved to Tarn.", "will be moved to", "consequence"),
    ("Without the loan, the firm would have closed its mill.", "would have closed", "consequence"),
    ("Lund said that without a loan the mill would close.", "would close", "consequence"),
    ("Barring a surprise, Lund will win the cup.", "will win", "consequence"),
    ("Without a word, Lund will leave the town.", "will leave", "forecast"),
    ("Lund will leave the town without his wife.", "will leave", "forecast"),
    ("Without a lawyer, Lund will defend herself.", "will defend", "forecast"),
    ("Without power, the residents will spend the night in the dark.", "will spend", "forecast"),
    ("Without help, the town could run out of water.", "could run out of", "consequence"),
    ("In case of rain, the match will be moved to Tarn.", "will be moved to", "consequence"),
    ("In the case of a fire, the doors would open.", "would open", "consequence"),
    ("In the case of Tarn, the mill will close.", "will close", "forecast"),
    # nobody calls for what is only foreseen
    ("The road should open in 2025.", "should open", "forecast"),
    ("The line should be ready by May.", "should be", "forecast"),
    ("The mayor should return by Friday.", "should return", "wish"),
    ("The mill should close by Friday.", "should close", "wish"),
    ("The shop should open on Sundays.", "should open", "wish"),
    ("The council said the park should be open in summer.", "should be", "wish"),
    ("The show should open in the spring.", "should open", "forecast"),
]


@pytest.mark.parametrize(("text", "relation", "mood"), MOODS)
def test_what_is_done_by_saying_it(text: str, relation: str, mood: str) -> None:
    assert _claim(text, relation).mood.value == mood


@pytest.mark.parametrize(
    "text",
    ["The mill, which does not say who runs it, was shut.", "Police could not say with certainty who fired the gun."],
)
def test_nobody_is_said_to_have_done_what_is_asked(text: str) -> None:
    claims = Extractor().extract(plain_article(text)).claims
    assert not {"runs", "fired"} & {claim.relation.text for claim in claims}


@pytest.mark.parametrize(("text", "relation", "factuality"), FACTUALITY)
def test_how_far_it_is_asserted(text: str, relation: str, factuality: str) -> None:
    assert _claim(text, relation).factuality.value == factuality


SUBJECTS = [
    # whom a relative clause is about is nobody who acts in it
    ("There might have been a third official he was seeking.", "was seeking", None),
    ("Ada Lind met the woman she had sued.", "had sued", "Ada Lind"),
    # one pronoun again is the same one
    (
        "Carl Berg was tried in May. Whether he knew Tom Lind was a guard before he shot him could make a difference.",
        "shot",
        "Carl Berg",
    ),
    # nobody calls himself "he" in what he says
    (
        "Carl Berg is mayor. Tom Lind met him in May. “He was in Oslo at the time,” Lind said on Monday.",
        "was in",
        "Carl Berg",
    ),
    ('Ada Lind said: "I feel sorry for the young. They do not see much of a future."', "do not see", "the young"),
    # an apposition makes no thing of somebody
    ("Sunniva, the object of much talk in Tarn, blamed herself. She left the town.", "left", "Sunniva"),
    # nobody is nobody
    ("Tom Bly met Carl Berg. “Nobody would find out,” he said.", "said", "Tom Bly"),
    ("Software that nobody could use was sold. She laughed.", "laughed", None),
    ("Not a single nurse was hurt. She laughed.", "laughed", None),
    # two genders are two persons
    ("One of them, Siri Moen, said she saw a man hand out coats before he jumped.", "jumped", "a man"),
    ("One of them, Siri Moen, said it was late.", "said", "Siri Moen"),
    # who is asked whether they agree
    ("Organisers asked the players whether they would agree to it.", "would agree to", "the players"),
    ("Mum would rather walk. The bank wrote to Otto.", "wrote to", None),
    ("Noel Berg tells Tom Lind that he should not worry about it.", "should not worry about", "Tom Lind"),
    # an agency, a family and a university are no company and no team
    (
        "Orbex lost money. Analysts had foreseen it, the agency AWP said. The company will cut jobs.",
        "will cut",
        "Orbex",
    ),
    # a title tells which of two
    (
        "George Marlow, a lawyer, is the husband of Kelda Marlow. Mr. Marlow left the town.",
        "left",
        "George Marlow",
    ),
]


@pytest.mark.parametrize(("text", "relation", "resolved"), SUBJECTS)
def test_who_is_meant(text: str, relation: str, resolved: str | None) -> None:
    assert _claim(text, relation).subject.resolved == resolved


DAYS = [
    ("A bus was struck at 1353 (1023 GMT) near the market.", "was struck", "2021-06-18"),
    ("The quake struck at 1706 local time (1336 GMT).", "struck", "2021-06-18"),
    ("A climber was killed in fall from a tower.", "was killed in", None),
    ("The mill was sold in fall 2019.", "was sold", "2019-09-01"),
    ("Unless the Rovers beat Morley on Saturday, they will go down.", "beat", "2021-06-19"),
    ("The party said it would table a motion if Reed had not resigned by Monday.", "had not resigned", None),
    ("The ship was checked nearly a year ago.", "was checked", "2020-06-18"),
    ("The ship was checked more than two years ago.", "was checked", "2018-06-18"),
    ("The trays save about 800 tonnes of plastic a year.", "save", None),
    ("The dam was shut two years earlier than planned.", "was shut", None),
    ("A warning was issued on Wednesday. Lund is due to speak at noon.", "is due to speak", "2021-06-18"),
    ("A warning was issued on Wednesday. Lund spoke to Reed at noon.", "spoke to", "2021-06-16"),
    ("The trial will now begin on Monday.", "will begin", "2021-06-21"),
    ("The firm cut jobs for the second time in a year.", "cut", None),
    ("Prices were higher in 1998.", "were", "1998-01-01"),
    ("The market will reopen on Monday, when the mayor is expected to speak.", "is expected to speak", "2021-06-21"),
    ("The town has been quiet since 2019, when the mill was sold.", "was sold", "2019-01-01"),
    ("A man has been charged with arson following a fire in Tarn at the weekend.", "has been charged with", None),
    ("A man has been charged with arson after a fire in Tarn last week.", "has been charged with", None),
    ("Revenue fell to 41 million crowns from 52 million a year earlier.", "fell to", None),
    ("Prices rose by 4 percent in May from 3 percent in April.", "rose by", "2021-05-01"),
    ("The rumour started on a forum in January, weeks before the vote.", "started on", "2021-01-01"),
    ("Lund scored with ten minutes left.", "scored", None),
]


@pytest.mark.parametrize(("text", "relation", "earliest"), DAYS)
def test_when_it_was(text: str, relation: str, earliest: str | None) -> None:
    time = _claim(text, relation).valid_time
    assert (time.earliest if time is not None else None) == earliest


def test_before_the_end_is_by_the_last_day() -> None:
    time = _claim("The rules will be in force before the end of next year.", "will be in").valid_time
    assert time is not None
    assert (time.earliest, time.latest) == (None, "2022-12-31")


CONDITIONS = [
    # a report between a condition and what depends on it
    ("Unless prices fall, some traders believe, the mill will close.", "will close", "Unless prices fall"),
    ("Had they come sooner, the report says, ten people might have lived.", "might have lived", "Had they come sooner"),
    ("He said the tax would not rise as long as he led the party.", "would not rise", "as long as he led the party"),
    ("The state has not paid, and it could refuse to if enough of us complain.", "has not paid", None),
    ("It is not yet known if the ministry will support it.", "is not yet known", None),
    (
        "“It could have done better,” Jan Holm, the owner of the mill, said, “if he had been more careful.”",
        "could have done",
        "if he had been more careful",
    ),
    ("Lund did not say if the mill would close.", "did not say", None),
    ("Unless the army withdraws, there will be no talks.", "will be", "Unless the army withdraws"),
    ("She had to sing - if only for her health.", "had to sing", None),
    ("If only for her health, she had to sing.", "had to sing", None),
    ("As Lund wrote, “Had she sold the mill in time, she would have been rich.”", "would have been", "Had she sold"),
]


@pytest.mark.parametrize(("text", "relation", "condition"), CONDITIONS)
def test_what_it_depends_on(text: str, relation: str, condition: str | None) -> None:
    found = _claim(text, relation).condition
    assert found is condition is None or (found is not None and condition is not None and condition in found.text)
    assert found is None or found.text.split()[0] == str(condition).split()[0]


def test_a_fact_check_does_not_say_what_it_looks_into() -> None:
    text = "CLAIM: Prisoners built the dam.\n\nVERDICT: False. A firm built the wall."
    claims = Extractor().extract(plain_article(text)).claims
    assert [(claim.subject.text, claim.asserted) for claim in claims] == [("Prisoners", False), ("A firm", True)]


@pytest.mark.parametrize("relation", ["is", "has failed", "would close", "had lied to", "was shouting at"])
def test_what_is_claimed_or_reported_is_not_asserted(relation: str) -> None:
    text = (
        "Lund flew home, amid rumours his wife is ill. Shares rose on reports the plan has failed. Lind spoke of fears "
        "the mill would close. The minister resigned amid claims she had lied to the court. Police got reports a man "
        "was shouting at cars."
    )
    claim = _claim(text, relation)
    assert claim.attribution
    assert not claim.asserted


def test_who_cannot_is_denied_on_a_condition() -> None:
    claim = _claim(
        "“If it rains, we are worried the boats won't be able to sail to Tarn,” Lund said.", "won't be able to sail to"
    )
    assert (claim.polarity.value, claim.mood.value) == ("negative", "consequence")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Lund has falsely claimed that the vote was rigged.", "has falsely claimed"),
        ("Lund has repeatedly claimed that the vote was rigged.", "has claimed"),
    ],
)
def test_a_cue_tells_that_it_is_called_false(text: str, cue: str) -> None:
    step = _claim(text, "was rigged").attribution[-1]
    assert step.cue is not None
    assert step.cue.text == cue
