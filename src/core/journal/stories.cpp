#include "core/journal/stories.hpp"

#include <algorithm>

#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kWords = 200;
constexpr std::size_t kMostTags = 20;

template <class T>
void check_distinct(const char* argument, const std::vector<T>& items) {
  for (auto it = items.begin(); it != items.end(); ++it) {
    if (std::find(items.begin(), it, *it) != it) {
      throw InvalidArgument(std::string(argument) + ": must not name the same twice");
    }
  }
}

void check_if_any(const char* argument, const std::string& text, std::size_t limit) {
  if (!text.empty()) check_text(argument, text, limit);
}

/// A promise is what a miss breaks: nothing else has one, or has anything to put right.
void check_kind(const Story& story) {
  if (story.kind == StoryKind::kMiss) {
    if (story.who.empty()) return;
    throw InvalidArgument("who: a miss names nobody, got " + in_quotes(story.who.front().key));
  }
  if (!story.promise.empty()) {
    throw InvalidArgument("promise: is for a miss, got " + in_quotes(story.promise));
  }
}

void check_tags(const std::vector<std::string>& tags) {
  for (const auto& tag : tags) {
    check_text("tags", tag, kWords);
    if (tag.find('\n') != tag.npos) {
      throw InvalidArgument("tags: must be on one line, got " + in_quotes(tag));
    }
  }
  if (tags.size() > kMostTags) {
    throw InvalidArgument("tags: must be at most " + std::to_string(kMostTags) + ", got " +
                          std::to_string(tags.size()));
  }
  check_distinct("tags", tags);
}

}  // namespace

void check_day(Day day, Day today) {
  if (day <= today) return;
  throw InvalidArgument("day: must not be after the team's today (" + to_string(today) + "), got " +
                        to_string(day));
}

void check_story(const Story& story) {
  check_text("text", story.text, kLongText);
  check_kind(story);
  check_if_any("touch_point", story.touch_point, kWords);
  check_if_any("stage", story.stage, kWords);
  check_if_any("customer", story.customer, kWords);
  check_if_any("promise", story.promise, kShortText);
  check_tags(story.tags);
  check_distinct("values", story.values);
  std::vector<std::string> who;
  for (const auto& person : story.who) who.push_back(person.key);
  check_distinct("who", who);
  if (story.by && std::ranges::find(who, story.by->key) != who.end()) {
    throw InvalidArgument("who: nobody recognises themselves, got " + in_quotes(story.by->key));
  }
}

Story changed(Story story, const StoryChange& change) {
  const auto take = [](auto& field, const auto& changed) {
    if (changed) field = *changed;
  };
  take(story.text, change.text);
  take(story.values, change.values);
  take(story.touch_point, change.touch_point);
  take(story.stage, change.stage);
  take(story.customer, change.customer);
  take(story.inside_customer, change.inside_customer);
  take(story.tags, change.tags);
  take(story.promise, change.promise);
  if (change.who) {
    story.who.clear();
    for (const auto& key : *change.who) story.who.push_back({key, {}});
  }
  return story;
}

bool is_news(const RecoveryStep& taken, const Story& story, Day today) {
  if (story.kind != StoryKind::kMiss) {
    throw Conflict("story " + std::to_string(story.id) + ": is a " + name_of(story.kind) +
                   "; only a miss is put right");
  }
  if (taken.day < story.day || taken.day > today) {
    throw InvalidArgument("day: must be from the day of the miss (" + to_string(story.day) +
                          ") to the team's today (" + to_string(today) + "), got " +
                          to_string(taken.day));
  }
  const auto known = std::ranges::find(story.recovery, taken.step, &RecoveryStep::step);
  if (known == story.recovery.end()) return true;
  if (*known == taken) return false;
  throw Conflict("story " + std::to_string(story.id) + ": " + name_of(taken.step) + " already by " +
                 known->by.name + " on " + to_string(known->day));
}

}  // namespace huddlekit
