"""Speech that is reported without marks: the clause that a verb of saying governs, before or after it."""

import math
from bisect import bisect_left
from typing import NamedTuple

from feeds.reading.candidates import bucket
from feeds.reading.cues import Cue, Cues
from feeds.reading.extent import clause_begin, content_ends, content_start, following, has_verb, opener
from feeds.reading.heads import right_subject
from feeds.reading.kinds import logistic
from feeds.reading.narrative import CROWD, Line, Narrative
from feeds.reading.phrases import FINITE, Subject

SHORTEST = 2
"""Words of a reported clause."""


class Reported(NamedTuple):
    """A clause that may be reported speech."""

    start: int
    end: int
    cue: Cue
    common: tuple[str, ...]
    """Features of the verb, its speaker and the first words: the same for every end."""
    own: tuple[str, ...]
    """Features of this end."""

    @property
    def features(self) -> tuple[str, ...]:
        """All that speaks for or against it."""
        return (*self.common, *self.own)


def reported(narrative: Narrative, cues: Cues) -> list[Reported]:
    """All clauses with a clear cue and a speaker, in the order of their cues."""
    found: list[Reported] = []
    for number in sorted(cues.by_block):
        if len(narrative.blocks[number].quotes) > CROWD:
            continue
        line = narrative.line(number)
        for word in cues.in_block(number):
            cue = cues.at(word, number)
            if cue.noun or cue.subject is None or cue.subject.how == "far":
                continue
            before = clause_before(narrative, line, cue)
            found += [before] if before else clauses_after(narrative, line, cue)
    for number, line, k in accordings(narrative):
        item = according(narrative, number, line, k)
        if item is not None:
            found.append(item)
    return found


def select(items: list[Reported], weights: dict[str, float], threshold: float) -> list[tuple[Reported, float]]:
    """Return the clauses that are sure enough: the best end of each, and none inside another."""
    best: dict[tuple[int, int], tuple[Reported, float]] = {}
    common: tuple[str, ...] = ()
    base = bias = weights.get("bias", 0.0)
    least = math.log(threshold / (1 - threshold)) - 0.001
    for item in items:
        if item.common is not common:
            common = item.common
            base = bias + sum([weights[f] for f in common if f in weights])
        total = base + sum([weights[f] for f in item.own if f in weights])
        if total < least:
            continue
        sure = logistic(total)
        key = (item.cue.word, item.cue.place)
        if sure >= threshold and (key not in best or sure > best[key][1]):
            best[key] = (item, sure)
    kept: list[tuple[Reported, float]] = []
    taken: list[tuple[int, int]] = []
    for item, sure in sorted(best.values(), key=lambda pair: -pair[1]):
        place = bisect_left(taken, (item.start, item.end))
        before_free = place == 0 or taken[place - 1][1] <= item.start
        if before_free and (place == len(taken) or item.end <= taken[place][0]):
            taken.insert(place, (item.start, item.end))
            kept.append((item, sure))
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
            line = narrative.line(number)
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
        first = next((n for n in range(subject.last + 1, len(line.at)) if line.seps[n] == ","), len(line.at))
        last = len(line.at) - 1
        side = "after"
    if last - first < 2 or "Q" in line.seps[first + 1 : last + 1]:
        return None
    return Reported(
        words.starts[line.at[first]],
        words.ends[line.at[last]],
        cue,
        (),
        (
            f"a|{side}",
            f"a|n={bucket(last - first)}",
            f"a|kind={subject.kind}",
            f"a|verb={has_verb(line.low[first:last])}|{side}",
        ),
    )


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
    rest = len(line.at) - after
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
    finite = has_verb(line.low[begin:first])
    size = bucket(first - begin)
    features = (
        "b",
        f"b|cls={cue.cls}",
        f"b|rest={bucket(rest)}",
        f"b|n={size}",
        f"b|kind={subject.kind}",
        f"b|{follow}",
        f"b|{follow}|{subject.how}",
        f"b|open={head}",
        f"b|verb={finite}",
        f"b|verb={finite}|n={size}",
        f"b|verb={finite}|open={head}",
        f"b|{subject.how}",
    )
    return Reported(starts[line.at[begin]], ends[line.at[first - 1]], cue, (), features)


def clauses_after(narrative: Narrative, line: Line, cue: Cue) -> list[Reported]:
    """Return the clause that follows its verb (`Roe said on Monday that the plan will fail`), once for each end."""
    subject = cue.subject
    k = cue.place
    begin, how = content_start(line, k, cue)
    count = len(line.at)
    if subject is None or begin >= count:
        return []
    ends = content_ends(line, begin, cue)
    if "Q" in line.seps[begin : ends[-1][0] + 1] or (ends[-1][0] == count and trailing_quote(narrative, line, cue)):
        return []
    variants: list[Reported] = []
    common = opening_features(line, cue, begin, how, subject)
    starts, stops = narrative.words.starts, narrative.words.ends
    for place, (end, why) in enumerate(ends):
        if end - begin >= SHORTEST:
            own = end_features(cue, how, why, end - begin, ends[-1][0] - end, place == 0)
            variants.append(Reported(starts[line.at[begin]], stops[line.at[end - 1]], cue, common, own))
    return variants


def end_features(cue: Cue, how: str, why: str, length: int, later: int, first: bool) -> tuple[str, ...]:
    """Tell what speaks for one end: why there, how long the clause is, how much follows in the sentence."""
    rank = "1" if first else "n"
    rest = bucket(later)
    size = bucket(length)
    return (
        f"end={why}|{how}",
        f"end={why}|cls={cue.cls}",
        f"end={why}|rest={rest}",
        f"end={why}|n={size}",
        f"end={why}|{rank}",
        f"n={size}",
        f"rest={rest}|{rank}",
    )


def opening_features(line: Line, cue: Cue, begin: int, how: str, subject: Subject) -> tuple[str, ...]:
    """Tell what the verb, its speaker and the first words of the clause say."""
    low = line.low
    finite = not FINITE.isdisjoint(low[begin : begin + 12])
    head = opener(line, begin)
    f = "f" if finite else "n"
    return (
        f"cls={cue.cls}",
        f"cls={cue.cls}|how={how}",
        f"cls={cue.cls}|open={head}",
        f"open={head}|{f}",
        f"form={cue.form}|{f}",
        f"cls={cue.cls}|{f}",
        f"subj={subject.kind}|{subject.how}",
        f"sep={line.seps[begin]}|how={how}",
        f"form={cue.form}|subj={subject.how}",
        f"cls={cue.cls}|subj={subject.kind}",
    )


def trailing_quote(narrative: Narrative, line: Line, cue: Cue) -> bool:
    """Whether a quote follows the last word of the line."""
    block = narrative.blocks[cue.block]
    return (
        bool(block.quotes)
        and bool(line.at)
        and narrative.marked[block.quotes[-1]].opening > narrative.words.starts[line.at[-1]]
    )
