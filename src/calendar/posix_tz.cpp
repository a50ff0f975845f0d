#include "calendar/posix_tz.hpp"

#include <algorithm>

namespace huddlekit::detail {

using namespace std::chrono;

/// Reads from the front of the text; after a mistake it stays `failed` and reads nothing more.
class PosixTz::Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool next_is(char c) const { return rest_.starts_with(c); }

  bool skip(char c) {
    if (!next_is(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!skip(c)) fail();
  }

  Clock standard() { return {name(), -length(24)}; }

  Clock daylight(seconds standard) {
    Clock clock{name(), standard + hours{1}};
    if (!next_is(',')) clock.offset = -length(24);
    return clock;
  }

  YearlyDate date() {
    YearlyDate date;
    if (skip('M')) {
      date.kind = YearlyDate::Kind::kWeekday;
      date.month = number(1, 12);
      expect('.');
      date.week = number(1, 5);
      expect('.');
      date.day = number(0, 6);
    } else if (skip('J')) {
      date.kind = YearlyDate::Kind::kDayWithoutLeap;
      date.day = number(1, 365);
    } else {
      date.kind = YearlyDate::Kind::kDayOfYear;
      date.day = number(0, 365);
    }
    date.time = skip('/') ? length(167) : hours{2};
    return date;
  }

 private:
  void fail() {
    failed_ = true;
    rest_ = {};
  }

  /// `EST`, or `<+0330>` where a name is not letters alone.
  std::string name() {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const bool quoted = skip('<');
    const std::size_t end =
        std::min(quoted ? rest_.find('>') : rest_.find_first_not_of(kLetters), rest_.size());
    const std::string name(rest_.substr(0, end));
    rest_.remove_prefix(end);
    if (quoted) expect('>');
    if (name.size() < 3) fail();
    return name;
  }

  unsigned number(unsigned low, unsigned high) {
    unsigned value = 0;
    std::size_t count = 0;
    for (; count < rest_.size() && count < 3 && rest_[count] >= '0' && rest_[count] <= '9';
         ++count) {
      value = value * 10 + static_cast<unsigned>(rest_[count] - '0');
    }
    rest_.remove_prefix(count);
    if (count == 0 || value < low || value > high) fail();
    return value;
  }

  /// `5`, `-3:30`, `+10:30:15`.
  seconds length(unsigned most_hours) {
    const bool negative = skip('-');
    if (!negative) skip('+');
    seconds total = hours{number(0, most_hours)};
    if (skip(':')) total += minutes{number(0, 59)};
    if (skip(':')) total += seconds{number(0, 59)};
    return negative ? -total : total;
  }

  std::string_view rest_;
  bool failed_ = false;
};

std::optional<PosixTz> PosixTz::parse(std::string_view text) {
  Reader reader(text);
  PosixTz rule;
  rule.standard_ = reader.standard();
  if (!reader.at_end()) {
    Daylight daylight;
    daylight.clock = reader.daylight(rule.standard_.offset);
    reader.expect(',');
    daylight.begin = reader.date();
    reader.expect(',');
    daylight.end = reader.date();
    rule.daylight_ = daylight;
  }
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return rule;
}

LocalTime PosixTz::YearlyDate::in(year y) const {
  const local_days new_year{y / January / 1};
  switch (kind) {
    case Kind::kWeekday: {
      const auto any = y / std::chrono::month(month);
      const weekday wanted{day};
      // Week 5 means the last one, which some months have as their fourth.
      return (week == 5 ? local_days{any / wanted[last]} : local_days{any / wanted[week]}) + time;
    }
    case Kind::kDayWithoutLeap:
      return new_year + days{day - 1 + (y.is_leap() && day > 59 ? 1 : 0)} + time;
    case Kind::kDayOfYear:
      return new_year + days{day} + time;
  }
  return new_year;
}

std::vector<OffsetChange> PosixTz::changes(year first, year last) const {
  std::vector<OffsetChange> all;
  if (!daylight_) return all;
  const auto change = [](LocalTime at, const Clock& from, const Clock& to) {
    return OffsetChange{Instant{at.time_since_epoch()} - from.offset, to.offset, to.name};
  };
  for (year y = first; y <= last; ++y) {
    all.push_back(change(daylight_->begin.in(y), standard_, daylight_->clock));
    all.push_back(change(daylight_->end.in(y), daylight_->clock, standard_));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const OffsetChange& a, const OffsetChange& b) { return a.begin < b.begin; });
  return all;
}

}  // namespace huddlekit::detail
