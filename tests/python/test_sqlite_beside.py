"""Python's own sqlite3 on a book that huddlekit has open, in one process.

POSIX takes all locks of a process on a file away when any part of it closes that file, so two copies of
SQLite in one process undo each other's (sqlite.org/howtocorrupt.html, 2.2.1). A wheel brings a copy of its
own; a build with the system's library usually shares Python's.
"""

import datetime
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest
from houses import noon

import huddlekit

DAY = datetime.date(2026, 11, 30)
# Opens, writes and closes as the last one, as far as it can see: SQLite then removes the log.
ANOTHER_PROCESS = """
import datetime
import huddlekit
at = datetime.datetime(2026, 11, 30, 5, tzinfo=datetime.UTC)
with huddlekit.open("hotel.huddle", now=lambda: at) as book:
    kitchen = book.team("kitchen")
    kitchen.tell(huddlekit.StoryKind.BENCHMARK, "told by another process", day=datetime.date(2026, 11, 30))
"""


def opened(file: Path) -> huddlekit.Book:
    return huddlekit.open(file, now=lambda: datetime.datetime(2026, 11, 30, 5, tzinfo=datetime.UTC))


def another_process(folder: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(ANOTHER_PROCESS)], check=True, cwd=folder, timeout=60
    )


def told(book: huddlekit.Book) -> set[str]:
    return {story.text for story in book.team("kitchen").stories(DAY, DAY + datetime.timedelta(days=1))}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "hotel.huddle"
    with huddlekit.open(file, create=True, now=noon(DAY)) as book:
        book.load_pack("harbour-hotel")
    return file


def look_with_sqlite3(file: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] > 10
    connection.close()


def test_nothing_that_was_acknowledged_is_lost_when_sqlite3_has_read_the_open_book(file: Path) -> None:
    book = opened(file)
    book.team("kitchen").tell(huddlekit.StoryKind.BENCHMARK, "told by the first, before", day=DAY)
    look_with_sqlite3(file)
    another_process(file.parent)
    acknowledged = {"told by the first, before", "told by another process"}
    try:
        book.team("kitchen").tell(huddlekit.StoryKind.BENCHMARK, "told by the first, after", day=DAY)
    except huddlekit.StorageError as error:
        assert "another copy of SQLite" in str(error)  # noqa: PT017 (a shared copy has no reason to)
    else:
        assert huddlekit.build_info()["sqlite_linked"] == "shared"
        acknowledged.add("told by the first, after")
    book.close()
    with opened(file) as again:
        assert told(again) >= acknowledged
    import sqlite3

    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_book_whose_log_was_removed_under_it_refuses_to_go_on(file: Path) -> None:
    book = opened(file)
    book.team("kitchen").tell(huddlekit.StoryKind.BENCHMARK, "told by the first", day=DAY)
    Path(f"{file}-wal").unlink()
    with pytest.raises(huddlekit.StorageError, match="its log .-wal. was removed while it was open"):
        book.team("kitchen").tell(huddlekit.StoryKind.BENCHMARK, "told by the second", day=DAY)


def test_sqlite3_may_read_a_book_that_is_closed(file: Path) -> None:
    look_with_sqlite3(file)
    with opened(file) as book:
        book.team("kitchen").tell(huddlekit.StoryKind.BENCHMARK, "told by the first", day=DAY)
    look_with_sqlite3(file)
    with opened(file) as book:
        assert told(book) == {"told by the first"}
