#pragma once
// A year of one team's huddles, Monday to Friday, with people who work on some of the days and are
// away on some of those: who heard what, whatever rule chose the values. Used by the tests and by
// the program that prints the table.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <random>
#include <vector>

#include "core/turns/exposure.hpp"

namespace huddlekit::year {

enum class Rule {
  kKnown,       ///< steered; who is there today is known before the value is chosen
  kExpected,    ///< steered; only working days are known before, attendance is recorded afterwards
  kUnrecorded,  ///< steered; working days are all that is ever known
  kDeadlines,   ///< earliest deadline, nobody asked who is there
  kSmoothWeightedRoundRobin,
  kPlainCycle,
  kShuffledCycle,
  kRandom,
};

struct Team {
  std::vector<std::uint8_t> days;  ///< per person: bit d is the day d days after Monday
  int presence = 93;               ///< per cent of the huddles on working days
};

/// Nine people, five of them part-time.
inline Team nine_people() {
  return {{0b11111, 0b11111, 0b11111, 0b11111, 0b00001, 0b00100, 0b00111, 0b01010, 0b11000}};
}

struct Result {
  double team = 0;      ///< largest |share - turns| of a value, at any time
  double worst = 0;     ///< largest |due - heard| of a person and a value, at the end
  double ever = 0;      ///< the same at any time
  int unheard = 0;      ///< pairs of a person and a value that never met
  int repeats = 0;      ///< huddles with the value of the one before
  double patience = 0;  ///< huddles that somebody attended before having heard all, per value

  void merge(const Result& other) {
    team = std::max(team, other.team);
    worst = std::max(worst, other.worst);
    ever = std::max(ever, other.ever);
    unheard += other.unheard;
    repeats = std::max(repeats, other.repeats);
    patience = std::max(patience, other.patience);
  }
};

class Year {
 public:
  Year(Team team, const std::vector<std::int64_t>& weights, Rule rule, std::uint64_t seed)
      : team_(std::move(team)), rule_(rule), random_(seed) {
    for (const auto weight : weights) values_.push_back({.weight = weight});
    gain_ = gains(values_);
    const auto cells = team_.days.size() * values_.size();
    truth_.resize(cells);
    booked_.resize(cells);
    attended_.resize(team_.days.size());
    order_.resize(values_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
  }

  Result run(int huddles) {
    for (int huddle = 0; huddle < huddles; ++huddle) hold(huddle);
    for (const auto& e : truth_) {
      result_.worst = std::max(result_.worst, in_turns(e.credit));
      if (e.times == 0) ++result_.unheard;
    }
    return result_;
  }

 private:
  static double in_turns(std::int64_t credit) {
    return std::abs(static_cast<double>(credit)) / static_cast<double>(kTurn);
  }
  bool works(std::size_t person, int huddle) const {
    return (team_.days[person] >> (huddle % 5) & 1) != 0;
  }

  void hold(int huddle) {
    std::vector<std::uint8_t> there(team_.days.size());
    for (std::size_t p = 0; p < there.size(); ++p) {
      const bool present = static_cast<int>(random_() % 100) < team_.presence;
      there[p] = works(p, huddle) && present;
    }
    const std::size_t value = choose(huddle, there);
    if (value == last_) ++result_.repeats;
    last_ = value;
    take_turn(values_, value);
    for (const auto& v : values_) result_.team = std::max(result_.team, in_turns(v.credit));
    for (std::size_t p = 0; p < there.size(); ++p) {
      if (works(p, huddle)) hear(row(booked_, p), gain_, value);
      if (there[p] == 0) continue;
      hear(row(truth_, p), gain_, value);
      note(p, value);
    }
  }

  void note(std::size_t person, std::size_t value) {
    const auto mine = row(truth_, person);
    for (const auto& e : mine) result_.ever = std::max(result_.ever, in_turns(e.credit));
    ++attended_[person];
    const bool all = std::ranges::none_of(mine, [](const Heard& e) { return e.times == 0; });
    if (all && mine[value].times == 1) {
      result_.patience = std::max(result_.patience, static_cast<double>(attended_[person]) /
                                                        static_cast<double>(values_.size()));
    }
  }

  std::size_t choose(int huddle, const std::vector<std::uint8_t>& there) {
    switch (rule_) {
      case Rule::kDeadlines:
        return *earliest_deadline(values_);
      case Rule::kSmoothWeightedRoundRobin:
        return *largest_credit(values_);
      case Rule::kRandom:
        return random_() % values_.size();
      case Rule::kPlainCycle:
        return static_cast<std::size_t>(huddle) % values_.size();
      case Rule::kShuffledCycle: {
        const std::size_t at = static_cast<std::size_t>(huddle) % order_.size();
        std::swap(order_[at], order_[at + random_() % (order_.size() - at)]);
        return order_[at];
      }
      default:
        break;
    }
    std::vector<std::uint8_t> chance;
    const auto ahead = static_cast<int>(huddles_ahead(values_));
    for (int h = 0; h < ahead; ++h) {
      for (std::size_t p = 0; p < there.size(); ++p) {
        if (h == 0 && rule_ == Rule::kKnown) {
          chance.push_back(there[p] != 0 ? 100 : 0);
        } else {
          chance.push_back(works(p, huddle + h) ? static_cast<std::uint8_t>(team_.presence) : 0);
        }
      }
    }
    const auto& people = rule_ == Rule::kUnrecorded ? booked_ : truth_;
    return *steered_turn({values_, people, chance, last_});
  }

  std::span<Heard> row(std::vector<Heard>& of, std::size_t person) const {
    return std::span(of).subspan(person * values_.size(), values_.size());
  }

  Team team_;
  Rule rule_;
  std::mt19937_64 random_;
  std::vector<Candidate> values_;
  std::vector<std::int64_t> gain_;
  std::vector<Heard> truth_;   // what people really heard
  std::vector<Heard> booked_;  // what they would have heard had everybody come
  std::vector<int> attended_;
  std::vector<std::size_t> order_;
  std::optional<std::size_t> last_;
  Result result_;
};

/// `n` values, all weighing one, or the first of them three.
inline std::vector<std::int64_t> weights(std::size_t n, bool one_heavy) {
  std::vector<std::int64_t> all(n, 1);
  if (one_heavy) all[0] = 3;
  return all;
}

}  // namespace huddlekit::year
