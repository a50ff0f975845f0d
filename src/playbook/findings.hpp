#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/errors.hpp"

namespace huddlekit::detail {

/// A place in a text; lines and columns (characters) count from 1, 0 is unknown.
struct Place {
  int line = 0;
  int column = 0;
};

/// ` as in line 12`, for a second one of something; nothing of a playbook made in code.
[[nodiscard]] std::string as_in(Place first);

/// What is wrong and what looks wrong in one file, gathered while it is read, so that everything
/// can be told at once.
class Findings {
 public:
  explicit Findings(std::string file) : file_(std::move(file)) {}

  void problem(Place place, std::string rule) { add(problems_, place, std::move(rule)); }
  void warning(Place place, std::string rule) { add(warnings_, place, std::move(rule)); }
  /// Warns of a word that names nothing, with the nearest of those that would.
  void unknown(Place place, const std::string& rule, std::string_view word,
               std::span<const std::string> known);

  /// Whether a further warning will be read, and not only counted.
  [[nodiscard]] bool worth_a_hint() const;

  /// @throws ParseError with every problem, in the order of the file; returns when there is none.
  void throw_problems();
  /// The warnings in the order of the file.
  [[nodiscard]] std::vector<Problem> take_warnings();

 private:
  struct List {
    std::vector<Problem> shown;
    std::size_t more = 0;  // found beyond what anybody reads
  };
  void add(List& list, Place place, std::string rule);
  std::vector<Problem> sorted(List& list) const;

  std::string file_;
  List problems_;
  List warnings_;
};

/// Tells where a part of the playbook was written. A part is named by its address, so parts must
/// not move while this is used.
class Places {
 public:
  virtual ~Places() = default;
  /// The place of a key's value, or of the part itself where the key is not written.
  [[nodiscard]] virtual Place of(const void* part, std::string_view key) const = 0;
  [[nodiscard]] virtual bool written(const void* part, std::string_view key) const = 0;
};

}  // namespace huddlekit::detail
