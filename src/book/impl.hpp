#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "book/calls/once.hpp"
#include "book/feeds/feed_plans.hpp"
#include "book/forks.hpp"
#include "book/gate.hpp"
#include "book/session.hpp"

namespace huddlekit {
namespace detail {

/// What stands behind the facade: one session that writes, a call at a time, and as many that read
/// as are asked at the same time. A reader waits for nobody, unless the book is in memory: there is
/// one connection to that.
class OpenBook {
 public:
  OpenBook(const FilePath& file, const Book::OpenOptions& options);
  ~OpenBook();

  /// Runs `work` on one consistent state of the file.
  template <class Work>
  auto read(Work&& work) {
    return call([&] {
      if (in_memory()) {
        const std::lock_guard lock(writing_);
        return writer_->read(work);
      }
      const Reader reader(*this);
      return reader->read(work);
    });
  }

  /// As `read`, for feeds, on a session of their own with what has been planned for them. They
  /// queue: what one has planned is what the next one needs.
  template <class Work>
  auto read_feeds(Work&& work) {
    return call([&] {
      const std::lock_guard lock(feeding_);
      const auto with_plans = [&](Session& s) {
        plans_.refresh(version_of(s));
        return work(s, plans_);
      };
      if (in_memory()) {
        const std::lock_guard other(writing_);
        return writer_->read(with_plans);
      }
      if (!feeder_) feeder_ = beside_writer();
      return feeder_->read(with_plans);
    });
  }
  /// Within `write`: whether what a feed has said holds, since nobody has written in between.
  [[nodiscard]] bool still(const FeedPlans::Version& version, Session& writer) {
    if (in_memory()) return version == version_of(writer);
    const std::lock_guard lock(feeding_);
    return version == version_of(*feeder_);
  }

  /// Runs `work` in one transaction: all of it or nothing.
  template <class Work>
  auto write(Work&& work) {
    return call([&] {
      const std::lock_guard lock(writing_);
      return writer().write(work);
    });
  }
  /// As `write`, for what a caller asks for: once, if they give it a name.
  template <class Work, class... Arguments>
  auto write(const Asked<Arguments...>& asked, Work&& work) {
    return write([&](Session& s) { return once(s, asked, work); });
  }

  /// Runs `work` on the session that writes, outside any transaction.
  template <class Work>
  auto alone(Work&& work) {
    return call([&] {
      const std::lock_guard lock(writing_);
      writer().database->check();
      return work(*writer_);
    });
  }

  /// Runs `work` outside any transaction and beside those who write.
  template <class Work>
  auto beside(Work&& work) {
    if (in_memory()) return alone(work);
    return call([&] {
      const Reader reader(*this);
      reader->database->check();
      return work(*reader);
    });
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::filesystem::path& absolute() const { return absolute_; }
  [[nodiscard]] bool read_only() const { return options_.read_only; }
  [[nodiscard]] bool in_memory() const { return absolute_.empty(); }
  [[nodiscard]] const os::FileIdentity& file() const { return file_; }

  // Around a fork: see forks.hpp.
  [[nodiscard]] Gate& gate() { return gate_; }
  void close_connections();
  void after_fork();
  /// False when its connections could not be closed before: it is of no use here.
  bool after_fork_in_child();

 private:
  /// A call of the book. What it throws is an error of ours, or the caller's own.
  template <class Work>
  auto call(Work&& work) {
    check_process();
    const Gate::Pass pass(gate_);
    try {
      return work();
    } catch (const CallersOwn& own) {
      std::rethrow_exception(own.error);
    } catch (const Error&) {
      throw;
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      cannot_be_read(error);
    }
  }
  [[noreturn]] void cannot_be_read(const std::exception& error) const;

  /// A session that reads, on loan.
  class Reader {
   public:
    explicit Reader(OpenBook& book) : book_(book), session_(book.take_reader()) {}
    ~Reader() { book_.give_back(std::move(session_)); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    Session& operator*() const { return *session_; }
    Session* operator->() const { return session_.get(); }

   private:
    OpenBook& book_;
    std::unique_ptr<Session> session_;
  };

  /// Of one connection: another counts in its own way.
  static FeedPlans::Version version_of(Session& session) {
    return {session.database->data_version(), session.database->changes()};
  }

  /// @pre writing_ is locked.
  [[nodiscard]] Session& writer();
  [[nodiscard]] std::unique_ptr<Session> take_reader();
  [[nodiscard]] std::unique_ptr<Session> beside_writer();
  void give_back(std::unique_ptr<Session> session) noexcept;
  void check_process() const;

  std::filesystem::path path_;  // as it was given
  Database::Options options_;
  Clock clock_;
  std::int64_t process_;
  std::filesystem::path absolute_;  // the process may change its folder; empty in memory
  os::FileIdentity file_{};

  Gate gate_;
  bool closed_ = false;             // its connections, for the fork that is on
  std::atomic<bool> ready_ = true;  // there is a writer

  std::mutex writing_;
  std::unique_ptr<Session> writer_;  // none after a fork, until it is needed

  std::mutex feeding_;
  std::unique_ptr<Session> feeder_;  // made when the first feed is read
  FeedPlans plans_;

  std::mutex resting_;
  std::vector<std::unique_ptr<Session>> readers_;  // idle; the last one is taken first
};

struct Referred {
  std::shared_ptr<OpenBook> book;
  Caller caller{};
  const sentences::Catalogue* language = &sentences::catalogue("en");
  mutable std::atomic<int> handles = 1;
};

inline const Referred& referred(const Handle& at) {
  if (at.to() == nullptr) throw Conflict("book: was moved away, and refers to nothing");
  return *at.to();
}
/// @throws Conflict for a handle that was moved away.
inline OpenBook& opened(const Handle& at) { return *referred(at).book; }
/// @throws Conflict for a handle that was moved away.
inline const Caller& caller(const Handle& at) { return referred(at).caller; }

/// A write asked for through a handle.
template <class... Arguments>
[[nodiscard]] auto asked(const Handle& at, std::string_view call, const Arguments&... with) {
  return huddlekit::asked(caller(at), call, with...);
}

/// What a session does for a call through a handle: it answers in the language of that.
template <class Work>
auto in_language(const Handle& at, Work& work) {
  return [&work, language = referred(at).language](Session& s, auto&... more) {
    s.language = language;
    return work(s, more...);
  };
}

template <class Work>
auto read(const Handle& at, Work&& work) {
  return opened(at).read(in_language(at, work));
}
template <class Work, class... Arguments>
auto write(const Handle& at, const Asked<Arguments...>& asked, Work&& work) {
  return opened(at).write(asked, in_language(at, work));
}

}  // namespace detail

using detail::caller;
using detail::in_language;
using detail::opened;
using detail::read;
using detail::write;

}  // namespace huddlekit
