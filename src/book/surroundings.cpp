#include "huddlekit/surroundings.hpp"

#include "calendar/zone_files.hpp"
#include "store/sql/sqlite.hpp"

namespace huddlekit {

Surroundings surroundings() { return {sqlite_version(), detail::zone_folder()}; }

void look_for_zones_in(const std::string& folder) { detail::look_for_zones_in(folder); }

}  // namespace huddlekit
