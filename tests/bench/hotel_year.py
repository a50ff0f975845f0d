"""The example hotel's year as a manager would read it: who came, led and heard what.

Every value weighs the same, no theme is on, and whoever is expected comes. hotel_year.py [days]
"""

import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction

import huddlekit
from huddlekit import Agenda, Member, Organisation, Playbook, Scope, Value

START = date(2026, 1, 1)
WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def hotel(scope: Scope = Scope.ORGANISATION) -> Playbook:
    pack = huddlekit.parse_playbook(huddlekit.pack_text("harbour-hotel"), name="harbour-hotel")
    house = pack.organisation
    return Playbook(
        pack.source,
        organisation=Organisation(house.name, zone=house.zone, work_week=house.work_week, scope=scope),
        values=[Value(v.key, v.name, statement=v.statement, behaviours=v.behaviours) for v in pack.values],
        prompts=pack.prompts,
        teams=pack.teams,
        segments=pack.segments,
    )


def works_on(days: str) -> set[int]:
    """Days of the week, Monday 0: `Mon-Tue, Sat` is {0, 1, 5}."""
    out = set()
    for part in days.split(", "):
        first, _, last = part.partition("-")
        start, end = WEEK.index(first), WEEK.index(last or first)
        out |= {day % 7 for day in range(start, end + 1 if end >= start else end + 8)}
    return out


def comes(who: Member, agenda: Agenda) -> bool:
    """Whether somebody who is not away is expected."""
    return (
        agenda.day.weekday() in works_on(who.days)
        and (not who.huddles or agenda.huddle in who.huddles)
        and (who.since is None or who.since <= agenda.day)
    )


@dataclass
class Person:
    team: str
    member: Member
    attended: int = 0
    led: int = 0
    seat: int = 0
    heard: Counter[str] = field(default_factory=Counter)
    complete_after: int | None = None  # huddles attended until every value was heard


class Year:
    """Publishes every huddle day by day, and counts for itself from the agendas."""

    def __init__(self, scope: Scope = Scope.ORGANISATION, days: int = 365) -> None:
        playbook = hotel(scope)
        self.scope = scope
        self.values = [value.key for value in playbook.values]
        self.huddles = 0
        self.worst_credit = Fraction(0)  # of a value in its rotation: turns due minus turns taken
        self.people = {(t.key, m.key): Person(t.key, m) for t in playbook.teams for m in t.members}
        self._turns: dict[str, Counter[str]] = {}  # by rotation
        self._of_team: dict[str, list[Person]] = {}
        for person in self.people.values():
            self._of_team.setdefault(person.team, []).append(person)
        self._now = START
        with huddlekit.open(":memory:", create=True, now=self._clock) as book:
            book.load(playbook)
            for _ in range(days):
                agendas = book.publish_all(self._now)
                for agenda in agendas:
                    self._hold(agenda)
                self._count_turns(agendas, scope)
                self._now += timedelta(days=1)
            self.exposure = {team: book.team(team).exposure() for team in [team.key for team in book.teams()]}

    def _clock(self) -> datetime:
        return datetime.combine(self._now, time(3), UTC)

    def _hold(self, agenda: Agenda) -> None:
        self.huddles += 1
        for person in self._of_team[agenda.team]:
            if comes(person.member, agenda):
                person.attended += 1
                person.heard[agenda.value] += 1
                if person.complete_after is None and len(person.heard) == len(self.values):
                    person.complete_after = person.attended
        if agenda.facilitator:
            self.people[agenda.team, agenda.facilitator.key].led += 1
        if agenda.customers_seat:
            self.people[agenda.team, agenda.customers_seat.key].seat += 1

    def _count_turns(self, agendas: list[Agenda], scope: Scope) -> None:
        shared = scope is Scope.ORGANISATION
        today = {("" if shared else agenda.team): agenda.value for agenda in agendas}
        for agenda in agendas:  # the shifts of a team, or all the teams, talk about the same
            assert agenda.value == today["" if shared else agenda.team], agenda.id
        for rotation, value in today.items():
            turns = self._turns.setdefault(rotation, Counter())
            turns[value] += 1
            due = Fraction(turns.total(), len(self.values))
            off = max(abs(due - turns[key]) for key in self.values)
            self.worst_credit = max(self.worst_credit, off)


def extreme(person: Person, values: list[str], pick) -> str:
    value = pick(values, key=lambda key: person.heard[key])
    return f"{value} {person.heard[value]}"


def main() -> None:
    year = Year(days=int(sys.argv[1]) if len(sys.argv) > 1 else 365)
    line = "{:15}{:22}{:21}{:>8}{:>5}{:>6}{:>10}  {:20}{}"
    print(
        line.format("TEAM", "WHO", "WORKS", "ATTENDED", "LED", "SEAT", "ALL AFTER", "MOST", "LEAST").rstrip()
    )
    for person in year.people.values():
        print(
            line.format(
                person.team,
                person.member.name,
                person.member.days,
                person.attended,
                person.led,
                person.seat,
                person.complete_after or "never",
                extreme(person, year.values, max),
                extreme(person, year.values, min),
            )
        )
    worst = max(person.complete_after or person.attended for person in year.people.values())
    n = len(year.values)
    off = float(year.worst_credit)
    print(f"\n{year.huddles} huddles, {n} values. Everybody has heard every value after at most {worst}")
    print(f"huddles attended, {worst / n:.2f} for each value. No value was ever more than")
    print(f"{off:.3f} turns off; no method can promise less than {1 - 1 / (2 * n - 2):.3f}.")


if __name__ == "__main__":
    main()
