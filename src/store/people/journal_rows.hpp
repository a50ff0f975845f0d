#pragma once
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/sentences/catalogue.hpp"
#include "store/people/journal_tables.hpp"
#include "store/sql/database.hpp"

namespace huddlekit {

/// Rows of the journal as JSON objects and back, with the playbook's entries and people by key:
/// their ids differ from book to book. Somebody erased is `erased:1`.
class JournalRows {
 public:
  using Row = nlohmann::ordered_json;

  /// @param spoken  puts sentences into words, for people; none: they stay what they are, so that
  /// they can be put into a book again.
  explicit JournalRows(Database& database, const sentences::Catalogue* spoken = nullptr);

  /// Everybody in the book, as rows of a table `person`, in the order of their keys.
  [[nodiscard]] std::vector<Row> people() const;
  /// Asked with a row at hand, whose columns are those of the table.
  using Wanted = std::function<bool(Query& row)>;
  /// The rows that are wanted, or all, in an order that does not depend on the book's ids.
  [[nodiscard]] std::vector<Row> rows(const JournalTable& table, const Wanted& wanted = {});
  [[nodiscard]] std::int64_t count(const JournalTable& table);
  /// Adds a person unless they are there. @throws InvalidArgument, Conflict for somebody erased.
  void insert_person(const Row& row);
  /// @throws InvalidArgument or NotFound naming the field.
  void insert(const JournalTable& table, const Row& row);
  /// Lets a lesson that is there have been merged into the one that its row names.
  /// @throws InvalidArgument when there is none.
  void merge(const Row& lesson);

 private:
  /// Ids of one of the playbook's tables and their keys.
  struct Keys {
    const char* what = "";
    std::map<Id, std::string> by_id;
    std::unordered_map<std::string, Id> by_key;
    void add(Id id, const std::string& key);
    /// @throws StorageError for one that the book does not have.
    [[nodiscard]] const std::string& key(Id id) const;
    [[nodiscard]] Id id(const std::string& key) const;
  };

  [[nodiscard]] Keys read(const char* what, const char* sql);
  [[nodiscard]] const Keys* keys(Holds holds, std::string_view role) const;
  [[nodiscard]] Row out(const Column& column, Query& row, int index, std::string_view role) const;
  void in(Query& insert, int parameter, const Column& column, const Row& value,
          std::string_view role) const;

  Database& database_;
  const sentences::Catalogue* spoken_;
  Keys teams_, values_, prompts_, people_;
  std::map<std::string, std::string> names_;  // by key
  int erased_ = 0;
};

}  // namespace huddlekit
