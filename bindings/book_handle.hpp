#pragma once
// A book as Python holds it: with a close, a clock written in Python, and without the GIL at work.
#include <memory>
#include <utility>

#include "bindings.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/huddlekit.hpp"

namespace huddlekit::python {

/// A callable of Python as the clock of a book.
class PythonClock {
 public:
  explicit PythonClock(py::function now);
  /// @throws InvalidArgument when it gives anything but an aware datetime; what it raises itself.
  Instant operator()() const;

  /// Whether this thread is inside such a callable. The book is locked by then, so that a call of
  /// it would wait for ever.
  static bool& running();

 private:
  std::shared_ptr<py::function> now_;  // let go of under the GIL, wherever the book ends
};

class BookHandle {
 public:
  BookHandle(Book book, std::filesystem::path path)
      : opened_(
            std::make_shared<Opened>(std::make_shared<Book>(std::move(book)), std::move(path))) {}

  /// Runs `work` on the book without the GIL. @throws Conflict when the book is closed.
  template <class Work>
  auto operator()(Work&& work) const {
    if (PythonClock::running()) throw Conflict("now: must not call the book");
    const auto book = opened_->book;  // whoever closes it meanwhile, it stays open for this call
    if (!book) throw Conflict(path().string() + ": the book is closed");
    const py::gil_scoped_release release;
    if (who_.empty() && call_.empty() && language_.empty()) {
      return std::forward<Work>(work)(*book);
    }
    Book told = book->by(who_, call_);
    if (!language_.empty()) told = told.speaking(language_);
    return std::forward<Work>(work)(told);
  }

  /// The same book, closed when this one is.
  [[nodiscard]] BookHandle by(const std::optional<std::string>& who,
                              const std::optional<std::string>& call) const;

  [[nodiscard]] BookHandle speaking(const std::string& language) const;

  void close();
  [[nodiscard]] bool closed() const { return !opened_->book; }
  [[nodiscard]] const std::filesystem::path& path() const { return opened_->path; }
  /// What `by` and `speaking` were told, for the repr.
  [[nodiscard]] std::string told() const;

 private:
  struct Opened {
    std::shared_ptr<Book> book;  // guarded by the GIL
    std::filesystem::path path;
    Opened(std::shared_ptr<Book> own, std::filesystem::path named)
        : book(std::move(own)), path(std::move(named)) {}
  };

  std::shared_ptr<Opened> opened_;
  std::string who_, call_, language_;
};

/// A call of the book's as a method of Python's.
template <class Answer, class... Arguments>
auto on_book(Answer (Book::*call)(Arguments...) const) {
  return [call](const BookHandle& self, Arguments... arguments) {
    return self([&](Book& book) { return (book.*call)(std::forward<Arguments>(arguments)...); });
  };
}

/// A handle of the book's as Python holds it: it ends with its book, whoever still has it.
template <class Handle>
class Held {
 public:
  explicit Held(BookHandle book, std::string key = {})
      : book_(std::move(book)), key_(std::move(key)) {}

  /// Runs `work` on the handle without the GIL. @throws Conflict when the book is closed.
  template <class Work>
  auto operator()(Work&& work) const {
    return book_([&](Book& book) { return work(of(book)); });
  }
  [[nodiscard]] const BookHandle& book() const { return book_; }
  [[nodiscard]] const std::string& key() const { return key_; }
  bool operator==(const Held& other) const {
    return book_.path() == other.book_.path() && key_ == other.key_;
  }

 private:
  [[nodiscard]] Handle of(Book& book) const {
    if constexpr (std::is_same_v<Handle, Journal>) {
      return book.journal();
    } else if constexpr (std::is_same_v<Handle, People>) {
      return book.people();
    } else if constexpr (std::is_same_v<Handle, Proposals>) {
      return book.proposals();
    } else if constexpr (std::is_same_v<Handle, Outbox>) {
      return book.outbox();
    } else {
      return Handle(book, key_);
    }
  }

  BookHandle book_;
  std::string key_;  // of the team, id of the huddle
};

/// A call of a handle's as a method of Python's.
template <class Handle, class Answer, class... Arguments>
auto on(Answer (Handle::*call)(Arguments...) const) {
  return [call](const Held<Handle>& self, Arguments... arguments) {
    return self([&](const Handle& handle) {
      return (handle.*call)(std::forward<Arguments>(arguments)...);
    });
  };
}

/// Reports, in bind_report.cpp.
void bind_report_calls(py::class_<BookHandle>& book);
/// Calendar feeds, in bind_feed.cpp.
void bind_feed_calls(py::class_<BookHandle>& book);
/// Holidays, in bind_calendar.cpp.
void bind_calendar_calls(py::class_<BookHandle>& book);
/// Search, in bind_stories.cpp.
void bind_search_calls(py::class_<BookHandle>& book);
/// Exchange, in bind_people.cpp.
void bind_exchange_calls(py::class_<BookHandle>& book);

/// Ratings come in as `Rating` or as a plain 1 to 4: the core checks the range.
inline std::optional<Rating> maybe_rating(std::optional<int> rating) {
  return rating ? std::optional(static_cast<Rating>(*rating)) : std::nullopt;
}

BookHandle open_book(const std::filesystem::path& path, bool create, bool read_only,
                     double busy_timeout, const std::optional<py::function>& now);

}  // namespace huddlekit::python
