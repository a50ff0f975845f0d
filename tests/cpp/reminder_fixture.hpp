#pragma once
#include <algorithm>
#include <memory>

#include "book_fixture.hpp"

namespace huddlekit {

inline Instant utc(const std::string& time) { return parse_instant(time + ":00Z"); }

/// A book with the small playbook, more `[[reminder]]` rules, and a clock that is set.
class House {
 public:
  explicit House(const std::string& rules, const std::string& file = ":memory:")
      : clock_(std::make_shared<Instant>(utc("2026-11-23T05:00"))),
        book(Book::open(file, {.create = true, .now = [clock = clock_] { return *clock; }})) {
    book.load(parse_playbook(kSmallPlaybook + rules, "small"));
    // So that nobody is new on Monday.
    for (int n = -7; n < 0; ++n) book.publish_all(kMonday + std::chrono::days{n});
  }

 private:
  std::shared_ptr<Instant> clock_;

 public:
  Book book;

  House& at(const std::string& time) {
    *clock_ = utc(time);
    return *this;
  }
  std::vector<Reminder> due() { return book.outbox().lease(); }
  /// Ids of what is due, acknowledged at once.
  std::vector<std::string> sent() {
    std::vector<std::string> out;
    for (const auto& r : due()) {
      book.outbox().acknowledge(r.id);
      out.push_back(r.id);
    }
    return out;
  }
  std::vector<std::string> looked_at() {
    std::vector<std::string> out;
    for (const auto& r : book.outbox().pending()) out.push_back(r.id);
    return out;
  }
  /// `outcome: why` or `outcome: target`, of all the small book's days.
  std::vector<std::string> log(std::string_view team = "front-desk") {
    std::vector<std::string> out;
    for (const auto& d : book.outbox().deliveries(team, kMonday - std::chrono::days{400},
                                                  kMonday + std::chrono::days{400})) {
      out.push_back(std::string(to_string(d.outcome)) + ": " + d.why + d.target);
    }
    return out;
  }
  std::string leader(std::string_view huddle = "morning") {
    return book.team("front-desk").agenda(kMonday, huddle)->facilitator->key;
  }
};

using Ids = std::vector<std::string>;

}  // namespace huddlekit
