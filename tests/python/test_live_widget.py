"""The live huddle in a notebook, without a browser: messages as the page sends them, and the book."""

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from desk import PLAYBOOK, day, desk, huddle

import huddlekit as hk

pytest.importorskip("anywidget")
from huddlekit.notebook import LiveWidget  # noqa: E402
from huddlekit.notebook.clicks import CLICKS  # noqa: E402

START = datetime(2026, 11, 23, 6, 45, tzinfo=UTC)


class Desk:
    """A book with a clock of its own, and a widget on its huddle of Monday."""

    def __init__(self, path: str = ":memory:") -> None:
        self.now = START
        self.path = path
        self.book = desk(path, now=lambda: self.now)
        self.book.team("front-desk").lesson("Ask which bed before the key is cut", day=day(-3))
        self.widget = LiveWidget(self.book, huddle(0))

    def click(self, do: str, after: float = 0, **fields: object) -> None:
        self.now += timedelta(seconds=after)
        self.widget._clicked(self.widget, {"do": do} | fields, [])

    def restart_kernel(self) -> None:
        self.book.close()
        self.book = hk.open(self.path, now=lambda: self.now)
        self.widget = LiveWidget(self.book, huddle(0))

    def current(self) -> str:
        return self.widget.shown["segments"][self.widget.shown["current"]]["key"]


def test_a_whole_huddle_by_clicks_with_a_restarted_kernel_in_the_middle(tmp_path):
    at = Desk(str(tmp_path / "a.huddle"))
    promise = at.book.team("front-desk").commit("ben", "Order a second trolley", due=day(0), made=day(-3))
    leads = at.book.team("front-desk").plan(day(0), day(1))[0].facilitator.key
    away = next(p["key"] for p in at.widget.shown["people"] if p["key"] != leads)
    at.click("tap", who=away)  # before it has begun
    at.click("start")
    at.click("next", after=40)
    at.click("win", text="Found the ring", who=["ana"], values=["own-it"])
    at.click("kept", id=promise.id)
    at.click("next", after=100)
    assert at.current() == "lesson"
    at.click("rate", rating="with help")
    at.click("pause", after=30)

    at.restart_kernel()
    shown = at.widget.shown
    assert (shown["phase"], at.current(), shown["rating"]) == ("paused", "lesson", "with help")
    assert [p["key"] for p in shown["people"] if not p["here"]] == [away]
    assert next(s for s in shown["segments"] if s["key"] == "lesson")["took"] == 30

    at.click("resume", after=600)  # a paused clock counts nothing
    at.click("commit", who="caro", text="Ring room 204", due=str(day(1)), for_customer=True)
    at.click("cut", segment="seat", cut=True)
    at.click("finish", after=20)
    assert (at.widget.problem, at.widget.shown["phase"]) == ("", "held")
    assert at.widget.calls == [
        f"book.huddle('{huddle(0)}').resume()",
        "book.team('front-desk').commit('caro', 'Ring room 204', due=date(2026, 11, 24), for_customer=True)",
        f"book.huddle('{huddle(0)}').cut('seat', cut=True)",
        f"book.huddle('{huddle(0)}').finish()",
    ]

    live = at.book.huddle(huddle(0)).live()
    assert at.book.huddle(huddle(0)).entry().state is hk.HuddleState.COMPLETED
    assert {s.key: s.took for s in live.state.segments if s.took} == {"open": 40, "value": 100, "lesson": 50}
    assert away not in [p.key for p in live.attended]
    assert live.lesson_rating is hk.Rating.HARD
    [win] = at.book.team("front-desk").stories(day(0), day(1))
    assert (win.text, win.values, [p.key for p in win.who]) == ("Found the ring", ["own-it"], ["ana"])
    [open_] = at.book.team("front-desk").commitments()
    assert (open_.text, open_.for_customer) == ("Ring room 204", True)


@pytest.mark.heavy
def test_a_kernel_killed_between_click_and_answer_has_done_what_was_clicked(tmp_path):
    at = Desk(str(tmp_path / "a.huddle"))
    at.click("start")
    at.book.close()
    child = f"""if True:
        import os, signal
        import huddlekit as hk
        from datetime import UTC, datetime
        from huddlekit.notebook import LiveWidget

        clock = lambda: datetime(2026, 11, 23, 6, 46, tzinfo=UTC)
        widget = LiveWidget(hk.open({at.path!r}, now=clock), {huddle(0)!r})
        widget.refresh = lambda: os.kill(os.getpid(), signal.SIGKILL)
        widget._clicked(widget, {{"do": "next"}}, [])
    """
    died = subprocess.run([sys.executable, "-W", "ignore", "-c", child], check=False)
    assert died.returncode == -signal.SIGKILL
    at.now += timedelta(seconds=90)
    at.restart_kernel()
    assert (at.widget.shown["phase"], at.current()) == ("running", "value")
    assert at.widget.shown["elapsed"] == 90


def test_every_click_is_shown_as_a_call_that_does_the_same():
    clicked, called = Desk(), Desk()
    for message in [
        {"do": "tap", "who": "dora"},
        {"do": "rate", "rating": "easily"},
        {"do": "start"},
        {"do": "tap", "who": "caro"},
        {"do": "miss", "text": 'The "late" key'},
        {"do": "lesson", "text": "It's the printer"},
        {"do": "finish"},
    ]:
        clicked.click(**message)
    for call in clicked.widget.calls:
        eval(call, {"book": called.book, "hk": hk, "date": day(0).__class__})
    assert called.book.huddle(huddle(0)).live() == clicked.book.huddle(huddle(0)).live()
    assert called.book.team("front-desk").lessons() == clicked.book.team("front-desk").lessons()
    [one], [other] = (b.team("front-desk").stories(day(0), day(1)) for b in (clicked.book, called.book))
    assert one == other


def test_a_leader_who_is_not_here_is_asked_for():
    at = Desk()
    leads = at.book.team("front-desk").plan(day(0), day(1))[0].facilitator
    assert not at.widget.shown["ask_leader"]
    at.click("start")
    at.click("tap", who=leads.key)
    assert at.widget.shown["ask_leader"]
    at.click("finish", after=60)
    assert (at.widget.problem, at.widget.shown["phase"]) == (
        f"Choose who led: {leads.name} is not here.",
        "running",
    )
    at.click("led_by", who=leads.key)
    assert at.widget.shown["led_by"] is None  # not here
    at.click("led_by", who="caro")
    at.click("finish")
    assert at.widget.shown["phase"] == "held"
    assert at.widget.calls[-1] == f"book.huddle('{huddle(0)}').finish(led_by='caro')"


def test_a_lesson_is_rated_where_one_came_back():
    at = Desk()
    assert at.widget.shown["ratings"] == ["not remembered", "with help", "remembered", "easily"]
    book = desk(now=lambda: START)
    book.team("front-desk").miss("The key card failed", day=day(-1))
    widget = LiveWidget(book, huddle(0))
    assert "lesson" in [s["key"] for s in widget.shown["segments"]]  # what we learn from the miss
    assert widget.shown["ratings"] == []
    widget._clicked(widget, {"do": "start"}, [])
    widget._clicked(widget, {"do": "rate", "rating": "easily"}, [])
    assert widget.problem == "rating: the huddle has no lesson to rate, got 4"
    widget._clicked(widget, {"do": "finish"}, [])
    assert (widget.problem, widget.shown["phase"]) == ("", "held")


def test_only_those_expected_are_there_to_be_tapped():
    at = Desk()
    at.book.people().away("dora", day(0), day(0))
    at.click("refresh")
    assert [p["key"] for p in at.widget.shown["people"]] == ["ana", "ben", "caro"]
    assert len(at.widget.shown["members"]) == 4
    at.click("tap", who="dora")
    assert at.widget.problem == "who: must be somebody who is expected, got 'dora'"


def test_a_late_huddle_says_by_how_much_and_what_to_cut():
    at = Desk()
    at.click("start")
    at.click("refresh", after=420)
    shown, clock = at.widget.shown, at.book.huddle(huddle(0)).live().clock
    now = shown["segments"][0]
    assert (now["took"], now["length"]) == (420, now["planned"])
    assert now["took"] - now["length"] == -clock.left
    assert shown["late"] == clock.late > 200
    assert [s["key"] for s in shown["segments"] if s["to_cut"]] == [
        shown["segments"][i]["key"] for i in clock.cut
    ]
    assert clock.cut


def test_a_huddle_that_ended_elsewhere_waits_to_be_recorded():
    at = Desk()
    at.book.huddle(huddle(0)).start()
    for _ in at.widget.shown["segments"]:
        at.book.huddle(huddle(0)).next()
    at.click("refresh")
    assert at.widget.shown["phase"] == "over"
    at.click("finish")
    assert at.widget.shown["phase"] == "held"


def test_a_moved_huddle_is_held_on_its_new_day():
    book = hk.open(":memory:", create=True, now=lambda: START)
    book.load(hk.parse_playbook(PLAYBOOK.replace("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO"), name="desk"))
    book.team("front-desk").publish(day(0))
    book.huddle(huddle(0)).move(datetime(2026, 11, 24, 9, 45), "Fire drill")
    widget = LiveWidget(book, huddle(0))
    assert widget.shown["when"] == "Tuesday 24 November, 09:45"
    assert widget.shown["next_day"] == str(day(2))


def test_a_cancelled_huddle_says_so():
    at = Desk()
    at.book.team("front-desk").publish(day(0))
    at.book.huddle(huddle(0)).cancel("Fire drill")
    at.click("refresh")
    assert at.widget.shown["phase"] == "cancelled"
    at.click("start")
    assert "cancelled" in at.widget.problem
    with pytest.raises(hk.ConflictError, match="is cancelled"):
        LiveWidget(at.book, huddle(0))


GOOD = {
    "cut": {"segment": "seat", "cut": True},
    "tap": {"who": "ana"},
    "led_by": {"who": "ana"},
    "rate": {"rating": "easily"},
    "win": {"text": "A win", "who": [], "values": []},
    "miss": {"text": "A miss"},
    "lesson": {"text": "A lesson"},
    "commit": {"who": "ana", "text": "Ring", "due": "2026-11-24", "for_customer": False},
    "kept": {"id": 1},
    "missed": {"id": 1, "reason": "No time"},
}
ODD = [
    None,
    5,
    -1,
    2**80,
    1.5,
    True,
    "",
    "\ud800",
    "<b>",
    "\0",
    "x" * 10_000,
    [],
    ["nobody"],
    [5],
    {},
    "0001-01-01",
]


def test_wrong_messages_say_what_is_wrong_and_raise_nothing():
    at = Desk()
    at.click("start")
    for message in (None, 5, [], {}, {"do": None}, {"do": ["start"]}, {"do": "close"}, {"do": "__init__"}):
        at.widget._clicked(at.widget, message, [])
        assert at.widget.problem.startswith("click: must be one of refresh, start")
    assert set(GOOD) == {do for do, fields in CLICKS.items() if fields}
    for do, fields in GOOD.items():
        for name in fields:
            at.click(do, **{key: value for key, value in fields.items() if key != name})
            assert at.widget.problem.startswith(f"{name}: "), (do, name)
            for odd in ODD:
                before = len(at.widget.calls)
                at.click(do, **(fields | {name: odd}))
                done = len(at.widget.calls) == before + 1 or (do == "led_by" and isinstance(odd, str))
                assert done or at.widget.problem, (do, name, odd)
                at.widget.calls = []


def test_a_closed_book_is_a_problem_not_a_traceback():
    at = Desk()
    at.book.close()
    for do in ("refresh", "start"):
        at.click(do)
        assert "the book is closed" in at.widget.problem


def test_an_unknown_huddle_is_refused_at_once():
    with pytest.raises(hk.NotFoundError):
        LiveWidget(desk(), "front-desk/2026-11-23/evening")
    with pytest.raises(hk.HuddleError):
        LiveWidget(desk(), "nonsense")


def test_a_team_gives_the_widget_of_its_first_huddle_today():
    book = desk()
    assert book.team("front-desk").hold().shown["huddle"] == huddle(0)
    quiet = hk.open(":memory:", create=True, now=lambda: START)
    quiet.load(hk.parse_playbook(PLAYBOOK.replace("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=FR"), name="desk"))
    with pytest.raises(hk.NotFoundError, match="has none on 2026-11-23"):
        quiet.team("front-desk").hold()


def test_names_with_markup_reach_the_page_as_they_are():
    """The page makes text of them; tried in a browser."""
    name = '<img src=x onerror="alert(1)">'
    book = hk.open(":memory:", create=True, now=lambda: START)
    book.load(hk.parse_playbook(PLAYBOOK.replace('"Ana Costa"', f"'{name}'"), name="desk"))
    assert LiveWidget(book, huddle(0)).shown["members"][0]["name"] == name
