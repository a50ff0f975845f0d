// What the facade has to say about stories and search.
#include "book/impl.hpp"

namespace huddlekit {

Story Book::tell(const Story& story) {
  return impl_->write(asked(caller_, "tell", story), [&](Session& s) {
    return s.stories.add(story, s.today(s.playbook.team(story.team)));
  });
}

Story Book::edit_story(Id story, const StoryChange& change, std::optional<std::string_view> by) {
  return impl_->write(asked(caller_, "edit_story", story, change, by),
                      [&](Session& s) { return s.stories.edit(story, change, by, s.now()); });
}

Story Book::story(Id id) const {
  return impl_->read([&](Session& s) { return s.stories.find(id); });
}

std::vector<StoryEdit> Book::story_edits(Id story) const {
  return impl_->read([&](Session& s) { return s.stories.edits(story); });
}

Story Book::put_right(Id story, Recovery step, std::string_view by, Day day) {
  return impl_->write(asked(caller_, "put_right", story, step, by, day), [&](Session& s) {
    const auto& team = s.playbook.team(s.stories.find(story).team);
    return s.stories.put_right(story, step, by, day, s.today(team));
  });
}

std::vector<Story> Book::stories(std::string_view team, Day from, Day until) const {
  return impl_->read(
      [&](Session& s) { return s.stories.between(s.playbook.team(team).id, from, until); });
}

std::vector<Story> Book::open_misses(std::string_view team) const {
  return impl_->read([&](Session& s) { return s.stories.open_misses(s.playbook.team(team).id); });
}

BlamelessCheck Book::check_miss(std::string_view text) const {
  const auto names = impl_->read([&](Session& s) { return s.playbook.names(); });
  return check_blameless(text, names);
}

std::vector<SearchHit> Book::search(std::string_view words, const SearchOptions& options) const {
  return impl_->read([&](Session& s) { return s.finder.search(words, options); });
}

}  // namespace huddlekit
