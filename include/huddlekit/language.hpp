#pragma once
#include <string>
#include <vector>

namespace huddlekit {

/// The languages (BCP 47) that the library speaks, English first. The last, `en-XA`, is English
/// with accents on every letter that is the library's own: what is shown without them is people's
/// words, or is not in the catalogue.
[[nodiscard]] std::vector<std::string> languages();

}  // namespace huddlekit
