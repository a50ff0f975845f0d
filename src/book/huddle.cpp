// One huddle: which session a call works with, and which service answers it. Holding it is in
// holding/.
#include "huddlekit/huddle.hpp"

#include "book/agendas/publish.hpp"
#include "book/agendas/revisions.hpp"
#include "book/holding/outcomes.hpp"
#include "book/impl.hpp"
#include "book/turns/turns.hpp"
#include "core/text/text.hpp"

namespace huddlekit {

Huddle::Huddle(const Book& book, std::string id) : at_(book.at_), id_(std::move(id)) {}

CalendarEntry Huddle::entry() const {
  return read(at_, [&](Session& s) {
    Calendar calendar(s);
    return calendar.huddle(calendar.named(id_));
  });
}

std::optional<Agenda> Huddle::agenda() const {
  return read(at_, [&](Session& s) {
    const auto found = Calendar(s).named(id_);
    return found.cancelled() ? std::nullopt : std::optional(Agendas(s).of(found));
  });
}

std::optional<Agenda> Huddle::publish() const {
  return huddlekit::publish(at_, asked(at_, "publish(huddle)", id_), [&](Session& s) {
    auto found = std::optional(Calendar(s).named(id_));
    return found->cancelled() ? std::nullopt : found;
  });
}

Turn Huddle::skip(Role role, std::string_view reason) const {
  if (!reason.empty()) check_text("reason", reason, 2'000);
  return write(at_, asked(at_, "skip(huddle, role, reason)", id_, role, reason), [&](Session& s) {
    if (!reason.empty()) (void)Calendar(s).named(id_).stored();  // there it is shown
    return TurnsAhead(s).skip(id_, role, reason);
  });
}

CalendarEntry Huddle::move(LocalTime to, std::string_view reason) const {
  return write(at_, asked(at_, "move(huddle, to, reason)", id_, to, reason),
               [&](Session& s) { return Revisions(s).move(id_, to, reason); });
}

std::vector<Agenda> Huddle::revisions() const {
  return read(at_, [&](Session& s) {
    const auto found = Calendar(s).named(id_);
    std::vector<Agenda> out;
    for (int n = 1; found.row && n <= found.row->revision; ++n) {
      out.push_back(Agendas(s).stored(*found.team, *found.row, n));
    }
    return out;
  });
}

Agenda Huddle::revise(std::string_view reason, const std::vector<std::string>& away) const {
  check_text("reason", reason, 2'000);
  return write(at_, asked(at_, "revise(huddle, reason, away)", id_, reason, away),
               [&](Session& s) { return Revisions(s).revise(id_, reason, away); });
}

void Huddle::complete() const { complete(Outcome{}); }

void Huddle::complete(const Outcome& outcome) const {
  write(at_, asked(at_, "complete(huddle, outcome)", id_, outcome),
        [&](Session& s) { Outcomes(s).complete(id_, outcome, s.now(), false); });
}

void Huddle::amend(const Outcome& outcome) const {
  write(at_, asked(at_, "amend(huddle, outcome)", id_, outcome),
        [&](Session& s) { Outcomes(s).complete(id_, outcome, s.now(), true); });
}

void Huddle::cancel(std::string_view reason) const {
  write(at_, asked(at_, "cancel(huddle, reason)", id_, reason),
        [&](Session& s) { Revisions(s).cancel(id_, reason); });
}

std::vector<Turn> Huddle::swap(Role role, std::string_view with) const {
  return write(at_, asked(at_, "swap(huddle, role, with)", id_, role, with),
               [&](Session& s) { return TurnsAhead(s).swap(id_, role, with); });
}

}  // namespace huddlekit
