#include "core/reminders.hpp"

#include <algorithm>
#include <array>

namespace huddlekit {

std::vector<Span> joined(std::vector<Span> spans) {
  std::erase_if(spans, [](const Span& s) { return s.from >= s.until; });
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.from < b.from; });
  std::vector<Span> out;
  for (const auto& span : spans) {
    if (!out.empty() && span.from <= out.back().until) {
      out.back().until = std::max(out.back().until, span.until);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

std::vector<Span> without(std::span<const Span> spans, std::span<const Span> holes) {
  std::vector<Span> out;
  for (Span rest : spans) {
    for (const auto& hole : holes) {
      if (hole.until <= rest.from) continue;
      if (hole.from >= rest.until) break;
      if (hole.from > rest.from) out.push_back({rest.from, hole.from});
      rest.from = hole.until;
    }
    if (rest.from < rest.until) out.push_back(rest);
  }
  return out;
}

std::optional<Instant> first_within(std::span<const Span> spans, Instant from, Instant until) {
  for (const auto& span : spans) {
    const auto at = std::max(span.from, from);
    if (at >= until) break;
    if (at < span.until) return at;
  }
  return std::nullopt;
}

Decision decide(Instant now, const ReminderCase& c, ReminderCounts& had) {
  if (!c.counted && c.stop_after > 0 && c.unanswered >= c.stop_after) {
    return {Verdict::kUnanswered, now};
  }
  const auto at = first_within(c.allowed, std::max(now, c.due), c.until);
  if (!at) return {Verdict::kNoTime, now};
  if (*at > now) return {Verdict::kLater, *at};
  auto& count = had[{c.to, c.today}];
  if (!c.counted && count >= c.at_most) {
    const auto next = first_within(c.allowed, c.tomorrow, c.until);
    return next ? Decision{Verdict::kLater, *next} : Decision{Verdict::kEnough, now};
  }
  if (!c.counted) ++count;
  return {Verdict::kNow, now};
}

std::chrono::seconds pause_after(int attempt) {
  using std::chrono::minutes;
  constexpr std::array kPauses{minutes{1}, minutes{5}, minutes{25}, minutes{60}};
  return kPauses[static_cast<std::size_t>(std::clamp(attempt, 1, 4) - 1)];
}

}  // namespace huddlekit
