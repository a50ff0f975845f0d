#include "store/journal/call_store.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/text/mentions.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "store/people/erasure.hpp"
#include "store/sql/stored_json.hpp"

namespace huddlekit {
namespace {

/// Whether a text of the answer mentions them. As the file has it, a line break before a name would
/// be letters of it.
bool mentioned(const Mentions& mentions, const nlohmann::json& answer) {
  if (answer.is_string()) return mentions.in(answer.get_ref<const std::string&>());
  return answer.is_structured() &&
         std::ranges::any_of(answer, [&](const auto& part) { return mentioned(mentions, part); });
}

}  // namespace

std::optional<std::string> CallStore::answer(const Asked& call, Instant now) {
  if (call.id.empty()) return std::nullopt;
  auto q = database_.query("SELECT what, asked, at, answer FROM call WHERE name = ? AND at >= ?",
                           call.id, now - kCallsKept);
  if (!q.next()) return std::nullopt;
  if (q.view(0) != call.what || q.number(1) != call.digest) {
    throw Conflict("call: " + in_quotes(call.id) + " is the name of another call (" + q.text(0) +
                   ", " + to_string(q.instant(2)) + ")");
  }
  if (q.null(3)) {
    throw Conflict("call: " + in_quotes(call.id) + " was made at " + to_string(q.instant(2)) +
                   "; somebody in its answer has been erased since");
  }
  return q.text(3);
}

void CallStore::add(const Asked& call, std::string_view answer, Instant now) {
  database_.run("DELETE FROM call WHERE at < ?", now - kCallsKept);
  std::optional<Id> person;
  bool erased = false;
  if (!call.by.empty()) {
    person = playbook_.find_person(call.by);
    erased = !person && is_erased(database_, call.by);
  }
  database_.run(
      "INSERT INTO call (name, person_id, who, what, asked, at, answer)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)",
      call.id.empty() ? std::nullopt : std::optional(call.id), person,
      person || erased ? "" : call.by.c_str(), call.what, call.digest, now, answer);
}

std::vector<Call> CallStore::latest(int limit, Instant now) {
  std::vector<Call> out;
  auto q = database_.query(
      "SELECT name, person_id, who, what, at FROM call WHERE at >= ? ORDER BY at DESC, id DESC"
      " LIMIT ?",
      now - kCallsKept, limit);
  while (q.next()) {
    out.push_back({.id = q.null(0) ? "" : q.text(0),
                   .by = q.null(1) ? q.text(2) : playbook_.shown(q.number(1)).key,
                   .what = q.text(3),
                   .at = q.instant(4)});
  }
  return out;
}

int CallStore::forget(Database& database, Id person, const Mentions& mentions) {
  int touched = database.run("UPDATE call SET person_id = NULL WHERE person_id = ?", person);
  const auto all_that = [&](const char* asked, const char* change, const auto& is_about) {
    std::vector<Id> about;
    {
      auto q = database.query(asked);
      while (q.next()) {
        if (is_about(q.view(1))) about.push_back(q.number(0));
      }
    }
    for (const Id id : about) touched += database.run(change, id);
  };
  const auto in_text = [&](std::string_view text) { return mentions.in(text); };
  const auto in_answer = [&](std::string_view json) {
    return stored_json(json,
                       [&](const nlohmann::json& answer) { return mentioned(mentions, answer); });
  };
  all_that("SELECT id, who FROM call WHERE who <> ''", "UPDATE call SET who = '' WHERE id = ?",
           in_text);
  all_that("SELECT id, answer FROM call WHERE answer <> ''",
           "UPDATE call SET answer = NULL WHERE id = ?", in_answer);
  all_that("SELECT id, name FROM call WHERE name IS NOT NULL", "DELETE FROM call WHERE id = ?",
           in_text);
  return touched;
}

}  // namespace huddlekit
