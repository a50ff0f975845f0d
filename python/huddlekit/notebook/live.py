"""The live huddle as a widget: its buttons are calls of the book, its state is the book's."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from huddlekit import Book, HuddleError, LivePhase, NotFoundError, Person, Rating
from huddlekit import Segment as AgendaSegment

HERE = Path(__file__).parent
RATINGS = {
    "not remembered": Rating.AGAIN,
    "with help": Rating.HARD,
    "remembered": Rating.GOOD,
    "easily": Rating.EASY,
}


class LiveWidget(anywidget.AnyWidget):
    """Holds one huddle by clicking: start, next, pause, finish, and one-line forms for what comes up.

    >>> book.team("front-desk").live()           # at the end of a cell

    How far the huddle has come is kept by the book after every click, so a restarted kernel or a closed
    laptop goes on where it was: run the cell again. `shown` is everything on the screen as plain data;
    `calls` are the calls that the clicks have made, the last one at the end. One person clicks at a
    time; others may have the same huddle open and see it as of their last click.
    """

    _esm = HERE / "live.js"
    _css = HERE / "live.css"

    shown = traitlets.Dict().tag(sync=True)
    calls = traitlets.List(traitlets.Unicode()).tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)

    def __init__(self, book: Book, huddle: str) -> None:
        super().__init__()
        self._book = book
        self._huddle = huddle
        team, day, _ = huddle.split("/", 2)
        self._team, self._day = team, dt.date.fromisoformat(day)
        self._members = {m.key: m.name for t in book.playbook().teams if t.key == team for m in t.members}
        self._here: set[str] | None = None  # None until somebody is tapped: as planned
        self._rating: str | None = None
        self.on_msg(self._clicked)
        self.refresh()

    def refresh(self) -> None:
        """Shows how the huddle stands now. Reads only."""
        book = self._book
        live = book.live(self._huddle)
        if live is not None:
            agenda, state, clock = live.agenda, live.state, live.clock
        else:
            agenda = next((a for a in book.plan(self._team, self._day, self._day + dt.timedelta(days=1))
                           if a.id == self._huddle), None)  # fmt: skip
            if agenda is None:
                raise NotFoundError(f"huddle: none on that day, got {self._huddle!r}")
            state = clock = None
        kinds = {segment.kind.name.lower().replace("_", "-"): segment for segment in agenda.segments}
        if state is None:
            steps = [
                {"key": key, "planned": segment.seconds, "took": 0, "dropped": False}
                for key, segment in kinds.items()
                if key != "finish-early"
            ]
        else:
            steps = [
                {
                    "key": s.key,
                    "planned": s.planned,
                    "took": s.took,
                    "dropped": s.dropped,
                }
                for s in state.segments
            ]
        for i, step in enumerate(steps):
            step |= told(kinds[step["key"]])
            step["length"] = clock.lengths[i] if clock else step["planned"]
            step["to_cut"] = clock is not None and i in clock.cut
        self.shown = {
            "huddle": self._huddle,
            "title": " · ".join(filter(None, (agenda.team_name, agenda.huddle_name))),
            "when": f"{agenda.local_start:%A} {agenda.day.day} {agenda.local_start:%B, %H:%M}",
            "value": agenda.value_name,
            "leads": agenda.facilitator.name if agenda.facilitator else "",
            "phase": (state.phase if state else LivePhase.READY).name.lower(),
            "timebox": agenda.timebox,
            "elapsed": clock.elapsed if clock else 0,
            "late": clock.late if clock else 0,
            "current": state.current if state else 0,
            "segments": steps,
            "people": [
                {"key": key, "name": name, "here": self._here is None or key in self._here}
                for key, name in self._members.items()
            ],
            "tapped": self._here is not None,
            "ratings": list(RATINGS) if "lesson" in kinds else [],
            "rating": self._rating,
            "commitments": [
                {"id": c.id, "who": c.who.name, "text": c.text, "due": f"{c.due:%a} {c.due.day} {c.due:%b}"}
                for c in book.commitments(self._team)
            ],
            "values": [{"key": v.key, "name": v.name} for v in book.playbook().values],
        }

    def _clicked(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        self.problem = ""
        try:
            self._do(message)
        except (HuddleError, ValueError) as error:
            self.problem = str(error)
        try:
            self.refresh()
        except HuddleError as error:
            self.problem = str(error)

    def _do(self, message: dict[str, Any]) -> None:
        what = message.get("do")
        match what:
            case "start" | "next_segment" | "pause" | "resume":
                self._call(what, self._huddle)
            case "cut":
                self._call("cut", self._huddle, message["segment"], cut=bool(message["cut"]))
            case "finish":
                self._finish()
            case "win":
                named = {"who": message["who"]} if message.get("who") else {}
                values = {"values": [message["value"]]} if message.get("value") else {}
                self._call("win", self._team, message["text"], **named, **values)
            case "miss":
                self._call("miss", self._team, message["text"])
            case "lesson":
                self._call("lesson", self._team, message["text"])
            case "commit":
                due = dt.date.fromisoformat(message["due"])
                self._call("commit", self._team, message["who"], message["text"], due=due)
            case "kept":
                self._call("kept", int(message["id"]))
            case "missed":
                self._call("missed", int(message["id"]), message["reason"])
            case "tap":
                here = set(self._members) if self._here is None else self._here
                self._here = here ^ {message["who"]}
            case "rate":
                self._rating = message["rating"]
            case "refresh":
                pass
            case _:
                raise ValueError(f"click: must be one that the widget knows, got {what!r}")

    def _finish(self) -> None:
        details: dict[str, Any] = {}
        if self._here is not None:
            details["attended"] = [key for key in self._members if key in self._here]
        if self._rating is not None:
            details["lesson_rating"] = RATINGS[self._rating]
        self._call("finish", self._huddle, **details)

    def _call(self, name: str, *arguments: object, **keywords: object) -> None:
        """Makes the call, and shows it as it would be written."""
        function: Callable[..., object] = getattr(self._book, name)
        function(*arguments, **keywords)
        written = [written_as(a) for a in arguments]
        written += [f"{key}={written_as(value)}" for key, value in keywords.items()]
        self.calls = [*self.calls[-49:], f"book.{name}({', '.join(written)})"]


def written_as(value: object) -> str:
    """The value as one writes it in a notebook."""
    if isinstance(value, dt.date):
        return f"date({value.year}, {value.month}, {value.day})"
    return f"hk.Rating.{value.name}" if isinstance(value, Rating) else repr(value)


def told(segment: AgendaSegment) -> dict[str, Any]:
    return {
        "title": segment.title,
        "text": segment.text,
        "why": segment.why,
        "who": [name(person) for person in segment.who],
        "points": [{"label": point.label, "text": point.text} for point in segment.points],
    }


def name(person: Person) -> str:
    return person.name
