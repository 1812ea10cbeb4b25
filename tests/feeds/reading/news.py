"""Short texts as the world's newsrooms write them, about invented people, with who says what in each."""

from typing import NamedTuple


class Said(NamedTuple):
    """One quote of a text: a part of its words, and who says it by which verb."""

    words: str
    speaker: str | None
    cue: str | None
    kind: str = "direct"


class Text(NamedTuple):
    """One text with its quotes."""

    name: str
    text: str
    said: tuple[Said, ...]


TEXTS = (
    Text(
        "british single quotes",
        "A council leader has apologised after bins went uncollected for a month. ‘We got this wrong, and "
        "I’m sorry,’ said "
        "Eleri Pritchard, who leads Aberwen council. ‘The workers’ anger is something I share.’\n\n"
        "Opposition councillor Graham Tolliver called the apology ‘too little, too late’.",
        (
            Said("We got this wrong", "Eleri Pritchard", "said"),
            Said("anger is something I share", "Eleri Pritchard", "said"),
            Said("too little, too late", "Graham Tolliver", "called", "mixed"),
        ),
    ),
    Text(
        "indian agency",
        "NEW DELHI: Opposition leader Meenakshi Varadan on Tuesday slammed the government over rising onion "
        "prices, saying it was "
        '"fast asleep at the wheel". "Farmers get two rupees, households pay eighty. Where does '
        'the rest go?" she asked at a '
        "rally in Kolapur.\n\nReacting to the charge, Food Minister Harish Bhandarkar told reporters that "
        "the Opposition was "
        '"shedding crocodile tears".',
        (
            Said("fast asleep at the wheel", "Meenakshi Varadan", "saying", "mixed"),
            Said("Farmers get two rupees", "Meenakshi Varadan", "asked"),
            Said("shedding crocodile tears", "Harish Bhandarkar", "told", "mixed"),
        ),
    ),
    Text(
        "nigerian daily",
        "The Governor of Okuta State, Chief Adewale Bamgboye, has vowed to pay all outstanding salaries "
        "before December. "
        "Bamgboye, who spoke through his Chief Press Secretary, Mrs Ngozi Eluwa, stated that “no worker will "
        "be left behind.”\n\n"
        "The chairman of the labour union, Comrade Musa Danjuma, however, dismissed the promise as “another "
        "Christmas story.”",
        (
            Said("no worker will be left behind", "Adewale Bamgboye", "stated", "mixed"),
            Said("another Christmas story", "Musa Danjuma", "dismissed", "mixed"),
        ),
    ),
    Text(
        "kenyan daily",
        "“We shall not be intimidated by anybody,” Mr Kiprotich Lagat said on Monday. The Tarakwa MP accused "
        "the county assembly of "
        "sleeping on the job.\n\n“Let them come to the ground and see how the people are suffering,” he added.",
        (
            Said("We shall not be intimidated", "Kiprotich Lagat", "said"),
            Said("Let them come to the ground", "Kiprotich Lagat", "added"),
        ),
    ),
    Text(
        "australian tabloid",
        'Swimmer Jarrah Quigley says she is "stoked" to be back in the pool. "I honestly reckoned '
        'I was done," the 24-year-old told '
        "the Wattle Bay Herald. \"Then Mum said, 'Have another crack, love.'\"",
        (
            Said("stoked", "Jarrah Quigley", "says", "mixed"),
            Said("I honestly reckoned", "Jarrah Quigley", "told"),
            Said("Then Mum said", "Jarrah Quigley", "told"),
        ),
    ),
    Text(
        "agency split quote",
        'PORT SELVA (Meridian) - "The ceasefire," Foreign Minister Ilse Brandvold said, "is '
        'holding for now." She declined to say '
        "how long talks would last.",
        (
            Said("The ceasefire", "Ilse Brandvold", "said"),
            Said("is holding for now", "Ilse Brandvold", "said"),
        ),
    ),
    Text(
        "translated prose",
        "“It is not for me to judge the dead,” so the bishop of Santa Rufina, Monsignor Anselmo Ricoveri, "
        "underlined on Sunday. "
        "The mayor, Donatella Frassi, for her part spoke of “a wound that does not close”.",
        (
            Said("It is not for me to judge", "Anselmo Ricoveri", "underlined"),
            Said("a wound that does not close", "Donatella Frassi", "spoke", "mixed"),
        ),
    ),
    Text(
        "live blog",
        "14:32 The head of the rail union, Dermot Fallowes, has just left the talks. “Nothing has been "
        "offered,” he tells our "
        "reporter.\n\n14:10 Transport secretary Philippa Gorringe tweets: “Talks continue. Both sides are serious.”",
        (
            Said("Nothing has been offered", "Dermot Fallowes", "tells"),
            Said("Talks continue", "Philippa Gorringe", "tweets"),
        ),
    ),
    Text(
        "press release",
        "Helvion AG today announced the purchase of Tarnwell Optics. “This is a milestone for our "
        "customers,” commented Dr. Jürgen "
        "Aldenhoff, Chief Executive Officer of Helvion. “Together we will see further,” added Tarnwell "
        "founder Priyanka Desouza.",
        (
            Said("This is a milestone", "Jürgen Aldenhoff", "commented"),
            Said("Together we will see further", "Priyanka Desouza", "added"),
        ),
    ),
    Text(
        "court",
        "Judge Oriel Standish told Kevin Marrable: “You showed no mercy.” Prosecutor Nadia Fenn had "
        "described the attack as “cold "
        "and deliberate”. Marrable’s lawyer, Tobias Wrexley, said his client was “deeply ashamed”.",
        (
            Said("You showed no mercy", "Oriel Standish", "told"),
            Said("cold and deliberate", "Nadia Fenn", "described", "mixed"),
            Said("deeply ashamed", "Tobias Wrexley", "said", "mixed"),
        ),
    ),
    Text(
        "sport",
        "“The lads were unbelievable,” beamed Rovers manager Kenny Ardwick. Captain Mateus Figueira, who "
        "scored twice, was more "
        "cautious: “It’s only three points.”",
        (
            Said("The lads were unbelievable", "Kenny Ardwick", "beamed"),
            Said("only three points", "Mateus Figueira", ":"),
        ),
    ),
    Text(
        "bodies that speak",
        "The ministry of health said in a statement that the vaccine was “safe and effective”. According to "
        "a report by the Lindqvist "
        "Institute, the roll-out was “patchy at best”. “Do not travel,” the weather service warned on its website.",
        (
            Said("safe and effective", "The ministry of health", "said", "mixed"),
            Said("patchy at best", "a report by the Lindqvist Institute", "according to", "mixed"),
            Said("Do not travel", "the weather service", "warned"),
        ),
    ),
    Text(
        "a verb that no list holds",
        "“You could hear it for miles,” he surmised. The farmer, Osvaldo Pinheiro, has lived on the hill for "
        "years. “It was the "
        "loudest thing since the war,” Pinheiro hazarded.",
        (Said("It was the loudest", "Osvaldo Pinheiro", "hazarded"),),
    ),
    Text(
        "relative clause and passive",
        "The plan was described by Senator Rowena Achterberg as “a gift to polluters”. Achterberg, who has "
        "said the law is “dead on "
        "arrival”, will vote on Friday.",
        (
            Said("a gift to polluters", "Rowena Achterberg", "described", "mixed"),
            Said("dead on arrival", "Rowena Achterberg", "said", "mixed"),
        ),
    ),
    Text(
        "coordinated verbs",
        "Trade envoy Sun-hee Baek shook her head and said “not today”. She smiled, thanked the hosts and "
        "added: “Ask me tomorrow.”",
        (
            Said("not today", "Sun-hee Baek", "said", "mixed"),
            Said("Ask me tomorrow", "Sun-hee Baek", "added"),
        ),
    ),
    Text(
        "the object never speaks",
        "Coach Bram Verhoeven told striker Luka Petrić that he was “the best in the league”. “He told me to "
        "stay calm,” Petrić said.",
        (
            Said("the best in the league", "Bram Verhoeven", "told", "mixed"),
            Said("He told me to stay calm", "Luka Petrić", "said"),
        ),
    ),
    Text(
        "homonyms told apart by title",
        "Dr Amara Okonjo and her husband, Mr Chidi Okonjo, run the clinic. “We treat everybody,” Mr Okonjo "
        "said. “Nobody is sent "
        "away,” Dr Okonjo added.",
        (
            Said("We treat everybody", "Chidi Okonjo", "said"),
            Said("Nobody is sent away", "Amara Okonjo", "added"),
        ),
    ),
    Text(
        "a quote over two paragraphs",
        "Fire chief Lorna McAskill described the night. “We had four engines on the hill,” she said. “The "
        "wind turned at two.\n\n"
        "“After that there was nothing to do but run.”\n\nNobody was hurt.",
        (
            Said("We had four engines", "Lorna McAskill", "said"),
            Said("The wind turned at two", "Lorna McAskill", "said"),
            Said("After that there was nothing", "Lorna McAskill", "said"),
        ),
    ),
    Text(
        "particles and initials",
        "“The dikes will hold,” said P.J. van der Meulen, a water engineer. “They always have,” Van der "
        "Meulen added. Sheikh Khalid "
        "bin Rashid al-Mansur called it “God’s will”.",
        (
            Said("The dikes will hold", "P.J. van der Meulen", "said"),
            Said("They always have", "P.J. van der Meulen", "added"),
            Said("God’s will", "Khalid bin Rashid al-Mansur", "called", "mixed"),
        ),
    ),
    Text(
        "guillemets and low marks",
        "«The bridge is closed,» said engineer Marta Ruszczyk. „Nobody may cross,“ added the mayor, Pavel Horák.",
        (
            Said("The bridge is closed", "Marta Ruszczyk", "said"),
            Said("Nobody may cross", "Pavel Horák", "added"),
        ),
    ),
    Text(
        "negation",
        "President Tomasa Quirós did not say she would resign. “I never said that,” she told Radio Costa.",
        (Said("I never said that", "Tomasa Quirós", "told"),),
    ),
    Text(
        "the minister",
        "Finance minister Arvid Lundqvist presented the budget on Monday. “There is no money left,” the "
        "minister said. Union boss "
        "Greta Sandell was not convinced. “He has said so for ten years,” she said.",
        (
            Said("There is no money left", "Arvid Lundqvist", "said"),
            Said("He has said so for ten years", "Greta Sandell", "said"),
        ),
    ),
    Text(
        "as somebody put it",
        "The deal is, as one diplomat put it, “a marriage without love”. Critics say it is worse.",
        (Said("a marriage without love", "one diplomat", "put", "mixed"),),
    ),
    Text(
        "people asked",
        "Asked whether he would stand again, Prime Minister Sione Taufa replied: “Ask my wife.” His wife, "
        "Mele Taufa, laughed and "
        "said, “No comment.”",
        (
            Said("Ask my wife", "Sione Taufa", "replied"),
            Said("No comment", "Mele Taufa", "said"),
        ),
    ),
    Text(
        "a tweet",
        "“This is a black day for football,” tweeted former goalkeeper Wanjiku Otieno-Hale. The club wrote "
        "on its website: “We have no "
        "comment at this time.”",
        (
            Said("black day for football", "Wanjiku Otieno-Hale", "tweeted"),
            Said("no comment at this time", "The club", "wrote"),
        ),
    ),
    Text(
        "names in their own order",
        "Economist Zhou Meilin warned that growth was “running on fumes”. Zhou added that exports would "
        "fall. “The second half will be "
        "hard,” said Nguyen Thi Hoa of Lotus Securities.",
        (
            Said("running on fumes", "Zhou Meilin", "warned", "mixed"),
            Said("The second half will be hard", "Nguyen Thi Hoa", "said"),
        ),
    ),
    Text(
        "police",
        "A police spokesman said the driver, 43, had been “well over the limit”. “We are treating it as "
        "attempted murder,” Detective "
        "Inspector Aoife Brannigan said in a statement. Superintendent Colm Tierney, of Dunmarra police, "
        "appealed for witnesses: "
        "“Somebody saw something.”",
        (
            Said("well over the limit", "A police spokesman", "said", "mixed"),
            Said("treating it as attempted murder", "Aoife Brannigan", "said"),
            Said("Somebody saw something", "Colm Tierney", "appealed"),
        ),
    ),
)
