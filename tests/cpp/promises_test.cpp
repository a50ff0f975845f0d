#include "huddlekit/promises.hpp"

#include <algorithm>

#include "book_fixture.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

const Segment* segment(const Agenda& agenda, SegmentKind kind) {
  const auto it = std::find_if(agenda.segments.begin(), agenda.segments.end(),
                               [&](const Segment& s) { return s.kind == kind; });
  return it == agenda.segments.end() ? nullptr : &*it;
}

/// The points of *kept promises*, one to a line.
std::string promises_of(const std::optional<Agenda>& agenda) {
  std::string out;
  if (const auto* s = segment(*agenda, SegmentKind::kPromises)) {
    for (const auto& p : s->points) out += p.label + ": " + p.text + "\n";
  }
  return out;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The kitchen is below the front desk.
class Promises : public ::testing::Test {
 protected:
  Promises() : book(Book::open(":memory:", {.create = true, .now = [this] { return now; }})) {
    book.load(parse_playbook(kSmallPlaybook, "small"));
  }

  Commitment commit(const std::string& text, int due, bool for_customer = false) {
    return book.team("kitchen").commit(
        {.who = "eli", .text = text, .due = kMonday + days{due}, .for_customer = for_customer},
        kMonday);
  }
  std::optional<Agenda> publish(const std::string& team, int day) {
    return book.team(team).publish(kMonday + days{day}, team == "kitchen" ? "" : "morning");
  }
  StoryId tell(StoryKind kind, const std::string& team, const std::string& text) {
    return book.team(team).tell(kind, text, {.day = kMonday}).id;
  }

  Instant now = parse_instant("2026-11-23T05:00:00Z");
  Book book;
};

TEST_F(Promises, ANewDayIsAgreedOnWithItsReason) {
  const auto made = commit("Mend the slicer", 1);
  const auto moved =
      book.journal().renegotiate(made.id, kMonday + days{3}, "The part comes on Thursday");
  EXPECT_EQ(moved.due, kMonday + days{3});
  EXPECT_EQ(moved.state, CommitmentState::kOpen);
  EXPECT_EQ(book.journal().renegotiations(made.id),
            (std::vector<Renegotiation>{
                {kMonday, kMonday + days{1}, kMonday + days{3}, "The part comes on Thursday"}}));
  EXPECT_EQ(promises_of(publish("kitchen", 2)), "");
  EXPECT_TRUE(has(promises_of(publish("kitchen", 3)), "Mend the slicer"));

  EXPECT_THROW(book.journal().renegotiate(made.id, kMonday + days{3}, "Again"), InvalidArgument)
      << "same day";
  EXPECT_THROW(book.journal().renegotiate(made.id, kMonday - days{1}, "Back"), InvalidArgument);
  EXPECT_THROW(book.journal().renegotiate(made.id, kMonday + days{9}, ""), InvalidArgument)
      << "no reason";
  EXPECT_THROW(book.journal().renegotiate(CommitmentId(99), kMonday + days{9}, "x"), NotFound);
  EXPECT_THROW((void)book.journal().renegotiations(CommitmentId(99)), NotFound);
  book.journal().kept(made.id);
  EXPECT_THROW(book.journal().renegotiate(made.id, kMonday + days{9}, "x"), Conflict) << "closed";
}

TEST_F(Promises, TheKeptRateCountsCustomersApartAndNeverNamesAnybody) {
  const auto close = [&](const std::string& text, bool customer, CommitmentState state,
                         const std::string& reason = {}) {
    const auto id = commit(text, 1, customer).id;
    if (state == CommitmentState::kKept) book.journal().kept(id);
    if (state == CommitmentState::kMissed) book.journal().missed(id, reason);
    if (state == CommitmentState::kDropped) book.journal().dropped(id, reason);
  };
  close("a", true, CommitmentState::kKept);
  close("b", true, CommitmentState::kKept);
  close("c", true, CommitmentState::kMissed, "waiting");
  close("d", false, CommitmentState::kMissed, "waiting");
  close("e", false, CommitmentState::kMissed, "Eli was ill");
  close("f", false, CommitmentState::kDropped);
  book.journal().renegotiate(commit("g", 5, true).id, kMonday + days{1}, "sooner");
  commit("later", 9);

  const auto rate = book.journal().kept_rate("kitchen", kMonday, kMonday + days{7});
  EXPECT_EQ(rate.customers, (KeptRate::Side{.kept = 2, .missed = 1, .open = 1, .renegotiated = 1}));
  EXPECT_EQ(rate.colleagues, (KeptRate::Side{.missed = 2, .dropped = 1}));
  EXPECT_DOUBLE_EQ(*rate.customers.rate(), 2.0 / 3.0);
  EXPECT_DOUBLE_EQ(*rate.colleagues.rate(), 0.0);
  EXPECT_EQ(rate.reasons, (std::vector<KeptRate::Reason>{{"waiting", 2}, {"own words", 1}}));
  EXPECT_FALSE(book.journal().kept_rate("front-desk", kMonday, kMonday + days{7}).customers.rate());
  for (const auto& reason : miss_reasons()) EXPECT_NE(std::string(reason.word), "own words");
}

TEST_F(Promises, WhatIsStuckForThreeHuddlesGoesToTheTeamAboveAndTheAnswerComesBack) {
  commit("Get the second oven mended", 0);
  publish("kitchen", 0);
  publish("kitchen", 1);
  EXPECT_TRUE(book.team("front-desk").hand_offs().empty()) << "twice is not stuck";
  publish("kitchen", 2);
  const auto raised = book.team("front-desk").hand_offs();
  ASSERT_EQ(raised.size(), 1u);
  EXPECT_EQ(raised[0].team, "kitchen");
  EXPECT_EQ(raised[0].to, "front-desk");
  EXPECT_TRUE(raised[0].commitment);

  const auto above = publish("front-desk", 3);
  EXPECT_TRUE(has(promises_of(above), "Stuck in Kitchen: Get the second oven mended"))
      << promises_of(above);
  EXPECT_FALSE(has(promises_of(above), "Eli")) << "no name goes up";
  EXPECT_EQ(segment(*above, SegmentKind::kRound)->points[0].label, "Stuck below");
  EXPECT_TRUE(has(book.team("front-desk").leader_note(kMonday + days{4}, "morning"), "Kitchen"));
  EXPECT_TRUE(has(promises_of(publish("front-desk", 4)), "Stuck in Kitchen")) << "until answered";

  now += days{4};
  book.journal().answer(raised[0].id, "The technician comes on Friday.", "ana");
  EXPECT_FALSE(has(promises_of(publish("front-desk", 5)), "Stuck in Kitchen"));
  const auto below = publish("kitchen", 4);
  EXPECT_TRUE(has(promises_of(below),
                  "Front desk answers: “Get the second oven mended” "
                  "The technician comes on Friday. (Ana Costa)"))
      << promises_of(below);
  EXPECT_FALSE(has(promises_of(publish("kitchen", 7)), "Front desk answers")) << "heard once";
  EXPECT_EQ(book.team("front-desk").hand_offs().size(), 1u) << "once for each day promised";
}

TEST_F(Promises, WhatIsKeptOrMovedIsNotStuckAnyMore) {
  const auto moved = commit("Mend the oven", 0), kept = commit("Mend the scale", 0);
  for (const int day : {0, 1, 2}) publish("kitchen", day);
  EXPECT_EQ(book.team("front-desk").hand_offs(true).size(), 2u);
  book.journal().kept(kept.id);
  EXPECT_EQ(book.team("front-desk").hand_offs(true).size(), 1u);
  book.journal().renegotiate(moved.id, kMonday + days{7}, "Next week");
  EXPECT_TRUE(book.team("front-desk").hand_offs(true).empty());
  EXPECT_EQ(promises_of(publish("front-desk", 3)), "");
  for (const int day : {7, 8}) publish("kitchen", day);
  EXPECT_TRUE(book.team("front-desk").hand_offs(true).empty());
  publish("kitchen", 9);
  EXPECT_EQ(book.team("front-desk").hand_offs(true).size(), 1u) << "stuck anew";
}

TEST_F(Promises, ACancelledHuddleDoesNotCountTowardsBeingStuck) {
  commit("Mend the oven", 0);
  publish("kitchen", 0);
  publish("kitchen", 1);
  const auto third = publish("kitchen", 2);
  book.huddle(third->id).revise("A guest complained");
  EXPECT_EQ(book.team("front-desk").hand_offs().size(), 1u) << "a revision is the same huddle";
  book.huddle(third->id).cancel("Fire drill");
  EXPECT_TRUE(book.team("front-desk").hand_offs().empty());
  publish("kitchen", 3);
  EXPECT_EQ(book.team("front-desk").hand_offs().size(), 1u);
}

TEST_F(Promises, AStoryHandedOverWaitsOnTheOtherTeamsAgendaUntilItIsAnswered) {
  const auto miss = tell(StoryKind::kMiss, "front-desk", "A guest got nuts in spite of the note.");
  book.journal().put_right(miss, Recovery::kPutRight, "ana", kMonday);
  const auto raised = book.journal().hand_off(miss, "kitchen", "Can allergies stand on the slip?");
  EXPECT_EQ(raised.team, "front-desk");
  EXPECT_EQ(raised.days, 0);
  for (const int day : {0, 1}) {
    const auto agenda = publish("kitchen", day);
    EXPECT_TRUE(has(promises_of(agenda),
                    "“A guest got nuts in spite of the note.” They ask: Can "
                    "allergies stand on the slip?"))
        << promises_of(agenda);
    EXPECT_TRUE(has(segment(*agenda, SegmentKind::kPromises)->why,
                    "1 matter from another team waits for us."));
  }
  now += days{2};
  EXPECT_EQ(book.team("kitchen").hand_offs(true)[0].days, 2) << "it ages";
  const auto answered = book.journal().answer(raised.id, "Yes, in red, from today.", "fay");
  EXPECT_EQ(answered.by, (Person{"fay", "Fay Wu"}));
  EXPECT_EQ(answered.days, 2);
  EXPECT_EQ(promises_of(publish("kitchen", 2)), "");

  // Not reached at first, so it stands on the next agenda too.
  const auto wednesday = publish("front-desk", 2);
  EXPECT_TRUE(has(promises_of(wednesday), "Kitchen answers"));
  book.huddle(wednesday->id).complete({.covered = {{"open", "value"}}});
  EXPECT_TRUE(has(promises_of(publish("front-desk", 3)), "Yes, in red, from today. (Fay Wu)"));
  EXPECT_EQ(promises_of(publish("front-desk", 4)), "");
}

TEST_F(Promises, PlanningHearsAnAnswerOnceToo) {
  const auto miss = tell(StoryKind::kMiss, "front-desk", "A miss.");
  book.journal().answer(book.journal().hand_off(miss, "kitchen", "Can you help?").id, "Yes.",
                        "eli");
  int heard = 0;
  for (const auto& agenda : book.team("front-desk").plan(kMonday, kMonday + days{5})) {
    heard += has(promises_of(agenda), "Kitchen answers") ? 1 : 0;
  }
  EXPECT_EQ(heard, 1);
}

TEST_F(Promises, AWrongHandOffIsRefused) {
  const auto miss = tell(StoryKind::kMiss, "front-desk", "A miss.");
  EXPECT_THROW(book.journal().hand_off(miss, "front-desk", "Help?"), InvalidArgument)
      << "to itself";
  EXPECT_THROW(book.journal().hand_off(StoryId(99), "kitchen", "Help?"), NotFound);
  EXPECT_THROW(book.journal().hand_off(miss, "kitchen", ""), InvalidArgument);
  try {
    book.journal().hand_off(miss, "kitchn", "Help?");
    FAIL();
  } catch (const NotFound& e) {
    EXPECT_TRUE(has(e.what(), "did you mean \"kitchen\"?")) << e.what();
  }
  const auto raised = book.journal().hand_off(miss, "kitchen", "Help?");
  EXPECT_THROW(book.journal().hand_off(miss, "kitchen", "Still?"), Conflict) << "waits already";
  EXPECT_THROW(book.journal().answer(raised.id, "Yes.", "ana"), InvalidArgument)
      << "asks, does not answer";
  EXPECT_THROW(book.journal().answer(raised.id, "Yes.", "elli"), NotFound);
  EXPECT_THROW(book.journal().answer(HandOffId(99), "Yes.", "eli"), NotFound);
  book.journal().answer(raised.id, "Yes.", "eli");
  EXPECT_NO_THROW(book.journal().answer(raised.id, "Yes.", "eli")) << "told twice";
  EXPECT_THROW(book.journal().answer(raised.id, "No.", "eli"), Conflict);
  EXPECT_NO_THROW(book.journal().hand_off(miss, "kitchen", "And now?"));
}

}  // namespace
}  // namespace huddlekit
