"""The command answers, counts its exit codes, and never shows a traceback."""

import contextlib
import datetime as dt
import json
import re
from pathlib import Path

import click
import pytest
from conftest import Run
from desk import early_on_monday
from hypothesis import given
from hypothesis import strategies as st

import huddlekit
from huddlekit import Agenda, CommitmentState, HuddleState
from huddlekit.cli import SECTIONS
from huddlekit.cli.options import Day

MONDAY, FRIDAY = "2026-11-23", "2026-11-27"
DAY = dt.timedelta(days=1)


# --- The book


def test_init_makes_a_book_once(run: Run) -> None:
    assert "made" in run("init").out
    again = run("init")
    assert (again.code, again.out) == (0, "book.huddle: is a book already\n")


def test_without_a_book_it_says_how_to_make_one(run: Run) -> None:
    done = run("today", "--team", "kitchen")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("huddlekit: book.huddle: no such book; make one with `huddlekit init`")


@pytest.mark.parametrize(
    "arguments",
    [
        ["today"],
        ["report"],
        ["away", "ana", "today", "today"],
        ["renegotiate", "1", "x", "--due", "+1"],
        ["search", "word", "--first", "-3"],
    ],
    ids=" ".join,
)
def test_without_teams_it_says_what_comes_next(run: Run, arguments: list[str]) -> None:
    assert run("init").code == 0
    done = run(*arguments)
    line = "huddlekit: book.huddle: no teams yet; `huddlekit load` a playbook first\n"
    assert (done.code, done.out, done.err) == (1, "", line)
    assert run("search", "word").code == 0


def test_the_book_may_be_named_by_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUDDLEKIT_DB", "other.huddle")
    monkeypatch.setenv("HUDDLEKIT_TEAM", "kitchen")
    run("init")
    run("load", "--pack", "harbour-hotel")
    assert Path("other.huddle").exists()
    assert run("today").out.startswith("Kitchen huddle")


def test_load_reports_and_repeats_without_change(hotel: Run, workplace: Path) -> None:
    assert hotel("init").code == 0
    first = hotel("load", "--pack", "harbour-hotel", "--pack", "warm-hearts")
    assert first.out.splitlines()[0].startswith("harbour-hotel: 0 added, 0 changed, 0 retired")
    assert hotel("load", "--pack", "warm-hearts").out.startswith("warm-hearts: 0 added, 0 changed, 0 retired")
    assert hotel("load").code == 2
    assert 'did you mean "warm-hearts"' in hotel("load", "--pack", "warm-heart").err
    assert hotel("load", "--list-packs").out.split() == huddlekit.pack_names()


def test_check_lists_each_problem_at_its_place(run: Run, workplace: Path) -> None:
    done = run("check", "harbour.toml")
    assert done.code == 0
    assert re.search(r"harbour.toml: good; 8 values, \d+ prompts, 6 teams, 45 members\n$", done.out)
    Path("wrong.toml").write_text("format = 1\n[organisation]\nname = 3\nzone = 4\n")
    done = run("check", "wrong.toml")
    assert done.code == 1
    assert [line.split(" ")[0] for line in done.out.splitlines()] == ["wrong.toml:3:8:", "wrong.toml:4:8:"]
    assert run("check", "missing.toml").code == 1
    run("init")
    refused = run("load", "wrong.toml")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "(and 1 more: see `huddlekit check`)" in refused.err


def test_check_has_suggestions_for_a_motto(run: Run, workplace: Path) -> None:
    text = Path("harbour.toml").read_text(encoding="utf-8")
    Path("wordy.toml").write_text(text.replace("Look after whoever is in front of you.", "Excellence"))
    done = run("check", "wordy.toml")
    assert done.code == 0
    assert [line.partition("motto: ")[2] for line in done.out.splitlines()[:-1]] == [
        f"{suggestion} (suggestion)" for suggestion in huddlekit.check_motto("Excellence").suggestions
    ]


def test_teams_lists_where_each_meets_next(hotel: Run) -> None:
    lines = hotel("teams").out.splitlines()
    assert len(lines) == 7
    assert lines[5].startswith("guest-support  Guest support  6  ")
    assert lines[5].endswith("Asia/Manila")


def test_backup_copies_once(hotel: Run) -> None:
    assert hotel("backup", "copy.huddle").code == 0
    assert hotel("teams", "--db", "copy.huddle").out == hotel("teams").out
    again = hotel("backup", "copy.huddle")
    assert (again.code, again.err) == (
        1,
        "huddlekit: copy.huddle: exists already; a backup never overwrites\n",
    )


def test_a_book_that_may_only_be_read_is_read(hotel: Run, tmp_path: Path) -> None:
    hotel("publish", "--team", "kitchen")
    expected = hotel("today", "--team", "kitchen")
    book = tmp_path / "book.huddle"
    book.chmod(0o400)
    assert hotel("today", "--team", "kitchen") == expected


# --- Agendas


@pytest.mark.parametrize(
    ("a_format", "start"),
    [
        ("text", "Kitchen huddle  "),
        ("markdown", "# Kitchen huddle"),
        ("html", "<article"),
        ("page", "<!"),
        ("json", '{"format":1'),
        ("slack", "{"),
    ],
)
def test_every_format_is_printed(hotel: Run, a_format: str, start: str) -> None:
    done = hotel("show", "--team", "kitchen", "--date", MONDAY, "--format", a_format)
    assert (done.code, done.err) == (0, "")
    assert done.out.replace(" ", "").startswith(start.replace(" ", ""))
    assert done.out.endswith("\n")


def test_all_huddles_of_the_day_are_shown_one_after_the_other(hotel: Run) -> None:
    text = hotel("today", "--team", "front-desk").out
    assert text.index("Early shift") < text.index("Late shift")
    lines = hotel("today", "--team", "front-desk", "--format", "json").out.splitlines()
    assert [Agenda.from_json(line).huddle for line in lines] == ["morning", "evening"]
    only = hotel("today", "--team", "front-desk", "--huddle", "evening").out
    assert "Early shift" not in only
    page = hotel("today", "--team", "front-desk", "--format", "page")
    assert (page.code, page.out) == (2, "")
    assert "name one of morning, evening" in page.err


def test_a_day_without_a_huddle_is_3_and_silent(hotel: Run) -> None:
    for command in ("show", "publish", "complete"):
        done = hotel(command, "--team", "sales-riyadh", "--date", FRIDAY)
        assert (done.code, done.out, done.err) == (3, "", ""), command


def test_looking_stores_nothing_and_publishing_settles(hotel: Run) -> None:
    assert "not published" in hotel("today", "--team", "kitchen").out
    assert "not published" in hotel("today", "--team", "kitchen").out
    first = hotel("publish", "--team", "kitchen")
    assert "not published" not in first.out
    assert hotel("publish", "--team", "kitchen") == first == hotel("today", "--team", "kitchen")


def test_publish_all_writes_files_and_may_be_repeated(hotel: Run) -> None:
    first = hotel("publish", "--all", "--date", "+1", "--out", "wall")
    paths = [Path(line) for line in first.out.splitlines()]
    assert {path.suffix for path in paths} == {".html", ".md", ".json"}
    assert Path("wall/front-desk/evening.html") in paths
    texts = [path.read_text(encoding="utf-8") for path in paths]
    assert hotel("publish", "--all", "--date", "+1", "--out", "wall") == first
    assert [path.read_text(encoding="utf-8") for path in paths] == texts
    assert sorted(paths) == sorted(path for path in Path("wall").rglob("*") if path.is_file())
    assert Agenda.from_json(Path("wall/kitchen/service.json").read_text(encoding="utf-8")).published


def test_publish_all_knows_that_it_is_tomorrow_elsewhere(hotel: Run) -> None:
    lines = hotel("publish", "--all", "--format", "json").out.splitlines()
    with huddlekit.open("book.huddle", now=early_on_monday) as book:
        for agenda in map(Agenda.from_json, lines):
            assert abs(agenda.day - book.team(agenda.team).day()) <= DAY  # midnight may have passed


def test_a_plan_is_a_table_or_whole_agendas(hotel: Run) -> None:
    table = hotel("plan", "--team", "kitchen", "--date", MONDAY, "--days", "3").out.splitlines()
    assert table[:2] == ["Kitchen · huddles", "23 November \N{EN DASH} 25 November 2026"]
    assert [line[:10] for line in table[5:]] == ["Mon 23 Nov", "Tue 24 Nov", "Wed 25 Nov"]
    markdown = hotel("plan", "--team", "kitchen", "--date", MONDAY, "--days", "3", "--table", "markdown").out
    assert markdown.count("\n| Mon 23 Nov | 10:45 |") == 1
    whole = hotel("plan", "--team", "kitchen", "--days", "3", "--format", "json").out
    assert whole.count("\n") == 3
    assert hotel("plan", "--team", "kitchen", "--days", "401").code == 2


def test_a_huddle_goes_its_way(hotel: Run) -> None:
    today = ("--team", "kitchen", "--date", "today")
    leader = json.loads(hotel("publish", *today, "--format", "json").out)["facilitator"]["key"]
    revised = hotel("revise", "ill", *today, "--away", leader)
    assert revised.code == 0
    assert "Revision 2: ill" in revised.out
    assert "Revision" not in hotel("show", *today, "--revision", "1").out
    assert hotel("show", *today, "--revision", "3").code == 1
    assert hotel("complete", *today, "--took", "7:50").out.endswith("service: completed\n")
    assert hotel("complete", *today, "--took", "470").code == 0  # the same again
    assert hotel("cancel", "fire drill", *today).code == 1
    tomorrow = ("--team", "kitchen", "--date", "tomorrow")
    assert hotel("cancel", "fire drill", *tomorrow).code == hotel("cancel", "fire drill", *tomorrow).code == 0
    assert hotel("show", *tomorrow).code == 3
    with huddlekit.open("book.huddle", now=early_on_monday) as book:
        day = book.team("kitchen").day()
        states = [huddle.state for huddle in book.team("kitchen").calendar(day, day + 2 * DAY)]
    assert states == [HuddleState.COMPLETED, HuddleState.CANCELLED]


def test_a_huddle_may_be_named_by_its_id(hotel: Run) -> None:
    shown = hotel("show", "front-desk/2026-11-23/evening")
    assert "Late shift" in shown.out
    assert hotel("show", "--huddle", "front-desk/2026-11-23/evening") == shown
    assert hotel("cancel", "storm", "--huddle", "front-desk/2026-11-23/evening").code == 0
    assert hotel("show", "front-desk/2026-11-23/evening").code == 3
    assert 'did you mean "evening"' in hotel("show", "front-desk/2026-11-23/evenin").err


# --- The journal


def test_what_is_told_is_in_the_book(hotel: Run) -> None:
    team = ("--team", "kitchen")
    assert hotel("win", "A win.", *team, "--who", "ravi,mei", "--value", "one-house", "--by", "ze").code == 0
    assert hotel("miss", "A miss.", *team, "--date", "yesterday").code == 0
    assert hotel("benchmark", "Seen elsewhere.", *team).code == 0
    assert hotel("improvement", "Done better.", *team, "--who", "ze").code == 0
    assert hotel("lesson", "Ask first.", *team, "--change", "We ask.", "--importance", "2").code == 0
    assert hotel("note", "A choir at two.", *team, "--source", "front office").code == 0
    with huddlekit.open("book.huddle", now=early_on_monday) as book:
        today = book.team("kitchen").day()
        stories = book.team("kitchen").stories(today - DAY, today + DAY)
        assert [s.text for s in stories] == ["A miss.", "A win.", "Seen elsewhere.", "Done better."]
        assert [p.key for p in stories[1].who] == ["ravi", "mei"]
        assert book.team("kitchen").lessons()[0].change == "We ask."
        assert book.team("kitchen").notes(today)[0].source == "front office"


def test_commitments_are_listed_and_closed_by_their_id(hotel: Run) -> None:
    for n in range(3):
        made = hotel("commit", "ravi", f"Do {n}.", "--team", "kitchen", "--due", f"+{n}", "--for-customer")
        assert made.out.startswith(f"commitment {n + 1}: Ravi Menon, due ")
    assert hotel("kept", 1).code == hotel("kept", 1).code == 0
    assert hotel("missed", 2, "no flour").out.endswith("missed (no flour)\n")
    assert hotel("dropped", 2).code == 1
    assert hotel("dropped", 3).code == 0
    assert hotel("commitments", "--team", "kitchen").out == ""
    assert len(hotel("commitments", "--team", "kitchen", "--all").out.splitlines()) == 4
    with huddlekit.open("book.huddle", now=early_on_monday) as book:
        states = [c.state for c in book.team("kitchen").commitments(only_open=False)]
    assert states == [CommitmentState.KEPT, CommitmentState.MISSED, CommitmentState.DROPPED]


# --- Wrong use


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["today"],  # six teams, and none is named
        ["today", "--team", "kitchen", "--format", "pdf"],
        ["show", "--team", "kitchen", "--date", "2026-02-30"],
        ["show", "--team", "kitchen", "--date", "0001-01-01"],
        ["show", "--team", "kitchen", "--date", "+99999"],
        ["show", "--team", "kitchen", "--date", "Monday"],
        ["show", "--team", "kitchen", "--date", "\uff11\uff12"],
        ["lesson", "x", "--team", "kitchen", "--importance", "4"],
        ["commit", "ravi", "x", "--team", "kitchen"],
        ["complete", "--team", "kitchen", "--took", "soon"],
        ["complete", "--team", "front-desk"],  # two huddles, and none is named
        ["publish", "--all", "--huddle", "morning"],
        ["kept", "first"],
        ["win", "\udcff", "--team", "kitchen"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_2(hotel: Run, arguments: list[str]) -> None:
    done = hotel(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "Error: " in done.err or "Usage: " in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["today", "--team", "kitche"],
        ["today", "--team", "kitchen", "--db", "."],
        ["today", "--team", "kitchen", "--huddle", "a/b"],
        ["show", "kitchen/2026-11-23/servic"],
        ["publish", "--team", "kitchen", "--date", "+60"],
        ["win", "", "--team", "kitchen"],
        ["win", "\x1b[2J", "--team", "kitchen"],
        ["win", "x", "--team", "kitchen", "--who", "nobody"],
        ["kept", "99"],
        ["complete", "--team", "kitchen", "--date", "+2"],
        ["publish", "--all", "--out", "/proc/nowhere"],
        ["load", "missing.toml"],
    ],
    ids=" ".join,
)
def test_an_error_is_one_line_and_1(hotel: Run, arguments: list[str]) -> None:
    done = hotel(*arguments)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("huddlekit: ")
    assert done.err.count("\n") == 1
    assert done.err.isprintable() or done.err.rstrip("\n").isprintable()


def test_not_a_book_is_one_line_and_1(run: Run) -> None:
    Path("book.huddle").write_text("a letter")
    done = run("today")
    assert (done.code, done.err) == (1, "huddlekit: book.huddle: not a huddlekit file\n")


@given(st.text(max_size=12))
def test_a_day_is_understood_or_refused(text: str) -> None:
    with contextlib.suppress(click.BadParameter):
        assert isinstance(Day().convert(text, None, None), dt.date | int)


def test_every_command_explains_itself(run: Run) -> None:
    overview = run("--help").out.partition("Book:")[2]
    for commands in SECTIONS.values():
        for command in commands:
            assert f"  {command.name} " in overview
            assert run(command.name, "--help").code == 0
            undocumented = [o.name for o in command.params if isinstance(o, click.Option) and not o.help]
            assert not undocumented, command.name
    names = [command.name for commands in SECTIONS.values() for command in commands]
    assert len(names) == len(set(names)), "one command would hide the other"
    assert "..." not in overview  # each says what it does in one short sentence
    assert run("--version").out == f"huddlekit {huddlekit.__version__}\n"
