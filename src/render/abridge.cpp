#include "render/abridge.hpp"

#include <array>

#include "core/sentences.hpp"
#include "render/width.hpp"

namespace huddlekit::detail {
namespace {

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
constexpr std::array kRank{SegmentKind::kSeat,  SegmentKind::kWin,      SegmentKind::kLesson,
                           SegmentKind::kRound, SegmentKind::kPromises, SegmentKind::kFinishEarly,
                           SegmentKind::kOpen,  SegmentKind::kClose,    SegmentKind::kValue};

/// Shortens `text` in place. @return whether anything had to go.
bool limit(std::string& text, std::size_t characters) {
  if (text.size() <= characters) return false;
  auto shorter = shorten(text, characters);
  const bool cut = shorter != text;
  text = std::move(shorter);
  return cut;
}

/// The segment within `detail`; adds to `cut` what it lost.
Segment abridge(Segment segment, const Detail& detail, std::vector<std::string>& cut) {
  const std::string title = shorten(segment.title, kSteps.front().title);
  bool shortened = limit(segment.title, detail.title);
  shortened |= limit(segment.text, detail.text);
  shortened |= limit(segment.why, detail.text);
  std::size_t left_out = 0;
  if (segment.who.size() > detail.items) {
    left_out += segment.who.size() - detail.items;
    const std::string rest = sentences::more(segment.who.size() - detail.items);
    segment.who.resize(detail.items);
    segment.who.push_back({"", rest});
  }
  for (auto& person : segment.who) shortened |= limit(person.name, detail.title);
  if (segment.points.size() > detail.items) {
    left_out += segment.points.size() - detail.items;
    const std::string rest = sentences::and_more(segment.points.size() - detail.items);
    segment.points.resize(detail.items);
    if (detail.items > 0) {
      segment.points.push_back({"", rest});
    } else {
      segment.text = rest;
    }
  }
  for (auto& point : segment.points) {
    shortened |= limit(point.label, detail.title);
    shortened |= limit(point.text, detail.text == 0 ? detail.title : detail.text);
  }
  if (left_out > 0) cut.push_back(sentences::left_out(title, left_out));
  if (shortened) cut.push_back(sentences::shortened(title));
  return segment;
}

/// Everything but the segments, a line each.
void abridge_head(Agenda& agenda, std::vector<std::string>& cut) {
  const std::pair<std::string*, std::size_t> lines[] = {
      {&agenda.organisation, 60}, {&agenda.team_name, 60}, {&agenda.huddle_name, 40},
      {&agenda.value_name, 60},   {&agenda.motto, 100},    {&agenda.reason, 100}};
  for (const auto& [line, characters] : lines) {
    if (limit(*line, characters)) cut.push_back(sentences::shortened(*line));
  }
  if (agenda.facilitator && limit(agenda.facilitator->name, 40)) {
    cut.push_back(sentences::shortened(agenda.facilitator->name));
  }
  auto& segments = agenda.segments;
  if (segments.size() <= kMostSegments) return;
  const std::size_t rest = segments.size() - (kMostSegments - 1);
  Segment last{SegmentKind::kFinishEarly, sentences::and_more(rest), {}, "", {}, {}, ""};
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
  abridge_head(head.agenda, head.cut);
  std::vector<std::size_t> steps(head.agenda.segments.size(), 0);
  const auto at_these_steps = [&] {
    Abridged result = head;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      auto& segment = result.agenda.segments[i];
      segment = abridge(std::move(segment), kSteps[steps[i]], result.cut);
    }
    return result;
  };
  Abridged result = at_these_steps();
  for (std::size_t step = 1; step < kSteps.size(); ++step) {
    for (const auto kind : kRank) {
      if (fits(result.agenda)) return result;
      bool changed = false;
      for (std::size_t i = 0; i < steps.size(); ++i) {
        if (head.agenda.segments[i].kind != kind) continue;
        steps[i] = step;
        changed = true;
      }
      if (changed) result = at_these_steps();
    }
  }
  return result;
}

}  // namespace huddlekit::detail
