// A huddle being held: begun, taken from segment to segment, finished.
#include "book/holding/holding.hpp"

#include <algorithm>

#include "book/impl.hpp"
#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::seconds;

/// The agenda as a plan to hold. What must not be shortened or cut is as the playbook has it now.
std::vector<LiveSegment> plan_of(const Agenda& agenda, const AgendaTemplate& segments) {
  std::vector<LiveSegment> out;
  for (const auto& segment : agenda.segments) {
    if (segment.kind == SegmentKind::kFinishEarly) continue;
    const auto slot = std::ranges::find(segments.slots, segment.kind, &AgendaTemplate::Slot::kind);
    const auto request = slot == segments.slots.end() ? Timebox::Request{.min = segment.seconds}
                                                      // of another sort of meeting
                                                      : slot->request;
    out.push_back({.key = key_of(segment),
                   .planned = segment.seconds,
                   .min = std::min(request.min, segment.seconds),
                   .cut = request.cut});
  }
  return out;
}

/// Fills in what was measured where the outcome says nothing.
void fill_in(Outcome& outcome, const Live& live, Instant now) {
  const auto& state = live.state();
  if (!outcome.took)
    outcome.took = std::min(live.clock(now).elapsed, seconds{std::chrono::hours{24}});
  const bool measured = outcome.seconds.empty();
  const bool told = outcome.covered.has_value();
  if (!told) outcome.covered.emplace();
  for (std::size_t i = 0; i <= state.current; ++i) {
    const auto& segment = state.segments[i];
    if (segment.took == seconds{0}) continue;  // cut, or passed over
    if (measured)
      outcome.seconds[segment.key] = std::min(segment.took, seconds{std::chrono::hours{24}});
    if (!told) outcome.covered->push_back(segment.key);
  }
}

/// The huddle's row. @throws Conflict when it is over, NotFound when it is not published.
HuddleRow& held_row(Found& found) {
  auto& row = found.stored();
  if (row.state != HuddleState::kPublished) {
    throw Conflict("huddle " + found.id() + ": is " + name_of(row.state) + " already");
  }
  return row;
}

std::size_t segment_of(const Live& live, std::string_view key) {
  const auto& segments = live.state().segments;
  const auto segment = std::ranges::find(segments, key, &LiveSegment::key);
  if (segment != segments.end()) return static_cast<std::size_t>(segment - segments.begin());
  std::vector<std::string> known;
  for (const auto& s : segments) known.push_back(s.key);
  throw NotFound("segment: must be one of " + listed(known) + ", got " + in_quotes(key));
}

}  // namespace

LiveHuddle Holding::seen(const StoredTeam& team, const HuddleRow& row, const Live& live,
                         Instant now) {
  LiveHuddle out{agendas_.stored(team, row), live.state(), live.clock(now)};
  const auto noted = s_.lives.noted(row.id);
  if (noted.attended) {
    out.attended.emplace();
    for (const Id person : *noted.attended) out.attended->push_back(s_.playbook.shown(person));
  }
  out.lesson_rating = noted.lesson_rating;
  return out;
}

LiveHuddle Holding::begin(std::string_view id, std::optional<Instant> when) {
  const Instant at = when ? *when : s_.now();
  auto found = calendar_.named(id);
  const auto& team = *found.team;
  if (!found.row) {
    (void)agendas_.publish(team, *found.slot);
    found = calendar_.named(id);
  }
  const auto& row = held_row(found);
  if (const auto begun = s_.lives.find(row.id)) return seen(team, row, Live(*begun), at);
  Outcomes::check_has_come(id, team, row, at);
  const auto agenda = agendas_.stored(team, row);
  Live live(agenda.timebox, plan_of(agenda, agenda_template(s_.playbook.rulebook().segments)));
  live.start(at);
  s_.lives.save(row.id, live.state());
  return seen(team, row, live, at);
}

LiveHuddle Holding::hold(std::string_view id, std::optional<Instant> when,
                         const std::function<void(Live&, Instant)>& change) {
  const Instant at = when ? *when : s_.now();
  auto found = calendar_.named(id);
  const auto& team = *found.team;
  const auto& row = held_row(found);
  const auto begun = s_.lives.find(row.id);
  if (!begun) throw Conflict("huddle " + std::string(id) + ": has not begun; start it first");
  Live live(*begun);
  change(live, at);
  s_.lives.save(row.id, live.state());
  return seen(team, row, live, at);
}

LiveHuddle Holding::note(std::string_view id,
                         const std::function<void(LiveStore::Noted&, const HuddleRow&)>& change) {
  auto found = calendar_.named(id);
  const auto& team = *found.team;
  const auto& row = held_row(found);
  const auto begun = s_.lives.find(row.id);
  if (!begun) throw Conflict("huddle " + std::string(id) + ": has not begun; start it first");
  auto noted = s_.lives.noted(row.id);
  change(noted, row);
  s_.lives.note(row.id, noted);
  return seen(team, row, Live(*begun), s_.now());
}

void Holding::finish(std::string_view id, Outcome outcome, std::optional<Instant> when) {
  const Instant at = when ? *when : s_.now();
  const auto found = calendar_.named(id);
  const auto begun = found.row ? s_.lives.find(found.row->id) : std::nullopt;
  if (!begun) throw Conflict("huddle " + std::string(id) + ": has not begun; start it first");
  Live live(*begun);
  live.finish(at);
  s_.lives.save(found.row->id, live.state());
  fill_in(outcome, live, at);
  const auto noted = s_.lives.noted(found.row->id);
  if (!outcome.attended && noted.attended) {
    outcome.attended.emplace();
    for (const Id person : *noted.attended) {
      auto key = s_.playbook.shown(person).key;
      if (!key.empty()) outcome.attended->push_back(std::move(key));  // was erased since
    }
  }
  const bool reached = std::ranges::find(*outcome.covered, "lesson") != outcome.covered->end();
  if (!outcome.lesson_rating && reached) outcome.lesson_rating = noted.lesson_rating;
  outcomes_.complete(id, outcome, at, false);
}

std::optional<LiveHuddle> Holding::live(std::string_view id, std::optional<Instant> when) {
  const auto found = calendar_.named(id);
  if (!found.row || found.row->state == HuddleState::kCancelled) return std::nullopt;
  const auto begun = s_.lives.find(found.row->id);
  if (!begun) return std::nullopt;
  return seen(*found.team, *found.row, Live(*begun), when ? *when : s_.now());
}

LiveHuddle Huddle::start(std::optional<Instant> now) const {
  return write(at_, asked(at_, "start(huddle, now)", id_, now),
               [&](Session& s) { return Holding(s).begin(id_, now); });
}

LiveHuddle Huddle::next(std::optional<Instant> now) const {
  return write(at_, asked(at_, "next(huddle, now)", id_, now), [&](Session& s) {
    return Holding(s).hold(id_, now, [](Live& live, Instant at) { live.next(at); });
  });
}

LiveHuddle Huddle::pause(std::optional<Instant> now) const {
  return write(at_, asked(at_, "pause(huddle, now)", id_, now), [&](Session& s) {
    return Holding(s).hold(id_, now, [](Live& live, Instant at) { live.pause(at); });
  });
}

LiveHuddle Huddle::resume(std::optional<Instant> now) const {
  return write(at_, asked(at_, "resume(huddle, now)", id_, now), [&](Session& s) {
    return Holding(s).hold(id_, now, [](Live& live, Instant at) { live.resume(at); });
  });
}

LiveHuddle Huddle::cut(std::string_view key, bool cut, std::optional<Instant> now) const {
  return write(at_, asked(at_, "cut(huddle, segment, cut, now)", id_, key, cut, now),
               [&](Session& s) {
                 return Holding(s).hold(id_, now, [&](Live& live, Instant at) {
                   live.drop(segment_of(live, key), cut);
                   live.tick(at);
                 });
               });
}

LiveHuddle Huddle::present(const std::vector<std::string>& people) const {
  return write(at_, asked(at_, "present(huddle, people)", id_, people), [&](Session& s) {
    return Holding(s).note(id_, [&](LiveStore::Noted& noted, const HuddleRow&) {
      auto& attended = noted.attended.emplace();
      for (const auto& key : people) attended.push_back(s.playbook.person(key));
      std::ranges::sort(attended);
      attended.erase(std::unique(attended.begin(), attended.end()), attended.end());
    });
  });
}

LiveHuddle Huddle::rate_lesson(Rating rating) const {
  const auto value = static_cast<int>(rating);
  if (value < 1 || value > 4) {
    throw InvalidArgument("rating: must be between 1 and 4, got " + std::to_string(value));
  }
  return write(at_, asked(at_, "rate_lesson(huddle, rating)", id_, rating), [&](Session& s) {
    return Holding(s).note(id_, [&](LiveStore::Noted& noted, const HuddleRow& row) {
      // Refused now, not by the `finish` that would take it from here.
      if (!row.lesson) {
        throw InvalidArgument("rating: the huddle has no lesson to rate, got " +
                              std::to_string(value));
      }
      noted.lesson_rating = rating;
    });
  });
}

void Huddle::finish() const { finish(Outcome{}); }

void Huddle::finish(const Outcome& outcome, std::optional<Instant> now) const {
  write(at_, asked(at_, "finish(huddle, outcome, now)", id_, outcome, now),
        [&](Session& s) { Holding(s).finish(id_, outcome, now); });
}

std::optional<LiveHuddle> Huddle::live(std::optional<Instant> now) const {
  check_door("now", now);
  return read(at_, [&](Session& s) { return Holding(s).live(id_, now); });
}

}  // namespace huddlekit
