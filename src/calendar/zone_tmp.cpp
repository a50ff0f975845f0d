#include <date/tz.h>

#include "huddlekit/zone.hpp"
namespace huddlekit {
std::optional<Instant> resolve_local(std::string_view zone, LocalTime local) {
  auto z = date::locate_zone(zone);
  auto t = z->to_sys(date::local_seconds{local.time_since_epoch()}, date::choose::earliest);
  return Instant{t.time_since_epoch()};
}
LocalTime to_local(std::string_view zone, Instant t) {
  auto l = date::locate_zone(zone)->to_local(date::sys_seconds{t.time_since_epoch()});
  return LocalTime{l.time_since_epoch()};
}
}  // namespace huddlekit
