"""Completion for bash, zsh and fish, made from the table of verbs."""

from collections.abc import Callable, Mapping, Sequence

from tui.usage.table import Verb


def bash(verbs: Sequence[Verb]) -> str:
    """Return the script for bash: `eval "$(copydesk completion bash)"`."""
    cases = "\n".join(f'        "{verb.name}") words="{_words(verb, verbs)}" ;;' for verb in verbs)
    nested = "|".join(f'"{verb.name}"' for verb in verbs if " " in verb.name)
    return BASH.format(verbs=_top(verbs), cases=cases, nested=nested)


def zsh(verbs: Sequence[Verb]) -> str:
    """Return the script for zsh, a file `_copydesk` on $fpath or something to source."""
    top = " ".join(f"'{verb.name}:{_zsh(verb.what)}'" for verb in verbs if " " not in verb.name)
    cases = "\n".join(f"    '{verb.name}') words=({_words(verb, verbs)}) ;;" for verb in verbs)
    groups = "|".join(dict.fromkeys(verb.name.split()[0] for verb in verbs if " " in verb.name))
    return ZSH.format(top=top, cases=cases, groups=groups)


def fish(verbs: Sequence[Verb]) -> str:
    """Return the script for fish, a file copydesk.fish in its completions."""
    names = [verb.name for verb in verbs if " " not in verb.name]
    lines = [
        f"complete -c copydesk -n 'not __fish_seen_subcommand_from {' '.join(names)}' -a {verb.name} "
        f"-d {_fish(verb.what)}"
        for verb in verbs
        if " " not in verb.name
    ]
    for verb in verbs:
        seen = " and ".join(f"__fish_seen_subcommand_from {part}" for part in verb.name.split()).replace(
            " and ", "; and "
        )
        lines += [f"complete -c copydesk -f -n '{seen}' -a {below}" for below in _below(verb, verbs)]
        for option in verb.options:
            choices = f" -x -a '{' '.join(option.choices)}'" if option.choices else " -r" if option.value else ""
            for name in option.names:
                flag = f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                lines.append(f"complete -c copydesk -n '{seen}' {flag}{choices} -d {_fish(option.help)}")
            if not option.names and option.choices:
                lines.append(f"complete -c copydesk -f -n '{seen}' -a '{' '.join(option.choices)}'")
    return "\n".join(lines) + "\n"


SHELLS: Mapping[str, Callable[[Sequence[Verb]], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
"""The shells that there is a completion for."""


def _top(verbs: Sequence[Verb]) -> str:
    return (
        " ".join(verb.name for verb in verbs if " " not in verb.name)
        + " --config --archive --slow-link --version --help"
    )


def _below(verb: Verb, verbs: Sequence[Verb]) -> list[str]:
    return [other.name.split()[1] for other in verbs if other.name.startswith(f"{verb.name} ")]


def _words(verb: Verb, verbs: Sequence[Verb]) -> str:
    """All that may stand behind a verb: the verbs below it, its options, and what its arguments may be."""
    options = [name for option in verb.options for name in option.names]
    choices = [choice for option in verb.options for choice in option.choices if not option.names]
    values = [choice for option in verb.options for choice in option.choices if option.names]
    return " ".join(dict.fromkeys([*_below(verb, verbs), *choices, *options, *values]))


def _zsh(words: str) -> str:
    return words.replace("'", "").replace(":", "\\:")


def _fish(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


BASH = """\
_copydesk() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} verb= word words at
    for ((at = 1; at < COMP_CWORD; at++)); do
        word=${{COMP_WORDS[at]}}
        case $word in
            --config|--archive|--path) at=$((at + 1)) ;;
            -*) ;;
            *) verb=$word; break ;;
        esac
    done
    case "$verb ${{COMP_WORDS[at+1]}}" in
        {nested}) ((at + 1 < COMP_CWORD)) && verb="$verb ${{COMP_WORDS[at+1]}}" ;;
    esac
    words="{verbs}"
    case $verb in
{cases}
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _copydesk copydesk
"""

ZSH = """\
#compdef copydesk
_copydesk() {{
  local -a verbs words
  local verb=${{words[2]}}
  verbs=({top})
  if (( CURRENT == 2 )); then
    _describe verb verbs
    _files
    return
  fi
  verb=$words[2]
  [[ $CURRENT -gt 3 && $verb == ({groups}) ]] && verb="$verb $words[3]"
  case $verb in
{cases}
  esac
  compadd -a words
  _files
}}
compdef _copydesk copydesk
"""
