"""Texts whose last quote is by somebody who is named elsewhere in them, or not at all: who, and as what."""

LATE = "It rained. " * 12
"""So much text that a capital is none of a headline."""
PEOPLE = (
    ("Senator Ann Roe left. The lawmaker called it “a bad night”.", "Ann Roe", "The lawmaker"),
    ("Ivo Brandl left. Brandl’s wife disagreed. “He never listens,” she said.", "Brandl’s wife", None),
    ("Ann Roe nods. Her husband Ivo laughs. “She made me sign,” he says.", "Ivo", "Her husband"),
    ("A police spokeswoman met Ann Roe. “We are looking,” she said.", "A police spokeswoman", None),
    ("Ann Roe won the seat. His opponent, the Centre’s Ivo Brandl, spoke of “a theft”.", "Ivo Brandl", "His opponent"),
    ("Ivo Brandl lost. According to him, the papers were “printed like party flyers”.", "Ivo Brandl", None),
    (
        "Minister of Works Delroy St. Hilaire came. “It will run by Friday,” Hilaire told them.",
        "Delroy St. Hilaire",
        "Minister of Works",
    ),
    ("Fire chief Ann Roe came late. “It was dark,” Roe said.", "Ann Roe", "Fire chief"),
    ("A source close to the council said the vote was “bought”.", "A source close to the council", None),
    ("It rained. Both the union and the employer called it “a farce”.", "Both the union and the employer", None),
    ("The boat, described by its own designer, Ivo Brandl, as “a bath”, sank.", "Ivo Brandl", "its own designer"),
    (
        "The member representing Tarn East, Hon. Ivo Brandl, called it “a farce”.",
        "Ivo Brandl",
        "The member representing Tarn East",
    ),
    ("“My nets glow,” said one of them, Ivo Brandl.", "Ivo Brandl", "one of them"),
    ("Ann Roe has not slept. She counts the goats. “Eleven.”", "Ann Roe", None),
    ("Ann Roe has not slept. Her landlord would hear none of it. “Rent does not.”", "Her landlord", None),
    ("It rained. Works Minister K. Brandl called it “bad”.", "K. Brandl", "Works Minister"),
    ("Ivo Brandl, who is the mayor of Tarn, called it “bad”.", "Ivo Brandl", "the mayor of Tarn"),
    ("It rained. Brave Ivo Brandl called it “bad”.", "Ivo Brandl", None),
    ("It rained. Palynologist Ivo Brandl called it “bad”.", "Ivo Brandl", "Palynologist"),
    ("Naturalist Perpetua Fane came. “No otter stays,” Fane said.", "Perpetua Fane", "Naturalist"),
    ("Its planning director, Rory Tindall, agreed: “A third will stay wild.”", "Rory Tindall", "Its planning director"),
    (
        "Ann Roe left early. A witness in the square said the car was red. “It was fast,” he said.",
        "A witness",
        None,
    ),
    ("“They asked for it,” the complainant, Savitri Rao (71), told them.", "Savitri Rao", "the complainant"),
    ("The woman who found it, Ada Obu, called it “a farce”.", "Ada Obu", "The woman who found it"),
    ("The guide who led her, Ada Obu recalled, called it “a farce”.", "The guide", None),
    (
        "The leader of the opposition in the upper house, Ada Obu, called it “a farce”.",
        "Ada Obu",
        "The leader of the opposition in the upper house",
    ),
    (
        "The minister in charge of ferries, Ada Obu, called it “a farce”.",
        "Ada Obu",
        "The minister in charge of ferries",
    ),
    ("It rained. Neither the council nor the firm called it “a farce”.", "Neither the council nor the firm", None),
    ("It rained. Ada Obu and Ivo Brandl, the owners, called it “a farce”.", "Ada Obu and Ivo Brandl", None),
    ("The father of one of the missing boys called it “a farce”.", "The father of one of the missing boys", None),
    ("Ada Obu, whose son is a judge, called it “a farce”.", "Ada Obu", None),
    ("Ivo Brandl left. In his words: “A goat dies in the sun.”", "Ivo Brandl", None),
    ("It rained. Nurses’ union secretary Ivo Brandl called it “a farce”.", "Ivo Brandl", "Nurses’ union secretary"),
    ("It rained. Both the mediators and the hosts called it “a farce”.", "Both the mediators and the hosts", None),
    (
        "It rained. The member representing Tarn, Hon. (Barr.) Ivo Brandl, left. Brandl called it “a farce”.",
        "Ivo Brandl",
        "The member representing Tarn",
    ),
    (
        LATE + "Then the actor Will Brandl left. Brandl called it “a farce”.",
        "Will Brandl",
        "the actor",
    ),
    ("Asked by Ann Quilm if he was tired, Ivo Brandl yawned. “No,” he said.", "Ivo Brandl", None),
    ("But a show insider insisted: “She knew for months.”", "a show insider", None),
)
"""A text, the speaker of its last quote, and the role."""
