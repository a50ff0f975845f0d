"""Markdown from C++ headers: what stands in `///` before a declaration, and the declaration itself.

The headers are written to be read, so a class is shown whole, with the comments of its members, and
without what is private. It reads this project's style (Google, by clang-format), not C++.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

INTRODUCTION = """# C++

Everything is in the namespace `huddlekit`; `#include <huddlekit/huddlekit.hpp>` has it all, and each
header can be included alone. The types are those of the standard library.

"""
SCOPE = re.compile(r"^namespace huddlekit \{\n(.*)^\}  // namespace huddlekit", re.MULTILINE | re.DOTALL)
TYPE = re.compile(r"\b(?:class|struct|enum class)\s+(\w+)")


class Entry(NamedTuple):
    name: str  # empty for a remark between declarations
    words: list[str]  # without the slashes
    code: list[str]


def page(folder: Path) -> str:
    headers = sorted(path for path in folder.glob("*.hpp") if SCOPE.search(path.read_text(encoding="utf-8")))
    return INTRODUCTION + "\n".join(map(section, headers))


def section(header: Path) -> str:
    lines = [f"## {header.stem}", "", f"`#include <huddlekit/{header.name}>`", ""]
    before = ""
    for entry in entries(header.read_text(encoding="utf-8")):
        if entry.name and entry.name != before:
            lines += [f"### {entry.name}", ""]
        lines += [*prose(entry.words), ""]
        if entry.code:
            lines += ["```cpp", *entry.code, "```", ""]
        before = entry.name
    return "\n".join(lines)


def entries(text: str) -> Iterator[Entry]:
    """What a header declares, in its order; declarations that nothing is said of join the last one."""
    words: list[str] = []
    code: list[str] = []
    for line in SCOPE.findall(text)[0].splitlines():
        if code or (line and not line.startswith("//")):
            code.append(line)
            if is_whole(code):
                yield Entry(name_of("\n".join(code)), words, public(code))
                words, code = [], []
        elif line.startswith("///"):
            words.append(line.removeprefix("///"))
        elif line.startswith("//"):
            words.append(line.removeprefix("//").rstrip("-").replace("---", ""))
        elif words:  # a remark on its own
            yield Entry("", words, [])
            words = []


def is_whole(code: list[str]) -> bool:
    text = re.sub(r"//.*", "", "\n".join(code))
    return text.count("{") == text.count("}") and text.rstrip().endswith((";", "}"))


def public(code: list[str]) -> list[str]:
    """A class up to what is private; what is deleted or defaulted for the compiler is left out too."""
    if "private:" in "\n".join(code):
        at = next(n for n, line in enumerate(code) if line.strip() == "private:")
        code = [*code[:at], "};"]
    while len(code) > 2 and not code[-2].strip():
        code = [*code[:-2], code[-1]]
    return code


def name_of(code: str) -> str:
    code = re.sub(r"^template <[^>]*>\s*", "", code)
    if found := TYPE.search(code.split("(")[0]):
        return found[1]
    if found := re.match(r"using (\w+)", code):
        return found[1]
    return re.findall(r"([\w~]+)\s*$", code.split("(")[0])[0]


def prose(words: list[str]) -> list[str]:
    """The words as Markdown: what is indented is code, `@param` and `@throws` are list items."""
    out: list[str] = []
    fenced = False
    for line in (word.removeprefix(" ") for word in words):
        is_code = line.startswith("  ") and (fenced or not (out and out[-1].startswith("* ")))
        if is_code != fenced and (line or not fenced):
            out += ["```cpp"] if is_code else ["```", ""]
            fenced = is_code
        if is_code or fenced:
            out.append(line.removeprefix("  "))
        else:
            out += tagged(line)
    return [*out, "```"] if fenced else out


def tagged(line: str) -> list[str]:
    line = re.sub(r"@throws (\w+)", r"Throws `\1`", line.strip())
    if found := re.match(r"@param (\w+)\s+(.*)", line):
        return ["", f"* `{found[1]}`: {found[2]}"]
    return ["", line] if line.startswith("Throws ") else [line]
