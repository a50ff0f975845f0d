#include "store/sql/sqlite_text_index.hpp"

#include "core/text/names.hpp"

namespace huddlekit {
namespace {

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
    if (c == '\x03' && !hit.found.empty()) hit.found.back().second = hit.snippet.size();
    if (c != '\x02' && c != '\x03') hit.snippet += c;
  }
}

class Fts5 final : public TextIndex {
 public:
  explicit Fts5(Database& database) : database_(database) {}

  std::vector<Ranked> stories(std::string_view words, const Filter& f) override {
    auto q = database_.query(
        "SELECT id, score, day, key, kind FROM (SELECT story.id AS id, rank AS score, day,"
        " team.key AS key, kind FROM story_words"
        " CROSS JOIN story ON story.id = story_words.rowid JOIN team ON team.id = team_id"
        " WHERE story_words MATCH ?1 AND (?2 IS NULL OR team_id = ?2)"
        " AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR day < ?4)"
        " AND (?5 IS NULL OR kind = ?5) AND (?6 IS NULL OR EXISTS (SELECT 1 FROM story_value"
        " WHERE story_id = story.id AND value_id = ?6))"
        " ORDER BY story_words.rowid DESC LIMIT ?7)"
        " ORDER BY score, day DESC, id DESC LIMIT ?8",
        phrases(words), f.team, f.from, f.until, f.kind, f.value, kMostRanked, f.limit);
    return ranked(q, [&] { return q.word<EntryKind>(4); });
  }

  std::vector<Ranked> lessons(std::string_view words, const Filter& f) override {
    auto q = database_.query(
        "SELECT lesson.id, rank, day, team.key FROM lesson_words"
        " CROSS JOIN lesson ON lesson.id = lesson_words.rowid JOIN team ON team.id = team_id"
        " WHERE lesson_words MATCH ?1 AND (?2 IS NULL OR team_id = ?2)"
        " AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR day < ?4)"
        " AND (?5 IS NULL OR value_id = ?5)"
        " ORDER BY rank, day DESC, lesson.id DESC LIMIT ?6",
        phrases(words), f.team, f.from, f.until, f.value, f.limit);
    return ranked(q, [] { return EntryKind::kLesson; });
  }

  void show(std::string_view words, SearchHit& hit) override {
    auto q = hit.kind == EntryKind::kLesson
                 ? database_.query(
                       "SELECT snippet(lesson_words, -1, x'02', x'03', '…', 24)"
                       " FROM lesson_words WHERE lesson_words MATCH ? AND rowid = ?",
                       phrases(words), hit.id)
                 : database_.query(
                       "SELECT snippet(story_words, -1, x'02', x'03', '…', 24)"
                       " FROM story_words WHERE story_words MATCH ? AND rowid = ?",
                       phrases(words), hit.id);
    if (q.next()) unmark(q.view(0), hit);
  }

  void rebuild() override {
    database_.run("INSERT INTO story_words (story_words) VALUES ('rebuild')");
    database_.run("INSERT INTO lesson_words (lesson_words) VALUES ('rebuild')");
  }

 private:
  template <class KindOf>
  static std::vector<Ranked> ranked(Query& q, KindOf&& kind_of) {
    std::vector<Ranked> out;
    while (q.next()) {
      out.push_back(
          {q.real(1), {.kind = kind_of(), .id = q.number(0), .team = q.text(3), .day = q.day(2)}});
    }
    return out;
  }

  Database& database_;
};

}  // namespace

std::unique_ptr<TextIndex> sqlite_text_index(Database& database) {
  return std::make_unique<Fts5>(database);
}

}  // namespace huddlekit
