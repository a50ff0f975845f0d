#pragma once
#include <atomic>

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

  /// Nobody gets in any more who is not inside of one already.
  void shut() noexcept { shut_ = true; }
  [[nodiscard]] bool empty() const noexcept { return inside_ == 0; }
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
