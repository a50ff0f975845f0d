#include "core/agenda/compose.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/agenda/compose_people.hpp"
#include "core/agenda/compose_stories.hpp"
#include "core/agenda/monthly.hpp"
#include "core/sentences/agenda_sentences.hpp"
#include "core/text/names.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using sentences::person;
using sentences::phrase;
using std::chrono::seconds;

constexpr std::size_t kMostNotes = 6;
constexpr seconds kPerSpeaker{25};

/// The next prompt: none returns before all that fit have been used. Within such a pass, the one
/// that most of those expected have not heard; then the longest unused. Teams start at different
/// places, so that neighbours do not all talk about the same one.
const PromptUse* choose_prompt(const Facts& facts, Id team_spread, std::int64_t& pass) {
  const auto& prompts = facts.prompts;
  for (const auto& use : prompts) pass = std::max(pass, use.pass);
  if (std::all_of(prompts.begin(), prompts.end(), [&](auto& use) { return use.pass == pass; })) {
    ++pass;  // all used: the next pass begins
  }
  const PromptUse* best = nullptr;
  std::tuple<std::ptrdiff_t, std::int64_t, std::size_t> best_rank;
  for (std::size_t i = 0; i < prompts.size(); ++i) {
    const auto& use = prompts[i];
    if (use.prompt->id == facts.kept_prompt) return &use;
    if (use.pass == pass) continue;
    const auto heard =
        std::count_if(facts.expected.begin(), facts.expected.end(), [&](const Attendee& attendee) {
          return use.heard != nullptr &&
                 std::binary_search(use.heard->begin(), use.heard->end(), attendee.id);
        });
    const std::size_t place = (i + static_cast<std::size_t>(team_spread) * 5) % prompts.size();
    const std::tuple rank{heard, use.last, place};
    if (best == nullptr || rank < best_rank) {
      best = &use;
      best_rank = rank;
    }
  }
  return best;
}

class Composer {
 public:
  explicit Composer(Facts& facts)
      : f_(facts),
        today_(facts.head.day),
        template_(facts.form == AgendaForm::kMonthly
                      ? monthly_template(facts.head.timebox, facts.expected.size())
                      : *facts.segments) {}

  Composition run() {
    set_eligible(f_.lead, f_.expected, passed_by(f_.arranged, true));
    out_.choices.leader = choose(f_.lead, f_.expected, taken_by(f_.arranged, true), f_.kept_leader);
    const auto leader = chosen_id(f_.lead, out_.choices.leader);
    auto not_in_seat = passed_by(f_.arranged, false);
    if (leader) not_in_seat.push_back(*leader);
    set_eligible(f_.seat, f_.expected, not_in_seat);
    auto agreed_seat = taken_by(f_.arranged, false);
    if (agreed_seat == leader) agreed_seat.reset();
    out_.choices.seat = choose(f_.seat, f_.expected, agreed_seat, f_.kept_seat);
    share_time();
    auto& head = out_.draft.head = std::move(f_.head);
    out_.draft.facilitator = leader;
    if (const auto seat = chosen_id(f_.seat, out_.choices.seat);
        seat && length(SegmentKind::kSeat)) {
      out_.draft.customers_seat = seat;
    } else {
      out_.choices.seat.reset();  // no time for it: no turn is spent
    }
    if (f_.value) {
      head.value = f_.value->value->key;
      head.value_name = f_.value->value->name;
      out_.choices.value = f_.value->id;
    } else if (f_.kept_value) {
      out_.choices.value = f_.kept_value->id;  // the head names it
      out_.choices.prompt = f_.kept_prompt;
    }

    add(SegmentKind::kOpen, &Composer::open);
    const bool monthly = f_.form == AgendaForm::kMonthly;
    if (monthly) add(SegmentKind::kRound, &Composer::sharing);
    add(SegmentKind::kValue, &Composer::value);
    add(SegmentKind::kWin, &Composer::win);
    add(SegmentKind::kLesson, &Composer::lesson);
    add(SegmentKind::kPromises, &Composer::promises);
    if (!monthly) add(SegmentKind::kRound, &Composer::round);
    add(SegmentKind::kSeat, &Composer::seat);
    add(SegmentKind::kClose, &Composer::close);
    finish_early();
    out_.lead = std::move(f_.lead);
    out_.seat = std::move(f_.seat);
    out_.source = std::move(f_.source);
    return std::move(out_);
  }

 private:
  using Fill = void (Composer::*)(DraftSegment&);

  static std::optional<Id> chosen_id(const Rota& rota, std::optional<std::size_t> index) {
    return index ? std::optional(rota.candidates[*index].id) : std::nullopt;
  }

  [[nodiscard]] std::optional<seconds> length(SegmentKind kind) const {
    return lengths_[static_cast<std::size_t>(kind)];
  }

  [[nodiscard]] bool has_content(SegmentKind kind) const {
    switch (kind) {
      case SegmentKind::kValue:
        return f_.value || f_.kept_value;
      case SegmentKind::kWin:
        return has_wins(f_);
      case SegmentKind::kLesson:
        return has_lesson(f_);
      case SegmentKind::kPromises:
        return has_promises(f_);
      case SegmentKind::kRound:
        return f_.expected.size() > (f_.form == AgendaForm::kMonthly ? 0 : 1);
      case SegmentKind::kSeat:
        return out_.choices.seat.has_value();
      default:
        return true;
    }
  }

  void share_time() {
    std::vector<Timebox::Request> requests;
    std::vector<std::size_t> slots;
    for (std::size_t i = 0; i < template_.slots.size(); ++i) {
      const auto& slot = template_.slots[i];
      if (!slot.enabled || !has_content(slot.kind)) continue;
      requests.push_back(slot.request);
      slots.push_back(i);
    }
    const auto fit = Timebox(f_.head.timebox).fit(requests);
    if (!fit) {
      throw InvalidArgument("timebox: must hold the segments that are never cut, got " +
                            std::to_string(f_.head.timebox.count()) + " s");
    }
    for (std::size_t i = 0; i < slots.size(); ++i) lengths_[slots[i]] = (*fit)[i];
  }

  void add(SegmentKind kind, Fill fill) {
    const auto given = length(kind);
    if (!given) return;
    DraftSegment segment{.kind = kind, .title = template_[kind].title, .seconds = *given};
    (this->*fill)(segment);
    if (const auto usual = (*f_.segments)[kind].usual) {
      segment.why += (segment.why.empty() ? "" : " ") +
                     phrase("segment.usually", sentences::minutes_seconds(*usual));
    }
    out_.draft.segments.push_back(std::move(segment));
  }

  void open(DraftSegment& s) {
    if (const auto leader = out_.draft.facilitator) {
      const auto i = *out_.choices.leader;
      const auto& past = f_.lead.past[i];
      const auto token = person(f_.lead.candidates[i].id);
      s.who = {*leader};
      s.text = phrase("open.leads", token);
      const auto pool = std::count_if(f_.lead.candidates.begin(), f_.lead.candidates.end(),
                                      [](const Candidate& c) { return c.eligible; });
      const Id id = f_.lead.candidates[i].id;
      s.why = taken_by(f_.arranged, true) == id ? phrase("turn.agreed")
              : f_.kept_leader == id            ? phrase("turn.kept")
                                     : sentences::why_leader(token, past.turns, past.last, today_,
                                                             static_cast<std::size_t>(pool));
    } else {
      s.text = phrase("open.nobody_leads");
      s.why = sentences::why_nobody_leads(f_.expected.size());
    }
    if (f_.moved) s.text += " " + sentences::moved(f_.moved->from, today_, f_.moved->why);
    if (f_.moved_by_clock_change) {
      s.text +=
          " " + phrase("open.clocks_jump", sentences::time_of_day(out_.draft.head.local_start));
    }
    if (!f_.away.empty()) s.text += " " + phrase("open.away", tokens(f_.away), f_.away.size());
    for (const auto& note : f_.notes) {
      if (s.points.size() == kMostNotes) break;
      s.points.push_back(
          {note.source.empty() ? phrase("open.note_today") : note.source, note.text});
    }
    say_what_is_left(s, f_.notes.size());
  }

  void value(DraftSegment& s) {
    if (f_.kept_value) {
      const auto given = s.seconds;
      s = f_.kept_value->segment;
      s.seconds = given;
      return;
    }
    const auto& v = *f_.value;
    if (s.title.empty()) s.title = v.value->name;
    s.text = v.value->statement;
    if (const auto n = static_cast<std::int64_t>(v.value->behaviours.size()); n > 0) {
      s.points.push_back({phrase("value.see_it"),
                          v.value->behaviours[static_cast<std::size_t>((v.turn - 1) % n)]});
    }
    if (const auto* use = choose_prompt(f_, spread(), out_.choices.prompt_pass)) {
      s.points.push_back(
          {phrase(sentences::talk(use->prompt->prompt.kind)), use->prompt->prompt.text});
      out_.choices.prompt = use->prompt->id;
    }
    if (!f_.first_weeks.empty()) {
      s.points.push_back({phrase("value.first_weeks"),
                          sentences::newcomers(tokens(f_.first_weeks),
                                               f_.coach ? person(*f_.coach) : "", v.value->name)});
    }
    if (const auto& g = f_.goal) {
      s.points.push_back(
          {g->theme, sentences::goal(g->goal, g->wins, g->target, g->until, today_)});
    }
    s.why = sentences::why_value(v.turn, v.last, today_, v.weight, v.weights, v.theme);
    if (v.turn > 1 && !v.never.empty()) {
      s.why += " " + phrase("value.not_heard", v.never.size(), f_.expected.size());
    }
  }

  /// Different for every team and the same every day: sum of the key's bytes.
  [[nodiscard]] Id spread() const {
    Id sum = 0;
    for (const char c : out_.draft.head.team) sum += static_cast<unsigned char>(c);
    return sum;
  }

  void win(DraftSegment& s) { tell_wins(s, f_, today_, out_.choices); }
  void lesson(DraftSegment& s) { tell_lesson(s, f_, today_, out_.choices); }
  void promises(DraftSegment& s) { tell_promises(s, f_, today_, out_.choices); }

  void round(DraftSegment& s) {
    const auto n = f_.expected.size();
    const auto time_for =
        static_cast<std::size_t>(std::max<std::int64_t>(1, s.seconds / kPerSpeaker));
    const auto speakers = std::min(n, time_for);
    if (speakers < n) {
      const auto start = static_cast<std::size_t>(f_.huddles_before) * speakers;
      for (std::size_t i = 0; i < speakers; ++i) {
        s.who.push_back(f_.expected[(start + i) % n].id);
      }
    }
    s.text = phrase("round.ask");
    const auto stuck = std::count_if(f_.hand_offs.begin(), f_.hand_offs.end(),
                                     [](const HandOffFact& h) { return h.due.has_value(); });
    if (stuck > 0) {
      s.points.push_back({phrase("handoff.stuck_below"), phrase("handoff.waits", stuck)});
    }
    s.why = sentences::why_round(n, speakers);
  }

  void sharing(DraftSegment& s) {
    const auto n = f_.expected.size();
    const auto each = share_of_each(s.seconds, n);
    s.text = phrase("sharing.ask", sentences::minutes_seconds(each));
    s.points = {{phrase("sharing.improved"), phrase("sharing.what_improved")},
                {phrase("sharing.from_customers"), phrase("sharing.what_learned")}};
    s.why = sentences::why_sharing(n, each);
  }

  void seat(DraftSegment& s) {
    const auto i = *out_.choices.seat;
    const Id id = f_.seat.candidates[i].id;
    s.who = {id};
    s.text = sentences::seat(person(id), f_.customers);
    s.why = taken_by(f_.arranged, false) == id ? phrase("turn.agreed")
            : f_.kept_seat == id
                ? phrase("turn.kept")
                : sentences::why_seat(f_.seat.past[i].turns, f_.seat.past[i].last, today_);
  }

  void close(DraftSegment& s) {
    s.text = phrase("close.ask");
    if (f_.next) {
      Rota after = f_.lead;
      if (const auto leader = out_.choices.leader) after.take(*leader, today_);
      auto expected = f_.next->expected;
      for (auto& attendee : expected) {  // whoever is here today is no newcomer then
        attendee.newcomer = attendee.newcomer && !is_expected(f_.expected, attendee.id);
      }
      set_eligible(after, expected, passed_by(f_.next->arranged, true));
      if (const auto next =
              choose(after, expected, taken_by(f_.next->arranged, true), std::nullopt)) {
        s.points.push_back(
            {phrase("close.next_label"),
             sentences::next_leader(person(after.candidates[*next].id), f_.next->day, today_)});
      }
    }
    const auto& motto = out_.draft.head.motto;
    if (!motto.empty()) s.points.push_back({phrase("close.motto"), motto});
    s.why = phrase("close.why");
  }

  void finish_early() {
    seconds planned{};
    for (const auto& segment : out_.draft.segments) planned += segment.seconds;
    const auto box = out_.draft.head.timebox;
    if (planned == box) return;
    out_.draft.segments.push_back({.kind = SegmentKind::kFinishEarly,
                                   .title = phrase("segment.finish_early"),
                                   .text = phrase("early.ask"),
                                   .seconds = box - planned,
                                   .why = phrase("early.why", sentences::minutes_seconds(planned),
                                                 sentences::minutes_seconds(box))});
  }

  Facts& f_;
  Day today_;
  AgendaTemplate template_;
  Composition out_;
  std::array<std::optional<seconds>, 8> lengths_;
};

}  // namespace

Composition compose(Facts facts) { return Composer(facts).run(); }

}  // namespace huddlekit
