-- The playbook -------------------------------------------------------------------------------------------------------

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- Raised by every load that changes something, so that other processes drop what they remember.
CREATE TABLE generation (number INTEGER NOT NULL) STRICT;
INSERT INTO generation VALUES (0);

CREATE TABLE organisation (
  source_id INTEGER PRIMARY KEY REFERENCES source,
  name TEXT NOT NULL,
  motto TEXT NOT NULL,
  promise TEXT NOT NULL,
  zone TEXT NOT NULL,
  work_week INTEGER NOT NULL,
  scope TEXT NOT NULL,
  period TEXT NOT NULL
) STRICT;

CREATE TABLE core_value (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  position INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  statement TEXT NOT NULL,
  behaviours TEXT NOT NULL,
  weight INTEGER NOT NULL,
  promise TEXT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE prompt (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  position INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE,
  value_id INTEGER NOT NULL REFERENCES core_value,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  departments TEXT NOT NULL,
  touch_point TEXT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  position INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  department TEXT NOT NULL,
  customers TEXT NOT NULL,
  zone TEXT NOT NULL,
  parent TEXT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  key TEXT UNIQUE,  -- NULL once erased
  name TEXT NOT NULL
) STRICT;

CREATE TABLE membership (
  team_id INTEGER NOT NULL REFERENCES team,
  person_id INTEGER NOT NULL REFERENCES person,
  position INTEGER NOT NULL,
  days INTEGER NOT NULL,
  huddles TEXT NOT NULL,
  since TEXT,
  leads INTEGER NOT NULL,
  shared INTEGER NOT NULL,
  celebrated INTEGER NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (team_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
  team_id INTEGER NOT NULL REFERENCES team,
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  rule TEXT NOT NULL,
  since TEXT NOT NULL,
  start INTEGER NOT NULL,
  timebox INTEGER NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (team_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE theme (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  position INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  value_keys TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  factor INTEGER NOT NULL,
  goal TEXT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE segment_override (
  segment TEXT PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  min INTEGER,
  ideal INTEGER,
  max INTEGER,
  cut INTEGER,
  title TEXT NOT NULL,
  enabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Huddles and their agendas ------------------------------------------------------------------------------------------

CREATE TABLE huddle (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES team,
  day TEXT NOT NULL,
  meeting TEXT NOT NULL,
  starts INTEGER NOT NULL,
  state TEXT NOT NULL,            -- published, completed, cancelled
  revision INTEGER NOT NULL,
  value_id INTEGER REFERENCES core_value,
  prompt_id INTEGER REFERENCES prompt,
  leader_id INTEGER REFERENCES person,
  seat_id INTEGER REFERENCES person,
  lesson_id INTEGER REFERENCES lesson,
  expected TEXT NOT NULL,         -- ids of those expected when it was published
  led_by INTEGER REFERENCES person,
  took INTEGER,
  attended TEXT,                  -- ids of those recorded as present; NULL: not recorded
  reason TEXT NOT NULL DEFAULT '',
  UNIQUE (team_id, day, meeting)
) STRICT;
CREATE INDEX huddle_by_day ON huddle (day);
CREATE INDEX huddle_by_lesson ON huddle (lesson_id) WHERE lesson_id IS NOT NULL;

-- Text holds people by id and sentences by key (see core/sentences/phrase.hpp); both become words
-- when it is read.
CREATE TABLE agenda (
  huddle_id INTEGER NOT NULL REFERENCES huddle,
  revision INTEGER NOT NULL,
  reason TEXT NOT NULL,
  organisation TEXT NOT NULL,
  motto TEXT NOT NULL,
  team_name TEXT NOT NULL,
  huddle_name TEXT NOT NULL,
  zone TEXT NOT NULL,
  local_start INTEGER NOT NULL,
  timebox INTEGER NOT NULL,
  value_key TEXT NOT NULL,
  value_name TEXT NOT NULL,
  leader_id INTEGER REFERENCES person,
  seat_id INTEGER REFERENCES person,
  PRIMARY KEY (huddle_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE segment (
  huddle_id INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  who TEXT NOT NULL,              -- ids, separated by spaces
  text TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (huddle_id, revision, position),
  FOREIGN KEY (huddle_id, revision) REFERENCES agenda
) STRICT, WITHOUT ROWID;

CREATE TABLE point (
  huddle_id INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (huddle_id, revision, position, line),
  FOREIGN KEY (huddle_id, revision, position) REFERENCES segment
) STRICT, WITHOUT ROWID;

-- Turns --------------------------------------------------------------------------------------------------------------

-- Every turn ever taken, in order: replaying it gives `credit`. An entry that undoes another names it.
CREATE TABLE turn (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL,             -- value, lead, seat
  scope INTEGER NOT NULL,         -- team id; 0: the organisation
  huddle_id INTEGER NOT NULL REFERENCES huddle,
  taker INTEGER NOT NULL,
  day TEXT NOT NULL,
  before TEXT,                    -- the taker's last turn before this one
  members TEXT NOT NULL,          -- who was in the rotation, with weights; see store/turn_store.cpp
  late INTEGER NOT NULL,          -- puts a turn right that was taken before: nobody leaves by it
  undoes INTEGER REFERENCES turn
) STRICT;
CREATE INDEX turn_by_huddle ON turn (huddle_id);

CREATE TABLE credit (
  role TEXT NOT NULL,
  scope INTEGER NOT NULL,
  candidate INTEGER NOT NULL,
  credit INTEGER NOT NULL,        -- in 1/kTurn of a turn
  turns INTEGER NOT NULL,
  last_day TEXT,
  PRIMARY KEY (role, scope, candidate)
) STRICT, WITHOUT ROWID;

-- The value of a day, week or month, from the first huddle of it that is published.
CREATE TABLE value_day (
  scope INTEGER NOT NULL,
  day TEXT NOT NULL,              -- the first day of the period
  value_id INTEGER NOT NULL REFERENCES core_value,
  huddle_id INTEGER NOT NULL REFERENCES huddle,  -- whose publishing took the value's turn
  PRIMARY KEY (scope, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE prompt_use (
  team_id INTEGER NOT NULL REFERENCES team,
  prompt_id INTEGER NOT NULL REFERENCES prompt,
  uses INTEGER NOT NULL,
  last INTEGER NOT NULL,          -- counts the team's uses; 0: given back
  pass INTEGER NOT NULL,          -- the pass through the value's prompts that it was last used in
  heard TEXT NOT NULL,            -- ids of those who have heard it
  PRIMARY KEY (team_id, prompt_id)
) STRICT, WITHOUT ROWID;

-- In how many of the team's huddles somebody was, as recorded, else as expected; and what was heard there: value, credit,
-- times and last day for each, see store/presence_store.cpp. One row a person keeps publishing cheap.
CREATE TABLE presence (
  team_id INTEGER NOT NULL REFERENCES team,
  person_id INTEGER NOT NULL REFERENCES person,
  huddles INTEGER NOT NULL,
  heard TEXT NOT NULL,
  PRIMARY KEY (team_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE absence (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL         -- the last day away
) STRICT;
CREATE INDEX absence_by_person ON absence (person_id, until_day);

-- Who is expected at one huddle, where a roster says so; it then says all.
CREATE TABLE roster (
  team_id INTEGER NOT NULL REFERENCES team,
  day TEXT NOT NULL,
  meeting TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person,
  PRIMARY KEY (team_id, day, meeting, person_id)
) STRICT, WITHOUT ROWID;

-- What people agreed on about one huddle: a turn is somebody's, or passes somebody by; or somebody cannot come.
CREATE TABLE arrangement (
  team_id INTEGER NOT NULL REFERENCES team,
  day TEXT NOT NULL,
  meeting TEXT NOT NULL,
  role TEXT NOT NULL,             -- lead, seat, away
  person_id INTEGER NOT NULL REFERENCES person,
  takes INTEGER NOT NULL,         -- 1: takes the turn; 0: is passed by
  PRIMARY KEY (team_id, day, meeting, role, person_id)
) STRICT, WITHOUT ROWID;

-- The journal --------------------------------------------------------------------------------------------------------

CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  team_id INTEGER NOT NULL REFERENCES team,
  day TEXT NOT NULL,
  text TEXT NOT NULL,
  by_id INTEGER REFERENCES person
) STRICT;
CREATE INDEX story_by_team ON story (team_id, day);

CREATE TABLE story_value (
  story_id INTEGER NOT NULL REFERENCES story,
  position INTEGER NOT NULL,
  value_id INTEGER NOT NULL REFERENCES core_value,
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_person (
  story_id INTEGER NOT NULL REFERENCES story,
  position INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person,
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

-- Which stories a huddle's agenda told.
CREATE TABLE told (
  huddle_id INTEGER NOT NULL REFERENCES huddle,
  story_id INTEGER NOT NULL REFERENCES story,
  team_id INTEGER NOT NULL REFERENCES team,
  PRIMARY KEY (huddle_id, story_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_by_story ON told (story_id, team_id);

CREATE TABLE lesson (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES team,
  day TEXT NOT NULL,
  insight TEXT NOT NULL,
  change TEXT NOT NULL,
  importance INTEGER NOT NULL,
  value_id INTEGER REFERENCES core_value,
  story_id INTEGER REFERENCES story,
  heard TEXT,                     -- day of the last huddle that it came back in
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX lesson_by_team ON lesson (team_id, heard, day);

CREATE TABLE commitment (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES team,
  person_id INTEGER NOT NULL REFERENCES person,
  text TEXT NOT NULL,
  made TEXT NOT NULL,
  due TEXT NOT NULL,
  for_customer INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX commitment_by_team ON commitment (team_id, state, due);

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES team,
  day TEXT NOT NULL,
  text TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_team ON note (team_id, day);
