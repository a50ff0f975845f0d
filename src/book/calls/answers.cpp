#include "book/calls/answers.hpp"

#include "render/json/read_value.hpp"
#include "render/json/write_value.hpp"

namespace huddlekit {

std::string written(const Shape& shape, const void* answer) {
  detail::JsonWriter json;
  detail::write_value(json, {}, shape, answer);
  return json.take();
}

void read_answer(std::string_view json, const Shape& shape, void* answer) {
  detail::ValueReader reader;
  reader.read(detail::Json::parse(json), "", shape, answer);  // our own, however large
  reader.finish();
}

}  // namespace huddlekit
