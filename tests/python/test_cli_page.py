"""`huddlekit page`: the walls of a whole hotel, written again and again from cron."""

import datetime as dt
import os
import re
from pathlib import Path

import pytest
from conftest import Run
from desk import early_on_monday

import huddlekit
from huddlekit.cli.wall import on_the_wall

DAY = "2026-11-23"
TEAMS = ["front-desk", "guest-support", "housekeeping", "kitchen", "sales-riyadh"]


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """What is there, and which file it is: one that was written again is another."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_ino)
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def house(hotel: Run, tmp_path: Path) -> Path:
    assert hotel("page", "--out", "walls", "--date", DAY).code == 0
    return tmp_path / "walls"


def test_every_team_that_meets_has_a_page_and_the_index_leads_to_them(house: Path):
    index = (house / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]+)"', index)
    with huddlekit.open(house.parent / "book.huddle", now=early_on_monday) as book:
        assert links == [f"{team}/index.html" for team in [team.key for team in book.teams()]]
        for team in [team.key for team in book.teams()]:
            page = (house / team / "index.html").read_text(encoding="utf-8")
            shown, after = on_the_wall(book, team, dt.date.fromisoformat(DAY), early_on_monday())
            assert page == shown.to_page(next=after)


def test_run_again_it_touches_nothing(hotel: Run, house: Path):
    before = contents(house)
    again = hotel("page", "--out", "walls", "--date", DAY)
    assert (again.code, again.out) == (0, "")
    assert contents(house) == before


def test_only_what_changed_is_written(hotel: Run, house: Path):
    before = contents(house)
    assert hotel("publish", "--team", "kitchen", "--date", DAY).code == 0
    assert hotel("note", "The lift is out", "--team", "kitchen", "--date", DAY).code == 0
    revised = hotel("revise", "The lift is out", "--team", "kitchen", "--date", DAY)
    assert revised.code == 0, revised.err
    again = hotel("page", "--out", "walls", "--date", DAY)
    changed = {name for name, file in contents(house).items() if before[name] != file}
    assert changed >= {"kitchen/index.html"}
    assert all(f"{Path('walls') / name}\n" in again.out for name in changed - {".huddlekit-pages"})
    assert "front-desk/index.html" not in changed


@pytest.fixture
def shrunk(house: Path, tmp_path: Path) -> Path:
    """A book in which the kitchen is no more."""
    text = huddlekit.pack_text("harbour-hotel")
    with huddlekit.open(tmp_path / "book.huddle", now=early_on_monday) as book:
        before = book.playbook()
        kitchen = next(team for team in before.teams if team.key == "kitchen")
        assert kitchen
    parts = re.split(r"(?m)^(?=\[\[(?:team|theme|prompt|value)\]\])", text)
    rest = [part for part in parts if 'key = "kitchen"' not in part]
    assert len(rest) == len(parts) - 1
    playbook = huddlekit.parse_playbook("".join(rest), name="harbour-hotel")
    with huddlekit.open(tmp_path / "book.huddle", now=early_on_monday) as book:
        book.load(playbook)
        assert "kitchen" not in [team.key for team in book.teams()]
    return house


def test_the_page_of_a_team_that_is_gone_goes_too(hotel: Run, shrunk: Path):
    (shrunk / "menu.html").write_text("the canteen's own")
    done = hotel("page", "--out", "walls", "--date", DAY)
    assert done.code == 0, done.err
    assert f"{Path('walls/kitchen/index.html')}: removed\n" in done.out
    assert not (shrunk / "kitchen").exists()
    assert (shrunk / "menu.html").read_text() == "the canteen's own"
    assert "kitchen" not in (shrunk / "index.html").read_text(encoding="utf-8")


def test_a_page_that_somebody_else_wrote_since_stays(hotel: Run, shrunk: Path):
    (shrunk / "kitchen" / "index.html").write_text("the kitchen's own")
    assert hotel("page", "--out", "walls", "--date", DAY).code == 0
    assert (shrunk / "kitchen" / "index.html").read_text() == "the kitchen's own"


def test_what_lies_beside_a_removed_page_stays(hotel: Run, shrunk: Path):
    (shrunk / "kitchen" / "menu.pdf").write_bytes(b"%PDF")
    assert hotel("page", "--out", "walls", "--date", DAY).code == 0
    assert [path.name for path in (shrunk / "kitchen").iterdir()] == ["menu.pdf"]


def test_a_list_that_was_tampered_with_removes_nothing_outside_the_folder(hotel: Run, house: Path):
    outside = house.parent / "index.html"
    outside.write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (house / ".huddlekit-pages").write_bytes(f"{empty}  ../index.html\n\xff\n".encode("latin-1"))
    assert hotel("page", "--out", "walls", "--date", DAY).code == 0
    assert outside.exists()


def test_no_draft_is_left_behind(house: Path):
    assert not [name for name in contents(house) if str(os.getpid()) in name]


def test_a_house_without_teams_has_an_index_and_no_pages(run: Run, tmp_path: Path):
    assert run("init").code == 0
    assert run("page", "--out", "walls").code == 0
    assert sorted(contents(tmp_path / "walls")) == [".huddlekit-pages", "index.html"]


SHIFTS = """
format = 1
organisation = { name = "Harbour Hotel", zone = "Europe/Lisbon" }
[[team]]
key = "front-desk"
name = "Front desk"
members = [{ key = "ana", name = "Ana" }]
huddle = [{ key = "early", start = "06:45" }, { key = "late", start = "14:45" }]
[[team]]
key = "board"
name = "Board"
"""


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("2026-11-23T05:00", ["2026-11-23/early", "2026-11-23/late"]),
        ("2026-11-23T06:54", ["2026-11-23/early", "2026-11-23/late"]),
        ("2026-11-23T06:55", ["2026-11-23/late", "2026-11-24/early"]),
        ("2026-11-23T23:00", ["2026-11-23/late", "2026-11-24/early"]),
        ("2026-11-28T12:00", ["2026-11-30/early", "2026-11-30/late"]),
    ],
)
def test_the_wall_shows_the_huddle_that_is_on_or_next_that_day(now: str, shown: list[str]):
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=dt.UTC)
    with huddlekit.open(":memory:", create=True, now=lambda: moment) as book:
        book.load(huddlekit.parse_playbook(SHIFTS, name="shifts"))
        agendas = on_the_wall(book, "front-desk", moment.date(), moment)
        assert [agenda.id for agenda in agendas] == [f"front-desk/{id}" for id in shown]
        assert on_the_wall(book, "board", moment.date(), moment) == []
