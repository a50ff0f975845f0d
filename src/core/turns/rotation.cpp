#include "huddlekit/rotation.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "core/text/text.hpp"
#include "core/turns/turns.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

static_assert(Rotation::kTurn == kTurn);

__extension__ using Wide = __int128;

std::string plain(double number) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

std::int64_t whole_weight(const std::string& key, double weight) {
  if (!(weight >= 1 && weight <= static_cast<double>(kMaxWeight)) || weight != std::floor(weight)) {
    throw InvalidArgument("weight of " + in_quotes(key) + ": must be a whole number from 1 to " +
                          std::to_string(kMaxWeight) + ", got " + plain(weight));
  }
  return static_cast<std::int64_t>(weight);
}

std::vector<Candidate> candidates(const std::vector<Rotation::Entry>& entries,
                                  const std::optional<std::vector<bool>>& eligible) {
  std::vector<Candidate> all;
  all.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    all.push_back({.weight = entries[i].weight,
                   .credit = entries[i].credit,
                   .eligible = !eligible || (*eligible)[i]});
  }
  return all;
}

double in_turns(Wide credit) { return static_cast<double>(credit) / static_cast<double>(kTurn); }

void check_size(std::string_view argument, std::size_t size) {
  if (size == 0 || size > kMaxCandidates) {
    throw InvalidArgument(std::string(argument) + ": must be 1 to " +
                          std::to_string(kMaxCandidates) + ", got " + std::to_string(size));
  }
}

bool too_far(const Candidate& c) { return c.credit > kMostOff || c.credit < -kMostOff; }

std::string too_far(std::string_view key) {
  return "rotation: must keep everybody within " + plain(in_turns(kMostOff)) +
         " turns of their share, got past that with " + in_quotes(key);
}

}  // namespace

Rotation::Rotation(const std::vector<std::pair<std::string, double>>& weights, Rule rule)
    : rule_(rule) {
  check_size("weights", weights.size());
  for (const auto& [key, weight] : weights) add({.key = key, .weight = whole_weight(key, weight)});
}

Rotation Rotation::restore(std::vector<Entry> entries, Rule rule) {
  Rotation rotation(rule);
  check_size("entries", entries.size());
  Wide sum = 0;
  for (auto& entry : entries) {
    (void)whole_weight(entry.key, static_cast<double>(entry.weight));
    if (too_far(Candidate{.credit = entry.credit})) throw InvalidArgument(too_far(entry.key));
    if (entry.turns < 0) {
      throw InvalidArgument("turns of " + in_quotes(entry.key) + ": must not be negative, got " +
                            std::to_string(entry.turns));
    }
    sum += entry.credit;
    rotation.add(std::move(entry));
  }
  if (sum != 0) {
    throw InvalidArgument("credits: must add up to 0, got " + plain(in_turns(sum)) + " turns");
  }
  return rotation;
}

std::optional<std::string> Rotation::next() const { return choose(std::nullopt); }

std::optional<std::string> Rotation::next(const std::vector<std::string>& eligible) const {
  return choose(mark(eligible));
}

void Rotation::advance(std::string_view key) { book(find(key), std::nullopt, 1); }

void Rotation::advance(std::string_view key, const std::vector<std::string>& eligible) {
  book(find(key), mark(eligible), 1);
}

void Rotation::give_back(std::string_view key) { book(find(key), std::nullopt, -1); }

void Rotation::give_back(std::string_view key, const std::vector<std::string>& eligible) {
  book(find(key), mark(eligible), -1);
}

void Rotation::join(std::string_view key, double weight) {
  std::string name(key);
  const auto whole = whole_weight(name, weight);
  if (places_.contains(key)) {
    throw Conflict("key: must not be in the rotation yet, got " + in_quotes(key));
  }
  if (entries_.size() == kMaxCandidates) {
    throw Conflict("rotation: must hold at most " + std::to_string(kMaxCandidates) +
                   " candidates, got " + in_quotes(key) + " on top");
  }
  add({.key = std::move(name), .weight = whole});
}

void Rotation::leave(std::string_view key) {
  const std::size_t who = find(key);
  if (entries_.size() == 1) {
    throw Conflict("key: must leave somebody in the rotation, got the last one, " + in_quotes(key));
  }
  auto all = candidates(entries_, std::nullopt);
  huddlekit::leave(all, who);
  if (std::ranges::any_of(all, [](const Candidate& c) { return too_far(c); })) {
    throw Conflict(too_far(key));
  }
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(who));
  places_.clear();
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    entries_[i].credit = all[i].credit;
    places_.emplace(entries_[i].key, i);
  }
}

void Rotation::set_weight(std::string_view key, double weight) {
  auto& entry = entries_[find(key)];
  entry.weight = whole_weight(entry.key, weight);
}

double Rotation::credit(std::string_view key) const { return in_turns(entries_[find(key)].credit); }

double Rotation::share(std::string_view key) const {
  const auto& entry = entries_[find(key)];
  return static_cast<double>(entry.turns) + in_turns(entry.credit);
}

std::int64_t Rotation::turns(std::string_view key) const { return entries_[find(key)].turns; }

std::int64_t Rotation::weight(std::string_view key) const { return entries_[find(key)].weight; }

double Rotation::deviation() const {
  std::int64_t most = 0;
  for (const auto& entry : entries_) most = std::max(most, std::abs(entry.credit));
  return in_turns(most);
}

std::vector<std::string> Rotation::keys() const {
  std::vector<std::string> all;
  all.reserve(entries_.size());
  for (const auto& entry : entries_) all.push_back(entry.key);
  return all;
}

void Rotation::add(Entry entry) {
  check_text("key", entry.key, 200);
  if (!places_.emplace(entry.key, entries_.size()).second) {
    throw InvalidArgument("key: must be there once, got " + in_quotes(entry.key) + " twice");
  }
  entries_.push_back(std::move(entry));
}

std::size_t Rotation::find(std::string_view key) const {
  const auto place = places_.find(key);
  if (place != places_.end()) return place->second;
  throw NotFound("key: must be in the rotation, got " + in_quotes(key) + did_you_mean(key, keys()));
}

Rotation::Eligible Rotation::mark(const std::vector<std::string>& eligible) const {
  std::vector<bool> marks(entries_.size(), false);
  for (const auto& key : eligible) marks[find(key)] = true;
  return marks;
}

std::optional<std::string> Rotation::choose(const Eligible& eligible) const {
  const auto all = candidates(entries_, eligible);
  const auto chosen =
      rule_ == Rule::kEarliestDeadline ? earliest_deadline(all) : largest_credit(all);
  if (!chosen) return std::nullopt;
  return entries_[*chosen].key;
}

void Rotation::book(std::size_t who, const Eligible& eligible, int direction) {
  if (direction < 0 && entries_[who].turns == 0) {
    throw Conflict("key: must have taken a turn to give back, got " + in_quotes(entries_[who].key));
  }
  auto all = candidates(entries_, eligible);
  const bool booked = direction > 0 ? take_turn(all, who) : give_back_turn(all, who);
  if (!booked) throw Conflict(too_far(entries_[who].key));
  for (std::size_t i = 0; i < all.size(); ++i) entries_[i].credit = all[i].credit;
  entries_[who].turns += direction;
}

}  // namespace huddlekit
