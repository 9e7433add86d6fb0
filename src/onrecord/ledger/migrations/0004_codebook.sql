-- The codebook follows from the decisions on it, as all else that people decide; so do the variables of codes.

-- What the codebook is called; no row where the ledger has none, and any concept can be coded.
CREATE TABLE codebook (
    codebook INTEGER PRIMARY KEY CHECK (codebook = 1),
    title TEXT NOT NULL
) STRICT;

ALTER TABLE concepts ADD COLUMN place INTEGER NOT NULL DEFAULT 0;   -- its place in the codebook, from 0

-- Statements that agree with a concept (for), and ones that disagree (against).
CREATE TABLE concept_examples (
    concept INTEGER NOT NULL REFERENCES concepts(concept) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('for', 'against')),
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (concept, side, ordinal)
) STRICT, WITHOUT ROWID;

-- What the study codes beside concept and stance.
CREATE TABLE variables (
    variable INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL CHECK (type IN ('short text', 'integer', 'boolean')),
    label TEXT NOT NULL,
    place INTEGER NOT NULL      -- its place in the codebook, from 0
) STRICT;

-- One coder's variables of a code; with a further entry, a code more on a statement that says the same for several.
CREATE TABLE codings (
    coding INTEGER PRIMARY KEY,
    statement INTEGER NOT NULL REFERENCES statements(statement) ON DELETE CASCADE,
    concept TEXT NOT NULL,      -- empty for values of the statement as a whole
    coder INTEGER NOT NULL REFERENCES coders(coder),
    entry INTEGER NOT NULL,     -- 1 belongs to the code in `codes`
    stance TEXT CHECK (stance IN ('agree', 'disagree', 'neither')),     -- of a further entry
    scheme TEXT NOT NULL,       -- the kind of coding in a study that has several
    UNIQUE (statement, concept, coder, entry)
) STRICT;

CREATE TABLE code_values (
    coding INTEGER NOT NULL REFERENCES codings(coding) ON DELETE CASCADE,
    variable TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('short text', 'integer', 'boolean')),
    value ANY NOT NULL,         -- words, a whole number, or 0 and 1
    PRIMARY KEY (coding, variable)
) STRICT, WITHOUT ROWID;

-- What a file of the Discourse Network Analyzer (.dna) holds and OnRecord has no word for, so that it can be written
-- again: colours, rights, statement types, attributes, patterns.
CREATE TABLE dna_frame (
    frame INTEGER PRIMARY KEY CHECK (frame = 1),
    facts TEXT NOT NULL CHECK (json_valid(facts))
) STRICT;

-- A document of such a file.
CREATE TABLE dna_documents (
    document INTEGER PRIMARY KEY,   -- its number in the file, or the next one free
    article INTEGER NOT NULL REFERENCES articles(article) ON DELETE CASCADE,
    facts TEXT NOT NULL CHECK (json_valid(facts))   -- title, author, source, section, type, notes, date, coder
) STRICT;

CREATE INDEX dna_documents_by_article ON dna_documents (article);

-- A statement of such a file, and which code it is here.
CREATE TABLE dna_statements (
    number INTEGER PRIMARY KEY,     -- its number in the file, or the next one free
    document INTEGER NOT NULL REFERENCES dna_documents(document) ON DELETE CASCADE,
    type TEXT NOT NULL,             -- the label of its statement type
    coder TEXT,                     -- null where the file names none
    start INTEGER NOT NULL,         -- as the file has them
    stop INTEGER NOT NULL,
    at TEXT NOT NULL,               -- when it was taken in, as decisions have their times
    statement TEXT,                 -- the id of the statement here; null where it could be none
    concept TEXT NOT NULL,          -- as the file has it; empty for none
    entry INTEGER NOT NULL,
    held TEXT CHECK (held IS NULL OR json_valid(held))  -- the values, where it could be no statement here
) STRICT;

CREATE INDEX dna_statements_by_document ON dna_statements (document);
