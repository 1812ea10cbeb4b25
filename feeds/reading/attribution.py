"""Cues with their subjects, and for each quote the cues that compete for it."""

from bisect import bisect_left
from typing import NamedTuple

from feeds.model import Span
from feeds.reading import subjects
from feeds.reading.grammar import ADVERBS, DETERMINERS, NEGATIONS, POSSESSIVES, PREPOSITIONS
from feeds.reading.lexicon import CUES
from feeds.reading.narrative import Line, Narrative
from feeds.reading.subjects import Subject


class Cue(NamedTuple):
    """A verb of saying in the narrative, with whose saying it is."""

    word: int
    """Index of its word in the page; the last one for `according to`."""
    span: Span
    lemma: str
    cls: str
    form: str
    """`b s d g`, `p` passive, `a` according to, `:` a bare colon, `m` no verb at all."""
    block: int
    place: int
    """Index in the block's line."""
    subject: Subject | None
    negated: bool
    noun: bool
    """It may well be a noun: `its report`."""


class Cues:
    """The cues of a page, worked out when asked for."""

    def __init__(self, narrative: Narrative) -> None:
        self.narrative = narrative
        self._known: dict[int, Cue] = {}
        self.by_block: dict[int, list[int]] = {}
        block = 0
        blocks = narrative.blocks
        for word in narrative.cues:
            while block + 1 < len(blocks) and blocks[block].last <= word:
                block += 1
            self.by_block.setdefault(block, []).append(word)

    def in_block(self, block: int) -> list[int]:
        """Words of the block that are forms of cue verbs."""
        return self.by_block.get(block, [])

    def at(self, word: int, block: int) -> Cue:
        """The cue at a word."""
        cue = self._known.get(word)
        if cue is None:
            cue = self._known[word] = self._read(word, block)
        return cue

    def _read(self, word: int, block: int) -> Cue:
        narrative = self.narrative
        line = narrative.line(block)
        k = line.place(word)
        low = line.low
        words = narrative.words
        entry = CUES[low[k]]
        span = (words.starts[word], words.ends[word])
        form = entry.form
        if subjects.passive(line, k):
            form = "p"
        noun = looks_noun(line, k, form)
        negated = any(low[n] in NEGATIONS for n in range(max(0, k - 3), k))
        subject = self._subject(line, k, form, word, block)
        return Cue(word, span, entry.lemma, entry.cls, form, block, k, subject, negated, noun)

    def _subject(self, line: Line, k: int, form: str, word: int, block: int) -> Subject | None:
        if form == "p":
            by = next((n for n in range(k + 1, min(k + 14, len(line.at))) if line.low[n] == "by"), None)
            return None if by is None else subjects.right_subject(line, by, "by")
        left = None
        start = k
        while start > 0 and line.seps[start] == "" and line.low[start - 1] in ADVERBS:
            start -= 1
        if line.seps[start] == "Q":
            left = subjects.right_subject(line, k)
            if left is not None:
                return left
        if line.seps[start] == "," and form in "ds" and k > 3:
            right = subjects.inverted_subject(line, k)
            if right is not None:
                return right
        left = subjects.left_subject(line, k)
        if left is None and form == "g":
            for other in reversed(self.in_block(block)):
                if other < word and CUES[self.narrative.lower[other]].form in "ds":
                    cue = self.at(other, block)
                    if cue.subject is not None and not cue.noun:
                        return cue.subject._replace(how="main")
                    break
            left = subjects.main_subject(line, k) or subjects.following_subject(line, k)
        if left is None and form != "g":
            left = subjects.right_subject(line, k) if k == 0 else subjects.main_subject(line, k, "far")
        return left


def looks_noun(line: Line, k: int, form: str) -> bool:
    """Whether a cue form stands where a noun does."""
    if k == 0 or line.seps[k] != "":
        return False
    before = line.low[k - 1]
    if form == "d":
        return before in ("a", "an", "the") or before in POSSESSIVES
    return (
        (before in DETERMINERS and before not in ("that", "who"))
        or before in POSSESSIVES
        or before.endswith(("’s", "'s"))
        or (form == "s" and before in PREPOSITIONS)
    )


class Candidate(NamedTuple):
    """One way to attribute a quote."""

    cue: Cue | None
    inherits: int | None
    """The quote whose attribution it takes over."""
    features: tuple[str, ...]


NONE = "none"


def bucket(count: int) -> str:
    """A distance in words, coarse."""
    for edge in (0, 1, 2, 4, 7, 12, 20):
        if count <= edge:
            return str(edge)
    return "far"


class Attributor:
    """Lists the candidates of each quote; the chosen ones of earlier quotes are in `chosen`."""

    def __init__(self, narrative: Narrative) -> None:
        self.narrative = narrative
        self.cues = Cues(narrative)
        self.chosen: dict[int, Candidate] = {}

    def root(self, quote: int) -> int:
        """The quote whose attribution a quote shares in the end."""
        for _ in range(50):
            chosen = self.chosen.get(quote)
            if chosen is None or chosen.inherits is None:
                break
            quote = chosen.inherits
        return quote

    def cue_of(self, quote: int) -> Cue | None:
        """The cue of a quote that was decided."""
        chosen = self.chosen.get(self.root(quote))
        return chosen.cue if chosen else None

    def part_of(self, quote: int) -> int | None:
        """The first part of the split or continued quote that this one goes on with, or nothing."""
        root = self.root(quote)
        if root != quote and self.narrative.block_of[quote] - self.narrative.block_of[root] < 12:
            return root
        previous = quote - 1
        chosen, earlier = self.chosen.get(quote), self.chosen.get(previous)
        if (
            chosen
            and earlier
            and chosen.cue
            and earlier.cue
            and chosen.cue.word == earlier.cue.word
            and chosen.cue.lemma
        ):
            if self.narrative.block_of[quote] == self.narrative.block_of[previous]:
                return self.root(previous)
        return None

    def candidates(self, quote: int) -> list[Candidate]:
        """All ways to attribute the quote."""
        narrative = self.narrative
        block_number = narrative.block_of[quote]
        block = narrative.blocks[block_number]
        line = narrative.line(block_number)
        marked = narrative.marked[quote]
        shape = self.shape(quote)
        edge = line.place(self.first_word_after(marked.opening))
        found: list[Candidate] = []
        self.own_block(quote, block_number, line, edge, shape, found)
        only = not line.at
        at = quote - block.quotes[0]
        last_here = at == len(block.quotes) - 1
        first_here = at == 0
        if last_here and (edge >= len(line.at)):
            self.next_block(quote, block_number, shape, found)
        if first_here and edge == 0:
            self.previous_blocks(quote, block_number, shape, found)
        if quote > 0:
            self.inherited(quote, block_number, edge, only, shape, found)
        self.bare(quote, block_number, line, edge, shape, found)
        found.append(Candidate(None, None, ("none", "none|" + shape, f"none|cues{min(2, len(found))}")))
        return found

    def first_word_after(self, offset: int) -> int:
        return bisect_left(self.narrative.words.starts, offset)

    def shape(self, quote: int) -> str:
        """The quote's form: how it starts and ends."""
        marked = self.narrative.marked[quote]
        text = self.narrative.text
        first = text[marked.start]
        last = text[marked.end - 1]
        after = text[marked.closing : marked.closing + 1]
        start = "U" if first.isupper() or not first.isalpha() else "l"
        end = "," if last == "," or after == "," else "." if last in ".!?" else "-" if last in "—–-…" else "_"
        length = marked.end - marked.start
        size = "s" if length < 25 else "m" if length < 70 else "l"
        return start + end + size

    def own_block(self, quote: int, number: int, line: Line, edge: int, shape: str, found: list[Candidate]) -> None:
        words = self.cues.in_block(number)
        split = bisect_left(words, self._word(line, edge))
        before, after = words[max(0, split - 4) : split], words[split : split + 3]
        for rank, word in enumerate(reversed(before)):
            cue = self.cues.at(word, number)
            k = cue.place
            distance = edge - 1 - k
            through = "Q" if "Q" in line.seps[max(k + 1, edge - 200) : edge] else ""
            sep = self.gap_before(quote)
            found.append(self.make(cue, f"L{through}", rank, distance, shape, sep, line))
        for rank, word in enumerate(after):
            cue = self.cues.at(word, number)
            k = cue.place
            distance = k - edge
            between = line.seps[edge + 1 : min(k + 1, edge + 200)]
            through = "Q" if "Q" in between else "," if any(between) else ""
            found.append(self.make(cue, f"R{through}", rank, distance, shape, self.subject_side(cue, edge), line))

    def _word(self, line: Line, edge: int) -> int:
        return line.at[edge] if edge < len(line.at) else 1 << 60

    def subject_side(self, cue: Cue, edge: int) -> str:
        """Where the subject of a cue after the quote stands: right after the quote, beyond, or before it."""
        if cue.subject is None:
            return "0"
        if cue.subject.first < edge:
            return "<"
        return "=" if cue.subject.first <= edge + 1 else ">"

    def gap_before(self, quote: int) -> str:
        text = self.narrative.text
        marked = self.narrative.marked[quote]
        before = text[max(0, marked.opening - 6) : marked.opening].rstrip()
        return before[-1] if before and before[-1] in ",:" else "w" if before and before[-1].isalnum() else "o"

    def make(self, cue: Cue, side: str, rank: int, distance: int, shape: str, sep: str, line: Line) -> Candidate:
        subject = cue.subject
        kind = subject.kind if subject else "no"
        how = subject.how if subject else "no"
        near = bucket(max(0, distance))
        se = shape[:2]
        features = (
            f"side={side}",
            f"side={side}|d={near}",
            f"side={side}|rank={min(rank, 2)}",
            f"side={side[0]}|cls={cue.cls}",
            f"form={cue.form}|side={side}",
            f"how={how}",
            f"kind={kind}",
            f"how={how}|side={side[0]}|form={cue.form}",
            f"sep={sep}|side={side}",
            f"sep={sep}|side={side}|d={near}",
            f"shape={se}|side={side}|sep={sep}",
            f"noun={cue.noun}|form={cue.form}",
            f"shape={shape[2]}|side={side}",
            f"cls={cue.cls}|sep={sep}|side={side[0]}",
            f"shape={se}|cls={cue.cls}",
            f"kind={kind}|how={how}",
            f"noun={cue.noun}|kind={kind}",
            f"side={side}|rank={min(rank, 2)}|shape={se}",
        )
        return Candidate(cue, None, features)

    def next_block(self, quote: int, number: int, shape: str, found: list[Candidate]) -> None:
        blocks = self.narrative.blocks
        if number + 1 >= len(blocks):
            return
        line = self.narrative.line(number + 1)
        same = "" if blocks[number + 1].paragraph == blocks[number].paragraph else "P"
        for rank, word in enumerate(self.cues.in_block(number + 1)[:2]):
            cue = self.cues.at(word, number + 1)
            quoted = "q" if blocks[number + 1].quotes else ""
            found.append(self.make(cue, f"N{same}{quoted}", rank, cue.place, shape, self.subject_side(cue, 0), line))

    def previous_blocks(self, quote: int, number: int, shape: str, found: list[Candidate]) -> None:
        blocks = self.narrative.blocks
        for back in (1, 2):
            if number - back < 0:
                break
            block = blocks[number - back]
            line = self.narrative.line(number - back)
            same = "" if block.paragraph == blocks[number].paragraph else "P"
            quoted = "q" if block.quotes else ""
            ends = self.narrative.text[max(0, block.end - 3) : block.end].rstrip()[-1:]
            sep = ":" if ends == ":" else "."
            words = self.cues.in_block(number - back)
            for rank, word in enumerate(reversed(words[-2:])):
                cue = self.cues.at(word, number - back)
                found.append(self.make(cue, f"B{back}{same}{quoted}", rank, len(line.at) - cue.place, shape, sep, line))
            if sep == ":":
                break

    def inherited(self, quote: int, number: int, edge: int, only: bool, shape: str, found: list[Candidate]) -> None:
        narrative = self.narrative
        blocks = narrative.blocks
        previous = quote - 1
        before = narrative.block_of[previous]
        gap = number - before
        paragraphs = blocks[number].paragraph - blocks[before].paragraph
        if paragraphs > 2 or gap > 6:
            return
        marked, earlier = narrative.marked[quote], narrative.marked[previous]
        line = narrative.line(number)
        own = len(self.cues.in_block(number))
        starts = "S" if edge == 0 else ""
        if gap == 0:
            between = narrative.text[earlier.closing : marked.opening]
            words_between = len(between[:400].split())
            relation = f"I0|{bucket(words_between)}"
            inside = self.cues.in_block(number)
            next_cue = bisect_left(inside, self.first_word_after(earlier.closing))
            fresh = "nocue"
            if next_cue < len(inside) and narrative.words.starts[inside[next_cue]] < marked.opening:
                fresh = "cue"
            stop = "stop" if any(ch in between[:400] for ch in ".!?") else ""
            relation += "|" + fresh + stop
        else:
            relation = f"I{min(gap, 3)}|p{min(paragraphs, 2)}|{'only' if only else 'own' if own else 'text'}|{starts}"
        unclosed = "open" if not earlier.closed else ""
        cue = self.cue_of(previous)
        state = "none" if cue is None else "cue"
        features = (
            "inherit",
            relation,
            f"{relation}|{shape[:2]}",
            f"inherit|{unclosed}|p{min(paragraphs, 2)}",
            f"inherit|{state}",
            f"inherit|{state}|{relation}",
            f"inherit|own={min(own, 2)}|{shape[:2]}|{min(gap, 2)}",
            f"inherit|{self.gap_before(quote)}|{min(gap, 2)}",
            f"inherit|{shape}",
        )
        found.append(Candidate(cue, previous, features))

    def bare(self, quote: int, number: int, line: Line, edge: int, shape: str, found: list[Candidate]) -> None:
        """A colon or dash with no verb, or only the clause's subject."""
        words = self.narrative.words
        text = self.narrative.text
        marked = self.narrative.marked[quote]
        sep = self.gap_before(quote)
        subject = None
        if edge > 0:
            subject = subjects.main_subject(line, edge)
        if subject is not None:
            form = ":" if sep == ":" else "m"
            span = (marked.opening, marked.opening)
            if form == ":":
                colon = text.rfind(":", max(0, marked.opening - 6), marked.opening)
                span = (colon, colon + 1)
            cue = Cue(line.at[edge - 1], span, "", "", form, number, edge, subject, False, False)
            cues = bisect_left(self.cues.in_block(number), self._word(line, edge))
            features = (
                f"bare={form}",
                f"bare={form}|cues={min(cues, 2)}",
                f"bare={form}|kind={subject.kind}",
                f"bare={form}|{shape[:2]}",
                f"bare|d={bucket(edge)}|{form}",
                f"bare|{shape[2]}",
                f"bare|{sep}",
            )
            found.append(Candidate(cue, None, features))
        after = text[marked.closing : marked.closing + 4].strip()
        if after[:1] in ("—", "–", "―", "-") and edge < len(line.at):
            last = subjects.base_right(line, edge, len(line.at))
            cue = Cue(
                line.at[edge],
                (marked.closing, marked.closing),
                "",
                "",
                "-",
                number,
                edge,
                Subject(edge, last, subjects.kind_of(line, edge, last), "dash"),
                False,
                False,
            )
            rest = len(line.at) - 1 - last
            found.append(
                Candidate(
                    cue,
                    None,
                    (
                        "dash",
                        f"dash|{shape[:2]}",
                        f"dash|rest={bucket(rest)}",
                        f"dash|{cue.subject.kind if cue.subject else ''}",
                    ),
                )
            )
        for k in range(max(0, edge - 25), min(len(line.at) - 1, edge + 12)):
            if line.low[k] == "according" and line.low[k + 1] == "to" and line.seps[k + 1] == "":
                side = "R" if k >= edge else "L"
                subject = subjects.right_subject(line, k + 1, "by")
                span = (words.starts[line.at[k]], words.ends[line.at[k + 1]])
                cue = Cue(line.at[k + 1], span, "according to", "said", "a", number, k, subject, False, False)
                distance = k - edge if side == "R" else edge - k
                found.append(self.make(cue, f"A{side}", 0, distance, shape, self.gap_before(quote), line))
