"""What an earlier value became: 71 drones are 73 now."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import islice

from feeds.archive.layout.folding import fold
from feeds.model import Figure, Quote

COMPARED = 200
"""Quotes that went with which one that came is compared: all with all took 1.4 s of 1,000, while nobody else can write,
and a text can be made of 15,000."""


def moved_figures(old: Mapping[str, Figure], new: Mapping[str, Figure]) -> dict[str, str]:
    """Pair figures that an article has now (`new`, by id) with those that went (`old`): {new id: old id}.

    By unit and subject first; then, where a unit has exactly one left on each side, by unit alone, because a new
    sentence about the same thing rarely has the very same words.
    """
    pairs = _pair(old, new, lambda f: (f.kind, f.unit_key, fold(f.about or "")))
    return pairs | _pair(
        _without(old, pairs.values()), _without(new, pairs), lambda f: (f.kind, f.unit_key), only_single=True
    )


def moved_quotes(old: Mapping[str, Quote], new: Mapping[str, Quote]) -> dict[str, str]:
    """Pair quotes that were reworded: the same speaker, and half of the words or more: {new id: old id}."""
    pairs: dict[str, str] = {}
    left = {id_: (quote.speaker, _words(quote)) for id_, quote in old.items()}
    for id_, quote in new.items():
        words = _words(quote)
        for other, (speaker, before) in islice(left.items(), COMPARED):
            if speaker == quote.speaker and 2 * len(words & before) >= len(words | before):
                pairs[id_] = other
                del left[other]
                break
    return pairs


def _words(quote: Quote) -> set[str]:
    return set(fold(quote.text).split())


def _pair(
    old: Mapping[str, Figure],
    new: Mapping[str, Figure],
    name: Callable[[Figure], Hashable],
    *,
    only_single: bool = False,
) -> dict[str, str]:
    befores, afters = _groups(old, name), _groups(new, name)
    pairs: dict[str, str] = {}
    for key, ids in afters.items():
        before = befores.get(key, ())
        if not only_single or len(ids) == len(before) == 1:
            pairs.update(zip(ids, before, strict=False))
    return pairs


def _groups(figures: Mapping[str, Figure], name: Callable[[Figure], Hashable]) -> dict[Hashable, Sequence[str]]:
    groups: dict[Hashable, list[str]] = {}
    for id_, figure in figures.items():
        if figure.salience > 0:  # dates and scores that come and go are not news of the same thing
            groups.setdefault(name(figure), []).append(id_)
    return dict(groups)


def _without(figures: Mapping[str, Figure], ids: Iterable[str]) -> dict[str, Figure]:
    gone = set(ids)
    return {id_: figure for id_, figure in figures.items() if id_ not in gone}
