"""Speech that is reported without marks: the clause that a verb of saying governs, before or after it."""

import math
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from feeds.reading.evidence import Evidence, logistic
from feeds.reading.prose.grammar import RELATIVES
from feeds.reading.prose.heads import right_subject
from feeds.reading.prose.lexicon import CUES
from feeds.reading.prose.narrative import CROWD, Line, Narrative
from feeds.reading.prose.phrases import FINITE, base_left
from feeds.reading.quotes.candidates import bucket, last_sign
from feeds.reading.quotes.clause_evidence import (
    by_accord,
    by_body,
    by_final,
    by_joint,
    by_opening,
    by_parted,
    by_reach,
    by_reason,
    by_speaker,
)
from feeds.reading.quotes.cues import Cue, Cues
from feeds.reading.quotes.extent import (
    LONGEST,
    TURNS,
    clause_begin,
    content_ends,
    content_start,
    following,
    has_verb,
    opener,
)
from feeds.reading.tables import word_set
from feeds.reading.words import places_of

CLEAR = word_set("said claimed added told warned confirmed denied suggested predicted")
MANY = frozenset(("plural", "pronoun", "text", "body"))
"""Subjects of a verb without an ending: `…, analysts say`."""
NOMINAL = frozenset(("det", "pron", "name", "poss", "other"))
CLEAR_LIFT = 60
"""Hundredths for a clause that begins with a noun behind a plain verb of saying and can end in one place only: short
ones weigh too little by learning alone; of 44 more on the dev half 24 are right."""
ASKED = word_set("asked pressed questioned quizzed")
"""What begins no clause, though somebody smiled or shrugged behind it: `Asked about Poe, she smiled.`"""
FINAL_LIFT = 120
"""The same for a clause with a verb before an attribution that ends its sentence, names a day or an audience."""
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


@cache
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
        for place in inside:
            cue = cues.at(place, number)
            if cue.noun or cue.subject is None or cue.subject.how == "far":
                continue
            before = clauses_before(narrative, line, cue)
            found += before
            if not before or (threshold > 0 and max(item.total for item in before) < least):
                found += clauses_after(narrative, line, cue, least)
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
    for i in places_of("according", lower):
        if narrative.owner[i] < 0 and lower[i + 1 : i + 2] == ["to"]:
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
    if last - first < 2 or "Q" in line.seps[first : last + 2]:
        return None
    told = by_accord(side, bucket(last - first), subject.kind, has_verb(line.low[first:last]))
    return Reported(words.starts[line.at[first]], words.ends[line.at[last]], cue, (told,), told.total)


def clauses_before(narrative: Narrative, line: Line, cue: Cue) -> list[Reported]:
    """Return the clause before a final attribution (`The plan will fail, Roe said`); also whole, where it goes on.

    In `If rates rise, Roe said, homes will be lost` one clause stands on both sides of the attribution.
    """
    k = cue.place
    subject = cue.subject
    if (
        subject is None
        or (cue.form not in "ds" and not (cue.form == "b" and subject.kind in MANY))
        or not (subject.how in ("near", "comma") or (subject.how == "right" and subject.first > k))
    ):
        return []
    first = joint_first(line, min(subject.first, k))
    if first < 1 or line.seps[first] not in (",", "-") or line.low[first] in RELATIVES:
        return []
    after = max(k, subject.last) + 1
    follow, rest = following(line, after)
    parted = follow == "comma" and line.seps[after] == line.seps[first] and 2 < rest < LONGEST
    if first < 3 and not parted:
        return []
    if follow == "word" or (rest > (30 if subject.first > k else 14) and not parted):
        return []
    if holds_quote(narrative, line, cue, first, after + rest):
        return []
    begin = clause_begin(line, first)
    head = opener(line, begin)
    if (head == "prep" and first - begin < 7 and not parted) or line.low[begin] in ASKED:
        return []
    starts, ends = narrative.words.starts, narrative.words.ends
    told = (
        by_final(cue.cls, subject.kind, subject.how, follow, bucket(rest)),
        by_body(bucket(first - begin), head, has_verb(line.low[begin:first])),
    )
    start = starts[line.at[begin]]
    total = told[0].total + told[1].total
    if follow in ("end", "day", "audience") and has_verb(line.low[begin:first]) and head in NOMINAL:
        total += FINAL_LIFT
    found = [Reported(start, ends[line.at[first - 1]], cue, told, total)]
    if parted:
        whole = by_parted(cue.cls, subject.kind, head, has_verb(line.low[begin:first]), has_verb(line.low[after:]))
        found.append(Reported(start, ends[line.at[-1]], cue, (whole,), whole.total))
    return found


def holds_quote(narrative: Narrative, line: Line, cue: Cue, first: int, stop: int) -> bool:
    """Whether a quote stands in a clause or in its attribution, which ends before word `stop`."""
    begin = first - 80 if first > 80 else 0
    if stop < line.count:
        return "Q" in line.seps[begin : stop + 1]
    return "Q" in line.seps[begin:] or trailing_quote(narrative, line, cue)


def joint_first(line: Line, first: int) -> int:
    """Return where a row of speakers begins: `…, two residents and a local official said`."""
    if first < 3 or line.low[first - 1] != "and" or line.seps[first] != "" or line.seps[first - 1] != "":
        return first
    begin = base_left(line, first - 2)
    return begin if line.seps[begin] in (",", "-") else first


def clauses_after(narrative: Narrative, line: Line, cue: Cue, least: int) -> list[Reported]:
    """Return the clause that follows its verb (`Roe said on Monday that the plan will fail`), once for each end."""
    subject = cue.subject
    k = cue.place
    begin, how = content_start(line, k, cue)
    count = line.count
    if subject is None or begin >= count:
        return []
    if line.seps[begin] == "," and line.low[begin] in CUES and CUES[line.low[begin]].form == "g":
        return []  # `“…,” Roe said, adding that …`: the participle has the clause
    ends = content_ends(line, begin, cue)
    final = ends[-1][0]
    quoted = "Q" in line.seps[begin : final + 1]
    trailing = final == count and trailing_quote(narrative, line, cue) and not colon_quote(narrative, line, cue, begin)
    if quoted or trailing:
        # what holds a quote is no reported clause; what ends before it may be
        quote = line.seps.index("Q", begin, final + 1) if quoted else count
        ends = [(end, why) for end, why in ends if end < quote]
        quoted = not ends or not says_more(line, ends[-1][0], quote)
    ahead = line.low[begin : begin + 12]
    head = opener(line, begin)
    last = subject.last if subject.last > k else k
    if cue.form == "g" and subject.last < k - 1:
        served = "Q" in line.seps[k + 1 : last + 1]  # a participle has words of its own
    else:
        first = subject.first if subject.first < k else k
        served = "Q" in line.seps[first - 2 if first > 2 else 0 : last + 1]
    finite = not FINITE.isdisjoint(ahead)
    opening = by_opening(cue.cls, how, head, finite, finite or has_verb(ahead), served)
    speaker = by_speaker(cue.cls, cue.form, subject.kind, subject.how, finite)
    joined = by_joint(line.seps[begin], how, quoted)
    base = opening.total + speaker.total + joined.total
    if len(ends) == 1 and cue.cls in CLEAR and not served and not quoted and head in NOMINAL:
        base += CLEAR_LIFT
    found: list[Reported] = []
    starts, stops = narrative.words.starts, narrative.words.ends
    for place, (end, why) in enumerate(ends):
        if end - begin < SHORTEST:
            continue
        reason = by_reason(why, how, cue.cls, quoted)
        reach = by_reach(why, bucket(end - begin), bucket(final - end), place == 0, served)
        total = base + reason.total + reach.total
        if total >= least:
            told = (opening, speaker, joined, reason, reach)
            found.append(Reported(starts[line.at[begin]], stops[line.at[end - 1]], cue, told, total))
    return found


def says_more(line: Line, first: int, quote: int) -> bool:
    """Whether a quote has a verb of saying of its own behind a comma: `Roe said it failed, while Poe called it “…”`."""
    turns = line.low[first] in TURNS or line.low[first] == "and"
    return turns and any(CUES[word].form in "ds" for word in line.low[first:quote] if word in CUES)


def trailing_quote(narrative: Narrative, line: Line, cue: Cue) -> bool:
    """Whether a quote follows the last word of the line."""
    block = narrative.blocks[cue.block]
    return (
        bool(block.quotes)
        and bool(line.at)
        and narrative.marked[block.quotes[-1]].opening > narrative.words.starts[line.at[-1]]
    )


def colon_quote(narrative: Narrative, line: Line, cue: Cue, begin: int) -> bool:
    """Whether the quote behind a clause with a verb is one more: `Roe says it never failed: “It never did.”`."""
    opening = narrative.marked[narrative.blocks[cue.block].quotes[-1]].opening
    return last_sign(narrative.text, opening, 3) == ":" and has_verb(line.low[begin:])
