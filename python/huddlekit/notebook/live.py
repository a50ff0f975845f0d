"""The live huddle as a widget: its buttons are calls of the book, its state is the book's."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from huddlekit import (
    Agenda,
    Book,
    ConflictError,
    Huddle,
    HuddleError,
    HuddleState,
    Journal,
    LiveHuddle,
    LivePhase,
    NotFoundError,
    Rating,
    Segment,
    SegmentKind,
    Team,
)
from huddlekit.ratings import RATINGS

from . import clicks

HERE = Path(__file__).parent
DAY = dt.timedelta(days=1)


class LiveWidget(anywidget.AnyWidget):
    """Holds one huddle by clicking: start, next, pause, finish, and one-line forms for what comes up.

    >>> book.team("front-desk").hold()           # at the end of a cell

    Once the huddle has begun, the book keeps after every click how far it has come, who is there and how
    the lesson went, so a restarted kernel or a closed laptop goes on where it was: run the cell again.
    `shown` is everything on the screen as plain data; `calls` are the calls that the clicks have made,
    the last one at the end; `problem` is why the last click did nothing. One person clicks at a
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
        self._team = book.huddle(huddle).entry().team
        # Noted before the huddle begins; from then on the book has them. None: nobody was tapped.
        self._here: list[str] | None = None
        self._rating: Rating | None = None
        self._led_by: str | None = None
        self.on_msg(self._clicked)
        self.refresh()

    def refresh(self) -> None:
        """Shows how the huddle stands now. Reads only."""
        book = self._book
        planned = book.huddle(self._huddle).entry()
        if planned.state is HuddleState.CANCELLED:  # it has no agenda any more
            if not self.shown:
                raise ConflictError(f"huddle {self._huddle}: is cancelled")
            self.shown = self.shown | {"phase": "cancelled"}
            return
        live = book.huddle(self._huddle).live()
        agenda = live.agenda if live else book.team(planned.team).agenda(planned.day, huddle=planned.huddle)
        if agenda is None:
            raise NotFoundError(f"huddle: not on the calendar any more, got {self._huddle!r}")
        clock = live.clock if live else None
        if live:
            here = None if live.attended is None else [person.key for person in live.attended]
            rating = live.lesson_rating
        else:
            here, rating = self._here, self._rating
        expected = book.huddle(self._huddle).expected()
        playbook = book.playbook()
        team = next(team for team in playbook.teams if team.key == self._team)
        leader = agenda.facilitator
        missed_leader = here is not None and (leader is None or leader.key not in here)
        self.shown = {
            "huddle": self._huddle,
            "title": " · ".join(filter(None, (agenda.team_name, agenda.huddle_name))),
            "when": f"{agenda.local_start:%A} {agenda.day.day} {agenda.local_start:%B, %H:%M}",
            "value": agenda.value_name,
            "leads": leader.name if leader else "",
            "phase": phase(planned.state, live),
            "timebox": agenda.timebox,
            "elapsed": clock.elapsed if clock else 0,
            "late": clock.late if clock else 0,
            "current": live.state.current if live else 0,
            "segments": segments(agenda, live),
            "people": [
                {"key": person.key, "name": person.name, "here": here is None or person.key in here}
                for person in expected
            ],
            "tapped": here is not None,
            "ask_leader": missed_leader and bool(here),
            "led_by": self._led_by if here and self._led_by in here else None,
            "members": [{"key": member.key, "name": member.name} for member in team.members],
            "ratings": list(RATINGS) if self._brings_back(agenda) else [],
            "rating": next((text for text, value in RATINGS.items() if value == rating), None),
            "commitments": [
                {"id": c.id, "who": c.who.name, "text": c.text, "due": f"{c.due:%a} {c.due.day} {c.due:%b}"}
                for c in book.team(self._team).commitments()
            ],
            "values": [{"key": v.key, "name": v.name} for v in playbook.values],
            "next_day": (planned.day + DAY).isoformat(),
        }

    def _brings_back(self, agenda: Agenda) -> bool:
        """Whether a lesson comes back, which can be rated; the segment may be about a new miss alone."""
        said = {p.text for s in agenda.segments if s.kind is SegmentKind.LESSON for p in s.points}
        return bool(said) and any(lesson.insight in said for lesson in self._book.team(self._team).lessons())

    def _clicked(self, _widget: object, message: object, _buffers: object) -> None:
        problem = self.problem = ""  # the same problem twice is news twice
        try:
            what, fields = clicks.read(message)
            self._do(what, **fields)
        except (HuddleError, ValueError) as error:
            problem = str(error)
        try:
            self.refresh()
        except (HuddleError, ValueError) as error:  # a book that was closed, or is gone
            problem = problem or str(error)
        self.problem = problem

    def _do(self, what: str, **fields: Any) -> None:
        match what:
            case "refresh":
                pass
            case "start":
                self._start()
            case "finish":
                self._finish()
            case "tap":
                self._tap(**fields)
            case "led_by":
                self._led_by = fields["who"] or None
            case "rate":
                self._rate(**fields)
            case "next" | "pause" | "resume":
                self._call(self._held(), what)
            case "cut":
                self._call(self._held(), "cut", fields["segment"], cut=fields["cut"])
            case "win":
                named = {key: fields[key] for key in ("who", "values") if fields[key]}
                self._call(self._book.team(self._team), "win", fields["text"], **named)
            case "miss" | "lesson":
                self._call(self._book.team(self._team), what, fields["text"])
            case "commit":
                more = {"for_customer": True} if fields["for_customer"] else {}
                due = dt.date.fromisoformat(fields["due"])
                team = self._book.team(self._team)
                self._call(team, "commit", fields["who"], fields["text"], due=due, **more)
            case "kept":
                self._call(self._book.journal(), "kept", fields["id"])
            case "missed":
                self._call(self._book.journal(), "missed", fields["id"], fields["reason"])

    def _held(self) -> Huddle:
        return self._book.huddle(self._huddle)

    def _start(self) -> None:
        self._call(self._held(), "start")
        if self._here is not None:
            self._call(self._held(), "present", self._here)
        if self._rating is not None:
            self._call(self._held(), "rate_lesson", self._rating)
        self._here = self._rating = None

    def _tap(self, who: str) -> None:
        everybody = [person.key for person in self._book.huddle(self._huddle).expected()]
        if who not in everybody:
            raise ValueError(f"who: must be somebody who is expected, got {who!r}")
        live = self._book.huddle(self._huddle).live()
        noted = live.attended if live else None
        before = [person.key for person in noted] if noted is not None else self._here
        here = set(everybody if before is None else before) ^ {who}
        now = [key for key in everybody if key in here] + sorted(here.difference(everybody))
        if live:
            self._call(self._held(), "present", now)
        else:
            self._here = now

    def _rate(self, rating: str) -> None:
        if rating not in RATINGS:
            raise ValueError(f"rating: must be one of {', '.join(RATINGS)}, got {rating!r}")
        if self._book.huddle(self._huddle).live():
            self._call(self._held(), "rate_lesson", RATINGS[rating])
        else:
            self._rating = RATINGS[rating]

    def _finish(self) -> None:
        # The book has the rest: who is there, how the lesson went, how long each segment took.
        if self.shown["ask_leader"] and not self.shown["led_by"]:
            raise ValueError("Choose who led: " + (f"{self.shown['leads']} is not here."
                             if self.shown["leads"] else "nobody was to."))  # fmt: skip
        details = {"led_by": self.shown["led_by"]} if self.shown["ask_leader"] else {}
        self._call(self._held(), "finish", **details)

    def _call(self, of: Huddle | Team | Journal, name: str, *arguments: object, **keywords: object) -> None:
        """Makes the call, and shows it as it would be written."""
        function: Callable[..., object] = getattr(of, name)
        function(*arguments, **keywords)
        written = [written_as(a) for a in arguments]
        written += [f"{key}={written_as(value)}" for key, value in keywords.items()]
        self.calls = [*self.calls[-49:], f"{of!r}.{name}({', '.join(written)})"]


def written_as(value: object) -> str:
    """The value as one writes it in a notebook."""
    if isinstance(value, dt.date):
        return f"date({value.year}, {value.month}, {value.day})"
    return f"hk.Rating.{value.name}" if isinstance(value, Rating) else repr(value)


def phase(state: HuddleState, live: LiveHuddle | None) -> str:
    """Where the huddle is: `over` has ended and waits for `finish` to record it, `held` is recorded."""
    if state is HuddleState.COMPLETED:
        return "held"
    if live is None:
        return "ready"
    return "over" if live.state.phase is LivePhase.FINISHED else live.state.phase.name.lower()


def segments(agenda: Agenda, live: LiveHuddle | None) -> list[dict[str, Any]]:
    """The steps of the huddle in order, with their length as it stands and what to say."""
    kinds = {segment.kind.name.lower().replace("_", "-"): segment for segment in agenda.segments}
    if live is None:
        return [
            {"key": key, "planned": s.seconds, "length": s.seconds, "took": 0, "dropped": False}
            | {"to_cut": False}
            | told(s)
            for key, s in kinds.items()
            if key != "finish-early"
        ]
    clock = live.clock
    steps = []
    for i, (s, length) in enumerate(zip(live.state.segments, clock.lengths, strict=True)):
        now = i == live.state.current and live.state.phase is not LivePhase.FINISHED
        times = {
            "took": clock.took if now else s.took,
            "length": clock.took + clock.left if now else length,
            "dropped": s.dropped,
            "to_cut": i in clock.cut,
        }
        steps.append({"key": s.key, "planned": s.planned} | times | told(kinds[s.key]))
    return steps


def told(segment: Segment) -> dict[str, Any]:
    return {
        "title": segment.title,
        "text": segment.text,
        "why": segment.why,
        "who": [person.name for person in segment.who],
        "points": [{"label": point.label, "text": point.text} for point in segment.points],
    }
