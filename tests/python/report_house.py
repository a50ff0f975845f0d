"""A house whose March can be checked by hand: ten huddles of a desk of six, a night team of four.

| day | what became of it | took | came |
| --- | --- | --- | --- |
| Mon 2 | completed | 10:00 | 6 of 6 |
| Tue 3 | completed | 11:40 | 5 of 6 |
| Mon 9 | completed | 10:01 | 4 of 6 |
| Tue 10 | cancelled: Fire drill | | |
| Mon 16 | nobody closed it | | |
| Tue 17 | nobody closed it | | |
| Mon 23 | nobody published it | | |
| Tue 24 | completed | 9:00 | not recorded |
| Mon 30 | cancelled: Full house | | |
| Tue 31 | completed | 10:00 | 6 of 6 |
"""

from datetime import UTC, date, datetime, timedelta

import huddlekit

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
PLAYBOOK = """
format = 1
organisation = { name = "Harbour Hotel", zone = "Europe/Lisbon" }
value = [{ key = "own-it", name = "Own it" }, { key = "listen", name = "Listen first" }]
prompt = [
  { value = "own-it", text = "What did you take on?" },
  { value = "listen", text = "What did a guest really want?" },
]

[[team]]
key = "desk"
name = "Desk"
department = "front"
members = [
  { key = "ana", name = "Ana" }, { key = "ben", name = "Ben" }, { key = "caro", name = "Caro" },
  { key = "dan", name = "Dan" }, { key = "eva", name = "Eva" }, { key = "fay", name = "Fay", leads = false },
]
huddle = [{ rule = "FREQ=WEEKLY;BYDAY=MO,TU", start = "07:00" }]

[[team]]
key = "night"
name = "Night"
department = "back"
members = [
  { key = "nia", name = "Nia" }, { key = "ole", name = "Ole" }, { key = "pia", name = "Pia" },
  { key = "quin", name = "Quin" },
]
huddle = [{ rule = "FREQ=WEEKLY;BYDAY=MO,TU", start = "22:00" }]

[[team]]
key = "kitchen"
name = "Kitchen"
department = "back"
members = [
  { key = "k1", name = "Kim" }, { key = "k2", name = "Kai" }, { key = "k3", name = "Kit" },
  { key = "k4", name = "Kia" }, { key = "k5", name = "Ken" },
]
"""
ALL = ["ana", "ben", "caro", "dan", "eva", "fay"]


class House:
    """The book after March, and who led the huddles that were held."""

    def __init__(self, playbook: str = PLAYBOOK) -> None:
        self.now = datetime(2026, 2, 27, 5, tzinfo=UTC)
        self.book = huddlekit.open(":memory:", create=True, now=lambda: self.now)
        self.book.load(huddlekit.parse_playbook(playbook, name="house"))
        self.values: list[str] = []
        self.leaders: list[str] = []
        self._hold(2, took=600, attended=ALL, led_by="ana", seconds={"round": 130, "close": 60})
        self._hold(3, took=700, attended=ALL[:5], led_by="ben")
        self._hold(9, took=601, attended=ALL[:4], led_by="ana")
        self._cancel(10, "Fire drill")
        self._hold(16)
        self._hold(17)
        self._hold(24, took=540, led_by="caro", seconds={"round": 90})
        self._cancel(30, "Full house")
        self._hold(31, took=600, attended=ALL, led_by="dan")
        self.now = datetime(2026, 4, 3, 5, tzinfo=UTC)
        self._tell()
        self._promise()

    def _publish(self, day: int) -> huddlekit.Agenda:
        self.now = datetime(2026, 3, day, 5, tzinfo=UTC)
        desk, _night = self.book.publish_all(date(2026, 3, day))
        return desk

    def _hold(self, day: int, took: int | None = None, **outcome: object) -> None:
        desk = self._publish(day)
        if took:
            self.book.huddle(desk.id).complete(**outcome, took=timedelta(seconds=took))
        self.values.append(desk.value)
        self.leaders.append(str(outcome.get("led_by") or desk.facilitator.key))

    def _cancel(self, day: int, reason: str) -> None:
        self.book.huddle(self._publish(day).id).cancel(reason)

    def _tell(self) -> None:
        book = self.book
        book.team("desk").win("Found the ring", who=["ana"], values=["own-it"], day=date(2026, 3, 3))
        book.team("desk").win("Heard the no", who=["ana", "ben"], values=["listen"], day=date(2026, 3, 17))
        book.team("desk").win("The lobby was calm", day=date(2026, 3, 24))
        book.team("desk").miss("The key card failed twice", values=["own-it"], day=date(2026, 3, 10))
        book.team("desk").tell(
            huddlekit.StoryKind.BENCHMARK, "A baker who knew our names", day=date(2026, 3, 5)
        )
        book.team("desk").tell(
            huddlekit.StoryKind.IMPROVEMENT, "Labels on the key boxes", day=date(2026, 3, 6)
        )
        book.team("desk").win("Too late for March", day=APRIL)
        book.team("desk").lesson("Test each key card", day=date(2026, 2, 20))
        book.team("desk").lesson("Repeat the room number", day=date(2026, 3, 10))
        book.team("desk").lesson("Call back before noon", day=date(2026, 3, 31))

    def _promise(self) -> None:
        def commit(day: int, for_customer: bool) -> int:
            due = date(2026, 3, day)
            return (
                self.book.team("desk")
                .commit("eva", "Call back", due=due, made=due, for_customer=for_customer)
                .id
            )

        self.book.journal().kept(commit(5, True))
        self.book.journal().missed(commit(12, True), "Ran out of time")
        self.book.journal().missed(commit(13, False), "Ran out of time")
        self.book.journal().kept(commit(20, False))
        self.book.journal().dropped(commit(25, False), "Not needed")
        commit(31, False)
        later = self.book.team("desk").commit("eva", "In April", due=APRIL, made=MARCH, for_customer=True)
        self.book.journal().kept(later.id)
