"""The example is a hotel that could open tomorrow, and its journal fits any day on which the demo is run."""

import itertools
import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from shipped import HOTEL, JOURNAL, most_alike, reading_ease, texts, words

TEAMS = {team["key"]: team for team in HOTEL["team"]}
MEMBERS = {member["key"]: member for team in HOTEL["team"] for member in team["members"]}
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

each_day = pytest.mark.parametrize("day", range(7), ids=WEEKDAYS)


def working_days(days):
    """The days, Monday being 0, of `Mon-Fri`, `Sat-Tue`, `Mon, Wed`."""
    found = set()
    for part in days.split(", "):
        first, last = (WEEKDAYS.index(day) for day in (part.split("-") * 2)[:2])
        found |= {(first + n) % 7 for n in range((last - first) % 7 + 1)}
    return found


def meets(huddle, day):
    return huddle["rule"] == "FREQ=DAILY" or WEEKDAYS[day][:2].upper() in huddle["rule"].split("BYDAY=")[1]


def expected(team, huddle, day):
    return [
        member
        for member in team["members"]
        if day in working_days(member["days"]) and huddle["key"] in member.get("huddles", [huddle["key"]])
    ]


# --- The house


def test_six_teams_and_forty_five_people():
    people = [member for team in HOTEL["team"] for member in team["members"]]
    assert len(TEAMS) == 6
    assert len(people) == len(MEMBERS) == len({member["name"] for member in people}) == 45
    assert all(re.fullmatch(r"[a-z]+", key) for key in MEMBERS)
    assert sum(len(working_days(member["days"])) < 5 for member in people) >= 10  # part-time
    assert {team.get("parent") for team in HOTEL["team"]} == {None, "leadership"}


def test_people_come_to_shifts_that_their_team_has():
    for team in HOTEL["team"]:
        shifts = {huddle["key"] for huddle in team["huddle"]}
        for member in team["members"]:
            assert set(member.get("huddles", shifts)) <= shifts, member["key"]


@each_day
def test_every_huddle_has_enough_people_to_be_one(day):
    for team in HOTEL["team"]:
        for huddle in filter(lambda huddle: meets(huddle, day), team["huddle"]):
            comes = expected(team, huddle, day)
            assert len(comes) >= 3, (team["key"], huddle["key"])
            assert sum(member.get("leads", True) for member in comes) >= 2, (team["key"], huddle["key"])


@each_day
def test_a_hotel_meets_on_every_day_of_the_week(day):
    assert sum(any(meets(huddle, day) for huddle in team["huddle"]) for team in HOTEL["team"]) >= 4


@pytest.mark.parametrize("day", [date(2026, 1, 13), date(2026, 7, 14)], ids=["winter", "summer"])
def test_leadership_is_done_before_any_other_team_begins(day):
    def starts(team):
        zone = ZoneInfo(team.get("zone", HOTEL["organisation"]["zone"]))
        times = [time.fromisoformat(huddle["start"]) for huddle in team["huddle"]]
        return [datetime.combine(day, start, zone).astimezone(ZoneInfo("UTC")) for start in times]

    others = [team for key, team in TEAMS.items() if key != "leadership"]
    done = starts(TEAMS["leadership"])[0] + timedelta(minutes=10)
    assert all(start >= done for team in others for start in starts(team))


def test_every_team_has_a_prompt_of_its_own_for_every_value():
    for team, value in itertools.product(HOTEL["team"], HOTEL["value"]):
        assert any(
            prompt["value"] == value["key"] and team["department"] in prompt.get("departments", [])
            for prompt in HOTEL["prompt"]
        ), (team["key"], value["key"])


# --- Its journal

SPOKEN = {"text", "insight", "change", "reason"}
FIELDS = {  # needed, optional
    "win": ({"team", "days_ago", "text", "who", "values", "by"}, set()),
    "miss": ({"team", "days_ago", "text", "values"}, set()),
    "lesson": ({"team", "days_ago", "insight", "change", "importance", "value"}, set()),
    "commitment": ({"team", "who", "text", "made_days_ago", "due_in", "for_customer"}, {"state", "reason"}),
    "note": ({"team", "in_days", "text", "from"}, set()),
}
ENTRIES = [entry for kind in FIELDS for entry in JOURNAL[kind]]


def spoken(entry):
    return [entry[field] for field in sorted(SPOKEN & set(entry))]


def test_only_fields_that_the_journal_has():
    assert set(JOURNAL) == {"format", *FIELDS}
    for kind, (needed, optional) in FIELDS.items():
        for entry in JOURNAL[kind]:
            assert needed <= set(entry) <= needed | optional, entry


def test_there_are_four_weeks_of_it():
    counts = {kind: len(JOURNAL[kind]) for kind in FIELDS}
    assert counts == {"win": 40, "miss": 20, "lesson": 20, "commitment": 30, "note": 12}


def test_it_refers_to_the_hotel():
    values = {value["key"] for value in HOTEL["value"]}
    for entry in ENTRIES:
        assert entry["team"] in TEAMS
        assert set(entry.get("values", [])) | ({entry["value"]} if "value" in entry else set()) <= values
    for win in JOURNAL["win"]:
        assert {win["by"], *win["who"]} <= set(MEMBERS)
    for commitment in JOURNAL["commitment"]:
        team = TEAMS[commitment["team"]]
        assert commitment["who"] in {member["key"] for member in team["members"]}


@pytest.mark.parametrize("team", TEAMS)
def test_a_team_has_something_to_say_today(team):
    mine = {kind: [entry for entry in JOURNAL[kind] if entry["team"] == team] for kind in FIELDS}
    assert any(story["days_ago"] == 1 for story in mine["win"] + mine["miss"])
    assert any(miss["days_ago"] <= 3 for miss in mine["miss"])
    assert len(mine["lesson"]) >= 2
    assert any(c["due_in"] == 0 and "state" not in c for c in mine["commitment"])
    assert any(note["in_days"] == 0 for note in mine["note"])


@pytest.mark.parametrize("team", ["leadership", "sales-riyadh"])
def test_a_team_with_a_weekend_finds_its_news_when_it_comes_back(team):
    # On its days off the demo previews the next huddle, one to three days ahead.
    assert any(note["in_days"] > 0 for note in JOURNAL["note"] if note["team"] == team)
    assert any(c["due_in"] > 0 for c in JOURNAL["commitment"] if c["team"] == team)


def test_days_make_sense():
    for entry in JOURNAL["win"] + JOURNAL["miss"] + JOURNAL["lesson"]:
        assert 1 <= entry["days_ago"] <= 28, entry
    assert all(1 <= lesson["importance"] <= 3 for lesson in JOURNAL["lesson"])
    assert all(0 <= note["in_days"] <= 3 for note in JOURNAL["note"])
    for commitment in JOURNAL["commitment"]:
        state = commitment.get("state")
        assert 1 <= commitment["made_days_ago"] <= 28
        assert commitment["due_in"] >= -commitment["made_days_ago"], "due before it was made"
        assert state in (None, "kept", "missed", "dropped")
        assert ("reason" in commitment) == (state in ("missed", "dropped"))
        assert state is None or commitment["due_in"] < 0


def test_a_win_names_people_who_like_that_and_somebody_else_tells_it():
    for win in JOURNAL["win"]:
        assert win["who"], win["text"]
        assert win["by"] not in win["who"], win["text"]
        for key in win["who"]:
            assert MEMBERS[key].get("celebrated", True), key
            assert set(MEMBERS[key]["name"].lower().split()) & set(words(win["text"])), win["text"]


def test_a_miss_and_a_lesson_name_nobody():
    names = {part for member in MEMBERS.values() for part in member["name"].lower().split()}
    for entry in JOURNAL["miss"] + JOURNAL["lesson"]:
        assert not names & set(itertools.chain(*map(words, spoken(entry)))), entry


def test_a_miss_ends_with_what_we_do_now():
    for miss in JOURNAL["miss"]:
        assert "now" in words(miss["text"]), miss["text"]


def test_nothing_belongs_to_one_day_or_season():
    rots = re.compile(
        r"""\b((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|
        october|november|december|christmas|easter|ramadan|spring|summer|autumn|winter|snow|heatwave|20\d\d)\b""",
        re.IGNORECASE | re.VERBOSE,
    )
    assert not [text for text in texts(ENTRIES) if rots.search(text)]


def test_no_entry_is_told_twice_and_all_read_easily():
    score, one, two = most_alike([entry.get("text") or entry["insight"] for entry in ENTRIES])
    assert score < 0.66, (one, two)
    assert reading_ease([line for entry in ENTRIES for line in spoken(entry)]) >= 85
