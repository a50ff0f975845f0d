// Somebody else's program: everything it needs comes from one header.
#include <huddlekit/huddlekit.hpp>
#include <iostream>

int main() {
  using namespace std::chrono_literals;
  try {
    const huddlekit::Timebox box{600s};
    const auto lengths = box.share({{{.min = 15s, .ideal = 30s, .max = 45s},  //
                                     {.min = 60s, .ideal = 90s, .max = 700s}}});
    if (!lengths || lengths->size() != 2 || (*lengths)[0] + (*lengths)[1] != 600s) return 1;
    (void)huddlekit::parse_day("not a day");
  } catch (const huddlekit::InvalidArgument& e) {  // thrown in the library, caught out here
    std::cout << e.what() << '\n';
    return 0;
  }
  return 1;
}
