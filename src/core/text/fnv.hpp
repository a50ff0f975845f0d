#pragma once
#include <cstdint>
#include <string_view>

namespace huddlekit {

/// FNV-1a in 64 bits (Fowler, Noll, Vo). The book keeps what it gives, so it stays as it is.
class Fnv {
 public:
  void add(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001b3; }
  void add(std::string_view bytes) {
    for (const char c : bytes) add(static_cast<unsigned char>(c));
  }
  /// The same on every machine.
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i) add(static_cast<unsigned char>(number >> (8 * i)));
  }
  [[nodiscard]] std::int64_t get() const { return static_cast<std::int64_t>(hash_); }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325;
};

}  // namespace huddlekit
