"""`copydesk serve`: the board in a browser."""

import sys
from argparse import ArgumentParser, Namespace

from feeds.config import load
from tui.desk import whole_number
from tui.narration import USAGE, say
from tui.output import write_line

EXAMPLES = """
copydesk serve
copydesk serve --port 8321 --config world.toml
ssh -L 8321:127.0.0.1:8321 desk.example       # from elsewhere: a tunnel, then the same address
"""

LOOPBACK = "127.0.0.1"
"""Where nobody but this machine can ask."""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--host", default=LOOPBACK, metavar="ADDRESS", help=f"where to listen (else {LOOPBACK})")
    parser.add_argument("--port", type=whole_number, default=0, metavar="N", help="the port (else one that is free)")


def run(args: Namespace) -> int:
    """Serve the board until a signal comes; the address goes to stdout."""
    if not 0 <= args.port < 65536:
        say(f"--port must be a number up to 65535, not {args.port}")
        return USAGE
    config = load(args.config, paths=args.path, archive=args.archive)
    try:
        import asyncio

        from tui.serving import serve
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] in ("tui", "feeds"):
            raise
        say(f"serving needs {fault.name}, which the extra `serve` brings: pip install 'copydesk[serve]'")
        return USAGE
    if not _here(args.host):
        say(f"{args.host} can be reached from elsewhere, without encryption; who reads the address has the board")
    return 128 + asyncio.run(serve(config, args.host, args.port, _tell))


def _tell(address: str) -> None:
    write_line(address)
    sys.stdout.flush()
    say("open this address in a browser of yours; ctrl-c ends it, and every page with it")


def _here(host: str) -> bool:
    from ipaddress import ip_address

    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
