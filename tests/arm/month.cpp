// Plays a month of the example hotel, by a seed, and prints every agenda and the report as JSON:
// what must be the same to the byte whatever compiled it, for whatever machine.
//
//   month src/packs/harbour-hotel.toml 7
#include <array>
#include <cstdint>
#include <cstdlib>
#include <huddlekit/huddlekit.hpp>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace huddlekit;
using std::chrono::days, std::chrono::hours, std::chrono::seconds;

/// The standard's distributions may differ from one library to the next; this does not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  /// 0 to n - 1.
  std::size_t below(std::size_t n) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state_ >> 33) % n);
  }
  bool once_in(std::size_t n) { return below(n) == 0; }

 private:
  std::uint64_t state_;
};

constexpr const char* kLesson = " has taught us";

class Month {
 public:
  Month(const char* playbook, std::uint64_t seed)
      : playbook_(read_playbook(playbook)),
        chance_(seed),
        book_(Book::open(":memory:", {.create = true, .now = [this] { return now_; }})) {
    book_.load(playbook_);
  }

  void play(Day first, Day end) {
    for (Day day = first; day < end; day += days{1}) {
      now_ = Instant{day.time_since_epoch()} + hours{3};
      const auto agendas = book_.publish_all(day);
      for (const auto& agenda : agendas) std::cout << to_json(agenda) << '\n';
      now_ += hours{20};
      for (const auto& agenda : agendas) hold(agenda);
      for (const auto& team : playbook_.teams) happen(team, day);
    }
    std::cout << to_json(book_.report(ReportOf::kOrganisation, {}, first, end)) << '\n';
  }

 private:
  void hold(const Agenda& agenda) {
    if (chance_.once_in(7)) return;  // nobody told
    Outcome outcome{
        .attended = std::vector<std::string>{},
        .took = seconds{agenda.timebox.count() - 60 + static_cast<int>(chance_.below(180))}};
    for (const auto& team : playbook_.teams) {
      if (team.key != agenda.team) continue;
      for (const auto& member : team.members) {
        if (!chance_.once_in(6)) outcome.attended->push_back(member.key);
      }
    }
    if (outcome.attended->empty()) return;
    outcome.led_by = outcome.attended->front();
    constexpr std::array kRatings{Rating::kAgain, Rating::kHard, Rating::kGood, Rating::kEasy};
    for (const auto& segment : agenda.segments) {
      const bool lesson = segment.text.find(kLesson) != std::string::npos;
      if (lesson) outcome.lesson_rating = kRatings[chance_.below(4)];
    }
    book_.huddle(agenda.id).complete(outcome);
  }

  void happen(const Team& team, Day day) {
    const auto& value = playbook_.values[chance_.below(playbook_.values.size())];
    const std::string number = std::to_string(++told_);
    if (chance_.once_in(2)) {
      book_.team(team.key).tell(chance_.once_in(3) ? StoryKind::kMiss : StoryKind::kWin,
                                "What the guests of room " + number + " will remember",
                                {.values = {value.key}, .day = day});
    }
    if (chance_.once_in(3)) {
      book_.team(team.key).lesson(
          "What room " + number + kLesson,
          {.importance = 1 + static_cast<int>(chance_.below(3)), .value = value.key, .day = day});
    }
  }

  Playbook playbook_;
  Chance chance_;
  Instant now_ = Instant{parse_day("2026-11-01").time_since_epoch()};
  Book book_;
  int told_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  Month(arguments[1], std::strtoull(arguments[2], nullptr, 10))
      .play(parse_day("2026-11-01"), parse_day("2026-12-02"));
}
