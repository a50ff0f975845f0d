#pragma once
#include <string_view>
#include <vector>

#include "huddlekit/search.hpp"
#include "store/playbook/playbook_store.hpp"

namespace huddlekit {

/// Full-text search (SQLite FTS5) in stories and lessons; see schema_stories.cpp for the index.
class SearchStore {
 public:
  SearchStore(Database& database, PlaybookStore& playbook)
      : database_(database), playbook_(playbook) {}

  [[nodiscard]] std::vector<SearchHit> search(std::string_view words, const SearchOptions& options);

 private:
  Database& database_;
  PlaybookStore& playbook_;
};

}  // namespace huddlekit
