#pragma once
#include <utility>

#include "huddlekit/time.hpp"

namespace huddlekit {

/// What tells the time: any function or object that can be called and copied and answers an
/// Instant. A default one is empty. (A `std::function`, whose header would be most of what a source
/// that includes book.hpp takes to compile.)
class Clock {
 public:
  Clock() = default;
  template <class Now>
    requires requires(const Now& now) { Instant{now()}; }
  Clock(Now now) {
    if constexpr (requires { now == nullptr; }) {
      if (now == nullptr) return;
    }
    held_ = new Now(std::move(now));
    ask_ = [](const void* held) { return Instant{(*static_cast<const Now*>(held))()}; };
    copy_ = [](const void* held) -> void* { return new Now(*static_cast<const Now*>(held)); };
    drop_ = [](void* held) { delete static_cast<Now*>(held); };
  }
  Clock(const Clock& other)
      : held_(other ? other.copy_(other.held_) : nullptr),
        ask_(other.ask_),
        copy_(other.copy_),
        drop_(other.drop_) {}
  Clock(Clock&& other) noexcept
      : held_(std::exchange(other.held_, nullptr)),
        ask_(other.ask_),
        copy_(other.copy_),
        drop_(other.drop_) {}
  Clock& operator=(Clock other) noexcept {
    std::swap(held_, other.held_);
    std::swap(ask_, other.ask_);
    std::swap(copy_, other.copy_);
    std::swap(drop_, other.drop_);
    return *this;
  }
  ~Clock() {
    if (held_ != nullptr) drop_(held_);
  }

  /// Whether there is one.
  explicit operator bool() const noexcept { return held_ != nullptr; }
  /// What time it is. From any thread, if what was given may be asked so. @pre it is not empty.
  Instant operator()() const { return ask_(held_); }

 private:
  void* held_ = nullptr;
  Instant (*ask_)(const void*) = nullptr;
  void* (*copy_)(const void*) = nullptr;
  void (*drop_)(void*) = nullptr;
};

}  // namespace huddlekit
