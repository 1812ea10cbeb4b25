"""A record as one line of text for people; its times are in words already."""

from feeds.config.sources import printable
from tui.lines.formats import flat, marked, number_words
from tui.lines.records import Record


def headline(record: Record) -> str:
    """`id  time  source  title  (3 figures, 2 quotes)`."""
    copies = f", {record['sources']} sources" if record.get("sources", 1) > 1 else ""
    gone = ", gone" if record.get("gone_at") else ""
    held = f"({number_words(record, 'figures', 'quotes')}{copies}{gone})"
    return f"{record['id']}  {record['at']}  {record['source_name']}  {record['title']}  {held}"


def figure(record: Record) -> str:
    """`id  time  source  more than 220,000 people, about …, given by …  title`."""
    about = f", {record['about']}" if record["about"] else ""
    given = f", given by {record['attribution']}" if record["attribution"] else ""
    words = f"{flat(record['text'])}{about}{given}"
    return f"{record['id']}  {record['at']}  {record['source_name']}  {words}  {record['title']}"


def quote(record: Record) -> str:
    """`id  time  source  Speaker, role: “words”  title`."""
    words = marked(record["text"], record["kind"])
    who = f"{record['speaker'] or 'speaker unknown'}{', ' + record['role'] if record['role'] else ''}"
    return f"{record['id']}  {record['at']}  {record['source_name']}  {who}: {words}  {record['title']}"


def speaker(record: Record) -> str:
    """`12 quotes in 3 articles  time  Name, role`."""
    role = f", {record['roles'][0]}" if record["roles"] else ""
    return f"{number_words(record, 'quotes', 'articles')}  {record['latest']}  {record['name']}{role}"


def source(record: Record) -> str:
    """`ok  name  where  (12 articles)`, and below it what is wrong.

    Of a failing one since when, why, and when it is asked again; of any other what is not kept of it.
    """
    state = record["status"] or "not asked yet"
    tags = f"  [{', '.join(record['tags'])}]" if record["tags"] else ""
    wrong = f"\n  {record['note']}" if record["note"] else ""
    if record["error"]:
        again = f"; next try {record['next_at']}" if record["next_at"] else ""
        wrong = f"\n  failing since {record['failing_since']}: {record['error']}{again}"
    held = number_words(record, "articles")
    unverified = "  certificate not checked" if record["unverified"] else ""
    return f"{state}  {record['name']}  {printable(record['where'])}  ({held}){tags}{unverified}{wrong}"


def run(record: Record) -> str:
    """`id  time  partial  2 ok, 1 failed (name), 0 not modified; 3 new, 1 changed`."""
    failing = f" ({', '.join(record['failing'])})" if record["failing"] else ""
    asked = f"{record['ok']} ok, {record['errors']} failed{failing}, {record['not_modified']} not modified"
    found = f"{record['new']} new, {record['changed']} changed"
    return f"{record['id']}  {record['started']}  {record['status']}  {asked}; {found}"


def hit(record: Record) -> str:
    """Return a headline, and below it the stretch in which the words were found."""
    snippet = f"\n    {record['snippet']}" if record.get("snippet") else ""
    return headline(record) + snippet
