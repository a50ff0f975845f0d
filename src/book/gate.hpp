#pragma once
#include <atomic>
#include <chrono>
#include <thread>

namespace huddlekit::detail {

/// Lets calls into a book, and keeps new ones out while the process is being forked: SQLite's
/// knowledge of its locks must not be copied into a child in the middle of one.
class Gate {
 public:
  /// A call of this thread, as long as it lives.
  class Pass {
   public:
    explicit Pass(Gate& gate) : gate_(gate) { gate_.enter(); }
    ~Pass() { gate_.leave(); }
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;

   private:
    Gate& gate_;
  };

  /// Whether this thread is inside a call of any book.
  [[nodiscard]] static bool within() noexcept { return depth() > 0; }

  /// Waits until nobody is inside and keeps it so. False, and open again, when that takes longer.
  [[nodiscard]] bool shut(std::chrono::milliseconds patience) {
    shut_ = true;
    constexpr std::chrono::milliseconds kStep{1};
    for (auto waited = kStep * 0; inside_ > 0; waited += kStep) {
      if (waited >= patience) {
        open();
        return false;
      }
      std::this_thread::sleep_for(kStep);
    }
    return true;
  }
  void open() noexcept {
    shut_ = false;
    shut_.notify_all();
  }
  /// In a child, which has one thread and none of the calls that its parent was in.
  void reset() noexcept {
    inside_ = 0;
    shut_ = false;
  }

 private:
  static int& depth() noexcept {
    static thread_local int depth = 0;
    return depth;
  }

  void enter() noexcept {
    // Who is inside already gets in again, or a fork would wait for them and they for it.
    while (true) {
      ++inside_;
      if (!shut_ || depth() > 0) break;
      --inside_;
      shut_.wait(true);
    }
    ++depth();
  }
  void leave() noexcept {
    --depth();
    --inside_;
  }

  std::atomic<int> inside_ = 0;
  std::atomic<bool> shut_ = false;
};

}  // namespace huddlekit::detail
