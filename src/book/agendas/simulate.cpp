#include <algorithm>
#include <map>
#include <set>

#include "core/sentences/catalogue.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/huddlekit.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

/// A number in [0, 1) from what it is asked about: no state, so the order of asking does not matter
/// (splitmix64).
double chance(std::uint64_t seed, std::string_view huddle, std::string_view person) {
  std::uint64_t x = seed * 0x9E3779B97F4A7C15u;
  for (const auto part : {huddle, person}) {
    for (const char c : part) x = (x ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  }
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9u;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBu;
  x ^= x >> 31;
  return static_cast<double>(x >> 11) * 0x1.0p-53;
}

class Player {
 public:
  Player(const Playbook& playbook, const SimulationOptions& options)
      : options_(options),
        say_(sentences::spoken(options.language)),
        book_(Book::open(":memory:", {.create = true, .now = [start = options.start] {
                                        return Instant{start.time_since_epoch()} + days{10'000};
                                      }})) {
    book_.load(playbook);
    playbook_ = book_.playbook();
  }

  Simulation run() {
    for (const auto& team : playbook_.teams) {
      for (const auto& member : team.members) {
        people_[{team.key, member.key}] = {.team = team.key, .who = {member.key, member.name}};
      }
      for (const auto& value : playbook_.values) values_[{team.key, value.key}] = 0;
    }
    for (int day = 0; day < options_.weeks * 7; ++day) {
      for (const auto& agenda : book_.publish_all(options_.start + days{day})) hold(agenda);
    }
    return finish();
  }

 private:
  [[nodiscard]] std::vector<std::string> named(const std::vector<std::string>& values) const {
    std::vector<std::string> out;
    for (const auto& value : playbook_.values) {
      if (std::ranges::find(values, value.key) != values.end()) out.push_back(value.name);
    }
    return out;
  }

  void hold(const Agenda& agenda) {
    ++out_.huddles;
    ++values_[{agenda.team, agenda.value}];
    for (const auto& s : agenda.segments) {
      auto& row = time_[s.kind];
      row.segment = s.kind;
      ++row.huddles;
      row.total += s.seconds;
    }
    const auto& team = *std::find_if(playbook_.teams.begin(), playbook_.teams.end(),
                                     [&](const TeamDefinition& t) { return t.key == agenda.team; });
    std::vector<std::string> attended;
    std::optional<std::string> standing_in;  // the first of those present who take turns
    int could_lead = 0;
    for (const auto& m : team.members) {
      const bool comes = m.days.contains(agenda.day) && !(m.since && *m.since > agenda.day) &&
                         (m.huddles.empty() || std::find(m.huddles.begin(), m.huddles.end(),
                                                         agenda.huddle) != m.huddles.end());
      could_lead += comes && m.leads ? 1 : 0;
      if (comes && chance(options_.seed, agenda.id, m.key) < options_.attendance) {
        attended.push_back(m.key);
        if (m.leads && !standing_in) standing_in = m.key;
        ++people_[{team.key, m.key}].attended;
      }
    }
    auto& least = pool_[{agenda.team, agenda.huddle}];
    least = least == 0 ? could_lead + 1 : std::min(least, could_lead + 1);
    const auto here = [&](const std::optional<Person>& who) {
      return who && std::find(attended.begin(), attended.end(), who->key) != attended.end();
    };
    if (attended.empty()) return;  // nobody came: nothing to record
    Outcome outcome{.attended = attended};
    if (!here(agenda.facilitator)) {
      outcome.led_by = here(agenda.customers_seat) ? agenda.customers_seat->key
                                                   : standing_in.value_or(attended.front());
    }
    book_.huddle(agenda.id).complete(outcome);
    const auto led = outcome.led_by       ? *outcome.led_by
                     : agenda.facilitator ? agenda.facilitator->key
                                          : std::string();
    if (!led.empty()) ++people_[{team.key, led}].led;
    if (here(agenda.customers_seat)) ++people_[{team.key, agenda.customers_seat->key}].seat;
  }

  Simulation finish() {
    for (const auto& team : playbook_.teams) {
      for (const auto& row : book_.team(team.key).exposure()) {
        if (row.times == 0) people_[{team.key, row.who.key}].unheard.push_back(row.value);
      }
      for (const auto& member : team.members) {
        auto& row = people_[{team.key, member.key}];
        if (options_.weeks >= 6 && !row.unheard.empty()) {
          out_.warnings.push_back(say_("trial.would_not_hear", member.name, team.name,
                                       named(row.unheard), options_.weeks));
        }
        out_.people.push_back(row);
      }
      for (const auto& value : playbook_.values) {
        out_.values.push_back({team.key, value.key, values_[{team.key, value.key}]});
      }
      for (const auto& meeting : team.meetings) {
        const auto least = pool_.find({team.key, meeting.key});
        if (least != pool_.end() && least->second <= 2) {
          out_.warnings.push_back(least->second == 1
                                      ? say_("trial.nobody_leads", team.name, meeting.name)
                                      : say_("trial.one_leads", team.name, meeting.name));
        }
      }
    }
    for (const auto& [kind, row] : time_) out_.time.push_back(row);
    return out_;
  }

  const SimulationOptions& options_;
  sentences::Say say_;
  Book book_;
  Playbook playbook_;
  Simulation out_;
  std::map<std::pair<std::string, std::string>, Simulation::PersonRow> people_;
  std::map<std::pair<std::string, std::string>, int> values_, pool_;
  std::map<SegmentKind, Simulation::TimeRow> time_;
};

}  // namespace

Simulation simulate(const Playbook& playbook, const SimulationOptions& options) {
  if (options.weeks < 1 || options.weeks > 104) {
    throw InvalidArgument("weeks: must be between 1 and 104, got " + std::to_string(options.weeks));
  }
  if (!(options.attendance >= 0 && options.attendance <= 1)) {
    throw InvalidArgument("attendance: must be between 0 and 1, got " +
                          std::to_string(options.attendance));
  }
  if (!playbook.organisation) {
    throw InvalidArgument("playbook: must have an organisation to be simulated, got none");
  }
  return Player(playbook, options).run();
}

}  // namespace huddlekit
