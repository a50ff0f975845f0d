-- Writes that said who made them or had a name, kept for 30 days: the same call told again gives
-- the same answer. Stays with the book: an export does not hold it.
CREATE TABLE call (
  id INTEGER PRIMARY KEY,
  name TEXT UNIQUE,                     -- the caller's own; NULL: none
  person_id INTEGER REFERENCES person,  -- who made it, where the book knows them
  who TEXT NOT NULL,                    -- else what the host calls them; empty: not told
  what TEXT NOT NULL,                   -- tell, publish
  asked INTEGER NOT NULL,               -- a digest of what it was told
  at INTEGER NOT NULL,
  answer TEXT                           -- JSON, empty for a call without one; NULL: somebody in it was erased
) STRICT;
CREATE INDEX call_by_time ON call (at);
