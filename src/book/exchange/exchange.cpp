// The whole journal as JSON Lines, and back.
#include "book/exchange/exchange.hpp"

#include <algorithm>
#include <map>

#include "core/text/text.hpp"
#include "store/people/journal_checks.hpp"
#include "store/people/journal_rows.hpp"
#include "store/sql/stored_json.hpp"

namespace huddlekit {
namespace {

// Rises when what an earlier library reads would be another thing. 2: a segment may be the host's
// own.
constexpr int kFormat = 2;

void check_empty(JournalRows& journal) {
  for (const auto& table : journal_tables()) {
    const auto rows = journal.count(table);
    if (rows == 0) continue;
    throw Conflict("journal: must be empty to take in another, got " + std::to_string(rows) +
                   " rows of " + table.name);
  }
}

JournalRows::Row read_line(std::string_view line) {
  constexpr int kDeepest = 3;  // a row holds lists of texts
  try {
    auto row = shallow_json<JournalRows::Row>(line, kDeepest);
    if (row.is_object()) return row;
  } catch (const nlohmann::json::exception&) {
  }
  throw InvalidArgument("must be a JSON object, got " + in_quotes(line));
}

void check_header(std::string_view line) {
  const auto row = read_line(line);
  const auto format = row.find("journal");
  if (format == row.end() || !format->is_number_integer() || *format < 1) {
    throw InvalidArgument("must begin with {\"journal\":" + std::to_string(kFormat) + "}, got " +
                          in_quotes(line));
  }
  if (*format > kFormat) {
    throw InvalidArgument("journal: was written by a newer huddlekit (format " + format->dump() +
                          ", this one reads up to " + std::to_string(kFormat) + ")");
  }
}

}  // namespace

std::string Book::export_jsonl() const {
  return read(at_, [&](Session& s) {
    JournalRows journal(s.database);
    std::string out = JournalRows::Row{{"journal", kFormat}}.dump() + "\n";
    for (const auto& row : journal.people()) out += row.dump() + "\n";
    for (const auto& table : journal_tables()) {
      for (const auto& row : journal.rows(table)) out += row.dump() + "\n";
    }
    return out;
  });
}

ImportReport Book::import_jsonl(std::string_view text, const ImportOptions& options) const {
  std::map<std::string, const JournalTable*, std::less<>> tables;
  for (const auto& table : journal_tables()) tables[table.name] = &table;

  const auto import = [&](auto&& done) {
    return write(at_, asked(at_, "import_jsonl(text, options)", text, options), [&](Session& s) {
      JournalRows journal(s.database);
      check_empty(journal);
      LineProblems problems(options.name);
      std::map<std::string, int> added;
      std::vector<std::pair<int, JournalRows::Row>> merged;  // may be into a lesson further down
      auto rest = text;
      for (int number = 1; !rest.empty(); ++number) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        problems.at(number, [&] {
          if (number == 1) return check_header(line);
          auto row = read_line(line);
          const auto named = row.find("table");
          if (named == row.end() || !named->is_string())
            throw InvalidArgument("table: must be given");
          const auto& name = named->get_ref<const std::string&>();
          if (name == "person") return journal.insert_person(row);
          const auto table = tables.find(name);
          if (table == tables.end()) {
            throw InvalidArgument("table: no such table, got " + in_quotes(name));
          }
          const auto into = name == "lesson" ? row.find("merged_into") : row.end();
          if (into == row.end()) {
            journal.insert(*table->second, row);
          } else {
            if (!into->is_number_integer()) throw InvalidArgument("merged_into: must be a number");
            const auto whole = row;
            row.erase(into);
            journal.insert(*table->second, row);
            merged.emplace_back(number, whole);
          }
          ++added[name];
        });
      }
      for (const auto& [number, row] : merged) {
        problems.at(number, [&, &lesson = row] { journal.merge(lesson); });
      }
      if (text.empty()) problems.at(1, [&] { check_header(text); });
      problems.settle();
      if (auto unsound = journal_problems(s.database); !unsound.empty()) {
        std::vector<Problem> all;
        for (auto& rule : unsound) all.push_back({options.name, 0, 0, std::move(rule)});
        throw ParseError(std::move(all));
      }
      s.playbook.forget();
      ImportReport report;
      for (const auto& table : journal_tables()) {
        if (added[table.name] == 0) continue;
        report.added += added[table.name];
        report.lines.push_back(std::string(table.name) + ": " + std::to_string(added[table.name]));
      }
      return done(std::move(report));
    });
  };
  return imported(options.dry_run, import);
}

}  // namespace huddlekit
