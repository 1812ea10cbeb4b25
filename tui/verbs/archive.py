"""`copydesk archive vacuum|backup|verify`: the file in which everything is kept."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.desk import archive_of, config_of
from tui.desk.placing import target
from tui.narration import DONE, FAULT, say
from tui.output import write_line

if TYPE_CHECKING:
    from feeds.archive import Archive
    from feeds.config import Config

EXAMPLES = """
copydesk archive backup ~/backups/desk.sqlite3       # while the board is open, too
copydesk archive verify
copydesk archive vacuum
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    verbs = parser.add_subparsers(dest="what", required=True, metavar="vacuum|backup|verify")
    verbs.add_parser("vacuum", help="drop what `keep` says is too old, and give back the room")
    backup = verbs.add_parser("backup", help="copy the archive, whole or not at all, while others use it")
    backup.add_argument("file", metavar="FILE", help="where the copy goes; what is there is replaced")
    verbs.add_parser("verify", help="check everything that can be checked; 1 where something is wrong")


def run(args: Namespace) -> int:
    """Do what is asked of the archive."""
    config = config_of(args)
    with archive_of(config) as archive:
        if args.what == "backup":
            archive.backup(target(args.file, config))
            write_line(f"copied {config.archive_file} to {args.file}")
            return DONE
        return _verify(archive, config) if args.what == "verify" else _vacuum(archive, config)


def _verify(archive: "Archive", config: "Config") -> int:
    wrong = archive.verify()
    for fault in wrong:
        say(fault)
    if wrong:
        from feeds.archive.errors import WAY_OUT

        say(f"{config.archive_file}: is damaged; {WAY_OUT}")
        return FAULT
    write_line(f"{config.archive_file} is sound")
    return DONE


def _vacuum(archive: "Archive", config: "Config") -> int:
    from tui.runs.keeping import drop_old

    dropped = drop_old(archive, config)
    before, after = archive.vacuum()
    write_line(f"{dropped} articles dropped; {before / 1e6:.1f} MB before, {after / 1e6:.1f} MB now")
    return DONE
