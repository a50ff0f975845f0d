#include "huddlekit/time.hpp"

#include <array>
#include <cctype>
#include <optional>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 7> kNames{"sunday",   "monday", "tuesday", "wednesday",
                                                 "thursday", "friday", "saturday"};
constexpr std::array<const char*, 7> kShort{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

/// Exactly `count` digits at the front of `text`, which moves on behind them.
std::optional<int> digits(std::string_view& text, int count) {
  if (static_cast<int>(text.size()) < count) return std::nullopt;
  int number = 0;
  for (int i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    number = number * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool skip(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> read_day(std::string_view& text) {
  const auto y = digits(text, 4);
  if (!y || !skip(text, '-')) return std::nullopt;
  const auto m = digits(text, 2);
  if (!m || !skip(text, '-')) return std::nullopt;
  const auto d = digits(text, 2);
  if (!d || *y < 1) return std::nullopt;
  const year_month_day date{year{*y}, month(*m), day(*d)};
  if (!date.ok()) return std::nullopt;
  return local_days{date};
}

std::optional<seconds> read_time(std::string_view& text) {
  const auto h = digits(text, 2);
  if (!h || !skip(text, ':')) return std::nullopt;
  const auto m = digits(text, 2);
  if (!m) return std::nullopt;
  std::optional<int> s = 0;
  if (skip(text, ':')) s = digits(text, 2);
  if (!s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return hours{*h} + minutes{*m} + seconds{*s};
}

void two(std::string& out, int number) {
  out += static_cast<char>('0' + number / 10);
  out += static_cast<char>('0' + number % 10);
}

std::string day_time(Day day, seconds time) {
  std::string out = to_string(day) + "T";
  two(out, static_cast<int>(time / hours{1}));
  out += ':';
  two(out, static_cast<int>(time / minutes{1} % 60));
  out += ':';
  two(out, static_cast<int>(time.count() % 60));
  return out;
}

std::optional<unsigned> weekday_number(std::string_view word) {
  if (word.size() < 2) return std::nullopt;
  for (unsigned n = 0; n < 7; ++n) {
    if (word.size() > kNames[n].size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
      same = same && std::tolower(static_cast<unsigned char>(word[i])) == kNames[n][i];
    }
    if (same) return n;
  }
  return std::nullopt;
}

}  // namespace

Day parse_day(std::string_view text) {
  auto rest = text;
  const auto day = read_day(rest);
  if (!day || !rest.empty()) {
    throw InvalidArgument("day: must be a calendar date like 2026-11-23, got " + in_quotes(text));
  }
  return *day;
}

Instant parse_instant(std::string_view text) {
  auto rest = text;
  const auto day = read_day(rest);
  const bool separated = day && skip(rest, 'T');
  const auto time = separated ? read_time(rest) : std::nullopt;
  if (!time || rest != "Z") {
    throw InvalidArgument("instant: must be UTC like 2026-11-23T06:45:00Z, got " + in_quotes(text));
  }
  return Instant{day->time_since_epoch() + *time};
}

seconds parse_time_of_day(std::string_view text) {
  auto rest = text;
  const auto time = read_time(rest);
  if (!time || !rest.empty()) {
    throw InvalidArgument("time of day: must be between 00:00 and 23:59 like 06:45, got " +
                          in_quotes(text));
  }
  return *time;
}

std::string to_string(Day day) {
  const year_month_day date{day};
  const int y = static_cast<int>(date.year());
  std::string out;
  two(out, y / 100);
  two(out, y % 100);
  out += '-';
  two(out, static_cast<int>(static_cast<unsigned>(date.month())));
  out += '-';
  two(out, static_cast<int>(static_cast<unsigned>(date.day())));
  return out;
}

std::string to_string(LocalTime time) {
  const auto day = floor<days>(time);
  return day_time(day, time - day);
}

std::string to_string(Instant instant) {
  return to_string(LocalTime{instant.time_since_epoch()}) + "Z";
}

Weekdays Weekdays::parse(std::string_view text) {
  if (text == "every day") return all();
  Weekdays days;
  bool range = false;
  std::optional<unsigned> last;
  std::size_t at = 0;
  const auto fail = [&]() -> Weekdays {
    throw InvalidArgument("days: must name days of the week like Mon-Fri or Mon, Wed, Sat, got " +
                          in_quotes(text));
  };
  while (at < text.size()) {
    const char c = text[at];
    if (c == ' ' || c == ',') {
      if (c == ',' && (range || !last)) return fail();
      ++at;
    } else if (c == '-') {
      if (range || !last) return fail();
      range = true;
      ++at;
    } else {
      std::size_t end = at;
      while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end]))) ++end;
      const auto number = weekday_number(text.substr(at, end - at));
      if (!number) return fail();
      if (range) {
        for (unsigned n = *last; n != *number; n = (n + 1) % 7) days.insert(weekday{n});
      }
      days.insert(weekday{*number});
      last = number;
      range = false;
      at = end;
    }
  }
  if (range || days.empty()) return fail();
  return days;
}

std::string to_string(Weekdays days) {
  if (days == Weekdays::all()) return "every day";
  std::string out;
  for (unsigned offset = 1; offset <= 7;) {  // a week reads from Monday
    unsigned end = offset;
    while (end <= 7 && days.contains(weekday{end % 7})) ++end;
    const unsigned run = end - offset;
    if (run > 0) {
      out += out.empty() ? "" : ", ";
      out += kShort[offset % 7];
      if (run > 1) out += std::string(run > 2 ? "-" : ", ") + kShort[(end - 1) % 7];
    }
    offset = end + 1;
  }
  return out;
}

}  // namespace huddlekit
