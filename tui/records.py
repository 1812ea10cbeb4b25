"""Figures and quotes as the fields of a JSONL line, in the order of the documentation."""

import time
from collections.abc import Sequence
from typing import Any

from feeds.model import Figure, Quote
from tui.output import number


def figure(found: Figure) -> dict[str, Any]:
    """Return the fields of a figure; its value is an exact plain number."""
    fields = found._asdict()
    fields["value"] = number(found.value)
    fields["value_hi"] = number(found.value_hi)
    return fields


def quote(found: Quote, ids: Sequence[str] | None = None) -> dict[str, Any]:
    """Return the fields of a quote; `chain` is the id of the first part where the quotes of the article have ids."""
    fields = found._asdict()
    if ids is not None and found.chain is not None:
        fields["chain"] = ids[found.chain]
    return fields


def moment(at: int | None) -> str | None:
    """Return a time as RFC 3339 in UTC: `2025-07-25T06:00:00Z`."""
    return None if at is None else time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))
