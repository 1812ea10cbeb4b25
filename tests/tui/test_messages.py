"""What is said where something is not there: named, with the nearest right word, and on stderr."""

import sqlite3
from pathlib import Path

import pytest

from feeds.config.keys import THEMES
from feeds.query.terms import FIELDS
from tests.tui.headless import Desk, lines
from tui.themes import themes
from tui.usage.manual import page


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("verb", ["list", "list figures", "search harbour", "brief", "status"])
def test_a_desk_that_was_never_refreshed_says_so_on_stderr(desk: Desk, verb: str) -> None:
    done = desk.run(*verb.split())
    assert done.returncode == 0
    assert done.stderr == "copydesk: nothing is stored yet; `copydesk refresh` reads the sources\n"


@pytest.mark.parametrize(
    ("verb", "message"),
    [
        ("list --fields titel", "there is no field 'titel'; did you mean 'title'?"),
        ("list figures --format csv --fields value,foo", "there is no field 'foo'; there are type, schema, id"),
        ("list runs --fields statsu", "did you mean 'status'?"),
        ("source list --fields nmae", "did you mean 'name'?"),
        ("search --fields snipet x", "did you mean 'snippet'?"),
        ("export quotes --format csv --fields speakr", "did you mean 'speaker'?"),
    ],
)
def test_a_field_that_there_is_not_is_named_before_there_are_rows(desk: Desk, verb: str, message: str) -> None:
    done = desk.run(*verb.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_every_field_of_a_query_is_in_the_help_and_in_the_manual(desk: Desk) -> None:
    said = desk.run("search", "--help").stdout
    for name in FIELDS:
        assert f"\n  {name}: " in said
        assert f"\n.B {name}:\n" in page()


def test_a_theme_that_there_is_not_is_named_with_the_nearest(desk: Desk) -> None:
    desk.sources(top='theme = "drak"\n')
    done = desk.run("config", "check")
    assert done.returncode == 78
    assert "config.toml:2: theme must be one of" in done.stderr
    assert 'did you mean "dark"?' in done.stderr
    assert sorted(THEMES) == sorted(theme.name for theme in themes())


@pytest.mark.parametrize(
    ("keys", "line", "message"),
    [
        ('zoom = "f2"\nzom = "f3"', 7, "there is no command 'zom' to give a key to; did you mean 'zoom'?"),
        ('# a remark\nrefresh = "z"', 7, "the key 'z' means both 'zoom' and 'refresh'"),
        ('zoom = "f2"\nzoom = "f3"', 7, "cannot overwrite a value"),
        ("zoom = 2", 6, "zoom must be text in quotes, on one line"),
    ],
)
def test_a_key_for_no_command_or_for_two_is_named_with_its_line(desk: Desk, keys: str, line: int, message: str) -> None:
    desk.config.write_text(f'[[source]]\npath = "wires"\n\n# mine\n[keys]\n{keys}\n')
    done = desk.run("config", "check")
    assert (done.returncode, done.stdout) == (78, "")
    assert done.stderr.startswith(f"copydesk: {desk.config}:{line}: ")
    assert message in done.stderr


@pytest.mark.parametrize(
    ("key", "keys", "message"),
    [
        ("r", "", "the key 'r' of the query 'late' means 'refresh' already"),
        ("f5", "", "the key 'f5' of the query 'late' means 'early' already"),
        ("f7,f6", '[keys]\nzoom = "f6"', "the key 'f6' of the query 'late' means 'zoom' already"),
    ],
)
def test_a_key_of_a_saved_query_that_means_something_else_is_named(
    desk: Desk, key: str, keys: str, message: str
) -> None:
    early = '[[query]]\nname = "early"\nquery = "is:new"\nkey = "f5"\n'
    desk.config.write_text(f'{early}[[query]]\nname = "late"\nquery = "is:seen"\nkey = "{key}"\n{keys}\n')
    done = desk.run("config", "check")
    assert (done.returncode, done.stderr) == (78, f"copydesk: {desk.config}:8: [[query]] {message}\n")


def test_keys_of_ones_own_are_checked_without_a_screen(desk: Desk) -> None:
    desk.config.write_text('[[source]]\npath = "wires"\n[keys]\nzoom = "f2"\n')
    assert desk.run("config", "check").returncode == 0


def test_a_folder_has_no_next_time(desk: Desk) -> None:
    desk.folder.rmdir()
    desk.run("refresh")
    assert lines(desk.run("source", "list", "--format", "jsonl").stdout)[0]["next_at"] is None
    assert "1970" not in desk.run("source", "list").stdout
    assert "1970" not in desk.run("status").stdout


def test_only_words_that_were_said_stand_between_marks(desk: Desk) -> None:
    words = "“We will open the {} gate,” Ann Fenwick said.\n\nShe said that the {} pier was safe."
    told = f"25 July, 2025\nharbour-talks\n\n{words}\n"
    file = desk.folder / "talks.txt"
    file.write_text(told.format("old", "long"))
    desk.run("refresh")
    shown = desk.run("show", lines(desk.run("list", "--format", "jsonl").stdout)[0]["id"]).stdout
    assert "Ann Fenwick: “We will open the old gate,”\n" in shown
    assert "Ann Fenwick: the long pier was safe\n" in shown
    with sqlite3.connect(desk.archive) as db:  # an hour ago, and not in the second of the next run
        for table in ("article", "figure", "quote"):
            db.execute(f"UPDATE {table} SET first_seen = first_seen - 3600")
    db.close()
    file.write_text(told.format("new", "short"))
    desk.run("refresh")
    moved = desk.run("diff").stdout
    assert "Ann Fenwick: “We will open the old gate,” → “We will open the new gate,”  " in moved
    assert "Ann Fenwick: the long pier was safe → the short pier was safe  " in moved


def test_figures_and_quotes_of_a_run_are_those_that_it_found_new_or_changed(desk: Desk) -> None:
    desk.article("harwick-flood")
    desk.run("refresh")
    desk.article("harwick-flood", dead=73)
    found = [line for line in lines(desk.run("refresh", "--format", "jsonl").stdout) if "change" in line]
    assert [(line["type"], line["change"], line.get("value")) for line in found] == [
        ("headline", "changed", None),
        ("figure", "changed", 73),
        ("quote", "changed", None),  # the ministry's words, reported
    ]


def test_two_figures_of_one_sentence_stand_in_the_brief_once(desk: Desk) -> None:
    told = "More than 340 people and 71 drones were counted in Harwick"
    (desk.folder / "a.txt").write_text(f"25 July, 2025\nharwick-count\n\n{told}, the ministry said.\n")
    desk.run("refresh")
    page = desk.run("brief", "--last", "3000d").stdout
    assert page.count(told) == 1
    assert "people; 71 drones: " in page
    assert max(map(len, page.splitlines())) <= 100


def test_a_measure_stands_in_the_brief_once_as_it_is_now_and_its_giver_where_the_sentence_does_not_name_him(
    desk: Desk,
) -> None:
    told = "Brent crude oil rose to ${} a barrel on Sunday, the exchange said."
    for hour, price in ((10, 98), (11, 104), (12, 101)):
        (desk.folder / f"oil-{hour}.txt").write_text(
            f"25 July, 2025, {hour}:00 UTC\noil-{hour}\n\n{told.format(price)}\n"
        )
    desk.run("refresh")
    page = desk.run("brief", "--last", "3000d").stdout
    figures = page.partition("Key figures\n")[2].partition("\n\n")[0].splitlines()
    assert figures[0] == f"- $101 a barrel: {told.format(101)}"
    assert (len(figures), "oil-12" in figures[1] or "Oil 12" in figures[1]) == (2, True)


def test_a_brief_is_of_what_a_query_asks_for(desk: Desk) -> None:
    desk.article("harwick-flood", 71)
    (desk.folder / "oil.txt").write_text("25 July, 2025\noil-rises\n\nOil rose to $98 a barrel, the exchange said.\n")
    desk.run("refresh")
    page = desk.run("brief", "--last", "3000d", "--query", "oil", "--source", "wires").stdout
    assert ("Oil rises" in page, "98 a barrel" in page, "Harwick" in page) == (True, True, False)
    page = desk.run("brief", "--last", "3000d", "--query", "speaker:fenwick").stdout
    assert ("Oil rises" in page, "98 a barrel" in page, "rebuild every house" in page) == (False, False, True)
    wrong = desk.run("brief", "--query", "speker:x")
    assert (wrong.returncode, "did you mean 'speaker:'?" in wrong.stderr) == (2, True)


def test_a_saved_query_narrows_list_search_and_rules(desk: Desk) -> None:
    desk.article("harwick-flood")
    desk.article("calm-sea", dead=3)
    desk.sources({"path": str(desk.folder)}, top='[[query]]\nname = "toll"\nquery = "flood value:>50"\n')
    desk.run("refresh")
    assert "Harwick flood" in desk.run("list", "--query", "@toll").stdout
    assert "Calm sea" not in desk.run("search", "@toll").stdout
    assert desk.run("watch", "add", "w", "@toll").returncode == 0
    assert desk.run("watch", "test", "w").stdout.count("Harwick flood") == 1
    wrong = desk.run("list", "--query", "@tol")
    assert (wrong.returncode, "did you mean 'toll'?" in wrong.stderr) == (2, True)
    desk.sources(top='[[query]]\nname = "toll"\nquery = "unit:"\n')
    assert desk.run("config", "check").returncode == 78


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("list figurs", "copydesk list: there is no 'figurs' here; did you mean 'figures'? See copydesk list --help"),
        ("list zzz", "'zzz' here; there are headlines, figures, quotes, speakers, sources, runs; see"),
        ("refresh --format jsnl", "argument --format: there is no 'jsnl'; did you mean 'jsonl'?"),
        ("archive backp x", "there is no 'backp' here; did you mean 'backup'?"),
        ("list --since=soon", "--since: 'soon' is no time"),
        ("list --before=1", "--before: '1' is no time"),
    ],
)
def test_a_wrong_word_is_named_with_the_nearest(desk: Desk, arguments: str, message: str) -> None:
    done = desk.run(*arguments.split())
    assert (done.returncode, done.stdout, message in done.stderr) == (2, "", True), done.stderr


def test_a_limit_may_be_any_whole_number(desk: Desk) -> None:
    desk.article("harwick-flood")
    desk.run("refresh")
    assert desk.run("list", "--limit", "9" * 5000).stdout.count("\n") == 1


def test_nothing_on_stdin_is_no_document(desk: Desk) -> None:
    done = desk.run("extract", "--format", "jsonl", "-")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "copydesk: -: empty\n")


def test_the_beginning_of_an_id_is_enough_where_no_other_begins_so(desk: Desk) -> None:
    for number in range(40):
        desk.article(f"harwick-{number}", 100 + number)
    desk.run("refresh")
    listed = [line["id"] for line in lines(desk.run("list", "figures", "--format", "jsonl").stdout)]
    shown = lines(desk.run("show", listed[0][:10].upper(), "--format", "jsonl").stdout)
    assert [line["id"] for line in shown] == listed[:1]
    with sqlite3.connect(desk.archive) as db:
        for number in range(1, 6):
            db.execute("UPDATE article SET id = ? WHERE row = ?", (f"abcd{number:012x}", number))
    db.close()
    many = desk.run("show", "abcd")
    assert (many.returncode, many.stdout) == (4, "")
    assert "abcd: several ids begin so: abcd000000000001, abcd000000000002, abcd000000000003, …;" in many.stderr
    for nonsense in ("zzzz", "'' or 1=1", "abcd00000000000100", "caf\udce9"):
        assert "no article, figure or quote has this id" in desk.run("show", nonsense).stderr
    assert "abc: a beginning has at least 4 characters;" in desk.run("show", "abc").stderr


def test_sources_that_nothing_is_stored_of_are_the_reason(desk: Desk) -> None:
    desk.article("harwick-flood")
    desk.run("refresh")
    desk.sources({"path": "/nowhere/a"})
    done = desk.run("list")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("copydesk: nothing is stored of these sources yet; `copydesk refresh` reads them")
    desk.sources({"path": str(desk.folder)})
    assert desk.run("list", "--query", "nothing").stderr == ""
