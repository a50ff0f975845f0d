#include <string>

#include "render/agenda/card_style.hpp"
#include "render/agenda/page_assets.hpp"

namespace huddlekit::detail {
namespace {

constexpr std::string_view kPageRules = R"(
html { scroll-padding-top: 9rem; }
& { --pad: 1.75rem; }
@media (max-width: 30rem) { & { --pad: 1.125rem; } }
body { margin: 0; background: #f3f5f7; }
@media (prefers-color-scheme: dark) { body { background: #0d1115; } }
@page { margin: 12mm; }
@media screen and (max-width: 63.99rem) {
  & { border: 0; border-radius: 0; min-height: 100vh; margin: 0 auto; }
}
& .hk-timer:not([hidden]) {
  position: sticky; top: 0; z-index: 1; display: grid; grid-template-columns: 1fr auto;
  gap: 0 1rem; align-items: baseline; margin: 1rem calc(-1 * var(--pad)) 0; padding: .625rem var(--pad);
  background: var(--ground); border-block: 1px solid var(--line);
}
& .hk-current { font-weight: 650; }
& .hk-timer .hk-clockface { grid-row: span 2; text-align: end; white-space: nowrap; }
& .hk-left { font-size: 2rem; font-weight: 700; line-height: 1.1; letter-spacing: -.02em; }
& .hk-unit, & .hk-total, & .hk-then { color: var(--quiet); font-size: .875rem; }
& .hk-then { display: none; }
& .hk-keys { grid-column: 1 / -1; display: flex; gap: .5rem; margin-top: .5rem; }
& button {
  flex: 1; white-space: nowrap; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: 8px;
  background: var(--ground); color: var(--ink); font: inherit; cursor: pointer;
}
& button[data-do=play] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
& button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
& kbd { display: none; font: inherit; font-size: .8125em; opacity: .8; }
& .hk-bar { position: relative; }
&[data-state=running] .hk-bar::after, &[data-state=paused] .hk-bar::after {
  content: ""; position: absolute; inset-block: -4px; inset-inline-start: var(--done, 0);
  width: 3px; margin-inline-start: -1px; border-radius: 2px; background: var(--ink);
}
& .hk-bar > span.hk-now { box-shadow: inset 0 -4px var(--ink); }
& .hk-run > li.hk-now {
  margin: 0 calc(-1 * var(--pad)); padding-inline: var(--pad); background: var(--soft);
}
& .hk-following { margin-top: 1.25rem; font-weight: 550; }
@media screen and (min-width: 64rem) { & { margin: 2rem auto; } & kbd { display: inline; } }
@media screen and (min-width: 48rem) {
  & .hk-timer:not([hidden]) { grid-template-columns: 1fr auto auto; align-items: center; }
  & .hk-timer .hk-current { align-self: end; }
  & .hk-timer .hk-total { align-self: start; }
  & .hk-timer .hk-keys { grid-area: 1 / 2 / span 2 / auto; margin: 0; }
  & .hk-timer .hk-clockface { grid-column: 3; min-width: 8rem; }
}
@media print {
  html { font-size: 9pt; }
  body { background: none; }
  & .hk-timer:not([hidden]), &[data-state] .hk-bar::after { display: none; }
  & .hk-bar > span.hk-now { box-shadow: none; }
  & .hk-run > li.hk-now { margin: 0; padding-inline: 0; background: none; }
}
)";

// A screen of 1600 points and more hangs on a wall: everything on one page, and the smallest line
// as high as a thumb is broad, four metres away.
constexpr std::string_view kWall = R"(
@media screen and (min-width: 100rem) and (min-height: 50rem) {
  html { font-size: calc(var(--fit, 1) * min(1.6667vw, 2.963vh)); }
  & {
    display: grid; grid-template: auto 1fr auto auto / minmax(0, 1.7fr) minmax(0, 1fr);
    grid-template-areas: "head timer" "main side" "bar bar" "next motto";
    gap: 1rem 2.25rem; max-width: none; min-height: 100vh; margin: 0; padding: 1.5rem 2.25rem;
    border: 0; border-radius: 0;
  }
  &[data-state=running], &[data-state=paused] {
    grid-template-areas: "head head" "main timer" "bar bar" "next motto";
  }
  & header { grid-area: head; }
  & header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem; }
  & .hk-organisation { order: 1; }
  & .hk-when { order: 2; width: 100%; margin: 0; }
  & .hk-status { order: 3; margin: 0; }
  & .hk-organisation, & .hk-when { font-size: .9375rem; }
  & .hk-timer:not([hidden]) {
    grid-area: timer; position: static; display: flex; flex-direction: column; gap: .125rem;
    align-items: flex-end; margin: 0; padding: 0; border: 0; text-align: end;
  }
  & .hk-timer .hk-current { display: none; }
  &[data-state=over] .hk-timer .hk-current { display: block; }
  & .hk-left { font-size: 2.5rem; }
  & .hk-timer .hk-clockface { display: flex; gap: .5rem; align-items: baseline; min-width: 0; }
  & .hk-timer .hk-current, & .hk-timer .hk-total { align-self: auto; }
  & .hk-timer .hk-keys { margin-top: .375rem; }
  & button { padding: .25rem .75rem; font-size: .8125rem; }
  & .hk-hero { grid-area: main; align-content: center; margin: 0; padding: 1.25rem 1.75rem; }
  & .hk-label { font-size: .875rem; }
  & .hk-value { font-size: 3rem; }
  & .hk-statement { max-width: none; font-size: 1.1875rem; line-height: 1.4; }
  & .hk-prompts { grid-template-columns: 1fr; gap: .875rem; margin-top: 1rem; }
  & .hk-prompts dd { font-size: 1.375rem; line-height: 1.3; }
  & .hk-why, & .hk-hero .hk-why { margin-top: .875rem; max-width: none; font-size: .875rem; }
  &[data-state=waiting] .hk-why, &[data-state=over] .hk-why { display: none; }
  & .hk-bar { grid-area: bar; margin: 0; }
  & .hk-run { grid-area: side; margin: 0; }
  & .hk-run > li { display: none; }
  & .hk-run > li[data-kind=win] { display: block; padding: 1.5rem 0; border: 0; }
  & .hk-clock, & .hk-run .hk-number, & .hk-run .hk-length { display: none; }
  & .hk-run .hk-name { font-size: 1.1875rem; }
  & .hk-body { margin-top: .375rem; font-size: 1.25rem; line-height: 1.4; }
  & .hk-points { font-size: 1.125rem; }
  &:not(.hk-with-story) .hk-hero { grid-column: 1 / -1; grid-row: 2; }
  &[data-state=running] .hk-run, &[data-state=paused] .hk-run { grid-area: main; }
  &[data-state=running] .hk-run > li, &[data-state=paused] .hk-run > li { display: none; }
  &[data-state] .hk-run > li.hk-now {
    display: block; margin: 0; padding: 1rem 0; background: none; border: 0;
  }
  & .hk-now .hk-name { font-size: 2.25rem; line-height: 1.15; letter-spacing: -.02em; }
  & .hk-now .hk-who { display: block; margin: .25rem 0 0; font-size: 1.25rem; }
  & .hk-now .hk-body, & .hk-now .hk-points { margin-top: .875rem; font-size: 1.5rem; max-width: none; }
  &[data-state=running] .hk-hero, &[data-state=paused] .hk-hero { display: none; }
  &[data-state].hk-on-value .hk-hero { display: block; grid-area: main; }
  &[data-state].hk-on-value .hk-run { display: none; }
  &[data-state=running] .hk-timer, &[data-state=paused] .hk-timer { justify-content: center; }
  &[data-state=running] .hk-left, &[data-state=paused] .hk-left { font-size: 7rem; line-height: 1; }
  &[data-state=running] .hk-unit, &[data-state=paused] .hk-unit { font-size: 1.5rem; }
  & .hk-total { font-size: 1.125rem; }
  & .hk-then { display: block; margin-top: 1.25rem; color: var(--ink); font-size: 1.25rem; }
  & .hk-following { grid-area: next; margin: 0; font-size: .9375rem; }
  & .hk-motto { grid-area: motto; margin: 0; padding: 0; border: 0; font-size: .9375rem; text-align: end; }
}
)";

}  // namespace

std::string page_style() { return card_rules(kPageRules) + card_rules(kWall); }

}  // namespace huddlekit::detail
