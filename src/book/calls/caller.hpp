#pragma once
#include <string>

namespace huddlekit {

/// Who calls, and the name that they give to the call.
struct Caller {
  std::string by{};
  std::string id{};
};

}  // namespace huddlekit
