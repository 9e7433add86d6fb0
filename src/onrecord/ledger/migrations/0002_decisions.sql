-- What people decide, beside what the machine found: neither is ever written over.
--
-- A decision is one event.  `statements`, `spans`, `articles` and `blocks` hold the current state, which follows from what
-- the machine found and from the decisions in effect; where the two differ, what the machine found is kept as JSON in
-- `as_found`, `articles_as_read`, `blocks_as_read`.  What an earlier reading found and a later one does not is in
-- `earlier_findings`.  `onrecord check` derives the current state anew and compares.

ALTER TABLE runs ADD COLUMN stage TEXT NOT NULL DEFAULT 'reading';  -- reading, rereading, review, import

ALTER TABLE articles ADD COLUMN read_by INTEGER REFERENCES runs(run);    -- that read it last; null where none has since

CREATE TABLE coders (
    coder INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'model'))
) STRICT;

CREATE TABLE decisions (
    decision INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,    -- d-..., of all that follows: two ledgers that hold the same decision know it
    at TEXT NOT NULL,           -- UTC: 2024-03-01T09:30:00.000001Z
    coder INTEGER NOT NULL REFERENCES coders(coder),
    action TEXT NOT NULL,       -- accept, reject, correct, add, speaker, via, date, code, note, fact, role, actor ...
    subject TEXT NOT NULL,      -- the id of a statement, an article, an actor, or of the decision that is undone
    details TEXT NOT NULL CHECK (json_valid(details)),
    settles INTEGER NOT NULL CHECK (settles IN (0, 1)),     -- made in sight of what others had decided
    article INTEGER REFERENCES articles(article) ON DELETE CASCADE   -- that the subject belongs to; null for an actor
) STRICT;

CREATE INDEX decisions_by_subject ON decisions (subject);
CREATE INDEX decisions_in_order ON decisions (at, id);
CREATE INDEX decisions_by_article ON decisions (article);

CREATE INDEX decisions_by_coder ON decisions (coder, at, id);
CREATE INDEX decisions_of_merging ON decisions (at, id) WHERE action = 'merge';

-- The decisions that an undo in effect takes back: follows from `decisions`, and is kept so that nobody has to unroll
-- undos of undos.
CREATE TABLE taken_back (
    decision INTEGER PRIMARY KEY REFERENCES decisions(decision) ON DELETE CASCADE
) STRICT;

CREATE TRIGGER decisions_are_final BEFORE UPDATE ON decisions BEGIN
    SELECT raise(ABORT, 'a decision is never changed, only followed by another');
END;

CREATE TABLE actors (
    actor INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,    -- p-..., of the name, type and note it was made with
    name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('person', 'organisation', 'group', 'unnamed', 'outlet')),
    note TEXT NOT NULL,         -- tells two of one name apart; mostly empty
    root INTEGER REFERENCES actors(actor)  -- the actor that this one was merged into, at the end of the chain; null for none
) STRICT;

CREATE INDEX actors_by_name ON actors (name COLLATE NOCASE);
CREATE INDEX actors_by_root ON actors (root) WHERE root IS NOT NULL;

CREATE TABLE actor_names (
    actor INTEGER NOT NULL REFERENCES actors(actor) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (actor, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_names_by_name ON actor_names (name COLLATE NOCASE);

-- A role that somebody had, with the article that says so as evidence.
CREATE TABLE roles (
    actor INTEGER NOT NULL REFERENCES actors(actor) ON DELETE CASCADE,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,     -- empty where the article names none
    since TEXT,                     -- EDTF
    until TEXT,
    article INTEGER REFERENCES articles(article) ON DELETE CASCADE,
    run INTEGER NOT NULL REFERENCES runs(run)
) STRICT;

CREATE INDEX roles_by_actor ON roles (actor);
CREATE INDEX roles_by_article ON roles (article);

-- A place in a text that names somebody.
CREATE TABLE mentions (
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    actor INTEGER REFERENCES actors(actor),    -- null where it is open who is meant
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    run INTEGER NOT NULL REFERENCES runs(run),
    PRIMARY KEY (article, start, end)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentions_by_actor ON mentions (actor);

ALTER TABLE statements ADD COLUMN speaker INTEGER REFERENCES actors(actor);
ALTER TABLE statements ADD COLUMN speaker_name TEXT;        -- as the article has it; null where it is open who spoke
ALTER TABLE statements ADD COLUMN speaker_type TEXT;
ALTER TABLE statements ADD COLUMN speaker_role TEXT;
ALTER TABLE statements ADD COLUMN speaker_confidence REAL;
ALTER TABLE statements ADD COLUMN said_on TEXT;             -- EDTF
ALTER TABLE statements ADD COLUMN said_on_start INTEGER;    -- where the article says so
ALTER TABLE statements ADD COLUMN said_on_end INTEGER;
ALTER TABLE statements ADD COLUMN said_on_confidence REAL;
ALTER TABLE statements ADD COLUMN said_on_inferred INTEGER;
ALTER TABLE statements ADD COLUMN state TEXT NOT NULL DEFAULT 'unreviewed'
    CHECK (state IN ('unreviewed', 'accepted', 'rejected'));
ALTER TABLE statements ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statements ADD COLUMN added INTEGER NOT NULL DEFAULT 0;         -- a person found it
ALTER TABLE statements ADD COLUMN retired INTEGER REFERENCES runs(run);          -- the reading that no longer found it
ALTER TABLE statements ADD COLUMN retired_at TEXT;                          -- when, as decisions have their times
ALTER TABLE statements ADD COLUMN needs_look INTEGER NOT NULL DEFAULT 0;    -- retired, and nobody has looked since
ALTER TABLE statements ADD COLUMN contested INTEGER NOT NULL DEFAULT 0;     -- two coders differ

CREATE INDEX statements_by_speaker ON statements (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX statements_by_name ON statements (speaker_name COLLATE NOCASE) WHERE speaker_name IS NOT NULL;
CREATE INDEX statements_by_role ON statements (speaker_role COLLATE NOCASE) WHERE speaker_role IS NOT NULL;
CREATE INDEX statements_by_day ON statements (said_on) WHERE said_on IS NOT NULL;
CREATE INDEX statements_of_article_by_day ON statements (article, said_on);
CREATE INDEX statements_by_state ON statements (state);
CREATE INDEX statements_corrected ON statements (statement) WHERE corrected;
CREATE INDEX statements_added ON statements (statement) WHERE added;
CREATE INDEX statements_to_look_at ON statements (statement) WHERE needs_look OR contested;
CREATE INDEX statements_by_confidence ON statements (confidence);

-- One outlet's articles in the order in which they are listed: see articles_in_order.
DROP INDEX articles_by_outlet;
CREATE INDEX articles_by_outlet ON articles (outlet COLLATE NOCASE, published IS NULL, published);

CREATE TABLE carriers (
    statement INTEGER NOT NULL REFERENCES statements(statement) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,   -- 0 is the outermost
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    actor INTEGER REFERENCES actors(actor),
    PRIMARY KEY (statement, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX carriers_by_actor ON carriers (actor) WHERE actor IS NOT NULL;

CREATE TABLE concepts (
    concept INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    definition TEXT NOT NULL,
    parent INTEGER REFERENCES concepts(concept)
) STRICT;

-- The codes in effect: what the latest decision of each coder says of a statement and a concept.
CREATE TABLE codes (
    statement INTEGER NOT NULL REFERENCES statements(statement) ON DELETE CASCADE,
    concept TEXT NOT NULL,      -- its id; the codebook may come later
    coder INTEGER NOT NULL REFERENCES coders(coder),
    stance TEXT NOT NULL CHECK (stance IN ('agree', 'disagree', 'neither')),
    PRIMARY KEY (statement, concept, coder)
) STRICT, WITHOUT ROWID;

CREATE INDEX codes_by_concept ON codes (concept, stance);

CREATE TABLE as_found (
    statement INTEGER PRIMARY KEY REFERENCES statements(statement) ON DELETE CASCADE,
    found TEXT NOT NULL CHECK (json_valid(found))
) STRICT;

CREATE TABLE articles_as_read (
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    fact TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (article, fact)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks_as_read (
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

-- What was found from `run` until `until`, and in this form no longer.
CREATE TABLE earlier_findings (
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    id TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs(run),
    until INTEGER NOT NULL REFERENCES runs(run),
    found TEXT NOT NULL CHECK (json_valid(found)),
    PRIMARY KEY (article, id, run)
) STRICT, WITHOUT ROWID;

-- The columns of a primary key stand first wherever a table is WITHOUT ROWID: else the integrity check of SQLite 3.40
-- reports a NULL that is none.

-- A reading that found almost the same words: what was decided of the earlier statement holds for the later one.
CREATE TABLE successions (
    earlier TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs(run),
    later TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    PRIMARY KEY (earlier, run)
) STRICT, WITHOUT ROWID;

CREATE INDEX successions_by_later ON successions (later);
CREATE INDEX successions_by_article ON successions (article);

-- What was removed for good, and why; nothing of its words is left.
CREATE TABLE tombstones (
    id TEXT PRIMARY KEY,
    source_hash TEXT,               -- of the bytes it came from, so that they are not taken in again
    at TEXT NOT NULL,
    coder TEXT NOT NULL,
    reason TEXT NOT NULL,
    statements INTEGER NOT NULL,    -- how many went with it
    decisions INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

DROP VIEW statement_list;

-- For people with plain sqlite3: one row a statement that stands, and what people made of it.
CREATE VIEW statement_list AS
SELECT
    a.published, a.outlet, a.title, w.source, w.cue, w.words, s.kind,
    coalesce(root.name, named.name, s.speaker_name) AS speaker, s.speaker_role AS role, s.said_on,
    (SELECT group_concat(concept || ' ' || stance || ' (' || coders.name || ')', '; ')
        FROM codes JOIN coders USING (coder) WHERE codes.statement = s.statement) AS codes,
    s.state, s.confidence, s.id, a.id AS article_id, a.doc
FROM statements AS s
JOIN articles AS a USING (article)
JOIN statement_words AS w USING (statement)
LEFT JOIN actors AS named ON named.actor = s.speaker
LEFT JOIN actors AS root ON root.actor = named.root
WHERE s.state <> 'rejected';

-- For people with plain sqlite3: who did what when.
CREATE VIEW decision_list AS
SELECT d.at, coders.name AS coder, d.action, d.subject, d.details, d.id, a.id AS article_id,
    d.decision IN (SELECT decision FROM taken_back) AS undone
FROM decisions AS d JOIN coders USING (coder) LEFT JOIN articles AS a USING (article)
ORDER BY d.at, d.id;
