// From TOML to a Playbook.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <unordered_map>

#include "playbook/checks.hpp"
#include "playbook/toml_guard.hpp"
#include "playbook/toml_values.hpp"

namespace huddlekit {
namespace detail {
namespace {

/// Remembers the table that each part of the playbook was read from.
class PartPlaces final : public Places {
 public:
  void remember(const void* part, const toml::table& table) { tables_[part] = &table; }

  [[nodiscard]] Place of(const void* part, std::string_view key) const override {
    const toml::table& table = *tables_.at(part);
    const toml::node* node = table.get(key);
    return place_of(node != nullptr ? *node : table);
  }
  [[nodiscard]] bool written(const void* part, std::string_view key) const override {
    return tables_.at(part)->contains(key);
  }

 private:
  std::unordered_map<const void*, const toml::table*> tables_;
};

/// Walks over the tables of a playbook as the schema describes them. What cannot be read is a
/// problem and leaves its field at the default, so that the walk goes on and finds the others.
class Walk {
 public:
  Walk(Findings& findings, PartPlaces& places)
      : findings_(findings), places_(places), values_(findings) {}

  /// Reads one table and warns of keys that nobody knows. The top of the file has the empty path.
  template <class T>
  void part(const toml::table& table, const std::string& path, T& out) {
    places_.remember(&out, table);
    std::size_t known = 0;
    const auto field = [&](const char* key, auto member, const auto& rule) {
      const toml::node* node = table.get(key);
      if (node != nullptr) {
        ++known;
        read(*node, path.empty() ? key : path + "." + key, out.*member, rule);
      } else if constexpr (requires { rule.required; }) {
        if (rule.required) findings_.problem(place_of(table), path + "." + key + ": is required");
      }
    };
    Schema<T>::describe(field);
    if (known < table.size()) unknown_keys(table, path, keys_of<T>());
  }

 private:
  template <class Field, class Rule>
  void read(const toml::node& node, const std::string& label, Field& out, const Rule& rule) {
    if (auto value = values_.read(node, label, rule)) out = *std::move(value);
  }

  /// Text that may be left out and is empty counts as left out.
  template <class Rule>
  void read(const toml::node& node, const std::string& label, std::string& out, const Rule& rule) {
    auto value = values_.read(node, label, rule);
    if (value && !value->empty()) out = *std::move(value);
  }

  template <class T>
  void read(const toml::node& node, const std::string& label, std::optional<T>& out, const Table&) {
    const auto* table = node.as_table();
    if (table == nullptr) {
      values_.wrong(node, label, "a table, written [" + label + "]");
    } else {
      part(*table, label, out.emplace());
    }
  }

  template <class T>
  void read(const toml::node& node, const std::string& label, std::vector<T>& out,
            const Tables& rule) {
    const auto* items = node.as_array();
    if (items == nullptr) {
      values_.wrong(node, label, "a list of tables, written [[" + label + "]]");
      return;
    }
    if (items->size() > kMostTables) {
      findings_.problem(place_of(node), label + ": must be at most " + std::to_string(kMostTables) +
                                            " tables, got " + std::to_string(items->size()));
      return;
    }
    out.reserve(items->size());  // parts are known by their addresses
    [[maybe_unused]] std::map<std::string, Place> keys;
    for (const toml::node& item : *items) {
      const auto* table = item.as_table();
      if (table == nullptr) {
        values_.wrong(item, label, "a table");
        continue;
      }
      part(*table, label, out.emplace_back());
      complete(out.back(), *table);
      if constexpr (requires { out.back().key; }) {
        const std::string& key = out.back().key;
        if (key.empty()) continue;  // a problem already
        const auto [first, is_new] = keys.emplace(key, place_of(*table));
        if (is_new) continue;
        repeated(*table, label, key, rule, first->second);
        if (rule.keep_first) out.pop_back();
      }
    }
  }

  void read(const toml::node& node, const std::string& label, std::vector<SegmentOverride>& out,
            const NamedTables& rule) {
    const auto* tables = node.as_table();
    if (tables == nullptr) {
      values_.wrong(node, label, "tables, written [" + label + ".NAME]");
      return;
    }
    out.reserve(rule.names.size());
    std::size_t known = 0;
    for (const char* name : rule.names) {
      const toml::node* item = tables->get(name);
      if (item == nullptr) continue;
      ++known;
      const std::string path = label + "." + name;
      if (const auto* table = item->as_table()) {
        part(*table, path, out.emplace_back());
        out.back().segment = name;
      } else {
        values_.wrong(*item, path, "a table, written [" + path + "]");
      }
    }
    if (known < tables->size()) {
      unknown_keys(*tables, label, {rule.names.begin(), rule.names.end()});
    }
  }

  void repeated(const toml::table& table, const std::string& label, const std::string& key,
                const Tables& rule, Place first) {
    const toml::node* node = table.get("key");
    const Place place = place_of(node != nullptr ? *node : table);
    const std::string text = label + ".key: each " + rule.what + " needs a key of its own, got " +
                             in_quotes(key) + as_in(first);
    if (rule.keep_first) {
      findings_.warning(place, text + "; this one is left out");
    } else {
      findings_.problem(place, text);
    }
  }

  void unknown_keys(const toml::table& table, const std::string& path,
                    const std::vector<std::string>& keys) {
    for (const auto& [key, node] : table) {
      const std::string_view word = key.str();
      if (std::find(keys.begin(), keys.end(), word) != keys.end()) continue;
      findings_.unknown(
          place_of(key.source()),
          (path.empty() ? "" : path + ": ") + "unknown key " + in_quotes(word) + ", left out", word,
          keys);
    }
  }

  // What the file may leave to the library.
  template <class T>
  static void complete(T&, const toml::table&) {}
  static void complete(Prompt& prompt, const toml::table&) {
    if (prompt.key.empty() && !prompt.value.empty()) prompt.key = made_key(prompt);
  }
  static void complete(Meeting& meeting, const toml::table& table) {
    if (meeting.name.empty()) meeting.name = made_name(meeting);
    if (!table.contains("timebox")) meeting.timebox = usual_timebox(meeting.form);
  }

  Findings& findings_;
  PartPlaces& places_;
  ValueReader values_;
};

/// The parser's own words on one line; it cuts long ones without regard for characters.
std::string syntax_rule(std::string_view description) {
  constexpr std::string_view kError = "Error ";
  if (description.starts_with(kError)) description.remove_prefix(kError.size());
  std::string rule = "not TOML: " + std::string(description);
  for (char& c : rule) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  rule.resize(utf8_length(rule));
  return rule;
}

toml::table parse_toml(std::string_view text, const std::string& file) {
  if (const auto refusal = refuse(text)) {
    throw ParseError({{file, refusal->place.line, refusal->place.column, refusal->rule}});
  }
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    const Place place = place_of(error.source());
    throw ParseError({{file, place.line, place.column, syntax_rule(error.description())}});
  }
}

/// Takes `format` off the top. Another format has other rules, so nothing else is said about it.
void take_format(toml::table& top, Findings& findings) {
  const toml::node* format = top.get("format");
  if (format == nullptr) {
    findings.problem({1, 1}, "format: is required; write format = 1 at the top of the file");
  } else if (format->value_exact<std::int64_t>() != 1) {
    findings.problem(place_of(*format), "format: must be 1, got " + shown(*format));
    findings.throw_problems();
  }
  top.erase("format");
}

Playbook parse(std::string_view text, const std::string& file, const std::string& source) {
  toml::table top = parse_toml(text, file);
  Findings findings(file);
  PartPlaces places;
  Playbook playbook;
  playbook.source = source;
  take_format(top, findings);
  Walk(findings, places).part(top, "", playbook);
  check(playbook, findings, places);
  findings.throw_problems();
  playbook.warnings = findings.take_warnings();
  return playbook;
}

}  // namespace
}  // namespace detail

Playbook parse_playbook(std::string_view toml, const std::string& name) {
  return detail::parse(toml, name, name);
}

Playbook read_playbook(const FilePath& name) {
  const std::filesystem::path file(name.string());
  std::ifstream in(file, std::ios::binary);
  std::string text(detail::kMostBytes + 1, '\0');
  std::error_code ignored;
  if (!in && !std::filesystem::exists(file, ignored)) {
    throw StorageError(file.string() + ": cannot be read: there is no such file");
  }
  // A directory may open, and with some libraries it may even be read, as nothing.
  if (!in || std::filesystem::is_directory(file, ignored) ||
      !(in.read(text.data(), static_cast<std::streamsize>(text.size())) || in.eof())) {
    throw StorageError(file.string() + ": cannot be read");
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  return detail::parse(text, file.string(), file.stem().string());
}

}  // namespace huddlekit
