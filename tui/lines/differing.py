"""What changed, for people and for machines: `copydesk diff`."""

from collections.abc import Iterator

from feeds.archive.layout.findings import Diff
from feeds.archive.layout.rows import HeadlineRow
from tui.lines import records
from tui.lines.formats import marked, short
from tui.lines.records import Record, timed
from tui.output import as_json, number, plain, write_line


def show(diff: Diff, form: str, *, utc: bool) -> None:
    """Print a difference."""
    lines = map(as_json, _records(diff)) if form == "jsonl" else _text(diff, utc=utc)
    for line in lines:
        write_line(line)


def _headlines(diff: Diff) -> Iterator[tuple[str, HeadlineRow]]:
    for change, rows in (("new", diff.new), ("changed", diff.changed), ("gone", diff.gone)):
        for row in rows:
            yield change, row


def _records(diff: Diff) -> Iterator[Record]:
    for change, row in _headlines(diff):
        yield timed({**records.headline_row(row), "change": change})
    for moved in diff.figures:
        was = moved.old.figure
        old = {"old": number(was.value), "old_hi": number(was.value_hi), "old_id": moved.old.id}
        yield timed({**records.figure_row(moved.new), "change": "changed", **old})
    for reworded in diff.quotes:
        yield timed(
            {
                **records.quote_row(reworded.new),
                "change": "changed",
                "old": reworded.old.quote.text,
                "old_id": reworded.old.id,
            }
        )


def _text(diff: Diff, *, utc: bool) -> Iterator[str]:
    for change, row in _headlines(diff):
        at = row.first_seen if change == "new" else row.gone_at if change == "gone" else row.changed_at
        yield f"{change:<8} {row.id}  {short(at, utc=utc)}  {row.source_name}  {row.title}"
    for moved in diff.figures:
        old, new = moved.old.figure, moved.new.figure
        unit = new.unit_key or new.kind
        about = f", {new.about}" if new.about else ""
        yield f"moved    {moved.new.id}  {plain(old.value)} → {plain(new.value)} {unit}{about}  {moved.new.title}"
    for reworded in diff.quotes:
        before, now = reworded.old.quote, reworded.new.quote
        words = f"{marked(before.text, before.kind)} → {marked(now.text, now.kind)}"
        yield f"reworded {reworded.new.id}  {now.speaker or 'speaker unknown'}: {words}  {reworded.new.title}"
