#include "book/forks.hpp"

#include <algorithm>
#include <mutex>
#include <vector>

#include "book/impl.hpp"

namespace huddlekit::detail {
namespace {

struct Known {
  std::mutex mutex;
  std::vector<OpenBook*> books;
  std::vector<os::FileIdentity> spoiled;
};

/// Never destroyed: books of other statics may outlive it.
Known& known() {
  static auto& one = *new Known;
  return one;
}

void before() {
  known().mutex.lock();  // until the fork is over, on both sides
  for (auto* book : known().books) book->before_fork();
}

void in_parent() {
  for (auto* book : known().books) book->after_fork();
  known().mutex.unlock();
}

void in_child() {
  for (auto* book : known().books) {
    if (!book->after_fork_in_child()) known().spoiled.push_back(book->file());
  }
  known().mutex.unlock();
}

}  // namespace

void Forks::add(OpenBook& book) {
  static std::once_flag once;
  std::call_once(once, [] { os::at_fork(before, in_parent, in_child); });
  const std::lock_guard lock(known().mutex);
  known().books.push_back(&book);
}

void Forks::remove(OpenBook& book) noexcept {
  const std::lock_guard lock(known().mutex);
  std::erase(known().books, &book);
}

bool Forks::spoiled(const os::FileIdentity& file) {
  const std::lock_guard lock(known().mutex);
  const auto& all = known().spoiled;
  return std::ranges::find(all, file) != all.end();
}

}  // namespace huddlekit::detail
