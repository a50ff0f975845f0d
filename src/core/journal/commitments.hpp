#pragma once
#include <map>
#include <string>
#include <string_view>

#include "huddlekit/entries.hpp"
#include "huddlekit/promises.hpp"

namespace huddlekit {

// What may be promised, how a promise ends, and how many were kept.

/// On so many agendas a commitment may stand that was due before it goes to the team above.
inline constexpr int kStuckAfter = 3;

/// @throws InvalidArgument.
void check_commitment(const Commitment& commitment);

/// The commitment closed; as it is when it has been closed so already. @throws InvalidArgument for
/// a state that is none, or a miss without a reason; Conflict when it was closed otherwise.
[[nodiscard]] Commitment closed(Commitment commitment, CommitmentState state,
                                std::string_view reason);

/// @throws Conflict when it is closed, InvalidArgument for the same day or one before it was made.
void check_new_day(const Commitment& commitment, Day due, std::string_view reason);

/// Counts commitments, one after the other.
class KeptCounter {
 public:
  void add(bool for_customer, CommitmentState state, const std::string& reason, bool renegotiated);
  [[nodiscard]] KeptRate rate() &&;

 private:
  KeptRate rate_;
  std::map<std::string, int> reasons_;
};

}  // namespace huddlekit
