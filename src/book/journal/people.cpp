// What the facade has to say about people's rights.
#include <algorithm>

#include "book/impl.hpp"
#include "book/turns/presence.hpp"

namespace huddlekit {
namespace {

namespace fs = std::filesystem;

/// What was copied before a migration: `harbour.huddle.v1.bak`.
std::vector<std::string> backups_of(const fs::path& book) {
  std::vector<std::string> out;
  std::error_code ignored;
  const auto start = book.filename().string() + ".v";
  for (const auto& entry : fs::directory_iterator(book.parent_path(), ignored)) {
    const auto name = entry.path().filename().string();
    if (name.starts_with(start) && name.ends_with(".bak")) out.push_back(entry.path().string());
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace

Consent People::consent(std::string_view person) const {
  return read(at_, [&](Session& s) { return s.consents.in_force(person); });
}

Consent People::set_consent(std::string_view person, const Consent& wish) const {
  return write(at_, asked(at_, "set_consent(person, wish)", person, wish), [&](Session& s) {
    s.consents.record(person, wish);
    return s.consents.in_force(person);
  });
}

std::string People::data_of(std::string_view person) const {
  return read(at_, [&](Session& s) { return s.persons.everything_about(person, *s.language); });
}

ForgetReport People::forget(std::string_view person) const {
  // It may be repeated as it is, and an answer that is kept would keep what is to be forgotten.
  ForgetReport report;
  const Caller nameless{caller(at_).by, {}};
  opened(at_).write(asked(nameless, "forget"),
                    [&](Session& s) { report = s.persons.forget(person); });
  report.scrubbed = opened(at_).alone([&](Session& s) { return s.database->scrub(); });
  report.backups = backups_of(opened(at_).absolute());
  return report;
}

Absence People::away(std::string_view who, Day first, std::optional<Day> last) const {
  return write(at_, asked(at_, "away(who, first, last)", who, first, last),
               [&](Session& s) { return Presence(s).away(who, first, last); });
}

Absence People::end_absence(AbsenceId absence, Day last) const {
  return write(at_, asked(at_, "end_absence(absence, last)", absence, last),
               [&](Session& s) { return Presence(s).end_absence(absence, last); });
}

void People::cancel_absence(AbsenceId absence) const {
  write(at_, asked(at_, "cancel_absence(absence)", absence),
        [&](Session& s) { Presence(s).cancel(absence); });
}

}  // namespace huddlekit
