// Reads zones from the files of the system (TZif, RFC 8536): the changes that a file lists, and the
// rule in its footer for what comes after them.
#include "calendar/zone_files.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>

#include "calendar/zone_table.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit::detail {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

constexpr std::string_view kMagic = "TZif";
constexpr std::size_t kHeader = 44;
constexpr Instant kYearOne = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
constexpr Instant kYear10000 = std::chrono::sys_days{std::chrono::year{10'000} / 1 / 1};
constexpr seconds kDay = std::chrono::hours{24};

/// Numbers from a zone file, each checked against its end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::int64_t number(std::size_t at, std::size_t width) const {
    std::uint64_t value = 0;
    for (const char c : part(at, width)) value = value << 8 | static_cast<unsigned char>(c);
    const auto unused = 64 - 8 * width;
    return static_cast<std::int64_t>(value << unused) >> unused;
  }
  [[nodiscard]] std::size_t count(std::size_t at) const {
    const auto n = number(at, 4);
    if (n < 0) throw StorageError("a count is negative");
    return static_cast<std::size_t>(n);
  }
  [[nodiscard]] std::size_t octet(std::size_t at) const {
    return static_cast<unsigned char>(part(at, 1)[0]);
  }
  [[nodiscard]] std::string_view part(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) throw StorageError("it ends too early");
    return bytes_.substr(at, size);
  }

 private:
  std::string_view bytes_;
};

/// One block of a file: header, times of `width` bytes, and where the next begins.
struct Block {
  Block(Bytes file, std::size_t at, std::size_t time_width) : bytes(file), width(time_width) {
    if (bytes.part(at, 4) != kMagic) throw StorageError("it does not begin with TZif");
    const auto flags = bytes.count(at + 20) + bytes.count(at + 24);
    const auto leaps = bytes.count(at + 28);
    time_count = bytes.count(at + 32);
    type_count = bytes.count(at + 36);
    const auto letters = bytes.count(at + 40);
    times = at + kHeader;
    indices = times + time_count * width;
    types = indices + time_count;
    names = types + type_count * 6;
    end = names + letters + leaps * (width + 4) + flags;
    (void)bytes.part(at, end - at);
    if (type_count == 0) throw StorageError("it has no offset");
  }

  [[nodiscard]] OffsetChange change(Instant begin, std::size_t type) const {
    if (type >= type_count) throw StorageError("it names an offset that it does not have");
    const auto at = types + 6 * type;
    const seconds offset{bytes.number(at, 4)};
    if (offset <= -kDay || offset >= kDay) {
      throw StorageError("an offset must be less than a day, got " +
                         std::to_string(offset.count()) + " s");
    }
    const auto name = names + bytes.octet(at + 5);
    const auto rest = bytes.part(name, std::max(end, name) - name);
    return {begin, offset, std::string(rest.substr(0, rest.find('\0')))};
  }

  Bytes bytes;
  std::size_t width, time_count = 0, type_count = 0;
  std::size_t times = 0, indices = 0, types = 0, names = 0, end = 0;
};

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw StorageError("cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A file of a folder of zones by the name of its zone; what other files are in there is not one.
bool names_a_zone(std::string_view name) {
  // Variants of every zone, and names that mean something else on another machine.
  constexpr std::array kFolders{"posix/", "right/", "uclibc/"};
  constexpr std::array kFiles{"localtime", "posixrules", "Factory"};
  const auto begins = [&](const char* folder) { return name.starts_with(folder); };
  return std::ranges::none_of(kFolders, begins) && std::ranges::find(kFiles, name) == kFiles.end();
}

std::mutex& places_mutex() {
  static std::mutex mutex;
  return mutex;
}

fs::path& extra_folder() {
  static fs::path folder;
  return folder;
}

/// Where the zones of this machine are, once found always the same; nullopt when there are none.
std::optional<fs::path> folder() {
  static std::optional<fs::path> found;
  const std::lock_guard lock(places_mutex());
  if (found) return found;
  for (const auto& place : {fs::path("/usr/share/zoneinfo/uclibc"), fs::path("/usr/share/zoneinfo"),
                            fs::path("/var/db/timezone/zoneinfo"), extra_folder()}) {
    std::error_code error;
    if (place.empty() || !fs::exists(place / "Etc" / "UTC", error)) continue;
    found = place;
    break;
  }
  return found;
}

bool is_zone_file(const fs::path& file) {
  std::array<char, 4> magic{};
  std::ifstream in(file, std::ios::binary);
  if (!in && (errno == EMFILE || errno == ENFILE || errno == ENOMEM)) {
    throw StorageError("zone files: cannot be read: " + std::string(std::strerror(errno)));
  }
  return in.read(magic.data(), magic.size()) && std::string_view(magic.data(), 4) == kMagic;
}

std::vector<std::string> all_names() {
  const auto root = folder();
  if (!root) throw StorageError("zone files: must be installed (package tzdata), got none");
  std::vector<std::string> names;
  try {
    constexpr auto kWhatIsOurs = fs::directory_options::skip_permission_denied;
    for (const auto& entry : fs::recursive_directory_iterator(*root, kWhatIsOurs)) {
      const std::string name = entry.path().lexically_relative(*root).generic_string();
      std::error_code ignored;  // a link that leads nowhere
      if (names_a_zone(name) && entry.is_regular_file(ignored) && is_zone_file(entry.path())) {
        names.push_back(name);
      }
    }
  } catch (const fs::filesystem_error& e) {
    throw StorageError("zone files: cannot be read: " + e.code().message());
  }
  std::ranges::sort(names);
  return names;
}

std::unique_ptr<const ZoneTable> read(const std::string& name) {
  try {
    const auto [changes, footer] = read_zone_file(content_of(folder().value() / name));
    const auto rule = PosixTz::parse(footer);
    if (!footer.empty() && !rule) {
      throw StorageError("must end with a rule like CET-1CEST,M3.5.0,M10.5.0/3, got " +
                         in_quotes(footer));
    }
    return std::make_unique<const ZoneTable>(name, changes, rule);
  } catch (const StorageError& e) {
    throw StorageError("zone file of " + name + ": " + e.what());
  }
}

}  // namespace

ZoneFile read_zone_file(std::string_view content) {
  const Bytes bytes(content);
  Block block(bytes, 0, 4);
  ZoneFile file;
  if (bytes.octet(4) != 0) {  // since version 2 the same again follows in 64 bits, and a footer
    block = Block(bytes, block.end, 8);
    const auto line = content.substr(block.end);
    const auto newline = line.find('\n', 1);
    if (!line.starts_with('\n') || newline == line.npos)
      throw StorageError("its footer is missing");
    file.footer = line.substr(1, newline - 1);
  }
  // The first type holds before every change (RFC 8536 section 3.2).
  file.changes.push_back(block.change(Instant::min(), 0));
  for (std::size_t i = 0; i < block.time_count; ++i) {
    const Instant begin{seconds{bytes.number(block.times + i * block.width, block.width)}};
    if (begin >= kYear10000) break;  // no time that we know lies there
    const auto change = block.change(begin, bytes.octet(block.indices + i));
    if (begin < kYearOne) {  // some files begin with the Big Bang
      file.changes = {change};
    } else if (begin > file.changes.back().begin) {
      file.changes.push_back(change);
    } else {
      throw StorageError("its changes are out of order");
    }
  }
  return file;
}

void look_for_zones_in(const std::string& folder) {
  const std::lock_guard lock(places_mutex());
  extra_folder() = folder;
}

std::string zone_version() {
  const auto at = folder();
  if (!at) return {};
  for (const auto& [file, front] : {std::pair("tzdata.zi", "# version "), std::pair("+VERSION", ""),
                                    std::pair("version", "")}) {
    std::ifstream in(*at / file);
    std::string line;
    if (in && std::getline(in, line) && line.starts_with(front)) {
      return line.substr(std::string_view(front).size());
    }
  }
  return {};
}

std::string zone_folder() { return folder().value_or(fs::path()).string(); }

const std::vector<std::string>& ZoneTable::names() {
  static const std::vector<std::string> names = all_names();
  return names;
}

const ZoneTable* ZoneTable::find(std::string_view name) {
  // Of the few zones that a process meets, in a list that only grows: without a lock, which a fork
  // could copy while another thread holds it.
  struct Known {
    std::string name;
    std::unique_ptr<const ZoneTable> table;
    const Known* next;
  };
  static std::atomic<const Known*> all = nullptr;
  const auto among = [&](const Known* one) {
    while (one != nullptr && one->name != name) one = one->next;
    return one;
  };
  if (const auto* known = among(all)) return known->table.get();
  if (!std::binary_search(names().begin(), names().end(), name)) return nullptr;
  auto* read_now = new Known{std::string(name), read(std::string(name)), all};
  while (!all.compare_exchange_weak(read_now->next, read_now)) {
  }
  return read_now->table.get();  // read twice at once, it stands there twice
}

}  // namespace huddlekit::detail
