// The facade's calls about who calls.
#include "book/impl.hpp"
#include "core/text/text.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kMostNameBytes = 200;
constexpr int kMostCalls = 10'000;

std::string name(const char* argument, std::string_view given) {
  if (given.empty()) return {};
  check_text(argument, given, kMostNameBytes);
  if (given.find('\n') != given.npos) {
    throw InvalidArgument(std::string(argument) + ": must be one line, got " + in_quotes(given));
  }
  return std::string(given);
}

}  // namespace

Book Book::by(std::string_view who, std::string_view call) const {
  auto named = Caller{name("who", who), name("call", call)};
  return Book(detail::Handle(
      new detail::Referred{.book = detail::referred(at_).book, .caller = std::move(named)}));
}

std::vector<Call> Journal::calls(int limit) const {
  if (limit < 1 || limit > kMostCalls) {
    throw InvalidArgument("limit: must be from 1 to " + std::to_string(kMostCalls) + ", got " +
                          std::to_string(limit));
  }
  return read(at_, [&](Session& s) { return s.calls.latest(limit, s.now()); });
}

}  // namespace huddlekit
