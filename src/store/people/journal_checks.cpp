#include "store/people/journal_checks.hpp"

namespace huddlekit {
namespace {

/// Each row of the query is one mistake: the sentence comes with it.
constexpr const char* kRules[] = {
    "SELECT 'turn ' || id || ': must be of somebody in its rotation' FROM turn"
    " WHERE undoes IS NULL AND instr(' ' || members, ' ' || taker || ':') = 0",

    "SELECT 'turn ' || t.id || ': must give back a turn of the same rotation taken before it'"
    " FROM turn AS t LEFT JOIN turn AS u ON u.id = t.undoes AND u.id < t.id AND u.role = t.role"
    " AND u.scope = t.scope AND u.undoes IS NULL WHERE t.undoes IS NOT NULL AND u.id IS NULL",

    "SELECT 'credit of ' || role || ': must add up to 0, got ' || sum(credit) FROM credit"
    " GROUP BY role, scope HAVING sum(credit) <> 0",

    "SELECT 'credit of ' || role || ': must say when the last of its turns was' FROM credit"
    " WHERE (turns > 0) <> (last_day IS NOT NULL) OR turns < 0",

    "SELECT 'huddle ' || h.id || ': must have an agenda for each of its revisions, has '"
    " || count(a.revision) || ' of ' || h.revision FROM huddle AS h LEFT JOIN agenda AS a"
    " ON a.huddle_id = h.id AND a.revision BETWEEN 1 AND h.revision"
    " GROUP BY h.id HAVING count(a.revision) <> h.revision",

    "SELECT 'agenda of huddle ' || a.huddle_id || ': must have segments in a row from 0, and their"
    " seconds add up to ' || a.timebox FROM agenda AS a LEFT JOIN segment AS s"
    " ON s.huddle_id = a.huddle_id AND s.revision = a.revision GROUP BY a.huddle_id, a.revision"
    " HAVING count(s.position) = 0 OR min(s.position) <> 0"
    " OR max(s.position) <> count(s.position) - 1 OR sum(s.seconds) <> a.timebox",

    "SELECT 'line of huddle ' || p.huddle_id || ': must be of a segment of its agenda'"
    " FROM point AS p LEFT JOIN segment AS s ON s.huddle_id = p.huddle_id"
    " AND s.revision = p.revision AND s.position = p.position WHERE s.huddle_id IS NULL",

    "SELECT 'clock of huddle ' || l.huddle_id || ': must stand at one of its segments'"
    " FROM live AS l LEFT JOIN live_segment AS s ON s.huddle_id = l.huddle_id"
    " AND s.position = l.current WHERE s.huddle_id IS NULL OR s.dropped = 1",
};

constexpr std::size_t kMostShown = 1000;

}  // namespace

std::vector<std::string> journal_problems(Database& database) {
  std::vector<std::string> out;
  for (const auto* rule : kRules) {
    auto q = database.query(rule);
    while (q.next() && out.size() < kMostShown) out.push_back(q.text(0));
  }
  return out;
}

}  // namespace huddlekit
