"""What people wrote, on a terminal: nothing of it is obeyed."""

import contextlib
import io
import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from desk import early_on_monday
from rich.console import Console
from wordy import agenda

import huddlekit
from huddlekit import Agenda, SegmentKind
from huddlekit.cli import main, screen

STRINGS = json.loads((Path(__file__).parents[1] / "data" / "hostile.json").read_text(encoding="utf-8"))
OVERRIDES = {chr(code) for code in range(0x202A, 0x202F)}


def test_there_are_more_than_two_hundred():
    assert len(set(STRINGS)) > 200


def obeyed(text: str) -> set[str]:
    """Characters that a terminal would act upon."""
    controls = {c for c in text if unicodedata.category(c) == "Cc" and c != "\n"}
    return controls | set(text) & OVERRIDES


def everywhere(text: str) -> Agenda:
    return agenda(text, people=2, kinds=[SegmentKind.VALUE, SegmentKind.ROUND], name=text)


def drawn(agenda: Agenda) -> str:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80, highlight=False, _environ={})
    for line in screen.card(agenda, console):
        console.print(line)
    return out.getvalue()


COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.heavy
def test_a_card_holds_our_own_colours_and_else_nothing_that_a_terminal_obeys():
    ours = set(COLOUR.findall(drawn(everywhere("x"))))
    assert len(ours) > 10
    for text in STRINGS:
        card = drawn(everywhere(text))
        assert set(COLOUR.findall(card)) <= ours, ascii(text)
        assert obeyed(COLOUR.sub("", card)) == set(), ascii(text)


def test_plain_text_holds_nothing_that_a_terminal_obeys():
    for text in STRINGS:
        assert obeyed(everywhere(text).to_text()) == set(), ascii(text)


@pytest.mark.heavy
def test_tables_and_answers_are_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    db, csv = tmp_path / "book.huddle", tmp_path / "lessons.csv"
    playbook = huddlekit.pack_text("harbour-hotel").replace('"Ravi Menon"', '"\\u202eRavi Menon"')
    taken = 0
    with huddlekit.open(db, create=True, now=early_on_monday) as book:
        book.load(huddlekit.parse_playbook(playbook, name="harbour-hotel"))
        for text in STRINGS:
            with contextlib.suppress(huddlekit.InvalidArgumentError):  # what the book refuses to keep
                promise = book.team("kitchen").commit(
                    "ravi", text, due=date(2026, 11, 23), made=date(2026, 11, 1)
                )
                book.team("kitchen").lesson(f"Learned: {text}")
                book.team("kitchen").miss(f"Missed: {text}")
                if len(text.encode()) < 2000:
                    book.journal().missed(promise.id, text)
                taken += 1
        csv.write_bytes(book.export_csv(huddlekit.CsvKind.LESSONS).encode())
        missed = book.team("kitchen").open_misses()[0]
        learned = book.team("kitchen").lessons()[0]
    assert taken > 200
    for arguments in (
        ["commitments", "--all", "--team", "kitchen"],
        ["show", "--date", "2026-11-23", "--team", "kitchen"],
        ["rota", "--team", "kitchen"],
        ["lessons", "--all", "--team", "kitchen"],
        ["misses", "--team", "kitchen"],
        ["kept-rate", "--first", "2026-11-01", "--last", "2026-12-01", "--team", "kitchen"],
        ["search", "missed", "-n", "1000"],
        ["search", "learned", "-n", "1000"],
        ["private-note", "--team", "kitchen", "--date", "2026-11-23"],
        ["put-right", str(missed.id), "heard", "--by", "ravi"],
        ["miss", "\u202eRavi forgot it", "--team", "kitchen"],
        ["retire", str(learned.id), "\u202eKnown"],
        ["import", str(csv), "--kind", "lessons", "--dry-run"],
        ["forget", "ravi", "--yes"],
    ):
        assert main([*arguments, "--db", str(db)]) == 0, arguments
        said = capsys.readouterr()
        assert said.out, arguments
        assert obeyed(said.out + said.err) == set(), arguments


@pytest.mark.heavy
def test_an_error_that_quotes_people_is_one_line_of_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    db = tmp_path / "book.huddle"
    assert main(["init", "--db", str(db)]) == 0
    capsys.readouterr()
    for text in STRINGS:
        if "\0" not in text:  # no argument of a command can hold that
            assert main(["today", "--db", str(db), f"--team={text}"]) != 0
            assert obeyed(capsys.readouterr().err) == set(), ascii(text)


def test_problems_of_a_file_are_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "house.toml"
    for text in ('format = 1\n"\u202ex" = 1', 'format = 1\norganisation = { name = "\u202ex", motto = 1 }'):
        file.write_text(text, encoding="utf-8")
        main(["check", str(file)])
        assert obeyed(capsys.readouterr().out) == set()
