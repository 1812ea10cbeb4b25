-- The archive of copydesk: one SQLite file in WAL mode. PRAGMA user_version is the schema's version, application_id
-- says whose file it is. Times are seconds since 1970, UTC. Offsets count code points of body.text, half open.
-- Every id is stable over runs, re-readings and machines (feeds/identity.py); `row` is the key within this file.
--
-- hidden is a set of bits, so that one equality in an index is the whole default view (0 is shown):
--   1 typed instead of dropped (salience 0; a term, a title)    2 a copy: an earlier article has the very same text
--   4 rejected by the user                                      8 gone: an earlier revision had it, the present has not

-- In the big tables the columns that filters look at stand first: SQLite counts through a row's columns to find one.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;

CREATE TABLE source (
    row           INTEGER PRIMARY KEY,
    key           TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    place         TEXT NOT NULL,              -- a path or an address
    tags          TEXT NOT NULL DEFAULT '',   -- '\nworld\neurope\n'
    status        TEXT NOT NULL DEFAULT '',   -- of the last answer that was one: ok, not_modified, error
    etag          BLOB,                       -- the validators, byte for byte
    last_modified BLOB,
    moved_to      TEXT,
    next_at       INTEGER NOT NULL DEFAULT 0,
    asked_at      INTEGER,
    ok_at         INTEGER,
    streak        INTEGER NOT NULL DEFAULT 0, -- failures in a row
    failing_since INTEGER,
    error         TEXT,
    http          INTEGER,
    gone          INTEGER NOT NULL DEFAULT 0,
    title         TEXT,
    interval      INTEGER,                    -- the wait in seconds that the last answer led to
    retry_at      INTEGER NOT NULL DEFAULT 0, -- Retry-After
    address       TEXT                        -- what the validators and moved_to belong to
);

CREATE TABLE article (
    row        INTEGER PRIMARY KEY,
    hidden     INTEGER NOT NULL DEFAULT 0,
    at         INTEGER NOT NULL,              -- published, or first_seen where that is unknown or earlier
    source     INTEGER NOT NULL REFERENCES source,
    hay        TEXT NOT NULL,                 -- the title folded, for the filter
    id         TEXT NOT NULL UNIQUE,
    same       INTEGER NOT NULL,              -- hash of the normalised title and text
    guid       TEXT NOT NULL,
    title      TEXT NOT NULL,
    link       TEXT,
    author     TEXT,
    published  INTEGER,
    first_seen INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    gone_at    INTEGER,
    revision   INTEGER NOT NULL DEFAULT 1,
    figures    INTEGER NOT NULL DEFAULT 0,
    quotes     INTEGER NOT NULL DEFAULT 0,
    language   TEXT NOT NULL DEFAULT 'en',
    stamp      TEXT NOT NULL DEFAULT '',
    notes      TEXT NOT NULL DEFAULT '',      -- one a line
    reading    INTEGER NOT NULL DEFAULT 0     -- by which version of the reading; 0: it broke off
);
CREATE INDEX article_newest ON article (at DESC, row DESC, hidden, source, first_seen);
CREATE INDEX article_source ON article (source, at DESC, row DESC, hidden, figures, quotes);
CREATE INDEX article_same ON article (same, source);
CREATE INDEX article_changed ON article (changed_at, row);
CREATE INDEX article_reading ON article (reading);

-- How much the default view shows, one row, counted as articles come and go: a status line that is printed every few
-- seconds would walk 100,000 articles for it (10 ms; a fifth of all that it costs).
CREATE TABLE shown (
    headlines INTEGER NOT NULL,
    figures   INTEGER NOT NULL,
    quotes    INTEGER NOT NULL
);
INSERT INTO shown VALUES (0, 0, 0);
-- What comes is counted once a transaction (adding.py): a trigger for each article cost as much as its full-text index.
CREATE TRIGGER article_goes AFTER DELETE ON article WHEN OLD.hidden = 0 BEGIN
    UPDATE shown SET headlines = headlines - 1, figures = figures - OLD.figures, quotes = quotes - OLD.quotes;
END;
CREATE TRIGGER article_turns AFTER UPDATE OF hidden, figures, quotes ON article BEGIN
    UPDATE shown SET
        headlines = headlines - (OLD.hidden = 0) + (NEW.hidden = 0),
        figures = figures - OLD.figures * (OLD.hidden = 0) + NEW.figures * (NEW.hidden = 0),
        quotes = quotes - OLD.quotes * (OLD.hidden = 0) + NEW.quotes * (NEW.hidden = 0);
END;

-- Apart from article, so that a walk over titles does not turn the pages of the bodies.
CREATE TABLE body (
    row  INTEGER PRIMARY KEY,                 -- article.row
    text TEXT NOT NULL
);

CREATE TABLE revision (
    article  INTEGER NOT NULL REFERENCES article,
    revision INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    title    TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (article, revision)
) WITHOUT ROWID;

-- Figures and quotes lie in the file by article, in the order of their lists: row = article << 24 | place. So they need
-- no index of their own, each of which would cost a page for nearly every row that a refresh brings. What must be found
-- quickly starts from the articles: by time, source, word, or id (that of a figure begins like its article's).
CREATE TABLE figure (
    row            INTEGER PRIMARY KEY,       -- places within the article follow the salience, the highest first
    article        INTEGER AS (row >> 24),
    hidden         INTEGER NOT NULL,
    at             INTEGER NOT NULL,          -- of the article, as are source and the copy bit
    source         INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    low            REAL NOT NULL,             -- the smaller and the larger of the two, for comparisons
    high           REAL NOT NULL,
    unit_key       TEXT,
    confidence     REAL NOT NULL,
    hay            TEXT NOT NULL,             -- text, about, attribution, unit_key, folded, a line each, for the filter
    id             TEXT NOT NULL,
    n              INTEGER NOT NULL,          -- by place in the text, 0 first
    first_seen     INTEGER NOT NULL,
    gone_at        INTEGER,
    value          TEXT NOT NULL,             -- exact decimals
    value_hi       TEXT,
    unit           TEXT,
    approx         INTEGER NOT NULL,
    bound          TEXT,
    direction      TEXT,
    scope          TEXT,
    about          TEXT,
    attribution    TEXT,
    salience       REAL NOT NULL,
    text           TEXT NOT NULL,
    start          INTEGER NOT NULL,
    stop           INTEGER NOT NULL,
    mentions       TEXT,                      -- [[start, end], ...]; only where there are several
    sentence_start INTEGER NOT NULL,
    sentence_stop  INTEGER NOT NULL,
    sentence       TEXT                       -- only where it is gone, or not body.text[sentence_start:sentence_stop]
);

CREATE TABLE quote (
    row            INTEGER PRIMARY KEY,       -- places within the article follow the text
    article        INTEGER AS (row >> 24),
    hidden         INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    source         INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    speaker        TEXT,
    confidence     REAL NOT NULL,
    hay            TEXT NOT NULL,             -- text, speaker, role, folded, a line each, for the filter
    id             TEXT NOT NULL,
    n              INTEGER NOT NULL,          -- by place in the text, 0 first
    first_seen     INTEGER NOT NULL,
    gone_at        INTEGER,
    speaker_raw    TEXT,
    speaker_start  INTEGER,
    speaker_stop   INTEGER,
    role           TEXT,
    cue            TEXT,
    cue_start      INTEGER,
    cue_stop       INTEGER,
    cue_lemma      TEXT,
    cue_class      TEXT,
    negated        INTEGER NOT NULL,
    chain          INTEGER,                   -- n of the first part
    text           TEXT NOT NULL,
    start          INTEGER NOT NULL,
    stop           INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_stop  INTEGER NOT NULL,
    sentence       TEXT
);
CREATE INDEX quote_speaker ON quote (speaker) WHERE speaker IS NOT NULL;

-- Articles that retention took away: while a feed still carries one unchanged, it must not come back as news.
CREATE TABLE dropped (
    id     TEXT PRIMARY KEY,
    source INTEGER NOT NULL,
    guid   TEXT NOT NULL,
    stamp  TEXT NOT NULL,
    at     INTEGER NOT NULL                   -- when it went; of a feed the newest 4,000 are kept (keeping.py)
) WITHOUT ROWID;
CREATE INDEX dropped_source ON dropped (source, at);

-- Every name that speaks, and whose it is: several names may have one key.
CREATE TABLE speaker (
    name    TEXT PRIMARY KEY,
    key     TEXT NOT NULL,                    -- '': it means another one in each article (they, the company)
    surname TEXT,                             -- as it sounds; NULL: not looked at yet
    why     TEXT NOT NULL DEFAULT ''          -- what made it the same as another name
) WITHOUT ROWID;
CREATE INDEX speaker_key ON speaker (key);
CREATE INDEX speaker_surname ON speaker (surname);

-- How units are printed: the name folded (people, person), and the unit_key that it stands for (person).
CREATE TABLE unit (
    name TEXT NOT NULL,
    key  TEXT NOT NULL,
    PRIMARY KEY (name, key)
) WITHOUT ROWID;

-- What the user said about an article, a figure or a quote, by id: it outlives every re-reading.
CREATE TABLE mark (
    id       TEXT PRIMARY KEY,
    seen     INTEGER,                         -- when
    starred  INTEGER,
    rejected INTEGER
) WITHOUT ROWID;
CREATE INDEX mark_rejected ON mark (rejected) WHERE rejected IS NOT NULL;
CREATE INDEX mark_starred ON mark (starred) WHERE starred IS NOT NULL;

CREATE TABLE run (
    row          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    started      INTEGER NOT NULL,
    finished     INTEGER,
    pid          INTEGER NOT NULL,
    sources      INTEGER NOT NULL,
    status       TEXT NOT NULL DEFAULT 'running',
    ok           INTEGER NOT NULL DEFAULT 0,
    errors       INTEGER NOT NULL DEFAULT 0,
    not_modified INTEGER NOT NULL DEFAULT 0,
    skipped      INTEGER NOT NULL DEFAULT 0,
    new          INTEGER NOT NULL DEFAULT 0,
    changed      INTEGER NOT NULL DEFAULT 0,
    ms           INTEGER NOT NULL DEFAULT 0,
    failing      TEXT NOT NULL DEFAULT ''     -- names, one a line
);

-- Alerts of the watch rules, each delivered once or shown as failed.
CREATE TABLE alert (
    row       INTEGER PRIMARY KEY,
    rule      TEXT NOT NULL,
    entity    TEXT NOT NULL,                  -- the id of the article, figure or quote
    at        INTEGER NOT NULL,
    old       TEXT,
    new       TEXT,
    message   TEXT NOT NULL,
    state     TEXT NOT NULL DEFAULT 'pending', -- pending, delivered, failed
    tries     INTEGER NOT NULL DEFAULT 0,
    next_at   INTEGER NOT NULL DEFAULT 0,
    error     TEXT,
    done      TEXT NOT NULL DEFAULT '',       -- the actions that need not be tried again, a blank between two
    UNIQUE (rule, entity, at)
);
CREATE TABLE rule (
    name    TEXT PRIMARY KEY,
    fired   INTEGER NOT NULL DEFAULT 0,       -- when it last raised an alert, for the cool-down
    memory  TEXT NOT NULL DEFAULT ''          -- JSON: what the condition must remember, such as an armed threshold
) WITHOUT ROWID;

-- The full-text index holds no text of its own: it reads `page`.
CREATE VIEW page AS SELECT article.row AS row, article.title AS title, body.text AS text
FROM article JOIN body ON body.row = article.row;
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = 'page', content_rowid = 'row', tokenize = "unicode61 remove_diacritics 2"
);
-- Its parts, one for each transaction, are put together by 64, not by 4: that takes half of the time that an article
-- costs here, and a search looks into so many more of them in 0.1 ms.
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 64);
