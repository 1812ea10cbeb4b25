"""A text that is not English is told, and then only digits, money and per cent are read."""

from decimal import Decimal

import pytest

from feeds.reading.figures import read_figures
from feeds.reading.figures.foreign import read_foreign
from feeds.reading.language import language
from feeds.reading.page import Page

ENGLISH = (
    "The council of Lowmere said on Monday that it would close the old mill, which has stood by the river for "
    "two centuries."
)
TEXTS = {
    "fr": "Le conseil de Basse-Mare a annoncé lundi une hausse de 5,5 % des tarifs, soit 1 200 000 € de plus, "
    "malgré les critiques des habitants.",
    "de": "Der Rat von Niedermeer hat am Montag eine Erhöhung um 3,5 Prozent angekündigt, also 12.000 EUR mehr "
    "als zuvor im Haushalt.",
    "es": "El consejo de Mar Bajo anunció el lunes un aumento del 4 % de las tarifas, pese a las críticas de "
    "los vecinos del pueblo.",
    "ru": "Совет Нижнеморска в понедельник объявил о повышении тарифов на 7 %, несмотря на критику жителей "
    "города и соседних сёл.",
}


def test_english_and_short_texts_are_english() -> None:
    assert language(ENGLISH) == "en"
    assert language("Non, merci.") == "en"
    assert language("") == "en"
    assert language("1,1,1," * 5000) == "en"
    assert language("\ud800\ud800" * 500) == "en"


@pytest.mark.parametrize("code", TEXTS)
def test_other_languages_are_told(code: str) -> None:
    assert Page(TEXTS[code]).language == code


def test_only_digits_money_and_per_cent_are_read() -> None:
    found = read_figures(Page(TEXTS["fr"]), ())
    assert [(f.text, f.value, f.unit_key, f.about) for f in found] == [
        ("5,5 %", Decimal("5.5"), "percent", None),
        ("1 200 000 €", Decimal(1_200_000), "EUR", None),
    ]
    found = read_figures(Page(TEXTS["de"]), ())
    assert [(f.value, f.kind) for f in found] == [(Decimal("3.5"), "percent"), (Decimal(12_000), "money")]
    assert all(TEXTS["de"][f.start : f.end] == f.text for f in found)


@pytest.mark.parametrize(
    ("code", "more", "text"),
    [
        ("de", " Es kostet €4,5 Mrd, also 4,5 Mrd. Euro.", "€4,5 Mrd"),
        ("fr", " Cela coûte 4,5 milliards d'euros.", "4,5 milliards d'euros"),
        ("es", " Son 4,5 mil millones de euros.", "4,5 mil millones de euros"),
    ],
)
def test_a_scale_word_of_another_language_counts(code: str, more: str, text: str) -> None:
    figure = read_figures(Page(TEXTS[code] + more), ())[-1]
    assert (figure.text, figure.value, figure.unit_key) == (text, Decimal(4_500_000_000), "EUR")


@pytest.mark.parametrize("scale", ["milyon", "MİLYON", "mılyon"])
def test_a_scale_word_counts_in_turkish_letters_too(scale: str) -> None:
    (figure,) = read_foreign(Page(f"Bütçe 5 {scale} €"))
    assert (figure.value, figure.unit_key) == (Decimal(5_000_000), "EUR")
