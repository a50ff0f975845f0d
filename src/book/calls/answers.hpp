#pragma once
#include <string>
#include <string_view>

#include "fields/fields.hpp"

namespace huddlekit {

// What a write answered, as the book keeps it: JSON with the fields by name. What a later version
// has added has its default in an answer from before.

[[nodiscard]] std::string written(const Shape& shape, const void* answer);
void read_answer(std::string_view json, const Shape& shape, void* answer);

template <class Answer>
[[nodiscard]] Answer read_answer(std::string_view json) {
  Answer out{};
  read_answer(json, kShape<Answer>, &out);
  return out;
}

}  // namespace huddlekit
