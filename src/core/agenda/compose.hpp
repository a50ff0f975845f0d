#pragma once
#include "core/agenda/facts.hpp"

namespace huddlekit {

struct Composition {
  Draft draft;
  Choices choices;
  Rota lead, seat, source;  // with the eligibility under which the turns were chosen; not advanced
};

/// The agenda of one huddle from what is known about it. Pure: the same facts give the same agenda
/// on every machine. Segments without content fall away and the timebox is shared among the rest,
/// to the second.
/// @throws InvalidArgument when not even the uncuttable segments fit the timebox.
[[nodiscard]] Composition compose(Facts facts);

}  // namespace huddlekit
