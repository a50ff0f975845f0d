"""No bytes in a book or an import end the process, hang it, or let another error out than ours."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from houses import MONDAY, hotel

import huddlekit as hk

SOAK = os.environ.get("HUDDLEKIT_SOAK") == "1"
Row = dict[str, Any]


@pytest.mark.heavy
def test_damaged_books_are_refused_and_end_nobody(tmp_path: Path) -> None:
    """5,000 under HUDDLEKIT_SOAK."""
    for seed in range(0, 5_000 if SOAK else 40, 40):
        played = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("damaged.py")), str(tmp_path), str(seed), "40"],
            capture_output=True,
            text=True,
        )
        last = (tmp_path / "last-seed.txt").read_text()
        assert played.returncode == 0, (last, played.stdout[-3000:], played.stderr[-3000:])


@pytest.fixture(scope="module")
def journal() -> list[str]:
    with hotel() as book:
        book.team("kitchen").win("It went well.")
        book.publish_all(MONDAY)
        book.huddle(book.agendas(MONDAY)[0].id).start()
        return book.export_jsonl().splitlines()


def changed(journal: list[str], table: str, change: Callable[[Row], None], n: int = 0) -> str:
    places = [at for at, line in enumerate(journal) if json.loads(line).get("table") == table]
    row = json.loads(journal[places[n]])
    change(row)
    return "\n".join([*journal[: places[n]], json.dumps(row), *journal[places[n] + 1 :]]) + "\n"


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("segment", lambda r: r.update(position=9), "must have segments in a row from 0"),
        ("segment", lambda r: r.update(seconds=r["seconds"] + 5), "and their seconds add up to"),
        ("segment", lambda r: r.update(seconds=2**31), "seconds: must be from 0 to 86400, got 2147483648"),
        ("segment", lambda r: r.update(text="a \x07 bell"), "must not hold control characters"),
        ("segment", lambda r: r.update(text="\x0eno.such\x0f"), "must hold sentences of this library"),
        ("point", lambda r: r.update(position=99), "FOREIGN KEY"),
        ("credit", lambda r: r.update(turns=0), "must say when the last of its turns was"),
        ("credit", lambda r: r.update(credit=r["credit"] + 1), "must add up to 0"),
        ("credit", lambda r: r.update(credit=2**62), "credit: must be from"),
        ("turn", lambda r: r.update(members="ana:1+"), "must be of somebody in its rotation"),
        ("turn", lambda r: r.update(undoes=99), "FOREIGN KEY"),
        ("huddle", lambda r: r.update(moved_from="x"), "moved_from: day: must be a calendar date"),
        ("huddle", lambda r: r.update(meeting="../../../evil"), "meeting: must be a key"),
        ("huddle", lambda r: r.update(revision=2), "must have an agenda for each of its revisions"),
        ("huddle", lambda r: r.update(starts=2**60), "starts: must be from"),
        ("live", lambda r: r.update(current=99), "must stand at one of its segments"),
        ("story", lambda r: r.update(text=[[[[1]]]]), "must not be nested more than 3 deep"),
        ("story", lambda r: r.update(id=1.5), "must be a whole number, got 1.5"),
        ("story", lambda r: r.update(tags="x" * 500), 'must be a list, got "xxx'),
    ],
)
def test_an_import_that_would_break_something_later_is_refused(
    journal: list[str], table: str, change: Callable[[Row], None], said: str
) -> None:
    with hotel() as book:
        with pytest.raises(hk.ParseError) as raised:
            book.import_jsonl(changed(journal, table, change))
        assert said in str(raised.value)
        assert all(len(problem.rule) < 400 for problem in raised.value.problems)
        assert book.export_jsonl().count("\n") < 200, "all or nothing"
        book.import_jsonl("\n".join(journal) + "\n")


def test_what_nests_without_end_is_refused(journal: list[str]) -> None:
    deep = changed(journal, "story", lambda r: r.update(text="HERE")).replace(
        '"HERE"', "[" * 200_000 + "]" * 200_000
    )
    for text in (deep, '{"journal":2}\n' + "[" * 200_000, '{"a":' * 100_000):
        with hotel() as book, pytest.raises(hk.ParseError):
            book.import_jsonl(text)
