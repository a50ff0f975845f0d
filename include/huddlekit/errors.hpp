#pragma once
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace huddlekit {

/// Base of every exception that leaves the library. Third-party exceptions never do.
///
/// What it says is one sentence, `due: must not be before the day it was made (2026-11-23), got
/// 2026-11-20`, or a line each for several. Its parts are for programs that show them beside a
/// form's fields; a part that the sentence does not have is empty.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;

  /// What kind of error this is: `invalid-argument`, `parse`, `not-found`, `conflict`, `storage`.
  [[nodiscard]] virtual const char* code() const noexcept { return "error"; }
  /// The thing, by its name in the call or in the file: `due`.
  [[nodiscard]] std::string argument() const;
  /// The rule that it breaks: `must not be before the day it was made (2026-11-23)`.
  [[nodiscard]] std::string rule() const;
  /// What was given instead, as it was typed; text stands in double quotes, cut to 60 characters.
  [[nodiscard]] std::string value() const;
};

/// The parts of such a sentence, for errors that come as text.
struct ErrorParts {
  std::string argument{};
  std::string rule{};
  std::string value{};

  bool operator==(const ErrorParts&) const = default;
};
[[nodiscard]] ErrorParts error_parts(std::string_view sentence);

/// A documented rule on an argument is broken. The text reads `argument: rule, got value`.
class InvalidArgument : public Error {
 public:
  using Error::Error;
  [[nodiscard]] const char* code() const noexcept override { return "invalid-argument"; }
};

/// One thing wrong in a text or a file. `line` and `column` count from 1; 0 means that the problem
/// has no place.
struct Problem {
  std::string file{};
  int line = 0;
  int column = 0;
  std::string rule{};  ///< the thing, the rule it breaks and the value, in one sentence

  bool operator==(const Problem&) const = default;
};

/// `file:line:column: rule`, leaving out what is unknown.
[[nodiscard]] std::string to_string(const Problem& problem);

/// Text or a file cannot be understood. Carries every problem found, not only the first.
class ParseError : public InvalidArgument {
 public:
  /// @param problems  at least one; `what()` lists them a line each.
  explicit ParseError(std::vector<Problem> problems);
  [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }
  [[nodiscard]] const char* code() const noexcept override { return "parse"; }

 private:
  std::vector<Problem> problems_;
};

/// No such key, id or zone. The text names the nearest that do exist.
class NotFound : public Error {
 public:
  using Error::Error;
  [[nodiscard]] const char* code() const noexcept override { return "not-found"; }
};

/// Impossible in the present state, for instance completing a huddle that was cancelled.
class Conflict : public Error {
 public:
  using Error::Error;
  [[nodiscard]] const char* code() const noexcept override { return "conflict"; }
};

/// The book cannot be opened, read, written or migrated. `result()` is SQLite's extended result
/// code, 0 if none.
class StorageError : public Error {
 public:
  explicit StorageError(const std::string& what, int result = 0) : Error(what), result_(result) {}
  [[nodiscard]] const char* code() const noexcept override { return "storage"; }
  [[nodiscard]] int result() const noexcept { return result_; }

 private:
  int result_;
};

}  // namespace huddlekit
