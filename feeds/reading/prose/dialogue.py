"""Speech that a dash begins, as Romance and Slavic prose prints it (`— Who is it? — asked Remedios`).

Lists begin with dashes too. So a run of paragraphs is dialogue only where two of them begin with a long dash and one of
those says who speaks: by a verb of saying and its subject behind a dash, a comma, or a question's end.
"""

import re
from bisect import bisect_left
from itertools import groupby

from feeds.model import Span
from feeds.reading.prose.grammar import ARTICLES, PERSON_PRONOUNS
from feeds.reading.prose.lexicon import CUES
from feeds.reading.prose.marks import Marked

DASHES = "—–―"
HEAD = re.compile(r"[—–―]\s?(?=\S)")
TURN = re.compile(r"\s?[—–―]\s?|(?<=[,?!…])\s")
"""Where the speaker may break in, or the speech go on."""
SPEAKER_OPENS = PERSON_PRONOUNS | ARTICLES | {"his", "her", "my", "our", "their"}
"""What a speaker begins with that is no name."""
LEAD = re.compile(r"([^\W\d_]+)\s+((?:[^\W\d_]|[’'\-])+)")
LONGEST = 2_000
"""Code points of a paragraph in which the speaker is looked for."""


def with_dialogue(text: str, paragraphs: list[Span], marked: list[Marked]) -> list[Marked]:
    """Return marked stretches together with the speech that dashes begin, in order; marks go before dashes."""
    if not any(text[start] in DASHES for start, _ in paragraphs):
        return marked
    taken = [(other.opening, other.closing) for other in marked]
    free = []
    for one in dialogue(text, paragraphs):
        place = bisect_left(taken, (one.closing,))
        if place == 0 or taken[place - 1][1] <= one.opening:
            free.append(one)
    return sorted(marked + free, key=lambda one: one.opening) if free else marked


def dialogue(text: str, paragraphs: list[Span]) -> list[Marked]:
    """Return the stretches of speech in paragraphs that begin with a dash, in order."""
    found: list[Marked] = []
    for begins, run in groupby(paragraphs, key=lambda span: HEAD.match(text, span[0]) is not None):
        turns = [parts(text, span) for span in run] if begins else []
        if len(turns) > 1 and any(attributed for _, attributed in turns):
            found += [marked for stretches, _ in turns for marked in stretches]
    return found


def parts(text: str, span: Span) -> tuple[list[Marked], bool]:
    """Return the speech of one paragraph, and whether it says who speaks."""
    start, end = span
    head = HEAD.match(text, start)
    opening, begin = start, head.end() if head else start
    found: list[Marked] = []
    attributed, speaking = False, True
    for turn in TURN.finditer(text, begin, min(end, begin + LONGEST)):
        if speaking and says(text, turn.end(), end):
            found.append(stretch(text, begin, turn.start(), opening))
            attributed, speaking = True, False
        elif not speaking and turn.group().strip():
            opening, begin, speaking = turn.start(), turn.end(), True
    if speaking and begin < end:
        found.append(stretch(text, begin, end, opening))
    return [marked for marked in found if any(map(str.isalnum, text[marked.start : marked.end][:200]))], attributed


def says(text: str, at: int, end: int) -> bool:
    """Whether a verb of saying and its subject stand at a place: `said Roe`, `I answered`."""
    lead = LEAD.match(text, at, end)
    if lead is None:
        return False
    first, second = lead.group(1), lead.group(2)
    if first.lower() in PERSON_PRONOUNS:
        return second in CUES and CUES[second].form in "ds"
    cue = CUES.get(first)
    return cue is not None and cue.form in "ds" and (second[0].isupper() or second.lower() in SPEAKER_OPENS)


def stretch(text: str, begin: int, end: int, opening: int) -> Marked:
    """Return a stretch of speech without outer blanks."""
    words = text[begin:end]
    start = begin + len(words) - len(words.lstrip(" \t\xa0.,;:"))
    stop = begin + len(words.rstrip())
    return Marked(start, stop, opening, end, True)
