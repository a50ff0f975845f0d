"""Opens books that somebody has damaged, and calls everything.

    python tests/python/damaged.py FOLDER SEED COUNT

Fails at the first that ends in anything but an answer or an error of ours; a crash or a call without an end
leaves the seed that was on in `last-seed.txt`.
"""

import faulthandler
import random
import shutil
import sqlite3
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from desk import early_on_monday

import huddlekit as hk

MONDAY = date(2026, 11, 23)
VALUES: list[Any] = [
    0, 1, -1, 2, 7, 2**31, 2**32, 2**63 - 1, -(2**63), 1e300, "", "x", "0", "-1", "9:1+ 9:0-", "1:", ":", " ",
    "[]", "[[[[", "{", "[1]", '["a"]', "2026-11-23", "0001-01-01", "9999-12-31", "2026-02-30", "\x01", "\x03",
    "\x011\x02", "\x0e", "\x0eopen.leads\x1f\x0f", "\x0e" * 500, "é" * 300, "../../x", None, b"\xff\xfe", b"",
    "UTC", "Europe/Nowhere",
    "FREQ=DAILY;INTERVAL=999999999", "FREQ=YEARLY;BYYEARDAY=366", "RRULE", "win", "published",
]  # fmt: skip


def base(path: Path) -> None:
    """A book with something of everything in it."""
    now = early_on_monday()
    for old in path.parent.glob(path.name + "*"):
        old.unlink()
    with hk.open(path, create=True, now=lambda: now) as book:
        book.load_pack("harbour-hotel")
        for n, team in enumerate(book.teams()):
            who = next(t for t in book.playbook().teams if t.key == team.key).members[0].key
            team.win("It went well.", who=[who], values=["make-it-easy"], tags=["a", "b"])
            miss = team.miss("It did not.", promise="by noon")
            team.lesson("It can be learned.", change="We do.", value="make-it-easy")
            team.commit(who, "To do it.", due=MONDAY + timedelta(days=n), for_customer=n % 2 == 0)
            team.note("The lift is out.")
            if team.key != "front-desk":
                book.journal().hand_off(miss.id, "front-desk", "Who does?")
            if n == 0:
                book.people().away(who, MONDAY + timedelta(days=2), MONDAY + timedelta(days=3))
        for n in range(4):
            day = MONDAY + timedelta(days=n)
            now = datetime.combine(day, now.timetz())
            for agenda in book.publish_all(day):
                if n < 2:
                    book.huddle(agenda.id).complete(took=500)
        book.outbox().lease()
        book.feed()
        book.huddle(book.agendas(day)[0].id).start()


def damage(path: Path, choose: random.Random) -> str:
    kind = choose.randrange(4)
    if kind == 0:
        data = bytearray(path.read_bytes())
        for _ in range(choose.randrange(1, 12)):
            data[choose.randrange(len(data))] ^= 1 << choose.randrange(8)
        path.write_bytes(data)
        return "bits"
    if kind == 1:
        data = bytearray(path.read_bytes())
        page = choose.randrange(len(data) // 4096) * 4096
        if choose.random() < 0.3:
            path.write_bytes(data[: page or 100])
            return "cut"
        fill = choose.choice([bytes(4096), choose.randbytes(4096)])
        data[page : page + 4096] = fill
        path.write_bytes(data)
        return "page"
    db = sqlite3.connect(path)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA ignore_check_constraints = ON")
    tables = [
        t
        for (t,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'")
    ]
    done = []
    for _ in range(choose.randrange(1, 4)):
        table = choose.choice(tables)
        column = choose.choice([row[1] for row in db.execute(f"PRAGMA table_info({table})")])
        value = choose.choice(VALUES)
        try:
            if choose.random() < 0.1:
                db.execute(f"DELETE FROM {table} WHERE random() % 2 = 0")
            else:
                some = "" if choose.random() < 0.5 else " WHERE random() % 3 = 0"
                db.execute(f"UPDATE {table} SET {column} = ?{some}", (value,))
            done.append(f"{table}.{column} = {value!r:.30}")
        except sqlite3.Error:
            pass
    db.commit()
    db.close()
    return "; ".join(done)


def calls(book: hk.Book) -> Iterator[Callable[[], Any]]:
    day = MONDAY + timedelta(days=3)
    yield lambda: [book.playbook().to_json(), book.teams(), book.holidays()]
    yield lambda: [(a.to_text(), a.to_html(), a.to_json(), repr(a)) for a in book.agendas(day)]
    yield lambda: [book.huddle(e.id).revisions() for t in book.teams() for e in t.calendar(MONDAY, day)]
    for team in ("front-desk", "kitchen", "housekeeping"):
        yield lambda team=team: book.team(team).plan(day, day + timedelta(days=9))
        yield lambda team=team: [book.team(team).rota(role) for role in hk.Role]
        yield lambda team=team: book.team(team).stories(MONDAY, day)
        yield lambda team=team: [book.team(team).lessons(), book.team(team).commitments(only_open=False)]
        yield lambda team=team: [
            book.team(team).exposure(),
            book.team(team).hand_offs(),
            book.team(team).notes(day),
        ]
        yield lambda team=team: book.team(team).leader_note(day, book.team(team).calendar(day, day)[0].huddle)
        yield lambda team=team: [book.journal().recall(team), book.journal().lesson_load(team)]
        yield lambda team=team: book.report(team, MONDAY - timedelta(days=30), day, private=True).to_html()
        yield lambda team=team: book.outbox().deliveries(team, MONDAY, day)
    yield lambda: book.report(None, MONDAY - timedelta(days=30), day).to_text()
    yield lambda: book.feed()
    yield lambda: [hit.snippet for hit in book.search("went")]
    yield lambda: book.export_jsonl()
    yield lambda: [book.export_csv(kind) for kind in hk.CsvKind]
    yield lambda: book.outbox().pending()
    yield lambda: book.journal().calls()
    yield lambda: [book.people().data_of(m.key) for t in book.playbook().teams[:2] for m in t.members[:2]]
    yield lambda: book.publish_all(day + timedelta(days=1))
    yield lambda: [book.huddle(a.id).revise("anew") for a in book.agendas(day)]
    yield lambda: [book.huddle(a.id).next() for a in book.agendas(day)]
    yield lambda: [book.huddle(a.id).finish() for a in book.agendas(day)]
    yield lambda: [book.huddle(a.id).cancel("storm") for a in book.agendas(day + timedelta(days=1))]
    yield lambda: [book.huddle(a.id).amend(took=300) for a in book.agendas(MONDAY)]
    yield lambda: book.journal().rebuild_recall()
    yield lambda: book.team("kitchen").win("Told later", who=[])
    yield lambda: book.outbox().lease()
    yield lambda: book.load_pack("harbour-hotel")
    yield lambda: [book.people().forget(m.key) for t in book.playbook().teams[:1] for m in t.members[:1]]


def main() -> None:
    folder, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    faulthandler.enable()
    whole = folder / "whole.huddle"
    base(whole)
    answered = refused = 0
    now = early_on_monday() + timedelta(days=3)
    for n in range(seed, seed + count):
        choose = random.Random(n)
        (folder / "last-seed.txt").write_text(str(n))
        faulthandler.dump_traceback_later(60, exit=True)
        path = folder / "damaged.huddle"
        for old in folder.glob("damaged.huddle*"):
            old.unlink()
        shutil.copy(whole, path)
        what = damage(path, choose)
        try:
            with hk.open(path, now=lambda: now) as book:
                for call in calls(book):
                    try:
                        call()
                        answered += 1
                    except (
                        hk.HuddleError,
                        IndexError,
                    ) as error:  # IndexError: of the list comprehensions above
                        if isinstance(error, IndexError) and "list index" not in str(error):
                            raise
                        refused += 1
        except hk.HuddleError:
            refused += 1
        except Exception:
            print(f"seed {n}: {what}")
            traceback.print_exc(file=sys.stdout)
            sys.exit(1)
    faulthandler.cancel_dump_traceback_later()
    print(f"{answered} calls were answered, {refused} refused")


if __name__ == "__main__":
    main()
