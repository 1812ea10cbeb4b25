"""Speech that is reported without marks: the clause that a verb of saying governs, before or after it."""

from bisect import bisect_left
from typing import NamedTuple

from feeds.reading.candidates import bucket
from feeds.reading.cues import Cue, Cues
from feeds.reading.grammar import (
    DAYS,
    DETERMINERS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from feeds.reading.kinds import probability
from feeds.reading.lexicon import CUES
from feeds.reading.narrative import Line, Narrative
from feeds.reading.heads import right_subject
from feeds.reading.phrases import FINITE, Subject, base_right, is_name

FINITE = frozenset(
    "is was are were has had have will would can could should must may might does did do won’t won't isn’t isn't".split()
)
AUDIENCES = frozenset(
    "reporters journalists supporters lawmakers viewers voters him her them us me it you everyone people investors".split()
)


class Reported(NamedTuple):
    """A clause that may be reported speech."""

    start: int
    end: int
    cue: Cue
    features: tuple[str, ...]


def reported(narrative: Narrative, cues: Cues) -> list[Reported]:
    """All clauses with a clear cue and a speaker, in the order of their cues."""
    found: list[Reported] = []
    for number in sorted(cues.by_block):
        line = narrative.line(number)
        for word in cues.in_block(number):
            cue = cues.at(word, number)
            if cue.noun or cue.subject is None or cue.subject.how in ("far",):
                continue
            before = clause_before(narrative, line, cue)
            for start, end, features in [before] if before else clauses_after(narrative, line, cue):
                found.append(Reported(start, end, cue, features))
    for number, line, k in accordings(narrative):
        item = according(narrative, number, line, k)
        if item is not None:
            found.append(item)
    return found


def select(items: list[Reported], weights: dict[str, float], threshold: float) -> list[tuple[Reported, float]]:
    """The clauses that are sure enough: the best end of each, and none inside another."""
    best: dict[tuple[int, int], tuple[Reported, float]] = {}
    for item in items:
        sure = probability(weights, ["bias", *item.features])
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
    places = []
    lower = narrative.lower
    for i, word in enumerate(lower):
        if word == "according" and narrative.owner[i] < 0 and lower[i + 1 : i + 2] == ["to"]:
            number = narrative.block_at(i)
            line = narrative.line(number)
            places.append((number, line, line.place(i)))
    return places


def according(narrative: Narrative, number: int, line: Line, k: int) -> Reported | None:
    """The clause that `according to X` speaks of."""
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
        (f"a|{side}", f"a|n={bucket(last - first)}", f"a|kind={subject.kind}"),
    )


def clause_begin(line: Line, k: int) -> int:
    """Index of the first word of what stands before a final attribution: the start of the sentence, or after a quote."""
    for n in range(k - 1, max(0, k - 80), -1):
        if line.seps[n] in ("Q", ";"):
            return n
    return 0 if k < 80 else k - 80


def clause_before(narrative: Narrative, line: Line, cue: Cue) -> tuple[int, int, tuple[str, ...]] | None:
    """`The plan will fail, Roe said on Monday.`"""
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
    return starts[line.at[begin]], ends[line.at[first - 1]], features


def following(line: Line, after: int) -> str:
    """What stands behind a final attribution: the end, a comma, a day, a preposition, an audience, or some other word."""
    if after >= len(line.at):
        return "end"
    if line.seps[after] != "":
        return "comma"
    word = line.low[after]
    if word in DAYS:
        return "day"
    if word in PREPOSITIONS:
        return "prep"
    return "audience" if word in AUDIENCES else "word"


def has_verb(words: list[str]) -> bool:
    """Whether some words hold a finite verb, as far as closed classes and endings tell."""
    return any(w in FINITE or (w.endswith("ed") and len(w) > 4) or (w in CUES and CUES[w].form in "ds") for w in words)


def opener(line: Line, begin: int) -> str:
    """The class of the first word of a clause."""
    first = line.low[begin]
    if first == "to":
        return "to"
    for name, words in (
        ("pron", PERSON_PRONOUNS),
        ("det", DETERMINERS),
        ("poss", POSSESSIVES),
        ("prep", PREPOSITIONS),
        ("sub", SUBORDINATORS),
    ):
        if first in words:
            return name
    if first.endswith("ing"):
        return "ing"
    return "name" if is_name(line, begin) else "other"


def clauses_after(narrative: Narrative, line: Line, cue: Cue) -> list[tuple[int, int, tuple[str, ...]]]:
    """`Roe told reporters on Monday that the plan will fail.`"""
    subject = cue.subject
    k = cue.place
    begin, how = content_start(line, k, cue)
    count = len(line.at)
    if subject is None or begin >= count:
        return []
    ends = content_ends(line, begin, cue)
    if "Q" in line.seps[begin : ends[-1][0] + 1] or (ends[-1][0] == count and trailing_quote(narrative, line, cue)):
        return []
    variants = []
    common = opening_features(line, k, cue, begin, how, subject)
    for place, (end, why) in enumerate(ends):
        if end - begin >= 2:
            later = ends[-1][0] - end
            first = "1" if place == 0 else "n"
            features = (
                *common,
                f"end={why}",
                f"end={why}|{how}",
                f"end={why}|cls={cue.cls}",
                f"end={why}|rest={bucket(later)}",
                f"end={why}|n={bucket(end - begin)}",
                f"end={why}|{first}",
                f"n={bucket(end - begin)}",
                f"rest={bucket(later)}|{first}",
            )
            variants.append((narrative.words.starts[line.at[begin]], narrative.words.ends[line.at[end - 1]], features))
    return variants


def opening_features(line: Line, k: int, cue: Cue, begin: int, how: str, subject: Subject) -> tuple[str, ...]:
    """What the verb, its speaker and the first words of the clause say."""
    low = line.low
    finite = any(w in FINITE for w in low[begin : begin + 12])
    head = opener(line, begin)
    f = "f" if finite else "n"
    return (
        f"how={how}",
        f"cls={cue.cls}",
        f"cls={cue.cls}|how={how}",
        f"cls={cue.cls}|open={head}",
        f"open={head}|{f}",
        f"form={cue.form}|{f}",
        f"cls={cue.cls}|{f}",
        f"subj={subject.kind}|{subject.how}",
        f"sep={line.seps[begin]}|how={how}",
        f"neg={cue.negated}",
        f"form={cue.form}|how={how}",
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


def content_start(line: Line, k: int, cue: Cue) -> tuple[int, str]:
    """Index of the first word of what is said, and how it is joined: that, plain, object, time."""
    n = k + 1
    count = len(line.at)
    low, seps = line.low, line.seps
    if cue.subject is not None and cue.subject.first == k + 1:
        n = cue.subject.last + 1
    for ahead in range(n, min(n + 10, count)):
        if low[ahead] == "that" and ahead + 1 < count and (seps[ahead] == "" or ahead == n):
            between = low[n:ahead]
            if between and not (
                between[0] in PREPOSITIONS
                or between[0] in ("late", "early", "earlier", "later", "again", "today", "yesterday")
                or between[0] in DAYS
                or between[0] in AUDIENCES
                or cue.cls in ("told", "warned", "added", "asked")
            ):
                break
            if any(w in PERSON_PRONOUNS or w in RELATIVES for w in between[1:]):
                break
            return ahead + 1, "that"
    if n < count and low[n] in AUDIENCES and cue.cls in ("told", "asked", "urged", "warned", "announced"):
        return n + 1, "object"
    if n < count and cue.cls == "told" and (is_name(line, n) or low[n] in DETERMINERS or low[n] in POSSESSIVES):
        return base_right(line, n, count) + 1, "object"
    moved = n
    while (
        moved < count
        and (
            low[moved] in DAYS
            or low[moved]
            in (
                "also",
                "again",
                "late",
                "early",
                "later",
                "earlier",
                "today",
                "yesterday",
                "afternoon",
                "morning",
                "evening",
                "night",
            )
        )
        and seps[moved] == ""
    ):
        moved += 1
    if (
        moved < count
        and low[moved] in ("in", "on", "at", "during")
        and seps[moved] == ""
        and cue.cls in ("said", "wrote", "added", "announced", "told")
    ):
        for ahead in range(moved + 1, min(moved + 8, count)):
            if low[ahead] in PERSON_PRONOUNS and seps[ahead] == "":
                return ahead, "time"
    return moved, "time" if moved > n else "plain"


def content_ends(line: Line, begin: int, cue: Cue) -> list[tuple[int, str]]:
    """Where what is said may end: the sentence's end, or a place where a new saying or a comment begins; at most five."""
    low, seps = line.low, line.seps
    count = len(line.at)
    form = CUES[low[cue.place]].form if low[cue.place] in CUES else ""
    ends: list[tuple[int, str]] = []
    for n in range(begin + 1, min(count, begin + 90)):
        sep, word = seps[n], low[n]
        why = ""
        if sep in (";", "Q", ".", ":"):
            ends.append((n, sep))
            return ends
        if sep in (",", "-"):
            why = comma_cut(line, n)
        elif sep == "(" or sep == ")":
            why = sep
        elif word == "and" and n + 1 < count:
            after = low[n + 1]
            if after in CUES and CUES[after].form == form and form in "ds":
                why = "and-cue"
            elif after in PERSON_PRONOUNS and any(
                low[m] in CUES and seps[m] == "" for m in range(n + 2, min(n + 4, count))
            ):
                why = "and-pron"
        if why:
            ends.append((n, why))
            if len(ends) == 6:
                break
    ends.append((count if count - begin < 90 else begin + 90, "end"))
    return ends


def comma_cut(line: Line, n: int) -> str:
    """Why what is said may end at the comma before word n, or nothing."""
    low, seps = line.low, line.seps
    word = low[n]
    if word in CUES and CUES[word].form == "g":
        return "ing"
    if word in ("according", "but", "while", "although", "though", "even"):
        return word
    if word in ("which", "who", "when", "after", "before", "because", "as"):
        return "which" if word in ("which", "who") else "when"
    if word == "and":
        ahead = range(n + 1, min(n + 12, len(low)))
        return "and-said" if any(low[m] in CUES and CUES[low[m]].form in "ds" for m in ahead) else "and"
    if word.endswith("ing") or word == "with":
        return "part"
    if seps[n] == "-":
        return "dash"
    if word in PERSON_PRONOUNS:
        return "pron"
    return "det" if word in DETERMINERS else "name" if is_name(line, n) else ""
