#include <algorithm>
#include <cmath>

#include "core/sentences/catalogue.hpp"
#include "core/sentences/report_sentences.hpp"
#include "huddlekit/report.hpp"

namespace huddlekit {
namespace {

/// Figures in the order of the catalogue, filled in key by key.
class Sheet {
 public:
  explicit Sheet(std::string_view language) : say_(language) {
    for (const auto& figure : sentences::figure_keys()) {
      const auto name = "figure." + std::string(figure.key);
      figures_.push_back({.key = std::string(figure.key),
                          .section = say_.named("section." + std::string(figure.section)),
                          .label = say_.named(name),
                          .unit = std::string(figure.unit),
                          .text = say_("report.no_data"),
                          .how = say_.named(name + ".how"),
                          .not_for = say_.named(name + ".not_for")});
    }
  }

  void put(std::string_view key, std::optional<double> number) {
    auto& figure = at(key);
    figure.number = number;
    if (number) figure.text = say_.text(sentences::number(figure.unit, *number));
  }

  /// A share, with the counts that it is made of.
  void share(std::string_view key, std::int64_t part, std::int64_t whole) {
    if (whole == 0) return;
    put(key, static_cast<double>(part) / static_cast<double>(whole));
    auto& text = at(key).text;
    text = say_("report.share", part, whole, text);
  }

  std::vector<Figure> take() { return std::move(figures_); }

 private:
  Figure& at(std::string_view key) {
    return *std::find_if(figures_.begin(), figures_.end(),
                         [&](const Figure& figure) { return figure.key == key; });
  }

  sentences::Say say_;
  std::vector<Figure> figures_;
};

void ritual(const Report& r, Sheet& sheet) {
  sheet.share("held.rate", r.held.held(), r.held.planned);
  sheet.put("held.completed", r.held.completed);
  sheet.put("held.assumed", r.held.assumed);
  sheet.put("held.cancelled", r.held.cancelled);
  sheet.put("held.unprepared", r.held.unprepared);
  sheet.put("held.holidays", r.held.holidays);
  sheet.share("time.overruns", r.time.overruns, r.time.huddles);
  sheet.put("time.mean", r.time.mean());
  if (r.time.huddles > 0) {
    sheet.put("time.longest_over", static_cast<double>(r.time.longest_over.count()));
  }
  const auto heard = std::count_if(r.values.begin(), r.values.end(),
                                   [](const auto& value) { return value.huddles > 0; });
  sheet.share("values.covered", heard, static_cast<std::int64_t>(r.values.size()));
  if (!r.values.empty()) {
    double off = 0;
    for (const auto& value : r.values) off = std::max(off, std::abs(value.huddles - value.due));
    sheet.put("values.off", off);
  }
  sheet.put("stories.wins", r.stories.wins);
  sheet.put("stories.misses", r.stories.misses);
  sheet.put("stories.benchmarks", r.stories.benchmarks);
  sheet.put("stories.improvements", r.stories.improvements);
  sheet.put("stories.recognitions", r.stories.recognitions);
  sheet.put("lessons.learned", r.lessons.learned);
  sheet.put("lessons.capacity", r.lessons.capacity);
  sheet.put("lessons.came_back", r.lessons.came_back);
  sheet.put("lessons.recall_now", r.lessons.recall_now);
  sheet.put("lessons.recall_in_90", r.lessons.recall_in_90);
  sheet.put("handoffs.raised", r.handoffs.raised);
  sheet.share("handoffs.answered", r.handoffs.answered, r.handoffs.raised);
  if (r.handoffs.answered > 0) {
    sheet.put("handoffs.days",
              static_cast<double>(r.handoffs.days_to_answer) / r.handoffs.answered);
  }
  if (r.handoffs.waiting > 0) sheet.put("handoffs.oldest", r.handoffs.oldest_waiting);
  sheet.share("staleness.prompts", r.staleness.prompts_again, r.staleness.prompts);
  sheet.share("staleness.stories", r.staleness.stories_again, r.staleness.stories);
}

void people(const Report::PeopleMonth& p, Sheet& sheet) {
  sheet.put("people.members", p.members);
  sheet.share("people.attendance", p.attended, p.expected);
  sheet.share("people.recognised", p.recognised, p.members);
  sheet.share("people.led", p.led, p.lead);
  sheet.put("people.turns_off", p.mean_turns_off());
  sheet.share("people.customers", p.customers.kept, p.customers.kept + p.customers.missed);
  sheet.share("people.colleagues", p.colleagues.kept, p.colleagues.kept + p.colleagues.missed);
}

}  // namespace

std::vector<Figure> figures(const Report& report) {
  Sheet sheet(report.language);
  ritual(report, sheet);
  if (const auto all = report.people_in_all()) people(*all, sheet);
  return sheet.take();
}

}  // namespace huddlekit
