#pragma once
#include <unordered_map>

#include "huddlekit/people.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// People's own wishes, which go before what the playbook says of them.
class ConsentStore {
 public:
  ConsentStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  void record(std::string_view person, const Consent& wish);
  /// What holds: of several memberships, the most reserved.
  [[nodiscard]] Consent in_force(std::string_view person);
  /// Who of the team has a wish about leading, or about being celebrated.
  [[nodiscard]] std::unordered_map<Id, bool> leads(Id team) { return wishes("leads", team); }
  [[nodiscard]] std::unordered_map<Id, bool> leads();  ///< of all teams
  [[nodiscard]] std::unordered_map<Id, bool> celebrated(Id team) {
    return wishes("celebrated", team);
  }

 private:
  [[nodiscard]] std::unordered_map<Id, bool> wishes(std::string_view column, Id team);

  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
