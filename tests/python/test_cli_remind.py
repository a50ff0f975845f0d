"""The commands about reminders, run the way the shell runs them."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from conftest import Run
from desk import early_on_monday

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

PLAYBOOK = """
format = 1
organisation = {{ name = "Hotel", zone = "UTC" }}
[[reminder]]
key = "lead"
ahead = "2 h"
early = "2 h"
[[team]]
key = "desk"
name = "Desk"
targets = ["DESK_CHAT"]
members = [{{ key = "ana", name = "Ana" }}]
huddle = [{{ start = "{start:%H:%M}", rule = "FREQ=DAILY" }}]
"""


@pytest.fixture
def soon(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> datetime:
    """A book whose team meets within the next hour; where its reminders go is not known."""
    monkeypatch.delenv("DESK_CHAT", raising=False)
    start = early_on_monday() + timedelta(hours=1)
    (tmp_path / "desk.toml").write_text(PLAYBOOK.format(start=start))
    assert run("init").code == 0
    assert run("load", "desk.toml").code == 0
    return start


def title(start: datetime) -> str:
    return f"Ana: You lead the Desk huddle today at {start:%H:%M}"


def test_dry_run_says_what_would_go_where_and_changes_nothing(
    run: Run, soon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run("remind")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(" (DESK_CHAT is not set)\n")
    monkeypatch.setenv("DESK_CHAT", "json://user:S3cret@127.0.0.1:1/")
    for _ in range(2):
        due = f"{soon - timedelta(hours=2):%H:%M}"
        said = run("remind").out
        assert said.split("  ")[:2] == [due, "desk"]
        assert said.endswith("  (to DESK_CHAT)\n")
    assert run("deliveries", "--date", soon.date()).out == ""


def test_what_is_not_sent_is_exit_code_1_and_in_the_log(
    run: Run, soon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("apprise")
    monkeypatch.setenv("DESK_CHAT", "json://user:S3cret@127.0.0.1:1/")
    done = run("remind", "--send", "--timeout", "1")
    assert done.code == 1
    assert done.out.endswith("(failed: DESK_CHAT: refused)\n")
    assert done.err == "huddlekit: 1 of 1 not sent; `huddlekit deliveries` says why\n"
    heading, line = run("deliveries", "--date", soon.date()).out.splitlines()
    assert heading.split() == ["WHEN", "REMINDER", "OUTCOME", "WHERE", "WHY"]
    assert f"desk/{soon.date()}/huddle/lead/ana  failed" in line
    assert line.endswith("DESK_CHAT: refused")
    assert run("remind", "--send").out == "", "not before a minute has passed"
    assert "S3cret" not in done.out + done.err + line


def test_an_answer_is_noted(run: Run, soon: datetime) -> None:
    id = f"desk/{soon.date()}/huddle/lead/ana"
    assert run("answered", id).code == 1
    pytest.importorskip("apprise")
    run("remind", "--send")
    assert run("answered", id).out == f"{id}: answered\n"
    assert "answered" in run("deliveries", "--date", soon.date()).out


@pytest.mark.parametrize("option", [["--limit", "0"], ["--timeout", "0"], ["--timeout", "101"]])
def test_wrong_use_is_exit_code_2(run: Run, soon: datetime, option: list[str]) -> None:
    assert run("remind", *option).code == 2
