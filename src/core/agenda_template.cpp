#include "core/agenda_template.hpp"

#include <algorithm>
#include <array>

namespace huddlekit {

using namespace std::chrono_literals;

std::span<const TemplateSegment> default_template() {
  // The order of the cuts is the order in which a short huddle can do without: last comes what the
  // customers were promised, never who we are and what we take on.
  static constexpr std::array<TemplateSegment, 8> kSegments{{
      {"open", {.min = 15s, .ideal = 30s, .max = 45s, .cut = 0}},
      {"value", {.min = 60s, .ideal = 90s, .max = 180s, .cut = 0}},
      {"win", {.min = 45s, .ideal = 75s, .max = 120s, .cut = 2}},
      {"lesson", {.min = 45s, .ideal = 75s, .max = 120s, .cut = 3}},
      {"promises", {.min = 45s, .ideal = 75s, .max = 120s, .cut = 5}},
      {"round", {.min = 60s, .ideal = 105s, .max = 180s, .cut = 4}},
      {"seat", {.min = 20s, .ideal = 40s, .max = 60s, .cut = 1}},
      {"close", {.min = 30s, .ideal = 60s, .max = 90s, .cut = 0}},
  }};
  return kSegments;
}

std::vector<TemplateSegment> template_with(std::span<const SegmentOverride> changes) {
  std::vector<TemplateSegment> segments;
  for (TemplateSegment segment : default_template()) {
    const auto change = std::find_if(changes.begin(), changes.end(),
                                     [&](const auto& c) { return c.segment == segment.key; });
    if (change != changes.end()) {
      if (!change->enabled) continue;
      segment.request.min = change->min.value_or(segment.request.min);
      segment.request.ideal = change->ideal.value_or(segment.request.ideal);
      segment.request.max = change->max.value_or(segment.request.max);
      segment.request.cut = change->cut.value_or(segment.request.cut);
    }
    segments.push_back(segment);
  }
  return segments;
}

}  // namespace huddlekit
