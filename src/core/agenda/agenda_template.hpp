#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>

#include "huddlekit/agenda.hpp"
#include "huddlekit/playbook.hpp"
#include "huddlekit/timebox.hpp"

namespace huddlekit {

/// The segments that an agenda can have, in their order, with what each asks of the timebox.
struct AgendaTemplate {
  struct Slot {
    SegmentKind kind{};
    std::string title;  // empty for the value: its own name stands there
    Timebox::Request request;
    bool enabled = true;
    std::optional<std::chrono::seconds> usual{};  // where it differs enough to say so
  };
  std::array<Slot, 8> slots;

  [[nodiscard]] const Slot& operator[](SegmentKind kind) const {
    return slots[static_cast<std::size_t>(kind)];
  }
};

/// How long a segment usually takes in one team.
struct UsualLength {
  SegmentKind kind{};
  std::chrono::seconds length{};
};

/// Asks for usual lengths instead of ideal ones, within each segment's bounds.
void use_lengths(AgendaTemplate& segments, std::span<const UsualLength> usual);

/// The default template with an organisation's changes.
[[nodiscard]] AgendaTemplate agenda_template(std::span<const SegmentOverride> overrides);

}  // namespace huddlekit
