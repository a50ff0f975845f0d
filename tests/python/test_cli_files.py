"""Files that the command writes: what may be replaced, whole or not at all, and who may read it."""

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import click
import pytest
from conftest import Run
from houses import answer, python
from outputs import NEEDS, STANDING, TO_FILES, TO_FOLDERS, call, commands, end, mode, put, told, tree

from huddlekit.cli import files


@pytest.fixture
def kitchen(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command for one team of the example, whose people have something that is kept about them."""
    monkeypatch.setenv("HUDDLEKIT_TEAM", "kitchen")
    assert hotel("win", "A win.", "--who", "ravi").code == 0
    return hotel


@pytest.fixture(params=[0o022, 0o027])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


# --- Nothing but a file is replaced


def test_every_file_that_a_command_is_given_is_of_a_kind_that_knows_the_rules() -> None:
    paths = {(n, p.name): p for n, c in commands() for p in c.params if isinstance(p.type, click.Path)}
    unruly = {each for each, p in paths.items() if p.name != "db" and not isinstance(p.type, files.Named)}
    assert not unruly
    assert {type(p.type) for p in paths.values() if p.name == "out"} == {files.File, files.Folder}
    assert all(isinstance(p.type, click.Path) for _, c in commands() for p in c.params if p.name == "out")
    for name, command in commands():
        for param in command.params:
            if param.name == "out":
                assert isinstance(param, click.Option)
                rule = files.RULE if type(param.type) is files.File else files.RULE_INSIDE
                assert rule in (param.help or ""), name


@pytest.mark.parametrize("what", STANDING)
@pytest.mark.parametrize("command", TO_FILES)
def test_what_is_not_a_file_is_not_replaced(run: Run, command: str, what: str) -> None:
    put("there", what)
    before = tree()
    rule = f"there: must be a file or nothing yet, is {end(what)}"
    assert told(call(run, command, "there")) == rule
    assert tree() == before


@pytest.mark.parametrize("what", ["a file", *STANDING[1:]])
@pytest.mark.parametrize("command", TO_FOLDERS)
def test_what_is_not_a_folder_is_not_written_into(run: Run, command: str, what: str) -> None:
    put("there", what)
    before = tree()
    rule = f"there: must be a folder or nothing yet, is {end(what)}"
    assert told(call(run, command, "there")) == rule
    assert tree() == before


@pytest.mark.parametrize("command", TO_FILES + TO_FOLDERS)
@pytest.mark.parametrize(("name", "code"), [("", 2), ("a\0b", 2), ("n" * 5000, 1)], ids=["", "NUL", "long"])
def test_a_name_that_is_none_is_told(run: Run, command: str, name: str, code: int) -> None:
    before = tree()
    done = call(run, command, name)
    assert (done.code, done.out) == (code, "")
    assert done.err.splitlines()[-1].startswith("Error: " if code == 2 else "huddlekit: ")
    assert tree() == before


@pytest.mark.parametrize("name", [".", "..", "new/", "./new/.", "nowhere/file", "file/in", "loop"])
@pytest.mark.parametrize("command", TO_FILES)
def test_a_place_that_is_none_is_told(run: Run, command: str, name: str) -> None:
    os.symlink("loop", "loop")
    put("file", "a file")
    before = tree()
    assert told(call(run, command, name)).startswith(f"{name}: ")
    assert tree() == before


def test_a_folder_that_is_not_there_is_named(run: Run) -> None:
    missing = os.path.realpath("nowhere")
    why = told(run("export", "--out", "nowhere/file"))
    assert why == f"nowhere/file: must be in a folder that is there, {missing} is not"


def test_a_book_is_not_replaced(run: Run) -> None:
    assert run("init").code == 0
    before = tree()
    assert told(run("export", "--out", "book.huddle")) == "book.huddle: must not be a book, is one"
    assert tree() == before


@pytest.mark.parametrize("command", TO_FILES)
def test_a_link_to_a_file_is_followed_and_stays(kitchen: Run, command: str) -> None:
    os.mkdir("elsewhere")
    Path("elsewhere/file").write_text("before")
    os.symlink("elsewhere/file", "link")
    os.symlink("elsewhere/new", "to-nothing")
    for link, file in (("link", "elsewhere/file"), ("to-nothing", "elsewhere/new")):
        assert call(kitchen, command, link).code == 0
        assert os.readlink(link) == file
        assert Path(file).read_text(encoding="utf-8") not in ("", "before")
    assert sorted(os.listdir("elsewhere")) == ["file", "new"]


@pytest.mark.parametrize("command", TO_FILES)
def test_a_link_to_nothing_in_a_folder_that_is_not_there_is_refused(run: Run, command: str) -> None:
    os.symlink("nowhere/file", "link")
    assert told(call(run, command, "link")).startswith("link: must be in a folder that is there")


# --- Whole or not at all


@pytest.mark.parametrize("command", TO_FILES)
def test_a_full_disk_leaves_what_was_there(
    kitchen: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    Path("file").write_text("before")
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        done = call(kitchen, command, "file")
    assert told(done) == "file: No space left on device"
    assert Path("file").read_text() == "before"
    assert sorted(tree()) == ["book.huddle", "file"]


def test_a_file_that_the_system_cuts_short_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("before")
    code = """
import pathlib, resource, sys
from huddlekit.cli import files
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    files.write(pathlib.Path(sys.argv[1]), "x" * 100_000)
except OSError as error:
    print(error.filename, error.strerror)
"""
    assert answer(python(code, tmp_path / "file")) == f"{tmp_path / 'file'} File too large\n"
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("file", "before")]


@pytest.mark.parametrize("command", TO_FILES + TO_FOLDERS)
def test_a_folder_that_may_not_be_written_is_told(
    kitchen: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """Root may write everywhere: the system's answer is put in its mouth."""
    opened = os.open

    def locked(path: object, *more: object, **options: object) -> int:
        if ".huddlekit-" in str(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return opened(path, *more, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", locked)
    assert told(call(kitchen, command, "there")).endswith(": Permission denied")
    assert not [path for path in tree() if Path(path).is_file() and path != "book.huddle"]


@pytest.fixture
def another_thread() -> Iterator[Callable[[], None]]:
    """One that was there before, which the system is free to pick: how to make it hear an interrupt."""
    asked, heard = threading.Semaphore(0), threading.Semaphore(0)
    ended = threading.Event()

    def listen() -> None:
        while asked.acquire() and not ended.is_set():
            signal.raise_signal(signal.SIGTERM)
            heard.release()

    def interrupt() -> None:
        asked.release()
        heard.acquire()

    thread = threading.Thread(target=listen)
    thread.start()
    yield interrupt
    ended.set()
    asked.release()
    thread.join()


@pytest.mark.parametrize("by_the_system", [True, False], ids=["by the system", "by another thread"])
def test_an_interrupt_waits_until_the_file_is_whole(
    tmp_path: Path, by_the_system: bool, another_thread: Callable[[], None]
) -> None:
    interrupt = partial(os.kill, os.getpid(), signal.SIGTERM) if by_the_system else another_thread
    heard: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _frame: heard.append(number))
    try:
        with files.replacing(tmp_path / "file") as draft:
            interrupt()
            interrupt()
            draft.write_text("after")
            assert not heard
        assert heard == [signal.SIGTERM]
    finally:
        signal.signal(signal.SIGTERM, before)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("file", "after")]


def test_an_interrupt_that_waited_ends_the_command_as_ever(tmp_path: Path) -> None:
    code = """
import os, signal, sys
from pathlib import Path
from huddlekit.cli import files
with files.replacing(Path(sys.argv[1])) as draft:
    os.kill(os.getpid(), signal.SIGTERM)
    draft.write_text("after")
print("went on")
"""
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "file"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (-signal.SIGTERM, "")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("file", "after")]


# --- Who may read it


@pytest.mark.parametrize("command", TO_FILES)
def test_what_is_about_people_is_its_owner_s_and_what_is_published_as_usual(
    kitchen: Run, umask: int, command: str
) -> None:
    assert call(kitchen, command, "new").code == 0
    assert mode("new") == (0o666 & ~umask if command == "feed" else 0o600)


@pytest.mark.parametrize("kind", ["jsonl", "stories", "lessons", "commitments"])
def test_every_kind_of_export_is_its_owner_s(kitchen: Run, umask: int, kind: str) -> None:
    assert kitchen("export", "--kind", kind, "--out", "new").code == 0
    assert mode("new") == 0o600


def test_a_report_for_all_is_as_usual(kitchen: Run, umask: int) -> None:
    days = NEEDS["report"][:-1]
    assert kitchen("report", *days, "--out", "new").code == 0
    assert mode("new") == 0o666 & ~umask


@pytest.mark.parametrize("command", TO_FOLDERS)
def test_pages_are_as_usual(kitchen: Run, umask: int, command: str) -> None:
    assert call(kitchen, command, "out").code == 0
    modes = {mode(path) for path in Path("out").rglob("*") if path.is_file() and path.suffix != ".huddle"}
    assert modes == {0o666 & ~umask}


@pytest.mark.parametrize("was", [0o600, 0o640, 0o664])
@pytest.mark.parametrize("command", TO_FILES)
def test_what_is_replaced_keeps_its_mode(kitchen: Run, command: str, was: int) -> None:
    Path("file").write_text("before")
    os.chmod("file", was)
    assert call(kitchen, command, "file").code == 0
    assert (mode("file"), Path("file").read_text(encoding="utf-8") != "before") == (was, True)


def test_a_group_that_cannot_be_kept_reads_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else what one group could read would be another's."""

    def not_ours(*_: object) -> None:
        raise PermissionError

    (tmp_path / "file").touch()
    (tmp_path / "file").chmod(0o664)
    before = os.stat(tmp_path / "file")
    other = os.stat_result((*before[:5], before.st_gid + 1, *before[6:]))
    monkeypatch.setattr(os, "fchown", not_ours)
    monkeypatch.setattr(files, "status", lambda path: other if path == tmp_path / "file" else None)
    files.write(tmp_path / "file", "after")
    assert stat.S_IMODE(os.lstat(tmp_path / "file").st_mode) == 0o604
