#pragma once
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "huddlekit/fwd.hpp"
#include "huddlekit/handle.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

/// What the playbook's `[[reminder]]` rules want to go out by now, each with an id that stays.
/// Nothing is sent here; sending is the caller's business. A handle, to be copied as one likes.
///
///   for (const auto& reminder : book.outbox().lease(100)) {
///     use(reminder);
///     book.outbox().acknowledge(reminder.id);
///   }
///
/// The calls that take an id throw InvalidArgument for one that does not read like one and NotFound
/// for one never offered.
class Outbox {
 public:
  /// What `lease` would offer. Never writes. @param now  the book's clock where it is left out.
  [[nodiscard]] std::vector<Reminder> pending(std::optional<Instant> now = {}) const;
  /// At most `limit` (1 to 10,000) reminders, each on lease to this caller for `lease` (1 s to 1
  /// day). Those that nobody acknowledges by then are offered again; what makes no sense any more
  /// is not. The earliest due come first.
  std::vector<Reminder> lease(int limit = 100, std::chrono::seconds lease = std::chrono::minutes{5},
                              std::optional<Instant> now = {}) const;
  /// Notes that one target has it, so that another attempt leaves it out.
  /// @param target  the name, 1 to 200 bytes, under which `reached` and `deliveries` show it, never
  /// its address.
  void delivered(std::string_view reminder, std::string_view target) const;
  /// It went out: it is not offered again. Telling it twice changes nothing.
  void acknowledge(std::string_view reminder) const;
  /// It did not go out: it is offered again after 1, 5, 25 and then every 60 minutes, as long as it
  /// makes sense. Nothing changes when it went out, or is on lease to somebody else by now.
  /// @param why  1 to 2,000 bytes for `deliveries`; never a secret.
  /// @param attempt  the caller's lease, as in Reminder; 0: whatever lease there is.
  void fail(std::string_view reminder, std::string_view why, int attempt = 0) const;
  /// Somebody reacted to it: the count of unanswered ones begins anew.
  void answered(std::string_view reminder) const;
  /// What became of a team's reminders of the days [start, end), first to last.
  [[nodiscard]] std::vector<Delivery> deliveries(std::string_view team, Day start, Day end) const;

 private:
  friend class Book;
  explicit Outbox(detail::Handle at) : at_(std::move(at)) {}

  detail::Handle at_;
};

}  // namespace huddlekit
