#include "book/impl.hpp"

#include <chrono>

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
    : clock_(options.now ? options.now : Clock(system_now)), process_(os::process_id()) {
  writer_ = std::make_unique<Session>(
      open_connection(file.string(), {options.create, options.read_only, options.busy_timeout}),
      clock_);
  readers_.reserve(kMostIdle);  // so that giving one back cannot fail
  if (!read_only()) writer_->lessons.settle();
}

OpenBook::~OpenBook() {
  if (process_ == os::process_id()) return;
  // After a fork the connections are the parent's: closing them here would take the parent's locks
  // and log away.
  writer_->database.abandon();
  if (feeder_) feeder_->database.abandon();
  for (auto& reader : readers_) reader->database.abandon();
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

std::unique_ptr<Session> OpenBook::beside_writer() const {
  return std::make_unique<Session>(writer_->database->reader(), clock_);
}

void OpenBook::give_back(std::unique_ptr<Session> session) noexcept {
  const std::lock_guard lock(resting_);
  if (readers_.size() < kMostIdle) readers_.push_back(std::move(session));
}

void OpenBook::check_process() const {
  if (process_ == os::process_id()) return;
  throw Conflict(path().string() + ": opened before a fork; open it anew in the child");
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
