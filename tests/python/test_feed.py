"""Feeds, read by programs that have never heard of huddlekit, and what the book remembers of them."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events
from feed_checker import check
from houses import MONDAY, hotel, house, noon

import huddlekit
from huddlekit import Book, HuddleState, Meeting, Playbook

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)


class Clock:
    def __init__(self) -> None:
        self.now = dt.datetime.combine(MONDAY, dt.time(12), dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(clock: Clock) -> Book:
    book = huddlekit.open(":memory:", create=True, now=clock)
    book.load(house(teams=2))
    return book


def events(feed: str) -> dict[str, "icalendar.Event"]:
    """By huddle; the feed must be without fault."""
    assert check(feed.encode()) == []
    found = icalendar.Calendar.from_ical(feed).walk("VEVENT")
    return {str(event["UID"]).partition("@")[0]: event for event in found}


def changed(before: dict, after: dict) -> set[str]:
    """The huddles whose SEQUENCE rose; of all others nothing is different."""
    rose = {key for key in after if key in before and after[key]["SEQUENCE"] > before[key]["SEQUENCE"]}
    for key in before.keys() & after.keys() - rose:
        assert before[key].to_ical() == after[key].to_ical()
    for key in rose:
        assert after[key]["LAST-MODIFIED"].dt >= before[key]["LAST-MODIFIED"].dt
    return rose


# --- The same instants


@pytest.mark.heavy
def test_a_feed_has_the_instants_of_the_calendar() -> None:
    with hotel() as book:
        for team in [team.key for team in book.teams()]:
            feed = icalendar.Calendar.from_ical(book.feed(team=team, end=MONDAY + 20 * WEEK))
            found = recurring_ical_events.of(feed).between(MONDAY - 2 * DAY, MONDAY + 21 * WEEK)
            starts = sorted(event["DTSTART"].dt.astimezone(dt.UTC) for event in found)
            assert starts == [h.starts for h in book.team(team).calendar(MONDAY, MONDAY + 20 * WEEK)]
            assert len(starts) >= 100


def test_the_whole_house_is_what_its_teams_are() -> None:
    with hotel() as book:
        everybody = events(book.feed())
        teams = [events(book.feed(team=team)) for team in [team.key for team in book.teams()]]
        assert sum(map(len, teams)) == len(everybody)
        for team in teams:
            for key, event in team.items():
                assert event.to_ical() == everybody[key].to_ical()


@pytest.mark.heavy
def test_a_longer_feed_begins_like_a_shorter_one() -> None:
    with hotel() as book:
        short = events(book.feed(end=MONDAY + WEEK))
        long = events(book.feed(end=MONDAY + 12 * WEEK))
        later = events(book.feed(start=MONDAY + 3 * DAY, end=MONDAY + WEEK))
    assert short.keys() < long.keys()
    assert later.keys() < short.keys()
    assert changed(short, long) == changed(later, short) == set()


# --- What has changed


def test_nothing_changed_means_the_same_bytes(book: Book, clock: Clock) -> None:
    first = book.feed(alarm=10)
    for _ in range(20):
        clock.now += dt.timedelta(minutes=30)
        if clock.now.date() == MONDAY:
            assert book.feed(alarm=10) == first
    book.team("team-0").note("For the facilitator's eyes", day=MONDAY)
    assert "facilitator's eyes" not in book.feed()


def test_what_is_kept_of_a_plan_goes_with_the_first_change_in_the_book(tmp_path: Path, clock: Clock) -> None:
    """After each step the book that has made feeds before says what one opened afresh says."""
    file = tmp_path / "feeds.huddle"
    persons = [member.key for member in house().teams[0].members[:2]]

    def next_day() -> None:
        clock.now += DAY

    with (
        huddlekit.open(file, create=True, now=clock) as book,
        huddlekit.open(file, now=clock) as elsewhere,
    ):
        book.load(house(teams=2))
        before: list[str] = []
        for step in (
            lambda: None,
            lambda: book.people().away(persons[0], MONDAY + 2 * DAY, MONDAY + 9 * DAY),
            lambda: elsewhere.team("team-0").publish(MONDAY + DAY),
            lambda: elsewhere.huddle(f"team-1/{MONDAY + 3 * DAY}/huddle").cancel("No water."),
            next_day,
        ):
            step()
            wanted = [{"start": MONDAY + 5 * DAY}, {}, {"team": "team-0"}, *({"person": p} for p in persons)]
            feeds = [book.feed(**which) for which in wanted]
            with huddlekit.open(file, read_only=True, now=clock) as afresh:
                assert [afresh.feed(**which) for which in wanted] == feeds
            assert feeds != before
            before = feeds


def test_publishing_and_revising_change_that_huddle_only(book: Book, clock: Clock) -> None:
    before = events(book.feed())
    clock.now += dt.timedelta(hours=1)
    agenda = book.team("team-0").publish(MONDAY)
    after = events(book.feed())
    assert changed(before, after) == {agenda.id}
    assert (before[agenda.id]["STATUS"], after[agenda.id]["STATUS"]) == ("TENTATIVE", "CONFIRMED")
    assert after[agenda.id]["LAST-MODIFIED"].dt == clock.now
    book.huddle(agenda.id).revise("ill", away=[agenda.facilitator.key])
    revised = events(book.feed())
    assert agenda.id in changed(after, revised)
    assert revised[agenda.id]["SEQUENCE"] == 2


def test_a_new_time_keeps_the_uid(book: Book) -> None:
    before = events(book.feed(team="team-0"))
    playbook = house(teams=2)
    teams = [team_at(team, dt.time(10, 30)) for team in playbook.teams]
    book.load(with_teams(playbook, teams))
    after = events(book.feed(team="team-0"))
    assert before.keys() == after.keys() == changed(before, after)
    for key in after:
        assert str(after[key]["UID"]) == str(before[key]["UID"])
        assert after[key]["DTSTART"].dt - before[key]["DTSTART"].dt == dt.timedelta(minutes=90)


def team_at(
    team: huddlekit.TeamDefinition, start: dt.time, rule: str = "FREQ=DAILY"
) -> huddlekit.TeamDefinition:
    meetings = [Meeting(start, rule=rule, timebox=600)]
    return huddlekit.TeamDefinition(
        team.key, team.name, zone=team.zone, members=team.members, meetings=meetings
    )


def with_teams(playbook: Playbook, teams: list) -> Playbook:
    return Playbook(
        playbook.source,
        organisation=playbook.organisation,
        values=playbook.values,
        prompts=playbook.prompts,
        teams=teams,
    )


def test_what_is_cancelled_stays_as_cancelled_for_thirty_days(book: Book, clock: Clock) -> None:
    huddle = f"team-0/{MONDAY + 40 * DAY}/huddle"
    long = {"team": "team-0", "start": MONDAY, "end": MONDAY + 60 * DAY}
    before = events(book.feed(**long))
    book.huddle(huddle).cancel("Everybody is at the fair")
    after = events(book.feed(**long))
    assert huddle in changed(before, after)
    assert after[huddle]["STATUS"] == "CANCELLED"
    assert str(after[huddle]["SUMMARY"]) == "Cancelled: Team 0 huddle"
    assert "fair" not in book.feed(**long)
    assert after[huddle]["DTSTART"].dt == before[huddle]["DTSTART"].dt
    clock.now += 29 * DAY
    assert events(book.feed(**long))[huddle].to_ical() == after[huddle].to_ical()
    clock.now += DAY
    assert huddle not in events(book.feed(**long))


def test_what_vanishes_from_the_calendar_is_cancelled_and_may_come_back(book: Book) -> None:
    before = events(book.feed(team="team-0"))
    playbook = house(teams=2)
    only_mondays = team_at(playbook.teams[0], dt.time(9), "FREQ=WEEKLY;BYDAY=MO")
    book.load(with_teams(playbook, [only_mondays, playbook.teams[1]]))
    after = events(book.feed(team="team-0"))
    assert before.keys() == after.keys()
    cancelled = {key for key, event in after.items() if event["STATUS"] == "CANCELLED"}
    assert len(cancelled) == 24
    assert all(event["DTSTART"].dt.weekday() != 0 for key, event in after.items() if key in cancelled)
    assert cancelled <= changed(before, after)
    book.load(playbook)
    again = events(book.feed(team="team-0"))
    assert {event["STATUS"] for event in again.values()} == {"TENTATIVE"}
    assert cancelled <= changed(after, again)


def test_a_planned_huddle_that_is_over_was_not_cancelled(book: Book, clock: Clock) -> None:
    published = book.team("team-0").publish(MONDAY)
    book.feed()
    clock.now += 3 * DAY
    past = {key: e for key, e in events(book.feed()).items() if e["DTSTART"].dt < clock.now - DAY}
    assert list(past) == [published.id]
    assert past[published.id]["STATUS"] == "CONFIRMED"


def test_two_readers_of_different_feeds_do_not_change_each_others(book: Book) -> None:
    feeds: list[Callable[[], str]] = [
        lambda: book.feed(),
        lambda: book.feed(team="team-0"),
        lambda: book.feed(person="team-0-a", alarm=5),
        lambda: book.feed(team="team-1", end=MONDAY + 90 * DAY),
    ]
    first = [feed() for feed in feeds]
    assert [feed() for feed in reversed(feeds)] == first[::-1]
    assert all(set(re.findall(r"SEQUENCE:(\d+)", feed)) == {"0"} for feed in first)


# --- A person's


def test_a_persons_feed_is_what_they_are_expected_at() -> None:
    with hotel() as book:
        for person in ("ana", "rui", "priya"):
            feed = events(book.feed(person=person))
            agendas = {
                agenda.id: agenda
                for team in [team.key for team in book.teams()]
                for agenda in book.team(team).plan(MONDAY, MONDAY + 4 * WEEK)
            }
            for key, event in feed.items():
                agenda = agendas[key]
                keys = [who and who.key for who in (agenda.facilitator, agenda.customers_seat)]
                summary = str(event["SUMMARY"])
                assert summary.endswith(" · you lead") == (keys[0] == person)
                assert summary.endswith("you have the customer\N{RIGHT SINGLE QUOTATION MARK}s seat") == (
                    keys[1] == person
                )
            mine = {k for k, a in agendas.items() if a.facilitator and a.facilitator.key == person}
            assert mine
            assert mine <= feed.keys()


def test_days_off_and_absences_are_not_in_it(book: Book) -> None:
    book.people().away("team-0-a", MONDAY + DAY, MONDAY + 3 * DAY)
    days = {event["DTSTART"].dt.date() for event in events(book.feed(person="team-0-a")).values()}
    assert days == {MONDAY + n * DAY for n in range(28)} - {MONDAY + n * DAY for n in (1, 2, 3)}
    assert events(book.feed(person="team-0-a", team="team-1")) == {}


def test_a_cancelled_huddle_is_cancelled_for_those_who_would_have_come(book: Book) -> None:
    huddle = f"team-0/{MONDAY + DAY}/huddle"
    book.people().away("team-0-b", MONDAY + DAY, MONDAY + DAY)
    book.huddle(huddle).cancel("Fire drill")
    assert events(book.feed(person="team-0-a"))[huddle]["STATUS"] == "CANCELLED"
    assert huddle not in events(book.feed(person="team-0-b"))
    assert huddle not in events(book.feed(person="team-1-a"))


# --- The file


def test_a_read_only_book_gives_a_right_feed_and_a_copy_the_same(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "book.huddle"
    with huddlekit.open(path, create=True, now=clock) as book:
        book.load(house())
    with huddlekit.open(path, read_only=True, now=clock) as book:
        unseen = book.feed()
        assert unseen == book.feed()
        assert {e["SEQUENCE"] for e in events(unseen).values()} == {0}
        assert all(e["DTSTAMP"].dt < clock.now for e in events(unseen).values())
    with huddlekit.open(path, now=clock) as book:
        book.feed()
        book.team("team-0").publish(MONDAY)
        seen = book.feed()
        book.backup(tmp_path / "copy.huddle")
    for file in (path, tmp_path / "copy.huddle"):
        with huddlekit.open(file, read_only=True, now=clock) as book:
            assert book.feed() == seen
    assert events(seen).keys() == events(unseen).keys()
    with huddlekit.open(path, now=clock) as book:
        book.huddle(f"team-0/{MONDAY + DAY}/huddle").cancel("Fair")
    with huddlekit.open(path, read_only=True, now=clock) as book:
        changed_since = events(book.feed())[f"team-0/{MONDAY + DAY}/huddle"]
        assert (changed_since["STATUS"], changed_since["SEQUENCE"]) == ("CANCELLED", 1)
        assert book.feed() == book.feed()


def test_two_books_never_share_a_uid() -> None:
    feeds = []
    for _ in range(2):
        with hotel() as book:
            feeds.append(set(re.findall(r"UID:(\S+)", book.feed())))
    assert not feeds[0] & feeds[1]


def test_the_names_of_feeds() -> None:
    def name(feed: str) -> str:
        return re.search("X-WR-CALNAME:(.*)\r\n", feed)[1]

    with hotel() as book:
        assert name(book.feed(team="kitchen")) == "Kitchen: huddles"
        assert name(book.feed(person="ana")) == "Ana Costa: huddles"
        assert name(book.feed(person="ana", team="front-desk")) == "Ana Costa\\, Front desk: huddles"
        assert name(book.feed()).endswith("Harbour Hotel: huddles")


def test_an_empty_book_has_an_empty_feed() -> None:
    with huddlekit.open(":memory:", create=True, now=noon()) as book:
        assert check(book.feed().encode()) == []


def test_wrong_use_is_told() -> None:
    with hotel() as book:
        with pytest.raises(huddlekit.NotFoundError, match="kitchn.*did you mean .kitchen"):
            book.feed(team="kitchn")
        with pytest.raises(huddlekit.NotFoundError):
            book.feed(person="nobody-we-know")
        with pytest.raises(huddlekit.InvalidArgumentError, match="end: must be from"):
            book.feed(start=MONDAY, end=MONDAY - DAY)
        with pytest.raises(huddlekit.InvalidArgumentError, match="end: must be from"):
            book.feed(end=MONDAY + 401 * DAY)
        with pytest.raises(huddlekit.InvalidArgumentError, match="alarm: must be from 0 minutes to 28 days"):
            book.feed(alarm=-1)
        assert book.team("kitchen").calendar(MONDAY, MONDAY + DAY)[0].state == HuddleState.PLANNED
