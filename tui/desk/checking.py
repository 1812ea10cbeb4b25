"""Asks sources once, storing nothing, and says what they answer: `copydesk source check`."""

import os
from collections import Counter
from collections.abc import Sequence
from contextlib import aclosing

from feeds.config import Config
from feeds.config.sources import from_paths, is_address
from feeds.intake import collect
from feeds.intake.cleaning import one_line
from feeds.model import Answer, Source, SourceState
from tui.desk.choosing import source_key
from tui.lines.formats import number_words, short
from tui.narration import UsageMistakeError
from tui.output import write_line
from tui.runs.running import settings_of


def chosen(names: Sequence[str], config: Config) -> list[Source]:
    """Return the sources that are meant: of the configuration by name, others by path or address; none named, all."""
    by_key = {source.key: source for source in config.sources}
    return [_source(name, config, by_key) for name in names] or list(config.sources)


def _source(name: str, config: Config, by_key: dict[str, Source]) -> Source:
    try:
        return by_key[source_key(name, config)]
    except UsageMistakeError:
        if not is_address(name) and not os.path.exists(name):
            raise
    try:
        return from_paths([name], os.getcwd())[0]
    except ValueError as fault:
        raise UsageMistakeError(str(fault)) from None


async def check(sources: Sequence[Source], config: Config) -> tuple[int, int]:
    """Ask each and print what it answers; return how many answered well, and how many did not."""
    counts = Counter[bool]()
    asked = [(source, SourceState()) for source in sources]
    answers = collect(asked, settings_of(config), lambda _: {}, by_hand=True)
    async with aclosing(answers) as each:
        async for ready in each:
            for answer in ready:
                if answer.more:
                    pages = number_words({"pages": len(answer.articles)}, "pages")
                    write_line(f"    {answer.source.name}: the text of {pages} of its articles was asked for")
                else:
                    counts[answer.status != "error"] += 1
                    _print(answer)
    return counts[True], counts[False]


def _print(answer: Answer) -> None:
    source, state = answer.source, answer.state
    if answer.status == "error":
        http = f" (HTTP {state.http})" if state.http else ""
        write_line(f"error  {source.name}  {one_line(state.error or 'no reason given')}{http}")
        return
    held = number_words({"articles": len(answer.articles)}, "articles")
    title = f"  “{one_line(state.title)}”" if state.title else ""
    dates = [article.published for article in answer.articles if article.published]
    newest = f", the newest of {short(max(dates))}" if dates else ""
    moved = f"; it has moved to {state.moved_to}" if state.moved_to else ""
    write_line(f"ok  {source.name}{title}  {source.kind} with {held}{newest}{moved}; {answer.ms} ms")
    for note in (*answer.notes, *answer.asides):
        write_line(f"    {one_line(note)}")
