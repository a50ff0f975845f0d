#include "store/people/person_store.hpp"

#include <algorithm>
#include <set>

#include "core/text/marks.hpp"
#include "core/text/mentions.hpp"
#include "store/journal/call_store.hpp"
#include "store/people/erasure.hpp"
#include "store/people/journal_rows.hpp"
#include "store/sql/lists.hpp"
#include "store/sql/text_index.hpp"

namespace huddlekit {
namespace {

bool is_peoples_words(const Column& column) {
  return column.holds == Holds::kText || column.holds == Holds::kTags ||
         column.holds == Holds::kShown;
}

/// Whether rows of the journal are about somebody.
class About {
 public:
  About(Database& database, Id person, const Mentions& mentions)
      : id_(std::to_string(person)), mentions_(mentions) {
    auto q = database.query(
        "SELECT story_id FROM story_person WHERE person_id = ?1"
        " UNION SELECT story_id FROM recovery WHERE person_id = ?1",
        person);
    while (q.next()) stories_.insert(q.number(0));
  }

  [[nodiscard]] bool operator()(const JournalTable& table, Query& row) const {
    // Recognised in it, or put it right.
    if (table.name == std::string_view("story") && stories_.contains(row.number(0))) return true;
    std::string role;
    for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
      const auto& column = table.columns[static_cast<std::size_t>(i)];
      if (row.null(i)) continue;
      const auto value = row.view(i);
      if (std::string_view(column.name) == "role") role = value;
      if (refers(column.holds, value, role == "lead" || role == "seat")) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool refers(Holds holds, std::string_view value, bool of_people) const {
    switch (holds) {
      case Holds::kPerson:
      case Holds::kAuthor:
      case Holds::kOwner:
        return value == id_;
      case Holds::kCandidate:
        return of_people && value == id_;
      case Holds::kPeople:
      case Holds::kSet:
        return begins_a_word(value, id_, ' ');
      case Holds::kMembers:
        return of_people && begins_a_word(value, id_, ':');
      case Holds::kShown:
        return value.find(marks::kPerson + id_ + marks::kPersonEnd) != value.npos ||
               mentions_.without(value) != value;
      case Holds::kText:
      case Holds::kTags:
        return mentions_.without(value) != value;
      default:
        return false;
    }
  }

  /// Whether one of the words begins with this, up to its end or up to `after`.
  static bool begins_a_word(std::string_view words, std::string_view start, char after) {
    while (!words.empty()) {
      const auto end = std::min(words.find(' '), words.size());
      const auto word = words.substr(0, end);
      if (word.substr(0, word.find(after)) == start) return true;
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
  }

  std::string id_;
  const Mentions& mentions_;
  std::set<Id> stories_;
};

/// Each text of a column once.
std::vector<std::string> texts_of(Database& database, const std::string& table,
                                  const std::string& column) {
  std::vector<std::string> out;
  auto q = database.once("SELECT DISTINCT " + column + " FROM " + table + " WHERE " + column +
                         " IS NOT NULL");
  while (q.next()) out.push_back(q.text(0));
  return out;
}

std::string name_of_person(Database& database, Id person) {
  auto q = database.query("SELECT name FROM person WHERE id = ?", person);
  q.next();
  return q.text(0);
}

}  // namespace

std::string PersonStore::everything_about(std::string_view key, const sentences::Catalogue& in) {
  const Id person = playbook_.person(key);
  const auto name = name_of_person(database_, person);
  const Mentions mentions(key, name);

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
        {"huddles", from_json_list(q.view(2))}};
    if (!q.null(3)) row["since"] = q.text(3);
    row["leads"] = q.flag(4);
    row["shared"] = q.flag(5);
    row["celebrated"] = q.flag(6);
    row["former"] = q.flag(7);
    memberships.push_back(std::move(row));
  }
  auto made = database_.query("SELECT what, at FROM call WHERE person_id = ? ORDER BY id", person);
  while (made.next()) {
    out["call"].push_back({{"what", made.text(0)}, {"at", to_string(made.instant(1))}});
  }
  JournalRows journal(database_, &in);
  const About about(database_, person, mentions);
  for (const auto& table : journal_tables()) {
    for (auto& row : journal.rows(table, [&](Query& r) { return about(table, r); })) {
      row.erase("table");
      out[table.name].push_back(std::move(row));
    }
  }
  return out.dump(2) + "\n";
}

/// Takes somebody out of the journal; answers what was touched.
std::vector<ForgetReport::Touched> PersonStore::erase(Id person, const Mentions& mentions) {
  std::vector<ForgetReport::Touched> touched;
  const auto note = [&](const std::string& what, int rows) {
    if (rows > 0) touched.push_back({what, rows});
  };
  for (const auto& table : journal_tables()) {
    const std::string of = table.name;
    for (const auto& column : table.columns) {
      const std::string at = column.name;
      if (is_peoples_words(column)) {
        int rows = 0;
        for (const auto& text : texts_of(database_, of, at)) {
          const auto without = mentions.without(text);
          if (without == text) continue;
          rows +=
              database_
                  .once("UPDATE " + of + " SET " + at + " = ? WHERE " + at + " = ?", without, text)
                  .run();
        }
        note(of + "." + at, rows);
      } else if (column.holds == Holds::kAuthor) {
        note(of + "." + at,
             database_.once("UPDATE " + of + " SET " + at + " = NULL WHERE " + at + " = ?", person)
                 .run());
      } else if (column.holds == Holds::kOwner) {
        note(of, database_.once("DELETE FROM " + of + " WHERE " + at + " = ?", person).run());
      }
    }
  }
  note("call", CallStore::forget(database_, person, mentions));
  note("membership", database_.run("DELETE FROM membership WHERE person_id = ?", person));
  note("person", database_.run("UPDATE person SET key = NULL, name = '' WHERE id = ?", person));
  return touched;
}

/// What may still mean somebody: first names alone, and texts of the playbook.
std::vector<ForgetReport::Review> PersonStore::to_review(const Mentions& mentions) {
  std::vector<ForgetReport::Review> out;
  const auto look_at = [&](const std::string& label, const std::string& table,
                           const std::string& column, bool named_too) {
    auto q = database_.once("SELECT " + label + ", " + column + " FROM " + table + " WHERE " +
                            column + " IS NOT NULL");
    while (q.next()) {
      auto found = mentions.part_in(q.view(1));
      if (found.empty()) {
        if (!named_too || mentions.without(q.view(1)) == q.view(1)) continue;
        found = "named";  // the full name or the key, in a text of the playbook's
      }
      out.push_back({q.text(0), q.text(1), std::string(found)});
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
      if (is_peoples_words(column)) look_at(label, of, column.name, false);
    }
  }
  for (const auto& [table, column, row_key] : playbook_texts()) {
    look_at("'playbook " + std::string(table) + " ' || " + row_key, table, column, true);
  }
  return out;
}

ForgetReport PersonStore::forget(std::string_view key) {
  ForgetReport report;
  // Of somebody erased the key alone is known, which may have been written since.
  constexpr Id kNobody = 0;
  const bool again = is_erased(database_, key);
  const Id person = again ? kNobody : playbook_.person(key);
  const Mentions mentions(key, again ? "" : name_of_person(database_, person));
  report.touched = erase(person, mentions);
  remember_erased(database_, key);
  database_.run("UPDATE generation SET number = number + 1");
  database_->text_index(database_)->rebuild();
  report.review = to_review(mentions);
  playbook_.forget();
  return report;
}

}  // namespace huddlekit
