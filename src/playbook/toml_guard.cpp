#include "playbook/toml_guard.hpp"

#include "core/text/text.hpp"

namespace huddlekit::detail {
namespace {

/// Walks over TOML as the grammar's tokens: comments, the four kinds of string, and the characters
/// outside them. It need not tell right from wrong. Up to the first syntax error it sees the same
/// strings as a parser, and behind it no parser looks.
class Scanner {
 public:
  explicit Scanner(std::string_view toml) : toml_(toml) {}

  /// Where brackets or the parts of a dotted key go deeper than `limit`.
  std::optional<Place> too_deep(int limit) {
    int brackets = 0;
    int dots = 0;
    while (at_ < toml_.size()) {
      const char c = toml_[at_];
      if (c == '"' || c == '\'') {
        skip_string(c);
        continue;
      }
      if (c == '#') {
        at_ = toml_.find('\n', at_);
        if (at_ == std::string_view::npos) break;
        continue;
      }
      if (c == '[' || c == '{') ++brackets;
      if ((c == ']' || c == '}') && brackets > 0) --brackets;
      // None of these can stand inside a dotted key.
      if (c == '\n' || c == '=' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}') {
        dots = 0;
      }
      if (c == '.') ++dots;
      if (brackets > limit || dots >= limit) return place_of(at_);
      ++at_;
    }
    return std::nullopt;
  }

  [[nodiscard]] Place place_of(std::size_t end) const {
    Place place{1, 1};
    for (std::size_t i = 0; i < end; ++i) {
      const auto byte = static_cast<unsigned char>(toml_[i]);
      if (byte == '\n') {
        place = {place.line + 1, 1};
      } else if ((byte & 0xC0) != 0x80) {
        ++place.column;
      }
    }
    return place;
  }

 private:
  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool multi_line = toml_.substr(at_, 3) == three;
    at_ += multi_line ? 3 : 1;
    while (at_ < toml_.size()) {
      const char c = toml_[at_];
      if (c == '\\' && quote == '"') {
        at_ += 2;
      } else if (multi_line && toml_.substr(at_, 3) == three) {
        at_ += 3;
        // Up to two quotes may stand directly before the closing three.
        for (int i = 0; i < 2 && at_ < toml_.size() && toml_[at_] == quote; ++i) ++at_;
        return;
      } else if (!multi_line && (c == quote || c == '\n')) {
        ++at_;
        return;
      } else {
        ++at_;
      }
    }
  }

  std::string_view toml_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Refusal> refuse(std::string_view toml) {
  if (toml.size() > kMostBytes) {
    return Refusal{{}, "a playbook must be at most " + std::to_string(kMostBytes >> 20) + " MiB"};
  }
  Scanner scanner(toml);
  if (const std::size_t broken = utf8_length(toml); broken < toml.size()) {
    return Refusal{scanner.place_of(broken),
                   "a playbook must be UTF-8, got " + in_quotes(toml.substr(broken, 4))};
  }
  if (const auto place = scanner.too_deep(kDeepest)) {
    return Refusal{*place, "tables, arrays and dotted keys may nest at most " +
                               std::to_string(kDeepest) + " deep"};
  }
  return std::nullopt;
}

}  // namespace huddlekit::detail
