"""The command ends with a line and an exit code, whatever it is given."""

import pytest

from huddlekit.cli import main


@pytest.fixture(autouse=True)
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("HUDDLEKIT_DB", str(tmp_path / "house.huddle"))
    assert main(["init"]) == 0
    assert main(["load", "src/packs/harbour-hotel.toml"]) == 0


@pytest.mark.parametrize("arguments", [["win", "--team", "kitchen", "\udcff"], ["today", "--team", "\udcff"]])
def test_arguments_that_are_not_utf_8_are_wrong_use(arguments, capsys):
    assert main(arguments) == 2
    assert "must be UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show", "plan"])
def test_the_last_day_of_the_calendar_is_too_late(command, capsys):
    assert main([command, "--team", "kitchen", "--date", "9999-12-31"]) == 2
    assert "must be 2026-11-23" in capsys.readouterr().err
