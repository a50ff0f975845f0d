#pragma once
// The playbook format: every field of every table, stated once. The reader, the writer and the list
// of known keys are visitors of these descriptions, called as visit(key, member, rule).
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/text/names.hpp"
#include "huddlekit/playbook.hpp"

namespace huddlekit::detail {

inline constexpr std::size_t kLineBytes = 200;
inline constexpr std::size_t kTextBytes = 2000;
inline constexpr std::size_t kMostTables = 100'000;
inline constexpr std::chrono::seconds kTick{5};

// What a field may hold.

/// Lower-case letters, digits and hyphens.
struct Key {
  bool required = false;
  bool of_prompt = false;  // may hold `/` and be longer: made from a value's key and a hash
  [[nodiscard]] std::size_t limit() const { return of_prompt ? 80 : 64; }
};
/// One line of text, for names.
struct Line {
  bool required = false;
  bool filled = false;  // may be missing, but not blank
};
/// Text of any number of lines.
struct Text {
  bool required = false;
};
/// A list whose items each follow the rule `Item`; `required`: at least one.
template <class Item>
struct List {
  bool required = false;
};
struct Number {
  int min = 0;
  int max = 0;
};
/// A length of time: a number of seconds, or `"10 min"`.
struct Length {
  std::chrono::seconds min{};
  std::chrono::seconds max{};
};
struct TimeOfDay {
  bool required = false;
};
struct Date {
  bool required = false;
};
struct Days {};
struct Flag {};
/// The name of an environment variable: what is secret stays out of the file.
struct Variable {
  bool required = false;
};
/// One of the words for the enumerators of `E`.
template <class E>
struct Choice {};
/// One table, `[key]`.
struct Table {};
/// Up to 100,000 tables, `[[key]]` or `key = [ { … } ]`; where they have keys, each its own.
struct Tables {
  const char* what;         // what one of them is called in messages
  bool keep_first = false;  // the same key twice is harmless: the first one stays
};
/// Tables with fixed names, `[key.name]`; unknown names are left out.
struct NamedTables {
  std::span<const char* const> names;
};

/// The segments that every agenda may have, before *finish early*.
inline constexpr NamedTables kSegments{std::span(kNames<SegmentKind>).first<8>()};

template <class T>
struct Schema;

template <>
struct Schema<Organisation> {
  static void describe(auto& visit) {
    visit("name", &Organisation::name, Line{.required = true});
    visit("motto", &Organisation::motto, Text{});
    visit("promise", &Organisation::promise, Text{});
    visit("zone", &Organisation::zone, Line{.required = true});
    visit("work_week", &Organisation::work_week, Days{});
    visit("scope", &Organisation::scope, Choice<Scope>{});
    visit("period", &Organisation::period, Choice<ValuePeriod>{});
    visit("holidays", &Organisation::holidays, List<Line>{});
    visit("feature_days", &Organisation::feature_days, Days{});
  }
};

template <>
struct Schema<Value> {
  static void describe(auto& visit) {
    visit("key", &Value::key, Key{.required = true});
    visit("name", &Value::name, Line{.required = true});
    visit("statement", &Value::statement, Text{});
    visit("behaviours", &Value::behaviours, List<Text>{});
    visit("weight", &Value::weight, Number{1, 1000});
    visit("promise", &Value::promise, Text{});
    visit("renamed_from", &Value::renamed_from, Key{});
  }
};

template <>
struct Schema<Prompt> {
  static void describe(auto& visit) {
    visit("key", &Prompt::key, Key{.of_prompt = true});
    visit("value", &Prompt::value, Key{.required = true});
    visit("text", &Prompt::text, Text{.required = true});
    visit("kind", &Prompt::kind, Choice<PromptKind>{});
    visit("departments", &Prompt::departments, List<Line>{});
    visit("touch_point", &Prompt::touch_point, Line{});
    visit("renamed_from", &Prompt::renamed_from, Key{.of_prompt = true});
  }
};

template <>
struct Schema<Member> {
  static void describe(auto& visit) {
    visit("key", &Member::key, Key{.required = true});
    visit("name", &Member::name, Line{.filled = true});  // one team must tell it, not all
    visit("days", &Member::days, Days{});
    visit("huddles", &Member::huddles, List<Key>{});
    visit("since", &Member::since, Date{});
    visit("leads", &Member::leads, Flag{});
    visit("shared", &Member::shared, Flag{});
    visit("celebrated", &Member::celebrated, Flag{});
    visit("renamed_from", &Member::renamed_from, Key{});
  }
};

template <>
struct Schema<Meeting> {
  static void describe(auto& visit) {
    visit("key", &Meeting::key, Key{});
    visit("name", &Meeting::name, Line{});
    visit("rule", &Meeting::rule, Line{});
    visit("start", &Meeting::start, TimeOfDay{.required = true});
    visit("timebox", &Meeting::timebox, Length{std::chrono::minutes{1}, std::chrono::hours{4}});
    visit("since", &Meeting::since, Date{});
    visit("on_holiday", &Meeting::on_holiday, Choice<HolidayRule>{});
    visit("template", &Meeting::form, Choice<AgendaForm>{});
  }
};

template <>
struct Schema<TeamDefinition> {
  static void describe(auto& visit) {
    visit("key", &TeamDefinition::key, Key{.required = true});
    visit("name", &TeamDefinition::name, Line{.required = true});
    visit("department", &TeamDefinition::department, Line{});
    visit("customers", &TeamDefinition::customers, Text{});
    visit("zone", &TeamDefinition::zone, Line{.filled = true});
    visit("parent", &TeamDefinition::parent, Key{});
    visit("holidays", &TeamDefinition::holidays, List<Line>{});
    visit("work_week", &TeamDefinition::work_week, Days{});
    visit("targets", &TeamDefinition::targets, List<Variable>{});
    visit("renamed_from", &TeamDefinition::renamed_from, Key{});
    visit("members", &TeamDefinition::members, Tables{.what = "member"});
    visit("huddle", &TeamDefinition::meetings, Tables{.what = "huddle"});
  }
};

template <>
struct Schema<Theme> {
  static void describe(auto& visit) {
    visit("key", &Theme::key, Key{.required = true});
    visit("name", &Theme::name, Line{.required = true});
    visit("values", &Theme::values, List<Key>{.required = true});
    visit("first", &Theme::first, Date{.required = true});
    visit("last", &Theme::last, Date{.required = true});
    visit("factor", &Theme::factor, Number{2, 10});
    visit("goal", &Theme::goal, Text{});
    visit("goal_count", &Theme::goal_count, Number{0, 1'000'000'000});
  }
};

template <>
struct Schema<Holiday> {
  static void describe(auto& visit) {
    visit("date", &Holiday::day, Date{.required = true});
    visit("name", &Holiday::name, Line{.required = true});
    visit("region", &Holiday::region, Line{});
  }
};

template <>
struct Schema<ReminderRule> {
  static void describe(auto& visit) {
    using namespace std::chrono_literals;
    visit("key", &ReminderRule::key, Key{.required = true});
    visit("kind", &ReminderRule::kind, Choice<ReminderKind>{});
    visit("audience", &ReminderRule::audience, Choice<Recipient>{});
    visit("ahead", &ReminderRule::ahead, Length{0s, std::chrono::days{14}});
    visit("at", &ReminderRule::at, TimeOfDay{});
    visit("days", &ReminderRule::days, Days{});
    visit("early", &ReminderRule::early, Length{0s, 12h});
    visit("shift", &ReminderRule::shift, Length{5min, 24h});
    visit("quiet_from", &ReminderRule::quiet_from, TimeOfDay{});
    visit("quiet_until", &ReminderRule::quiet_until, TimeOfDay{});
    visit("at_most", &ReminderRule::at_most, Number{1, 100});
    visit("stop_after", &ReminderRule::stop_after, Number{0, 100});
    visit("teams", &ReminderRule::teams, List<Key>{});
    visit("enabled", &ReminderRule::enabled, Flag{});
  }
};

template <>
struct Schema<SegmentOverride> {
  static void describe(auto& visit) {
    constexpr Length kAnyLength{std::chrono::seconds{0}, std::chrono::hours{4}};
    visit("min", &SegmentOverride::min, kAnyLength);
    visit("ideal", &SegmentOverride::ideal, kAnyLength);
    visit("max", &SegmentOverride::max, kAnyLength);
    visit("cut", &SegmentOverride::cut, Number{0, 100});
    visit("title", &SegmentOverride::title, Line{});
    visit("enabled", &SegmentOverride::enabled, Flag{});
  }
};

template <>
struct Schema<Playbook> {
  static void describe(auto& visit) {
    visit("organisation", &Playbook::organisation, Table{});
    visit("value", &Playbook::values, Tables{.what = "value"});
    visit("prompt", &Playbook::prompts, Tables{.what = "prompt", .keep_first = true});
    visit("team", &Playbook::teams, Tables{.what = "team"});
    visit("theme", &Playbook::themes, Tables{.what = "theme", .keep_first = true});
    visit("holiday", &Playbook::holidays, Tables{.what = "holiday"});
    visit("reminder", &Playbook::reminders, Tables{.what = "reminder"});
    visit("template", &Playbook::segments, kSegments);
  }
};

/// The keys of one table, in the order of the description.
template <class T>
std::vector<std::string> keys_of() {
  std::vector<std::string> keys;
  const auto note = [&](const char* key, auto, const auto&) { keys.emplace_back(key); };
  Schema<T>::describe(note);
  return keys;
}

/// The key of a prompt that has none in the file: its value's key, a slash and eight hexadecimal
/// digits of the FNV-1a hash of its text (Fowler, Noll & Vo).
[[nodiscard]] std::string made_key(const Prompt& prompt);
/// The timebox of a meeting that has none in the file.
[[nodiscard]] std::chrono::seconds usual_timebox(AgendaForm form);
/// The name of a meeting that has none in the file: `Early shift` for the key `early-shift`.
[[nodiscard]] std::string made_name(const Meeting& meeting);

}  // namespace huddlekit::detail
