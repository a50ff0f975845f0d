"""What the command writes into a folder stays inside it, whatever the keys in a book and the links say."""

import contextlib
import os
import re
import sqlite3
from pathlib import Path
from urllib.parse import quote, unquote

import click
import pytest
from conftest import Run
from houses import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from outputs import STANDING, call, end, put, told, tree

from huddlekit.cli import files


@pytest.fixture
def kitchen(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command for one team of the example, whose people have something that is kept about them."""
    monkeypatch.setenv("HUDDLEKIT_TEAM", "kitchen")
    assert hotel("win", "A win.", "--who", "ravi").code == 0
    return hotel


HOSTILE = ["../../../evil", "/etc/x", "a/b", ".", "..", "a\0b", "-", "%2E", "index.html", "\N{SNOWMAN}", "A"]


@pytest.mark.parametrize("key", ["front-desk", "a", "0-0", "x" * 64])
def test_an_ordinary_key_is_its_own_name(key: str) -> None:
    assert files.name_of(key) == key


@given(st.text(min_size=1, max_size=16) | st.sampled_from(HOSTILE))
@settings(max_examples=examples(200))
def test_any_other_key_has_a_name_that_leads_nowhere_and_back_to_it(key: str) -> None:
    name = files.name_of(key)
    assert re.fullmatch(files.NAME, name)
    assert len(name) <= files.LONGEST
    assert unquote(name, errors="surrogatepass") == key


@pytest.mark.parametrize("key", ["", "x" * 201, "/" * 67])
def test_a_key_that_no_name_holds_is_refused(key: str) -> None:
    with pytest.raises(click.ClickException, match="key: must be 1 to 200 bytes as a file's name, got "):
        files.name_of(key)


def call_kitchen(key: str) -> None:
    """As somebody does who can write to the book, past all that checks it."""
    with contextlib.closing(sqlite3.connect("book.huddle", isolation_level=None)) as book:
        assert book.execute("UPDATE team SET key = ? WHERE name = 'Kitchen'", (key,)).rowcount == 1


@pytest.mark.parametrize("key", HOSTILE)
@pytest.mark.parametrize("command", ["publish --all", "page"])
def test_whatever_a_key_says_its_pages_stay_in_the_folder(hotel: Run, command: str, key: str) -> None:
    os.makedirs("a/deep/out")
    call_kitchen(key)
    assert hotel(*command.split(), "--out", "a/deep/out").code == 0
    assert {path for path in tree() if not path.startswith("a")} == {"book.huddle"}
    assert os.listdir("a") + os.listdir("a/deep") == ["deep", "out"]
    page = Path("a/deep/out", files.name_of(key), "service.html" if "publish" in command else "index.html")
    assert page.is_file()
    if command == "page":
        index = Path("a/deep/out/index.html").read_text(encoding="utf-8")
        assert f'href="{quote(files.name_of(key))}/index.html"' in index
        call_kitchen("kitchen")
        assert hotel("page", "--out", "a/deep/out").code == 0
        assert not page.exists()  # it is known as one of ours


@pytest.mark.parametrize("what", STANDING)
@pytest.mark.parametrize(
    ("command", "inside"),
    [
        ("publish", "kitchen/service.html"),
        ("publish", "kitchen/service.json"),
        ("page", "kitchen/index.html"),
        ("page", "index.html"),
        ("page", ".huddlekit-pages"),
        ("demo", "index.html"),
        ("demo", "demo.huddle"),
        ("demo", "demo.huddle-wal"),
    ],
)
def test_in_a_folder_nothing_is_written_when_one_file_cannot_be(
    kitchen: Run, command: str, inside: str, what: str
) -> None:
    os.makedirs("out/kitchen")
    put(f"out/{inside}", what)
    before = tree()
    why = told(call(kitchen, command, "out"))
    assert why == f"out/{inside}: must be a file or nothing yet, is {end(what)}"
    assert tree() == before
    assert "not published" in kitchen("today").out


@pytest.mark.parametrize("command", ["publish", "page"])
def test_what_stands_where_a_folder_is_to_be_is_told(kitchen: Run, command: str) -> None:
    os.mkdir("out")
    os.mkfifo("out/kitchen")
    assert told(call(kitchen, command, "out")) == "out/kitchen: must be a folder or nothing yet, is a FIFO"
    assert os.listdir("out") == ["kitchen"]


@pytest.mark.parametrize("command", ["publish", "page", "demo"])
def test_a_link_that_leads_out_of_the_folder_is_refused(kitchen: Run, command: str) -> None:
    os.mkdir("out")
    os.mkdir("elsewhere")
    os.symlink("../elsewhere", "out/kitchen")
    before = tree()
    why = told(call(kitchen, command, "out"))
    assert re.match(r"out/kitchen/\w+\.html: must stay inside out, leads to /.*/elsewhere/\w+\.html$", why)
    assert tree() == before


def test_a_link_inside_the_folder_is_followed(kitchen: Run) -> None:
    os.makedirs("out/old")
    os.symlink("old", "out/kitchen")
    assert call(kitchen, "publish", "out").code == 0
    assert os.path.islink("out/kitchen")
    assert Path("out/old/service.html").is_file()


def test_what_was_written_is_not_removed_where_a_link_leads_out(hotel: Run) -> None:
    assert hotel("page", "--out", "out").code == 0
    os.rename("out/kitchen", "elsewhere")
    os.symlink("../elsewhere", "out/kitchen")
    call_kitchen("larder")
    done = hotel("page", "--out", "out")
    assert (done.code, "removed" in done.out) == (0, False)
    assert Path("elsewhere/index.html").is_file()
