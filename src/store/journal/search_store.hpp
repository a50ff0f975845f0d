#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "huddlekit/search.hpp"
#include "store/playbook/playbook_store.hpp"
#include "store/sql/text_index.hpp"

namespace huddlekit {

/// Full-text search in stories and lessons.
class SearchStore {
 public:
  SearchStore(Database& database, PlaybookStore& playbook)
      : playbook_(playbook), index_(database->text_index(database)) {}

  [[nodiscard]] std::vector<SearchHit> search(std::string_view words, const SearchOptions& options);

 private:
  PlaybookStore& playbook_;
  std::unique_ptr<TextIndex> index_;
};

}  // namespace huddlekit
