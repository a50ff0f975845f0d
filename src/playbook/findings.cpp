#include "playbook/findings.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/text/text.hpp"

namespace huddlekit::detail {

// A file of a million mistakes is one mistake; nobody reads on, and the list must fit in memory.
constexpr std::size_t kMostShown = 1000;

std::string as_in(Place first) {
  return first.line == 0 ? "" : " as in line " + std::to_string(first.line);
}

void Findings::add(List& list, Place place, std::string rule) {
  if (list.shown.size() == kMostShown) {
    ++list.more;
  } else {
    list.shown.push_back({file_, place.line, place.column, std::move(rule)});
  }
}

void Findings::unknown(Place place, const std::string& rule, std::string_view word,
                       std::span<const std::string> known) {
  const bool suggest = worth_a_hint() && known.size() <= kMostShown;  // else it takes too long
  warning(place, rule + (suggest ? did_you_mean(word, known) : ""));
}

bool Findings::worth_a_hint() const { return warnings_.shown.size() < kMostShown; }

std::vector<Problem> Findings::sorted(List& list) const {
  std::stable_sort(list.shown.begin(), list.shown.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  if (list.more > 0) {
    list.shown.push_back({file_, 0, 0, "and " + std::to_string(list.more) + " more"});
  }
  return std::exchange(list, {}).shown;
}

void Findings::throw_problems() {
  if (!problems_.shown.empty()) throw ParseError(sorted(problems_));
}

std::vector<Problem> Findings::take_warnings() { return sorted(warnings_); }

}  // namespace huddlekit::detail
