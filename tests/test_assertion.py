"""Law 2: what a reader gets who asks for certain claims without a source is what the article itself states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.extractor import Extractor

if TYPE_CHECKING:
    from extract.model import Claim


def words(claim: Claim) -> str:
    parts = (claim.subject.text, claim.relation.text, claim.object.text if claim.object else "")
    return " ".join(part for part in parts if part)


#: A text, and words that no asserted claim's predicate may be among.
NOT_ASSERTED = [
    ('Lund left. The sale was "a gift to the rich that will hurt the poor."', ["was"]),
    ("The film is about a miller who loses his farm.", ["loses"]),
    ("The story follows a clerk who finds a ring.", ["finds"]),
    ("In the book, Lund sells the mill.", ["sells"]),
    ("Quandt: Holt lied\n\nThe mayor met Quandt on Monday.", ["lied"]),
    ("Picture this: You are alone in a mill. The lights go out.", ["are", "go"]),
    ("In her song, Lund sings that her mother sold the farm.", ["sold"]),
    ("A poll was held in May. It asked 900 voters. Some 40 percent support the plan.", ["support"]),
    ("Quandt was quick to answer, writing on her page:\n\nThe mayor sold the mill.", ["sold"]),
    ("The idea that Lund wrote the song is absurd.", ["wrote"]),
    ("The premise that the dam was sound proved wrong.", ["was"]),
    ("The thinking goes that the dam leaks.", ["leaks"]),
    ("A poll found Lund leading Berg by two points.", ["leading"]),
    ("There are claims Lund took bribes.", ["took"]),
    ("There are widespread claims Lund took bribes.", ["took"]),
    ("There are allegations Lund took bribes.", ["took"]),
    ("By her own account, Lund took bribes.", ["took"]),
    ("As Berg sees it, the law is a mistake.", ["is"]),
    ("The guards, as Berg claims, fired first.", ["fired"]),
    ("Most clerks distrust Lund, a survey by Norstat found.", ["distrust"]),
    ("India has a law mandating that clerks give to charity.", ["give"]),
    ('Lund said "there was no proof" of fraud and that the party welcomes clerks.', ["welcomes"]),
    ('"They keep telling me so," Lund said, pouring coffee.', ["keep"]),
    ("The question is, why did the mill fail?", ["fail"]),
    ("Ada Lund studies whether the mayor lied, and whether the clerk stole a car.", ["lied", "stole"]),
    ("Biden did not say that Congress would pass the bill.", ["say", "pass"]),
    ("If Congress passes the bill, it will help farmers.", ["passes", "help"]),
    ("No country has recognised the government.", ["recognised"]),
    ("The clerk denied that he had sold the files.", ["sold"]),
    ('"The dam broke at noon," said Ana Lund.', ["broke"]),
    ('"The dam broke at noon," said Ana Lund. "It drowned the valley."', ["broke", "drowned"]),
    ("According to Lund, the dam broke at noon.", ["broke"]),
    ("The dam broke at noon, Lund told the court.", ["broke"]),
    ("Suppose Ada earns $50,000 a year. She pays $9,000 in tax.", ["earns", "pays"]),
    ("Imagine a town where nobody pays rent. Its streets are clean.", ["pays", "are"]),
    ("Once the kettle is full, close the lid.", ["is", "close"]),
    ("The airport will see its total number of passengers jump by 12 percent.", ["see", "jump"]),
    ("The firm may sell its mill.", ["sell"]),
    ("The firm wants to sell its mill.", ["sell"]),
    ("The firm failed to sell its mill.", ["sell"]),
    ("Did the firm sell its mill?", ["sell"]),
    ("Lund called on the firm to sell its mill.", ["sell"]),
    ("The claim that the firm sold its mill was rejected.", ["sold"]),
    ("There is no evidence that the firm sold its mill.", ["sold"]),
    ("The firm allegedly sold its mill.", ["sold"]),
    ("The firm is said to have sold its mill.", ["sold"]),
    ("The firm was accused by Lund of selling its mill.", ["selling"]),
    ("It is not known if the firm sold its mill.", ["sold"]),
    ("The firm either sold its mill or closed it.", ["sold", "closed"]),
    ("Ana Lund: firm sold its mill", ["sold"]),
    ("Rather than sell its mill, the firm closed it.", ["sell"]),
    ("The firm insisted that the mill be sold.", ["sold"]),
    ("The firm will be happy to sell its mill.", ["sell"]),
    ("The firm will begin to sell its mills.", ["sell"]),
    ("The firm asked a bank for advice on a plan for selling its mill.", ["selling"]),
    ("The firm almost sold its mill.", ["sold"]),
    ("The firm did not resort to selling its mill.", ["selling"]),
    ("The firm is committed to selling its mill.", ["selling"]),
    ("It was not the firm that sold its mill.", ["sold"]),
    ("It is time the firm sold its mill.", ["sold"]),
    ("The deal depends on the firm selling its mill.", ["selling"]),
    ("The firm would have gone broke had the bank sold its mill.", ["sold", "had"]),
    ("The firm never found a buyer willing to run its mill.", ["run"]),
    ("No storm warning was issued.", ["issued"]),
    ("Lund will stay on and be involved in the sale.", ["involved"]),
    ("The firm may close its mill or be sued.", ["sued"]),
    ("Lund sold the mill, as had the firm.", ["had"]),
    ("Lund sold the mill, as did the firm.", ["did"]),
    ("Asked whether he sold the mill, Lund left.", ["Asked", "sold"]),
    ("Assuming the firm sells its mill, two towns will suffer.", ["sells", "suffer"]),
    ("Assuming the firm sells its mill, two towns lose their school.", ["sells", "lose"]),
    ("The firm pays the town in the event that it sells its mill.", ["pays", "sells"]),
    ("The mill will be sold in case the council agrees.", ["will be sold", "agrees"]),
    ("If the clerk is to be believed, the firm sold its mill.", ["sold"]),
    ("The bridge, when completed, will link two towns.", ["completed"]),
    ("There is little evidence that the firm sold its mill.", ["sold"]),
    ("Auditors found few signs the firm sold its mill.", ["sold"]),
    ("Reports of two clerks killed by guards reached the town.", ["killed"]),
    ("The quarrel and whether the firm sold its mill were the talk of the town.", ["sold"]),
    ("The council selling the mill would be a mistake.", ["selling"]),
    ("The guards, who officers say beat a clerk, left the town.", ["beat", "say"]),
    ("Lund raised eyebrows after telling the paper he backed the war.", ["backed"]),
    ("The unions said 200 nurses registered for the rally.", ["registered"]),
    ("As if the clerk were a hero.", ["were"]),
    ("Footage seems to show guards beating a clerk.", ["beating"]),
    ("The nurses complained about guards beating a clerk.", ["beating"]),
    ("The study, which found that pumps cause cancer, was withdrawn.", ["cause"]),
    ("The mill was shut on the grounds that guards took bribes.", ["took"]),
    ("The firm dumped waste, a claim it denies.", ["dumped"]),
    ("The plan is that the mill closes in May.", ["closes"]),
    ('The firm "stole millions" from the town.', ["stole"]),
    ("It is important that the mayor tells the truth.", ["tells"]),
    ("Lund attacks rivals, says Quist lied\n\nAda Lund attacked her rivals on Monday.", ["lied"]),
    ("The rumour that the bank would close was a hoax.", ["close"]),
    ("The story that the king died is a myth.", ["died"]),
    ("Holt: We were wrong\n\nThe town was told so on Monday.", ["were"]),
    ("Veltra to close mill, union says\n\nThe town was told so on Monday.", ["close"]),
    ("Lund: mill is safe\n\nAda Lund came to Lorne on Monday.", ["is"]),
    ("The bank spurned warnings from clerks that the move would cost jobs.", ["cost"]),
    ("One can assume the firm sold its mill.", ["sold"]),
    ("The clerk was arrested for stealing the money.", ["stealing"]),
    ("The clerk was sued by the bank for stealing the money.", ["stealing"]),
    ("The clerk's defence was that the bank gave her the money.", ["gave"]),
    ("The owners ignored advice that the mill be closed.", ["closed"]),
    ("The letter from Quist states that the dam is safe.", ["is"]),
    ("This creates the appearance that judges take sides.", ["take"]),
    ("The vote gave the appearance that the mayor had lied.", ["lied"]),
]


@pytest.mark.parametrize(("text", "predicates"), NOT_ASSERTED)
def test_what_the_article_does_not_state_is_not_asserted(
    extractor: Extractor, text: str, predicates: list[str]
) -> None:
    asserted = [c for c in extractor(text) if c.asserted]
    assert [words(c) for c in asserted if text[c.predicate[0] : c.predicate[1]] in predicates] == []


ASSERTED = [
    ("The airport saw its total number of passengers jump by 12 percent.", "jump"),
    ("The firm sold its mill.", "sold"),
    ('Her slogan was "a gift to the poor and to the town."', "was"),
    ("The film is about Ida Berg, who led the port.", "led"),
    ("The inquiry may show how the dam burst.", "burst"),
    ("Football: Holt wins cup\n\nThe mayor met Holt on Monday. She likes football.", "wins"),
    ("The firm makes looms. About 40 percent of its workers support the strike.", "support"),
    ("The boy has what is called baker’s lung, an illness caused by flour.", "caused"),
    ("Holt was asked whether he had taken money and did not reply to any paper.", "asked"),
    ("The sale was long-awaited but not a very big surprise.", "was"),
    ("Suppose they are right. She sold the mill in May.", "sold"),
    ("If Lund, who lost in May, runs again, her party will split.", "lost"),
    ("The firm managed to sell its mill.", "sell"),
    ("Lund, who sold the mill, said the price was fair.", "sold"),
    ("The firm sold its mill because it had lost money.", "sold"),
    ('The firm sold its "crown jewel" on Friday.', "sold"),
    ("The firm did not go broke because it had sold its mill.", "sold"),
    ("Alba could have won the league, but lost to Tarsk.", "lost"),
    ("Lund hopes to meet Senator Ada Quist of Sudria.", "Sudria"),
    ("Lund said the mill was closing, which Baker denied.", "denied"),
    ("Lund denies any role in the theft and two inquiries have cleared him.", "cleared"),
    ("Lund was not surprised that the mill had closed.", "closed"),
    ("Lund bought the mill, assuming it was safe.", "bought"),
    ("The clerk selling the mill would be a suspect.", "selling"),
    ("If that sounds odd, Lund sold the mill in May.", "sold"),
    ("As if it mattered, the firm sold its mill.", "sold"),
    ("The court struck down a ruling declaring the sale void.", "declaring"),
    ("There is no question that the firm sold its mill.", "sold"),
    ("There is no denying that the firm sold its mill.", "sold"),
    ("The council accused the clerk of theft, a charge he rejects.", "accused"),
    ("Lund referred to a report of a sale, a claim the firm denies.", "referred"),
    ("The clerk was fined for stealing the money.", "stealing"),
    ("A faint tune began to play behind her: It was a waltz.", "was"),
]


@pytest.mark.parametrize(("text", "predicate"), ASSERTED)
def test_what_the_article_states_is_asserted(extractor: Extractor, text: str, predicate: str) -> None:
    assert any(c.asserted for c in extractor(text) if text[c.predicate[0] : c.predicate[1]] == predicate)
