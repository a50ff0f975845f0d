// What became of a huddle: the same arguments, whichever call records it.
#include "bindings.hpp"
#include "book_handle.hpp"
#include "values.hpp"

namespace huddlekit::python {
namespace {

using Names = std::vector<std::string>;
using std::chrono::seconds;

using Call = void (*)(Book&, const std::string&, const Outcome&, std::optional<Instant>);

}  // namespace

void bind_outcome(py::module_& m) {
  bind_value<NewCommitment, 2>(
      m, "NewCommitment",
      "A commitment made at a huddle, on its day. `who` is a key, `due` a date.");
}

}  // namespace huddlekit::python
