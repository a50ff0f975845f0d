#pragma once
#include <type_traits>

#include "book/calls/answers.hpp"
#include "book/calls/asked.hpp"
#include "book/session.hpp"

namespace huddlekit {

/// Runs `work` within a transaction of the session's, unless a call of that name has been made:
/// then answers what that one did. Who makes it, its name and its answer are kept beside what
/// `work` wrote; a call that says neither costs nothing.
template <class Work, class... Arguments>
auto once(Session& s, const Asked<Arguments...>& asked, Work&& work) {
  using Answer = decltype(work(s));
  constexpr bool kAnswers = !std::is_void_v<Answer>;
  const auto& [by, id] = asked.caller;
  if (by.empty() && id.empty()) return work(s);
  const CallStore::Asked call{.id = id, .by = by, .what = asked.what, .digest = asked.digest()};
  if (const auto earlier = s.calls.answer(call, s.now())) {
    if constexpr (kAnswers) {
      return read_answer<Answer>(*earlier);
    } else {
      return;
    }
  }
  if constexpr (kAnswers) {
    auto answer = work(s);
    s.calls.add(call, id.empty() ? "" : written(kShape<Answer>, &answer), s.now());
    return answer;
  } else {
    work(s);
    s.calls.add(call, "", s.now());
  }
}

}  // namespace huddlekit
