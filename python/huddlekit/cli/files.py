"""Files that are named on the command line: read whole, written whole; `-` is the standard input or output.

What is written goes into a draft beside its place, which takes that place at once. Nothing but a file is ever
replaced: whatever else stands there is refused, before anything is changed. A symbolic link that ends at a
file, or at nothing in a folder that is there, is followed, and stays. What goes into a folder stays inside
it, whatever a key says.
"""

import contextlib
import os
import re
import signal
import stat
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from .options import Command, kind

STREAM = Path("-")
LONGEST = 200  # bytes of a file's name that is made of a key; most systems take 255
ENDS = ("SIGINT", "SIGTERM", "SIGHUP")
NAME = "(?:[a-z0-9-]|%[0-9A-F]{2})+"  # what `name_of` makes
RULE = "A link to a file is followed; what is not a file is never replaced."
RULE_INSIDE = f"{RULE} Nothing outside of the folder is written."


# --- As they are named


class Named(click.Path):
    """A file to read, or `-`; an empty name is not the folder that one is in."""

    def __init__(self, *, exists: bool = False, folder: bool = False) -> None:
        super().__init__(
            exists=exists, file_okay=not folder, dir_okay=folder, allow_dash=True, path_type=Path
        )

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if not os.fspath(value):
            return self.fail(f"must name a {self.name}, got ''", param, ctx)
        if self.exists:
            super().convert(value, param, ctx)
        path = Path(value)
        return path.absolute() if path == STREAM and value != "-" else path  # ./- is a file


class File(Named):
    """A file to write, or `-`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = super().convert(value, param, ctx)
        if os.path.basename(value) in ("", ".", ".."):
            raise click.ClickException(f"{value}: must name a file, names a folder")
        if path != STREAM and is_book(target(path)):
            raise click.ClickException(f"{path}: must not be a book, is one")
        return path


class Folder(Named):
    """A folder to write into, which need not be there yet."""

    def __init__(self) -> None:
        super().__init__(folder=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = super().convert(value, param, ctx)
        if path == STREAM:
            return self.fail("must be a folder, got the standard output; ./- is a folder", param, ctx)
        must_be_folder(path)
        return path


def out(more: str = "") -> Callable[[Command], Command]:
    """The option of a command that writes one file."""
    help = f"A file; without it, or with -, the standard output. {RULE} {more}".rstrip()
    return click.option("--out", type=File(), help=help)


def name_of(key: str) -> str:
    """A file's name for a key: the key itself, with all that no key has percent-encoded.

    So it has neither a dot nor a slash, and two keys never share one.
    """
    coded = key.encode(errors="surrogatepass")
    name = re.sub(rb"[^a-z0-9-]", lambda found: b"%%%02X" % found[0][0], coded).decode()
    if not 0 < len(name) <= LONGEST:
        rule = f"must be 1 to {LONGEST} bytes as a file's name"
        raise click.ClickException(f"key: {rule}, got {len(name)} for {key[:40]!r}")
    return name


# --- Where they stand


def target(path: Path, folder: Path | None = None) -> Path:
    """Where what is written to the path goes: there, or to the end of a symbolic link.

    Refuses what is not a file, and a path that leads out of the folder. The folder, and those in it, need not
    be there yet.
    """
    real = Path(os.path.realpath(path))
    if folder is not None:
        if not within(path, folder):
            raise click.ClickException(f"{path}: must stay inside {folder}, leads to {real}")
        for above in path.relative_to(folder).parents:
            must_be_folder(folder / above)
    there = status(path)
    if there is None:
        if (folder is None or path.is_symlink()) and not real.parent.is_dir():
            raise click.ClickException(f"{path}: must be in a folder that is there, {real.parent} is not")
    elif not stat.S_ISREG(there.st_mode):
        raise click.ClickException(f"{path}: must be a file or nothing yet, is {kind(there.st_mode)}")
    return real


def within(path: Path, folder: Path) -> bool:
    """Whether it is inside the folder, symbolic links followed."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def must_be_folder(path: Path) -> None:
    there = status(path)
    if there is not None and not stat.S_ISDIR(there.st_mode):
        raise click.ClickException(f"{path}: must be a folder or nothing yet, is {kind(there.st_mode)}")


def status(path: Path) -> os.stat_result | None:
    """Of the file that a link ends at; None for nothing."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def is_book(real: Path) -> bool:
    """Whether a file is a database, which nothing but the command `demo` makes anew."""
    if not real.exists():
        return False
    with real.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


# --- Reading and writing


def read(path: Path) -> str:
    """The text of a file, or of the standard input."""
    try:
        return (read_input() if path == STREAM else path.read_bytes()).decode()
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path}: must be UTF-8, is not at byte {error.start}") from None


def read_input() -> bytes:
    if sys.stdin is None:
        raise click.ClickException("-: the standard input is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise OSError(error.errno, error.strerror, "-") from None


def give(out: Path | None, content: str | bytes, *, private: bool = False) -> None:
    """Writes it to a file; to the standard output without one, and for `-`."""
    if out is not None and out != STREAM:
        write(out, content, private=private)
    elif sys.stdout is None:
        raise click.ClickException("-: the standard output is closed")
    elif isinstance(content, bytes) and not hasattr(sys.stdout, "buffer"):
        click.echo(content.decode(), nl=False)  # a notebook's takes text alone
    else:
        click.echo(content, nl=False)


def write_all(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Writes files by their names in a folder: none of them where one would be refused."""
    paths = {folder / name: text for name, text in texts.items()}
    for path in paths:
        target(path, folder)
    for path, text in paths.items():
        write(path, text, folder=folder)
    return list(paths)


def write(path: Path, content: str | bytes, *, folder: Path | None = None, private: bool = False) -> None:
    """Makes or replaces a file; a new private one is for its owner alone."""
    try:
        real = target(path, folder)
        if folder is not None:
            real.parent.mkdir(parents=True, exist_ok=True)
        with replacing(real) as draft:
            fill(draft, content.encode() if isinstance(content, str) else content, status(real), private)
    except OSError as error:  # names the file that was meant
        raise OSError(error.errno, error.strerror, str(path)) from None


@contextlib.contextmanager
def replacing(real: Path) -> Iterator[Path]:
    """The path of a draft, to be made; it takes the file's place, or is gone when that fails.

    An interrupt waits, so that it leaves no draft behind.
    """
    draft = real.with_name(f".huddlekit-{os.urandom(8).hex()}")
    with interrupts_wait():
        try:
            yield draft
            draft.replace(real)
        finally:
            with contextlib.suppress(OSError):  # most often it is not there
                draft.unlink()


@contextlib.contextmanager
def interrupts_wait() -> Iterator[None]:
    """Until the block has ended. A signal mask would not do: the system then picks another thread.

    In a thread of its own, where Python does not deliver interrupts, there is nothing to hold back.
    """
    heard: dict[int, None] = {}
    handlers = {}
    if threading.current_thread() is threading.main_thread():
        for number in (getattr(signal, end) for end in ENDS if hasattr(signal, end)):
            if signal.getsignal(number) is not None:  # else it is not Python's, and could not be put back
                handlers[number] = signal.signal(number, lambda number, _frame: heard.setdefault(number))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for number in heard:
            signal.raise_signal(number)


def fill(draft: Path, content: bytes, before: os.stat_result | None, private: bool) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    with open(os.open(draft, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fchmod(file.fileno(), mode(file.fileno(), before, private))
        os.fsync(file.fileno())


def mode(draft: int, before: os.stat_result | None, private: bool) -> int:
    """Who may read it: as before, and a new one as the umask has it."""
    if before is None:
        return 0o600 if private else 0o666 & ~umask()
    kept = before.st_mode & 0o777
    if before.st_gid != os.fstat(draft).st_gid:
        try:
            os.fchown(draft, -1, before.st_gid)
        except PermissionError:
            return kept & ~0o070  # which would be another group's
    return kept


def umask() -> int:
    """The process's, which can only be read by setting it."""
    found = os.umask(0o077)
    os.umask(found)
    return found
