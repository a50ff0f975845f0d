#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "book/agendas/agendas.hpp"

namespace huddlekit {

/// Who comes, who does not, and what they have heard.
class Presence {
 public:
  explicit Presence(Session& session) : s_(session), agendas_(session) {}

  Absence away(std::string_view who, Day first, std::optional<Day> last);
  Absence end_absence(Id absence, Day last);
  void cancel(Id absence);
  [[nodiscard]] Absence shown(const PresenceStore::Absence& absence);
  int load_roster(const StoredTeam& team, const std::vector<RosterLine>& lines);
  [[nodiscard]] std::vector<ExposureRow> exposure(const StoredTeam& team);
  [[nodiscard]] std::vector<Person> expected(std::string_view huddle_id);
  /// What only whoever leads the huddle is told.
  [[nodiscard]] std::string private_note(const Found& found);

 private:
  [[nodiscard]] PresenceStore::Absence absence(Id id);
  void check_days(const PresenceStore::Absence& absence);
  [[nodiscard]] std::string recognition_note(const StoredTeam& team, const Crew& crew,
                                             const std::vector<Id>& coming, Day day);

  Session& s_;
  Agendas agendas_;
};

}  // namespace huddlekit
