-- The words of the sources of statements, each wording once: *he* and *a spokesman* stand in every second article, so an
-- index of the wordings is small, and asks for all statements of a wording at once.  Line breaks, tabs and no-break spaces
-- are blanks here, as in the view `statement_sources`.
CREATE TABLE source_texts (
    source_text INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

ALTER TABLE statements ADD COLUMN source_text INTEGER REFERENCES source_texts(source_text);   -- the words of its source

DROP TRIGGER statement_forgotten;
DROP TABLE source_index;

CREATE VIRTUAL TABLE source_index USING fts5 (
    text, content = 'source_texts', content_rowid = 'source_text', tokenize = 'trigram'
);

INSERT INTO source_texts (text) SELECT DISTINCT source FROM statement_sources WHERE source IS NOT NULL;
UPDATE statements SET source_text = (
    SELECT t.source_text FROM source_texts AS t
    WHERE t.text = (SELECT w.source FROM statement_sources AS w WHERE w.statement = statements.statement)
);
INSERT INTO source_index (source_index) VALUES ('rebuild');

CREATE INDEX statements_by_source ON statements (source_text) WHERE source_text IS NOT NULL;

CREATE TRIGGER source_text_indexed AFTER INSERT ON source_texts BEGIN
    INSERT INTO source_index (rowid, text) VALUES (new.source_text, new.text);
END;

CREATE TRIGGER source_text_forgotten BEFORE DELETE ON source_texts BEGIN
    INSERT INTO source_index (source_index, rowid, text) VALUES ('delete', old.source_text, old.text);
END;

-- A wording stays as long as a statement has it.
CREATE TRIGGER source_text_left AFTER UPDATE OF source_text ON statements
WHEN old.source_text IS NOT NULL AND old.source_text IS NOT new.source_text BEGIN
    DELETE FROM source_texts WHERE source_text = old.source_text
        AND NOT EXISTS (SELECT 1 FROM statements WHERE statements.source_text = old.source_text);
END;

CREATE TRIGGER statement_forgotten BEFORE DELETE ON statements BEGIN
    INSERT INTO statement_index (statement_index, rowid, words)
    SELECT 'delete', statement, words FROM statement_words WHERE statement = old.statement;
END;

CREATE TRIGGER source_text_forgotten_too AFTER DELETE ON statements WHEN old.source_text IS NOT NULL BEGIN
    DELETE FROM source_texts WHERE source_text = old.source_text
        AND NOT EXISTS (SELECT 1 FROM statements WHERE statements.source_text = old.source_text);
END;

-- No statement of the article was said after this day: who asks for what was said since a later one passes the article by
-- without a look at its statements.
ALTER TABLE articles ADD COLUMN said_until TEXT;

UPDATE articles SET said_until = (SELECT max(said_on) FROM statements WHERE statements.article = articles.article);

DROP INDEX articles_in_order;
CREATE INDEX articles_in_order ON articles (published IS NULL, published, article, said_until);

CREATE TRIGGER statement_said AFTER INSERT ON statements WHEN new.said_on IS NOT NULL BEGIN
    UPDATE articles SET said_until = new.said_on
    WHERE article = new.article AND (said_until IS NULL OR said_until < new.said_on);
END;

CREATE TRIGGER statement_said_later AFTER UPDATE OF said_on ON statements WHEN new.said_on IS NOT NULL BEGIN
    UPDATE articles SET said_until = new.said_on
    WHERE article = new.article AND (said_until IS NULL OR said_until < new.said_on);
END;

-- When a statement that people had decided on was found no longer, and by which reading it was found again: between the
-- two it needed another look, until somebody had looked.
CREATE TABLE losses (
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    id TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs(run),
    at TEXT NOT NULL,           -- as decisions have their times
    until INTEGER NOT NULL REFERENCES runs(run),
    PRIMARY KEY (article, id, run)
) STRICT, WITHOUT ROWID;

CREATE INDEX losses_by_until ON losses (until);
