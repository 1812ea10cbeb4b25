"""Completion for bash, zsh and fish, made from the table of verbs."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from tui.usage.table import Option, Verb
from tui.usage.zsh import zsh


def bash(verbs: Sequence[Verb]) -> str:
    """Return the script for bash: `eval "$(copydesk completion bash)"`."""
    cases = "\n".join(
        f'        "{verb.name}") options="{_names(verb)}" words="{_words(verb, verbs)}" ;;' for verb in verbs
    )
    values = "\n".join(f"        {case}" for verb in verbs for case in _values(verb))
    nested = "|".join(f'"{verb.name}"' for verb in verbs if " " in verb.name)
    top = " ".join(verb.name for verb in verbs if " " not in verb.name)
    return BASH.format(verbs=top, cases=cases, values=values, nested=nested)


def _names(verb: Verb) -> str:
    return " ".join(name for option in verb.options for name in option.names)


def _words(verb: Verb, verbs: Sequence[Verb]) -> str:
    """All that may stand behind a verb but options: the verbs below it, and what its arguments may be."""
    choices = [choice for option in verb.options for choice in option.choices if not option.names]
    return " ".join([*_below(verb, verbs), *choices])


def _values(verb: Verb) -> Iterator[str]:
    """Yield what may stand behind each option that takes a value; nothing: only its reader knows."""
    for option in verb.options:
        if option.names and option.value:
            behind = "|".join(f'"{verb.name} {name}"' for name in option.names)
            yield f'{behind}) options= words="{" ".join(option.choices)}" ;;'


def _below(verb: Verb, verbs: Sequence[Verb]) -> list[str]:
    return [other.name.split()[1] for other in verbs if other.name.startswith(f"{verb.name} ")]


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
        seen = "; and ".join(f"__fish_seen_subcommand_from {part}" for part in verb.name.split())
        lines += [f"complete -c copydesk -f -n '{seen}' -a {below}" for below in _below(verb, verbs)]
        lines += [line for option in verb.options for line in _fish_lines(option, seen)]
    return "\n".join(lines) + "\n"


def _fish_lines(option: Option, seen: str) -> Iterator[str]:
    choices = f" -x -a '{' '.join(option.choices)}'" if option.choices else " -r" if option.value else ""
    for name in option.names:
        flag = f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
        yield f"complete -c copydesk -n '{seen}' {flag}{choices} -d {_fish(option.help)}"
    if not option.names and option.choices:
        yield f"complete -c copydesk -f -n '{seen}' -a '{' '.join(option.choices)}'"


def _fish(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


SHELLS: Mapping[str, Callable[[Sequence[Verb]], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
"""The shells that there is a completion for."""

BASH = """\
_copydesk() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} verb= word at
    local options="--config --archive --slow-link --version --help" words="{verbs}"
    if [[ $current == "=" ]]; then
        current=
    elif [[ $before == "=" ]]; then
        before=${{COMP_WORDS[COMP_CWORD-2]}}
    fi
    for ((at = 1; at < COMP_CWORD; at++)); do
        word=${{COMP_WORDS[at]}}
        case $word in
            --config|--archive|--path) at=$((at + 1)) ;;
            -*|=) ;;
            *) verb=$word; break ;;
        esac
    done
    case "$verb ${{COMP_WORDS[at+1]}}" in
        {nested}) ((at + 1 < COMP_CWORD)) && verb="$verb ${{COMP_WORDS[at+1]}}" ;;
    esac
    case $verb in
{cases}
    esac
    case "$verb $before" in
{values}
        *" --config"|*" --archive"|*" --path") words= ;;
    esac
    case $current in
        -*) words=$options ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _copydesk copydesk
"""
