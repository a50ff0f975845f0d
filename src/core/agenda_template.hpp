#pragma once
#include <array>
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
  };
  std::array<Slot, 8> slots;

  [[nodiscard]] const Slot& operator[](SegmentKind kind) const {
    return slots[static_cast<std::size_t>(kind)];
  }
};

/// The default template with an organisation's changes.
[[nodiscard]] AgendaTemplate agenda_template(std::span<const SegmentOverride> overrides);

}  // namespace huddlekit
