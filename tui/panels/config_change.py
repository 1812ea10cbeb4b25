"""Sources added to and taken out of the configuration while the board is open."""

import os
from typing import TYPE_CHECKING

from feeds.config import ConfigError, load, where
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


def change_source(config: "Config", key: str, **values: object) -> "Config":
    """Return the desk with other values in one source's table; every comment stays. Raises ValueError and OSError."""
    import tomlkit

    _own(config)
    if not config.own:
        raise ValueError("these articles come with copydesk; `a` adds a source of your own")
    place = os.path.realpath(where(config.path))  # a link stays one
    with open(place, encoding="utf-8-sig", newline="") as file:
        before = file.read()
    document = tomlkit.parse(before)
    at = [source.key for source in config.sources].index(key)
    document["source"][at].update(values)
    _replace(place, tomlkit.dumps(document))
    try:
        return _again(config)
    except ValueError:  # the file was good before, and is again
        _replace(place, before)
        raise
    except ConfigError as fault:
        _replace(place, before)
        raise ValueError(fault.message) from None


def import_list(config: "Config", place: str) -> tuple["Config", str]:
    """Return the desk with the feeds of an OPML file, and what that came to. Raises ValueError and OSError."""
    from argparse import Namespace

    from tui.outlines import merged, taken

    _own(config)
    asked = Namespace(config=where(config.path), tag=[], archive=config.archive_file)
    done, skipped, again = merged(taken(os.path.expanduser(place), asked), asked)
    said = f"{len(done.added):,} feeds added, {len(done.there) + again:,} there already, {len(skipped):,} skipped"
    return _again(config), said


def _replace(place: str, text: str) -> None:
    draft = f"{place}.{os.getpid()}"
    with open(draft, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    os.chmod(draft, os.stat(place).st_mode & 0o777)
    os.replace(draft, place)


def _own(config: "Config") -> None:
    if config.paths:
        raise ValueError("this board was opened on paths; `copydesk source add` changes the configuration")


def _again(config: "Config") -> "Config":
    return load(where(config.path), archive=config.archive)
