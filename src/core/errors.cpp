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

ParseError::ParseError(std::vector<Problem> problems)
    : InvalidArgument(join(problems)), problems_(std::move(problems)) {}

}  // namespace huddlekit
