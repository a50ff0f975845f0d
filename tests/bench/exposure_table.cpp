// Prints how far the worst-off person is from having heard every value as often as due, for the
// ways there are to choose the value of the day: nine people, five of them part-time, present on 93
// % of their working days, 250 huddles, 50 seeds. exposure_table [seeds]
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "exposure_year.hpp"

int main(int argc, char** argv) {
  using huddlekit::year::Rule;
  const int seeds = argc > 1 ? std::atoi(argv[1]) : 50;
  const struct {
    const char* name;
    Rule rule;
  } rules[] = {
      {"steered, attendance known", Rule::kKnown},
      {"steered, expected presence", Rule::kExpected},
      {"steered, never recorded", Rule::kUnrecorded},
      {"earliest deadline", Rule::kDeadlines},
      {"smooth weighted round-robin", Rule::kSmoothWeightedRoundRobin},
      {"plain cycle", Rule::kPlainCycle},
      {"shuffled cycle", Rule::kShuffledCycle},
      {"random", Rule::kRandom},
  };
  for (const bool heavy : {false, true}) {
    std::printf(
        "\n%s; worst person's turns off at the end of the year (at any time), pairs unheard\n%-28s",
        heavy ? "One value weighs three" : "Equal weights", "values");
    for (const int n : {5, 7, 8, 10, 12, 15}) std::printf("%18d", n);
    for (const auto& [name, rule] : rules) {
      std::printf("\n%-28s", name);
      for (const int n : {5, 7, 8, 10, 12, 15}) {
        huddlekit::year::Result all;
        int most_unheard = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
          const auto year = huddlekit::year::Year(huddlekit::year::nine_people(),
                                                  huddlekit::year::weights(n, heavy), rule, seed)
                                .run(250);
          most_unheard = std::max(most_unheard, year.unheard);
          all.merge(year);
        }
        std::printf("%7.1f (%4.1f) %3d", all.worst, all.ever, most_unheard);
      }
    }
    std::puts("");
  }
}
