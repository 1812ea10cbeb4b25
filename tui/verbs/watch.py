"""`copydesk watch list|test|add|rm`: the watch rules of the configuration."""

from argparse import REMAINDER, ArgumentParser, ArgumentTypeError, Namespace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from feeds.spans import words as length_words
from tui.desk import archive_of, config_of
from tui.narration import DONE, UsageMistakeError
from tui.output import plain, write_json, write_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.config.watch import Watch
    from feeds.watch import Rule

EXAMPLES = """
copydesk watch add oil 'unit:"USD per barrel" about:oil' --when crosses --threshold 100 --hysteresis 2
copydesk watch test oil --last 30d
copydesk watch add minister 'speaker:minister' --when first --command notify-send "New words"
copydesk watch list
copydesk watch rm oil
"""

WRITTEN = (
    "name", "query", "what", "when", "threshold", "falling", "hysteresis", "by", "percent", "cooldown", "bell",
    "notice", "webhook", "timeout", "command",
)  # fmt: skip
"""The options of `add` that are keys of the table, in the order in which they are written."""

DOES = ("bell", "notice", "command", "webhook")
"""What a rule may do besides its mark on the board."""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    verbs = parser.add_subparsers(dest="what", required=True, metavar="list|test|add|rm")
    listing = verbs.add_parser("list", help="print the rules and their last alerts")
    listing.add_argument("--format", choices=("text", "jsonl"), default="text", help="jsonl: the alerts alone")
    test = verbs.add_parser("test", help="replay what is stored, and print what a rule would have said")
    test.add_argument("rule", metavar="RULE", help="its name")
    test.add_argument("--last", metavar="LENGTH", default="30d", help="how far back (default: 30d)")
    add = verbs.add_parser("add", help="add a rule to the configuration")
    when = "a row is new (appears, the default), a value crosses or changes, somebody speaks for the first time"
    asked = "what the query is asked of (default: headlines; figures for crosses and changes, quotes for first)"
    add.add_argument("name", metavar="NAME", help="what alerts call it")
    add.add_argument("query", metavar="QUERY", help="as `list --query` takes it")
    add.add_argument("--when", choices=("appears", "crosses", "changes", "first"), help=when)
    add.add_argument("--what", dest="list", choices=("headlines", "figures", "quotes"), help=asked)
    add.add_argument("--threshold", type=_number, metavar="N", help="crosses: the value")
    add.add_argument("--falling", action="store_true", default=None, help="crosses: on the way down")
    add.add_argument("--hysteresis", type=_number, metavar="N", help="crosses: how far back before it counts again")
    add.add_argument("--by", type=_number, metavar="N", help="changes: the least difference")
    add.add_argument("--percent", type=_number, metavar="N", help="changes: the least difference in per cent")
    add.add_argument("--cooldown", metavar="LENGTH", help="silence after an alert")
    add.add_argument("--bell", action="store_true", default=None, help="ring the bell")
    add.add_argument("--notice", action="store_true", default=None, help="a notice on the desktop")
    add.add_argument("--webhook", metavar="ADDRESS", help="POST the alert there as JSON")
    limit = "how long program and webhook may take (default: 10s)"
    add.add_argument("--timeout", metavar="LENGTH", help=limit)
    words = "run this program, the alert as JSON on its stdin; it takes all that follows"
    add.add_argument("--command", nargs=REMAINDER, metavar="ARGUMENT", help=words)
    rm = verbs.add_parser("rm", help="take a rule out of the configuration, and drop its alerts")
    rm.add_argument("name", metavar="NAME")


def _number(text: str) -> float:
    """Read a number as queries do; a whole one is written into the configuration as one."""
    from feeds.query.terms import number

    value = number(text)
    if value is None:
        raise ArgumentTypeError(f"{text!r} is no number; write 71, -0.5, 1,450, 2.5m or 1bn")
    return int(value) if value.is_integer() else value


def run(args: Namespace) -> int:
    """Do what is asked of the rules."""
    does: dict[str, Callable[[Namespace], int]] = {"list": _list, "test": _test, "add": _add, "rm": _rm}
    return does[args.what](args)


def _list(args: Namespace) -> int:
    from feeds.alerts import Alerts
    from feeds.config.watch import watches
    from tui.lines.records import timed
    from tui.runs.alerting import alert_record

    config = config_of(args)
    rules = watches(config)
    with archive_of(config) as archive:
        alerts = Alerts(archive).latest()
    if args.format == "text":
        for watch in rules:
            does = [name for name in DOES if getattr(watch.actions, name)]
            doing = f"  [{', '.join(does)}]" if does else ""
            write_line(f"{watch.rule.name}  {_condition(watch)}  {watch.rule.what}: {watch.rule.query}{doing}")
    if not rules:
        from tui.narration import say

        say("there are no rules; `copydesk watch add NAME QUERY` makes one")
    for due in reversed(alerts):
        state = due.state if not due.error else f"{due.state}: {due.error}"
        if args.format == "jsonl":
            write_json(timed({**alert_record(due.alert), "state": due.state, "error": due.error}))
        else:
            _print(due.alert, f"  ({state})")
    return DONE


def _condition(watch: "Watch") -> str:
    rule = watch.rule
    said = {"threshold": rule.threshold, "hysteresis": rule.hysteresis or None, "by": rule.by, "percent": rule.percent}
    numbers = [f"{name} {plain(Decimal(str(value)))}" for name, value in said.items() if value is not None]
    silent = [f"cooldown {length_words(rule.cooldown)}"] if rule.cooldown else []
    return " ".join([rule.when, *["falling"] * rule.falling, *numbers, *silent])


def _test(args: Namespace) -> int:
    import time

    from feeds.alerts import Alerts
    from feeds.archive import Selection
    from tui.desk.choosing import moment_of

    config = config_of(args)
    watch = _named(args.rule, args)
    now = int(time.time())
    ours = Selection(sources=tuple(source.key for source in config.sources))
    with archive_of(config) as archive:
        replay = Alerts(archive).replay(watch.rule, moment_of("--last", args.last, now), now, ours)
    for alert in replay.alerts:
        _print(alert, "")
    if not replay.alerts:
        _say_why(watch.rule, replay.fitting, args.last)
    return DONE


def _say_why(rule: "Rule", fitting: int, last: str) -> None:
    """Say why a rule would have said nothing: whether its query is wrong, or what it waits for did not come."""
    from tui.narration import say

    found = f"{rule.what if fitting > 1 else rule.what.removesuffix('s')} that {'were' if fitting > 1 else 'was'} found"
    fits = f"{fitting or 'no'} {found} in the last {last} fit{'' if fitting > 1 else 's'} its query"
    never = ", and its condition never held" if fitting else ""
    say(f"{rule.name} would have said nothing: {fits}{never}")


def _named(name: str, args: Namespace) -> "Watch":
    from difflib import get_close_matches

    from feeds.config.watch import watches

    rules = {watch.rule.name: watch for watch in watches(config_of(args))}
    if name in rules:
        return rules[name]
    near = get_close_matches(name, rules, 1)
    hint = f"did you mean {near[0]!r}?" if near else "`copydesk watch list` names them"
    raise UsageMistakeError(f"there is no rule {name!r}; {hint}")


def _add(args: Namespace) -> int:
    from feeds.config import where
    from feeds.config.edit import Draft
    from feeds.config.watch import watch_of

    if args.name.startswith("-"):
        raise UsageMistakeError(f"{args.name!r} is no name for a rule: it would be taken for an option")
    said = {key: args.list if key == "what" else getattr(args, key) for key in WRITTEN}
    table = {key: value for key, value in said.items() if value is not None}
    draft = Draft(where(args.config), "watch")
    try:
        watch = watch_of(_checked(table), config_of(args).queries)
    except ValueError as fault:
        raise UsageMistakeError(str(fault)) from None
    if any(row.get("name") == args.name for row in draft.rows):
        raise UsageMistakeError(f"there is a rule {args.name!r} already; `copydesk watch rm {args.name}` takes it out")
    draft.append(table)
    draft.write()
    config_of(args)
    write_line(f"added  {args.name}  {_condition(watch)}; `copydesk watch test {args.name}` replays what is stored")
    return DONE


def _checked(table: dict[str, Any]) -> dict[str, Any]:
    """Check a table as the configuration will. Raises ValueError, in words."""
    from feeds.config.keys import TABLES

    checked = {}
    for key, value in table.items():
        try:
            checked[key] = TABLES["watch"][key](value)
        except ValueError as fault:
            raise ValueError(f"{key}{' ' if str(fault).startswith('must') else ': '}{fault}") from None
    return checked


def _rm(args: Namespace) -> int:
    from feeds.alerts import Alerts
    from feeds.config import where
    from feeds.config.edit import Draft

    draft = Draft(where(args.config), "watch")
    at = next((at for at, row in enumerate(draft.rows) if row.get("name") == args.name), None)
    if at is None:
        raise UsageMistakeError(f"there is no rule {args.name!r} in {where(args.config)}")
    draft.drop(at)
    draft.write()
    with archive_of(config_of(args)) as archive:
        Alerts(archive).forget(args.name)
    write_line(f"removed  {args.name}")
    return DONE


def _print(alert: Any, state: str) -> None:
    from tui.lines.formats import short

    write_line(f"{short(alert.at)}  {alert.rule}  {alert.entity}  {alert.message}{state}")
