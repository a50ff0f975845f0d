#pragma once
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {

/// JSON that somebody else has written, no deeper than `deepest`: what nests a hundred thousand
/// deep would end the process when it is shown or let go. @throws nlohmann::json::exception for
/// what is no JSON, InvalidArgument for what is too deep.
template <class Json>
[[nodiscard]] Json shallow_json(std::string_view text, int deepest) {
  return Json::parse(text, [deepest](int depth, typename Json::parse_event_t, Json&) {
    if (depth > deepest) {
      throw InvalidArgument("must not be nested more than " + std::to_string(deepest) + " deep");
    }
    return true;
  });
}

/// JSON that the book holds, turned into what it should be by `read`.
/// @throws StorageError for anything else.
template <class Read>
[[nodiscard]] auto stored_json(std::string_view text, Read&& read) {
  constexpr int kDeepest = 16;
  try {
    return read(shallow_json<nlohmann::json>(text, kDeepest));
  } catch (const nlohmann::json::exception&) {
  } catch (const InvalidArgument&) {
  }
  throw StorageError("the book holds " + in_quotes(text) + " instead of what was kept there");
}

}  // namespace huddlekit
