-- The codebook follows from the decisions on it, as all else that people decide; so do the variables of codes.

-- What the codebook is called; no row where the ledger has none, and any concept can be coded.
CREATE TABLE codebook (
    codebook INTEGER PRIMARY KEY CHECK (codebook = 1),
    title TEXT NOT NULL
) STRICT;

ALTER TABLE concepts ADD COLUMN place INTEGER NOT NULL DEFAULT 0;   -- its place in the codebook, from 0

-- Statements that bear on a concept (for), and ones that seem to and do not (against).
CREATE TABLE concept_examples (
    concept INTEGER NOT NULL REFERENCES concepts ON DELETE CASCADE,
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
    statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
    concept TEXT NOT NULL,      -- empty for values of the statement as a whole
    coder INTEGER NOT NULL REFERENCES coders,
    entry INTEGER NOT NULL,     -- 1 belongs to the code in `codes`
    stance TEXT CHECK (stance IN ('agree', 'disagree', 'neither')),     -- of a further entry
    scheme TEXT NOT NULL,       -- the kind of coding in a study that has several
    UNIQUE (statement, concept, coder, entry)
) STRICT;

CREATE TABLE code_values (
    coding INTEGER NOT NULL REFERENCES codings ON DELETE CASCADE,
    variable TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('short text', 'integer', 'boolean')),
    value ANY NOT NULL,         -- words, a whole number, or 0 and 1
    PRIMARY KEY (coding, variable)
) STRICT, WITHOUT ROWID;
