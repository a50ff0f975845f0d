#pragma once
#include <string>

namespace huddlekit::detail {

/// The card's style sheet, for a `<style>` element. Every rule is confined to `.huddlekit-card` and
/// outweighs the rules of the page around it, which may be anybody's.
[[nodiscard]] const std::string& card_style();

}  // namespace huddlekit::detail
