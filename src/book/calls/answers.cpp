#include "book/calls/answers.hpp"

#include "render/json/read_value.hpp"
#include "render/json/write_value.hpp"
#include "store/sql/stored_json.hpp"

namespace huddlekit {

std::string written(const Shape& shape, const void* answer) {
  detail::JsonWriter json;
  detail::write_value(json, {}, shape, answer);
  return json.take();
}

void read_answer(std::string_view json, const Shape& shape, void* answer) {
  // Our own, however large; but a book that somebody else has written may nest it without end.
  stored_json(json, [&](const detail::Json& stored) {
    detail::ValueReader reader;
    reader.read(stored, "", shape, answer);
    reader.finish();
  });
}

}  // namespace huddlekit
