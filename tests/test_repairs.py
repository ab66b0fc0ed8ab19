"""What the parser often gets wrong is mended, and what it gets right is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract import Extractor
from tests.test_clauses import claims, mended

if TYPE_CHECKING:
    from spacy.language import Language

MENDED = [
    (
        "The party governed Norland for all but six of the years since 1990.",
        ["The party | governed | Norland <time: for all but six of the years since 1990>"],
    ),
    (
        "The report asks that the agency be split in two and its director replaced.",
        [
            "The report | asks | that the agency be split in two and its director replaced",
            "the agency | be split in | two",
            "its director | be replaced | -",
        ],
    ),
    (
        'Brandt called the treaty "the worst deal ever signed," but she liked it.',
        ["Brandt | called | the treaty <role: the worst deal ever signed>", "she | liked | it"],
    ),
    (
        "The mayor said she had been told the money came from a donor.",
        [
            "The mayor | said | she had been told the money came from a donor",
            "she | had been told | the money came from a donor",
            "the money | came from | a donor",
        ],
    ),
    (
        "The figures are low and could change once absentee ballots are counted.",
        [
            "The figures | are | low",
            "The figures | could change | - <time: once absentee ballots are counted>",
            "absentee ballots | are counted | -",
        ],
    ),
    (
        "Voters will decide in November whether to raise the wage.",
        ["Voters | will decide | whether to raise the wage <time: in November>"],
    ),
    (
        "He never met them, but emails obtained by the Lund Herald show that the two sides spoke.",
        [
            "He | never met | them",
            "emails | obtained by | the Lund Herald",
            "emails | show | that the two sides spoke",
            "the two sides | spoke | -",
        ],
    ),
    (
        "Critics of the measure point to a 2014 study suggesting that such cities saw no drop in employment.",
        [
            "Critics of the measure | point to | a 2014 study",
            "a 2014 study | suggesting | that such cities saw no drop in employment",
            "such cities | saw | no drop",
        ],
    ),
    ("The stay at the hotel coincides with the trade fair in Tarn.", ["The stay | coincides with | the trade"]),
    (
        "It was Brandt who, as attorney general, declined to charge the officers.",
        ["Brandt | declined to charge | the officers <role: as attorney general>"],
    ),
    ("It was the mayor's speech in Lund that angered farmers.", ["the mayor 's speech | angered | farmers"]),
    (
        "But it is his background in politics that had farmers worried.",
        ["his background | had | farmers <result: worried>", "farmers | worried | -"],
    ),
    (
        "Among those who signed the letter were three ministers and the head of the union.",
        [
            "three ministers | were | Among those who signed the letter",
            "the head of the union | were | Among those who signed the letter",
        ],
    ),
    (
        "Brandt was accused of taking bribes from builders, which he denies.",
        ["Brandt | was accused of | taking bribes from builders , which he denies", "he | denies | taking"],
    ),
    (
        "Prosecutors say Brandt paid the men in cash, which he denies.",
        [
            "Prosecutors | say | Brandt paid the men in cash , which he denies",
            "Brandt | paid | the men <other: in cash>",
            "he | denies | Brandt paid",
        ],
    ),
    ("He put himself and the town in danger.", ["He | put | himself", "He | put | the town"]),
    ("She surrounded herself with friends.", ["She | surrounded herself with | friends"]),
    (
        "Trump over the weekend denied that he asked Lund to leave.",
        [
            "Trump | denied | that he asked Lund to leave <time: over the weekend>",
            "he | asked | Lund <purpose: to leave>",
        ],
    ),
    ("The son of a miner, Lund denied the report.", ["Lund | is | The son of a miner", "Lund | denied | the report"]),
    ("Trump over the weekend rejected the plan.", ["Trump | rejected | the plan <time: over the weekend>"]),
    ("She said she left, blaming Lund.", ["She | said | she left", "she | left | -", "She | blaming | Lund"]),
    (
        "He acknowledged he had erred, calling the statement accurate.",
        ["He | acknowledged | he had erred", "he | had erred | -", "He | calling | the statement <role: accurate>"],
    ),
    ("Seldom do such storms reach Tarn.", ["such storms | do reach | Tarn <time: Seldom>"]),
    ("Rarely has a mayor been so popular.", ["a mayor | has been | so popular <time: Rarely>"]),
    (
        "Not since 1953 had the river risen so high.",
        ["the river | Not had risen | - <time: since 1953> <other: so high>"],
    ),
    (
        "Hardly had the rain stopped when the wind rose.",
        ["the rain | had stopped | - <manner: Hardly> <time: when the wind rose>", "the wind | rose | -"],
    ),
    ("The guards saw but ignored the fire.", ["The guards | saw | the fire", "The guards | ignored | the fire"]),
    ("The firm tried but failed to sell its mill in Tarn.", ["The firm | failed to sell | its mill"]),
    ("Brandt sold everything but the mill.", ["Brandt | sold | everything but the mill"]),
    (
        "The opposition says the vote was rigged and has called on its supporters to gather.",
        [
            "The opposition | says | the vote was rigged",
            "the vote | was rigged | -",
            "The opposition | has called on | its supporters <purpose: to gather>",
        ],
    ),
    (
        "The mayor says the dam is unsafe and has urged people to leave.",
        [
            "The mayor | says | the dam is unsafe",
            "the dam | is | unsafe",
            "The mayor | has urged | people <purpose: to leave>",
        ],
    ),
    (
        "The paper says the minister was warned and has asked for a report.",
        [
            "The paper | says | the minister was warned and has asked for a report",
            "the minister | was warned | -",
            "the minister | has asked for | a report",
        ],
    ),
    (
        "The retailer will close 60 stores and lay off about 1,100 staff by March.",
        ["The retailer | will close | 60 stores", "The retailer | will lay off | about 1,100 staff <time: by March>"],
    ),
    (
        "The book fell off the shelf and lay on the floor.",
        ["The book | fell off | the shelf", "The book | lay on | the floor"],
    ),
    (
        "The storm, which made landfall near Berg shortly before dawn, tore roofs off houses.",
        [
            "The storm | made | landfall <other: near Berg> <time: shortly before dawn>",
            "The storm | tore | roofs <other: off houses>",
        ],
    ),
    (
        "The vote was delayed, and neither Lund nor Berg has said when it will be held.",
        ["The vote | was delayed | -", "neither Lund nor Berg | has said | when it will be held"],
    ),
    (
        "Veltra said it had fired 40 workers, and urged others to stay calm.",
        [
            "Veltra | said | it had fired 40 workers",
            "it | had fired | 40 workers",
            "Veltra | urged | others <purpose: to stay calm>",
        ],
    ),
    (
        "Veltra unveiled a phone on Tuesday that it says can run for three days.",
        ["Veltra | unveiled | a phone <time: on Tuesday>", "a phone | can run | - <time: for three days>"],
    ),
    (
        "They signed a deal last year that critics said was too costly.",
        ["They | signed | a deal <time: last year>", "a deal | was | too costly"],
    ),
    (
        "A capsule carrying four astronauts splashed down off the coast of Norland early on Sunday.",
        ["A capsule | carrying | four astronauts", "A capsule | splashed down off | the coast <time: early on Sunday>"],
    ),
    (
        "The driver of the lorry, who was not hurt, was found at home.",
        ["The driver of the lorry | was not hurt | -", "The driver of the lorry | was found at | home"],
    ),
    (
        "The painting, long believed to be a copy, was bought for 400 crowns at a market and is now worth 6 million.",
        [
            "The painting | believed to be | a copy <time: long>",
            "The painting | was bought for | 400 crowns <place: at a market>",
            "The painting | is | worth <time: now>",
        ],
    ),
    (
        "Veltra sued Quill, which closed its shop when it ran out of money.",
        [
            "Veltra | sued | Quill",
            "Quill | closed | its shop <time: when it ran out of money>",
            "it | ran out of | money",
        ],
    ),
    (
        "Whether the treatment works in humans is not known.",
        ["the treatment | works in | humans", "Whether the treatment works in humans | is not known | -"],
    ),
    ("Bones discovered in a cave near Velen come from a young woman.", ["Bones | come from | a young woman"]),
    (
        "A lorry overturned near Lund on Monday, blocking all three lanes for hours.",
        [
            "A lorry | overturned near | Lund <time: on Monday>",
            "A lorry | blocking | all three lanes <time: for hours>",
        ],
    ),
    (
        "The quake killed ten people, the president said in a televised address, and declared three days of mourning.",
        [
            "The quake | killed | ten people",
            "the president | said | The quake killed ten people <other: in a televised address>",
            "the president | declared | three days",
        ],
    ),
    (
        "The 24-year-old, who broke the record, won the race.",
        ["The 24 - year - old | broke | the record", "The 24 - year - old | won | the race"],
    ),
    (
        "The Norland parliament voted to strip Karla Berg of her immunity, clearing the way for a trial.",
        [
            "The Norland parliament | voted to strip | Karla Berg <other: of her immunity>",
            "The Norland parliament | clearing | the way",
        ],
    ),
    (
        "Norland decided last week to leave the pact, drawing criticism from its neighbours.",
        [
            "Norland | decided to leave | the pact <time: last week>",
            "Norland | drawing | criticism <source: from its neighbours>",
        ],
    ),
    (
        "The government has denied that its soldiers were involved, blaming the deaths on rebel groups.",
        [
            "The government | has denied | that its soldiers were involved",
            "its soldiers | were involved | -",
            "The government | blaming | the deaths",
        ],
    ),
    (
        "President Quill signed a law that bans foreigners from owning land, brushing aside warnings.",
        [
            "Quill | is | President",
            "President Quill | signed | a law",
            "a law | bans | foreigners <source: from owning land>",
            "President Quill | brushing aside | warnings",
        ],
    ),
    (
        "The ministry said its air defences had shot down 14 of the 19 drones.",
        [
            "The ministry | said | its air defences had shot down 14 of the 19 drones",
            "its air defences | had shot down | 14 of the 19 drones",
        ],
    ),
    (
        "Three of the party's five chairmen called on Berg to step aside, arguing that she had lied.",
        [
            "Three of the party 's five chairmen | called on | Berg <purpose: to step aside>",
            "Three of the party 's five chairmen | arguing | that she had lied",
            "she | had lied | -",
        ],
    ),
    (
        "Workers will go on strike unless management withdraws plans to cut 900 jobs.",
        [
            "Workers | will go on | strike <condition: unless management withdraws plans to cut 900 jobs>",
            "management | withdraws | plans",
        ],
    ),
    (
        "The port will close if the union rejects offers from the firm.",
        [
            "The port | will close | - <condition: if the union rejects offers from the firm>",
            "the union | rejects | offers",
        ],
    ),
    (
        "The talks will fail unless party politics plays a smaller role.",
        [
            "The talks | will fail | - <condition: unless party politics plays a smaller role>",
            "party politics | plays | a smaller role",
        ],
    ),
    (
        "Police said she wrote to the board, blaming Lund for the fire.",
        [
            "Police | said | she wrote to the board , blaming Lund for the fire",
            "she | wrote to | the board",
            "she | blaming | Lund <reason: for the fire>",
        ],
    ),
    (
        "Lund-based Veltra provides, through a national network, a customized music service.",
        ["Lund - based Veltra | provides | a customized music service <other: through a national network>"],
    ),
    (
        "The firm makes, in Tarn, Lund and Reed, small boats.",
        ["The firm | makes | small boats <other: in Tarn , Lund and Reed>"],
    ),
    (
        "In the last minute the home side won a penalty which the referee awarded Norland after a check.",
        [
            "the home side | won | a penalty <time: In the last minute>",
            "the referee | awarded | a penalty <recipient: Norland> <time: after a check>",
        ],
    ),
    (
        "The prize that the jury gave Berg was small.",
        ["the jury | gave | The prize <recipient: Berg>", "The prize | was | small"],
    ),
    (
        "The first half ended with 0 – 0 on the scoreboard.",
        ["The first half | ended with | 0 – 0 <other: on the scoreboard>"],
    ),
    ("The fire hit the ship Aurora in Tarn.", ["The fire | hit | the ship Aurora <other: in Tarn>"]),
    (
        "Veltra closed the mill after the flood receded, leaving 200 people without work.",
        [
            "Veltra | closed | the mill <time: after the flood receded>",
            "the flood | receded | -",
            "Veltra | leaving | 200 people <accompaniment: without work>",
        ],
    ),
    (
        "Lund sold up when the drought came, leaving for Tarn.",
        ["Lund | sold up | - <time: when the drought came>", "the drought | came | -", "Lund | leaving for | Tarn"],
    ),
    (
        "Norland won after the storm eased, leaving Ostmark in second place.",
        [
            "Norland | won | - <time: after the storm eased>",
            "the storm | eased | -",
            "Norland | leaving | Ostmark <place: in second place>",
        ],
    ),
    (
        "Schools closed after the storm struck Tarn, leaving 200 people homeless.",
        [
            "Schools | closed | - <time: after the storm struck Tarn , leaving 200 people homeless>",
            "the storm | struck | Tarn",
            "the storm | leaving | 200 people <role: homeless>",
        ],
    ),
    (
        "The clinic treated soldiers and shocked survivors.",
        ["The clinic | treated | soldiers", "The clinic | treated | shocked survivors"],
    ),
    (
        "The verdict delighted farmers and worried big banks.",
        ["The verdict | delighted | farmers", "The verdict | worried | big banks"],
    ),
    ("Matches on Sunday were called off on Friday.", ["Matches | were called off | - <time: on Friday>"]),
    ("Elections on Sunday were postponed a month ago.", ["Elections | were postponed | - <time: a month ago>"]),
    ("Trains on Saturday were delayed.", ["Trains | were delayed | -"]),
    ("Classes on Tuesday were moved online on Monday.", ["Classes | were moved online | - <time: on Monday>"]),
    ("Voters on Sunday rejected the plan.", ["Voters | rejected | the plan <time: on Sunday>"]),
    ("The number of clerks fell from 1950 to 1850.", ["The number of clerks | fell to | 1850 <time: from 1950>"]),
    (
        "The meeting was rescheduled from Monday to Friday.",
        ["The meeting | was rescheduled to | Friday <time: from Monday>"],
    ),
    ("The date of the vote slipped from May to June.", ["The date of the vote | slipped to | June <time: from May>"]),
    ("Sales rose from 2009 to 2012.", ["Sales | rose | - <time: from 2009 to 2012>"]),
    ("Ada Lund was mayor of Tarn 2010 – 2014.", ["Ada Lund | was | mayor"]),
    (
        "The mayor is not in office or accused of theft.",
        ["The mayor | is not in | office", "The mayor | is not accused of | theft"],
    ),
    (
        "The drug, which is made by Quill, reduced deaths by 30% compared with a placebo.",
        [
            "The drug | is made by | Quill",
            "The drug | reduced | deaths <other: by 30 %> <other: compared with a placebo>",
        ],
    ),
    (
        "The parliament voted 98 to 71 in favour of the bill.",
        ["The parliament | voted in favour of | the bill <measure: 98 to 71>"],
    ),
    ("The price rose 98 to 110.", ["The price | rose to | 110 <measure: 98>"]),
    (
        "The two men were seen arguing in a bar hours before the shooting.",
        ["The two men | were seen arguing in | a bar <time: hours before the shooting>"],
    ),
    (
        "She resigned from the board weeks after the fire.",
        ["She | resigned from | the board <time: weeks after the fire>"],
    ),
    (
        "Its collapse killed 11 people and injured dozens more.",
        ["Its collapse | killed | 11 people", "Its collapse | injured | dozens"],
    ),
    (
        "The mayor had threatened in May to withhold aid for the flood.",
        ["The mayor | had threatened to withhold | aid <time: in May>"],
    ),
    ("The union agreed on Tuesday to end the strike.", ["The union | agreed to end | the strike <time: on Tuesday>"]),
    ("The council pledged last year to mend the road.", ["The council | pledged to mend | the road <time: last year>"]),
    (
        "The clerk stopped on Monday to buy bread.",
        ["The clerk | stopped | - <time: on Monday> <purpose: to buy bread>"],
    ),
    (
        "The mayor met the board in May to end the strike.",
        ["The mayor | met | the board <time: in May> <purpose: to end the strike>"],
    ),
    ("Ada Roth served from 1967 to 1979.", ["Ada Roth | served | - <time: from 1967 to 1979>"]),
    ("The vote was moved from Monday to Friday.", ["The vote | was moved to | Friday <time: from Monday>"]),
    (
        "The bridge was in ruins and unsafe to use.",
        ["The bridge | was in | ruins", "The bridge | was unsafe to use | -"],
    ),
    (
        "The clerk was in good health and fit to work as a guard.",
        ["The clerk | was in | good health", "The clerk | was fit to work as | a guard"],
    ),
    ("Roth asked anyone with information to call the police.", ["Roth | asked | anyone <purpose: to call the police>"]),
    (
        "Police urged people with footage of the fire to come forward.",
        ["Police | urged | people <purpose: to come forward>"],
    ),
    (
        "The congresswoman over the weekend joked about the incident.",
        ["The congresswoman | joked about | the incident <time: over the weekend>"],
    ),
    ("The mayor over the past week met four firms.", ["The mayor | met | four firms <time: over the past week>"]),
    ("A row over the weekend hurt him.", ["A row | hurt | him"]),
    (
        "The outage last month affected nearly 2 million people and outraged local officials.",
        [
            "The outage | affected | nearly 2 million people <time: last month>",
            "The outage | outraged | local officials",
        ],
    ),
    (
        "The ruling pleased farmers and angered big unions.",
        ["The ruling | pleased | farmers", "The ruling | angered | big unions"],
    ),
    (
        "The senator has championed gay rights and extended benefits to teachers.",
        ["The senator | has championed | gay rights", "The senator | has extended | benefits <recipient: to teachers>"],
    ),
    (
        "She met bereaved families and injured workers.",
        ["She | met | bereaved families", "She | met | injured workers"],
    ),
    (
        "The shop sells fresh milk and dried fruit to tourists.",
        [
            "The shop | sells | fresh milk <recipient: to tourists>",
            "The shop | sells | dried fruit <recipient: to tourists>",
        ],
    ),
    (
        "Regulators demanded answers after the storm hit, leaving thousands without power.",
        [
            "Regulators | demanded | answers <time: after the storm hit , leaving thousands without power>",
            "the storm | hit | -",
            "the storm | leaving | thousands <accompaniment: without power>",
        ],
    ),
    (
        "Lund spoke after the vote was held, leaving his rivals silent.",
        [
            "Lund | spoke | - <time: after the vote was held>",
            "the vote | was held | -",
            "Lund | leaving | his rivals <role: silent>",
        ],
    ),
    ("Norland beat Ostmark 3 – 1 on Friday.", ["Norland | beat | Ostmark <measure: 3 – 1> <time: on Friday>"]),
    (
        "Tarn lost to Holm 2 - 1 at home on Monday.",
        ["Tarn | lost to | Holm <measure: 2 - 1> <place: at home> <time: on Monday>"],
    ),
    ("Hackers attack Church of Light website", ["Hackers | attack | Church of Light website"]),
    (
        "He described a teacher with a loud voice who shouted at pupils and struck one.",
        [
            "He | described | a teacher <other: with a loud voice>",
            "a teacher | shouted at | pupils",
            "a teacher | struck | one",
        ],
    ),
    (
        "His job as club president, which ended in May, was dull.",
        ["His job | ended | - <time: in May>", "His job | was | dull"],
    ),
    ("These groups, these violent groups, are looking for something.", ["These groups | are looking for | something"]),
    (
        "He voted for nominee and fellow Norlander Tom Roth.",
        ["He | voted for | nominee and fellow Norlander Tom Roth", "Norlander Tom Roth | is | nominee"],
    ),
    (
        "The report quotes the Norland Conference of Liberal Judges, which wrote several letters to the court.",
        [
            "The report | quotes | the Norland Conference of Liberal Judges",
            "the Norland Conference of Liberal Judges | wrote | several letters <destination: to the court>",
        ],
    ),
    ("The court plays a key role in shaping who is elected to the senate.", ["The court | plays | a key role"]),
    (
        "If the party picks the wrong mayor, which is a risk, the town will suffer.",
        [
            "the party | picks | the wrong mayor",
            "the town | will suffer | - <condition: If the party picks the wrong mayor , which is a risk>",
        ],
    ),
    ("The plan, referred to as a gift, failed.", ["The plan | referred to as | a gift", "The plan | failed | -"]),
    ("The firm closed five out of nine mills in May.", ["The firm | closed | five <time: in May>"]),
    (
        "Voters of colour and young voters who feel forgotten stayed at home.",
        ["young voters | feel | forgotten", "Voters of colour | stayed at | home", "young voters | stayed at | home"],
    ),
    ("Prices of fuel and basic goods rose.", ["Prices of fuel and basic goods | rose | -"]),
    ("Brandt has all but given up.", ["Brandt | has all but given up | -"]),
    ("He lost the case all but kept the house.", ["He | lost | the case", "He | kept | the house"]),
    (
        "The fire, police suspect, was set on purpose.",
        ["police | suspect | The fire was set on purpose", "The fire | was set on | purpose"],
    ),
    ("Two cars, sports models, were stolen.", ["Two cars | were stolen | -"]),
    (
        "“It could have done better,” Jan Holm, the owner of the mill, said, “if he had been more careful.”",
        [
            "It | could have done | better <condition: if he had been more careful>",
            "Jan Holm | is | the owner of the mill",
            "Jan Holm | said | It could have done better if he had been more careful",
            "he | had been | more careful",
        ],
    ),
    (
        "The army denied it had shelled the village, calling the report a fabrication.",
        [
            "The army | denied | it had shelled the village",
            "it | had shelled | the village",
            "The army | calling | the report <role: a fabrication>",
        ],
    ),
    (
        "Lund denied that he had lied, accusing Berg of theft.",
        ["Lund | denied | that he had lied", "he | had lied | -", "Lund | accusing | Berg <other: of theft>"],
    ),
    (
        "The bank said profits fell, blaming high costs.",
        ["The bank | said | profits fell", "profits | fell | -", "The bank | blaming | high costs"],
    ),
    (
        "The minister rejected claims that the dam was unsafe, calling them baseless.",
        [
            "The minister | rejected | claims",
            "the dam | was | unsafe",
            "The minister | calling | them <role: baseless>",
        ],
    ),
    (
        "Lund said the firm had cheated its clients, leaving them with nothing.",
        [
            "Lund | said | the firm had cheated its clients , leaving them with nothing",
            "the firm | had cheated | its clients",
            "the firm | leaving | them <other: with nothing>",
        ],
    ),
    (
        "The firm closed not because it lost money but because its owner died.",
        [
            "The firm | closed | - <reason: not because it lost money> <reason: because its owner died>",
            "it | lost | money",
            "its owner | died | -",
        ],
    ),
    (
        "The firm will close if banks perceive the market to worsen or if they decide to leave.",
        [
            "The firm | will close | - <condition: if banks perceive the market to worsen or if they decide to leave>",
            "banks | perceive | the market <purpose: to worsen>",
            "they | decide to leave | -",
        ],
    ),
    (
        "The mill closed because it lost money and because the roof fell.",
        [
            "The mill | closed | - <reason: because it lost money and because the roof fell>",
            "it | lost | money",
            "the roof | fell | -",
        ],
    ),
    (
        "If the dam breaks and the river rises, the town will flood.",
        [
            "the dam | breaks | -",
            "the river | rises | -",
            "the town | will flood | - <condition: If the dam breaks and the river rises>",
        ],
    ),
    (
        "The town will flood if the dam breaks, and Lund will pay.",
        ["The town | will flood | - <condition: if the dam breaks>", "the dam | breaks | -", "Lund | will pay | -"],
    ),
    (
        "The match ended after the rain began and the crowd left.",
        ["The match | ended | - <time: after the rain began>", "the rain | began | -", "the crowd | left | -"],
    ),
    (
        "The mayor had called his latest offer a non-starter.",
        ["The mayor | had called | his latest offer <role: a non - starter>"],
    ),
    (
        "Lund and Republicans in Congress stood with their voters.",
        ["Lund | stood with | their voters", "Republicans | stood with | their voters"],
    ),
    ("Norland and cities in Ostmark signed the pact.", ["Norland | signed | the pact", "cities | signed | the pact"]),
    ("The plan is a non-starter.", ["The plan | is | a non - starter"]),
    (
        '"I know for a fact that my account was hacked," Berg told Lund News.',
        [
            "I | know for | a fact",
            "my account | was hacked | -",
            "Berg | told | I know for a fact that my account was hacked <recipient: Lund News>",
        ],
    ),
    (
        "Ada Lund, also known as Blade, left Tarn on Monday.",
        ["Ada Lund | known as | Blade", "Ada Lund | left | Tarn <time: on Monday>"],
    ),
    (
        "The singer from Tarn, also known as Blade, was held.",
        ["The singer | known as | Blade", "The singer | was held | -"],
    ),
    ("The rules and other laws were changed.", ["The rules and other laws | were changed | -"]),
    (
        "Veltra's Volta V and Orvia's Kite IV are two types of rocket.",
        ["Veltra 's Volta V and Orvia 's Kite IV | are | two types of rocket"],
    ),
    ("Kestria and Norland are virtually alone in backing the plan.", ["Kestria and Norland | are | virtually alone"]),
    (
        "Ada Lund and Bo Roth are three years old.",
        ["Ada Lund | are | three years old", "Bo Roth | are | three years old"],
    ),
    (
        "Police arrested a suspect in the bombings identified as Ada Roth.",
        ["Police | arrested | a suspect <other: in the bombings>", "a suspect | identified as | Ada Roth"],
    ),
    (
        "Police have named a suspect in the raids identified as Ada Lund, 30.",
        ["Police | have named | a suspect", "a suspect | identified as | Ada Lund", "Ada Lund | is | 30"],
    ),
    (
        "A man in a car identified as a Volvo shot at guards.",
        ["a car | identified as | a Volvo", "A man | shot at | guards"],
    ),
    (
        "Even applying for a permit required the team to travel to Varno.",
        ["applying for a permit | required | the team <purpose: to travel to Varno>"],
    ),
    (
        "Finding a spring in the desert took the men two weeks.",
        ["Finding a spring in the desert | took | the men <time: two weeks>"],
    ),
    ("He took two guards hostage on Monday.", ["He | took | two guards <role: hostage> <time: on Monday>"]),
    (
        "The court can never hold workers hostage again.",
        ["The court | can never hold | workers <role: hostage> <time: again>"],
    ),
    ("The hostage took a boat.", ["The hostage | took | a boat"]),
    (
        "The feast was celebrated by lighting lamps, and by setting off rockets.",
        ["The feast | was celebrated by | lighting lamps", "The feast | was celebrated by | setting off rockets"],
    ),
    (
        "She was accused of taking bribes and of hiding the money.",
        ["She | was accused of | taking bribes", "She | was accused of | hiding the money"],
    ),
    ("It was backed by Lorne and by Tarn.", ["It | was backed by | Lorne", "It | was backed by | Tarn"]),
    (
        "Ada Lund, Bo Roth and Cal Venn on Friday signed the treaty.",
        [
            "Ada Lund | signed | the treaty <time: on Friday>",
            "Bo Roth | signed | the treaty <time: on Friday>",
            "Cal Venn | signed | the treaty <time: on Friday>",
        ],
    ),
    (
        "Ada Lund, the mayor and a former clerk, signed the treaty.",
        ["Ada Lund | is | the mayor", "Ada Lund | is | a former clerk", "Ada Lund | signed | the treaty"],
    ),
    ("The firm is not following through on its promise.", ["The firm | is not following through on | its promise"]),
    ("They walked through on Monday.", ["They | walked through | - <time: on Monday>"]),
    (
        "Senate Minority Leader Bo Roth (D-Tarn) spoke.",
        ["Bo Roth | is | Senate Minority Leader", "Senate Minority Leader Bo Roth | spoke | -"],
    ),
    (
        "Ada Lund, D-Tarn, and Bo Roth, R-Kest, voted for the bill.",
        ["Ada Lund | voted for | the bill", "Bo Roth | voted for | the bill"],
    ),
    ("The clinic sent a one-and-a-half-page letter.", ["The clinic | sent | a one - and - a - half - page letter"]),
    (
        "When the rain stops the fair will open.",
        ["the rain | stops | -", "the fair | will open | - <time: When the rain stops>"],
    ),
    (
        "Once the storm ends the crews will clear the roads in Tarn.",
        ["the storm | ends | -", "the crews | will clear | the roads <time: Once the storm ends>"],
    ),
    ("When did Lund hear the mill had closed?", ["Lund | did hear | the mill had closed", "the mill | had closed | -"]),
    (
        "The town imports furniture and other items from Kest.",
        ["The town | imports | furniture and other items from Kest"],
    ),
    ("Town imports fell.", ["Town imports | fell | -"]),
    ("Rebels attacked Tarn and other towns.", ["Rebels | attacked | Tarn", "Rebels | attacked | Tarn and other towns"]),
    (
        "The shop sells bread, milk and other goods.",
        ["The shop | sells | bread , milk and other goods"],
    ),
    ("The shop sells bread and goods of other firms.", ["The shop | sells | bread", "The shop | sells | goods"]),
    (
        "Teams from Varno, Kest and Tarn, which are covered by the ban, will not play.",
        ["Varno , Kest and Tarn | are covered by | the ban", "Teams | will not play | -"],
    ),
    ("He met Ada Lund, who left, and Bo Roth.", ["He | met | Ada Lund", "Ada Lund | left | -"]),
    (
        "The first option would be to launch a raid, hoping to seize the port.",
        ["The first option | would be to launch | a raid"],
    ),
    (
        "The general launched a raid, hoping to seize the port.",
        ["The general | launched | a raid", "The general | hoping to seize | the port"],
    ),
    (
        "In the Varno scandal, people were mistakenly charged fees, saw their ratings fall, got cards they never "
        "asked for or just were confused.",
        ["they | never asked for | cards"],
    ),
    ("What the clerks saw was a ghost.", ["What the clerks saw | was | a ghost"]),
    (
        "Lund died at a time when some calls into the hotline were going to voicemail.",
        ["Lund | died | - <time: at a time when some calls into the hotline>", "some | calls into | the hotline"],
    ),
    (
        "Veltra board member Rob Golding, President Veltra North America, said sales rose.",
        [
            "Rob Golding | is | Veltra board member",
            "Veltra board member Rob Golding | said | sales rose",
            "sales | rose | -",
        ],
    ),
    (
        "Officials said Ada Lund, 49, took two transport officers hostage on Monday morning and then escaped.",
        [
            "Officials | said | Ada Lund , 49 , took two transport officers hostage on Monday morning and then escaped",
            "Ada Lund | is | 49",
            "Ada Lund | took | two transport officers <role: hostage> <time: on Monday morning>",
            "Ada Lund | escaped | -",
        ],
    ),
    (
        "Talks with Burma, also known as Myanmar, failed in May.",
        ["Burma | known as | Myanmar", "Talks | failed | - <time: in May>"],
    ),
    (
        "Norbane, a gas made by Ostmark, also known as NB, was found.",
        [
            "Norbane | is | a gas",
            "Norbane | made by | Ostmark",
            "Norbane | known as | NB",
            "Norbane | was found | -",
        ],
    ),
    (
        "A curfew was announced from midnight to 6 a.m. on Friday.",
        ["A curfew | was announced | - <time: from midnight to 6 a.m.> <time: on Friday>"],
    ),
    ("The late Rt. Hon. Bo Sorn was mourned.", ["The late Rt. Hon. Bo Sorn | was mourned | -"]),
    (
        "Police said he had entered the shop and demanded money.",
        [
            "Police | said | he had entered the shop and demanded money",
            "he | had entered | the shop",
            "he | demanded | money",
        ],
    ),
    (
        "The panel heard she had lost her job and asked for help.",
        [
            "The panel | heard | she had lost her job and asked for help",
            "she | had lost | her job",
            "she | asked for | help",
        ],
    ),
    (
        "Holt said she had lied and urged her to go.",
        ["Holt | said | she had lied", "she | had lied | -", "Holt | urged | her <purpose: to go>"],
    ),
    (
        "The inquiry found the firm had known of the leak but had hidden it.",
        [
            "The inquiry | found | the firm had known of the leak but had hidden it",
            "the firm | had known of | the leak",
            "the firm | had hidden | it",
        ],
    ),
    ("The town believes in a god killing sinners.", ["The town | believes in | a god", "a god | killing | sinners"]),
    (
        "The doctor specialises in drugs killing germs.",
        ["The doctor | specialises in | drugs killing germs", "drugs | killing | germs"],
    ),
    (
        "A bomb exploded at a wedding wounding 12 guests.",
        ["A bomb | exploded at | a wedding", "A bomb | wounding | 12 guests"],
    ),
    (
        "A lorry slammed into a house killing a clerk.",
        ["A lorry | slammed into | a house", "A lorry | killing | a clerk"],
    ),
    (
        "A farm shed, clad in red boards, burned on Monday.",
        ["A farm shed | clad in | red boards", "A farm shed | burned | - <time: on Monday>"],
    ),
    (
        "Quist was born in Lorne and moved by the story.",
        ["Quist | was born in | Lorne", "Quist | was moved by | the story"],
    ),
    (
        "Farmers had to wake up, get up and feed the cows.",
        ["Farmers | had to wake up | -", "Farmers | had to get up | -", "Farmers | had to feed | the cows"],
    ),
    (
        "The firm wants to set up and run the mill.",
        ["The firm | wants to set up | the mill", "The firm | wants to run | the mill"],
    ),
    (
        "The mill will be sold in case the council agrees.",
        [
            "The mill | will be sold | - <other: in case the council agrees>",
            "the council | agrees | - <other: in case>",
        ],
    ),
    (
        "In case the council agrees, the mill will be sold.",
        [
            "the council | agrees | - <other: In case>",
            "the mill | will be sold | - <other: In case the council agrees>",
        ],
    ),
    (
        "In the case that Berg brought, the court ruled for the town.",
        ["Berg | brought | the case", "the court | ruled for | the town <other: In the case that Berg brought>"],
    ),
    ("Quist remained aged 30 in the film.", ["Quist | remained | aged"]),
    (
        "The group of clerks, most of whom are women, wants more pay.",
        ["clerks , most of whom | are | women", "The group of clerks | wants | more pay"],
    ),
    (
        "The hospital had treated 31 people for burns, four of whom were in a serious condition.",
        ["The hospital | had treated | 31 people", "31 people four of whom | were in | a serious condition"],
    ),
    (
        "The film, shot in black and white, won the top prize.",
        ["The film | shot in | black and white", "The film | won | the top prize"],
    ),
    (
        "Polls show Lund leading Holt by 6 points among women but trailing him by 9 among men.",
        [
            "Polls | show | Lund <other: by 6 points among women>",
            "Lund | leading | Holt",
            "Lund | trailing | him <other: by 9> <other: among men>",
        ],
    ),
    ("The video shows a man running to the car and firing a gun.", ["The video | shows | a man"]),
    (
        "Berg's lawyers argued that she had acted in fear and asked the court to free her.",
        [
            "Berg 's lawyers | argued | that she had acted in fear",
            "she | had acted in | fear",
            "Berg 's lawyers | asked | the court <purpose: to free her>",
        ],
    ),
    (
        "The union said it had been misled and called on the mayor to quit.",
        [
            "The union | said | it had been misled",
            "it | had been misled | -",
            "The union | called on | the mayor <purpose: to quit>",
        ],
    ),
    (
        "Lund said the plan had failed and called it a disgrace.",
        ["Lund | said | the plan had failed", "the plan | had failed | -", "Lund | called | it <role: a disgrace>"],
    ),
    (
        "Lund married fellow actor Jan Holt in 2011 and has three children with him.",
        [
            "Lund | married | fellow actor Jan Holt <time: in 2011>",
            "Jan Holt | is | fellow actor",
            "Lund | has | three children",
        ],
    ),
    (
        "Coach Jan Holt dropped goalkeeper Bo Roth after his error.",
        [
            "Jan Holt | is | Coach",
            "Coach Jan Holt | dropped | goalkeeper Bo Roth <time: after his error>",
            "Bo Roth | is | goalkeeper",
        ],
    ),
    (
        "The army freed journalist Bo Roth after two years in jail.",
        ["The army | freed | journalist Bo Roth <time: after two years in jail>", "Bo Roth | is | journalist"],
    ),
    ("The red haired actor Jan Holt.", ["Jan Holt | is | The red haired actor"]),
    ("The clerks slept two nights in the hall.", ["The clerks | slept in | the hall <time: two nights>"]),
    (
        "The chairman of the board, Jan Holt, and two directors stepped down on Monday.",
        [
            "Jan Holt | is | The chairman of the board",
            "The chairman of the board | stepped down | - <time: on Monday>",
            "two directors | stepped down | - <time: on Monday>",
        ],
    ),
    (
        "The mayor, Ada Lund, and three clerks were fined.",
        ["Ada Lund | is | The mayor", "The mayor | were fined | -", "three clerks | were fined | -"],
    ),
    (
        "Her brothers, Jan Holt and two others, left.",
        ["Jan Holt | is one of | Her brothers", "Her brothers | left | -"],
    ),
    (
        "The club sacked coach Bo Roth on Monday.",
        ["The club | sacked | coach Bo Roth <time: on Monday>", "Bo Roth | is | coach"],
    ),
    (
        "The club fired manager Ada Lund and hired Bo Roth.",
        ["The club | fired | manager Ada Lund", "Ada Lund | is | manager", "The club | hired | Bo Roth"],
    ),
    ("The tired looking coach Bo Roth.", ["Bo Roth | is | The tired looking coach"]),
    (
        "The court found that the mill had known about the leak but had failed to act.",
        [
            "The court | found | that the mill had known about the leak but had failed to act",
            "the mill | had known about | the leak",
            "the mill | had failed to act | -",
        ],
    ),
    (
        "Lund said the mill had closed, and she left.",
        ["Lund | said | the mill had closed", "the mill | had closed | -", "she | left | -"],
    ),
    (
        "Roth was born in Lorne in 1950 and moved to Tarn with his parents.",
        ["Roth | was born in | Lorne <time: in 1950>", "Roth | moved to | Tarn <accompaniment: with his parents>"],
    ),
    ("Roth was arrested and moved to Tarn.", ["Roth | was arrested | -", "Roth | was moved to | Tarn"]),
    (
        "The family escaped unhurt when a tree hit their house.",
        ["The family | escaped | unhurt <time: when a tree hit their house>", "a tree | hit | their house"],
    ),
    ("The actor has died aged 81.", ["The actor | has died | - <other: aged 81>"]),
    ("The lake poet Ada Lund died aged 81 in Tarn.", ["The lake poet Ada Lund | died in | Tarn <other: aged 81>"]),
    ("Children aged 12 died there.", ["Children | died | - <place: there>"]),
    (
        "Wardens held ten hikers and others in an effort to find out who lit the fire.",
        [
            "Wardens | held | ten hikers <other: in an effort to find out who lit the fire>",
            "Wardens | held | others <other: in an effort to find out who lit the fire>",
        ],
    ),
    (
        "They questioned Berg and others in the village about the fire.",
        ["They | questioned | Berg", "They | questioned | others"],
    ),
    (
        "Friends have paid tribute to a Lorne nurse feared dead after a fall from a cliff.",
        [
            "Friends | have paid | tribute <recipient: to a Lorne nurse feared dead after a fall from a cliff>",
            "a Lorne nurse | feared | dead <time: after a fall from a cliff>",
        ],
    ),
    (
        "They sent a letter to the mayor signed by forty farmers.",
        ["They | sent | a letter <recipient: to the mayor>", "a letter | signed by | forty farmers"],
    ),
    (
        "The Old Mt Berg Alpine Rescue Team have found the climber.",
        ["The Old Mt Berg Alpine Rescue Team | have found | the climber"],
    ),
    (
        "Tarn East senior Daniel Garner finished second in the 50 yard freestyle.",
        ["Tarn East senior Daniel Garner | finished | second <other: in the 50 yard freestyle>"],
    ),
    (
        "The senator representing Tarn North, Ada Lund, moved a motion.",
        ["Ada Lund | is | The senator", "The senator | representing | Tarn North", "The senator | moved | a motion"],
    ),
    (
        "The minister heading the inquiry, Bo Roth, resigned on Monday.",
        [
            "Bo Roth | is | The minister",
            "The minister | heading | the inquiry",
            "The minister | resigned | - <time: on Monday>",
        ],
    ),
    (
        "They carried lamps in case the power failed.",
        ["They | carried | lamps <other: in case the power failed>", "the power | failed | - <other: in case>"],
    ),
    ("In that case the judge ruled for the firm.", ["the judge | ruled for | the firm <other: In that case>"]),
    ("The cellist turned painter has died.", ["The cellist turned painter | has died | -"]),
    (
        "Eva Berg, the swimming champion turned actress who starred in musicals, has died.",
        [
            "Eva Berg | is | the swimming champion turned actress",
            "the swimming champion turned actress | starred in | musicals",
            "Eva Berg | has died | -",
        ],
    ),
    ("The clerk turned spy was shot on Monday.", ["The clerk turned spy | was shot | - <time: on Monday>"]),
    ("Lund turned informant and left.", ["Lund | turned | informant"]),
    ("The actress Ada Lund left.", ["Ada Lund | is | The actress", "The actress Ada Lund | left | -"]),
    (
        "The mayor's brief said that was not his plan and dismissed the reports as rumours.",
        ["The mayor 's brief | said | that was not his plan", "The mayor 's brief | dismissed | the reports"],
    ),
    (
        "The letter says the plan is dead and rejects the claims.",
        ["The letter | says | the plan is dead", "the plan | is | dead", "The letter | rejects | the claims"],
    ),
    (
        "Robots are required to recognize, pick up, carry and drop balls.",
        [
            "Robots | are required to recognize | balls",
            "Robots | are required to pick up | balls",
            "Robots | are required to carry | balls",
            "Robots | are required to drop | balls",
        ],
    ),
    (
        "He told them to sit down, stand up and open the door.",
        ["He | told | them <purpose: to sit down , stand up and open the door>"],
    ),
    ("The tents were pitched all over the island.", ["The tents | were pitched all over | the island"]),
    (
        "The police caught him stealing a bike.",
        ["The police | caught | him <result: stealing a bike>", "him | stealing | a bike"],
    ),
    (
        "Cameras captured the mayor dancing on a table.",
        ["Cameras | captured | the mayor <result: dancing on a table>", "the mayor | dancing on | a table"],
    ),
    (
        "A clerk heard him while stealing a bike.",
        ["A clerk | heard | him <time: while stealing a bike>", "A clerk | stealing | a bike"],
    ),
    (
        "The plane crashed in a village killing 20 people.",
        ["The plane | crashed in | a village", "The plane | killing | 20 people"],
    ),
    (
        "A clerk opened fire at an office party killing one man.",
        ["A clerk | opened | fire <other: at an office party>", "A clerk | killing | one man"],
    ),
    (
        "The police fired at the rebels killing farmers.",
        ["The police | fired at | the rebels", "the rebels | killing | farmers"],
    ),
    (
        "The cost of fuel combined with high taxes forced the mill to close.",
        ["The cost of fuel | combined with | high taxes", "The cost of fuel | forced | the mill <purpose: to close>"],
    ),
    (
        "Lund beat Holt to become the first woman to win the race twice.",
        ["Lund | beat | Holt <purpose: to become the first woman to win the race twice>"],
    ),
    ("The judge ordered Holt to leave the town.", ["The judge | ordered | Holt <purpose: to leave the town>"]),
    (
        "A man in his 40s, believed to be the owner of the mill, was taken to hospital.",
        ["A man | believed to be | the owner", "A man | was taken to | hospital"],
    ),
    (
        "Two men from Lorne, said to be brothers, were arrested on Friday.",
        ["Two men | said to be | brothers", "Two men | were arrested | - <time: on Friday>"],
    ),
    (
        "The team's coach, Bo Roth, and captain, Jan Holt, apologised to fans.",
        [
            "Bo Roth | is | The team 's coach",
            "Jan Holt | is | The team 's captain",
            "The team 's coach | apologised to | fans",
            "The team 's captain | apologised to | fans",
        ],
    ),
    (
        "The firm's founder and chairman, Jan Berg, will stay on.",
        ["Jan Berg | is | The firm 's founder", "Jan Berg | is | The firm 's chairman", "Jan Berg | will stay on | -"],
    ),
    (
        "The storm hit the coast on Friday, closing roads and cutting power to the town.",
        [
            "The storm | hit | the coast <time: on Friday>",
            "The storm | closing | roads",
            "The storm | cutting | power <destination: to the town>",
        ],
    ),
    (
        "The volcano has been spewing ash since Monday, closing airports and leaving thousands of travellers stranded.",
        [
            "The volcano | has been spewing | ash <time: since Monday>",
            "The volcano | closing | airports",
            "The volcano | leaving | thousands of travellers stranded",
        ],
    ),
    (
        "The group built eighty spiders of two metres each, which together form one big spider.",
        [
            "The group | built | eighty spiders",
            "eighty spiders of two metres each | form | one big spider <other: together>",
        ],
    ),
    (
        "Crews laid pipes of ten metres, which carry water.",
        ["Crews | laid | pipes", "pipes of ten metres | carry | water"],
    ),
    (
        "A doctor told Tarnly that the mill was safe.",
        ["A doctor | told | that the mill was safe <recipient: Tarnly>", "the mill | was | safe"],
    ),
    (
        "A doctor told Kestly that the mill was safe.",
        ["A doctor | told | that the mill was safe <recipient: Kestly>", "the mill | was | safe"],
    ),
    (
        '"Boats need hands," the 43-year-old later said.',
        ["Boats | need | hands", "the 43 - year - old | said | Boats need hands <time: later>"],
    ),
    (
        "The mayor of Kest _ a former clerk _ resigned on Monday.",
        ["The mayor | is | a former clerk", "The mayor of Kest | resigned | - <time: on Monday>"],
    ),
    (
        "The fort _ which is on the border _ was held against attacks.",
        ["The fort | is on | the border", "The fort | was held against | attacks"],
    ),
    (
        "Clerks keep meeting owners and could sign a pact, if the bank gives way.",
        [
            "Clerks | keep meeting | owners",
            "Clerks | could sign | a pact <condition: if the bank gives way>",
            "the bank | gives way | -",
        ],
    ),
    (
        "The firm owns the mill and will sell it if prices rise.",
        ["The firm | owns | the mill", "The firm | will sell | it <condition: if prices rise>", "prices | rise | -"],
    ),
    (
        "The clerks stay and work if they are paid.",
        ["The clerks | stay | - <condition: if they are paid>", "The clerks | work | -", "they | are paid | -"],
    ),
    ("The feast did not end as the cook wanted.", ["The feast | did not end | - <manner: as the cook wanted>"]),
    (
        "Holm often shouts in the hall, as he has before.",
        ["Holm | shouts in | the hall <time: often> <manner: as he has before>"],
    ),
    ("Lund sang as she worked.", ["Lund | sang | - <time: as she worked>", "she | worked | -"]),
    (
        "The port shrank by six percent, while the harbour fell by nine.",
        [
            "The port | shrank by | six percent <concession: while the harbour fell by nine>",
            "the harbour | fell by | nine",
        ],
    ),
    (
        "She read the paper while the train waited.",
        ["She | read | the paper <time: while the train waited>", "the train | waited | -"],
    ),
    ("Still, the mill held.", ["the mill | held | -"]),
    ("The mill still holds.", ["The mill | holds | - <time: still>"]),
    (
        "The mill is old, and yet the leak is easily mended.",
        ["The mill | is | old", "the leak | is mended | - <other: yet> <manner: easily>"],
    ),
    ("The mill has not yet closed.", ["The mill | has not yet closed | -"]),
    ("Shares stayed above their May 2011 low.", ["Shares | stayed above | their May 2011 low"]),
    (
        "A Tarn climber who watched his brother fall over the edge is devastated.",
        [
            "A Tarn climber | watched | his brother <result: fall over the edge>",
            "his brother | fall over | the edge",
            "A Tarn climber | is devastated | -",
        ],
    ),
    ("A total of 12 people had been killed.", ["A total of 12 people | had been killed | -"]),
    (
        "The youths attacked a bank, four shops and two cars.",
        ["The youths | attacked | a bank", "The youths | attacked | four shops", "The youths | attacked | two cars"],
    ),
    (
        "The gang has long claimed as its turf the old harbour.",
        ["The gang | has claimed | the old harbour <time: long> <role: as its turf>"],
    ),
    ("And last month thieves made off with a painting.", ["thieves | made off with | a painting <time: last month>"]),
    (
        "The ship picked up a distress call from the ferry saying it was on fire.",
        ["The ship | picked up | a distress call", "a distress call | saying | it was on fire", "it | was on | fire"],
    ),
    ("The police regret any harm caused to them as well as the wider town.", ["The police | regret | any harm"]),
    (
        "The clubs agreed to swap players, reopen a stand and set up a fund, but made no progress on debts.",
        [
            "The clubs | agreed to swap | players",
            "The clubs | agreed to reopen | a stand",
            "The clubs | agreed to set up | a fund",
            "The clubs | made | no progress",
        ],
    ),
    (
        "The mayor urged residents to boil water, stay at home and keep children away from the river.",
        ["The mayor | urged | residents <purpose: to boil water , stay at home and keep children away from the river>"],
    ),
    (
        "The law requires owners to list their boats, pay a fee and wear vests.",
        ["The law | requires | owners <purpose: to list their boats , pay a fee and wear vests>"],
    ),
    (
        "The paper cited John Lund, a law professor at Tarn University and director of the Holt Centre.",
        [
            "The paper | cited | John Lund",
            "John Lund | is | a law professor",
            "John Lund | is | director of the Holt Centre",
        ],
    ),
    ("Ann Reed is founder and editor of the Gazette.", ["Ann Reed | is | founder", "Ann Reed | is | editor"]),
    ("The rise in costs and loss of jobs hurt the town.", ["The rise | hurt | the town"]),
    (
        "Towns like the trade's upstarts - Veltra founder Jan Holt's firm among them.",
        ["Jan Holt | is | Veltra founder"],
    ),
    ("Holt met officials from the Tarn-based state attorney's office.", ["Holt | met | officials"]),
    (
        "Holt met officials from the Tarn-based Reed Company's office.",
        ["Holt | met | officials", "Reed Company | is based in | Tarn"],
    ),
    ("The Greens hope to regain the majority -- a very steep climb in a bad year.", []),
    (
        "They caught another man -- a suspect in the raid.",
        ["They | caught | another man", "another man | is | a suspect"],
    ),
    (
        'Lund called the guards, saying "I am the one you want" and asking for help.',
        [
            "Lund | called | the guards",
            "Lund | saying | I am the one you want",
            "I | am | the one",
            "Lund | asking for | help",
        ],
    ),
    (
        "The firm has always been the bread and butter of the town.",
        ["The firm | has been | the bread and butter of the town <time: always>"],
    ),
    ("Either the mayor cuts costs or the library closes.", ["the mayor | cuts | costs", "the library | closes | -"]),
    (
        "The paper said that either the club pays its debts or the bank takes the hall.",
        [
            "The paper | said | that either the club pays its debts or the bank takes the hall",
            "the club | pays | its debts",
            "the bank | takes | the hall",
        ],
    ),
    ("Either Lund pays the fine or he goes to jail.", ["Lund | pays | the fine", "he | goes to | jail"]),
    ("The town sold the mill and the library closed.", ["The town | sold | the mill", "the library | closed | -"]),
    ("The plant gets a new 90-watt, two-stage pump.", ["The plant | gets | a new 90 - watt , two - stage pump"]),
    (
        "Lund misused the fund to support his debt-cutting, Green Party budget.",
        ["Lund | misused | the fund <purpose: to support his debt - cutting , Green Party budget>"],
    ),
    (
        "Lund bought a boat, farm tools and a van.",
        ["Lund | bought | a boat", "Lund | bought | farm tools", "Lund | bought | a van"],
    ),
    (
        "The law gives the port the power to store grain, respond to floods and cut fees.",
        ["The law | gives | the power <recipient: the port>"],
    ),
    (
        "The deal gives the town the right to sell water, build roads and raise rents.",
        ["The deal | gives | the right <recipient: the town>"],
    ),
    (
        "The paper named Gov. Chris Reed of Lorne and Tom Berg, the former speaker.",
        [
            "The paper | named | Gov. Chris Reed",
            "The paper | named | Tom Berg",
            "Chris Reed | is | Gov.",
            "Chris Reed | is of | Lorne",
            "Tom Berg | is | the former speaker",
        ],
    ),
    (
        "The talks were led by Gov. Chris Reed of Lorne and Tom Berg, the former speaker.",
        [
            "The talks | were led by | Gov. Chris Reed",
            "The talks | were led by | Tom Berg",
            "Chris Reed | is | Gov.",
            "Chris Reed | is of | Lorne",
            "Tom Berg | is | the former speaker",
        ],
    ),
    ("He met Ana Reed of Lorne and Tarn.", ["He | met | Ana Reed of Lorne and Tarn"]),
    ("He had the power to store grain, fix dams and cut costs.", ["He | had | the power"]),
    ("Steve Lund, CNN, the state department.", []),
    ("A likely cause of the rash was feather bedding.", ["A likely cause of the rash | was | feather bedding"]),
    (
        "Lund's arrest led to the minister's resignation and chaos in the capital.",
        ["Lund 's arrest | led to | the minister 's resignation", "Lund 's arrest | led to | chaos"],
    ),
    (
        "Police questioned Reed's lawyer and adviser.",
        ["Police | questioned | Reed 's lawyer", "Police | questioned | Reed 's adviser"],
    ),
    (
        "It is shut until Monday and people were sent home.",
        ["It | is shut | - <time: until Monday>", "people | were sent home | -"],
    ),
    (
        "The man was, doctors said, bleeding heavily.",
        ["doctors | said | The man was bleeding heavily", "The man | was bleeding | - <manner: heavily>"],
    ),
    (
        "Police held the mayor's wife and son.",
        ["Police | held | the mayor 's wife", "Police | held | the mayor 's son"],
    ),
    ("Lund thanked her brother and sister.", ["Lund | thanked | her brother", "Lund | thanked | her sister"]),
    ("The firm's profit and sales fell.", ["The firm 's profit | fell | -", "The firm 's sales | fell | -"]),
    (
        "Holt's resignation and calls for change came in May.",
        ["Holt 's resignation | came in | May", "calls | came in | May"],
    ),
    (
        "Norland imports most of its gas from Sudria and its coal from Lorne.",
        [
            "Norland | imports | most of its gas <source: from Sudria>",
            "Norland | imports | its coal <source: from Lorne>",
        ],
    ),
    ("Sales rose from 3 million to 4 million.", ["Sales | rose from | 3 million <other: to 4 million>"]),
    (
        "The clerk lives in Lorne and the mayor in Tarn.",
        ["The clerk | lives in | Lorne", "the mayor | lives in | Tarn"],
    ),
    (
        "Residents fled as flames, fanned by strong winds, neared the town.",
        [
            "Residents | fled | - <time: as flames , fanned by strong winds , neared the town>",
            "flames | fanned by | strong winds",
            "flames | neared | the town",
        ],
    ),
    (
        "They worked as clerks, employed by Orvia, and left.",
        ["They | worked as | clerks", "clerks | employed by | Orvia", "They | left | -"],
    ),
    (
        "Two men who prosecutors say ran the ring were jailed.",
        ["Two men | ran | the ring", "Two men | were jailed | -"],
    ),
    ("A man who police say killed a clerk was found.", ["A man | killed | a clerk", "A man | was found | -"]),
    (
        "A man who police say killed Tom Reed has been found dead in Tarn.",
        ["A man | killed | Tom Reed", "A man | has been found | dead <other: in Tarn>"],
    ),
    (
        "The woman who officials say stole the files was held.",
        ["The woman | stole | the files", "The woman | was held | -"],
    ),
    (
        "Schools will stay closed until Monday and people were told to boil water before drinking it.",
        [
            "Schools | will stay | closed <time: until Monday>",
            "people | were told to boil | water <time: before drinking it>",
            "people | drinking | it",
        ],
    ),
    ("It is shut until Monday and Tuesday.", ["It | is shut | - <time: until Monday and Tuesday>"]),
    (
        "He denied it, saying he was abroad at the time.",
        ["He | denied | it", "He | saying | he was abroad at the time", "he | was | abroad <time: at the time>"],
    ),
    (
        "Brat got his doctorate from Tarn College, his master's from Lorne School and his bachelor's from Holm.",
        ["Brat | got | his doctorate", "Brat | got | his master", "Brat | got | his bachelor"],
    ),
    (
        "The firm has 20 shops in Norland, 15 in Sudria and 10 in Lorne.",
        ["The firm | has | 20 shops", "The firm | has | 15", "The firm | has | 10"],
    ),
    (
        "He gave a speech in Tarn, a town in Norland, and a talk in Lorne.",
        [
            "He | gave | a speech <other: in Tarn , a town in Norland>",
            "He | gave | a talk <other: in Lorne>",
            "Tarn | is | a town",
        ],
    ),
    (
        "The attack killed the mayor of Tarn, the head of police and a member of the council.",
        [
            "The attack | killed | the mayor",
            "The attack | killed | the head",
            "The attack | killed | a member of the council",
        ],
    ),
    (
        "Windows broke in the riots overnight, when a few hundred youths attacked a bank.",
        [
            "Windows | broke in | the riots <time: overnight> <time: when a few hundred youths attacked a bank>",
            "a few hundred youths | attacked | a bank",
        ],
    ),
    (
        "The court heard that Holt had followed the girl home, hit her with a stone and left her for dead.",
        [
            "The court | heard | that Holt had followed the girl home , hit her with a stone and left her for dead",
            "Holt | had followed | the girl home",
            "Holt | had hit | her <other: with a stone>",
            "Holt | had left | her <purpose: for dead>",
        ],
    ),
    (
        "He is the son of a miner and the first in his family to go to college.",
        ["He | is | the son", "He | is | the first"],
    ),
    ("The children were taken care of by an aunt.", ["The children | were taken care of by | an aunt"]),
    ("Were the court to open the files, it would step into the vote.", ["it | would step into | the vote"]),
    (
        "It appears as if the party were badly equipped.",
        ["It | appears | as if the party were badly equipped", "the party | were equipped | - <manner: badly>"],
    ),
    (
        "The real problem, he said, is greed, scrawling the word on a board.",
        [
            "he | said | The real problem is greed",
            "The real problem | is | greed",
            "he | scrawling | the word <topic: on a board>",
        ],
    ),
    (
        "The mill, Lund said, has closed, leaving 300 without work.",
        [
            "Lund | said | The mill has closed , leaving 300 without work",
            "The mill | has closed | -",
            "The mill | leaving | 300 <accompaniment: without work>",
        ],
    ),
    (
        "The idea that he served in Vietnam has become part of his story.",
        ["he | served in | Vietnam", "The idea | has become | part of his story"],
    ),
    (
        "The plan that he proposed in May was rejected.",
        ["he | proposed | The plan <time: in May>", "The plan | was rejected | -"],
    ),
    (
        "They want to find the cause of the fire, which police have said they are treating as suspicious.",
        ["They | want to find | the cause", "they | are treating | the fire <other: as suspicious>"],
    ),
    (
        "Lund and Holt defeated Reed and Berg 6-4, 7-6 on Sunday.",
        ["Lund and Holt | defeated | Reed and Berg <measure: 6-4 , 7-6> <time: on Sunday>"],
    ),
    ("Lund and Holt beat Reed 6-4.", ["Lund | beat | Reed <measure: 6-4>", "Holt | beat | Reed <measure: 6-4>"]),
    (
        "He had, according to the Courier, killed and eaten a hare before he was found.",
        ["He | had killed | a hare", "He | had eaten | a hare <time: before he was found>", "he | was found | -"],
    ),
    (
        "Norland wants to drop the 15 percent tariffs on billions worth of Sudrian goods imposed on Monday.",
        [
            "Norland | wants to drop | the 15 percent tariffs <other: on billions worth of Sudrian goods>",
            "the 15 percent tariffs | imposed | - <time: on Monday>",
        ],
    ),
    (
        "Armed robbers stole gems valued at 85 million crowns from the Tarn branch of a jeweler.",
        [
            "Armed robbers | stole | gems <source: from the Tarn branch of a jeweler>",
            "gems | valued at | 85 million crowns",
        ],
    ),
    (
        "The man was, police said, driving too fast.",
        ["police | said | The man was driving too fast", "The man | was driving | - <manner: too fast>"],
    ),
    (
        "The bridge was, the mayor said, built in 1920.",
        ["the mayor | said | The bridge was built in 1920", "The bridge | was built | - <time: in 1920>"],
    ),
    ("The firm is, Lund said, ready to move.", ["The firm | is ready to move | -"]),
    (
        "He was helped by the release of mails stolen by spies as well as by Holt's decision to reopen the case.",
        ["He | was helped by | the release", "He | was helped by | Holt 's decision", "mails | stolen by | spies"],
    ),
    (
        "Prices rose 3 percent in May and 4 percent in June.",
        ["Prices | rose | - <measure: 3 percent> <time: in May>", "Prices | rose | 4 percent <time: in June>"],
    ),
    (
        "Revenue rose 5% in Europe and 8% in Asia.",
        ["Revenue | rose in | Europe <measure: 5 %>", "Revenue | rose | 8 % <place: in Asia>"],
    ),
    (
        "The index fell 20 points on Monday and 31 on Friday.",
        ["The index | fell | - <measure: 20 points> <time: on Monday>", "The index | fell | 31 <time: on Friday>"],
    ),
    (
        "Norland plans to cut emissions by half by 2030 and to zero by 2050.",
        [
            "Norland | plans to cut | emissions <other: by half> <time: by 2030>",
            "Norland | plans to cut emissions to | zero <time: by 2050>",
        ],
    ),
    (
        "The truck rolled 30 feet and 3 people in it were hurt.",
        ["The truck | rolled | 30 feet", "3 people | were hurt | -"],
    ),
    (
        "Orvia cut 200 jobs in March and 300 in April.",
        ["Orvia | cut | 200 jobs <time: in March>", "Orvia | cut | 300 <time: in April>"],
    ),
    (
        "Norland sent two ships to Lorne and one to Tarn.",
        ["Norland | sent | two ships <recipient: to Lorne>", "Norland | sent | one <recipient: to Tarn>"],
    ),
    (
        "So strong was the blast that windows broke across the street.",
        ["the blast | was | So strong", "windows | broke across | the street"],
    ),
    (
        "So great is the demand that Orvia has doubled its output.",
        ["the demand | is | So great <other: that Orvia has doubled its output>", "Orvia | has doubled | its output"],
    ),
    (
        "The clerk told reporters Lund had left the building.",
        ["The clerk | told | Lund had left the building <recipient: reporters>", "Lund | had left | the building"],
    ),
    (
        "The mayor later told police Holt loaded a gun.",
        ["The mayor | told | Holt loaded a gun <time: later> <recipient: police>", "Holt | loaded | a gun"],
    ),
    (
        "The plan was backed by Norland as well as by Sudria.",
        ["The plan | was backed by | Norland", "The plan | was backed by | Sudria"],
    ),
    (
        "The fair is held in Lorne as well as in Tarn.",
        ["The fair | is held in | Lorne", "The fair | is held in | Tarn"],
    ),
    (
        "We know about the secret files, we know about the trials.",
        ["We | know about | the secret files", "we | know about | the trials"],
    ),
    ("They built the bridge, they ran the ferry.", ["They | built | the bridge", "they | ran | the ferry"]),
    ("The quake hit a town north of Lorne.", ["The quake | hit | a town"]),
    ("They moved the boat north of the island.", ["They | moved | the boat <place: north of the island>"]),
    (
        "Other shops suffered smashed windows and smoke damage.",
        ["Other shops | suffered | smashed windows", "Other shops | suffered | smoke damage"],
    ),
    (
        "Police are looking into an attack at a club that killed two guards.",
        ["Police | are looking into | an attack", "an attack | killed | two guards"],
    ),
    (
        "They visited a shop at a farm that sells cheese.",
        ["They | visited | a shop <place: at a farm that sells cheese>", "a farm | sells | cheese"],
    ),
    (
        "They sought records of three aides to Mr. Holt who resigned or were fired when their roles were revealed.",
        [
            "They | sought | records <recipient: to Mr. Holt>",
            "three aides | resigned | -",
            "three aides | were fired | - <time: when their roles were revealed>",
            "their roles | were revealed | -",
        ],
    ),
    (
        "The blast left three people dead and 12 wounded.",
        ["The blast | left | three people <role: dead>", "The blast | left | 12"],
    ),
    (
        "The team were dropped at the hut and then descended to the injured man.",
        ["The team | were dropped at | the hut", "The team | descended to | the injured man"],
    ),
    (
        "Prosecutors release new video in shooting trial of Tarn mother.",
        ["Prosecutors | release | new video <other: in shooting trial of Tarn mother>"],
    ),
    (
        "The man died after setting fire to a car.",
        ["The man | died | - <time: after setting fire to a car>", "The man | setting fire to | a car"],
    ),
    (
        "The mayor said the bridge was safe, and promised to open it in May.",
        [
            "The mayor | said | the bridge was safe",
            "the bridge | was | safe",
            "The mayor | promised to open | it <time: in May>",
        ],
    ),
    (
        "She won gold in the sprint, silver in the relay and bronze in the jump.",
        [
            "She | won | gold <other: in the sprint>",
            "She | won | silver <other: in the relay>",
            "She | won | bronze <other: in the jump>",
        ],
    ),
    (
        "Veltra bought a mill in May, a farm in June and a port in July.",
        [
            "Veltra | bought | a mill <time: in May>",
            "Veltra | bought | a farm <time: in June>",
            "Veltra | bought | a port <time: in July>",
        ],
    ),
    ("The firm has offices in Norland, Sudria and Lorne.", ["The firm | has | offices"]),
    (
        "She met the mayor in Lorne on Monday, a clerk in Tarn and the king.",
        ["She | met | the mayor <other: in Lorne> <time: on Monday>"],
    ),
    ("The killing set off unrest by students across the land.", ["The killing | set off | unrest"]),
    (
        "She was jailed for three years, fined 5,000 crowns and banned from driving.",
        [
            "She | was jailed | - <time: for three years>",
            "She | was fined | 5,000 crowns",
            "She | was banned from | driving",
        ],
    ),
    (
        "Lund was beaten, robbed of his watch and left for dead.",
        ["Lund | was beaten | -", "Lund | was robbed of | his watch", "Lund | was left for | dead"],
    ),
    (
        "The council wants to cut speed limits, plant more trees and close two roads to cars.",
        [
            "The council | wants to cut | speed limits",
            "The council | wants to plant | more trees",
            "The council | wants to close | two roads <other: to cars>",
        ],
    ),
    (
        "Police said the man was found in a ditch near the road, shot twice in the head.",
        [
            "Police | said | the man was found in a ditch near the road , shot twice in the head",
            "the man | was found in | a ditch",
            "the man | was shot in | the head <time: twice>",
        ],
    ),
    (
        "The film, about a boy who befriends a bear, took 30 million crowns.",
        ["a boy | befriends | a bear", "The film | took | 30 million crowns"],
    ),
    (
        "The state will pay half of the cost of the bridge and Tarn the rest.",
        ["The state | will pay half of | the cost", "Tarn | will pay | the rest"],
    ),
    ("She met the mayor and the rest of the board.", ["She | met | the mayor", "She | met | the rest of the board"]),
    (
        "She was born in Tarn, studied law in Holm and moved to Lorne in 1990.",
        ["She | was born in | Tarn", "She | studied | law <other: in Holm>", "She | moved to | Lorne <time: in 1990>"],
    ),
    (
        "The man was shot, stabbed and burned.",
        ["The man | was shot | -", "The man | was stabbed | -", "The man | was burned | -"],
    ),
    (
        "Veltra made an offer that the union called an insult.",
        ["Veltra | made | an offer", "the union | called | an offer <role: an insult>"],
    ),
    (
        "The clerk made a claim the minister called insulting.",
        ["The clerk | made | a claim", "the minister | called | a claim <role: insulting>"],
    ),
    (
        "Lund was asked to reflect on the fact that the mill closed in May.",
        ["Lund | was asked to reflect on | the fact", "the mill | closed | - <time: in May>"],
    ),
    (
        "Countries have the right to defend their people and Norland appreciates the steps that Lorne has taken.",
        ["Countries | have | the right", "Norland | appreciates | the steps", "Lorne | has taken | the steps"],
    ),
    ("Frankly, the firms don't.", []),
    ("The council's vote to close the library upset parents.", ["The council 's vote | upset | parents"]),
    ("The minister's decision to cut the grant angered teachers.", ["The minister 's decision | angered | teachers"]),
    ("The court's refusal to hear the case stunned lawyers.", ["The court 's refusal | stunned | lawyers"]),
    ("The failure to warn residents cost lives.", ["The failure | cost | lives"]),
    (
        "Rats given the drug gained less weight than rats fed a normal diet.",
        ["Rats | given | the drug", "Rats | gained | less weight <other: than rats fed a normal diet>"],
    ),
    (
        "Bees exposed to the pesticide produced fewer queens, the researchers reported.",
        [
            "Bees | exposed to | the pesticide",
            "Bees | produced | fewer queens",
            "the researchers | reported | Bees exposed to the pesticide produced fewer queens",
        ],
    ),
    (
        "Researchers found that mice fed the compound lived longer than the others.",
        [
            "Researchers | found | that mice fed the compound lived longer than the others",
            "mice | fed | the compound",
            "mice | lived | - <other: longer than the others>",
        ],
    ),
    (
        "The army denied shelling the village and blamed rebels for the attack.",
        ["The army | denied shelling | the village", "The army | blamed | rebels <reason: for the attack>"],
    ),
    (
        "The report criticized the police for failing to protect witnesses and recommended changes.",
        [
            "The report | criticized | the police <reason: for failing to protect witnesses>",
            "the police | failing to protect | witnesses",
            "The report | recommended | changes",
        ],
    ),
    (
        "He was born in Tarn, studied law in Holm and joined the ministry in 1998.",
        [
            "He | was born in | Tarn",
            "He | studied | law <other: in Holm>",
            "He | joined | the ministry <time: in 1998>",
        ],
    ),
    ("Holm beat Tarn 3-1 on Saturday.", ["Holm | beat | Tarn <measure: 3-1> <time: on Saturday>"]),
    (
        "The museum bought the painting, believed to be by a pupil of Holt, at auction for 2 million.",
        [
            "The museum | bought | the painting <other: at auction for 2 million>",
            "the painting | believed to be by | a pupil",
        ],
    ),
    (
        "The firm appointed Anna Reed to head its unit in Holm, succeeding Karl Lund.",
        ["The firm | appointed | Anna Reed <purpose: to head its unit in Holm>", "Anna Reed | succeeding | Karl Lund"],
    ),
    ("Two pupils fell ill after lunch.", ["Two pupils | fell | ill <time: after lunch>"]),
    (
        "The deal gives workers shares, pensions and a vote.",
        [
            "The deal | gives | shares <recipient: workers>",
            "The deal | gives | pensions <recipient: workers>",
            "The deal | gives | a vote <recipient: workers>",
        ],
    ),
    (
        "The law gives parents leave, pay and a bonus.",
        [
            "The law | gives | leave <recipient: parents>",
            "The law | gives | pay <recipient: parents>",
            "The law | gives | a bonus <recipient: parents>",
        ],
    ),
    (
        "The union disputes the figure and says its own count, to be published in May, will show more deaths.",
        [
            "The union | disputes | the figure",
            "The union | says | its own count , to be published in May , will show more deaths",
            "its own count | will show | more deaths",
        ],
    ),
    (
        "Researchers said the drug shrank tumors in mice.",
        ["Researchers | said | the drug shrank tumors in mice", "the drug | shrank | tumors"],
    ),
    ("Experts say the tax hit families.", ["Experts | say | the tax hit families", "the tax | hit | families"]),
    (
        "The club paid for ten nurses to train in Holm and bought them uniforms.",
        ["The club | paid for | ten nurses to train in Holm", "The club | bought | uniforms <recipient: them>"],
    ),
    (
        "The flood left the village of Arn cut off from the world.",
        ["The flood | left | the village", "the village of Arn | cut off from | the world"],
    ),
    (
        "A blizzard dumped snow on the north, closing schools and cutting power to 30,000 homes.",
        [
            "A blizzard | dumped | snow <place: on the north>",
            "A blizzard | closing | schools",
            "A blizzard | cutting | power <destination: to 30,000 homes>",
        ],
    ),
    (
        "A magnitude 6.2 earthquake struck off the coast at 4 a.m.",
        ["A magnitude 6.2 earthquake | struck off | the coast <time: at 4 a.m.>"],
    ),
    (
        "Detectives believe the woman knew her killer and let him into the house.",
        [
            "Detectives | believe | the woman knew her killer and let him into the house",
            "the woman | knew | her killer",
            "the woman | let | him <destination: into the house>",
        ],
    ),
    (
        "The road is closed to cars but open to cyclists.",
        ["The road | is closed to | cars", "The road | is open to | cyclists"],
    ),
    (
        "The law is bad for farmers but good for banks.",
        ["The law | is bad for | farmers", "The law | is good for | banks"],
    ),
    (
        "Delmar is a maker of drugs incorporated in the Netherlands.",
        ["Delmar | is | a maker", "Delmar | incorporated in | the Netherlands"],
    ),
    (
        "The firm was sold to a fund run by Karl Lund for 3 million euros.",
        ["The firm | was sold to | a fund <measure: for 3 million euros>", "a fund | run by | Karl Lund"],
    ),
    (
        "Four Polish, Czech and Irish groups combined comprise 5 percent of the market.",
        ["Four Polish , Czech and Irish groups | comprise | 5 percent of the market"],
    ),
    (
        "Sales rose to 3 million in May and to 4 million in June.",
        ["Sales | rose to | 3 million <time: in May>", "Sales | rose to | 4 million <time: in June>"],
    ),
    (
        "The region wants to cut emissions by half by 2030 and to zero by 2050.",
        [
            "The region | wants to cut | emissions <other: by half> <time: by 2030>",
            "The region | wants to cut emissions to | zero <time: by 2050>",
        ],
    ),
    (
        "The union sued the ministry on behalf of 300 teachers denied overtime pay.",
        [
            "The union | sued | the ministry <other: on behalf of 300 teachers denied overtime pay>",
            "300 teachers | denied | overtime pay",
        ],
    ),
    (
        "The storm hit a dam that feeds the valley and killed six.",
        ["The storm | hit | a dam", "a dam | feeds | the valley", "The storm | killed | six"],
    ),
    (
        "Whales were seen off the coast for the first time since hunting was banned in 1966.",
        [
            "Whales | were seen off | the coast <time: for the first time> <time: since hunting was banned in 1966>",
            "hunting | was banned | - <time: in 1966>",
        ],
    ),
    (
        "The captain left the bridge minutes before the ferry hit the rocks.",
        [
            "The captain | left | the bridge <time: minutes before the ferry hit the rocks>",
            "the ferry | hit | the rocks",
        ],
    ),
    (
        "The village has no doctor and its only shop closed last year.",
        ["The village | has | no doctor", "its only shop | closed | - <time: last year>"],
    ),
    (
        "The company, known for its tractors, employs 4,000 people and exports half of what it makes.",
        [
            "The company | known for | its tractors",
            "The company | employs | 4,000 people",
            "The company | exports | half of what it makes",
        ],
    ),
    (
        "The team plans to drill through 3 kilometers of ice and sample the lake beneath it.",
        [
            "The team | plans to drill through | 3 kilometers",
            "The team | plans to sample | the lake <other: beneath it>",
        ],
    ),
    (
        "The new test detects the virus in 15 minutes and costs a tenth of the old one.",
        ["The new test | detects | the virus <time: in 15 minutes>", "The new test | costs | a tenth"],
    ),
    (
        "The charity gives homeless people tents, food and advice.",
        [
            "The charity | gives | tents <recipient: homeless people>",
            "The charity | gives | food <recipient: homeless people>",
            "The charity | gives | advice <recipient: homeless people>",
        ],
    ),
    (
        "The council gave the developer permission to build 200 flats.",
        ["The council | gave | permission <recipient: the developer>"],
    ),
    (
        "The sentence ends efforts to bring him to justice, frustrating victims' relatives and angering voters.",
        [
            "The sentence | ends | efforts",
            "The sentence | frustrating | victims ' relatives",
            "The sentence | angering | voters",
        ],
    ),
    ("Investigations into what caused the fire are ongoing.", ["Investigations | are | ongoing"]),
    (
        "He questioned the firm's approach that, in their view, minimizes the risk.",
        [
            "He | questioned | the firm 's approach",
            "the firm 's approach | minimizes | the risk <other: in their view>",
        ],
    ),
    (
        "Officials had believed he was paralyzed after a stroke and was confined to a wheelchair.",
        [
            "Officials | had believed | he was paralyzed after a stroke and was confined to a wheelchair",
            "he | was paralyzed after | a stroke",
            "he | was confined to | a wheelchair",
        ],
    ),
    (
        "The agency said tests showed the water was safe but advised people to boil it.",
        [
            "The agency | said | tests showed the water was safe",
            "tests | showed | the water was safe",
            "the water | was | safe",
            "The agency | advised | people <purpose: to boil it>",
        ],
    ),
    (
        "The company denied that it had polluted the river and said tests proved it.",
        [
            "The company | denied | that it had polluted the river",
            "it | had polluted | the river",
            "The company | said | tests proved it",
            "tests | proved | it",
        ],
    ),
    (
        "Doctors say the boy is awake, can speak and is expected to recover.",
        [
            "Doctors | say | the boy is awake , can speak and is expected to recover",
            "the boy | is | awake",
            "the boy | can speak | -",
            "the boy | is expected to recover | -",
        ],
    ),
    (
        "Only after the fire did the council inspect the building.",
        ["the council | did inspect | the building <time: Only after the fire>"],
    ),
    (
        "The man police had been looking for turned himself in on Friday.",
        ["police | had been looking for | The man", "The man | turned in | himself <time: on Friday>"],
    ),
    (
        "The court fined Orvia 3 million euros and Veltra 2 million.",
        ["The court | fined | 3 million euros <recipient: Orvia>"],
    ),
    (
        "During the siege, the inhabitants boiled rats, smoked fish and burned their chairs.",
        [
            "the inhabitants | boiled | rats <time: During the siege>",
            "the inhabitants | smoked | fish <time: During the siege>",
            "the inhabitants | burned | their chairs <time: During the siege>",
        ],
    ),
    (
        "They bought bread, baked fish and paid their debts.",
        ["They | bought | bread", "They | baked | fish", "They | paid | their debts"],
    ),
    (
        "The engine burns hydrogen and emits only water.",
        ["The engine | burns | hydrogen", "The engine | emits | only water"],
    ),
    (
        "The airport, the country's busiest, handled 20 million passengers last year.",
        ["The airport | handled | 20 million passengers <time: last year>"],
    ),
    (
        "The party promised voters lower taxes, better schools and an end to corruption.",
        [
            "The party | promised | lower taxes <recipient: voters>",
            "The party | promised | better schools <recipient: voters>",
            "The party | promised | an end <recipient: voters>",
        ],
    ),
    (
        "The club announced on Friday that it had sacked manager Peter Hale.",
        [
            "The club | announced | that it had sacked manager Peter Hale <time: on Friday>",
            "it | had sacked | manager Peter Hale",
            "Peter Hale | is | manager",
        ],
    ),
    (
        "The company makes software used by banks to detect fraud and employs 300 people.",
        ["The company | makes | software <purpose: to detect fraud>", "The company | employs | 300 people"],
    ),
    (
        "The strike, called by three unions, closed schools, grounded flights and left commuters stranded.",
        [
            "The strike | called by | three unions",
            "The strike | closed | schools",
            "The strike | grounded | flights",
            "The strike | left | commuters",
        ],
    ),
    (
        "The council gave Veltra a permit and Orvia a loan.",
        ["The council | gave | a permit <recipient: Veltra>", "The council | gave | a loan <recipient: Orvia>"],
    ),
    (
        "The council gave the mill a permit and the farm a loan, Lund said.",
        [
            "The council | gave | a permit <recipient: the mill>",
            "The council | gave | a loan <recipient: the farm>",
            "Lund | said | The council gave the mill a permit and the farm a loan",
        ],
    ),
    (
        "The fund paid $3 million to Veltra and $2 million to Orvia.",
        ["The fund | paid | $ 3 million <recipient: to Veltra>", "The fund | paid | $ 2 million <recipient: to Orvia>"],
    ),
    (
        "Veltra sold the mill to Orvia and the farm to Lund.",
        ["Veltra | sold | the mill <recipient: to Orvia>", "Veltra | sold | the farm <recipient: to Lund>"],
    ),
    (
        "The firm sent two trucks to Holm and three to Tarn.",
        ["The firm | sent | two trucks <recipient: to Holm>", "The firm | sent | three <recipient: to Tarn>"],
    ),
    ("The club gave Lund a job and Berg left.", ["The club | gave | a job <recipient: Lund>", "Berg | left | -"]),
    (
        "The prize made Lund a star and Berg a rich man.",
        ["The prize | made | Lund <result: a star and Berg a rich man>"],
    ),
    (
        "Veltra, the miners' union and Orvia agreed on Monday.",
        ["Veltra , the miners ' union and Orvia | agreed | - <time: on Monday>"],
    ),
    (
        "Iodine released from these cleaners into milk has been the major source of it.",
        ["Iodine | released from | these cleaners <other: into milk>", "Iodine | has been | the major source"],
    ),
    (
        "The plan puts agreements in place so unsuccessful claims can be quickly returned.",
        [
            "The plan | puts | agreements <place: in place> <result: so unsuccessful claims can be quickly returned>",
            "unsuccessful claims | can be returned | - <manner: quickly>",
        ],
    ),
    (
        "The fever is caused by a germ - a bug usually found in rats and their fleas.",
        [
            "The fever | is caused by | a germ",
            "a bug | found in | rats <time: usually>",
            "a bug | found in | their fleas <time: usually>",
        ],
    ),
    (
        "The car has 335 horsepower and 517 lb-ft of torque.",
        ["The car | has | 335 horsepower", "The car | has | 517 lb - ft"],
    ),
    (
        "The air has sunk to alarming levels with the monitoring agency announcing an emergency.",
        [
            "The air | has sunk to | alarming levels <other: with the monitoring agency announcing an emergency>",
            "the monitoring agency | announcing | an emergency",
        ],
    ),
    (
        "Lund wanted to hide her shady dealings and favors to foreign firms.",
        ["Lund | wanted to hide | her shady dealings", "Lund | wanted to hide | favors"],
    ),
    (
        "The men grabbed jewelry and luxury watches worth two million euros.",
        ["The men | grabbed | jewelry and luxury watches worth two million euros"],
    ),
    ("The race is neck-and-neck.", ["The race | is | neck and - neck"]),
    (
        "The group views Tom Berg and Jan Holt more favorably than Nell Marek.",
        [
            "The group | views | Tom Berg <manner: more favorably than Nell Marek>",
            "The group | views | Jan Holt <manner: more favorably than Nell Marek>",
        ],
    ),
    (
        "A local paper hailed Lund for the success and fresh energy he was bringing to Holm.",
        [
            "A local paper | hailed | Lund <reason: for the success and fresh energy he was bringing to Holm>",
            "he | was bringing | fresh energy <destination: to Holm>",
        ],
    ),
    (
        "Results gave the mayor, Ilsa Vornell, a lead of 300 votes.",
        ["Results | gave | a lead <recipient: the mayor>", "Ilsa Vornell | is | the mayor"],
    ),
    (
        "The court awarded the widow, Ana Holt, a pension.",
        ["The court | awarded | a pension <recipient: the widow>", "Ana Holt | is | the widow"],
    ),
    ("Twelve miners escaped, among them two brothers.", ["Twelve miners | escaped | -"]),
    ("Seventeen people survived, among them a three-year-old boy.", ["Seventeen people | survived | -"]),
    ("Police arrested 40 people, among them a judge.", ["Police | arrested | 40 people"]),
    (
        "Police arrested, questioned and charged the man.",
        ["Police | arrested | the man", "Police | questioned | the man", "Police | charged | the man"],
    ),
    (
        "The judge ordered Lund to pay a fine after finding him guilty.",
        [
            "The judge | ordered | Lund <purpose: to pay a fine> <time: after finding him guilty>",
            "The judge | finding | him <result: guilty>",
        ],
    ),
    (
        "The firm dropped its policy of requiring clerks to sign contracts after reaching a settlement in May.",
        [
            "The firm | dropped | its policy <time: after reaching a settlement in May>",
            "The firm | reaching | a settlement <time: in May>",
        ],
    ),
    (
        "According to the Post, quoting two officials, the minister will resign on Monday.",
        [
            "the Post | quoting | two officials",
            "the minister | will resign | - <source: According to the Post quoting two officials> <time: on Monday>",
        ],
    ),
    (
        "While the method isn't ready, research team head Lena Marek says the idea is not crazy.",
        [
            "the method | is n't | ready",
            "research team head Lena Marek | says | the idea is not crazy <concession: While the method is n't ready>",
            "the idea | is not | crazy",
        ],
    ),
    (
        "The church made attempts to remove a clip featuring actor Tom Holt from the site.",
        ["The church | made | attempts", "a clip | featuring | actor Tom Holt", "Tom Holt | is | actor"],
    ),
    (
        "By the end of the day Saturday the site was not loading at all.",
        ["the site | was not loading | - <time: By the end of the day> <time: Saturday>"],
    ),
    (
        "A clerk said the agency never has given vaccines and people aren't usually held long.",
        [
            "A clerk | said | the agency never has given vaccines and people are n't usually held long",
            "the agency | never has given | vaccines",
            "people | are n't held | long <time: usually>",
        ],
    ),
    (
        "I would expect more mergers like this going forward because it could be the new model.",
        [
            "I | would expect | more mergers <other: going forward> <reason: because it could be the new model>",
            "it | could be | the new model",
        ],
    ),
    (
        "Sales will rise going forward, Lund said.",
        ["Sales | will rise | - <other: going forward>", "Lund | said | Sales will rise going forward"],
    ),
    (
        "The Tarn Post quoted mayor Ida Berg as saying she was ill.",
        [
            "The Tarn Post | quoted | mayor Ida Berg <role: as saying she was ill>",
            "Ida Berg | is | mayor",
            "she | was | ill",
        ],
    ),
    (
        "The mill would have closed, had the state not paid.",
        ["The mill | would have closed | -", "the state | had not paid | -"],
    ),
    (
        "Berg took bribes and bought a boat, prosecutors allege, citing old letters.",
        [
            "Berg | took | bribes",
            "Berg | bought | a boat",
            "prosecutors | allege | Berg took bribes and bought a boat",
            "prosecutors | citing | old letters",
        ],
    ),
    (
        "Berg said in a letter seen by the Post that her son had left Tarn.",
        [
            "Berg | said | that her son had left Tarn <other: in a letter seen by the Post>",
            "a letter | seen by | the Post",
            "her son | had left | Tarn",
        ],
    ),
    (
        "Shares fell after Veltra, which makes pumps, cut its forecast.",
        [
            "Shares | fell | - <time: after Veltra , which makes pumps , cut its forecast>",
            "Veltra | makes | pumps",
            "Veltra | cut | its forecast",
        ],
    ),
    (
        "The historical ups and downs of the trade and the value of both lands may limit the pact.",
        [
            "The historical ups and downs of the trade | may limit | the pact",
            "the value of both lands | may limit | the pact",
        ],
    ),
    (
        "The firm sold its mill to pay a debt to a bank in Tarn, company and bank officials said.",
        [
            "The firm | sold | its mill <purpose: to pay a debt to a bank in Tarn>",
            "company and bank officials | said | The firm sold its mill to pay a debt to a bank in Tarn",
        ],
    ),
    ("Lund's campaign on Friday chose a slogan.", ["Lund 's campaign | chose | a slogan <time: on Friday>"]),
    ("Veltra, Inc. holds a third of the shares.", ["Veltra , Inc. | holds | a third of the shares"]),
    ("That decision angered brewers.", ["That decision | angered | brewers"]),
    ("Their decision to move the mint to Lorne angered bankers.", ["Their decision | angered | bankers"]),
    (
        "The new bylaws, which start in May, ban fishing near the weir.",
        ["The new bylaws | start | - <time: in May>", "The new bylaws | ban | fishing"],
    ),
    ("People who drink mead live longer.", ["People | live | - <other: longer>"]),
    ("Voters in Tarn head to the polls on Sunday.", ["Voters | head to | the polls <time: on Sunday>"]),
    ("The chest was found May 9 floating near Tarn.", ["The chest | was found floating near | Tarn <time: May 9>"]),
    (
        "Lund accused Orvia of sheltering thieves, a charge Orvia denies.",
        ["Lund | accused | Orvia <other: of sheltering thieves>", "Orvia | denies | a charge"],
    ),
    ("The firm makes about a third of the town's bricks.", ["The firm | makes | about a third of the town 's bricks"]),
    (
        "Clerks walked through the city shouting slogans.",
        ["Clerks | walked through | the city", "Clerks | shouting | slogans"],
    ),
    (
        "Orvia won gold, with Veltra taking silver and Tarn bronze.",
        [
            "Orvia | won | gold <other: with Veltra taking silver and Tarn bronze>",
            "Veltra | taking | silver",
            "Tarn | taking | bronze",
        ],
    ),
    (
        "The reeve, asked whether she would stay, said that she was tired.",
        ["she | would stay | -", "The reeve | said | that she was tired", "she | was | tired"],
    ),
    (
        "A blaze that started in a kitchen spread to the barns.",
        ["A blaze | started in | a kitchen", "A blaze | spread to | the barns"],
    ),
    (
        "A blaze that began in a bakery spread to three barns.",
        ["A blaze | began in | a bakery", "A blaze | spread to | three barns"],
    ),
    ("Guests described Lund as shy and polite.", ["Guests | described | Lund <role: as shy and polite>"]),
    (
        "Lund was fined and ordered to leave the port.",
        ["Lund | was fined | -", "Lund | was ordered to leave | the port"],
    ),
    ("Lund was caught and charged with theft.", ["Lund | was caught | -", "Lund | was charged with | theft"]),
    ("Lund (4) scored twice.", ["Lund | scored | - <time: twice>"]),
    (
        "From left, Ada Holt and Tom Lund cut the ribbon.",
        ["Ada Holt | cut | the ribbon <other: From left>", "Tom Lund | cut | the ribbon <other: From left>"],
    ),
    (
        "The law says a tenant must pay a deposit and asks for proof.",
        [
            "The law | says | a tenant must pay a deposit",
            "a tenant | must pay | a deposit",
            "The law | asks for | proof",
        ],
    ),
    (
        "The minister said that claims that the army shelled the village are lies.",
        [
            "The minister | said | that claims that the army shelled the village are lies",
            "the army | shelled | the village",
            "claims | are | lies",
        ],
    ),
    (
        "The payments consisted of $54 million in fees and $121 million in fines.",
        ["The payments | consisted of | $ 54 million in fees and $ 121 million in fines"],
    ),
    ("The firm uses the same pumps and valves.", ["The firm | uses | the same pumps and valves"]),
    (
        "The firm had a loss of 3 million crowns, or 14 crowns a share, in May.",
        ["The firm | had | a loss <time: in May>"],
    ),
    (
        "Police found knives and a gun hidden in a wall.",
        ["Police | found | knives", "Police | found | a gun", "a gun | hidden in | a wall"],
    ),
    (
        "An audit showed that nearly $3m was missing.",
        ["An audit | showed | that nearly $ 3 m was missing", "nearly $ 3 m | was | missing"],
    ),
    ("About 5m people fled.", ["About 5 m people | fled | -"]),
    ("The firm owes £2bn to banks.", ["The firm | owes | £ 2bn <recipient: to banks>"]),
    (
        "The ministry called the report misleading and unfair.",
        ["The ministry | called | the report <role: misleading and unfair>"],
    ),
    (
        "Engineers had warned of cracks, but nothing was done.",
        ["Engineers | had warned of | cracks", "nothing | was done | -"],
    ),
    (
        "Police named the man arrested in Tarn as Karl Brandt.",
        ["Police | named | the man <role: as Karl Brandt>", "the man | arrested in | Tarn"],
    ),
    ("Once the kettle is full, close the lid.", ["the kettle | is | full"]),
    (
        "Bruning, ending a two-day visit, said Norland was well prepared to join the alliance.",
        [
            "Bruning | said | Norland was well prepared to join the alliance",
            "Norland | was well prepared to join | the alliance",
        ],
    ),
    ("The two firms have in common a love of steel.", ["The two firms | have | a love <other: in common>"]),
    ("The rule applies to banks but not to shops.", ["The rule | applies to | banks"]),
    ("Generally speaking, the mill is safe.", ["the mill | is | safe <other: Generally speaking>"]),
    ("His number is a fair guess given the doubts about the data.", ["His number | is | a fair guess"]),
    (
        "The price, depending on whom you ask, is high or low.",
        ["The price | is | high or low <other: depending on whom you ask>"],
    ),
    (
        "American, Dutch, German, Swedish, and South Korean tourists were marooned in Ulm as a result.",
        ["American , Dutch , German , Swedish , and South Korean tourists | were marooned in | Ulm"],
    ),
    (
        "Founded in 1998 by the Lorne brothers, the firm was sold to Tarn in May.",
        ["the firm | Founded by | the Lorne brothers <time: in 1998>", "the firm | was sold to | Tarn <time: in May>"],
    ),
    (
        "Posted on social media by the analysts at Halden Works, the port of the game is not smooth.",
        [
            "the port of the game | Posted by | the analysts <topic: on social media>",
            "the port of the game | is not | smooth",
        ],
    ),
    (
        "Ada Lund, left, and Bo Roth, second from right, open a plant in Lorne.",
        ["Ada Lund | open | a plant", "Bo Roth | open | a plant"],
    ),
    (
        "Former Vermont Gov. Hal Dorn, left, speaks with a clerk.",
        ["Hal Dorn | is | Former Vermont Gov.", "Former Vermont Gov. Hal Dorn | speaks with | a clerk"],
    ),
    (
        "Veltra's Ada Lund, Vice President for Design, left, opens a plant in Lorne.",
        ["Ada Lund | is | Vice President", "Veltra 's Ada Lund | opens | a plant"],
    ),
    (
        "ROTH (on camera): Police say that the ship was old.",
        ["Police | say | that the ship was old", "the ship | was | old"],
    ),
    ("BO ROTH, CORRESPONDENT (voice-over): The ferry left Ulm at noon.", ["The ferry | left | Ulm <time: at noon>"]),
    ("The studio made Star Wars Raider in May.", ["The studio | made | Star Wars Raider <time: in May>"]),
    (
        "Peel was convicted of taking bribes and sentenced to six years in prison.",
        ["Peel | was convicted of | taking bribes", "Peel | was sentenced to | six years"],
    ),
    (
        "A study suggests they are ill, although researchers not involved in the work said it did not prove much.",
        [
            "A study | suggests | they are ill "
            "<concession: although researchers not involved in the work said it did not prove much>",
            "they | are | ill",
            "researchers | said | it did not prove much",
            "it | did not prove | much",
        ],
    ),
    (
        "The letter says the plan is dead and urges the mayor to resign.",
        [
            "The letter | says | the plan is dead",
            "the plan | is | dead",
            "The letter | urges | the mayor <purpose: to resign>",
        ],
    ),
    (
        "The report says the mill is old and calls for repairs.",
        ["The report | says | the mill is old", "the mill | is | old", "The report | calls for | repairs"],
    ),
    (
        '"The dam," said Ada Lund, the mayor of Tarn, "is safe."',
        ["Ada Lund | said | The dam is safe", "Ada Lund | is | the mayor of Tarn", "The dam | is | safe"],
    ),
    (
        "When Ada Lund told them she had won, nobody believed her.",
        [
            "Ada Lund | told | she had won <recipient: them>",
            "she | had won | -",
            "nobody | believed | her <time: When Ada Lund told them she had won>",
        ],
    ),
    (
        "To claim that nights cause heart attacks would be rash.",
        ["nights | cause | heart attacks", "To claim that nights cause heart attacks | would be | rash"],
    ),
    (
        "The windows shook, the children were screaming, and then somebody ran.",
        ["The windows | shook | -", "the children | were screaming | -"],
    ),
    (
        "The chief resigned after auditors said the money was gone, deepening a feud in the town.",
        [
            "The chief | resigned | - <time: after auditors said the money was gone>",
            "auditors | said | the money was gone",
            "the money | was gone | -",
            "The chief | deepening | a feud",
        ],
    ),
    (
        "When her son hears the governor say the schools are fine, he laughs.",
        [
            "her son | hears | the governor <result: say the schools are fine>",
            "the governor | say | the schools are fine",
            "the schools | are | fine",
            "he | laughs | - <time: When her son hears the governor say the schools are fine>",
        ],
    ),
    (
        "If the bill passes, the port would close, unless a buyer turns up.",
        [
            "the bill | passes | -",
            "the port | would close | - <condition: If the bill passes> <condition: unless a buyer turns up>",
            "a buyer | turns up | -",
        ],
    ),
    ("The guards, as Berg claims, fired first.", ["The guards | fired | - <source: as Berg claims> <time: first>"]),
    (
        "Citing reports that the mill had burned, the minister left.",
        ["the minister | Citing | reports", "the mill | had burned | -", "the minister | left | -"],
    ),
    ("There are allegations Lund took bribes.", ["There | are | allegations", "Lund | took | bribes"]),
    ("The idea that Berg wrote the song is absurd.", ["Berg | wrote | the song", "The idea | is | absurd"]),
    (
        "The belief that Quist stole the money split the town.",
        ["Quist | stole | the money", "The belief | split | the town"],
    ),
    (
        "Sixty percent of voters distrust Berg, a survey by Norstat found.",
        ["Sixty percent of voters | distrust | Berg"],
    ),
    (
        "A source close to the talks, who asked not to be named, said the deal was dead.",
        ["A source | asked not to be named | -", "A source | said | the deal was dead", "the deal | was | dead"],
    ),
    (
        '"They keep telling me so," Quist said, pouring coffee.',
        ["Quist | said | They keep telling me so", "Quist | pouring | coffee"],
    ),
    (
        "The tenants needn't have worried - the boats are insured by a bank.",
        ["The tenants | need n't have worried | -", "the boats | are insured by | a bank"],
    ),
    (
        "The row was a hot topic in the days immediately following the fight.",
        ["The row | was | a hot topic <time: in the days> <other: immediately following the fight>"],
    ),
    (
        "The note quotes from letters to the mayor saying budgets cannot rely on cuts.",
        ["The note | quotes from | letters <recipient: to the mayor>", "budgets | can not rely on | cuts"],
    ),
    (
        "The tremor struck the town, injuring five people and damaging buildings.",
        ["The tremor | struck | the town", "The tremor | injuring | five people", "The tremor | damaging | buildings"],
    ),
    (
        "The tremor struck the town, killing two men and rising waters.",
        ["The tremor | struck | the town", "The tremor | killing | two men", "The tremor | killing | rising waters"],
    ),
    (
        "Looking at the data, it is easy to see why sales fell.",
        ["it | is easy to see | why sales fell", "sales | fell | -"],
    ),
    (
        "Holt pleaded guilty in May, adding three years to his sentence.",
        [
            "Holt | pleaded | guilty <time: in May>",
            "Holt pleaded guilty in May | adding | three years <other: to his sentence>",
        ],
    ),
    (
        "Two more men died on Friday, bringing the toll to 40.",
        [
            "Two more men | died | - <time: on Friday>",
            "Two more men died on Friday | bringing | the toll <destination: to 40>",
        ],
    ),
    (
        "Borr missed its target, sending its shares down 9 percent.",
        [
            "Borr | missed | its target",
            "Borr missed its target | sending | its shares <other: down 9 percent>",
        ],
    ),
    (
        "Lund said she had nothing to hide and accused reporters of asking questions.",
        [
            "Lund | said | she had nothing to hide and accused reporters of asking questions",
            "she | had | nothing",
            "she | accused | reporters <other: of asking questions>",
        ],
    ),
    (
        "He is accused of using his post to steer contracts to friends, hiding gifts from clerks and lying under oath.",
        [
            "He | is accused of | using his post to steer contracts to friends",
            "He | is accused of | hiding gifts from clerks",
            "He | is accused of | lying under oath",
        ],
    ),
    (
        "Its shares jumped 12 percent on word that Borr might bid.",
        ["Its shares | jumped on | word <measure: 12 percent>", "Borr | might bid | -"],
    ),
    (
        "Lund, now 71 and living in a small flat in Porto, still gets letters from fans.",
        ["Lund | living in | a small flat", "Lund | gets | letters <time: still>"],
    ),
    ("The company makes everything from toothbrushes to truck engines.", ["The company | makes | everything"]),
    (
        "His remarks drew applause from the crowd and a sharp rebuke from the party's chairwoman.",
        [
            "His remarks | drew | applause <source: from the crowd>",
            "His remarks | drew | a sharp rebuke <source: from the party 's chairwoman>",
        ],
    ),
    (
        "Make sure you read the label before you take the pills.",
        ["you | read | the label <time: before you take the pills>"],
    ),
    (
        "Cuts proposed by the board would take effect in May.",
        ["Cuts | proposed by | the board", "Cuts | would take effect | - <time: in May>"],
    ),
    (
        "Prices have doubled because of drought in Norland and a ban on exports.",
        ["Prices | have doubled | - <reason: because of drought in Norland and a ban on exports>"],
    ),
    (
        "The hostages, two nurses and a driver, were freed unharmed after 11 days.",
        ["The hostages | were freed | unharmed <time: after 11 days>"],
    ),
    (
        "The hostages, two nurses and a driver were freed.",
        ["The hostages | were freed | -", "two nurses | were freed | -", "a driver | were freed | -"],
    ),
    (
        "The paper printed photos of Reed leaving the club.",
        ["The paper | printed | photos", "Reed | leaving | the club"],
    ),
    (
        "The clerk resigned after a newspaper published photos of Reed dining with a lobbyist.",
        [
            "The clerk | resigned | - <time: after a newspaper published photos of Reed dining with a lobbyist>",
            "a newspaper | published | photos",
        ],
    ),
    (
        "A video of the raid circulating online shows two men.",
        ["A video of the raid circulating online | shows | two men"],
    ),
    (
        "The governor signed the bill into law, making Norland the ninth state to ban the pesticide.",
        [
            "The governor | signed | the bill <other: into law>",
            "The governor signed the bill into law | making | Norland the ninth state <purpose: to ban the pesticide>",
        ],
    ),
    ("They want to repeal the tax breaks used by others.", ["They | want to repeal | the tax breaks"]),
    ("The people who voted for me know the truth.", ["The people | know | the truth"]),
    (
        "The people who attacked the mill were jailed.",
        ["The people | attacked | the mill", "The people | were jailed | -"],
    ),
    (
        "The firm sends warnings about threats occurring on phones.",
        ["The firm | sends | warnings <topic: about threats occurring on phones>"],
    ),
    (
        "Police arrested men carrying signs near the bridge.",
        ["Police | arrested | men", "men | carrying | signs <place: near the bridge>"],
    ),
    ("Students who want to study abroad must pay a fee.", ["Students | must pay | a fee"]),
    ("A teacher making $30,000 a year would pay less tax.", ["A teacher | would pay | less tax"]),
    (
        "DHS clerks who guard the traveling public should not have to beg.",
        ["DHS clerks | guard | the traveling public", "DHS clerks | should not have to beg | -"],
    ),
    (
        "When you finish one program, you start the next.",
        ["you | start | the next <time: When you finish one program>"],
    ),
    (
        "While we are in Lorne, the mill is shut.",
        ["we | are in | Lorne", "the mill | is shut | - <time: While we are in Lorne>"],
    ),
    (
        "Reed won the vote in May, making her the first woman to lead the town.",
        [
            "Reed | won | the vote <time: in May>",
            "Reed won the vote in May | making | her the first woman <purpose: to lead the town>",
        ],
    ),
    ("Lund praised Berg, making him blush.", ["Lund | praised | Berg", "Lund | making | him <result: blush>"]),
    (
        "The firm shut two mills, resulting in 300 lost jobs.",
        ["The firm | shut | two mills", "The firm shut two mills | resulting in | 300 lost jobs"],
    ),
    (
        "The state must pay $4 million to three men who spent 19 years in prison.",
        [
            "The state | must pay | $ 4 million <recipient: to three men who spent 19 years in prison>",
            "three men | spent | 19 years <place: in prison>",
        ],
    ),
    ("The firm paid $300 to $400 a day.", ["The firm | paid | $ 300 to $ 400"]),
    (
        "Ruiz hit a two-run homer in the sixth and Lund pitched seven scoreless innings.",
        ["Ruiz | hit | a two - run homer <other: in the sixth>", "Lund | pitched | seven scoreless innings"],
    ),
    (
        "The loss dropped the Bears to 3-9, their worst start since 1987.",
        ["The loss | dropped | the Bears <destination: to 3-9 , their worst start since 1987>"],
    ),
    (
        "A tornado touched down near Veltra on Sunday evening, flattening a barn.",
        ["A tornado | touched down near | Veltra <time: on Sunday evening>", "A tornado | flattening | a barn"],
    ),
    ("The fire was 30 percent contained by Monday night.", ["The fire | was | 30 percent"]),
    ("Its owner learned what it was worth.", ["Its owner | learned | what it was worth"]),
    (
        "The storm left residents waiting for hours.",
        ["The storm | left | residents <result: waiting for hours>", "residents | waiting | - <time: for hours>"],
    ),
    (
        "The strike has cost the port money and left dozens of ships waiting offshore.",
        [
            "The strike | has cost | the port money",
            "The strike | left | dozens of ships <result: waiting offshore>",
            "dozens of ships | waiting | offshore",
        ],
    ),
    ("The news sent prices soaring.", ["The news | sent | prices <result: soaring>", "prices | soaring | -"]),
    ("Lund left the house carrying a bag.", ["Lund | left | the house <result: carrying a bag>"]),
    ("The mayor urged people with weak lungs to stay home.", ["The mayor | urged | people <purpose: to stay home>"]),
    (
        "The bill would require employers with more than 50 workers to offer sick leave.",
        ["The bill | would require | employers <purpose: to offer sick leave>"],
    ),
    ("He asked her on Monday to leave.", ["He | asked | her <time: on Monday> <purpose: to leave>"]),
    (
        "They accused the mayor and two clerks of theft.",
        ["They | accused | the mayor <other: of theft>", "They | accused | two clerks <other: of theft>"],
    ),
    (
        "The report blamed poor training and a lack of equipment for the deaths of the four firefighters.",
        [
            "The report | blamed | poor training <reason: for the deaths of the four firefighters>",
            "The report | blamed | a lack <reason: for the deaths of the four firefighters>",
        ],
    ),
    ("The panel discussed whether to raise fees.", ["The panel | discussed | whether to raise fees"]),
    ("The team isn't further ahead.", ["The team | is n't further ahead | -"]),
    (
        "A review found that attempts were made by people with ties to Norland and that staff ignored them.",
        [
            "A review | found | that attempts were made by people with ties to Norland and that staff ignored them",
            "attempts | were made by | people",
            "staff | ignored | them",
        ],
    ),
    ("He said that mill was old.", ["He | said | that mill was old", "that mill | was | old"]),
    (
        "The mayor is seen telling a group of miners that the mill will close and says he will buy it.",
        [
            "The mayor | is seen telling | that the mill will close <recipient: a group of miners>",
            "the mill | will close | -",
            "The mayor | says | he will buy it",
            "he | will buy | it",
        ],
    ),
    ("They named their son after a saint.", ["They | named | their son <other: after a saint>"]),
    ("Profit for the three months ended in May fell to two million crowns.", ["Profit | fell to | two million crowns"]),
    (
        "Polish, Czech and Irish Americans make up a fifth of the town.",
        ["Polish , Czech and Irish Americans | make up | a fifth"],
    ),
    (
        "The program helps 18- to 24-year-old veterans find work.",
        [
            "The program | helps | 18- to 24 - year - old veterans find work",
            "18- to 24 - year - old veterans | find | work",
        ],
    ),
    ("The army recruits 18- to 24-year-old men.", ["The army | recruits | 18- to 24 - year - old men"]),
    (
        "Researchers studied 12- to 15-year-old girls in Porto.",
        ["Researchers | studied | 12- to 15 - year - old girls"],
    ),
    ("It hires 16- and 17-year-olds.", ["It | hires | 16- and 17 - year - olds"]),
    (
        "Lund came first in the sprint and second in the relay.",
        ["Lund | came | first <other: in the sprint>", "Lund | came | second <other: in the relay>"],
    ),
    (
        "Dana Ruiz finished second in the 50 meters and third in the 100.",
        ["Dana Ruiz | finished | second <other: in the 50 meters>", "Dana Ruiz | finished | third <other: in the 100>"],
    ),
    (
        "A spokesman for Governor Reed, Dana Ruiz, stressed that the plan is new.",
        [
            "Dana Ruiz | is | A spokesman",
            "Reed | is | Governor",
            "A spokesman | stressed | that the plan is new",
            "the plan | is | new",
        ],
    ),
    (
        "Two smaller groups, the Miners and the Weavers, joined the strike.",
        [
            "Miners | is one of | Two smaller groups",
            "Weavers | is one of | Two smaller groups",
            "Two smaller groups | joined | the strike",
        ],
    ),
    (
        "Two smaller parties, the Greens and the Liberals, left the talks.",
        [
            "Greens | is one of | Two smaller parties",
            "Liberals | is one of | Two smaller parties",
            "Two smaller parties | left | the talks",
        ],
    ),
    ("Tickets cost between $30 and $60.", ["Tickets | cost | between $ 30 and $ 60"]),
    ("The rule makes it easier to fire workers.", ["The rule | makes it easier | to fire workers"]),
    (
        "The king, who is 78 and has been treated for cancer twice, handed over most of his duties last year.",
        [
            "The king | is | 78",
            "The king | has been treated for | cancer <time: twice>",
            "The king | handed over | most of his duties <time: last year>",
        ],
    ),
    (
        "The senator, a new poll shows, is behind in four towns.",
        ["a new poll | shows | The senator is behind in four towns", "The senator | is behind in | four towns"],
    ),
    (
        "The bridge, a report found last year, was unsafe.",
        ["a report | found | The bridge was unsafe <time: last year>", "The bridge | was | unsafe"],
    ),
    ("The play, one of his shows, was a hit.", ["The play | was | a hit"]),
    ("Reed, said the judge, was a liar.", ["the judge | said | Reed was a liar", "Reed | was | a liar"]),
    (
        "The mill, said Berg on Monday, has sold its boats.",
        ["Berg | said | The mill has sold its boats <time: on Monday>", "The mill | has sold | its boats"],
    ),
    ("Reed is not too far behind its rival.", ["Reed | is not too far behind | its rival"]),
    ("They are miners, not clerks who sit at desks.", ["They | are | miners"]),
    (
        "The mill, Lund said Tuesday, has sold its boats.",
        ["Lund | said | The mill has sold its boats <time: Tuesday>", "The mill | has sold | its boats"],
    ),
    (
        "The attack, police said at a news conference, killed three guards.",
        [
            "police | said | The attack killed three guards <other: at a news conference>",
            "The attack | killed | three guards",
        ],
    ),
    (
        "Ms. Reed, who came in 2019, the firm said on Monday, will leave in June.",
        [
            "Ms. Reed | came in | 2019",
            "the firm | said | Ms. Reed , who came in 2019 will leave in June <time: on Monday>",
            "Ms. Reed | will leave | - <time: in June>",
        ],
    ),
    ("Reed isn't ahead in the race.", ["Reed | is n't ahead in | the race"]),
    ("Reed isn't further ahead in the race.", ["Reed | is n't further ahead in | the race"]),
    (
        "The mill was already far behind in its payments.",
        ["The mill | was far behind in | its payments <time: already>"],
    ),
    ("The talks are not over.", ["The talks | are not over | -"]),
    (
        "The minister praised local farmers, not foreign ones who sell cheap milk.",
        ["The minister | praised | local farmers"],
    ),
    ("It was Ruiz, not the premier, who signed.", ["Ruiz | signed | -"]),
    (
        "The mayor told reporters that the city budget was balanced and promised she would cut taxes.",
        [
            "The mayor | told | that the city budget was balanced <recipient: reporters>",
            "the city budget | was balanced | -",
            "The mayor | promised | she would cut taxes",
            "she | would cut | taxes",
        ],
    ),
    (
        "The report covered 30- to 40-year-old men who smoked.",
        ["The report | covered | 30- to 40 - year - old men", "30- to 40 - year - old men | smoked | -"],
    ),
    (
        "Danish, Swedish, and Norwegian Americans combined make up 3% of the town.",
        ["Danish , Swedish , and Norwegian Americans | make up | 3 %"],
    ),
    (
        "The union has many members among the nurses working at night.",
        [
            "The union | has | many members <other: among the nurses working at night>",
            "the nurses | working | - <time: at night>",
        ],
    ),
    (
        "The union wants higher wages, shorter shifts and paid sick leave.",
        [
            "The union | wants | higher wages",
            "The union | wants | shorter shifts",
            "The union | wants | paid sick leave",
        ],
    ),
    (
        "The group runs clinics and won several awards.",
        ["The group | runs | clinics", "The group | won | several awards"],
    ),
    ("He owns shops and opposed new taxes.", ["He | owns | shops", "He | opposed | new taxes"]),
    (
        '"The plan," Lund said Tuesday, "has failed."',
        ["Lund | said | The plan has failed <time: Tuesday>", "The plan | has failed | -"],
    ),
    ("Lund is ahead.", ["Lund | is ahead | -"]),
    ("Lund may have double-checked the list.", ["Lund | may have double - checked | the list"]),
    ("Unless the town agrees, the firm may down-size.", ["the town | agrees | -", "the firm | may down - size | -"]),
    ("The firm will cross-check the data.", ["The firm | will cross - check | the data"]),
    ("Lund promised to fast-track the case.", ["Lund | promised to fast - track | the case"]),
    ("It moved to long-term care.", ["It | moved to | long - term care"]),
    (
        'He often repeated the phrase, "Hope to higher ground," which appears to be a slogan.',
        ["He | repeated | the phrase <time: often>", "the phrase | appears to be | a slogan"],
    ),
    (
        "The report says that plans to rob the bank were made in a bar.",
        ["The report | says | that plans to rob the bank were made in a bar", "plans | were made in | a bar"],
    ),
    (
        "The brothers finished first and second in the race.",
        [
            "The brothers | finished | first <other: in the race>",
            "The brothers | finished | second <other: in the race>",
        ],
    ),
    (
        "She was first in her family to attend college.",
        ["She | was | first <other: in her family> <purpose: to attend college>"],
    ),
    ("You needn't fear: the dog is tame.", ["You | need n't fear | -", "the dog | is | tame"]),
    (
        "Lund tabled a motion that the session be held in May and that the press be barred.",
        ["Lund | tabled | a motion", "the session | be held | - <time: in May>", "the press | be barred | -"],
    ),
    ("Berg finished second in the 200 metres.", ["Berg | finished | second <other: in the 200 metres>"]),
    (
        "Ann Berg took home first in diving for Norvik High.",
        ["Ann Berg | took home | first <place: in diving for Norvik High>"],
    ),
    ("Lund came first in the vote.", ["Lund | came | first <other: in the vote>"]),
    ("Our new pump is another must-have here.", ["Our new pump | is | another must - have <place: here>"]),
    (
        "The details of the vote were shared on the Twitter handle of the council , @NorvikCouncil .",
        ["The details of the vote | were shared on | the Twitter handle"],
    ),
    ("I needn't have worried: the room was ready.", ["I | need n't have worried | -", "the room | was | ready"]),
    ("As prices rise, so does the risk of a crash.", ["prices | rise | -"]),
    ("The bank can lend more money than it expects to lend to farmers.", ["The bank | can lend | more money"]),
    ("The index rose by 20 points to 3,400.", ["The index | rose by | 20 points <other: to 3,400>"]),
    (
        "Lund denies any guard or clerk lied.",
        ["Lund | denies | any guard or clerk lied", "any guard or clerk | lied | -"],
    ),
    ("The team lost 2-1 to Holm on Saturday.", ["The team | lost to | Holm <measure: 2-1> <time: on Saturday>"]),
    ('She shouted the words "Never again."', ["She | shouted | the words"]),
    ('Berg added the words, "Peter Lund."', ["Berg | added | the words"]),
    ("The minister defended not signing the treaty.", ["The minister | defended | not signing the treaty"]),
    ("The firm was not paying the fine.", ["The firm | was not paying | the fine"]),
    (
        "Police discovered that attempts to rob the fund were made by clerks.",
        ["Police | discovered | that attempts to rob the fund were made by clerks", "attempts | were made by | clerks"],
    ),
    (
        "Federal agents have learned that attempts to infiltrate the club were made by men, and that it paid.",
        [
            "Federal agents | have learned | that attempts to infiltrate the club were made by men , and that it paid",
            "attempts | were made by | men",
            "it | paid | -",
        ],
    ),
    (
        "She knows that he attempts to rob the fund.",
        ["She | knows | that he attempts to rob the fund", "he | attempts to rob | the fund"],
    ),
    (
        "The mayors will likely over-react and be tougher on the guards.",
        ["The mayors | will over-react | - <other: likely>", "The mayors | will be tougher on | the guards"],
    ),
    ("The court may fast-track the case.", ["The court | may fast - track | the case"]),
    (
        "The tax will kick-start growth, he said.",
        ["The tax | will kick - start | growth", "he | said | The tax will kick - start growth"],
    ),
    ("Lund did not over-react.", ["Lund | did not over - react | -"]),
    ("The firm could cherry-pick cases.", ["The firm | could cherry - pick | cases"]),
    ("Doctors weighed in Tuesday about the new rules.", ["Doctors | weighed in about | the new rules <time: Tuesday>"]),
    ("Troops moved in Sunday night.", ["Troops | moved in | - <time: Sunday night>"]),
    ("The storm struck in Monday's vote.", ["The storm | struck in | Monday 's vote"]),
    (
        "The council is the arm of the state with the mandate, and the tools, to prevent floods.",
        ["The council | is | the arm"],
    ),
    ("Lund sold the house, and the car, to pay his debts.", ["Lund | sold | the house"]),
    (
        "Berg cited polls, including ones showing Lund leading in the north.",
        ["Berg | cited | polls", "Lund | leading in | the north"],
    ),
    ("The firm admitted not paying taxes.", ["The firm | admitted | not paying taxes"]),
    ("Police arrested the driver, Jon Reker.", ["Police | arrested | the driver", "Jon Reker | is | the driver"]),
    ("The Senate voted 53-47 to pass the bill.", ["The Senate | voted to pass | the bill <measure: 53-47>"]),
    (
        "The Senate passed the bill on Saturday by 54 votes to 46.",
        ["The Senate | passed | the bill <time: on Saturday> <other: by 54 votes to 46>"],
    ),
    (
        "He told reporters outside court that he was ill.",
        ["He | told | that he was ill <recipient: reporters> <place: outside court>", "he | was | ill"],
    ),
    ("The ferry was not overloaded.", ["The ferry | was not | overloaded"]),
    ("Lund, whatever we call it, is a town.", ["Lund | is | a town"]),
    (
        "In all, 33 seats are open, with 23 held by Norland and 10 held by Sudria.",
        ["33 seats | are | open <other: In all> <other: with 23 held by Norland and 10 held by Sudria>"],
    ),
    (
        "The mayor wrote in a letter sent to the board on Tuesday.",
        ["a letter | sent to | the board <time: on Tuesday>"],
    ),
    (
        "An earthquake with a magnitude of at least 6.2 hit northern Norland on Sunday, killing at least 10 people.",
        ["An earthquake | hit | northern Norland <time: on Sunday>", "An earthquake | killing | at least 10 people"],
    ),
    (
        "An engineer working for Orvia, one of Norland's most famous mills, was robbed.",
        [
            "An engineer | working for | Orvia",
            "Orvia | is | one of Norland 's most famous mills",
            "An engineer | was robbed | -",
        ],
    ),
    (
        "Reed and Holt, two clerks at the mill, were hurt.",
        [
            "Reed | is one of | two clerks",
            "Holt | is one of | two clerks",
            "Reed | were hurt | -",
            "Holt | were hurt | -",
        ],
    ),
    (
        "Reed repeatedly insisted clerks, gang members and smugglers were pouring over the border.",
        [
            "Reed | insisted | clerks , gang members and smugglers were pouring over the border <manner: repeatedly>",
            "clerks | were pouring over | the border",
            "gang members | were pouring over | the border",
            "smugglers | were pouring over | the border",
        ],
    ),
    (
        "So they turned to the cheapest and quickest method to prepare for planting.",
        ["they | turned to | the cheapest and quickest method"],
    ),
    (
        "The magazine ran an image of Catherine, the new duchess of Lorne, walking beside Ada Holt.",
        [
            "The magazine | ran | an image",
            "Catherine | is | the new duchess of Lorne",
            "Catherine | walking beside | Ada Holt",
        ],
    ),
    ("All babies born in Norland are citizens.", ["All babies | are | citizens"]),
    (
        "All the babies born in May are well.",
        ["All the babies | born | - <time: in May>", "All the babies | are | well"],
    ),
    (
        "She said that the cover of the paper is rude and referred to a test by its founder.",
        [
            "She | said | that the cover of the paper is rude",
            "the cover of the paper | is | rude",
            "She | referred to | a test",
        ],
    ),
    (
        "Federal clerks have gone without pay, putting many at risk of losing their homes.",
        [
            "Federal clerks | have gone without | pay",
            "Federal clerks have gone without pay | putting | many <place: at risk of losing their homes>",
        ],
    ),
    ('"[Laughter] We won the vote," Lund said.', ["We | won | the vote", "Lund | said | We won the vote"]),
    (
        "There was one problem: Mr. Lund, a Democrat now running for the Senate, never served.",
        [
            "There | was | one problem",
            "Lund | is | a Democrat",
            "Mr. Lund | running for | the Senate <time: now>",
            "Mr. Lund | never served | -",
        ],
    ),
    (
        "Critics say the plan -- no pun intended -- will fall flat.",
        ["Critics | say | the plan -- no pun intended -- will fall flat", "the plan | will fall | flat"],
    ),
    ("The firm paid Rs 25 lakh to the farmers.", ["The firm | paid | Rs 25 lakh <recipient: to the farmers>"]),
    ("The car does 0-62 mph in 4.1 seconds.", ["The car | does | 0 - 62 mph"]),
    (
        "The senator, whose appearance before Congress drew protests, left the hall.",
        ["The senator , whose appearance before Congress | drew | protests", "The senator | left | the hall"],
    ),
    (
        "The law firm Baker, Hale, Mori & Reed sued the city.",
        ["The law firm Baker , Hale , Mori & Reed | sued | the city"],
    ),
    (
        "The plan would lift average nurse pay to the national midpoint.",
        ["The plan | would lift | average nurse pay"],
    ),
    (
        "The cable was cut, affecting thousands of homes in Ostrava.",
        ["The cable | was cut | -", "The cable was cut | affecting | thousands of homes"],
    ),
    (
        "Three aides to Karl Lund who resigned in May have been charged.",
        [
            "Three aides | resigned | - <time: in May>",
            "Three aides | have been charged | -",
        ],
    ),
    (
        "He described his contacts with Norland officials, which included two lunches.",
        [
            "He | described | his contacts",
            "his contacts | included | two lunches",
        ],
    ),
    (
        "The bill would gut laws for children and trafficking victims from Norland.",
        ["The bill | would gut | laws <purpose: for children and trafficking victims from Norland>"],
    ),
    ("The Denmark-born Norwegian won the race.", ["The Denmark - born Norwegian | won | the race"]),
    (
        "It is a post that until this year had been held by Lund.",
        ["It | is | a post", "a post | had been held by | Lund <time: until this year>"],
    ),
    (
        "The council has shied away from formal talks citing differences with the mayor.",
        ["The council | has shied away from | formal talks", "The council | citing | differences"],
    ),
    (
        "Still, the stock has slid.",
        ["the stock | has slid | -"],
    ),
    (
        "The shop sells bread, cakes and much more.",
        ["The shop | sells | bread", "The shop | sells | cakes"],
    ),
    (
        "The firm sold every site the council owned.",
        ["The firm | sold | every site"],
    ),
    (
        "The committee is left with no alternative but to ask Holt to appear.",
        ["The committee | is left with | no alternative but to ask Holt to appear"],
    ),
    (
        "They had no choice but to resign in May.",
        ["They | had | no choice but to resign in May"],
    ),
    (
        "Berg was the reason they came.",
        ["Berg | was | the reason"],
    ),
    (
        "Critics are eyeing one of the deputies who pushed for a compromise.",
        ["Critics | are eyeing | one of the deputies who pushed for a compromise"],
    ),
    (
        'Added senior aide Jon Holm: "This is a bad deal and it will hurt us."',
        [
            "senior aide Jon Holm | Added | This is a bad deal and it will hurt us",
            "Jon Holm | is | senior aide",
            "it | will hurt | us",
        ],
    ),
    (
        'Notes Baker: "The firm never paid."',
        ["Baker | Notes | The firm never paid", "The firm | never paid | -"],
    ),
    (
        'Clinton says Lund\'s "latest outburst is a disgrace."',
        ["Clinton | says | Lund 's latest outburst is a disgrace", "Lund 's latest outburst | is | a disgrace"],
    ),
    (
        "He went to Hartwell College and then Marland School of Law.",
        ["He | went to | Hartwell College", "He | went to | Marland School of Law"],
    ),
    (
        "The dam broke on Monday, officials said, flooding two towns.",
        [
            "The dam | broke | - <time: on Monday>",
            "officials | said | The dam broke on Monday flooding two towns",
            "The dam | flooding | two towns",
        ],
    ),
    (
        "A bomb went off in the market, police said, killing three people.",
        [
            "A bomb | went off in | the market",
            "police | said | A bomb went off in the market killing three people",
            "A bomb | killing | three people",
        ],
    ),
    (
        "The rally began quietly: Marchers walked along the river.",
        ["The rally | began | - <manner: quietly>", "Marchers | walked along | the river"],
    ),
    (
        "It began with a joke: The mayor fell off his chair.",
        ["It | began with | a joke", "The mayor | fell off | his chair"],
    ),
    (
        "Lund was the first senator to back the bill, a step few had expected.",
        ["Lund | was | the first senator", "few | had expected | a step"],
    ),
    (
        "The council cut the budget, a decision critics say will hurt schools.",
        ["The council | cut | the budget", "a decision | will hurt | schools"],
    ),
    (
        "The bill is dead, a decision maker said.",
        ["The bill | is | dead", "a decision maker | said | The bill is dead"],
    ),
    (
        "Lund quits race, says party has lost its way",
        ["Lund | quits | race", "Lund | says | party has lost its way", "party | has lost | its way"],
    ),
    (
        "Lund calls treatment unfair, claims Baker lied",
        ["Lund | calls | treatment <role: unfair>", "Lund | claims | Baker lied", "Baker | lied | -"],
    ),
    (
        "He was taken to the hospital in Westbury, which has treated four other victims.",
        ["He | was taken to | the hospital", "the hospital | has treated | four other victims"],
    ),
    (
        "Baker heads the Marland Institute in Hartwell, which runs three clinics.",
        ["Baker | heads | the Marland Institute", "the Marland Institute | runs | three clinics"],
    ),
    (
        "The mayor visited the plant to make sure everything is in order.",
        [
            "The mayor | visited | the plant <purpose: to make sure everything is in order>",
            "everything | is in | order",
        ],
    ),
    (
        "The board wanted to make sure the bridge was under control.",
        ["The board | wanted to make | sure the bridge was under control", "the bridge | was under | control"],
    ),
    (
        "Lund made clear that safety was on his mind.",
        ["Lund | made | clear", "safety | was on | his mind"],
    ),
    (
        "The result has been a movement that blames trade and seeks to close the border.",
        [
            "The result | has been | a movement",
            "a movement | blames | trade",
            "a movement | seeks to close | the border",
        ],
    ),
    (
        "As such, independent experts and teachers have criticised the plan.",
        [
            "independent experts | have criticised | the plan <role: As such>",
            "teachers | have criticised | the plan <role: As such>",
        ],
    ),
    (
        "Pollution reached 50 times the level of May.",
        ["Pollution | reached | 50 times the level"],
    ),
    (
        "The plant produced three times the heat of the old one.",
        ["The plant | produced | three times the heat"],
    ),
    (
        "He visited her five times the summer she died.",
        ["He | visited | her <time: five times the summer she died>", "she | died | -"],
    ),
    (
        "But to prevent problems, he said, local officials should be vigilant.",
        [
            "he | said | to prevent problems local officials should be vigilant",
            "local officials | should be | vigilant <purpose: to prevent problems>",
        ],
    ),
    (
        "He was released from house arrest, a triumphant moment for the party.",
        ["He | was released from | house arrest"],
    ),
    (
        '"The town and the county [are] changing," Baker said.',
        [
            "The town | are changing | -",
            "the county | are changing | -",
            "Baker | said | The town and the county are changing",
        ],
    ),
    (
        'The plan was "backed by the [new] mayor of the town."',
        ["The plan | was backed by | the new mayor"],
    ),
    (
        "The plan cuts food programs for struggling families.",
        ["The plan | cuts | food programs <purpose: for struggling families>"],
    ),
    (
        "The latest criticism comes in a letter released Tuesday and signed by 90 priests.",
        [
            "The latest criticism | comes in | a letter",
            "a letter | signed by | 90 priests",
        ],
    ),
    (
        "Ms. Lund remains under orders from Mr. Berg to appear in court.",
        ["Ms. Lund | remains under | orders"],
    ),
    (
        "They wanted to make sure groups were properly applying for relief.",
        ["They | wanted to make | sure", "groups | were applying for | relief <manner: properly>"],
    ),
    (
        "They never met the mayor or asked for money.",
        ["They | never met | the mayor", "They | asked for | money"],
    ),
    (
        "Berg was proud of her brother winning the cup.",
        ["Berg | was proud of | her brother", "her brother | winning | the cup"],
    ),
    (
        "I'm not aware of anyone within my office having seen the letter.",
        ["I | 'm not aware of | anyone"],
    ),
    (
        '"I think the people of Lorne understand that, including in my party," Ms. Berg said.',
        [
            "I | think | the people of Lorne understand that",
            "Ms. Berg | said | I think the people of Lorne understand that",
        ],
    ),
    (
        "Clerks mocked the idea of Lund or Berg running the town.",
        ["Clerks | mocked | the idea"],
    ),
    (
        "Two members trashed the idea of Holt, or any politician, being in charge of the bureau.",
        ["Two members | trashed | the idea"],
    ),
    (
        "The reports heightened the appearance that Berg interfered with the inquiry.",
        ["The reports | heightened | the appearance", "Berg | interfered with | the inquiry"],
    ),
    (
        "She said whether Lund will agree to end the tax depends largely on the vote.",
        [
            "She | said | whether Lund will agree to end the tax depends largely on the vote",
            "Lund | will agree to end | the tax",
            "whether Lund will agree to end the tax | depends on | the vote <manner: largely>",
        ],
    ),
    (
        "Is the new mayor hiring clerks again?",
        ["the new mayor | Is hiring | clerks <time: again>"],
    ),
    (
        "The duo Karl Holt and Nils Mahler won the cup.",
        ["The duo Karl Holt | won | the cup", "Nils Mahler | won | the cup"],
    ),
    (
        "The clerk hunted and ate a wild rabbit on May 5, according to the radio.",
        [
            "The clerk | hunted | a wild rabbit <time: on May 5> <source: according to the radio>",
            "The clerk | ate | a wild rabbit <time: on May 5>",
        ],
    ),
    (
        "It was an idea Ada Lund pitched as a candidate.",
        ["It | was | an idea", "Ada Lund | pitched | an idea <role: as a candidate>"],
    ),
    (
        "She asked whether he had seen the papers or whether they had been lost.",
        [
            "She | asked | whether he had seen the papers or whether they had been lost",
            "he | had seen | the papers",
            "they | had been lost | -",
        ],
    ),
    (
        "Ada Lund told visiting clerks they would be paid.",
        ["Ada Lund | told | they would be paid <recipient: visiting clerks>", "they | would be paid | -"],
    ),
    (
        "This club is useful for staying fit, meeting neighbours, and finding new routes.",
        ["This club | is | useful"],
    ),
    (
        "The firm was accused of hiding losses, bribing clerks and cheating clients.",
        [
            "The firm | was accused of | hiding losses",
            "The firm | was accused of | bribing clerks and cheating clients",
            "The firm | was accused of | cheating clients",
        ],
    ),
    (
        "The report stresses the importance of training clerks, and making sure they have enough time.",
        ["The report | stresses | the importance", "they | have | enough time"],
    ),
    (
        "He was praised for winning the cup, beating Lorne in the final.",
        [
            "He | was praised for | winning the cup",
            "He | winning | the cup",
            "He | beating | Lorne <other: in the final>",
        ],
    ),
    (
        "Holt assailed Reed for speaking at the rally, calling his words a shame and asking him to go.",
        [
            "Holt | assailed | Reed <reason: for speaking at the rally>",
            "Reed | speaking at | the rally",
            "Holt | calling | his words <role: a shame>",
            "Holt | asking | him <purpose: to go>",
        ],
    ),
    (
        "If Lund, who lost in May, runs again, her party will split.",
        [
            "Lund | lost | - <time: in May>",
            "Lund | runs | - <time: again>",
            "her party | will split | - <condition: If Lund , who lost in May , runs again>",
        ],
    ),
    (
        "They ignored warnings from the mayor that the law could hurt trade.",
        ["They | ignored | warnings", "the law | could hurt | trade"],
    ),
    (
        "She explained how hard it is to run a school by raising funds.",
        ["She | explained | how hard it is to run a school by raising funds"],
    ),
    (
        "Ada Lund, a founder of the conservative House Freedom Caucus, left.",
        ["Ada Lund | is | a founder of the conservative House Freedom Caucus", "Ada Lund | left | -"],
    ),
    (
        "They sent a letter on Thursday to party leaders opposing the plan.",
        ["They | sent | a letter <time: on Thursday> <recipient: to party leaders>", "a letter | opposing | the plan"],
    ),
    (
        "The panel studied whether the firm lied, and whether the mayor stole the money.",
        [
            "The panel | studied | whether the firm lied , and whether the mayor stole the money",
            "the firm | lied | -",
            "the mayor | stole | the money",
        ],
    ),
    (
        "Clerks said the mayor should insist that others be present and should demand the files.",
        [
            "Clerks | said | the mayor should insist that others be present and should demand the files",
            "the mayor | should insist | that others be present",
            "others | be | present",
            "the mayor | should demand | the files",
        ],
    ),
    (
        "Despite warnings from the mayor that the law could hurt trade, the council passed it.",
        [
            "the law | could hurt | trade",
            "the council | passed | it <concession: Despite warnings from the mayor that the law could hurt trade>",
        ],
    ),
    (
        "Since the disclosure that Ada Lund used a private account, a clerk has described the request.",
        [
            "Ada Lund | used | a private account",
            "a clerk | has described | the request <time: Since the disclosure that Ada Lund used a private account>",
        ],
    ),
    (
        "They gave it to the Special Committee on Verden, which is led by Ada Lund.",
        [
            "They | gave | it <recipient: to the Special Committee on Verden , which is led by Ada Lund>",
            "the Special Committee | is led by | Ada Lund",
        ],
    ),
    (
        "Late Wednesday night, two days after the paper first reported that Lund had left, the board announced a sale.",
        [
            "the paper | reported | that Lund had left <time: first>",
            "Lund | had left | -",
            "the board | announced | a sale <time: Late Wednesday night>",
        ],
    ),
    (
        "She stopped short of calling for a vote.",
        ["She | stopped short of | calling for a vote"],
    ),
    (
        "Ada Lund pushed back hard on the claims.",
        ["Ada Lund | pushed back on | the claims <manner: hard>"],
    ),
    (
        "Lawyers called the night a win for Reed.",
        ["Lawyers | called | the night <role: a win for Reed>"],
    ),
    (
        "It would be oversimplified and wrong to say that.",
        ["It | would be | oversimplified", "It | would be | wrong"],
    ),
    (
        "And if Holt v. Lund comes up in the fall, the court will split.",
        [
            "Holt v. Lund | comes up in | the fall",
            "the court | will split | - <condition: if Holt v. Lund comes up in the fall>",
        ],
    ),
    (
        "The law covers matters that other towns consider secret.",
        ["The law | covers | matters", "other towns | consider | matters <role: secret>"],
    ),
    (
        "A number of lawyers and Mint officials are raising questions.",
        ["A number of lawyers and Mint officials | are raising | questions"],
    ),
    (
        "It followed a close vote hours earlier in the senate.",
        ["It | followed | a close vote <time: hours earlier> <other: in the senate>"],
    ),
    (
        "They voted for the plan, and did so in haste.",
        ["They | voted for | the plan"],
    ),
    (
        "While clerks cried foul over the plan, Director of National Intelligence Karl Berg issued a statement.",
        [
            "clerks | cried over | the plan <other: foul>",
            "Karl Berg | is | Director of National Intelligence",
            "Director of National Intelligence Karl Berg | issued | a statement"
            " <concession: While clerks cried foul over the plan>",
        ],
    ),
    (
        "Officials did not know how long Holt had worked at the mill.",
        ["Officials | did not know | how long Holt had worked at the mill", "Holt | had worked at | the mill"],
    ),
    (
        "Anna Holt said she didn't see the car but heard a bang behind the house.",
        [
            "Anna Holt | said | she did n't see the car but heard a bang behind the house",
            "she | did n't see | the car",
            "she | heard | a bang",
        ],
    ),
    (
        "Police said the name would not be released until next of kin had been notified.",
        [
            "Police | said | the name would not be released until next of kin had been notified",
            "the name | would not be released | - <time: until next of kin had been notified>",
            "next of kin | had been notified | -",
        ],
    ),
    (
        "Lund and Berg both stood up to the mayor.",
        ["Lund | stood up to | the mayor", "Berg | stood up to | the mayor"],
    ),
    (
        "It was withholding the names of those killed until next of kin could be told.",
        ["It | was withholding | the names <time: until next of kin could be told>"],
    ),
    (
        "This system finds sources you don't.",
        ["This system | finds | sources"],
    ),
    (
        "Two engines were sent there after several members of the public called the police.",
        [
            "Two engines | were sent | - <place: there> <time: after several members of the public called the police>",
            "several members of the public | called | the police",
        ],
    ),
    (
        "In a statement published on its website, Veltra said the mill was closed.",
        [
            "Veltra | said | the mill was closed <other: In a statement published on its website>",
            "the mill | was closed | -",
        ],
    ),
    (
        "Footage showed the men and women sitting on the curb.",
        ["Footage | showed | the men and women sitting on the curb", "the men and women | sitting on | the curb"],
    ),
    (
        "Lund was brought to Tarn, since it was the arresting agency.",
        ["Lund | was brought to | Tarn <reason: since it was the arresting agency>", "it | was | the arresting agency"],
    ),
    (
        "I replaced the pillows with hypoallergenic bedding.",
        ["I | replaced | the pillows <other: with hypoallergenic bedding>"],
    ),
    (
        "He had, in the end, left the town.",
        ["He | had left | the town <time: in the end>"],
    ),
    (
        "James Bacon, 58, executive vice president, who has directed the funds, will retire.",
        [
            "James Bacon | is | 58",
            "James Bacon | is | executive vice president",
            "James Bacon | has directed | the funds",
            "James Bacon | will retire | -",
        ],
    ),
    (
        "To understand the real Ada Lund, Chief Justice Holt said, one should visit the museum.",
        [
            "Holt | is | Chief Justice",
            "Chief Justice Holt | said | To understand the real Ada Lund , one should visit the museum",
            "one | should visit | the museum <purpose: To understand the real Ada Lund>",
        ],
    ),
    (
        '"I had nothing to do with it, did not know about it, and have not, as yet, read it."',
        ["I | had | nothing", "I | have not read | it"],
    ),
    (
        "In a statement issued Thursday, Mark Holt, a partner with Dorn Berg, said his firm had paid.",
        [
            "Mark Holt | is | a partner",
            "Mark Holt | said | his firm had paid <other: In a statement issued Thursday>",
            "his firm | had paid | -",
        ],
    ),
    (
        '"You should leave, Anna," Holt said.',
        ["You | should leave | -", "Holt | said | You should leave , Anna"],
    ),
    (
        "The list includes the affairs of John Holt (D-Tarn) and golfer Tom Lund.",
        ["The list | includes | the affairs", "Tom Lund | is | golfer"],
    ),
    (
        "Reached for comment, a spokesman for Veltra denied that the dam had failed.",
        ["a spokesman | denied | that the dam had failed", "the dam | had failed | -"],
    ),
    (
        'But asked if Berg should change his plan, Mr. Gall said, "That is above my pay grade."',
        ["Berg | should change | his plan", "Mr. Gall | said | That is above my pay grade"],
    ),
    (
        "No doubt, firms should pay taxes.",
        ["firms | should pay | taxes <other: No doubt>"],
    ),
    (
        "Ada Lund, Will Berg and Nell Holt, who left early, were there.",
        [
            "Nell Holt | left | - <manner: early>",
            "Ada Lund | were | there",
            "Will Berg | were | there",
            "Nell Holt | were | there",
        ],
    ),
    (
        "The firms have hidden their sums, in many cases reporting different numbers.",
        ["The firms | have hidden | their sums", "The firms | reporting | different numbers <other: in many cases>"],
    ),
    (
        "The union advocates rules to end the delays, stop the cuts and remove the fees.",
        ["The union | advocates | rules <purpose: to end the delays stop the cuts and remove the fees>"],
    ),
    (
        "She came in, though the hour was late, and left at noon.",
        [
            "She | came in | - <concession: though the hour was late>",
            "the hour | was | late",
            "She | left | - <time: at noon>",
        ],
    ),
    (
        "Orvia, a maker of pumps based in London, which plans to cut jobs, fell by 3 percent.",
        [
            "Orvia | is | a maker of pumps based in London",
            "Orvia | plans to cut | jobs",
            "Orvia | fell by | 3 percent",
        ],
    ),
    (
        '"Nothing excuses that," Mr. Berg said.',
        ["Mr. Berg | said | Nothing excuses that"],
    ),
    (
        "This is no doubt a loss, and there is no doubt about it.",
        ["there | is | no doubt"],
    ),
    (
        "Lund and Berg, who are brothers, left early.",
        [
            "Lund and Berg | are | brothers",
            "Lund | left | - <manner: early>",
            "Berg | left | - <manner: early>",
        ],
    ),
    (
        "Liberals fumed, with their leader Kevin Marsh, R-Tarn, prodding the speaker to act.",
        [
            "Liberals | fumed | - <other: with their leader Kevin Marsh , R - Tarn prodding the speaker to act>",
            "Kevin Marsh | is | their leader",
            "their leader Kevin Marsh | prodding | the speaker <purpose: to act>",
        ],
    ),
    (
        "The protest grew, with Gov. Jay Holt and Mayor Ed Marsh banning travel.",
        [
            "The protest | grew | - <other: with Gov. Jay Holt and Mayor Ed Marsh banning travel>",
            "Jay Holt | is | Gov.",
            "Ed Marsh | is | Mayor",
            "Gov. Jay Holt | banning | travel",
            "Mayor Ed Marsh | banning | travel",
        ],
    ),
    (
        "The state put in place rules for mills, and the court took into account the costs.",
        ["The state | put in place | rules <purpose: for mills>", "the court | took into account | the costs"],
    ),
    (
        "The strike put at risk thousands of jobs, and the trial brought to light three letters.",
        ["The strike | put at risk | thousands of jobs", "the trial | brought to light | three letters"],
    ),
    (
        "Mayor Holt showed her support for Dorn-fil Wednesday when she ate there.",
        [
            "Holt | is | Mayor",
            "Mayor Holt | showed | her support <time: Wednesday> <time: when she ate there>",
            "she | ate | - <place: there>",
        ],
    ),
    (
        "The campaign answered with an ad of its own Tuesday.",
        ["The campaign | answered with | an ad <time: Tuesday>"],
    ),
    (
        "They opened the shop on Black Friday.",
        ["They | opened | the shop <time: on Black Friday>"],
    ),
    (
        "People would lose the benefits they rely on today.",
        ["People | would lose | the benefits", "they | rely on | the benefits <time: today>"],
    ),
    (
        "The plan would do great damage to our town, lead to greater debt and erode our influence.",
        [
            "The plan | would do | great damage",
            "The plan | would lead to | greater debt",
            "The plan | would erode | our influence",
        ],
    ),
    (
        "His father was shot by a guard while on duty, and she was hurt while at work.",
        ["His father | was shot by | a guard <time: while on duty>", "she | was hurt | - <time: while at work>"],
    ),
    (
        "Voters should back Anna Berg because she is honest, Michael Holt, the former mayor, said at a meeting.",
        [
            "Voters | should back | Anna Berg <reason: because she is honest>",
            "she | is | honest",
            "Michael Holt | is | the former mayor",
            "Michael Holt | said | Voters should back Anna Berg because she is honest <other: at a meeting>",
        ],
    ),
    (
        "Lund will win the vote, considering Tarn is among the most Liberal towns.",
        [
            "Lund | will win | the vote <other: considering Tarn is among the most Liberal towns>",
            "Tarn | is among | the most Liberal towns",
        ],
    ),
    (
        "Throughout his career, Berg has left behind a record of debts.",
        ["Berg | has left behind | a record <time: Throughout his career>"],
    ),
    (
        '"As many of you know, one of my sons is ill," Holt said.',
        ["one of my sons | is | ill", "Holt | said | As many of you know , one of my sons is ill"],
    ),
    (
        "A trader of the firm, Dan Senk, told the Herald that the remarks are silly.",
        [
            "Dan Senk | is | A trader of the firm",
            "A trader of the firm | told | that the remarks are silly <recipient: the Herald>",
            "the remarks | are | silly",
        ],
    ),
    (
        "Another major figure, Ann Berg, left.",
        ["Ann Berg | is | Another major figure", "Another major figure | left | -"],
    ),
    (
        "She told them over and over again that the mill was safe.",
        ["the mill | was | safe"],
    ),
    (
        "Lund embraced the post, repeating over and over that his stay would be short.",
        [
            "Lund | embraced | the post",
            "Lund | repeating | that his stay would be short <other: over and over>",
            "his stay | would be | short",
        ],
    ),
    (
        "Anna Holt regretted her remark that Berg had lied, saying she had erred.",
        [
            "Anna Holt | regretted | her remark",
            "Berg | had lied | -",
            "Anna Holt | saying | she had erred",
            "she | had erred | -",
        ],
    ),
    (
        "She plans to challenge incumbent Senator Mick Holt, also a Liberal, in the primary.",
        [
            "She | plans to challenge | incumbent Senator Mick Holt <other: in the primary>",
            "Mick Holt | is | incumbent Senator",
            "Mick Holt | is | a Liberal",
        ],
    ),
    (
        "The city put on hold plans for a dam, and they placed on hold the scheme.",
        ["The city | put on hold | plans <purpose: for a dam>", "they | placed on hold | the scheme"],
    ),
    (
        "A spokesman did not respond to interview requests from the paper.",
        ["A spokesman | did not respond to | interview requests"],
    ),
    (
        "When asked about the cuts, Lund said the plan was balanced.",
        ["Lund | said | the plan was balanced <time: When asked about the cuts>", "the plan | was balanced | -"],
    ),
    (
        "Asked, for example, if he would vote for cuts, Lund called for calm.",
        ["he | would vote for | cuts", "Lund | called for | calm"],
    ),
    (
        "The late Sen. Ted Holt (D-Orv.) opposed the bill.",
        ["Ted Holt | is | The late Sen.", "The late Sen. Ted Holt | opposed | the bill"],
    ),
    (
        "The church Lund attended was full.",
        ["Lund | attended | The church", "The church | was | full"],
    ),
    (
        "The man police arrested is a baker.",
        ["police | arrested | The man", "The man | is | a baker"],
    ),
    (
        "The company Reed founded in 2003 makes pumps.",
        ["Reed | founded | The company <time: in 2003>", "The company | makes | pumps"],
    ),
    (
        "The children the nurses treated had fevers.",
        ["the nurses | treated | The children", "The children | had | fevers"],
    ),
    (
        "He will close loopholes Holt used to avoid taxes.",
        ["He | will close | loopholes", "Holt | used | loopholes <purpose: to avoid taxes>"],
    ),
    (
        "He has a friend who told him the mayor had not paid any taxes.",
        [
            "He | has | a friend",
            "a friend | told | the mayor had not paid any taxes <recipient: him>",
            "the mayor | had not paid | any taxes",
        ],
    ),
    (
        "While he admitted money was a reason he left, Berg also named others.",
        [
            "he | admitted | money was a reason he left",
            "money | was | a reason",
            "Berg | named | others <time: While he admitted money was a reason he left>",
        ],
    ),
    (
        "Some said Mr. Holt, while armed, did not draw the gun.",
        [
            "Some | said | Mr. Holt while armed , did not draw the gun",
            "Mr. Holt | did not draw | the gun <time: while armed>",
        ],
    ),
    (
        "He is accused by critics of lying to parliament.",
        ["He | is accused by | critics <other: of lying to parliament>"],
    ),
    (
        "The hacking of the party, the ministry and the bank in Lorne can be traced to Sudria.",
        ["The hacking of the party the ministry and the bank in Lorne | can be traced to | Sudria"],
    ),
    (
        "Teachers, clerks, bakers marched through Lorne on Friday.",
        [
            "Teachers | marched through | Lorne <time: on Friday>",
            "clerks | marched through | Lorne <time: on Friday>",
            "bakers | marched through | Lorne <time: on Friday>",
        ],
    ),
    (
        "One of the parties, who opposes the motion, is a candidate.",
        ["One of the parties | opposes | the motion", "One of the parties | is | a candidate"],
    ),
    (
        "There were so many cars that the road was closed.",
        ["There | were | so many cars", "the road | was closed | -"],
    ),
    (
        "Reed said the mill was lost -- she said the owners had fled.",
        [
            "Reed | said | the mill was lost",
            "the mill | was lost | -",
            "she | said | the owners had fled",
            "the owners | had fled | -",
        ],
    ),
    (
        'Lund called him a "snake who will eat the farm" and a "spoiled child".',
        ["Lund | called | him <role: a snake who will eat the farm>", "a snake | will eat | the farm"],
    ),
    (
        "The courts have no business deciding what is useful.",
        ["The courts | have | no business <result: deciding what is useful>"],
    ),
    (
        'In reply to the board, Ms. Lund said, "There is no room for a mill."',
        ["Ms. Lund | said | There is no room for a mill <other: In reply to the board>", "There | is | no room"],
    ),
    (
        "The singer Lund was ill.",
        ["Lund | is | The singer", "The singer Lund | was | ill"],
    ),
    (
        "The heads of the party, Lund and Berg, were fined.",
        ["The heads of the party , Lund and Berg | were fined | -"],
    ),
    (
        "Critics described her plans as rushed and costly.",
        ["Critics | described | her plans <other: as rushed and costly>"],
    ),
    (
        "The strike began on Friday, the port closed on Saturday and talks resumed on Sunday.",
        [
            "The strike | began | - <time: on Friday>",
            "the port | closed | - <time: on Saturday>",
            "talks | resumed | - <time: on Sunday>",
        ],
    ),
    (
        "The jury on July 25, 1997, convicted him of fraud.",
        ["The jury | convicted | him <time: on July 25 , 1997> <other: of fraud>"],
    ),
    (
        "The bid came up short.",
        ["The bid | came up short | -"],
    ),
    (
        "The talks will not be held this Tuesday, she said.",
        [
            "The talks | will not be held | - <time: this Tuesday>",
            "she | said | The talks will not be held this Tuesday",
        ],
    ),
    (
        "There is nothing in the report that supports the claim.",
        ["There | is | nothing"],
    ),
    (
        "There was no clause in the contract that allowed the sale.",
        ["There | was | no clause"],
    ),
    (
        "There is a clause in the contract that allows the sale.",
        ["There | is | a clause", "the contract | allows | the sale"],
    ),
    (
        "She sees a gap between the plan and what it would do.",
        ["She | sees | a gap"],
    ),
    (
        "Lund has sought to save jobs, the heart of the valley and one of its oldest goods.",
        ["Lund | has sought | to save jobs"],
    ),
    (
        'Judge Karl Lund agreed with the firm - "I conclude that the rule is void."',
        [
            "Karl Lund | is | Judge",
            "Judge Karl Lund | agreed with | the firm",
            "I | conclude | that the rule is void",
            "the rule | is | void",
        ],
    ),
    (
        "She watched her brother fall into the harbour.",
        ["She | watched | her brother <result: fall into the harbour>", "her brother | fall into | the harbour"],
    ),
    (
        "The clerks were freed by 10 a.m. on Sunday.",
        ["The clerks | were freed | - <time: by 10 a.m. on Sunday>"],
    ),
    (
        "The mill was shut in May, sold in June and burned down.",
        [
            "The mill | was shut | - <time: in May>",
            "The mill | was sold | - <time: in June>",
            "The mill | was burned down | -",
        ],
    ),
    (
        "He fell after teenager Olof Berg hit him.",
        ["He | fell | - <time: after teenager Olof Berg hit him>", "Olof Berg | hit | him"],
    ),
    (
        "It is too soon to say if the mill will close.",
        ["It | is too soon to say | if the mill will close", "the mill | will close | -"],
    ),
    (
        "The firm gives free repairs to affected customers.",
        ["The firm | gives | free repairs <recipient: to affected customers>"],
    ),
    (
        "The ship got a call from the port saying it was closed.",
        ["The ship | got | a call", "a call | saying | it was closed", "it | was closed | -"],
    ),
    (
        "The mayor must be fired and the office closed.",
        ["The mayor | must be fired | -", "the office | must be closed | -"],
    ),
    (
        "Anna Kern, a builder and adviser to the Mill Coalition, left.",
        ["Anna Kern | is | a builder", "Anna Kern | is | adviser", "Anna Kern | left | -"],
    ),
    (
        "The mill made a profit, claims Lund.",
        ["The mill | made | a profit", "Lund | claims | The mill made a profit"],
    ),
    (
        "Was the warning given too late?",
        ["the warning | Was given | - <other: too late>"],
    ),
    (
        "It was not until Monday that they were found.",
        ["they | were found | - <time: not until Monday>"],
    ),
    (
        "Lund asked the minister when the dam would open.",
        ["Lund | asked | when the dam would open <recipient: the minister>", "the dam | would open | -"],
    ),
    (
        "Crews searched the rubble after a quake killed 31 people.",
        ["Crews | searched | the rubble <time: after a quake killed 31 people>", "a quake | killed | 31 people"],
    ),
    (
        "The purchase includes rights to the brand, its five models and its network.",
        [
            "The purchase | includes | rights",
            "The purchase | includes | its five models",
            "The purchase | includes | its network",
        ],
    ),
    (
        "The firm has filed a suit against the town this week, the third such suit in a year.",
        ["The firm | has filed | a suit <other: against the town> <time: this week>"],
    ),
    (
        "The sale takes place, and Mrs. Lund, along with the rest of Anna's family, move away from Tarn.",
        ["Mrs. Lund | move away from | Tarn"],
    ),
    (
        "The ship was sent to Toulouse, France for the ceremony.",
        ["The ship | was sent to | Toulouse <purpose: for the ceremony>", "Toulouse | is in | France"],
    ),
    (
        '"We thank the crew," said Orvia President and Chief Executive Officer, Karl Lund.',
        ["We | thank | the crew", "Karl Lund | said | We thank the crew"],
    ),
    (
        "The vice president and counsel of the company, Ada Berg, left.",
        ["Ada Berg | is | The vice president", "Ada Berg | is | counsel of the company", "Ada Berg | left | -"],
    ),
    (
        "The rule will save the firms about $5 million.",
        ["The rule | will save | the firms <measure: about $ 5 million>"],
    ),
    (
        "Gauge readings on the website of the water office, seen by this newspaper, show that the level rose.",
        [
            "Gauge readings | seen by | this newspaper",
            "Gauge readings | show | that the level rose",
            "the level | rose | -",
        ],
    ),
    (
        "A letter from the mayor to the firm, obtained by the Courier, says the pier is closed.",
        ["A letter | obtained by | the Courier", "A letter | says | the pier is closed", "the pier | is closed | -"],
    ),
    (
        "The head of works answered by telephone that the gate was shut.",
        ["The head of works | answered | that the gate was shut <other: by telephone>", "the gate | was shut | -"],
    ),
    (
        "According to Lund, the head of works, Ada Berg, answered by telephone that the gate was shut.",
        [
            "Ada Berg | is | the head of works",
            "the head of works | answered | that the gate was shut <source: According to Lund> <other: by telephone>",
            "the gate | was shut | -",
        ],
    ),
    (
        "Prices will fall next year, the central bank forecast on Monday.",
        [
            "Prices | will fall | - <time: next year>",
            "the central bank | forecast | Prices will fall next year <time: on Monday>",
        ],
    ),
    (
        "The harbour will grow, the ministry forecasts.",
        ["The harbour | will grow | -", "the ministry | forecasts | The harbour will grow"],
    ),
    (
        "A former adviser to the minister, Hugo Lund, left the party.",
        ["Hugo Lund | is | A former adviser", "A former adviser | left | the party"],
    ),
    (
        "The ferry was late, Lund said on Norlandish radio.",
        ["The ferry | was | late", "Lund | said | The ferry was late <other: on Norlandish radio>"],
    ),
    (
        "The bank would sue the town, should it fail to pay.",
        ["The bank | would sue | the town", "it | should fail to pay | -"],
    ),
    (
        "The loophole was exploited and eventually led to the mass arrest of farmers.",
        ["The loophole | was exploited | -", "The loophole | led to | the mass arrest <time: eventually>"],
    ),
    (
        "The council agreed after a push from both President Orban and Liberal nominee Anna Kern over the budget.",
        ["The council | agreed after | a push", "Orban | is | President", "Anna Kern | is | Liberal nominee"],
    ),
    (
        "The town voted for Anna Kern, which surprised the party.",
        ["The town | voted for | Anna Kern"],
    ),
    (
        "The firm sold the mill after a talk with Peter Lang, which lasted all night.",
        [
            "The firm | sold | the mill <time: after a talk with Peter Lang , which lasted all night>",
            "a talk | lasted | - <time: all night>",
        ],
    ),
    (
        "The meeting was held in part on a boat that cruised down the river.",
        ["The meeting | was held on | a boat <other: in part>", "a boat | cruised down | the river"],
    ),
    (
        "Tourists visit places where they can swim, such as the lake.",
        [
            "Tourists | visit | places",
            "they | can swim | - <place: places , such as the lake>",
            "the lake | is one of | places",
        ],
    ),
    (
        "Many farmers have heard by now that 20 wells run dry each year.",
        [
            "Many farmers | have heard | that 20 wells run dry each year <manner: by now>",
            "20 wells | run | dry <time: each year>",
        ],
    ),
    (
        "In recent weeks, Reid has gone after Lang as a liar.",
        ["Reid | has gone after | Lang <time: In recent weeks> <role: as a liar>"],
    ),
    (
        "Some believe the money being spent on roads shows the party is worried.",
        [
            "Some | believe | the money being spent on roads shows the party is worried",
            "the money | being spent on | roads",
            "the money | shows | the party is worried",
            "the party | is | worried",
        ],
    ),
    (
        "Exports rose above the level of 2020, driven by demand from Asia.",
        ["Exports | rose above | the level", "Exports | driven by | demand"],
    ),
    (
        "Norcorp signed a deal with Jalopa that is likely to involve a 30% stake.",
        ["Norcorp | signed | a deal <accompaniment: with Jalopa>", "a deal | is likely to involve | a 30 % stake"],
    ),
    (
        "The Peel plan would end farming as we know it, and cut aid, Lind said.",
        [
            "The Peel plan | would end | farming",
            "we | know | it",
            "The Peel plan | would cut | aid",
            "Lind | said | The Peel plan would end farming as we know it , and cut aid",
        ],
    ),
    (
        "Ada Lind changed sailing as they knew it and sold boats.",
        ["Ada Lind | changed | sailing", "they | knew | it", "Ada Lind | sold | boats"],
    ),
    (
        "Many people were shocked to learn that Holt passed away yesterday.",
        ["Many people | were | shocked", "Holt | passed away | - <time: yesterday>"],
    ),
    (
        "It is not known when the store will reopen.",
        ["It | is not known | when the store will reopen", "the store | will reopen | -"],
    ),
    (
        "Lund went berserk, cursing and making threats.",
        ["Lund | went | berserk", "Lund | making | threats"],
    ),
    (
        "The fire broke out on Sunday, which was caused by a lamp.",
        ["The fire | broke out | - <time: on Sunday>", "The fire | was caused by | a lamp"],
    ),
    (
        "Bakery co-founder Ida Vik wrote to Dorn and said he was welcome.",
        [
            "Ida Vik | is | Bakery co - founder",
            "Bakery co - founder Ida Vik | wrote to | Dorn",
            "Bakery co - founder Ida Vik | said | he was welcome",
            "he | was | welcome",
        ],
    ),
    (
        "Vik asked for a plane like those at Orvia (which has an old base).",
        ["Vik | asked for | a plane", "Orvia | has | an old base"],
    ),
    (
        "Some workers said she had a record, Dorn said they got along.",
        [
            "Some workers | said | she had a record",
            "she | had | a record",
            "Dorn | said | they got along",
            "they | got along | -",
        ],
    ),
    (
        "Dorn said Vik was wearing boots but was tired.",
        ["Dorn | said | Vik was wearing boots but was tired", "Vik | was wearing | boots", "Vik | was | tired"],
    ),
    (
        "Vik ignored banker Karl Dorn's request.",
        ["Vik | ignored | banker Karl Dorn 's request", "Karl Dorn | is | banker"],
    ),
    (
        '"The mill is old," Dorn said, "it must close."',
        ["The mill | is | old", "Dorn | said | The mill is old it must close", "it | must close | -"],
    ),
    (
        "The company officials charged in May were freed.",
        ["The company officials | charged | - <time: in May>", "The company officials | were freed | -"],
    ),
    (
        "Union President Keith Lund told a few thousand nurses who covered the lawn that the council should "
        "direct money from the reserve toward helping schools.",
        [
            "Keith Lund | is | Union President",
            "Union President Keith Lund | told | that the council should direct money from the reserve toward "
            "helping schools <recipient: a few thousand nurses who covered the lawn>",
            "a few thousand nurses | covered | the lawn",
            "the council | should direct | money <source: from the reserve> <other: toward helping schools>",
        ],
    ),
    (
        "Holt told reporters who had gathered outside that the mine would close.",
        [
            "Holt | told | that the mine would close <recipient: reporters who had gathered outside>",
            "reporters | had gathered | - <other: outside>",
            "the mine | would close | -",
        ],
    ),
    (
        "Holt told fans waiting outside that the mine would close.",
        [
            "Holt | told | that the mine would close <recipient: fans waiting outside>",
            "fans | waiting | outside",
            "the mine | would close | -",
        ],
    ),
    (
        "According to clerks I spoke to, the mill is old.",
        ["I | spoke to | clerks", "the mill | is | old <source: According to clerks I spoke to>"],
    ),
    (
        "Drought and neglect have weakened and killed many trees.",
        [
            "Drought | have weakened | many trees",
            "neglect | have weakened | many trees",
            "Drought | killed | many trees",
            "neglect | killed | many trees",
        ],
    ),
    (
        "The firm expanded and hired 50 people.",
        ["The firm | expanded | -", "The firm | hired | 50 people"],
    ),
    (
        '"Teachers of Norland, go home and rest," he said.',
        ["he | said | Teachers of Norland , go home and rest"],
    ),
    (
        "Ada Holt has spent the last few months trying to count the ships.",
        [
            "Ada Holt | has spent | the last few months <result: trying to count the ships>",
            "Ada Holt | trying to count | the ships",
        ],
    ),
    (
        "They share the scepticism that the war can be won.",
        ["They | share | the scepticism", "the war | can be won | -"],
    ),
    (
        "Repairs are under way.",
        ["Repairs | are under way | -"],
    ),
    (
        "Several naval missions are under way off Norland.",
        ["Several naval missions | are under way off | Norland"],
    ),
    (
        "Protests, riots and clashes with police have hit Norland.",
        ["Protests | have hit | Norland", "riots | have hit | Norland", "clashes | have hit | Norland"],
    ),
    (
        "The council stressed the ruling would not change the law, while the League condemned the sale.",
        [
            "The council | stressed | the ruling would not change the law"
            " <concession: while the League condemned the sale>",
            "the ruling | would not change | the law",
            "the League | condemned | the sale",
        ],
    ),
    (
        "It came not in May but in June.",
        ["It | came in | June <time: not in May>"],
    ),
    (
        "The mill was saved, but not by the mayor.",
        ["The mill | was saved | - <agent: not by the mayor>"],
    ),
    (
        "Lund was referring not to the vote but to his view of it.",
        ["Lund | was referring to | his view <other: not to the vote>"],
    ),
    (
        "The repair time will be around twelve days depending on weather conditions.",
        ["The repair time | will be | - <time: around twelve days> <other: depending on weather conditions>"],
    ),
    (
        "The rerouting has caused congestion, which means slower connections and some dropped phone calls.",
        [
            "The rerouting | has caused | congestion",
            "congestion | means | slower connections",
            "congestion | means | some dropped phone calls",
        ],
    ),
    (
        "Now a hero, Holt was anything but in 2007.",
        [],
    ),
    (
        "It was found in May that Holt had written a letter, saying he was sorry.",
        [
            "It | was found | that Holt had written a letter , saying he was sorry <time: in May>",
            "Holt | had written | a letter",
            "Holt | saying | he was sorry",
            "he | was | sorry",
        ],
    ),
    (
        "Captain Nell Holt told reporters Friday that the man had left.",
        [
            "Captain Nell Holt | told | that the man had left <recipient: reporters> <time: Friday>",
            "the man | had left | -",
        ],
    ),
    (
        "She slipped back when a stray bullet shot straight into her arm.",
        [
            "She | slipped back | - <time: when a stray bullet shot straight into her arm>",
            "a stray bullet | shot into | her arm",
        ],
    ),
    (
        "Officers Tom Holt and Ada Lund fired twice.",
        [
            "Tom Holt | is one of | Officers",
            "Ada Lund | is one of | Officers",
            "Tom Holt | fired | - <time: twice>",
            "Ada Lund | fired | - <time: twice>",
        ],
    ),
    (
        "The Series 3 has an aluminium case.",
        ["The Series 3 | has | an aluminium case"],
    ),
    (
        "The latest case was reported after a hunter killed and ate a hare.",
        [
            "The latest case | was reported | - <time: after a hunter killed and ate a hare>",
            "a hunter | killed | a hare",
            "a hunter | ate | a hare",
        ],
    ),
    (
        "The fire was set at the entrance and moved inward before setting off an alarm.",
        [
            "The fire | was set at | the entrance",
            "The fire | moved | - <other: inward> <time: before setting off an alarm>",
            "The fire | setting off | an alarm",
        ],
    ),
    (
        "The capital was calm throughout most of the day.",
        ["The capital | was | calm <time: throughout most of the day>"],
    ),
    (
        "The institute said that people age 12 and older reported a disorder.",
        ["The institute | said | that people age 12 and older reported a disorder", "people | reported | a disorder"],
    ),
    (
        "The study found that women ages 30 to 40, who had children, slept less.",
        [
            "The study | found | that women ages 30 to 40 , who had children , slept less",
            "women | had | children",
            "women | slept | - <other: less>",
        ],
    ),
    (
        "Children ages 5 to 11 can get the vaccine.",
        ["Children | can get | the vaccine"],
    ),
    (
        "Oil flowed into the river that the city drinks from.",
        ["Oil | flowed into | the river", "the city | drinks from | the river"],
    ),
    (
        "Norland wants Holt to lift the 15% tariffs on Sudrian goods imposed on Sept. 1.",
        [
            "Norland | wants | Holt <purpose: to lift the 15 % tariffs on Sudrian goods imposed on Sept. 1>",
            "the 15 % tariffs | imposed | - <time: on Sept. 1>",
        ],
    ),
    (
        "Holt won't resign and leave the party to Lund.",
        ["Holt | wo n't resign | -", "Holt | wo n't leave | the party <destination: to Lund>"],
    ),
    (
        "It is a firm that she owns shares in.",
        ["It | is | a firm", "she | owns shares in | a firm"],
    ),
    (
        "The firm sells a $129 edition available for preorder that includes a controller.",
        ["The firm | sells | a $ 129 edition", "a $ 129 edition | includes | a controller"],
    ),
    (
        "Holt and Lund shook hands before the talks.",
        ["Holt and Lund | shook | hands <time: before the talks>"],
    ),
    (
        "Fewer buses and trains run on Sundays.",
        ["Fewer buses and trains | run | - <time: on Sundays>"],
    ),
    (
        "A clerk who did not wish to be named because of company policy said that prices never fall.",
        [
            "A clerk | did not wish to be named | - <reason: because of company policy>",
            "A clerk | said | that prices never fall",
            "prices | never fall | -",
        ],
    ),
    (
        "She testified in May before the committee.",
        ["She | testified before | the committee <time: in May>"],
    ),
    (
        "Windows broke in the riots overnight, when a few hundred youths in masks attacked it.",
        [
            "Windows | broke in | the riots <time: overnight> <time: when a few hundred youths in masks attacked it>",
            "a few hundred youths | attacked | it",
        ],
    ),
    (
        "The family sold the mill to Veltra and the farm to Orvia.",
        ["The family | sold | the mill <recipient: to Veltra>", "The family | sold | the farm <recipient: to Orvia>"],
    ),
    (
        "Holt moved the office to Tarn and the factory to Belmark.",
        ["Holt | moved | the office <destination: to Tarn>", "Holt | moved | the factory <destination: to Belmark>"],
    ),
    (
        "Holt was charged with possession of cannabis and fleeing the police.",
        ["Holt | was charged with | possession", "Holt | was charged with | fleeing the police"],
    ),
    (
        "He is not the guy who says sorry.",
        ["He | is not | the guy"],
    ),
    (
        "She is not the kind of mayor who hides from voters.",
        ["She | is not | the kind of mayor who hides from voters"],
    ),
    ("It is not just the tax that hurts farms.", ["the tax | hurts | farms"]),
    (
        "Nobody knew which side he would be on in the war.",
        ["Nobody | knew | which side he would be on in the war"],
    ),
    (
        "Holt was en route from Tarn to Belmark when he fled.",
        ["Holt | was en route from | Tarn <recipient: to Belmark> <time: when he fled>", "he | fled | -"],
    ),
    (
        "Holt was in and out of prison until he died.",
        ["Holt | was in and out of | prison <time: until he died>", "he | died | -"],
    ),
    (
        "She defended her actions before and after the attack.",
        ["She | defended | her actions <other: before and after the attack>"],
    ),
    (
        "The firm is owned by Veltra, a New York City-based fund.",
        [
            "The firm | is owned by | Veltra",
            "Veltra | is based in | New York City",
            "Veltra | is | a New York City - based fund",
        ],
    ),
    (
        "The mill was shut down for good in May.",
        ["The mill | was shut down | - <time: for good> <time: in May>"],
    ),
    (
        "Also killed were a woman and her son.",
        ["a woman | killed were | -", "her son | killed were | -"],
    ),
    (
        "One crewman was found alive after six days adrift, and one is confirmed dead, the ship's owner said.",
        [
            "One crewman | was found | alive <time: after six days adrift>",
            "one | is confirmed | dead",
            "the ship 's owner | said | One crewman was found alive after six days adrift , and one is confirmed dead",
        ],
    ),
    (
        "He managed to evade hundreds of police officers searching for him.",
        [
            "He | managed to evade | hundreds of police officers searching for him",
            "police officers | searching for | him",
        ],
    ),
    (
        "It took the panel two hours to convict Holt, who confessed in May.",
        [
            "It | took | two hours <recipient: the panel> <purpose: to convict Holt , who confessed in May>",
            "Holt | confessed | - <time: in May>",
        ],
    ),
    (
        "Photos from a shoot with Norland photographer Nell Holt ended up in the pages of a magazine.",
        ["Nell Holt | is | Norland photographer", "Photos | ended up in | the pages"],
    ),
    (
        "Despite living with a father who drank and having to work, Holt grew up a fan.",
        [
            "a father | drank | -",
            "Holt | grew up | a fan <concession: Despite living with a father who drank and having to work>",
        ],
    ),
    (
        "The bill clears the support that Lund predicted she had.",
        ["The bill | clears | the support", "she | had | the support"],
    ),
    (
        "She was charged with theft and lying to a court.",
        ["She | was charged with | theft", "She | was charged with | lying to a court"],
    ),
    (
        "The report points to a problem on the cable which caused an outage.",
        ["The report | points to | a problem", "a problem | caused | an outage"],
    ),
    (
        "Telling residents it was their day, Lund cut the ribbon.",
        ["Lund | Telling | it was their day <recipient: residents>", "it | was | their day", "Lund | cut | the ribbon"],
    ),
    (
        "A vaccine halved the number of cases in a trial in Sudria, scientists reported on Thursday.",
        [
            "A vaccine | halved | the number of cases",
            "scientists | reported | A vaccine halved the number of cases in a trial in Sudria <time: on Thursday>",
        ],
    ),
    (
        "It is encouraging farmers to plant trees.",
        ["It | is encouraging | farmers <purpose: to plant trees>"],
    ),
    (
        'Voss, whose party has promised to repeal the law, accused the mayor of "breaking a law that protects us all".',
        [
            "Voss , whose party | has promised to repeal | the law",
            "Voss | accused | the mayor",
            "a law | protects | us",
        ],
    ),
    (
        "Police put out a warrant for Chairman Ana Holt Sunday.",
        ["Police | put out | a warrant <time: Sunday>", "Ana Holt | is | Chairman"],
    ),
    (
        "They led through captain Dario Sule, whose shot went in off the post.",
        [
            "They | led through | captain Dario Sule",
            "Dario Sule | is | captain",
            "captain Dario Sule , whose shot | went in off | the post",
        ],
    ),
    (
        "The court reviewed and overturned the ruling.",
        ["The court | reviewed | the ruling", "The court | overturned | the ruling"],
    ),
    (
        "Experts are divided: Finn Aldo, a chemist, said the grains were old.",
        [
            "Experts | are divided | -",
            "Finn Aldo | is | a chemist",
            "Finn Aldo | said | the grains were old",
            "the grains | were | old",
        ],
    ),
    (
        'Lund defended his claims that the dam leaks, that state schools were "outdated," and that the levee was low.',
        ["Lund | defended | his claims", "state schools | were outdated | -", "the levee | was | low"],
    ),
    (
        "The fire in Oslo, which killed 40 people, began in a kitchen.",
        ["The fire | killed | 40 people", "The fire | began in | a kitchen"],
    ),
    (
        "It was the burden of rent, after all, that closed the shop.",
        ["the burden of rent | closed | the shop"],
    ),
    (
        "It was Berg, however, who found the leak.",
        ["Berg | found | the leak"],
    ),
    (
        "Norland won five medals, three of them gold.",
        ["Norland | won | five medals"],
    ),
    (
        "The guards found rifles, a rocket propelled grenade launcher, and two radios.",
        [
            "The guards | found | rifles",
            "The guards | found | a rocket propelled grenade launcher",
            "The guards | found | two radios",
        ],
    ),
    (
        "The levy covers savings, earned income, and dividends.",
        ["The levy | covers | savings", "The levy | covers | earned income", "The levy | covers | dividends"],
    ),
    (
        "A rocket propelled the probe into orbit.",
        ["A rocket | propelled | the probe <destination: into orbit>"],
    ),
    (
        "The council bought the mill to save it, transforming the district.",
        ["The council | bought | the mill <purpose: to save it>", "The council | transforming | the district"],
    ),
    (
        '"Superb," wrote the critic Ada Lund in the Herald.',
        ["the critic Ada Lund | wrote | Superb <other: in the Herald>", "Ada Lund | is | the critic"],
    ),
    (
        '"Disgraceful," tweeted Ola Berg, the union\'s leader.',
        ["Ola Berg | tweeted | Disgraceful", "Ola Berg | is | the union 's leader"],
    ),
    (
        '"Shameful," the union called it.',
        ["the union | called | it <other: Shameful>"],
    ),
    (
        "Drivers think the toll is too high, and avoid the bridge.",
        ["Drivers | think | the toll is too high", "the toll | is | too high", "Drivers | avoid | the bridge"],
    ),
    (
        "Officials say the group helps farmers sell milk and buy seed.",
        [
            "Officials | say | the group helps farmers sell milk and buy seed",
            "the group | helps | farmers sell milk and buy seed",
            "farmers | sell | milk",
            "farmers | buy | seed",
        ],
    ),
    (
        "Crews searched the rubble on Tuesday after a quake killed 31 people in Kelm province.",
        [
            "Crews | searched | the rubble <time: on Tuesday> <time: after a quake killed 31 people in Kelm province>",
            "a quake | killed | 31 people <place: in Kelm province>",
        ],
    ),
    (
        "Schools stayed shut after a fire destroyed the hall in Tarn.",
        [
            "Schools | stayed shut | - <time: after a fire destroyed the hall in Tarn>",
            "a fire | destroyed | the hall <other: in Tarn>",
        ],
    ),
    (
        "He is accused of having taken bribes and hidden the money.",
        ["He | is accused of | having taken bribes", "He | is accused of | hidden the money"],
    ),
    (
        "He died in Verona weeks before the trial.",
        ["He | died in | Verona <time: weeks before the trial>"],
    ),
    (
        "They met on Monday hours after the raid.",
        ["They | met after | the raid <time: on Monday> <time: hours>"],
    ),
    (
        "The cuts hit the firm's ability to buy parts, have ships built, and pay its crews.",
        ["The cuts | hit | the firm 's ability"],
    ),
    (
        "The ruling led to the council losing control of the port.",
        ["The ruling | led to | the council", "the council | losing control of | the port"],
    ),
    (
        "Doctors caught the disease early enough to reverse the damage.",
        ["Doctors | caught | the disease <other: early enough to reverse the damage>"],
    ),
    (
        "Voters could not help but notice the empty chair.",
        ["Voters | could not help but notice | the empty chair"],
    ),
    (
        "There are more parks, schools and shops to choose from than ever before.",
        ["There | are | more parks , schools and shops to choose from than ever before"],
    ),
    (
        "Lund thanked the firm for the letter sent on Monday that said the debt was paid.",
        [
            "Lund | thanked | the firm <reason: for the letter sent on Monday that said the debt was paid>",
            "the letter | sent | - <time: on Monday>",
            "the letter | said | the debt was paid",
            "the debt | was paid | -",
        ],
    ),
    (
        "Lund stirred up alarm among party leaders that the mayor will drive away women.",
        ["Lund | stirred up | alarm", "the mayor | will drive away | women"],
    ),
    (
        "Lund and Berg will tour during the trek, which kicks off June 9 in Norby and concludes in Kesten.",
        [
            "Lund | will tour during | the trek",
            "Berg | will tour during | the trek",
            "the trek | kicks off in | Norby <time: June 9>",
            "the trek | concludes in | Kesten",
        ],
    ),
    (
        "As it turned out, Lund had spent the money.",
        ["Lund | had spent | the money"],
    ),
    (
        "We provide data only to the extent required by law.",
        ["We | provide | data <other: only to the extent required by law>"],
    ),
    (
        "The escape is a surprise since guards had believed he was ill.",
        [
            "The escape | is | a surprise <reason: since guards had believed he was ill>",
            "guards | had believed | he was ill",
            "he | was | ill",
        ],
    ),
    (
        "The town has grown since the mill opened.",
        ["The town | has grown | - <time: since the mill opened>", "the mill | opened | -"],
    ),
    (
        "Veltra and Norhydra invested $40 million in the dam.",
        ["Veltra and Norhydra | invested | $ 40 million <place: in the dam>"],
    ),
    (
        "Lund and Berg each paid 9 million crowns.",
        ["Lund | paid | 9 million crowns", "Berg | paid | 9 million crowns"],
    ),
    (
        "Lund praised the deal: If the parties cannot agree by June, he said that he was ready to act.",
        [
            "Lund | praised | the deal",
            "the parties | can not agree | - <time: by June>",
            "he | said | that he was ready to act <condition: If the parties can not agree by June>",
            "he | was ready to act | -",
        ],
    ),
    (
        "Berg needs the funds that parliament refused to give him.",
        ["Berg | needs | the funds", "parliament | refused to give | the funds <recipient: him>"],
    ),
    (
        "The letter they sent the mayor was lost.",
        ["they | sent | The letter <recipient: the mayor>", "The letter | was lost | -"],
    ),
    (
        "Heavy rain and winds of up to 110 kilometres an hour lashed the west coast overnight.",
        ["Heavy rain | lashed | the west coast <time: overnight>", "winds | lashed | the west coast <time: overnight>"],
    ),
    (
        "The road was closed for nine hours, causing long delays.",
        [
            "The road | was closed | - <time: for nine hours>",
            "The road was closed for nine hours | causing | long delays",
        ],
    ),
    (
        "The report from Ada Berg states that the dam is safe.",
        ["The report | states | that the dam is safe", "the dam | is | safe"],
    ),
    (
        "Berg has opposed the talks with Norland over its dam, pressed for more aid and advocated to raise taxes.",
        [
            "Berg | has opposed | the talks",
            "Berg | has pressed for | more aid",
            "Berg | advocated to raise | taxes",
        ],
    ),
    (
        "Lind has criticised a deal with Veltra on its docks, called for more police and promised to cut fees.",
        [
            "Lind | has criticised | a deal <place: on its docks>",
            "Lind | called for | more police",
            "Lind | promised to cut | fees",
        ],
    ),
    (
        "The minister released a list of paid speeches she and her husband gave.",
        ["The minister | released | a list", "she | gave | paid speeches", "her husband | gave | paid speeches"],
    ),
    (
        "Ida Lund owns the Deli, Grill & Grocery.",
        ["Ida Lund | owns | the Deli , Grill & Grocery"],
    ),
    (
        "Joy looks different from how you saw it in your head.",
        ["Joy | looks | different"],
    ),
    (
        "Mechanics found cracks in the wings, forcing the airline to ground 12 jets.",
        [
            "Mechanics | found | cracks",
            "Mechanics found cracks in the wings | forcing | the airline <purpose: to ground 12 jets>",
        ],
    ),
    (
        "The flood washed away a bridge, forcing the railway to cancel all trains.",
        ["The flood | washed away | a bridge", "The flood | forcing | the railway <purpose: to cancel all trains>"],
    ),
    (
        "Norland won four medals and Sudria three.",
        ["Norland | won | four medals", "Sudria | won | three"],
    ),
    (
        "Profit rose to 40 million crowns and sales to 300 million crowns.",
        ["Profit | rose to | 40 million crowns", "sales | rose to | 300 million crowns"],
    ),
    (
        "The Social Democrats won 34 seats, the Liberals 21 and the Greens eight.",
        ["The Social Democrats | won | 34 seats", "the Liberals | won | 21", "the Greens | won | eight"],
    ),
    (
        "Davis was born in Boston and Parker in Austin.",
        ["Davis | was born in | Boston", "Parker | was born in | Austin"],
    ),
    (
        "Davis met Parker in Lorne and paid for two rooms.",
        ["Davis | met | Parker <place: in Lorne>", "Davis | paid for | two rooms"],
    ),
    (
        "Holt was jailed for six years and his brother for four.",
        ["Holt | was jailed | - <time: for six years>", "his brother | was jailed for | four"],
    ),
    (
        "Lind was elected mayor and Holt his deputy.",
        ["Lind | was elected | mayor", "Holt | was elected | his deputy"],
    ),
    (
        "The mayor met campaigners and worried parents.",
        ["The mayor | met | campaigners", "The mayor | met | worried parents"],
    ),
    (
        "The company has had its ups and downs.",
        ["The company | has had | its ups and downs"],
    ),
    (
        "On Monday the mayor resigned and the council met.",
        ["the mayor | resigned | - <time: On Monday>", "the council | met | - <time: On Monday>"],
    ),
    (
        "In 2013 the bank was hacked, and the firm said that all was lost.",
        ["the bank | was hacked | - <time: In 2013>", "the firm | said | that all was lost", "all | was lost | -"],
    ),
    (
        "It is unclear how many people were injured.",
        ["It | is unclear | how many people were injured"],
    ),
    (
        "The club plays in the third division, having been relegated in 2022.",
        ["The club | plays in | the third division", "The club | having been relegated | - <time: in 2022>"],
    ),
    (
        "Lind was a painter, engraver and illustrator known for his maps.",
        ["Lind | was | a painter", "Lind | was | engraver", "Lind | was | illustrator", "Lind | known for | his maps"],
    ),
    (
        "The picture shows nine sailors hauling a net, one of whom looks away.",
        [
            "The picture | shows | nine sailors",
            "nine sailors | hauling | a net",
            "nine sailors one of whom | looks away | -",
        ],
    ),
    (
        "The race was won by Per Holt in two hours.",
        ["The race | was won by | Per Holt <time: in two hours>"],
    ),
    (
        "The picture was bought by the town for 400 crowns.",
        ["The picture | was bought by | the town <measure: for 400 crowns>"],
    ),
    (
        "A helicopter sent to look for it had to turn back.",
        ["A helicopter | sent | - <purpose: to look for it>", "A helicopter | had to turn back | -"],
    ),
    (
        "He left not because he was ill but because he was tired.",
        [
            "He | left | - <reason: not because he was ill> <reason: because he was tired>",
            "he | was | ill",
            "he | was | tired",
        ],
    ),
    (
        "The firm, which was founded by two engineers and says it has 3.1 million users, suspended "
        "withdrawals and promised that all would be paid.",
        [
            "The firm | was founded by | two engineers",
            "The firm | says | it has 3.1 million users",
            "it | has | 3.1 million users",
            "The firm | suspended | withdrawals",
            "The firm | promised | that all would be paid",
            "all | would be paid | -",
        ],
    ),
    (
        "A stew of pike, which sounded like a dare, tasted of rivers and butter.",
        ["pike | sounded like | a dare", "A stew of pike | tasted of | rivers", "A stew of pike | tasted of | butter"],
    ),
    (
        "There is a moment when you stop wondering why nobody has brought the bread and start to forgive everybody.",
        [
            "There | is | a moment",
            "you | stop wondering | why nobody has brought the bread",
            "nobody | has brought | the bread",
            "you | start to forgive | everybody",
        ],
    ),
    (
        "The operator, Northern & Western Ferries, has accepted the blame.",
        ["Northern & Western Ferries | is | The operator", "The operator | has accepted | the blame"],
    ),
    (
        "Service is slow and, on one of my two visits, bordered on rude.",
        ["Service | is | slow", "Service | bordered on | rude <other: on one of my two visits>"],
    ),
    (
        "A neighbour of mine wrote three letters and got a postcard back that said no.",
        ["A neighbour of mine | wrote | three letters", "A neighbour of mine | got | a postcard <other: back>"],
    ),
    (
        "He lost his job the week he married.",
        ["He | lost | his job <time: the week he married>"],
    ),
    (
        "They gave him a Rolex.",
        ["They | gave | a Rolex <recipient: him>"],
    ),
    (
        "He praised the work of keeper Marc Duval, from Lens, and defenders Kwame Osei and Ryan Teague.",
        [
            "He | praised | the work",
            "Marc Duval | is | keeper",
            "Marc Duval | is from | Lens",
            "Kwame Osei | is one of | defenders",
            "Ryan Teague | is one of | defenders",
        ],
    ),
    (
        "Clerks were trained in a South Carolina shared workspace.",
        [],
    ),
    (
        "He said the doors had been locked and blamed the fire on a lamp.",
        [
            "He | said | the doors had been locked",
            "the doors | had been locked | -",
            "He | blamed | the fire <other: on a lamp>",
        ],
    ),
    (
        "The bank was not only the oldest lender but also the largest.",
        ["The bank | was | the oldest lender", "The bank | was | the largest"],
    ),
    (
        "Customers who have held on to their old tablets for years will pay more.",
        ["Customers | have held on to | their old tablets <time: for years>", "Customers | will pay | more"],
    ),
    (
        "Shares in Quill closed down 6.2 percent at $41.15.",
        ["Shares | closed down at | $ 41.15 <measure: 6.2 percent>"],
    ),
    (
        "A Quill spokesman, asked whether the lending feature had been cleared with rights "
        "holders, said only that talks were ongoing.",
        [
            "the lending feature | had been cleared with | rights holders",
            "A Quill spokesman | said | only that talks were ongoing",
            "talks | were | ongoing",
        ],
    ),
    (
        "The individuals involved needed to be targeted accurately to avoid killing innocent civilians.",
        [
            "The individuals | needed to be targeted | - <manner: accurately> <purpose: to avoid "
            "killing innocent civilians>"
        ],
    ),
    (
        "Norland won a victory against defending champions Croatia on Monday.",
        ["Norland | won | a victory <time: on Monday>", "Croatia | is | champions"],
    ),
    (
        "The doctors said that all but five of those infected had never been vaccinated.",
        [
            "The doctors | said | that all but five of those infected had never been vaccinated",
            "all but five of those infected | had never been vaccinated | -",
        ],
    ),
    (
        '"I don\'t know what direction Stellan Moor will go at the mill," Reed said.',
        [
            "I | do n't know | what direction Stellan Moor will go at the mill",
            "Reed | said | I do n't know what direction Stellan Moor will go at the mill",
        ],
    ),
    (
        "Rates had been falling long before the clinic closed, from 94 percent to 81 percent.",
        ["Rates | had been falling from | 94 percent <time: long before the clinic closed>", "the clinic | closed | -"],
    ),
    (
        'Salvatore "Sammy the Bull" Gravano lives in Arn.',
        ["Salvatore Sammy the Bull Gravano | lives in | Arn"],
    ),
    (
        "All goods not named in the list have to leave.",
        ["All goods | have to leave | -"],
    ),
    (
        "She is someone who was raised in a small town.",
        ["She | is | someone"],
    ),
    (
        "That's good news for the valley.",
        [],
    ),
    (
        "A pilot was blamed for a crash that killed nine.",
        ["A pilot | was blamed for | a crash", "a crash | killed | nine"],
    ),
    (
        "She sent a letter asking for help.",
        ["She | sent | a letter", "a letter | asking for | help"],
    ),
    (
        "Anyone who claims otherwise has not read the report.",
        ["Anyone | has not read | the report"],
    ),
    (
        "The companies expect to close the deal, provided that regulators in Brennick approve it.",
        [
            "The companies | expect to close | the deal <condition: provided that regulators in Brennick approve it>",
            "regulators | approve | it",
        ],
    ),
    (
        "The company blamed weak orders from makers of pumps, rising energy costs and a strike at its plant in Mersel.",
        [
            "The company | blamed | weak orders",
            "The company | blamed | rising energy costs",
            "The company | blamed | a strike",
        ],
    ),
    (
        "The biggest winner was the nationalist Home List, founded just three years ago by a "
        "former television presenter, Gitte Moll, which took 29 seats.",
        [
            "The biggest winner | was | the nationalist Home List",
            "the nationalist Home List | founded by | a former television presenter <time: just three years ago>",
            "the nationalist Home List | took | 29 seats",
        ],
    ),
    (
        "The commission said that none was serious enough to affect the outcome.",
        [
            "The commission | said | that none was serious enough to affect the outcome",
            "none | was serious enough to affect | the outcome",
        ],
    ),
    (
        "By the time Emil was twenty he could strip and rebuild any machine made on the continent.",
        [
            "Emil | was | twenty",
            "he | could strip | any machine <time: By the time Emil was twenty>",
            "he | could rebuild | any machine <time: By the time Emil was twenty>",
        ],
    ),
    (
        "By the time police arrived the thieves had fled.",
        ["police | arrived | -", "the thieves | had fled | - <time: By the time police arrived>"],
    ),
    (
        "His hands shake, not badly enough to stop him.",
        ["His hands | shake | - <other: not badly enough to stop him>"],
    ),
    (
        "Brandvik was sold to Ullsby for $3 million.",
        ["Brandvik | was sold to | Ullsby <measure: for $ 3 million>"],
    ),
    (
        "She was a remarkable lady, an iconic figure in pop culture.",
        ["She | was | a remarkable lady", "She | is | an iconic figure"],
    ),
    (
        "Jewellery and watches worth £1.7m have been stolen during a heist.",
        ["Jewellery and watches worth £ 1.7 m | have been stolen during | a heist"],
    ),
    (
        "He was hit and never saw the guards coming.",
        ["He | was hit | -", "He | never saw | the guards <result: coming>"],
    ),
    (
        "The case for it, as set out by the leader of the council, Graham Tolley, is that a "
        "stadium would transform the docks.",
        ["The case | is | that a stadium would transform the docks", "a stadium | would transform | the docks"],
    ),
    (
        "Economists have studied this question for decades and, for once, they agree.",
        ["Economists | have studied | this question <time: for decades>", "they | agree | - <purpose: for once>"],
    ),
    (
        "It knocked out the system that airlines in 14 countries use to file flight plans.",
        ["It | knocked out | the system", "airlines | use | the system <purpose: to file flight plans>"],
    ),
    (
        "The carriers are considering whether to sue.",
        ["The carriers | are considering | whether to sue"],
    ),
    (
        "He was convicted in September of three counts of attempted murder and one of theft.",
        [
            "He | was convicted of | three counts <time: in September>",
            "He | was convicted of | one of theft <time: in September>",
        ],
    ),
    (
        "Colleagues twice reported concerns to managers, in 2018 and again the following year, but were told to wait.",
        [
            "Colleagues | reported | concerns <time: twice> <time: in 2018 again the following year>",
            "Colleagues | were told to wait | -",
        ],
    ),
    (
        "A nurse was sentenced on Friday to 14 years in prison by a court in Halmouth.",
        ["A nurse | was sentenced by | a court <time: on Friday> <result: to 14 years in prison>"],
    ),
    (
        "Ossian promises three more years than anyone, and, unlike Fairphone, it will sell you every part.",
        ["it | will sell | every part <comparison: unlike Fairphone> <recipient: you>"],
    ),
    (
        "He says fewer than 200,000 phones have been sold since 2022, compared with 12 million a week.",
        [
            "He | says | fewer than 200,000 phones have been sold since 2022 , compared with 12 million a week",
            "fewer than 200,000 phones | have been sold | - <time: since 2022> <other: compared with "
            "12 million a week>",
        ],
    ),
    (
        "Two years on, they no longer speak, and neither do their wives, who were at school together.",
        ["they | no longer speak | - <other: Two years on>", "their wives | were at | school <manner: together>"],
    ),
    (
        'Tomas Rehn, a herpetologist at the museum in Lund who was not involved in the work, called it "simple".',
        [
            "Tomas Rehn | is | a herpetologist",
            "Tomas Rehn | was not involved in | the work",
            "Tomas Rehn | called | it <role: simple>",
        ],
    ),
    (
        "Norrby, without a victory in five, had looked the likelier winners.",
        ["Norrby | had looked | the likelier winners <accompaniment: without a victory in five>"],
    ),
    (
        "Veltra cut its forecast, saying costs would rise next year, and sending its shares down.",
        [
            "Veltra | cut | its forecast",
            "Veltra | saying | costs would rise next year",
            "costs | would rise | - <time: next year>",
            "Veltra | sending down | its shares",
        ],
    ),
    (
        "He levelled from the spot after Denner was ruled to have handled, a decision that the visitors disputed.",
        [
            "He | levelled from | the spot <time: after Denner was ruled to have handled>",
            "Denner | was ruled to have handled | -",
            "the visitors | disputed | a decision",
        ],
    ),
    (
        "Not everyone is in a hurry to see the post filled.",
        ["Not everyone | is in | a hurry", "the post | filled | -"],
    ),
    (
        "The firm, which is due to report next week, fell 5%.",
        ["The firm | is due to report | - <time: next week>", "The firm | fell | - <measure: 5 %>"],
    ),
    (
        "The clerk was released and fled to Lorne.",
        ["The clerk | was released | -", "The clerk | fled to | Lorne"],
    ),
    (
        "Chicago – Several thousand teachers wearing red surrounded the mill to call for pay from the union-led board.",
        ["Several thousand teachers | surrounded | the mill <purpose: to call for pay from the union - led board>"],
    ),
    (
        "They asked how convicted robber Arcade Lund escaped.",
        [
            "They | asked | how convicted robber Arcade Lund escaped",
            "Arcade Lund | is | convicted robber",
            "convicted robber Arcade Lund | escaped | -",
        ],
    ),
    ("The quake struck seven km (4 miles) east of Lorne.", ["The quake | struck | seven km ( 4 miles ) east of Lorne"]),
    ("In other words, the more Lund pushes these plans, the closer he gets to the vote.", []),
    (
        "They rose against all that ails Portugal: a weak government and a poor economy.",
        ["They | rose against | all", "all | ails | Portugal"],
    ),
    (
        "Defence firm Arkos bribed officials in three towns.",
        ["Arkos | is | Defence firm", "Defence firm Arkos | bribed | officials <place: in three towns>"],
    ),
    (
        "Marais said the sums were hidden as fees and routed through Lund.",
        [
            "Marais | said | the sums were hidden as fees and routed through Lund",
            "the sums | were hidden as | fees",
            "the sums | were routed through | Lund",
        ],
    ),
    ("She runs a non-profit which helps clerks.", ["She | runs | a non-profit", "a non-profit | helps | clerks"]),
    ("He had no doubt the mill was safe.", ["He | had | no doubt", "the mill | was | safe"]),
    (
        "The board had been expected to announce cuts but held off, after the union asked it to wait.",
        [
            "The board | had been expected to announce | cuts",
            "The board | held off | - <time: after the union asked it to wait>",
            "the union | asked | it <purpose: to wait>",
        ],
    ),
    (
        "Let us suppose, for a moment, that Minister Vera Holt is telling the truth.",
        ["Vera Holt | is | Minister", "Minister Vera Holt | is telling | the truth"],
    ),
    (
        "The figures were not just wrong but dangerously wrong.",
        ["The figures | were not just | wrong", "The figures | were not just | dangerously wrong"],
    ),
    ("The row is not just about rents.", ["The row | is not just about | rents"]),
    (
        "Had she visited even one of them, a nurse could have told her what was going on.",
        ["she | Had visited | even one of them", "a nurse | could have told | what was going on <recipient: her>"],
    ),
    ("The boat overturned, about two miles from port.", ["The boat | overturned about two miles from | port"]),
    (
        "Krona said on Monday it had agreed to buy the mill.",
        ["Krona | said | it had agreed to buy the mill <time: on Monday>", "it | had agreed to buy | the mill"],
    ),
    ("It gives us something we could never have built ourselves.", ["It | gives | something <recipient: us>"]),
    ("She lost to world number two Lucia Marti.", ["She | lost to | world number two Lucia Marti"]),
    ("He advances to his first semi-final.", ["He | advances to | his first semi-final"]),
    ("Veltra's CEO, Maya Oduya, left.", ["Maya Oduya | is | Veltra 's CEO", "Veltra 's CEO | left | -"]),
    (
        "The board wasted £4m of public money on a statue.",
        ["The board | wasted | £ 4 m of public money <other: on a statue>"],
    ),
    ("1997: Queen Margriet opens the barrier.", ["Queen Margriet | opens | the barrier"]),
    ("His proposal was ridiculed at first.", ["His proposal | was ridiculed | - <time: at first>"]),
    ("Ada Lund, engineer, died 17 May 2024.", ["Ada Lund | is | engineer", "Ada Lund | died | - <time: 17 May 2024>"]),
    (
        "The contract went to Tramex, a firm in Cyprus whose only owner, according to files, is a cousin of his.",
        [
            "The contract | went to | Tramex",
            "Tramex | is | a firm",
            "a firm whose only owner | is | a cousin <source: according to files>",
        ],
    ),
    (
        "Tramex, a firm registered in Cyprus whose owner is unknown, won.",
        [
            "Tramex | is | a firm",
            "Tramex | registered in | Cyprus",
            "a firm whose owner | is | unknown",
            "Tramex | won | -",
        ],
    ),
    (
        "Lena Marti tells employees in a memo that the bank is well funded.",
        [
            "Lena Marti | tells | that the bank is well funded <recipient: employees> <other: in a memo>",
            "the bank | is | well funded",
        ],
    ),
    (
        "A lawyer threatened to sue if his name was printed.",
        ["A lawyer | threatened to sue | - <condition: if his name was printed>", "his name | was printed | -"],
    ),
    (
        "A clerk asked not to be named because he was not allowed to speak to the press.",
        [
            "A clerk | asked not to be named | - <reason: because he was not allowed to speak to the press>",
            "he | was not allowed to speak to | the press",
        ],
    ),
    ("We are running out of time.", ["We | are running out of | time"]),
    (
        "Ada Lund, who lives there and whose petition drew 5,600 signatures, left.",
        ["Ada Lund | lives | - <place: there>", "Ada Lund whose petition | drew | 5,600 signatures"],
    ),
    (
        "Chicago – Several thousand teachers wearing red surrounded the mill on Tuesday.",
        ["Several thousand teachers | surrounded | the mill <time: on Tuesday>"],
    ),
    (
        "Lund says the pump works, boasting that it can carry more.",
        [
            "Lund | says | the pump works",
            "the pump | works | -",
            "Lund | boasting | that it can carry more",
            "it | can carry | more",
        ],
    ),
    (
        "She has hit back at claims that she cheated on her husband.",
        ["She | has hit back at | claims", "she | cheated on | her husband"],
    ),
    (
        "The jury was deprived of evidence that might have led it to a different verdict.",
        [
            "The jury | was deprived of | evidence",
            "evidence | might have led | it <destination: to a different verdict>",
        ],
    ),
    (
        "Her operation was called off an hour before it was due to start.",
        [
            "Her operation | was called off | - <time: an hour before it was due to start>",
            "it | was due to start | -",
        ],
    ),
    (
        "The fee is to be paid by Friday.",
        ["The fee | is to be paid | - <time: by Friday>"],
    ),
    (
        "Reports from the region that the dam had burst were false.",
        ["the dam | had burst | -", "Reports | were | false"],
    ),
    (
        "Net profit rose 4% to $612m, helped by a tax rebate.",
        ["Net profit | rose to | $ 612 m <measure: 4 %>"],
    ),
    (
        "Ada and Olof Berg, aged 34 and 29, drowned.",
        ["Ada | drowned | -", "Olof Berg | drowned | -"],
    ),
    (
        "The survey was done Oct. 3-7 and has a margin of error.",
        ["The survey | was done | - <time: Oct. 3-7>", "The survey | has | a margin"],
    ),
    (
        "The mill was so badly damaged that clerks worked in the yard.",
        [
            "The mill | was damaged | - <manner: so badly> <other: that clerks worked in the yard>",
            "clerks | worked in | the yard",
        ],
    ),
    (
        "The rings turned out to have been stolen from the villa.",
        ["The rings | turned out to have been stolen from | the villa"],
    ),
    (
        "They brushed aside warnings from the airlines that it would fail.",
        ["They | brushed aside | warnings", "it | would fail | -"],
    ),
    (
        "The chairman of Veltra, Anna Hale, left.",
        ["Anna Hale | is | The chairman of Veltra", "The chairman of Veltra | left | -"],
    ),
    (
        "The mayor left without consulting the town council, whose leaders have threatened to sue.",
        [
            "The mayor | left without | consulting the town council , whose leaders have threatened to sue",
            "the town council , whose leaders | have threatened to sue | -",
        ],
    ),
    (
        "Lund tells the paper that he left it.",
        [
            "Lund | tells | that he left it <recipient: the paper>",
            "he | left | it",
        ],
    ),
    (
        "Lund told The Bell in a statement that her client did not mean harm.",
        [
            "Lund | told | that her client did not mean harm <recipient: The Bell> <other: in a statement>",
            "her client | did not mean | harm",
        ],
    ),
    (
        "Lund told reporters at a news event that the talks had ended.",
        [
            "Lund | told | that the talks had ended <recipient: reporters> <other: at a news event>",
            "the talks | had ended | -",
        ],
    ),
    (
        "The mill, which they have tried to buy for years, closed.",
        [
            "they | have tried to buy | The mill <time: for years>",
            "The mill | closed | -",
        ],
    ),
    (
        "The market is behaving differently from the economy.",
        [
            "The market | is behaving differently from | the economy",
        ],
    ),
    (
        '"We fear debt, low demand given crowding out by high rates," said Veltra Equities.',
        [
            "We | fear | debt",
            "Veltra Equities | said | We fear debt low demand given crowding out by high rates",
        ],
    ),
    (
        "Norland argued for decades that it was the first victim, having been taken by Sudria in 1938.",
        [
            "Norland | argued | that it was the first victim <time: for decades>",
            "it | was | the first victim",
            "Norland | having been taken by | Sudria <time: in 1938>",
        ],
    ),
    (
        "Lund told the man that he knew about it.",
        [
            "Lund | told | that he knew about it <recipient: the man>",
            "he | knew about | it",
        ],
    ),
    (
        "She sings on behalf of anyone who has had to learn it.",
        [
            "She | sings on behalf of | anyone",
        ],
    ),
    (
        "That's when Lund and Berg first learned who had written it.",
        [
            "Lund | learned | who had written it <time: first>",
            "Berg | learned | who had written it <time: first>",
        ],
    ),
    (
        "As it turned out, Lund had left the firm.",
        [
            "Lund | had left | the firm",
        ],
    ),
    (
        "If they don't come, that's it.",
        [
            "they | do n't come | -",
        ],
    ),
    (
        "Lund's old partners Ada Smith and Kate Holm came.",
        [
            "Ada Smith | is one of | Lund 's old partners",
            "Kate Holm | is one of | Lund 's old partners",
            "Ada Smith | came | -",
            "Kate Holm | came | -",
        ],
    ),
    (
        "Both found themselves blindsided by the storm.",
        [
            "Both | found | themselves <result: blindsided by the storm>",
        ],
    ),
    (
        "Arbeck takes on Lorne and Sudria plays Tarsk.",
        [
            "Arbeck | takes on | Lorne",
            "Sudria | plays | Tarsk",
        ],
    ),
    (
        "Holm defeated Karen Lund and Andrey Berg 6-4, 7-6 (5) to win the cup.",
        [
            "Holm | defeated | Karen Lund <measure: 6-4 , 7-6 ( 5 )> <purpose: to win the cup>",
            "Holm | defeated | Andrey Berg <measure: 6-4 , 7-6 ( 5 )> <purpose: to win the cup>",
        ],
    ),
    (
        "The teams were tied after Jo Lund passed Holm 6-2, 6-1 and Ada Berg beat Eva Roth 7-5, 6-2.",
        [
            "The teams | were tied | - <time: after Jo Lund passed Holm 6-2 , 6-1>",
            "Jo Lund | passed | Holm <measure: 6-2 , 6-1>",
            "Ada Berg | beat | Eva Roth <measure: 7-5 , 6-2>",
        ],
    ),
    (
        "Pia Lund edged Reilly Holm 7-6 (5), 7-6 (7) and Ada Berg defeated Tom Roth 7-6 (6), 6-3.",
        [
            "Pia Lund | edged | Reilly Holm <measure: 7-6 ( 5 ) , 7-6 ( 7 )>",
            "Ada Berg | defeated | Tom Roth <measure: 7-6 ( 6 ) , 6-3>",
        ],
    ),
    (
        '"It occurs at low levels, with rare events of activity," Holm and his team wrote in the paper.',
        [
            "It | occurs at | low levels <other: with rare events of activity>",
            "Holm | wrote | It occurs at low levels , with rare events of activity <other: in the paper>",
            "his team | wrote | It occurs at low levels , with rare events of activity <other: in the paper>",
        ],
    ),
    (
        "\"It's like you're pouring stuff into a sink that's plugged up,\" Holm said.",
        [
            "It | 's | like you 're pouring stuff into a sink that 's plugged up",
            "you | 're pouring | stuff <destination: into a sink that 's plugged up>",
            "Holm | said | It 's like you 're pouring stuff into a sink that 's plugged up",
        ],
    ),
    (
        "I urge you to use the masks whenever needed.",
        [
            "I | urge | you <purpose: to use the masks whenever needed>",
        ],
    ),
    (
        "Together, these factors caused a decline.",
        [
            "these factors | caused | a decline <other: Together>",
        ],
    ),
    (
        "Farmers are still in the early days of the season.",
        [
            "Farmers | are in | the early days of the season <time: still>",
        ],
    ),
    (
        "It's when the boat leaves the port where users will run into issues.",
        [
            "the boat | leaves | the port",
            "users | will run into | issues <place: the port>",
        ],
    ),
    (
        "Two rivals voted over Nils Lund, Adam Berg's deaths.",
        [
            "Two rivals | voted over | Nils Lund",
        ],
    ),
    (
        "The last outbreak in Lorne was in 2009.",
        [
            "The last outbreak | was in | 2009",
        ],
    ),
    (
        '"In the end, we will win and save our land," Lund tweeted soon after the talks.',
        [
            "we | will win | our land <time: In the end>",
            "we | will save | our land <time: In the end>",
            "Lund | tweeted | In the end , we will win and save our land <time: soon> <time: after the talks>",
        ],
    ),
    (
        "That said, the two mills might have made a good fit.",
        [
            "the two mills | might have made | a good fit",
        ],
    ),
    (
        "Having said that, the port says the quay is safe.",
        [
            "the port | says | the quay is safe",
            "the quay | is | safe",
        ],
    ),
    (
        "It is sad to attend a large fair, as I did in May, and hear the same story.",
        [
            "It | is sad to attend | a large fair <time: as I did in May>",
            "It | is sad to hear | the same story <time: as I did in May>",
        ],
    ),
    (
        "It is not clear how many have moved to the new plan.",
        [
            "It | is not clear | how many have moved to the new plan",
        ],
    ),
    (
        "In a time when small cars are growing, making a long wagon might seem odd.",
        [
            "small cars | are growing | -",
        ],
    ),
    (
        "Lund and Berg will tour together.",
        [
            "Lund and Berg | will tour together | -",
        ],
    ),
    (
        "They may find things in the yard that trigger lung disease.",
        [
            "They | may find | things <place: in the yard>",
        ],
    ),
    (
        "Those playing through Veltra's recommended Maxbox Ultra will be treated to a slow film.",
        [
            "Those | will be treated to | a slow film",
        ],
    ),
    (
        "Lund became the first player in Lorne history to win it.",
        [
            "Lund | became | the first player",
        ],
    ),
    (
        "Pro tip: Get more meal ideas here!",
        [],
    ),
    (
        "They used tiles rather than slate.",
        [
            "They | used | tiles",
        ],
    ),
    (
        "Doors are done away with in favor of pads.",
        [
            "Doors | are done away with in favor of | pads",
        ],
    ),
    (
        "Veltra's aim is to provide tools for highly mobile, ad hoc, and time-sensitive places.",
        [
            "Veltra 's aim | is to provide | tools <purpose: for highly mobile , ad hoc , and time - sensitive places>",
        ],
    ),
    (
        "Veltra on Tuesday announced a sale.",
        [
            "Veltra | announced | a sale <time: on Tuesday>",
        ],
    ),
    (
        "The key gain is that the misses did not exceed the hits, say experts.",
        [
            "The key gain | is | that the misses did not exceed the hits",
            "the misses | did not exceed | the hits",
            "experts | say | The key gain is that the misses did not exceed the hits",
        ],
    ),
    (
        "A May paper to lenders indicated office jobs would be cut, a possible reference to design units.",
        [
            "A May paper | indicated | office jobs would be cut",
            "office jobs | would be cut | -",
        ],
    ),
    (
        "The army says two people were killed while the rebels claim responsibility for the fire.",
        [
            "The army | says | two people were killed <time: while the rebels claim responsibility for the fire>",
            "two people | were killed | -",
            "the rebels | claim | responsibility",
        ],
    ),
    (
        "The cause of the crash is under investigation, however early reports do not indicate it was caused by fire.",
        [
            "The cause of the crash | is under | investigation",
            "early reports | do not indicate | it was caused by fire",
            "it | was caused by | fire",
        ],
    ),
    (
        "The firms have a new angle on the trade: They'll assume that everyone is out of money.",
        [
            "The firms | have | a new angle",
            "They | 'll assume | that everyone is out of money",
            "everyone | is out of | money",
        ],
    ),
    (
        "The firm fell after buyers grew wary of its losses, its business model, and its rules.",
        [
            "The firm | fell | - <time: after buyers grew wary of its losses , its business model , and its rules>",
            "buyers | grew wary of | its losses",
            "buyers | grew wary of | its business model",
            "buyers | grew wary of | its rules",
        ],
    ),
    (
        "Mix 1 cup rice, 2 tsp. salt, 1 tbsp. oil and serve.",
        [],
    ),
    (
        "He ran for the league-leading Herons, who have won 12 of 13 games.",
        [
            "He | ran for | the league - leading Herons",
            "the league - leading Herons | have won | 12 of 13 games",
        ],
    ),
    (
        "The divers also found a crate of other coins such as rings and gloves all of which confirmed their fears.",
        [
            "The divers | found | a crate",
            "a crate all of which | confirmed | their fears",
        ],
    ),
    (
        "As rerouting plans fully kick in, wages will improve.",
        ["wages | will improve | - <other: As rerouting plans fully kick in>"],
    ),
    (
        "A guard was charged over the shooting of a farmer that sparked protests.",
        [
            "A guard | was charged over | the shooting",
            "the shooting of a farmer | sparked | protests",
        ],
    ),
    (
        "The court found, however, that Ruiz, who had resigned, was not to blame.",
        [
            "The court | found | that Ruiz , who had resigned , was not to blame",
            "Ruiz | had resigned | -",
            "Ruiz | was not to blame | -",
        ],
    ),
    (
        "Quist flew to Lima, where he is to meet divers.",
        ["Quist | flew to | Lima", "he | is to meet | divers <place: Lima>"],
    ),
    (
        "The port has struggled since its chief, Ada Quist, resigned.",
        [
            "The port | has struggled | - <time: since its chief , Ada Quist , resigned>",
            "Ada Quist | is | its chief",
            "its chief | resigned | -",
        ],
    ),
    ("It was Quist, not the mayor, who closed the port.", ["Quist | closed | the port"]),
    (
        "Some divers want the pier moved; others say it is safe.",
        [
            "Some divers | want | the pier moved",
            "the pier | moved | -",
            "others | say | it is safe",
            "it | is | safe",
        ],
    ),
    (
        "The court dismissed her complaint that she was cheated.",
        ["The court | dismissed | her complaint", "she | was cheated | -"],
    ),
    (
        "The pier was built in May but worked for years.",
        ["The pier | was built | - <time: in May>", "The pier | worked | - <time: for years>"],
    ),
    (
        "She bought maps, quietly studied every road and explained why the trip failed.",
        [
            "She | bought | maps",
            "She | studied | every road <manner: quietly>",
            "She | explained | why the trip failed",
            "the trip | failed | -",
        ],
    ),
    (
        "The wood was then cut into planks and painted with oil.",
        ["The wood | was cut into | planks", "The wood | was painted with | oil"],
    ),
    ("The general would receive thanks years later.", ["The general | would receive | thanks <time: years later>"]),
    (
        "The old bridge was closed; a new one is being built.",
        ["The old bridge | was | closed", "a new one | is being built | -"],
    ),
    ("Their papers lost, they headed for the border.", ["Their papers | lost | -", "they | headed for | the border"]),
    (
        "Teachers scolded a boy for sleeping in class.",
        ["Teachers | scolded | a boy <reason: for sleeping in class>", "a boy | sleeping in | class"],
    ),
    ("Critics have backed away from early praise.", ["Critics | have backed away from | early praise"]),
    (
        "It has widened its port and used its ships to shadow trawlers, annoy divers off its coast, and block piers.",
        [
            "It | has widened | its port",
            "It | used | its ships <purpose: to shadow trawlers , annoy divers off its coast , and block piers>",
        ],
    ),
    ("The delay made Lima worried.", ["The delay | made | Lima <result: worried>", "Lima | worried | -"]),
    ("The cake will arrive half-eaten by mice.", ["The cake | will arrive | half - eaten"]),
    (
        "Ruiz believed the reform in May helped farmers.",
        ["Ruiz | believed | the reform in May helped farmers", "the reform | helped | farmers"],
    ),
    ("These plans are still far from a final draft.", ["These plans | are far from | a final draft <time: still>"]),
    ("The crew is steered by a novice. novice.", ["The crew | is steered by | a novice"]),
    (
        "Still, they had offered few means to repay debts out of greed. hunger could force them into strikes.",
        [
            "they | had offered | few means <purpose: to repay debts out of greed>",
            "hunger | could force | them <other: into strikes>",
        ],
    ),
    ("She left the choir on March 3, 1961.", ["She | left | the choir <time: on March 3 , 1961>"]),
    ("He sang in a total of nine operas.", ["He | sang in | a total of nine operas"]),
    (
        "The rise in timber costs, which have hurt builders, continued.",
        ["timber costs | have hurt | builders", "The rise | continued | -"],
    ),
    (
        "It cites a law passed between two wars in 1880, which banned duels.",
        ["It | cites | a law", "a law | passed between | two wars <time: in 1880>", "a law | banned | duels"],
    ),
    (
        "Output rose in the third week, helped by orders from Spain.",
        ["Output | rose | - <time: in the third week>", "Output | helped by | orders"],
    ),
    (
        "The lake sank by two metres to reach a record low.",
        ["The lake | sank by | two metres <purpose: to reach a record low>"],
    ),
    (
        "The town grew, two schools were built, and rents rose.",
        ["The town | grew | -", "two schools | were built | -", "rents | rose | -"],
    ),
    (
        "In the second half Han Sung-min scored a goal.",
        ["Han Sung-min | scored | a goal <other: In the second half>"],
    ),
    (
        "A study showed nearly a third of drivers avoided paying the toll.",
        ["A study | showed | nearly a third of drivers", "nearly a third of drivers | avoided paying | the toll"],
    ),
    ("There were fears they would stay in Peru.", ["There | were | fears", "they | would stay in | Peru"]),
    ("The plan will un-freeze these markets.", ["The plan | will un-freeze | these markets"]),
    ("The court has un-sealed the files.", ["The court | has un-sealed | the files"]),
    (
        "The mayor said in a note that Ruiz had left.",
        ["The mayor | said | that Ruiz had left <other: in a note>", "Ruiz | had left | -"],
    ),
    ("SUND (Meridian) - Rebels took the port on Friday.", ["Rebels | took | the port <time: on Friday>"]),
    ("Not the driver but the owner of the van was fined.", ["the owner of the van | was fined | -"]),
    (
        "Visitors may no longer feed, touch or ride the tortoises.",
        [
            "Visitors | may no longer feed | the tortoises",
            "Visitors | may no longer touch | the tortoises",
            "Visitors | may no longer ride | the tortoises",
        ],
    ),
    ("The charity returned all but nine of them.", ["The charity | returned | all but nine of them"]),
    ("It was too early to say what had gone wrong.", ["It | was too early to say | what had gone wrong"]),
    (
        "Thousands crowded into the hall to see the singer.",
        ["Thousands | crowded into | the hall <purpose: to see the singer>"],
    ),
    ("The hub will get pilot and crew seats.", ["The hub | will get | pilot and crew seats"]),
    ("We are here because of the storm.", ["We | are | here <reason: because of the storm>"]),
    (
        "It was stopped by judges in Lima, who blocked the deal.",
        ["It | was stopped by | judges", "judges | blocked | the deal"],
    ),
    (
        "Quist used money she should have saved.",
        ["Quist | used | money", "she | should have saved | money"],
    ),
    (
        "Buyers have welcomed the sale, asking for so many tickets they will be sold out.",
        [
            "Buyers | have welcomed | the sale",
            "Buyers | asking for | so many tickets",
            "they | will be sold out | -",
        ],
    ),
    ("Donald, if you wait, you are late.", ["you | wait | -", "you | are | late <condition: if you wait>"]),
    (
        "It was unclear when Quist would leave.",
        ["It | was | unclear", "Quist | would leave | -"],
    ),
    ("Quist is married and has a son.", ["Quist | is | married", "Quist | has | a son"]),
    (
        "The fire killed six people, the ministry said, revising its figure.",
        [
            "The fire | killed | six people",
            "the ministry | said | The fire killed six people",
            "the ministry | revising | its figure",
        ],
    ),
    (
        "Pupils of the school attended by Quist held a vigil.",
        ["the school | attended by | Quist", "Pupils of the school attended by Quist | held | a vigil"],
    ),
    (
        "Quist died on Monday, hours after he was freed.",
        ["Quist | died | - <time: on Monday> <time: hours after he was freed>", "he | was freed | -"],
    ),
    (
        "A gang of four thieves -- two of them dressed as nuns -- stole the ring.",
        ["two of them | dressed as | nuns", "A gang of four thieves | stole | the ring"],
    ),
    ("The port, Ann Lund told the court, is old.", ["The port | is | old"]),
    (
        "“I never liked tea,” she says, pouring coffee.",
        ["I | never liked | tea", "she | says | I never liked tea", "she | pouring | coffee"],
    ),
    ("It went back to the name “Coast Press” in May.", ["It | went back to | the name Coast Press <time: in May>"]),
    (
        '"It is a mess," tweeted Ostmark senator Mira Quist on Friday.',
        [
            "It | is | a mess",
            "Ostmark senator Mira Quist | tweeted | It is a mess <time: on Friday>",
            "Mira Quist | is | Ostmark senator",
        ],
    ),
    (
        "“That is not what we voted for,” quipped Labour member Ada Berg.",
        ["Labour member Ada Berg | quipped | That is not what we voted for", "Ada Berg | is | Labour member"],
    ),
    (
        "Police have named the man who died after being hit by a tram in Tarn as Erik Holm.",
        [
            "Police | have named | the man <role: as Erik Holm>",
            "the man | died | - <time: after being hit by a tram in Tarn>",
            "the man | being hit by | a tram",
        ],
    ),
    (
        "Police named the woman who was found dead in a flat as Mira Quist.",
        ["Police | named | the woman <role: as Mira Quist>", "the woman | was found | dead <place: in a flat>"],
    ),
    ("The road opened on Monday and under heavy guard.", ["The road | opened under | heavy guard <time: on Monday>"]),
    (
        "The talks were held in secret and without the rebels.",
        ["The talks | were held in | secret <accompaniment: without the rebels>"],
    ),
    (
        "Norland were 145 for 6 at stumps on day two.",
        ["Norland | were | 145 for 6 <other: at stumps> <time: on day two>"],
    ),
    (
        "Quist took 5 for 43 as the hosts were all out for 212.",
        [
            "Quist | took | 5 for 43 <time: as the hosts were all out for 212>",
            "the hosts | were out for | 212 <other: all>",
        ],
    ),
    (
        "Six men drowned when a boat carrying wedding guests overturned in the Tarn river.",
        [
            "Six men | drowned | - <time: when a boat carrying wedding guests overturned in the Tarn river>",
            "a boat | carrying | wedding guests",
            "a boat | overturned in | the Tarn river",
        ],
    ),
    (
        "Senator Brandt voted for the war, then ran against it.",
        ["Brandt | is | Senator", "Senator Brandt | voted for | the war", "Senator Brandt | ran against | it"],
    ),
    (
        "The opposition has asked the speaker to disqualify four MLAs who joined its rivals.",
        [
            "The opposition | has asked | the speaker <purpose: to disqualify four MLAs who joined its rivals>",
            "four MLAs | joined | its rivals",
        ],
    ),
    (
        "Two men opened fire at a shop in Tarn, leaving the owner critically injured.",
        [
            "Two men | opened | fire <place: at a shop in Tarn>",
            "Two men | leaving | the owner",
            "the owner | injured | - <manner: critically>",
        ],
    ),
    ("The plan will help nobody but the rich.", ["The plan | will help | nobody but the rich"]),
    (
        "The minister announced an ex gratia of Rs 5 lakh each to the families of the deceased.",
        ["The minister | announced | an ex gratia <other: to the families of the deceased>"],
    ),
    ("Not a single member voted against the bill.", ["Not a single member | voted against | the bill"]),
    ("No wonder people are angry.", ["people | are | angry"]),
    (
        "Residents have until May to have their say on the proposals.",
        ["Residents | have until | May <purpose: to have their say on the proposals>"],
    ),
    ("The firm is on course to double its profit.", ["The firm | is on | course <purpose: to double its profit>"]),
    (
        "Ms Brandt said she was over the moon to have won.",
        ["Ms Brandt | said | she was over the moon to have won", "she | was over | the moon"],
    ),
    (
        "Brandt was run out for 12 and Quist followed two balls later.",
        ["Brandt | was run out for | 12", "Quist | followed | two balls <time: later>"],
    ),
    (
        "Having lost the first set 6-2, Ms Quist fought back.",
        ["Ms Quist | Having lost | the first set <measure: 6-2>", "Ms Quist | fought back | -"],
    ),
    (
        "Nothing can stop Lund winning the title.",
        ["Nothing | can stop | Lund <result: winning the title>", "Lund | winning | the title"],
    ),
    (
        "The law would prevent firms selling the data.",
        ["The law | would prevent | firms <result: selling the data>", "firms | selling | the data"],
    ),
    (
        "The club has gone from joke to champion in under a year.",
        ["The club | has gone from | joke <recipient: to champion> <time: in under a year>"],
    ),
    ("What happened next shocked everyone in the room.", ["What happened next | shocked | everyone"]),
    ("What Quist said next stunned the crowd.", ["What Quist said next | stunned | the crowd"]),
    (
        "Berg quit in May, but not before he had sold his shares.",
        ["Berg | quit | - <time: in May> <time: not before he had sold his shares>", "he | had sold | his shares"],
    ),
    (
        "The letter was deleted, but not before it had been read by hundreds.",
        [
            "The letter | was deleted | - <time: not before it had been read by hundreds>",
            "it | had been read by | hundreds",
        ],
    ),
    ("She is the first woman since Ada Holm in 1998 to win the race.", ["She | is | the first woman"]),
]
SOUND = [
    (
        "Quist was told the story in May and the town laughed.",
        ["Quist | was told | the story <time: in May>", "the town | laughed | -"],
    ),
    ("He once lived in Lund and farmers knew him.", ["He | lived in | Lund <time: once>", "farmers | knew | him"]),
    (
        "It was the first step on a path that would lead to Oslo.",
        ["It | was | the first step", "a path | would lead to | Oslo"],
    ),
    ("It was a plan for a port that split the council.", ["It | was | a plan", "a port | split | the council"]),
    ("The firm sells a drug, which critics reject.", ["The firm | sells | a drug", "critics | reject | a drug"]),
    (
        "The head of the mill, Lund said, told the clerks a story.",
        [
            "Lund | said | The head of the mill told the clerks a story",
            "The head of the mill | told | a story <recipient: the clerks>",
        ],
    ),
    ("Staying over the weekend cost him his job.", ["Staying over the weekend | cost | his job <recipient: him>"]),
    ("He lives in a town calling for change.", ["He | lives in | a town", "a town | calling for | change"]),
    ("Norvik teams took in first and third graders.", ["Norvik teams | took in | first and third graders"]),
    ("It was first in 1912 that the mill burned.", ["the mill | burned | -"]),
    ("The mayor was first elected in 2010.", ["The mayor | was elected | - <time: first> <time: in 2010>"]),
    ("The factory opened first in 1912.", ["The factory | opened | - <time: first> <time: in 1912>"]),
    (
        "The bank claimed first that the money was lost.",
        ["The bank | claimed | that the money was lost <time: first>", "the money | was lost | -"],
    ),
    ("Nor does the bank lend to farmers.", ["the bank | does lend to | farmers"]),
    (
        "It is very, very sad.",
        [
            "It | is | very , very sad",
        ],
    ),
    (
        "The firm says the mill and the port is for sale.",
        ["The firm | says | the mill and the port is for sale", "the mill and the port | is for | sale"],
    ),
    (
        "The team was in the news as the league moved its game.",
        [
            "The team | was in | the news <time: as the league moved its game>",
            "the league | moved | its game",
        ],
    ),
    (
        "He saw the rich and the poor.",
        [
            "He | saw | the rich",
            "He | saw | the poor",
        ],
    ),
    (
        "The old and the new mill closed.",
        [
            "The old | closed | -",
            "the new mill | closed | -",
        ],
    ),
    (
        "The mill is old - a report found.",
        [
            "The mill | is | old",
            "a report | found | The mill is old",
        ],
    ),
    (
        "The firm spent more on tiles than on slate.",
        [
            "The firm | spent | more <other: on tiles> <other: than on slate>",
        ],
    ),
    ("He wore a shirt made in Oslo.", ["He | wore | a shirt", "a shirt | made in | Oslo"]),
    ("The children given prizes cheered.", ["The children | given | prizes", "The children | cheered | -"]),
    ("The paper printed many letters by readers.", ["The paper | printed | many letters <other: by readers>"]),
    ("The firm used tools to cut wood.", ["The firm | used | tools <purpose: to cut wood>"]),
    (
        "The council met on Monday and adjourned.",
        ["The council | met | - <time: on Monday>", "The council | adjourned | -"],
    ),
    ("He was arrested and died in prison.", ["He | was arrested | -", "He | died in | prison"]),
    ("Officials said prices rose.", ["Officials | said | prices rose", "prices | rose | -"]),
    (
        "Quist told residents the dam was safe.",
        ["Quist | told | the dam was safe <recipient: residents>", "the dam | was | safe"],
    ),
    ("The union believes the plan.", ["The union | believes | the plan"]),
    ("It was a half-finished bridge.", ["It | was | a half - finished bridge"]),
    ("The two-day talks ended.", ["The two - day talks | ended | -"]),
    (
        "Police named a man who served as mayor of Tarn in 1999.",
        ["Police | named | a man", "a man | served as | mayor <time: in 1999>"],
    ),
    (
        "The play runs in Lund on Monday and in Tarn on Friday.",
        ["The play | runs in | Lund <time: on Monday>", "The play | runs in | Tarn <time: on Friday>"],
    ),
    ("The firm sold 300 for 5 crowns each.", ["The firm | sold | 300 <measure: for 5 crowns each>"]),
    (
        '"It was a mess," said tired Ostmark senator Mira Quist.',
        [
            "It | was | a mess",
            "tired Ostmark senator Mira Quist | said | It was a mess",
            "Mira Quist | is | tired Ostmark senator",
        ],
    ),
    ("Rats exposed to the drug lived longer.", ["Rats | exposed to | the drug", "Rats | lived | - <other: longer>"]),
    (
        "The clerk met a man with a beard who sold maps.",
        ["The clerk | met | a man <other: with a beard>", "a man | sold | maps"],
    ),
    ("The police stopped a man carrying a knife.", ["The police | stopped | a man", "a man | carrying | a knife"]),
    ("The plan is to build a bridge.", ["The plan | is to build | a bridge"]),
    (
        "Berg was jailed for six years and Holm got four.",
        ["Berg | was jailed | - <time: for six years>", "Holm | got | four"],
    ),
    ("What happened was a tragedy.", ["What happened | was | a tragedy"]),
    ("What began as a protest has become a movement.", ["What began as a protest | has become | a movement"]),
    (
        "The clerk did not leave before the vote was held.",
        ["The clerk | did not leave | - <time: before the vote was held>", "the vote | was held | -"],
    ),
    ("Lund has lived in Tarn since a fire in 1974.", ["Lund | has lived in | Tarn <time: since a fire in 1974>"]),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_wrong_parses_are_mended(nlp: Language, text: str, expected: list[str]) -> None:
    assert claims(nlp, text) == expected


@pytest.mark.parametrize(("text", "expected"), SOUND)
def test_sound_parses_stay(nlp: Language, text: str, expected: list[str]) -> None:
    assert claims(nlp, text) == expected


def test_what_a_thing_is_called_in_quotation_marks_belongs_to_the_verb() -> None:
    (_, _, called) = Extractor()('Judge Ada Quist, who left, called the evidence "overwhelming".')
    assert called.object is not None
    assert (called.object.text, called.object.head) == ('the evidence "overwhelming"', "the evidence")


def test_what_follows_a_quotation_is_no_part_of_it() -> None:
    asked, _, told = Extractor()(
        '"No engineer asked for the gates to be opened," the firm’s head, Ada Quist, told reporters.'
    )
    assert (asked.relation.text, told.relation.text) == ("asked for", "told")
    assert asked.object is not None
    assert asked.object.text == "the gates to be opened"


def test_two_firms_at_the_end_announce_what_stands_before_them() -> None:
    bought, announced = Extractor()("Veltra has bought the mill in Lund, the two firms announced on Monday.")
    assert [step.source.text for step in bought.attribution if step.source] == ["the two firms"]
    assert (announced.subject.text, announced.relation.text) == ("the two firms", "announced")


def test_a_copula_in_the_past_stays_one(nlp: Language) -> None:
    (tree,) = mended(nlp, "She was late and the train was full.")
    assert [w.pos for w in tree.words if w.lower == "was"] == ["AUX", "AUX"]
