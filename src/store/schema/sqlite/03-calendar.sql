ALTER TABLE organisation ADD COLUMN holidays TEXT NOT NULL DEFAULT '[]';
ALTER TABLE team ADD COLUMN holidays TEXT;       -- NULL: the organisation's
ALTER TABLE team ADD COLUMN work_week INTEGER;   -- NULL: the organisation's
ALTER TABLE meeting ADD COLUMN on_holiday TEXT NOT NULL DEFAULT 'skip';
ALTER TABLE meeting ADD COLUMN form TEXT NOT NULL DEFAULT 'daily';

-- The playbook's own holidays.
CREATE TABLE playbook_holiday (
  source_id INTEGER NOT NULL REFERENCES source,
  position INTEGER NOT NULL,
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE holiday_calendar (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  origin TEXT NOT NULL,
  read TEXT NOT NULL              -- the day
) STRICT;

CREATE TABLE holiday (
  calendar_id INTEGER NOT NULL REFERENCES holiday_calendar,
  day TEXT NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (calendar_id, day, region, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX holiday_by_region ON holiday (region, day) WHERE region <> '';

-- A huddle's id names the day that the rule gives, `day` is the one on which it takes place. Where a holiday or somebody
-- moved it, this is the rule's time: 2026-11-23T06:45:00.
ALTER TABLE huddle ADD COLUMN moved_from TEXT;
CREATE UNIQUE INDEX huddle_by_id ON huddle (team_id, meeting, coalesce(substr(moved_from, 1, 10), day));
-- What a revision said, where the huddle was moved since; NULL: as the huddle.
ALTER TABLE agenda ADD COLUMN day TEXT;
ALTER TABLE agenda ADD COLUMN starts INTEGER;

-- Somebody moved one huddle, published or not: from the rule's day to a wall-clock time.
CREATE TABLE huddle_move (
  team_id INTEGER NOT NULL REFERENCES team,
  meeting TEXT NOT NULL,
  rule_day TEXT NOT NULL,
  local_start INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (team_id, meeting, rule_day)
) STRICT, WITHOUT ROWID;
