#include "huddlekit/report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "book_fixture.hpp"
#include "core/report/report_counter.hpp"
#include "core/sentences/report_sentences.hpp"
#include "hostile.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;
using std::chrono::seconds;

const Day kMarch = parse_day("2026-03-02");  // a Monday

Report of_weeks(const std::vector<Report::WeekRow>& weeks) {
  Report out{.start = kMarch, .end = kMarch + days{7} * static_cast<int>(weeks.size())};
  out.weeks = weeks;
  return out;
}

Report::WeekRow week(int held, int overruns, int attended) {
  return {.planned = 5,
          .held = held,
          .timed = held,
          .overruns = overruns,
          .expected = 50,
          .attended = attended};
}

bool says(const std::vector<std::string>& warnings, std::string_view part) {
  return std::any_of(warnings.begin(), warnings.end(),
                     [&](const std::string& w) { return w.find(part) != std::string::npos; });
}

TEST(Report, OverrunsWithFallingAttendanceAreToldEarly) {
  const auto warnings = early_warnings(
      of_weeks({week(5, 0, 50), week(5, 2, 42), week(5, 1, 39), week(5, 1, 39), week(5, 0, 50)}));
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings.front(),
            "Weeks 2–4: four overruns in 15 timed huddles, attendance down a fifth: shorten the "
            "round.");
}

TEST(Report, OneBadWeekIsNoPattern) {
  EXPECT_TRUE(early_warnings(of_weeks({week(5, 0, 50), week(5, 0, 50), week(2, 1, 48),
                                       week(5, 0, 50), week(5, 0, 50)}))
                  .empty());
}

TEST(Report, ARitualThatIsSeldomHeldIsToldWithItsWeeks) {
  const auto warnings = early_warnings(
      of_weeks({week(5, 0, 50), week(5, 0, 50), week(2, 0, 20), week(2, 0, 20), week(2, 0, 20)}));
  EXPECT_TRUE(says(warnings, "6 of 15 huddles held")) << warnings.front();
}

TEST(Report, MissesWithoutWinsAskForRecognition) {
  auto report = of_weeks({week(5, 0, 50)});
  report.stories = {.wins = 1, .misses = 4};
  EXPECT_TRUE(says(early_warnings(report), "1 win and 4 misses told"));
}

TEST(Report, RecallAndHandOffsAreAveraged) {
  ReportCounter counter(
      Report{.start = kMarch, .end = kMarch + days{28}, .made = kMarch + days{30}},
      {.teams = {}, .asked = {}, .values = {}, .themes = {}});
  const Recall recall;
  const auto first = recall.first(Rating::kGood);
  counter.remembered(first, kMarch + days{20});
  counter.remembered(first, kMarch + days{40});  // published ahead: fresh on that day
  counter.handoff(kMarch, kMarch + days{3});
  counter.handoff(kMarch + days{1}, kMarch + days{2});
  counter.handoff(kMarch + days{10}, std::nullopt);
  counter.handoff(kMarch + days{18}, std::nullopt);
  const auto report = counter.finish();
  EXPECT_NEAR(*report.lessons.recall_now, (recall.retrievability(first, 10) + 1) / 2, 5e-5);
  EXPECT_NEAR(*report.lessons.recall_in_90,
              (recall.retrievability(first, 100) + recall.retrievability(first, 90)) / 2, 5e-5);
  EXPECT_EQ(report.handoffs, (Report::Handoffs{4, 2, 2, 4, 20}));
  EXPECT_TRUE(says(report.warnings, "2 hand-offs wait for an answer, the oldest for 20 days"));
}

TEST(Report, EveryFigureSaysHowItIsComputedAndWhatItIsNotFor) {
  std::set<std::string> keys;
  for (const auto& figure : figures(Report{})) {
    EXPECT_TRUE(keys.insert(figure.key).second) << figure.key;
    for (const auto& text : {figure.section, figure.label, figure.unit}) EXPECT_FALSE(text.empty());
    EXPECT_TRUE(figure.how.ends_with('.')) << figure.key;
    EXPECT_TRUE(figure.not_for.ends_with('.')) << figure.key;
  }
  EXPECT_GE(keys.size(), 30u);
}

TEST(Report, WithoutHuddlesTheRatesSayThatThereIsNoData) {
  for (const auto& figure : figures(Report{})) {
    if (figure.unit != "count") EXPECT_FALSE(figure.number) << figure.key;
    if (!figure.number) EXPECT_EQ(figure.text, "no data");
  }
}

/// A report with words of people in every place that shows any.
Report with_words(const std::string& words) {
  Report r{.of = ReportOf::kTeam,
           .key = words,
           .name = words,
           .start = kMarch,
           .end = kMarch + days{14},
           .made = kMarch + days{30},
           .teams = 1};
  r.held = {.planned = 10, .completed = 6, .cancelled = 4, .reasons = {{words, 4}}};
  r.time = {.huddles = 6, .overruns = 1, .took = seconds{3600}, .timebox = seconds{3600}};
  r.values = {{.key = words, .name = words, .huddles = 6, .due = 6, .wins = 1}};
  r.themes = {{.key = words, .name = words, .goal = words, .huddles = 6, .on_theme = 2}};
  r.weeks = {week(5, 1, 40), week(5, 0, 40)};
  r.people = {{.month = parse_day("2026-03-01"), .members = 6, .expected = 60, .attended = 50}};
  r.missed_reasons = {{words, 2}};
  r.warnings = {words};
  r.exposure = {{.who = {words, words}, .value = words, .times = 3}};
  r.segments = {
      {.kind = SegmentKind::kRound, .huddles = 6, .planned = seconds{600}, .took = seconds{800}}};
  return r;
}

TEST(Report, HostileWordsStayWordsInEveryLabel) {
  const auto plain = to_html_page(with_words("x"));
  for (const auto& words : testing::hostile_strings()) {
    SCOPED_TRACE(words);
    const auto report = with_words(words);
    EXPECT_TRUE(nlohmann::json::accept(to_json(report)));
    const auto page = to_html_page(report);
    // As many tags and as many quotes as with harmless words: nothing was opened or closed.
    for (const char c : {'<', '>', '"'}) {
      EXPECT_EQ(std::count(page.begin(), page.end(), c), std::count(plain.begin(), plain.end(), c));
    }
    const auto text = to_text(report);
    EXPECT_TRUE(std::all_of(text.begin(), text.end(), [](char c) {
      return c == '\n' || static_cast<unsigned char>(c) >= 0x20;
    }));
  }
}

TEST(Report, PagesNeedNoScriptAndNoNetwork) {
  const auto page = to_html_page(with_words("x"));
  for (const auto* part : {"<script", "http://", "https://", "url(", "@import", "src="}) {
    EXPECT_EQ(page.find(part), std::string::npos) << part;
  }
}

TEST(Report, TextKeepsToItsWidth) {
  const auto text = to_text(with_words("Front desk"), 60);
  EXPECT_NE(text.find("Huddles held"), std::string::npos);
  EXPECT_THROW((void)to_text(Report{}, 39), InvalidArgument);
  EXPECT_THROW((void)to_text(Report{}, 201), InvalidArgument);
}

class ReportBook : public InFolder {
 protected:
  static Instant now() { return at_; }
  static inline Instant at_;
  Book open() {
    at_ = parse_instant("2026-03-01T03:00:00Z");
    auto book = Book::open(":memory:", {.create = true, .now = now});
    book.load(parse_playbook(kSmallPlaybook, "small"));
    return book;
  }
  static void hold(Book& book, int count) {
    for (int i = 0; i < count; ++i, at_ += days{1}) {
      book.publish_all(Day{std::chrono::floor<days>(at_).time_since_epoch()});
    }
  }
};

const Day kFirst = parse_day("2026-03-01");
const Day kApril = parse_day("2026-04-01");

TEST_F(ReportBook, WhatIsOverIsHeldUnlessSomebodySaysOtherwise) {
  auto book = open();
  hold(book, 10);
  book.huddle("front-desk/2026-03-03/morning").cancel("Fire drill");
  book.huddle("front-desk/2026-03-04/morning").complete({.took = seconds{650}});
  const auto report = book.report(ReportOf::kTeam, "front-desk", kFirst, kApril);
  EXPECT_EQ(report.name, "Front desk");
  // Nine mornings and a Friday evening; the tenth morning is not over for a day yet.
  EXPECT_EQ(report.held.completed, 1);
  EXPECT_EQ(report.held.cancelled, 1);
  EXPECT_EQ(report.held.assumed, 7 + 1);
  EXPECT_EQ(report.held.planned, 10);
  EXPECT_EQ(report.held.reasons, (std::vector<Report::Reason>{{"Fire drill", 1}}));
  EXPECT_EQ(report.time.overruns, 1);
  EXPECT_EQ(report.time.longest_over, seconds{50});
}

TEST_F(ReportBook, ADayWithoutAPublishedAgendaCountsAsUnprepared) {
  auto book = open();
  hold(book, 3);
  at_ += days{4};
  hold(book, 1);
  at_ += days{2};
  const auto report = book.report(ReportOf::kTeam, "kitchen", kFirst, kApril);
  // Monday 2 and Tuesday 3; nobody published 4, 5, 6, 9 and 10; the others are no working days.
  EXPECT_EQ(report.held.held(), 2);
  EXPECT_EQ(report.held.unprepared, 5);
  EXPECT_EQ(report.held.planned, 7);
}

TEST_F(ReportBook, BeforeTheFirstHuddleNothingWasPlanned) {
  auto book = open();
  at_ += days{20};
  const auto report = book.report(ReportOf::kOrganisation, "", kFirst - days{300}, kApril);
  EXPECT_EQ(report.held, Report::Held{});
  EXPECT_FALSE(report.held.rate());
  EXPECT_NE(to_text(report).find("No huddle was over"), std::string::npos);
}

TEST_F(ReportBook, TheTeamsOfAHouseAddUp) {
  auto book = open();
  hold(book, 31);
  at_ += days{5};
  const auto all = book.report(ReportOf::kOrganisation, "", kFirst, kApril);
  const auto desk = book.report(ReportOf::kTeam, "front-desk", kFirst, kApril);
  const auto kitchen = book.report(ReportOf::kDepartment, "kitchen", kFirst, kApril);
  EXPECT_EQ(all.name, "Harbour Hotel");
  EXPECT_EQ(all.held.planned, desk.held.planned + kitchen.held.planned);
  EXPECT_EQ(all.held.held(), desk.held.held() + kitchen.held.held());
  for (std::size_t i = 0; i < all.values.size(); ++i) {
    EXPECT_EQ(all.values[i].huddles, desk.values[i].huddles + kitchen.values[i].huddles);
  }
  ASSERT_EQ(all.people.size(), 1u);  // six people in all
  EXPECT_EQ(all.people.front().members, 6);
  EXPECT_TRUE(desk.people.empty());  // four, and the house less the desk is two
  EXPECT_EQ(desk.hidden_months, std::vector<Day>{kFirst});
  EXPECT_FALSE(desk.values.empty());
}

TEST_F(ReportBook, APersonIsShownOnlyInThePrivateView) {
  auto book = open();
  hold(book, 20);
  const auto report = book.report(ReportOf::kTeam, "front-desk", kFirst, kApril);
  EXPECT_EQ(to_json(report).find("Costa"), std::string::npos);
  EXPECT_EQ(to_html_page(report).find("Costa"), std::string::npos);
  const auto mine =
      book.report(ReportOf::kTeam, "front-desk", kFirst, kApril, {.private_view = true});
  EXPECT_EQ(mine.exposure, book.team("front-desk").exposure());
  EXPECT_TRUE(mine.people.empty());  // it adds, it does not lift
  EXPECT_NE(to_html_page(mine).find("Costa"), std::string::npos);
}

TEST_F(ReportBook, WhoeverLeavesIsStillCountedInThePast) {
  auto book = open();
  hold(book, 31);
  at_ = parse_instant("2026-04-10T03:00:00Z");
  const auto before = book.report(ReportOf::kOrganisation, "", kFirst, kApril);
  auto playbook = parse_playbook(kSmallPlaybook, "small");
  playbook.teams.back().members.pop_back();
  playbook.teams.front().members.push_back({.key = "gil", .name = "Gil Roth"});
  book.load(playbook);
  EXPECT_EQ(book.report(ReportOf::kOrganisation, "", kFirst, kApril), before);
  at_ = parse_instant("2026-06-10T03:00:00Z");
  const auto may =
      book.report(ReportOf::kOrganisation, "", parse_day("2026-05-01"), parse_day("2026-06-01"));
  ASSERT_EQ(may.people.size(), 1u);
  EXPECT_EQ(may.people.front().members, 6);  // one gone, one new
}

TEST_F(ReportBook, AStoryThereWasNoTimeForHasNotBeenToldBefore) {
  auto book = open();
  book.team("front-desk").win("The ring was found.", {.day = kFirst});
  hold(book, 1);
  book.huddle("front-desk/2026-03-01/morning").complete({.covered = {{"open", "value"}}});
  hold(book, 1);  // tells it again
  at_ += days{2};
  const auto report = book.report(ReportOf::kTeam, "front-desk", kFirst, kApril);
  EXPECT_EQ(report.staleness.stories, 1);
  EXPECT_EQ(report.staleness.stories_again, 0);
}

TEST_F(ReportBook, AHandOffWhoseCommitmentIsClosedWaitsNoMore) {
  auto book = open();
  const auto stuck =
      book.team("kitchen").commit({.who = "eli", .text = "Mend the oven", .due = kFirst}, kFirst);
  hold(book, 5);
  at_ += days{10};
  const auto handoffs = [&] {
    return book.report(ReportOf::kTeam, "kitchen", kFirst, kApril).handoffs;
  };
  const auto waiting = handoffs();
  ASSERT_EQ(waiting.raised, 1);
  EXPECT_EQ(waiting.waiting, 1);
  EXPECT_GT(waiting.oldest_waiting, 7);
  book.journal().kept(stuck.id);
  EXPECT_EQ(handoffs(), (Report::Handoffs{.raised = 1}));
  for (const auto& warning : book.report(ReportOf::kTeam, "kitchen", kFirst, kApril).warnings) {
    EXPECT_EQ(warning.find("hand-off"), std::string::npos) << warning;
  }
}

TEST_F(ReportBook, BadQuestionsGetOneClearAnswer) {
  auto book = open();
  EXPECT_THROW((void)book.report(ReportOf::kTeam, "front-desk", kApril, kApril), InvalidArgument);
  EXPECT_THROW((void)book.report(ReportOf::kTeam, "front-desk", kApril, kFirst), InvalidArgument);
  EXPECT_THROW((void)book.report(ReportOf::kOrganisation, "", kFirst, kFirst + days{3'661}),
               InvalidArgument);
  EXPECT_THROW((void)book.report(ReportOf::kTeam, "frontdesk", kFirst, kApril), NotFound);
  EXPECT_THROW(
      (void)book.report(ReportOf::kOrganisation, "", kFirst, kApril, {.private_view = true}),
      InvalidArgument);
  try {
    (void)book.report(ReportOf::kDepartment, "kitchn", kFirst, kApril);
    FAIL();
  } catch (const NotFound& e) {
    EXPECT_STREQ(e.what(),
                 "department: no such department, got \"kitchn\"; did you mean \"kitchen\"?");
  }
}

}  // namespace
}  // namespace huddlekit
