"""A page laid out for attribution: words, marked stretches, and blocks of sentences that quotes hold together."""

from bisect import bisect_left, bisect_right
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from feeds.model import Span
from feeds.reading.page import Page
from feeds.reading.prose.dialogue import with_dialogue
from feeds.reading.prose.grammar import ADVERBS, AUXILIARIES, PERSON_PRONOUNS, RELATIVES
from feeds.reading.prose.lexicon import CUES, PLURALS, TITLES
from feeds.reading.prose.marks import Marked, find_marked
from feeds.reading.remembering import remembered
from feeds.reading.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

BEFORE_BASE = AUXILIARIES | PERSON_PRONOUNS | RELATIVES | ADVERBS | PLURALS | {"and", "or"}
"""What stands before a verb without an ending."""
WITH_CLAUSE = [[word] for word in (*sorted(PERSON_PRONOUNS), "that", "there")]
BEFORE_THAT = frozenset(("submit",))
"""Verbs of saying only before `that`: a claim is submitted too."""
PASSED_OVER = {"known": [["as"]], "followed": [["by"], ["up"]]}
"""Words behind which a form is no verb of saying: `known as`, `followed by Tarn and Salem`."""
DOUBTFUL = {"put", "puts", "states"} | set(PASSED_OVER)
DOUBTFUL |= {form for form, cue in CUES.items() if cue.form == "b" or cue.lemma in BEFORE_THAT}
"""Forms that are verbs of saying only among certain words."""
CROWD = 64
"""Marked stretches of one sentence that are looked at; what follows them is a list, and nobody's words."""
SEPARATORS = (
    ("\n", "."),
    (";", ";"),
    (":", ":"),
    ("—", "-"),
    ("–", "-"),
    ("―", "-"),
    ("--", "-"),
    (" - ", "-"),
    ("(", "("),
    ("[", "("),
    (")", ")"),
    ("]", ")"),
    (",", ","),
    ("…", "-"),
    ("...", "-"),
    ("!", "."),
    ("?", "."),
    ("/", ","),
)


@remembered(2_000)
def separator(gap: str) -> str:
    """Class what stands between two words: empty or one of `. ; : - ( ) ,`; an abbreviation's stop is empty."""
    for mark, cls in SEPARATORS:
        if mark in gap:
            return cls
    return ""


class Block(NamedTuple):
    """Sentences that belong together because a quote runs over their edges."""

    start: int
    end: int
    first: int
    """Index of its first word."""
    last: int
    """Index after its last word."""
    quotes: tuple[int, ...]
    """Indices of the marked stretches in it."""
    paragraph: int


class Narrative:
    """What attribution reads: built once for a page."""

    def __init__(self, page: Page) -> None:
        self.text = page.text
        self.page = page
        self.marked: list[Marked] = with_dialogue(page.text, page.paragraphs, find_marked(page.text, page.paragraphs))
        self.words = Words(page.text, page.latin)
        self.lower = self.words.lower
        starts = self.words.starts
        self.inside = [(bisect_left(starts, m.opening), bisect_left(starts, m.closing)) for m in self.marked]
        """For each marked stretch its first word and the one after its last."""
        self.owner = self._owners()
        self.blocks = self._blocks()
        self._firsts = [block.first for block in self.blocks]
        self.block_of: dict[int, int] = {q: b for b, block in enumerate(self.blocks) for q in block.quotes}
        self.separators = list(map(separator, self.words.gaps))
        """What stands before each word of the page."""
        self._join_titles()
        self.lines = [Line(self, block) for block in self.blocks]
        """The words of each block outside marks."""

    def _join_titles(self) -> None:
        """Let nothing stand between the titles of `Chief (Mrs.) Ann Roe`."""
        gaps, starts, lower = self.words.gaps, self.words.starts, self.lower
        bracket = self.text.find(" (")
        while bracket >= 0:
            i = bisect_left(starts, bracket)
            if i < len(lower) and gaps[i] in (" (", ". (") and lower[i] in TITLES and gaps[i + 1] in (") ", ".) "):
                self.separators[i] = self.separators[i + 1] = ""
            bracket = self.text.find(" (", bracket + 1)

    def verbs_of_saying(self, line: "Line") -> list[int]:
        """Where in a line the forms of cue verbs stand that may be one there."""
        forms = compress(range(line.count), map(CUES.__contains__, line.low))
        return [place for place in forms if self.says(line.at[place])]

    def says(self, word: int) -> bool:
        """Whether a form of a cue verb may be one here: `put` only before `it`, no part of a name."""
        if self.lower[word] in DOUBTFUL and not self.says_after_all(word):
            return False
        return self.words.words[word][0].islower() or self.leads(word)

    def says_after_all(self, word: int) -> bool:
        """Whether a form that is often something else is a verb of saying by the words around it."""
        low = self.lower[word]
        following = self.lower[word + 1 : word + 2]
        if low in ("put", "puts") and following != ["it"]:
            return False
        if (CUES[low].lemma in BEFORE_THAT and following != ["that"]) or following in PASSED_OVER.get(low, ()):
            return False
        if low == "states" and word > 0 and self.lower[word - 1] == "united":
            return False
        if CUES[low].form != "b" or self.after_plural(word):
            return True
        return self.has_clause(word) and (low == "say" or self.separators[word] == "," or self.after_two(word))

    def after_plural(self, word: int) -> bool:
        """Whether a verb without an ending may stand here: behind `to`, a helping verb, or what may be a plural."""
        before = self.lower[word - 1] if word else ""
        return before in BEFORE_BASE or before.endswith(("s", "ly")) or self.owner[word - 1] >= 0

    def after_two(self, word: int) -> bool:
        """Whether two names stand before a word: `Ann Roe and Ian Poe insist`."""
        return "and" in self.lower[max(0, word - 5) : word - 1] and self.words.words[word - 1][0].isupper()

    def has_clause(self, word: int) -> bool:
        """Whether a pronoun or `that` behind a verb begins what is said: `nearly a third say they will stay`."""
        return self.separators[word + 1] == "" and self.lower[word + 1 : word + 2] in WITH_CLAUSE

    def leads(self, word: int) -> bool:
        """Whether a capital may be due to the place: after a stop, a mark or a line's end, or in a headline."""
        if word == 0 or self.words.starts[word] < 120:
            return True
        gap = self.words.gaps[word]
        return len(gap) > 1 and (not gap.isspace() or "\n" in gap)

    def _owners(self) -> list[int]:
        """For each word the marked stretch that it stands in, or -1."""
        owner = [-1] * len(self.words.starts)
        for number, (first, last) in enumerate(self.inside):
            owner[first:last] = [number] * (last - first)
        return owner

    def _blocks(self) -> list[Block]:
        held, starts = self._held_together(), self.words.starts
        edges = [*(bisect_left(starts, start) for start, *_ in held), len(starts)]
        return [
            Block(start, end, edges[n], edges[n + 1], tuple(quotes), paragraph)
            for n, (start, end, paragraph, quotes) in enumerate(held)
        ]

    def _held_together(self) -> list[tuple[int, int, int, list[int]]]:
        """Return start, end, paragraph and quotes of each sentence, of several where a quote joins them."""
        held: list[tuple[int, int, int, list[int]]] = []
        paragraphs, marked = self.page.paragraphs, self.marked
        paragraph = quote = 0
        for start, end in self.page.sentences:
            here = paragraph
            while paragraph + 1 < len(paragraphs) and paragraphs[paragraph + 1][0] <= start:
                paragraph += 1
            before = held[-1][3] if held and paragraph == here else []
            joined = before and self._goes_on(marked[before[-1]], start)
            quotes = []
            while quote < len(marked) and marked[quote].opening < end:
                quotes.append(quote)
                quote += 1
            if joined:
                first = held.pop()
                before.extend(quotes)
                held.append((first[0], end, paragraph, before))
            else:
                held.append((start, end, paragraph, quotes))
        return held

    def _goes_on(self, quote: Marked, start: int) -> bool:
        """Whether a sentence goes on with the one of a quote: inside of it, or behind a dash or in a small letter."""
        return quote.closing > start or self.text[start] in "—–―-" or self.text[start].islower()

    def word_at(self, offset: int) -> int:
        """Index of the first word at or after an offset."""
        return bisect_left(self.words.starts, offset)

    def block_at(self, word: int) -> int:
        """Index of the block that a word stands in."""
        return (bisect_right(self._firsts, word) or 1) - 1


class Line:
    """The words of one block outside marks, with what stands between them."""

    __slots__ = ("at", "count", "low", "seps", "words")

    def __init__(self, narrative: Narrative, block: Block) -> None:
        first, last = block.first, block.last
        words, lower, separators = narrative.words.words, narrative.lower, narrative.separators
        self.at: Sequence[int]
        """Index of each word in the page."""
        if block.quotes:
            self.at, self.words, self.low, self.seps = [], [], [], []
            for begin, end in outside(block, narrative.inside):
                self.at += range(begin, end)
                self.words += words[begin:end]
                self.low += lower[begin:end]
                self.seps += separators[begin:end]
                if begin > first:
                    self.seps[begin - end] = "Q"
        else:
            self.at = range(first, last)
            self.words = words[first:last]
            self.low = lower[first:last]
            self.seps = separators[first:last]
        self.count = len(self.words)
        if self.count and self.at[0] == first:
            self.seps[0] = "."
        if self.count > 3 and self.words[0][0].isdigit():
            self._cut_time()
        elif self.count > 3 and self.words[0].isupper() and len(self.words[0]) > 2:
            self._cut_dateline()

    def _cut_time(self) -> None:
        """`14:32 ` and `4.32pm ` at the head of an entry of a live page are no part of the sentence."""
        clock = self.words[0].isdigit() and self.words[1].isdigit() and self.seps[1] == ":"
        after = 2 if clock else 1 if self.low[0].endswith(("am", "pm")) else 0
        if after and self.words[after][0].isupper():
            self.seps[1] = self.seps[after] = "."

    def _cut_dateline(self) -> None:
        """`DECATUR, Ill. (AP) — ` is no part of the sentence."""
        for n in range(1, min(12, len(self.seps))):
            if self.seps[n] == "-" or (self.seps[n] == ":" and all(map(str.isupper, self.words[:n]))):
                self.seps[n] = "."
                return

    def place(self, word: int) -> int:
        """Index in the line of a word of the page, or of the next one."""
        return bisect_left(self.at, word)


def outside(block: Block, inside: list[Span]) -> list[Span]:
    """Return the stretches of words of a block that stand outside marks, in order."""
    found: list[Span] = []
    begin = block.first
    for number in block.quotes:
        first, last = inside[number]
        if last > first:
            if first > begin:
                found.append((begin, first))
            begin = max(begin, last)
    if begin < block.last:
        found.append((begin, block.last))
    return found
