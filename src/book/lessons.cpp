// The facade's calls about lessons that come back.
#include <algorithm>

#include "book/impl.hpp"
#include "core/alike.hpp"
#include "core/lesson_choice.hpp"

namespace huddlekit {
namespace {

using std::chrono::days;

constexpr days kMonth{30};

int since(const LessonStore::Standing& s, Day day) {
  return std::max(0, static_cast<int>((day - s.heard.value_or(s.learned)).count()));
}

}  // namespace

Lesson Book::retire_lesson(Id lesson, std::string_view reason) {
  return impl_->write([&] { return impl_->lessons.retire(lesson, reason); });
}

Lesson Book::merge_lesson(Id lesson, Id into) {
  return impl_->write([&] { return impl_->lessons.merge(lesson, into); });
}

std::vector<LessonStanding> Book::recall(std::string_view key, std::optional<Day> day) const {
  return impl_->read([&] {
    const auto& team = impl_->playbook.team(key);
    const Day when = day.value_or(impl_->today(team));
    std::vector<LessonStanding> out;
    for (const auto& s : impl_->lessons.standings(team)) {
      out.push_back(
          {.lesson = s.lesson,
           .state = s.state,
           .heard = s.heard,
           .due = s.due,
           .remembered = s.state ? recall_policy().retrievability(*s.state, since(s, when)) : 0,
           .good_in_a_row = s.good_in_a_row});
    }
    return out;
  });
}

std::vector<LessonReview> Book::reviews(Id lesson, std::string_view team) const {
  return impl_->read([&] {
    (void)impl_->lessons.lesson(lesson);
    return impl_->lessons.reviews(lesson, impl_->playbook.team(team).id);
  });
}

int Book::rebuild_recall() {
  return impl_->write([&] { return impl_->lessons.rebuild(); });
}

LessonLoad Book::lesson_capacity(std::string_view key) const {
  return impl_->read([&] {
    const auto& team = impl_->playbook.team(key);
    const Day today = impl_->today(team);
    LessonLoad out;
    const auto segments = agenda_template(impl_->playbook.rulebook().segments);
    if (segments[SegmentKind::kLesson].enabled) {
      for (Day day = today; day < today + kMonth; day += days{1}) {
        out.room += static_cast<double>(impl_->slots(team, day).size());
      }
    }
    std::vector<LessonCandidate> present;
    std::vector<Id> ids;
    for (const auto& s : impl_->lessons.standings(team)) {
      present.push_back(
          {.id = s.lesson, .state = s.state, .days = since(s, today), .importance = s.importance});
      ids.push_back(s.lesson);
      if (s.state && may_retire(*s.state, s.good_in_a_row)) out.retire.push_back(s.lesson);
    }
    const auto capacity = huddlekit::lesson_capacity(recall_policy(), present, out.room);
    out.load = capacity.load;
    out.first_year = capacity.first_year;
    out.new_per_month = capacity.new_per_month;
    out.over = out.load > out.room;
    for (const auto& pair : alike(impl_->lessons.insights(ids))) {
      out.merge.push_back({ids[pair.first], ids[pair.second], pair.share});
    }
    return out;
  });
}

}  // namespace huddlekit
