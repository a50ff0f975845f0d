#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/vfs.h>
#endif
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "huddlekit/errors.hpp"
#include "store/sql/os.hpp"

namespace huddlekit::os {

bool make_private_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    if (errno == EEXIST) return false;
    throw StorageError(file.string() + ": cannot be created: " + std::strerror(errno));
  }
  ::close(descriptor);
  return true;
}

namespace {

void sync(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  const bool good = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!good) throw StorageError(path.string() + ": cannot be written: " + std::strerror(error));
}

}  // namespace

std::string network_file_system(const std::filesystem::path& file) {
#ifdef __linux__
  struct Known {
    unsigned long magic;  // statfs(2)
    const char* name;
  };
  constexpr Known kNetworks[] = {{0x6969, "NFS"},      {0x517B, "SMB"},       {0xFF534D42, "CIFS"},
                                 {0xFE534D42, "SMB2"}, {0x01021997, "9p"},    {0x5346414F, "AFS"},
                                 {0x00C36400, "Ceph"}, {0x0BD00BD0, "Lustre"}};
  struct statfs system {};
  if (::statfs(file.c_str(), &system) != 0) return {};
  for (const auto& known : kNetworks) {
    if ((static_cast<unsigned long>(system.f_type) & 0xFFFFFFFF) == known.magic) return known.name;
  }
#else
  (void)file;
#endif
  return {};
}

std::filesystem::path make_private_folder() {
  auto name = (std::filesystem::temp_directory_path() / "huddlekit-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw StorageError(name + ": cannot be made: " + std::strerror(errno));
  }
  return name;
}

void put_in_place(const std::filesystem::path& finished, const std::filesystem::path& target) {
  sync(finished, O_RDONLY);
  // A link, unlike a new name, never takes the place of what is there.
  bool placed = ::link(finished.c_str(), target.c_str()) == 0;
  if (placed) {
    ::unlink(finished.c_str());
  } else if (errno == EPERM || errno == ENOTSUP || errno == ENOSYS) {  // a system without links
    placed = state(target) == FileState{} && ::rename(finished.c_str(), target.c_str()) == 0;
    if (!placed) errno = EEXIST;
  }
  if (!placed) {
    throw StorageError(target.string() +
                       (errno == EEXIST
                            ? ": exists already; a backup never overwrites"
                            : std::string(": cannot be written: ") + std::strerror(errno)));
  }
  const auto folder = target.parent_path();
  sync(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
}

FileState state(const std::filesystem::path& file) {
  struct stat s {};
  if (::stat(file.c_str(), &s) != 0) return {};
  return {s.st_dev, s.st_ino, static_cast<std::uint64_t>(s.st_size),
          static_cast<std::int64_t>(s.st_mtim.tv_sec) * 1'000'000'000 + s.st_mtim.tv_nsec};
}

FileIdentity identity(const std::filesystem::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? FileIdentity{status.st_dev, status.st_ino}
                                            : FileIdentity{};
}

void at_fork(void (*before)(), void (*in_parent)(), void (*in_child)()) {
  (void)::pthread_atfork(before, in_parent, in_child);
}

std::int64_t process_id() { return ::getpid(); }

}  // namespace huddlekit::os
