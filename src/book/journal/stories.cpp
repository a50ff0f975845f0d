// What the facade has to say about stories and search.
#include "book/impl.hpp"

namespace huddlekit {

Story Journal::edit(StoryId story, const StoryChange& change,
                    std::optional<std::string_view> by) const {
  return write(at_,
               asked(at_, "edit(story, change, by)", story, change, std::optional<std::string>(by)),
               [&](Session& s) { return s.stories.edit(story, change, by, s.now()); });
}

Story Journal::story(StoryId id) const {
  return read(at_, [&](Session& s) { return s.stories.find(id); });
}

std::vector<StoryEdit> Journal::edits(StoryId story) const {
  return read(at_, [&](Session& s) { return s.stories.edits(story); });
}

Story Journal::put_right(StoryId story, Recovery step, std::string_view by, Day day) const {
  return write(at_, asked(at_, "put_right(story, step, by, day)", story, step, by, day),
               [&](Session& s) {
                 const auto& team = s.playbook.team(s.stories.find(story).team);
                 return s.stories.put_right(story, step, by, day, s.today(team));
               });
}

std::vector<Story> Team::stories(Day start, Day end) const {
  check_door("start, end", start, end);
  return read(at_,
              [&](Session& s) { return s.stories.between(s.playbook.team(key_).id, start, end); });
}

std::vector<Story> Team::open_misses() const {
  return read(at_, [&](Session& s) { return s.stories.open_misses(s.playbook.team(key_).id); });
}

BlamelessCheck Journal::check_miss(std::string_view text) const {
  const auto names = read(at_, [&](Session& s) { return s.playbook.names(); });
  return check_blameless(text, names);
}

std::vector<SearchHit> Book::search(std::string_view words) const { return search(words, {}); }

std::vector<SearchHit> Book::search(std::string_view words, const SearchOptions& options) const {
  check_door("words, kind, start, end", words, options.kind, options.start, options.end);
  return read(at_, [&](Session& s) { return s.finder.search(words, options); });
}

}  // namespace huddlekit
