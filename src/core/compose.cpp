#include "core/compose.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/agenda_sentences.hpp"
#include "core/monthly.hpp"
#include "core/names.hpp"
#include "core/person_token.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using std::chrono::seconds;

constexpr std::size_t kMostStories = 3;  // in one segment: more is a list, not a talk
constexpr std::size_t kMostPromises = 6;
constexpr std::size_t kMostNotes = 6;
constexpr seconds kPerSpeaker{25};

std::vector<std::string> tokens(const std::vector<Id>& people) {
  std::vector<std::string> out;
  for (const Id id : people) out.push_back(person_token(id));
  return out;
}

Person person(Id id) { return {std::to_string(id), {}}; }

/// Marks those of `expected` who may take a turn. A newcomer does not lead in the first huddle,
/// unless all are new.
void set_eligible(Rota& rota, const std::vector<Attendee>& expected,
                  const std::vector<Id>& except) {
  const bool all_new =
      std::all_of(expected.begin(), expected.end(), [](const Attendee& a) { return a.newcomer; });
  std::size_t next =
      0;  // both are in the team's order, so one pass is enough when nobody is missing
  for (auto& candidate : rota.candidates) {
    candidate.eligible = false;
    for (std::size_t tried = 0; tried < expected.size(); ++tried) {
      const auto& attendee = expected[(next + tried) % expected.size()];
      if (attendee.id != candidate.id) continue;
      candidate.eligible = attendee.leads && (all_new || !attendee.newcomer) &&
                           std::find(except.begin(), except.end(), attendee.id) == except.end();
      next = (next + tried + 1) % expected.size();
      break;
    }
  }
}

/// Who passes this turn by agreement.
std::vector<Id> passed_by(const std::vector<Arrangement>& arranged, bool lead) {
  std::vector<Id> out;
  for (const auto& a : arranged) {
    if (a.lead == lead && !a.takes) out.push_back(a.person);
  }
  return out;
}

/// Who takes this turn by agreement.
std::optional<Id> taken_by(const std::vector<Arrangement>& arranged, bool lead) {
  for (const auto& a : arranged) {
    if (a.lead == lead && a.takes) return a.person;
  }
  return std::nullopt;
}

std::optional<std::size_t> index_of(const Rota& rota, std::optional<Id> id) {
  if (!id) return std::nullopt;
  for (std::size_t i = 0; i < rota.candidates.size(); ++i) {
    if (rota.candidates[i].id == *id) return i;
  }
  return std::nullopt;
}

bool is_expected(const std::vector<Attendee>& expected, Id id) {
  return std::any_of(expected.begin(), expected.end(),
                     [&](const Attendee& a) { return a.id == id; });
}

/// Whoever was agreed on, or named by an earlier revision, while still here; else whose turn it is.
std::optional<std::size_t> choose(const Rota& rota, const std::vector<Attendee>& expected,
                                  std::optional<Id> agreed, std::optional<Id> kept) {
  if (agreed && is_expected(expected, *agreed)) {
    if (const auto index = index_of(rota, agreed)) return index;
  }
  const auto index = index_of(rota, kept);
  if (index && rota.candidates[*index].eligible) return index;
  return largest_credit(rota.candidates);
}

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
    for (const auto& story : f_.stories) {
      (story.kind == StoryKind::kMiss ? misses_ : wins_).push_back(&story);
    }

    share_time();
    auto& agenda = out_.agenda = std::move(f_.head);
    if (leader) agenda.facilitator = person(*leader);
    if (const auto seat = chosen_id(f_.seat, out_.choices.seat);
        seat && length(SegmentKind::kSeat)) {
      agenda.customers_seat = person(*seat);
    } else {
      out_.choices.seat.reset();  // no time for it: no turn is spent
    }
    if (f_.value) {
      agenda.value = f_.value->value->key;
      agenda.value_name = f_.value->value->name;
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
    return std::move(out_);
  }

 private:
  using Fill = void (Composer::*)(Segment&);

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
        return !wins_.empty();
      case SegmentKind::kLesson:
        return !misses_.empty() || !f_.lessons.empty();
      case SegmentKind::kPromises:
        return !f_.commitments.empty();
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
    Segment segment{.kind = kind, .title = template_[kind].title, .seconds = *given};
    (this->*fill)(segment);
    if (const auto usual = (*f_.segments)[kind].usual) {
      segment.why += (segment.why.empty() ? "" : " ") + sentences::usually(*usual);
    }
    out_.agenda.segments.push_back(std::move(segment));
  }

  void open(Segment& s) {
    const auto& leader = out_.agenda.facilitator;
    if (leader) {
      const auto i = *out_.choices.leader;
      const auto& past = f_.lead.past[i];
      const auto token = person_token(f_.lead.candidates[i].id);
      s.who = {*leader};
      s.text = sentences::leads_today(token);
      const auto pool = std::count_if(f_.lead.candidates.begin(), f_.lead.candidates.end(),
                                      [](const Candidate& c) { return c.eligible; });
      const Id id = f_.lead.candidates[i].id;
      s.why = taken_by(f_.arranged, true) == id ? sentences::why_agreed()
              : f_.kept_leader == id            ? sentences::why_kept()
                                     : sentences::why_leader(token, past.turns, past.last, today_,
                                                             static_cast<std::size_t>(pool));
    } else {
      s.text = sentences::nobody_leads();
      s.why = sentences::why_nobody_leads(f_.expected.size());
    }
    if (f_.moved) s.text += " " + sentences::moved(f_.moved->from, today_, f_.moved->why);
    if (f_.moved_by_clock_change) {
      s.text += " " + sentences::clocks_jump(out_.agenda.local_start);
    }
    if (!f_.away.empty()) s.text += " " + sentences::away(tokens(f_.away));
    for (const auto& note : f_.notes) {
      if (s.points.size() == kMostNotes) break;
      s.points.push_back({sentences::from(note.from), note.text});
    }
    say_what_is_left(s, f_.notes.size());
  }

  void value(Segment& s) {
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
      s.points.push_back(
          {sentences::kSeeIt, v.value->behaviours[static_cast<std::size_t>((v.turn - 1) % n)]});
    }
    if (const auto* use = choose_prompt(f_, spread(), out_.choices.prompt_pass)) {
      s.points.push_back(
          {sentences::talk(name_of(use->prompt->prompt.kind)), use->prompt->prompt.text});
      out_.choices.prompt = use->prompt->id;
    }
    s.why = sentences::why_value(v.turn, v.last, today_, v.weight, v.weights, v.theme);
    if (v.turn > 1 && !v.never.empty()) {
      s.why += " " + sentences::not_heard_yet(v.never.size(), f_.expected.size());
    }
  }

  /// Different for every team and the same every day: sum of the key's bytes.
  [[nodiscard]] Id spread() const {
    Id sum = 0;
    for (const char c : out_.agenda.team) sum += static_cast<unsigned char>(c);
    return sum;
  }

  void tell(Segment& s, const std::vector<const StoryFact*>& stories) {
    // The freshest are told; of these the oldest first.
    const auto skip = stories.size() > kMostStories ? stories.size() - kMostStories : 0;
    for (auto it = stories.begin() + static_cast<std::ptrdiff_t>(skip); it != stories.end(); ++it) {
      const auto& story = **it;
      s.points.push_back({sentences::story_label(name_of(story.kind), story.day, today_),
                          story.text + sentences::shows(story.values)});
      out_.choices.stories.push_back(story.id);
    }
  }

  /// A list that was cut says so.
  static void say_what_is_left(Segment& s, std::size_t all) {
    if (all > s.points.size()) s.points.push_back({"", sentences::and_more(all - s.points.size())});
  }

  void win(Segment& s) {
    tell(s, wins_);
    std::vector<Id> who;
    for (const auto* story : wins_) {
      const bool shown = std::find(out_.choices.stories.begin(), out_.choices.stories.end(),
                                   story->id) != out_.choices.stories.end();
      for (const Id id : story->who) {
        if (shown && std::find(who.begin(), who.end(), id) == who.end()) who.push_back(id);
      }
    }
    for (const Id id : who) s.who.push_back(person(id));
    s.text = sentences::thank(tokens(who));
    s.why = sentences::why_wins(s.points.size());
  }

  void lesson(Segment& s) {
    if (!misses_.empty()) {
      tell(s, misses_);
      s.text = sentences::miss();
      s.why = sentences::why_miss(s.points.size());
      return;
    }
    const auto& lesson = f_.lessons.front();
    out_.choices.lesson = lesson.id;
    s.text = sentences::recall();
    s.points.push_back(
        {sentences::kRemember, sentences::recall_question(lesson.day, today_, lesson.value)});
    s.points.push_back({sentences::kTheLesson, lesson.insight});
    if (!lesson.change.empty()) s.points.push_back({sentences::kSinceThen, lesson.change});
    s.points.push_back({sentences::kRate, sentences::rating()});
    s.why = sentences::why_lesson(lesson.heard, lesson.day, today_,
                                  static_cast<std::size_t>(f_.lesson_count));
  }

  void promises(Segment& s) {
    const auto& due = f_.commitments;
    std::size_t to_customers = 0;
    for (const auto& c : due) {
      to_customers += c.for_customer ? 1 : 0;
      if (s.points.size() == kMostPromises) continue;
      s.points.push_back({sentences::due(person_token(c.who), c.due, today_),
                          c.text + (c.for_customer ? sentences::to_customer() : "")});
      if (std::none_of(s.who.begin(), s.who.end(),
                       [&](const Person& p) { return p.key == std::to_string(c.who); })) {
        s.who.push_back(person(c.who));
      }
    }
    say_what_is_left(s, due.size());
    s.text = sentences::promises();
    s.why = sentences::why_promises(due.size(), to_customers);
  }

  void round(Segment& s) {
    const auto n = f_.expected.size();
    const auto time_for =
        static_cast<std::size_t>(std::max<std::int64_t>(1, s.seconds / kPerSpeaker));
    const auto speakers = std::min(n, time_for);
    if (speakers < n) {
      const auto start = static_cast<std::size_t>(f_.huddles_before) * speakers;
      for (std::size_t i = 0; i < speakers; ++i) {
        s.who.push_back(person(f_.expected[(start + i) % n].id));
      }
    }
    s.text = sentences::round();
    s.why = sentences::why_round(n, speakers);
  }

  void sharing(Segment& s) {
    const auto n = f_.expected.size();
    const auto each = share_of_each(s.seconds, n);
    s.text = sentences::sharing(each);
    s.points = {{sentences::kImproved, sentences::kWhatImproved},
                {sentences::kFromCustomers, sentences::kWhatLearned}};
    s.why = sentences::why_sharing(n, each);
  }

  void seat(Segment& s) {
    const auto i = *out_.choices.seat;
    const Id id = f_.seat.candidates[i].id;
    s.who = {person(id)};
    s.text = sentences::seat(person_token(id), f_.customers);
    s.why = taken_by(f_.arranged, false) == id ? sentences::why_agreed()
            : f_.kept_seat == id
                ? sentences::why_kept()
                : sentences::why_seat(f_.seat.past[i].turns, f_.seat.past[i].last, today_);
  }

  void close(Segment& s) {
    s.text = sentences::close();
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
        s.points.push_back({std::string(sentences::kNext),
                            sentences::next_leader(person_token(after.candidates[*next].id),
                                                   f_.next->day, today_)});
      }
    }
    if (!out_.agenda.motto.empty()) s.points.push_back({sentences::kMotto, out_.agenda.motto});
    s.why = sentences::why_close();
  }

  void finish_early() {
    seconds planned{};
    for (const auto& segment : out_.agenda.segments) planned += segment.seconds;
    const auto box = out_.agenda.timebox;
    if (planned == box) return;
    out_.agenda.segments.push_back({.kind = SegmentKind::kFinishEarly,
                                    .title = sentences::kFinishEarly,
                                    .text = sentences::finish_early(),
                                    .seconds = box - planned,
                                    .why = sentences::why_early(planned, box)});
  }

  Facts& f_;
  Day today_;
  AgendaTemplate template_;
  Composition out_;
  std::vector<const StoryFact*> wins_, misses_;
  std::array<std::optional<seconds>, 8> lengths_;
};

}  // namespace

Composition compose(Facts facts) { return Composer(facts).run(); }

}  // namespace huddlekit
