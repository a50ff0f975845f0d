#pragma once
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/text.hpp"
#include "playbook/findings.hpp"
#include "playbook/schema.hpp"

namespace huddlekit::detail {

/// The rules of the schema, for values of a file and of code. Each `keep` answers the value as the
/// playbook keeps it, or nullopt once it has told a problem.
class Rules {
 public:
  explicit Rules(Findings& findings) : findings_(findings) {}

  std::nullopt_t wrong(Place at, const std::string& label, const std::string& must,
                       const std::string& got) {
    findings_.problem(at, label + ": must be " + must + ", got " + got);
    return std::nullopt;
  }

  std::optional<std::string> keep(const std::string& value, Place at, const std::string& label,
                                  const Text& rule) {
    return text(value, at, label, rule.required, kTextBytes);
  }

  std::optional<std::string> keep(const std::string& value, Place at, const std::string& label,
                                  const Line& rule) {
    auto line = text(value, at, label, rule.required || rule.filled, kLineBytes);
    if (line && line->find('\n') != line->npos)
      return wrong(at, label, "one line", in_quotes(value));
    return line;
  }

  std::optional<std::string> keep(const std::string& key, Place at, const std::string& label,
                                  const Key& rule) {
    if (key.empty() && !rule.required) return key;
    const auto allowed = [&](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
             (rule.of_prompt && c == '/');
    };
    if (key.empty() || key.size() > rule.limit() || !std::all_of(key.begin(), key.end(), allowed)) {
      return wrong(at, label,
                   "1 to " + std::to_string(rule.limit()) + " lower-case letters, digits" +
                       (rule.of_prompt ? ", hyphens and slashes" : " and hyphens"),
                   in_quotes(key));
    }
    return key;
  }

  /// The value is not repeated in the message: whoever breaks this rule has perhaps written a
  /// secret.
  std::optional<std::string> keep(const std::string& name, Place at, const std::string& label,
                                  const Variable&) {
    const auto allowed = [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    const bool digit_first = !name.empty() && name[0] >= '0' && name[0] <= '9';
    if (!name.empty() && name.size() <= 64 && !digit_first &&
        std::all_of(name.begin(), name.end(), allowed)) {
      return name;
    }
    findings_.problem(at,
                      label +
                          ": must be the name of an environment variable (capital letters, digits "
                          "and _) that holds the address; the address itself is a secret");
    return std::nullopt;
  }

  /// Of the items of a list, which `read(item)` and `place(item)` tell, each once.
  template <class Items, class Item, class Read, class At>
  std::optional<std::vector<std::string>> list(const Items& items, Place at,
                                               const std::string& label, const List<Item>& rule,
                                               Read&& read, At&& place) {
    if (items.empty() && rule.required) {
      findings_.problem(at, label + ": must not be empty");
      return std::nullopt;
    }
    std::vector<std::string> out;
    std::set<std::string> seen;
    for (const auto& item : items) {
      const std::optional<std::string> value = read(item, Item{.required = true});
      if (!value) continue;
      if (seen.insert(*value).second) {
        out.push_back(*value);
      } else {
        findings_.warning(place(item), label + ": " + in_quotes(*value) +
                                           " is in the list twice; the second is left out");
      }
    }
    return out;
  }

  std::optional<int> keep(std::int64_t number, Place at, const std::string& label,
                          const Number& rule) {
    if (number >= rule.min && number <= rule.max) return static_cast<int>(number);
    return wrong(at, label, whole_number(rule), std::to_string(number));
  }
  static std::string whole_number(const Number& rule) {
    return "a whole number from " + std::to_string(rule.min) + " to " + std::to_string(rule.max);
  }

  std::optional<std::chrono::seconds> keep(std::chrono::seconds length, Place at,
                                           const std::string& label, const Length& rule,
                                           const std::string& got) {
    if (length >= rule.min && length <= rule.max && length.count() % kTick.count() == 0) {
      return length;
    }
    return wrong(at, label, length_of_time(rule), got);
  }
  static std::string length_of_time(const Length& rule) {
    return "a length of time from " + std::to_string(rule.min.count()) + " to " +
           std::to_string(rule.max.count()) + " s in steps of " + std::to_string(kTick.count()) +
           " s, like 600 or \"10 min\"";
  }

  /// What a parser of the core makes of a text; what it throws names its own argument, this tells
  /// ours.
  template <class Parse>
  auto parsed(Place at, const std::string& label,
              Parse&& parse) -> std::optional<decltype(parse())> {
    try {
      return parse();
    } catch (const InvalidArgument& error) {
      const std::string_view what = error.what();
      findings_.problem(at, label + std::string(what.substr(what.find(": "))));
      return std::nullopt;
    }
  }

  /// Text without the space around it.
  static std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
  }

 private:
  std::optional<std::string> text(const std::string& value, Place at, const std::string& label,
                                  bool required, std::size_t limit) {
    std::string out = trimmed(value);
    if (out.empty() && !required) return out;
    try {
      check_text(label, out, limit);
      return out;
    } catch (const InvalidArgument& error) {
      findings_.problem(at, error.what());
      return std::nullopt;
    }
  }

  Findings& findings_;
};

}  // namespace huddlekit::detail
