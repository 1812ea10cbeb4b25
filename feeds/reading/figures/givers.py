"""Who gave a figure: whoever the sentence that it stands in says it by."""

from bisect import bisect_left
from itertools import compress, count

from feeds.reading.figures.clauses import PRONOUNS
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.naming import trimmed
from feeds.reading.figures.phrases import Phrase, phrase_after, phrase_before, token_before
from feeds.reading.figures.verbs import DETERMINERS, PUT, PUT_REACH
from feeds.reading.numbers.literals import CARDINALS, is_literal
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.numbers.units import BEFORE
from feeds.reading.tables import word_set, words_around

_SPEECH = words_around("clause", "speech")
_FINDINGS = words_around("clause", "findings")
_STUDIES = words_around("clause", "studies")
_NOUNS = words_around("clause", "nouns") | {"forecast"}
_OF = word_set("of in on with for from by two three four five")
_NO_GIVERS = word_set("least most yet cent percent first last then since widely also no any few many")
"""Words before a verb of speech that nobody is: `thirty per cent said`, `was first announced`."""
_SIGNED = 4
"""Tokens from `at` to the digits: `at more than 600`, `at between $600m and $800m`."""
_SHOWN = words_around("clause", "shown")
_BELIEFS = words_around("clause", "beliefs")
_SAYING = _SPEECH | _SHOWN | _BELIEFS
_CUES = _SAYING | PUT | {"according", "per"}
_PLACES = _SAYING | PUT | {"to", "per"}
PARTS = word_set("% percent pc cent third thirds half quarter quarters fifth fifths")
"""Behind a number and before an `of`, shares: whoever they are of, gives nothing."""
SHARE = 3
"""Words in which a share is told: `28 per cent`."""
_FOUND = word_set("found finds recorded records")
_SEEKERS = word_set("police officials")
"""These do not show or find as a study does: `police find 40 boats`."""
_ANEW = word_set("; and but while although though whereas")
_ADDED = frozenset({"added", "adds"})
_COLOURED = word_set("a an another about around nearly almost some over more roughly just up only")
_BEHIND_NOUN = word_set("of to for by from between")
"""Behind these words of speech no verb goes on so: `raised its profit forecast to 5%`."""
_TIES = word_set("in on at of for from with near by around across over inside outside behind")
_TIED = 3
"""Phrases tied by these words to the one who gives a figure."""
_STOPS = frozenset('.,;:?!—–()”"')
_WHEN = word_set("on in late early at")
"""What goes on behind somebody named behind a verb: `said the ministry on Sunday`."""


def givers(tokens: Tokens) -> list[tuple[Phrase, str]]:
    """Return who gives what a sentence says: the tokens that name them, and the words as printed."""
    low = tokens.low
    found: list[tuple[Phrase, str]] = []
    if _CUES.isdisjoint(low):
        return found
    for at in compress(count(), map(_PLACES.__contains__, low)):
        word = low[at]
        phrase = None
        if word == "to" and at and low[at - 1] == "according":
            phrase = phrase_after(tokens, at + 1)
        elif word == "per":
            phrase = _wire(tokens, at)
        elif word in _ADDED and _is_amount(tokens, at + 1):
            continue  # `Varn added 2%`
        elif word in _SAYING and at and tokens.word[at].islower() and low[at - 1] not in PRONOUNS:
            phrase = _sayer(tokens, at)
        elif word in PUT and _aim(tokens, at):
            phrase = phrase_before(tokens, at)
        if phrase:
            found.append((phrase, tokens.between(*trimmed(tokens, phrase))))
    return found


def _sayer(tokens: Tokens, at: int) -> Phrase | None:
    """Return who says what a sentence says: before the verb of speech at a token, or behind it."""
    word = tokens.low[at]
    phrase = phrase_before(tokens, at)
    if phrase is None:
        phrase = _behind(tokens, at) or _apposed(tokens, at)
    elif _is_noun(tokens, phrase, word):
        return None
    else:
        phrase = _whole(tokens, phrase, word)
    return phrase if phrase and _may_give(tokens, phrase, word) else None


def _behind(tokens: Tokens, at: int) -> Phrase | None:
    """Return who ends the clause behind a comma and a verb: `exports rose 5%, said the ministry`.

    Where more of a clause follows, the phrase is what is told of: `the minister, a lawyer, said the dam was safe`.
    """
    if tokens.word[at - 1] != "," or tokens.low[at].endswith("ing"):
        return None
    phrase = phrase_after(tokens, at + 1)
    if phrase is None or tokens.low[phrase[0]] in PRONOUNS:
        return None
    last = phrase[1]
    ends = last >= tokens.size or tokens.word[last] in _STOPS or tokens.low[last] in _WHEN
    return phrase if ends else None


def _apposed(tokens: Tokens, at: int) -> Phrase | None:
    """Return the name beside a role before a comma and a verb: `the regulator, Varn, announced`."""
    found = phrase_before(tokens, at - 1) if tokens.word[at - 1] == "," else None
    if found is None or token_before(tokens, found[0]) < 1:
        return None
    comma = token_before(tokens, found[0])
    role = phrase_before(tokens, comma) if tokens.word[comma] == "," else None
    if role is None or not (tokens.low[role[0] - 1] in DETERMINERS or tokens.low[found[0] - 1] in DETERMINERS):
        return None
    return next((one for one in (found, role) if tokens.word[one[0]][0].isupper()), None)


def _wire(tokens: Tokens, at: int) -> Phrase | None:
    """Return who is named behind `per` as a source: `it sold for $40, per Varn`, `9% of them, per the Tarn Post`."""
    if tokens.low[at + 1] != "the" and tokens.word[at - 1] != ",":
        return None
    found = phrase_after(tokens, at + 1)
    return found if found and tokens.word[found[0]][0].isupper() else None


def _is_amount(tokens: Tokens, at: int) -> bool:
    """Tell whether digits stand at a token, or behind a sign of money or what colours them."""
    word = tokens.word
    opens = word[at] in BEFORE or tokens.low[at] in _COLOURED
    return is_literal(word[at]) or (opens and (is_literal(word[at + 1]) or word[at + 1] in BEFORE))


def _aim(tokens: Tokens, at: int) -> bool:
    """Tell whether `put` at a token gives a figure: `police put the crowd at 12,000`, `… the bill at over $5m`."""
    return any(
        tokens.low[step] == "at" and any(map(is_literal, tokens.word[step + 1 : step + _SIGNED]))
        for step in range(at + 2, min(at + PUT_REACH, tokens.size))
    )


def _whole(tokens: Tokens, phrase: Phrase, verb: str) -> Phrase | None:
    """Return a giver with the noun that a place hangs on: `prosecutors in Sweden`; nothing where that is missing."""
    first = phrase[0]
    opened = token_before(tokens, first)
    if verb.endswith("ing") and tokens.low[opened] == "with":
        return phrase  # `with Varn announcing that`
    last = phrase[1] - 1
    if verb.endswith("ing") and tokens.word[last].islower() and tokens.low[last] not in _STUDIES:
        return None  # `more job losses saying it needs`
    for _ in range(_TIED):
        at = token_before(tokens, first)
        if at < 0 or tokens.low[at] not in _TIES:
            return first, phrase[1]
        comma = at - 1
        while comma > 0 and (tokens.word[comma] == "," or is_literal(tokens.word[comma])):
            comma -= 1  # `Ana Moreau, 43, from Tarn said`
        head = phrase_before(tokens, comma + 1)
        if head is None or not tokens.word[at].islower():
            return None
        if comma < at - 1:
            return head
        first = head[0]
    return first, phrase[1]


def _may_give(tokens: Tokens, phrase: Phrase, verb: str) -> bool:
    """Tell whether a phrase before a verb of speech can be who gives a figure."""
    last = phrase[1]
    head = tokens.low[last - 1]
    if tokens.word[phrase[0]] == "-" or _is_share(tokens, phrase[0]):
        return False
    if head in _NO_GIVERS or head.endswith(("ly", "'s", "’s")):
        return False
    if verb in _FOUND and head not in _STUDIES and _is_amount(tokens, last + 1):
        return False  # `divers found 12 coins`
    if verb in _SHOWN:
        return head in _STUDIES and head not in _SEEKERS
    if verb in _FINDINGS:
        return head in _STUDIES or tokens.word[last - 1][0].isupper()
    return True


def _is_share(tokens: Tokens, first: int) -> bool:
    """Tell whether a phrase is what a share of it said: `28 percent of voters said`, `31% of boys and girls say`."""
    at = token_before(tokens, first)
    if at > 1 and tokens.low[at] == "and" and (beside := phrase_before(tokens, at)):
        first = beside[0]
        at = token_before(tokens, first)
    parts = [at - 1] if at > 0 and tokens.low[at] == "of" else range(first, first + SHARE)
    return any(tokens.low[part] in PARTS and part > 0 and _ends_number(tokens, part - 1) for part in parts)


def _ends_number(tokens: Tokens, at: int) -> bool:
    return is_literal(tokens.word[at]) or tokens.low[at] in CARDINALS or tokens.low[at] in {"per", "a", "one", "-"}


def _is_noun(tokens: Tokens, phrase: Phrase, word: str) -> bool:
    """Tell whether a word of speech is a noun here: `32% of Republican claims`."""
    if phrase[1] == phrase[0] + 1 and tokens.low[phrase[0]].endswith("ing"):
        return word in _NOUNS  # `beating forecasts`
    tied = tokens.low[min(phrase[1] + 1, tokens.size)] in _BEHIND_NOUN
    return word in _NOUNS and (tied or (phrase[0] > 0 and tokens.low[phrase[0] - 1] in _OF))


def _bare(name: str) -> str:
    """Return a name without the determiner before it, as `about` has it."""
    first, _, rest = name.partition(" ")
    return rest if first.lower() in DETERMINERS and rest else name


def attribute(drafts: list[Draft]) -> None:
    """Give each draft of a sentence its giver: the nearest that it is no part of."""
    if not drafts:
        return
    tokens = drafts[0].tokens
    known = givers(tokens)
    if not known:
        return
    starts = sorted((phrase[0], number) for number, (phrase, _) in enumerate(known) if not _begins_anew(tokens, phrase))
    ends = sorted((phrase[1], number) for number, (phrase, _) in enumerate(known))
    for draft in drafts:
        number = _nearest(starts, ends, (draft.first, draft.last))
        if number is not None:
            draft.attribution = known[number][1]
            if draft.about and draft.about == _bare(draft.attribution):
                draft.about = None  # who gave it is not what it measures


def _begins_anew(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether a giver says only what follows: `she paid $2; experts say it is worth $60,000`."""
    at = token_before(tokens, phrase[0])
    after = min(phrase[1] + 1, tokens.size)
    said = tokens.low[phrase[1]] in _SAYING and tokens.word[after] not in _STOPS and tokens.low[after] not in _WHEN
    return at > 0 and said and tokens.low[at] in _ANEW


def _nearest(starts: list[tuple[int, int]], ends: list[tuple[int, int]], place: Phrase) -> int | None:
    """Return the number of the giver nearest to a place outside it; of two as near the first.

    `starts` and `ends` are those of the givers with their numbers, in order: a look at every giver for every figure
    took 4 s for 64 kB of one sentence.
    """
    found = []
    after = bisect_left(starts, (place[1], 0))
    if after < len(starts):
        found.append((starts[after][0] - place[1], starts[after][1]))
    before = bisect_left(ends, (place[0] + 1, 0))
    if before:
        end = ends[before - 1][0]
        found.append((place[0] - end, ends[bisect_left(ends, (end, 0))][1]))
    return min(found)[1] if found else None
