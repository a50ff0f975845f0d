#pragma once
#include <memory>
#include <string>

namespace huddlekit::detail {

class OpenBook;  // what stands behind a book and its handles

/// Who calls, and the name that they give to the call.
struct Caller {
  std::string by{};
  std::string id{};
};

/// What a handle refers to. One that was moved away refers to nothing; each call of it is a
/// Conflict.
struct Handle {
  std::shared_ptr<OpenBook> book{};
  std::shared_ptr<const Caller> caller{};
};

}  // namespace huddlekit::detail
