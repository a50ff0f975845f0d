#include "store/journal/story_store.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/journal/stories.hpp"
#include "core/text/names.hpp"
#include "huddlekit/errors.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {

/// Everything that people write: what the rules say, and whether it is in the book.
StoryStore::Links StoryStore::check(Story& story) {
  check_story(story);
  Links links;
  for (const auto& key : story.values) links.values.push_back(playbook_.value(key).id);
  for (auto& person : story.who) {
    links.who.push_back(playbook_.person(person.key));
    person = playbook_.shown(links.who.back());
  }
  if (story.by) {
    links.by = playbook_.person(story.by->key);
    story.by = playbook_.shown(*links.by);
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
  story.id = StoryId(database_.insert(
      "INSERT INTO story (kind, team_id, day, text, by_id, touch_point, stage, customer,"
      " inside_customer, tags, promise, unsettled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      name_of(story.kind), team, story.day, story.text, links.by, story.touch_point, story.stage,
      story.customer, story.inside_customer, to_json_list(story.tags), story.promise,
      story.kind == StoryKind::kMiss));
  link(story.id, links);
  return story;
}

Story StoryStore::edit(Id id, const StoryChange& change, std::optional<std::string_view> by,
                       Instant at) {
  const Story before = find(id);
  const auto editor = by ? std::optional(playbook_.person(*by)) : std::nullopt;
  Story story = changed(before, change);

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
  if (!is_news({step, playbook_.shown(person), day}, story, today)) return story;
  database_.run("INSERT INTO recovery VALUES (?, ?, ?, ?)", id, name_of(step), person, day);
  if (step == Recovery::kPutRight) {
    database_.run("UPDATE story SET unsettled = 0 WHERE id = ?", id);
  }
  return find(id);
}

namespace {

/// The four statements that read stories with all that belongs to them, a batch each.
struct Reads {
  const char *stories, *who, *values, *steps;
};
#define HUDDLEKIT_STORIES_WHERE(condition)                                                    \
  Reads {                                                                                     \
    "SELECT s.id, kind, team.key, day, text, by_id, touch_point, stage, s.customer,"          \
    " inside_customer, tags, promise FROM story AS s JOIN team ON team.id = s.team_id"        \
    " WHERE " condition " ORDER BY day, s.id",                                                \
        "SELECT story_id, person_id FROM story AS s JOIN story_person ON story_id = s.id"     \
        " WHERE " condition " ORDER BY story_id, story_person.position",                      \
        "SELECT story_id, core_value.key FROM story AS s JOIN story_value ON story_id = s.id" \
        " JOIN core_value ON core_value.id = value_id WHERE " condition                       \
        " ORDER BY story_id, story_value.position",                                           \
        "SELECT story_id, step, person_id, recovery.day FROM story AS s"                      \
        " JOIN recovery ON story_id = s.id WHERE " condition                                  \
  }
constexpr Reads kOne = HUDDLEKIT_STORIES_WHERE("s.id = ?");
constexpr Reads kOpen = HUDDLEKIT_STORIES_WHERE("s.team_id = ? AND unsettled = 1");
constexpr Reads kBetween = HUDDLEKIT_STORIES_WHERE("s.team_id = ? AND s.day >= ? AND s.day < ?");
#undef HUDDLEKIT_STORIES_WHERE

template <class... Args>
std::vector<Story> read(Database& database, PlaybookStore& playbook, const Reads& reads,
                        const Args&... args) {
  std::vector<Story> out;
  std::unordered_map<Id, std::size_t> places;
  Query q = database.query(reads.stories, args...);
  while (q.next()) {
    places[q.number(0)] = out.size();
    auto& story = out.emplace_back(Story{.id = StoryId(q.number(0)),
                                         .kind = q.word<StoryKind>(1),
                                         .team = q.text(2),
                                         .day = q.day(3),
                                         .text = q.text(4),
                                         .touch_point = q.text(6),
                                         .stage = q.text(7),
                                         .customer = q.text(8),
                                         .inside_customer = q.flag(9),
                                         .tags = from_json_list(q.view(10)),
                                         .promise = q.text(11)});
    if (const auto by = q.maybe_id(5)) story.by = playbook.shown(*by);
  }
  if (out.empty()) return out;
  const auto of = [&](Query& row) -> Story& { return out[places.at(row.number(0))]; };
  Query who = database.query(reads.who, args...);
  while (who.next()) of(who).who.push_back(playbook.shown(who.number(1)));
  Query values = database.query(reads.values, args...);
  while (values.next()) of(values).values.push_back(values.text(1));
  Query steps = database.query(reads.steps, args...);
  while (steps.next()) {
    of(steps).recovery.push_back(
        {steps.word<Recovery>(1), playbook.shown(steps.number(2)), steps.day(3)});
  }
  for (auto& story : out) std::ranges::sort(story.recovery, {}, &RecoveryStep::step);
  return out;
}

}  // namespace

Story StoryStore::find(Id id) {
  auto found = read(database_, playbook_, kOne, id);
  if (found.empty()) throw NotFound("story: no such story, got " + std::to_string(id));
  return std::move(found.front());
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

std::vector<Story> StoryStore::between(Id team, Day from, Day until) {
  return read(database_, playbook_, kBetween, team, from, until);
}

std::vector<Story> StoryStore::all_of(Id team) {
  return between(team, parse_day("0001-01-01"), parse_day("9999-12-31"));
}

bool StoryStore::is_known(const Story& story) {
  auto q =
      database_.query("SELECT 1 FROM story WHERE team_id = ? AND day = ? AND kind = ? AND text = ?",
                      playbook_.team(story.team).id, story.day, name_of(story.kind), story.text);
  return q.next();
}

std::vector<Story> StoryStore::open_misses(Id team) {
  return read(database_, playbook_, kOpen, team);
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
