// The facade's calls about lessons that come back.
#include <algorithm>

#include "book/calendar/slot.hpp"
#include "book/impl.hpp"
#include "core/lessons/lesson_choice.hpp"
#include "core/text/alike.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

constexpr days kMonth{30};

int since(const LessonStore::Standing& s, Day day) {
  return std::max(0, static_cast<int>((day - s.heard.value_or(s.learned)).count()));
}

}  // namespace

Lesson Journal::retire(LessonId lesson, std::string_view reason) const {
  return write(at_, asked(at_, "retire(lesson, reason)", lesson, reason),
               [&](Session& s) { return s.lessons.retire(lesson, reason); });
}

Lesson Journal::merge(LessonId lesson, LessonId into) const {
  return write(at_, asked(at_, "merge(lesson, into)", lesson, into),
               [&](Session& s) { return s.lessons.merge(lesson, into); });
}

std::vector<LessonStanding> Journal::recall(std::string_view key, std::optional<Day> day) const {
  check_door("team, day", key, day);
  return read(at_, [&](Session& s) {
    const auto& team = s.playbook.team(key);
    const Day when = day.value_or(s.today(team));
    std::vector<LessonStanding> out;
    for (const auto& standing : s.lessons.standings(team)) {
      out.push_back({.lesson = LessonId(standing.lesson),
                     .state = standing.state,
                     .heard = standing.heard,
                     .due = standing.due,
                     .remembered = standing.state ? recall_policy().retrievability(
                                                        *standing.state, since(standing, when))
                                                  : 0,
                     .good_in_a_row = standing.good_in_a_row});
    }
    return out;
  });
}

std::vector<LessonReview> Journal::reviews(LessonId lesson, std::string_view team) const {
  return read(at_, [&](Session& s) {
    (void)s.lessons.lesson(lesson);
    return s.lessons.reviews(lesson, s.playbook.team(team).id);
  });
}

int Journal::rebuild_recall() const {
  return write(at_, asked(at_, "rebuild_recall"), [&](Session& s) { return s.lessons.rebuild(); });
}

LessonLoad Journal::lesson_load(std::string_view key) const {
  return read(at_, [&](Session& s) {
    const auto& team = s.playbook.team(key);
    const Day today = s.today(team);
    LessonLoad out;
    const auto segments = agenda_template(s.playbook.rulebook().segments);
    if (segments[SegmentKind::kLesson].enabled) {
      for (Day day = today; day < today + kMonth; day += days{1}) {
        out.room += static_cast<double>(slots_on(team, day).size());
      }
    }
    std::vector<LessonCandidate> present;
    std::vector<Id> ids;
    for (const auto& standing : s.lessons.standings(team)) {
      present.push_back({.id = standing.lesson,
                         .state = standing.state,
                         .days = since(standing, today),
                         .importance = standing.importance});
      ids.push_back(standing.lesson);
      if (standing.state && may_retire(*standing.state, standing.good_in_a_row))
        out.retire.emplace_back(standing.lesson);
    }
    const auto capacity = huddlekit::lesson_capacity(recall_policy(), present, out.room);
    out.load = capacity.load;
    out.first_year = capacity.first_year;
    out.new_per_month = capacity.new_per_month;
    out.over = out.load > out.room;
    for (const auto& pair : alike(s.lessons.insights(ids))) {
      out.merge.push_back({LessonId(ids[pair.first]), LessonId(ids[pair.second]), pair.share});
    }
    return out;
  });
}

}  // namespace huddlekit
