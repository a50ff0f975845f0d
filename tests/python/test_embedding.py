"""The intranet pages of tests/embedding, in C++ and in Python, used as people use them: over HTTP."""

import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import ROOT
from desk import MONDAY, early_on_monday

import huddlekit

PLAYBOOK = """
format = 1
organisation = { name = "Harbour Hotel", zone = "Europe/Lisbon", work_week = "Mon-Sun" }
[[value]]
key = "own-it"
name = "Own it"
[[team]]
key = "front-desk"
name = "Front desk"
members = [{ key = "ana", name = "Ana Costa", days = "every day" }]
huddle = [{ start = "06:45", rule = "FREQ=DAILY" }]
"""


@pytest.fixture(scope="module")
def cpp() -> list[str]:
    """The page in C++, made by the preset `library`."""
    if not (ROOT / "build/library/build.ninja").exists():
        subprocess.run(["cmake", "--preset", "library"], cwd=ROOT, check=True, capture_output=True)
    make = ["cmake", "--build", "build/library", "--target", "huddlekit_intranet"]
    subprocess.run(make, cwd=ROOT, check=True, capture_output=True)
    return [str(ROOT / "build/library/tests/huddlekit_intranet")]


@pytest.fixture(scope="module")
def flask() -> list[str]:
    return [sys.executable, str(ROOT / "tests/embedding/intranet.py")]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[huddlekit.Book]:
    with huddlekit.open(tmp_path / "harbour.huddle", create=True, now=early_on_monday) as book:
        book.load(huddlekit.parse_playbook(PLAYBOOK, name="harbour"))
        yield book


@pytest.fixture(params=[pytest.param("cpp", marks=pytest.mark.heavy), "flask"])
def site(request: pytest.FixtureRequest, book: huddlekit.Book) -> Iterator[str]:
    command = [*request.getfixturevalue(request.param), str(book.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.kill()


def ask(url: str, **form: str) -> tuple[int, str]:
    """Answers to GET, or to POST where there is a form to send; follows where it leads."""
    data = urllib.parse.urlencode(form).encode() if form else None
    try:
        with urllib.request.urlopen(url, data, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_a_win_told_on_the_page_is_in_the_next_agenda(site: str, book: huddlekit.Book):
    book.team("front-desk").publish(MONDAY)
    status, page = ask(f"{site}/front-desk?day={MONDAY}")
    assert status == 200
    assert book.team("front-desk").agenda(MONDAY).to_html() in page
    assert "ring" not in page

    status, page = ask(f"{site}/front-desk?day={MONDAY}", text="Found <b>the ring</b> before the guest knew")
    assert status == 200
    assert "Harbour Hotel" in page
    status, page = ask(f"{site}/front-desk?day={MONDAY + timedelta(days=1)}")
    assert status == 200
    assert "Found &lt;b&gt;the ring&lt;/b&gt; before the guest knew" in page


def test_what_is_wrong_is_said_and_changes_nothing(site: str, book: huddlekit.Book):
    assert ask(f"{site}/front-dsek")[0] == 404
    assert "front-desk" in ask(f"{site}/front-dsek")[1]
    assert ask(f"{site}/front-desk?day={MONDAY}", text=" ")[0] == 400
    assert book.team("front-desk").stories(MONDAY, MONDAY + timedelta(days=1)) == []


def test_many_at_once_are_all_kept(site: str, book: huddlekit.Book):
    with ThreadPoolExecutor(8) as people:
        told = list(people.map(lambda n: ask(f"{site}/front-desk?day={MONDAY}", text=f"Win {n}"), range(24)))
    assert {status for status, _ in told} == {200}
    stories = book.team("front-desk").stories(MONDAY, MONDAY + timedelta(days=1))
    assert sorted(story.text for story in stories) == sorted(f"Win {n}" for n in range(24))
