#include "render/ink/json_writer.hpp"

#include <array>
#include <charconv>

#include "render/ink/utf8.hpp"

namespace huddlekit::detail {
namespace {

constexpr char kHex[] = "0123456789abcdef";

void append_escaped(std::string& out, char32_t code) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(code >> shift) & 15];
}

/// How many bytes at the front stand for themselves.
std::size_t plain(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && text[size] >= ' ' && text[size] < 0x7F && text[size] != '"' &&
         text[size] != '\\' && text[size] != '<') {
    ++size;
  }
  return size;
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const auto size = plain(text);  // nearly all of a text
    out.append(text.substr(0, size));
    text.remove_prefix(size);
    if (text.empty()) break;
    const char32_t code = take(text);
    switch (code) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '<':
      case 0x7F:
      case 0x2028:  // line breaks to a JavaScript parser of before 2019
      case 0x2029:
        append_escaped(out, code);
        break;
      default:
        if (code < 0x20) {
          append_escaped(out, code);
        } else {
          append(out, code);
        }
    }
  }
  out += '"';
}

}  // namespace

void JsonWriter::separate(std::string_view key) {
  if (!first_) out_ += ',';
  first_ = false;
  if (key.data() == nullptr) return;
  append_string(out_, key);
  out_ += ':';
}

JsonWriter& JsonWriter::open(std::string_view key, char bracket) {
  separate(key);
  out_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view key, std::string_view value) {
  separate(key);
  out_ += value;
  return *this;
}

JsonWriter& JsonWriter::field(std::string_view key, std::string_view value) {
  separate(key);
  append_string(out_, value);
  return *this;
}

JsonWriter& JsonWriter::field(std::string_view key, double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return raw(key, {digits.data(), end});
}

}  // namespace huddlekit::detail
