"""Reading what is to be stored: an article that breaks the reading is named, and stops no other."""

from collections.abc import Callable

from feeds.model import Article, Reading

ReadText = Callable[[str, str | None], Reading]
"""What `feeds.reading.read` is; tests put their own in its place."""


def read_text(text: str, title: str | None) -> Reading:
    """Return the reading of a text with its title as context."""
    from feeds.reading import read  # noqa: PLC0415 (a run that finds nothing new reads nothing)

    return read(text, title)


class Careful:
    """Reads articles; one that breaks the reading is stored without figures and quotes, named, and read again later."""

    def __init__(self, read: ReadText | None = None) -> None:
        self._read = read or read_text
        self.notes: list[str] = []
        """What could not be read, and why."""

    def __call__(self, article: Article) -> Reading:
        """Return the reading; one of version 0 where it broke off."""
        try:
            return self._read(article.text, article.title)
        except Exception as error:
            self.notes.append(f"{article.guid}: could not be read for figures and quotes ({error!r})")
            return Reading(version=0)
