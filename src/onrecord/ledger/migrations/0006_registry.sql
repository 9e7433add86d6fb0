-- Who is who across articles.  All of it but `actors` follows from what the machine found and from the decisions in
-- effect, and is made anew block by block; what people decided stands in `decisions` alone.

ALTER TABLE actors ADD COLUMN found TEXT;   -- the name that an article has it by; null where only people made it
ALTER TABLE statements ADD COLUMN linked INTEGER REFERENCES actors(actor);     -- who linking says spoke
ALTER TABLE statements ADD COLUMN said_by INTEGER AS (
    CASE WHEN speaker_name IS NULL THEN NULL WHEN speaker IS NULL THEN linked ELSE speaker END
) VIRTUAL;  -- who spoke: a person's word before that of linking

CREATE INDEX statements_by_linked ON statements (linked) WHERE linked IS NOT NULL;
CREATE INDEX statements_by_said_by ON statements (said_by) WHERE said_by IS NOT NULL;

-- Somebody in one article, under the fullest name that it gives.
CREATE TABLE figures (
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    companions TEXT NOT NULL CHECK (json_valid(companions)),
    home INTEGER REFERENCES actors(actor),     -- who that is; null until it is linked
    PRIMARY KEY (article, name, type)
) STRICT, WITHOUT ROWID;

CREATE INDEX figures_by_name ON figures (name, type);
CREATE INDEX figures_by_home ON figures (home) WHERE home IS NOT NULL;

-- What a name is filed under: names that may be one person's share a block.
CREATE TABLE name_blocks (
    block TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    PRIMARY KEY (block, name, type)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_blocks_by_name ON name_blocks (name, type);

-- Two actors that linking holds to be one; `one` and `other` in the order of their ids.
CREATE TABLE links (
    block TEXT NOT NULL,
    one INTEGER NOT NULL REFERENCES actors(actor) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES actors(actor) ON DELETE CASCADE,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    PRIMARY KEY (block, one, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX links_by_one ON links (one);
CREATE INDEX links_by_other ON links (other);

-- Two who may be one: a person has to say.
CREATE TABLE suggestions (
    block TEXT NOT NULL,
    one INTEGER NOT NULL REFERENCES actors(actor) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES actors(actor) ON DELETE CASCADE,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    PRIMARY KEY (block, one, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX suggestions_by_one ON suggestions (one);
CREATE INDEX suggestions_by_other ON suggestions (other);
CREATE INDEX suggestions_by_score ON suggestions (score);

-- What has to be linked: a run that is killed goes on from here.
CREATE TABLE articles_to_link (article INTEGER PRIMARY KEY) STRICT;
CREATE TABLE blocks_to_link (block TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE actors_to_settle (actor INTEGER PRIMARY KEY) STRICT;   -- that lost a figure

INSERT INTO articles_to_link SELECT DISTINCT article FROM statements WHERE speaker_name IS NOT NULL;

CREATE TRIGGER statements_to_link AFTER INSERT ON statements WHEN new.speaker_name IS NOT NULL BEGIN
    INSERT OR IGNORE INTO articles_to_link VALUES (new.article);
END;

CREATE TRIGGER speakers_to_link AFTER UPDATE OF speaker_name, speaker_type, speaker_role ON statements
WHEN (old.speaker_name, old.speaker_type, old.speaker_role)
    IS NOT (new.speaker_name, new.speaker_type, new.speaker_role) BEGIN
    INSERT OR IGNORE INTO articles_to_link VALUES (new.article);
END;

CREATE TRIGGER statements_gone_to_link AFTER DELETE ON statements WHEN old.speaker_name IS NOT NULL BEGIN
    INSERT OR IGNORE INTO articles_to_link VALUES (old.article);
END;

CREATE TRIGGER articles_changed_to_link AFTER UPDATE OF published, outlet ON articles BEGIN
    INSERT OR IGNORE INTO articles_to_link VALUES (new.article);
END;

CREATE TRIGGER figures_to_link AFTER INSERT ON figures BEGIN
    INSERT OR IGNORE INTO blocks_to_link
    SELECT block FROM name_blocks WHERE name = new.name AND type = new.type;
END;

CREATE TRIGGER figures_gone_to_link AFTER DELETE ON figures BEGIN
    INSERT OR IGNORE INTO blocks_to_link
    SELECT block FROM name_blocks WHERE name = old.name AND type = old.type;
    INSERT OR IGNORE INTO actors_to_settle SELECT old.home WHERE old.home IS NOT NULL;
END;

-- A reference that somebody imported: people and bodies with ids, names and offices (Wikidata, or a list of one's own).
CREATE TABLE entries (
    entry INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE entry_blocks (
    block TEXT NOT NULL,
    entry INTEGER NOT NULL REFERENCES entries(entry) ON DELETE CASCADE,
    PRIMARY KEY (block, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_blocks_by_entry ON entry_blocks (entry);

-- Which entry an actor is, as a block shows it.
CREATE TABLE identities (
    block TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors(actor) ON DELETE CASCADE,
    entry INTEGER NOT NULL REFERENCES entries(entry) ON DELETE CASCADE,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    PRIMARY KEY (block, actor)
) STRICT, WITHOUT ROWID;

CREATE INDEX identities_by_actor ON identities (actor);
CREATE INDEX identities_by_entry ON identities (entry);

DROP VIEW statement_list;

-- For people with plain sqlite3: one row a statement that stands, and what people made of it.
CREATE VIEW statement_list AS
SELECT
    a.published, a.outlet, a.title, w.source, w.cue, w.words, s.kind, s.act,
    coalesce(root.name, named.name, s.speaker_name) AS speaker, s.speaker_role AS role, s.said_on,
    (SELECT group_concat(concept || ' ' || stance || ' (' || coders.name || ')', '; ')
        FROM codes JOIN coders USING (coder) WHERE codes.statement = s.statement) AS codes,
    s.state, s.confidence, s.id, a.id AS article_id, a.doc
FROM statements AS s
JOIN articles AS a USING (article)
JOIN statement_words AS w USING (statement)
LEFT JOIN actors AS named ON named.actor = s.said_by
LEFT JOIN actors AS root ON root.actor = named.root
WHERE s.state <> 'rejected';
