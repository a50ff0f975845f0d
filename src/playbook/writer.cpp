// From a Playbook to TOML, in the shortest spelling that reads back to the same.
#include <fmt/format.h>

#include <algorithm>

#include "playbook/schema.hpp"

namespace huddlekit {
namespace detail {
namespace {

// One `show` for each rule of the schema.

std::string show(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

template <class Rule>
std::string show(const std::string& text, const Rule&) {
  return show(text);
}

template <class Item>
std::string show(const std::vector<std::string>& texts, const List<Item>&) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + show(text);
  return "[" + out + "]";
}

std::string show(int number, const Number&) { return std::to_string(number); }
std::string show(bool flag, const Flag&) { return flag ? "true" : "false"; }
std::string show(Day day, const Date&) { return to_string(day); }
std::string show(Weekdays days, const Days&) { return show(to_string(days)); }
std::string show(std::chrono::seconds length, const Length&) {
  return std::to_string(length.count());
}
std::string show(std::chrono::seconds time, const TimeOfDay&) {
  const auto s = time.count();
  std::string text = fmt::format("{:02}:{:02}", s / 3600, s / 60 % 60);
  if (s % 60 != 0) text += fmt::format(":{:02}", s % 60);
  return show(text);
}
template <class E>
std::string show(E choice, const Choice<E>&) {
  return show(std::string(kNames<E>.at(static_cast<std::size_t>(choice))));
}
template <class T, class Rule>
std::string show(const std::optional<T>& value, const Rule& rule) {
  return show(*value, rule);
}

// What the reader makes up is left out again.

template <class T>
T without_made(const T& part) {
  return part;
}
Prompt without_made(Prompt prompt) {
  if (prompt.key == made_key(prompt)) prompt.key.clear();
  return prompt;
}
Meeting without_made(Meeting meeting) {
  if (meeting.name == made_name(meeting)) meeting.name.clear();
  return meeting;
}

class Writer {
 public:
  explicit Writer(const Playbook& playbook) : playbook_(playbook) {}

  std::string run() {
    fields(playbook_, "", "");
    return out_;
  }

 private:
  /// `key = value` for each field that differs from its default, then the tables below.
  template <class T>
  void fields(const T& part, const std::string& path, const std::string& header) {
    const T standard = default_of(part);
    out_ += path.empty() ? "format = 1\n" : "\n" + header + "\n";
    const auto field = [&](const char* key, auto member, const auto& rule) {
      if (part.*member == standard.*member && !must(rule)) return;
      put(path.empty() ? key : path + "." + key, key, part.*member, rule);
    };
    Schema<T>::describe(field);
  }

  template <class Field, class Rule>
  void put(const std::string&, const char* key, const Field& value, const Rule& rule) {
    out_ += fmt::format("{} = {}\n", key, show(value, rule));
  }
  template <class T>
  void put(const std::string& path, const char*, const std::optional<T>& part, const Table&) {
    fields(*part, path, "[" + path + "]");
  }
  template <class T>
  void put(const std::string& path, const char*, const std::vector<T>& parts, const Tables&) {
    for (const auto& part : parts) fields(without_made(part), path, "[[" + path + "]]");
  }
  /// Members are many and short: a line each.
  void put(const std::string&, const char* key, const std::vector<Member>& members, const Tables&) {
    out_ += fmt::format("{} = [\n", key);
    for (const auto& member : members) {
      const Member standard;
      std::string line;
      const auto field = [&](const char* name, auto at, const auto& rule) {
        if (member.*at == standard.*at && !must(rule)) return;
        line += fmt::format("{}{} = {}", line.empty() ? "" : ", ", name, show(member.*at, rule));
      };
      Schema<Member>::describe(field);
      out_ += "  { " + line + " },\n";
    }
    out_ += "]\n";
  }
  void put(const std::string& path, const char*, const std::vector<SegmentOverride>& parts,
           const NamedTables& rule) {
    for (const auto& part : parts) {
      const bool known =
          std::find(rule.names.begin(), rule.names.end(), part.segment) != rule.names.end();
      const std::string below = path + "." + (known ? part.segment : show(part.segment));
      fields(part, below, "[" + below + "]");
    }
  }

  template <class Rule>
  static bool must(const Rule& rule) {
    if constexpr (requires { rule.required; }) return rule.required;
    return false;
  }

  template <class T>
  [[nodiscard]] T default_of(const T&) const {
    return T{};
  }
  [[nodiscard]] Meeting default_of(const Meeting& part) const {
    return {.timebox = usual_timebox(part.form)};
  }
  [[nodiscard]] TeamDefinition default_of(const TeamDefinition& part) const {
    TeamDefinition team;
    if (!part.zone.empty() && playbook_.organisation) team.zone = playbook_.organisation->zone;
    return team;
  }

  const Playbook& playbook_;
  std::string out_;
};

}  // namespace
}  // namespace detail

std::string to_toml(const Playbook& playbook) { return detail::Writer(playbook).run(); }

}  // namespace huddlekit
