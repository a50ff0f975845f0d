#pragma once
#include <string_view>
#include <vector>

#include "huddlekit/entries.hpp"
#include "huddlekit/promises.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// What becomes of commitments between being made and being closed: new days, and getting stuck.
class PromiseStore {
 public:
  PromiseStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  void renegotiate(const Commitment& commitment, Day due, std::string_view reason, Day day);
  [[nodiscard]] std::vector<Renegotiation> renegotiations(Id commitment);
  [[nodiscard]] KeptRate kept_rate(Id team, Day from, Day until);

  /// These were due and open on a huddle's agenda. What now has been on three agendas since it fell
  /// due goes to the team above, if there is one.
  void show(Id huddle, const StoredTeam& team, Day day, const std::vector<Id>& commitments);
  /// Undoes it for a huddle that does not count any more.
  void unshow(Id huddle);

  /// What became of commitments at a huddle, as an outcome tells it.
  [[nodiscard]] Outcome told_at(Id huddle);
  /// @param what  made, kept or missed.
  void tell(Id huddle, Id commitment, std::string_view what);

 private:
  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
