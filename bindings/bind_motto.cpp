#include "bindings.hpp"
#include "huddlekit/motto.hpp"
#include "values.hpp"

namespace huddlekit::python {

void bind_motto(py::module_& m) {
  bind_value<MottoCheck, 0>(m, "MottoCheck",
                            R"(What `check_motto` has to say about a motto.

`characters` counts blanks too. `reading_ease` is Flesch's (1948): 90 suits a child of eleven, 60 is plain
English, 30 takes a degree; None for a text without Latin letters. `suggestions` are a plain sentence each.)");
  m.def("check_motto", &check_motto, "text"_a,
        R"(Says what would make a motto (English) easier to keep in mind.

>>> huddlekit.check_motto("Look after whoever is in front of you.").suggestions
[]
>>> for suggestion in huddlekit.check_motto("Excellence through innovation").suggestions:
...     print(suggestion)
Find a plainer word for “innovation”.
Say whom it is about: you, our guests, each other.
Say what to do, as you would tell a new colleague: look, ask, keep, mend.

Suggestions, not scores: words are counted and matched, not understood. Over twelve words, a reading ease
below 30 (Flesch 1948; syllables by ear, as groups of vowels) and words of four syllables or more are
remarked on. InvalidArgumentError unless the text has 1 to 2,000 bytes and no control characters.)");
}

}  // namespace huddlekit::python
