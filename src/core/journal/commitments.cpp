#include "core/journal/commitments.hpp"

#include <algorithm>
#include <array>

#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

constexpr const char* kOwnWords = "own words";

constexpr std::array kMissReasons{
    MissReason{"waiting", "somebody else had to do something first"},
    MissReason{"no-time", "there was no time"},
    MissReason{"more-urgent", "something more urgent came up"},
    MissReason{"no-means", "a tool, a part or a permission was missing"},
    MissReason{"unclear", "it was not clear what to do"},
    MissReason{"forgotten", "it was forgotten"},
    MissReason{"changed", "the customer or the plan changed"},
};

void check_due(Day made, Day due) {
  if (due >= made) return;
  throw InvalidArgument("due: must not be before the day it was made (" + to_string(made) +
                        "), got " + to_string(due));
}

[[noreturn]] void is_already(const Commitment& c) {
  throw Conflict("commitment " + std::to_string(c.id) + ": is " + name_of(c.state) + " already");
}

}  // namespace

std::span<const MissReason> miss_reasons() { return kMissReasons; }

void check_commitment(const Commitment& c) {
  check_text("text", c.text, kShortText);
  check_due(c.made, c.due);
}

Commitment closed(Commitment c, CommitmentState state, std::string_view reason) {
  if (!reason.empty()) check_text("reason", reason, kShortText);
  if (state == CommitmentState::kOpen) {
    throw InvalidArgument("state: must be kept, missed or dropped, got open");
  }
  if (state == CommitmentState::kMissed && reason.empty()) {
    throw InvalidArgument("reason: a missed commitment needs one, got \"\"");
  }
  if (c.state == state && c.reason == reason) return c;
  if (c.state != CommitmentState::kOpen) is_already(c);
  c.state = state;
  c.reason = reason;
  return c;
}

void check_new_day(const Commitment& c, Day due, std::string_view reason) {
  check_text("reason", reason, kShortText);
  if (c.state != CommitmentState::kOpen) is_already(c);
  check_due(c.made, due);
  if (due == c.due) {
    throw InvalidArgument("due: must be another day than before, got " + to_string(due));
  }
}

void KeptCounter::add(bool for_customer, CommitmentState state, const std::string& reason,
                      bool renegotiated) {
  auto& side = for_customer ? rate_.customers : rate_.colleagues;
  side.renegotiated += renegotiated;
  switch (state) {
    case CommitmentState::kOpen:
      ++side.open;
      break;
    case CommitmentState::kKept:
      ++side.kept;
      break;
    case CommitmentState::kDropped:
      ++side.dropped;
      break;
    case CommitmentState::kMissed: {
      ++side.missed;
      const bool known =
          std::ranges::any_of(kMissReasons, [&](const MissReason& r) { return reason == r.word; });
      ++reasons_[known ? reason : kOwnWords];
    }
  }
}

KeptRate KeptCounter::rate() && {
  for (const auto& [word, count] : reasons_) rate_.reasons.push_back({word, count});
  std::ranges::stable_sort(rate_.reasons, std::ranges::greater{}, &KeptRate::Reason::count);
  return std::move(rate_);
}

}  // namespace huddlekit
