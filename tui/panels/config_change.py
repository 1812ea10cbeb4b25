"""Sources added to, changed in and taken out of the configuration while the board is open."""

import os
from typing import TYPE_CHECKING

from feeds.config import load, where
from feeds.config.sources import is_address
from tui.panels.words import plural

if TYPE_CHECKING:
    from feeds.config import Config


def add_source(config: "Config", place: str) -> "Config":
    """Return the desk with one more source. Raises ValueError (ConfigError is one), and OSError."""
    from feeds.config.edit import add

    _own(config)
    add(where(config.path), [_table(place)])
    return _again(config)


def remove_source(config: "Config", name: str) -> "Config":
    """Return the desk without a source. Raises LookupError, ValueError and OSError."""
    from feeds.config.edit import remove

    _own(config)
    remove(where(config.path), [name])
    return _again(config)


def change_source(config: "Config", key: str, **values: object) -> "Config":
    """Return the desk with other values in one source's table; None takes a key out, and every comment stays.

    Raises LookupError, ValueError, ConfigError and OSError, and leaves the file as it was.
    """
    from feeds.config.edit import change

    _own(config)
    if not config.own:
        raise ValueError("these articles come with copydesk; `a` adds a source of your own")
    change(where(config.path), key, values)
    return _again(config)


def move_source(config: "Config", key: str, place: str) -> "Config":
    """Return the desk with a source in another place, as `change_source` does; its articles stay, for its key does."""
    return change_source(config, key, **{"path": None, "url": None, "name": key, **_table(place)})


def import_list(config: "Config", place: str) -> tuple["Config", str]:
    """Return the desk with the feeds of an OPML file, and what that came to. Raises ValueError and OSError."""
    from argparse import Namespace

    from tui.desk.outlines import merged, taken

    _own(config)
    asked = Namespace(config=where(config.path), tag=[], archive=config.archive_file)
    done, skipped, again = merged(taken(os.path.expanduser(place), asked), asked)
    rest = ((len(done.there) + again, "there already"), (len(skipped), "skipped"))
    said = [f"{plural(len(done.added), 'feed')} added", *(f"{count:,} {what}" for count, what in rest if count)]
    return _again(config), ", ".join(said)


def _table(place: str) -> dict[str, str]:
    """Return what the configuration says of a place. Raises ValueError where nothing is there."""
    if is_address(place):
        return {"url": place}
    path = os.path.abspath(os.path.expanduser(place))
    if not os.path.exists(path):
        raise ValueError(f"{path}: there is no such file or folder")
    return {"path": path}


def _own(config: "Config") -> None:
    if config.paths:
        raise ValueError("this board was opened on paths; `copydesk source add` changes the configuration")


def _again(config: "Config") -> "Config":
    return load(where(config.path), archive=config.archive)
