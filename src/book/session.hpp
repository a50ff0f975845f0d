#pragma once
#include <exception>
#include <memory>
#include <type_traits>

#include "core/sentences/catalogue.hpp"
#include "huddlekit/blameless.hpp"
#include "huddlekit/book.hpp"
#include "huddlekit/call.hpp"
#include "huddlekit/entries.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/lessons.hpp"
#include "huddlekit/live.hpp"
#include "huddlekit/playbook.hpp"
#include "huddlekit/promises.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/report.hpp"
#include "huddlekit/rota.hpp"
#include "huddlekit/search.hpp"
#include "store/huddles/feed_store.hpp"
#include "store/huddles/huddle_store.hpp"
#include "store/huddles/live_store.hpp"
#include "store/huddles/presence_store.hpp"
#include "store/huddles/prompt_store.hpp"
#include "store/huddles/reminder_store.hpp"
#include "store/huddles/round_store.hpp"
#include "store/huddles/turn_store.hpp"
#include "store/journal/call_store.hpp"
#include "store/journal/hand_off_store.hpp"
#include "store/journal/journal_store.hpp"
#include "store/journal/lesson_store.hpp"
#include "store/journal/promise_store.hpp"
#include "store/journal/proposal_store.hpp"
#include "store/journal/search_store.hpp"
#include "store/journal/share_store.hpp"
#include "store/journal/story_store.hpp"
#include "store/people/consent_store.hpp"
#include "store/people/person_store.hpp"
#include "store/playbook/calendar_store.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// What code of the caller's has thrown within a call: it comes out of that as it is.
struct CallersOwn {
  std::exception_ptr error;
};

/// Turns count in the order in which huddles are published, so that is possible only so far ahead.
inline constexpr std::chrono::days kPublishAhead{31};
/// How far a plan reaches: everything before a turn is played first.
inline constexpr std::chrono::days kPlanAhead{400};

/// One connection to a book and the stores on it: what the services of the sub-rooms work with,
/// each inside a transaction that `read` or `write` has opened. Of one thread at a time.
class Session {
 public:
  Session(std::unique_ptr<Connection> connection, const Clock& clock);

  /// Runs `work` on one consistent state of the book.
  template <class Work>
  auto read(Work&& work);
  /// Runs `work` in one transaction: all of it or nothing.
  template <class Work>
  auto write(Work&& work);

  [[nodiscard]] Instant now() const;
  [[nodiscard]] Day today(const StoredTeam& team) const;
  /// In the organisation's zone; in UTC where it has none.
  [[nodiscard]] Day today();
  /// Sentences in words and people by name.
  [[nodiscard]] std::string said(std::string_view text, const sentences::Catalogue& in);
  /// The same in the language of the call.
  [[nodiscard]] std::string said(std::string_view text) { return said(text, *language); }

  /// Of the call, as whoever opens a transaction sets it.
  const sentences::Catalogue* language = &sentences::catalogue("en");

  Database database;
  PlaybookStore playbook;
  CalendarStore moves_and_holidays;
  TurnStore turns;
  HuddleStore huddles;
  PromptStore prompts;
  PresenceStore presence;
  LiveStore lives;
  RoundStore rounds;
  FeedStore feeds;
  ReminderStore reminders;
  CallStore calls;
  JournalStore journal;
  StoryStore stories;
  LessonStore lessons;
  PromiseStore promises;
  HandOffStore hand_offs;
  ShareStore shares;
  ProposalStore proposals;
  SearchStore finder;
  ConsentStore consents;
  PersonStore persons;

 private:
  const Clock& clock_;
};

/// Of the playbook in force, in its order.
[[nodiscard]] std::vector<const StoredTeam*> all_teams(Session& session);

template <class Work>
auto Session::read(Work&& work) {
  database->check();
  // One snapshot for all that the call reads, whatever is committed meanwhile.
  const Snapshot snapshot(database);
  playbook.refresh();
  return work(*this);
}

template <class Work>
auto Session::write(Work&& work) {
  database->check();
  try {
    Transaction transaction(database);
    playbook.refresh();
    if constexpr (std::is_void_v<decltype(work(*this))>) {
      work(*this);
      transaction.commit();
    } else {
      auto result = work(*this);
      transaction.commit();
      return result;
    }
  } catch (...) {
    playbook.forget();  // it may have read what has just been rolled back
    throw;
  }
}

}  // namespace huddlekit
