"""The configuration: what it comes to, and how its mistakes are named."""

from pathlib import Path

import pytest

from feeds.config import Config, ConfigError, load, shipped_seeds


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("COPYDESK_CONFIG", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def read(tmp_path: Path, text: str) -> Config:
    return load(written(tmp_path, text))


def mistake(tmp_path: Path, text: str) -> str:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    return str(caught.value).replace(str(path), "F")


def test_no_file_means_the_shipped_seeds_in_the_usual_places(tmp_path: Path) -> None:
    config = load()
    assert config.path is None
    assert config.archive == tmp_path / ".local/share/copydesk/archive.sqlite3"
    assert config.interval == 1200
    assert [(source.key, source.kind, source.where) for source in config.sources] == [
        ("copydesk:invented", "folder", shipped_seeds())
    ]
    assert not config.own


def test_xdg_directories_hold_and_a_relative_one_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "etc" / "copydesk"
    place.mkdir(parents=True)
    (place / "config.toml").write_text('interval = "5m"\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "etc"))
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    config = load()
    assert (config.path, config.interval) == (place / "config.toml", 300)
    assert config.archive == tmp_path / ".local/share/copydesk/archive.sqlite3"


def test_the_environment_names_a_file_that_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_CONFIG", str(tmp_path / "mine.toml"))
    with pytest.raises(ConfigError, match=r"mine\.toml: there is no such file"):
        load()
    (tmp_path / "mine.toml").write_text("")
    assert load().path == tmp_path / "mine.toml"


def test_every_kind_of_source_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "wires").mkdir()
    (tmp_path / "bare").write_text("<?xml version='1.0'?><rss/>")
    config = read(
        tmp_path,
        """
        interval = "1h30m"
        [[source]]
        path = "wires"
        tags = ["world", "war"]
        [[source]]
        path = "~/one.txt"
        [[source]]
        path = "feed.xml"
        name = "A feed"
        [[source]]
        path = "bare"
        [[source]]
        url = "HTTPS://WWW.Example.ORG:443/rss.xml#top"
        interval = 900
        verify = false
        user = "desk"
        password_command = ["pass", "show", "the desk"]
        """,
    )
    assert config.interval == 5400
    assert [(source.key, source.name, source.kind) for source in config.sources] == [
        ("wires", "wires", "folder"),
        ("one.txt", "one.txt", "file"),
        ("A feed", "A feed", "feedfile"),
        ("bare", "bare", "feedfile"),
        ("https://www.example.org/rss.xml", "example.org/rss.xml", "feed"),
    ]
    assert config.sources[0].tags == ("world", "war")
    assert config.sources[1].where == str(tmp_path / "one.txt")
    assert config.sources[4].interval == 900
    assert config.sources[4].options == {
        "verify": "no", "user": "desk", "password_command": "pass show 'the desk'"
    }  # fmt: skip


def test_paths_and_archive_of_the_command_line_make_a_desk_of_their_own(tmp_path: Path) -> None:
    for name in ("a/news", "b/news"):
        (tmp_path / name).mkdir(parents=True)
    given = [str(tmp_path / "a/news"), str(tmp_path / "b/news"), str(tmp_path / "a/news"), "https://example.org"]
    config = load(written(tmp_path, '[[source]]\npath = "other"\n'), paths=given, archive=tmp_path / "x.sqlite3")
    assert [source.key for source in config.sources] == ["a/news", "b/news", "https://example.org/"]
    assert [source.name for source in config.sources[:2]] == ["news", "b/news"]
    again = load(Path(config.arguments()[3]), paths=config.paths, archive=Path(config.arguments()[1]))
    assert again == config


def test_the_rest_of_a_desk(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        """
        keep = "90d"
        keep_size = "2 GB"
        connections = 8
        [log]
        format = "json"
        file = "desk.log"
        [keys]
        "board.refresh" = "R"
        [[query]]
        name = "War dead"
        query = 'unit:person is:new "killed"'
        panel = "figures"
        [[watch]]
        name = "oil"
        query = "unit:USD oil"
        when = "crosses"
        threshold = 100
        """,
    )
    assert (config.keep, config.keep_size, config.connections) == (90 * 86400, 2 * 10**9, 8)
    assert config.log == {"format": "json", "file": str(tmp_path / "desk.log")}
    assert config.keys == {"board.refresh": "R"}
    assert (config.queries[0].name, config.queries[0].panel) == ("War dead", "figures")
    assert config.watches[0]["threshold"] == 100


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("bell = true", 'F:1: unknown key "bell"'),
        ('intervall = "20m"', 'F:1: unknown key "intervall"; did you mean "interval"?'),
        ("\n[[sources]]\npath = 'x'", 'F:2: unknown key "sources"; did you mean [[source]]?'),
        (
            "[[source]]\npath = 'a'\n\n[[source]]\nulr = 'https://example.org/'",
            'F:5: unknown key "ulr" in [[source]]; did you mean "url"?',
        ),
        ("[source]\npath = 'a'", "F:1: source must be written as a table of its own, [[source]]"),
        ("interval = '20 minutos'", "F:1: interval cannot be used: '20 minutos' is no length of time"),
        ("# desk\ninterval = 0", "F:2: interval must be at least a second"),
        ("interval = true", "F:1: interval must be a length of time"),
        ("connections = '8'", "F:1: connections must be a whole number from 1"),
        ("keep_size = 'big'", 'F:1: keep_size must be a size: "500 MB"'),
        ("[[source]]\nname = 'x'", 'F:1: [[source]] needs either "path"'),
        ("[[source]]\npath = 'a'\nurl = 'https://example.org/'", 'F:3: [[source]] url: has both "path" and "url"; one'),
        ("[[source]]\nurl = 'example.org'", "F:2: [[source]] url: an address looks like https://"),
        ("[[source]]\nurl = 'https://me:pw@example.org/'", "F:2: [[source]] url: it must not hold a user or password"),
        ("[[source]]\nurl = 'https://[::1'", "F:2: [[source]] url: an address looks like https://"),
        ("[[source]]\nurl = 'https://ex ample.org/'", "F:2: [[source]] url: 'ex ample.org' is no host name"),
        ("[[source]]\nurl = 'https://../'", "F:2: [[source]] url: '..' is no host name"),
        ("[[source]]\nurl = 'https://ex%61mple.org/'", "F:2: [[source]] url: 'ex%61mple.org' is no host name"),
        (
            "[[source]]\nurl = 'https://a.b/'\npassword_env = 'P'",
            'F:3: [[source]] password_env is the password of a "user"',
        ),
        (
            "[[source]]\nurl = 'https://a.b/'\nuser = 'u'\npassword_env = 'P'\npassword_command = 'pass'",
            'F:5: [[source]] password_command stands beside "password_env"',
        ),
        ('[[source]]\npath = "a\\u0000b"', "F:2: path must be on one line, without control characters"),
        ('user_agent = "a\\u001bb"', "F:1: user_agent must be on one line, without control"),
        ("contact = 'me'", 'F:1: contact must be an address: "https://example.org/" or "mailto:'),
        ("proxy = 'localhost'", 'F:1: proxy must be an address: "http://proxy.example.org:3128"'),
        ("proxy = 'socks5://localhost:1'", "F:1: proxy must be an address"),
        ("[[source]]\nurl = 'https://a.b/'\nproxy = 'http://a:99999'", "F:3: proxy must be an address"),
        ("[[source]]\nurl = 'https://example.org:99999/'", "F:2: [[source]] url: its port is no number"),
        (
            "[[source]]\npath = 'a/x'\n[[source]]\nname = 'x'\npath = 'b/x'",
            'F:4: there are two sources "x"; give one of them another name',
        ),
        ("[[source]]\npath = '/a/x'\n[[source]]\npath = '/a/x'", "F:4: /a/x is a source already, x; leave one of"),
        ("[[source]]\npath = 'a'\nfull_text = 'yes'", 'F:3: full_text must be one of "auto", "always", "never"'),
        ("[[source]]\npath = 'a'\ntags = 'b'", "F:3: tags must be a list of texts"),
        ("[[source]]\npath = 'a'\npaused = 1", "F:3: paused must be true or false"),
        ("[[query]]\nname = 'a'", 'F:1: [[query]] needs "query"'),
        ("a = \n", "F:1: invalid value; see https://toml.io"),
        ("a = 1\na = 2", "F:2: cannot overwrite a value"),
        ("[[source]", "F:1: expected ']]' at the end of an array declaration"),
        ("sources = { zzz = 1 }\nqqqq = 1", 'F:1: unknown key "sources"'),
        ("source = [{ path = 'a', qq = 1 }]", 'F:1: unknown key "qq" in [[source]]; known here: full_text, interval'),
    ],
)
def test_a_mistake_names_file_line_and_the_nearest_right_key(tmp_path: Path, text: str, message: str) -> None:
    assert mistake(tmp_path, text).startswith(message)


def test_a_file_that_is_no_utf8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b'# desk\narchive = "Caf\xe9"\n')
    with pytest.raises(ConfigError, match=r"config\.toml:2: is not UTF-8 here"):
        load(path)


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        load(tmp_path)


def test_two_folders_of_one_name_are_two_sources(tmp_path: Path) -> None:
    config = read(tmp_path, "[[source]]\npath = '/a/x'\n[[source]]\npath = '/b/x'\n[[source]]\npath = '/c/b/x'\n")
    assert [source.key for source in config.sources] == ["x", "b/x", "c/b/x"]


def test_a_path_that_the_configuration_knows_stays_that_source(tmp_path: Path) -> None:
    file = written(tmp_path, "[[source]]\nname = 'wires'\npath = '/news/in'\ntags = ['a']\n")
    assert load(file, paths=["/news/in"]).sources == load(file).sources


def test_no_folder_is_taken_for_the_shipped_seeds(tmp_path: Path) -> None:
    shipped = load().sources[0]
    assert shipped.name == "invented"
    assert load(paths=[str(tmp_path / "seeds"), shipped_seeds()]).sources[1] == shipped
    assert load(paths=[str(tmp_path / "invented")]).sources[0].key != shipped.key
