"""Many threads of one interpreter on one book."""

import datetime
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import huddlekit

THREADS = 8
MONDAY = datetime.date(2026, 11, 30)
NOW = datetime.datetime(2026, 11, 30, 5, tzinfo=datetime.UTC)


@pytest.fixture
def often() -> Iterator[None]:
    """The interpreter goes from thread to thread as often as it can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("often")
def test_eight_threads_write_and_read_one_book_and_nothing_is_lost(tmp_path: Path) -> None:
    book = huddlekit.open(tmp_path / "hotel.huddle", create=True, now=lambda: NOW)
    book.load_pack("harbour-hotel")
    alone = book.team("front-desk").agenda(MONDAY, huddle="morning")
    assert alone
    start = threading.Barrier(THREADS)
    failures: list[BaseException] = []
    texts: list[str] = []

    def work(number: int) -> None:
        try:
            start.wait()
            for i in range(10):
                book.team("kitchen").tell(
                    huddlekit.StoryKind.BENCHMARK, f"Thread {number} saw a good thing, number {i}", day=MONDAY
                )
                agenda = book.team("front-desk").agenda(
                    MONDAY + datetime.timedelta(days=i % 7), huddle="morning"
                )
                texts.append(agenda.to_json() if agenda else "")
                huddlekit.resolve_local("Europe/Lisbon", datetime.datetime(2026, 1 + i, 1 + number, 12))
            book.team("front-desk").publish(MONDAY, huddle="morning")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    told = {story.text for story in book.team("kitchen").stories(MONDAY, MONDAY + datetime.timedelta(days=1))}
    wanted = {f"Thread {n} saw a good thing, number {i}" for n in range(THREADS) for i in range(10)}
    assert wanted <= told
    assert len(texts) == THREADS * 10
    assert len({book.team("front-desk").publish(MONDAY, huddle="morning").id for _ in range(2)}) == 1
