#pragma once
#include <string_view>

/// The version of these headers, for `#if`; CMake checks that it is the project's. Before 1.0 a new
/// minor version may change the API, and with it the binary interface.
#define HUDDLEKIT_VERSION_MAJOR 0
#define HUDDLEKIT_VERSION_MINOR 1
#define HUDDLEKIT_VERSION_PATCH 0
#define HUDDLEKIT_VERSION "0.1.0"

namespace huddlekit {

/// The version of the library that the program runs with. A program that was compiled with other
/// headers finds out here:
///
///   if (huddlekit::version() != HUDDLEKIT_VERSION) use("other headers than the library");
[[nodiscard]] std::string_view version() noexcept;

}  // namespace huddlekit
