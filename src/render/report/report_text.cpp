#include <algorithm>

#include "core/sentences/catalogue.hpp"
#include "core/sentences/report_sentences.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/report.hpp"
#include "render/agenda/facts.hpp"
#include "render/ink/shown.hpp"
#include "render/ink/width.hpp"

namespace huddlekit {
namespace {

using sentences::Say;

std::string words(std::string_view text) { return detail::isolated(detail::shown_line(text)); }

std::string blanks(std::size_t n) { return std::string(n, ' '); }

/// Lines of at most `width` columns.
class Page {
 public:
  explicit Page(int width) : width_(static_cast<std::size_t>(width)) {
    if (width < 40 || width > 200) {
      throw InvalidArgument("width: must be from 40 to 200 columns, got " + std::to_string(width));
    }
  }

  /// Wrapped behind `first` on the first line and as many blanks on the others.
  void paragraph(std::string_view first, std::string_view text) {
    const auto margin = detail::display_width(first);
    std::string lead(first);
    for (const auto& line : detail::wrap(text, width_ - margin)) {
      out_ += lead + line + '\n';
      lead = blanks(margin);
    }
  }

  /// What it is on the left, in a column of its own, and how much on the right.
  void row(std::string_view label, std::string_view text) {
    const std::size_t column = std::min<std::size_t>(30, width_ / 2);
    if (detail::display_width(label) + 4 > column) {
      paragraph("  ", label);
      paragraph(blanks(column), text);
    } else {
      const auto pad = column - 2 - detail::display_width(label);
      paragraph("  " + std::string(label) + blanks(pad), text);
    }
  }

  void heading(std::string_view title) {
    out_ += '\n';
    paragraph("", title);
  }

  void rule() {
    for (std::size_t i = 0; i < width_; ++i) out_ += "─";
    out_ += '\n';
  }

  std::string take() { return std::move(out_); }

 private:
  std::size_t width_;
  std::string out_;
};

void reasons(Page& page, std::string_view title, const std::vector<Report::Reason>& list) {
  if (list.empty()) return;
  page.heading(title);
  for (const auto& reason : list) {
    page.paragraph("  " + std::to_string(reason.count) + " × ", words(reason.text));
  }
}

void write_figures(Page& page, const Report& report) {
  std::string section;
  for (const auto& figure : figures(report)) {
    if (!figure.number) continue;
    if (figure.section != section) page.heading(section = figure.section);
    page.row(figure.label, figure.text);
  }
}

void write_explanations(Page& page, const Report& report) {
  const Say say(report.language);
  page.heading(say("report.how"));
  for (const auto& figure : figures(report)) {
    if (!figure.number) continue;
    page.paragraph("  ", say("report.figure_how", figure.label, figure.how, figure.not_for));
  }
}

void write_exposure(Page& page, const Report& report) {
  if (report.exposure.empty()) return;
  page.heading(Say(report.language)("report.private"));
  for (const auto& row : report.exposure) {
    page.row(
        words(row.who.name.empty() ? row.who.key : row.who.name),
        words(sentences::value_name(report, row.value)) + " " + std::to_string(row.times) + " ×");
  }
}

}  // namespace

std::string to_text(const Report& report, int width) {
  Page page(width);
  const Say say(report.language);
  page.paragraph("", words(say.text(sentences::title(report))));
  page.paragraph("", say.text(sentences::range(report.start, report.end)) + " · " +
                         say.text(sentences::made_on(report.made, report.teams)));
  page.rule();
  if (report.held.planned == 0) page.paragraph("", say("report.nothing_so_far"));
  if (!report.warnings.empty()) {
    page.paragraph("", say("report.worth_a_look"));
    for (const auto& warning : report.warnings) page.paragraph("  • ", words(warning));
  }
  write_figures(page, report);
  page.heading(say.text(sentences::people_months(report)));
  reasons(page, say("report.why_cancelled"), report.held.reasons);
  reasons(page, say("report.why_missed"), report.missed_reasons);
  if (!report.values.empty()) page.heading(say("report.values"));
  for (const auto& value : report.values) {
    page.row(words(value.name), say.text(sentences::value_line(value)));
  }
  if (!report.themes.empty()) page.heading(say("report.themes"));
  for (const auto& theme : report.themes) {
    page.row(words(theme.name), words(say.text(sentences::theme_line(theme))));
  }
  if (!report.segments.empty()) page.heading(say("report.segments"));
  for (const auto& segment : report.segments) {
    page.row(segment.key.empty() ? detail::short_title(segment.kind, report.language)
                                 : words(segment.key),
             say.text(sentences::segment_line(segment)));
  }
  write_exposure(page, report);
  write_explanations(page, report);
  return page.take();
}

std::string to_text(const Comparison& comparison, int width) {
  Page page(width);
  for (const auto& row : comparison.rows) page.paragraph("• ", row.sentence);
  page.heading(comparison.caution);
  return page.take();
}

}  // namespace huddlekit
