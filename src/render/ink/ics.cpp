#include "render/ink/ics.hpp"

namespace huddlekit::detail {
namespace {

constexpr std::size_t kLongestLine = 75;  // octets, without the CRLF

void append_two(std::string& out, long long number) {
  out += static_cast<char>('0' + number / 10 % 10);
  out += static_cast<char>('0' + number % 10);
}

}  // namespace

void IcsWriter::line(std::string_view name, std::string_view value) {
  line_.assign(name).append(":").append(value);
  fold();
}

void IcsWriter::text(std::string_view name, std::string_view value) {
  line_.assign(name).append(":");
  for (const char c : value) {
    if (c == '\n') {
      line_ += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') line_ += '\\';
    line_ += c;
  }
  fold();
}

void IcsWriter::fold() {
  std::string_view rest = line_;
  std::size_t room = kLongestLine;
  while (rest.size() > room) {
    std::size_t cut = room;
    while ((static_cast<unsigned char>(rest[cut]) & 0xC0) == 0x80) --cut;
    out_.append(rest.substr(0, cut)).append("\r\n ");
    rest.remove_prefix(cut);
    room = kLongestLine - 1;  // the blank at the front counts
  }
  out_.append(rest).append("\r\n");
}

std::string ics_time(LocalTime time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{day};
  const auto of_day = (time - day).count();
  const int year = static_cast<int>(date.year());
  std::string out;
  append_two(out, year / 100);
  append_two(out, year);
  append_two(out, static_cast<unsigned>(date.month()));
  append_two(out, static_cast<unsigned>(date.day()));
  out += 'T';
  append_two(out, of_day / 3600);
  append_two(out, of_day / 60 % 60);
  append_two(out, of_day % 60);
  return out;
}

std::string ics_time(Instant time) { return ics_time(LocalTime{time.time_since_epoch()}) + "Z"; }

std::string ics_duration(std::chrono::seconds length) {
  std::string out = length.count() < 0 ? "-PT" : "PT";
  const auto count = length.count() < 0 ? -length.count() : length.count();
  const std::size_t empty = out.size();
  if (count / 3600 != 0) out += std::to_string(count / 3600) + "H";
  if (count / 60 % 60 != 0) out += std::to_string(count / 60 % 60) + "M";
  if (count % 60 != 0 || out.size() == empty) {
    // Hours directly followed by seconds are not in the grammar: the minutes are said as none.
    if (count / 3600 != 0 && count / 60 % 60 == 0) out += "0M";
    out += std::to_string(count % 60) + "S";
  }
  return out;
}

std::string ics_offset(std::chrono::seconds offset) {
  const auto count = offset.count() < 0 ? -offset.count() : offset.count();
  std::string out = offset.count() < 0 ? "-" : "+";
  append_two(out, count / 3600);
  append_two(out, count / 60 % 60);
  if (count % 60 != 0) append_two(out, count % 60);
  return out;
}

}  // namespace huddlekit::detail
