"""Books and exports of every schema that anybody has: nothing is lost, and everything goes on."""

import json
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import old_book
import pytest

import huddlekit as hk

BOOKS = Path(__file__).parents[1] / "data" / "books"
NAMES = sorted(file.stem for file in BOOKS.glob("*.json"))


def opened(name: str, folder: Path) -> hk.Book:
    copy = folder / "old.huddle"
    shutil.copyfile(BOOKS / f"{name}.huddle", copy)
    return hk.open(copy, now=lambda: old_book.AFTER)


def within(old: Any, new: Any) -> Any:
    """What is left of `new` without what a later library says more."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {name: within(value, new[name]) for name, value in old.items() if name in new}
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [within(*pair) for pair in zip(old, new, strict=True)]
    return new


def lines(journal: str) -> list[Any]:
    return [json.loads(line) for line in journal.splitlines()[1:]]


def in_todays_words(name: str) -> tuple[Any, str]:
    """What an old library said, and the playbook that it read."""
    said = json.loads((BOOKS / f"{name}.json").read_text(encoding="utf-8"))
    toml = (BOOKS / f"{name}.toml").read_text(encoding="utf-8")
    if name == "v8":
        for team in said.values():
            for absence in team["absences"]:
                absence["first"], absence["last"] = absence.pop("start"), absence.pop("until")
        toml = toml.replace("\nfrom = ", "\nfirst = ").replace("\nuntil = ", "\nlast = ")
    return said, toml


@pytest.mark.parametrize("name", NAMES)
def test_an_old_book_says_what_it_has_always_said(name: str, tmp_path: Path) -> None:
    old, _ = in_todays_words(name)
    with opened(name, tmp_path) as book:
        new = json.loads(json.dumps(old_book.all_said(book)))
    assert within(old, new) == old


@pytest.mark.parametrize("name", NAMES)
def test_it_goes_on(name: str, tmp_path: Path) -> None:
    with opened(name, tmp_path) as book:
        day = book.team("front-desk").day()
        agenda = book.team("front-desk").publish(day, huddle="morning")
        assert agenda
        assert sum(segment.seconds for segment in agenda.segments) == agenda.timebox
        book.huddle(agenda.id).complete(attended=[person.key for person in book.huddle(agenda.id).expected()])
        book.team("front-desk").win("Found the second cello")
        assert [story.text for story in book.team("front-desk").stories(day, day + timedelta(days=1))] == [
            "Found the second cello"
        ]
        assert book.journal().rebuild_recall() == 0


@pytest.mark.parametrize("name", NAMES)
def test_what_it_exported_comes_back(name: str, tmp_path: Path) -> None:
    journal = (BOOKS / f"{name}.jsonl").read_text(encoding="utf-8")
    with opened(name, tmp_path) as book:
        assert within(lines(journal), lines(book.export_jsonl())) == lines(journal)
    with hk.open(":memory:", create=True, now=lambda: old_book.AFTER) as book:
        _, toml = in_todays_words(name)
        book.load(hk.parse_playbook("\n".join(line for line in toml.split("\n") if '"zoe"' not in line)))
        book.import_jsonl(journal)
        assert within(lines(journal), lines(book.export_jsonl())) == lines(journal)
