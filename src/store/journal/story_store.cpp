#include "store/journal/story_store.hpp"

#include <algorithm>

#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "store/journal/journal_store.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kWords = 200;
constexpr std::size_t kMostTags = 20;

template <class T>
void check_distinct(std::string_view argument, const std::vector<T>& items) {
  for (auto it = items.begin(); it != items.end(); ++it) {
    if (std::find(items.begin(), it, *it) != it) {
      throw InvalidArgument(std::string(argument) + ": must not name the same twice");
    }
  }
}

void check_if_any(std::string_view argument, std::string_view text, std::size_t limit) {
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

}  // namespace

StoryStore::Links StoryStore::check(Story& story) {
  check_text("text", story.text, kLongText);
  check_kind(story);
  check_if_any("touch_point", story.touch_point, kWords);
  check_if_any("stage", story.stage, kWords);
  check_if_any("customer", story.customer, kWords);
  check_if_any("promise", story.promise, kShortText);
  for (const auto& tag : story.tags) {
    check_text("tags", tag, kWords);
    if (tag.find('\n') != tag.npos) {
      throw InvalidArgument("tags: must be on one line, got " + in_quotes(tag));
    }
  }
  if (story.tags.size() > kMostTags) {
    throw InvalidArgument("tags: must be at most " + std::to_string(kMostTags) + ", got " +
                          std::to_string(story.tags.size()));
  }
  check_distinct("tags", story.tags);

  Links links;
  for (const auto& key : story.values) links.values.push_back(playbook_.value(key).id);
  for (auto& person : story.who) {
    links.who.push_back(playbook_.person(person.key));
    person = playbook_.shown(links.who.back());
  }
  check_distinct("values", links.values);
  check_distinct("who", links.who);
  if (story.by) {
    links.by = playbook_.person(story.by->key);
    story.by = playbook_.shown(*links.by);
    if (std::find(links.who.begin(), links.who.end(), *links.by) != links.who.end()) {
      throw InvalidArgument("who: nobody recognises themselves, got " + in_quotes(story.by->key));
    }
  }
  return links;
}

void StoryStore::link(Id story, const Links& links) {
  int position = 0;
  for (const Id id : links.values) {
    database_.run("INSERT INTO story_value VALUES (?, ?, ?)", story, position++, id);
  }
  position = 0;
  for (const Id id : links.who) {
    database_.run("INSERT INTO story_person VALUES (?, ?, ?)", story, position++, id);
  }
}

Story StoryStore::add(const Story& given, Day today) {
  Story story = given;
  const Id team = playbook_.team_in_force(story.team);
  const auto links = check(story);
  check_day(story.day, today);
  story.recovery.clear();
  story.id = database_.insert(
      "INSERT INTO story (kind, team_id, day, text, by_id, touch_point, stage, customer,"
      " inside_customer, tags, promise, unsettled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      name_of(story.kind), team, story.day, story.text, links.by, story.touch_point, story.stage,
      story.customer, story.inside_customer, to_json_list(story.tags), story.promise,
      story.kind == StoryKind::kMiss);
  link(story.id, links);
  return story;
}

Story StoryStore::edit(Id id, const StoryChange& change, std::optional<std::string_view> by,
                       Instant at) {
  const Story before = find(id);
  const auto editor = by ? std::optional(playbook_.person(*by)) : std::nullopt;
  Story story = before;
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

  // Only what changes is checked anew: the value of an old story may have left the playbook, and
  // somebody in it may have been erased.
  Story checked = story;
  if (!change.values) checked.values.clear();
  if (!change.who) {
    std::erase_if(checked.who, [](const Person& person) { return person.key.empty(); });
  }
  if (checked.by && checked.by->key.empty()) checked.by.reset();
  const auto links = check(checked);
  if (change.who) story.who = checked.who;
  if (story == before) return story;

  if (story.text != before.text) {
    database_.run("INSERT INTO story_edit (story_id, at, by_id, text) VALUES (?, ?, ?, ?)", id, at,
                  editor, before.text);
    database_.run("UPDATE story SET text = ? WHERE id = ?", story.text, id);
  }
  database_.run(
      "UPDATE story SET touch_point = ?, stage = ?, customer = ?, inside_customer = ?, tags = ?,"
      " promise = ? WHERE id = ?",
      story.touch_point, story.stage, story.customer, story.inside_customer,
      to_json_list(story.tags), story.promise, id);
  if (change.values) database_.run("DELETE FROM story_value WHERE story_id = ?", id);
  if (change.who) database_.run("DELETE FROM story_person WHERE story_id = ?", id);
  link(id, {change.values ? links.values : std::vector<Id>{},
            change.who ? links.who : std::vector<Id>{},
            {}});
  return story;
}

Story StoryStore::put_right(Id id, Recovery step, std::string_view by, Day day, Day today) {
  Story story = find(id);
  const Id person = playbook_.person(by);
  const RecoveryStep taken{step, playbook_.shown(person), day};
  if (story.kind != StoryKind::kMiss) {
    throw Conflict("story " + std::to_string(id) + ": is a " + name_of(story.kind) +
                   "; only a miss is put right");
  }
  if (day < story.day || day > today) {
    throw InvalidArgument("day: must be from the day of the miss (" + to_string(story.day) +
                          ") to the team's today (" + to_string(today) + "), got " +
                          to_string(day));
  }
  for (const auto& known : story.recovery) {
    if (known.step != step) continue;
    if (known == taken) return story;
    throw Conflict("story " + std::to_string(id) + ": " + name_of(step) + " already by " +
                   known.by.name + " on " + to_string(known.day));
  }
  database_.run("INSERT INTO recovery VALUES (?, ?, ?, ?)", id, name_of(step), person, day);
  if (step == Recovery::kPutRight) {
    database_.run("UPDATE story SET unsettled = 0 WHERE id = ?", id);
  }
  return find(id);
}

Story StoryStore::find(Id id) {
  Story story;
  {
    auto q = database_.query(
        "SELECT kind, team.key, day, text, by_id, touch_point, stage, story.customer,"
        " inside_customer, tags, promise FROM story JOIN team ON team.id = team_id"
        " WHERE story.id = ?",
        id);
    if (!q.next()) throw NotFound("story: no such story, got " + std::to_string(id));
    story = {.id = id,
             .kind = q.word<StoryKind>(0),
             .team = q.text(1),
             .day = q.day(2),
             .text = q.text(3),
             .touch_point = q.text(5),
             .stage = q.text(6),
             .customer = q.text(7),
             .inside_customer = q.flag(8),
             .tags = from_json_list(q.view(9)),
             .promise = q.text(10)};
    if (const auto by = q.maybe_id(4)) story.by = playbook_.shown(*by);
  }
  auto who = database_.query(
      "SELECT person_id FROM story_person WHERE story_id = ? ORDER BY position", id);
  while (who.next()) story.who.push_back(playbook_.shown(who.number(0)));
  auto values = database_.query(
      "SELECT key FROM story_value JOIN core_value ON core_value.id = value_id"
      " WHERE story_id = ? ORDER BY story_value.position",
      id);
  while (values.next()) story.values.push_back(values.text(0));
  if (story.kind != StoryKind::kMiss) return story;
  auto steps = database_.query("SELECT step, person_id, day FROM recovery WHERE story_id = ?", id);
  while (steps.next()) {
    story.recovery.push_back({from_name<Recovery>(steps.view(0)).value(),
                              playbook_.shown(steps.number(1)), steps.day(2)});
  }
  std::ranges::sort(story.recovery, {}, &RecoveryStep::step);
  return story;
}

std::vector<StoryEdit> StoryStore::edits(Id story) {
  (void)find(story);  // says so when there is none
  std::vector<StoryEdit> out;
  auto q = database_.query("SELECT at, by_id, text FROM story_edit WHERE story_id = ? ORDER BY id",
                           story);
  while (q.next()) {
    const auto by = q.maybe_id(1);
    out.push_back(
        {q.instant(0), by ? std::optional(playbook_.shown(*by)) : std::nullopt, q.text(2)});
  }
  return out;
}

std::vector<Story> StoryStore::found(const std::vector<Id>& ids) {
  std::vector<Story> out;
  for (const Id id : ids) out.push_back(find(id));
  return out;
}

std::vector<Story> StoryStore::between(Id team, Day from, Day until) {
  std::vector<Id> ids;
  auto q = database_.query(
      "SELECT id FROM story WHERE team_id = ? AND day >= ? AND day < ? ORDER BY day, id", team,
      from, until);
  while (q.next()) ids.push_back(q.number(0));
  return found(ids);
}

std::vector<Story> StoryStore::all_of(Id team) {
  std::vector<Id> ids;
  auto q = database_.query("SELECT id FROM story WHERE team_id = ? ORDER BY day, id", team);
  while (q.next()) ids.push_back(q.number(0));
  return found(ids);
}

bool StoryStore::is_known(const Story& story) {
  auto q =
      database_.query("SELECT 1 FROM story WHERE team_id = ? AND day = ? AND kind = ? AND text = ?",
                      playbook_.team(story.team).id, story.day, name_of(story.kind), story.text);
  return q.next();
}

std::vector<Story> StoryStore::open_misses(Id team) {
  std::vector<Id> ids;
  for (const auto& fact : unsettled(team)) ids.push_back(fact.id);
  return found(ids);
}

std::vector<MissFact> StoryStore::unsettled(Id team) {
  std::vector<MissFact> out;
  auto q = database_.query(
      "SELECT id, day, text, EXISTS (SELECT 1 FROM recovery WHERE story_id = id AND step = "
      "'heard'),"
      " EXISTS (SELECT 1 FROM recovery WHERE story_id = id AND step = 'apologised'),"
      " EXISTS (SELECT 1 FROM told WHERE story_id = id AND told.team_id = story.team_id"
      " AND reached = 1)"
      " FROM story WHERE team_id = ? AND unsettled = 1 ORDER BY day, id",
      team);
  while (q.next()) {
    out.push_back({q.number(0), q.day(1), q.text(2), q.flag(3), q.flag(4), q.flag(5)});
  }
  return out;
}

}  // namespace huddlekit
