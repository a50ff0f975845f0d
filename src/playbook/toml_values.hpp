#pragma once
// Single values of TOML, read by the rules of the schema. Part of reader.cpp, the only file that
// sees the TOML library.
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"
#include "playbook/findings.hpp"
#include "playbook/schema.hpp"

namespace huddlekit::detail {

inline Place place_of(const toml::source_region& region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}
inline Place place_of(const toml::node& node) { return place_of(node.source()); }

/// A value as an error message shows it.
inline std::string shown(const toml::node& node) {
  if (node.is_table()) return "a table";
  if (node.is_array()) return "a list";
  if (const auto* text = node.as_string()) return huddlekit::quoted(text->get());
  std::ostringstream out;
  node.visit([&](const auto& value) { out << value; });
  return out.str();
}

/// Each `read` returns the value, or nullopt once it has told a problem.
class ValueReader {
 public:
  explicit ValueReader(Findings& findings) : findings_(findings) {}

  std::nullopt_t wrong(const toml::node& node, const std::string& label, const std::string& must) {
    findings_.problem(place_of(node), label + ": must be " + must + ", got " + shown(node));
    return std::nullopt;
  }

  std::optional<std::string> read(const toml::node& node, const std::string& label,
                                  const Text& rule) {
    return text(node, label, rule.required, kTextBytes);
  }

  std::optional<std::string> read(const toml::node& node, const std::string& label,
                                  const Line& rule) {
    auto line = text(node, label, rule.required || rule.filled, kLineBytes);
    if (line && line->find('\n') != std::string::npos) return wrong(node, label, "one line");
    return line;
  }

  std::optional<std::string> read(const toml::node& node, const std::string& label,
                                  const Key& rule) {
    const auto* value = node.as_string();
    if (value == nullptr) return wrong(node, label, "a key in quotes");
    const std::string& key = value->get();
    if (key.empty() && !rule.required) return key;
    const auto allowed = [&](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
             (rule.of_prompt && c == '/');
    };
    if (key.empty() || key.size() > rule.limit() || !std::all_of(key.begin(), key.end(), allowed)) {
      return wrong(node, label,
                   "1 to " + std::to_string(rule.limit()) + " lower-case letters, digits" +
                       (rule.of_prompt ? ", hyphens and slashes" : " and hyphens"));
    }
    return key;
  }

  template <class Item>
  std::optional<std::vector<std::string>> read(const toml::node& node, const std::string& label,
                                               const List<Item>& rule) {
    const auto* items = node.as_array();
    if (items == nullptr) return wrong(node, label, "a list of texts in quotes");
    if (items->empty() && rule.required) {
      findings_.problem(place_of(node), label + ": must not be empty");
      return std::nullopt;
    }
    std::vector<std::string> out;
    std::set<std::string> seen;
    for (const toml::node& item : *items) {
      const auto value = read(item, label, Item{.required = true});
      if (!value) continue;
      if (seen.insert(*value).second) {
        out.push_back(*value);
      } else {
        findings_.warning(place_of(item), label + ": " + huddlekit::quoted(*value) +
                                              " is in the list twice; the second is left out");
      }
    }
    return out;
  }

  std::optional<int> read(const toml::node& node, const std::string& label, const Number& rule) {
    const auto* value = node.as_integer();
    if (value == nullptr || value->get() < rule.min || value->get() > rule.max) {
      return wrong(
          node, label,
          "a whole number from " + std::to_string(rule.min) + " to " + std::to_string(rule.max));
    }
    return static_cast<int>(value->get());
  }

  std::optional<std::chrono::seconds> read(const toml::node& node, const std::string& label,
                                           const Length& rule) {
    const auto length = length_in(node);
    if (length && *length >= rule.min && *length <= rule.max &&
        length->count() % kTick.count() == 0)
      return length;
    return wrong(node, label,
                 "a length of time from " + std::to_string(rule.min.count()) + " to " +
                     std::to_string(rule.max.count()) + " s in steps of " +
                     std::to_string(kTick.count()) + " s, like 600 or \"10 min\"");
  }

  std::optional<std::chrono::seconds> read(const toml::node& node, const std::string& label,
                                           const TimeOfDay&) {
    const auto text = spelling<toml::time>(node);
    if (!text) return wrong(node, label, "a time of day like \"06:45\"");
    return parsed(node, label, [&] { return parse_time_of_day(*text); });
  }

  std::optional<Day> read(const toml::node& node, const std::string& label, const Date&) {
    const auto text = spelling<toml::date>(node);
    if (!text) return wrong(node, label, "a calendar date like 2026-11-23");
    return parsed(node, label, [&] { return parse_day(*text); });
  }

  std::optional<Weekdays> read(const toml::node& node, const std::string& label, const Days&) {
    const auto* text = node.as_string();
    if (text == nullptr) return wrong(node, label, "days of the week like \"Mon-Fri\"");
    return parsed(node, label, [&] { return Weekdays::parse(text->get()); });
  }

  std::optional<bool> read(const toml::node& node, const std::string& label, const Flag&) {
    const auto* value = node.as_boolean();
    if (value == nullptr) return wrong(node, label, "true or false");
    return value->get();
  }

  template <class E, std::size_t N>
  std::optional<E> read(const toml::node& node, const std::string& label,
                        const Choice<E, N>& rule) {
    const std::vector<std::string> words(rule.words.begin(), rule.words.end());
    const std::string word = node.is_string() ? node.as_string()->get() : std::string();
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<E>(found - words.begin());
    std::string all;
    for (const auto& each : words) all += (all.empty() ? "" : ", ") + huddlekit::quoted(each);
    findings_.problem(place_of(node), label + ": must be one of " + all + ", got " + shown(node) +
                                          did_you_mean(word, words));
    return std::nullopt;
  }

 private:
  /// Text without the space around it.
  std::optional<std::string> text(const toml::node& node, const std::string& label, bool required,
                                  std::size_t limit) {
    const auto* value = node.as_string();
    if (value == nullptr) return wrong(node, label, "text in quotes");
    std::string out = trimmed(value->get());
    if (out.empty() && !required) return out;
    try {
      check_text(label, out, limit);
      return out;
    } catch (const InvalidArgument& error) {
      findings_.problem(place_of(node), error.what());
      return std::nullopt;
    }
  }

  static std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
  }

  /// Seconds, or digits with a unit: `s`, `min` or `h`.
  static std::optional<std::chrono::seconds> length_in(const toml::node& node) {
    if (const auto* value = node.as_integer()) return std::chrono::seconds{value->get()};
    if (!node.is_string()) return std::nullopt;
    const std::string& text = node.as_string()->get();
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 6) return std::nullopt;
    const int count = std::stoi(text.substr(0, digits));
    const std::string unit = trimmed(std::string_view(text).substr(digits));
    if (unit == "s") return std::chrono::seconds{count};
    if (unit == "min") return std::chrono::minutes{count};
    if (unit == "h") return std::chrono::hours{count};
    return std::nullopt;
  }

  /// The spelling of a TOML date or time, or of a string in its place.
  template <class T>
  static std::optional<std::string> spelling(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (node.is<T>()) return shown(node);
    return std::nullopt;
  }

  /// What a parser of the core returns; what it throws names its own argument, this tells ours.
  template <class F>
  auto parsed(const toml::node& node, const std::string& label,
              F&& parse) -> std::optional<decltype(parse())> {
    try {
      return parse();
    } catch (const InvalidArgument& error) {
      const std::string_view what = error.what();
      findings_.problem(place_of(node), label + std::string(what.substr(what.find(": "))));
      return std::nullopt;
    }
  }

  Findings& findings_;
};

}  // namespace huddlekit::detail
