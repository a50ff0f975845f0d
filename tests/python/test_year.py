"""A year of the example hotel: it is told as if it had happened, and it is the same on every run."""

import datetime as dt
import itertools
import re
from collections import Counter

import pytest
from beside import Beside, bytes_of
from shipped import FICTION, HOTEL, most_alike, read, reading_ease, words

import huddlekit
from huddlekit import CommitmentState, HuddleState, SegmentKind, StoryKind
from huddlekit.cli.demo import Hotel
from huddlekit.cli.year import called, said

DAY = dt.timedelta(days=1)
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
TODAY = NOON.date()
START = TODAY - 364 * DAY
PATTERNS = read("harbour-year", FICTION)
STORIES = PATTERNS["win"] + PATTERNS["miss"]
TEAMS = [team["key"] for team in HOTEL["team"]]

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def hotel():
    played = Hotel(NOON)
    played.play()
    return played


def stories(hotel, team):
    return hotel.book.team(team).stories(START, TODAY)


# --- The patterns


def test_there_are_many_and_every_team_has_its_own():
    assert len(STORIES) >= 80
    for team in TEAMS:
        for kind, least in (("win", 9), ("miss", 4), ("lesson", 4), ("commitment", 4), ("note", 2)):
            assert sum(p["team"] == team for p in PATTERNS[kind]) >= least, (team, kind)


def test_a_win_names_a_colleague_and_nothing_else_does():
    names = {part for team in HOTEL["team"] for m in team["members"] for part in words(m["name"])}
    for pattern in PATTERNS["win"]:
        assert "{who}" in pattern["text"], pattern["text"]
    for pattern in PATTERNS["miss"] + PATTERNS["lesson"] + PATTERNS["commitment"]:
        text = pattern.get("text") or pattern["insight"] + pattern["change"]
        assert "{who}" not in text
        assert not names & set(words(text)), text


def test_a_miss_says_what_is_done_now():
    assert not [p["text"] for p in PATTERNS["miss"] if "now" not in words(p["text"])]


def test_none_is_like_another_and_all_read_easily():
    texts = [said(p["text"], 0, 0) for p in STORIES]
    score, one, two = most_alike(texts)
    assert score < 0.66, (one, two)
    assert reading_ease(texts) >= 85


def test_words_change_from_turn_to_turn():
    text = "[a|b] in {room} and [c|d|e]"
    turns = [said(text, turn, 0) for turn in range(6)]
    assert turns[0] == "a in 101 and c"
    assert len(set(turns)) == 6


# --- The year


def test_every_kind_of_segment_appears(hotel):
    kinds = Counter(
        segment.kind
        for team in TEAMS
        for huddle in hotel.book.team(team).calendar(START, TODAY)
        for segment in hotel.book.team(team).agenda(huddle.day, huddle=huddle.huddle).segments
    )
    assert set(kinds) == set(SegmentKind) - {SegmentKind.CUSTOM}
    assert min(kinds.values()) >= 20


def test_every_huddle_was_held_by_nearly_all(hotel):
    for team in TEAMS:
        past = hotel.book.team(team).calendar(START, TODAY)
        assert len(past) >= 250
        assert {huddle.state for huddle in past} == {HuddleState.COMPLETED}
    assert 0.92 <= hotel.came / hotel.expected <= 0.94


def test_nothing_is_told_twice_within_three_months(hotel):
    for team in TEAMS:
        told = {}
        for story in stories(hotel, team):
            assert story.day - told.get(story.text, START - 999 * DAY) > 92 * DAY, story
            assert not re.search(r"[{}|\[\]]", story.text)
            told[story.text] = story.day


def test_people_are_called_as_they_are(hotel):
    members = {member.key: member for team in hotel.teams.values() for member in team.members}
    names = [called(members[key]) for key in ("ngoc", "mei", "ze", "joao", "anneke")]
    assert names == ["Ngọc", "Mei", "Zé", "João", "Anneke"]


def test_no_month_is_without_a_win_in_any_team(hotel):
    for team, month in itertools.product(TEAMS, range(12)):
        start = START + month * 30 * DAY
        told = hotel.book.team(team).stories(start, start + 30 * DAY)
        assert any(story.kind is StoryKind.WIN for story in told), (team, start)


def test_only_those_who_were_there_are_praised(hotel):
    for team in TEAMS:
        for story in stories(hotel, team):
            if story.day < TODAY - 28 * DAY:
                assert all(
                    not first <= story.day <= last
                    for who in story.who
                    for first, last in hotel.year.holidays[who.key]
                )
            if story.kind is StoryKind.MISS:
                assert story.who == []


def test_most_commitments_were_kept_and_the_others_say_why(hotel):
    all_of_them = [c for team in TEAMS for c in hotel.book.team(team).commitments(only_open=False)]
    states = Counter(c.state for c in all_of_them)
    assert sum(states.values()) >= 200
    assert states[CommitmentState.KEPT] > 0.7 * sum(states.values())
    assert states[CommitmentState.MISSED] >= 15
    assert states[CommitmentState.DROPPED] >= 3
    assert all(c.reason for c in all_of_them if c.state is CommitmentState.MISSED)


def test_habits_are_learned(hotel):
    whys = [s.why for team in TEAMS for agenda in hotel.shown(team) for s in agenda.segments]
    assert any("This usually takes" in why for why in whys)


def test_it_is_the_same_on_every_run():
    one, two = Hotel(NOON, weeks=7), Hotel(NOON, weeks=7)
    for played in (one, two):
        played.play()
    for team in TEAMS:
        assert stories(one, team) == stories(two, team)
        assert list(one.shown(team)) == list(two.shown(team))


# --- Somebody leaves


def test_whoever_is_erased_after_a_year_is_nowhere_and_turns_stay(hotel, tmp_path):
    path = tmp_path / "year.huddle"
    hotel.book.backup(path)
    key, name = "oleksandr", "Oleksandr Hrytsenko"
    assert name.encode() in path.read_bytes()

    def credits():
        with Beside(path) as raw:
            return raw.execute("SELECT * FROM credit ORDER BY role, scope, candidate")

    before = credits()
    with huddlekit.open(path, now=lambda: NOON) as book:
        held = (book.team("front-desk").agenda(h.day, huddle=h.huddle)
                for h in book.team("front-desk").calendar(TODAY - 60 * DAY, TODAY))  # fmt: skip
        led = [a.id for a in held if a and a.facilitator and a.facilitator.key == key]
        report = book.people().forget(key)
        assert report.scrubbed
        for file in tmp_path.iterdir():
            everything = bytes_of(file)
            for left in (name, "Hrytsenko", "hrytsenko", key):  # the last two: words of the index
                assert left.encode() not in everything, (file.name, left)
        assert credits() == before
        assert led
        assert book.huddle(led[0]).revisions()[-1].facilitator.name == "a colleague"
        book.publish_all(TODAY + DAY)
    assert credits() != before  # life goes on
