"""`copydesk completion`: the script that completes verbs and options in a shell."""

from argparse import ArgumentParser, Namespace

from tui.narration import DONE
from tui.output import write_line

EXAMPLES = """
eval "$(copydesk completion bash)"                                     # in ~/.bashrc
copydesk completion zsh > "${fpath[1]}/_copydesk"
copydesk completion fish > ~/.config/fish/completions/copydesk.fish
"""

DESK = False
"""It knows no configuration and no archive."""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="which shell")


def run(args: Namespace) -> int:
    """Print the script."""
    from tui.usage.completing import SHELLS
    from tui.usage.table import verbs

    write_line(SHELLS[args.shell](list(verbs())).rstrip("\n"))
    return DONE
