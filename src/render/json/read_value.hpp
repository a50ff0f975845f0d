#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "fields/shape.hpp"

namespace huddlekit::detail {

using Json = nlohmann::json;

/// JSON that somebody sent: at most 16 MiB, no deeper than a value goes. @throws ParseError.
[[nodiscard]] Json parse_json(std::string_view text);

/// Reads values and notes everything that is wrong with them, each with its place in the document
/// (`segments[2].seconds`). A field that is left out has its default, unless there is no such value
/// without it, or the document is one that always says all.
class ValueReader {
 public:
  enum class Missing { kDefault, kWrong };
  explicit ValueReader(Missing missing = Missing::kDefault) : missing_(missing) {}

  /// @param value  a default one of that shape.
  void read(const Json& json, const std::string& place, const Shape& shape, void* value);

  /// What is in the whole beside the fields of the value is no mistake.
  void let_pass(std::string name) { passing_.push_back(std::move(name)); }

  /// @throws ParseError with all that was wrong.
  void finish() {
    if (!problems_.empty()) throw ParseError(std::move(problems_));
  }

 private:
  void read_fields(const Json& json, const std::string& place, const Shape& shape, void* value);
  void read_enumerator(const Json& json, const std::string& place, const Shape& shape, void* value);
  void read_list(const Json& json, const std::string& place, const Shape& shape, void* value);
  void read_pair(const Json& json, const std::string& place, const Shape& shape, void* value);
  void read_map(const Json& json, const std::string& place, const Shape& shape, void* value);
  bool read_whole(const Json& json, const std::string& place, const Shape::Whole& whole,
                  void* value, const char* rule);
  void read_length(const Json& json, const std::string& place, std::chrono::seconds& length);
  template <class Parse>
  void read_text(const Json& json, const std::string& place, const char* rule, Parse parse);

  void missing(const std::string& place);
  void wrong(const std::string& place, const std::string& rule, const Json& got);

  Missing missing_;
  std::vector<Problem> problems_;
  std::vector<std::string> passing_;
};

}  // namespace huddlekit::detail
