"""Whether a number is how far something moved (`rose 5%`), and which way; a level (`to 164p`) is none."""

from feeds.reading.figures.dates import is_year
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.nouns import VERBS
from feeds.reading.numbers.literals import is_literal
from feeds.reading.tables import word_set, words_around

UP = words_around("moves", "up")
DOWN = words_around("moves", "down")
_THINGS = words_around("moves", "things")
_FILLERS = word_set(
    "by a an another further much as only just still more some also sharply slightly over again nearly about almost up "
    "down and another's the its annual annualised annualized adjusted modest hefty whopping combined record real"
)
_PARTICLE_VERBS = word_set(
    "shot shoot gave give set made make broke break turned turn came come brought put sat signed ended took "
    "pick picks picked take takes make makes use uses used fill fills hold holds buy buys bought lock blow pull dig "
    "eat soak rack racks line back snap"
)
_REACH = 7
_FAR = 12
"""Tokens between a verb of movement and a `by` that commas part from it."""
_BY = 10
"""Tokens between a verb of movement and a `by` behind its object: `trimmed its forecast for global output by 5%`."""
_LOSES = word_set("lost lose loses losing")
_LIFTED = word_set("lift lifts lifted lifting extend extends extended extending bump bumped")
"""With `by` these move a level; `lifted 200 kg` moves none."""
_SIDES = frozenset({"up", "down"})
_AFTER_SIDE = word_set("on from at to in for this since . , ;")
_BEFORE_OFF = word_set("is are was were been , (")
_SUMS = word_set("average total median combined")
_STANDS = word_set(
    "is are was were be been being closed close closes closing ended ends ending end finished finish finishing traded "
    "trades trading ticked tick edged edges edging inched went go goes going gone moved moves moving stood stands "
    "settled settles settle opened rose fell climbed nudged drifted crept "
    "not it's , ( — – - and or also still currently now"
)
"""Before `up` or `down` these show that something stands so much higher; after other verbs it is a particle."""
_ORDERS = word_set("add cut raise reduce increase lower drop trim slash boost climb")
"""At the start of a sentence they tell somebody to do it."""
_BEHIND = word_set("on in at after from by as and this for with since amid despite while but when")
_COMPARED = {"higher": "up", "more": "up", "lower": "down", "less": "down", "fewer": "down"}
"""What stands behind a quantity that sets a thing against what it was: `closed 12% lower`."""
_EARLIER = word_set("last previous year years month months week weeks quarter day days decade ago earlier before")
_MONTHS = words_around("dates", "months")
_SOON = 3
_THAN = 8
"""Tokens from a `more` to the time that something is set against."""
_LEVELS = frozenset({"above", "below", "beyond"})
"""What something rose above is a level."""
_RAISES = word_set("raise raises raised raising")
WHERE = word_set(
    "off from away north south east west offshore inland outside inside along northeast northwest southeast southwest "
    "underground underwater downstream upstream apart downhill uphill"
)
_WHEN = word_set("ago earlier later before after")


def moved_by(draft: Draft) -> str | None:
    """Return `up` or `down` where the quantity is the distance that something moved."""
    low = draft.tokens.low
    if low[draft.first] in _LEVELS:
        return None
    if draft.kind == "percent" and low[draft.last] in _SIDES and low[draft.last + 1] in _AFTER_SIDE:
        return low[draft.last]  # `11% up on last year`
    if side := _set_against_before(draft):
        return side
    step = draft.first - 1
    if low[step] == "off" and low[step - 1] in _BEFORE_OFF and draft.kind in {"percent", "money"}:
        return "down"  # `Varn, off 2 per cent`
    if low[step] == "of" and low[step - 1] in _SUMS:
        step -= 2  # `have risen by an average of 6%`
    steps = 0
    while step >= 0 and steps < _REACH:
        word = low[step]
        if word in UP or word in DOWN:
            return _direction(draft, step)
        if word == "by":
            return _before_by(draft, step)
        if not (word in _FILLERS or word.endswith("ly")) or word in {"to", "at"}:
            return None
        step -= 1
        steps += 1
    return None


def _set_against_before(draft: Draft) -> str | None:
    """Tell which way: `closed 12% lower`, `stood 3 cents higher`, `6% more than a year earlier`."""
    low, last = draft.tokens.low, draft.last
    side = _COMPARED.get(low[last])
    if side is None or draft.kind not in {"percent", "money"}:
        return None
    if low[last + 1] == "than":
        return side if _is_then(low[last + 2 : last + _THAN]) else None
    closed = low[last] in {"higher", "lower"} and draft.first > 0 and low[draft.first - 1] in _STANDS
    return side if closed and (low[last + 1] in _BEHIND or not low[last + 1].isalpha()) else None


def _is_then(words: list[str]) -> bool:
    """Tell whether `than` sets a thing against what it was: `than a year earlier`, `than in the same month of 2019`."""
    if not _EARLIER.isdisjoint(words[:_SOON]):
        return True
    when = any(word in _EARLIER or word in _MONTHS or is_year(word) for word in words)
    return words[0] in {"in", "at", "on", "during"} and when


def _direction(draft: Draft, step: int) -> str | None:
    low = draft.tokens.low
    word = low[step]
    before = low[step - 1] if step else ""
    if word in {"up", "down"} and (before in _PARTICLE_VERBS or _is_particle(draft, step)):
        return None
    if word in _RAISES and draft.kind == "money" and "by" not in low[step + 1 : draft.first]:
        return None  # money raised is money got
    if draft.kind == "measure" and low[draft.last] in WHERE:
        return None  # `sank 12 miles off Tarn`
    if draft.kind == "duration" and low[draft.last] in _WHEN:
        return None
    if word in _THINGS and draft.kind in {"count", "number", "duration", "age", "rate"} and draft.key != "point":
        return ("up" if word in UP else "down") if draft.kind == "number" and draft.value % 1 else None
    ordered = not step and word in _ORDERS and draft.kind not in {"percent", "money"}  # `Add 250g of flour`
    if ordered or (word in {"higher", "lower"} and before in {"a", "the"}):
        return None
    if draft.kind in {"age", "ratio", "duration"} and word not in UP and word not in DOWN:
        return None
    return "up" if word in UP else "down"


def _is_particle(draft: Draft, step: int) -> bool:
    """Tell whether `up` or `down` belongs to a verb that takes things: `racked up 12 fines`, `put down $10`."""
    if draft.kind == "percent" or draft.key == "point" or "by" in draft.tokens.low[step + 1 : draft.first] or not step:
        return False
    before = draft.tokens.low[step - 1]
    if before in _STANDS:
        return False
    return draft.kind == "count" or before in VERBS or before.endswith(("ed", "ing"))


def _before_by(draft: Draft, by: int) -> str | None:
    """`rose sharply by 5%`, `prices were cut by 5%`: the verb a few words before `by`."""
    low = draft.tokens.low
    aside = by == draft.first - 1 and low[by - 1] == ","  # `rose on Friday, by 2.4%`
    if low[by - 1] in _LOSES:
        return None  # `lost by 34 runs`
    for step in range(by - 1, max(-1, by - (_FAR if aside else _BY)), -1):
        word = low[step]
        if word in UP or word in DOWN:
            return "up" if word in UP else "down"
        if word in _LIFTED:
            return "up"
        if word in {".", ";", ":"} or (word == "," and not aside) or is_literal(word):
            return None
    return None
