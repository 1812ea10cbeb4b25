"""Coroutines that may do without an event loop: a run over files, or one in which nothing is due, needs none.

asyncio costs 40 ms to load, as much as all the rest of such a run.
"""

from collections.abc import Coroutine, Generator
from types import coroutine
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")


class Stop(Protocol):
    """Says that what is under way is to end; an `asyncio.Event` is one."""

    def is_set(self) -> bool:
        """Whether it is to end."""

    async def wait(self) -> object:
        """Return when it is to end. Only within a loop."""


def drive(work: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine to its end: as it stands as long as it does not wait, from then on in an event loop."""
    try:
        work.send(None)
    except StopIteration as done:
        result: Result = done.value
        return result
    import asyncio  # noqa: PLC0415 (see above)

    with asyncio.Runner() as runner:
        return runner.run(work)


@coroutine
def loop() -> Generator[None, None, None]:
    """Await this before the first thing that needs a loop: `drive` starts one; within one it is an empty step."""
    yield
