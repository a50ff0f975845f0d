#pragma once
#include <map>
#include <mutex>
#include <unordered_map>

#include "book/desk.hpp"
#include "book/feed_plans.hpp"
#include "huddlekit/book.hpp"
#include "store/calendar_store.hpp"
#include "store/consent_store.hpp"
#include "store/feed_store.hpp"
#include "store/hand_off_store.hpp"
#include "store/huddle_store.hpp"
#include "store/journal_store.hpp"
#include "store/lesson_store.hpp"
#include "store/live_store.hpp"
#include "store/person_store.hpp"
#include "store/playbook_store.hpp"
#include "store/presence_store.hpp"
#include "store/promise_store.hpp"
#include "store/proposal_store.hpp"
#include "store/reminder_store.hpp"
#include "store/search_store.hpp"
#include "store/share_store.hpp"
#include "store/story_store.hpp"
#include "store/turn_store.hpp"

namespace huddlekit {

/// Turns count in the order in which huddles are published, so that is possible only so far ahead.
inline constexpr std::chrono::days kPublishAhead{31};
/// How far a plan reaches: everything before a turn is played first.
inline constexpr std::chrono::days kPlanAhead{400};

/// What stands behind the facade: the stores, one lock, and the steps that a call is made of.
class Book::Impl {
 public:
  Impl(const std::filesystem::path& file, const OpenOptions& options);
  ~Impl();

  /// Runs `work` on one consistent state of the file. Third-party exceptions end here.
  template <class Work>
  auto read(Work&& work);
  /// Runs `work` in one transaction: all of it or nothing.
  template <class Work>
  auto write(Work&& work);
  /// Runs `work` outside any transaction.
  template <class Work>
  auto alone(Work&& work);

  // calendar.cpp
  [[nodiscard]] std::vector<Slot> slots(const StoredTeam& team, Day day) const;
  [[nodiscard]] std::optional<Slot> slot_named(const StoredTeam& team, Day rule_day,
                                               std::string_view meeting) const;
  [[nodiscard]] std::optional<Slot> next_slot(const StoredTeam& team, const Slot& after) const;
  /// The huddle that a call names: on the calendar, published, or neither.
  struct Found {
    std::optional<Slot> slot;
    std::optional<HuddleRow> row;
  };
  [[nodiscard]] std::optional<Found> find(const StoredTeam& team, Day day, std::string_view huddle);
  [[nodiscard]] Found find(std::string_view huddle_id, const StoredTeam*& team);
  [[nodiscard]] std::vector<Huddle> calendar(const StoredTeam& team, Day from, Day until);
  [[nodiscard]] Huddle huddle(const StoredTeam& team, const Found& found);
  [[nodiscard]] std::optional<Huddle> next_huddle(const StoredTeam& team, Instant after);
  void meeting_at(const StoredTeam& team, Instant instant, std::vector<Huddle>& out);
  [[nodiscard]] Instant now() const;
  [[nodiscard]] Day today(const StoredTeam& team) const;
  /// In the organisation's zone; in UTC where it has none.
  [[nodiscard]] Day today();
  [[nodiscard]] static std::string huddle_id(std::string_view team, Day day,
                                             std::string_view huddle);

  // holidays.cpp
  void load_holidays(const HolidayCalendar& calendar);
  void remove_holidays(std::string_view name);

  // move.cpp
  Huddle move(std::string_view huddle_id, LocalTime to, std::string_view reason);
  void move_published(const StoredTeam& team, HuddleRow& row, const Slot& slot,
                      std::string_view reason);

  // desk.cpp
  [[nodiscard]] Desk desk(const StoredTeam& team, Day from, Day until, int huddles);
  [[nodiscard]] std::string why_moved(const StoredTeam& team, const Slot& slot);
  [[nodiscard]] Facts facts(const Desk& desk, const Slot& slot, std::optional<ValueOfDay> value);

  // desk_stories.cpp
  void load_stories(Desk& desk, const StoredTeam& team, Day from, Day until, int huddles);
  void add_stories(Facts& facts, const Desk& desk, Day day);
  [[nodiscard]] std::optional<LessonFact> lesson_of_the_day(const Desk& desk, Day day,
                                                            std::optional<Id> value);
  void share(Facts& facts, const Desk& desk, Day day, std::optional<Id> value);
  void welcome(Facts& facts, const StoredTeam& team, Day day, const ValueOfDay& value);
  [[nodiscard]] std::optional<GoalFact> goal(const Value& value, Day day);

  // coverage.cpp
  [[nodiscard]] Coverage coverage(const HuddleRow& row, const Outcome& outcome);
  void cover(const HuddleRow& row, const Coverage& reached);

  // value_desk.cpp
  [[nodiscard]] Id scope(const StoredTeam& team);
  [[nodiscard]] Day period_start(Day day);
  [[nodiscard]] Day period_end(Day day);
  [[nodiscard]] Crew crew(const StoredTeam& team, Day from, Day until);
  [[nodiscard]] ValueDesk value_desk(Id scope, Day day, Day until);
  [[nodiscard]] bool anybody_meets(const ValueDesk& desk, Day day);
  [[nodiscard]] std::optional<ValueOfDay> value_of(ValueDesk& desk, Day day);
  void advance(ValueDesk& desk, Day period, const ValueOfDay& value);

  // publish.cpp
  [[nodiscard]] Agenda stored(const StoredTeam& team, const HuddleRow& row, int revision);
  [[nodiscard]] Agenda preview(const StoredTeam& team, const Slot& slot);
  Agenda publish(const StoredTeam& team, const Slot& slot);
  Agenda compose_into(const StoredTeam& team, const Slot& slot, HuddleRow& row,
                      std::string_view reason);
  void apply(const StoredTeam& team, HuddleRow& row, const Composition& made,
             const ValueDesk& values, Desk& start);
  void recount_prompt(const HuddleRow& row, bool with);
  void unapply(const HuddleRow& row, const ValueDesk& values);
  void hear(const HuddleRow& row, const std::vector<Id>& people, const ValueDesk& values,
            int direction, std::unordered_map<Id, Hearing>& hearings);
  void give_value_back(const StoredTeam& team, const HuddleRow& row, Day day);
  Agenda revise(std::string_view huddle_id, std::string_view reason,
                const std::vector<std::string>& away);
  void check_has_come(std::string_view id, const StoredTeam& team, const HuddleRow& row,
                      Instant at);
  void complete(std::string_view huddle_id, const Outcome& outcome, Instant at, bool amending);
  [[nodiscard]] ValueDesk values_of(const StoredTeam& team, Day day);
  void cancel(std::string_view huddle_id, std::string_view reason);
  [[nodiscard]] std::vector<Agenda> plan(const StoredTeam& team, Day from, Day until);
  /// As `plan`, for several teams day by day; each agenda goes to `take`.
  void plan(const std::vector<const StoredTeam*>& teams, Day from, Day until,
            const std::function<void(Agenda)>& take);
  [[nodiscard]] Agenda shown(Agenda agenda, const StoredTeam& team);

  // live.cpp
  [[nodiscard]] LiveHuddle seen(const StoredTeam& team, const HuddleRow& row, const Live& live,
                                Instant now);
  LiveHuddle note_live(std::string_view huddle_id,
                       const std::function<void(LiveStore::Noted&)>& change);
  LiveHuddle begin(std::string_view huddle_id, std::optional<Instant> now);
  LiveHuddle hold(std::string_view huddle_id, std::optional<Instant> now,
                  const std::function<void(Live&, Instant)>& change);
  void finish(std::string_view huddle_id, Outcome outcome, std::optional<Instant> now);
  [[nodiscard]] std::optional<LiveHuddle> live(std::string_view huddle_id,
                                               std::optional<Instant> now);
  [[nodiscard]] HuddleRow& held_row(std::string_view huddle_id, Found& found);

  // outcome.cpp
  [[nodiscard]] Outcome with_recorded(const HuddleRow& row, Outcome outcome);
  [[nodiscard]] bool recorded(const HuddleRow& row, const Outcome& outcome, bool amending);
  void record(const StoredTeam& team, const HuddleRow& row, const Outcome& outcome, bool amending);

  // round.cpp
  CollectedRound collect_round(std::string_view huddle_id, const std::vector<RoundAnswer>& answers);

  // turns.cpp
  [[nodiscard]] std::vector<Turn> coming_turns(const StoredTeam& team, Role role, int n, Day from);
  [[nodiscard]] Agenda planned(const StoredTeam& team, const Slot& slot);
  std::vector<Turn> swap(std::string_view huddle_id, Role role, std::string_view with);
  Turn skip(std::string_view huddle_id, Role role, std::string_view reason);

  // presence.cpp
  Absence away(std::string_view who, Day from, Day until);
  int load_roster(const StoredTeam& team, const std::vector<RosterLine>& lines);
  [[nodiscard]] std::vector<ExposureRow> exposure(const StoredTeam& team);
  [[nodiscard]] std::vector<Person> expected_at(std::string_view huddle_id);
  [[nodiscard]] std::string private_note(const StoredTeam& team, const Found& found);
  [[nodiscard]] std::string recognition_note(const StoredTeam& team, const Crew& crew,
                                             const std::vector<Id>& coming, Day day);

  // feed.cpp
  class Feed;
  struct FeedText {
    std::string ics;
    std::vector<FeedStamp> changed;  // to be kept
  };
  [[nodiscard]] FeedText feed(const FeedOptions& options);

  // reminders.cpp
  class ReminderRound;
  [[nodiscard]] std::string reminder_id(const ReminderKey& key);
  [[nodiscard]] ReminderRow reminder(std::string_view id);
  /// What is due. With `lease`, on lease for as long; without, only looked at.
  [[nodiscard]] std::vector<Reminder> offer(Instant now, std::size_t limit,
                                            std::optional<std::chrono::seconds> lease);
  void acknowledge(std::string_view id, std::string_view target);
  void fail(std::string_view id, std::string_view why, int attempt);
  void drop(ReminderRow& row, Instant now, const char* why);

  Database database;
  PlaybookStore playbook;
  TurnStore turns;
  HuddleStore huddles;
  JournalStore journal;
  LiveStore lives;
  PresenceStore presence;
  CalendarStore moves_and_holidays;
  LessonStore lessons;
  PromiseStore promises;
  HandOffStore hand_offs;
  ShareStore shares;
  ProposalStore proposals;
  FeedStore feeds;
  StoryStore stories;
  SearchStore finder;
  ConsentStore consents;
  PersonStore persons;
  ReminderStore reminders;

 private:
  void load_crews(ValueDesk& desk, Day from);
  const std::vector<std::uint8_t>* chances(ValueDesk& desk, Day start);
  std::size_t choose_value(ValueDesk& desk, Day period);
  void check_file() const;

  FeedPlans feed_plans_;
  std::map<std::string, std::int64_t> goal_wins_;  // by theme, within one call
  std::mutex mutex_;
  std::int64_t process_;
  std::function<Instant()> now_;
};

template <class Work>
auto Book::Impl::read(Work&& work) {
  const std::lock_guard lock(mutex_);
  check_file();
  try {
    // One snapshot for all that the call reads, whatever other processes commit meanwhile.
    struct Snapshot {
      Database& database;
      explicit Snapshot(Database& d) : database(d) { database.run("BEGIN"); }
      ~Snapshot() {
        try {
          database.run("COMMIT");
        } catch (const SQLite::Exception&) {
          // Nothing was written; there is nothing to lose.
        }
      }
    } snapshot(database);
    playbook.refresh();
    goal_wins_.clear();
    return work();
  } catch (const SQLite::Exception& e) {
    throw StorageError(database.path().string() + ": " + e.what(), e.getExtendedErrorCode());
  }
}

template <class Work>
auto Book::Impl::write(Work&& work) {
  const std::lock_guard lock(mutex_);
  check_file();
  try {
    Transaction transaction(database);
    playbook.refresh();
    goal_wins_.clear();
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      transaction.commit();
    } else {
      auto result = work();
      transaction.commit();
      return result;
    }
  } catch (const SQLite::Exception& e) {
    playbook.forget();
    throw StorageError(database.path().string() + ": " + e.what(), e.getExtendedErrorCode());
  } catch (...) {
    playbook.forget();  // it may have read what has just been rolled back
    throw;
  }
}

template <class Work>
auto Book::Impl::alone(Work&& work) {
  const std::lock_guard lock(mutex_);
  check_file();
  try {
    return work();
  } catch (const SQLite::Exception& e) {
    throw StorageError(database.path().string() + ": " + e.what(), e.getExtendedErrorCode());
  }
}

}  // namespace huddlekit
