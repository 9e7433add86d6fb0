-- What a statement's cue names: words (speech, writing), or a thought or an attitude of which no words are reported.
ALTER TABLE statements ADD COLUMN
    act TEXT NOT NULL DEFAULT 'speech' CHECK (act IN ('speech', 'writing', 'thought', 'attitude'));

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
LEFT JOIN actors AS named ON named.actor = s.speaker
LEFT JOIN actors AS root ON root.actor = named.root
WHERE s.state <> 'rejected';
