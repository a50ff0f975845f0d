#pragma once
#include <memory>
#include <mutex>
#include <vector>

#include "book/session.hpp"

namespace huddlekit {

/// What stands behind the facade: one session that writes, a call at a time, and as many that read
/// as are asked at the same time. A reader waits for nobody, unless the book is in memory: there is
/// one connection to that.
class Book::Impl {
 public:
  Impl(const std::filesystem::path& file, const OpenOptions& options);
  ~Impl();

  /// Runs `work` on one consistent state of the file.
  template <class Work>
  auto read(Work&& work) {
    check_process();
    if (in_memory()) {
      const std::lock_guard lock(writing_);
      return writer_->read(work);
    }
    const Reader reader(*this);
    return reader->read(work);
  }

  /// Runs `work` in one transaction: all of it or nothing.
  template <class Work>
  auto write(Work&& work) {
    check_process();
    const std::lock_guard lock(writing_);
    return writer_->write(work);
  }

  /// Runs `work` on the session that writes, outside any transaction.
  template <class Work>
  auto alone(Work&& work) {
    check_process();
    const std::lock_guard lock(writing_);
    return work(*writer_);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return writer_->database->path(); }
  [[nodiscard]] bool read_only() const { return writer_->database->read_only(); }
  [[nodiscard]] bool in_memory() const { return writer_->database->in_memory(); }

 private:
  /// A session that reads, on loan.
  class Reader {
   public:
    explicit Reader(Impl& book) : book_(book), session_(book.take_reader()) {}
    ~Reader() { book_.give_back(std::move(session_)); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    Session* operator->() const { return session_.get(); }

   private:
    Impl& book_;
    std::unique_ptr<Session> session_;
  };

  [[nodiscard]] std::unique_ptr<Session> take_reader();
  void give_back(std::unique_ptr<Session> session) noexcept;
  void check_process() const;

  std::function<Instant()> clock_;
  std::int64_t process_;

  std::mutex writing_;
  std::unique_ptr<Session> writer_;

  std::mutex resting_;
  std::vector<std::unique_ptr<Session>> readers_;  // idle; the one that was used last comes first
};

}  // namespace huddlekit
