"""The demo has something to show to everybody, whenever it is run."""

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest

import huddlekit
from huddlekit import Agenda, CommitmentState, HuddleState, SegmentKind
from huddlekit.cli import main
from huddlekit.cli.demo import Hotel

DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 11, 23)
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize("day", [MONDAY + n * DAY for n in range(7)], ids="{:%a}".format)
def test_every_team_has_an_agenda_on_any_day(
    day: dt.date, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--out", str(tmp_path), "--date", str(day), "--weeks", "4"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.startswith("Front desk · Early shift")
    with huddlekit.open(tmp_path / "demo.huddle", now=lambda: NOON) as book:
        teams = [team.key for team in book.teams()]
        assert len(teams) == 6
        for team in teams:
            written = [path.read_text(encoding="utf-8") for path in (tmp_path / team).glob("*.json")]
            agendas = [Agenda.from_json(text) for text in written]
            assert agendas
            for agenda in agendas:
                assert agenda == book.team(team).agenda(agenda.day, huddle=agenda.huddle)
                assert agenda.published == (agenda.day == day)
                assert day <= agenda.day <= day + 4 * DAY
                assert agenda.facilitator
                assert sum(segment.seconds for segment in agenda.segments) == agenda.timebox
                assert f"{agenda.local_start:%a %Y-%m-%d %H:%M}" in printed.out
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]+)"', index)
    assert len(links) == 21
    assert all((tmp_path / link).is_file() for link in links)


@pytest.mark.heavy
def test_running_it_again_replaces_it_whole(tmp_path: Path) -> None:
    def files() -> dict[str, bytes]:
        return {
            str(path.relative_to(tmp_path)): path.read_bytes()
            for path in tmp_path.rglob("*")
            if path.is_file() and path.suffix != ".huddle"
        }

    assert main(["demo", "--out", str(tmp_path), "--date", str(MONDAY), "--weeks", "4"]) == 0
    first = files()
    assert main(["demo", "--out", str(tmp_path), "--date", str(MONDAY), "--weeks", "4"]) == 0
    assert files() == first
    assert main(["demo", "--out", str(tmp_path), "--date", str(MONDAY + DAY), "--weeks", "4"]) == 0
    assert files().keys() == first.keys()
    assert files() != first


@pytest.mark.parametrize("hour", range(0, 24, 3))
def test_it_may_be_tomorrow_in_manila(hour: int) -> None:
    hotel = Hotel(dt.datetime(2026, 11, 22, hour, 30, tzinfo=dt.UTC), weeks=4)
    hotel.play()
    for team in hotel.teams:
        agendas = list(hotel.shown(team))
        assert agendas
        assert all(a.published == (a.day == hotel.book.team(team).day()) for a in agendas)


@pytest.fixture(scope="module")
def hotel() -> Hotel:
    played = Hotel(NOON, weeks=4)
    played.play()
    return played


def test_who_was_at_two_huddles_of_a_day_is_one_colleague() -> None:
    came: Counter[tuple[dt.date, str]] = Counter()

    class Watched(Hotel):
        def hold(self, agenda: Agenda, people: list[str]) -> list[str]:
            there = super().hold(agenda, people)
            came.update((agenda.day, who) for who in there)
            return there

    hotel = Watched(NOON, weeks=8)
    hotel.play()
    days = {day for (day, _), times in came.items() if times > 1}
    assert days  # leadership meets twice on the day of its monthly meeting
    told = [s for team in hotel.teams for day in days for s in hotel.book.team(team).stories(day, day + DAY)]
    assert told
    for story in told:
        named = [person.key for person in (*story.who, story.by) if person]
        assert len(named) == len(set(named))


def test_the_four_weeks_were_held(hotel: Hotel) -> None:
    for team in hotel.teams:
        past = hotel.book.team(team).calendar(MONDAY - 28 * DAY, MONDAY)
        assert len(past) >= 20
        assert {huddle.state for huddle in past} == {HuddleState.COMPLETED}
    revised = [
        agenda
        for team in hotel.teams
        for huddle in hotel.book.team(team).calendar(MONDAY - 28 * DAY, MONDAY)
        for agenda in hotel.book.huddle(huddle.id).revisions()[1:]
    ]
    assert revised
    assert all(agenda.reason.endswith(" is ill.") for agenda in revised)


def test_all_of_the_diary_is_in_the_book(hotel: Hotel) -> None:
    book, diary = hotel.book, hotel.diary
    stories = [s for team in hotel.teams for s in book.team(team).stories(MONDAY - 60 * DAY, MONDAY + DAY)]
    assert len(stories) == len(diary["win"]) + len(diary["miss"])
    assert sum(len(book.team(team).lessons()) for team in hotel.teams) == len(diary["lesson"])
    commitments = [c for team in hotel.teams for c in book.team(team).commitments(only_open=False)]
    assert len(commitments) == len(diary["commitment"])
    closed = [c for c in commitments if c.state != CommitmentState.OPEN]
    assert len(closed) == sum("state" in entry for entry in diary["commitment"])
    notes = [n for team in hotel.teams for day in range(7) for n in book.team(team).notes(MONDAY + day * DAY)]
    assert len(notes) == len(diary["note"])


def test_there_is_something_to_talk_about(hotel: Hotel) -> None:
    shown = [{s.kind for s in agenda.segments} for team in hotel.teams for agenda in hotel.shown(team)]
    for kinds in shown:
        assert kinds >= {SegmentKind.OPEN, SegmentKind.VALUE, SegmentKind.PROMISES, SegmentKind.CLOSE}
    # Lessons come back when they are due: on a day now and then there is neither.
    assert sum(bool(kinds & {SegmentKind.WIN, SegmentKind.LESSON}) for kinds in shown) > len(shown) / 2


def test_people_come_on_their_days(hotel: Hotel) -> None:
    come = hotel.book.huddle(f"front-desk/{MONDAY}/morning").expected()
    assert [person.key for person in come] == ["ana", "sofia", "yuki"]


def test_before_it_opened_there_is_nothing_to_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--out", str(tmp_path / "new"), "--date", "1999-12-31"]) == 2
    assert "opened in 2024" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
