// A playbook made in code, held to the rules of the file: a visitor of the same schema.
#include "playbook/checked.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "playbook/checks.hpp"
#include "playbook/rules.hpp"

namespace huddlekit::detail {
namespace {

/// Nobody has seen a file: there are no lines, only what was refused.
class NoPlaces final : public Places {
 public:
  void refuse(const void* part, std::string_view key) { refused_.emplace(part, key); }

  [[nodiscard]] Place of(const void*, std::string_view) const override { return {}; }
  /// A field that is empty now was given if it has been refused.
  [[nodiscard]] bool written(const void* part, std::string_view key) const override {
    return refused_.contains({part, key});
  }

 private:
  std::set<std::pair<const void*, std::string_view>> refused_;
};

/// Copies a playbook as its rules allow. A field at its default is left alone, as one that a file
/// does not have; what is wrong is a problem and leaves its field at the default.
class Check {
 public:
  Check(Findings& findings, NoPlaces& places)
      : findings_(findings), places_(places), rules_(findings) {}

  template <class T>
  void part(const T& given, const std::string& path, T& out) {
    static const T standard{};
    const auto field = [&](const char* key, auto member, const auto& rule) {
      if (given.*member == standard.*member && !must(rule)) return;
      if (!take(given.*member, path.empty() ? key : path + "." + key, out.*member, rule)) {
        places_.refuse(&out, key);
      }
    };
    Schema<T>::describe(field);
  }

 private:
  template <class Rule>
  static bool must(const Rule& rule) {
    if constexpr (requires { rule.required; }) return rule.required;
    return false;
  }

  // Each takes over a value; false once a problem has been told.

  template <class Field, class Rule>
  bool take(const Field& given, const std::string& label, Field& out, const Rule& rule) {
    auto kept = keep(given, label, rule);
    const bool good = kept.has_value();
    if (good) out = *std::move(kept);
    return good;
  }

  /// Text that may be left out and is empty counts as left out.
  template <class Rule>
  bool take(const std::string& given, const std::string& label, std::string& out,
            const Rule& rule) {
    auto kept = keep(given, label, rule);
    if (kept && !kept->empty()) out = *std::move(kept);
    return kept.has_value();
  }

  template <class Field, class Rule>
  bool take(const std::optional<Field>& given, const std::string& label, std::optional<Field>& out,
            const Rule& rule) {
    Field kept{};
    if (!given) return true;
    if (!take(*given, label, kept, rule)) return false;
    out = std::move(kept);
    return true;
  }

  bool take(const std::optional<Organisation>& given, const std::string& label,
            std::optional<Organisation>& out, const Table&) {
    part(*given, label, out.emplace());
    return true;
  }

  template <class T>
  bool take(const std::vector<T>& given, const std::string& label, std::vector<T>& out,
            const Tables& rule) {
    if (given.size() > kMostTables) {
      findings_.problem({}, label + ": must be at most " + std::to_string(kMostTables) +
                                " tables, got " + std::to_string(given.size()));
      return false;
    }
    out.reserve(given.size());  // parts are known by their addresses
    [[maybe_unused]] std::set<std::string> keys;
    for (const auto& one : given) {
      part(one, label, out.emplace_back());
      complete(out.back());
      if constexpr (requires { out.back().key; }) {
        const std::string& key = out.back().key;
        if (key.empty() || keys.insert(key).second) continue;
        const auto text = label + ".key: each " + rule.what + " needs a key of its own, got " +
                          in_quotes(key) + " twice";
        if (rule.keep_first) {
          findings_.warning({}, text + "; the second is left out");
          out.pop_back();
        } else {
          findings_.problem({}, text);
        }
      }
    }
    return true;
  }

  bool take(const std::vector<SegmentOverride>& given, const std::string& label,
            std::vector<SegmentOverride>& out, const NamedTables& rule) {
    const std::vector<std::string> names(rule.names.begin(), rule.names.end());
    out.reserve(given.size());  // parts are known by their addresses
    for (const auto& name : names) {
      for (const auto& one : given) {
        if (one.segment != name) continue;
        if (!out.empty() && out.back().segment == name) {
          findings_.problem({}, label + "." + name + ": must be given once, got it twice");
          break;
        }
        part(one, label + "." + name, out.emplace_back());
        out.back().segment = name;
      }
    }
    for (const auto& one : given) {
      if (std::ranges::find(names, one.segment) != names.end()) continue;
      findings_.unknown({}, label + ": unknown key " + in_quotes(one.segment) + ", left out",
                        one.segment, names);
    }
    return true;
  }

  // What a rule makes of a value.

  template <class Rule>
  std::optional<std::string> keep(const std::string& given, const std::string& label,
                                  const Rule& rule) {
    return rules_.keep(given, {}, label, rule);
  }
  template <class Item>
  std::optional<std::vector<std::string>> keep(const std::vector<std::string>& given,
                                               const std::string& label, const List<Item>& rule) {
    return rules_.list(
        given, {}, label, rule,
        [&](const std::string& item, const Item& each) {
          return rules_.keep(item, {}, label, each);
        },
        [](const std::string&) { return Place{}; });
  }
  std::optional<int> keep(int given, const std::string& label, const Number& rule) {
    return rules_.keep(given, {}, label, rule);
  }
  std::optional<std::chrono::seconds> keep(std::chrono::seconds given, const std::string& label,
                                           const Length& rule) {
    return rules_.keep(given, {}, label, rule, std::to_string(given.count()));
  }
  std::optional<std::chrono::seconds> keep(std::chrono::seconds given, const std::string& label,
                                           const TimeOfDay&) {
    if (given >= std::chrono::seconds{0} && given < std::chrono::days{1}) return given;
    return rules_.wrong({}, label, "a time of day, 0 to 86399 s", std::to_string(given.count()));
  }
  std::optional<Day> keep(Day given, const std::string& label, const Date&) {
    return rules_.parsed({}, label, [&] { return parse_day(to_string(given)); });
  }
  std::optional<Weekdays> keep(Weekdays given, const std::string& label, const Days&) {
    return rules_.parsed({}, label, [&] { return Weekdays::parse(to_string(given)); });
  }
  std::optional<bool> keep(bool given, const std::string&, const Flag&) { return given; }
  template <class E>
  std::optional<E> keep(E given, const std::string& label, const Choice<E>&) {
    const auto number = static_cast<int>(given);
    if (number >= 0 && number < std::ssize(kNames<E>)) return given;
    return rules_.wrong({}, label, "an enumerator", std::to_string(number));
  }

  // What the library makes up where nothing is given.
  template <class T>
  static void complete(T&) {}
  static void complete(Prompt& prompt) {
    if (prompt.key.empty() && !prompt.value.empty()) prompt.key = made_key(prompt);
  }
  static void complete(Meeting& meeting) {
    if (meeting.name.empty()) meeting.name = made_name(meeting);
  }

  Findings& findings_;
  NoPlaces& places_;
  Rules rules_;
};

}  // namespace

Playbook checked(const Playbook& given) {
  Findings findings(given.source);
  NoPlaces places;
  Playbook playbook;
  playbook.source = given.source;
  Check(findings, places).part(given, "", playbook);
  check(playbook, findings, places);
  findings.throw_problems();
  playbook.warnings = findings.take_warnings();
  return playbook;
}

}  // namespace huddlekit::detail
