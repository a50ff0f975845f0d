#include "store/journal/search_store.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kMostBytes = 1'000;
constexpr int kMostHits = 1'000;

}  // namespace

std::vector<SearchHit> SearchStore::search(std::string_view words, const SearchOptions& options) {
  check_text("words", words, kMostBytes);
  if (options.limit < 1 || options.limit > kMostHits) {
    throw InvalidArgument("limit: must be between 1 and " + std::to_string(kMostHits) + ", got " +
                          std::to_string(options.limit));
  }
  TextIndex::Filter filter{.from = options.start, .until = options.end, .limit = options.limit};
  if (!options.team.empty()) filter.team = playbook_.team(options.team).id;
  if (!options.value.empty()) filter.value = playbook_.value(options.value).id;
  if (options.kind) filter.kind = name_of(*options.kind);

  std::vector<TextIndex::Ranked> ranked;
  if (options.kind != EntryKind::kLesson) ranked = index_->stories(words, filter);
  if (!options.kind || options.kind == EntryKind::kLesson) {
    std::ranges::move(index_->lessons(words, filter), std::back_inserter(ranked));
  }
  std::ranges::stable_sort(ranked, [](const auto& a, const auto& b) {
    return std::tuple(a.score, b.hit.day) < std::tuple(b.score, a.hit.day);
  });
  if (ranked.size() > static_cast<std::size_t>(options.limit)) {
    ranked.resize(static_cast<std::size_t>(options.limit));
  }
  std::vector<SearchHit> out;
  for (auto& [score, hit] : ranked) {
    index_->show(words, hit);
    out.push_back(std::move(hit));
  }
  return out;
}

}  // namespace huddlekit
