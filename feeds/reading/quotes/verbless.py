"""Candidates without a verb of saying: a colon, a dash, `according to`, or the bare subject of the clause."""

from bisect import bisect_left
from functools import cache

from feeds.reading.evidence import Evidence, weigh
from feeds.reading.prose.grammar import PERSON_PRONOUNS
from feeds.reading.prose.heads import main_subject, right_subject
from feeds.reading.prose.narrative import Line, Narrative
from feeds.reading.prose.phrases import Subject, base_right, kind_of
from feeds.reading.quotes.candidates import Candidate, Setting, bucket, by_cue
from feeds.reading.quotes.cues import Cue, Cues
from feeds.reading.quotes.unlisted import governing, unlisted

DASHES = "—–―-"
OWN = frozenset(("his", "her"))
LABEL_WORDS = 14
"""A label before a colon is no longer than this: `Roe on the new budget: ‘…’`."""


def verbless(narrative: Narrative, cues: Cues, seen: Setting) -> list[Candidate]:
    """All candidates of a quote that need no verb."""
    found = clause(narrative, cues, seen)
    found += label(narrative, seen)
    if seen.edge == 0 and seen.block > 0:
        found += colon_before(narrative, seen)
    if seen.edge < seen.line.count:
        found += signature(narrative, seen)
    found += according(narrative, seen)
    if seen.ends[1] != "_":
        found += unlisted(narrative, seen)
    found += governing(narrative, seen)
    return found


def clause(narrative: Narrative, cues: Cues, seen: Setting) -> list[Candidate]:
    """Return the subject of the clause that holds the quote: `Roe blasted “…”`, `Roe: “…”`."""
    edge = seen.edge
    subject = in_words(seen.line, 0) or main_subject(seen.line, edge) if edge > 0 else None
    if subject is None:
        return []
    opening = narrative.marked[seen.quote].opening
    form = ":" if seen.sep == ":" else "m"
    span = (opening, opening)
    if form == ":":
        colon = narrative.text.rfind(":", max(0, opening - 6), opening)
        span = (colon, colon + 1)
    cue = Cue(seen.line.at[edge - 1], span, "", "", form, seen.block, edge, subject, False, False)
    count = min(2, bisect_left(cues.by_block[seen.block], edge))
    return [
        Candidate(
            cue,
            None,
            by_clause(form, count, subject.kind, bucket(edge)),
            by_edges(form, seen.sep, seen.ends, seen.size),
        )
    ]


def in_words(line: Line, begin: int) -> Subject | None:
    """Return whose the words are in `In his words, …`."""
    low = line.low[begin : begin + 4]
    if len(low) < 3 or low[0] != "in" or low[1] not in OWN or "words" not in low[2:]:
        return None
    return Subject(begin + 1, begin + 1, "pronoun", "label")


@cache
def by_clause(form: str, cues: int, kind: str, near: str) -> Evidence:
    """Weigh the bare subject of a quote's clause."""
    return weigh(
        "attribution", f"bare={form}", f"bare={form}|cues={cues}", f"bare={form}|kind={kind}", f"bare|d={near}|{form}"
    )


@cache
def by_edges(form: str, sep: str, ends: str, size: str) -> Evidence:
    """Weigh the edges of a quote whose clause has no verb of saying."""
    return weigh("attribution", f"bare={form}|{ends}", f"bare|{size}", f"bare|{sep}", f"bare|{sep}|{size}")


def label(narrative: Narrative, seen: Setting) -> list[Candidate]:
    """Return a name at the start of the block with a colon before the quote: `Roe on the budget: ‘Too late’`."""
    line = seen.line
    seps = line.seps
    begin = seen.edge if seen.edge < line.count else max(line.count - 1, 0)
    while begin > 0 and seps[begin] != "." and seps[begin] != "Q":
        begin -= 1
    stop = min(seen.edge, begin + LABEL_WORDS)
    colon_inside = stop > begin + 1 and ":" in seps[begin + 1 : stop]
    place = seps.index(":", begin + 1, stop) if colon_inside else None
    if place is None and seen.sep == ":" and begin < seen.edge <= begin + LABEL_WORDS:
        place = seen.edge
    if place is None or not line.at:
        return []
    subject = in_words(line, begin)
    last = begin if line.low[begin] in PERSON_PRONOUNS else base_right(line, begin, place)
    subject = subject or Subject(begin, last, kind_of(line, begin, last), "label")
    words = narrative.words
    colon = narrative.text.find(":", words.ends[line.at[place - 1]], words.ends[line.at[place - 1]] + 6)
    if colon < 0:
        return []
    cue = Cue(line.at[place - 1], (colon, colon + 1), "", "", ":", seen.block, place, subject, False, False)
    head = "head" if narrative.blocks[seen.block].paragraph == 0 else "body"
    whole = "whole" if last == place - 1 else "part"
    return [Candidate(cue, None, by_label(head, whole, subject.kind, seen.sep))]


@cache
def by_label(head: str, whole: str, kind: str, sep: str) -> Evidence:
    """Weigh a label before a colon."""
    return weigh("attribution", "label", f"label|{head}", f"label|{whole}|{head}", f"label|{kind}", f"label|{sep}")


def colon_before(narrative: Narrative, seen: Setting) -> list[Candidate]:
    """Return the block before ends in a colon, and the quote stands alone: `This was her answer:`."""
    number = seen.block - 1
    block = narrative.blocks[number]
    end = (
        len(narrative.text[block.start : block.end].rstrip()) + block.start
        if block.end - block.start < 4000
        else block.end
    )
    if narrative.text[end - 1 : end] != ":":
        return []
    line = narrative.lines[number]
    subject = main_subject(line, line.count) if line.at else None
    if subject is None:
        return []
    cue = Cue(line.at[-1], (end - 1, end), "", "", ":", number, line.count, subject, False, False)
    return [Candidate(cue, None, by_sign("colon", subject.kind, seen.ends, ""))]


@cache
def by_sign(sign: str, kind: str, ends: str, rest: str) -> Evidence:
    """Weigh a colon in the sentence before, or a dash behind the quote; `rest` is what follows the name."""
    names = (sign, f"{sign}|{kind}", f"{sign}|{ends}")
    return weigh("attribution", *names, f"{sign}|rest={rest}") if rest else weigh("attribution", *names)


def signature(narrative: Narrative, seen: Setting) -> list[Candidate]:
    """Return a name behind a dash that ends the block: `“…” — Ann Roe`."""
    marked = narrative.marked[seen.quote]
    line, edge = seen.line, seen.edge
    after = narrative.text[marked.closing : marked.closing + 4]
    dash = after.lstrip(" \xa0.,")[:1]
    if not dash or dash not in DASHES:
        return []
    last = base_right(line, edge, line.count)
    subject = Subject(edge, last, kind_of(line, edge, last), "dash")
    place = marked.closing + after.index(dash)
    cue = Cue(line.at[edge], (place, place + 1), "", "", "-", seen.block, edge, subject, False, False)
    rest = bucket(line.count - 1 - last)
    return [Candidate(cue, None, by_sign("dash", subject.kind, seen.ends, rest))]


def according(narrative: Narrative, seen: Setting) -> list[Candidate]:
    """`according to X`, shortly before or behind the quote."""
    found: list[Candidate] = []
    line, edge = seen.line, seen.edge
    first, last = max(0, edge - 25), min(line.count - 1, edge + 12)
    if "according" not in line.low[first:last]:
        return found
    words = narrative.words
    for k in range(first, last):
        if line.low[k] == "according" and line.low[k + 1] == "to" and line.seps[k + 1] == "":
            side, distance = ("AR", k - edge) if k >= edge else ("AL", edge - k)
            subject = right_subject(line, k + 1, "by")
            span = (words.starts[line.at[k]], words.ends[line.at[k + 1]])
            cue = Cue(line.at[k + 1], span, "according to", "said", "a", seen.block, k, subject, False, False)
            found.append(by_cue(cue, side, 0, distance, seen, seen.sep))
    return found
