"""Speech that is reported without marks: the clause that a verb of saying governs, before or after it."""

import math
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from feeds.reading.candidates import bucket
from feeds.reading.cues import Cue, Cues
from feeds.reading.evidence import Evidence, logistic, weigh
from feeds.reading.extent import clause_begin, content_ends, content_start, following, has_verb, opener
from feeds.reading.heads import right_subject
from feeds.reading.narrative import CROWD, Line, Narrative
from feeds.reading.phrases import FINITE

SHORTEST = 2
"""Words of a reported clause."""


class Reported(NamedTuple):
    """A clause that may be reported speech."""

    start: int
    end: int
    cue: Cue
    evidence: tuple[Evidence, ...]
    """What speaks for it."""
    total: int
    """What that weighs, in hundredths."""

    @property
    def features(self) -> tuple[str, ...]:
        """All its features by name."""
        return tuple(name for group in self.evidence for name in group.names)


def least_total(threshold: float) -> int:
    """Return the least weight, in hundredths, of what is at least so sure."""
    return math.ceil(100 * math.log(threshold / (1 - threshold)) - 0.001)


def reported(narrative: Narrative, cues: Cues, threshold: float = 0.0) -> list[Reported]:
    """All clauses with a clear cue and a speaker that are at least so sure, in the order of their cues."""
    found: list[Reported] = []
    least = least_total(threshold) if threshold > 0 else -100_000
    for number, inside in enumerate(cues.by_block):
        if not inside or len(narrative.blocks[number].quotes) > CROWD:
            continue
        line = narrative.lines[number]
        for word in inside:
            cue = cues.at(word, number)
            if cue.noun or cue.subject is None or cue.subject.how == "far":
                continue
            before = clause_before(narrative, line, cue)
            found += [before] if before else clauses_after(narrative, line, cue, least)
    for number, line, k in accordings(narrative):
        item = according(narrative, number, line, k)
        if item is not None:
            found.append(item)
    return found


def select(items: list[Reported], threshold: float) -> list[tuple[Reported, float]]:
    """Return the clauses that are sure enough: the best end of each, and none inside another."""
    best: dict[tuple[int, int], Reported] = {}
    least = least_total(threshold)
    for item in items:
        if item.total >= least:
            key = (item.cue.word, item.cue.place)
            if key not in best or item.total > best[key].total:
                best[key] = item
    kept: list[tuple[Reported, float]] = []
    taken: list[tuple[int, int]] = []
    for item in sorted(best.values(), key=lambda item: -item.total):
        place = bisect_left(taken, (item.start, item.end))
        before_free = place == 0 or taken[place - 1][1] <= item.start
        if before_free and (place == len(taken) or item.end <= taken[place][0]):
            taken.insert(place, (item.start, item.end))
            kept.append((item, logistic(item.total / 100)))
    return kept


def accordings(narrative: Narrative) -> list[tuple[int, Line, int]]:
    """Every `according to` outside marks: its block, line and place."""
    places: list[tuple[int, Line, int]] = []
    lower = narrative.lower
    if "according" not in lower:
        return places
    for i, word in enumerate(lower):
        if word == "according" and narrative.owner[i] < 0 and lower[i + 1 : i + 2] == ["to"]:
            number = narrative.block_at(i)
            line = narrative.lines[number]
            places.append((number, line, line.place(i)))
    return places


def according(narrative: Narrative, number: int, line: Line, k: int) -> Reported | None:
    """Return the clause that `according to X` speaks of."""
    subject = right_subject(line, k + 1, "by")
    if subject is None:
        return None
    words = narrative.words
    cue = Cue(
        line.at[k + 1],
        (words.starts[line.at[k]], words.ends[line.at[k + 1]]),
        "according to",
        "said",
        "a",
        number,
        k,
        subject,
        False,
        False,
    )
    if k > 3:
        start = clause_begin(line, k)
        first, last = start, k - 1
        side = "before"
    else:
        first = next((n for n in range(subject.last + 1, line.count) if line.seps[n] == ","), line.count)
        last = line.count - 1
        side = "after"
    if last - first < 2 or "Q" in line.seps[first + 1 : last + 1]:
        return None
    told = by_accord(side, bucket(last - first), subject.kind, has_verb(line.low[first:last]))
    return Reported(words.starts[line.at[first]], words.ends[line.at[last]], cue, (told,), told.total)


@cache
def by_accord(side: str, size: str, kind: str, verb: bool) -> Evidence:
    """Weigh a clause that `according to` speaks of."""
    return weigh("reported", "bias", f"a|{side}", f"a|n={size}", f"a|kind={kind}", f"a|verb={verb}|{side}")


def clause_before(narrative: Narrative, line: Line, cue: Cue) -> Reported | None:
    """Return the clause before a final attribution (`The plan will fail, Roe said`), with its features."""
    k = cue.place
    subject = cue.subject
    if (
        subject is None
        or cue.form not in "ds"
        or not (subject.how == "near" or (subject.how == "right" and subject.first > k))
    ):
        return None
    first = min(subject.first, k)
    if first < 3 or line.seps[first] not in (",", "-"):
        return None
    after = max(k, subject.last) + 1
    rest = line.count - after
    follow = following(line, after)
    if follow == "word" or rest > (30 if subject.first > k else 14):
        return None
    if "Q" in line.seps[max(0, first - 80) :] or trailing_quote(narrative, line, cue):
        return None
    begin = clause_begin(line, first)
    head = opener(line, begin)
    if head == "prep" and first - begin < 7:
        return None
    starts, ends = narrative.words.starts, narrative.words.ends
    told = (
        by_final(cue.cls, subject.kind, subject.how, follow, bucket(rest)),
        by_body(bucket(first - begin), head, has_verb(line.low[begin:first])),
    )
    return Reported(starts[line.at[begin]], ends[line.at[first - 1]], cue, told, told[0].total + told[1].total)


@cache
def by_final(cls: str, kind: str, how: str, follow: str, rest: str) -> Evidence:
    """Weigh a final attribution: its verb, its speaker and what follows it."""
    return weigh(
        "reported",
        "bias",
        "b",
        f"b|cls={cls}",
        f"b|rest={rest}",
        f"b|kind={kind}",
        f"b|{follow}",
        f"b|{follow}|{how}",
        f"b|{how}",
    )


@cache
def by_body(size: str, head: str, verb: bool) -> Evidence:
    """Weigh a clause before its attribution: its length, its first word, and whether it has a verb."""
    return weigh(
        "reported",
        f"b|n={size}",
        f"b|open={head}",
        f"b|verb={verb}",
        f"b|verb={verb}|n={size}",
        f"b|verb={verb}|open={head}",
    )


def clauses_after(narrative: Narrative, line: Line, cue: Cue, least: int) -> list[Reported]:
    """Return the clause that follows its verb (`Roe said on Monday that the plan will fail`), once for each end."""
    subject = cue.subject
    k = cue.place
    begin, how = content_start(line, k, cue)
    count = line.count
    if subject is None or begin >= count:
        return []
    ends = content_ends(line, begin, cue)
    final = ends[-1][0]
    if "Q" in line.seps[begin : final + 1] or (final == count and trailing_quote(narrative, line, cue)):
        return []
    low = line.low
    finite = not FINITE.isdisjoint(low[begin : begin + 12])
    opening = by_opening(cue.cls, how, opener(line, begin), finite)
    speaker = by_speaker(cue.cls, cue.form, subject.kind, subject.how, finite)
    joined = by_joint(line.seps[begin], how)
    base = opening.total + speaker.total + joined.total
    found: list[Reported] = []
    starts, stops = narrative.words.starts, narrative.words.ends
    for place, (end, why) in enumerate(ends):
        if end - begin < SHORTEST:
            continue
        reason = by_reason(why, how, cue.cls)
        reach = by_reach(why, bucket(end - begin), bucket(final - end), place == 0)
        total = base + reason.total + reach.total
        if total >= least:
            told = (opening, speaker, joined, reason, reach)
            found.append(Reported(starts[line.at[begin]], stops[line.at[end - 1]], cue, told, total))
    return found


@cache
def by_opening(cls: str, how: str, head: str, finite: bool) -> Evidence:
    """Weigh the verb, how the clause is joined to it, and the first words of the clause."""
    f = "f" if finite else "n"
    return weigh(
        "reported",
        "bias",
        f"cls={cls}",
        f"cls={cls}|how={how}",
        f"cls={cls}|open={head}",
        f"open={head}|{f}",
        f"cls={cls}|{f}",
    )


@cache
def by_speaker(cls: str, form: str, kind: str, how: str, finite: bool) -> Evidence:
    """Weigh whose saying it is, and in which form of the verb."""
    return weigh(
        "reported",
        f"form={form}|{'f' if finite else 'n'}",
        f"subj={kind}|{how}",
        f"form={form}|subj={how}",
        f"cls={cls}|subj={kind}",
    )


@cache
def by_joint(sep: str, how: str) -> Evidence:
    """Weigh what stands between the verb and the clause."""
    return weigh("reported", f"sep={sep}|how={how}")


@cache
def by_reason(why: str, how: str, cls: str) -> Evidence:
    """Weigh why the clause may end there."""
    return weigh("reported", f"end={why}|{how}", f"end={why}|cls={cls}")


@cache
def by_reach(why: str, size: str, rest: str, first: bool) -> Evidence:
    """Weigh how long the clause is, and how much of the sentence follows it."""
    rank = "1" if first else "n"
    return weigh(
        "reported",
        f"end={why}|rest={rest}",
        f"end={why}|n={size}",
        f"end={why}|{rank}",
        f"n={size}",
        f"rest={rest}|{rank}",
    )


def trailing_quote(narrative: Narrative, line: Line, cue: Cue) -> bool:
    """Whether a quote follows the last word of the line."""
    block = narrative.blocks[cue.block]
    return (
        bool(block.quotes)
        and bool(line.at)
        and narrative.marked[block.quotes[-1]].opening > narrative.words.starts[line.at[-1]]
    )
