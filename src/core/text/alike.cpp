#include "core/text/alike.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/text/words.hpp"

namespace huddlekit {
namespace {

/// Enough of a stemmer to tell that `labels` and `label` are one word.
std::string stem(std::string word) {
  for (const std::string_view end : {"ing", "ed", "es", "s"}) {
    if (word.size() >= end.size() + 3 && word.ends_with(end)) {
      word.resize(word.size() - end.size());
      break;
    }
  }
  return word;
}

}  // namespace

std::vector<Alike> alike(std::span<const std::string> texts, double least) {
  std::map<std::string, std::vector<std::size_t>> texts_with;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::set<std::string> own;
    for (const auto& word : read_words(texts[i]).words) {
      if (word.folded.size() > 2) own.insert(stem(word.folded));
    }
    for (const auto& word : own) texts_with[word].push_back(i);
  }
  // Rows are filled one at a time, so that the memory needed grows with the texts, not the pairs.
  std::vector<double> weight(texts.size(), 0);
  std::vector<std::vector<std::pair<const std::vector<std::size_t>*, double>>> words(texts.size());
  for (const auto& [word, holders] : texts_with) {
    const double rare =
        std::log1p(static_cast<double>(texts.size()) / static_cast<double>(holders.size()));
    for (const auto i : holders) {
      weight[i] += rare;
      words[i].emplace_back(&holders, rare);
    }
  }
  std::vector<Alike> out;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::vector<double> common(texts.size(), 0);
    for (const auto& [holders, rare] : words[i]) {
      for (const auto j : *holders) common[j] += rare;
    }
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      const double all = weight[i] + weight[j] - common[j];
      if (all > 0 && common[j] >= least * all) out.push_back({i, j, common[j] / all});
    }
  }
  std::ranges::stable_sort(out, [](const Alike& a, const Alike& b) { return a.share > b.share; });
  return out;
}

}  // namespace huddlekit
