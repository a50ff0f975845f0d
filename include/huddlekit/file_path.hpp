#pragma once
#include <string>
#include <string_view>

namespace huddlekit {

/// The name of a file, as text or as a `std::filesystem::path`, whose header is not needed here.
class FilePath {
 public:
  FilePath(const char* name) : name_(name) {}
  FilePath(std::string_view name) : name_(name) {}
  FilePath(const std::string& name) : name_(name) {}
  template <class Path>
    requires requires(const Path& path) { path.lexically_normal(); }
  FilePath(const Path& path) : name_(path.string()) {}

  [[nodiscard]] const std::string& string() const noexcept { return name_; }

 private:
  std::string name_;
};

}  // namespace huddlekit
