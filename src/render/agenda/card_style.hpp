#pragma once
#include <string>
#include <string_view>

namespace huddlekit::detail {

/// The card's style sheet, for a `<style>` element. Every rule is confined to `.huddlekit-card` and
/// outweighs the rules of the page around it, which may be anybody's.
[[nodiscard]] const std::string& card_style();

/// Rules as they stand in a style sheet, for every `&` the card's selector.
[[nodiscard]] std::string card_rules(std::string_view rules);

}  // namespace huddlekit::detail
