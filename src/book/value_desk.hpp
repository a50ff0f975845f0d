#pragma once
#include <map>
#include <optional>
#include <vector>

#include "book/crew.hpp"
#include "core/exposure.hpp"

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
  std::vector<Crew> crews;    // the teams of the scope
  std::vector<Heard> people;  // a row for each member of each crew, an entry for each value
  /// By first day of a period on which anybody meets: the chance in per cent that each of `people`
  /// is there.
  std::map<Day, std::vector<std::uint8_t>> chances;
};

}  // namespace huddlekit
