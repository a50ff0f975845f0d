#pragma once
#include <map>
#include <optional>
#include <vector>

#include "book/crew.hpp"

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
  std::vector<Crew> crews;         // the teams of the scope; loaded when a choice has to be made
};

}  // namespace huddlekit
