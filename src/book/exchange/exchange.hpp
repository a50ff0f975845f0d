#pragma once
#include <functional>

#include "book/impl.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {

/// Collects what is wrong with a file, line by line, so that all of it is told at once.
class LineProblems {
 public:
  explicit LineProblems(const std::string& name) : name_(name) {}

  /// Runs `work`; an error of it is a problem of this line.
  template <class Work>
  void at(int line, Work&& work) {
    try {
      work();
    } catch (const StorageError&) {
      throw;
    } catch (const Error& e) {
      problems_.push_back({name_, line, 0, e.what()});
      if (problems_.size() == kMost) settle();  // the rest is likely to be the same
    }
  }
  /// @throws ParseError when there are any.
  void settle() const {
    if (!problems_.empty()) throw ParseError(problems_);
  }

 private:
  static constexpr std::size_t kMost = 100;

  const std::string& name_;
  std::vector<Problem> problems_;
};

/// Ends a transaction without keeping what it did.
struct DryRun {
  ImportReport report;
};

/// Runs `work` in one transaction, which a dry run does not keep.
template <class Write>
ImportReport imported(bool dry_run, Write&& write) {
  try {
    return write([&](ImportReport report) {
      if (dry_run) throw DryRun{std::move(report)};
      return report;
    });
  } catch (DryRun& done) {
    return std::move(done.report);
  }
}

}  // namespace huddlekit
