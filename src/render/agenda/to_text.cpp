#include <algorithm>

#include "core/sentences/days.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/render.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/reminder_lines.hpp"
#include "render/ink/shown.hpp"
#include "render/ink/width.hpp"

namespace huddlekit {
namespace {

using detail::display_width;

constexpr std::size_t kMargin = 7;  // behind the clock: ` 0:30  `
constexpr std::size_t kWidestLabel = 18;
constexpr std::size_t kNarrowestText = 36;

/// One line of a wrapped text: what is isolated across a line's end is closed there and opened
/// again on the next. `open` goes from line to line.
std::string isolated_line(const std::string& line, bool& open) {
  std::string out = (open ? "\u2068" : "") + line;
  const auto opens = out.rfind("\u2068");
  const auto closes = out.rfind("\u2069");
  open = opens != std::string::npos && (closes == std::string::npos || closes < opens);
  return open ? out + "\u2069" : out;
}

std::string padding(std::size_t columns) { return std::string(columns, ' '); }

/// Lines of at most `width` columns, written one below the other.
class TextPage {
 public:
  explicit TextPage(std::size_t width) : width_(width) {}

  [[nodiscard]] std::size_t width() const { return width_; }

  void blank() { out_ += '\n'; }

  void rule() {
    for (std::size_t i = 0; i < width_; ++i) out_ += "─";
    out_ += '\n';
  }

  /// `text`, wrapped behind `first` on the first line and as many blanks on the others.
  void paragraph(const std::string& first, std::string_view text) { spread(first, text, ""); }

  /// As `paragraph`, with `right` at the end of the first line where there is room for both.
  void spread(const std::string& first, std::string_view text, const std::string& right) {
    const std::size_t margin = display_width(first);
    const std::size_t room = width_ - margin;
    std::size_t taken = right.empty() ? 0 : display_width(right) + 2;
    if (taken * 2 > room) taken = 0;
    const auto lines = detail::wrap(text, room - taken);
    bool isolating = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].empty()) {
        out_ += (i == 0 ? first : padding(margin)) + isolated_line(lines[i], isolating);
      }
      if (i == 0 && taken > 0) {
        out_ += padding(room + 2 - taken - display_width(lines[i])) + right;
      }
      out_ += '\n';
    }
    if (taken == 0 && !right.empty()) paragraph(padding(margin), right);
  }

  std::string take() { return std::move(out_); }

 private:
  std::size_t width_;
  std::string out_;
};

/// Labels in a column of their own where all are short, else as bullets.
void write_points(TextPage& page, const std::vector<Point>& points) {
  std::size_t column = 0;
  for (const auto& point : points) column = std::max(column, display_width(point.label));
  const bool bullets = column > kWidestLabel || page.width() < kMargin + column + kNarrowestText;
  const std::string margin = padding(kMargin);
  for (const auto& point : points) {
    const std::size_t label = display_width(point.label);
    if (label == 0) {
      page.paragraph(margin + "• ", detail::isolated(point.text));
    } else if (bullets) {
      page.paragraph(margin + "• ",
                     detail::isolated(point.label) + ": " + detail::isolated(point.text));
    } else {
      page.paragraph(margin + detail::isolated(point.label) + padding(column - label + 2),
                     detail::isolated(point.text));
    }
  }
}

void write_segment(TextPage& page, const Agenda& agenda, const Segment& segment,
                   std::chrono::seconds start) {
  const std::string clock = sentences::minutes_seconds(start);
  const std::string first = padding(clock.size() < 5 ? 5 - clock.size() : 0) + clock + "  ";
  const std::string who = detail::names(agenda, segment.who, detail::isolated);
  page.spread(first,
              detail::heading(agenda, segment, detail::isolated) + (who.empty() ? "" : " · " + who),
              sentences::minutes_seconds(segment.seconds));
  const std::string margin = padding(kMargin);
  page.paragraph(margin, detail::isolated(segment.text));
  write_points(page, segment.points);
  if (!segment.why.empty()) {
    page.paragraph(margin + "↳ ", detail::why_today(agenda, segment, detail::isolated));
  }
}

std::size_t columns(int width) {
  if (width < 40 || width > 200) {
    throw InvalidArgument("width: must be from 40 to 200 columns, got " + std::to_string(width));
  }
  return static_cast<std::size_t>(width);
}

}  // namespace

std::string to_text(const Agenda& agenda, int width) {
  TextPage page(columns(width));
  const Agenda a = detail::shown(agenda);
  page.spread("", detail::huddle_title(a, detail::isolated), detail::isolated(a.organisation));
  page.paragraph("",
                 detail::day_and_time(a) + " · " + detail::length_and_leader(a, detail::isolated));
  page.paragraph("", detail::status(a, detail::isolated));
  page.rule();
  std::chrono::seconds start{};
  for (const auto& segment : a.segments) {
    write_segment(page, a, segment, start);
    page.blank();
    start += segment.seconds;
  }
  page.rule();
  page.paragraph("", detail::isolated(a.motto));
  return page.take();
}

std::string to_text(const Reminder& reminder, int width) {
  TextPage page(columns(width));
  const auto lines = detail::lines_of(reminder);
  page.paragraph("", detail::isolated(lines.title));
  if (!lines.text.empty()) page.paragraph("", detail::isolated(lines.text));
  return page.take();
}

}  // namespace huddlekit
