#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "book_fixture.hpp"
#include "huddlekit/errors.hpp"
#include "store/people/journal_tables.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

const std::string kKey = "zk-077";
const std::string kName = "Zsófia Kálmán";

std::string playbook_with_zsofia() {
  std::string text = kSmallPlaybook;
  const std::string ana = "{ key = \"ana\", name = \"Ana Costa\" }";
  return text.replace(text.find(ana), ana.size(),
                      ana + ",\n  { key = \"" + kKey + "\", name = \"" + kName + "\" }");
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A front desk over which some months go by; somebody in it will want to be forgotten.
class People : public InFolder {
 protected:
  People()
      : book(Book::open(file("test.huddle"), {.create = true, .now = [this] { return now; }})) {
    book.load(parse_playbook(playbook_with_zsofia(), "small"));
  }

  void live(int months) {
    const int length = months * 30;
    for (int n = 0; n < length; ++n) {
      const Day day = kMonday + days{n};
      now = Instant{std::chrono::sys_days{day.time_since_epoch()}} + std::chrono::hours{5};
      book.publish_all(day);
      book.huddle("front-desk/" + to_string(day) + "/morning")
          .complete({.attended = {{"ana", kKey, "ben"}}, .led_by = n % 2 ? "ana" : kKey});
      const auto story =
          book.team("front-desk")
              .tell(n % 3 ? StoryKind::kWin : StoryKind::kMiss,
                    "A word from " + kName + ": it went as it went.",
                    {.who = n % 3 ? std::vector<std::string>{"ana"} : std::vector<std::string>{},
                     .by = kKey,
                     .day = day,
                     .tags = {kName}});
      if (n % 3 == 0) {
        book.journal().put_right(story.id, Recovery::kHeard, kKey, day);
        book.journal().edit(story.id, {.text = "Zsófia herself saw it, says " + kKey + "."}, kKey);
      }
      book.team("front-desk").win("They stayed until midnight.", {.who = {kKey}, .day = day});
      book.team("front-desk").note("Ask " + kName, day, kKey);
    }
    const Day day = kMonday + days{length - 1};
    book.team("front-desk").lesson(kName + " labels trays.", {.day = day});
    book.team("front-desk").commit({.who = kKey, .text = "Ring " + kName, .due = day}, day);
    book.people().away(kKey, day + days{10}, day + days{20});
    book.team("front-desk")
        .load_roster({{day + days{5}, "morning", kKey}, {day + days{5}, "morning", "ana"}});
    book.people().set_consent(kKey, {.celebrated = true});
  }

  Instant now = parse_instant("2026-11-23T05:00:00Z");
  Book book;
};

TEST_F(People, SomebodyForgottenIsNowhereInTheFileAndTurnsStayAsTheyWere) {
  live(2);
  const auto first = book.team("front-desk").agenda(kMonday, "morning");
  const auto id = "front-desk/" + to_string(kMonday + days{30}) + "/morning";
  ASSERT_NE(bytes_of(file("test.huddle")).find(kKey), std::string::npos);
  SQLite::Database raw(file("test.huddle").string());
  const auto turns = [&] {
    SQLite::Statement q(raw,
                        "SELECT group_concat(role || scope || candidate || ':' || credit ||"
                        " turns) FROM (SELECT * FROM credit ORDER BY 1, 2, 3)");
    q.executeStep();
    return q.getColumn(0).getString();
  };
  const auto before = turns();

  const auto report = book.people().forget(kKey);
  EXPECT_TRUE(report.scrubbed);
  EXPECT_FALSE(report.touched.empty());
  EXPECT_EQ(turns(), before);
  for (const auto* suffix : {"", "-wal", "-shm"}) {
    const auto bytes = bytes_of(file("test.huddle" + std::string(suffix)));
    EXPECT_EQ(bytes.find(kKey), std::string::npos) << suffix;
    EXPECT_EQ(bytes.find(kName), std::string::npos) << suffix;
    EXPECT_EQ(bytes.find("Kálmán"), std::string::npos) << suffix;
    EXPECT_EQ(bytes.find("kalman"), std::string::npos) << "a word of the index" << suffix;
  }

  bool somebody = false;
  for (const auto& agenda : book.huddle(id).revisions()) {
    for (const auto& segment : agenda.segments) {
      for (const auto& person : segment.who) somebody |= person == Person{"", "a colleague"};
    }
  }
  EXPECT_TRUE(somebody) << "old agendas can still be read";
  EXPECT_TRUE(book.search("kalman").empty());
  EXPECT_TRUE(book.search("colleague").size() > 5);
  EXPECT_NO_THROW(book.publish_all(kMonday + days{61}));

  // Only the first name is left, for a human to look at.
  ASSERT_FALSE(report.review.empty());
  for (const auto& review : report.review) EXPECT_EQ(review.found, "Zsófia");
}

TEST_F(People, ForgettingIsRepeatableAndTheKeyDoesNotComeBack) {
  live(1);
  book.people().forget(kKey);
  const auto again = book.people().forget(kKey);
  EXPECT_TRUE(again.touched.empty());
  EXPECT_TRUE(again.review.empty());
  EXPECT_THROW(book.load(parse_playbook(playbook_with_zsofia(), "small")), Conflict);
  EXPECT_NO_THROW(book.load(parse_playbook(kSmallPlaybook, "small")));
  EXPECT_THROW(book.people().forget("nobody"), NotFound);
  EXPECT_THROW((void)book.people().data_of(kKey), NotFound);
  EXPECT_EQ(book.playbook().teams[0].members.size(), 4u);
}

TEST_F(People, ACopyHasEverythingAboutThePersonAndNothingElse) {
  live(1);
  const auto copy = book.people().data_of(kKey);
  for (const auto* part :
       {"\"memberships\"", "\"story\"", "\"story_person\"", "\"recovery\"", "\"story_edit\"",
        "\"lesson\"", "\"commitment\"", "\"note\"", "\"huddle\"", "\"segment\"", "\"turn\"",
        "\"credit\"", "\"presence\"", "\"absence\"", "\"roster\"", "\"consent\"",
        "They stayed until midnight."}) {
    EXPECT_NE(copy.find(part), std::string::npos) << part;
  }
  book.team("kitchen").win("Fay alone.", {.day = kMonday});
  EXPECT_EQ(book.people().data_of(kKey).find("Fay alone."), std::string::npos);
}

TEST_F(People, TheirOwnWishGoesBeforeThePlaybook) {
  EXPECT_EQ(book.people().consent("dora"), (Consent{false, true, true}));
  EXPECT_EQ(book.people().set_consent("ana", {.leads = false}), (Consent{false, true, true}));
  EXPECT_EQ(book.people().set_consent("ana", {.celebrated = false}), (Consent{false, true, false}));
  for (int n = 0; n < 14; ++n) {
    const auto agenda = book.team("front-desk").publish(kMonday + days{n}, "morning");
    ASSERT_TRUE(agenda->facilitator);
    EXPECT_NE(agenda->facilitator->key, "ana");
  }
  EXPECT_THROW(book.huddle("front-desk/2026-12-10/morning").swap(Role::kLead, "ana"), Conflict);
  book.people().set_consent("ana", {.leads = true});
  EXPECT_NO_THROW(book.huddle("front-desk/2026-12-10/morning").swap(Role::kLead, "ana"));
  EXPECT_THROW((void)book.people().consent("anna"), NotFound);
}

TEST_F(People, WhoIsNotCelebratedIsNotThanked) {
  book.people().set_consent("ana", {.celebrated = false});
  book.team("front-desk").win("The ring was found.", {.who = {"ana", "caro"}, .day = kMonday});
  const auto agenda = book.team("front-desk").publish(kMonday, "morning");
  for (const auto& segment : agenda->segments) {
    if (segment.kind != SegmentKind::kWin) continue;
    EXPECT_EQ(segment.who, (std::vector<Person>{{"caro", "Caro Lind"}}));
    EXPECT_EQ(segment.text.find("Ana"), std::string::npos);
  }
}

TEST_F(People, WhoWishesToBeCelebratedIsThankedWhateverThePlaybookSays) {
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  playbook.teams[0].members[0].celebrated = false;
  book.load(playbook);
  book.people().set_consent("ana", {.celebrated = true});
  book.team("front-desk").win("The ring was found.", {.who = {"ana"}, .day = kMonday});
  const auto agenda = book.team("front-desk").publish(kMonday, "morning");
  const auto win = std::find_if(agenda->segments.begin(), agenda->segments.end(),
                                [](const Segment& s) { return s.kind == SegmentKind::kWin; });
  ASSERT_NE(win, agenda->segments.end());
  EXPECT_EQ(win->who, (std::vector<Person>{{"ana", "Ana Costa"}}));
}

// --- nothing is left out ------------------------------------------------------------------------

/// Columns of tables that are not described as the journal's, and why nobody is in them.
const std::set<std::string> kElsewhere{
    "source", "generation", "organisation", "core_value", "prompt", "team", "meeting", "theme",
    "person", "membership", "segment_override", "erased", "erased_salt", "playbook_holiday",
    "holiday_calendar", "holiday", "reminder_rule", "reminder_target",
    // What feeds said last: ids of people at most.
    "feed_identity", "feed_stamp",
    // Who made a write, and what it answered: CallStore::forget.
    "call"};

TEST_F(People, EveryTableAndColumnOfTheFileIsDescribed) {
  SQLite::Database raw(file("test.huddle").string());
  SQLite::Statement tables(
      raw,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      " AND name NOT LIKE '%\\_words%' ESCAPE '\\'");
  std::set<std::string> described;
  for (const auto& table : journal_tables()) described.insert(table.name);
  while (tables.executeStep()) {
    const auto name = tables.getColumn(0).getString();
    EXPECT_NE(described.contains(name), kElsewhere.contains(name)) << name;
  }
  for (const auto& table : journal_tables()) {
    std::vector<std::string> real, said;
    SQLite::Statement columns(raw, "SELECT name FROM pragma_table_info(?)");
    columns.bind(1, table.name);
    while (columns.executeStep()) real.push_back(columns.getColumn(0).getString());
    for (const auto& column : table.columns) said.push_back(column.name);
    EXPECT_EQ(said, real) << table.name;

    SQLite::Statement people(
        raw, "SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE \"table\" = 'person'");
    people.bind(1, table.name);
    while (people.executeStep()) {
      const auto column = people.getColumn(0).getString();
      const auto it = std::find_if(table.columns.begin(), table.columns.end(),
                                   [&](const Column& c) { return c.name == column; });
      ASSERT_NE(it, table.columns.end()) << table.name << "." << column;
      EXPECT_TRUE(it->holds == Holds::kPerson || it->holds == Holds::kAuthor ||
                  it->holds == Holds::kOwner)
          << table.name << "." << column;
    }
  }
}

TEST_F(People, EveryTextOfThePlaybookIsLookedAt) {
  SQLite::Database raw(file("test.huddle").string());
  // Keys and figures, in which no name can stand.
  const std::set<std::string> plain{"key",        "zone",    "scope",      "period",   "kind",
                                    "parent",     "rule",    "since",      "from_day", "until_day",
                                    "value_keys", "segment", "on_holiday", "form",     "holidays",
                                    "day",        "region",  "read",       "audience", "teams",
                                    "variable",   "huddle",  "expected",   "token"};
  std::set<std::string> looked_at;
  for (const auto& text : playbook_texts()) {
    looked_at.insert(std::string(text.table) + "." + text.column);
  }
  for (const auto& table : kElsewhere) {
    if (table == "person" || table == "membership" || table == "call") continue;
    SQLite::Statement columns(raw, "SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'");
    columns.bind(1, table);
    while (columns.executeStep()) {
      const auto column = columns.getColumn(0).getString();
      EXPECT_NE(plain.contains(column), looked_at.contains(table + "." + column))
          << table << "." << column;
    }
  }
}

}  // namespace
}  // namespace huddlekit
