#pragma once
#include <functional>
#include <optional>
#include <string_view>

#include "book/agendas/agendas.hpp"
#include "book/holding/outcomes.hpp"
#include "huddlekit/live.hpp"

namespace huddlekit {

/// A huddle being held: begun, taken from segment to segment, finished.
class Holding {
 public:
  explicit Holding(Session& session)
      : s_(session), calendar_(session), agendas_(session), outcomes_(session) {}

  /// Publishes it where that has not happened; answers where it stands when it has begun already.
  LiveHuddle begin(std::string_view huddle_id, std::optional<Instant> now);
  LiveHuddle hold(std::string_view huddle_id, std::optional<Instant> now,
                  const std::function<void(Live&, Instant)>& change);
  /// What is known of the outcome while the huddle is on.
  LiveHuddle note(std::string_view huddle_id,
                  const std::function<void(LiveStore::Noted&, const HuddleRow&)>& change);
  void finish(std::string_view huddle_id, Outcome outcome, std::optional<Instant> now);
  /// nullopt when it has not begun.
  [[nodiscard]] std::optional<LiveHuddle> live(std::string_view huddle_id,
                                               std::optional<Instant> now);

 private:
  [[nodiscard]] LiveHuddle seen(const StoredTeam& team, const HuddleRow& row, const Live& live,
                                Instant now);

  Session& s_;
  Calendar calendar_;
  Agendas agendas_;
  Outcomes outcomes_;
};

}  // namespace huddlekit
