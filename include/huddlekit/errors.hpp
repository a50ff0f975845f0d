#pragma once
#include <stdexcept>
#include <string>
#include <vector>

namespace huddlekit {

/// Base of every exception that leaves the library. Third-party exceptions never do.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A documented rule on an argument is broken. The text reads `argument: rule, got value`.
class InvalidArgument : public Error {
 public:
  using Error::Error;
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

 private:
  std::vector<Problem> problems_;
};

/// No such key, id or zone. The text names the nearest that do exist.
class NotFound : public Error {
 public:
  using Error::Error;
};

/// Impossible in the present state, for instance completing a huddle that was cancelled.
class Conflict : public Error {
 public:
  using Error::Error;
};

/// The book cannot be opened, read, written or migrated. `code()` is SQLite's extended result code,
/// 0 if none.
class StorageError : public Error {
 public:
  explicit StorageError(const std::string& what, int code = 0) : Error(what), code_(code) {}
  [[nodiscard]] int code() const noexcept { return code_; }

 private:
  int code_;
};

}  // namespace huddlekit
