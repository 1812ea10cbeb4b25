"""The plain command lines are read as argparse reads them, or left to it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import quick, usage
from tui.cli import QUICK
from tui.verbs import list as listing
from tui.verbs import status

MODULES = {"list": listing, "status": status}
WORDS = st.sampled_from(
    ["headlines", "figures", "nothing", "--limit", "5", "-5", "--limit=7", "--limit=x", "--source", "--source=", "a",
     "--all", "--all=1", "--short", "--format", "csv", "jsonl", "--utc", "--path", "--config=c", "--query", "-x", "--",
     "--help", "-h", "--lim", ""]
)  # fmt: skip


def by_argparse(verb: str, argv: list[str]) -> dict[str, Any] | None:
    try:
        return vars(usage.parser_for(verb, MODULES[verb]).read(argv))
    except SystemExit:
        return None


def test_every_quick_verb_is_quick() -> None:
    assert set(MODULES) == QUICK
    for verb, module in MODULES.items():
        read = quick.read(module, ["--path", "a", "--path=b", "--utc"])
        assert read is not None
        assert vars(read) == by_argparse(verb, ["--path", "a", "--path=b", "--utc"])


@pytest.mark.parametrize("verb", MODULES)
@given(argv=st.lists(WORDS, max_size=6))
def test_what_is_read_is_what_argparse_reads(
    verb: str,
    argv: list[str],
) -> None:
    read = quick.read(MODULES[verb], argv)
    assert read is None or vars(read) == by_argparse(verb, argv)
