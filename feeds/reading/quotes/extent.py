"""How far reported speech reaches: where a clause without marks begins, and the places where it may end."""

from feeds.reading.prose.grammar import (
    CONTRACTED,
    DAYS,
    DETERMINERS,
    PASTS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from feeds.reading.prose.lexicon import CUES, CueForm
from feeds.reading.prose.narrative import Line
from feeds.reading.prose.phrases import FINITE, FUNCTION, base_right, is_name, possessive
from feeds.reading.quotes.cues import Cue
from feeds.reading.remembering import remembered
from feeds.reading.tables import class_of_word, word_set

AUDIENCES = word_set(
    "reporters journalists supporters lawmakers viewers voters him her them us me it you everyone people investors"
)
ADDRESSED = frozenset(("told", "asked", "urged", "warned", "announced"))
"""Classes of verbs that take whom they are said to."""
TIME_WORDS = word_set("also again late early later earlier today yesterday afternoon morning evening night")
LIKE_ADVERBS = word_set(
    "nearly roughly exactly hardly barely scarcely virtually practically elderly daily weekly monthly likely friendly "
    "deadly only family july early italy assembly supply reply ally bully rally fly"
)
"""Words in -ly that begin what is said, or are no adverbs."""
TURNS = {word: word for word in ("according", "but", "while", "although", "though", "even")}
TURNS |= dict.fromkeys(("which", "who"), "which") | dict.fromkeys(("when", "after", "before", "because", "as"), "when")
TURNS["with"] = "part"
"""Words that turn away from what is said, and the class of each."""
GOES_ON = frozenset(("said", "added", "claimed", "warned"))
"""Classes of participles behind a comma that always have a clause of their own: `…, adding that …`."""
FINITE_CUES = FINITE | PASTS | {word for word, cue in CUES.items() if cue.form in "ds"}
LONGEST = 90
"""Words of a reported clause: what keeps a megabyte of one sentence linear."""
OPENERS = class_of_word(
    {
        "sub": SUBORDINATORS,
        "prep": PREPOSITIONS,
        "poss": POSSESSIVES,
        "det": DETERMINERS,
        "pron": PERSON_PRONOUNS | CONTRACTED,
        "to": ("to",),
    }
)
"""The class of a clause's first word; of several the last here."""
NO_CUE = CueForm("", "", "")
CLAUSE_OPENERS = DETERMINERS | POSSESSIVES | PERSON_PRONOUNS
"""What a clause begins with behind those who are told."""
LONGEST_HEARERS = 3
"""Words of `a local radio station` without its article."""
LONGEST_DAY = 6
"""Words of `on Thursday evening` and the like."""
MOST_ENDS = 6


def content_start(line: Line, k: int, cue: Cue) -> tuple[int, str]:
    """Find the first word of what is said, and how it is joined: that, plain, object, time."""
    n = k + 1
    count = line.count
    low = line.low
    subject = cue.subject
    if subject is not None and subject.first == n:
        n = subject.last + 1
    joined = that_clause(line, n, cue)
    if joined is not None:
        return joined, "that"
    if n < count and low[n] in AUDIENCES and cue.cls in ADDRESSED:
        return n + 1, "object"
    if n < count and cue.cls == "told" and (is_name(line, n) or low[n] in DETERMINERS or low[n] in POSSESSIVES):
        return base_right(line, n, count) + 1, "object"
    begun = n if cue.cls != "told" else behind_hearers(line, n)
    return (begun, "object") if begun > n else after_time(line, n, cue)


def behind_hearers(line: Line, n: int) -> int:
    """Step over those told that have no article, where a clause begins behind them: `told local radio she was late`."""
    k = n
    while k < min(line.count, n + LONGEST_HEARERS) and line.seps[k] == "" and bare_noun(line, k):
        k += 1
    clause = k < line.count and line.seps[k] == "" and line.low[k] in CLAUSE_OPENERS
    return k if clause else n


def bare_noun(line: Line, k: int) -> bool:
    """Whether a word may be one of those of `state television`; `told parliament cutting the budget …` is a clause."""
    word = line.low[k]
    verb = word.endswith(("ing", "ed")) or word in PASTS
    return line.words[k].islower() and word.isalpha() and word not in FUNCTION and not verb


def that_clause(line: Line, n: int, cue: Cue) -> int | None:
    """Find the word after the `that` which the verb governs: right behind it, or behind a time or an audience."""
    low, count = line.low, line.count
    last = n + 10 if n + 10 < count else count - 1
    if "that" not in low[n:last]:
        return None
    that = next((m for m in range(n, last) if low[m] == "that" and (line.seps[m] == "" or m == n)), None)
    if that is None:
        return None
    between = low[n:that]
    if not between:
        return that + 1
    if possessive_before(line, that - 1) and between[-1] in CUES:
        return None  # `responded to Roe’s claim that …`: the claim has the clause
    first = between[0]
    loose = first in PREPOSITIONS or first in TIME_WORDS or first in DAYS or first in AUDIENCES
    if not loose and cue.cls not in ("told", "warned", "added", "asked"):
        return None
    clause = any(w in PERSON_PRONOUNS or w in RELATIVES or w in FINITE for w in between[1:])
    return None if clause else that + 1


def possessive_before(line: Line, k: int) -> bool:
    """Whether the noun at k is somebody's: `Roe’s claim`, `her claim`."""
    return k > 0 and (line.low[k - 1] in POSSESSIVES or possessive(line.low[k - 1]))


def after_time(line: Line, n: int, cue: Cue) -> tuple[int, str]:
    """Step over `late on Tuesday`, or `in a statement` where a pronoun follows."""
    low, seps, count = line.low, line.seps, line.count
    moved = n
    while moved < count and seps[moved] == "" and (low[moved] in DAYS or low[moved] in TIME_WORDS or how(line, moved)):
        moved += 1
    placed = moved < count and seps[moved] == "" and low[moved] in ("in", "on", "at", "during")
    if placed and cue.cls in ("said", "wrote", "added", "announced", "told"):
        for ahead in range(moved + 1, min(moved + 8, count)):
            if low[ahead] in PERSON_PRONOUNS and seps[ahead] == "":
                return ahead, "time"
    return moved, "time" if moved > n else "plain"


def how(line: Line, k: int) -> bool:
    """Whether a word says how something is said: `said repeatedly the plan failed`; not `nearly 40 failed`."""
    adverb = line.low[k].endswith("ly") and line.words[k].islower() and line.low[k] not in LIKE_ADVERBS
    return adverb and line.low[k + 1 : k + 2] != [] and line.low[k + 1] in CLAUSE_OPENERS


def content_ends(line: Line, begin: int, cue: Cue) -> list[tuple[int, str]]:
    """List where what is said may end, and why: the sentence's end, or where a new saying or a comment begins."""
    count = line.count
    ends: list[tuple[int, str]] = []
    seps, low = line.seps, line.low
    stop = count if count < begin + LONGEST else begin + LONGEST
    for n in [n for n in range(begin + 1, stop) if seps[n] or low[n] == "and"]:
        sep = seps[n]
        if sep == ":" and low[n - 1].isdigit() and low[n].isdigit():
            continue  # `at 21:14`
        if sep == "":
            why = and_cut(line, n, cue) if n + 1 < count else ""
        elif sep in (",", "-"):
            why = comma_cut(line, n)
        elif sep in (";", "Q", ".", ":"):
            ends.append((n, sep))
            return ends
        else:
            why = sep
        if why:
            ends.append((n, why))
            if why == "ing" and CUES[low[n]].cls in GOES_ON:
                return ends
            if len(ends) == MOST_ENDS:
                break
    ends.append((stop, "end"))
    return ends


def and_cut(line: Line, n: int, cue: Cue) -> str:
    """Tell why what is said may end at an `and` without a comma, or nothing."""
    low = line.low
    form = CUES[low[cue.place]].form if low[cue.place] in CUES else ""
    after = low[n + 1]
    if after in CUES and CUES[after].form == form and form in ("d", "s"):
        return "and-cue"
    if after not in PERSON_PRONOUNS:
        return ""
    says = any(low[m] in CUES and line.seps[m] == "" for m in range(n + 2, min(n + 4, len(low))))
    return "and-pron" if says else ""


def comma_cut(line: Line, n: int) -> str:
    """Tell why what is said may end at the comma before word n, or nothing."""
    low = line.low
    word = low[n]
    if word in CUES and CUES[word].form == "g":
        return "ing"
    if word in TURNS:
        return TURNS[word]
    if word == "and":
        ahead = range(n + 1, min(n + 12, len(low)))
        return "and-said" if any(low[m] in CUES and CUES[low[m]].form in "ds" for m in ahead) else "and"
    if word.endswith("ing"):
        return "part"
    if line.seps[n] == "-":
        return "dash"
    if word in PERSON_PRONOUNS:
        return "pron"
    return "det" if word in DETERMINERS else "name" if is_name(line, n) else ""


def clause_begin(line: Line, k: int) -> int:
    """Find the first word of what stands before a final attribution: the sentence's, or the one after a quote."""
    for n in range(k - 1, max(0, k - 80), -1):
        if line.seps[n] in ("Q", ";", "."):
            return n
    return 0 if k < 80 else k - 80


def following(line: Line, after: int) -> tuple[str, int]:
    """Tell what stands behind a final attribution: its end, a comma, or some class of words; and how many words.

    What a comma and a word like `adding`, `after` or `while` begin is another clause, and no longer counted.
    """
    if after >= line.count:
        return "end", 0
    rest = line.count - after
    if line.seps[after] != "":
        return ("end", 0) if CUES.get(line.low[after], NO_CUE).form == "g" else ("comma", rest)
    behind = word_behind(line, after)
    if behind == "day":
        stop = range(after + 1, min(line.count, after + LONGEST_DAY))
        turn = next((n for n in stop if line.seps[n] != ""), line.count)
        if turn < line.count and line.seps[turn] == "," and turns(line, turn):
            rest = turn - after
    return behind, rest


def turns(line: Line, k: int) -> bool:
    """Whether another clause begins at the word behind a comma: `…, adding that`, `…, after`, `…, while`."""
    return line.low[k] in TURNS or CUES.get(line.low[k], NO_CUE).form == "g"


def word_behind(line: Line, after: int) -> str:
    """Class the word at `after`, right behind a verb of saying: a day, an audience, a phrase, or some other word."""
    low = line.low
    word = low[after]
    stop = after + LONGEST
    if CUES.get(low[after - 1], NO_CUE).cls == "told" and word not in FUNCTION:
        rest = low[base_right(line, after, line.count) + 1 : stop]
        return "word" if "that" in rest or not FINITE.isdisjoint(rest) else "audience"
    if word in DAYS or (
        word in ("on", "late", "early", "earlier") and any(w in DAYS for w in low[after + 1 : after + 3])
    ):
        return "day"
    if word in PREPOSITIONS:
        plain = not has_verb(low[after:stop]) and "that" not in low[after:stop]
        return "day" if plain else "prep"  # `…, Roe said in her latest book`
    return "audience" if word in AUDIENCES and word not in PERSON_PRONOUNS else "word"


def has_verb(words: list[str]) -> bool:
    """Whether some words hold a finite verb, as far as closed classes and endings tell."""
    return not FINITE_CUES.isdisjoint(words) or any(map(past, words))


@remembered(20_000)
def past(word: str) -> bool:
    """Whether a word ends like a past tense."""
    return word.endswith("ed") and len(word) > 4


def opener(line: Line, begin: int) -> str:
    """Return the class of the first word of a clause."""
    first = line.low[begin]
    if first in OPENERS:
        return OPENERS[first]
    if first.endswith("ing"):
        return "ing"
    return "name" if is_name(line, begin) else "other"
