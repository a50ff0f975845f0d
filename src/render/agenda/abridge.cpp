#include "render/agenda/abridge.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/sentences/catalogue.hpp"
#include "render/ink/width.hpp"

namespace huddlekit::detail {
namespace {

using sentences::Say;

constexpr std::size_t kAll = std::string::npos;
constexpr std::size_t kMostSegments = 10;  // the template has eight and the gift at the end

/// How much of a segment is shown.
struct Detail {
  std::size_t items;  // points, and people
  std::size_t text;   // characters of each text
  std::size_t title;  // characters of titles, labels and names
};

constexpr std::array kSteps{Detail{kAll, kAll, 100}, Detail{20, 1000, 100}, Detail{10, 500, 80},
                            Detail{6, 280, 60},      Detail{4, 160, 60},    Detail{3, 100, 40},
                            Detail{1, 60, 40},       Detail{0, 0, 30}};

/// What may be shortened, least important first (the cut order of the agenda's template).
constexpr std::array kRank{SegmentKind::kSeat,   SegmentKind::kWin,      SegmentKind::kLesson,
                           SegmentKind::kRound,  SegmentKind::kPromises, SegmentKind::kFinishEarly,
                           SegmentKind::kCustom, SegmentKind::kOpen,     SegmentKind::kClose,
                           SegmentKind::kValue};

/// Shortens `text` in place. @return whether anything had to go.
bool limit(std::string& text, std::size_t characters) {
  if (text.size() <= characters) return false;
  auto shorter = shorten(text, characters);
  const bool cut = shorter != text;
  text = std::move(shorter);
  return cut;
}

/// The first `most` of a list. @return how many are left out.
template <class Item>
std::size_t keep_first(const std::vector<Item>& all, std::size_t most, std::vector<Item>& kept) {
  const std::size_t count = std::min(all.size(), most);
  kept.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
  return all.size() - count;
}

/// The segment within `detail`; adds to `cut` what it lost.
Segment abridge(const Segment& whole, const Detail& detail, const Say& say,
                std::vector<std::string>& cut) {
  Segment segment{.kind = whole.kind,
                  .title = whole.title,
                  .text = whole.text,
                  .seconds = whole.seconds,
                  .why = whole.why,
                  .key = whole.key};
  bool shortened = limit(segment.title, detail.title);
  shortened |= limit(segment.text, detail.text);
  shortened |= limit(segment.why, detail.text);
  const std::size_t people = keep_first(whole.who, detail.items, segment.who);
  for (auto& person : segment.who) shortened |= limit(person.name, detail.title);
  if (people > 0) segment.who.push_back({"", say("card.more", people)});
  const std::size_t points = keep_first(whole.points, detail.items, segment.points);
  for (auto& point : segment.points) {
    shortened |= limit(point.label, detail.title);
    shortened |= limit(point.text, detail.text);
  }
  if (points > 0 && segment.points.empty()) segment.text = say("card.and_more", points);
  if (points > 0 && !segment.points.empty())
    segment.points.push_back({"", say("card.and_more", points)});
  const std::string title = shorten(whole.title, kSteps.front().title);
  if (people + points > 0) cut.push_back(say("card.left_out", title, people + points));
  if (shortened) cut.push_back(say("card.shortened", title));
  return segment;
}

/// Everything but the segments, a line each.
void abridge_head(Agenda& agenda, const Say& say, std::vector<std::string>& cut) {
  const std::pair<std::string*, std::size_t> lines[] = {
      {&agenda.organisation, 60}, {&agenda.team_name, 60}, {&agenda.huddle_name, 40},
      {&agenda.value_name, 60},   {&agenda.motto, 100},    {&agenda.reason, 100}};
  for (const auto& [line, characters] : lines) {
    if (limit(*line, characters)) cut.push_back(say("card.shortened", *line));
  }
  if (agenda.facilitator && limit(agenda.facilitator->name, 40)) {
    cut.push_back(say("card.shortened", agenda.facilitator->name));
  }
  auto& segments = agenda.segments;
  if (segments.size() <= kMostSegments) return;
  const std::size_t rest = segments.size() - (kMostSegments - 1);
  Segment last{.kind = SegmentKind::kFinishEarly, .title = say("card.and_more", rest)};
  for (std::size_t i = kMostSegments - 1; i < segments.size(); ++i) {
    last.seconds += segments[i].seconds;
  }
  cut.push_back(last.title);
  segments.resize(kMostSegments - 1);
  segments.push_back(std::move(last));
}

}  // namespace

Abridged abridge(const Agenda& agenda, const std::function<bool(const Agenda&)>& fits) {
  Abridged head{agenda, {}};
  const Say say(agenda.language);
  abridge_head(head.agenda, say, head.cut);
  const std::vector<Segment> whole = std::exchange(head.agenda.segments, {});
  const auto at = [&](const std::vector<std::size_t>& steps) {
    Abridged result = head;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      result.agenda.segments.push_back(abridge(whole[i], kSteps[steps[i]], say, result.cut));
    }
    return result;
  };
  std::vector<std::size_t> steps(whole.size(), 0);
  Abridged result = at(steps);
  if (fits(result.agenda)) return result;
  for (std::size_t step = 1; step < kSteps.size(); ++step) {
    // Passing over a step that is not enough for all together spares a long agenda many attempts.
    const std::vector<std::size_t> all(whole.size(), step);
    if (step + 1 < kSteps.size() && !fits(at(all).agenda)) {
      steps = all;
      continue;
    }
    for (const auto kind : kRank) {
      for (std::size_t i = 0; i < steps.size(); ++i) {
        if (whole[i].kind == kind) steps[i] = step;
      }
      result = at(steps);
      if (fits(result.agenda)) return result;
    }
  }
  return result;
}

}  // namespace huddlekit::detail
