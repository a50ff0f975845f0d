#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
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

FileIdentity identity(const std::filesystem::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? FileIdentity{status.st_dev, status.st_ino}
                                            : FileIdentity{};
}

std::int64_t process_id() { return ::getpid(); }

}  // namespace huddlekit::os
