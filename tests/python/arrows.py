"""Arrows between the rooms run one way: no include runs up, and all SQL is in the store.

Prints file:line of every include in the sources of what its room does not know, and of every statement that
stands outside of the store.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
# What the sources of a room may include beside their own room and the public headers that they know.
KNOWS = {
    "core": set(),
    "packs": set(),
    "calendar": {"core"},
    "playbook": {"core", "calendar"},
    "store": {"core", "calendar"},
    "fields": {"core", "calendar"},
    "render": {"core", "calendar", "fields"},
    "book": {"core", "packs", "calendar", "playbook", "store", "fields", "render"},
    "bindings": {"core/text", "fields"},
}
# The room that a public header speaks for, where that is not the core.
SPEAKS_FOR = {
    "book": "book",
    "cadence": "calendar",
    "feed": "book",
    "huddlekit": "book",
    "ics": "render",
    "packs": "packs",
    "recurrence": "calendar",
    "render": "render",
    "surroundings": "book",
    "zone": "calendar",
}
# Named parts of the outside, each behind one door.
DOORS = {
    "SQLiteCpp/": "src/store/sql/",
    "sqlite3.h": "src/store/sql/",
    "toml++/": "src/playbook/",
    "pybind11/": "bindings/",
}
SQL = re.compile(r'"\s*(SELECT\b|INSERT INTO\b|UPDATE \w+ SET\b|DELETE FROM\b|PRAGMA\b)')
INCLUDE = re.compile(r'^#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)


def room_of(name: str) -> str:
    """Of a source, or of a public header."""
    top, _, rest = name.partition("/")
    if top == "src":
        return rest.split("/")[0]
    if top == "include":
        return SPEAKS_FOR.get(Path(name).stem, "core")
    return top


def runs_up(name: str, included: str) -> bool:
    """Whether the source of that name must not include that."""
    for door, room in DOORS.items():
        if included.startswith(door):
            return not name.startswith(room)
    room = room_of(name)
    if included.startswith("huddlekit/"):
        home = room_of(f"include/{included}")
        return room != "bindings" and home not in {room, "core", *KNOWS[room]}
    top = included.split("/")[0]
    if top not in KNOWS or top == room:
        return False  # of the standard library, of another package, of the build
    return not any(included.startswith(f"{known}/") for known in KNOWS[room])


def found_in(name: str, text: str) -> Iterator[tuple[int, str]]:
    for match in INCLUDE.finditer(text):
        if runs_up(name, match[1]):
            yield text.count("\n", 0, match.start()) + 1, match[1]


def statements_in(name: str, text: str) -> list[int]:
    """Lines, from 1, on which SQL stands outside of the store."""
    if name.startswith("src/store/"):
        return []
    return [text.count("\n", 0, match.start()) + 1 for match in SQL.finditer(text)]


def main() -> int:
    bad = []
    for folder in ("bindings", "include", "src"):
        for path in sorted((ROOT / folder).rglob("*.[ch]pp")):
            name, text = str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
            for line, included in found_in(name, text):
                bad.append(f"{name}:{line}: includes {included}, which {room_of(name)} does not know")
            bad += [f"{name}:{line}: a statement belongs to the store" for line in statements_in(name, text)]
    print(*bad, sep="\n", end="\n" if bad else "")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
