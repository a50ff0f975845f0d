"""The standard input and output as files, what is no book, and numbers that nobody has: never a traceback."""

import errno
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from conftest import Run
from outputs import NEEDS, STANDING, TO_FILES, TO_FOLDERS, call, commands, end, put, told, tree

from huddlekit.cli import files

INPUT = {
    "load": "harbour.toml",
    "check": "harbour.toml",
    "simulate": "harbour.toml",
    "import": "journal.jsonl",
    "roster load": "roster.csv",
    "holidays add": "school.csv",
}


@pytest.fixture
def kitchen(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("HUDDLEKIT_TEAM", "kitchen")
    assert hotel("win", "A win.", "--who", "ravi").code == 0
    return hotel


def typed(monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> None:
    """Puts it into the standard input."""
    raw = content.encode() if isinstance(content, str) else content
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))


# --- The standard output


@pytest.mark.parametrize("command", TO_FILES)
def test_a_hyphen_is_the_standard_output(kitchen: Run, command: str) -> None:
    plain = kitchen(command, *NEEDS.get(command, []))
    assert (plain.code, plain.err, bool(plain.out)) == (0, "", True)
    assert call(kitchen, command, "-") == plain
    assert call(kitchen, command, "./-").code == 0
    assert Path("-").read_bytes() == plain.out.encode()


@pytest.mark.parametrize("command", TO_FOLDERS)
def test_a_folder_cannot_be_the_standard_output(run: Run, command: str) -> None:
    done = call(run, command, "-")
    assert (done.code, done.out, os.listdir()) == (2, "", [])
    assert "must be a folder, got the standard output; ./- is a folder" in done.err


def test_a_book_is_not_copied_to_the_standard_output(kitchen: Run) -> None:
    done = kitchen("backup", "-")
    assert (done.code, "PATH: must be a file, got the standard output" in done.err) == (2, True)
    assert kitchen("backup", "./-").code == 0


@pytest.mark.parametrize("command", TO_FILES)
def test_a_closed_output_is_told(kitchen: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert told(kitchen(command, *NEEDS.get(command, []))) == "-: the standard output is closed"


@pytest.mark.parametrize(
    "arguments", [["today"], ["export"], ["plan", "--table", "csv"], ["teams"]], ids=" ".join
)
def test_a_reader_that_has_gone_away_is_no_news(
    kitchen: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    class Gone(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, _: object) -> int:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))

    stdout = io.TextIOWrapper(io.BufferedWriter(Gone()), encoding="utf-8")
    with monkeypatch.context() as pipe:
        pipe.setattr(sys, "stdout", stdout)
        done = kitchen(*arguments)
        with pytest.raises(BrokenPipeError):
            stdout.close()  # or the interpreter does
    assert (done.code, done.out, done.err) == (1, "", "")


def test_a_process_whose_reader_has_gone_away_ends_as_any_other(kitchen: Run) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "huddlekit", "export"]
    with open(writer, "wb") as pipe:
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGPIPE, b"")


def test_a_notebook_s_output_takes_what_is_written_as_bytes(
    kitchen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = kitchen("export").out
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)
    assert (kitchen("export").code, shown.getvalue()) == (0, plain)


# --- The standard input


def test_every_file_that_is_read_may_be_the_standard_input() -> None:
    read = {n: c for n, c in commands() for p in c.params if type(p.type) is files.Named and n != "backup"}
    assert {*read, "holidays add"} == set(INPUT)
    for name in INPUT:
        command = dict(commands())[name]
        assert "-, the standard input" in " ".join((command.help or "").split()), name


@pytest.mark.parametrize("command", INPUT)
def test_a_hyphen_is_the_standard_input(
    run: Run, workplace: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    with_name = ["--name", "school"] if command == "holidays add" else []
    (workplace / "roster.csv").write_text("date,huddle,member\n2026-12-24,service,ravi\n")
    (workplace / "school.csv").write_text("date,name\n2026-12-24,x\n")
    outcomes = []
    for source in (INPUT[command], "-"):
        db = ("--db", f"{len(outcomes)}.huddle")
        assert run("init", *db).code == 0
        assert command == "load" or run("load", "harbour.toml", *db).code == 0
        assert command != "import" or run("export", *db, "--out", "journal.jsonl").code == 0
        typed(monkeypatch, Path(INPUT[command]).read_text(encoding="utf-8"))
        more = [] if command in ("check", "simulate") else [*db, *with_name]
        team = ["--team", "kitchen"] if command == "roster load" else []
        outcomes.append(run(*command.split(), source, *more, *team))
    from_file, from_input = outcomes
    assert (from_file.code, from_input.code) == (0, 0)
    assert from_input.out == from_file.out.replace(INPUT[command], "-")


def test_holidays_are_known_by_how_they_begin(hotel: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("icalendar")
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261224", "SUMMARY:x", "END:VEVENT"]
    typed(monkeypatch, "\r\n".join([*lines, "END:VCALENDAR", ""]))
    assert hotel("holidays", "add", "-", "--name", "school").out.startswith("school: 1 holiday, 2026-12-24")
    assert "--name: the standard input has none of its own" in hotel("holidays", "add", "-").err


@pytest.mark.parametrize("command", ["load", "check", "import", "roster load"])
def test_what_is_typed_and_is_not_text_is_told(
    kitchen: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    typed(monkeypatch, b"kind\xe9")
    assert told(kitchen(*command.split(), "-")) == "-: must be UTF-8, is not at byte 4"


@pytest.mark.parametrize("command", ["load", "check", "simulate", "import", "roster load"])
def test_a_closed_input_is_told(kitchen: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert told(kitchen(*command.split(), "-")) == "-: the standard input is closed"


def test_a_huddle_is_begun_without_an_input(kitchen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert kitchen("run").out.startswith("0:00 of ")


def test_keys_that_are_not_text_are_pressed_in_vain(kitchen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b"\xff\nq\n" * 2)
    for _ in range(2):  # the second finds an input that has been read from
        done = kitchen("run")
        assert (done.code, done.out.count("\n"), done.err) == (0, 3, "")


def test_the_lines_of_a_roster_may_end_as_elsewhere(kitchen: Run) -> None:
    Path("roster.csv").write_bytes(b"date,huddle,member\r\n2026-12-24,service,ravi\r\n")
    assert kitchen("roster", "load", "roster.csv").out == "kitchen: 1 huddle\n"


@pytest.mark.parametrize("command", INPUT)
def test_an_input_without_a_name_is_told(run: Run, command: str) -> None:
    assert run("init").code == 0
    done = run(*command.split(), "")
    assert (done.code in (1, 2), done.out) == (True, "")
    assert done.err.splitlines()[-1].startswith(("Error: ", "huddlekit: "))


# --- Books


@pytest.mark.parametrize("what", STANDING)
@pytest.mark.parametrize("command", ["init", "teams", "win x --team kitchen", "export"])
def test_what_is_not_a_file_is_not_opened_as_a_book(run: Run, command: str, what: str) -> None:
    put("there", what)
    before = tree()
    assert told(run(*command.split(), "--db", "there")) == f"there: must be a book, is {end(what)}"
    assert tree() == before


# --- Numbers


def numbers() -> list[tuple[str, str]]:
    """Commands and those of their parameters that take an id."""
    return [
        (name, p.opts[0])
        for name, command in commands()
        for p in command.params
        if click.INT in (p.type, *getattr(p.type, "types", []))
    ]


WITH_AN_ID = [
    "edit -- ID text",
    "put-right --by ze -- ID",
    "kept -- ID",
    "missed -- ID why",
    "dropped -- ID",
    "renegotiate --due +1 -- ID why",
    "handoff -- ID front-desk why?",
    "answer --by ze -- ID text",
    "propose --value one-house --story ID prompt text",
    "accept -- ID",
    "decline -- ID",
    "retire -- ID why",
    "merge -- ID 1",
    "merge -- 1 ID",
    "back -- ID",
    "finish --kept ID",
    "finish --missed ID why",
]


def test_every_id_of_every_command_is_tried() -> None:
    assert sorted(call.split(" -")[0] for call in WITH_AN_ID) == sorted(name for name, _ in numbers())


@pytest.mark.parametrize(
    "number", ["0", "-1", str(2**63 - 1), str(2**63), str(-(2**63) - 1), "9" * 5000], ids=lambda n: n[:20]
)
@pytest.mark.parametrize("with_id", WITH_AN_ID)
def test_an_id_that_nobody_has_is_told(kitchen: Run, with_id: str, number: str) -> None:
    done = kitchen(*(word.replace("ID", number) for word in with_id.split()))
    assert (done.code in (1, 2), done.out) == (True, ""), done
    assert done.err.splitlines()[-1].startswith("huddlekit: " if done.code == 1 else "Error: ")


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e999", "-1"])
@pytest.mark.parametrize(
    "arguments", [["remind", "--timeout"], ["simulate", "-", "--attendance"]], ids=" ".join
)
def test_what_is_no_number_is_told(run: Run, arguments: list[str], number: str) -> None:
    done = run(*arguments, number)
    assert (done.code, done.out) == (2, "")
    assert "Error: Invalid value for '--" in done.err
