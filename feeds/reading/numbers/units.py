"""Units of measure and currencies: the tables as tries over tokens, and the reader of what stands at a number."""

from typing import NamedTuple

from feeds.reading.numbers.literals import SCALES, SUFFIXES
from feeds.reading.numbers.tokens import TOKEN, Tokens
from feeds.reading.tables import TableError, rows, word_set


class Unit(NamedTuple):
    """A unit as the tables have it."""

    key: str
    """What it is grouped by: `kilometre per hour`, an ISO 4217 code, `cent`."""
    kind: str
    """money, percent, measure, duration, age, rate or number."""
    times: int = 1
    """What the number is multiplied by: a million for `MEUR`."""


class Entry(NamedTuple):
    """One way to print a unit."""

    tokens: tuple[str, ...]
    unit: Unit
    glued: bool
    """Only where it is written to the digits: `5m`, not `5 m`."""


Trie = dict[str, list[Entry]]
"""The ways to print units by their first token, the longest first."""

_KINDS = {"money", "percent", "measure", "duration", "age", "rate", "number"}
_LONG_ENOUGH = 2
_MAJOR = word_set("USD EUR GBP JPY CNY INR AUD CAD CHF HKD SGD NZD SEK NOK DKK")
"""Codes that are also printed in small letters and with a scale letter (`MEUR`)."""
_OTHERS = frozenset({"PHP", "COP"})
"""Codes that are also names with a number."""
_NAMES = frozenset({"N", "K", "P", "D", "CFA", "MK", "BD", "KD"})
"""Letters that stand for money only before an amount; before bare digits they make a name, and behind them nothing."""
_SHARED = ("crown", "dinar")
"""Names of money that several countries have: which code is meant, only the country's name tells."""
_NOT_GLUED = {"Rs", "RM", "Rp", "Tk", "Dh", "KSh"}
_DOTTED = frozenset({"Rs", "Re", "Shs", "KSh", "Ksh", "Tk"})
"""Signs of money that are also printed with a stop."""


class _Forms:
    """The ways to print units, while they are collected: of two of the same tokens the first counts."""

    def __init__(self) -> None:
        self._trie: Trie = {}
        self._seen: set[tuple[str, ...]] = set()

    def add(self, tokens: tuple[str, ...], unit: Unit, glued: bool = False) -> None:
        if not tokens:
            raise TableError(f"a unit without a form: {unit.key}")
        if tokens not in self._seen:
            self._seen.add(tokens)
            self._trie.setdefault(tokens[0], []).append(Entry(tokens, unit, glued))

    def sorted(self) -> Trie:
        """Return them by their first token, the longest first."""
        return {first: sorted(entries, key=lambda e: -len(e.tokens)) for first, entries in self._trie.items()}


def _tokens(form: str) -> tuple[str, ...]:
    words = form.split()
    if all(map(str.isalpha, words)):
        return tuple(words)  # most are; a fifth of the time of the pattern
    return tuple(t for t in TOKEN.findall(form) if t != "-")


def _plural(singular: str) -> str:
    head, _, tail = singular.partition(" per ")
    if head.endswith(("s", "x", "ch", "z")):
        head += "es"
    elif head.endswith("y") and head[-2] not in "aeo":
        head = head[:-1] + "ies"
    else:
        head += "s"
    return f"{head} per {tail}" if tail else head


def _words(cell: str) -> list[str]:
    forms: list[str] = []
    for form in filter(None, cell.split("|")):
        singular, _, plural = form.partition("/")
        forms += [singular, plural or _plural(singular)]
    return forms


def _load_units(symbols: _Forms, words: _Forms) -> None:
    for key, kind, signs, names in rows("units", 4):
        if kind not in _KINDS:
            raise TableError(f"units.tsv: {key}: no such kind: {kind}")
        unit = Unit(key, kind)
        for sign in signs.split():
            symbols.add(_tokens(sign.removeprefix("=")), unit, sign.startswith("=") and len(sign) > 1)
        for name in _words(names):
            words.add(_tokens(name.lower()), unit)


def _load_currencies(symbols: _Forms, words: _Forms, before: _Forms) -> None:
    for code, signs, names, parts in rows("currencies", 4):
        unit = Unit(code, "money")
        for sign in [*signs.split(), code, code + "$"]:
            tokens = _tokens(sign)
            if sign not in _NAMES:
                symbols.add(tokens, unit)
            alphabetic = sign.isalpha() and len(sign) <= _LONG_ENOUGH and sign not in _NOT_GLUED
            before.add(tokens[::-1], unit, alphabetic)
        if code in _MAJOR:
            for form in (code, code.lower()):
                symbols.add((form,), unit)
                before.add((form,), unit)
            for letter, times in (("M", 1_000_000), ("K", 1_000), ("T", 1_000)):
                symbols.add((letter + code,), Unit(code, "money", times))
                before.add((letter + code,), Unit(code, "money", times))
        for name in _words(names):
            words.add(_tokens(name.lower()), unit)
        for name in _words(parts):
            words.add(_tokens(name.lower()), Unit(name if name.endswith("ence") else _singular_part(parts), "money"))


def _singular_part(cell: str) -> str:
    return cell.partition("|")[0].partition("/")[0].lower()


def _load() -> tuple[Trie, Trie, Trie]:
    symbols, words, before = _Forms(), _Forms(), _Forms()
    symbols.add(("p",), Unit("pence", "money"))
    symbols.add(("¢",), Unit("cent", "money"))
    for name in _SHARED:
        for form in (name, f"{name}s"):
            words.add((form,), Unit(name, "money"))
    _load_units(symbols, words)
    _load_currencies(symbols, words, before)
    return symbols.sorted(), words.sorted(), before.sorted()


SYMBOLS, WORDS, BEFORE = _load()
SIGNS = {entry.tokens[::-1]: entry for entries in BEFORE.values() for entry in entries}
"""The signs of money by their tokens."""
_LONGEST_SIGN = max(map(len, SIGNS))


_PER_CENT = frozenset({"percent", "percents", "percentage", "cent"})
_PERCENT = Unit("percent", "percent")
_POUND = Unit("GBP", "money")
"""Some wires print `PS2.7m` for `£2.7m`; bare digits after it are a console."""


class Match(NamedTuple):
    """A unit that was found."""

    first: int
    last: int
    unit: Unit


def unit_before(tokens: Tokens, at: int) -> Match | None:
    """Return the currency that ends right before a number: `$`, `HK $`, `RM`, `Rs.`, `EUR`."""
    word = tokens.word
    step = at - 1
    if step > 0 and word[step] == "." and word[step - 1] in _DOTTED:
        step -= 1
    if step < 0:
        return None
    if word[step] == "PS" and tokens.glued(at) and (not word[at].isdecimal() or _is_amount(tokens, at)):
        return Match(step, at, _POUND)
    if word[step] == "of" and step and tokens.low[step - 1] in _PER_CENT and not word[at + 1][:1].isalpha():
        return Match(step - 1, at, _PERCENT)
    if word[step] not in BEFORE or (word[step] in _NAMES and not _is_amount(tokens, at)):
        return None
    for length in range(min(_LONGEST_SIGN, step + 1), 0, -1):
        entry = SIGNS.get(tuple(word[step - length + 1 : step + 1]))
        if entry and word[step - length + 1] in {"A", "a"} and not tokens.glued(step):
            continue
        if entry and word[step] in _OTHERS and tokens.glued(at) and not _is_amount(tokens, at):
            continue  # `PHP8.3` is a language, `COP26` a meeting
        if entry and not (entry.glued and not tokens.glued(at)) and not _in_word(tokens, step - length + 1):
            return Match(step - length + 1, at, entry.unit)
    return None


def _is_amount(tokens: Tokens, at: int) -> bool:
    """Tell whether digits written to a letter are an amount: `N5 billion`, `P1,200`; `N95` is the name of a mask."""
    after = tokens.low[at + 1]
    scaled = after in SCALES or (after in SUFFIXES and tokens.glued(at + 1))
    return "," in tokens.word[at] or scaled


def _in_word(tokens: Tokens, first: int) -> bool:
    """Tell whether the token goes on a word to its left (`AB-USD5`)."""
    return (
        tokens.glued(first) and tokens.word[first].isalpha() and tokens.word[first - 1] not in {"(", "[", "“", '"', "~"}
    )


def unit_after(tokens: Tokens, at: int) -> Match | None:
    """Return the unit that starts at a token, the first after a number (or after the hyphen after it)."""
    glued = tokens.glued(at)
    for entry in SYMBOLS.get(tokens.word[at], ()):
        if entry.glued and not glued:
            continue
        last = at + len(entry.tokens)
        if tuple(tokens.word[at:last]) == entry.tokens and _is_one(tokens, at, last) and not _goes_on(tokens, last):
            return Match(at, last, entry.unit)
    for entry in WORDS.get(tokens.low[at], ()):
        if last := _spelt(tokens, at, entry.tokens):
            return Match(at, last, entry.unit)
    return None


def _is_one(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether no blank parts digits from the rest of a symbol: `m2`, and not `ft 2`."""
    return all(tokens.glued(n) for n in range(at + 1, last) if tokens.word[n].isdecimal() or tokens.word[n] == "/")


def _goes_on(tokens: Tokens, last: int) -> bool:
    """Tell whether a symbol is only the start of a longer word: `5m` in `5m2x`."""
    return tokens.glued(last) and (tokens.word[last].isalnum() and tokens.word[last - 1].isalnum())


def _spelt(tokens: Tokens, at: int, parts: tuple[str, ...]) -> int:
    """Return the token after a unit's words, hyphens between them skipped; 0 where they are not there."""
    low, word = tokens.low, tokens.word
    for n, part in enumerate(parts):
        if n and word[at] == "-" and at < tokens.size:
            at += 1
        if low[at] != part:
            return 0
        at += 1
    return at
