-- Lessons with recall, commitments that move and get stuck, matters handed over, stories shared,
-- proposals.

ALTER TABLE organisation ADD COLUMN feature_days INTEGER NOT NULL DEFAULT 20;  -- Tuesday and Thursday
ALTER TABLE theme ADD COLUMN goal_count INTEGER NOT NULL DEFAULT 0;

-- What a held huddle reached; no row: all of it, and nobody rated the lesson.
CREATE TABLE coverage (
  huddle_id INTEGER PRIMARY KEY REFERENCES huddle,
  covered TEXT,                   -- kinds of segments as a JSON array; NULL: all
  lesson_rating INTEGER           -- 1 to 4; NULL: not rated
) STRICT;
ALTER TABLE told ADD COLUMN reached INTEGER NOT NULL DEFAULT 1;

-- Lessons ------------------------------------------------------------------------------------------------------------

ALTER TABLE lesson ADD COLUMN audience TEXT NOT NULL DEFAULT 'team';  -- team, department, everyone
ALTER TABLE lesson ADD COLUMN merged_into INTEGER REFERENCES lesson;  -- and `retired` is 1
ALTER TABLE lesson ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE INDEX lesson_to_come ON lesson (team_id, importance, value_id, day, id) WHERE retired = 0;
CREATE INDEX lesson_for_others ON lesson (importance, value_id, day, id)
  WHERE retired = 0 AND audience <> 'team';

-- Every time that a lesson came back to a team. A published huddle counts as held until it is told otherwise.
CREATE TABLE lesson_review (
  huddle_id INTEGER NOT NULL REFERENCES huddle,
  lesson_id INTEGER NOT NULL REFERENCES lesson,
  team_id INTEGER NOT NULL REFERENCES team,
  day TEXT NOT NULL,
  starts INTEGER NOT NULL,        -- of several on one day the last counts
  rating INTEGER NOT NULL,        -- 1 to 4
  assumed INTEGER NOT NULL,       -- 1: nobody rated it
  PRIMARY KEY (huddle_id, lesson_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lesson_review_by_lesson ON lesson_review (lesson_id, team_id, day, starts);

-- What these reviews lead to: replaying them gives it.
CREATE TABLE lesson_state (
  team_id INTEGER NOT NULL REFERENCES team,
  lesson_id INTEGER NOT NULL REFERENCES lesson,
  heard TEXT NOT NULL,            -- the day of the last review
  stability REAL NOT NULL,        -- days; 0: still to be worked out
  difficulty REAL NOT NULL,
  due TEXT NOT NULL,
  good_in_a_row INTEGER NOT NULL,
  PRIMARY KEY (team_id, lesson_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lesson_state_by_due ON lesson_state (team_id, due);
CREATE INDEX lesson_state_to_do ON lesson_state (lesson_id) WHERE stability = 0;

-- Lessons came back before, unrated.
INSERT INTO lesson_review SELECT id, lesson_id, team_id, day, starts, 3, 1 FROM huddle
  WHERE lesson_id IS NOT NULL AND state <> 'cancelled';
INSERT INTO lesson_state SELECT team_id, lesson_id, max(day), 0, 1, max(day), 0 FROM lesson_review
  GROUP BY team_id, lesson_id;

-- Commitments --------------------------------------------------------------------------------------------------------

CREATE TABLE renegotiation (
  id INTEGER PRIMARY KEY,
  commitment_id INTEGER NOT NULL REFERENCES commitment,
  day TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX renegotiation_by_commitment ON renegotiation (commitment_id);

-- On which agendas a commitment stood that was due and open.
CREATE TABLE commitment_shown (
  commitment_id INTEGER NOT NULL REFERENCES commitment,
  huddle_id INTEGER NOT NULL REFERENCES huddle,
  PRIMARY KEY (commitment_id, huddle_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_shown_by_huddle ON commitment_shown (huddle_id);

-- Between teams ------------------------------------------------------------------------------------------------------

CREATE TABLE hand_off (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES team,     -- asks
  to_id INTEGER NOT NULL REFERENCES team,       -- answers
  story_id INTEGER REFERENCES story,            -- one of these two
  commitment_id INTEGER REFERENCES commitment,  -- stuck: went to the team above
  huddle_id INTEGER REFERENCES huddle,          -- whose publishing raised it
  question TEXT NOT NULL,
  raised TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '',              -- empty: still waits
  answered TEXT,
  by_id INTEGER REFERENCES person
) STRICT;
CREATE INDEX hand_off_by_team ON hand_off (team_id, answered);
CREATE INDEX hand_off_to_team ON hand_off (to_id, answered);
CREATE INDEX hand_off_by_huddle ON hand_off (huddle_id) WHERE huddle_id IS NOT NULL;
CREATE INDEX hand_off_by_commitment ON hand_off (commitment_id) WHERE commitment_id IS NOT NULL;

-- Which answers a huddle heard.
CREATE TABLE answer_heard (
  huddle_id INTEGER NOT NULL REFERENCES huddle,
  hand_off_id INTEGER NOT NULL REFERENCES hand_off,
  reached INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (huddle_id, hand_off_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_heard_by_hand_off ON answer_heard (hand_off_id);

-- Wins by day, whosever they are: what goes round on feature days, and what counts towards a goal.
CREATE INDEX story_won ON story (day, team_id) WHERE kind = 'win';
CREATE INDEX story_person_thanked ON story_person (person_id, story_id);

CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,             -- behaviour, prompt, wording
  text TEXT NOT NULL,
  value_id INTEGER NOT NULL REFERENCES core_value,
  story_id INTEGER REFERENCES story,
  by_id INTEGER REFERENCES person,
  day TEXT NOT NULL,
  state TEXT NOT NULL,            -- waiting, accepted, declined
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
