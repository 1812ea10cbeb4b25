"""The plain command lines are read as argparse reads them, or left to it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import quick, usage
from tui.cli import QUICK
from tui.verbs import list as listing
from tui.verbs import refresh, status

MODULES = {"list": listing, "refresh": refresh, "status": status}
WORDS = st.sampled_from(
    ["headlines", "figures", "nothing", "--limit", "5", "-5", "--limit=7", "--limit=x", "--source", "--source=", "a",
     "--all", "--all=1", "--short", "--format", "csv", "jsonl", "--utc", "--path", "--config=c", "--query", "-x", "--",
     "--help", "-h", "--lim", "", "--now", "--watch", "--interval", "15m"]
)  # fmt: skip


def by_argparse(verb: str, argv: list[str]) -> dict[str, Any] | None:
    try:
        return vars(usage.parser_for(verb, MODULES[verb]).read(argv))
    except SystemExit:
        return None


def test_every_quick_verb_is_quick() -> None:
    assert set(MODULES) == QUICK
    for verb, module in MODULES.items():
        plain = ["--path", "a", "--path=b", "--exit-code" if verb == "refresh" else "--utc"]
        read = quick.read(module, plain)
        assert read is not None
        assert vars(read) == by_argparse(verb, plain)


def test_an_option_that_takes_many_is_for_argparse() -> None:
    assert quick.read(refresh, ["--now"]) is None
    assert quick.read(refresh, ["--now", "wires"]) is None


@pytest.mark.parametrize("verb", MODULES)
@given(argv=st.lists(WORDS, max_size=6))
def test_what_is_read_is_what_argparse_reads(
    verb: str,
    argv: list[str],
) -> None:
    read = quick.read(MODULES[verb], argv)
    assert read is None or vars(read) == by_argparse(verb, argv)
