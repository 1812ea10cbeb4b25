-- From version 1 to 2: speakers have rows, by which quotes name them, and sources remember what a feed said of its
-- schedule. A step is never edited once it has shipped.

ALTER TABLE source ADD COLUMN wait INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN note TEXT;

CREATE TABLE speaker_2 (
    row     INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    key     TEXT NOT NULL,
    surname TEXT,
    why     TEXT NOT NULL DEFAULT ''
);
INSERT INTO speaker_2 (name, key, surname, why) SELECT name, key, surname, why FROM speaker;
INSERT OR IGNORE INTO speaker_2 (name, key) SELECT speaker, fold(speaker) FROM quote WHERE speaker IS NOT NULL;
DROP TABLE speaker;
ALTER TABLE speaker_2 RENAME TO speaker;
CREATE INDEX speaker_key ON speaker (key);
CREATE INDEX speaker_surname ON speaker (surname);

CREATE TABLE quote_2 (
    row            INTEGER PRIMARY KEY,
    article        INTEGER AS (row >> 24),
    hidden         INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    source         INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    speaker        INTEGER REFERENCES speaker,
    confidence     REAL NOT NULL,
    hay            TEXT NOT NULL,
    id             TEXT NOT NULL,
    n              INTEGER NOT NULL,
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
    chain          INTEGER,
    text           TEXT NOT NULL,
    start          INTEGER NOT NULL,
    stop           INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_stop  INTEGER NOT NULL,
    sentence       TEXT
);
INSERT INTO quote_2 (
    row, hidden, at, source, kind, speaker, confidence, hay, id, n, first_seen, gone_at, speaker_raw,
    speaker_start, speaker_stop, role, cue, cue_start, cue_stop, cue_lemma, cue_class, negated, chain, text,
    start, stop, sentence_start, sentence_stop, sentence
) SELECT
    row, hidden, at, source, kind, (SELECT s.row FROM speaker s WHERE s.name = quote.speaker), confidence, hay,
    id, n, first_seen, gone_at, speaker_raw, speaker_start, speaker_stop, role, cue, cue_start, cue_stop,
    cue_lemma, cue_class, negated, chain, text, start, stop, sentence_start, sentence_stop, sentence
FROM quote;
DROP TABLE quote;
ALTER TABLE quote_2 RENAME TO quote;
CREATE INDEX quote_speaker ON quote (speaker) WHERE speaker IS NOT NULL;
