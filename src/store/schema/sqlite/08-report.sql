-- When the playbook put somebody into a team that had members already, and when it took somebody
-- out. Reports go by it: what may be shown of a past month must not change with today's members.
CREATE TABLE member_day (
  team_id INTEGER NOT NULL REFERENCES team,
  person_id INTEGER NOT NULL REFERENCES person,
  joined TEXT,                    -- NULL: from the beginning, or as `since` says
  gone TEXT,                      -- the first day no longer in it
  PRIMARY KEY (team_id, person_id)
) STRICT, WITHOUT ROWID;
