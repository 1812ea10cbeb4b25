"""Sentences whose verb of saying has its subject somewhere else: the marked words, and whose they are as printed."""

SUBJECTS = (
    ("By noon he’s predicting that the dam “will hold”.", "will hold", "he"),
    ("They’ve said the road is “a disgrace”.", "a disgrace", "They"),
    ("When Ivo Brandl went on air to call the vote “a farce”, the town was silent.", "a farce", "Ivo Brandl"),
    ("Years after Ivo Brandl lost, Ann Roe won the seat by promising “a quiet year”.", "a quiet year", "Ann Roe"),
    ("Ann Roe spoke about harbour issues, saying the quay was “a ruin”.", "a ruin", "Ann Roe"),
    ("It was late, when Ivo Brandl stood up and called it “a lie”.", "a lie", "Ivo Brandl"),
    ("Ann Roe, who came home early and called it “a shame”, has left.", "a shame", "who"),
    ("Ann Roe this past week called the fare “a joke”.", "a joke", "Ann Roe"),
    ("The mayor left early, but in a later letter called the ferry “a coffin”.", "a coffin", "The mayor"),
    ("Ann Roe made comments about “lazy clerks” on the radio.", "lazy clerks", "Ann Roe"),
    ("The bridge will close, a spokeswoman, Ann Roe, said, calling it “a trap”.", "a trap", "a spokeswoman"),
    ("An outside panel led by former judge Ivo Brandl called the deal “rotten”.", "rotten", "An outside panel"),
    ("“We are tired but well,” Doctors Across Rivers said in a letter.", "We are tired", "Doctors Across Rivers"),
    ("Ivo Brandl examined in 2015 what he later called “the gap”.", "the gap", "he"),
    ("The report, which examined “the gap between words and works”, is out.", "the gap between", "which"),
)
"""A text, the first of its marked words, and the words in it that name who says them."""
