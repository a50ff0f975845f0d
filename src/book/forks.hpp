#pragma once
#include "store/sql/os.hpp"

namespace huddlekit::detail {

class OpenBook;

/// The open books in files of this process, which close their connections before it is forked and
/// open them again when they are needed, in the parent and in the child.
///
/// The system's locks are not inherited by a child, but what SQLite remembers of them is: a child
/// with a copy of an open connection would read and write without any lock.
class Forks {
 public:
  static void add(OpenBook& book);
  static void remove(OpenBook& book) noexcept;
  /// Whether a connection to that file was in use when this process was forked, so that it cannot
  /// be opened here.
  [[nodiscard]] static bool spoiled(const os::FileIdentity& file);
};

}  // namespace huddlekit::detail
