#include "huddlekit/render.hpp"
#include "render/agenda/card.hpp"
#include "render/agenda/card_style.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/html.hpp"

namespace huddlekit {
namespace {

// The two `ignore` classes keep a notebook from typesetting what stands between two dollar signs.
constexpr std::string_view kOpen =
    "<article class=\"huddlekit-card tex2jax_ignore mathjax_ignore\">\n";

constexpr std::string_view kCardPage = R"(
body { margin: 0; padding: clamp(.5rem, 3vw, 3rem); background: #f3f5f7; }
main { max-width: 60rem; margin: 0 auto; }
@media (prefers-color-scheme: dark) { body { background: #0d1115; } }
@page { margin: 12mm; }
@media print { html { font-size: 9pt; } body { padding: 0; background: none; } }
)";

std::string article(const Agenda& agenda, int level, const std::string& style) {
  const auto card = detail::card(agenda, level);
  return std::string(kOpen) + style + card.header + card.body + card.footer + "</article>\n";
}

}  // namespace

std::string to_html(const Agenda& agenda) {
  return article(detail::shown(agenda), 2, "<style>" + detail::card_style() + "</style>\n");
}

std::string to_html_page(const Agenda& agenda) {
  const Agenda a = detail::shown(agenda);
  return detail::html_head(a, "") + "<style>" + std::string(kCardPage) + detail::card_style() +
         "</style>\n</head>\n<body>\n<main>\n" + article(a, 1, "") + "</main>\n</body>\n</html>\n";
}

}  // namespace huddlekit
