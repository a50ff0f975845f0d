-- How huddles were really held. Segments go by their kind, `round`.

-- A huddle that has begun, as it stood when somebody last pressed a key.
CREATE TABLE live (
  huddle_id INTEGER PRIMARY KEY REFERENCES huddle,
  timebox INTEGER NOT NULL,
  phase TEXT NOT NULL,            -- running, paused, finished
  current INTEGER NOT NULL,       -- position of the segment that is on
  counted_to INTEGER NOT NULL,
  started INTEGER NOT NULL,
  finished INTEGER,
  attended TEXT,                  -- ids of those noted as present; NULL: nobody has noted it
  lesson_rating INTEGER           -- 1 to 4; NULL: not rated yet
) STRICT;
CREATE TABLE live_segment (
  huddle_id INTEGER NOT NULL REFERENCES live,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  planned INTEGER NOT NULL,
  min INTEGER NOT NULL,
  cut INTEGER NOT NULL,
  dropped INTEGER NOT NULL,
  took INTEGER NOT NULL,
  PRIMARY KEY (huddle_id, position)
) STRICT, WITHOUT ROWID;

-- How long each segment really was.
CREATE TABLE segment_held (
  huddle_id INTEGER NOT NULL REFERENCES huddle,
  kind TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  PRIMARY KEY (huddle_id, kind)
) STRICT, WITHOUT ROWID;
-- Derived from it, so that composing stays quick however long a team has met.
CREATE TABLE usual_length (
  team_id INTEGER NOT NULL REFERENCES team,
  kind TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  PRIMARY KEY (team_id, kind)
) STRICT, WITHOUT ROWID;

-- The commitments that came up at a huddle.
CREATE TABLE huddle_commitment (
  huddle_id INTEGER NOT NULL REFERENCES huddle,
  commitment_id INTEGER NOT NULL REFERENCES commitment,
  what TEXT NOT NULL,             -- made, kept, missed
  PRIMARY KEY (huddle_id, what, commitment_id)
) STRICT, WITHOUT ROWID;

-- What everybody said in a round that was collected.
CREATE TABLE round_answer (
  huddle_id INTEGER NOT NULL REFERENCES huddle,
  person_id INTEGER NOT NULL REFERENCES person,
  story_id INTEGER REFERENCES story,
  lesson_id INTEGER REFERENCES lesson,
  PRIMARY KEY (huddle_id, person_id)
) STRICT, WITHOUT ROWID;
