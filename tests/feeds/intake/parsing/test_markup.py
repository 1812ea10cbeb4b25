"""A page's tags: what would have libxml2 compare an element's attributes for minutes comes to it without them."""

import pytest

from feeds.intake.parsing import markup

MANY = 20_000


@pytest.mark.parametrize(
    "attribute",
    [
        " a{}=1",
        " a{}",
        ' a{}=">"',
        " a{}= \n '>'",
        " a{} <x",
        "a{}='<>'",
        ' a{}="x>y<z"',
        ' a{}="\'>"',
    ],
)
def test_a_tag_of_many_attributes_has_none(attribute: str) -> None:
    tag = f"<p {''.join(attribute.format(number) for number in range(MANY))}>"
    page = f"<b class='x'>before</b>{tag}hello</p>".encode()
    tamed = markup.tamed(page)
    assert len(tamed) < 200
    assert tamed.startswith(b"<b class='x'>before</b><p>")


@pytest.mark.parametrize("end", ["<p", "<p a=", '<p a="', "<a'", "< ", "=", "='", '<p ="'])
def test_what_never_ends_is_looked_at_once(end: str) -> None:
    assert len(markup.tamed((end * MANY).encode())) <= len(end) * MANY


def test_long_attributes_are_no_words_and_plain_pages_stay_as_they_are() -> None:
    image = f'<p>One<img src="data:image/png;base64,{"A" * 5000}" alt="a > b"> two</p><p title="{"x" * 2000}">Three</p>'
    assert markup.paragraphs(image).split() == ["One", "two", "Three"]
    plain = b'<p>Text "in marks" > text</p><a href="https://e.example/?a=1&b=2">x</a>' * 100
    assert markup.tamed(plain) is plain
    long = b"<p>" + b"Words of one long paragraph. " * 200 + b'<a href="https://e.example/">link</a></p>'
    assert markup.tamed(long) == long


def test_a_tag_that_is_cut_off_is_no_text() -> None:
    assert markup.paragraphs("<p " + " ".join(f"a{number}=1" for number in range(400_000))).strip() == ""


def test_so_much_of_an_item_is_read_and_no_more() -> None:
    assert len(markup.words("sea " * 100_000)) == 16_384
    assert len(markup.paragraphs("sea " * markup.MOST)) == markup.MOST
