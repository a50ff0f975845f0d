#pragma once
#include <string>
#include <string_view>

#include "huddlekit/people.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// What is kept about one person: all of it as a copy, or nothing any more.
class PersonStore {
 public:
  PersonStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  [[nodiscard]] std::string everything_about(std::string_view key);
  /// Inside a transaction. What is left in free pages and in the log goes by `Database::scrub`.
  ForgetReport forget(std::string_view key);

 private:
  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
