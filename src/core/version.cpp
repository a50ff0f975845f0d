#include "huddlekit/version.hpp"

namespace huddlekit {

std::string_view version() noexcept { return HUDDLEKIT_VERSION; }

}  // namespace huddlekit
