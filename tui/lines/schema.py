"""JSON Schema of every line that the program prints as JSONL: one table of fields, expanded on demand."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from tui.output import SCHEMA

SPAN = {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "integer"}], "minItems": 2, "maxItems": 2}
"""A half-open stretch of code points."""

TYPES: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "time": {"type": "string", "format": "date-time"},
    "int": {"type": "integer"},
    "num": {"type": "number"},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "bool": {"type": "boolean"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "span": SPAN,
    "spans": {"type": "array", "items": SPAN},
    "id": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    "any": {},
    "object": {"type": "object"},
    "change": {"enum": ["new", "changed", "gone"]},
}
"""The words of the tables below; one with a `?` behind it may be null."""

FIGURE = (
    "text:text start:int end:int mentions:spans value:num value_hi:num? unit:text? unit_key:text? kind:text "
    "approx:bool bound:text? direction:text? scope:text? about:text? attribution:text? sentence:text "
    "sentence_start:int salience:share confidence:share"
)
QUOTE = (
    "text:text start:int end:int kind:text speaker:text? speaker_raw:text? speaker_span:span? role:text? cue:text? "
    "cue_span:span? cue_lemma:text? cue_class:text? negated:bool chain:any sentence:text sentence_start:int "
    "confidence:share"
)
HEADLINE = "id:id source:text title:text link:text? published:time? first_seen:time revision:int"
MENTION = "id:id article:id source:text"
IN_RUN = "run_id:text ts:time"
OF_ARTICLE = "title:text link:text? first_seen:time rejected:bool before:text? after:text?"
IN_LIST = "source_name:text at:time seen:bool starred:bool new:bool"


class Line(NamedTuple):
    """A type of line."""

    always: str
    """The fields that it has with every verb."""
    sometimes: str = ""
    """Those that it has with some verbs only."""


LINES: Mapping[str, Line] = {
    "run_started": Line(f"{IN_RUN} version:text sources:int pid:int"),
    "source_result": Line(
        f"{IN_RUN} source:text name:text status:text http:int? new:int changed:int ms:int error:text? streak:int "
        "failing_since:time? next_at:time? notes:texts"
    ),
    "headline": Line(
        f"{HEADLINE} figures:int quotes:int",
        f"{IN_RUN} change:change {IN_LIST} changed_at:time gone_at:time? sources:int snippet:text hits:spans",
    ),
    "figure": Line(
        f"{MENTION} {FIGURE}", f"{IN_RUN} change:change {IN_LIST} {OF_ARTICLE} old:num? old_hi:num? old_id:id?"
    ),
    "quote": Line(f"{MENTION} {QUOTE}", f"{IN_RUN} change:change {IN_LIST} {OF_ARTICLE} old:text? old_id:id?"),
    "alert": Line(
        "ts:time rule:text entity:text old:text? new:text? message:text", "run_id:text state:text error:text?"
    ),
    "run_finished": Line(
        f"{IN_RUN} status:text ok:int errors:int not_modified:int new:int changed:int ms:int skipped:int failing:texts "
        "exit:int"
    ),
    "reading": Line("id:any figures:figures quotes:quotes", "title:text date:time? text:text"),
    "article": Line(
        f"{HEADLINE} text:text author:text? notes:texts figures:figures quotes:quotes revisions:any",
        f"{IN_LIST} changed_at:time gone_at:time? sources:int",
    ),
    "speaker": Line(
        "key:text name:text aliases:texts quotes:int articles:int roles:texts first_seen:time latest:time words:text "
        "reasons:texts kind:text cue:text? cue_class:text? negated:bool"
    ),
    "source": Line(
        "source:text name:text kind:text where:text tags:texts paused:bool unverified:bool status:text "
        "articles:int figures:int quotes:int newest:time? http:int? streak:int failing_since:time? error:text? "
        "asked_at:time? ok_at:time? next_at:time? gone:bool title:text? moved_to:text? note:text?"
    ),
    "run": Line(
        "id:text started:time finished:time? pid:int sources:int status:text ok:int errors:int not_modified:int "
        "skipped:int new:int changed:int ms:int failing:texts"
    ),
    "status": Line(
        "headlines:int figures:int quotes:int new:int sources:int failing:texts errors:object last_run:text? "
        "finished:time? next_at:time? outdated:int?"
    ),
}
"""Every type of line."""


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a type of line, without its head."""
    head = {"type": {"const": name}, "schema": {"const": SCHEMA}}
    required = _fields(LINES[name].always)
    return {
        "type": "object",
        "properties": {**head, **required, **_fields(LINES[name].sometimes)},
        "required": [*head, *required],
    }


def whole() -> dict[str, Any]:
    """Return the JSON Schema that every line of every verb satisfies."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of copydesk's JSONL",
        "description": "Within a schema number fields are only added.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in LINES],
        "$defs": {name: schema(name) for name in LINES},
    }


def _fields(table: str) -> dict[str, Any]:
    return {name: _type(kind) for name, _, kind in (field.partition(":") for field in table.split())}


def _type(kind: str) -> dict[str, Any]:
    if kind in ("figures", "quotes"):
        fields = _fields(FIGURE if kind == "figures" else QUOTE)
        return {"type": "array", "items": {"type": "object", "properties": fields, "required": list(fields)}}
    if kind.endswith("?"):
        return {"anyOf": [_type(kind[:-1]), {"type": "null"}]}
    return dict(TYPES[kind])
