// The facade's calls about who calls.
#include "book/impl.hpp"
#include "core/text/text.hpp"
#include "huddlekit/language.hpp"

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
  const auto& now = detail::referred(at_);
  return Book(detail::Handle(new detail::Referred{
      .book = now.book, .caller = std::move(named), .language = now.language}));
}

Book Book::speaking(std::string_view language) const {
  const auto& in = sentences::spoken(language);
  const auto& now = detail::referred(at_);
  return Book(detail::Handle(
      new detail::Referred{.book = now.book, .caller = now.caller, .language = &in}));
}

std::vector<std::string> languages() { return sentences::tags(); }

std::vector<Call> Journal::calls(int limit) const {
  if (limit < 1 || limit > kMostCalls) {
    throw InvalidArgument("limit: must be from 1 to " + std::to_string(kMostCalls) + ", got " +
                          std::to_string(limit));
  }
  return read(at_, [&](Session& s) { return s.calls.latest(limit, s.now()); });
}

}  // namespace huddlekit
