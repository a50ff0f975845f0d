// Several processes empty one outbox while they are killed at random.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "early.hpp"
#include "reminder_fixture.hpp"

namespace huddlekit {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

constexpr int kWorkers = 4;
// Far longer than a worker can be held up: only a kill lets a lease run out.
constexpr seconds kLease = 60s;

/// What all processes see: a clock that the parent moves, and who rests.
struct Shared {
  std::atomic<int> moved{0};  // seconds
  std::atomic<bool> rest{false};
  std::atomic<bool> done{false};
  std::atomic<int> resting{0};
};

Instant clock_of(const Shared& shared, steady_clock::time_point start) {
  return utc("2026-11-23T05:46") + floor<seconds>(steady_clock::now() - start) +
         seconds{shared.moved};
}

/// What a worker has done, a line each, written in one go so that a kill leaves whole lines.
class Diary {
 public:
  explicit Diary(const std::filesystem::path& file)
      : descriptor_(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {}
  ~Diary() { ::close(descriptor_); }
  void note(char what, const std::string& id) const {
    std::string line{what};
    line += " " + std::to_string(::getpid()) + " " + id + "\n";
    if (::write(descriptor_, line.data(), line.size()) < 0) ::_exit(3);
  }

 private:
  int descriptor_;
};

/// Sends and acknowledges until the parent says that it is done; holds nothing while it rests.
[[noreturn]] void work(const std::filesystem::path& file, const std::filesystem::path& diary_file,
                       Shared& shared, steady_clock::time_point start) {
  int code = 0;
  try {
    auto book = Book::open(file, {.now = [&, start] { return clock_of(shared, start); }});
    const Diary diary(diary_file);
    while (!shared.done) {
      if (shared.rest) {
        ++shared.resting;
        while (shared.rest) std::this_thread::sleep_for(1ms);
        --shared.resting;
      }
      const auto due = book.outbox().lease(20, kLease, {});
      for (const auto& r : due) {
        diary.note('S', r.id);
        book.outbox().acknowledge(r.id);
        diary.note('A', r.id);
      }
      if (due.empty()) std::this_thread::sleep_for(5ms);
    }
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    code = 2;
  }
  ::_exit(code);
}

/// A kill needs no disk to be survived, only a power cut does: memory is faster.
std::filesystem::path folder() {
  const std::filesystem::path memory = "/dev/shm";
  return (std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path()) /
         ("huddlekit-outbox-" + std::to_string(::getpid()));
}

class OutboxKill : public ::testing::Test {
 protected:
  ~OutboxKill() override { std::filesystem::remove_all(folder()); }

  void run(int people, int kills, std::uint32_t seed) {
    SCOPED_TRACE(seed);
    std::filesystem::remove_all(folder());
    std::filesystem::create_directories(folder());
    const auto book_file = folder() / "a.huddle", diary = folder() / "diary";
    {
      std::ostringstream playbook;
      playbook << "format = 1\norganisation = { name = \"A\", zone = \"UTC\" }\n"
                  "[[reminder]]\nkey = \"all\"\naudience = \"expected\"\nahead = \"1 h\"\nearly = "
                  "\"1 h\"\n"
                  "[[team]]\nkey = \"t\"\nname = \"T\"\nhuddle = [{ start = \"06:45\" }]\n"
                  "members = [\n";
      for (int n = 0; n < people; ++n) {
        playbook << "{ key = \"p" << n << "\", name = \"P\" },\n";
      }
      auto book = Book::open(book_file, {.create = true, .now = early});
      book.load(parse_playbook(playbook.str() + "]\n"));
    }
    void* memory =
        ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(memory, MAP_FAILED);
    auto& shared = *new (memory) Shared;
    const auto start = steady_clock::now();
    std::mt19937 random(seed);
    std::set<pid_t> alive, killed;
    const auto spawn = [&] {
      const pid_t child = ::fork();
      if (child == 0) work(book_file, diary, shared, start);
      alive.insert(child);
    };
    // While everybody rests nobody holds a lease but the dead, whose leases now run out.
    const auto outlive_the_dead = [&] {
      shared.rest = true;
      while (shared.resting < kWorkers) std::this_thread::sleep_for(1ms);
      shared.moved += static_cast<int>(kLease.count()) + 1;
      shared.rest = false;
      while (shared.resting > 0) std::this_thread::sleep_for(1ms);
    };
    for (int n = 0; n < kWorkers; ++n) spawn();
    for (int n = 1; n <= kills; ++n) {
      std::this_thread::sleep_for(milliseconds{std::uniform_int_distribution(1, 80)(random)});
      auto victim = alive.begin();
      std::advance(victim, std::uniform_int_distribution(0, kWorkers - 1)(random));
      const pid_t pid = *victim;
      ::kill(pid, SIGKILL);
      ::waitpid(pid, nullptr, 0);
      alive.erase(pid);
      killed.insert(pid);
      spawn();
      if (n % 5 == 0) outlive_the_dead();
    }
    {
      auto book = Book::open(book_file, {.now = [&] { return clock_of(shared, start); }});
      while (!book.outbox().pending().empty()) std::this_thread::sleep_for(20ms);
    }
    shared.done = true;
    for (const pid_t pid : alive) {
      int status = 0;
      ::waitpid(pid, &status, 0);
      EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    ::munmap(memory, sizeof(Shared));

    std::map<std::string, std::vector<pid_t>> sent;
    std::set<std::pair<std::string, pid_t>> acknowledged;
    std::ifstream lines(diary);
    char what = 0;
    pid_t pid = 0;
    for (std::string id; lines >> what >> pid >> id;) {
      if (what == 'S') sent[id].push_back(pid);
      if (what == 'A') acknowledged.emplace(id, pid);
    }
    EXPECT_EQ(sent.size(), static_cast<std::size_t>(people)) << "none lost";
    int twice = 0;
    for (auto& [id, by] : sent) {
      by.pop_back();
      twice += static_cast<int>(by.size());
      for (const pid_t worker : by) {
        EXPECT_TRUE(killed.contains(worker) && !acknowledged.contains({id, worker}))
            << id << " was sent twice without a kill between sending and acknowledging";
      }
    }
    EXPECT_LE(twice, kills) << "a kill interrupts at most one";
    auto book = Book::open(book_file, {.now = early});
    EXPECT_EQ(book.outbox().deliveries("t", kMonday, kMonday + days{1}).size(), sent.size())
        << "logged once each";
  }
};

TEST_F(OutboxKill, LosesNothingAndRepeatsOnlyWhatAKillInterrupted) {
  if (std::getenv("HUDDLEKIT_SOAK") == nullptr) {
    run(300, 20, 1);
  } else {
    for (std::uint32_t seed = 1; seed <= 5; ++seed) run(1'000, 100, seed);
  }
}

}  // namespace
}  // namespace huddlekit
