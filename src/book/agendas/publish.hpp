#pragma once
#include <optional>
#include <utility>

#include "book/agendas/agendas.hpp"
#include "book/impl.hpp"

namespace huddlekit {

/// Publishes what `find` finds in a session, for a call of a handle; nothing where it finds none.
/// Most calls find it published already, or nothing to publish: they need no write lock. What one
/// of a name has answered is another matter.
template <class Find, class... Arguments>
std::optional<Agenda> publish(const detail::Handle& at, const Asked<Arguments...>& asked,
                              Find&& find) {
  if (caller(at).id.empty()) {
    const auto [settled, agenda] = read(at, [&](Session& s) {
      const auto found = find(s);
      return found && found->row ? std::pair(true, std::optional(Agendas(s).of(*found)))
                                 : std::pair(!found, std::optional<Agenda>());
    });
    if (settled) return agenda;
  }
  return write(at, asked, [&](Session& s) {
    const auto found = find(s);
    return found ? std::optional(Agendas(s).published(*found)) : std::nullopt;
  });
}

}  // namespace huddlekit
