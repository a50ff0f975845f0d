#include "store/huddles/feed_store.hpp"

#include "store/sql/lists.hpp"

namespace huddlekit {

std::string FeedStore::token() {
  auto q = database_.query("SELECT token FROM feed_identity");
  q.next();
  return q.text(0);
}

std::map<std::string, FeedStamp> FeedStore::between(Day from, Day until) {
  std::map<std::string, FeedStamp> stamps;
  auto q = database_.query(
      "SELECT huddle, team_id, day, starts, length, zone, title, expected, cancelled, hash,"
      " sequence, modified FROM feed_stamp WHERE day >= ? AND day < ?",
      from, until);
  while (q.next()) {
    FeedStamp stamp{.huddle = q.text(0),
                    .team = q.number(1),
                    .day = q.day(2),
                    .starts = q.instant(3),
                    .length = q.length(4),
                    .zone = q.text(5),
                    .title = q.text(6),
                    .expected = from_id_list(q.view(7)),
                    .cancelled = q.flag(8),
                    .hash = q.number(9),
                    .sequence = q.small(10),
                    .modified = q.instant(11)};
    stamps.emplace(stamp.huddle, std::move(stamp));
  }
  return stamps;
}

void FeedStore::save(const FeedStamp& s) {
  database_.run(
      "INSERT INTO feed_stamp VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (huddle) DO UPDATE SET team_id = excluded.team_id, day = excluded.day,"
      " starts = excluded.starts, length = excluded.length, zone = excluded.zone,"
      " title = excluded.title, expected = excluded.expected, cancelled = excluded.cancelled,"
      " hash = excluded.hash, sequence = excluded.sequence, modified = excluded.modified",
      s.huddle, s.team, s.day, s.starts, s.length, s.zone, s.title, to_id_list(s.expected),
      s.cancelled, s.hash, s.sequence, s.modified);
}

}  // namespace huddlekit
