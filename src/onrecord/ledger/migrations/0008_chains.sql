-- Those through whom words came are linked to actors as speakers are, and so are those to whom they were said.

ALTER TABLE carriers ADD COLUMN linked INTEGER REFERENCES actors(actor);       -- who linking says it is
ALTER TABLE carriers ADD COLUMN known_as INTEGER AS (coalesce(actor, linked)) VIRTUAL;  -- a person's word before that

CREATE INDEX carriers_by_linked ON carriers (linked) WHERE linked IS NOT NULL;
CREATE INDEX carriers_by_known_as ON carriers (known_as) WHERE known_as IS NOT NULL;
CREATE INDEX carriers_by_name ON carriers (name COLLATE NOCASE);

-- To whom a statement was made, an outlet that passed it on aside.
CREATE TABLE addressees (
    statement INTEGER NOT NULL REFERENCES statements(statement) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,   -- in the order of the text
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    actor INTEGER REFERENCES actors(actor),
    linked INTEGER REFERENCES actors(actor),
    known_as INTEGER AS (coalesce(actor, linked)) VIRTUAL,
    PRIMARY KEY (statement, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX addressees_by_actor ON addressees (actor) WHERE actor IS NOT NULL;
CREATE INDEX addressees_by_linked ON addressees (linked) WHERE linked IS NOT NULL;
CREATE INDEX addressees_by_known_as ON addressees (known_as) WHERE known_as IS NOT NULL;
CREATE INDEX addressees_by_name ON addressees (name COLLATE NOCASE);

CREATE TRIGGER carriers_to_link AFTER INSERT ON carriers BEGIN
    INSERT OR IGNORE INTO articles_to_link SELECT article FROM statements WHERE statement = new.statement;
END;

CREATE TRIGGER carriers_gone_to_link AFTER DELETE ON carriers BEGIN
    INSERT OR IGNORE INTO articles_to_link SELECT article FROM statements WHERE statement = old.statement;
END;

CREATE TRIGGER addressees_to_link AFTER INSERT ON addressees BEGIN
    INSERT OR IGNORE INTO articles_to_link SELECT article FROM statements WHERE statement = new.statement;
END;

CREATE TRIGGER addressees_gone_to_link AFTER DELETE ON addressees BEGIN
    INSERT OR IGNORE INTO articles_to_link SELECT article FROM statements WHERE statement = old.statement;
END;

-- Those of a statement that goes are gone with it before anybody could ask whose they were.
CREATE TRIGGER statements_with_others_gone_to_link BEFORE DELETE ON statements
WHEN EXISTS (SELECT 1 FROM carriers WHERE statement = old.statement)
    OR EXISTS (SELECT 1 FROM addressees WHERE statement = old.statement) BEGIN
    INSERT OR IGNORE INTO articles_to_link VALUES (old.article);
END;

INSERT OR IGNORE INTO articles_to_link SELECT DISTINCT article FROM carriers JOIN statements USING (statement);
