"""Invented articles with figures and quotes, read by a rule simple enough to see through."""

import re
from collections.abc import Iterable
from decimal import Decimal

from feeds.identity import article_id
from feeds.model import Answer, Article, Figure, Quote, Reading, Source, SourceState

WIRES = Source("wires", "The Wires", "folder", "/news/wires", ("world", "eu"))
COAST = Source("coast", "Coast Post", "feed", "https://coast.example/rss", ("local",))
ASKED = SourceState(etag=b'W/"1"', next_at=1_000, asked_at=10, ok_at=10)

NUMBER = re.compile(r"(\d[\d,]*) (\w+)")
SAID = re.compile(r'"([^"]+)" ([A-Z]\w+ [A-Z]\w+)(?:, the ([\w ]+),)? (said|warned|denied)')


def article(guid: str, text: str, title: str = "", source: Source = WIRES, **more: object) -> Article:
    """Make an article of `source`; its stamp is its text's."""
    made = Article(
        article_id(source.key, guid), source.key, guid, title or f"About {guid}", text, stamp=f"s{hash(text)}"
    )
    return made._replace(**more)  # type: ignore[arg-type]


def answer(*articles: Article, source: Source = WIRES, present: Iterable[str] | None = None) -> Answer:
    """Make a good answer with these articles."""
    return Answer(source, "ok", ASKED, articles, None if present is None else frozenset(present))


def read(article: Article) -> Reading:
    """Find `71 drones` and `"Words," Ana Lund, the mayor, said`."""
    return read_text(article.text)


def read_text(text: str, title: str | None = None) -> Reading:
    """Do as `read` does, with the arguments of `feeds.reading.read`."""
    figures = tuple(_figure(found, text) for found in NUMBER.finditer(text))
    return Reading(figures, tuple(_quote(found, text) for found in SAID.finditer(text)))


def _figure(found: re.Match[str], text: str) -> Figure:
    start, end = found.span()
    unit = found[2]
    sentence, at = _sentence(text, start)
    year = unit == "AD"
    return Figure(
        found[0], start, end, ((start, end),), Decimal(found[1].replace(",", "")), None, unit, unit.rstrip("s"),
        "year" if year else "count", about="the harbour", attribution="the office" if "office" in sentence else None,
        sentence=sentence, sentence_start=at, salience=0.0 if year else 1 / (1 + start), confidence=0.9,
    )  # fmt: skip


def _quote(found: re.Match[str], text: str) -> Quote:
    sentence, at = _sentence(text, found.start())
    return Quote(
        found[1], *found.span(1), "term" if " " not in found[1] else "direct", found[2], found[2], found.span(2),
        found[3], found[4], found.span(4), found[4], found[4], sentence=sentence, sentence_start=at, confidence=0.8,
    )  # fmt: skip


def _sentence(text: str, at: int) -> tuple[str, int]:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : len(text) if end < 0 else end], start
