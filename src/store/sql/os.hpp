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

/// What tells one file from another at the same path (device and inode); zeros for none.
using FileIdentity = std::pair<std::uint64_t, std::uint64_t>;
[[nodiscard]] FileIdentity identity(const std::filesystem::path& file);

/// Of this process; another one after a fork, where there is such a thing.
[[nodiscard]] std::int64_t process_id();

}  // namespace huddlekit::os
