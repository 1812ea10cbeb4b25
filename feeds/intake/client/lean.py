"""httpx without its command line: that would load click and rich, 90 ms that no request needs.

httpx takes its `_main` for optional and does without where it cannot be imported; None in `sys.modules` says just that.
"""

import sys

_absent = "httpx._main"
if "httpx" not in sys.modules:
    sys.modules[_absent] = None  # type: ignore[assignment]  # the import system's own word for "not there"

import httpx  # noqa: E402

if sys.modules.get(_absent, httpx) is None:
    del sys.modules[_absent]

__all__ = ["httpx"]
