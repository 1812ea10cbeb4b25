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
    ("But a show insider insisted: “She knew for months.”", "a show insider", None),
)
"""A text, the speaker of its last quote, and the role."""
