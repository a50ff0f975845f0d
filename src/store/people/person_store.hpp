#pragma once
#include <string>
#include <string_view>

#include "core/sentences/catalogue.hpp"
#include "huddlekit/people.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

class Mentions;

/// What is kept about one person: all of it as a copy, or nothing any more.
class PersonStore {
 public:
  PersonStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  [[nodiscard]] std::string everything_about(std::string_view key, const sentences::Catalogue& in);
  /// Inside a transaction. What is left in free pages and in the log goes by `Connection::scrub`.
  ForgetReport forget(std::string_view key);

 private:
  [[nodiscard]] std::vector<ForgetReport::Touched> erase(Id person, const Mentions& mentions);
  [[nodiscard]] std::vector<ForgetReport::Review> to_review(const Mentions& mentions);

  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
