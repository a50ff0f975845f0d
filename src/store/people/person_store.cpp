#include "store/people/person_store.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "core/text/mentions.hpp"
#include "store/people/erasure.hpp"
#include "store/people/journal_rows.hpp"

namespace huddlekit {
namespace {

/// While it lives, SQL knows `forgotten(text)`, the text without its mentions of somebody, and
/// `may_mean(text)`, the word that may be their name.
class MentionsInSql {
 public:
  MentionsInSql(Database& database, const Mentions& mentions) : database_(database) {
    define(
        "forgotten",
        [](sqlite3_context* c, int, sqlite3_value** v) { answer(c, of(c).without(text(*v))); },
        &mentions);
    define(
        "may_mean",
        [](sqlite3_context* c, int, sqlite3_value** v) { answer(c, of(c).part_in(text(*v))); },
        &mentions);
  }
  ~MentionsInSql() {
    define("forgotten", nullptr, nullptr);
    define("may_mean", nullptr, nullptr);
  }
  MentionsInSql(const MentionsInSql&) = delete;
  MentionsInSql& operator=(const MentionsInSql&) = delete;

 private:
  using Function = void (*)(sqlite3_context*, int, sqlite3_value**);

  void define(const char* name, Function function, const Mentions* mentions) {
    sqlite3_create_function(database_.connection().getHandle(), name, 1, SQLITE_UTF8,
                            const_cast<Mentions*>(mentions), function, nullptr, nullptr);
  }
  static const Mentions& of(sqlite3_context* context) {
    return *static_cast<const Mentions*>(sqlite3_user_data(context));
  }
  static std::string_view text(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return bytes == nullptr
               ? std::string_view{}
               : std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
  }
  static void answer(sqlite3_context* context, std::string_view out) {
    sqlite3_result_text(context, out.data(), static_cast<int>(out.size()), SQLITE_TRANSIENT);
  }

  Database& database_;
};

bool is_peoples_words(const Column& column) {
  return column.holds == Holds::kText || column.holds == Holds::kTags ||
         column.holds == Holds::kShown;
}

/// The condition under which a column refers to the person `?1`.
std::string refers(const Column& column) {
  const std::string name = column.name;
  switch (column.holds) {
    case Holds::kPerson:
    case Holds::kAuthor:
    case Holds::kOwner:
      return name + " = ?1";
    case Holds::kCandidate:
      return "(role IN ('lead', 'seat') AND " + name + " = ?1)";
    case Holds::kPeople:
    case Holds::kSet:
      return "' ' || " + name + " || ' ' LIKE '% ' || ?1 || ' %'";
    case Holds::kMembers:
      return "(role IN ('lead', 'seat') AND ' ' || " + name + " LIKE '% ' || ?1 || ':%')";
    case Holds::kShown:
      return "(instr(" + name + ", char(1) || ?1 || char(2)) OR forgotten(" + name + ") <> " +
             name + ")";
    case Holds::kText:
    case Holds::kTags:
      return "forgotten(" + name + ") <> " + name;
    default:
      return {};
  }
}

std::string concerns(const JournalTable& table, Id person) {
  std::string out;
  for (const auto& column : table.columns) {
    const auto condition = refers(column);
    if (!condition.empty()) out += (out.empty() ? "" : " OR ") + condition;
  }
  if (std::string_view(table.name) == "story") {  // those they are recognised in, or put right
    out +=
        " OR id IN (SELECT story_id FROM story_person WHERE person_id = ?1"
        " UNION SELECT story_id FROM recovery WHERE person_id = ?1)";
  }
  const auto id = std::to_string(person);
  for (auto at = out.find("?1"); at != out.npos; at = out.find("?1")) out.replace(at, 2, id);
  return out;
}

std::string name_of_person(Database& database, Id person) {
  auto q = database.query("SELECT name FROM person WHERE id = ?", person);
  q.next();
  return q.text(0);
}

}  // namespace

std::string PersonStore::everything_about(std::string_view key) {
  const Id person = playbook_.person(key);
  const auto name = name_of_person(database_, person);
  const Mentions mentions(key, name);
  const MentionsInSql in_sql(database_, mentions);

  JournalRows::Row out{{"key", key}, {"name", name}};
  auto& memberships = out["memberships"] = JournalRows::Row::array();
  auto q = database_.query(
      "SELECT team.key, days, huddles, since, leads, shared, celebrated, membership.retired"
      " FROM membership JOIN team ON team.id = team_id WHERE person_id = ? ORDER BY team.id",
      person);
  while (q.next()) {
    JournalRows::Row row{
        {"team", q.text(0)},
        {"days", to_string(Weekdays::from_bits(static_cast<std::uint8_t>(q.number(1))))},
        {"huddles", JournalRows::Row::parse(q.text(2))}};
    if (!q.null(3)) row["since"] = q.text(3);
    row["leads"] = q.flag(4);
    row["shared"] = q.flag(5);
    row["celebrated"] = q.flag(6);
    row["former"] = q.flag(7);
    memberships.push_back(std::move(row));
  }
  JournalRows journal(database_);
  for (const auto& table : journal_tables()) {
    const auto where = concerns(table, person);
    if (where.empty()) continue;
    for (auto& row : journal.rows(table, where)) {
      row.erase("table");
      out[table.name].push_back(std::move(row));
    }
  }
  return out.dump(2) + "\n";
}

ForgetReport PersonStore::forget(std::string_view key) {
  ForgetReport report;
  if (is_erased(database_, key)) return report;
  const Id person = playbook_.person(key);
  const Mentions mentions(key, name_of_person(database_, person));
  const MentionsInSql in_sql(database_, mentions);
  auto& connection = database_.connection();

  const auto change = [&](const std::string& what, const std::string& sql) {
    const int rows = connection.exec(sql);
    if (rows > 0) report.touched.push_back({what, rows});
  };
  const std::string id = std::to_string(person);
  for (const auto& table : journal_tables()) {
    const std::string of = table.name;
    for (const auto& column : table.columns) {
      const std::string at = column.name;
      if (is_peoples_words(column)) {
        change(of + "." + at, "UPDATE " + of + " SET " + at + " = forgotten(" + at +
                                  ") WHERE forgotten(" + at + ") <> " + at);
      } else if (column.holds == Holds::kAuthor) {
        change(of + "." + at, "UPDATE " + of + " SET " + at + " = NULL WHERE " + at + " = " + id);
      } else if (column.holds == Holds::kOwner) {
        change(of, "DELETE FROM " + of + " WHERE " + at + " = " + id);
      }
    }
  }
  change("membership", "DELETE FROM membership WHERE person_id = " + id);
  change("person", "UPDATE person SET key = NULL, name = '' WHERE id = " + id);
  remember_erased(database_, key);
  database_.run("UPDATE generation SET number = number + 1");
  // Deleted words linger in the segments of a full-text index until they are merged.
  connection.exec("INSERT INTO story_words (story_words) VALUES ('rebuild')");
  connection.exec("INSERT INTO lesson_words (lesson_words) VALUES ('rebuild')");

  const auto look_at = [&](const std::string& label, const std::string& table,
                           const std::string& column, const std::string& condition) {
    SQLite::Statement q(connection, "SELECT " + label + ", " + column + ", may_mean(" + column +
                                        ") FROM " + table + " WHERE " + condition);
    while (q.executeStep()) {
      auto found = q.getColumn(2).getString();
      if (found.empty()) {  // the full name or the key, in a text of the playbook's
        found = "named";
      }
      report.review.push_back({q.getColumn(0).getString(), q.getColumn(1).getString(), found});
    }
  };
  for (const auto& table : journal_tables()) {
    const std::string of = table.name;
    const bool of_huddle = std::ranges::any_of(
        table.columns, [](const Column& c) { return c.name == std::string_view("huddle_id"); });
    const std::string label = table.numbered ? "'" + of + " ' || id"
                              : of_huddle    ? "'huddle ' || huddle_id"
                                             : "'huddle of ' || rule_day";
    for (const auto& column : table.columns) {
      if (!is_peoples_words(column)) continue;
      look_at(label, of, column.name, "may_mean(" + std::string(column.name) + ") <> ''");
    }
  }
  for (const auto& [table, column, row_key] : playbook_texts()) {
    const std::string at = column;
    look_at("'playbook " + std::string(table) + " ' || " + row_key, table, at,
            "may_mean(" + at + ") <> '' OR forgotten(" + at + ") <> " + at);
  }
  playbook_.forget();
  return report;
}

}  // namespace huddlekit
