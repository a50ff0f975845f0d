-- Behind the @ of every UID: the book under whatever name. A copy of the file is the same book.
CREATE TABLE feed_identity (token TEXT NOT NULL) STRICT;
INSERT INTO feed_identity VALUES (lower(hex(randomblob(16))));

-- What feeds have last said of a huddle. Holds no names: those stand in `hash` alone.
CREATE TABLE feed_stamp (
  huddle TEXT PRIMARY KEY,     -- front-desk/2026-11-23/morning
  team_id INTEGER NOT NULL REFERENCES team,
  day TEXT NOT NULL,
  starts INTEGER NOT NULL,
  length INTEGER NOT NULL,
  zone TEXT NOT NULL,
  title TEXT NOT NULL,
  expected TEXT NOT NULL,      -- ids
  cancelled INTEGER NOT NULL,
  hash INTEGER NOT NULL,       -- of all that was said
  sequence INTEGER NOT NULL,   -- how often that has changed
  modified INTEGER NOT NULL    -- when it last did
) STRICT;
CREATE INDEX feed_stamp_by_day ON feed_stamp (day);
