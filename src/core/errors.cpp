#include "huddlekit/errors.hpp"

#include <utility>

namespace huddlekit {

std::string to_string(const Problem& problem) {
  std::string place = problem.file;
  if (problem.line > 0) place += (place.empty() ? "line " : ":") + std::to_string(problem.line);
  if (problem.line > 0 && problem.column > 0) place += ":" + std::to_string(problem.column);
  return place.empty() ? problem.rule : place + ": " + problem.rule;
}

namespace {

std::string join(const std::vector<Problem>& problems) {
  std::string lines;
  for (const auto& problem : problems) lines += (lines.empty() ? "" : "\n") + to_string(problem);
  return lines;
}

}  // namespace

ErrorParts error_parts(std::string_view sentence) {
  if (sentence.find('\n') != sentence.npos) return {};  // several
  ErrorParts out;
  // The first mark of each kind: what follows may be people's words, which hold anything.
  const auto colon = sentence.find(": ");
  if (colon == sentence.npos) return {.rule = std::string(sentence)};
  out.argument = sentence.substr(0, colon);
  sentence.remove_prefix(colon + 2);
  constexpr std::string_view kGot = ", got ";
  const auto got = sentence.find(kGot);
  out.rule = sentence.substr(0, got);
  if (got != sentence.npos) out.value = sentence.substr(got + kGot.size());
  return out;
}

std::string Error::argument() const { return error_parts(what()).argument; }
std::string Error::rule() const { return error_parts(what()).rule; }
std::string Error::value() const { return error_parts(what()).value; }

ParseError::ParseError(std::vector<Problem> problems)
    : InvalidArgument(join(problems)), problems_(std::move(problems)) {}

}  // namespace huddlekit
