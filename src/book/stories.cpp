// What the facade has to say about stories and search.
#include "book/impl.hpp"

namespace huddlekit {

Story Book::tell(const Story& story) {
  return impl_->write(
      [&] { return impl_->stories.add(story, impl_->today(impl_->playbook.team(story.team))); });
}

Story Book::edit_story(Id story, const StoryChange& change, std::optional<std::string_view> by) {
  return impl_->write([&] { return impl_->stories.edit(story, change, by, impl_->now()); });
}

Story Book::story(Id id) const {
  return impl_->read([&] { return impl_->stories.find(id); });
}

std::vector<StoryEdit> Book::story_edits(Id story) const {
  return impl_->read([&] { return impl_->stories.edits(story); });
}

Story Book::put_right(Id story, Recovery step, std::string_view by, Day day) {
  return impl_->write([&] {
    const auto& team = impl_->playbook.team(impl_->stories.find(story).team);
    return impl_->stories.put_right(story, step, by, day, impl_->today(team));
  });
}

std::vector<Story> Book::stories(std::string_view team, Day from, Day until) const {
  return impl_->read(
      [&] { return impl_->stories.between(impl_->playbook.team(team).id, from, until); });
}

std::vector<Story> Book::open_misses(std::string_view team) const {
  return impl_->read([&] { return impl_->stories.open_misses(impl_->playbook.team(team).id); });
}

BlamelessCheck Book::check_miss(std::string_view text) const {
  const auto names = impl_->read([&] { return impl_->playbook.names(); });
  return check_blameless(text, names);
}

std::vector<SearchHit> Book::search(std::string_view words, const SearchOptions& options) const {
  return impl_->read([&] { return impl_->finder.search(words, options); });
}

}  // namespace huddlekit
