// The holiday calendars that a book keeps.
#include "book/impl.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kNameBytes = 200;
constexpr std::size_t kMostHolidays = 100'000;

void check_line(const std::string& argument, const std::string& text) {
  check_text(argument, text, kNameBytes);
  if (text.find('\n') != std::string::npos) {
    throw InvalidArgument(argument + ": must be one line, got " + in_quotes(text));
  }
}

void keep(Session& s, const HolidayCalendar& calendar) {
  check_line("name", calendar.name);
  check_line("source", calendar.source);
  if (calendar.holidays.empty() || calendar.holidays.size() > kMostHolidays) {
    throw InvalidArgument("holidays: must be 1 to " + std::to_string(kMostHolidays) + ", got " +
                          std::to_string(calendar.holidays.size()));
  }
  for (const auto& holiday : calendar.holidays) {
    check_line("holidays.name", holiday.name);
    if (!holiday.region.empty()) check_line("holidays.region", holiday.region);
  }
  auto dated = calendar;
  dated.read = s.today();
  s.moves_and_holidays.save(dated);
  s.playbook.changed();
}

void drop(Session& s, std::string_view name) {
  if (!s.moves_and_holidays.remove(name)) {
    std::vector<std::string> known;
    for (const auto& calendar : s.moves_and_holidays.calendars()) known.push_back(calendar.name);
    throw NotFound("holidays: no such calendar, got " + in_quotes(name) +
                   did_you_mean(name, known));
  }
  s.playbook.changed();
}

}  // namespace

void Book::load_holidays(const std::string& name, const std::vector<Holiday>& holidays,
                         const std::string& source) const {
  write(at_, asked(at_, "load_holidays(name, holidays, source)", name, holidays, source),
        [&](Session& s) { keep(s, {.name = name, .source = source, .holidays = holidays}); });
}

std::vector<HolidayCalendar> Book::holidays() const {
  return read(at_, [](Session& s) { return s.moves_and_holidays.calendars(); });
}

void Book::remove_holidays(std::string_view name) const {
  write(at_, asked(at_, "remove_holidays(name)", name), [&](Session& s) { drop(s, name); });
}

}  // namespace huddlekit
