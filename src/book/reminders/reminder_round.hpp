#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "book/agendas/agendas.hpp"
#include "core/sentences/reminder_sentences.hpp"

namespace huddlekit {

/// A reminder that its rule wants to go out by now.
struct WantedReminder {
  ReminderKey key;
  const ReminderRule* rule = nullptr;
  const StoredTeam* team = nullptr;
  Recipient audience{};
  Span sensible;  // from when the rule wants it until it makes no sense any more
  std::function<sentences::Said()> said;  // asked only when it goes out
};

/// One look at the whole book at one moment: what do the rules want to go out?
class ReminderRound {
 public:
  ReminderRound(Session& session, Instant now) : s_(session), agendas_(session), now_(now) {}

  /// Earliest first; as long as the round lives.
  [[nodiscard]] std::vector<WantedReminder> wanted();
  /// What decides whether it goes out, the first time.
  [[nodiscard]] ReminderCase timing(const WantedReminder& wanted);

 private:
  /// A huddle that takes place.
  struct Meets {
    const StoredTeam* team = nullptr;
    Day day{};
    std::string id;
    std::string key;
    const Meeting* meeting = nullptr;  // none once it has left the playbook
    Instant starts{};
    std::optional<HuddleRow> row;
    std::vector<Id> expected;  // but for those away by now
  };

  void before_huddles(const ReminderRule& rule, const StoredTeam& team);
  void nudges(const ReminderRule& rule, const StoredTeam& team);
  void commitments(const ReminderRule& rule, const StoredTeam& team);
  void lessons(const ReminderRule& rule, const StoredTeam& team);

  /// The people whom a rule means at a huddle; one without value is the channel.
  [[nodiscard]] std::vector<std::optional<Id>> audience(Recipient who, const Meets& huddle);
  void want(const ReminderRule& rule, const StoredTeam& team, Recipient who,
            std::optional<Id> person, Day day, std::string occasion, Span sensible,
            std::function<sentences::Said()> said);

  [[nodiscard]] const std::vector<Meets>& meets(const StoredTeam& team, Day day);
  [[nodiscard]] const Crew& crew(const StoredTeam& team);
  [[nodiscard]] const Agenda& agenda(const Meets& huddle);
  [[nodiscard]] std::vector<Span> allowed(const ReminderRule& rule, const StoredTeam& team,
                                          std::optional<Id> person);
  [[nodiscard]] Day today(const StoredTeam& team) const;
  [[nodiscard]] static Instant at(const StoredTeam& team, Day day, std::chrono::seconds time);

  Session& s_;
  Agendas agendas_;
  Instant now_;
  std::vector<WantedReminder> wanted_;
  std::map<Id, Crew> crews_;
  std::map<std::pair<Id, Day>, std::vector<Meets>> meets_;
  std::map<std::pair<Id, Day>, std::vector<Agenda>> planned_;
  std::map<std::string, Agenda> published_;
  std::map<Id, std::vector<Instant>> starts_;  // of the huddles at which somebody is expected
};

}  // namespace huddlekit
