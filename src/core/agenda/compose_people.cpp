#include "core/agenda/compose_people.hpp"

#include <algorithm>

namespace huddlekit {
namespace {

std::optional<std::size_t> index_of(const Rota& rota, std::optional<Id> id) {
  if (!id) return std::nullopt;
  for (std::size_t i = 0; i < rota.candidates.size(); ++i) {
    if (rota.candidates[i].id == *id) return i;
  }
  return std::nullopt;
}

}  // namespace

void set_eligible(Rota& rota, const std::vector<Attendee>& expected,
                  const std::vector<Id>& except) {
  const bool all_new =
      std::all_of(expected.begin(), expected.end(), [](const Attendee& a) { return a.newcomer; });
  std::size_t next =
      0;  // both are in the team's order, so one pass is enough when nobody is missing
  for (auto& candidate : rota.candidates) {
    candidate.eligible = false;
    for (std::size_t tried = 0; tried < expected.size(); ++tried) {
      const auto& attendee = expected[(next + tried) % expected.size()];
      if (attendee.id != candidate.id) continue;
      candidate.eligible = attendee.leads && (all_new || !attendee.newcomer) &&
                           std::find(except.begin(), except.end(), attendee.id) == except.end();
      next = (next + tried + 1) % expected.size();
      break;
    }
  }
}

std::vector<Id> passed_by(const std::vector<Arrangement>& arranged, bool lead) {
  std::vector<Id> out;
  for (const auto& a : arranged) {
    if (a.lead == lead && !a.takes) out.push_back(a.person);
  }
  return out;
}

std::optional<Id> taken_by(const std::vector<Arrangement>& arranged, bool lead) {
  for (const auto& a : arranged) {
    if (a.lead == lead && a.takes) return a.person;
  }
  return std::nullopt;
}

bool is_expected(const std::vector<Attendee>& expected, Id id) {
  return std::any_of(expected.begin(), expected.end(),
                     [&](const Attendee& a) { return a.id == id; });
}

std::optional<std::size_t> choose(const Rota& rota, const std::vector<Attendee>& expected,
                                  std::optional<Id> agreed, std::optional<Id> kept) {
  if (agreed && is_expected(expected, *agreed)) {
    if (const auto index = index_of(rota, agreed)) return index;
  }
  const auto index = index_of(rota, kept);
  if (index && rota.candidates[*index].eligible) return index;
  return largest_credit(rota.candidates);
}

}  // namespace huddlekit
