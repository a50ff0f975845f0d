"""Commands that write, and what may stand where they are told to write."""

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import click
from conftest import Done, Run

from huddlekit.cli import files, huddlekit

HUDDLE = "kitchen/2026-11-23/service"
# What a command needs besides --out: a new one that needs more is refused below until it stands here.
NEEDS = {
    "demo": ["--weeks", "4"],
    "export-person": ["ravi"],
    "private-note": ["--huddle", HUDDLE],
    "report": ["--first", "-28", "--last", "today", "--private"],
}
STANDING = ["a folder", "a FIFO", "a socket", "a link to a FIFO"]


def commands(group: click.Group = huddlekit, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command by its name, those of groups too."""
    for command in group.commands.values():
        path = f"{name} {command.name}".strip()
        if isinstance(command, click.Group):
            yield from commands(command, path)
        else:
            yield path, command


def with_out(kind: type[click.ParamType]) -> list[str]:
    return [
        name
        for name, command in commands()
        for p in command.params
        if p.name == "out" and type(p.type) is kind
    ]


TO_FILES, TO_FOLDERS = with_out(files.File), with_out(files.Folder)


def put(path: Path | str, what: str) -> None:
    """Lets something stand there, of those above or a file."""
    if what == "a folder":
        os.mkdir(path)
    elif what == "a FIFO":
        os.mkfifo(path)
    elif what == "a socket":
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(path))
    elif what == "a link to a FIFO":
        os.mkfifo(f"{path}.fifo")
        os.symlink(f"{os.path.basename(path)}.fifo", path)
    else:
        Path(path).write_text("before")


def end(what: str) -> str:
    """What it is when links are followed."""
    return what.removeprefix("a link to ")


def tree(folder: Path | str = ".") -> dict[str, tuple[int, bytes | None]]:
    """All that stands in a folder, but for what a book leaves beside it."""
    return {
        str(path): (path.lstat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in sorted(Path(folder).rglob("*"))
        if not path.name.endswith(("-wal", "-shm"))
    }


def mode(path: Path | str) -> int:
    return stat.S_IMODE(os.stat(path).st_mode)


def call(run: Run, command: str, out: str) -> Done:
    """The command with all that it needs, and told to write there."""
    return run(*command.split(), *NEEDS.get(command, []), "--out", out)


def told(done: Done) -> str:
    """Why it was refused, in one sentence on the standard error."""
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1), done
    return done.err.removeprefix("huddlekit: ").removesuffix("\n")
