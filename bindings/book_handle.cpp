#include "book_handle.hpp"

namespace huddlekit::python {

PythonClock::PythonClock(py::function now)
    : now_(new py::function(std::move(now)), [](py::function* held) {
        const py::gil_scoped_acquire acquire;
        delete held;
      }) {}

bool& PythonClock::running() {
  static thread_local bool running = false;
  return running;
}

Instant PythonClock::operator()() const {
  const py::gil_scoped_acquire acquire;
  struct Running {
    Running() { running() = true; }
    ~Running() { running() = false; }
  } mark;
  const py::object given = (*now_)();
  py::detail::make_caster<Instant> instant;
  if (!instant.load(given, false)) {
    throw InvalidArgument("now: must give an aware datetime, got " +
                          py::repr(given).cast<std::string>());
  }
  return py::detail::cast_op<Instant>(instant);
}

BookHandle BookHandle::by(const std::optional<std::string>& who,
                          const std::optional<std::string>& call) const {
  BookHandle out = *this;
  out.who_ = who.value_or("");
  out.call_ = call.value_or("");
  for (const auto& [name, given] : {std::pair("who", &who), std::pair("call", &call)}) {
    if (*given && (*given)->empty()) {
      throw InvalidArgument(std::string(name) + ": must be 1 to 200 bytes or None, got \"\"");
    }
  }
  out([&](Book& book) { (void)book.by(out.who_, out.call_); });  // refuses here what is no name
  return out;
}

BookHandle BookHandle::speaking(const std::string& language) const {
  (void)(*this)([&](Book& book) { return book.speaking(language); });  // refuses what is none
  BookHandle out = *this;
  out.language_ = language;
  return out;
}

std::string BookHandle::told() const {
  const auto part = [](const char* name, const std::string& text) {
    return text.empty() ? std::string()
                        : std::string(name) + py::repr(py::str(text)).cast<std::string>();
  };
  return part(", by ", who_) + part(", call ", call_) + part(", speaking ", language_);
}

void BookHandle::close() {
  auto last = std::exchange(opened_->book, nullptr);
  const py::gil_scoped_release release;  // closing may have to write
  last.reset();
}

BookHandle open_book(const std::filesystem::path& path, bool create, bool read_only,
                     double busy_timeout, const std::optional<py::function>& now) {
  if (!(busy_timeout >= 0 && busy_timeout <= 86'400)) {
    throw InvalidArgument("busy_timeout: must be from 0 to 86400 s, got " +
                          py::str(py::float_(busy_timeout)).cast<std::string>());
  }
  Book::OpenOptions options{
      .create = create,
      .read_only = read_only,
      .busy_timeout = std::chrono::milliseconds(static_cast<std::int64_t>(busy_timeout * 1000))};
  if (now) options.now = PythonClock(*now);
  const py::gil_scoped_release release;
  return {Book::open(path, options), path};
}

}  // namespace huddlekit::python
