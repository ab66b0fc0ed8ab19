"""Polarity, modality and mood: scope, chains of embedding, conditions, cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract import Extractor
from extract.factuality.commitment import Commitment, Commitments
from extract.model import Block, BlockKind, Factuality, Modality, Mood, Polarity, factuality
from extract.repairs.mend import mend
from extract.syntax.parsing import parse
from extract.text.quotes import quoted_spans

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

Judge = "Callable[[str, str], Commitment]"


@pytest.fixture(scope="module")
def judge(nlp: Language) -> Callable[[str, str], Commitment]:
    def commitment(text: str, word: str) -> Commitment:
        for tree in parse(nlp, text, [Block(BlockKind.PARAGRAPH, 0, len(text))], quoted_spans(text)):
            mend(tree)
            for candidate in tree.words:
                if candidate.text == word:
                    return Commitments(tree).of(candidate)
        raise LookupError(word)

    return commitment


def value(commitment: Commitment) -> Factuality:
    return factuality(commitment.polarity, commitment.modality)


#: text, word, FactBank value: one mark each.
VALUES = [
    ("It may have been Brandt who signed the letter.", "signed", "PS+"),
    ("Was it Brandt who signed the letter?", "signed", "Uu"),
    ("It was Brandt who signed the letter.", "signed", "CT+"),
    ("It was not Brandt who signed the letter.", "signed", "CT-"),
    ("It was Brandt who was trying to be calm.", "trying", "CT+"),
    ("Courts barred the state from enforcing a law that bans tents.", "bans", "CT+"),
    ("The state has yet to pass a law that bans tents.", "bans", "Uu"),
    ("The drug will be sold when approved by the agency.", "approved", "PR+"),
    ("The mill was sold once cleared by the court.", "cleared", "CT+"),
    ("Once owned by Lund, the mill closed.", "owned", "CT+"),
    ("The deal, once praised by Lund, could now be put off.", "praised", "CT+"),
    ("Voters could have shown that they were tired of the mayor.", "were", "PS+"),
    ("Voters have shown that they were tired of the mayor.", "were", "CT+"),
    ("When a bank fails, it loses its licence.", "fails", "Uu"),
    ("When the mayor comes, he brings flowers.", "comes", "CT+"),
    ("The bridge to nowhere cost two million crowns.", "cost", "CT+"),
    ("The strike led nowhere.", "led", "CT-"),
    ("There may be two women serving on the board.", "serving", "PS+"),
    ("There are two women serving on the board.", "serving", "CT+"),
    ("The mill would have closed, had the state not paid.", "paid", "Uu"),
    ("The mill would have closed; the state had not paid.", "paid", "CT-"),
    ("The old pump would be sold before the fair opened.", "opened", "PS+"),
    ("Hopefully the ferry arrives by noon.", "arrives", "PS+"),
    ("When a name had to be given, the clerks would point to a map.", "point", "CT+"),
    ("A fee would be charged when a car entered the zone.", "charged", "PR+"),
    ("The ferry should be running again.", "running", "PR+"),
    ("The clerk should be working on a plan.", "working", "PS+"),
    ("The pier should be open by now.", "open", "PR+"),
    ("Guards believe the fire began in May and spread before setting off an alarm.", "setting", "PR+"),
    ("Say you notice that your neighbour has left the door open.", "left", "Uu"),
    ("You notice that your neighbour has left the door open.", "left", "CT+"),
    ("With the gates closed, the town would be safe.", "closed", "PR+"),
    ("With the gates closed, the town was safe.", "closed", "CT+"),
    ("The plan would give each child a book that costs ten crowns.", "costs", "PR+"),
    ("The mayor gave each child a book that costs ten crowns.", "costs", "CT+"),
    ("The report found no proof that the mayor took money from people who owned land.", "owned", "Uu"),
    ("The mayor took money from people who owned land.", "owned", "CT+"),
    ("The role helped her find work, once appearing on a show in Tarn.", "appearing", "CT+"),
    ("The mill will be sold once signed off by the court.", "signed", "PS+"),
    ("The firm would neither confirm nor deny the report.", "deny", "CT-"),
    ("The claim that she shelled the mill is a lie.", "shelled", "CT-"),
    ("The band said the album would be finished before the tour commenced.", "commenced", "PS+"),
    ("The band said the album had been finished before the tour commenced.", "commenced", "CT+"),
    ("“I left and said, ‘Is it safe?’” Lund said.", "left", "CT+"),
    ("The council must see to it that the dam holds.", "holds", "Uu"),
    ("\"The mayor rang and said, 'Is this man safe?'\" Lund said.", "Is", "Uu"),
    ('"Had Ms. Lund come to us, we would have acted," it read.', "read", "CT+"),
    ("The club said he would stay until a coach was found.", "found", "PS+"),
    ("The club said such a sale would hurt farmers.", "hurt", "PR+"),
    ("She was so angry that she left.", "left", "CT+"),
    ("It is fair that tenants pay for the paint.", "pay", "Uu"),
    ("It is right that the young pay less.", "pay", "Uu"),
    ("She is right that the young pay less.", "pay", "CT+"),
    ("We must make sure that tenants know their rights.", "know", "Uu"),
    ("The court pushed the port to make sure that divers are paid.", "paid", "Uu"),
    ("When rents rise, tenants leave.", "rise", "Uu"),
    ("When a bank fails, its clerks lose their jobs.", "fails", "Uu"),
    ("When the bank failed, its clerks lost their jobs.", "failed", "CT+"),
    ("The play begins when divers find a ring.", "find", "CT+"),
    ("In a world where machines bake the bread, bakers sleep.", "bake", "PR+"),
    ("She grew up in a world where men baked the bread.", "baked", "CT+"),
    ("Do you know a diver who was hurt?", "hurt", "Uu"),
    ("Do you know the diver who was hurt?", "hurt", "CT+"),
    ("He was hired to run the port until voters chose a mayor.", "chose", "PS+"),
    ("They needn't have worried - the boats are insured.", "insured", "CT+"),
    ('Had the port known, Quist said, "it is likely that they would have acted."', "known", "Uu"),
    ("The boats, it seems, have sunk.", "sunk", "PR+"),
    ("If the bill passes, the port would close, unless a buyer turns up.", "close", "Uu"),
    ("It is the first time in her career that she has been in charge.", "been", "CT+"),
    ("It is not the first time in her career that she has been in charge.", "been", "CT+"),
    ("It is high time that the mayor be asked.", "asked", "Uu"),
    ("When you are tired, you have to rest.", "are", "PR+"),
    ("When you left, the shop closed.", "left", "CT+"),
    ("She was first to leave.", "leave", "CT+"),
    ("I should have guessed: the shop was closed.", "closed", "CT+"),
    ("The snow should melt by noon.", "melt", "PR+"),
    ("Orvia will close the mine but keep the mill.", "keep", "CT+"),
    ("Orvia may close the mine but keep the mill.", "keep", "PS+"),
    ("Orvia will not close the mine but sell it.", "sell", "CT+"),
    ("Orvia will not close the mine but sell it.", "close", "CT-"),
    ("Lund tabled a motion that talks be held and that the press be barred.", "barred", "Uu"),
    ("If you notice that the lamps are out, call the guard.", "are", "Uu"),
    ("If the court learns that the clerk fled, he will be tried.", "fled", "Uu"),
    ("If the clerk regrets that he fled, he may return.", "fled", "CT+"),
    ("When the court learned that the clerk had fled, it rose.", "fled", "CT+"),
    ("A motion that the chairman be dismissed was passed.", "dismissed", "Uu"),
    ("The plan holds in a scenario where the mill has closed.", "closed", "PR+"),
    ("The council drew up a scenario in which the river floods the port.", "floods", "PR+"),
    ("While you are at home, keep the gate shut.", "are", "PR+"),
    ("While the guards are old, they will keep the gate shut.", "are", "CT+"),
    ("I needn't have worried: the room was ready.", "was", "CT+"),
    ("She need not have feared - the vote was won easily.", "won", "CT+"),
    ("There is no proof the minister lied.", "lied", "Uu"),
    ("There is no evidence the officers acted wrongly.", "acted", "Uu"),
    ("The rise would help farmers while allowing mills to close.", "allowing", "PR+"),
    ("Keep in mind that such illnesses are rare.", "are", "CT+"),
    ("It would be good if the fire does not turn out to be deliberate.", "turn", "Uu"),
    ("Voters could not help but notice the chair.", "notice", "CT+"),
    ("Voters couldn't help noticing the chair.", "noticing", "CT+"),
    ("Lund stopped to thank the crew.", "thank", "CT+"),
    ("Lund did not stop to thank the crew.", "thank", "CT-"),
    ("Lund stirred up alarm among leaders that the mayor will lose votes.", "lose", "PS+"),
    ("The law bars banks from lending money that was not insured.", "insured", "Uu"),
    ("Lund spent money that was not insured.", "insured", "CT-"),
    ("The ferry is not ideal for a firm that exports fruit.", "exports", "CT+"),
    ("The firm launched a scheme that sees tenants paying twice.", "sees", "CT+"),
    ("No country has recognised the government.", "recognised", "CT-"),
    ("The minister did not resign or apologise.", "apologise", "CT-"),
    ("Biden did not say that Congress would pass the bill.", "pass", "Uu"),
    ("If Congress passes the bill, the president will sign it.", "passes", "Uu"),
    ("A few voters stayed at home.", "stayed", "CT+"),
    ("Few voters stayed at home.", "stayed", "PR-"),
    ("The court took no action.", "took", "CT-"),
    ("They knew little about how the pump works.", "works", "CT+"),
    ("The leak made us ask why did they hide it?", "made", "CT+"),
    ("It made them ask for more?", "made", "Uu"),
    ("Is this the house that we are going to see?", "Is", "Uu"),
    ("The dam is old, there's no doubt about that.", "is", "CT+"),
    ("The message was hardly subtle.", "was", "PR-"),
    ("The message was not just subtle.", "was", "CT+"),
    ("The barge was not overloaded.", "was", "CT-"),
    ("Government survives no-confidence vote", "survives", "CT+"),
    ("Reed would only say that he was ill.", "was", "CT+"),
    ("He has no doubt the dam is safe.", "is", "CT+"),
    ("The study does not prove that lamps are to blame.", "are", "Uu"),
    ("Let us suppose, for a moment, that she is right.", "is", "Uu"),
    ("The trend is to close small mills.", "close", "CT+"),
    ("Reed loves to show his boats.", "show", "CT+"),
    ("Reed would love to sell his boats.", "sell", "Uu"),
    ("They have no idea why the dam leaks.", "leaks", "CT+"),
    ("They have no idea whether the dam leaks.", "leaks", "Uu"),
    ("The goal is to close small mills.", "close", "PS+"),
    ("The claim that the dam leaks is wholly unsubstantiated.", "leaks", "Uu"),
    ("Open the bridge, and then both parties can talk.", "talk", "PS+"),
    ('Lund sat down and said, "Are you ill?"', "sat", "CT+"),
    ("The plan is neither cheap nor quick.", "is", "CT-"),
    ("The parties have nothing in common.", "have", "CT-"),
    ("The firm has not grown beyond steel, nor has it found a partner.", "found", "CT-"),
    ("The firm failed to find a buyer and filed for protection.", "filed", "CT+"),
    ("The firm failed to find a buyer and filed for protection.", "find", "CT-"),
    ("The envoy is not going to resign.", "resign", "CT-"),
    ("The envoy is going to resign.", "resign", "CT+"),
    ("It agreed to pay more if the price fell.", "agreed", "CT+"),
    ("The bridge will stay shut until the repairs are finished.", "finished", "PS+"),
    ("The law is aimed at curbing rents.", "curbing", "PS+"),
    ("The guards may break the law by firing on the crowd.", "firing", "PS+"),
    ("The club seemed to tire.", "tire", "PR+"),
    ("It appears as if the crew were badly trained.", "trained", "PR+"),
    ("It looks as though the bridge will close.", "close", "PR+"),
    ("Marsh walked as if he owned the mill.", "owned", "Uu"),
    ("Marsh walked as though he owned the mill.", "owned", "Uu"),
    ("Dorn was arrested on Friday, not long after Reed was shot.", "shot", "CT+"),
    ("Holm lives not far from the mill.", "lives", "CT+"),
    ("Holm does not live far from the mill.", "live", "CT-"),
    ("She was cold because she'd lost her hat.", "lost", "CT+"),
    ("They'd been warned twice.", "warned", "CT+"),
    ("She'd sell the mill if she could.", "sell", "Uu"),
    ("Note that Lund sold the mill.", "sold", "CT+"),
    ("Readers should note that Lund sold the mill.", "sold", "CT+"),
    ("Remember to lock the door.", "lock", "Uu"),
    ("If you look at the banks, the cost has risen.", "risen", "CT+"),
    ("If you sell the mill, the cost will rise.", "rise", "Uu"),
    ("If there is one thing that Lund has learned, it is that mills are costly.", "are", "CT+"),
    ("If there is a thing that Lund can sell, the mill will close.", "close", "Uu"),
    ("When the mine closes, workers would lose their pensions.", "closes", "PR+"),
    ("It would be wrong to sell when prices are low.", "are", "CT+"),
    ("When the mine closed, workers would lose their pensions.", "closed", "CT+"),
    ("The court may fast-track the case.", "track", "PS+"),
    ("The mayor may well over-react.", "react", "PS+"),
    ("The firm admitted not paying taxes.", "admitted", "CT+"),
    ("The crew was too tired to fight the fire.", "fight", "CT-"),
    ("Few doubt that the war will go on.", "doubt", "PR-"),
    ("The chancellor ruled out raising taxes.", "raising", "CT-"),
    ("The aim is to cut costs.", "cut", "PS+"),
    ("The envoys are to meet in Lyon.", "meet", "PR+"),
    ("The court denied the request.", "request", "CT+"),
    ("There is no evidence that the cable snapped.", "snapped", "Uu"),
    ("It is not known if the cable snapped.", "snapped", "Uu"),
    ("Lund could not be reached for comment.", "comment", "Uu"),
    ("Nobody was hurt in a strike on the port.", "strike", "CT+"),
    ("Not one pilot had reported sick.", "reported", "CT-"),
    ('"Do not wait for the water," the mayor said.', "wait", "Uu"),
    ("They gathered to mourn the dead.", "mourn", "PR+"),
    ('"I cannot say," she told the court.', "told", "CT+"),
    ("The deal will not survive unless both sides pay.", "survive", "Uu"),
    ("Rather than face another strike, the firm raised pay.", "face", "CT-"),
    ("The firm raised pay rather than face a strike.", "face", "CT-"),
    ("Protests short of violence hurt trade.", "violence", "CT-"),
    ("The crew had to leave the ship.", "leave", "PR+"),
    ("The crew did not have to leave the ship.", "leave", "PS-"),
    ("The guards have had a free hand to search homes.", "search", "PR+"),
    ("The fund sold bonds to raise cash to pay its debts.", "pay", "Uu"),
    ("Lund was the first woman to win the race.", "win", "CT+"),
    ("The ferry is the best way to reach the island.", "reach", "PR+"),
    ("He did not find any evidence linking the clerk to the fire.", "linking", "Uu"),
    ("The party wants a law that bans smoking.", "bans", "PS+"),
    ("The party may back a law that banned smoking.", "banned", "CT+"),
    ("The minister insisted that the child be returned.", "returned", "Uu"),
    ("The minister insisted that the child was returned.", "returned", "CT+"),
    ("The minister insisted that it reach a deal.", "reach", "Uu"),
    ("Polls suggest that a majority of voters want a bridge.", "want", "PS+"),
    ("The ministers insisted that the boards reach a deal.", "reach", "CT+"),
    ("The crew worked at landing a shuttle.", "landing", "PS+"),
    ("The club was happy to sell the stadium.", "sell", "CT+"),
    ("The club was honored to host the games.", "host", "CT+"),
    ("We are humbled to have the stadium.", "have", "CT+"),
    ("The vital signs are not likely to change.", "signs", "CT+"),
    ("A merger is not likely.", "merger", "PR-"),
    ("The minister would not comment on the sale.", "comment", "CT-"),
    ("A court would not comment on the sale if it were pending.", "comment", "Uu"),
    ("The sale is subject to approval by the council.", "approval", "PS+"),
    ("The council turned down a merger.", "merger", "Uu"),
    ("The chancellor ruled out a strike.", "strike", "CT-"),
    ("The council imposed a ban on exports.", "exports", "Uu"),
    ("The envoy is in charge of the talks.", "talks", "CT+"),
    ("The town bought a machine for cutting trees.", "cutting", "PR+"),
    ("The clerk won an award for saving a child.", "saving", "CT+"),
    ("The pact could lead to the release of the hostages.", "release", "PS+"),
    ("The pact could delay the release of the hostages.", "hostages", "CT+"),
    ("A merger will not occur.", "merger", "Uu"),
    ("The club is successful at recruiting players.", "recruiting", "CT+"),
    ("The clerk has not admitted the theft or named a buyer.", "named", "CT-"),
    ("Lund wants her to leave and the mayor has agreed.", "agreed", "CT+"),
    ("The clerk had heard nothing to suggest a theft.", "suggest", "CT-"),
    ("The envoy learned to forgive his guards.", "forgive", "CT+"),
    ("The news could not have come at a worse time.", "come", "CT+"),
    ("This little boy belongs with his father.", "belongs", "CT+"),
    ("Very few voters stayed at home.", "stayed", "PR-"),
    ("Little boys stayed at home.", "stayed", "CT+"),
    ("The two firms had each held a stake.", "held", "CT+"),
    ("The treaty, had it been signed, would have ended the war.", "signed", "Uu"),
    ("The mayor had the square cleared.", "cleared", "CT+"),
    ("Pirates could stop the ship by sea or by attacking the port.", "attacking", "PS+"),
    ("It makes no sense to wait.", "wait", "Uu"),
    ("Raids on the coast were not linked to the war.", "Raids", "CT+"),
    ("A date has not been set.", "date", "Uu"),
    ("Lund has demanded that the ship be returned, and the court has agreed.", "agreed", "CT+"),
    ("Whether the deal works remains to be seen, but Lund resigned.", "resigned", "CT+"),
    ("The mayor condemns any attack on the port.", "attack", "Uu"),
    ("A strike would hurt trade.", "strike", "PR+"),
    ("He would often walk to the port at night.", "walk", "CT+"),
    ("Every summer he would walk to the port.", "walk", "CT+"),
    ("The mayor must be fired and the office closed.", "closed", "PR+"),
    ("A region that has its own army would be safer.", "has", "PR+"),
    ("The mayor probably wouldn't name the buyer.", "name", "PR-"),
    ("The strike would hurt trade.", "strike", "CT+"),
    ("A nurse could help.", "nurse", "CT+"),
    ("The court offers a reward for information leading to an arrest.", "arrest", "Uu"),
    ("There have been two alleged thefts this week.", "thefts", "PS+"),
    ("The firm wants to resume talks with the union.", "talks", "Uu"),
    ("The board almost sold the mill.", "sold", "PR-"),
    ("Sales nearly doubled.", "doubled", "PR+"),
    ("Sales rose almost 5 percent.", "rose", "CT+"),
    ("The clerk died before he could sign the will.", "sign", "PR-"),
    ("They never met the mayor or asked for money.", "asked", "CT-"),
    ("Never has a mayor sold the mill.", "sold", "CT-"),
    ("They could not save the barn before a part of the roof collapsed.", "collapsed", "CT+"),
    ("In case of a strike, trains will stop.", "strike", "Uu"),
    ("Were a strike to begin, trains would stop.", "begin", "Uu"),
    ("Without a deal, the firm will close.", "deal", "Uu"),
    ("The envoy left without a deal.", "deal", "CT-"),
    ("The talks are expected to fail.", "talks", "CT+"),
    ("Talks on a merger began on Monday.", "merger", "PS+"),
    ("Talks on the war began on Monday.", "war", "CT+"),
    ("The board need not sell the mill.", "sell", "PS-"),
    ("The firm did not succeed in selling its mill.", "selling", "CT-"),
    ("The firm did not rely on selling its mill.", "selling", "Uu"),
    ("The firm cannot make money by selling its mill.", "selling", "Uu"),
    ("The firm put off selling its mill.", "selling", "Uu"),
    ("The clerk talked the board into selling its mill.", "selling", "CT+"),
    ("The clerk talked the board out of selling its mill.", "selling", "CT-"),
    ("The firm took a stand against selling its mill.", "selling", "Uu"),
    ("The firm bought shares with a view to selling them.", "selling", "PS+"),
    ("The board remembered to pay.", "pay", "CT+"),
    ("The board hesitated to pay.", "pay", "PS-"),
    ("The mayor was cleared of taking bribes.", "taking", "CT-"),
    ("The mayor is wary of taking bribes.", "taking", "PS+"),
    ("The mayor is tired of taking orders.", "taking", "CT+"),
    ("The general ordered an attack on the port.", "attack", "PR+"),
    ("The general had better leave the port.", "leave", "PS+"),
    ("The minister campaigned for cutting taxes.", "cutting", "Uu"),
    ("A strike did not take place.", "strike", "Uu"),
    ("The general used to live by the port.", "live", "CT+"),
    ("The general used a boat to reach the port.", "reach", "PR+"),
    ("He tore up the pact which the envoy declined to sign.", "sign", "CT-"),
    ("The envoy knows how to swim.", "swim", "Uu"),
    ("The council decided where to build a school.", "build", "Uu"),
    ("It is time the firm closed the mill.", "closed", "Uu"),
    ("It was not the firm that closed the mill.", "closed", "CT-"),
    ("It was the firm that closed the mill.", "closed", "CT+"),
    ("The firm would have closed the mill had the bank called in the loan.", "called", "Uu"),
    ("The firm would have closed had the loan been called in.", "called", "Uu"),
    ("The deal depends on the bank selling its mill.", "selling", "Uu"),
    ("The firm published plans that close the mill.", "close", "PS+"),
    ("It was the last attempt to save the mill.", "save", "PS+"),
    ("The clerk was banned for taking bribes.", "taking", "CT+"),
    ("The match ended with Malvia winning three points.", "winning", "CT+"),
    ("The crew was given tasks to perform and competed for a job.", "competed", "CT+"),
    ("The fire was the worst in the case of a town that burned.", "burned", "CT+"),
    ("The church may remove a video that shows the clerk.", "shows", "CT+"),
    ("The law lets firms hire guards.", "hire", "PS+"),
    ("The guard let the men leave.", "leave", "CT+"),
    ("Whether the deal makes sense remains to be seen.", "makes", "Uu"),
    ("The firm will call a vote before closing the mill.", "closing", "PR+"),
    ("The rules allow members to buy shares or to sell them.", "sell", "PS+"),
    # whoever calls it wrong to say so does not say so
    ("It would be inaccurate to say that the mill burned.", "burned", "PR-"),
    ("It was wrong to draw the conclusion that the mill burned.", "burned", "PR-"),
    ("It would be a mistake to think that the mill burned.", "burned", "PR-"),
    # "asked if" is "asked whether"
    ("Asked if there was any leak, Lund said no.", "Asked", "CT+"),
    # what stands whether the condition comes true or not
    ("If we see names in the paper, I think it will be harder.", "think", "CT+"),
    ("Economists predict growth if the council passes the law.", "predict", "CT+"),
    ("A year later, his wife, knowing that, had it moved from Oslo to Bergen, and she asked him.", "asked", "CT+"),
    ("Had the guards acted, the dam would have held.", "acted", "Uu"),
    # a question mark asks only what it stands beside
    ("Guests were sent home after questions such as “Had you heard of it?”", "sent", "CT+"),
    ("The guests were sent home?", "sent", "Uu"),
    ("Were the guests sent home?", "sent", "Uu"),
    ("There are those who asked if the dam burst?", "are", "CT+"),
    # a participle is as uncertain as what it comes with, unless it is so anyway
    ("The law would ban the trade, forcing shops to close.", "forcing", "PR+"),
    ("The firm is to close the mill, cutting 40 jobs.", "cutting", "PR+"),
    ("Holt met the woman who would later become his wife.", "become", "CT+"),
    ("The mill is due to close in May, ending a century of work.", "ending", "PR+"),
    ("The firm plans to close the mill, angering the town.", "angering", "CT+"),
    ("The house voted to override the veto, ending the dispute.", "ending", "CT+"),
    ("The bridge will almost certainly close.", "close", "PR+"),
    ("The dam is almost certainly safe.", "is", "PR+"),
    ("When he took office, the minister would cut taxes.", "cut", "PR+"),
    ("Money should be going to the poor.", "going", "PS+"),
    ("The find almost certainly means that the lake is deep.", "is", "PR+"),
    ("Halden may sell the yard, ending a century of work.", "ending", "PS+"),
    ("If it rains, the dam could burst, flooding the town.", "flooding", "Uu"),
    ("The bridge could open in May, allowing cars to pass.", "allowing", "PS+"),
    ("Halden may resign, fearing a trial.", "fearing", "CT+"),
    ("Halden may step down, citing his health.", "citing", "CT+"),
    ("He may stay, having signed a contract.", "signed", "CT+"),
    ("The firm did not sign, leaving Halden without a partner.", "leaving", "CT+"),
    # what is seen or heard is so; what a town could see is not yet
    ("Holt told police he could see a man running.", "see", "CT+"),
    ("Ann Holt could hear the alarm.", "hear", "CT+"),
    ("The town could see shops close.", "see", "PS+"),
    # letters that somebody had kept, at a time that somebody led
    ("Holt asked clerks to find letters that his rival had kept on a boat.", "kept", "CT+"),
    ("Holt may sell at a time that Lund is lecturing the town on debt.", "lecturing", "CT+"),
    ("In case you are living in town, the ferry is late.", "living", "Uu"),
    ("In case you are living in town, the ferry is late.", "is", "CT+"),
    # an aim is no fact; what came of something is
    ("They built a wall so that the river does not flood the town.", "flood", "PR-"),
    ("Use a lock so it doesn't open.", "open", "PR-"),
    ("We can come from all sides, so it doesn't take over the towns.", "take", "PR-"),
    ("The dam was closed so the town did not flood.", "flood", "CT-"),
    ("The wall burst so that the river flooded the town.", "flooded", "CT+"),
    ("Lund is ill, so that's a worry for me.", "'s", "CT+"),
    ("Hardly anybody knew the answer.", "knew", "PR-"),
    ("The boats tried to escape on seeing the navy.", "seeing", "CT+"),
    ("The boats did not insist on leaving the port.", "leaving", "Uu"),
    ("It is not the case that the mill was closed.", "closed", "CT-"),
    ("It is the case that the mill was closed.", "closed", "CT+"),
    # what waits for something that the sentence leaves open
    ("The clinic would not say more until the family had been told.", "told", "PS+"),
    ("The council withdrew its offer until the bridge was open.", "was", "PS+"),
    ("They did not see the crack until it was wide.", "was", "CT+"),
    # a contrast is no time
    ("While riders enjoy the game, those who play in a browser will see delays.", "enjoy", "CT+"),
    ("Shops will close while workers mend the road.", "mend", "PR+"),
    # what it looks like
    ("The quarrel looks like it is coming to an end.", "coming", "PR+"),
    ("Nobody knew what the town would look like if it were flooded.", "flooded", "Uu"),
    # a bare verb has the modal of the one before
    ("The car could arrive in May, and its price be lower.", "be", "PS+"),
    ("An inquiry into whether the office is breaking the law began.", "breaking", "Uu"),
    ("The mayor knew about Holt lying to the council.", "lying", "CT+"),
    ("I'm afraid the hall is lost.", "is", "CT+"),
    ("Holt was afraid the hall was lost.", "lost", "PS+"),
    ("I don't see that there is any way out.", "is", "PR-"),
    ("This is not to say that the mill is unsafe.", "unsafe", "Uu"),
    ("It makes sense that the gut uses a sensor.", "uses", "CT+"),
    ("The clinic said that they had requested help, and that it was not giving any.", "giving", "CT-"),
    ("But the message was clear: helping anything that resembled the plan would no longer work.", "was", "CT+"),
]


@pytest.mark.parametrize(("text", "word", "expected"), VALUES)
def test_value_of_a_predicate(judge: Callable[[str, str], Commitment], text: str, word: str, expected: str) -> None:
    assert value(judge(text, word)).value == expected


MOODS = [
    ("The vote is to be held on Friday.", "held", Mood.FORECAST),
    ('She smiled at him, "So, you are ready now?"', "are", Mood.QUESTION),
    ("The firm plans to close two mills.", "close", Mood.PLAN),
    ("The firm wants to close two mills.", "close", Mood.WISH),
    ("The firm tried to close two mills.", "close", Mood.STATEMENT),
    ("The firm will try to close two mills.", "close", Mood.FORECAST),
    ("This is not to say that the mill is unsafe.", "unsafe", Mood.STATEMENT),
    ("Stay at home tonight.", "Stay", Mood.IMPERATIVE),
    ("Did the mill close?", "close", Mood.QUESTION),
    ("The mill will close.", "close", Mood.FORECAST),
    ("Castella mill to be closed in June", "closed", Mood.FORECAST),
    ("The mill normally closes at six.", "closes", Mood.GENERIC),
    ("You steer the ship, which is fast.", "steer", Mood.GENERIC),
    ("It may be the pigeons that you are breeding.", "breeding", Mood.GENERIC),
    ("You won the prize in May.", "won", Mood.STATEMENT),
    ("Say you have a dollar in the bank.", "have", Mood.HYPOTHESIS),
    ("Let's say that it rains on Friday.", "rains", Mood.HYPOTHESIS),
    ('"You have a point," she said.', "have", Mood.STATEMENT),
    ("Guests were left stranded in Lorne.", "stranded", Mood.STATEMENT),
    ("A larger fleet would cost more.", "cost", Mood.HYPOTHESIS),
    ("The mill closed.", "closed", Mood.STATEMENT),
    ("The firm will begin to cut jobs.", "cut", Mood.FORECAST),
    ("The club will be happy to sell the stadium.", "sell", Mood.FORECAST),
    ("The minister insisted that the child be returned.", "returned", Mood.WISH),
    ("The firm raised money for building a mill.", "building", Mood.PLAN),
    ("The minister said he would resign.", "resign", Mood.FORECAST),
    ("The minister said he would have resigned.", "resigned", Mood.HYPOTHESIS),
    ("Close the door before you leave.", "leave", Mood.FORECAST),
    ("The clerk faces a long trial when he returns.", "returns", Mood.FORECAST),
    ("The clerk faced his critics when he returned.", "returned", Mood.STATEMENT),
]


@pytest.mark.parametrize(("text", "word", "expected"), MOODS)
def test_mood_of_a_predicate(judge: Callable[[str, str], Commitment], text: str, word: str, expected: Mood) -> None:
    assert judge(text, word).mood is expected


CONDITIONS = [
    ("If the rain stops, the match will begin.", "begin", "If the rain stops"),
    ("The match will begin unless the pitch is frozen.", "begin", "unless the pitch is frozen"),
    ("If the rain stops, the match will begin, and the town may win.", "win", "If the rain stops"),
    ("If the rain stops, the match will begin, and the town has lost.", "lost", ""),
    ("The match will begin if the rain stops, and the town may win.", "win", ""),
    ("The match began because the rain had stopped.", "began", ""),
    ("Even if the rain stops, the match will be moved.", "moved", ""),
    ("If the firm knew, then the minister lied.", "lied", "If the firm knew"),
    ("The firm agreed to pay if the price fell.", "agreed", ""),
]


@pytest.mark.parametrize(("text", "word", "expected"), CONDITIONS)
def test_a_consequence_knows_its_condition(
    judge: Callable[[str, str], Commitment], text: str, word: str, expected: str
) -> None:
    assert " ".join(w.text for w in judge(text, word).condition) == expected


TENSES = [
    ("The mill closed.", "closed", "past", None),
    ("The mill has closed.", "closed", "present", "perfect"),
    ("The mill is closing.", "closing", "present", "progressive"),
    ("The mill had been losing money.", "losing", "past", "perfect progressive"),
    ("The mill will close.", "close", "future", None),
    ("The plan is to close the mill.", "close", None, None),
]


@pytest.mark.parametrize(("text", "word", "tense", "aspect"), TENSES)
def test_tense_and_aspect(
    judge: Callable[[str, str], Commitment], text: str, word: str, tense: str | None, aspect: str | None
) -> None:
    commitment = judge(text, word)
    assert (commitment.tense, commitment.aspect) == (tense, aspect)


CUES = [
    ("The strike may delay the flight.", "delay", ["may"]),
    ("The strike did not delay the flight.", "delay", ["not"]),
    ("The crew failed to land the plane.", "land", ["failed"]),
    ("The strike delayed the flight.", "delayed", []),
]


@pytest.mark.parametrize(("text", "word", "cues"), CUES)
def test_the_words_that_weaken_are_named(
    judge: Callable[[str, str], Commitment], text: str, word: str, cues: list[str]
) -> None:
    assert [w.text for w in judge(text, word).cues] == cues


def test_a_denying_object_denies_the_claim_and_its_verb_is_told_apart(
    judge: Callable[[str, str], Commitment],
) -> None:
    commitment = judge("The court took no action.", "took")
    assert commitment.by_object
    assert commitment.polarity is Polarity.NEGATIVE


def test_every_predicate_of_a_conditional_is_uncommitted(judge: Callable[[str, str], Commitment]) -> None:
    text = "If the court finds that the firm lied, it will pay."
    assert {judge(text, word).modality for word in ("finds", "lied", "pay")} == {Modality.UNCOMMITTED}


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The rebels tried to storm the ship.", "tried"),
        ("Holt said the rebels tried to storm the ship.", "tried"),
        ("Few growers signed the pact.", "Few"),
        ("The mill closed in May.", None),
        # something else makes it uncertain too
        ("Officials suspect the rebels tried to storm the ship.", None),
        ("Perhaps the rebels tried to storm the ship.", None),
        ("It is possible that the rebels tried to storm the ship.", None),
        ("Did the rebels try to storm the ship?", None),
        ("If the rebels tried to storm the ship, they lost.", None),
    ],
)
def test_what_a_claim_says_by_its_own_words_is_told_from_what_others_say(text: str, hedge: str | None) -> None:
    told = [claim for claim in Extractor()(text) if claim.relation.lemma in ("storm", "sign", "close")]
    assert [claim.hedge for claim in told] == [hedge]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The firm has 300 workers and no debt.", ["no debt"]),
        ("The firm has no debt and 300 workers.", ["no debt"]),
        ("The firm sold no ships, two mills and a bank.", ["no ships"]),
        ("There were two doctors and no nurses.", ["no nurses"]),
        ("The clerks had no food and water.", ["no food", "water"]),
        ("The firm did not give dates and names.", ["dates", "names"]),
        ("The firm has 300 workers and a debt.", []),
    ],
)
def test_each_object_of_a_list_is_denied_by_its_own_word(text: str, denied: list[str]) -> None:
    claims = [(c.object.text, c.polarity) for c in Extractor()(text) if c.object is not None]
    assert [thing for thing, polarity in claims if polarity is Polarity.NEGATIVE] == denied


def test_a_hedged_subject_hedges_its_claim() -> None:
    told = Extractor()("Five women, and possibly a couple of children, were inside the hall.")
    assert [(c.subject.text, c.modality) for c in told] == [
        ("Five women", Modality.CERTAIN),
        ("possibly a couple of children", Modality.POSSIBLE),
    ]


@pytest.mark.parametrize("judged", ["false", "baseless", "untrue"])
def test_whoever_calls_it_false_denies_it(judged: str) -> None:
    told = [
        c for c in Extractor()(f"Holt said the claim that she stole money was {judged}.") if c.relation.lemma == "steal"
    ]
    assert [(claim.polarity.value, [s.source.text for s in claim.attribution if s.source]) for claim in told] == [
        ("negative", ["Holt"])
    ]
