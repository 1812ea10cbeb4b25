"""What ends a request, in words: every message here may be shown."""


class FetchError(Exception):
    """An address that gave no answer to use; the message says why, in words."""


class UnaskedError(FetchError):
    """No name server answered in time, or no proxy was there: no server of the source's has heard of us."""


class ProtocolError(FetchError):
    """What came is no HTTP/1.1, or broke off."""


class HungUpError(ProtocolError):
    """The server closed the connection before it said anything."""
