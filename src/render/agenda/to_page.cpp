#include <algorithm>

#include "core/sentences/catalogue.hpp"
#include "huddlekit/render.hpp"
#include "render/agenda/card.hpp"
#include "render/agenda/card_style.hpp"
#include "render/agenda/facts.hpp"
#include "render/agenda/page_assets.hpp"
#include "render/ink/html.hpp"

namespace huddlekit {
namespace {

using sentences::Say;

/// Nobody is ever asked for anything, and no script runs but the page's own.
std::string policy() {
  return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src '" +
         std::string(detail::kPageScriptHash) + "'\">\n";
}

std::string timer(const Say& say) {
  const auto data = [&](std::string_view name, sentences::Key<0> word) {
    return " data-" + std::string(name) + "=\"" + detail::escape_html(say(word)) + "\"";
  };
  const auto button = [&](std::string_view action, sentences::Key<0> word, std::string_view key) {
    return "<button type=\"button\" data-do=\"" + std::string(action) + "\"><span class=\"hk-" +
           std::string(action) + "\">" + detail::escape_html(say(word)) + "</span> <kbd>" +
           std::string(key) + "</kbd></button>\n";
  };
  return "<div class=\"hk-timer\" hidden" + data("until", "page.until_we_start") +
         data("left", "page.left") + data("over", "page.time_is_up") + data("of", "page.of") +
         data("then", "page.then") + data("start", "page.start") + data("pause", "page.pause") +
         data("go-on", "page.go_on") +
         ">\n<p class=\"hk-current\" role=\"status\"></p>\n"
         "<p class=\"hk-clockface\" role=\"timer\"><span class=\"hk-left\"></span> "
         "<span class=\"hk-unit\"></span></p>\n<p class=\"hk-total\"></p>\n"
         "<p class=\"hk-then\"></p>\n<div class=\"hk-keys\">\n" +
         button("back", "page.back", "←") +
         button("play", "page.start", detail::escape_html(say("page.space"))) +
         button("next", "page.next", "→") + "</div>\n</div>\n";
}

/// `Next huddle: Tuesday 24 November 2026, 06:45 · Mei Lin leads`.
std::string next_huddle(const Agenda& next) {
  return "<p class=\"hk-following\">" +
         Say(next.language)("page.next_huddle", detail::day_and_time(next),
                            detail::leader(next, detail::bdi)) +
         "</p>\n";
}

}  // namespace

std::string to_page(const Agenda& agenda, const std::optional<Agenda>& next) {
  const Agenda a = detail::shown(agenda);
  const auto card = detail::card(a, 1);
  const bool with_story =
      std::any_of(a.segments.begin(), a.segments.end(),
                  [](const Segment& segment) { return segment.kind == SegmentKind::kWin; });
  const std::string classes = std::string("huddlekit-card") + (with_story ? " hk-with-story" : "");
  return detail::html_head(a, policy()) + "<style>" + detail::card_style() + detail::page_style() +
         "</style>\n</head>\n<body>\n<main>\n<article class=\"" + classes + "\">\n" + card.header +
         timer(Say(a.language)) + card.body + (next ? next_huddle(detail::shown(*next)) : "") +
         card.footer + "</article>\n</main>\n<script>" + std::string(detail::kPageScript) +
         "</script>\n</body>\n</html>\n";
}

}  // namespace huddlekit
