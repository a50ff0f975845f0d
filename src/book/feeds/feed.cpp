// The coming weeks as a calendar feed, and what the book keeps to say when that has changed.
#include "huddlekit/feed.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "book/agendas/agendas.hpp"
#include "book/impl.hpp"
#include "core/text/fnv.hpp"
#include "huddlekit/errors.hpp"
#include "render/feed/feed_event.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

constexpr days kPast{7};
constexpr days kUnlessToldAhead{28};
constexpr days kCancelledShown{30};
constexpr std::chrono::minutes kUsualLength{10};
const auto& kEnglish = sentences::catalogue("en");

/// Of all that an event says, in English: the same change is one change in every language. Kept in
/// the book, so it must stay as it is.
std::int64_t hash_of(const FeedEvent& event) {
  Fnv hash;
  const auto add = [&](std::string_view text) {
    hash.add(text);
    hash.add(static_cast<unsigned char>(0xff));  // no byte of UTF-8: where one text ends
  };
  add(to_string(event.starts));
  add(std::to_string(event.length.count()));
  for (const auto* text : {&event.zone, &event.summary, &event.description}) add(*text);
  add(std::to_string(static_cast<int>(event.status)));
  return hash.get();
}

bool has(const std::vector<Id>& ids, Id id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

struct FeedText {
  std::string ics;
  std::vector<FeedStamp> changed;  // to be kept
  FeedPlans::Version version{};    // of what it says
};

/// A feed in the making.
class Feed {
 public:
  /// @param keeps  whether the book can keep what the feed says.
  Feed(Session& session, FeedPlans& plans, const FeedOptions& options, bool keeps)
      : s_(session),
        calendar_(session),
        agendas_(session),
        plans_(plans),
        options_(options),
        keeps_(keeps) {
    agendas_.keep_sentences();
    if (!options.person.empty()) person_ = s_.playbook.person(options.person);
    std::vector<std::string> keys{options.team};
    if (options.team.empty()) keys = s_.playbook.rulebook().team_keys;
    for (const auto& key : keys) teams_.push_back(&s_.playbook.team(key));
    set_range();
    known_ = s_.feeds.between(from_, until_);
    for (const auto* team : teams_) look_ahead(*team);
    add_planned();
    for (const auto* team : teams_) add_stored(*team);
    add_vanished();
    for (auto& entry : entries_) settle(entry);
  }

  [[nodiscard]] FeedText text() {
    std::erase_if(entries_, [&](const Entry& entry) { return is_forgotten(entry.stamp); });
    std::vector<FeedEvent> events;
    for (auto& entry : entries_) events.push_back(std::move(entry.event));
    std::sort(events.begin(), events.end(), [](const FeedEvent& a, const FeedEvent& b) {
      return std::tie(a.starts, a.uid) < std::tie(b.starts, b.uid);
    });
    return {to_ics(events, {.name = name(), .alarm = options_.alarm}), std::move(changed_),
            plans_.version()};
  }

 private:
  struct Entry {
    FeedStamp stamp;
    FeedEvent event;
    std::string role;  // what the person does there of whom this is the feed
  };

  [[nodiscard]] static std::string id_of(const StoredTeam& team, const Slot& slot) {
    return huddle_id(team.team.key, slot.rule_day(), slot.meeting->key);
  }
  [[nodiscard]] static std::string id_of(const StoredTeam& team, const HuddleRow& row) {
    return huddle_id(team.team.key, row.rule_day(), row.meeting);
  }

  void set_range() {
    Day first = Day::max();
    for (const auto* team : teams_) {
      const Day today = today_[team->id] = s_.today(*team);
      by_today_[today].push_back(team);
      first = std::min(first, today);
    }
    if (teams_.empty()) first = Day{std::chrono::floor<days>(s_.now()).time_since_epoch()};
    from_ = options_.start.value_or(first - kPast);
    until_ = options_.end.value_or(std::max(first + kUnlessToldAhead, from_));
    if (until_ < from_ || until_ > first + kPlanAhead) {
      throw InvalidArgument("end: must be from " + to_string(from_) + " to " +
                            to_string(first + kPlanAhead) + ", got " + to_string(until_));
    }
  }

  /// Notes who is expected at which huddle from today on.
  void look_ahead(const StoredTeam& team) {
    const Day today = today_[team.id];
    const auto crew = load_crew(s_, team, today, until_);
    for (Day day = today; day < until_; day += days{1}) {
      for (const auto& slot : slots_on(team, day)) {
        auto& there = expected_[id_of(team, slot)];
        there = expected_ids(crew, slot.day, *slot.meeting);
        if (!person_ || has(there, *person_)) meeting_.insert(team.id);
      }
    }
  }

  /// What is planned, played from today on, so that the same huddle is the same in every feed.
  void add_planned() {
    for (const auto& [today, teams] : by_today_) {
      if (until_ <= today) continue;
      const FeedPlans::Range range{today, until_};
      std::vector<const StoredTeam*> unplanned;
      for (const auto* team : teams) {
        if (!meeting_.contains(team->id)) continue;
        if (const auto* known = plans_.find(team->id, range, s_.language->tag)) {
          add_all(*known);
        } else {
          unplanned.push_back(team);
        }
      }
      if (unplanned.empty()) continue;
      std::map<Id, std::vector<ToldHuddle>> planned;
      for (const auto* team : unplanned) planned[team->id];
      agendas_.plan(unplanned, today, until_, [&](const Agenda& agenda) {
        if (agenda.published) return;
        const auto& team = s_.playbook.team(agenda.team);
        planned[team.id].push_back(told(agenda, team, expected_[agenda.id]));
      });
      for (auto& [team, told] : planned) {
        add_all(told);
        plans_.keep(team, range, s_.language->tag, std::move(told));
      }
    }
  }

  void add_all(const std::vector<ToldHuddle>& told) {
    for (const auto& huddle : told) {
      if (huddle.stamp.day >= from_) add(huddle);
    }
  }

  /// What is published or cancelled already.
  void add_stored(const StoredTeam& team) {
    for (const auto& row : s_.huddles.between(team.id, from_, until_)) {
      const auto id = id_of(team, row);
      stored_.insert(id);
      const auto there = expected_at(team, row);
      if (person_ && !has(there, *person_)) continue;
      if (row.state != HuddleState::kCancelled) {
        add(told(agendas_.stored(team, row), team, there));
      } else if (row.day >= today_[team.id] || known_.contains(id)) {
        add_cancelled(stamp_of(cancelled_head(team, row), team, there));
      }
    }
  }

  [[nodiscard]] std::vector<Id> expected_at(const StoredTeam& team, const HuddleRow& row) {
    if (row.revision > 0) return row.expected;
    const auto& meetings = team.team.meetings;
    const auto meeting = std::ranges::find(meetings, row.meeting, &Meeting::key);
    if (meeting == meetings.end()) return {};
    return expected_ids(load_crew(s_, team, row.day, row.day + days{1}), row.day, *meeting);
  }

  /// What feeds have said and the calendar says no more: a rule or the playbook has changed.
  void add_vanished() {
    for (const auto& [id, stamp] : known_) {
      if (stored_.contains(id) || expected_.contains(id)) continue;
      if (person_ && !has(stamp.expected, *person_)) continue;
      const auto& team = s_.playbook.team(stamp.team);
      if (!options_.team.empty() && team.team.key != options_.team) continue;
      // A team under a new key has new huddles; the old ones just go. And what was planned for a
      // day that is over was not cancelled.
      if (!id.starts_with(team.team.key + "/")) continue;
      if (!stamp.cancelled && stamp.day < s_.today(team)) continue;
      if (!takes_place(id)) add_cancelled(stamp);
    }
  }

  /// On another day than the feed last said, outside of its range.
  [[nodiscard]] bool takes_place(const std::string& id) {
    try {
      const auto found = calendar_.named(id);
      return !found.row || found.row->state != HuddleState::kCancelled;
    } catch (const NotFound&) {
      return false;
    }
  }

  /// What is left to say of a huddle that was cancelled.
  [[nodiscard]] Agenda cancelled_head(const StoredTeam& team, const HuddleRow& row) {
    if (row.revision > 0) return agendas_.stored(team, row);
    Agenda head{.id = id_of(team, row),
                .team = team.team.key,
                .team_name = team.team.name,
                .day = row.day,
                .starts = row.starts,
                .zone = team.team.zone,
                .timebox = kUsualLength};
    for (const auto& meeting : team.team.meetings) {
      if (meeting.key != row.meeting) continue;
      head.timebox = meeting.timebox;
      if (team.team.meetings.size() > 1) head.huddle_name = meeting.name;
    }
    return head;
  }

  [[nodiscard]] static FeedStamp stamp_of(const Agenda& agenda, const StoredTeam& team,
                                          const std::vector<Id>& expected) {
    return {.huddle = agenda.id,
            .team = team.id,
            .day = agenda.day,
            .starts = agenda.starts,
            .length = agenda.timebox,
            .zone = agenda.zone,
            .title = detail::event_title(agenda),
            .expected = expected};
  }

  [[nodiscard]] FeedEvent event_in(const sentences::Catalogue& language, Agenda agenda) {
    agendas_.say(agenda, language);
    return detail::event_of(agenda, token_);
  }

  [[nodiscard]] ToldHuddle told(const Agenda& agenda, const StoredTeam& team,
                                const std::vector<Id>& expected) {
    const auto key = [](const std::optional<Person>& who) { return who ? who->key : ""; };
    auto stamp = stamp_of(agenda, team, expected);
    auto event = event_in(kEnglish, agenda);
    stamp.hash = hash_of(event);
    if (s_.language != &kEnglish) event = event_in(*s_.language, agenda);
    return {std::move(stamp), std::move(event), key(agenda.facilitator),
            key(agenda.customers_seat)};
  }

  void add(const ToldHuddle& huddle) {
    if (person_ && !has(huddle.stamp.expected, *person_)) return;
    auto& entry = entries_.emplace_back(Entry{huddle.stamp, huddle.event, {}});
    if (!person_) return;
    if (huddle.leader == options_.person) {
      entry.role = say_("feed.you_lead");
    } else if (huddle.seat == options_.person) {
      entry.role = say_("feed.you_have_the_seat");
    }
  }

  void add_cancelled(FeedStamp stamp) {
    stamp.cancelled = true;
    FeedEvent event{.uid = stamp.huddle + "@" + token_,
                    .starts = stamp.starts,
                    .length = stamp.length,
                    .zone = stamp.zone,
                    .summary = sentences::Say(kEnglish)("feed.cancelled", stamp.title),
                    .status = EventStatus::kCancelled};
    stamp.hash = hash_of(event);
    event.summary = say_("feed.cancelled", stamp.title);
    entries_.push_back({std::move(stamp), std::move(event), {}});
  }

  /// Gives the event its sequence and time of change. The feed's own way of putting things, such as
  /// "you lead", comes after that: it would otherwise be a change each time another feed is read.
  void settle(Entry& entry) {
    auto& stamp = entry.stamp;
    const auto known = known_.find(stamp.huddle);
    if (known == known_.end()) {
      stamp.sequence = 0;
      stamp.modified = keeps_ ? s_.now() : detail::assumed_change(stamp.starts, 0);
    } else {
      const auto& before = known->second;
      const bool same = before.hash == stamp.hash;
      stamp.sequence = before.sequence + (same ? 0 : 1);
      stamp.modified = same     ? before.modified
                       : keeps_ ? std::max(s_.now(), before.modified)
                                : before.modified + std::chrono::seconds{1};
    }
    if (known == known_.end() || known->second != stamp) changed_.push_back(stamp);
    entry.event.sequence = stamp.sequence;
    entry.event.modified = stamp.modified;
    if (!entry.role.empty()) entry.event.summary += " · " + entry.role;
  }

  [[nodiscard]] bool is_forgotten(const FeedStamp& stamp) const {
    const auto known = known_.find(stamp.huddle);
    return stamp.cancelled && known != known_.end() && known->second.cancelled &&
           s_.now() >= stamp.modified + kCancelledShown;
  }

  [[nodiscard]] std::string name() {
    std::string name;
    if (person_) name = s_.playbook.shown(*person_).name;
    if (!options_.team.empty()) {
      name += (name.empty() ? "" : ", ") + teams_.front()->team.name;
    }
    const auto& organisation = s_.playbook.rulebook().organisation;
    if (name.empty() && organisation) name = organisation->name;
    return name.empty() ? say_("feed.huddles") : say_("feed.huddles_of", name);
  }

  Session& s_;
  Calendar calendar_;
  Agendas agendas_;
  FeedPlans& plans_;
  const FeedOptions& options_;
  bool keeps_;
  sentences::Say say_{*s_.language};
  std::optional<Id> person_;
  std::string token_ = s_.feeds.token();
  std::vector<const StoredTeam*> teams_;
  std::map<Id, Day> today_;
  std::map<Day, std::vector<const StoredTeam*>> by_today_;
  Day from_, until_;
  std::map<std::string, FeedStamp> known_;
  std::map<std::string, std::vector<Id>> expected_;  // by huddle, of the calendar from today on
  std::set<Id> meeting_;                             // teams that have any of those for this feed
  std::set<std::string> stored_;                     // huddles published or cancelled
  std::vector<Entry> entries_;
  std::vector<FeedStamp> changed_;
};

}  // namespace

std::string Book::feed(const FeedOptions& options) const {
  check_door("start, end", options.start, options.end);
  // Mostly nothing has changed, and then it needs no write lock.
  const bool keeps = !opened(at_).read_only();
  const auto make = [&](Session& s, FeedPlans& plans) {
    return Feed(s, plans, options, keeps).text();
  };
  auto made = opened(at_).read_feeds(in_language(at_, make));
  if (made.changed.empty() || !keeps) return std::move(made.ics);
  return opened(at_).write([&](Session& s) {
    if (!opened(at_).still(made.version, s)) {
      FeedPlans none;
      made = in_language(at_, make)(s, none);
    }
    for (const auto& stamp : made.changed) s.feeds.save(stamp);
    return std::move(made.ics);
  });
}

}  // namespace huddlekit
