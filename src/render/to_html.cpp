#include "huddlekit/render.hpp"
#include "render/card.hpp"
#include "render/card_style.hpp"
#include "render/clock.hpp"
#include "render/facts.hpp"
#include "render/html.hpp"

namespace huddlekit {
namespace {

// The two `ignore` classes keep a notebook from typesetting what stands between two dollar signs.
constexpr std::string_view kOpen =
    "<article class=\"huddlekit-card tex2jax_ignore mathjax_ignore\">\n";

constexpr std::string_view kPageStyle = R"(
body { margin: 0; padding: clamp(.5rem, 3vw, 3rem); background: #f3f5f7; }
main { max-width: 60rem; margin: 0 auto; }
@media (prefers-color-scheme: dark) { body { background: #0d1115; } }
@page { margin: 12mm; }
@media print { body { padding: 0; background: none; } }
)";

}  // namespace

std::string to_html(const Agenda& agenda) {
  return std::string(kOpen) + "<style>" + detail::card_style() + "</style>\n" +
         detail::card(detail::shown(agenda), 2) + "</article>\n";
}

std::string to_html_page(const Agenda& agenda) {
  const Agenda a = detail::shown(agenda);
  const auto plain = [](const std::string& line) { return detail::escape_html(line); };
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         detail::huddle_title(a, plain) + ", " + detail::long_day(a.day) + "</title>\n<style>" +
         std::string(kPageStyle) + detail::card_style() + "</style>\n</head>\n<body>\n<main>\n" +
         std::string(kOpen) + detail::card(a, 1) + "</article>\n</main>\n</body>\n</html>\n";
}

}  // namespace huddlekit
