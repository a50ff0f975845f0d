#pragma once
#include <functional>
#include <initializer_list>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/playbook.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// A table of the playbook's entries that go by a key: its statements, made from the one list of
/// the columns that it has beside id, source_id, position, key and retired. Lives as long as the
/// program, since prepared statements go by the address of their text.
struct KeyedTable {
  KeyedTable(const char* table, const char* entry, std::initializer_list<const char*> columns)
      : name(entry) {
    const std::string t = table;
    std::string set, names, places, equal;
    for (const std::string column : columns) {
      set += ", " + column + " = ?";
      names += ", " + column;
      places += ", ?";
      equal += " AND " + column + " IS NOT DISTINCT FROM ?";
    }
    find = "SELECT id, source_id, retired FROM " + t + " WHERE key = ?";
    same = "SELECT 1 FROM " + t + " WHERE id = ?" + equal;
    insert = "INSERT INTO " + t + " (source_id, position, key" + names + ") VALUES (?, ?, ?" +
             places + ")";
    update = "UPDATE " + t + " SET source_id = ?, position = ?, key = ?" + set +
             ", retired = 0 WHERE id = ?";
    move = "UPDATE " + t + " SET position = ?1 WHERE id = ?2 AND position <> ?1";
    present = "SELECT id, key FROM " + t + " WHERE source_id = ? AND retired = 0";
    retire = "UPDATE " + t + " SET retired = 1 WHERE id = ?";
  }

  const char* name;  ///< what an error calls an entry
  std::string find, same, insert, update, move, present, retire;
};

/// Puts the entries of one source in, by key.
class KeyedLoad {
 public:
  KeyedLoad(Database& database, Id source, LoadReport& report)
      : database_(database), source_(source), report_(report) {}

  /// One entry a key; the source's others are retired.
  /// @param row      the entry's values, a tuple in the order of the table's columns
  /// @param same     whether what is kept beside the row is the same too
  /// @param written  called with the id of what is new or has changed, to keep that
  template <class Entry, class Row>
  void put(
      const KeyedTable& table, const std::vector<Entry>& entries, Row&& row,
      const std::function<bool(const Entry&)>& same = [](const Entry&) { return true; },
      const std::function<void(Id, const Entry&)>& written = [](Id, const Entry&) {}) {
    std::set<std::string, std::less<>> kept;
    int position = 0;
    for (const auto& entry : entries) {
      const Place place = find(table, entry.key, renamed_from(entry));
      kept.insert(entry.key);
      const auto values = row(entry);
      const bool unchanged = place.id != 0 && !place.retired && place.key == entry.key &&
                             same(entry) && is(table, place.id, values);
      if (unchanged) {
        database_.run(table.move.c_str(), position, place.id);
      } else {
        written(write(table, place.id, position, entry.key, values), entry);
      }
      ++(unchanged ? report_.unchanged : place.id == 0 ? report_.added : report_.changed);
      ++position;
    }
    retire_others(table, kept);
  }

 private:
  /// Where an entry stands; `id` is 0 for a new one.
  struct Place {
    Id id = 0;
    bool retired = false;
    std::string key;
  };

  template <class Entry>
  static std::string renamed_from(const Entry& entry) {
    if constexpr (requires { entry.renamed_from; }) return entry.renamed_from;
    return {};
  }

  Place find(const KeyedTable& table, const std::string& key, const std::string& old_key) {
    if (auto q = database_.query(table.find.c_str(), key); q.next()) {
      const bool retired = q.flag(2);
      if (q.number(1) != source_ && !retired) {
        auto owner = database_.query("SELECT name FROM source WHERE id = ?", q.number(1));
        owner.next();
        throw Conflict(std::string(table.name) + " " + in_quotes(key) + ": belongs to the source " +
                       in_quotes(owner.view(0)) + "; two sources cannot define one key");
      }
      return {q.number(0), retired, key};
    }
    if (old_key.empty()) return {};
    auto q = database_.query(table.find.c_str(), old_key);
    if (!q.next() || q.number(1) != source_) return {};
    return {q.number(0), q.flag(2), old_key};
  }

  template <class Values>
  bool is(const KeyedTable& table, Id id, const Values& values) {
    return std::apply(
        [&](const auto&... value) {
          return database_.query(table.same.c_str(), id, value...).next();
        },
        values);
  }

  template <class Values>
  Id write(const KeyedTable& table, Id id, int position, const std::string& key,
           const Values& values) {
    return std::apply(
        [&](const auto&... value) {
          if (id == 0) {
            return database_.insert(table.insert.c_str(), source_, position, key, value...);
          }
          database_.run(table.update.c_str(), source_, position, key, value..., id);
          return id;
        },
        values);
  }

  void retire_others(const KeyedTable& table, const std::set<std::string, std::less<>>& kept) {
    std::vector<Id> gone;
    {
      auto q = database_.query(table.present.c_str(), source_);
      while (q.next()) {
        if (!kept.contains(q.view(1))) gone.push_back(q.number(0));
      }
    }
    for (const Id id : gone) database_.run(table.retire.c_str(), id);
    report_.retired += static_cast<int>(gone.size());
  }

  Database& database_;
  Id source_;
  LoadReport& report_;
};

}  // namespace huddlekit
