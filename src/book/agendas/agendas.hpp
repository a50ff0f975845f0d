#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include "book/agendas/booking.hpp"
#include "book/calendar/calendar.hpp"

namespace huddlekit {

/// Agendas: stored, looked at, published, planned.
class Agendas {
 public:
  explicit Agendas(Session& session)
      : s_(session), values_(session), desks_(session), booking_(session) {}

  /// One revision; the latest when there is none given.
  [[nodiscard]] Agenda stored(const StoredTeam& team, const HuddleRow& row,
                              std::optional<int> revision = {});
  /// As it would be published now.
  [[nodiscard]] Agenda preview(const StoredTeam& team, const Slot& slot);
  /// As people see it: names instead of ids, and sentences in the language of the call.
  [[nodiscard]] Agenda shown(Draft draft, const StoredTeam& team);
  /// Leaves that to the caller, who has use for more than one language.
  void keep_sentences() { sentences_kept_ = true; }
  /// Puts the sentences that were kept into words.
  void say(Agenda& agenda, const sentences::Catalogue& in);

  /// The published one, or a preview.
  [[nodiscard]] Agenda of(const Found& found);
  /// Published now, unless it is already.
  Agenda published(const Found& found);
  Agenda publish(const StoredTeam& team, const Slot& slot);
  /// All that take place on a day, by team; what is published already as it is.
  std::vector<Agenda> publish_all(Day day);
  /// Composes a huddle anew as the next revision, and spends its turns.
  Agenda compose_into(const StoredTeam& team, const Slot& slot, HuddleRow& row,
                      std::string_view reason);

  // plan.cpp
  [[nodiscard]] std::vector<Agenda> plan(const StoredTeam& team, Day from, Day until);
  /// As `plan`, for several teams day by day; each agenda goes to `take`.
  void plan(const std::vector<const StoredTeam*>& teams, Day from, Day until,
            const std::function<void(Agenda)>& take);
  /// The agenda of a huddle to come, with everything planned before it played first.
  [[nodiscard]] Agenda planned(const StoredTeam& team, const Slot& slot);

 private:
  void check_publishable(const StoredTeam& team, Day day) const;
  Agenda compose_into(const StoredTeam& team, const Slot& slot, HuddleRow& row,
                      std::string_view reason, Desk& start, ValueDesk& values);

  Session& s_;
  ValueTurns values_;
  Desks desks_;
  Booking booking_;
  bool sentences_kept_ = false;
};

}  // namespace huddlekit
