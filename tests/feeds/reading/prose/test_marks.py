import pytest

from feeds.reading.prose.marks import find_marked
from feeds.reading.sentences import split_paragraphs


def found(text: str) -> list[str]:
    return [text[m.start : m.end] for m in find_marked(text, split_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said ''yes'' twice.", ["yes"]),
        ("He said ``yes'' twice.", ["yes"]),
        ("He said «yes» and „no“.", ["yes", "no"]),
        ("He said »yes« twice.", ["yes"]),
        ("He said ‘yes’ twice.", ["yes"]),
        ("‘It’s the players’ fault,’ he said.", ["It’s the players’ fault,"]),
        ("The players’ bus left in the '90s, rock 'n' roll.", []),
        ("“She said ‘never’ to me,” he said.", ["She said ‘never’ to me,"]),
        ("‘She said “never” to me,’ he said.", ["She said “never” to me,"]),
        ('The 6\' 2" man paid 5" of rope.', []),
        ('<a href="https://roe.invalid">A “link”</a>', ["link"]),
        ("“A,” he said. “B.”", ["A,", "B."]),
        ("“It goes on.\n\n“It ends.”", ["It goes on.", "It ends."]),
        ("“A quote that never closes, he said. “B,” she said.", ["A quote that never closes, he said.", "B,"]),
        ("An empty “” and “ ” and “…”.", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_mark_that_never_closes_loses_no_other_paragraph() -> None:
    assert found("One “stray mark.\n\nHe said “yes”.")[-1] == "yes"


def test_where_the_marks_stand() -> None:
    (marked,) = find_marked("He said “yes”.", [(0, 14)])
    assert (marked.opening, marked.start, marked.end, marked.closing, marked.closed) == (8, 9, 12, 13, True)
