#pragma once

namespace huddlekit::detail {

struct Referred;  // an open book, and who calls

/// What a handle refers to, with all its copies. One that was moved away refers to nothing; each
/// call of it is a Conflict.
class Handle {
 public:
  explicit Handle(Referred* to) noexcept : to_(to) {}  // takes one count over
  Handle(const Handle& other) noexcept;
  Handle(Handle&& other) noexcept : to_(other.to_) { other.to_ = nullptr; }
  Handle& operator=(Handle other) noexcept {
    Referred* const mine = to_;
    to_ = other.to_;
    other.to_ = mine;
    return *this;
  }
  ~Handle();

  [[nodiscard]] const Referred* to() const noexcept { return to_; }
  /// Of the same open book.
  friend bool same_book(const Handle& one, const Handle& other) noexcept;

 private:
  Referred* to_;
};

}  // namespace huddlekit::detail
