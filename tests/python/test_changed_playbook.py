"""What is published stays true while the playbook, the file and the calendar change around it."""

import datetime as dt
import json
import os

import pytest

import huddlekit
from huddlekit import Role

MONDAY = dt.date(2026, 11, 23)
DAY = dt.timedelta(days=1)


def clock():
    return dt.datetime(2026, 11, 23, 6, tzinfo=dt.UTC)


def playbook(*, values=("own-it", "listen", "easy"), teams=("desk", "kitchen"), extra="", **settings):
    organisation = {"name": "Harbour", "zone": "Europe/Lisbon"} | settings
    parts = ["format = 1", "[organisation]"]
    parts += [f'{key} = "{value}"' for key, value in organisation.items()]
    for key in values:
        parts.append(f'[[value]]\nkey = "{key}"\nname = "{key.title()}"\nbehaviours = ["Does it."]')
        parts.append(f'[[prompt]]\nvalue = "{key}"\ntext = "When did {key} help?"')
    for team in teams:
        parts.append(f'[[team]]\nkey = "{team}"\nname = "{team.title()}"')
        parts += [f'[[team.members]]\nkey = "{team}-{n}"\nname = "Person {n}"' for n in range(3)]
        parts.append('[[team.huddle]]\nkey = "early"\nrule = "FREQ=DAILY"\nstart = "02:30"')
    return huddlekit.parse_playbook("\n".join([*parts, extra]), name="house")


@pytest.fixture
def book():
    with huddlekit.open(":memory:", create=True, now=clock) as book:
        book.load(playbook())
        yield book


def value_segment(agenda):
    return next(s for s in agenda.segments if s.kind == huddlekit.SegmentKind.VALUE)


@pytest.mark.parametrize("settings", [{"scope": "team"}, {"period": "week"}, {"period": "month"}])
def test_a_revision_keeps_the_value_when_the_rhythm_changes(book, settings):
    book.team("desk").publish(MONDAY)
    agenda = book.team("desk").publish(MONDAY + DAY)
    book.load(playbook(**settings))
    assert book.huddle(agenda.id).revise("Somebody is ill").value == agenda.value


def test_a_revision_keeps_a_value_that_was_retired(book):
    agenda = book.team("desk").publish(MONDAY)
    book.load(playbook(values=[v for v in ("own-it", "listen", "easy") if v != agenda.value]))
    revised = book.huddle(agenda.id).revise("Somebody is ill", away=["desk-0"])
    assert (revised.value, revised.value_name) == (agenda.value, agenda.value_name)
    assert value_segment(revised).points == value_segment(agenda).points
    assert sum(s.seconds for s in revised.segments) == revised.timebox


def test_cancelling_a_retired_value_takes_back_what_was_heard(book):
    agenda = book.team("desk").publish(MONDAY)
    book.load(playbook(values=[v for v in ("own-it", "listen", "easy") if v != agenda.value]))
    book.huddle(agenda.id).cancel("Fire drill")
    book.load(playbook())
    assert {row.times for row in book.team("desk").exposure()} == {0}


def test_the_private_note_of_a_published_huddle_survives_a_renamed_value(book):
    agenda = book.team("desk").publish(MONDAY)
    book.load(playbook(values=[v for v in ("own-it", "listen", "easy") if v != agenda.value]))
    assert agenda.value_name in book.team("desk").leader_note(MONDAY)


def test_what_a_retired_team_published_can_still_be_read(book):
    agenda = book.team("kitchen").publish(MONDAY)
    book.load(playbook(teams=["desk"]))
    assert [team.key for team in book.teams()] == ["desk"]
    assert book.team("kitchen").agenda(MONDAY) == agenda
    assert book.huddle(agenda.id).revisions() == [agenda]
    assert book.team("kitchen").publish(MONDAY + DAY) is None
    with pytest.raises(huddlekit.NotFoundError, match="not in the playbook any more"):
        book.team("kitchen").win("Nobody is there to hear it")


def test_many_themes_at_once_do_not_run_out_of_numbers(book):
    themes = "".join(
        f'\n[[theme]]\nkey = "t{n}"\nname = "T"\nvalues = ["easy"]\nfactor = 10\n'
        "first = 2026-01-01\nlast = 2027-01-01"
        for n in range(40)
    )
    book.load(playbook(extra=themes))
    assert "its share is 1000 turns in 1002" in value_segment(book.team("desk").publish(MONDAY)).why


def test_a_start_that_the_clocks_jump_over_is_shown_as_it_will_be():
    with huddlekit.open(":memory:", create=True, now=clock) as book:
        book.load(playbook(zone="America/New_York"))
        spring = book.team("desk").agenda(dt.date(2027, 3, 14))
    assert spring.starts == dt.datetime(2027, 3, 14, 7, 30, tzinfo=dt.UTC)
    assert spring.local_start == dt.datetime(2027, 3, 14, 3, 30)


def test_a_cancelled_huddle_has_no_turn_to_skip(book):
    huddle = f"desk/{MONDAY + DAY}/early"
    book.huddle(huddle).cancel("Public holiday")
    with pytest.raises(huddlekit.ConflictError, match="cancelled"):
        book.huddle(huddle).skip(Role.LEAD)


def test_agreements_are_for_the_time_that_can_be_planned(book):
    with pytest.raises(huddlekit.ConflictError, match="400 days"):
        book.huddle("desk/9999-01-01/early").skip(Role.LEAD)


@pytest.mark.parametrize("replace", [os.unlink, lambda path: os.replace(f"{path}.copy", path)])
def test_a_book_whose_file_is_gone_acknowledges_nothing(tmp_path, replace):
    path = tmp_path / "house.huddle"
    with huddlekit.open(path, create=True, now=clock) as book:
        book.load(playbook())
        book.backup(f"{path}.copy")
        replace(path)
        with pytest.raises(huddlekit.StorageError, match="deleted or replaced"):
            book.team("desk").publish(MONDAY)
        with pytest.raises(huddlekit.StorageError, match="deleted or replaced"):
            [team.key for team in book.teams()]


def test_a_book_may_be_opened_by_a_relative_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with huddlekit.open("house.huddle", create=True, now=clock) as book:
        monkeypatch.chdir("/")
        assert [team.key for team in book.teams()] == []


@pytest.mark.parametrize("text", ["1e999", '{"format": 1e999}'])
def test_a_number_that_nothing_can_hold_is_a_parse_error(text):
    with pytest.raises(huddlekit.ParseError, match="too large"):
        huddlekit.Agenda.from_json(text)


def test_the_json_of_a_hostile_day_reads_back(book):
    for text in ("<!channel>", "</script><script>", "a\u2028b", "\ufeff", "\u202eabc", "é" * 900, "#{}|`*_"):
        book.team("desk").note(text, day=MONDAY, source=text[:20])
        book.team("desk").win(text)
    agenda = book.team("desk").publish(MONDAY)
    assert huddlekit.Agenda.from_json(agenda.to_json()) == agenda
    assert json.loads(agenda.to_json())["id"] == agenda.id


@pytest.mark.parametrize("teams_first", [True, False])
def test_two_sources_agree_on_what_fits_a_timebox(teams_first):
    def load(book, template):
        if template:
            text = "format = 1\n[template.open]\nmin = 800\nideal = 800\nmax = 800"
            book.load(huddlekit.parse_playbook(text, name="style"))
        else:
            book.load(playbook())

    with huddlekit.open(":memory:", create=True, now=clock) as book:
        load(book, template=not teams_first)
        before = book.playbook()
        with pytest.raises(huddlekit.ConflictError, match="never cut"):
            load(book, template=teams_first)
        assert book.playbook() == before


def test_two_sources_cannot_define_one_segment(book):
    book.load(huddlekit.parse_playbook("format = 1\n[template.win]\nmax = 90", name="style"))
    with pytest.raises(huddlekit.ConflictError, match='win: belongs to the source "style"; two sources'):
        book.load(huddlekit.parse_playbook("format = 1\n[template.win]\nmax = 95", name="taste"))
