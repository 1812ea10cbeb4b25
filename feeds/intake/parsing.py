"""Which parser reads a body: the quick one in this process where it is sure, else feedparser in a child."""

from feeds.intake.document import Document, NotAFeedError


def read(body: bytes, content_type: str = "", location: str = "") -> Document:
    """Return what a feed's bytes say. Raises `NotAFeedError` with the reason, and nothing else."""
    if not body.strip():
        raise NotAFeedError("empty")
    from feeds.intake import syndication  # noqa: PLC0415 (feedparser costs 40 ms)

    try:
        return syndication.read(body, content_type, location)
    except NotAFeedError:
        raise
    except Exception as error:  # feedparser raises what it likes: UnicodeError, OverflowError, re.error (rule 16)
        raise NotAFeedError(f"unreadable ({type(error).__name__})") from error
