import pytest

from feeds.reading.page import Page
from feeds.reading.quotes import read_quotes


def said(text: str) -> list[tuple[str, str, str | None]]:
    return [(quote.kind, quote.text, quote.speaker) for quote in read_quotes(Page(text))]


def test_a_dash_begins_speech_and_a_dash_or_a_comma_parts_it_from_its_speaker() -> None:
    text = (
        "The door stayed shut.\n\n—Who is it? —asked Remedios from behind the wood.\n\n— The census.\n\n"
        "—Then write that nobody lives here —she said—. Nobody has since the dam.\n\n"
        "— Where would I go, says Ivo Brandl."
    )
    assert said(text) == [
        ("direct", "Who is it?", "Remedios"),
        ("direct", "The census.", None),
        ("direct", "Then write that nobody lives here", "she"),
        ("direct", "Nobody has since the dam.", "she"),
        ("direct", "Where would I go,", "Ivo Brandl"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The plan has three parts:\n\n— a new quay\n\n— a wider road, with lamps\n\n— a ferry every hour",
        "Roe was born in Tarn.\n\n— The report was edited by Ann Roe, said the editor.",
    ],
)
def test_a_list_and_a_line_alone_are_no_dialogue(text: str) -> None:
    assert not [kind for kind, *_ in said(text) if kind != "indirect"]
