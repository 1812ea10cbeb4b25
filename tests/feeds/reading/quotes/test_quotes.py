import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.model import Quote
from feeds.reading.page import Page
from feeds.reading.quotes import read_quotes
from tests.feeds.reading.news import TEXTS, Text
from tests.feeds.reading.quotes.clauses import NOBODYS, REPORTED
from tests.feeds.reading.quotes.people import PEOPLE
from tests.feeds.reading.quotes.subjects import SUBJECTS
from tests.feeds.reading.steps import QUOTES, grows_with_the_text_alone

MARKS = "“”‘’\"'«»„,.:;!?—-()"
WORDS = (
    "''|``|\n|\n\n| |Ann Roe|Mr. Roe|she|said|told|who|that|and|according to|called|of|the mayor|’s|is|5|"
    "\x00|\ud800|İ|ß|"
    "\u0301|said that|to|, who|the Port of|by|in"
)
PIECES = st.sampled_from([*MARKS, *WORDS.split("|")])


def read(text: str) -> tuple[Quote, ...]:
    return read_quotes(Page(text))


def marked(text: str) -> list[Quote]:
    return [quote for quote in read(text) if quote.kind != "indirect"]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_news_of_the_world(text: Text) -> None:
    quotes = marked(text.text)
    for said in text.said:
        (quote,) = [q for q in quotes if said.words in q.text]
        assert (quote.speaker, quote.cue, quote.kind) == (said.speaker, said.cue, said.kind)


@pytest.mark.parametrize(("text", "kind"), NOBODYS)
def test_words_that_nobody_says_are_typed(text: str, kind: str) -> None:
    assert [quote.kind for quote in marked(text)] == [kind]


@pytest.mark.parametrize(("text", "words", "speaker", "cue"), REPORTED)
def test_reported_speech(text: str, words: str, speaker: str, cue: str) -> None:
    (quote,) = read(text)
    assert (quote.kind, quote.text, quote.speaker, quote.cue) == ("indirect", words, speaker, cue)


@pytest.mark.parametrize(("text", "words", "speaker"), SUBJECTS)
def test_whose_saying_it_is(text: str, words: str, speaker: str) -> None:
    (quote,) = [quote for quote in marked(text) if quote.text.startswith(words)]
    assert quote.speaker_raw == speaker


@pytest.mark.parametrize(("text", "speaker", "role"), PEOPLE)
def test_who_is_meant(text: str, speaker: str, role: str | None) -> None:
    quote = marked(text)[-1]
    assert (quote.speaker, quote.role) == (speaker, role)


def test_a_quote_carries_all_that_is_known_of_it() -> None:
    text = (
        "The harbour stays shut, with Marek Dolan, the Port Authority spokesman, confirming the delay. "
        "“Nobody sails today. Nobody,” he told reporters."
    )
    (quote,) = marked(text)
    assert quote.text == "Nobody sails today. Nobody,"
    assert (quote.speaker, quote.speaker_raw, quote.role) == ("Marek Dolan", "he", "the Port Authority spokesman")
    assert (quote.cue, quote.cue_lemma, quote.cue_class, quote.negated) == ("told", "tell", "told", False)
    assert quote.sentence == "“Nobody sails today. Nobody,” he told reporters."
    assert quote.chain is None
    assert 0.5 < quote.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Nearly four-fifths thought the government would spend more than it said.",
        "Fifty-two per cent said they would pay higher fares.",
        "Pass rates in Lowmere’s leaving examination fell to 76.2 per cent from 78.9 per cent.",
    ],
)
def test_no_adverb_share_or_noun_is_a_speaker(text: str) -> None:
    named = [q.speaker for q in read(text)]
    assert not {"Nearly", "cent", "Pass"} & set(named)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ann Roe did not say “we will sail”.", "say"),
        ("Ann Roe refused to say “we will sail”.", "say"),
        ("Ann Roe said “we will sail”, but declined to name the port.", None),
    ],
)
def test_a_verb_that_was_not_done_is_negated(text: str, cue: str | None) -> None:
    (quote,) = marked(text)
    assert (quote.negated, quote.cue) == (cue is not None, cue or "said")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Cllr Ann Roe (Ind, Tarn South), who chairs the board, insisted “it stays”.", "Ann Roe"),
        ("Police reports released after the crash said the car was “going far too fast”.", "Police reports"),
        ("The plan, with Ann Roe warning of “years of delay”, went to the council.", "Ann Roe"),
        ("Ann Roe was prompted to say: “We shall see.”", "Ann Roe"),
        ("It failed, which Tarn's mayor, Ann Roe, called “a disgrace”.", "Ann Roe"),
        ("It rained. But, said Ann Roe, “nobody left the field.”", "Ann Roe"),
        ("Roe: “It is late.” Lund: “It is far too late for that now.”", "Lund"),
        ("“That is where the road ends,” AT&B chief Ann Roe said.", "Ann Roe"),
        ("A new home was found for her wife, Regina, who said: “We are at home.”", "Regina"),
    ],
)
def test_the_speaker_is_found_behind_what_stands_between(text: str, speaker: str) -> None:
    assert marked(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Secretary of State Ann Roe said it would rain.", "Ann Roe", "Secretary of State"),
        ("Judge Ann Roe KC sat. She said it would rain.", "Ann Roe", "Judge"),
        ("The court met. Roe’s lawyer Ben Lund sat. He said it would rain.", "Ben Lund", "Roe’s lawyer"),
        ("Tarn's mayor, Ann Roe, left. She said it would rain.", "Ann Roe", "Tarn's mayor"),
        ("The U.S. District Judge Ann Roe said it would rain.", "Ann Roe", "The U.S. District Judge"),
        ("Coach Tore Haver sat. The Norwegian said it would rain.", "Tore Haver", "Coach"),
        ("One of the letters says it would rain.", "One of the letters", None),
        ("The Court of Tarn in 2024 said it would rain.", "The Court of Tarn", None),
    ],
)
def test_who_reported_speech_is_by(text: str, speaker: str, role: str | None) -> None:
    quote = read(text)[-1]
    assert (quote.text, quote.speaker, quote.role) == ("it would rain", speaker, role)


@pytest.mark.parametrize(
    "text",
    [
        "Some member states have raised the matter of the ports.",
        "The list was led by Salem, followed by Tarn and Orla.",
        "Ann Roe submitted a claim for the lost boats.",
        "Ann Roe went to the United States for a meeting that lasted.",
    ],
)
def test_what_looks_like_a_verb_of_saying_is_none(text: str) -> None:
    assert read(text) == ()


def test_a_clause_that_holds_a_quote_is_no_reported_clause() -> None:
    quotes = read("The king said the acts “undermine all our work,” according to a statement of the court.")
    assert [quote.kind for quote in quotes] == ["mixed"]


def test_the_parts_of_a_split_quote_are_one_chain() -> None:
    quotes = marked("“The bridge,” Ann Roe said, “is closed.” Trains run. “It will rain,” Bo Lund added.")
    assert [quote.chain for quote in quotes] == [0, 0, None]


def test_a_role_is_the_apposition_or_what_stands_before_the_name() -> None:
    quotes = marked("“Yes,” said Norse negotiator Ann Roe. “No,” said Bo Lund, the island’s chief judge.")
    assert [quote.role for quote in quotes] == ["Norse negotiator", "the island’s chief judge"]


@pytest.mark.parametrize("after", ["“There is nothing more.”", "‘There is nothing more,’ she added.", "The ship sank."])
def test_a_role_ends_with_its_sentence(after: str) -> None:
    quotes = read(f"“We are sorry,” said Ada Quill, chief executive of St. Orla Lines. {after}")
    assert quotes[0].role == "chief executive of St. Orla Lines"


def test_other_languages_have_marks_only() -> None:
    page = Page("«Le pont est fermé», a dit Anne Roux. Et encore: «Demain aussi.»")
    page.language = "fr"  # too short to tell
    assert [(q.text, q.speaker, q.kind) for q in read_quotes(page)] == [
        ("Le pont est fermé", None, "direct"),
        ("Demain aussi.", None, "direct"),
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_text_is_read_with_exact_offsets(pieces: list[str]) -> None:
    text = " ".join(pieces)
    quotes = read(text)
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.text
        assert text[quote.sentence_start :].startswith(quote.sentence)
        assert 0 <= quote.confidence <= 1
        assert (quote.speaker is None) == (quote.speaker_raw is None)
        if quote.speaker_span is not None:
            assert text[slice(*quote.speaker_span)] == quote.speaker_raw
        if quote.cue_span is not None:
            assert text[slice(*quote.cue_span)].lower() == quote.cue
        assert quote.chain is None or 0 <= quote.chain < len(quotes)
    assert [quote.start for quote in quotes] == sorted(quote.start for quote in quotes)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_code_points_are_read(text: str) -> None:
    assert all(text[quote.start : quote.end] == quote.text for quote in read(text))


def test_what_follows_the_sixty_fourth_quote_of_a_sentence_is_a_list() -> None:
    text = "“Ann,” “Bo,” " * 40 + "and so on, the mayor said."
    quotes = read(text)
    assert len(quotes) == 80
    assert {quote.kind for quote in quotes[64:]} == {"term"}
    assert max(len(quote.sentence) for quote in quotes[64:]) < 150


@pytest.mark.parametrize("piece", QUOTES)
def test_work_grows_with_the_text_alone(piece: str) -> None:
    assert grows_with_the_text_alone(read, piece)
