// Stories, lessons and commitments as CSV, and back.
#include <algorithm>
#include <array>
#include <map>

#include "book/exchange/exchange.hpp"
#include "core/text/csv.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"

namespace huddlekit {
namespace {

using Cells = std::vector<std::string>;

constexpr std::size_t kMostBytes = 256u << 20;

/// The columns of a kind; the first `needed` have to be there.
struct Layout {
  Cells columns;
  std::size_t needed;
};

const Layout& layout(CsvKind kind) {
  static const std::array<Layout, 3> all{{
      {{"kind", "team", "day", "text", "values", "who", "by", "touch_point", "stage", "customer",
        "inside_customer", "tags", "promise"},
       4},
      {{"team", "day", "insight", "change", "importance", "value"}, 3},
      {{"team", "who", "text", "made", "due", "for_customer", "state", "reason"}, 5},
  }};
  return all[static_cast<std::size_t>(kind)];
}

std::string joined(const std::vector<std::string>& items, char between) {
  std::string out;
  for (const auto& item : items)
    out += (&item == &items.front() ? "" : std::string(1, between)) + item;
  return out;
}

std::vector<std::string> split(std::string_view text, char between) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(between), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string said(bool yes) { return yes ? "yes" : "no"; }

bool heard(const std::string& column, const std::string& cell) {
  if (cell.empty() || cell == "no") return false;
  if (cell == "yes") return true;
  throw InvalidArgument(column + ": must be yes or no, got " + in_quotes(cell));
}

template <class Enum>
Enum meant(const std::string& column, const std::string& cell) {
  if (const auto value = from_name<Enum>(cell)) return *value;
  const Cells known(kNames<Enum>.begin(), kNames<Enum>.end());
  throw InvalidArgument(column + ": must be one of " + joined(known, ' ') + ", got " +
                        in_quotes(cell) + did_you_mean(cell, known));
}

Cells cells_of(const Story& s) {
  std::vector<std::string> who;
  for (const auto& person : s.who) who.push_back(person.key);
  return {name_of(s.kind),
          s.team,
          to_string(s.day),
          s.text,
          joined(s.values, ' '),
          joined(who, ' '),
          s.by ? s.by->key : "",
          s.touch_point,
          s.stage,
          s.customer,
          said(s.inside_customer),
          joined(s.tags, '\n'),
          s.promise};
}

Cells cells_of(const Lesson& l) {
  return {l.team, to_string(l.day), l.insight, l.change, std::to_string(l.importance), l.value};
}

Cells cells_of(const Commitment& c) {
  return {c.team,           c.who.key,
          c.text,           to_string(c.made),
          to_string(c.due), said(c.for_customer),
          name_of(c.state), c.reason};
}

/// The cells of one row by the name of their column.
class Record {
 public:
  Record(const Cells& header, const Cells& cells) {
    if (cells.size() != header.size()) {
      throw InvalidArgument("must have " + std::to_string(header.size()) + " columns, got " +
                            std::to_string(cells.size()));
    }
    for (std::size_t i = 0; i < header.size(); ++i) cells_[header[i]] = unguarded(cells[i]);
  }
  /// Empty for a column that the file does not have.
  [[nodiscard]] const std::string& operator[](const std::string& column) const {
    static const std::string kNone;
    const auto it = cells_.find(column);
    return it == cells_.end() ? kNone : it->second;
  }

 private:
  std::map<std::string, std::string> cells_;
};

Story story_of(const Record& r) {
  Story story{.kind = meant<StoryKind>("kind", r["kind"]),
              .team = r["team"],
              .day = parse_day(r["day"]),
              .text = r["text"],
              .values = split(r["values"], ' '),
              .touch_point = r["touch_point"],
              .stage = r["stage"],
              .customer = r["customer"],
              .inside_customer = heard("inside_customer", r["inside_customer"]),
              .tags = split(r["tags"], '\n'),
              .promise = r["promise"]};
  for (const auto& key : split(r["who"], ' ')) story.who.push_back({key, {}});
  if (!r["by"].empty()) story.by = Person{r["by"], {}};
  return story;
}

Lesson lesson_of(const Record& r) {
  Lesson lesson{.team = r["team"],
                .day = parse_day(r["day"]),
                .insight = r["insight"],
                .change = r["change"],
                .value = r["value"]};
  const auto& importance = r["importance"];
  if (importance.size() == 1) lesson.importance = importance[0] - '0';  // the store knows the range
  if (importance.size() > 1) {
    throw InvalidArgument("importance: must be 1, 2 or 3, got " + in_quotes(importance));
  }
  return lesson;
}

Commitment commitment_of(const Record& r) {
  return {.team = r["team"],
          .who = {r["who"], {}},
          .text = r["text"],
          .made = parse_day(r["made"]),
          .due = parse_day(r["due"]),
          .for_customer = heard("for_customer", r["for_customer"]),
          .state = r["state"].empty() ? CommitmentState::kOpen
                                      : meant<CommitmentState>("state", r["state"]),
          .reason = r["reason"]};
}

/// The header, checked. @throws ParseError.
Cells header_of(const std::vector<CsvRow>& rows, CsvKind kind, const std::string& name) {
  const auto& known = layout(kind);
  std::vector<Problem> problems;
  const int line = rows.empty() ? 1 : rows.front().line;
  const auto wrong = [&](const std::string& rule) { problems.push_back({name, line, 0, rule}); };
  const Cells header = rows.empty() ? Cells{} : rows.front().cells;
  for (std::size_t i = 0; i < known.needed; ++i) {
    if (std::ranges::find(header, known.columns[i]) == header.end()) {
      wrong("column " + in_quotes(known.columns[i]) + ": is missing");
    }
  }
  for (auto it = header.begin(); it != header.end(); ++it) {
    if (std::ranges::find(known.columns, *it) == known.columns.end()) {
      wrong("column " + in_quotes(*it) + ": is not known" + did_you_mean(*it, known.columns));
    } else if (std::find(header.begin(), it, *it) != it) {
      wrong("column " + in_quotes(*it) + ": stands there twice");
    }
  }
  if (!problems.empty()) throw ParseError(problems);
  return header;
}

std::string called(std::string_view what, const std::string& team, Day day,
                   const std::string& text) {
  return std::string(what) + ": " + team + ", " + to_string(day) + ", " + in_quotes(text);
}

}  // namespace

std::string Book::export_csv(CsvKind kind) const {
  check_door("kind", kind);
  return read(at_, [&](Session& s) {
    std::string out = csv_row(layout(kind).columns);
    for (const Id team : s.playbook.all_teams()) {
      if (kind == CsvKind::kStories) {
        for (const auto& story : s.stories.all_of(team)) out += csv_row(cells_of(story));
      } else if (kind == CsvKind::kLessons) {
        for (const auto& lesson : s.journal.lessons(team, false)) out += csv_row(cells_of(lesson));
      } else {
        for (const auto& c : s.journal.commitments(team, false)) out += csv_row(cells_of(c));
      }
    }
    return out;
  });
}

ImportReport Book::import_csv(CsvKind kind, std::string_view text,
                              const ImportOptions& options) const {
  const auto rows = read_csv(text, options.name, kMostBytes);
  const auto header = header_of(rows, kind, options.name);
  // Adds the entry of one row unless it is known; answers which, and what to call it.
  const auto take = [&](Session& s, const Record& record) -> std::pair<bool, std::string> {
    if (kind == CsvKind::kStories) {
      const auto story = story_of(record);
      const bool known = s.stories.is_known(story);
      if (!known) s.stories.add(story, s.today(s.playbook.team(story.team)));
      return {!known, called(name_of(story.kind), story.team, story.day, story.text)};
    }
    if (kind == CsvKind::kLessons) {
      const auto lesson = lesson_of(record);
      const bool known = s.journal.is_known(lesson);
      if (!known) s.journal.add(lesson, s.today(s.playbook.team(lesson.team)));
      return {!known, called("lesson", lesson.team, lesson.day, lesson.insight)};
    }
    const auto commitment = commitment_of(record);
    const bool known = s.journal.is_known(commitment);
    if (!known) {
      const auto added = s.journal.add(commitment);
      if (commitment.state != CommitmentState::kOpen) {
        s.journal.close(added.id, commitment.state, commitment.reason);
      }
    }
    return {!known, called("commitment", commitment.team, commitment.due, commitment.text)};
  };
  const auto import = [&](auto&& done) {
    return write(at_, asked(at_, "import_csv(kind, text, options)", kind, text, options),
                 [&](Session& s) {
                   ImportReport report;
                   LineProblems problems(options.name);
                   for (std::size_t i = 1; i < rows.size(); ++i) {
                     problems.at(rows[i].line, [&] {
                       const auto [added, what] = take(s, Record(header, rows[i].cells));
                       ++(added ? report.added : report.known);
                       report.lines.push_back((added ? "add " : "known ") + what);
                     });
                   }
                   problems.settle();
                   return done(std::move(report));
                 });
  };
  return imported(options.dry_run, import);
}

}  // namespace huddlekit
