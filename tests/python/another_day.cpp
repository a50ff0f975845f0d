// Another day for a process and its children, by LD_PRELOAD: adds HUDDLEKIT_APART seconds to the
// wall clock and leaves the steady one alone, and with it every wait. (libfaketime cannot: either
// waits never end, or time.sleep fails.)
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>

namespace {

const long apart = [] {
  const char* text = std::getenv("HUDDLEKIT_APART");
  return text == nullptr ? 0 : std::atol(text);
}();

timespec wall() {
  timespec t{};
  ::syscall(SYS_clock_gettime, CLOCK_REALTIME, &t);
  t.tv_sec += apart;
  return t;
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* t) {
  if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE) {
    return static_cast<int>(::syscall(SYS_clock_gettime, clock, t));
  }
  *t = wall();
  return 0;
}

int gettimeofday(timeval* t, void* /*zone*/) {
  const auto now = wall();
  *t = {now.tv_sec, now.tv_nsec / 1000};
  return 0;
}

time_t time(time_t* t) {
  const auto now = wall().tv_sec;
  if (t != nullptr) *t = now;
  return now;
}
}
