// Not part of Huddlekit: a fault of GCC 12.2 and 14.2 at -O2 and -O3, reduced. It made 4.6e-310 of
// a default that is an empty std::optional<double>; bindings/values.hpp says how that is kept away.
//
//   g++ -std=c++20 -O2 member_of_a_local.cpp && ./a.out   # exits with 1: what was never set is set
//
// It exits with 0, as it should, at -O0 and -O1, at -O2 with -fno-schedule-insns2, and with clang
// 19 at every level; the address and undefined-behaviour sanitizers of both find nothing.
// `-fno-strict-aliasing` changes nothing.
//
// The pointer to member comes in a register, and `values.*at` is the address of a local plus that
// register. What GCC makes of it as a tree (-fdump-tree-optimized) is right: write `second.set`,
// then read it. The second pass of the instruction scheduler swaps the two, `cmpb $0, 8(%rdx)`
// before `movb $0, 40(%rsp)`: as if an address made of an argument could never be that of a local.

struct Number {
  double value;
  bool set;
};
struct Values {
  long counts[2];
  Number first, second;
};
struct Out {
  const void* name;
  unsigned char bits;
  const void* value;
};
const int none = 0, some = 0;

__attribute__((noinline)) const void* made_of(double) { return &some; }

__attribute__((noinline)) void fill(Out* out, const void* name, Number Values::*at) {
  const Values values{};
  const Number number = values.*at;
  out->name = name;
  out->bits = static_cast<unsigned char>((out->bits & ~3) | 2);
  out->value = number.set ? made_of(number.value) : &none;
}

__attribute__((noinline)) void leave_ones_on_the_stack() {
  volatile char bytes[4096];
  for (auto& byte : bytes) byte = 1;
}

int main() {
  Out out{};
  leave_ones_on_the_stack();
  fill(&out, "second", &Values::second);
  return out.value == &none ? 0 : 1;
}
