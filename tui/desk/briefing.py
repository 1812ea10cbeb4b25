"""The news of some hours on a page: headlines, the weightiest figures, the surest quotes, each with its source."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from textwrap import fill

from feeds.archive import Archive, Selection
from tui.desk.choosing import What, rows
from tui.lines.formats import flat, markdown, marked, short
from tui.lines.records import Record
from tui.output import write_line

HEADLINES, FIGURES, QUOTES = 20, 10, 10
"""How many of each: a page."""
AMONG = 2000
"""Figures among which the weightiest of different articles are looked for; a year's would not fit into memory."""
WIDTH = 100
"""Columns of a line of text; Markdown is not folded."""


class Brief:
    """What a desk has of a stretch of time."""

    def __init__(self, archive: Archive, chosen: Mapping[What, Selection], since: int, *, utc: bool) -> None:
        """Take which rows of each list are wanted, and since when, for the heading."""
        self._archive = archive
        self._chosen = chosen
        self._since = since
        self._utc = utc

    def print(self, form: str) -> None:
        """Print it as text or Markdown."""
        count = self._archive.count("headlines", self._chosen["headlines"])
        heading, line = (_markdown_heading, _markdown_line) if form == "markdown" else (_heading, _line)
        heading(f"News since {short(self._since, utc=self._utc)}", 1)
        more = f" (the newest {HEADLINES} of {count})" if count > HEADLINES else ""
        for title, lines in (
            (f"Headlines{more}", self._headlines()),
            ("Key figures", self._figures()),
            ("Quotes", self._quotes()),
        ):
            heading(title, 2)
            said = False
            for lead, words, record in lines:
                line(lead, words, record, short(record["at"], utc=self._utc) or "")
                said = True
            if not said:
                write_line("Nothing.")

    def _headlines(self) -> Iterator[tuple[str, str, Record]]:
        for record in islice(rows(self._archive, "headlines", self._chosen["headlines"]), HEADLINES):
            yield "", record["title"], record

    def _figures(self) -> Iterator[tuple[str, str, Record]]:
        every = rows(self._archive, "figures", self._chosen["figures"])
        found = nlargest(AMONG, every, key=lambda record: (record["salience"], record["at"]))
        sentences: dict[tuple[str, int], list[Record]] = {}
        for record in islice(_few_each(found), FIGURES):
            sentences.setdefault((record["article"], record["sentence_start"]), []).append(record)
        for some in sentences.values():
            sentence = flat(some[0]["sentence"])
            givers = dict.fromkeys(flat(record["attribution"] or "") for record in some)
            others = " and ".join(giver for giver in givers if giver not in sentence)
            yield "; ".join(flat(record["text"]) for record in some), f"{sentence}{others and f' ({others})'}", some[0]

    def _quotes(self) -> Iterator[tuple[str, str, Record]]:
        found = (
            r for r in rows(self._archive, "quotes", self._chosen["quotes"]) if r["kind"] == "direct" and r["speaker"]
        )
        for record in nlargest(QUOTES, _best(found), key=lambda r: (r["confidence"], r["at"])):
            role = f", {record['role']}" if record["role"] else ""
            yield f"{record['speaker']}{role}", marked(record["text"], record["kind"]), record


def _few_each(records: Sequence[Record]) -> Iterator[Record]:
    """Yield at most two figures an article, and what is measured once, as the newest article has it.

    So no one article fills the page, and no one price or toll that many articles tell.
    """
    newest: dict[tuple[object, ...], Record] = {}
    for record in records:
        if record["at"] > newest.setdefault(_measure(record), record)["at"]:
            newest[_measure(record)] = record
    each = Counter[str]()
    for record in records:
        if each[record["article"]] < 2 and newest[_measure(record)] is record:
            each[record["article"]] += 1
            yield record


def _measure(record: Record) -> tuple[object, ...]:
    """Return what a figure measures; where that is not known, it is one by itself with all of its value."""
    value = () if record["about"] else (record["value"], record["value_hi"])
    return (record["unit_key"], record["about"], *value)


def _best(records: Iterable[Record]) -> Iterable[Record]:
    """Choose one quote a speaker, the surest; of equals the longest, since “Yes,” tells nobody anything."""
    best: dict[str, Record] = {}
    for record in records:
        other = best.get(record["speaker"])
        if other is None or _rank(record) > _rank(other):
            best[record["speaker"]] = record
    return best.values()


def _rank(record: Record) -> tuple[float, int]:
    return record["confidence"], min(len(record["text"]), 200)


def _heading(words: str, level: int) -> None:
    write_line(words.upper() if level == 1 else f"\n{words}")


def _line(lead: str, words: str, record: Record, at: str) -> None:
    origin = record["link"] or record["id"]
    title = f"{record['title']}; " if lead else ""
    write_line(fill(f"- {f'{lead}: ' if lead else ''}{words}", WIDTH, subsequent_indent="  ", break_long_words=False))
    write_line(f"  {title}{record['source_name']}, {at}  {origin}")


def _markdown_heading(words: str, level: int) -> None:
    write_line(f"{'' if level == 1 else chr(10)}{'#' * level} {words}\n")


def _markdown_line(lead: str, words: str, record: Record, at: str) -> None:
    name = markdown(record["title"])
    # `<` and `>` would end the address, and what follows could be a link of its own
    address = (record["link"] or "").replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
    link = f"[{name}](<{address}>)" if address else f"{name} `{record['id']}`"
    said = f"**{markdown(lead)}**: {markdown(words)} — " if lead else ""
    write_line(f"- {said}{link} ({markdown(record['source_name'])}, {at})")
