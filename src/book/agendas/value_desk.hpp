#pragma once
#include <map>
#include <optional>
#include <vector>

#include "book/agendas/crew.hpp"
#include "core/turns/exposure.hpp"
#include "store/huddles/huddle_store.hpp"

namespace huddlekit {

/// Where the rotation of values stands, for one team or for the organisation.
struct ValueDesk {
  Id scope = 0;
  Rota rota;               // in the rulebook's order, weights as of the last day asked about
  std::vector<Id> values;  // ids beside it
  struct Decided {
    Id value = 0;
    std::optional<Day> before;  // its turn before this one
  };
  std::map<Day, Decided> decided;  // by first day of the period
  std::optional<Id> last;          // the value of the period before
  Day until{};                     // how far it will be asked about

  // What steers a choice; loaded when the first one has to be made.
  std::vector<std::shared_ptr<Crew>> crews;  // of the teams of the scope
  std::vector<Heard> people;  // a row for each member of each crew, an entry for each value
  /// By first day of a period on which anybody meets: the chance in per cent that each of `people`
  /// is there.
  std::map<Day, std::vector<std::uint8_t>> chances;
};

/// How far ahead a choice looks at who will be there.
inline constexpr std::chrono::days kComingDays{62};

/// Which value is the value of the day, the week or the month.
class ValueTurns {
 public:
  explicit ValueTurns(Session& session) : s_(session) {}

  /// The team's id, or 0 where all teams share one value.
  [[nodiscard]] Id scope(const StoredTeam& team);
  [[nodiscard]] Day period_start(Day day);
  [[nodiscard]] Day period_end(Day day);

  [[nodiscard]] ValueDesk desk(Id scope, Day day, Day until);
  /// For that day alone. @param crew  the team's, where a desk has it already.
  [[nodiscard]] ValueDesk desk(const StoredTeam& team, Day day, std::shared_ptr<Crew> crew = {}) {
    auto out = desk(scope(team), day, day + std::chrono::days{1});
    if (out.scope != 0 && crew) out.crews = {std::move(crew)};
    return out;
  }
  [[nodiscard]] bool anybody_meets(const ValueDesk& desk, Day day);
  [[nodiscard]] std::optional<ValueOfDay> value_of(ValueDesk& desk, Day day);
  /// Books that the huddle's value had its turn, if the period's value is not decided yet.
  void take(ValueDesk& desk, const HuddleRow& row);
  /// Carries the rotation past a period in memory: the turn is taken, and those expected hear it.
  void advance(ValueDesk& desk, Day period, const ValueOfDay& value);

 private:
  void load_people(ValueDesk& desk, Day from);
  const std::vector<std::uint8_t>* chances(ValueDesk& desk, Day start);
  std::size_t choose(ValueDesk& desk, Day period);

  Session& s_;
};

}  // namespace huddlekit
