"""Completion for zsh: its own system knows options, their values and files apart, and shows what each is for."""

from collections.abc import Iterator, Sequence

from tui.usage.table import Option, Verb


def zsh(verbs: Sequence[Verb]) -> str:
    """Return the script for zsh, a file `_copydesk` on $fpath or something to source."""
    top = " ".join(_quoted(f"{verb.name}:{_described(verb.what)}") for verb in verbs if " " not in verb.name)
    cases = "\n".join(
        f"    {_quoted(verb.name)}) _arguments -S {' '.join(map(_quoted, _specs(verb, verbs)))} ;;" for verb in verbs
    )
    nested = "|".join(_quoted(verb.name) for verb in verbs if " " in verb.name)
    return ZSH.format(top=top, cases=cases, nested=nested)


def _specs(verb: Verb, verbs: Sequence[Verb]) -> Iterator[str]:
    """Yield what `_arguments` wants to know of a verb."""
    below = [other for other in verbs if other.name.startswith(f"{verb.name} ")]
    if below:
        yield f"1:verb:(({' '.join(_choice(other) for other in below)}))"
    arguments = [option for option in verb.options if not option.names]
    for option in verb.options:
        for name in option.names:
            value = f":{_plain(option.value)}:{_values(option)}" if option.value else ""
            yield f"*{name}{'=' if value and name.startswith('--') else ''}[{_plain(option.help)}]{value}"
    for at, argument in enumerate(arguments, 1):
        yield f"{at if len(arguments) > 1 else '*'}:{_plain(argument.value)}:{_values(argument)}"


def _choice(verb: Verb) -> str:
    return f'{verb.name.split()[1]}\\:"{_plain(verb.what)}"'


def _values(option: Option) -> str:
    """Return what completes a value: its choices, or files; of what only its reader knows files do no harm."""
    return f"({' '.join(option.choices)})" if option.choices else "_files"


def _plain(words: str) -> str:
    """Return words without the signs that stand for something in a specification."""
    return _described(words).translate({ord(mark): None for mark in '[]"\\|`$'})


def _described(words: str) -> str:
    return words.replace(":", " -").replace("  ", " ")


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "'\\''") + "'"


ZSH = """\
#compdef copydesk
_copydesk() {{
  local verb at=2
  local -a verbs
  while (( at < CURRENT )); do
    case $words[at] in
      --config|--archive|--path) (( at += 2 )) ;;
      -*) (( at++ )) ;;
      *) break ;;
    esac
  done
  if (( at >= CURRENT )); then
    verbs=({top})
    if (( at > CURRENT )); then
      _files
    elif [[ $words[CURRENT] == -* ]]; then
      compadd -- --config --archive --slow-link --version --help
    else
      _describe verb verbs
      _files
    fi
    return
  fi
  verb=$words[at]
  case "$verb $words[at+1]" in
    {nested}) (( at + 1 < CURRENT )) && verb="$verb $words[++at]" ;;
  esac
  words=("${{(@)words[at,-1]}}")
  (( CURRENT -= at - 1 ))
  case $verb in
{cases}
  esac
}}
if [[ $funcstack[1] == _copydesk ]]; then
  _copydesk "$@"
else
  compdef _copydesk copydesk
fi
"""
