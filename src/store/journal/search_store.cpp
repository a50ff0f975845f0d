#include "store/journal/search_store.hpp"

#include <algorithm>
#include <tuple>

#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kMostBytes = 1'000;
constexpr int kMostHits = 1'000;

/// A word that is almost everywhere would have almost everything ranked, a microsecond each.
constexpr int kMostRanked = 5'000;

/// Every word as a phrase of FTS5, in which nothing is an operator; all of them have to be there.
std::string phrases(std::string_view words) {
  std::string out;
  bool within = false;
  for (const char c : words) {
    if (c == ' ' || c == '\t' || c == '\n') {
      if (within) out += "\" ";
      within = false;
      continue;
    }
    if (!within) out += '"';
    within = true;
    if (c == '"') out += '"';
    out += c;
  }
  return within ? out + '"' : out;
}

/// Takes the marks, which no text can contain, out of what `snippet` gave.
void unmark(std::string_view marked, SearchHit& hit) {
  for (const char c : marked) {
    if (c == '\x02') hit.found.emplace_back(hit.snippet.size(), 0);
    if (c == '\x03') hit.found.back().second = hit.snippet.size();
    if (c != '\x02' && c != '\x03') hit.snippet += c;
  }
}

struct Ranked {
  double score;  // BM25: the better, the smaller
  SearchHit hit;
};

}  // namespace

std::vector<SearchHit> SearchStore::search(std::string_view words, const SearchOptions& options) {
  check_text("words", words, kMostBytes);
  if (options.limit < 1 || options.limit > kMostHits) {
    throw InvalidArgument("limit: must be between 1 and " + std::to_string(kMostHits) + ", got " +
                          std::to_string(options.limit));
  }
  std::optional<Id> team, value;
  if (!options.team.empty()) team = playbook_.team(options.team).id;
  if (!options.value.empty()) value = playbook_.value(options.value).id;
  const auto match = phrases(words);

  std::vector<Ranked> ranked;
  const auto take = [&](Query q, auto&& kind_of) {
    while (q.next()) {
      ranked.push_back(
          {q.real(1), {.kind = kind_of(q), .id = q.number(0), .team = q.text(3), .day = q.day(2)}});
    }
  };
  if (options.kind != EntryKind::kLesson) {
    std::optional<std::string> kind;
    if (options.kind) kind = name_of(*options.kind);
    take(database_.query(
             "SELECT id, score, day, key, kind FROM (SELECT story.id AS id, rank AS score, day,"
             " team.key AS key, kind FROM story_words"
             " CROSS JOIN story ON story.id = story_words.rowid JOIN team ON team.id = team_id"
             " WHERE story_words MATCH ?1 AND (?2 IS NULL OR team_id = ?2)"
             " AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR day < ?4)"
             " AND (?5 IS NULL OR kind = ?5) AND (?6 IS NULL OR EXISTS (SELECT 1 FROM story_value"
             " WHERE story_id = story.id AND value_id = ?6))"
             " ORDER BY story_words.rowid DESC LIMIT ?7)"
             " ORDER BY score, day DESC, id DESC LIMIT ?8",
             match, team, options.from, options.until, kind, value, kMostRanked, options.limit),
         [](Query& q) { return from_name<EntryKind>(q.view(4)).value(); });
  }
  if (!options.kind || options.kind == EntryKind::kLesson) {
    take(database_.query(
             "SELECT lesson.id, rank, day, team.key FROM lesson_words"
             " CROSS JOIN lesson ON lesson.id = lesson_words.rowid JOIN team ON team.id = team_id"
             " WHERE lesson_words MATCH ?1 AND (?2 IS NULL OR team_id = ?2)"
             " AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR day < ?4)"
             " AND (?5 IS NULL OR value_id = ?5)"
             " ORDER BY rank, day DESC, lesson.id DESC LIMIT ?6",
             match, team, options.from, options.until, value, options.limit),
         [](Query&) { return EntryKind::kLesson; });
  }
  std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
    return std::tuple(a.score, b.hit.day) < std::tuple(b.score, a.hit.day);
  });
  if (ranked.size() > static_cast<std::size_t>(options.limit)) {
    ranked.resize(static_cast<std::size_t>(options.limit));
  }

  std::vector<SearchHit> out;
  for (auto& [score, hit] : ranked) {
    auto q = hit.kind == EntryKind::kLesson
                 ? database_.query(
                       "SELECT snippet(lesson_words, -1, x'02', x'03', '…', 24)"
                       " FROM lesson_words WHERE lesson_words MATCH ? AND rowid = ?",
                       match, hit.id)
                 : database_.query(
                       "SELECT snippet(story_words, -1, x'02', x'03', '…', 24)"
                       " FROM story_words WHERE story_words MATCH ? AND rowid = ?",
                       match, hit.id);
    if (q.next()) unmark(q.view(0), hit);
    out.push_back(std::move(hit));
  }
  return out;
}

}  // namespace huddlekit
