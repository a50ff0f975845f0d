// Somebody else's program: everything it needs comes from one header. It goes once through the
// house (TOML, zones, storage, JSON), so that whatever a static library leaves to the linker is
// asked for. It speaks as the README does and compiles with warnings as errors.
#include <huddlekit/huddlekit.hpp>
#include <iostream>

#if HUDDLEKIT_VERSION_MAJOR == 0 && HUDDLEKIT_VERSION_MINOR < 1
#error "the examples want 0.1"
#endif

int main() {
  if (huddlekit::version() != HUDDLEKIT_VERSION) return 1;

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
  book.team("front-desk")
      .tell(huddlekit::StoryKind::kWin, "Found the ring before the guest knew it was gone",
            {.day = monday - std::chrono::days{1}});
  const huddlekit::Playbook by_hand{
      .organisation = huddlekit::Organisation{.name = "Harbour Hotel"},
      .values = {{.key = "look-twice", .name = "Look twice"}}};
  const auto agenda = book.team("front-desk").publish(monday);
  if (by_hand.values.empty() || !agenda ||
      huddlekit::from_json<huddlekit::Agenda>(huddlekit::to_json(*agenda)) != *agenda)
    return 1;
  const auto word = huddlekit::to_string(huddlekit::StoryKind::kWin);
  if (huddlekit::parse<huddlekit::StoryKind>(word) != huddlekit::StoryKind::kWin ||
      huddlekit::json_schema<huddlekit::Story>().empty())
    return 1;
  try {
    (void)book.team("front-dsek").publish(monday);
  } catch (const huddlekit::NotFound& e) {  // thrown in the library, caught out here
    std::cout << agenda->id << '\n' << e.what() << '\n';
    return 0;
  }
  return 1;
}
