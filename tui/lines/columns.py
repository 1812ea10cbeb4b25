"""The fields of a list's lines where there is no line to show them."""

from collections.abc import Callable, Mapping
from typing import Any

from feeds.archive.layout.findings import RunRow, SpeakerRow
from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow
from feeds.model import Figure, Quote, Source
from tui.lines import records
from tui.lines.inventory import run_record, source_record, speaker_record
from tui.lines.records import Record


def columns(kind: str) -> list[str]:
    """Return the fields of a `headline`, `hit` of a search, `figure`, `quote`, `speaker`, `source` or `run`."""
    return list(_EMPTY[kind]())


def _blank(row: Any) -> Any:
    return row._make([None] * len(row._fields))


_EMPTY: Mapping[str, Callable[[], Record]] = {
    "headline": lambda: records.headline_row(_blank(HeadlineRow)),
    "hit": lambda: {**records.headline_row(_blank(HeadlineRow)), "snippet": None, "hits": None},
    "figure": lambda: records.figure_row(_blank(FigureRow)._replace(figure=_blank(Figure))),
    "quote": lambda: records.quote_row(_blank(QuoteRow)._replace(quote=_blank(Quote))),
    "speaker": lambda: speaker_record(_blank(SpeakerRow)),
    "source": lambda: source_record(_blank(Source)._replace(options={}), None),
    "run": lambda: run_record(_blank(RunRow)),
}
