#pragma once
#include <string>
#include <string_view>

namespace huddlekit {

// What a write answered, as the book keeps it: JSON with the fields by name. What a later version
// has added has its default in an answer from before. For the types listed in answers.cpp.

template <class Answer>
[[nodiscard]] std::string written(const Answer& answer);

template <class Answer>
[[nodiscard]] Answer read_answer(std::string_view json);

}  // namespace huddlekit
