"""The figures of the example hotel's year beside a slow and obvious computation in pandas."""

import random
from datetime import UTC, date, datetime, time, timedelta

import pandas as pd
import pytest
from hotel_year import comes

import huddlekit as hk

pytestmark = pytest.mark.heavy

START, END = date(2026, 1, 1), date(2027, 1, 1)


class Year:
    """A year as it was lived: what the test itself wrote down beside what it told the book."""

    def __init__(self, seed: int = 7) -> None:
        dice = random.Random(seed)
        self.now = datetime(2025, 12, 31, 3, tzinfo=UTC)
        self.book = hk.open(":memory:", create=True, now=lambda: self.now)
        self.book.load_pack("harbour-hotel")
        self.playbook = self.book.playbook()
        self.members = {t.key: t.members for t in self.playbook.teams}
        rows = []
        for n in range((END - START).days):
            today = START + timedelta(days=n)
            self.now = datetime.combine(today, time(3), UTC)
            if dice.random() < 0.03:
                continue  # nobody published that day
            for agenda in self.book.publish_all(today):
                rows.append(self._live(agenda, dice))
            self._write(today, dice)
        self.now = datetime(2027, 1, 15, 3, tzinfo=UTC)
        self.huddles = pd.DataFrame(rows)
        self.huddles["day"] = pd.to_datetime(self.huddles["day"])

    def _live(self, agenda: hk.Agenda, dice: random.Random) -> dict[str, object]:
        expected = [m.key for m in self.members[agenda.team] if comes(m, agenda)]
        leader = agenda.facilitator.key if agenda.facilitator else None
        row = {
            "team": agenda.team,
            "day": agenda.day,
            "value": agenda.value,
            "timebox": agenda.timebox,
            "state": "assumed",
            "took": None,
            "reason": None,
            "leader": leader,
            "expected": expected,
            "attended": None,
        }
        chance = dice.random()
        if chance < 0.1:
            row |= {"state": "cancelled", "reason": dice.choice(["Fire drill", "Full house"])}
            self.book.huddle(agenda.id).cancel(row["reason"])
        elif chance < 0.8:
            took = dice.randint(300, 800)
            came = None
            if chance < 0.6:
                came = [who for who in expected if who == leader or dice.random() < 0.9]
            self.book.huddle(agenda.id).complete(took=timedelta(seconds=took), attended=came)
            row |= {"state": "completed", "took": took, "attended": came}
        return row

    def _write(self, today: date, dice: random.Random) -> None:
        for team, members in self.members.items():
            if dice.random() < 0.3:
                who = [dice.choice(members).key] if dice.random() < 0.8 else []
                self.book.team(team).win("It went well", who=who, values=["look-twice"], day=today)
            if dice.random() < 0.1:
                self.book.team(team).miss("The lift stood still", day=today)
            if dice.random() < 0.2:
                made = self.book.team(team).commit(
                    dice.choice(members).key,
                    "Call back",
                    due=today,
                    made=today,
                    for_customer=dice.random() < 0.5,
                )
                chance = dice.random()
                if chance < 0.6:
                    self.book.journal().kept(made.id)
                elif chance < 0.8:
                    self.book.journal().missed(made.id, dice.choice(["Too busy", "Forgot"]))

    def report(self, team: str | None) -> hk.Report:
        return self.book.report(team, START, END)

    def of(self, team: str | None) -> pd.DataFrame:
        return self.huddles if team is None else self.huddles[self.huddles.team == team]

    def journal(self, team: str | None, read, kind: type) -> pd.DataFrame:
        teams = [team] if team else list(self.members)
        return hk.to_frame([row for t in teams for row in read(t)], of=kind, backend="pandas")


@pytest.fixture(scope="module")
def year() -> Year:
    return Year()


TEAMS = [None, "front-desk", "kitchen", "housekeeping"]


@pytest.mark.parametrize("team", TEAMS)
def test_held_and_why_not(year, team):
    held = year.report(team).held
    huddles = year.of(team)
    states = huddles.state.value_counts()
    assert held.completed == states["completed"]
    assert held.assumed == states["assumed"]
    assert held.cancelled == states["cancelled"]
    why = huddles.reason.value_counts()
    assert {r.text: r.count for r in held.reasons} == why.to_dict()
    teams = [team] if team else [team.key for team in year.book.teams()]
    on_calendar = sum(len(year.book.team(t).calendar(START, END)) for t in teams)
    assert held.planned == on_calendar
    assert held.unprepared == on_calendar - len(huddles)


@pytest.mark.parametrize("team", TEAMS)
def test_time(year, team):
    time_ = year.report(team).time
    timed = year.of(team).dropna(subset="took")
    over = timed.took - timed.timebox
    assert time_.huddles == len(timed)
    assert time_.took == timed.took.sum()
    assert time_.overruns == (over > 0).sum()
    assert time_.longest_over == over.max()
    assert time_.mean == pytest.approx(timed.took.mean())


@pytest.mark.parametrize("team", TEAMS)
def test_values(year, team):
    held = year.of(team).query("state != 'cancelled'")
    counts = held.value.value_counts()
    last = held.groupby("value").day.max()
    for row in year.report(team).values:
        assert row.huddles == counts.get(row.key, 0)
        assert pd.Timestamp(row.last) == last[row.key]


@pytest.mark.parametrize("team", TEAMS)
def test_weeks(year, team):
    held = year.of(team).query("state != 'cancelled'").copy()
    held["monday"] = held.day - pd.to_timedelta(held.day.dt.day_of_week, unit="D")
    weeks = hk.to_frame(year.report(team).weeks, backend="pandas").set_index("monday")
    assert weeks.held[weeks.held > 0].to_dict() == held.groupby("monday").size().to_dict()
    timed = held.dropna(subset="took")
    assert weeks.took[weeks.timed > 0].to_dict() == timed.groupby("monday").took.sum().to_dict()


@pytest.mark.parametrize("team", [None, "front-desk", "housekeeping"])
def test_people(year, team):
    report = year.report(team)
    assert len(report.people) == 12
    huddles = year.of(team).query("state != 'cancelled'").copy()
    huddles["month"] = huddles.day.dt.to_period("M").dt.to_timestamp()
    recorded = huddles[huddles.attended.notna()]
    expected = recorded.expected.map(len).groupby(recorded.month).sum()
    attended = recorded.attended.map(len).groupby(recorded.month).sum()
    leads = {t.key: {m.key for m in t.members if m.leads} for t in year.playbook.teams}
    stories = year.journal(team, lambda t: year.book.team(t).stories(START, END), hk.Story)
    wins = stories[(stories.kind == "win") & (stories.who != "")].copy()
    wins["month"] = wins.day.dt.to_period("M").dt.to_timestamp()
    named = wins.groupby("month").apply(
        lambda m: len(set(zip(m.team, m.who, strict=True))), include_groups=False
    )
    promises = year.journal(team, lambda t: year.book.team(t).commitments(only_open=False), hk.Commitment)
    promises["month"] = promises.due.dt.to_period("M").dt.to_timestamp()
    for row in report.people:
        month = pd.Timestamp(row.month)
        assert row.expected == expected.get(month, 0)
        assert row.attended == attended.get(month, 0)
        assert row.recognised == named.get(month, 0)
        mine = promises[promises.month == month]
        for for_customer, counts in ((True, row.customers), (False, row.colleagues)):
            states = mine[mine.for_customer == for_customer].state.value_counts()
            assert (counts.kept, counts.missed, counts.open) == tuple(
                states.get(state, 0) for state in ("kept", "missed", "open")
            )
        off, led = turns(huddles[huddles.month == month], leads)
        assert row.led == led
        assert row.turns_off == pytest.approx(off * 1000, abs=row.lead)


def turns(huddles: pd.DataFrame, leads: dict[str, set[str]]) -> tuple[float, int]:
    """Turns led against turns due, summed over people; and how many led at all."""
    due: dict[tuple[str, str], float] = {}
    led: dict[tuple[str, str], int] = {}
    for row in huddles.itertuples():
        if row.leader is None:
            continue
        entitled = [who for who in row.expected if who in leads[row.team]]
        for who in entitled:
            due[row.team, who] = due.get((row.team, who), 0) + 1 / len(entitled)
        led[row.team, row.leader] = led.get((row.team, row.leader), 0) + 1
    return sum(abs(led.get(who, 0) - turns) for who, turns in due.items()), len(led)
