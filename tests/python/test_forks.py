"""What parent and child acknowledge after a fork is there, in whatever order they open, close and exit."""

import multiprocessing
import os
import random
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from houses import MONDAY, answer, hotel, noon, python

import huddlekit as hk

SOAK = os.environ.get("HUDDLEKIT_SOAK") == "1"


def told(path: Path) -> list[str]:
    with hk.open(path, now=noon()) as book:
        stories = book.team("kitchen").stories(MONDAY, MONDAY + timedelta(days=1))
    assert len({story.id for story in stories}) == len(stories)
    return sorted(story.text for story in stories)


class Side:
    """Of a fork: does what it is told by its pipe, and says what was acknowledged."""

    def __init__(self, path: Path, book: hk.Book, name: str) -> None:
        self.path, self.books, self.name, self.count = path, [book], name, 0

    def do(self, what: str) -> str:
        if what == "open":
            self.books.append(hk.open(self.path, now=noon()))
        elif what == "close" and self.books:
            self.books.pop(0).close()
        elif what == "tell" and self.books:
            self.count += 1
            text = f"{self.name} {self.count}"
            self.books[self.count % len(self.books)].team("kitchen").win(text)
            return text
        elif what == "read" and self.books:
            self.books[-1].team("kitchen").agenda(MONDAY)
        return ""


def serve(side: Side, asked: int, said: int) -> None:
    with os.fdopen(asked) as questions, os.fdopen(said, "w") as answers:
        for line in questions:
            print(side.do(line.strip()), file=answers, flush=True)


@pytest.mark.parametrize("seed", range(300 if SOAK else 12))
def test_both_sides_of_a_fork_keep_what_they_acknowledged(tmp_path: Path, seed: int) -> None:
    choose = random.Random(seed)
    path = tmp_path / "a.huddle"
    hotel(path).close()
    parent = Side(path, hk.open(path, now=noon()), "parent")
    acknowledged = [parent.do("tell") for _ in range(choose.randrange(3))]
    to_child, from_parent = os.pipe()
    to_parent, from_child = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(from_parent), os.close(to_parent)
        code = 1
        try:
            serve(Side(path, parent.books[0], "child"), to_child, from_child)
            code = 0
        finally:
            os._exit(code)
    os.close(to_child), os.close(from_child)
    with os.fdopen(from_parent, "w") as ask, os.fdopen(to_parent) as hear:
        for _ in range(30):
            what = choose.choice(["tell", "tell", "tell", "read", "open", "close"])
            if choose.random() < 0.5:
                acknowledged.append(parent.do(what))
            else:
                print(what, file=ask, flush=True)
                acknowledged.append(hear.readline().strip())
        if choose.random() < 0.5:
            while parent.books:
                parent.do("close")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    while parent.books:
        parent.do("close")
    assert told(path) == sorted(text for text in acknowledged if text)


def win(book: hk.Book, n: int) -> None:
    book.team("kitchen").win(f"worker {n}")


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes_of_multiprocessing_share_a_book(tmp_path: Path, method: str) -> None:
    path = tmp_path / "a.huddle"
    with hotel(path) as book:
        context = multiprocessing.get_context(method)
        # By fork the open book itself goes along, else the path does.
        work: Callable[..., None] = win if method == "fork" else by_path
        workers = [
            context.Process(target=work, args=(book if method == "fork" else path, n)) for n in range(4)
        ]
        for worker in workers:
            worker.start()
        book.team("kitchen").win("parent")
        for worker in workers:
            worker.join()
            assert worker.exitcode == 0
    assert told(path) == ["parent", *(f"worker {n}" for n in range(4))]


def by_path(path: Path, n: int) -> None:
    with hk.open(path, now=noon()) as book:
        win(book, n)


DAEMON = """
import os, sys, huddlekit, datetime as dt
now = dt.datetime(2026, 11, 23, 12, tzinfo=dt.timezone.utc)
book = huddlekit.open(sys.argv[1], now=lambda: now)
book.team("kitchen").win("before it forks")
if os.fork():
    os._exit(0)
os.setsid()
if os.fork():
    os._exit(0)
book.team("kitchen").win("from the daemon")
print(os.getpid(), flush=True)
sys.stdin.readline()
book.team("kitchen").win("and again")
book.close()
"""


def test_a_daemon_that_forks_after_opening_tells_everybody(tmp_path: Path) -> None:
    path = tmp_path / "a.huddle"
    hotel(path).close()
    daemon = python(DAEMON, path, stdin=-1)
    assert daemon.stdout
    assert daemon.stdin
    daemon.stdout.readline()
    assert told(path) == ["before it forks", "from the daemon"]
    daemon.stdin.write("\n")
    daemon.stdin.close()
    daemon.stdout.read()  # until the daemon has gone
    daemon.stdout.close()
    daemon.wait()
    assert told(path) == ["and again", "before it forks", "from the daemon"]


PREFORKED = """
import os, sys, huddlekit, datetime as dt
now = dt.datetime(2026, 11, 23, 12, tzinfo=dt.timezone.utc)
book = huddlekit.open(sys.argv[1], now=lambda: now)
book.teams()
children = []
for worker in range(4):
    child = os.fork()
    if child == 0:
        for n in range(5):
            book.team("kitchen").win(f"{worker} {n}")
        os._exit(0)
    children.append(child)
print(sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children))
"""


def test_workers_of_a_server_that_forks_them_beforehand(tmp_path: Path) -> None:
    path = tmp_path / "a.huddle"
    hotel(path).close()
    assert answer(python(PREFORKED, path)) == "0\n"
    assert told(path) == sorted(f"{worker} {n}" for worker in range(4) for n in range(5))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # forking with threads: what this is about
def test_a_fork_while_threads_are_inside_hangs_nobody(tmp_path: Path) -> None:
    path = tmp_path / "a.huddle"
    book = hotel(path)
    over = threading.Event()

    def read() -> None:
        while not over.is_set():
            book.agendas(MONDAY)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(10):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                book.team("kitchen").win(f"child {n}")
                code = 0
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    over.set()
    for thread in threads:
        thread.join()
    book.close()
    assert told(path) == sorted(f"child {n}" for n in range(10))
