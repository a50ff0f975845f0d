#pragma once
#include <concepts>
#include <string>
#include <string_view>

namespace huddlekit::detail {

/// Writes JSON with its keys in the order given, without building a tree first. The caller closes
/// what it opens. Strings may hold any bytes: those that are not UTF-8 become U+FFFD. `<` is
/// escaped, so that the result may stand inside a script element.
class JsonWriter {
 public:
  /// Opens an array. A key, an empty one too, only within an object; without one it is {}.
  JsonWriter& array(std::string_view key = {}) { return open(key, '['); }
  JsonWriter& object(std::string_view key = {}) { return open(key, '{'); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& end_object() { return close('}'); }

  JsonWriter& field(std::string_view key, std::string_view value);
  JsonWriter& field(std::string_view key, const char* value) {
    return field(key, std::string_view(value));
  }
  JsonWriter& field(std::string_view key, std::same_as<bool> auto value) {
    return raw(key, value ? "true" : "false");
  }
  JsonWriter& field(std::string_view key, std::integral auto value)
    requires(!std::same_as<decltype(value), bool>)
  {
    return raw(key, std::to_string(value));
  }
  /// The shortest digits that read back to the same number. @pre it is finite.
  JsonWriter& field(std::string_view key, double value);
  JsonWriter& null(std::string_view key) { return raw(key, "null"); }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(std::string_view key, char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view key, std::string_view value);
  void separate(std::string_view key);

  std::string out_;
  bool first_ = true;  // nothing written yet since the last bracket opened
};

}  // namespace huddlekit::detail
