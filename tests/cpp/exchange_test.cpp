#include <algorithm>

#include "book_fixture.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

class Exchange : public InFolder {
 protected:
  Exchange() { book.load(parse_playbook(kSmallPlaybook, "small")); }

  Book made(const std::string& name) {
    return Book::open(file(name), {.create = true, .now = [this] { return now; }});
  }

  void live() {
    for (int n = -40; n <= 0; ++n) {
      const Day day = kMonday + days{n};
      now = Instant{std::chrono::sys_days{day.time_since_epoch()}} + std::chrono::hours{5};
      book.publish_all(day);
      if (n % 3 == 0) {
        book.huddle("front-desk/" + to_string(day) + "/morning")
            .complete({.attended = {{"ben", "ana"}}, .led_by = "ben"});
      }
      StoryDetails details{.values = {"easy"}, .day = day, .tags = {"a b", "c,d"}};
      if (n % 2) details.who = {"caro"};
      if (n % 4) details.by = "ben";
      book.team("front-desk")
          .tell(n % 2 ? StoryKind::kWin : StoryKind::kMiss,
                "=Day \"" + std::to_string(n) + "\",\nand more; it's fine", details);
    }
    book.journal().put_right(StoryId(1), Recovery::kHeard, "ben", kMonday);
    book.journal().edit(StoryId(2), {.text = "Otherwise."}, "dora");
    book.team("kitchen").lesson("-Label", {.change = "+Trays",
                                           .importance = 3,
                                           .value = "listen",
                                           .story = StoryId(3),
                                           .day = kMonday});
    const auto c = book.team("kitchen").commit(
        {.who = "eli", .text = "Count", .due = kMonday, .for_customer = true}, kMonday);
    book.team("kitchen").commit({.who = "fay", .text = "Count again", .due = kMonday}, kMonday);
    book.journal().missed(c.id, "No time");
    book.team("kitchen").note("Two guests", kMonday, "Office");
    book.people().away("caro", kMonday + days{2}, kMonday + days{3});
    book.team("kitchen").load_roster({{kMonday + days{1}, "huddle", "fay"}});
    book.people().set_consent("fay", {.leads = false});
    book.huddle("front-desk/2026-11-25/morning").skip(Role::kLead);
    book.huddle("front-desk/2026-11-26/morning").cancel("Fire drill");
    book.people().forget("ana");
  }

  /// The playbook as it is without Ana, in another order, so that all ids differ.
  static std::string other_playbook() {
    std::string text = kSmallPlaybook;
    const std::string ana = "{ key = \"ana\", name = \"Ana Costa\" },";
    text.erase(text.find(ana), ana.size());
    const auto teams = text.find("[[team]]");
    const auto kitchen = text.find("[[team]]", teams + 1);
    return text.substr(0, teams) + text.substr(kitchen) + text.substr(teams, kitchen - teams);
  }

  Instant now = parse_instant("2026-11-23T05:00:00Z");
  Book book = made("one.huddle");
};

std::vector<Problem> problems_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const ParseError& e) {
    return e.problems();
  }
  return {};
}

TEST_F(Exchange, TheWholeJournalComesBackByteForByte) {
  live();
  const auto text = book.export_jsonl();
  auto other = made("two.huddle");
  other.load(parse_playbook(other_playbook(), "small"));
  const auto plan = other.import_jsonl(text, {.dry_run = true});
  EXPECT_EQ(other.team("front-desk").stories(kMonday - days{99}, kMonday + days{1}).size(), 0u);
  EXPECT_EQ(other.import_jsonl(text), plan);
  EXPECT_GT(plan.added, 300);
  EXPECT_EQ(other.export_jsonl(), text);
  EXPECT_EQ(text.find("Ana"), std::string::npos);

  book.load(parse_playbook(other_playbook(), "small"));
  for (const std::string team : {"front-desk", "kitchen"}) {
    EXPECT_EQ(other.team(team).stories(kMonday - days{99}, kMonday + days{1}),
              book.team(team).stories(kMonday - days{99}, kMonday + days{1}));
    EXPECT_EQ(other.team(team).agenda(kMonday, team == "kitchen" ? "" : "morning"),
              book.team(team).agenda(kMonday, team == "kitchen" ? "" : "morning"));
    EXPECT_EQ(other.team(team).rota(Role::kLead, 20), book.team(team).rota(Role::kLead, 20))
        << "turns go on where they were";
  }
  EXPECT_EQ(other.search("fine").size(), book.search("fine").size());
  EXPECT_THROW(other.import_jsonl(text), Conflict) << "never over a journal";
}

TEST_F(Exchange, NothingIsHalfImportedAndEveryBadLineIsTold) {
  live();
  auto text = book.export_jsonl();
  auto other = made("two.huddle");
  other.load(parse_playbook(other_playbook(), "small"));
  const auto empty = other.export_jsonl();
  const auto add = [&](const std::string& line) { text += line + "\n"; };
  const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
  add("{\"table\":\"lesson\",\"id\":900,\"team\":\"kitchn\"}");
  add("not json");
  add("[1]");
  add("{\"table\":\"salary\"}");
  add("{\"table\":\"note\",\"id\":900,\"team\":\"kitchen\",\"day\":\"2026-02-30\",\"text\":\"x\","
      "\"origin\":\"\"}");
  add("{\"table\":\"note\",\"id\":901,\"team\":\"kitchen\",\"day\":\"2026-02-03\",\"text\":"
      "\"\\u0000\",\"origin\":\"\"}");
  add("{\"table\":\"story\",\"id\":902,\"kind\":\"wim\"}");
  add("{\"table\":\"note\",\"id\":903,\"team\":\"kitchen\",\"colour\":1}");
  add("{\"table\":\"note\",\"id\":904,\"team\":\"kitchen\"}");
  add("{\"table\":\"note\",\"id\":\"x\"}");
  const auto problems = problems_of([&] { other.import_jsonl(text, {.name = "j.jsonl"}); });
  ASSERT_EQ(problems.size(), 10u);
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(problems[static_cast<std::size_t>(i)].line, lines + 1 + i);
    EXPECT_EQ(problems[static_cast<std::size_t>(i)].file, "j.jsonl");
  }
  EXPECT_EQ(problems[0].rule, "team: no such team, got \"kitchn\"; did you mean \"kitchen\"?");
  EXPECT_EQ(other.export_jsonl(), empty);
  EXPECT_EQ(problems_of([&] { other.import_jsonl(""); }).size(), 1u);
  EXPECT_EQ(problems_of([&] { other.import_jsonl("{}\n"); }).size(), 1u);
}

TEST_F(Exchange, CsvGoesOutAndComesBackAndIsTakenInOnce) {
  live();
  auto other = made("two.huddle");
  other.load(parse_playbook(kSmallPlaybook, "small"));
  for (const auto kind : {CsvKind::kStories, CsvKind::kLessons, CsvKind::kCommitments}) {
    const auto text = book.export_csv(kind);
    const auto plan = other.import_csv(kind, text, {.dry_run = true});
    EXPECT_NE(other.export_csv(kind), text) << "a dry run keeps nothing";
    const auto done = other.import_csv(kind, text);
    EXPECT_EQ(done, plan);
    EXPECT_EQ(done.added, static_cast<int>(done.lines.size()));
    EXPECT_EQ(other.export_csv(kind), text);
    const auto again = other.import_csv(kind, text);
    EXPECT_EQ(again.added, 0);
    EXPECT_EQ(again.known, done.added);
    EXPECT_EQ(other.export_csv(kind), text);
  }
  EXPECT_NE(book.export_csv(CsvKind::kLessons).find(",\"'-Label\""), std::string::npos)
      << "no spreadsheet calculates it";
}

TEST_F(Exchange, ABadCsvIsRefusedWholeWithItsLines) {
  const std::string header = "kind,team,day,text,who\n";
  const auto problems = problems_of([&] {
    book.import_csv(CsvKind::kStories,
                    header +
                        "win,kitchen,2026-11-20,Fine.,eli\n"
                        "wim,kitchen,2026-11-20,Fine.,\n"
                        "win,kitchen,2026-11-24,Tomorrow.,\n"
                        "win,kitchen,2026-11-20,Good.,elli\n"
                        "win,kitchen,2026-11-20\n"
                        "miss,kitchen,2026-11-20,Names.,eli\n",
                    {.name = "s.csv"});
  });
  ASSERT_EQ(problems.size(), 5u);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(problems[static_cast<std::size_t>(i)].line, 3 + i);
  EXPECT_NE(problems[0].rule.find("did you mean \"win\"?"), std::string::npos);
  EXPECT_NE(problems[2].rule.find("did you mean \"eli\"?"), std::string::npos);
  EXPECT_TRUE(book.team("kitchen").stories(kMonday - days{9}, kMonday + days{1}).empty());

  const auto missing = problems_of([&] { book.import_csv(CsvKind::kStories, "kind,team,txt\n"); });
  ASSERT_EQ(missing.size(), 3u);
  EXPECT_EQ(missing[0].rule, "column \"day\": is missing");
  EXPECT_EQ(missing[2].rule, "column \"txt\": is not known; did you mean \"text\"?");

  std::string long_file = header;
  for (int n = 2; n < 90'000; ++n) long_file += "win,kitchen,2026-11-20,Fine.,eli\n";
  const auto broken =
      problems_of([&] { book.import_csv(CsvKind::kStories, long_file + "win,\"kitchen,x\n"); });
  ASSERT_EQ(broken.size(), 1u);
  EXPECT_EQ(broken[0].line, 90'000);
  EXPECT_TRUE(book.team("kitchen").stories(kMonday - days{9}, kMonday + days{1}).empty());
}

TEST_F(Exchange, NoLessonIsTakenInThatIsYetToBeLearned) {
  const std::string header = "team,day,insight\n";
  const auto problems = problems_of([&] {
    book.import_csv(CsvKind::kLessons,
                    header + "kitchen,2026-11-23,Today.\nkitchen,2026-11-24,Tomorrow.\n",
                    {.name = "l.csv"});
  });
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].line, 3);
  EXPECT_EQ(problems[0].rule,
            "day: must not be after the team's today (2026-11-23), got 2026-11-24");
  EXPECT_TRUE(book.team("kitchen").lessons().empty());
}

TEST_F(Exchange, AnonymousStaysAnonymous) {
  book.team("kitchen").win("Somebody stayed late.", {.who = {"fay"}, .day = kMonday});
  EXPECT_NE(book.export_csv(CsvKind::kStories).find("Somebody stayed late.,,fay,,"),
            std::string::npos);
  EXPECT_EQ(book.export_jsonl().find("\"by\""), std::string::npos);
}

}  // namespace
}  // namespace huddlekit
