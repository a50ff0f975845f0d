"""A small house with something in every table, and all that is said of it.

    python tests/python/old_book.py FOLDER    writes vN.huddle, vN.toml, vN.jsonl and vN.json there

N is the schema. Run it with the library that brings a new schema, once that is final, and keep the four in
tests/data/books: later libraries are held to them (test_old_books.py). v8 is of the first edition's.
"""

import datetime as dt
import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import huddlekit as hk

PLAYBOOK = """\
format = 1

[organisation]
name = "Harbour Hotel"
motto = "Keep promises, mend at once"
promise = "You never have to ask twice."
zone = "Europe/Lisbon"
holidays = ["PT"]

[[value]]
key = "own-it"
name = "Own it"
statement = "Whoever hears it, owns it."
behaviours = ["Gives their name.", "Calls back the same day."]
[[value]]
key = "listen"
name = "Listen first"
statement = "Understand before you answer."
behaviours = ["Repeats what was asked."]
weight = 2
[[prompt]]
value = "own-it"
text = "What did you take on yesterday that was not yours?"
[[prompt]]
value = "own-it"
text = "Who owned something for you this week?"
[[prompt]]
value = "listen"
text = "What did a guest really want?"

[[theme]]
key = "advent"
name = "Advent"
values = ["listen"]
first = 2026-11-30
last = 2026-12-24
factor = 3
goal = "Ten guests heard to the end"
goal_count = 10

[[reminder]]
key = "lead"
kind = "huddle"
audience = "leader"
ahead = "30 min"

[[team]]
key = "front-desk"
name = "Front desk"
department = "front-desk"
customers = "guests"
members = [
  { key = "ana", name = "Ana Costa" },
  { key = "ben", name = "Ben Okafor", days = "Mon-Fri" },
  { key = "caro", name = "Caro Lind" },
  { key = "dora", name = "Dora Szabo", leads = false },
  { key = "zoe", name = "Zoe Quill" },
]
[[team.huddle]]
key = "morning"
rule = "FREQ=DAILY"
start = "06:45"
[[team.huddle]]
key = "evening"
rule = "FREQ=WEEKLY;BYDAY=FR"
start = "18:00"

[[team]]
key = "kitchen"
name = "Kitchen"
department = "kitchen"
parent = "front-desk"
members = [ { key = "eli", name = "Eli Brandt" }, { key = "fay", name = "Fay Wu" } ]
[[team.huddle]]
rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
start = "10:00"
[[team.huddle]]
key = "round"
rule = "FREQ=MONTHLY;BYDAY=-1FR"
start = "14:00"
duration = "60 min"
template = "monthly"
"""
LATER = (
    PLAYBOOK.replace('  { key = "zoe"', '  { key = "gus", name = "Gus Hale" },\n  { key = "zoe"')
    + '\n[template.seat]\nenabled = false\n[template.round]\ntitle = "Round the table"\n'
)
MONDAY = date(2026, 11, 9)
FIRST, LAST = date(2026, 11, 1), date(2026, 12, 1)
AFTER = datetime(2026, 11, 28, 6, tzinfo=UTC)  # when all of it has happened
DAY = dt.timedelta(days=1)


class House:
    """Two weeks and a half of it."""

    def __init__(self, file: Path, toml: Path) -> None:
        self.now = datetime(2026, 11, 9, 6, tzinfo=UTC)
        self.book = hk.open(file, create=True, now=lambda: self.now)
        self.toml = toml
        toml.write_text(PLAYBOOK, encoding="utf-8")
        self.book.load(toml)
        feasts = [
            hk.Holiday(date(2026, 12, 1), "Restoration of Independence"),
            hk.Holiday(date(2026, 12, 25), "Christmas Day"),
        ]
        self.book.load_holidays("PT", feasts, source="pt.csv")
        told: list[Callable[[date], None]] = [self.stories, self.lessons, self.matters, self.answers]
        for n in range(15):
            day = MONDAY + n * DAY
            self.at(day, 6)
            if n < len(told):
                told[n](day)
            self.book.publish_all(day)
            if n % 2 == 0:
                self.hold(day)
            self.change(n, day)
        self.later()

    def at(self, day: date, hour: int, minute: int = 0) -> None:
        self.now = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)

    def stories(self, _day: date) -> None:
        book = self.book
        self.won = book.team("front-desk").win(
            "Ana carried a cello up four floors.",
            who=["ana", "ben"],
            values=["own-it"],
            by="caro",
            tags=["music"],
            touch_point="arrival",
            stage="before the stay",
            customer="a musician",
        )
        self.missed = book.team("front-desk").miss(
            "A guest waited forty minutes for towels.",
            values=["listen"],
            by="ben",
            promise="You never have to ask twice.",
        )
        book.team("front-desk").win("Zoe Quill found the ring.", who=["zoe"], values=["own-it"])

    def lessons(self, day: date) -> None:
        book = self.book
        self.learned = book.team("front-desk").lesson(
            "Two in the queue hear the room number.",
            change="We write it down.",
            importance=2,
            value="listen",
            story=self.missed.id,
        )
        kept = book.team("front-desk").lesson("Towels are counted at night.", audience=hk.Audience.EVERYONE)
        self.alike = kept, book.team("front-desk").lesson("Towels get counted each night.")
        self.laundry = book.team("front-desk").commit(
            "ana", "Call the laundry back", due=day + 2 * DAY, for_customer=True
        )
        self.umbrellas = book.team("front-desk").commit("ben", "Order umbrellas", due=day + DAY)
        book.team("front-desk").note("Fire drill at eleven", day=day, source="front office system")

    def matters(self, day: date) -> None:
        book = self.book
        book.journal().put_right(self.missed.id, hk.Recovery.HEARD, by="ana", day=day)
        book.journal().edit(self.won.id, text="Ana carried a guest's cello up four floors.", by="caro")
        book.journal().renegotiate(self.umbrellas.id, day + 5 * DAY, "the shop was closed")
        self.asked = book.journal().hand_off(self.missed.id, "kitchen", "Who counts the towels?")
        book.proposals().add(
            hk.ProposalKind.BEHAVIOUR,
            "Writes the number down.",
            value="listen",
            story=self.missed.id,
            by="ana",
        )
        book.people().set_consent("dora", celebrated=False)

    def answers(self, day: date) -> None:
        book = self.book
        book.journal().kept(self.laundry.id)
        kept, same = self.alike
        book.journal().merge(same.id, kept.id)
        book.journal().answer(self.asked.id, "Eli does.", by="eli")
        book.team("kitchen").tell(hk.StoryKind.BENCHMARK, "The bakery remembers names.")
        book.team("kitchen").tell(hk.StoryKind.IMPROVEMENT, "Labels face the front.", by="fay")
        book.people().away("caro", day + DAY, day + 3 * DAY)
        book.proposals().accept(book.proposals().list()[0].id)

    def hold(self, day: date) -> None:
        huddle = f"front-desk/{day}/morning"
        self.at(day, 6, 45)
        self.book.huddle(huddle).start()
        self.at(day, 6, 47)
        self.book.huddle(huddle).next()
        self.book.huddle(huddle).present([person.key for person in self.book.huddle(huddle).expected()][:4])
        self.at(day, 6, 50)
        self.book.huddle(huddle).next()
        self.at(day, 6, 55)
        made = [hk.NewCommitment("ana", "Ask the night shift", due=day + 9 * DAY)]
        self.book.huddle(huddle).finish(commitments=made if day == MONDAY + 4 * DAY else [])

    def change(self, n: int, day: date) -> None:
        book = self.book
        huddle = f"front-desk/{day}/morning"

        def ahead(days: int) -> str:
            return f"front-desk/{day + days * DAY}/morning"

        if n == 5:
            self.at(day, 7)
            book.huddle(huddle).cancel("flood in the hall")
        elif n == 7:
            there = {person.key for person in book.huddle(ahead(4)).expected()}
            book.huddle(ahead(3)).skip(hk.Role.LEAD)
            book.huddle(ahead(4)).swap("caro" if "caro" in there else "ana", hk.Role.SEAT)
            book.huddle(ahead(5)).move(datetime(2026, 11, 21, 9), "the lift is serviced")
        elif n == 9:
            self.at(day, 6, 20)
            (first,) = book.outbox().lease(limit=1)
            book.outbox().delivered(first.id, "HOOK")
            book.outbox().acknowledge(first.id)
        elif n == 11:
            there = {person.key for person in book.huddle(huddle).expected()}
            book.huddle(huddle).revise("Ben is ill", away=["ben"] if "ben" in there else [])

    def later(self) -> None:
        book = self.book
        self.at(date(2026, 11, 24), 6)
        self.toml.write_text(LATER, encoding="utf-8")
        book.load(self.toml)
        roster = [hk.RosterLine(date(2026, 11, 28), "morning", key) for key in ("ana", "dora")]
        book.team("front-desk").load_roster(roster)
        book.journal().retire(self.learned.id, "it is in the checklist")
        book.feed(team="front-desk")
        last = date(2026, 11, 27)
        self.at(last, 14, 10)
        book.team("kitchen").publish(last, huddle="round")
        said = hk.RoundAnswer("eli", improvement="Knives back at once", learned="Salt is too much")
        book.huddle(f"kitchen/{last}/round").collect_round([said])
        self.now = AFTER
        book.people().forget("zoe")


def plain(value: Any) -> Any:
    """As JSON can say it: a value's fields by name."""
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(type(value), "__members__"):
        return value.name
    names = [name for name in dir(value) if not name.startswith("_")]
    fields = {name: getattr(value, name) for name in names}
    return {name: plain(field) for name, field in fields.items() if not callable(field)}


def all_said(book: hk.Book) -> dict[str, Any]:
    """What the book answers, by team."""
    said = {}
    for team in [team.key for team in book.teams()]:
        calendar = book.team(team).calendar(FIRST, LAST)
        stored = [h.id for h in calendar if h.state.name in ("PUBLISHED", "ASSUMED_HELD", "COMPLETED")]
        said[team] = {
            "stories": plain(book.team(team).stories(FIRST, LAST)),
            "open_misses": plain(book.team(team).open_misses()),
            "lessons": plain(book.team(team).lessons(only_active=False)),
            "standings": plain(book.journal().recall(team)),
            "commitments": plain(book.team(team).commitments(only_open=False)),
            "hand_offs": plain(book.team(team).hand_offs()),
            "calendar": plain(calendar),
            "agendas": [
                json.loads(agenda.to_json()) for id in stored for agenda in book.huddle(id).revisions()
            ],
            "exposure": plain(book.team(team).exposure()),
            "absences": plain(book.team(team).absences(FIRST, LAST)),
            "turns": plain(book.team(team).rota(hk.Role.LEAD, 5)),
            "deliveries": plain(book.outbox().deliveries(team, FIRST, LAST)),
        }
    return said


def main() -> None:
    folder = Path(sys.argv[1])
    file, toml = folder / "new.huddle", folder / "new.toml"
    file.unlink(missing_ok=True)
    book = House(file, toml).book
    said, journal = json.dumps(all_said(book), indent=1, sort_keys=True), book.export_jsonl()
    book.close()
    with closing(sqlite3.connect(file)) as small:  # pages of 4 KiB are mostly empty in so small a book
        small.execute("PRAGMA journal_mode = DELETE")
        small.execute("PRAGMA page_size = 512")
        small.execute("VACUUM")
        ((schema,),) = small.execute("PRAGMA user_version").fetchall()
    name = f"v{schema}"
    file.rename(folder / f"{name}.huddle")
    toml.rename(folder / f"{name}.toml")
    (folder / f"{name}.json").write_text(said + "\n", encoding="utf-8")
    (folder / f"{name}.jsonl").write_text(journal, encoding="utf-8")


if __name__ == "__main__":
    main()
