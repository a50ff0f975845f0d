#include "book/forks.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <thread>
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

/// Waits until no thread is inside of any book. All of them are shut by then: a thread that is
/// still inside of one may go into another, so no one of them may be closed before all are empty.
bool all_empty() {
  constexpr std::chrono::milliseconds kStep{1};
  constexpr int kSteps = 10'000;
  for (int step = 0; step < kSteps; ++step) {
    if (std::ranges::all_of(known().books, [](OpenBook* book) { return book->gate().empty(); })) {
      return true;
    }
    std::this_thread::sleep_for(kStep);
  }
  return false;
}

void before() {
  known().mutex.lock();  // until the fork is over, on both sides
  // A callback of this thread's own call may fork, or somebody's call not come to an end: they keep
  // their connections, and the child is told so.
  if (Gate::within()) return;
  for (auto* book : known().books) book->gate().shut();
  if (!all_empty()) return;
  for (auto* book : known().books) book->close_connections();
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
