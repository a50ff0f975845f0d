#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "calendar/recurrence_rule.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit::detail {
namespace {

using namespace std::chrono;

// Keeps every product of an interval and a day number far from overflow; 999,999,999 days are more
// than the calendar has.
constexpr int kMostCount = 999'999'999;

constexpr LocalTime kFirstMoment = local_days{year{1} / January / 1};
constexpr LocalTime kLastMoment = local_days{year{10000} / January / 1} - seconds{1};

// In the order of Frequency and of weekday::c_encoding.
constexpr std::array<std::string_view, 4> kFrequencies{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
constexpr std::array<std::string_view, 7> kWeekdays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

/// A piece of the rule and where it stands.
struct Word {
  std::size_t at;
  std::string_view text;
};

std::vector<Word> split(const Word& whole, char separator) {
  std::vector<Word> words;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(whole.text.find(separator, begin), whole.text.size());
    words.push_back({whole.at + begin, whole.text.substr(begin, end - begin)});
    if (end == whole.text.size()) return words;
    begin = end + 1;
  }
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

/// Digits alone; what does not fit is cut to a number above every limit.
std::optional<int> digits(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc{} ? number : kMostCount + 1;
}

/// Digits with a sign in front, which may be left out.
std::optional<int> signed_digits(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const auto number = digits(text);
  return number && negative ? -*number : number;
}

std::optional<weekday> weekday_named(std::string_view name) {
  const auto found = std::find(kWeekdays.begin(), kWeekdays.end(), name);
  if (found == kWeekdays.end()) return std::nullopt;
  return weekday{static_cast<unsigned>(found - kWeekdays.begin())};
}

std::optional<LocalTime> day_number(std::string_view text) {
  const auto number = text.size() == 8 ? digits(text) : std::nullopt;
  if (!number) return std::nullopt;
  const year_month_day date{year{*number / 10000}, month(*number / 100 % 100), day(*number % 100)};
  if (!date.ok() || date.year() < year{1}) return std::nullopt;
  return local_days{date};
}

std::optional<seconds> time_number(std::string_view text) {
  const auto number = text.size() == 6 ? digits(text) : std::nullopt;
  if (!number) return std::nullopt;
  const int h = *number / 10000, m = *number / 100 % 100, s = *number % 100;
  if (h > 23 || m > 59 || s > 60) return std::nullopt;
  return hours{h} + minutes{m} + seconds{std::min(s, 59)};
}

class Parser {
 public:
  explicit Parser(const std::function<LocalTime(Instant)>& local_of) : local_of_(local_of) {}

  RecurrenceRule read(std::string_view text) {
    Word whole{0, text};
    if (upper(text.substr(0, 6)) == "RRULE:") whole = {6, text.substr(6)};
    for (const Word& part : split(whole, ';')) read_part(part);
    if (problems_.empty()) check_whole(whole);
    if (!problems_.empty()) throw ParseError(std::move(problems_));
    return rule_;
  }

 private:
  struct Part {
    const char* name;
    void (Parser::*read)(const Word& value);
  };
  static const std::array<Part, 14> kParts;

  void fail(std::size_t at, std::string rule) {
    problems_.push_back({"rule", 1, static_cast<int>(at) + 1, std::move(rule)});
  }
  void fail(const Word& word, const std::string& rule) {
    fail(word.at, std::string(part_) + ": " + rule + ", got " + in_quotes(word.text));
  }

  void read_part(const Word& part) {
    const std::size_t equals = part.text.find('=');
    if (equals == part.text.npos) {
      fail(part.at, "part: must read NAME=VALUE, got " + in_quotes(part.text));
      return;
    }
    const std::string name = upper(part.text.substr(0, equals));
    const auto known =
        std::find_if(kParts.begin(), kParts.end(), [&](const Part& p) { return p.name == name; });
    if (known == kParts.end()) {
      std::vector<std::string> names;
      for (const Part& p : kParts) names.emplace_back(p.name);
      fail(part.at, "part: must be one of RFC 5545, got " + in_quotes(part.text.substr(0, equals)) +
                        did_you_mean(name, names));
      return;
    }
    part_ = known->name;
    const Word value{part.at + equals + 1, part.text.substr(equals + 1)};
    auto& given = given_[known - kParts.begin()];
    if (given) {
      fail(value, "must be given once");
      return;
    }
    given = value;
    (this->*known->read)(value);
  }

  [[nodiscard]] const std::optional<Word>& given(std::string_view name) const {
    const auto part =
        std::find_if(kParts.begin(), kParts.end(), [&](const Part& p) { return p.name == name; });
    return given_[part - kParts.begin()];
  }

  void frequency(const Word& value) {
    const std::string word = upper(value.text);
    const auto found = std::find(kFrequencies.begin(), kFrequencies.end(), word);
    if (found != kFrequencies.end()) {
      rule_.frequency = static_cast<Frequency>(found - kFrequencies.begin());
    } else if (word == "HOURLY" || word == "MINUTELY" || word == "SECONDLY") {
      fail(value, "must not be sub-daily; BYHOUR and BYMINUTE give several times a day");
    } else {
      fail(value, "must be DAILY, WEEKLY, MONTHLY or YEARLY");
    }
  }

  std::int64_t positive(const Word& value) {
    const auto number = digits(value.text);
    if (number && *number >= 1 && *number <= kMostCount) return *number;
    fail(value, "must be a whole number from 1 to 999999999");
    return 1;
  }
  void interval(const Word& value) { rule_.interval = positive(value); }
  void count(const Word& value) { rule_.count = positive(value); }

  void until(const Word& value) {
    std::string text = upper(value.text);
    const bool utc = text.size() == 16 && text.ends_with('Z');
    if (utc && !local_of_) {
      fail(value, "must be a local time like 20261231T235959 where there is no zone");
      return;
    }
    if (utc) text.pop_back();
    const auto day = day_number(std::string_view(text).substr(0, 8));
    rule_.until_is_day = text.size() == 8;
    const auto time = rule_.until_is_day ? hours{24} - seconds{1}
                      : text.size() == 15 && text[8] == 'T'
                          ? time_number(std::string_view(text).substr(9))
                          : std::nullopt;
    if (!day || !time) {
      fail(value, "must be a date like 20261231 or a local time like 20261231T235959");
      return;
    }
    rule_.until = *day + *time;
    if (utc) {
      // UNTIL=99991231T235959Z, written for "for ever", must not become a year of five digits.
      const LocalTime local = local_of_(Instant{rule_.until->time_since_epoch()});
      rule_.until = std::clamp(local, kFirstMoment, kLastMoment);
    }
  }

  void week_start(const Word& value) {
    const auto day = weekday_named(upper(value.text));
    if (!day) fail(value, "must be one of MO, TU, WE, TH, FR, SA and SU");
    rule_.week_start = day.value_or(Monday);
  }

  /// Hands every number of a list to `insert`, or names the first that is none.
  template <typename Insert>
  void numbers(const Word& list, int low, int high, Insert insert) {
    for (const Word& word : split(list, ',')) {
      const auto number = low < 0 ? signed_digits(word.text) : digits(word.text);
      if (!number || *number < low || *number > high || (low < 0 && *number == 0)) {
        const std::string range =
            low < 0 ? "1 to " + std::to_string(high) + " or -1 to " + std::to_string(low)
                    : std::to_string(low) + " to " + std::to_string(high);
        fail(word, "must list numbers from " + range + " separated by commas alone");
        return;
      }
      insert(*number);
    }
  }
  void places(const Word& list, CountedPlaces& into, int most) {
    numbers(list, -most, most, [&](int number) { into.insert(number); });
  }

  void months(const Word& list) {
    numbers(list, 1, 12, [&](int n) { rule_.months.set(n); });
  }
  void weeks(const Word& list) { places(list, rule_.weeks, 53); }
  void year_days(const Word& list) { places(list, rule_.year_days, 366); }
  void month_days(const Word& list) { places(list, rule_.month_days, 31); }
  void hours_of(const Word& list) {
    numbers(list, 0, 23, [&](int n) { rule_.hours.set(n); });
  }
  void minutes_of(const Word& list) {
    numbers(list, 0, 59, [&](int n) { rule_.minutes.set(n); });
  }
  void seconds_of(const Word& list) {  // a leap second counts as the one before it, as the RFC asks
    numbers(list, 0, 60, [&](int n) { rule_.seconds.set(std::min(n, 59)); });
  }
  void positions(const Word& list) { places(list, rule_.positions, 366); }

  void days(const Word& list) {
    for (const Word& word : split(list, ',')) {
      const std::string text = upper(word.text);
      const std::size_t letters = std::max<std::size_t>(text.size(), 2) - 2;
      const auto day = weekday_named(std::string_view(text).substr(letters));
      const auto number = signed_digits(std::string_view(text).substr(0, letters));
      const bool in_range = number && *number != 0 && *number >= -53 && *number <= 53;
      if (!day || (letters > 0 && !in_range)) {
        fail(word, "must list days like MO, 2TU or -1FR separated by commas alone");
        return;
      }
      if (letters == 0) {
        rule_.weekdays.insert(*day);
      } else {
        rule_.ordinals[day->c_encoding()].insert(*number);
      }
    }
  }

  /// What only shows once every part is read.
  void check_whole(const Word& whole) {
    const auto check = [&](const char* part, bool allowed, const char* rule) {
      part_ = part;
      if (!allowed) fail(given(part).value_or(whole), rule);
    };
    const bool numbered = rule_.has_ordinals();
    check("FREQ", given("FREQ").has_value(), "must be given");
    check("COUNT", !given("COUNT") || !given("UNTIL"), "must not be given together with UNTIL");
    check("BYDAY", !numbered || rule_.frequency >= Frequency::kMonthly,
          "must not have numbers unless FREQ is MONTHLY or YEARLY");
    check("BYDAY", !numbered || !given("BYWEEKNO"), "must not have numbers together with BYWEEKNO");
    const bool other_parts = std::any_of(kParts.begin(), kParts.end() - 1, [&](const Part& p) {
      return std::string_view(p.name).starts_with("BY") && given(p.name);
    });
    check("BYSETPOS", !given("BYSETPOS") || other_parts,
          "must go with another BY part to choose from");
  }

  const std::function<LocalTime(Instant)>& local_of_;
  const char* part_ = "";
  std::array<std::optional<Word>, 14> given_;
  RecurrenceRule rule_;
  std::vector<Problem> problems_;
};

const std::array<Parser::Part, 14> Parser::kParts{{
    {"FREQ", &Parser::frequency},
    {"INTERVAL", &Parser::interval},
    {"COUNT", &Parser::count},
    {"UNTIL", &Parser::until},
    {"WKST", &Parser::week_start},
    {"BYMONTH", &Parser::months},
    {"BYWEEKNO", &Parser::weeks},
    {"BYYEARDAY", &Parser::year_days},
    {"BYMONTHDAY", &Parser::month_days},
    {"BYDAY", &Parser::days},
    {"BYHOUR", &Parser::hours_of},
    {"BYMINUTE", &Parser::minutes_of},
    {"BYSECOND", &Parser::seconds_of},
    {"BYSETPOS", &Parser::positions},  // last: check_whole looks at the others
}};

/// The normalised text, part by part.
class Writer {
 public:
  explicit Writer(std::string_view frequency) : out_("FREQ=") { out_ += frequency; }

  void part(const char* name, const std::string& value) {
    if (!value.empty()) out_ += ";" + std::string(name) + "=" + value;
  }
  template <std::size_t N>
  void part(const char* name, const std::bitset<N>& numbers) {
    std::string list;
    for (std::size_t n = 0; n < N; ++n) {
      if (numbers[n]) list += (list.empty() ? "" : ",") + std::to_string(n);
    }
    part(name, list);
  }
  void part(const char* name, const CountedPlaces& places) { part(name, listed(places, "")); }

  /// `-2,-1,1,5`, each followed by `suffix`.
  static std::string listed(const CountedPlaces& places, std::string_view suffix) {
    std::string list;
    const auto add = [&](int n) {
      list += (list.empty() ? "" : ",") + std::to_string(n) + std::string(suffix);
    };
    for (int n = CountedPlaces::kMost; n > 0; --n) {
      if (places.back[n]) add(-n);
    }
    for (int n = 1; n <= CountedPlaces::kMost; ++n) {
      if (places.front[n]) add(n);
    }
    return list;
  }

  [[nodiscard]] std::string done() && { return std::move(out_); }

 private:
  std::string out_;
};

std::string basic_format(LocalTime time, bool day_only) {
  std::string text = huddlekit::to_string(time);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return day_only ? text.substr(0, 8) : text;
}

std::string listed_days(const RecurrenceRule& rule) {
  std::string list;
  const auto add = [&](const std::string& item) {
    if (!item.empty()) list += (list.empty() ? "" : ",") + item;
  };
  for (unsigned offset = 1; offset <= 7; ++offset) {  // a week reads from Monday
    const weekday day{offset % 7};
    if (rule.weekdays.contains(day)) add(std::string(kWeekdays[day.c_encoding()]));
  }
  for (unsigned offset = 1; offset <= 7; ++offset) {
    const unsigned day = offset % 7;
    add(Writer::listed(rule.ordinals[day], kWeekdays[day]));
  }
  return list;
}

}  // namespace

RecurrenceRule parse_recurrence_rule(std::string_view text,
                                     const std::function<LocalTime(Instant)>& local_of) {
  return Parser(local_of).read(text);
}

std::string text_of(const RecurrenceRule& rule) {
  Writer out(kFrequencies[static_cast<std::size_t>(rule.frequency)]);
  if (rule.interval != 1) out.part("INTERVAL", std::to_string(rule.interval));
  if (rule.count) out.part("COUNT", std::to_string(*rule.count));
  if (rule.until) out.part("UNTIL", basic_format(*rule.until, rule.until_is_day));
  out.part("BYMONTH", rule.months);
  out.part("BYWEEKNO", rule.weeks);
  out.part("BYYEARDAY", rule.year_days);
  out.part("BYMONTHDAY", rule.month_days);
  out.part("BYDAY", listed_days(rule));
  out.part("BYHOUR", rule.hours);
  out.part("BYMINUTE", rule.minutes);
  out.part("BYSECOND", rule.seconds);
  out.part("BYSETPOS", rule.positions);
  const bool by_weeks =
      rule.frequency == Frequency::kWeekly && (rule.interval != 1 || rule.positions.any());
  if (rule.week_start != Monday && (by_weeks || rule.weeks.any())) {
    out.part("WKST", std::string(kWeekdays[rule.week_start.c_encoding()]));
  }
  return std::move(out).done();
}

}  // namespace huddlekit::detail
