#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/call.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

class Mentions;

/// How long the book remembers who made a write, and what a write of some name answered.
inline constexpr std::chrono::days kCallsKept{30};

/// The table of writes that said who made them or had a name.
class CallStore {
 public:
  CallStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  struct Asked {
    const std::string& id;
    const std::string& by;
    std::string_view what;
    std::int64_t digest;  // of what the call was told
  };
  /// What the call of that name answered; none: it has not been made. @throws Conflict when the
  /// name is of another call, or somebody in the answer was erased since.
  [[nodiscard]] std::optional<std::string> answer(const Asked& call, Instant now);
  /// Keeps a call that has been made, and drops those that are too old.
  void add(const Asked& call, std::string_view answer, Instant now);
  [[nodiscard]] std::vector<Call> latest(int limit, Instant now);

  /// Takes somebody out of what is kept. A name stays, so that nothing happens twice, unless they
  /// are in it. Answers how many changes that was.
  static int forget(Database& database, Id person, const Mentions& mentions);

 private:
  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
