// Who comes, who does not, and what they have heard.
#include "book/turns/presence.hpp"

#include <algorithm>
#include <set>

#include "book/impl.hpp"
#include "core/sentences/agenda_sentences.hpp"
#include "core/text/csv.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {

using std::chrono::days;

namespace {

std::string said(const PresenceStore::Absence& a) {
  return to_string(a.first) + (a.last == kNoLastDay ? " on" : " to " + to_string(a.last));
}

}  // namespace

Absence Presence::shown(const PresenceStore::Absence& a) {
  return {AbsenceId(a.id), s_.playbook.shown(a.person), a.first,
          a.last == kNoLastDay ? std::nullopt : std::optional(a.last)};
}

void Presence::check_days(const PresenceStore::Absence& a) {
  if (a.last < a.first) {
    throw InvalidArgument("last: must not be before " + to_string(a.first) + ", got " +
                          to_string(a.last));
  }
  for (const auto& other : s_.presence.absences_of(a.person, a.first, a.last)) {
    if (other.id == a.id) continue;
    throw Conflict("first: " + s_.playbook.shown(a.person).key + " is away already from " +
                   said(other) + ", got " + said(a));
  }
}

PresenceStore::Absence Presence::absence(Id id) {
  if (auto found = s_.presence.find_absence(id)) return *found;
  throw NotFound("absence: no such absence, got " + std::to_string(id));
}

Absence Presence::away(std::string_view who, Day first, std::optional<Day> last) {
  PresenceStore::Absence absence{
      .person = s_.playbook.person(who), .first = first, .last = last.value_or(kNoLastDay)};
  check_days(absence);
  absence.id = s_.presence.add(absence);
  return shown(absence);
}

Absence Presence::end_absence(Id id, Day last) {
  auto changed = absence(id);
  changed.last = last;
  check_days(changed);
  s_.presence.end(changed);
  return shown(changed);
}

void Presence::cancel(Id id) { s_.presence.remove_absence(absence(id).id); }

int Presence::load_roster(const StoredTeam& team, const std::vector<RosterLine>& lines) {
  std::map<PresenceStore::HuddleKey, std::vector<Id>> huddles_named;
  std::vector<std::string> known;
  for (const auto& meeting : team.team.meetings) known.push_back(meeting.key);
  for (const auto& line : lines) {
    auto key = line.huddle;
    if (key.empty() && known.size() == 1) key = known.front();
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      throw NotFound("huddle: " + team.team.key + " has no such huddle, got " + in_quotes(key) +
                     did_you_mean(key, known));
    }
    auto& people = huddles_named[{line.day, key}];
    const Id person = s_.playbook.person(line.member);
    if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
  }
  for (const auto& [huddle, people] : huddles_named)
    s_.presence.set_roster(team.id, huddle, people);
  return static_cast<int>(huddles_named.size());
}

std::vector<ExposureRow> Presence::exposure(const StoredTeam& team) {
  std::vector<ExposureRow> out;
  const auto hearings = s_.presence.hearings(team.id);
  for (std::size_t i = 0; i < team.people.size(); ++i) {
    const auto known = hearings.find(team.people[i]);
    for (const auto& stored : s_.playbook.rulebook().values) {
      ExposureRow row{.who = {team.team.members[i].key, team.team.members[i].name},
                      .value = stored.value.key};
      if (known != hearings.end()) {
        for (const auto& h : known->second.values) {
          if (h.value != stored.id) continue;
          row.times = h.times;
          row.behind = static_cast<double>(h.credit) / static_cast<double>(kTurn);
          row.last = h.last;
        }
      }
      out.push_back(std::move(row));
    }
  }
  return out;
}

std::string Presence::private_note(const Found& found) {
  const auto& team = *found.team;
  const Day day = found.day();
  const auto crew_then = load_crew(s_, team, day, day + days{1});
  const auto agenda = agendas_.of(found);
  const auto coming =
      found.row ? found.row->expected : expected_ids(crew_then, day, *found.slot->meeting);
  std::optional<Id> value;  // by id: the playbook may have renamed or retired it since
  if (found.row) {
    value = found.row->value;
  } else if (!agenda.value.empty()) {
    value = s_.playbook.value(agenda.value).id;
  }
  // A published huddle is booked as heard already: somebody's first time is then today's.
  const std::int64_t before = found.row ? 1 : 0;
  std::vector<std::string> unheard, first_time;
  for (const Id id : coming) {
    const auto& name = s_.playbook.shown(id).name;
    const auto known = crew_then.hearings.find(id);
    std::int64_t times = 0;
    if (known != crew_then.hearings.end()) {
      for (const auto& h : known->second.values) {
        if (h.value == value) times = h.times;
      }
    }
    if (value && times <= before) unheard.push_back(name);
    if (known == crew_then.hearings.end() || known->second.huddles <= before) {
      first_time.push_back(name);
    }
  }
  std::vector<std::string> missing;
  if (found.slot) {
    for (const Id id : absentees(crew_then, day, *found.slot->meeting)) {
      missing.push_back(s_.playbook.shown(id).name);
    }
  }
  return s_.said(sentences::private_note(agenda.value_name, unheard, first_time, missing) +
                 recognition_note(team, crew_then, coming, day));
}

/// Who has not been thanked for long, and which teams below wait for an answer.
std::string Presence::recognition_note(const StoredTeam& team, const Crew& crew_then,
                                       const std::vector<Id>& coming, Day day) {
  constexpr days kLong{60};
  constexpr std::int64_t kSettled = 20;  // huddles: before that nobody can be overlooked
  constexpr std::size_t kMostNames = 3;
  std::string out;
  const auto thanked = s_.shares.thanked(team.people, day);
  const auto wishes = s_.consents.celebrated(team.id);
  const bool thanks_at_all = std::any_of(thanked.begin(), thanked.end(),
                                         [&](const auto& t) { return t.second >= day - kLong; });
  std::vector<std::pair<Day, std::string>> overlooked;  // by when they were thanked last
  for (std::size_t i = 0; thanks_at_all && i < team.people.size(); ++i) {
    const Id id = team.people[i];
    const auto been = crew_then.hearings.find(id);
    const auto wish = wishes.find(id);
    const bool celebrated = wish == wishes.end() ? team.team.members[i].celebrated : wish->second;
    if (!celebrated || been == crew_then.hearings.end() || been->second.huddles < kSettled ||
        std::find(coming.begin(), coming.end(), id) == coming.end()) {
      continue;
    }
    const auto last = thanked.find(id);
    if (last != thanked.end() && last->second >= day - kLong) continue;
    overlooked.emplace_back(last == thanked.end() ? Day{} : last->second,
                            s_.playbook.shown(id).name);
  }
  std::stable_sort(overlooked.begin(), overlooked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (overlooked.size() > kMostNames) overlooked.resize(kMostNames);
  std::vector<std::string> names, below;
  for (auto& [last, name] : overlooked) names.push_back(std::move(name));
  if (!names.empty()) out += sentences::phrase("note.not_thanked", names) + "\n";
  for (const auto& h : s_.hand_offs.waiting(team.id, day + days{1})) {
    if (h.due && std::find(below.begin(), below.end(), h.team) == below.end()) {
      below.push_back(h.team);
    }
  }
  if (!below.empty()) out += sentences::phrase("note.waiting_below", below) + "\n";
  return out;
}

std::vector<Person> Presence::expected(std::string_view id) {
  const auto found = Calendar(s_).named(id);
  const auto& team = *found.team;
  std::vector<Person> out;
  if (found.row && found.row->revision > 0) {
    for (const Id person : found.row->expected) out.push_back(s_.playbook.shown(person));
  } else if (found.slot) {
    const auto& slot = *found.slot;
    const auto crew_then = load_crew(s_, team, slot.day, slot.day + days{1});
    for (const Id person : expected_ids(crew_then, slot.day, *slot.meeting)) {
      out.push_back(s_.playbook.shown(person));
    }
  }
  return out;
}

std::vector<Person> Huddle::expected() const {
  return read(at_, [&](Session& s) { return Presence(s).expected(id_); });
}

std::vector<RosterLine> parse_roster(std::string_view csv, const std::string& name) {
  const std::vector<std::string> header{"date", "huddle", "member"};
  std::vector<Problem> problems;
  std::vector<RosterLine> out;
  const auto wrong = [&](int line, const std::string& rule) {
    problems.push_back({name, line, 1, rule});
  };
  const auto whole = [](const std::vector<std::string>& cells) {
    std::string row;
    for (const auto& cell : cells) row += (&cell == &cells.front() ? "" : ",") + cell;
    return in_quotes(row);
  };
  bool first = true;
  for (const auto& [line, cells] : read_csv(csv, name, 4u << 20)) {
    if (cells.size() != header.size()) {
      wrong(line, "must have three columns, got " + whole(cells));
    } else if (first) {
      if (cells != header) {
        wrong(line, "must begin with the header date,huddle,member, got " + whole(cells));
      }
    } else {
      try {
        out.push_back({parse_day(cells[0]), cells[1], cells[2]});
      } catch (const InvalidArgument& e) {
        wrong(line, e.what());
      }
      if (cells[2].empty()) wrong(line, "member: must not be empty");
    }
    first = false;
  }
  if (out.empty() && problems.empty()) wrong(1, "must hold at least one line below the header");
  if (!problems.empty()) throw ParseError(problems);
  return out;
}

}  // namespace huddlekit
