#include "core/agenda/compose.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "core/sentences/catalogue.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using namespace std::chrono_literals;

const Day kToday = parse_day("2026-11-23");

const Value kValue{
    .key = "own-it", .name = "Own it", .statement = "Own it.", .behaviours = {"A.", "B."}};
const StoredPrompt kPrompts[] = {{1, 1, {.key = "1", .value = "own-it", .text = "One?"}},
                                 {2, 1, {.key = "2", .value = "own-it", .text = "Two?"}},
                                 {3, 1, {.key = "3", .value = "own-it", .text = "Three?"}}};
const AgendaTemplate kTemplate = agenda_template({});

/// A team of `people`, with as much content as `random` likes.
Facts some_facts(std::mt19937& random, int people, seconds timebox) {
  const auto some = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  Facts f;
  f.head = {.team = "front-desk", .day = kToday, .timebox = timebox};
  f.segments = &kTemplate;
  for (Id id = 1; id <= people; ++id) {
    f.expected.push_back({.id = id, .leads = some(3) > 0, .newcomer = some(4) == 0});
    f.lead.candidates.push_back({.id = id});
    f.lead.past.emplace_back();
  }
  f.seat = f.lead;
  if (some(9) > 0) {
    f.value = ValueOfDay{.id = 1, .value = &kValue, .weights = 8};
    for (const auto& prompt : kPrompts) f.prompts.push_back({&prompt, some(5), some(1)});
  }
  for (int i = some(4); i > 0; --i) {
    f.stories.push_back(
        {.id = i, .kind = static_cast<StoryKind>(some(3)), .day = kToday - days{1}, .text = "S"});
  }
  if (some(1) > 0) f.lesson = LessonFact{.id = 1, .day = kToday - days{3}, .insight = "L"};
  for (int i = some(8); i > 0 && people > 0; --i) {
    f.commitments.push_back(
        {.who = 1 + some(people - 1), .text = "C", .due = kToday, .for_customer = i > 4});
  }
  for (int i = some(2); i > 0; --i) f.notes.push_back({.text = "N"});
  return f;
}

std::string in_english(const std::string& text) { return sentences::Say("en").text(text); }

TEST(Compose, SecondsAddUpAndBoundsHoldForAnyContent) {
  std::mt19937 random(42);
  for (int run = 0; run < 4000; ++run) {
    const auto timebox = 5s * std::uniform_int_distribution<int>(21, 300)(random);
    const auto facts = some_facts(random, static_cast<int>(random() % 15), timebox);
    const auto made = compose(facts);
    seconds total{};
    for (const auto& s : made.draft.segments) {
      total += s.seconds;
      if (s.kind == SegmentKind::kFinishEarly) continue;
      EXPECT_GE(s.seconds, kTemplate[s.kind].request.min);
      EXPECT_LE(s.seconds, kTemplate[s.kind].request.max);
      EXPECT_FALSE(s.why.empty());
    }
    EXPECT_EQ(total, timebox) << "run " << run;
    EXPECT_EQ(compose(facts).draft, made.draft) << "the same facts give the same agenda";
  }
}

TEST(Compose, ALongerBoxNeverShortensASegmentOfTheSameSet) {
  std::mt19937 random(43);
  for (int run = 0; run < 200; ++run) {
    auto facts = some_facts(random, 9, 105s);
    std::map<SegmentKind, seconds> before;
    for (auto timebox = 105s; timebox <= 1500s; timebox += 5s) {
      facts.head.timebox = timebox;
      std::map<SegmentKind, seconds> now;
      for (const auto& s : compose(facts).draft.segments) {
        if (s.kind != SegmentKind::kFinishEarly) now[s.kind] = s.seconds;
      }
      const bool same_set = std::equal(now.begin(), now.end(), before.begin(), before.end(),
                                       [](auto& a, auto& b) { return a.first == b.first; });
      for (const auto& [kind, length] : before) {
        if (same_set) EXPECT_GE(now[kind], length) << "run " << run;
      }
      before = now;
    }
  }
}

TEST(Compose, NothingToSayFallsAwayAndTheRestFinishesEarly) {
  Facts f;
  f.head = {.team = "t", .day = kToday, .timebox = 600s};
  f.segments = &kTemplate;
  const auto agenda = compose(f).draft;
  ASSERT_EQ(agenda.segments.size(), 3u);
  EXPECT_EQ(agenda.segments[0].kind, SegmentKind::kOpen);
  EXPECT_EQ(agenda.segments[1].kind, SegmentKind::kClose);
  EXPECT_EQ(agenda.segments[2].kind, SegmentKind::kFinishEarly);
  EXPECT_EQ(agenda.segments[2].seconds, 600s - 45s - 90s);
  EXPECT_FALSE(agenda.facilitator);
  EXPECT_NE(in_english(agenda.segments[0].text).find("Nobody who leads"), std::string::npos);
}

TEST(Compose, NoPromptReturnsBeforeEveryOtherHasBeenUsed) {
  std::mt19937 random(1);
  auto facts = some_facts(random, 3, 600s);
  facts.value = ValueOfDay{.id = 1, .value = &kValue, .weights = 8};
  facts.prompts = {{&kPrompts[0]}, {&kPrompts[1]}, {&kPrompts[2]}};
  std::int64_t clock = 0;
  std::vector<Id> used;
  for (int i = 0; i < 9; ++i) {
    const auto choices = compose(facts).choices;
    used.push_back(*choices.prompt);
    auto& use = facts.prompts[static_cast<std::size_t>(*choices.prompt - 1)];
    use.last = ++clock;
    use.pass = choices.prompt_pass;
  }
  for (int pass = 0; pass < 3; ++pass) {
    EXPECT_EQ(std::set<Id>(used.begin() + 3 * pass, used.begin() + 3 * pass + 3).size(), 3u);
  }
}

TEST(Compose, WithinAPassThePromptGoesToThoseWhoHaveNotHeardIt) {
  Facts f;
  f.head = {.team = "t", .day = kToday, .timebox = 600s};
  f.segments = &kTemplate;
  f.value = ValueOfDay{.id = 1, .value = &kValue, .weights = 8};
  f.expected = {{.id = 1}, {.id = 2}, {.id = 3}};
  const std::vector<Id> all{1, 2, 3}, one{2}, two{1, 3};
  f.prompts = {{&kPrompts[0], 1, 1, &all}, {&kPrompts[1], 2, 1, &two}, {&kPrompts[2], 3, 1, &one}};
  EXPECT_EQ(compose(f).choices.prompt, 3) << "two of three have not heard it";
  f.prompts[2].pass = 2;
  EXPECT_EQ(compose(f).choices.prompt, 2) << "the third has had its turn in this pass";
}

TEST(Compose, AListThatIsTooLongToReadOutSaysWhatIsLeft) {
  Facts f;
  f.head = {.team = "t", .day = kToday, .timebox = 600s};
  f.segments = &kTemplate;
  for (int i = 0; i < 300; ++i) f.notes.push_back({.text = "N"});
  const auto open = compose(f).draft.segments[0];
  ASSERT_EQ(open.points.size(), 7u);
  EXPECT_EQ(in_english(open.points.back().text), "… and 294 more");
}

TEST(Compose, ABoxTooShortForWhatIsNeverCutIsRefused) {
  Facts f;
  f.head = {.team = "t", .day = kToday, .timebox = 40s};
  f.segments = &kTemplate;
  EXPECT_THROW((void)compose(f), InvalidArgument);
}

}  // namespace
}  // namespace huddlekit
