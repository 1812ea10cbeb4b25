"""Watch rules: a query, and what about its rows is worth an alert. Judging is pure; the archive keeps the rest.

A rule sees the rows of its query that a run found new, in the order in which they were found. What it must remember
from one run to the next (is the threshold armed, which value was last told, who has spoken) is its memory: one small
mapping, kept by the archive, so that history can be replayed with an empty one.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from feeds.archive.lookup.lists import What

When = Literal["appears", "crosses", "changes", "first"]
TAKES = {"crosses": ("threshold", "falling", "hysteresis"), "changes": ("by", "percent")}
"""What each condition is told besides its rows; another's would be left unread, and the rule say what nobody meant."""
LINE = 500
"""Characters of a message: a quote may be as long as its article, and a notice on the desktop should not."""
Memory = Mapping[str, Any]


class Rule(NamedTuple):
    """One watch rule as the configuration has it."""

    name: str
    query: str
    """In the language of `feeds.query`."""
    what: "What" = "headlines"
    """The list that the query is asked of; `crosses` and `changes` look at figures, `first` at quotes."""
    when: When = "appears"
    """`appears`: a row is new. `crosses`: a value passes `threshold`. `changes`: a value differs from the one that was
    last told by `by` or by `percent`. `first`: a speaker has not spoken in this query before."""
    threshold: float | None = None
    """For `crosses`."""
    falling: bool = False
    """`crosses` on the way down instead of up."""
    hysteresis: float = 0.0
    """How far back beyond the threshold a value must go before it can cross again."""
    by: float | None = None
    """For `changes`: the least difference."""
    percent: float | None = None
    """For `changes`: the least difference in per cent of the value last told."""
    cooldown: int = 0
    """Seconds after an alert in which the rule is silent."""


class Candidate(NamedTuple):
    """A row that a rule's query found."""

    id: str
    """Of the headline, figure or quote."""
    at: int
    """When it was first seen."""
    text: str
    """The title, the figure with its subject, the words with their speaker: what the message says."""
    value: float | None = None
    """A figure's (of a range the end that matters less: the one nearer to zero)."""
    speaker: str | None = None
    """A quote's speaker key."""


class Alert(NamedTuple):
    """Something that a rule found worth telling."""

    rule: str
    entity: str
    """The id of the headline, figure or quote."""
    at: int
    old: str | None
    """The value before, for `crosses` and `changes`."""
    new: str | None
    message: str
    """One line."""


def mistake(rule: Rule) -> str:
    """Return what is wrong with a rule apart from its query, in words; nothing is good."""
    needs = {"crosses": "figures", "changes": "figures", "first": "quotes"}.get(rule.when, rule.what)
    if rule.what != needs:
        return f"'{rule.when}' looks at {needs}, not at {rule.what}"
    if rule.when == "crosses" and rule.threshold is None:
        return "'crosses' needs a threshold"
    if rule.when == "changes" and rule.by is None and rule.percent is None:
        return "'changes' needs 'by' or 'percent'"
    for name in ("threshold", "falling", "hysteresis", "by", "percent"):
        if name not in TAKES.get(rule.when, ()) and getattr(rule, name) != Rule._field_defaults[name]:
            return f"'{rule.when}' takes no {name}"
    if min(rule.hysteresis, rule.cooldown, rule.by or 0, rule.percent or 0) < 0:
        return "hysteresis, by, percent and cooldown are not negative"
    return ""


def judge(rule: Rule, candidates: Iterable[Candidate], memory: Memory) -> tuple[list[Alert], dict[str, Any]]:
    """Return the alerts that these rows raise, and the memory to keep; the rows come in the order of finding."""
    test = {"appears": _appears, "crosses": _crosses, "changes": _changes, "first": _first}[rule.when]
    kept, alerts = dict(memory), list[Alert]()
    for one in candidates:
        before = dict(kept)
        alert = test(rule, one, kept)
        fired = kept.get("fired")
        # an alert of later than now: the clock was set back, and would keep the rule silent until it is there again
        if alert and (fired is None or not fired <= one.at < fired + rule.cooldown):
            kept["fired"] = one.at
            alerts.append(alert)
        elif alert:
            _untold(rule, before, kept)
    return alerts, kept


def _untold(rule: Rule, before: Memory, kept: dict[str, Any]) -> None:
    """Forget what an alert that the cool-down swallowed has left: a value that stays is told when it is over.

    The alert that began the cool-down has set it before.
    """
    told = {"crosses": "armed", "changes": "value"}.get(rule.when, "")
    if told in before:
        kept[told] = before[told]


def _alert(rule: Rule, one: Candidate, old: float | None = None, new: float | None = None) -> Alert:
    change = "" if old is None else f"{_plain(old)} → {_plain(new)}: "
    said = None if old is None else _plain(old)
    words = " ".join(f"{change}{one.text}".split())
    message = words if len(words) <= LINE else words[: LINE - 1].rstrip() + "…"
    return Alert(rule.name, one.id, one.at, said, None if new is None else _plain(new), message)


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:f}".rstrip("0").rstrip(".")


def _appears(rule: Rule, one: Candidate, _: dict[str, Any]) -> Alert | None:
    return _alert(rule, one, None, one.value)


def _crosses(rule: Rule, one: Candidate, memory: dict[str, Any]) -> Alert | None:
    """Tell a crossing once; the value must go back by the hysteresis before the next one counts."""
    if one.value is None or rule.threshold is None:
        return None
    sign = -1 if rule.falling else 1
    beyond = sign * (one.value - rule.threshold)
    before = memory.get("value")
    memory["value"] = one.value
    if memory.get("armed", True) and beyond >= 0:
        memory["armed"] = False
        return _alert(rule, one, before, one.value)
    if beyond < -rule.hysteresis or (beyond < 0 and not rule.hysteresis):
        memory["armed"] = True
    return None


def _changes(rule: Rule, one: Candidate, memory: dict[str, Any]) -> Alert | None:
    """Compare with the value last told, not with the last one: a slow drift is a change too."""
    if one.value is None:
        return None
    before = memory.setdefault("value", one.value)
    moved = abs(one.value - before)
    enough = (rule.by is not None and moved >= rule.by) or (
        rule.percent is not None and moved > 0 and moved * 100 >= rule.percent * abs(before)
    )
    if not enough or not moved:
        return None
    memory["value"] = one.value
    return _alert(rule, one, before, one.value)


def _first(rule: Rule, one: Candidate, memory: dict[str, Any]) -> Alert | None:
    """Tell who speaks in this query for the first time."""
    if one.speaker is None:
        return None
    heard = memory.setdefault("heard", [])
    if one.speaker in heard:
        return None
    heard.append(one.speaker)
    return _alert(rule, one)
