#include "core/agenda/agenda_template.hpp"

#include <algorithm>

#include "core/sentences/phrase.hpp"
#include "core/text/names.hpp"

namespace huddlekit {

using namespace std::chrono_literals;
using sentences::phrase;
using std::chrono::seconds;

AgendaTemplate agenda_template(std::span<const SegmentOverride> overrides) {
  // Seconds and cut order as measured against what practitioners publish (30/90/180/210/60/30 for
  // ten minutes).
  AgendaTemplate out{{{
      {SegmentKind::kOpen, phrase("segment.open"), {15s, 30s, 45s, 0}},
      {SegmentKind::kValue, "", {60s, 90s, 180s, 0}},
      {SegmentKind::kWin, phrase("segment.win"), {45s, 75s, 120s, 2}},
      {SegmentKind::kLesson, phrase("segment.lesson"), {45s, 75s, 120s, 3}},
      {SegmentKind::kPromises, phrase("segment.promises"), {45s, 75s, 120s, 5}},
      {SegmentKind::kRound, phrase("segment.round"), {60s, 105s, 180s, 4}},
      {SegmentKind::kSeat, phrase("segment.seat"), {20s, 40s, 60s, 1}},
      {SegmentKind::kClose, phrase("segment.close"), {30s, 60s, 90s, 0}},
  }}};
  for (const auto& change : overrides) {
    const auto kind = from_name<SegmentKind>(change.segment);
    if (!kind || *kind == SegmentKind::kFinishEarly) continue;
    auto& slot = out.slots[static_cast<std::size_t>(*kind)];
    slot.request.min = change.min.value_or(slot.request.min);
    slot.request.ideal = change.ideal.value_or(slot.request.ideal);
    slot.request.max = change.max.value_or(slot.request.max);
    slot.request.cut = change.cut.value_or(slot.request.cut);
    if (!change.title.empty()) slot.title = change.title;
    slot.enabled = change.enabled;
  }
  return out;
}

void use_lengths(AgendaTemplate& segments, std::span<const UsualLength> usual) {
  constexpr seconds kTick{5};  // a Timebox shares time in these
  constexpr seconds kWorthSaying{15};
  for (const auto& [kind, length] : usual) {
    const auto found = std::ranges::find(segments.slots, kind, &AgendaTemplate::Slot::kind);
    if (found == segments.slots.end()) continue;  // of another sort of meeting
    auto& slot = *found;
    const seconds rounded = (length + kTick / 2) / kTick * kTick;
    const seconds fitting = std::clamp(rounded, slot.request.min, slot.request.max);
    if (abs(fitting - slot.request.ideal) >= kWorthSaying) slot.usual = length;
    slot.request.ideal = fitting;
  }
}

}  // namespace huddlekit
