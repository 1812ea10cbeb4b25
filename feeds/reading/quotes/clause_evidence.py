"""What speaks for a clause being reported speech: features of its verb, its speaker, its words and its end."""

from functools import cache

from feeds.reading.evidence import Evidence, weigh


@cache
def by_accord(side: str, size: str, kind: str, verb: bool) -> Evidence:
    """Weigh a clause that `according to` speaks of."""
    return weigh("reported", "bias", f"a|{side}", f"a|n={size}", f"a|kind={kind}", f"a|verb={verb}|{side}")


@cache
def by_parted(cls: str, kind: str, head: str, before: bool, after: bool) -> Evidence:
    """Weigh a clause that its attribution parts in two: which part has a verb says most."""
    return weigh("reported", "bias", "i", f"i|cls={cls}", f"i|kind={kind}", f"i|open={head}", f"i|verb={before}{after}")


@cache
def by_final(cls: str, kind: str, how: str, follow: str, rest: str) -> Evidence:
    """Weigh a final attribution: its verb, its speaker and what follows it."""
    return weigh(
        "reported",
        "bias",
        "b",
        f"b|cls={cls}",
        f"b|rest={rest}",
        f"b|kind={kind}",
        f"b|{follow}",
        f"b|{follow}|{how}",
        f"b|{how}",
    )


@cache
def by_body(size: str, head: str, verb: bool) -> Evidence:
    """Weigh a clause before its attribution: its length, its first word, and whether it has a verb."""
    return weigh(
        "reported",
        f"b|n={size}",
        f"b|open={head}",
        f"b|verb={verb}",
        f"b|verb={verb}|n={size}",
        f"b|verb={verb}|open={head}",
    )


@cache
def by_opening(cls: str, how: str, head: str, finite: bool, verb: bool, served: bool) -> Evidence:
    """Weigh the verb, how the clause is joined to it, and the first words of the clause.

    `served`: a quote stands right before the speaker and the verb, so that they have their words already.
    """
    f = "f" if finite else "n"
    return weigh(
        "reported",
        "bias",
        f"cls={cls}",
        f"cls={cls}|how={how}",
        f"cls={cls}|open={head}",
        f"open={head}|{f}",
        f"cls={cls}|{f}",
        f"cls={cls}|how={how}|{f}",
        f"how={how}|open={head}|verb={verb}",
        f"cls={cls}|verb={verb}",
        f"served={served}|how={how}",
        f"served={served}|open={head}|verb={verb}",
    )


@cache
def by_speaker(cls: str, form: str, kind: str, how: str, finite: bool) -> Evidence:
    """Weigh whose saying it is, and in which form of the verb."""
    return weigh(
        "reported",
        f"form={form}|{'f' if finite else 'n'}",
        f"subj={kind}|{how}",
        f"form={form}|subj={how}",
        f"cls={cls}|subj={kind}",
    )


@cache
def by_joint(sep: str, how: str, quoted: bool) -> Evidence:
    """Weigh what stands between the verb and the clause, and whether a quote follows in the sentence."""
    return weigh("reported", f"sep={sep}|how={how}", f"quoted={quoted}|how={how}")


@cache
def by_reason(why: str, how: str, cls: str, quoted: bool) -> Evidence:
    """Weigh why the clause may end there."""
    return weigh("reported", f"end={why}|{how}", f"end={why}|cls={cls}", f"end={why}|quoted={quoted}")


@cache
def by_reach(why: str, size: str, rest: str, first: bool, served: bool) -> Evidence:
    """Weigh how long the clause is, and how much of the sentence follows it."""
    rank = "1" if first else "n"
    return weigh(
        "reported",
        f"end={why}|rest={rest}",
        f"end={why}|n={size}",
        f"served={served}|n={size}",
        f"end={why}|{rank}",
        f"n={size}",
        f"rest={rest}|{rank}",
    )
