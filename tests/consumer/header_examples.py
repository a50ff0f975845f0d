"""The examples in the comments of the headers as one source, a function each, to see that they compile.

python3 tests/consumer/header_examples.py include/huddlekit/*.hpp > examples.cpp
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

# What an example may speak of without having said where it is from.
BEFORE = """\
#include <cassert>

#include "huddlekit/huddlekit.hpp"

using namespace huddlekit;
using namespace std::chrono;

extern Book book;
extern const Team team;
extern const Huddle huddle;
extern const Story story, miss;
extern const Day monday, christmas_day;
extern const Instant now;
extern const LocalTime start;
template <class T>
void use(const T&);
"""
LINE = re.compile(r"^\s*///(?: {3}(?P<code>.*)|\s*)$")


def examples(header: Path) -> Iterator[tuple[int, list[str]]]:
    """Each with the line on which it begins."""
    began, code = 0, []
    for number, line in enumerate([*header.read_text(encoding="utf-8").splitlines(), ""], 1):
        found = LINE.match(line)
        if found and (code or re.match(r"\S", found["code"] or "")):
            began = began or number
            code.append(found["code"] or "")
        elif code:
            yield began, code
            began, code = 0, []


def main(headers: list[str]) -> int:
    print(BEFORE)
    found = 0
    for header in map(Path, headers):
        for line, code in examples(header):
            found += 1
            print(f'void example_{found}() {{\n#line {line} "{header}"')
            print("\n".join(code), "\n}")
    return 0 if found > 15 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
