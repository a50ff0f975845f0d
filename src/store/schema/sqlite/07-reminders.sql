CREATE TABLE reminder_rule (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  position INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  audience TEXT,
  ahead INTEGER,
  at INTEGER,
  days INTEGER NOT NULL,
  early INTEGER NOT NULL,
  shift INTEGER NOT NULL,
  quiet_from INTEGER,
  quiet_until INTEGER,
  at_most INTEGER NOT NULL,
  stop_after INTEGER NOT NULL,
  teams TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Names of environment variables, never what they hold.
CREATE TABLE reminder_target (
  team_id INTEGER NOT NULL REFERENCES team,
  position INTEGER NOT NULL,
  variable TEXT NOT NULL,
  PRIMARY KEY (team_id, position)
) STRICT, WITHOUT ROWID;

-- What has been offered or dropped. A reminder that is due and not here has not been touched yet.
CREATE TABLE reminder (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES team,
  day TEXT NOT NULL,
  occasion TEXT NOT NULL,           -- a meeting's key, day, week, commitment-12
  rule TEXT NOT NULL,
  person_id INTEGER REFERENCES person,  -- NULL: the team's channel
  state TEXT NOT NULL,              -- leased, waiting (to be tried again), sent, dropped, given-up
  attempt INTEGER NOT NULL,         -- how often it has been leased: names the present lease
  free_at INTEGER NOT NULL,         -- when the lease or the pause ends
  until INTEGER NOT NULL,           -- from when on it makes no sense any more
  counted TEXT,                     -- the local day on which the person may have been reminded
  sent INTEGER,
  answered INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX reminder_by_name
  ON reminder (team_id, day, occasion, rule, coalesce(person_id, 0));
CREATE INDEX reminder_by_day ON reminder (day);
CREATE INDEX reminder_by_state ON reminder (state, free_at);
CREATE INDEX reminder_by_count ON reminder (counted);
CREATE INDEX reminder_by_person ON reminder (person_id, rule, sent);

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  reminder_id INTEGER NOT NULL REFERENCES reminder,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,            -- sent, failed, dropped, given-up, answered
  target TEXT NOT NULL,             -- name of the environment variable, or empty
  why TEXT NOT NULL
) STRICT;
CREATE INDEX delivery_by_reminder ON delivery (reminder_id);
