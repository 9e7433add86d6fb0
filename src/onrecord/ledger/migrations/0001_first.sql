-- The first ledger: what was read, from which bytes, by which run, and the statements found in it.
--
-- Each table has an INTEGER PRIMARY KEY for joins inside this file (`article`, `statement` ...) and, where people and
-- other files name the row, the `id` that depends on content alone (`a-...`, `s-...`).  Offsets are Unicode code
-- points, half open; SQLite's substr counts them from 1: substr(text, start + 1, end - start).
--
-- `format` and `role` have no CHECK: each new reader may bring one, and a CHECK changes only with its whole table.

CREATE TABLE runs (
    run INTEGER PRIMARY KEY,
    at TEXT NOT NULL,           -- when it began, UTC: 2024-03-01T09:30:00Z
    version TEXT NOT NULL,      -- of OnRecord
    model_hash TEXT NOT NULL,   -- of the model that found the statements
    options TEXT NOT NULL       -- of the command, a JSON object of texts
) STRICT;

-- A source is bytes that were read to the end: it is here only when all that it gave is in the ledger.
CREATE TABLE sources (
    source INTEGER PRIMARY KEY,
    source_hash TEXT NOT NULL UNIQUE,   -- SHA-256 of the bytes
    doc TEXT NOT NULL,                  -- the path they were first read from
    articles INTEGER NOT NULL,          -- how many it holds
    run INTEGER NOT NULL REFERENCES runs(run)
) STRICT;

CREATE TABLE articles (
    article INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    doc TEXT NOT NULL,          -- where it was first read: a path, or PATH#n
    format TEXT NOT NULL,
    source_hash TEXT NOT NULL,
    title TEXT,
    byline TEXT,
    outlet TEXT,
    published TEXT,             -- ISO 8601 date
    language TEXT,              -- ISO 639-1
    url TEXT,
    run INTEGER NOT NULL REFERENCES runs(run),
    text_hash TEXT NOT NULL,    -- SHA-256 of the text in UTF-8
    text TEXT NOT NULL          -- last, so that the other columns are read without it
) STRICT;

CREATE INDEX articles_in_order ON articles (published IS NULL, published);
CREATE INDEX articles_by_outlet ON articles (outlet COLLATE NOCASE);

-- The same article may come from several sources: a second download, an archive beside a file.
CREATE TABLE appearances (
    source INTEGER NOT NULL REFERENCES sources(source) ON DELETE CASCADE,
    position INTEGER NOT NULL,  -- 0 where the source is the article, else n of PATH#n
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    PRIMARY KEY (source, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX appearances_by_article ON appearances (article);

CREATE TABLE blocks (
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    role TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

-- What a model found.  What people decide about it will stand beside it, never in it.
CREATE TABLE statements (
    statement INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,   -- place among the article's statements, from 0
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    parent INTEGER REFERENCES statements(statement) ON DELETE SET NULL,
    run INTEGER NOT NULL REFERENCES runs(run),
    UNIQUE (article, ordinal)
) STRICT;

CREATE INDEX statements_by_parent ON statements (parent) WHERE parent IS NOT NULL;

CREATE TABLE spans (
    statement INTEGER NOT NULL REFERENCES statements(statement) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('content', 'cue', 'source')),
    ordinal INTEGER NOT NULL,   -- place among the part's pieces, from 0
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    PRIMARY KEY (statement, part, ordinal)
) STRICT, WITHOUT ROWID;

-- Why a source, or an article of one, gave no statements; the latest reason only.
CREATE TABLE skipped (
    doc TEXT PRIMARY KEY,
    source_doc TEXT NOT NULL,   -- the file: `doc` without #n
    source_hash TEXT,           -- unknown where the bytes could not be read
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs(run)
) STRICT, WITHOUT ROWID;

CREATE INDEX skipped_by_source ON skipped (source_doc);
CREATE INDEX skipped_by_hash ON skipped (source_hash) WHERE source_hash IS NOT NULL;

-- The words of statements, looked up in the text; no copy of them is stored.  The pieces come in order because the
-- inner query runs along the primary key of `spans`.
CREATE VIEW statement_words AS
SELECT
    s.statement,
    s.article,
    (SELECT group_concat(piece, ' … ') FROM (
        SELECT substr(a.text, start + 1, end - start) AS piece
        FROM spans WHERE spans.statement = s.statement AND part = 'source' ORDER BY ordinal)) AS source,
    (SELECT group_concat(piece, ' … ') FROM (
        SELECT substr(a.text, start + 1, end - start) AS piece
        FROM spans WHERE spans.statement = s.statement AND part = 'cue' ORDER BY ordinal)) AS cue,
    (SELECT group_concat(piece, ' … ') FROM (
        SELECT substr(a.text, start + 1, end - start) AS piece
        FROM spans WHERE spans.statement = s.statement AND part = 'content' ORDER BY ordinal)) AS words
FROM statements AS s JOIN articles AS a USING (article);

-- For people with plain sqlite3: one row a statement.
CREATE VIEW statement_list AS
SELECT a.published, a.outlet, a.title, w.source, w.cue, w.words, s.kind, s.confidence, s.id, a.id AS article_id, a.doc
FROM statements AS s JOIN articles AS a USING (article) JOIN statement_words AS w USING (statement);

-- A source with line breaks, tabs and no-break spaces as blanks: what people type to find it.
CREATE VIEW statement_sources AS
SELECT
    statement,
    article,
    replace(replace(replace(replace(replace(source,
        char(13, 10), ' '), char(10), ' '), char(13), ' '), char(9), ' '), char(160), ' ') AS source
FROM statement_words;

-- Full-text search.  The indexes keep no text of their own; they are rebuilt from the tables and views named in
-- `content`.
CREATE VIRTUAL TABLE article_index USING fts5 (
    title, text, content = 'articles', content_rowid = 'article', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_index USING fts5 (
    words, content = 'statement_words', content_rowid = 'statement', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE source_index USING fts5 (
    source, content = 'statement_sources', content_rowid = 'statement', tokenize = 'trigram'
);

CREATE TRIGGER article_indexed AFTER INSERT ON articles BEGIN
    INSERT INTO article_index (rowid, title, text) VALUES (new.article, new.title, new.text);
END;

CREATE TRIGGER article_reindexed AFTER UPDATE OF title, text ON articles BEGIN
    INSERT INTO article_index (article_index, rowid, title, text)
    VALUES ('delete', old.article, old.title, old.text);
    INSERT INTO article_index (rowid, title, text) VALUES (new.article, new.title, new.text);
END;

-- Before the article goes, because the words of its statements are looked up in its text.
CREATE TRIGGER article_forgotten BEFORE DELETE ON articles BEGIN
    DELETE FROM statements WHERE article = old.article;
    INSERT INTO article_index (article_index, rowid, title, text)
    VALUES ('delete', old.article, old.title, old.text);
END;

-- A statement enters the indexes when its spans are in: see ledger/statements.py.
CREATE TRIGGER statement_forgotten BEFORE DELETE ON statements BEGIN
    INSERT INTO statement_index (statement_index, rowid, words)
    SELECT 'delete', statement, words FROM statement_words WHERE statement = old.statement;
    INSERT INTO source_index (source_index, rowid, source)
    SELECT 'delete', statement, source FROM statement_sources WHERE statement = old.statement;
END;
