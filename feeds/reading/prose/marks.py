"""Quotation marks: which stretches of a paragraph stand between them, whatever their style and however broken."""

import re
from bisect import bisect_left
from typing import NamedTuple

from feeds.model import Span

MARK = re.compile(r"[\"“”„‟«»＂'`‘’](?:(?<=')'|(?<=’)’|(?<=‘)‘|(?<=`)`|(?<!`)(?!(?<=[^\W_]['‘’])[^\W_]))")
"""Single or doubled; no lone backtick and no apostrophe within a word. Begins with the bare set, by which the engine
skips six times faster."""
APOSTROPHES = frozenset("'‘’")
ELISION = re.compile(
    r"['‘’](?:\d\ds?|em|til|tis|twas|cause|bout|round|n|neath|cos|ave|t(?= [A-Z])|s(?=-))\b['’]?", re.IGNORECASE
)
STRAIGHT = frozenset(('"', "＂", "''", "``", "’’", "‘‘"))
STRAIGHT_CLOSERS = STRAIGHT | {"”"}
ANY_CLOSERS = frozenset('”“"')
CLOSERS = {
    mark: frozenset(closers) for mark, closers in {"“": '”“"', "‟": '”"', "„": '“”"', "«": "»", "»": "«"}.items()
}
BEFORE_OPENING = frozenset(" \t\n\r\xa0\u2009\u202f([{—–-―/…>|*_~.:;,")
STOPS = frozenset(',.!?…;:—–-”"»)')
NEAR = 7
"""Marks ahead among which the end of a pair within a pair is looked for: what keeps a row of openings linear."""


class Marked(NamedTuple):
    """A stretch between marks."""

    start: int
    end: int
    """The words alone, without marks and outer blanks."""
    opening: int
    closing: int
    """With the marks."""
    closed: bool
    """Whether its own closing mark was found."""


def find_marked(text: str, paragraphs: list[Span]) -> list[Marked]:
    """Return the outermost marked stretches, in order; none crosses a paragraph. Linear in the text."""
    found: list[Marked] = []
    events = [(m.start(), m.group()) for m in MARK.finditer(text)]
    first = 0
    for start, end in paragraphs:
        if first == len(events):
            break
        last = bisect_left(events, (end,), first)
        if last > first:
            _Paragraph(text, start, end, events[first:last]).collect(found)
            first = last
    return found


class _Paragraph:
    """One paragraph's marks, paired from left to right."""

    def __init__(self, text: str, start: int, end: int, events: list[tuple[int, str]]) -> None:
        self.text, self.start, self.end, self.events = text, start, end, events
        self.no_single_before = start
        """Single marks before this place open nothing: the paragraph holds no closing one for them."""

    def collect(self, found: list[Marked]) -> None:
        at = 0
        while at < len(self.events):
            place, mark = self.events[at]
            if not self.opens(place, mark):
                at += 1
                continue
            single = mark in APOSTROPHES
            close = self.single_close(at) if single else self.double_close(at)
            at = self.take(at, close, found, single)

    def take(self, at: int, close: int | None, found: list[Marked], single: bool) -> int:
        """Add the stretch from event `at` to event `close`; return the next event to look at."""
        place, mark = self.events[at]
        inner = place + len(mark)
        attribute = place > self.start and self.text[place - 1] == "="
        if close is not None and close > at:
            stop, last = self.events[close]
            if not attribute:
                self.add(found, inner, stop, place, stop + len(last), True)
            return close + 1
        if single or attribute:
            return at + 1
        stop = self.end if close is None else self.events[-close][0]
        if self.bears_unclosed(place):
            self.add(found, inner, stop, place, stop, False)
        return len(self.events) if close is None else -close

    def add(self, found: list[Marked], start: int, end: int, opening: int, closing: int, closed: bool) -> None:
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        end -= len(inner) - len(inner.rstrip())
        if self.text[start : start + 1].isalnum() or any(map(str.isalnum, self.text[start:end][:200])):
            found.append(Marked(start, end, opening, closing, closed))

    def bears_unclosed(self, place: int) -> bool:
        """Whether a mark that never closes begins a quote: at the start, or after a stop."""
        before = self.text[max(self.start, place - 3) : place].strip()
        return not before or before[-1] in ",.:;!?…—–"

    def opens(self, place: int, mark: str) -> bool:
        before = self.text[place - 1] if place > self.start else " "
        after = self.text[place + len(mark)] if place + len(mark) < self.end else " "
        if mark in ("“", "„", "«", "‟", "``", "‘‘"):
            return not (after.isspace() and not before.isspace())
        if mark in APOSTROPHES:
            return self.opens_single(place, mark, before, after)
        if mark in ("”", "»", "’’"):
            return before.isspace() and not after.isspace() and after.isalnum()
        if before.isdigit():
            return False
        return before in BEFORE_OPENING or before == "=" or (not before.isalnum() and after.isalnum())

    def opens_single(self, place: int, mark: str, before: str, after: str) -> bool:
        if mark == "’" or before.isalnum() or after.isspace() or place < self.no_single_before:
            return False
        if before not in BEFORE_OPENING and before not in '"“':
            return False
        return not ELISION.match(self.text, place)

    def double_close(self, at: int) -> int | None:
        """Return the closing event; minus the next opening event where that comes first; or nothing."""
        _, mark = self.events[at]
        straight = mark in STRAIGHT
        ends = STRAIGHT_CLOSERS if straight else CLOSERS.get(mark, ANY_CLOSERS)
        step = at + 1
        while step < len(self.events):
            there, other = self.events[step]
            if other in APOSTROPHES or (other not in ends and other not in "“„«"):
                step += 1
                continue
            if other in ends and self.closes(mark, there, other):
                return step
            if self.opens(there, other):
                inner = self.nested_close(step, ends)
                if inner is None:
                    return -step
                step = inner
            step += 1
        return None

    def nested_close(self, step: int, ends: frozenset[str]) -> int | None:
        """Return the closing event of a pair inside the pair, where a second closing event follows it."""
        near = range(step + 1, min(step + 1 + NEAR, len(self.events)))
        two = [k for k in near if self.events[k][1] not in APOSTROPHES][:2]
        shut = [k for k in two if self.events[k][1] in ends and not self.opens(*self.events[k])]
        return shut[0] if len(shut) == 2 else None

    def closes(self, mark: str, place: int, other: str) -> bool:
        if other in ("”", "»") or (mark == "»" and other == "«") or (mark == "„" and other == "“"):
            return True
        before = self.text[place - 1]
        after = self.text[place + len(other)] if place + len(other) < self.end else " "
        if mark == "``" and other == "''":
            return True
        if other == "“" or before.isspace():
            return not after.isalnum() and not (after in "“‘'\"" and before.isspace())
        if before.isdigit() and after.isalnum():
            return False
        return not (before in "([{—–" and after.isalnum())

    def single_close(self, at: int) -> int | None:
        """Return the closing apostrophe: a possessive's only where nothing better comes before the next opening one."""
        doubtful: int | None = None
        inside: str | None = None
        for step in range(at + 1, len(self.events)):
            place, mark = self.events[step]
            if mark not in APOSTROPHES:
                inside = None if inside else mark
                continue
            if inside:
                continue
            before = self.text[place - 1]
            after = self.text[place + 1] if place + 1 < self.end else " "
            if after.isalnum() or before.isspace():
                if doubtful is not None and mark != "’":
                    return doubtful
                continue
            if before == "s" and after == " " and self.text[place + 2 : place + 3].islower():
                doubtful = doubtful or step
                continue
            return step if doubtful is None or before in STOPS else doubtful
        if doubtful is None:
            self.no_single_before = self.end
        return doubtful
