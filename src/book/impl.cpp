#include "book/impl.hpp"

#include <chrono>
#include <filesystem>
#include <utility>

#include "store/sql/os.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kMostIdle = 16;

Instant system_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace

namespace detail {

OpenBook::OpenBook(const FilePath& file, const Book::OpenOptions& options)
    : path_(file.string()),
      options_{options.create, options.read_only, options.busy_timeout},
      clock_(options.now ? options.now : Clock(system_now)),
      process_(os::process_id()) {
  if (Forks::spoiled(os::identity(path_))) {
    throw Conflict(path_.string() +
                   ": was in use by another thread when this process was forked, and cannot be"
                   " opened in it");
  }
  writer_ = std::make_unique<Session>(open_connection(path_, options_), clock_);
  readers_.reserve(kMostIdle);  // so that giving one back cannot fail
  if (!read_only()) writer_->lessons.settle();
  options_.create = false;
  if (writer_->database->in_memory()) return;
  absolute_ = std::filesystem::absolute(path_);
  file_ = os::identity(absolute_);
  Forks::add(*this);
}

OpenBook::~OpenBook() {
  if (!in_memory()) Forks::remove(*this);
  if (process_ == os::process_id()) return;
  // After a fork that they were not closed for, the connections are the parent's: closing them here
  // would take the parent's locks and log away.
  if (writer_) writer_->database.abandon();
  if (feeder_) feeder_->database.abandon();
  for (auto& reader : readers_) reader->database.abandon();
}

Session& OpenBook::writer() {
  if (writer_) return *writer_;
  if (os::identity(absolute_) != file_) {
    throw StorageError(path_.string() +
                       ": was deleted or replaced while it was open; open it anew");
  }
  writer_ = std::make_unique<Session>(open_connection(absolute_, options_), clock_);
  ready_ = true;
  return *writer_;
}

void OpenBook::close_connections() {
  readers_.clear();
  feeder_.reset();
  plans_ = FeedPlans();  // another connection counts in its own way
  writer_.reset();
  ready_ = false;
  closed_ = true;
}

void OpenBook::after_fork() {
  closed_ = false;
  gate_.open();
}

bool OpenBook::after_fork_in_child() {
  gate_.reset();
  if (closed_) process_ = os::process_id();
  return std::exchange(closed_, false);
}

void OpenBook::cannot_be_read(const std::exception& error) const {
  throw StorageError(path_.string() + ": holds what cannot be read: " + error.what());
}

std::unique_ptr<Session> OpenBook::take_reader() {
  {
    const std::lock_guard lock(resting_);
    if (!readers_.empty()) {
      auto session = std::move(readers_.back());
      readers_.pop_back();
      return session;
    }
  }
  return beside_writer();
}

std::unique_ptr<Session> OpenBook::beside_writer() {
  if (!ready_) {
    const std::lock_guard lock(writing_);
    (void)writer();
  }
  return std::make_unique<Session>(writer_->database->reader(), clock_);
}

void OpenBook::give_back(std::unique_ptr<Session> session) noexcept {
  const std::lock_guard lock(resting_);
  if (readers_.size() < kMostIdle) readers_.push_back(std::move(session));
}

void OpenBook::check_process() const {
  if (process_ == os::process_id()) return;
  throw Conflict(path().string() +
                 (in_memory() ? ": is in the memory of the process that was forked"
                              : ": was in use when this process was forked, and is its parent's"));
}

Handle::Handle(const Handle& other) noexcept : to_(other.to_) {
  if (to_ != nullptr) to_->handles.fetch_add(1, std::memory_order_relaxed);
}

Handle::~Handle() {
  if (to_ != nullptr && to_->handles.fetch_sub(1, std::memory_order_acq_rel) == 1) delete to_;
}

bool same_book(const Handle& one, const Handle& other) noexcept {
  const auto book_of = [](const Handle& at) {
    return at.to() == nullptr ? nullptr : at.to()->book.get();
  };
  return book_of(one) == book_of(other);
}

}  // namespace detail
}  // namespace huddlekit
