#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/agenda.hpp"
#include "huddlekit/email.hpp"
#include "huddlekit/reminder.hpp"

namespace huddlekit {

// Pure functions from a value to text. Each escapes for its own target: people's text is data,
// nobody's name can inject markup. Control characters are shown (␛), bytes that are not UTF-8
// become U+FFFD, and invisible characters that would reorder other text are left out; only JSON
// keeps them. Every function is safe to call from several threads.

/// For a terminal or a plain mail: at most `width` columns (40 to 200), no escape codes, control
/// characters made visible.
/// @throws InvalidArgument for a width outside that range.
[[nodiscard]] std::string to_text(const Agenda& agenda, int width = 80);

/// CommonMark.
[[nodiscard]] std::string to_markdown(const Agenda& agenda);

/// An HTML fragment (one `<article>` with its own scoped `<style>`): the card, with a bar in which
/// each segment is as wide as its time. No script, no network.
[[nodiscard]] std::string to_html(const Agenda& agenda);

/// A whole HTML document around the card.
[[nodiscard]] std::string to_html_page(const Agenda& agenda);

/// One HTML file for the screen on the wall, a phone and paper: the card with a clock that starts
/// with the huddle and walks through the segments (space: start and pause; arrows: back and next).
/// Before and after it is a poster: the value, how to see it, and the latest win. Asks nobody for
/// anything; reads itself anew every ten minutes outside the huddle.
/// @param next  the team's next huddle, to say when it is and who leads it.
[[nodiscard]] std::string to_page(const Agenda& agenda, const std::optional<Agenda>& next = {});

/// Slack Block Kit as JSON (`{"text": …, "blocks": […]}`), at most 12,000 bytes and 13 blocks. Of
/// what does not fit, the least important is shortened first, with a visible "… and 3 more".
[[nodiscard]] std::string to_slack(const Agenda& agenda);
/// What `to_slack` had to leave out, a phrase each (`Kept promises: 188 left out`); mostly nothing.
[[nodiscard]] std::vector<std::string> cut_for_slack(const Agenda& agenda);

/// A message for a Teams webhook as JSON: one Adaptive Card (1.4), at most 20,000 bytes, shortened
/// as for Slack.
[[nodiscard]] std::string to_teams(const Agenda& agenda);
/// What `to_teams` had to leave out; mostly nothing.
[[nodiscard]] std::vector<std::string> cut_for_teams(const Agenda& agenda);

[[nodiscard]] Email to_email(const Agenda& agenda);

// A plan of days: a row a huddle with its day, time, value, who leads and who has the customer's
// seat. What is the same in every row (the team, the name of the huddle) has no column. `language`
// is that of a plan without a huddle; any other speaks that of its first agenda. See also `to_csv`,
// `to_rss`, and `to_ics` in ics.hpp.

/// As `to_text` above; a table, or a list where it does not fit `width`.
[[nodiscard]] std::string plan_to_text(std::span<const Agenda> agendas, int width = 80,
                                       std::string_view language = "en");
/// A table of GitHub Flavored Markdown.
[[nodiscard]] std::string plan_to_markdown(std::span<const Agenda> agendas,
                                           std::string_view language = "en");
/// An HTML fragment as `to_html` gives; on a narrow screen each huddle is a block of lines.
[[nodiscard]] std::string plan_to_html(std::span<const Agenda> agendas,
                                       std::string_view language = "en");

/// An RSS 2.0 feed with one item an agenda, in the order given. An item's identity is the huddle
/// and its revision; its date is the start of the huddle.
/// @param link  the page that the feed belongs to. @throws InvalidArgument unless it is
/// `http(s)://…`.
[[nodiscard]] std::string to_rss(std::span<const Agenda> agendas, std::string_view title,
                                 std::string_view link);

/// A table with one row an agenda (RFC 4180, UTF-8 without a byte order mark), its names in the
/// first row. A cell that a spreadsheet would take for a formula is preceded by an apostrophe.
[[nodiscard]] std::string to_csv(std::span<const Agenda> agendas);

// Reminders, as agendas. A text too long for its target is shortened with `…`.

/// @throws InvalidArgument for a width outside 40 to 200.
[[nodiscard]] std::string to_text(const Reminder& reminder, int width = 80);
[[nodiscard]] std::string to_markdown(const Reminder& reminder);
[[nodiscard]] std::string to_slack(const Reminder& reminder);
[[nodiscard]] std::string to_teams(const Reminder& reminder);
[[nodiscard]] Email to_email(const Reminder& reminder);

}  // namespace huddlekit
