#include "render/agenda/card_style.hpp"

#include <string_view>

namespace huddlekit::detail {
namespace {

// Text and quiet text keep a contrast of at least 4.5 : 1 on every ground that they stand on.
constexpr std::string_view kLight =
    "--ink:#1b2530;--quiet:#56616f;--line:#dfe4e9;--ground:#fff;--accent:#0c5f5a;--on-accent:#fff;"
    "--soft:#eaf4f2;--bar:#e6ebf0;--bar-2:#d5dde5";
constexpr std::string_view kDark =
    "--ink:#e7ecf1;--quiet:#a2adba;--line:#2c343e;--ground:#151a20;--accent:#79d3c4;"
    "--on-accent:#06211f;--soft:#14292a;--bar:#28313b;--bar-2:#34404c";

// `&` stands for the card; see `card_rules`.
constexpr std::string_view kCardRules = R"(
& {
  all: initial; display: block; box-sizing: border-box; container-type: inline-size;
  contain-intrinsic-inline-size: 44rem; min-width: 0;
  max-width: 60rem; padding: 1.75rem; border: 1px solid var(--line); border-radius: 14px;
  background: var(--ground); color: var(--ink); color-scheme: light dark;
  font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere; text-align: start; font-variant-numeric: tabular-nums;
  -webkit-text-size-adjust: 100%;
}
&, & * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
& * { all: revert; box-sizing: border-box; margin: 0; padding: 0; }
& ::before, & ::after { content: none; }
& p, & dd, & .hk-text { white-space: pre-line; }
& :is(h1, h2, h3) { font: inherit; }
& .hk-organisation { color: var(--quiet); font-size: .875rem; }
& .hk-title { font-size: 1.5rem; font-weight: 650; line-height: 1.2; letter-spacing: -.011em; }
& .hk-when { margin-top: .25rem; color: var(--quiet); }
& .hk-status {
  display: inline-block; margin-top: .75rem; padding: .125rem .625rem; border-radius: 6px;
  background: var(--bar); font-size: .875rem; font-weight: 550;
}
& .hk-hero { margin-top: 1.5rem; padding: 1.5rem; border-radius: 10px; background: var(--soft); }
& .hk-label {
  color: var(--accent); font-size: .8125rem; font-weight: 600; letter-spacing: .02em;
}
& .hk-value {
  margin-top: .125rem; font-size: 2.25rem; font-weight: 700; line-height: 1.12;
  letter-spacing: -.022em; color: var(--accent);
}
& .hk-statement { margin-top: .5rem; max-width: 42rem; font-size: 1.0625rem; }
& .hk-prompts { display: grid; gap: 1.125rem 2rem; margin-top: 1.25rem; }
& .hk-prompts dd { margin-top: .125rem; font-size: 1.1875rem; font-weight: 550; line-height: 1.4; }
& .hk-bar { display: flex; gap: 2px; margin-top: 1.5rem; }
& .hk-bar span { display: block; }
& .hk-bar > span {
  display: flex; flex-wrap: wrap; justify-content: center; gap: 0 .375rem; flex: 1 1 0;
  min-width: 2px; height: 2rem; overflow: hidden; background: var(--bar);
  font-size: .8125rem; line-height: 2rem; white-space: nowrap;
}
& .hk-bar > :first-child { border-start-start-radius: 8px; border-end-start-radius: 8px; }
& .hk-bar > :last-child { border-start-end-radius: 8px; border-end-end-radius: 8px; }
& .hk-bar > :nth-child(even) { background: var(--bar-2); }
& .hk-bar > .hk-is-value { background: var(--accent); color: var(--on-accent); font-weight: 600; }
& .hk-bar > .hk-is-finish-early { background: none; box-shadow: inset 0 0 0 1px var(--bar-2); }
& .hk-number { font-weight: 650; }
& .hk-run { display: block; margin-top: .75rem; list-style: none; }
& .hk-run > li {
  display: grid; grid-template-columns: 3.25rem minmax(0, 1fr); padding: 1rem 0;
  border-top: 1px solid var(--line); break-inside: avoid;
}
& .hk-run > li:first-child { border-top: 0; }
& .hk-run > li:last-child { padding-bottom: 0; }
& .hk-clock { color: var(--quiet); font-weight: 550; }
& .hk-head { display: flex; justify-content: space-between; gap: .75rem; }
& .hk-head .hk-name { display: inline; font-weight: 650; }
& .hk-head .hk-number { margin-inline-end: .25rem; color: var(--quiet); }
& .hk-who { margin-inline-start: .375rem; }
& .hk-who, & .hk-length { color: var(--quiet); }
& .hk-length { flex: none; }
& .hk-body { max-width: 44rem; }
& .hk-points { margin-top: .375rem; padding-inline-start: 1.125rem; list-style: disc; }
& .hk-points li { margin-top: .1875rem; }
& .hk-points li::marker { color: var(--quiet); }
& .hk-points b { font-weight: 600; }
& .hk-why { margin-top: .375rem; max-width: 44rem; color: var(--quiet); font-size: .875rem; }
& .hk-hero .hk-why { margin-top: 1.125rem; }
& .hk-motto {
  margin-top: 1.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line);
  color: var(--quiet); text-align: center;
}
@container (max-width: 30rem) {
  & .hk-value { font-size: 1.75rem; }
  & .hk-hero { padding: 1.125rem; }
  & .hk-run > li { grid-template-columns: 2.75rem minmax(0, 1fr); }
  & .hk-bar > span { height: 1.75rem; line-height: 1.75rem; }
  & .hk-bar .hk-number + span { display: none; }
}
@container (min-width: 44rem) { & .hk-prompts { grid-template-columns: 1fr 1fr; } }
@media (max-width: 30rem) { & { padding: 1.125rem; } }
@media print {
  & { max-width: none; padding: 0; border: 0; }
  & .hk-status { margin-top: .375rem; }
  & .hk-hero { margin-top: .75rem; padding: .875rem 1rem; }
  & .hk-value { font-size: 1.75rem; }
  & .hk-statement { max-width: none; margin-top: .25rem; font-size: 1rem; }
  & .hk-prompts { margin-top: .625rem; }
  & .hk-prompts dd { font-size: 1.0625rem; }
  & .hk-hero .hk-why { margin-top: .5rem; }
  & .hk-bar { margin-top: .75rem; }
  & .hk-run { margin-top: 0; }
  & .hk-run > li { padding: .5rem 0; }
  & .hk-points { margin-top: 0; }
  & .hk-motto { margin-top: .5rem; padding-top: .5rem; }
}
)";

std::string colours(std::string_view selector, std::string_view set) {
  return std::string(selector) + "{" + std::string(set) + "}";
}

}  // namespace

// `:not(#_)` lends every rule the weight of an id, so that whatever the page around says about `h2`
// or `.content li` loses.
std::string card_rules(std::string_view rules) {
  std::string out;
  for (const char c : rules) {
    if (c == '&') {
      out += ".huddlekit-card:not(#_)";
    } else {
      out += c;
    }
  }
  return out;
}

const std::string& card_style() {
  // A notebook says by an attribute whether it is light or dark, whatever the system prefers.
  static const std::string style = card_rules(
      std::string(kCardRules) + colours("&", kLight) + "@media (prefers-color-scheme:dark){" +
      colours("&", kDark) + "}" + colours("[data-jp-theme-light=true] &", kLight) +
      colours("[data-jp-theme-light=false] &", kDark) + "@media print{" + colours("&", kLight) +
      "}");
  return style;
}

}  // namespace huddlekit::detail
