-- Every name that an actor goes by: those that people gave it, and those that articles have it by.
CREATE VIEW known_names AS
SELECT actor, name FROM actor_names
UNION ALL
SELECT home AS actor, name FROM figures WHERE home IS NOT NULL;

CREATE INDEX figures_by_name_nocase ON figures (name COLLATE NOCASE) WHERE home IS NOT NULL;

-- Figures that stay as they are are not written again, and so do not say themselves that their article's day changed.
DROP TRIGGER articles_changed_to_link;

CREATE TRIGGER articles_changed_to_link AFTER UPDATE OF published, outlet ON articles BEGIN
    INSERT OR IGNORE INTO articles_to_link VALUES (new.article);
    INSERT OR IGNORE INTO blocks_to_link
    SELECT n.block FROM figures AS f JOIN name_blocks AS n USING (name, type) WHERE f.article = new.article;
END;
