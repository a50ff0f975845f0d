#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/entries.hpp"
#include "huddlekit/rota.hpp"
#include "huddlekit/time.hpp"
#include "huddlekit/words.hpp"

namespace huddlekit {

/// What a report is about.
enum class ReportOf { kTeam, kDepartment, kOrganisation };

/// How the huddles of a team, a department or the organisation went on the days [start, end). A
/// plain value of counts; rates follow from them, and `figures` says each with how it is computed
/// and what it is not for.
///
/// Figures about the ritual are always there. Figures about people (`people`, and attendance in
/// `weeks`) cover calendar months that are over and whole within the range, and only where no group
/// under five could be worked out from any set of reports.
struct Report {
  struct Reason {
    std::string text{};
    int count = 0;

    bool operator==(const Reason&) const = default;
  };

  /// Whether huddles take place at all.
  struct Held {
    int planned = 0;     ///< over by now: on the calendar since the team's first, or in the book
    int completed = 0;   ///< somebody recorded the outcome
    int assumed = 0;     ///< published, over for a day, and nobody closed it
    int cancelled = 0;   ///< taken off the calendar
    int unprepared = 0;  ///< on the calendar, but never published
    int holidays = 0;    ///< left out for a holiday; not planned
    std::vector<Reason> reasons{};  ///< of cancellations, most frequent first

    [[nodiscard]] int held() const { return completed + assumed; }
    [[nodiscard]] std::optional<double> rate() const;  ///< held of planned
    bool operator==(const Held&) const = default;
  };

  /// Whether they keep to their time. Only huddles whose length was recorded.
  struct Time {
    int huddles = 0;
    int overruns = 0;  ///< longer than the timebox
    std::chrono::seconds took{};
    std::chrono::seconds timebox{};
    std::chrono::seconds longest_over{};

    [[nodiscard]] std::optional<double> overrun_rate() const;
    [[nodiscard]] std::optional<double> mean() const;  ///< seconds
    bool operator==(const Time&) const = default;
  };

  /// One kind of segment, as the live clock timed it.
  struct SegmentRow {
    SegmentKind kind{};
    std::string key{};  ///< of a segment of the host's own
    int huddles = 0;
    std::chrono::seconds planned{};  ///< in all
    std::chrono::seconds took{};

    bool operator==(const SegmentRow&) const = default;
  };

  /// One value in the held huddles, and in the stories.
  struct ValueRow {
    std::string key{};
    std::string name{};
    int huddles = 0;
    double due = 0;  ///< huddles due by today's weights, to three decimals
    int wins = 0;
    int misses = 0;
    std::optional<Day> last{};

    bool operator==(const ValueRow&) const = default;
  };

  struct ThemeRow {
    std::string key{};
    std::string name{};
    std::string goal{};
    int huddles = 0;   ///< held within the theme's days and the range
    int on_theme = 0;  ///< of these, with one of its values
    int wins = 0;      ///< that show one of its values, in those days

    bool operator==(const ThemeRow&) const = default;
  };

  struct Stories {
    int wins = 0;
    int misses = 0;
    int benchmarks = 0;
    int improvements = 0;
    int recognitions = 0;  ///< wins that name somebody

    bool operator==(const Stories&) const = default;
  };

  struct Lessons {
    int learned = 0;    ///< new in the range
    int kept = 0;       ///< learned before `end`, not retired by now
    int came_back = 0;  ///< held huddles with a lesson
    int capacity = 0;   ///< new lessons that these huddles sustain at 0.90: two in 21
    std::optional<double> recall_now{};    ///< mean predicted recall, to four decimals
    std::optional<double> recall_in_90{};  ///< the same in 90 days, without any huddle

    bool operator==(const Lessons&) const = default;
  };

  /// Matters that another team had to answer, raised in the range.
  struct Handoffs {
    int raised = 0;
    int answered = 0;
    int waiting = 0;         ///< neither answered, nor of a commitment that is closed
    int days_to_answer = 0;  ///< in all
    int oldest_waiting = 0;  ///< days

    bool operator==(const Handoffs&) const = default;
  };

  /// Whether the content goes stale.
  struct Staleness {
    int prompts = 0;        ///< held huddles with a prompt
    int prompts_again = 0;  ///< the team's last time with it was 1 to 30 days before
    int stories = 0;        ///< stories told in held huddles
    int stories_again = 0;  ///< that the same team had been told before

    bool operator==(const Staleness&) const = default;
  };

  struct WeekRow {
    Day monday{};
    int planned = 0;
    int held = 0;
    int timed = 0;
    int overruns = 0;
    std::chrono::seconds took{};
    int wins = 0;
    int misses = 0;
    int expected = 0;  ///< people expected where attendance was recorded; 0 where not shown
    int attended = 0;  ///< of these

    bool operator==(const WeekRow&) const = default;
  };

  struct Commitments {
    int kept = 0;
    int missed = 0;
    int dropped = 0;
    int open = 0;

    [[nodiscard]] std::optional<double> kept_rate() const;  ///< of those kept or missed
    bool operator==(const Commitments&) const = default;
  };

  /// People in one calendar month. Whoever is in two teams counts in each, so that months and teams
  /// add up.
  struct PeopleMonth {
    Day month{};               ///< its first day
    int members = 0;           ///< on the first day
    int expected = 0;          ///< where attendance was recorded
    int attended = 0;          ///< of these
    int recognised = 0;        ///< members named in a win
    int lead = 0;              ///< members who take turns
    int led = 0;               ///< of these, who led at least once
    int turns_off = 0;         ///< summed distance between turns led and turns due, in thousandths
    Commitments customers{};   ///< due in the month, made to a customer
    Commitments colleagues{};  ///< made to a colleague

    [[nodiscard]] std::optional<double> attendance() const;
    [[nodiscard]] std::optional<double> recognised_rate() const;
    [[nodiscard]] std::optional<double> led_rate() const;
    [[nodiscard]] std::optional<double> mean_turns_off() const;  ///< turns per person
    bool operator==(const PeopleMonth&) const = default;
  };

  ReportOf of = ReportOf::kOrganisation;
  std::string key{};   ///< of the team, or the department; empty for the organisation
  std::string name{};  ///< as shown
  Day start{};
  Day end{};   ///< the first day that is not in it
  Day made{};  ///< the organisation's date when it was made
  int teams = 0;

  Held held{};
  Time time{};
  std::vector<SegmentRow> segments{};
  std::vector<ValueRow> values{};
  std::vector<ThemeRow> themes{};
  Stories stories{};
  Lessons lessons{};
  Handoffs handoffs{};
  Staleness staleness{};
  std::vector<WeekRow> weeks{};  ///< ISO weeks that touch the range, in order

  std::vector<PeopleMonth> people{};     ///< the months that may be shown
  std::vector<Day> hidden_months{};      ///< whole and over, but hidden to protect a small group
  std::vector<Reason> missed_reasons{};  ///< of commitments in `people`, given at least twice

  std::vector<std::string> warnings{};  ///< early ones, in plain sentences
  /// The private view only, for a team: how often each member has heard each value, ever.
  std::vector<ExposureRow> exposure{};
  std::string language = "en";  ///< of the sentences in it, and of what is shown of it

  /// The months of `people` added up; nullopt when there are none. `month` is the first of them.
  [[nodiscard]] std::optional<PeopleMonth> people_in_all() const;
  bool operator==(const Report&) const = default;
};

/// One number of a report with what it means.
struct Figure {
  std::string key{};               ///< `held.rate`: stays the same from version to version
  std::string section{};           ///< `Held`
  std::string label{};             ///< `Huddles held`
  std::optional<double> number{};  ///< none: nothing to compute it from, or hidden
  std::string unit{};     ///< `share` (0 to 1), `count`, `seconds`, `days`, `turns`, `huddles`
  std::string text{};     ///< the number as shown: `18 of 20 (90 %)`
  std::string how{};      ///< how it is computed, in one sentence
  std::string not_for{};  ///< what it is not for: goes on after *Not for*

  bool operator==(const Figure&) const = default;
};

/// Every number of the report in the order of the page, always the same keys.
[[nodiscard]] std::vector<Figure> figures(const Report& report);

/// One line of a comparison.
struct Difference {
  std::string figure{};  ///< key of the figure
  std::string label{};
  std::string unit{};  ///< as of a Figure, or `per huddle`
  std::optional<double> before{};
  std::optional<double> after{};
  std::optional<double> low{};  ///< of the 95 % interval of after minus before; none: too few
  std::optional<double> high{};
  std::string sentence{};

  bool operator==(const Difference&) const = default;
};

struct Comparison {
  std::vector<Difference> rows{};
  std::string caution{};  ///< what the numbers cannot say

  bool operator==(const Comparison&) const = default;
};

/// Did it make a difference? Held-rate, overruns, length, wins, misses and attendance, each as
/// after minus before with a 95 % percentile interval (Efron & Tibshirani 1993, chapter 13): whole
/// weeks are drawn with replacement within each report, 4,000 times, since the huddles of a week
/// have much in common. The same seed gives the same intervals on every machine. Fewer than four
/// weeks with data on either side are too few to say.
/// @throws InvalidArgument when the two overlap in time and are about the same.
[[nodiscard]] Comparison compare(const Report& before, const Report& after, std::uint64_t seed = 1);

/// For a terminal or a mail: at most `width` columns (40 to 200). @throws InvalidArgument.
[[nodiscard]] std::string to_text(const Report& report, int width = 80);
[[nodiscard]] std::string to_text(const Comparison& comparison, int width = 80);
/// A fragment (one `<article>` with its own scoped `<style>`); no script, no network.
[[nodiscard]] std::string to_html(const Report& report);
/// A whole HTML document around it, for a screen and for paper.
[[nodiscard]] std::string to_html_page(const Report& report);

}  // namespace huddlekit
