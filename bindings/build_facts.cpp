// By itself and without pybind11: a new commit compiles this again and nothing else.
#include "build_facts.hpp"

#define HUDDLEKIT_TEXT_OF(number) #number
#define HUDDLEKIT_TEXT(number) HUDDLEKIT_TEXT_OF(number)
#if defined(_LIBCPP_VERSION)
#define HUDDLEKIT_STDLIB "libc++ " HUDDLEKIT_TEXT(_LIBCPP_VERSION)
#elif defined(__GLIBCXX__)
#define HUDDLEKIT_STDLIB "libstdc++ " HUDDLEKIT_TEXT(_GLIBCXX_RELEASE)
#else
#define HUDDLEKIT_STDLIB "unknown"
#endif

namespace huddlekit::python {

std::vector<std::pair<const char*, const char*>> build_facts() {
  return {{"commit", HUDDLEKIT_COMMIT},
          {"compiler", HUDDLEKIT_COMPILER},
          {"flags", HUDDLEKIT_FLAGS},
          {"stdlib", HUDDLEKIT_STDLIB},
          {"platform", HUDDLEKIT_PLATFORM},
          {"sqlite_linked", HUDDLEKIT_SQLITE_LINKED},
          {"SQLiteCpp", HUDDLEKIT_WITH_SQLITECPP},
          {"toml++", HUDDLEKIT_WITH_TOMLPLUSPLUS},
          {"nlohmann-json", HUDDLEKIT_WITH_NLOHMANN_JSON},
          {"fmt", HUDDLEKIT_WITH_FMT}};
}

}  // namespace huddlekit::python
