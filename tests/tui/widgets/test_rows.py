"""Rows are fetched where somebody looks, and nowhere else."""

from array import array
from collections.abc import Sequence

import pytest

from tui.widgets.cells import Cell
from tui.widgets.rows import KEPT, WINDOW, FixedRows, LazyRows, Line, NoRows


class Store:
    def __init__(self) -> None:
        self.asked: list[int] = []

    def fetch(self, keys: Sequence[int]) -> dict[int, str]:
        self.asked.append(len(keys))
        return {key: f"row {key}" for key in keys if key != 13}


def paint(row: str, width: int, height: int) -> Sequence[Line]:
    return ((Cell(row),),)


def rows(count: int, store: Store) -> LazyRows[str]:
    return LazyRows(array("q", range(count)), store.fetch, paint)


def test_one_window_is_fetched_for_one_look() -> None:
    store = Store()
    many = rows(100_000, store)
    assert many.lines(70_000, 10, 1) == ((Cell("row 70000"),),)
    assert many.row(70_001) == "row 70001"
    assert store.asked == [WINDOW]


def test_rows_looked_at_long_ago_are_let_go() -> None:
    store = Store()
    many = rows(100_000, store)
    for index in range(0, KEPT * 3, WINDOW):
        many.row(index)
    assert len(many._rows) <= KEPT + WINDOW


def test_a_row_that_is_gone_is_blank() -> None:
    assert rows(20, Store()).lines(13, 10, 1) == ()


def test_keys_are_found_again() -> None:
    many = rows(100, Store())
    assert many.index(99) == 99
    assert many.index(100) is None


def test_an_empty_list_has_nothing() -> None:
    empty = NoRows()
    assert len(empty) == 0
    assert empty.index(1) is None
    with pytest.raises(IndexError):
        empty.key(0)
    with pytest.raises(IndexError):
        empty.lines(0, 10, 1)


def test_fixed_rows_paint_themselves() -> None:
    fixed = FixedRows([lambda width: (Cell("x" * width),)])
    assert fixed.lines(0, 3, 1) == ((Cell("xxx"),),)
    assert (fixed.index(0), fixed.index(1)) == (0, None)
