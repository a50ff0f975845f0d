#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/reminders.hpp"
#include "core/text/named.hpp"
#include "huddlekit/reminder.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// What names one reminder for good.
struct ReminderKey {
  Id team = 0;
  Day day{};
  std::string occasion;  // a meeting's key, `day`, `week`, `commitment-12`
  std::string rule;
  std::optional<Id> person;  // none: the team's channel

  auto operator<=>(const ReminderKey&) const = default;
};

/// Where a reminder stands in the outbox.
enum class ReminderState { kLeased, kWaiting, kSent, kDropped, kGivenUp };
template <>
inline constexpr std::array<const char*, 5> kNames<ReminderState>{"leased", "waiting", "sent",
                                                                  "dropped", "given-up"};

struct ReminderRow {
  Id id = 0;  // 0: not stored yet
  ReminderKey key;
  ReminderState state{};
  int attempt = 0;
  Instant free_at{};  // when the lease or the pause ends
  Instant until{};
  std::optional<Day> counted;

  /// Whether it may be offered at `now`.
  [[nodiscard]] bool free(Instant now) const {
    return (state == ReminderState::kLeased || state == ReminderState::kWaiting) && free_at <= now;
  }
};

/// The tables of reminders that were offered, and of what went where.
class ReminderStore {
 public:
  explicit ReminderStore(Database& database) : database_(database) {}

  [[nodiscard]] std::optional<ReminderRow> find(const ReminderKey& key);
  /// All of the days from `from` on, and the older ones that may be offered at `now`.
  [[nodiscard]] std::map<ReminderKey, ReminderRow> known(Day from, Instant now);
  /// Stores `row`, new when its id is 0; fills the id in.
  void save(ReminderRow& row);
  void mark_sent(Id reminder, Instant at);
  void mark_answered(Id reminder);

  /// How many may have gone out on each day from `from` on: also what was given up, since a worker
  /// that was killed may have sent it.
  [[nodiscard]] ReminderCounts counts(Day from);
  /// How many of the latest `most` by a rule went unanswered in a row.
  [[nodiscard]] int unanswered(Id person, std::string_view rule, int most);

  void log(Id reminder, Instant at, DeliveryOutcome outcome, std::string_view target = {},
           std::string_view why = {});
  /// The targets that have it.
  [[nodiscard]] std::vector<std::string> reached(Id reminder);

  struct Logged {
    ReminderKey key;
    Delivery delivery;  // without the reminder's id
  };
  /// For a team's reminders of the days [from, until), in the order of the log.
  [[nodiscard]] std::vector<Logged> log_of(Id team, Day from, Day until);

 private:
  Database& database_;
};

}  // namespace huddlekit
