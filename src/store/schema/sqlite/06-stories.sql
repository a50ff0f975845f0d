ALTER TABLE story ADD COLUMN touch_point TEXT NOT NULL DEFAULT '';
ALTER TABLE story ADD COLUMN stage TEXT NOT NULL DEFAULT '';
ALTER TABLE story ADD COLUMN customer TEXT NOT NULL DEFAULT '';
ALTER TABLE story ADD COLUMN inside_customer INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE story ADD COLUMN promise TEXT NOT NULL DEFAULT '';

-- A miss that is not put right yet. Those told before there was this column count as settled.
ALTER TABLE story ADD COLUMN unsettled INTEGER NOT NULL DEFAULT 0;
CREATE INDEX story_unsettled ON story (team_id, day) WHERE unsettled = 1;

CREATE TABLE recovery (
  story_id INTEGER NOT NULL REFERENCES story,
  step TEXT NOT NULL,             -- heard, apologised, put-right
  person_id INTEGER NOT NULL REFERENCES person,
  day TEXT NOT NULL,
  PRIMARY KEY (story_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_edit (
  id INTEGER PRIMARY KEY,
  story_id INTEGER NOT NULL REFERENCES story,
  at INTEGER NOT NULL,
  by_id INTEGER REFERENCES person,
  text TEXT NOT NULL              -- as it was before
) STRICT;
CREATE INDEX story_edit_by_story ON story_edit (story_id);

-- A person's own wish, which goes before the playbook; NULL: none.
CREATE TABLE consent (
  person_id INTEGER PRIMARY KEY REFERENCES person,
  leads INTEGER,
  shared INTEGER,
  celebrated INTEGER
) STRICT;

-- Who was erased, so that no playbook brings them back. A digest of the key, since the key must not
-- be kept; salted, so that two books cannot be compared.
CREATE TABLE erased (digest INTEGER PRIMARY KEY) STRICT;
CREATE TABLE erased_salt (salt INTEGER NOT NULL) STRICT;
INSERT INTO erased_salt VALUES (random());

-- Words of stories and lessons. The text stays where it is; triggers keep the index in step,
-- whoever writes.
CREATE VIRTUAL TABLE story_words USING fts5
  (text, content='story', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
INSERT INTO story_words (story_words) VALUES ('rebuild');
CREATE TRIGGER story_words_in AFTER INSERT ON story BEGIN
  INSERT INTO story_words (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER story_words_out AFTER DELETE ON story BEGIN
  INSERT INTO story_words (story_words, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER story_words_anew AFTER UPDATE OF text ON story BEGIN
  INSERT INTO story_words (story_words, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO story_words (rowid, text) VALUES (new.id, new.text);
END;

CREATE VIRTUAL TABLE lesson_words USING fts5
  (insight, change, content='lesson', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
INSERT INTO lesson_words (lesson_words) VALUES ('rebuild');
CREATE TRIGGER lesson_words_in AFTER INSERT ON lesson BEGIN
  INSERT INTO lesson_words (rowid, insight, change) VALUES (new.id, new.insight, new.change);
END;
CREATE TRIGGER lesson_words_out AFTER DELETE ON lesson BEGIN
  INSERT INTO lesson_words (lesson_words, rowid, insight, change)
    VALUES ('delete', old.id, old.insight, old.change);
END;
CREATE TRIGGER lesson_words_anew AFTER UPDATE OF insight, change ON lesson BEGIN
  INSERT INTO lesson_words (lesson_words, rowid, insight, change)
    VALUES ('delete', old.id, old.insight, old.change);
  INSERT INTO lesson_words (rowid, insight, change) VALUES (new.id, new.insight, new.change);
END;
