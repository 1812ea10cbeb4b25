"""Texts whose last quote is by somebody who is named elsewhere in them, or not at all: who, and as what."""

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
    ("But a show insider insisted: “She knew for months.”", "a show insider", None),
)
"""A text, the speaker of its last quote, and the role."""
