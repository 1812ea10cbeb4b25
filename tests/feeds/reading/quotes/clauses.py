"""Words in marks that nobody says, and reported speech without marks, a sentence each."""

NOBODYS = (
    ("Her new novel, “The Salt Road”, is out in May.", "title"),
    ("Fans of the series “Night Ferry” have waited for years.", "title"),
    ("Jesús “Chuy” Barrionuevo opened the shop in 1990.", "term"),
    ("The practice is known as “ghost fishing”.", "term"),
    ("It is a form of so-called “shadow banking”.", "term"),
)
"""Marked words that nobody says, and how they are typed."""

REPORTED = (
    (
        "Roza Ismailova said that the border would stay closed until Friday.",
        "the border would stay closed until Friday",
        "Roza Ismailova",
        "said",
    ),
    (
        "The bridge will open in June, the ministry said on Monday.",
        "The bridge will open in June",
        "the ministry",
        "said",
    ),
    (
        "According to the coast guard, two boats were lost in the storm.",
        "two boats were lost in the storm",
        "the coast guard",
        "according to",
    ),
    ("Analysts predicted prices would fall next year.", "prices would fall next year", "Analysts", "predicted"),
    ("The company denied that it had broken the law.", "it had broken the law", "The company", "denied"),
    ("Later in the day, the mayor said it would stay shut.", "it would stay shut", "the mayor", "said"),
    ("The road is too narrow, analysts say.", "The road is too narrow", "analysts", "say"),
    ("The harvest will fail, warned Ada Obu, a farmer.", "The harvest will fail", "Ada Obu", "warned"),
    ("The board has said repeatedly it will not sell.", "it will not sell", "The board", "said"),
    (
        "The road would reopen on Friday, Ada Obu said in her last book.",
        "The road would reopen on Friday",
        "Ada Obu",
        "said",
    ),
    (
        "The firm will cut 40 jobs, chief executive Ada Obu told employees in a memo.",
        "The firm will cut 40 jobs",
        "Ada Obu",
        "told",
    ),
    ("Ada Obu and Ivo Brandl insist that it is safe.", "it is safe", "Ada Obu and Ivo Brandl", "insist"),
    (
        "Ada Obu said the signal came at 21:14, late for once.",
        "the signal came at 21:14, late for once",
        "Ada Obu",
        "said",
    ),
    ("Ada Obu said he left around 4 p.m. Thursday.", "he left around 4 p.m. Thursday", "Ada Obu", "said"),
    ("Ada Obu told local radio she regretted waiting.", "she regretted waiting", "Ada Obu", "told"),
    ("Ada Obu told parliament the raid had failed.", "the raid had failed", "Ada Obu", "told"),
    ("Police said nearly 40 people were hurt.", "nearly 40 people were hurt", "Police", "said"),
    ("Ada Obu said daily flights would end.", "daily flights would end", "Ada Obu", "said"),
    ("Ada Obu said repeatedly the plan had failed.", "the plan had failed", "Ada Obu", "said"),
    ("Ada Obu told state television the raid had failed.", "the raid had failed", "Ada Obu", "told"),
)
"""Sentences with one reported clause: its words, who says them, by which verb."""
