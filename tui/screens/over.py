"""What every screen over the board shares: it is left once, however many keys were typed ahead."""

from typing import TypeVar

from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Over(ModalScreen[Answer]):
    """A screen that covers the board until it is answered; a small terminal has room for nothing beside it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]  # noqa: RUF012 (Textual's type)

    def leave(self, answer: Answer | None = None) -> None:
        """Go back with an answer; a second Enter or Esc that was typed ahead does nothing."""
        if self.is_current:
            self.dismiss(answer)
