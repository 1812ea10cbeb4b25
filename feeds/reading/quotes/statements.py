"""What words between marks are by their marks and their place alone: a statement, an answer, a nickname, a heading."""

from feeds.reading.prose.dialogue import DASHES
from feeds.reading.prose.grammar import NOT_NAMES
from feeds.reading.prose.narrative import Narrative
from feeds.reading.prose.phrases import PARTICLES
from feeds.reading.quotes.candidates import last_sign
from feeds.reading.quotes.cues import Cue

STATEMENT = 12
"""Words of a marked stretch that is nobody's nickname or title."""
HEADING = 6
"""Words of a heading in single marks."""


def whole_of(narrative: Narrative, number: int) -> str:
    """Tell whether the marks open their sentence (`o`), end it (`e`), and stand in a sentence with words of its own."""
    marked = narrative.marked[number]
    block = narrative.blocks[narrative.block_of[number]]
    opens = "o" if marked.opening <= block.start else ""
    ends = "e" if marked.closing >= block.end - 1 else ""
    return opens + ends + ("" if narrative.lines[narrative.block_of[number]].count else "a")


def is_statement(narrative: Narrative, number: int) -> bool:
    """Whether a marked stretch opens its sentence with a capital and goes on for long, or to a comma or its end.

    Of 2,800 such all but 40 are somebody's words; those are headings in single marks more than anything else.
    """
    marked = narrative.marked[number]
    text = narrative.text
    first, last = narrative.inside[number]
    whole = whole_of(narrative, number)
    if "o" not in whole or not text[marked.start].isupper():
        return False
    if last - first >= STATEMENT:
        return True
    if is_heading(narrative, number):
        return False
    end = text[marked.end - 1]
    return end in ",!?" or (end == "." and "e" in whole)


def goes_on(narrative: Narrative, number: int) -> bool:
    """Whether a stretch ends the sentence that the one before it began: `“I am sorry,” she said, “for that.”`."""
    if number == 0 or narrative.block_of[number] != narrative.block_of.get(number - 1):
        return False
    marked, before = narrative.marked[number], narrative.marked[number - 1]
    text = narrative.text
    parted = last_sign(text, marked.opening, 3) == ","
    return parted and text[before.end - 1] == "," and "e" in whole_of(narrative, number)


def is_heading(narrative: Narrative, number: int) -> bool:
    """Whether a few words are a paragraph of their own, and the first of the page or in single marks."""
    marked = narrative.marked[number]
    first, last = narrative.inside[number]
    text = narrative.text
    single = text[marked.opening] in "'‘" and marked.start - marked.opening == 1
    if last - first > HEADING or not (single or marked.opening == 0):
        return False
    before, after = text[max(0, marked.opening - 2) : marked.opening], text[marked.closing : marked.closing + 2]
    return not before.strip() and not after.strip()


def is_answer(narrative: Narrative, number: int, cue: Cue | None) -> bool:
    """Whether a cue right beside marks makes even one word somebody's: `“Order!” said Roe`, `Roe replied: “No.”`."""
    if cue is None or cue.subject is None or cue.subject.kind == "other":
        return False
    marked = narrative.marked[number]
    text = narrative.text
    block = narrative.block_of[number]
    last = text[marked.end - 1]
    if cue.block != block or last not in ",.!?":
        return False
    if cue.form == "-":
        return last != "," and cue.subject.kind == "name" and marked.opening <= narrative.blocks[block].start
    edge = narrative.lines[block].place(narrative.inside[number][0])
    if last_sign(text, marked.opening, 3) == ":":
        sentence = cue.form == ":" and text[marked.start].isupper()
        return last != "," and (sentence or (bool(cue.lemma) and cue.place == edge - 1))
    near = cue.place == edge or (cue.subject.first == edge and cue.subject.last == cue.place - 1)
    return bool(cue.lemma) and near and marked.opening <= narrative.blocks[block].start and last != "."


def is_nickname(narrative: Narrative, number: int) -> bool:
    """Whether a marked stretch is a name inside a name: `Jesús “Chuy” Roe`."""
    a, b = narrative.inside[number]
    words, gaps = narrative.words.words, narrative.words.gaps
    if not 0 < b - a < 3 or a == 0 or b >= len(words) or len(gaps[a]) != 2 or len(gaps[b]) != 2:
        return False
    before, after = words[a - 1], words[b]
    named = before[0].isupper() and before.lower() not in NOT_NAMES and words[a][0].isupper()
    return named and (after[0].isupper() or after.lower() in PARTICLES) and after.lower() not in NOT_NAMES


def is_direct(narrative: Narrative, number: int, part_of: int | None) -> bool:
    """Whether the words are whole sentences of somebody's, rather than a part of the writer's sentence."""
    marked = narrative.marked[number]
    text = narrative.text
    if text[marked.opening] in DASHES:
        return True
    before = last_sign(text, marked.opening, 3)
    block = narrative.blocks[narrative.block_of[number]]
    first, last = text[marked.start], text[marked.end - 1]
    whole = last in ".!?,…—–-" or not marked.closed
    capital = first.isupper() or not first.isalpha()
    if marked.opening <= block.start or before in ("", ".", "!", "?"):
        return whole or capital
    if before == ":":
        return True
    if before == ",":
        return capital or (part_of is not None and whole)
    return capital and whole and (not before.isalnum() or marked.end - marked.start > 40)
