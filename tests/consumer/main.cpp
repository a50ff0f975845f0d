// Somebody else's program: everything it needs comes from one header. It goes once through the
// house (TOML, zones, storage, JSON), so that whatever a static library leaves to the linker is
// asked for.
#include <huddlekit/huddlekit.hpp>
#include <iostream>

int main() {
  constexpr auto kToml = R"(
    format = 1
    organisation = { name = "Harbour Hotel", zone = "Europe/Lisbon" }
    [[team]]
    key = "front-desk"
    name = "Front desk"
    huddle = [{ start = "06:45" }]
  )";
  const auto monday = huddlekit::parse_day("2026-11-23");

  auto book = huddlekit::Book::open(":memory:", {.create = true});
  book.load(huddlekit::parse_playbook(kToml));
  const auto agenda = book.publish("front-desk", monday);
  if (!agenda || huddlekit::agenda_from_json(huddlekit::to_json(*agenda)) != *agenda) return 1;
  try {
    (void)book.publish("front-dsek", monday);
  } catch (const huddlekit::NotFound& e) {  // thrown in the library, caught out here
    std::cout << agenda->id << '\n' << e.what() << '\n';
    return 0;
  }
  return 1;
}
