#include "core/agenda/monthly.hpp"

#include <algorithm>

#include "core/sentences/phrase.hpp"

namespace huddlekit {

using namespace std::chrono_literals;
using std::chrono::seconds;

AgendaTemplate monthly_template(seconds timebox, std::size_t expected) {
  const auto people = static_cast<seconds::rep>(expected);
  AgendaTemplate out = agenda_template({});
  for (auto& slot : out.slots) slot.enabled = false;
  const auto put = [&](SegmentKind kind, const Timebox::Request& request) {
    auto& slot = out.slots[static_cast<std::size_t>(kind)];
    slot.request = request;
    slot.enabled = true;
  };
  // The minimums fit into a minute, the shortest timebox; the ideals leave 50 minutes of an hour to
  // the round.
  constexpr seconds kOthersLeast = 15s + 15s + 15s, kOthersIdeal = 120s + 300s + 180s;
  put(SegmentKind::kOpen, {15s, 120s, 180s, 0});
  put(SegmentKind::kValue, {15s, 300s, 600s, 0});
  put(SegmentKind::kClose, {15s, 180s, 300s, 0});
  // Nobody is left out: where time is short, all speak briefly. Nobody needs more than five
  // minutes, so that a small team goes home early.
  const seconds least = std::min(20s * people, timebox - kOthersLeast);
  const seconds most = std::max(std::min(300s * people, timebox), least);
  put(SegmentKind::kRound, {least, std::clamp(timebox - kOthersIdeal, least, most), most, 0});
  out.slots[static_cast<std::size_t>(SegmentKind::kRound)].title =
      sentences::phrase("segment.sharing");
  return out;
}

seconds share_of_each(seconds round, std::size_t expected) {
  return round / static_cast<seconds::rep>(expected);
}

}  // namespace huddlekit
