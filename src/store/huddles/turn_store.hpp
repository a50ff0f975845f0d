#pragma once
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "core/agenda/facts.hpp"
#include "core/text/named.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// What turns are taken in: leading, speaking as the customer, values, teams that are heard.
enum class RotaRole { kValue, kLead, kSeat, kSource };
template <>
inline constexpr std::array<const char*, 4> kNames<RotaRole>{"value", "lead", "seat", "source"};

/// Which rotation: a role within a scope (a team's id, or 0 for the organisation).
struct RotaName {
  RotaRole role{};
  Id scope = 0;
};

/// Somebody or something in a rotation now.
struct InRota {
  Id id = 0;
  std::int64_t weight = 1;
};

/// The rotations' tables: where everybody stands (`credit`), and every turn that led there
/// (`turn`).
class TurnStore {
 public:
  explicit TurnStore(Database& database) : database_(database) {}

  /// The rotation with these members, all eligible. Newcomers enter with credit 0; the credit of
  /// those who are no longer members is shared out by weight.
  [[nodiscard]] Rota load(RotaName name, std::span<const InRota> members);

  /// Stores that `chosen` takes a turn under the eligibility set in `rota`.
  void take(RotaName name, Id huddle, const Rota& rota, std::size_t chosen, Day day);
  /// Gives back what a huddle's turn in this rotation took, if it took one.
  void give_back(RotaName name, Id huddle);
  /// Lets `taker` have had the huddle's turn instead of whoever took it, or whoever else was put
  /// right before; nullopt: nobody had it.
  void put_right(RotaName name, Id huddle, std::optional<Id> taker);

  /// Lets the turn that one huddle took have been another's.
  void hand_over(RotaName name, Id from, Id to);

  /// The day of the turn that the huddle's taker had before this one.
  [[nodiscard]] std::optional<Day> before(RotaName name, Id huddle);

  struct Credit {
    Id candidate = 0;
    std::int64_t credit = 0;
    bool operator==(const Credit&) const = default;
  };
  [[nodiscard]] std::vector<Credit> credits(RotaName name);
  /// The same, worked out anew from the log of turns.
  [[nodiscard]] std::vector<Credit> replay(RotaName name);

 private:
  struct Logged {
    Id id = 0;
    Id huddle = 0;
    Id taker = 0;
    Day day{};
    std::optional<Day> before;
    std::vector<Candidate> members;
    bool live = true;  // not given back
  };
  [[nodiscard]] static Logged read(Query& q);
  /// The last turn that was taken for the huddle, given back or not.
  [[nodiscard]] std::optional<Logged> last_turn(RotaName name, Id huddle);
  void write(RotaName name, std::span<const Candidate> candidates);
  void count(RotaName name, const Candidate& taker, Day day);
  void log(RotaName name, Id huddle, std::span<const Candidate> members, Id taker, Day day,
           std::optional<Day> before, bool late);
  [[nodiscard]] std::optional<Day> last_day(RotaName name, Id candidate);
  [[nodiscard]] std::optional<Day> last_taken(RotaName name, const Logged& but);
  void undo(RotaName name, const Logged& turn);
  void take_late(RotaName name, const Logged& turn, Id huddle, Id taker);

  Database& database_;
};

}  // namespace huddlekit
