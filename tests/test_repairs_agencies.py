"""Long sentences as news agencies write them: mended where the parse is wrong, left alone where it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_clauses import claims

if TYPE_CHECKING:
    from spacy.language import Language

MENDED = [
    (
        "The bank, Norland's second largest by assets, said profit more than doubled.",
        [
            "The bank | is | Norland 's second largest",
            "The bank | said | profit <result: more than doubled>",
            "profit | more than doubled | -",
        ],
    ),
    (
        "The pope called the killing of the priest a crime against God.",
        ["The pope | called | the killing <role: a crime against God>"],
    ),
    (
        "Police said the boy had been missing for a week when his body was found in a well.",
        [
            "Police | said | the boy had been missing for a week when his body was found in a well",
            "the boy | had been missing | - <time: for a week> <time: when his body was found in a well>",
            "his body | was found in | a well",
        ],
    ),
    (
        "The accused, who cannot be named because of his age, wept as the verdict was read.",
        [
            "The accused | can not be named | - <reason: because of his age>",
            "The accused | wept | - <time: as the verdict was read>",
        ],
    ),
    (
        "Had the dam given way, engineers said, most of the town would have flooded.",
        [
            "the dam | Had given way | -",
            "engineers | said | Had the dam given way most of the town would have flooded",
            "most of the town | would have flooded | -",
        ],
    ),
    (
        '"It helps farmers," the group\'s president, Lena Quist, said.',
        [
            "It | helps | farmers",
            "Lena Quist | is | the group 's president",
            "the group 's president | said | It helps farmers",
        ],
    ),
    (
        '"There were no survivors," a spokeswoman for the airline, Ada Berg, said by telephone.',
        [
            "There | were | no survivors",
            "Ada Berg | is | a spokeswoman",
            "a spokeswoman | said | There were no survivors <other: by telephone>",
        ],
    ),
    (
        "Two men on a motorcycle opened fire on a bus, killing four people.",
        ["Two men | opened | fire <other: on a bus>", "Two men | killing | four people"],
    ),
    (
        "Soldiers in a jeep opened fire on a crowd, witnesses said.",
        [
            "Soldiers | opened | fire <other: on a crowd>",
            "witnesses | said | Soldiers in a jeep opened fire on a crowd",
        ],
    ),
    (
        "A nurse was sentenced to life in prison for poisoning a patient at a clinic in Lund.",
        [
            "A nurse | was sentenced to | life <reason: for poisoning a patient at a clinic in Lund>",
            "A nurse | poisoning | a patient",
        ],
    ),
    (
        "It was the third raid in the city and the deadliest since ten clerks died in a market in 2003.",
        [
            "It | was | the third raid <time: since ten clerks died in a market in 2003>",
            "It | was | the deadliest <time: since ten clerks died in a market in 2003>",
            "ten clerks | died in | a market <time: in 2003>",
        ],
    ),
    (
        "It was the fourth attack on a group and the worst since 12 clerks were kidnapped near the border.",
        ["It | was | the fourth attack", "It | was | the worst", "12 clerks | were kidnapped near | the border"],
    ),
    (
        '"If the bank fails," Lund told the newspaper, "we will all pay."',
        [
            "the bank | fails | -",
            "Lund | told | If the bank fails we will all pay <recipient: the newspaper>",
            "we | will pay | - <condition: If the bank fails> <other: all>",
        ],
    ),
    (
        '"When the strike ends," Quist told workers, "we will rebuild."',
        [
            "the strike | ends | -",
            "Quist | told | When the strike ends we will rebuild <recipient: workers>",
            "we | will rebuild | - <time: When the strike ends>",
        ],
    ),
    (
        "He will return whether or not the army lifts the warrant.",
        ["He | will return | - <other: whether or not the army lifts the warrant>", "the army | lifts | the warrant"],
    ),
    (
        "He told a radio station that he would return whether or not the army lifted the warrant.",
        [
            "He | told | that he would return whether or not the army lifted the warrant <recipient: a radio station>",
            "he | would return | - <other: whether or not the army lifted the warrant>",
            "the army | lifted | the warrant",
        ],
    ),
    (
        "Doctors at Lund Hospital, where most victims were taken, described wounds consistent with a bomb.",
        ["most victims | were taken | - <place: Lund Hospital>", "Doctors | described | wounds"],
    ),
    (
        "Not one of the 11 candidates, all of them men, has promised to repeal the law.",
        ["Not one of the 11 candidates | has promised to repeal | the law"],
    ),
    (
        "Lund met four ministers, two of whom later quit.",
        ["Lund | met | four ministers", "four ministers , two of whom | quit | - <time: later>"],
    ),
    (
        "Emil Tarn, who served as an adviser and helped negotiate the treaty, died on Saturday at his home.",
        [
            "Emil Tarn | served as | an adviser",
            "Emil Tarn | helped negotiate | the treaty",
            "Emil Tarn | died at | his home <time: on Saturday>",
        ],
    ),
    (
        "A man who had been missing since Tuesday was found dead in a ditch.",
        ["A man | had been missing | - <time: since Tuesday>", "A man | was found | dead <other: in a ditch>"],
    ),
    (
        "The bank settled charges that it misled investors, without admitting or denying wrongdoing.",
        ["The bank | settled | charges <manner: without admitting or denying wrongdoing>", "it | misled | investors"],
    ),
    (
        "Farmers drove to the capital to protest cuts, snarling traffic and forcing the closing of two bridges.",
        [
            "Farmers | drove to | the capital <purpose: to protest cuts>",
            "Farmers | snarling | traffic",
            "Farmers | forcing | the closing",
        ],
    ),
    (
        "The agency ignored repeated warnings from its own engineers that the valves were prone to crack.",
        ["The agency | ignored | repeated warnings", "the valves | were prone to crack | -"],
    ),
    ("Rebels in the south on Monday rejected the offer.", ["Rebels | rejected | the offer <time: on Monday>"]),
    (
        "The crown fell 6 percent before recovering on Friday.",
        [
            "The crown | fell | - <measure: 6 percent> <time: before recovering on Friday>",
            "The crown | recovering | - <time: on Friday>",
        ],
    ),
    (
        "They were released after being examined by medics.",
        ["They | were released | - <time: after being examined by medics>", "They | being examined by | medics"],
    ),
    (
        "The boy was charged as an adult with two counts of murder.",
        ["The boy | was charged as | an adult <accompaniment: with two counts of murder>"],
    ),
    (
        "The spokesman said the company had not seen the report and could not comment on it.",
        [
            "The spokesman | said | the company had not seen the report and could not comment on it",
            "the company | had not seen | the report",
            "the company | could not comment on | it",
        ],
    ),
    (
        "The rate has fallen by half, a drop that officials attribute to better policing.",
        ["The rate | has fallen by | half", "officials | attribute | a drop <other: to better policing>"],
    ),
    (
        "Norland accused Ostmark of sheltering rebels, a charge that Ostmark denies.",
        ["Norland | accused | Ostmark <other: of sheltering rebels>", "Ostmark | denies | a charge"],
    ),
    (
        "Tarn, the largest maker of elevators, said orders in Asia, its main market, fell 22 percent in May.",
        [
            "Tarn | is | the largest maker of elevators",
            "Tarn | said | orders in Asia , its main market fell 22 percent in May",
            "orders | fell | - <measure: 22 percent> <time: in May>",
        ],
    ),
    (
        "He pleaded guilty to one count; two other charges, fraud and perjury, were dismissed.",
        [
            "He | pleaded | guilty",
            "two other charges | were dismissed | -",
            "fraud | were dismissed | -",
            "perjury | were dismissed | -",
        ],
    ),
    (
        "The law would require anyone buying a gun to wait ten days, undergo a check and take a course.",
        ["The law | would require | anyone <purpose: to wait ten days , undergo a check and take a course>"],
    ),
    (
        "The minister, under fire for his handling of it, offered to resign, but the premier refused to let him go.",
        ["The minister | offered to resign | -", "the premier | refused to let | him <result: go>", "him | go | -"],
    ),
    (
        "The rebels controlled the airport, the radio station and both bridges, and the president fled.",
        [
            "The rebels | controlled | the airport",
            "The rebels | controlled | the radio station",
            "The rebels | controlled | both bridges",
            "the president | fled | -",
        ],
    ),
    ("The bank has been sold piece by piece.", ["The bank | has been sold | -"]),
    (
        "The new chairman inherits 14 plants, nine of them unprofitable, and a union that has vowed to fight.",
        [
            "The new chairman | inherits | 14 plants",
            "The new chairman | inherits | a union",
            "a union | has vowed to fight | -",
        ],
    ),
    (
        "Ada Quist joined Veltra as a lawyer in 1996.",
        ["Ada Quist | joined | Veltra <role: as a lawyer> <time: in 1996>"],
    ),
    (
        "Among the items taken were a gold watch, $3,000 in cash and a laptop computer.",
        [
            "a gold watch | were | Among the items taken",
            "$ 3,000 | were | Among the items taken",
            "a laptop computer | were | Among the items taken",
        ],
    ),
    (
        "He is survived by his wife, Ada; two sons, Emil of Lund and Harold of Tarn; and four grandchildren.",
        [
            "He | is survived by | his wife",
            "He | is survived by | two sons",
            "He | is survived by | four grandchildren",
            "Ada | is | his wife",
            "Emil | is one of | two sons",
            "Harold | is one of | two sons",
        ],
    ),
    (
        "Prosecutors said Mr. Quist, acting on a tip from his broker, sold 4,000 shares.",
        [
            "Prosecutors | said | Mr. Quist acting on a tip from his broker , sold 4,000 shares",
            "Mr. Quist | acting on | a tip",
            "Mr. Quist | sold | 4,000 shares",
        ],
    ),
    (
        "Lawmakers have until midnight Friday to pass a budget.",
        ["Lawmakers | have until | midnight <time: Friday> <purpose: to pass a budget>"],
    ),
    (
        "He signed a deal under which the bank agreed to lend the firm $9 million.",
        ["He | signed | a deal", "the bank | agreed to lend | $ 9 million <other: a deal> <recipient: the firm>"],
    ),
    (
        "It was a year in which the firm failed to pay its debts.",
        ["It | was | a year", "the firm | failed to pay | its debts <time: a year>"],
    ),
    (
        "It was the third quarter in which the firm lost money.",
        ["It | was | the third quarter", "the firm | lost money | - <time: the third quarter>"],
    ),
    (
        "The council proposed a system under which firms could buy and sell the right to pollute.",
        [
            "The council | proposed | a system",
            "firms | could buy | the right <other: a system>",
            "firms | could sell | the right <other: a system>",
        ],
    ),
    (
        "Sales rose 3 percent, short of the 4 percent gain analysts had predicted.",
        [
            "Sales | rose | - <measure: 3 percent> <other: short of the 4 percent gain analysts had predicted>",
            "analysts | had predicted | the 4 percent gain",
        ],
    ),
    (
        "The report followed the 6 percent increase the firm had announced.",
        ["The report | followed | the 6 percent increase", "the firm | had announced | the 6 percent increase"],
    ),
    (
        "The law prevented a man owning three guns from voting.",
        ["The law | prevented | a man <source: from voting>", "a man | owning | three guns"],
    ),
    (
        "The rule prevents firms selling data from bidding for the contract.",
        ["The rule | prevents | firms <source: from bidding for the contract>"],
    ),
    (
        "Guards wanted to stop a man smoking a pipe.",
        ["Guards | wanted to stop | a man", "a man | smoking | a pipe"],
    ),
    (
        "Nothing can stop Lund winning the race.",
        ["Nothing | can stop | Lund <result: winning the race>", "Lund | winning | the race"],
    ),
    (
        "Police identified a woman who posed as Ada Lund.",
        ["Police | identified | a woman", "a woman | posed as | Ada Lund"],
    ),
    (
        "Police identified the man killed in Tarn as Karl Brandt.",
        ["Police | identified | the man <role: as Karl Brandt>", "the man | killed in | Tarn"],
    ),
    (
        "The state paid Rs 5 lakh each to the families.",
        ["The state | paid | Rs 5 lakh <other: to the families>"],
    ),
    (
        "The state paid Rs 5 lakh each and a house to the families.",
        ["The state | paid | Rs 5 lakh", "The state | paid | a house"],
    ),
    (
        "The bridge cost Rs 3 crore and opened in May.",
        ["The bridge | cost | Rs 3 crore", "The bridge | opened | - <time: in May>"],
    ),
    (
        "What happened next left the town in ruins.",
        ["What happened next | left | the town <place: in ruins>"],
    ),
    (
        "The sanctions, which took effect in May, bar Veltra from selling parts to Norland.",
        [
            "The sanctions | took effect | - <time: in May>",
            "The sanctions | bar | Veltra <source: from selling parts to Norland>",
        ],
    ),
    (
        "Veltra shares fell as much as 8 percent after the firm cut its forecast.",
        [
            "Veltra shares | fell | - <measure: as much as 8 percent> <time: after the firm cut its forecast>",
            "the firm | cut | its forecast",
        ],
    ),
    (
        "Norland summoned the Marland ambassador on Monday to protest over the arrest.",
        ["Norland | summoned | the Marland ambassador <time: on Monday> <purpose: to protest over the arrest>"],
    ),
    (
        "The quake struck at 3 a.m. local time about 40 km north of Tarn.",
        ["The quake | struck | about 40 km north of Tarn <time: at 3 a.m. local time>"],
    ),
    (
        "Norland and Marland have fought three wars since 1950, two of them over the valley.",
        [
            "Norland | have fought | three wars <time: since 1950>",
            "Marland | have fought | three wars <time: since 1950>",
        ],
    ),
    (
        "The ministry said the meeting had been postponed, without giving a reason.",
        [
            "The ministry | said | the meeting had been postponed <manner: without giving a reason>",
            "the meeting | had been postponed | -",
        ],
    ),
    (
        "The president pardoned 40 prisoners, among them two journalists and a former judge.",
        [
            "The president | pardoned | 40 prisoners",
            "The president | pardoned | two journalists",
            "The president | pardoned | a former judge",
        ],
    ),
    (
        "Lund said he would not run again, ending months of speculation about his future.",
        ["Lund | said | he would not run again", "he | would not run | - <time: again>", "Lund | ending | months"],
    ),
    (
        "The two countries agreed to reopen their border, closed since 2019, and to exchange prisoners.",
        [
            "The two countries | agreed to reopen | their border",
            "their border | closed | - <time: since 2019>",
            "The two countries | agreed to exchange | prisoners",
        ],
    ),
    (
        "They want to sell the mill, built in 1920, and to leave Tarn.",
        ["They | want to sell | the mill", "the mill | built | - <time: in 1920>", "They | want to leave | Tarn"],
    ),
    (
        "Lund opened a hospital in Peru, which cost 30 million crowns.",
        ["Lund | opened | a hospital <place: in Peru>", "a hospital | cost | 30 million crowns"],
    ),
    (
        "It was not Brandt who signed the letter.",
        ["Brandt | signed | the letter"],
    ),
    (
        "The letter, which Brandt says Lund signed, is lost.",
        ["Lund | signed | The letter", "The letter | is lost | -"],
    ),
    (
        "The plan, which officials said the council approved in May, failed.",
        ["the council | approved | The plan <time: in May>", "The plan | failed | -"],
    ),
    (
        "Lund signed the letter in May, which Brandt denies.",
        ["Lund | signed | the letter <time: in May>", "Brandt | denies | Lund signed"],
    ),
    (
        "The plan, once approved by Lund, will cost millions.",
        ["The plan | approved by | Lund", "The plan | will cost | millions <time: once approved by Lund>"],
    ),
    (
        "The mill will close late in May.",
        ["The mill | will close | - <time: late in May>"],
    ),
    (
        "Lund said the vote was rigged, a claim her rival has called false.",
        [
            "Lund | said | the vote was rigged",
            "the vote | was rigged | -",
            "her rival | has called | a claim <role: false>",
        ],
    ),
    (
        "Lund said the vote was rigged, a claim officials denied.",
        ["Lund | said | the vote was rigged", "the vote | was rigged | -", "officials | denied | a claim"],
    ),
    (
        "Lund accused his rival of hiding donations from developers, a charge her campaign called absurd.",
        ["Lund | accused | his rival <source: from developers>", "her campaign | called | a charge <role: absurd>"],
    ),
    (
        "The firm sold two mills, a move the union described as reckless.",
        ["The firm | sold | two mills", "the union | described | a move <other: as reckless>"],
    ),
    (
        "The move is likely to anger Ostmark.",
        ["The move | is likely to | anger Ostmark"],
    ),
    (
        "The ministry did not respond, nor did a lawyer for the two men.",
        ["The ministry | did not respond | -"],
    ),
    (
        "They were not told about the strike until hours after it began.",
        ["They | were not told about | the strike <time: until hours after it began>", "it | began | -"],
    ),
    (
        "The body was not found until two days after the storm.",
        ["The body | was not found | - <time: until two days after the storm>"],
    ),
    (
        "Brandt can be sued over actions he took while in office.",
        ["Brandt | can be sued over | actions", "he | took | actions <time: while in office>"],
    ),
    (
        "The court refused to hear an appeal that Lund filed in May.",
        ["The court | refused to hear | an appeal", "Lund | filed | an appeal <time: in May>"],
    ),
    (
        "The border, closed since the war, reopened on Monday to trucks carrying food.",
        ["The border | closed since | the war", "The border | reopened to | trucks <time: on Monday>"],
    ),
    (
        "The man, identified only as Karl B., is accused of passing secrets to a foreign power.",
        ["The man | identified as | Karl B.", "The man | is accused of | passing secrets to a foreign power"],
    ),
    (
        "The group has bombed pipelines and kidnapped engineers.",
        ["The group | has bombed | pipelines", "The group | has kidnapped | engineers"],
    ),
    (
        "Residents were told to leave as the fire, fanned by winds, moved towards Tarn.",
        [
            "Residents | were told to leave | - <time: as the fire , fanned by winds , moved towards Tarn>",
            "the fire | fanned by | winds",
            "the fire | moved towards | Tarn",
        ],
    ),
    (
        "Villagers were moved to a school as the river, swollen by rain, rose on Monday.",
        [
            "Villagers | were moved to | a school <time: as the river , swollen by rain , rose on Monday>",
            "the river | swollen by | rain",
            "the river | rose | - <time: on Monday>",
        ],
    ),
    (
        'Lund said: "A sad day for Tarn."',
        ["Lund | said | A sad day for Tarn"],
    ),
    (
        'Lund said: "No comment."',
        ["Lund | said | No comment"],
    ),
    (
        "Brandt emphasized that its reforms were not over, and rights groups warned that Tarn was losing touch.",
        [
            "Brandt | emphasized | that its reforms were not over",
            "its reforms | were not over | -",
            "rights groups | warned | that Tarn was losing touch",
            "Tarn | was losing | touch",
        ],
    ),
    (
        "The museum tells the truth that the mill was burned.",
        ["The museum | tells | the truth", "the mill | was burned | -"],
    ),
    (
        "Eight of 10 apples are grown in Ostmark, as are nine of 10 pears.",
        ["Eight of 10 apples | are grown in | Ostmark <comparison: as are nine of 10 pears>"],
    ),
    (
        "Brandt was indicted last year in the October 1998 shooting death of Karl Lund.",
        ["Brandt | was indicted in | the October 1998 shooting death <time: last year>"],
    ),
    (
        "Until then, Veltra said the stock remains convertible into common stock.",
        [
            "Veltra | said | Until then the stock remains convertible into common stock",
            "the stock | remains convertible into | common stock <time: Until then>",
        ],
    ),
    (
        "The first half ended 1 – 1 on the scoreboard.",
        ["The first half | ended on | the scoreboard <measure: 1 – 1>"],
    ),
    (
        "The strike could lead to flights being cancelled.",
        ["The strike | could lead to | flights being cancelled", "flights | being cancelled | -"],
    ),
    (
        "While the museum was in the running, I am sad that it was not chosen.",
        [
            "the museum | was in | the running",
            "I | am | sad <concession: While the museum was in the running>",
            "it | was not chosen | -",
        ],
    ),
    (
        "The 30th anniversary of the strike coincided with the vote in Tarn.",
        ["The 30th anniversary of the strike | coincided with | the vote"],
    ),
    (
        "The 10th anniversary of the first mission coincided with the 50th anniversary of the first flight.",
        ["The 10th anniversary of the first mission | coincided with | the 50th anniversary"],
    ),
    (
        "The robots had to recognize, pick up, carry, and deposit balls.",
        [
            "The robots | had to recognize | balls",
            "The robots | had to pick up | balls",
            "The robots | had to carry | balls",
            "The robots | had to deposit | balls",
        ],
    ),
    (
        "After he lost the case he paid the fine.",
        ["he | lost | the case", "he | paid | the fine <time: After he lost the case>"],
    ),
    (
        "When Lund heard the news she called the police.",
        ["Lund | heard | the news", "she | called | the police <time: When Lund heard the news>"],
    ),
    (
        "A view is offered by Charles O 'Reilly, a clerk.",
        ["A view | is offered by | Charles O'Reilly", "Charles O'Reilly | is | a clerk"],
    ),
]
SOUND = [
    (
        "They hope for a year when all are free.",
        ["They | hope | - <time: for a year when all are free>", "all | are | free <time: a year>"],
    ),
    (
        "He named his dog, a terrier, Rex.",
        ["He | named | his dog", "his dog | is | a terrier"],
    ),
    (
        "The mill, Norland's largest, closed in May.",
        ["The mill | is | Norland 's largest", "The mill | closed | - <time: in May>"],
    ),
    (
        "The clerk injured in May sued the firm.",
        ["The clerk | injured | - <time: in May>", "The clerk | sued | the firm"],
    ),
    (
        "The court called Lund (a friend of Berg) to the stand.",
        ["The court | called | Lund"],
    ),
    ("He led a life in prison that few knew.", ["He | led | a life", "few | knew | a life"]),
    ("It was the oldest mill and the largest since May.", ["It | was | the oldest mill", "It | was | the largest"]),
    (
        "He said the firm was well but did not comment.",
        ["He | said | the firm was well", "the firm | was | well", "He | did not comment | -"],
    ),
    (
        '"It is old," the mayor said on Monday, laughing.',
        ["It | is | old", "the mayor | said | It is old <time: on Monday>"],
    ),
    ("The firm opened fire stations in two towns.", ["The firm | opened | fire stations <place: in two towns>"]),
    ("She asked whether or not he would pay.", ["She | asked | whether or not he would pay", "he | would pay | -"]),
    ("A clerk in her 60s on Monday won the prize.", ["A clerk | won | the prize <time: on Monday>"]),
    (
        "They bought it to save money and cut costs, closing two mills.",
        ["They | bought | it <purpose: to save money and cut costs , closing two mills>", "They | closing | two mills"],
    ),
    ("She resigned before the vote.", ["She | resigned before | the vote"]),
    ("The council was weighing whether to sell the mill.", ["The council | was weighing | whether to sell the mill"]),
    (
        "The mill, said Ada Lund, the mayor, is old.",
        ["Ada Lund | said | The mill is old", "Ada Lund | is | the mayor", "The mill | is | old"],
    ),
    ("She served as an aide in the palace.", ["She | served as | an aide"]),
    ("The firm has to pay until May.", ["The firm | has to pay | - <time: until May>"]),
    (
        "They sold the mill, a school and two farms, and the town prospered.",
        ["They | sold | the mill", "They | sold | a school", "They | sold | two farms", "the town | prospered | -"],
    ),
    (
        "The mayor, elected in May, and the bishop agreed.",
        ["The mayor | elected | - <time: in May>", "The mayor and the bishop | agreed | -"],
    ),
    (
        "He came to court, looking pale, and left early.",
        ["He | came to | court", "He | looking | pale", "He | left | - <manner: early>"],
    ),
    (
        "Police said Lund, a clerk, sold his shares.",
        ["Police | said | Lund , a clerk , sold his shares", "Lund | is | a clerk", "Lund | sold | his shares"],
    ),
    ("They met at 4 a.m. near the bridge.", ["They | met | - <time: at 4 a.m. near the bridge>"]),
    ("The firm sued the owner, whose mills closed, last week.", ["The firm | sued | the owner <time: last week>"]),
    (
        "They named the steps Oslo has taken to cut costs.",
        ["They | named | the steps", "Oslo | has taken | the steps <purpose: to cut costs>"],
    ),
    (
        "He kept the room in which he ate and slept.",
        ["He | kept | the room", "he | ate | - <other: the room>", "he | slept | - <other: the room>"],
    ),
    ("That followed a 3 percent drop in May.", ["That | followed | a 3 percent drop"]),
    (
        "The cat is under the table to hide.",
        ["The cat | is under | the table <purpose: to hide>"],
    ),
    (
        "Lund is on the advice of doctors to rest.",
        ["Lund | is to rest | - <other: on the advice of doctors>"],
    ),
    (
        "Police described a woman acting as Karl Brandt in the deal.",
        ["Police | described | a woman", "a woman | acting as | Karl Brandt <other: in the deal>"],
    ),
    (
        "The paper described a boy who grew up as Ada Lund.",
        ["The paper | described | a boy", "a boy | grew up as | Ada Lund"],
    ),
    (
        "The injury prevented her from playing in the final.",
        ["The injury | prevented | her <source: from playing in the final>"],
    ),
    (
        "The firm paid Rs 2 lakh and 3 crore to the farmers.",
        [
            "The firm | paid | Rs 2 lakh <recipient: to the farmers>",
            "The firm | paid | 3 crore <recipient: to the farmers>",
        ],
    ),
    (
        "The shop sells 3 for 2 this week.",
        ["The shop | sells | 3 <time: for 2> <time: this week>"],
    ),
    (
        "They were 100 for 3 days.",
        ["They | were | 100 <time: for 3 days>"],
    ),
    (
        "Lund took ² for 43.",
        ["Lund | took | ² <time: for 43>"],
    ),
    (
        "The rules, which were drafted in May, hurt firms from Norland.",
        ["The rules | were drafted | - <time: in May>"],
    ),
    (
        "Norland rose 4 percent when Marland fell 2 percent.",
        [
            "Norland | rose | - <measure: 4 percent> <time: when Marland fell 2 percent>",
            "Marland | fell | - <measure: 2 percent>",
        ],
    ),
    (
        "The mayor shot a policeman on Monday.",
        ["The mayor | shot | a policeman <time: on Monday>"],
    ),
    (
        "The blast was heard at 9 p.m. east of the river.",
        ["The blast | was heard | - <time: at 9 p.m. east of the river>"],
    ),
    (
        "He was in jail for nine days, six of them alone.",
        ["He | was in | jail <time: for nine days> <other: six of them alone>"],
    ),
    (
        "Lund said he had left, without giving notice.",
        ["Lund | said | he had left , without giving notice", "he | had left without | giving notice"],
    ),
    (
        "The clerk said the thief fled, without saying a word.",
        ["The clerk | said | the thief fled , without saying a word", "the thief | fled without | saying a word"],
    ),
    (
        "Analysts said the storm hit the coast, ending the drought.",
        [
            "Analysts | said | the storm hit the coast , ending the drought",
            "the storm | hit | the coast",
            "the storm | ending | the drought",
        ],
    ),
    (
        "The council voted to sell the mill, built in 1920, and sacked the owner.",
        [
            "The council | voted to sell | the mill",
            "the mill | built | - <time: in 1920>",
            "The council | sacked | the owner",
        ],
    ),
    (
        "Lund met the king in Peru, which cost him his job.",
        ["Lund | met | the king <place: in Peru , which cost him his job>", "Peru | cost | his job <recipient: him>"],
    ),
    (
        "Lund visited Peru, which began talks with the union.",
        ["Lund | visited | Peru", "Peru | began | talks"],
    ),
    (
        "The firm, which Brandt says was owned by Lund, closed.",
        ["The firm | was owned by | Lund", "The firm | closed | -"],
    ),
    (
        "The club, which said it lost money, closed.",
        ["The club | said | it lost money", "it | lost | money", "The club | closed | -"],
    ),
    (
        "The letter, which says Lund owns the mill, is lost.",
        ["The letter | says | Lund owns the mill", "Lund | owns | the mill", "The letter | is lost | -"],
    ),
    (
        "The mill, once owned by Lund, closed in May.",
        ["The mill | owned by | Lund <time: once>", "The mill | closed | - <time: in May>"],
    ),
    (
        "The mayor, once elected by farmers, will quit.",
        ["The mayor | elected by | farmers <time: once>", "The mayor | will quit | -"],
    ),
    (
        "The mill, when opened in 1990, was the largest.",
        ["The mill | opened | - <time: in 1990>", "The mill | was | the largest <time: when opened in 1990>"],
    ),
    (
        "He came late in a taxi.",
        ["He | came late in | a taxi"],
    ),
    (
        "The mill was late in opening.",
        ["The mill | was | late <other: in opening>"],
    ),
    (
        "Lund did not vote, nor did Reed speak.",
        ["Lund | did not vote | -", "Reed | did speak | -"],
    ),
    (
        "The ruling is likely to spark protests.",
        ["The ruling | is likely to spark | protests"],
    ),
    (
        "The mill closed, a loss the town called a disaster.",
        ["The mill | closed | -", "the town | called | a loss <role: a disaster>"],
    ),
    (
        "It is a plan that failed.",
        ["It | is | a plan", "a plan | failed | -"],
    ),
    (
        "The shop is open until hours before the vote.",
        ["The shop | is | open <time: until hours before the vote>"],
    ),
    (
        "The king, followed by guards, waved at the crowd.",
        ["The king | followed by | guards", "The king | waved at | the crowd"],
    ),
    (
        "The mayor smiled, followed by two guards.",
        ["The mayor | smiled | -", "The mayor | followed by | two guards"],
    ),
    (
        "The nurses treated dogs and wounded soldiers.",
        ["The nurses | treated | dogs", "The nurses | treated | wounded soldiers"],
    ),
    (
        "Clerks were praised as heroes, named in May, and moved to Tarn.",
        ["Clerks | were praised as | heroes", "heroes | named | - <time: in May>", "Clerks | were moved to | Tarn"],
    ),
    (
        "The firm, run by Karl B., sold nine ships.",
        ["The firm | run by | Karl B.", "The firm | sold | nine ships"],
    ),
    (
        "Lund said that the mill was old, and that the union warned that it would fall.",
        [
            "Lund | said | that the mill was old , and that the union warned that it would fall",
            "the mill | was | old",
            "the union | warned | that it would fall",
            "it | would fall | -",
        ],
    ),
    (
        "Lund told Tarn News that the mill was old.",
        ["Lund | told | that the mill was old <recipient: Tarn News>", "the mill | was | old"],
    ),
    (
        "Since then, Lund said the town has grown.",
        ["Lund | said | the town has grown <time: Since then>", "the town | has grown | -"],
    ),
    (
        "Until May, the firm said it would pay half of the fee.",
        ["the firm | said | it would pay half of the fee <time: Until May>", "it | would pay half of | the fee"],
    ),
    (
        "While she was in Tarn, Lund sold the mill.",
        ["she | was in | Tarn", "Lund | sold | the mill <time: While she was in Tarn>"],
    ),
    (
        "He was convicted in the May 2003 bombing of a mill.",
        ["He | was convicted in | the May 2003 bombing"],
    ),
    (
        "The mill was closed in the May of that year.",
        ["The mill | was closed | - <time: in the May of that year>"],
    ),
    (
        "When he sold the house they had built he wept.",
        [
            "he | sold | the house",
            "they | had built | the house",
            "he | wept | - <time: When he sold the house they had built>",
        ],
    ),
    (
        "When she heard the news he had brought, she left.",
        [
            "she | heard | the news",
            "he | had brought | the news",
            "she | left | - <time: When she heard the news he had brought>",
        ],
    ),
    (
        "The firm wants to buy, hold and rent homes.",
        ["The firm | wants to buy | homes", "The firm | wants to hold | homes", "The firm | wants to rent | homes"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_wrong_parses_are_mended(nlp: Language, text: str, expected: list[str]) -> None:
    assert claims(nlp, text) == expected


@pytest.mark.parametrize(("text", "expected"), SOUND)
def test_sound_parses_stay(nlp: Language, text: str, expected: list[str]) -> None:
    assert claims(nlp, text) == expected
