"""A book's file as another process sees it.

A wheel has an SQLite of its own, and that and Python's must not have one file open in one process: closing
it would take the other's locks away (docs/guide/operating.md).
"""

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

CHILD = """
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1], uri=True, isolation_level=None)
for line in sys.stdin:
    print(json.dumps(db.execute(json.loads(line)).fetchall()), flush=True)
db.close()
"""


def bytes_of(file: Path) -> bytes:
    """What is in it. Reading an open book here would take its locks away as well."""
    read = "import sys; sys.stdout.buffer.write(open(sys.argv[1], 'rb').read())"
    return subprocess.run([sys.executable, "-c", read, str(file)], check=True, capture_output=True).stdout


class Beside:
    """A connection to the file in a process of its own."""

    def __init__(self, file: Path | str, *, only_read: bool = False) -> None:
        uri = Path(file).absolute().as_uri() + ("?mode=ro" if only_read else "")
        command = [sys.executable, "-c", CHILD, uri]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def execute(self, sql: str) -> list[tuple[Any, ...]]:
        assert self._child.stdin
        assert self._child.stdout
        self._child.stdin.write(json.dumps(sql) + "\n")
        self._child.stdin.flush()
        return [tuple(row) for row in json.loads(self._child.stdout.readline())]

    def close(self) -> None:
        self._child.communicate()

    def __enter__(self) -> "Beside":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
