#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/text/words.hpp"
#include "huddlekit/blameless.hpp"

namespace huddlekit {

/// What the proposal says in the place of something blameful.
struct Replacement {
  enum class Kind {
    kName,      ///< becomes "a colleague"
    kWords,     ///< becomes `instead`; empty leaves it out
    kSentence,  ///< takes its whole sentence with it
  };

  std::size_t start = 0;  ///< bytes [start, end) of the text
  std::size_t end = 0;
  Kind kind{};
  std::string instead;
};

/// Sorts a text into the three parts of the form. Headings in the text decide where there are any;
/// else "from now on" and the like open what we do now, and what comes before the first replacement
/// is the situation. @param replacements  by place.
[[nodiscard]] MissForm miss_form(std::string_view text, const RunningText& read,
                                 std::span<const Replacement> replacements);

}  // namespace huddlekit
