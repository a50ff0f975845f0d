#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huddlekit/ics.hpp"
#include "store/huddles/feed_store.hpp"

namespace huddlekit {

/// What feeds say of one huddle, whoever reads them.
struct ToldHuddle {
  FeedStamp stamp;
  FeedEvent event;           // in the language of the feed
  std::string leader, seat;  // keys of people
};

/// The coming huddles of teams as feeds tell them. Calendar programs ask far more often than
/// anything changes, so what was planned is kept until something does.
class FeedPlans {
 public:
  struct Range {
    Day from{}, until{};
    bool operator==(const Range&) const = default;
  };
  /// Counts what other connections have committed, and the rows that this one has changed.
  using Version = std::pair<std::int64_t, std::int64_t>;

  /// Forgets what was planned for another state of the book.
  void refresh(const Version& version) {
    if (version == version_) return;
    version_ = version;
    forget();
  }

  [[nodiscard]] const Version& version() const noexcept { return version_; }

  /// nullptr when it has to be planned.
  [[nodiscard]] const std::vector<ToldHuddle>* find(Id team, const Range& range,
                                                    std::string_view language) const {
    const auto it = plans_.find({team, language});
    return it != plans_.end() && it->second.range == range ? &it->second.huddles : nullptr;
  }

  void keep(Id team, const Range& range, std::string_view language,
            std::vector<ToldHuddle> huddles) {
    if (kept_ + huddles.size() > kMostKept) forget();
    auto& plan = plans_[{team, language}];
    kept_ += huddles.size() - plan.huddles.size();
    plan = {range, std::move(huddles)};
  }

 private:
  static constexpr std::size_t kMostKept = 50'000;  // at about 1 kB each

  struct Plan {
    Range range;
    std::vector<ToldHuddle> huddles;
  };

  void forget() {
    plans_.clear();
    kept_ = 0;
  }

  Version version_{-1, -1};
  std::map<std::pair<Id, std::string_view>, Plan> plans_;  // a catalogue's tag stays
  std::size_t kept_ = 0;
};

}  // namespace huddlekit
