"""Sources added to and taken out of the configuration while the board is open."""

import os
from typing import TYPE_CHECKING

from feeds.config import load, where
from feeds.config_sources import is_address

if TYPE_CHECKING:
    from feeds.config import Config


def add_source(config: "Config", place: str) -> "Config":
    """Return the desk with one more source. Raises ValueError (ConfigError is one), and OSError."""
    from feeds.config_edit import add

    _own(config)
    table = {"url": place} if is_address(place) else {"path": os.path.abspath(os.path.expanduser(place))}
    if not is_address(place) and not os.path.exists(table["path"]):
        raise ValueError(f"{table['path']}: there is no such file or folder")
    add(where(config.path), [table])
    return _again(config)


def remove_source(config: "Config", name: str) -> "Config":
    """Return the desk without a source. Raises LookupError, ValueError and OSError."""
    from feeds.config_edit import remove

    _own(config)
    remove(where(config.path), [name])
    return _again(config)


def _own(config: "Config") -> None:
    if config.paths:
        raise ValueError("this board was opened on paths; `copydesk source add` changes the configuration")


def _again(config: "Config") -> "Config":
    return load(where(config.path), archive=config.archive)
