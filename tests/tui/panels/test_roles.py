"""A role beside a name: whole, or enough of it to be understood, or not at all."""

from typing import TYPE_CHECKING, cast

import pytest
from rich.cells import cell_len

from tests.tui.fakes import FakeArchive, FakeShelf
from tui.panels.people import People
from tui.panels.quotes import Quotes

if TYPE_CHECKING:
    from feeds.archive.layout.rows import Selection
    from tui.panels.shelf import Shelf

NAME = "Silvan Ortega-Brandt"


@pytest.mark.parametrize("width", range(40, 130, 7))
@pytest.mark.parametrize("role", ["a 24-year-old electrician from the harbour", "Dr"])
def test_a_letter_or_two_of_a_role_are_not_shown(width: int, role: str) -> None:
    shelf = cast("Shelf", FakeShelf(["One"]))
    person = FakeArchive(["One"]).speakers(None, cast("Selection", None))[0]._replace(name=NAME, roles=(role,))
    quote = FakeArchive(["One"]).quotes([100])[0]
    quote = quote._replace(quote=quote.quote._replace(speaker=NAME, role=role))
    for line in People(shelf).paint(person, width, 1)[0], Quotes(shelf).paint(quote, width, 2)[0]:
        said = "".join(cell.text for cell in line)
        assert cell_len(said) == width
        shown = said.partition(NAME)[2].partition("…")[0].rstrip() if NAME in said else ""
        assert not shown.startswith(",") or len(shown) >= 9 or f", {role}" in said
