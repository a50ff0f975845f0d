#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "huddlekit/playbook.hpp"
#include "huddlekit/timebox.hpp"

namespace huddlekit {

/// One segment of the agenda template: its name in a playbook and the time it asks for.
struct TemplateSegment {
  std::string_view key;
  Timebox::Request request;
};

/// The default template, in the order of the agenda, ready for a huddle of 600 s.
[[nodiscard]] std::span<const TemplateSegment> default_template();

/// The default template with a playbook's changes; what they switch off is missing.
[[nodiscard]] std::vector<TemplateSegment> template_with(std::span<const SegmentOverride> changes);

}  // namespace huddlekit
