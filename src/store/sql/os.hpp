#pragma once
// What the standard library cannot ask of the operating system. One source a system implements it,
// os_posix.cpp today; nothing else in the library includes a header of the system.
#include <cstdint>
#include <filesystem>
#include <utility>

namespace huddlekit::os {

/// An empty file that only its owner can read and write. False when there was a file already.
/// @throws StorageError when it cannot be created.
bool make_private_file(const std::filesystem::path& file);

/// The name of the file system when it is one over a network, where locks do not hold; empty for
/// any other.
[[nodiscard]] std::string network_file_system(const std::filesystem::path& file);

/// A new folder for files of the moment, for its owner alone. @throws StorageError.
[[nodiscard]] std::filesystem::path make_private_folder();

/// Puts a finished file where there is none, all at once and for good: a power cut leaves it or
/// nothing. @throws StorageError when there is one already, or it cannot be done.
void put_in_place(const std::filesystem::path& finished, const std::filesystem::path& target);

/// What changes when somebody writes to a file: identity, size and time of the last change.
struct FileState {
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t changed = 0;  // nanoseconds
  bool operator==(const FileState&) const = default;
};
[[nodiscard]] FileState state(const std::filesystem::path& file);

/// What tells one file from another at the same path (device and inode); zeros for none.
using FileIdentity = std::pair<std::uint64_t, std::uint64_t>;
[[nodiscard]] FileIdentity identity(const std::filesystem::path& file);

/// Has these called around every fork of this process, where there is such a thing.
void at_fork(void (*before)(), void (*in_parent)(), void (*in_child)());

/// Of this process; another one after a fork, where there is such a thing.
[[nodiscard]] std::int64_t process_id();

}  // namespace huddlekit::os
