"""
The C++ core of huddlekit.
"""

from __future__ import annotations

import collections.abc
import datetime
import enum
import os
import pathlib
import typing

__all__: list[str] = [
    "Absence",
    "Agenda",
    "AlikeLessons",
    "Audience",
    "BlameFinding",
    "BlameKind",
    "BlamelessCheck",
    "Book",
    "Cadence",
    "CalendarEntry",
    "Call",
    "Checkup",
    "CollectedRound",
    "Commitment",
    "CommitmentState",
    "Comparison",
    "ConflictError",
    "Consent",
    "CsvKind",
    "Delivery",
    "DeliveryOutcome",
    "Difference",
    "Email",
    "EntryKind",
    "ExposureRow",
    "Figure",
    "ForgetReport",
    "HandOff",
    "Health",
    "Holiday",
    "HolidayCalendar",
    "Huddle",
    "HuddleError",
    "HuddleState",
    "ImportReport",
    "InvalidArgumentError",
    "Journal",
    "KeptRate",
    "KeptReason",
    "KeptSide",
    "Lesson",
    "LessonLoad",
    "LessonReview",
    "LessonStanding",
    "LessonState",
    "Live",
    "LiveClock",
    "LiveHuddle",
    "LivePhase",
    "LiveSegment",
    "LiveState",
    "LoadReport",
    "Meeting",
    "Member",
    "MissForm",
    "MottoCheck",
    "NewCommitment",
    "NotFoundError",
    "Note",
    "Occurrence",
    "Organisation",
    "Outbox",
    "ParseError",
    "People",
    "Person",
    "Playbook",
    "Point",
    "Problem",
    "Prompt",
    "PromptKind",
    "Proposal",
    "ProposalKind",
    "ProposalState",
    "Proposals",
    "Rating",
    "Recall",
    "RecallState",
    "Recipient",
    "Recovery",
    "RecoveryStep",
    "Recurrence",
    "Reminder",
    "ReminderKind",
    "ReminderRule",
    "Renegotiation",
    "Report",
    "ReportCommitments",
    "ReportHandoffs",
    "ReportHeld",
    "ReportLessons",
    "ReportOf",
    "ReportPeople",
    "ReportReason",
    "ReportSegment",
    "ReportStaleness",
    "ReportStories",
    "ReportTheme",
    "ReportTime",
    "ReportValue",
    "ReportWeek",
    "Review",
    "Role",
    "RosterLine",
    "Rotation",
    "RoundAnswer",
    "Scope",
    "SearchHit",
    "Segment",
    "SegmentKind",
    "SegmentOverride",
    "SimulatedPerson",
    "SimulatedTime",
    "SimulatedValue",
    "Simulation",
    "StorageError",
    "Story",
    "StoryEdit",
    "StoryKind",
    "Team",
    "TeamDefinition",
    "Theme",
    "Timebox",
    "Touched",
    "Turn",
    "Value",
    "ValuePeriod",
    "build_info",
    "check_blameless",
    "check_motto",
    "compare",
    "languages",
    "miss_reasons",
    "open",
    "pack_names",
    "pack_text",
    "parse_holidays",
    "parse_playbook",
    "parse_roster",
    "plan_to_html",
    "plan_to_markdown",
    "plan_to_text",
    "read_playbook",
    "resolve_local",
    "simulate",
    "to_csv",
    "to_ics",
    "to_local",
    "to_rss",
    "usual_length",
    "zone_exists",
]

class Problem:
    """
    One thing wrong in a text or a file; lines and columns count from 1, 0 is unknown.
    """
    @staticmethod
    def from_json(text: str) -> Problem:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, file: str, rule: str, *, line: int = 0, column: int = 0) -> None: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def column(self) -> int: ...
    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def rule(self) -> str: ...

class HuddleError(Exception):
    """
    Base of every error of this library: one sentence that reads `argument: rule, got value`, its parts, and a `code` for programs that map errors.
    """

    code: typing.ClassVar[str] = "error"
    @property
    def argument(self) -> str:
        """
        The thing, by its name in the call or in the file; empty when the sentence has none.
        """
    @property
    def rule(self) -> str:
        """
        The rule that it breaks.
        """
    @property
    def value(self) -> str:
        """
        What was given instead, as it was typed; text stands in double quotes, cut to 60 characters.
        """

class InvalidArgumentError(HuddleError, ValueError):
    """
    A documented rule on an argument is broken.
    """

    code: typing.ClassVar[str] = "invalid-argument"

class ParseError(InvalidArgumentError):
    """
    Text or a file cannot be understood; `problems` lists every reason.
    """

    problems: list[Problem]
    code: typing.ClassVar[str] = "parse"

class NotFoundError(HuddleError, LookupError):
    """
    No such key, id or zone; names the nearest that do exist.
    """

    code: typing.ClassVar[str] = "not-found"

class ConflictError(HuddleError):
    """
    Impossible in the present state.
    """

    code: typing.ClassVar[str] = "conflict"

class StorageError(HuddleError, OSError):
    """
    The book cannot be opened, read, written or migrated.
    """

    code: typing.ClassVar[str] = "storage"

class SegmentKind(enum.Enum):
    """
    What a segment of an agenda is for.
    """

    OPEN = 0
    VALUE = 1
    WIN = 2
    LESSON = 3
    PROMISES = 4
    ROUND = 5
    SEAT = 6
    CLOSE = 7
    FINISH_EARLY = 8
    CUSTOM = 9

class Person:
    """
    Somebody, as shown. Whoever was erased is "a colleague" in old agendas too.
    """
    @staticmethod
    def from_json(text: str) -> Person:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, key: str, name: str) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...

class Point:
    """
    One line within a segment: what it is, and what it says.
    """
    @staticmethod
    def from_json(text: str) -> Point:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, label: str, text: str) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def label(self) -> str: ...
    @property
    def text(self) -> str: ...

class Segment:
    """
    One timed part of a huddle. `why` says in a sentence why it is there today; `key` names a segment of the host program's own.
    """
    @staticmethod
    def from_json(text: str) -> Segment:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        kind: SegmentKind,
        seconds: int | datetime.timedelta,
        *,
        key: str = "",
        title: str = "",
        who: collections.abc.Sequence[Person] = [],
        text: str = "",
        points: collections.abc.Sequence[Point] = [],
        why: str = "",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> SegmentKind: ...
    @property
    def points(self) -> list[Point]: ...
    @property
    def seconds(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def who(self) -> list[Person]: ...
    @property
    def why(self) -> str: ...

class Agenda:
    """
    The plan of one huddle: its timed parts, which add up to `timebox` seconds exactly.

    >>> import huddlekit
    >>> from datetime import date
    >>> with huddlekit.open(":memory:", create=True) as book:
    ...     report = book.load_pack("harbour-hotel")
    ...     agenda = book.team("kitchen").agenda(date(2026, 11, 23))
    >>> for segment in agenda.segments:
    ...     print(segment.seconds, segment.kind.name)
    45 OPEN
    130 VALUE
    155 ROUND
    60 SEAT
    90 CLOSE
    >>> Agenda.from_json(agenda.to_json()) == agenda
    True

    `id` names the huddle in every other call. `day` and `local_start` are the team's, in `zone`;
    `starts` is the same moment in UTC. What is not `published` is a preview that nobody has been
    promised; `revision` n > 1 has a `reason`. `value` is empty in a book without values. `facilitator`
    is None when nobody who may lead is expected. `timebox` and lengths are seconds. Whatever a renderer
    shows of people's text is escaped for its target.
    """
    @staticmethod
    def from_json(text: str) -> Agenda:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        id: str,
        *,
        organisation: str = "",
        motto: str = "",
        team: str,
        team_name: str = "",
        huddle: str,
        huddle_name: str = "",
        day: datetime.date,
        starts: datetime.datetime,
        zone: str = "",
        local_start: datetime.datetime,
        timebox: int | datetime.timedelta,
        published: bool = False,
        revision: int = 1,
        reason: str = "",
        value: str = "",
        value_name: str = "",
        facilitator: Person | None = None,
        customers_seat: Person | None = None,
        language: str = "en",
        segments: collections.abc.Sequence[Segment],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def _repr_html_(self) -> str: ...
    def cut_for_slack(self) -> list[str]:
        """
        What `to_slack` has to leave out, a phrase each; mostly nothing.
        """
    def cut_for_teams(self) -> list[str]:
        """
        What `to_teams` has to leave out, a phrase each; mostly nothing.
        """
    def to_email(self) -> Email:
        """
        The parts of a mail.
        """
    def to_html(self) -> str:
        """
        The card: one `<article>` with a style of its own, to put into a page.
        """
    def to_html_page(self) -> str:
        """
        A whole HTML document around the card.
        """
    def to_ics(self, *, alarm: int | None = None) -> str:
        """
        An iCalendar file with one event; `alarm` rings so many minutes before the start.
        """
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    def to_markdown(self) -> str:
        """
        CommonMark.
        """
    def to_page(self, *, next: Agenda | None = None) -> str:
        """
        The page for a wall screen, a phone and paper, with a clock that walks through the huddle; `next` is the agenda of the team's next one. One file, no network.
        """
    def to_slack(self) -> str:
        """
        A Slack message as Block Kit JSON; what is over Slack's limits is shortened visibly.
        """
    def to_teams(self) -> str:
        """
        A message for a Teams webhook: one Adaptive Card as JSON, at most 20,000 bytes.
        """
    def to_text(self, *, width: int = 80) -> str:
        """
        For a terminal or a plain mail: at most `width` columns, 40 to 200, no escape codes.
        """
    @property
    def customers_seat(self) -> Person | None: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def facilitator(self) -> Person | None: ...
    @property
    def huddle(self) -> str: ...
    @property
    def huddle_name(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def local_start(self) -> datetime.datetime: ...
    @property
    def motto(self) -> str: ...
    @property
    def organisation(self) -> str: ...
    @property
    def published(self) -> bool: ...
    @property
    def reason(self) -> str: ...
    @property
    def revision(self) -> int: ...
    @property
    def segments(self) -> list[Segment]: ...
    @property
    def starts(self) -> datetime.datetime: ...
    @property
    def team(self) -> str: ...
    @property
    def team_name(self) -> str: ...
    @property
    def timebox(self) -> int: ...
    @property
    def value(self) -> str: ...
    @property
    def value_name(self) -> str: ...
    @property
    def zone(self) -> str: ...

class Email:
    """
    The parts of a mail: a line, plain text, and HTML.
    """
    @staticmethod
    def from_json(text: str) -> Email:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, *, subject: str, text: str, html: str) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def html(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def text(self) -> str: ...

class _RecurrenceIterator:
    def __iter__(self) -> typing.Any: ...
    def __next__(self) -> datetime.datetime: ...

class Recurrence:
    """
    Days and times that come back: an RFC 5545 rule in wall-clock time.

    >>> from datetime import datetime
    >>> pairs = Recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", start=datetime(2026, 11, 24, 9, 15))
    >>> [str(t) for t in pairs.take(3)]
    ['2026-11-24 09:15:00', '2026-11-26 09:15:00', '2026-12-08 09:15:00']

    FREQ is DAILY, WEEKLY, MONTHLY or YEARLY; all BY parts, INTERVAL, COUNT, UNTIL and WKST are
    understood. `start` is a naive datetime (its microseconds are dropped) and an occurrence only when
    the rule gives it. `excluded` dates are taken out, `added` ones put in (EXDATE and RDATE). Where the
    RFC can be read in two ways: BYWEEKNO alone means the weekday of `start`; YEARLY with BYMONTHDAY and
    no BYMONTH means every month; `MO,2TU` means every Monday and also the second Tuesday; UNTIL as a
    date includes that day, and UNTIL in UTC is refused.

    Iterating is lazy and ends with the year 9999 at the latest. Reaching a far date costs no walk from
    `start`. `str()` gives the rule in a normal form, which equality compares too. A wrong rule raises
    ParseError naming each wrong part and its column. Immutable; safe to share between threads.
    """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        rule: str,
        start: datetime.datetime,
        *,
        excluded: collections.abc.Sequence[datetime.datetime] = [],
        added: collections.abc.Sequence[datetime.datetime] = [],
    ) -> None: ...
    def __iter__(self) -> _RecurrenceIterator: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def after(self, time: datetime.datetime) -> datetime.datetime | None:
        """
        The first occurrence later than `time`, or None.
        """
    def between(self, start: datetime.datetime, end: datetime.datetime) -> list[datetime.datetime]:
        """
        The occurrences from `start` on and before `end`.
        """
    def falls_on(self, day: datetime.date) -> bool:
        """
        Whether anything falls on that day.
        """
    def next_day(self, day: datetime.date) -> datetime.date | None:
        """
        The first day, from `day` on, that anything falls on, or None.
        """
    def take(self, n: int) -> list[datetime.datetime]:
        """
        The first `n` occurrences, or all when there are fewer.
        """
    @property
    def added(self) -> list[datetime.datetime]: ...
    @property
    def excluded(self) -> list[datetime.datetime]: ...
    @property
    def start(self) -> datetime.datetime: ...

class Rating(enum.IntEnum):
    """
    How well a team remembered a lesson before it was shown again.
    """

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

class RecallState:
    """
    What a team's memory of one lesson is taken to be.

    `stability` is the number of days until nine in ten remember (0.001 to 1e300); `difficulty` runs from
    1 (easy) to 10 (hard). The range is checked by the calls of `Recall` that take a state.
    """
    @staticmethod
    def from_json(text: str) -> RecallState:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, stability: float, difficulty: float) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def difficulty(self) -> float: ...
    @property
    def stability(self) -> float: ...

class Recall:
    """
    When a lesson should come back: FSRS-6 as in the package `fsrs` 6.3.

    >>> recall = Recall()
    >>> state = recall.first(Rating.GOOD)
    >>> recall.interval(state)
    2
    >>> recall.interval(recall.review(state, 3, Rating.GOOD))
    14

    There are no learning steps and no random fuzz. Elapsed time is the difference of two local dates; a
    review on the day of the last one follows the same-day rule, by which only `Rating.AGAIN` lowers the
    stability. Ratings are `Rating` or 1 to 4.

    `weights` are 21 numbers, each within FSRS-6's bounds, or None for the published ones; `retention` is
    the chance of being remembered at which a lesson comes due, between 0 and 1; `max_interval` is the
    longest interval in days, 1 to 36,500. InvalidArgumentError names the first that breaks its rule.
    Values; safe to share between threads.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(
        self,
        weights: collections.abc.Sequence[float] | None = None,
        retention: float = 0.9,
        max_interval: int = 180,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def days_remembered(self, state: RecallState, start: int, end: int) -> float:
        """
        The days in [start, end), counted from the last rating, on which it is expected to be remembered.

        >>> round(Recall().days_remembered(RecallState(30, 5), 0, 90), 1)
        79.2

        The integral of `retrievability` in closed form.
        """
    def first(self, rating: int) -> RecallState:
        """
        The state after the first rating.
        """
    def interval(self, state: RecallState) -> int:
        """
        Whole days from the last rating until the lesson is due; 1 to `max_interval`.
        """
    def replay(self, reviews: collections.abc.Sequence[tuple[datetime.date, int]]) -> RecallState | None:
        """
        The state that a log of (date, rating) pairs leads to; None for an empty one.

        >>> from datetime import date
        >>> shifts = [(date(2026, 11, 23), Rating.AGAIN), (date(2026, 11, 23), Rating.GOOD)]
        >>> Recall().replay(shifts) == Recall().first(Rating.GOOD)
        True

        Of several ratings on one day the last counts. Days must not go backwards.
        """
    def retrievability(self, state: RecallState, elapsed_days: int) -> float:
        """
        The chance that the lesson is remembered `elapsed_days` after its last rating; 1 on the same day.
        """
    def review(self, state: RecallState, elapsed_days: int, rating: int) -> RecallState:
        """
        The state after one more rating, `elapsed_days` (0 or more) after the last.
        """
    @property
    def max_interval(self) -> int: ...
    @property
    def retention(self) -> float: ...
    @property
    def weights(self) -> tuple: ...

class Holiday:
    """
    A day on which people do not work. Without a `region` it is kept wherever its calendar is followed, and everywhere when a playbook says it.
    """
    @staticmethod
    def from_json(text: str) -> Holiday:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, day: datetime.date, name: str, *, region: str = "") -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def day(self) -> datetime.date: ...
    @property
    def name(self) -> str: ...
    @property
    def region(self) -> str: ...

class HolidayCalendar:
    """
    Holidays from one place, as a book keeps them: `source` tells where they come from, `read` is the day on which they were read.
    """
    @staticmethod
    def from_json(text: str) -> HolidayCalendar:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, name: str, *, source: str, read: datetime.date, holidays: collections.abc.Sequence[Holiday] = []
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def holidays(self) -> list[Holiday]: ...
    @property
    def name(self) -> str: ...
    @property
    def read(self) -> datetime.date: ...
    @property
    def source(self) -> str: ...

class Occurrence:
    """
    One huddle of a Cadence. `day` is the date that it is planned for, `local` what the wall clock shows when it starts, `starts` the same in UTC. `moved_from` is the rule's time where a holiday or an exception changed it.
    """
    @staticmethod
    def from_json(text: str) -> Occurrence:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        day: datetime.date,
        local: datetime.datetime,
        starts: datetime.datetime,
        moved_by_clock_change: bool = False,
        moved_from: datetime.datetime | None = None,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def day(self) -> datetime.date: ...
    @property
    def local(self) -> datetime.datetime: ...
    @property
    def moved_by_clock_change(self) -> bool: ...
    @property
    def moved_from(self) -> datetime.datetime | None: ...
    @property
    def starts(self) -> datetime.datetime: ...

class Cadence:
    """
    When a team meets: a recurrence in a zone's wall-clock time, with exceptions.

    >>> from datetime import date, datetime
    >>> fridays = Cadence("FREQ=WEEKLY;BYDAY=FR", start=datetime(2026, 11, 27, 9, 15), zone="Europe/London",
    ...                   holidays=[date(2026, 12, 25)], on_holiday="previous")
    >>> [str(o.local) for o in fridays.between(date(2026, 12, 14), date(2027, 1, 1))]
    ['2026-12-18 09:15:00', '2026-12-24 09:15:00']

    `rule` is an RFC 5545 rule as for Recurrence, where UNTIL may be in UTC too; `zone` an IANA name.
    `on_holiday` is `skip`, `next` or `previous` (working day of `work_week` that is no holiday, within 31
    days) or `keep`. `cancelled` are times that the rule gives, `moved` maps such times to others; what the
    rule does not give changes nothing. A huddle that moves to a time at which the rule gives one anyway
    becomes one with it. Wrong rules raise ParseError, unknown zones NotFoundError. Immutable; safe to share
    between threads.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(
        self,
        rule: str,
        start: datetime.datetime,
        zone: str,
        *,
        holidays: collections.abc.Sequence[datetime.date] = [],
        on_holiday: str = "skip",
        work_week: str = "Mon-Fri",
        cancelled: collections.abc.Sequence[datetime.datetime] = [],
        moved: collections.abc.Mapping[datetime.datetime, datetime.datetime] = {},
    ) -> None: ...
    def __repr__(self) -> str: ...
    def after(self, now: datetime.datetime) -> Occurrence | None:
        """
        The first occurrence that starts later than an aware datetime, or None.
        """
    def between(self, start: datetime.date, end: datetime.date) -> list[Occurrence]:
        """
        The occurrences planned for the days from `start` on and before `end`.
        """
    def on(self, day: datetime.date) -> Occurrence | None:
        """
        The first occurrence planned for that day, or None.
        """
    @property
    def cancelled(self) -> list[datetime.datetime]: ...
    @property
    def holidays(self) -> list[datetime.date]: ...
    @property
    def moved(self) -> dict[datetime.datetime, datetime.datetime]: ...
    @property
    def on_holiday(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def start(self) -> datetime.datetime: ...
    @property
    def work_week(self) -> str: ...
    @property
    def zone(self) -> str: ...

class ReminderKind(enum.Enum):
    """
    What a reminder is about.
    """

    HUDDLE = 0
    NUDGE = 1
    COMMITMENT = 2
    LESSON = 3
    MONTHLY = 4

class Recipient(enum.Enum):
    """
    Who is reminded.
    """

    LEADER = 0
    SEAT = 1
    EXPECTED = 2
    OWNER = 3
    CHANNEL = 4

class DeliveryOutcome(enum.Enum):
    """
    What became of a reminder, or of one attempt.
    """

    SENT = 0
    FAILED = 1
    DROPPED = 2
    GIVEN_UP = 3
    ANSWERED = 4

class ReminderRule:
    """
    Who is reminded of what, when, and when not: a `[[reminder]]` of the playbook.

    >>> from datetime import time
    >>> ReminderRule("lead", ahead=900, quiet_from=time(20), quiet_until=time(6), stop_after=3)
    ReminderRule(key='lead', ahead=900, quiet_from=datetime.time(20, 0), quiet_until=datetime.time(6, 0), stop_after=3)

    Nobody is ever reminded outside a shift: from `early` seconds before a huddle that the person is
    expected at until `shift` seconds after its start. `audience` None is whomever the kind is for;
    `ahead` is in seconds, `at` and the quiet hours are the team's wall clock. `at_most` counts a
    person's reminders a day, of whatever rule; `stop_after` the unanswered ones in a row, 0 for never.
    Without `teams` it is for all.
    """
    @staticmethod
    def from_json(text: str) -> ReminderRule:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        key: str,
        kind: ReminderKind = ReminderKind.HUDDLE,
        *,
        audience: Recipient | None = None,
        ahead: int | datetime.timedelta | None = None,
        at: datetime.time | None = None,
        days: str = "every day",
        early: int | datetime.timedelta = 1800,
        shift: int | datetime.timedelta = 28800,
        quiet_from: datetime.time | None = None,
        quiet_until: datetime.time | None = None,
        at_most: int = 3,
        stop_after: int = 0,
        teams: collections.abc.Sequence[str] = [],
        enabled: bool = True,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def ahead(self) -> int | None: ...
    @property
    def at(self) -> datetime.time | None: ...
    @property
    def at_most(self) -> int: ...
    @property
    def audience(self) -> Recipient | None: ...
    @property
    def days(self) -> str: ...
    @property
    def early(self) -> int: ...
    @property
    def enabled(self) -> bool: ...
    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> ReminderKind: ...
    @property
    def quiet_from(self) -> datetime.time | None: ...
    @property
    def quiet_until(self) -> datetime.time | None: ...
    @property
    def shift(self) -> int: ...
    @property
    def stop_after(self) -> int: ...
    @property
    def teams(self) -> list[str]: ...

class Delivery:
    """
    One line of the log of what went where. `target` is the name of the environment variable that holds the address, never the address.
    """
    @staticmethod
    def from_json(text: str) -> Delivery:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        reminder: str,
        at: datetime.datetime,
        outcome: DeliveryOutcome,
        target: str = "",
        why: str = "",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def at(self) -> datetime.datetime: ...
    @property
    def outcome(self) -> DeliveryOutcome: ...
    @property
    def reminder(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def why(self) -> str: ...

class Reminder:
    """
    One reminder that is due, on lease to whoever asked for it.

    >>> print(Reminder("front-desk/2026-11-23/morning/lead/ana", team="front-desk", person=Person("ana", "Ana"),
    ...                title="You lead the Front desk huddle today at 06:45"))
    Ana: You lead the Front desk huddle today at 06:45
    <BLANKLINE>

    `id` is the same whenever it is offered again, so that a receiver can drop a repeat. Without
    `person` it is for the team's channel. `due` is when the rule wanted it, from `until` on it makes no
    sense any more. `attempt` counts the leases, and names the present one in `fail`. `reached` are the
    targets that have it already. What the renderers show is escaped for their targets.
    """
    @staticmethod
    def from_json(text: str) -> Reminder:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        id: str,
        *,
        team: str = "",
        person: Person | None = None,
        kind: ReminderKind = ReminderKind.HUDDLE,
        audience: Recipient = Recipient.LEADER,
        rule: str = "",
        title: str = "",
        text: str = "",
        due: datetime.datetime = ...,
        until: datetime.datetime = ...,
        attempt: int = 1,
        lease_until: datetime.datetime = ...,
        reached: collections.abc.Sequence[str] = [],
        language: str = "en",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def to_email(self) -> Email:
        """
        The parts of a mail.
        """
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    def to_markdown(self) -> str:
        """
        CommonMark.
        """
    def to_slack(self) -> str:
        """
        A Slack message as Block Kit JSON.
        """
    def to_teams(self) -> str:
        """
        A message for a Teams webhook: one Adaptive Card as JSON.
        """
    def to_text(self, *, width: int = 80) -> str:
        """
        For a terminal or a plain mail: at most `width` columns, 40 to 200.
        """
    @property
    def attempt(self) -> int: ...
    @property
    def audience(self) -> Recipient: ...
    @property
    def due(self) -> datetime.datetime: ...
    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> ReminderKind: ...
    @property
    def language(self) -> str: ...
    @property
    def lease_until(self) -> datetime.datetime: ...
    @property
    def person(self) -> Person | None: ...
    @property
    def reached(self) -> list[str]: ...
    @property
    def rule(self) -> str: ...
    @property
    def team(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def until(self) -> datetime.datetime: ...

class PromptKind(enum.Enum):
    """
    What a prompt asks people to do.
    """

    QUESTION = 0
    EXERCISE = 1
    STORY_STARTER = 2
    BENCHMARK = 3
    ROLE_PLAY = 4

class Scope(enum.Enum):
    """
    Whether all teams share one value a day or each has its own rotation.
    """

    ORGANISATION = 0
    TEAM = 1

class ValuePeriod(enum.Enum):
    """
    How long one value stays the value.
    """

    DAY = 0
    WEEK = 1
    MONTH = 2

class Organisation:
    """
    Who meets, and in which zone. Days of the week are text: `Mon-Fri`, `Sun-Thu`. `holidays` names the holiday calendars and regions that its teams follow.
    """
    @staticmethod
    def from_json(text: str) -> Organisation:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        name: str,
        *,
        motto: str = "",
        promise: str = "",
        zone: str,
        work_week: str = "Mon-Fri",
        scope: Scope = Scope.ORGANISATION,
        period: ValuePeriod = ValuePeriod.DAY,
        feature_days: str = "Tue, Thu",
        holidays: collections.abc.Sequence[str] = [],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def feature_days(self) -> str: ...
    @property
    def holidays(self) -> list[str]: ...
    @property
    def motto(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def period(self) -> ValuePeriod: ...
    @property
    def promise(self) -> str: ...
    @property
    def scope(self) -> Scope: ...
    @property
    def work_week(self) -> str: ...
    @property
    def zone(self) -> str: ...

class Value:
    """
    What the organisation stands for, said as behaviour that can be seen. Turns come up in proportion to `weight`, 1 to 1000.
    """
    @staticmethod
    def from_json(text: str) -> Value:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        key: str,
        name: str,
        *,
        statement: str = "",
        behaviours: collections.abc.Sequence[str] = [],
        weight: int = 1,
        promise: str = "",
        renamed_from: str = "",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def behaviours(self) -> list[str]: ...
    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def promise(self) -> str: ...
    @property
    def renamed_from(self) -> str: ...
    @property
    def statement(self) -> str: ...
    @property
    def weight(self) -> int: ...

class Prompt:
    """
    A question or an exercise that gets people talking about one value. Without `departments` it fits all of them.
    """
    @staticmethod
    def from_json(text: str) -> Prompt:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        value: str,
        text: str,
        *,
        key: str = "",
        kind: PromptKind = PromptKind.QUESTION,
        departments: collections.abc.Sequence[str] = [],
        touch_point: str = "",
        renamed_from: str = "",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def departments(self) -> list[str]: ...
    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> PromptKind: ...
    @property
    def renamed_from(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def touch_point(self) -> str: ...
    @property
    def value(self) -> str: ...

class Member:
    """
    Somebody's place in a team. The same key in two teams is the same person. Without `huddles` the person comes to all of the team's.
    """
    @staticmethod
    def from_json(text: str) -> Member:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        key: str,
        name: str,
        *,
        days: str = "every day",
        huddles: collections.abc.Sequence[str] = [],
        since: datetime.date | None = None,
        leads: bool = True,
        shared: bool = True,
        celebrated: bool = True,
        renamed_from: str = "",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def celebrated(self) -> bool: ...
    @property
    def days(self) -> str: ...
    @property
    def huddles(self) -> list[str]: ...
    @property
    def key(self) -> str: ...
    @property
    def leads(self) -> bool: ...
    @property
    def name(self) -> str: ...
    @property
    def renamed_from(self) -> str: ...
    @property
    def shared(self) -> bool: ...
    @property
    def since(self) -> datetime.date | None: ...

class Meeting:
    """
    When a team meets: a recurrence rule in its wall-clock time. `start` is a datetime.time without a zone, `timebox` a number of seconds. `on_holiday` is `skip`, `next`, `previous` or `keep`; `template` is `daily` or `monthly`, which wants a timebox of an hour.
    """
    @staticmethod
    def from_json(text: str) -> Meeting:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        start: datetime.time,
        *,
        key: str = "huddle",
        name: str = "",
        rule: str = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        since: datetime.date = ...,
        timebox: int | datetime.timedelta = 600,
        on_holiday: str = "skip",
        template: str = "daily",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def on_holiday(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def since(self) -> datetime.date: ...
    @property
    def start(self) -> datetime.time: ...
    @property
    def template(self) -> str: ...
    @property
    def timebox(self) -> int: ...

class TeamDefinition:
    """
    Who meets, for which customers, in which zone, and when.
    """
    @staticmethod
    def from_json(text: str) -> TeamDefinition:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        key: str,
        name: str,
        *,
        department: str = "",
        customers: str = "",
        zone: str = "",
        parent: str = "",
        holidays: collections.abc.Sequence[str] | None = None,
        work_week: str | None = None,
        members: collections.abc.Sequence[Member] = [],
        meetings: collections.abc.Sequence[Meeting] = [],
        targets: collections.abc.Sequence[str] = [],
        renamed_from: str = "",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def customers(self) -> str: ...
    @property
    def department(self) -> str: ...
    @property
    def holidays(self) -> list[str] | None: ...
    @property
    def key(self) -> str: ...
    @property
    def meetings(self) -> list[Meeting]: ...
    @property
    def members(self) -> list[Member]: ...
    @property
    def name(self) -> str: ...
    @property
    def parent(self) -> str: ...
    @property
    def renamed_from(self) -> str: ...
    @property
    def targets(self) -> list[str]: ...
    @property
    def work_week(self) -> str | None: ...
    @property
    def zone(self) -> str: ...

class Theme:
    """
    A campaign: from the day `first` to the day `last`, both included, the chosen values weigh `factor` times as much, 2 to 10.
    """
    @staticmethod
    def from_json(text: str) -> Theme:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        key: str,
        name: str,
        *,
        values: collections.abc.Sequence[str],
        first: datetime.date,
        last: datetime.date,
        factor: int = 2,
        goal: str = "",
        goal_count: int = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def factor(self) -> int: ...
    @property
    def first(self) -> datetime.date: ...
    @property
    def goal(self) -> str: ...
    @property
    def goal_count(self) -> int: ...
    @property
    def key(self) -> str: ...
    @property
    def last(self) -> datetime.date: ...
    @property
    def name(self) -> str: ...
    @property
    def values(self) -> list[str]: ...

class SegmentOverride:
    """
    Changes one segment of the default agenda template; what is None stays as it was. Lengths are seconds.
    """
    @staticmethod
    def from_json(text: str) -> SegmentOverride:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        segment: str,
        *,
        min: int | datetime.timedelta | None = None,
        ideal: int | datetime.timedelta | None = None,
        max: int | datetime.timedelta | None = None,
        cut: int | None = None,
        title: str = "",
        enabled: bool = True,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def cut(self) -> int | None: ...
    @property
    def enabled(self) -> bool: ...
    @property
    def ideal(self) -> int | None: ...
    @property
    def max(self) -> int | None: ...
    @property
    def min(self) -> int | None: ...
    @property
    def segment(self) -> str: ...
    @property
    def title(self) -> str: ...

class Playbook:
    """
    Everything an organisation defines, as read from one file or put together in code.

    >>> book = Playbook("hotel", values=[Value("see-the-person", "See the person", weight=2)])
    >>> print(book.to_toml())
    format = 1
    <BLANKLINE>
    [[value]]
    key = "see-the-person"
    name = "See the person"
    weight = 2
    <BLANKLINE>

    `source` tells which file or pack it is: loading it again replaces what it said before. `warnings`
    are what was read but looks like a mistake. The constructors check types only; rules and references
    are checked by `read_playbook`, `parse_playbook` and when a book loads it. A value; lists are copies.
    """
    @staticmethod
    def from_json(text: str) -> Playbook:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        source: str,
        *,
        organisation: Organisation | None = None,
        values: collections.abc.Sequence[Value] = [],
        prompts: collections.abc.Sequence[Prompt] = [],
        teams: collections.abc.Sequence[TeamDefinition] = [],
        themes: collections.abc.Sequence[Theme] = [],
        holidays: collections.abc.Sequence[Holiday] = [],
        reminders: collections.abc.Sequence[ReminderRule] = [],
        segments: collections.abc.Sequence[SegmentOverride] = [],
        warnings: collections.abc.Sequence[Problem] = [],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    def to_toml(self) -> str:
        """
        The playbook as TOML that reads back to an equal one, without what has its default.
        """
    @property
    def holidays(self) -> list[Holiday]: ...
    @property
    def organisation(self) -> Organisation | None: ...
    @property
    def prompts(self) -> list[Prompt]: ...
    @property
    def reminders(self) -> list[ReminderRule]: ...
    @property
    def segments(self) -> list[SegmentOverride]: ...
    @property
    def source(self) -> str: ...
    @property
    def teams(self) -> list[TeamDefinition]: ...
    @property
    def themes(self) -> list[Theme]: ...
    @property
    def values(self) -> list[Value]: ...
    @property
    def warnings(self) -> list[Problem]: ...

class StoryKind(enum.Enum):
    """
    What sort of thing happened.
    """

    WIN = 0
    MISS = 1
    BENCHMARK = 2
    IMPROVEMENT = 3

class Recovery(enum.Enum):
    """
    The steps of making a miss good again.
    """

    HEARD = 0
    APOLOGISED = 1
    PUT_RIGHT = 2

class EntryKind(enum.Enum):
    """
    What `Book.search` can find.
    """

    WIN = 0
    MISS = 1
    BENCHMARK = 2
    IMPROVEMENT = 3
    LESSON = 4

class RecoveryStep:
    """
    One step taken for a customer after a miss.
    """
    @staticmethod
    def from_json(text: str) -> RecoveryStep:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, step: Recovery, by: Person, day: datetime.date) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def by(self) -> Person: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def step(self) -> Recovery: ...

class Story:
    """
    Something that happened. `who` are the colleagues behind it, `by` told it (None: anonymous), `values` are the keys of those it shows; `promise` and `recovery` are a miss's.
    """
    @staticmethod
    def from_json(text: str) -> Story:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        kind: StoryKind,
        *,
        team: str,
        day: datetime.date,
        text: str,
        values: collections.abc.Sequence[str] = [],
        who: collections.abc.Sequence[Person] = [],
        by: Person | None = None,
        touch_point: str = "",
        stage: str = "",
        customer: str = "",
        inside_customer: bool = False,
        tags: collections.abc.Sequence[str] = [],
        promise: str = "",
        recovery: collections.abc.Sequence[RecoveryStep] = [],
        id: int = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def by(self) -> Person | None: ...
    @property
    def customer(self) -> str: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def id(self) -> int: ...
    @property
    def inside_customer(self) -> bool: ...
    @property
    def kind(self) -> StoryKind: ...
    @property
    def promise(self) -> str: ...
    @property
    def recovery(self) -> list[RecoveryStep]: ...
    @property
    def stage(self) -> str: ...
    @property
    def tags(self) -> list[str]: ...
    @property
    def team(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def touch_point(self) -> str: ...
    @property
    def values(self) -> list[str]: ...
    @property
    def who(self) -> list[Person]: ...

class StoryEdit:
    """
    A text that a story had until `at`, when `by` edited it.
    """
    @staticmethod
    def from_json(text: str) -> StoryEdit:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, *, at: datetime.datetime, text: str, by: Person | None = None) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def at(self) -> datetime.datetime: ...
    @property
    def by(self) -> Person | None: ...
    @property
    def text(self) -> str: ...

class SearchHit:
    """
    One entry of the journal that holds all the words; each `(start, end)` of `found` is one of them: `snippet[start:end]`.
    """
    @staticmethod
    def from_json(text: str) -> SearchHit:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        kind: EntryKind,
        id: int,
        team: str,
        day: datetime.date,
        snippet: str,
        found: collections.abc.Sequence[tuple[int, int]] = [],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def day(self) -> datetime.date: ...
    @property
    def found(self) -> list[tuple[int, int]]: ...
    @property
    def id(self) -> int: ...
    @property
    def kind(self) -> EntryKind: ...
    @property
    def snippet(self) -> str: ...
    @property
    def team(self) -> str: ...

class CommitmentState(enum.Enum):
    """
    What became of it.
    """

    OPEN = 0
    KEPT = 1
    MISSED = 2
    DROPPED = 3

class Audience(enum.Enum):
    """
    Whom a lesson comes back to.
    """

    TEAM = 0
    DEPARTMENT = 1
    EVERYONE = 2

class LessonState(enum.Enum):
    """
    Whether a lesson comes back.
    """

    ACTIVE = 0
    MERGED = 1
    RETIRED = 2

class Health(enum.Enum):
    """
    How a thing stands that `Book.check_up` looks at.
    """

    GOOD = 0
    WARNING = 1
    BAD = 2

class HuddleState(enum.Enum):
    """
    How far a huddle has come.
    """

    PLANNED = 0
    PUBLISHED = 1
    ASSUMED_HELD = 2
    COMPLETED = 3
    CANCELLED = 4

class Lesson:
    """
    What a story taught and what is done differently now. `heard` is the day of the last huddle it came back in.
    """
    @staticmethod
    def from_json(text: str) -> Lesson:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        team: str,
        day: datetime.date,
        insight: str,
        change: str = "",
        importance: int = 1,
        value: str = "",
        story: int | None = None,
        heard: datetime.date | None = None,
        audience: Audience = Audience.TEAM,
        state: LessonState = LessonState.ACTIVE,
        merged_into: int | None = None,
        reason: str = "",
        id: int = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def audience(self) -> Audience: ...
    @property
    def change(self) -> str: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def heard(self) -> datetime.date | None: ...
    @property
    def id(self) -> int: ...
    @property
    def importance(self) -> int: ...
    @property
    def insight(self) -> str: ...
    @property
    def merged_into(self) -> int | None: ...
    @property
    def reason(self) -> str: ...
    @property
    def state(self) -> LessonState: ...
    @property
    def story(self) -> int | None: ...
    @property
    def team(self) -> str: ...
    @property
    def value(self) -> str: ...

class Commitment:
    """
    Who does what by when, for a colleague or for a customer.
    """
    @staticmethod
    def from_json(text: str) -> Commitment:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        team: str,
        who: Person,
        text: str,
        made: datetime.date,
        due: datetime.date,
        for_customer: bool = False,
        state: CommitmentState = CommitmentState.OPEN,
        reason: str = "",
        id: int = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def due(self) -> datetime.date: ...
    @property
    def for_customer(self) -> bool: ...
    @property
    def id(self) -> int: ...
    @property
    def made(self) -> datetime.date: ...
    @property
    def reason(self) -> str: ...
    @property
    def state(self) -> CommitmentState: ...
    @property
    def team(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def who(self) -> Person: ...

class Note:
    """
    Something for one day only; `source` is the person or program it is from.
    """
    @staticmethod
    def from_json(text: str) -> Note:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, *, team: str, day: datetime.date, text: str, source: str = "", id: int = 0
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def day(self) -> datetime.date: ...
    @property
    def id(self) -> int: ...
    @property
    def source(self) -> str: ...
    @property
    def team(self) -> str: ...
    @property
    def text(self) -> str: ...

class CalendarEntry:
    """
    One huddle in a team's calendar. `starts` is in UTC. `id` names the day that the rule gives, and stays the same when the huddle moves; `day` is the local date on which it takes place, `moved_from` the rule's local time where that is another.
    """
    @staticmethod
    def from_json(text: str) -> CalendarEntry:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        id: str,
        *,
        team: str,
        huddle: str,
        day: datetime.date,
        starts: datetime.datetime,
        state: HuddleState = HuddleState.PLANNED,
        moved_from: datetime.datetime | None = None,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def day(self) -> datetime.date: ...
    @property
    def huddle(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def moved_from(self) -> datetime.datetime | None: ...
    @property
    def starts(self) -> datetime.datetime: ...
    @property
    def state(self) -> HuddleState: ...
    @property
    def team(self) -> str: ...

class Call:
    """
    A write that said who made it (`by`) or that had a name (`id`), as the book remembers it for 30 days; `what` is the call, `at` when it was made.
    """
    @staticmethod
    def from_json(text: str) -> Call:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, *, what: str, at: datetime.datetime, by: str = "", id: str = "") -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def at(self) -> datetime.datetime: ...
    @property
    def by(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def what(self) -> str: ...

class Checkup:
    """
    One thing that `Book.check_up` has looked at; `advice` says what to do about it, and is empty when nothing need be done.
    """
    @staticmethod
    def from_json(text: str) -> Checkup:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, key: str, health: Health, found: str, *, advice: str = "") -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def advice(self) -> str: ...
    @property
    def found(self) -> str: ...
    @property
    def health(self) -> Health: ...
    @property
    def key(self) -> str: ...

class NewCommitment:
    """
    A commitment made at a huddle, on its day. `who` is a key, `due` a date.
    """
    @staticmethod
    def from_json(text: str) -> NewCommitment:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, who: str, text: str, *, due: datetime.date, for_customer: bool = False) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def due(self) -> datetime.date: ...
    @property
    def for_customer(self) -> bool: ...
    @property
    def text(self) -> str: ...
    @property
    def who(self) -> str: ...

class LivePhase(enum.Enum):
    """
    How far a huddle being held has come.
    """

    READY = 0
    RUNNING = 1
    PAUSED = 2
    FINISHED = 3

class LiveSegment:
    """
    One segment of a huddle being held; lengths in whole seconds.

    `min` is what it can be shortened to when the huddle is late; `cut` 1 falls first, 0 never; `took` is
    its real length so far.
    """
    @staticmethod
    def from_json(text: str) -> LiveSegment:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        key: str,
        planned: int | datetime.timedelta,
        *,
        min: int | datetime.timedelta = 0,
        cut: int = 0,
        dropped: bool = False,
        took: int | datetime.timedelta = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def cut(self) -> int: ...
    @property
    def dropped(self) -> bool: ...
    @property
    def key(self) -> str: ...
    @property
    def min(self) -> int: ...
    @property
    def planned(self) -> int: ...
    @property
    def took(self) -> int: ...

class LiveState:
    """
    Everything about a huddle being held, to store and read back with
    `Live.restore`. `current` is the index of the segment that is on; while it runs, `took` has been counted up
    to `counted_to`.
    """
    @staticmethod
    def from_json(text: str) -> LiveState:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        timebox: int | datetime.timedelta,
        segments: collections.abc.Sequence[LiveSegment],
        phase: LivePhase,
        current: int,
        counted_to: datetime.datetime,
        started: datetime.datetime | None = None,
        finished: datetime.datetime | None = None,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def counted_to(self) -> datetime.datetime: ...
    @property
    def current(self) -> int: ...
    @property
    def finished(self) -> datetime.datetime | None: ...
    @property
    def phase(self) -> LivePhase: ...
    @property
    def segments(self) -> list[LiveSegment]: ...
    @property
    def started(self) -> datetime.datetime | None: ...
    @property
    def timebox(self) -> int: ...

class LiveClock:
    """
    How a huddle stands at one moment; whole seconds.

    `elapsed` is the time of the whole huddle without pauses, `took` that of the segment that is on and
    `left` what is left of its planned time, negative when it is over. `late` is the time beyond the timebox
    if the rest goes as planned, 0 if in time; `cut` are the indices of the segments to cut so as to end in
    time. `lengths` has one entry for each segment so as to end in time: real ones for what is past, shortened
    ones for what is to come, 0 for what is dropped or in `cut`.
    """
    @staticmethod
    def from_json(text: str) -> LiveClock:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        elapsed: int | datetime.timedelta,
        took: int | datetime.timedelta,
        left: int | datetime.timedelta,
        late: int | datetime.timedelta,
        cut: collections.abc.Sequence[int],
        lengths: collections.abc.Sequence[int | datetime.timedelta],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def cut(self) -> list[int]: ...
    @property
    def elapsed(self) -> int: ...
    @property
    def late(self) -> int: ...
    @property
    def left(self) -> int: ...
    @property
    def lengths(self) -> list[int]: ...
    @property
    def took(self) -> int: ...

class Live:
    """
    A huddle being held: what is on, how long it took, what to cut when late.

    >>> from datetime import datetime, timedelta, timezone
    >>> now = datetime(2026, 11, 23, 6, 45, tzinfo=timezone.utc)
    >>> live = Live(120, [LiveSegment("value", 60, min=30), LiveSegment("round", 60, min=30)])
    >>> live.start(now)
    >>> live.clock(now + timedelta(seconds=70)).late
    10

    It has no clock: every call is told the time, as an aware datetime. Store `state` after each call, and
    a huddle whose process was killed goes on with `Live.restore`. A clock that goes backwards counts
    nothing and is believed from then on; call `tick` every second from a display to lose no more than
    that. Calls that do not fit the phase raise ConflictError. Not to be changed by several threads at
    once.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    @staticmethod
    def restore(state: LiveState) -> Live:
        """
        A huddle read back. Raises InvalidArgumentError for a state that no calls lead to.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(
        self, timebox: int | datetime.timedelta, segments: collections.abc.Sequence[LiveSegment]
    ) -> None: ...
    def __repr__(self) -> str: ...
    def clock(self, now: datetime.datetime) -> LiveClock:
        """
        How the huddle stands at one moment.
        """
    def drop(self, segment: int, dropped: bool = True) -> None:
        """
        Takes a segment that is still to come out of the plan, or back in.
        """
    def finish(self, now: datetime.datetime) -> None:
        """
        Ends the huddle, wherever it is; nothing when it has ended.
        """
    def next(self, now: datetime.datetime) -> None:
        """
        Goes on to the next segment that is not dropped, or finishes after the last. A paused huddle runs again.
        """
    def pause(self, now: datetime.datetime) -> None:
        """
        Stops the clock; nothing when it is paused.
        """
    def resume(self, now: datetime.datetime) -> None:
        """
        Lets it run again; nothing when it runs.
        """
    def start(self, now: datetime.datetime) -> None:
        """
        Begins with the first segment; ConflictError when it has begun.
        """
    def tick(self, now: datetime.datetime) -> None:
        """
        Counts the time until now; nothing unless it runs.
        """
    @property
    def state(self) -> LiveState: ...

class LiveHuddle:
    """
    A huddle being held as a book keeps it: its `agenda`, its `state`, and how it stands on the `clock`. The keys of the segments are the names of their kinds, `round`. `attended` and `lesson_rating` are what has been noted so far, or None.
    """
    @staticmethod
    def from_json(text: str) -> LiveHuddle:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        agenda: Agenda,
        state: LiveState,
        clock: LiveClock,
        attended: collections.abc.Sequence[Person] | None = None,
        lesson_rating: Rating | None = None,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def agenda(self) -> Agenda: ...
    @property
    def attended(self) -> list[Person] | None: ...
    @property
    def clock(self) -> LiveClock: ...
    @property
    def lesson_rating(self) -> Rating | None: ...
    @property
    def state(self) -> LiveState: ...

class RoundAnswer:
    """
    What one person says in a round that is collected: what they do better from now on, and what a customer taught them. One of the two may be empty.
    """
    @staticmethod
    def from_json(text: str) -> RoundAnswer:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, who: str, *, improvement: str = "", learned: str = "") -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def improvement(self) -> str: ...
    @property
    def learned(self) -> str: ...
    @property
    def who(self) -> str: ...

class CollectedRound:
    """
    What a round has put into the journal, in the order of the answers.
    """
    @staticmethod
    def from_json(text: str) -> CollectedRound:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        improvements: collections.abc.Sequence[Story] = [],
        lessons: collections.abc.Sequence[Lesson] = [],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def improvements(self) -> list[Story]: ...
    @property
    def lessons(self) -> list[Lesson]: ...

class Role(enum.Enum):
    """
    What people take turns in.
    """

    LEAD = 0
    SEAT = 1

class Turn:
    """
    Whose turn it is at one huddle; `published` is False for what is planned.
    """
    @staticmethod
    def from_json(text: str) -> Turn:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        huddle: str,
        day: datetime.date,
        *,
        role: Role = Role.LEAD,
        who: Person | None = None,
        published: bool = False,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def day(self) -> datetime.date: ...
    @property
    def huddle(self) -> str: ...
    @property
    def published(self) -> bool: ...
    @property
    def role(self) -> Role: ...
    @property
    def who(self) -> Person | None: ...

class Absence:
    """
    Days on which somebody will not come, from `first` to `last`; `last` None: not known yet.
    """
    @staticmethod
    def from_json(text: str) -> Absence:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, *, who: Person, first: datetime.date, last: datetime.date | None = None, id: int = 0
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def first(self) -> datetime.date: ...
    @property
    def id(self) -> int: ...
    @property
    def last(self) -> datetime.date | None: ...
    @property
    def who(self) -> Person: ...

class RosterLine:
    """
    One line of a roster: who is expected at what.
    """
    @staticmethod
    def from_json(text: str) -> RosterLine:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, day: datetime.date, huddle: str, member: str) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def day(self) -> datetime.date: ...
    @property
    def huddle(self) -> str: ...
    @property
    def member(self) -> str: ...

class ExposureRow:
    """
    How often one member has heard one value. `behind` is the turns due by weight over the huddles attended, minus the times heard.
    """
    @staticmethod
    def from_json(text: str) -> ExposureRow:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        who: Person,
        value: str,
        times: int = 0,
        behind: float = 0.0,
        last: datetime.date | None = None,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def behind(self) -> float: ...
    @property
    def last(self) -> datetime.date | None: ...
    @property
    def times(self) -> int: ...
    @property
    def value(self) -> str: ...
    @property
    def who(self) -> Person: ...

class SimulatedPerson:
    """
    One member's weeks.
    """
    @staticmethod
    def from_json(text: str) -> SimulatedPerson:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        team: str,
        who: Person,
        attended: int = 0,
        led: int = 0,
        seat: int = 0,
        unheard: collections.abc.Sequence[str] = [],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def attended(self) -> int: ...
    @property
    def led(self) -> int: ...
    @property
    def seat(self) -> int: ...
    @property
    def team(self) -> str: ...
    @property
    def unheard(self) -> list[str]: ...
    @property
    def who(self) -> Person: ...

class SimulatedValue:
    """
    How many huddles of a team had a value.
    """
    @staticmethod
    def from_json(text: str) -> SimulatedValue:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, *, team: str, value: str, huddles: int = 0) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def huddles(self) -> int: ...
    @property
    def team(self) -> str: ...
    @property
    def value(self) -> str: ...

class SimulatedTime:
    """
    The seconds that one kind of segment took.
    """
    @staticmethod
    def from_json(text: str) -> SimulatedTime:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, *, segment: SegmentKind, huddles: int = 0, total: int | datetime.timedelta = 0
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def huddles(self) -> int: ...
    @property
    def segment(self) -> SegmentKind: ...
    @property
    def total(self) -> int: ...

class Simulation:
    """
    What would come of a playbook; `warnings` are plain sentences.
    """
    @staticmethod
    def from_json(text: str) -> Simulation:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        huddles: int = 0,
        people: collections.abc.Sequence[SimulatedPerson] = [],
        values: collections.abc.Sequence[SimulatedValue] = [],
        time: collections.abc.Sequence[SimulatedTime] = [],
        warnings: collections.abc.Sequence[str] = [],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def huddles(self) -> int: ...
    @property
    def people(self) -> list[SimulatedPerson]: ...
    @property
    def time(self) -> list[SimulatedTime]: ...
    @property
    def values(self) -> list[SimulatedValue]: ...
    @property
    def warnings(self) -> list[str]: ...

class ReportOf(enum.Enum):
    """
    What a report is about.
    """

    TEAM = 0
    DEPARTMENT = 1
    ORGANISATION = 2

class ReportReason:
    """
    A reason that was given, and how often.
    """
    @staticmethod
    def from_json(text: str) -> ReportReason:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, text: str, count: int) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def count(self) -> int: ...
    @property
    def text(self) -> str: ...

class ReportHeld:
    """
    Whether huddles take place. `planned` are over: `completed`, `assumed` held (published, and nobody closed them), `cancelled`, or never published (`unprepared`).
    """
    @staticmethod
    def from_json(text: str) -> ReportHeld:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        planned: int = 0,
        completed: int = 0,
        assumed: int = 0,
        cancelled: int = 0,
        unprepared: int = 0,
        holidays: int = 0,
        reasons: collections.abc.Sequence[ReportReason] = [],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def assumed(self) -> int: ...
    @property
    def cancelled(self) -> int: ...
    @property
    def completed(self) -> int: ...
    @property
    def held(self) -> int:
        """
        Completed, or assumed to be held.
        """
    @property
    def holidays(self) -> int: ...
    @property
    def planned(self) -> int: ...
    @property
    def rate(self) -> float | None:
        """
        The share that was held of those planned; None when none was.
        """
    @property
    def reasons(self) -> list[ReportReason]: ...
    @property
    def unprepared(self) -> int: ...

class ReportTime:
    """
    Whether huddles keep to their time, where their length was recorded.
    """
    @staticmethod
    def from_json(text: str) -> ReportTime:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        huddles: int = 0,
        overruns: int = 0,
        took: int | datetime.timedelta = 0,
        timebox: int | datetime.timedelta = 0,
        longest_over: int | datetime.timedelta = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def huddles(self) -> int: ...
    @property
    def longest_over(self) -> int: ...
    @property
    def mean(self) -> float | None: ...
    @property
    def overrun_rate(self) -> float | None: ...
    @property
    def overruns(self) -> int: ...
    @property
    def timebox(self) -> int: ...
    @property
    def took(self) -> int: ...

class ReportSegment:
    """
    One kind of segment, as the live clock timed it: planned and real, in all.
    """
    @staticmethod
    def from_json(text: str) -> ReportSegment:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        kind: SegmentKind,
        *,
        key: str = "",
        huddles: int = 0,
        planned: int | datetime.timedelta = 0,
        took: int | datetime.timedelta = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def huddles(self) -> int: ...
    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> SegmentKind: ...
    @property
    def planned(self) -> int: ...
    @property
    def took(self) -> int: ...

class ReportValue:
    """
    One value: held huddles on it, huddles due to it by weight, stories.
    """
    @staticmethod
    def from_json(text: str) -> ReportValue:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        key: str,
        name: str,
        huddles: int = 0,
        due: float = 0.0,
        wins: int = 0,
        misses: int = 0,
        last: datetime.date | None = None,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def due(self) -> float: ...
    @property
    def huddles(self) -> int: ...
    @property
    def key(self) -> str: ...
    @property
    def last(self) -> datetime.date | None: ...
    @property
    def misses(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def wins(self) -> int: ...

class ReportTheme:
    """
    One theme: held huddles in its days, those on its values, wins that show them.
    """
    @staticmethod
    def from_json(text: str) -> ReportTheme:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, *, key: str, name: str, goal: str = "", huddles: int = 0, on_theme: int = 0, wins: int = 0
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def goal(self) -> str: ...
    @property
    def huddles(self) -> int: ...
    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def on_theme(self) -> int: ...
    @property
    def wins(self) -> int: ...

class ReportStories:
    """
    Stories of the range; `recognitions` are wins that name somebody.
    """
    @staticmethod
    def from_json(text: str) -> ReportStories:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        wins: int = 0,
        misses: int = 0,
        benchmarks: int = 0,
        improvements: int = 0,
        recognitions: int = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def benchmarks(self) -> int: ...
    @property
    def improvements(self) -> int: ...
    @property
    def misses(self) -> int: ...
    @property
    def recognitions(self) -> int: ...
    @property
    def wins(self) -> int: ...

class ReportLessons:
    """
    New lessons against what the held huddles sustain; predicted recall.
    """
    @staticmethod
    def from_json(text: str) -> ReportLessons:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        learned: int = 0,
        kept: int = 0,
        came_back: int = 0,
        capacity: int = 0,
        recall_now: float | None = None,
        recall_in_90: float | None = None,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def came_back(self) -> int: ...
    @property
    def capacity(self) -> int: ...
    @property
    def kept(self) -> int: ...
    @property
    def learned(self) -> int: ...
    @property
    def recall_in_90(self) -> float | None: ...
    @property
    def recall_now(self) -> float | None: ...

class ReportHandoffs:
    """
    Matters that another team had to answer.
    """
    @staticmethod
    def from_json(text: str) -> ReportHandoffs:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        raised: int = 0,
        answered: int = 0,
        waiting: int = 0,
        days_to_answer: int = 0,
        oldest_waiting: int = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def answered(self) -> int: ...
    @property
    def days_to_answer(self) -> int: ...
    @property
    def oldest_waiting(self) -> int: ...
    @property
    def raised(self) -> int: ...
    @property
    def waiting(self) -> int: ...

class ReportStaleness:
    """
    Prompts and stories that came again.
    """
    @staticmethod
    def from_json(text: str) -> ReportStaleness:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, *, prompts: int = 0, prompts_again: int = 0, stories: int = 0, stories_again: int = 0
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def prompts(self) -> int: ...
    @property
    def prompts_again(self) -> int: ...
    @property
    def stories(self) -> int: ...
    @property
    def stories_again(self) -> int: ...

class ReportWeek:
    """
    One ISO week; attendance is 0 of 0 where it may not be shown.
    """
    @staticmethod
    def from_json(text: str) -> ReportWeek:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        monday: datetime.date,
        *,
        planned: int = 0,
        held: int = 0,
        timed: int = 0,
        overruns: int = 0,
        took: int | datetime.timedelta = 0,
        wins: int = 0,
        misses: int = 0,
        expected: int = 0,
        attended: int = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def attended(self) -> int: ...
    @property
    def expected(self) -> int: ...
    @property
    def held(self) -> int: ...
    @property
    def misses(self) -> int: ...
    @property
    def monday(self) -> datetime.date: ...
    @property
    def overruns(self) -> int: ...
    @property
    def planned(self) -> int: ...
    @property
    def timed(self) -> int: ...
    @property
    def took(self) -> int: ...
    @property
    def wins(self) -> int: ...

class ReportCommitments:
    """
    What became of commitments that fell due.
    """
    @staticmethod
    def from_json(text: str) -> ReportCommitments:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, *, kept: int = 0, missed: int = 0, dropped: int = 0, open: int = 0) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def dropped(self) -> int: ...
    @property
    def kept(self) -> int: ...
    @property
    def kept_rate(self) -> float | None: ...
    @property
    def missed(self) -> int: ...
    @property
    def open(self) -> int: ...

class ReportPeople:
    """
    People in one calendar month. Whoever is in two teams counts in each; `turns_off` is in thousandths of a turn.
    """
    @staticmethod
    def from_json(text: str) -> ReportPeople:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        month: datetime.date,
        *,
        members: int = 0,
        expected: int = 0,
        attended: int = 0,
        recognised: int = 0,
        lead: int = 0,
        led: int = 0,
        turns_off: int = 0,
        customers: ReportCommitments = ...,
        colleagues: ReportCommitments = ...,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def attendance(self) -> float | None: ...
    @property
    def attended(self) -> int: ...
    @property
    def colleagues(self) -> ReportCommitments: ...
    @property
    def customers(self) -> ReportCommitments: ...
    @property
    def expected(self) -> int: ...
    @property
    def lead(self) -> int: ...
    @property
    def led(self) -> int: ...
    @property
    def led_rate(self) -> float | None: ...
    @property
    def mean_turns_off(self) -> float | None: ...
    @property
    def members(self) -> int: ...
    @property
    def month(self) -> datetime.date: ...
    @property
    def recognised(self) -> int: ...
    @property
    def recognised_rate(self) -> float | None: ...
    @property
    def turns_off(self) -> int: ...

class Figure:
    """
    One number of a report, how it is computed and what it is not for. `unit` is share (0 to 1), count, seconds, days, huddles or turns; `number` is None without data, or where it is hidden.
    """
    @staticmethod
    def from_json(text: str) -> Figure:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        key: str,
        section: str = "",
        label: str = "",
        number: float | None = None,
        unit: str = "",
        text: str = "",
        how: str = "",
        not_for: str = "",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def how(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def not_for(self) -> str: ...
    @property
    def number(self) -> float | None: ...
    @property
    def section(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def unit(self) -> str: ...

class Difference:
    """
    One line of a comparison; `low` to `high` is the 95 % interval of after minus before.
    """
    @staticmethod
    def from_json(text: str) -> Difference:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        figure: str,
        label: str = "",
        unit: str = "",
        before: float | None = None,
        after: float | None = None,
        low: float | None = None,
        high: float | None = None,
        sentence: str = "",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def after(self) -> float | None: ...
    @property
    def before(self) -> float | None: ...
    @property
    def figure(self) -> str: ...
    @property
    def high(self) -> float | None: ...
    @property
    def label(self) -> str: ...
    @property
    def low(self) -> float | None: ...
    @property
    def sentence(self) -> str: ...
    @property
    def unit(self) -> str: ...

class Comparison:
    """
    What `compare` answers.
    """
    @staticmethod
    def from_json(text: str) -> Comparison:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, *, rows: collections.abc.Sequence[Difference] = [], caution: str = "") -> None: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    def to_text(self, *, width: int = 80) -> str:
        """
        For a terminal: at most `width` columns, 40 to 200.
        """
    @property
    def caution(self) -> str: ...
    @property
    def rows(self) -> list[Difference]: ...

class Report:
    """
    How huddles went from `start` to before `end`; `Book.report` makes one.

    Counts, from which the rates follow; `figures()` says of each number how it is computed and what it is
    not for. `people` holds the calendar months that may be shown, `hidden_months` those that are hidden so
    that nobody can work out the figures of fewer than five people.
    """
    @staticmethod
    def from_json(text: str) -> Report:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        of: ReportOf,
        key: str,
        name: str,
        start: datetime.date,
        end: datetime.date,
        made: datetime.date,
        teams: int = 0,
        held: ReportHeld = ...,
        time: ReportTime = ...,
        segments: collections.abc.Sequence[ReportSegment] = [],
        values: collections.abc.Sequence[ReportValue] = [],
        themes: collections.abc.Sequence[ReportTheme] = [],
        stories: ReportStories = ...,
        lessons: ReportLessons = ...,
        handoffs: ReportHandoffs = ...,
        staleness: ReportStaleness = ...,
        weeks: collections.abc.Sequence[ReportWeek] = [],
        people: collections.abc.Sequence[ReportPeople] = [],
        hidden_months: collections.abc.Sequence[datetime.date] = [],
        missed_reasons: collections.abc.Sequence[ReportReason] = [],
        warnings: collections.abc.Sequence[str] = [],
        exposure: collections.abc.Sequence[ExposureRow] = [],
        language: str = "en",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str: ...
    def figures(self) -> list[Figure]:
        """
        Every number of the report in the order of the page, always the same keys.
        """
    def to_frame(self, *, backend: typing.Any = None) -> typing.Any:
        """
        The figures as a data frame; see `to_frame`.
        """
    def to_html(self) -> str:
        """
        A fragment, one `<article>` with its own style; no script, no network.
        """
    def to_html_page(self) -> str:
        """
        A whole document, for a screen, a phone and paper.
        """
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    def to_text(self, *, width: int = 80) -> str:
        """
        For a terminal: at most `width` columns, 40 to 200.
        """
    @property
    def end(self) -> datetime.date: ...
    @property
    def exposure(self) -> list[ExposureRow]: ...
    @property
    def handoffs(self) -> ReportHandoffs: ...
    @property
    def held(self) -> ReportHeld: ...
    @property
    def hidden_months(self) -> list[datetime.date]: ...
    @property
    def key(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def lessons(self) -> ReportLessons: ...
    @property
    def made(self) -> datetime.date: ...
    @property
    def missed_reasons(self) -> list[ReportReason]: ...
    @property
    def name(self) -> str: ...
    @property
    def of(self) -> ReportOf: ...
    @property
    def people(self) -> list[ReportPeople]: ...
    @property
    def people_in_all(self) -> ReportPeople | None:
        """
        The months of `people` added up; None when there are none.
        """
    @property
    def segments(self) -> list[ReportSegment]: ...
    @property
    def staleness(self) -> ReportStaleness: ...
    @property
    def start(self) -> datetime.date: ...
    @property
    def stories(self) -> ReportStories: ...
    @property
    def teams(self) -> int: ...
    @property
    def themes(self) -> list[ReportTheme]: ...
    @property
    def time(self) -> ReportTime: ...
    @property
    def values(self) -> list[ReportValue]: ...
    @property
    def warnings(self) -> list[str]: ...
    @property
    def weeks(self) -> list[ReportWeek]: ...

class BlameKind(enum.Enum):
    """
    What a finding is about.
    """

    NAMES_A_PERSON = 0
    WORD_OF_BLAME = 1

class BlameFinding:
    """
    Something in the text of a miss that points at a person: `text[start:end] == found`.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, *, kind: BlameKind, start: int, end: int, found: str, advice: str) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def advice(self) -> str: ...
    @property
    def end(self) -> int: ...
    @property
    def found(self) -> str: ...
    @property
    def kind(self) -> BlameKind: ...
    @property
    def start(self) -> int: ...

class MissForm:
    """
    The form a miss is told in; an empty part is still to be said.

    `str` gives three lines with their headings; an empty part becomes the question it should answer.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, *, situation: str = "", happened: str = "", now: str = "") -> None: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def happened(self) -> str: ...
    @property
    def now(self) -> str: ...
    @property
    def situation(self) -> str: ...

class BlamelessCheck:
    """
    What `check_blameless` has to say about a text.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, *, findings: collections.abc.Sequence[BlameFinding], form: MissForm) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def findings(self) -> list[BlameFinding]:
        """
        By place; empty: nothing to say.
        """
    @property
    def form(self) -> MissForm:
        """
        A proposal to go on from.
        """

class LessonReview:
    """
    One time that a lesson came back; `assumed` when nobody rated it: it counts as remembered.
    """
    @staticmethod
    def from_json(text: str) -> LessonReview:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, *, huddle: str, day: datetime.date, rating: Rating = Rating.GOOD, assumed: bool = True
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def assumed(self) -> bool: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def huddle(self) -> str: ...
    @property
    def rating(self) -> Rating: ...

class LessonStanding:
    """
    How well a team is taken to remember one lesson. `remembered` is the chance, 0 to 1; `state` is None until it has come back once.
    """
    @staticmethod
    def from_json(text: str) -> LessonStanding:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        lesson: int,
        state: RecallState | None = None,
        heard: datetime.date | None = None,
        due: datetime.date,
        remembered: float = 0.0,
        good_in_a_row: int = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def due(self) -> datetime.date: ...
    @property
    def good_in_a_row(self) -> int: ...
    @property
    def heard(self) -> datetime.date | None: ...
    @property
    def lesson(self) -> int: ...
    @property
    def remembered(self) -> float: ...
    @property
    def state(self) -> RecallState | None: ...

class AlikeLessons:
    """
    Two lessons that say nearly the same: `alike` is the share of their words that both have.
    """
    @staticmethod
    def from_json(text: str) -> AlikeLessons:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, *, first: int, second: int, alike: float) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def alike(self) -> float: ...
    @property
    def first(self) -> int: ...
    @property
    def second(self) -> int: ...

class LessonLoad:
    """
    What a team's lesson slots can carry. `room` and `load` are lesson segments of the next 30 days; `merge` and `retire` would make room.
    """
    @staticmethod
    def from_json(text: str) -> LessonLoad:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        room: float = 0.0,
        load: float = 0.0,
        first_year: float = 0.0,
        new_per_month: float = 0.0,
        over: bool = False,
        merge: collections.abc.Sequence[AlikeLessons] = [],
        retire: collections.abc.Sequence[int] = [],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def first_year(self) -> float: ...
    @property
    def load(self) -> float: ...
    @property
    def merge(self) -> list[AlikeLessons]: ...
    @property
    def new_per_month(self) -> float: ...
    @property
    def over(self) -> bool: ...
    @property
    def retire(self) -> list[int]: ...
    @property
    def room(self) -> float: ...

class MottoCheck:
    """
    What `check_motto` has to say about a motto.

    `characters` counts blanks too. `reading_ease` is Flesch's (1948): 90 suits a child of eleven, 60 is plain
    English, 30 takes a degree; None for a text without Latin letters. `suggestions` are a plain sentence each.
    """
    @staticmethod
    def from_json(text: str) -> MottoCheck:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        words: int,
        characters: int,
        reading_ease: float | None = None,
        names_somebody: bool = False,
        names_a_deed: bool = False,
        suggestions: collections.abc.Sequence[str] = [],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def characters(self) -> int: ...
    @property
    def names_a_deed(self) -> bool: ...
    @property
    def names_somebody(self) -> bool: ...
    @property
    def reading_ease(self) -> float | None: ...
    @property
    def suggestions(self) -> list[str]: ...
    @property
    def words(self) -> int: ...

class CsvKind(enum.Enum):
    """
    What goes in and out as CSV.
    """

    STORIES = 0
    LESSONS = 1
    COMMITMENTS = 2

class Consent:
    """
    What somebody agrees to; None: no wish of their own.
    """
    @staticmethod
    def from_json(text: str) -> Consent:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, *, leads: bool | None = None, shared: bool | None = None, celebrated: bool | None = None
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def celebrated(self) -> bool | None: ...
    @property
    def leads(self) -> bool | None: ...
    @property
    def shared(self) -> bool | None: ...

class Touched:
    """
    How many rows of a table or column erasing changed.
    """
    @staticmethod
    def from_json(text: str) -> Touched:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, what: str, rows: int) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def rows(self) -> int: ...
    @property
    def what(self) -> str: ...

class Review:
    """
    A text that may still mean somebody erased, by the word `found`.
    """
    @staticmethod
    def from_json(text: str) -> Review:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, *, what: str, text: str, found: str) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def found(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def what(self) -> str: ...

class ForgetReport:
    """
    What erasing somebody did. `review` is for a human to look at; `backups` still hold the person; not `scrubbed`: another process was reading, so that it should be repeated.
    """
    @staticmethod
    def from_json(text: str) -> ForgetReport:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        touched: collections.abc.Sequence[Touched] = [],
        review: collections.abc.Sequence[Review] = [],
        backups: collections.abc.Sequence[str] = [],
        scrubbed: bool = True,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def backups(self) -> list[str]: ...
    @property
    def review(self) -> list[Review]: ...
    @property
    def scrubbed(self) -> bool: ...
    @property
    def touched(self) -> list[Touched]: ...

class ImportReport:
    """
    What an import did, or would do; `known` were in the book already, `lines` say it each.
    """
    @staticmethod
    def from_json(text: str) -> ImportReport:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, *, added: int = 0, known: int = 0, lines: collections.abc.Sequence[str] = []
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def added(self) -> int: ...
    @property
    def known(self) -> int: ...
    @property
    def lines(self) -> list[str]: ...

class ProposalKind(enum.Enum):
    """
    What somebody proposes.
    """

    BEHAVIOUR = 0
    PROMPT = 1
    WORDING = 2

class ProposalState(enum.Enum):
    """
    What became of a proposal.
    """

    WAITING = 0
    ACCEPTED = 1
    DECLINED = 2

class Proposal:
    """
    Something for the playbook; it waits for its owner.
    """
    @staticmethod
    def from_json(text: str) -> Proposal:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        kind: ProposalKind,
        text: str,
        value: str,
        story: int | None = None,
        by: Person | None = None,
        day: datetime.date,
        state: ProposalState = ProposalState.WAITING,
        reason: str = "",
        id: int = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def by(self) -> Person | None: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def id(self) -> int: ...
    @property
    def kind(self) -> ProposalKind: ...
    @property
    def reason(self) -> str: ...
    @property
    def state(self) -> ProposalState: ...
    @property
    def story(self) -> int | None: ...
    @property
    def text(self) -> str: ...
    @property
    def value(self) -> str: ...

class Renegotiation:
    """
    A commitment that was given a new day, and when that was agreed on.
    """
    @staticmethod
    def from_json(text: str) -> Renegotiation:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, *, day: datetime.date, before: datetime.date, after: datetime.date, reason: str
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def after(self) -> datetime.date: ...
    @property
    def before(self) -> datetime.date: ...
    @property
    def day(self) -> datetime.date: ...
    @property
    def reason(self) -> str: ...

class KeptSide:
    """
    Commitments to customers, or to colleagues. `renegotiated` ones are among the others.
    """
    @staticmethod
    def from_json(text: str) -> KeptSide:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, *, kept: int = 0, missed: int = 0, dropped: int = 0, open: int = 0, renegotiated: int = 0
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def dropped(self) -> int: ...
    @property
    def kept(self) -> int: ...
    @property
    def missed(self) -> int: ...
    @property
    def open(self) -> int: ...
    @property
    def rate(self) -> float | None:
        """
        Kept ones among those kept or missed; None without any.
        """
    @property
    def renegotiated(self) -> int: ...

class KeptReason:
    """
    How often one reason was given.
    """
    @staticmethod
    def from_json(text: str) -> KeptReason:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, word: str, count: int) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def count(self) -> int: ...
    @property
    def word(self) -> str: ...

class KeptRate:
    """
    How a team kept what it promised, never by person. `reasons` are of those missed, the most frequent first.
    """
    @staticmethod
    def from_json(text: str) -> KeptRate:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        customers: KeptSide = ...,
        colleagues: KeptSide = ...,
        reasons: collections.abc.Sequence[KeptReason] = [],
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def colleagues(self) -> KeptSide: ...
    @property
    def customers(self) -> KeptSide: ...
    @property
    def reasons(self) -> list[KeptReason]: ...

class HandOff:
    """
    A matter that one team put into another's hands: a story, or a commitment that was stuck for three huddles. `answer` is empty while it waits, `days` says how long it has.
    """
    @staticmethod
    def from_json(text: str) -> HandOff:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        team: str,
        to: str,
        story: int | None = None,
        commitment: int | None = None,
        question: str,
        raised: datetime.date,
        answer: str = "",
        answered: datetime.date | None = None,
        by: Person | None = None,
        days: int = 0,
        id: int = 0,
    ) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def answer(self) -> str: ...
    @property
    def answered(self) -> datetime.date | None: ...
    @property
    def by(self) -> Person | None: ...
    @property
    def commitment(self) -> int | None: ...
    @property
    def days(self) -> int: ...
    @property
    def id(self) -> int: ...
    @property
    def question(self) -> str: ...
    @property
    def raised(self) -> datetime.date: ...
    @property
    def story(self) -> int | None: ...
    @property
    def team(self) -> str: ...
    @property
    def to(self) -> str: ...

class Rotation:
    """
    Fair turns among candidates of given weights.

    >>> values = Rotation({"own-it": 2, "listen": 1})
    >>> values.next()
    'own-it'
    >>> values.advance("own-it")
    >>> round(values.credit("listen"), 3)
    0.333

    Each step shares one turn among the eligible by weight, and whoever takes it pays one. Credit is share
    minus turns, in turns; credits add up to zero whatever happens. The same calls give the same turns on
    every machine, after a million turns too.

    Parameters
    ----------
    weights : dict of str to int
        1 to 10,000 candidates, in the order in which equal ones take their turns. Whole numbers from 1 to
        1,000,000; keys of at most 200 bytes.
    rule : Rotation.Rule
        How `next` chooses.

    Raises
    ------
    InvalidArgumentError
        For no candidates at all, and for a key or a weight that breaks the rule.

    Notes
    -----
    With n candidates always eligible, EARLIEST_DEADLINE lets no |credit| exceed 1 - 1/(2n-2), the best
    that any method can do (R. Tijdeman, "The chairman assignment problem", 1980). Where presence varies, no
    method has a bound (the carpool problem: Fagin and Williams 1983; Ajtai et al., "Fairness in
    scheduling", 1998); for people LARGEST_CREDIT was measured a little better: at most 1.21 turns off over
    1,000 steps at 40 to 100 % presence in 2,000 teams, where deadlines were 1.47 off.

    A newcomer enters with credit 0: no catching up, no waiting. A value without a lock: threads may share
    one while none changes it.
    """
    class Rule(enum.Enum):
        """
        How `Rotation.next` chooses.
        """

        EARLIEST_DEADLINE = 0
        LARGEST_CREDIT = 1

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Rotation: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, weights: dict, *, rule: Rotation.Rule = Rule.EARLIEST_DEADLINE) -> None: ...
    def __repr__(self) -> str: ...
    def advance(self, key: str, eligible: collections.abc.Sequence[str] | None = None) -> None:
        """
        Book a step in which `key` took the turn that the eligible, or everybody, share.

        >>> people = Rotation({"ana": 1, "ben": 1})
        >>> people.advance("ana", ["ben"])
        >>> people.credit("ana"), people.credit("ben")
        (-1.0, 1.0)

        `key` need not be eligible: here Ana stood in for Ben. When nobody is eligible the turn is counted and no
        credit moves. Raises NotFoundError for an unknown key, ConflictError when it would take anybody more than
        200 turns from their share.
        """
    def credit(self, key: str) -> float:
        """
        In turns: positive is due, negative has had more than the share.
        """
    def deviation(self) -> float:
        """
        The largest credit of either sign, in turns: how far from fair.
        """
    def give_back(self, key: str, eligible: collections.abc.Sequence[str] | None = None) -> None:
        """
        Undo `advance` with the same arguments exactly, however many turns were taken since.

        >>> people = Rotation({"ana": 1, "ben": 1})
        >>> people.advance("ana")
        >>> people.give_back("ana")
        >>> people.credit("ana"), people.turns("ana")
        (0.0, 0)

        Exact as long as nobody joined, left or changed weight in between. Raises ConflictError when `key` has
        taken no turn.
        """
    def join(self, key: str, weight: float = 1) -> None:
        """
        Enter with credit 0, last in order.

        Raises ConflictError when `key` is in already.
        """
    def keys(self) -> list[str]:
        """
        In order.
        """
    def leave(self, key: str) -> None:
        """
        Leave; the credit is shared out among the others by weight.

        >>> people = Rotation({"ana": 1, "ben": 1, "caro": 2})
        >>> people.advance("ana")
        >>> people.leave("ana")
        >>> people.credit("ben"), people.credit("caro")
        (0.0, 0.0)

        Raises ConflictError for the last one.
        """
    def next(self, eligible: collections.abc.Sequence[str] | None = None) -> str | None:
        """
        Whose turn it is, among the eligible or everybody; changes nothing.

        >>> Rotation({"ana": 1, "ben": 1}).next(["ben"])
        'ben'

        None when nobody is eligible, a normal answer. Raises NotFoundError for an unknown key.
        """
    def set_weight(self, key: str, weight: float) -> None:
        """
        Change a weight from the next step on; credits stay.
        """
    def share(self, key: str) -> float:
        """
        The turns due by weight so far, with what leavers left: turns + credit.
        """
    def turns(self, key: str) -> int:
        """
        The turns taken.
        """
    @property
    def rule(self) -> Rotation.Rule: ...
    @property
    def weights(self) -> dict:
        """
        By key, in order; a copy.
        """

class Timebox:
    """
    The split of one huddle's time among its segments.

    >>> Timebox(600).share([Timebox.Request(15, 30, 45), Timebox.Request(60, 90, 180)])
    [45, 180]

    Lengths are whole seconds. Values; safe to share between threads.
    """
    class Request:
        """
        What one segment asks for; `cut` 1 falls first, 0 never.
        """

        __hash__: typing.ClassVar[None]  # type: ignore[assignment]
        def __eq__(self, other: object, /) -> bool: ...
        def __init__(
            self,
            min: int | datetime.timedelta,
            ideal: int | datetime.timedelta,
            max: int | datetime.timedelta,
            cut: int = 0,
        ) -> None: ...
        def __repr__(self) -> str: ...
        @property
        def cut(self) -> int: ...
        @property
        def ideal(self) -> int: ...
        @property
        def max(self) -> int: ...
        @property
        def min(self) -> int: ...

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, total: int | datetime.timedelta, *, tick: int | datetime.timedelta = 5) -> None: ...
    def __repr__(self) -> str: ...
    def fit(self, requests: collections.abc.Sequence[Timebox.Request]) -> list[int | None] | None:
        """
        As `share`, after dropping requests by `cut` until the minimums fit; None for a dropped one.
        """
    def share(self, requests: collections.abc.Sequence[Timebox.Request]) -> list[int] | None:
        """
        One length per request, adding up to `total` or to the sum of the maximums.

        None when even the minimums do not fit. For the same requests a longer box never shortens one
        (Sainte-Laguë; Balinski & Young 1982).
        """
    @property
    def tick(self) -> int: ...
    @property
    def total(self) -> int: ...

class Book:
    """
    The open file that holds the playbook and the journal; `open` gives one.

    >>> import huddlekit
    >>> from datetime import date
    >>> with huddlekit.open(":memory:", create=True) as book:
    ...     report = book.load_pack("harbour-hotel")
    ...     agenda = book.team("kitchen").agenda(date(2026, 11, 23))
    >>> agenda
    <Agenda 'kitchen/2026-11-23/service', 5 segments in 480 s, a preview>

    Every call that writes is one transaction: when it has returned, a kill at any instant loses nothing of
    it, and when it raises, everything is as it was. Days are dates of the team (a datetime is refused).
    A book may be shared among threads and its file among processes: whoever reads waits for nobody, whoever
    writes takes turns, all without the GIL. After `close` every call is a ConflictError. A process
    may fork with a book open, and both sides go on with it.
    """
    def __enter__(self) -> Book: ...
    def __exit__(self, arg0: typing.Any, arg1: typing.Any, arg2: typing.Any) -> None: ...
    def __repr__(self) -> str: ...
    def agendas(self, day: datetime.date) -> list[Agenda]:
        """
        The agenda of every huddle of that local day, published or a preview. Never writes.
        """
    def backup(self, path: os.PathLike[str] | str | bytes) -> None:
        """
        Writes a copy that opens, while others write. StorageError when the file exists.
        """
    def by(self, who: str | None = None, *, call: str | None = None) -> Book:
        """
        The same book, for writes that say who makes them and, by `call`, which one this is.

        >>> import huddlekit
        >>> with huddlekit.open(":memory:", create=True) as book:
        ...     report = book.load_pack("harbour-hotel")
        ...     first = book.by("ana", call="form-7f3").team("kitchen").win("Found the ring")
        ...     again = book.by("ana", call="form-7f3").team("kitchen").win("Found the ring")
        >>> first == again
        True

        A write with a `call` that has been made within 30 days changes nothing and gives the answer that it gave
        then, in whatever thread or process it is told again: one whose answer was lost may be told until there is
        one. A name is of one write with all its arguments, the day included; one that has failed may be
        told again. `who` is a person's key, or what the host calls its users. Each is one line of at most 200 bytes,
        else InvalidArgumentError. The write itself is a ConflictError when the name is of another one, or when
        somebody in its answer has been erased since. `feed` and `backup` are no writes; the answer of `forget` is
        not kept.
        """
    def check_up(self) -> list[Checkup]:
        """
        How the book and the place where it lies stand, a `Checkup` each.

        The engine and its faults, time zones, file system, rights, free space, log, backups, contents, and the
        holiday calendars that are followed. Reads all of the file.
        """
    def close(self) -> None:
        """
        Closes the file, once calls of other threads are through. Closing twice is fine.
        """
    def export_csv(self, kind: CsvKind) -> str:
        """
        Stories, lessons or commitments of all teams (RFC 4180), safe to open in a spreadsheet.
        """
    def export_jsonl(self) -> str:
        """
        The whole journal as JSON Lines, with teams, people, values and prompts by key.
        """
    def feed(
        self,
        *,
        team: str | None = None,
        person: str | None = None,
        start: datetime.date | None = None,
        end: datetime.date | None = None,
        alarm: int | None = None,
    ) -> str:
        """
        The huddles of the coming weeks as a calendar to subscribe to (iCalendar).

        >>> import huddlekit
        >>> with huddlekit.open(":memory:", create=True) as book:
        ...     report = book.load_pack("harbour-hotel")
        ...     calendar = book.feed(team="kitchen", alarm=10)
        ...     calendar == book.feed(team="kitchen", alarm=10)
        True

        Of one team, of one person (what the person is expected at, and where it is their turn), of both, or of
        everybody. From `start`, a week before today, to before `end`, four weeks after it; of the past it holds
        what was published. `alarm` is in minutes, 0 to 40320.

        A huddle keeps its UID for good. SEQUENCE and LAST-MODIFIED rise when something about it has changed and
        only then, so the bytes stay the same as long as nothing does: hash them for an ETag. What was cancelled
        stays for 30 days as cancelled. No private note is ever in it. For that the book keeps what it said last,
        unless it was opened read-only. NotFoundError for a team or person; InvalidArgumentError for a range that
        ends before it begins or more than 400 days from today.
        """
    def holidays(self) -> list[HolidayCalendar]:
        """
        The holiday calendars of the book, by name.
        """
    def huddle(self, id: str) -> Huddle:
        """
        One huddle, wherever it has moved to. NotFoundError for one that is not on the calendar.
        """
    def import_csv(
        self, kind: CsvKind, text: str, *, dry_run: bool = False, name: str = "import"
    ) -> ImportReport:
        """
        Adds what such a file says; what the book has already is left alone. At most 256 MiB.

        All or nothing; `dry_run` only says what would happen, a line for each entry. ParseError with every
        line that is wrong, `name` being the file's.
        """
    def import_jsonl(self, text: str, *, dry_run: bool = False, name: str = "import") -> ImportReport:
        """
        Puts an exported journal into a book with the same playbook and an empty journal.

        All or nothing; `dry_run` only says what would happen. ParseError with every line that is wrong, `name`
        being the file's; ConflictError when the journal is not empty.
        """
    def journal(self) -> Journal:
        """
        What happened, by the ids of the entries.
        """
    @typing.overload
    def load(self, playbook: Playbook) -> LoadReport:
        """
        Puts in a playbook made or read before.
        """
    @typing.overload
    def load(self, path: os.PathLike[str] | str | bytes) -> LoadReport:
        """
        Puts in what a playbook file says, by key, in one transaction.

        What the same source said before and says no more is retired, never deleted; other sources stay.
        Loading the same file twice changes nothing. Raises ParseError with all the file's problems, Conflict
        for a key of another source, NotFoundError for a reference to nothing.
        """
    def load_holidays(self, name: str, holidays: collections.abc.Sequence[Holiday], *, source: str) -> None:
        """
        Replaces the holiday calendar of that name, all or nothing.

        Teams that follow the name keep its holidays without a region, those that follow a region that region's.
        What is published stays where it is. InvalidArgumentError for an empty list.
        """
    def load_pack(self, name: str) -> LoadReport:
        """
        Puts in a starter pack, one of `pack_names()`, or the example `harbour-hotel`.
        """
    def meeting_at(self, instant: datetime.datetime) -> list[CalendarEntry]:
        """
        The huddles of all teams going on at an aware datetime: begun, and their time not over.
        """
    def outbox(self) -> Outbox:
        """
        What wants to go out by now.
        """
    def people(self) -> People:
        """
        What people wish, when they are away, what is kept of them.
        """
    def playbook(self) -> Playbook:
        """
        What is in force now, all sources together; its `source` is empty.
        """
    def proposals(self) -> Proposals:
        """
        What people propose for the playbook.
        """
    def publish_all(self, day: datetime.date) -> list[Agenda]:
        """
        Publishes every huddle of every team on that local day, in one transaction.
        """
    def remove_holidays(self, name: str) -> None:
        """
        Forgets a holiday calendar; NotFoundError when there is none of that name.
        """
    def report(
        self,
        team: str | None,
        start: datetime.date,
        end: datetime.date,
        *,
        department: str | None = None,
        private: bool = False,
    ) -> Report:
        """
        How the huddles from `start` to before `end` (1 to 3,660 days) went.

        `team` is a key, or None for a `department` by its key or else the whole organisation. Figures about
        people cover calendar months that are over and lie whole in the range; they are hidden where a group
        under five could be worked out from any set of reports. `private` adds, for a team, how often each
        member has heard each value: for the facilitator alone. A range without a huddle gives zeros. Whoever
        holds the file can read all of it. NotFoundError for an unknown team or department.
        """
    def search(
        self,
        words: str,
        *,
        team: str | None = None,
        kind: EntryKind | None = None,
        value: str | None = None,
        start: datetime.date | None = None,
        end: datetime.date | None = None,
        limit: int = 10,
    ) -> list[SearchHit]:
        """
        Stories and lessons that hold all the words, best first, fresher before older.

        Case and accents do not matter; nothing in `words` is an operator. Of more than 5,000 stories that fit, the
        5,000 told last are ranked. `end` is the first day that is not
        searched any more; `limit` is 1 to 1,000. InvalidArgumentError for words that are empty or more than
        1,000 bytes.
        """
    def speaking(self, language: str) -> Book:
        """
        The same book, for calls whose answers speak a language: agendas, plans, reports, reminders, feeds.

        >>> import huddlekit
        >>> from datetime import date
        >>> with huddlekit.open(":memory:", create=True) as book:
        ...     report = book.load_pack("harbour-hotel")
        ...     kitchen = book.speaking("en-XA").team("kitchen")
        ...     kitchen.agenda(date(2026, 11, 23)).segments[0].title
        'Öþéñ'

        The book keeps the same whatever is spoken, and people's own words stay as they are. NotFoundError for a
        language that is not one of `huddlekit.languages()`.
        """
    def team(self, key: str) -> Team:
        """
        One team. NotFoundError, naming the nearest, for one that the book does not have.
        """
    def teams(self) -> list[Team]:
        """
        The teams in force, in the order of the file.
        """
    @property
    def closed(self) -> bool: ...
    @property
    def path(self) -> pathlib.Path: ...

class Team:
    """
    One team of a book, by `Book.team`: a handle, which keeps nothing of the team.

    >>> import huddlekit
    >>> from datetime import date
    >>> with huddlekit.open(":memory:", create=True) as book:
    ...     report = book.load_pack("harbour-hotel")
    ...     team = book.team("kitchen")
    ...     team.agenda(date(2026, 11, 23))
    <Agenda 'kitchen/2026-11-23/service', 5 segments in 480 s, a preview>

    `huddle` is the key of one of its meetings; it may be left out where only one takes place that day, else
    ConflictError lists them. None is a normal answer on a day without a huddle, or with a cancelled one. Once
    its book is closed every call is a ConflictError.
    """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        A card with today's huddle, the next days and what is open, at the end of a notebook cell.
        """
    def absences(self, start: datetime.date, end: datetime.date) -> list[Absence]:
        """
        Those of the team's members from `start` to before `end`.
        """
    def agenda(self, day: datetime.date, huddle: str | None = None) -> Agenda | None:
        """
        The published agenda, or a preview of what `publish` would store now. Never writes.

        None on a day without a huddle, or with a cancelled one. `huddle` may be left out where one takes
        place that day; else ConflictError lists them. NotFoundError for an unknown team or huddle.
        """
    def calendar(self, start: datetime.date, end: datetime.date) -> list[CalendarEntry]:
        """
        The team's huddles that take place from `start` on and before `end`, at most ten years.

        In order of their start, with what became of each; cancelled ones too.
        """
    def commit(
        self,
        who: str,
        text: str,
        *,
        due: datetime.date,
        made: datetime.date | None = None,
        for_customer: bool = False,
    ) -> Commitment:
        """
        Notes who does what by when. `who` is a key, `made` the team's today unless given.
        """
    def commitments(self, *, only_open: bool = True) -> list[Commitment]:
        """
        The team's commitments, first due first.
        """
    def day(self, now: datetime.datetime | None = None) -> datetime.date:
        """
        The team's local date at an aware datetime; by the book's clock without one.
        """
    def exposure(self) -> list[ExposureRow]:
        """
        Who has heard which value how often: a row for every member and value.
        """
    def hand_offs(self, *, only_open: bool = False) -> list[HandOff]:
        """
        What the team has raised and what it is asked, oldest first.
        """
    def hold(self, huddle: str | None = None) -> typing.Any:
        """
        A widget to hold today's huddle with; needs the extra `notebook`.

        `huddle` is the id of an agenda; without it, the first one of today. NotFoundError on a day without a
        huddle.
        """
    def leader_note(self, day: datetime.date, huddle: str | None = None) -> str:
        """
        For whoever leads, alone: who has not heard the value yet, who is new, who is away.
        """
    def lesson(
        self,
        insight: str,
        *,
        change: str = "",
        importance: int = 1,
        value: str | None = None,
        day: datetime.date | None = None,
        audience: Audience = Audience.TEAM,
        story: int | None = None,
    ) -> Lesson:
        """
        Keeps what a story taught, and what changes, so that it comes back. `importance` is 1 to 3; `value` is the key of the one it illustrates, `story` the id of the one it is from.
        """
    def lessons(self, *, only_active: bool = True) -> list[Lesson]:
        """
        The lessons that the team has learned, oldest first.
        """
    def load_roster(self, lines: collections.abc.Sequence[RosterLine]) -> int:
        """
        Replaces who is expected at every huddle that the lines name; answers at how many.
        """
    def miss(
        self,
        text: str,
        *,
        day: datetime.date | None = None,
        values: collections.abc.Sequence[str] = [],
        who: collections.abc.Sequence[str] = [],
        by: str | None = None,
        touch_point: str = "",
        stage: str = "",
        customer: str = "",
        inside_customer: bool = False,
        tags: collections.abc.Sequence[str] = [],
        promise: str = "",
    ) -> Story:
        """
        Tells what went wrong: the situation, what happened, what we do now. It names nobody.

        `promise` says which promise it broke. It stays in the agenda until `Journal.put_right`. `Journal.check_miss` warns of
        words of blame. The rest is as in `win`.
        """
    def next(self, now: datetime.datetime | None = None) -> CalendarEntry | None:
        """
        The team's first huddle that starts later than an aware datetime, without one by the book's clock; or None.
        """
    def note(self, text: str, *, day: datetime.date | None = None, source: str = "") -> Note:
        """
        Adds something for one day only, today unless given, from a person or from the host program.
        """
    def notes(self, day: datetime.date) -> list[Note]:
        """
        What was noted for that day.
        """
    def open_misses(self) -> list[Story]:
        """
        The team's misses that are not put right yet, oldest first.
        """
    def plan(self, start: datetime.date, end: datetime.date) -> list[Agenda]:
        """
        The agendas from `start` on and before `end` as they would be published one after the other if nothing changes. Stores nothing; at most 400 days.
        """
    def publish(self, day: datetime.date, huddle: str | None = None) -> Agenda | None:
        """
        Stores the agenda once and returns the same ever after, whoever else publishes it too.

        As `agenda` otherwise. ConflictError for a day more than 31 days after the team's local date.
        """
    def rota(self, role: Role = Role.LEAD, n: int = 5, *, start: datetime.date | None = None) -> list[Turn]:
        """
        The next `n` turns (1 to 100), from the team's today or from `start` on.

        Published ones, and the others as they come if nothing changes. Fewer where the team does not meet
        often enough within 400 days.
        """
    def stories(self, start: datetime.date, end: datetime.date) -> list[Story]:
        """
        The team's stories of the days from `start` on and before `end`, in order.
        """
    def tell(
        self,
        kind: StoryKind,
        text: str,
        *,
        day: datetime.date | None = None,
        values: collections.abc.Sequence[str] = [],
        who: collections.abc.Sequence[str] = [],
        by: str | None = None,
        touch_point: str = "",
        stage: str = "",
        customer: str = "",
        inside_customer: bool = False,
        tags: collections.abc.Sequence[str] = [],
        promise: str = "",
    ) -> Story:
        """
        Tells a story of any kind, as `win`; also of great service seen elsewhere (`BENCHMARK`) and of what somebody does better from now on (`IMPROVEMENT`).
        """
    def win(
        self,
        text: str,
        *,
        day: datetime.date | None = None,
        values: collections.abc.Sequence[str] = [],
        who: collections.abc.Sequence[str] = [],
        by: str | None = None,
        touch_point: str = "",
        stage: str = "",
        customer: str = "",
        inside_customer: bool = False,
        tags: collections.abc.Sequence[str] = [],
        promise: str = "",
    ) -> Story:
        """
        Tells what went well, the colleagues behind it and the values it shows.

        >>> import huddlekit
        >>> with huddlekit.open(":memory:", create=True) as book:
        ...     report = book.load_pack("harbour-hotel")
        ...     story = book.team("kitchen").win("Found the ring", who=["ravi"])
        >>> story.kind.name, story.team
        ('WIN', 'kitchen')

        `day` is the team's today unless given, and not later. `who`, `values` and `by` are keys; without `by` it
        is anonymous; nobody recognises themselves. `customer` says what sort of customer in free words,
        `inside_customer` that it was a colleague. At most 20,000 bytes of text, 200 for each of the others, 20
        tags. NotFoundError for an unknown key.
        """
    @property
    def book(self) -> Book: ...
    @property
    def key(self) -> str: ...

class Huddle:
    """
    One huddle of a book by its id, by `Book.huddle`: a handle, which keeps nothing of the huddle.

    It is found wherever it has moved to. Once its book is closed every call is a ConflictError.
    """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def agenda(self) -> Agenda | None:
        """
        The published agenda, or a preview of what `publish` would store now; None when it was cancelled. Never writes.
        """
    def amend(
        self,
        *,
        attended: collections.abc.Sequence[str] | None = None,
        led_by: str | None = None,
        took: int | datetime.timedelta | None = None,
        seconds: collections.abc.Mapping[str, int | datetime.timedelta] = {},
        covered: collections.abc.Sequence[str] | None = None,
        lesson_rating: int | None = None,
        commitments: collections.abc.Sequence[NewCommitment] = [],
        kept: collections.abc.Sequence[int] = [],
        missed: collections.abc.Mapping[int, str] = {},
    ) -> None:
        """
        Corrects a completed huddle: what is given takes the place of what was recorded.

        The arguments are those of `complete`. What is left out stays as it was recorded, and so do commitments.
        ConflictError when it is not completed.
        """
    def cancel(self, reason: str) -> None:
        """
        Takes a huddle off the calendar, published or not, and gives its turns back. ConflictError when it is completed.
        """
    def collect_round(self, answers: collections.abc.Sequence[RoundAnswer]) -> CollectedRound:
        """
        Puts a round straight into the journal, in one transaction.

        Each RoundAnswer becomes an improvement told by that person and a lesson of the team. Collecting the
        same again changes nothing, and others may be added; ConflictError when somebody has said something
        else there.
        """
    def complete(
        self,
        *,
        attended: collections.abc.Sequence[str] | None = None,
        led_by: str | None = None,
        took: int | datetime.timedelta | None = None,
        seconds: collections.abc.Mapping[str, int | datetime.timedelta] = {},
        covered: collections.abc.Sequence[str] | None = None,
        lesson_rating: int | None = None,
        commitments: collections.abc.Sequence[NewCommitment] = [],
        kept: collections.abc.Sequence[int] = [],
        missed: collections.abc.Mapping[int, str] = {},
    ) -> None:
        """
        Records what became of a published huddle; what is left out was as planned.

        `attended` are the keys of those present (None: not recorded), `took` and the `seconds` of each segment
        are its length, {"round": 130}. `covered` are the segments there was time for (None: all): the stories and
        the lesson of the others come again, and the turn in the customer's seat is given back. `lesson_rating`,
        a `Rating` or 1 to 4, says how well the lesson was remembered; one that was reached and not rated counts
        as remembered. `commitments` are new ones,
        `kept` the ids of those that were kept, `missed` those that were not, with the reason. All of it is one
        transaction. Telling the same twice changes nothing; ConflictError when it was cancelled, completed
        with something else, or is on a day to come and more than 12 hours ahead.
        """
    def cut(self, segment: str, *, cut: bool = True, now: datetime.datetime | None = None) -> LiveHuddle:
        """
        Takes a segment that is still to come out of the plan, or with `cut=False` back in.
        """
    def entry(self) -> CalendarEntry:
        """
        When it takes place, and what became of it.
        """
    def expected(self) -> list[Person]:
        """
        Those expected at a huddle, in the team's order; for a published one, when it was published.
        """
    def finish(
        self,
        *,
        attended: collections.abc.Sequence[str] | None = None,
        led_by: str | None = None,
        took: int | datetime.timedelta | None = None,
        seconds: collections.abc.Mapping[str, int | datetime.timedelta] = {},
        covered: collections.abc.Sequence[str] | None = None,
        lesson_rating: int | None = None,
        commitments: collections.abc.Sequence[NewCommitment] = [],
        kept: collections.abc.Sequence[int] = [],
        missed: collections.abc.Mapping[int, str] = {},
        now: datetime.datetime | None = None,
    ) -> None:
        """
        Ends a huddle that has begun, wherever it is, and completes it.

        The arguments are those of `complete`; `took`, `seconds` and `covered` are as they were measured unless
        given. Finishing twice changes nothing. ConflictError for a huddle that has not begun.
        """
    def live(self, now: datetime.datetime | None = None) -> LiveHuddle | None:
        """
        How it stands; None when it has not begun. Never writes.
        """
    def move(self, to: datetime.datetime, reason: str) -> CalendarEntry:
        """
        Lets one huddle take place at another local time, on a holiday too. Its id stays.

        A published one is revised: moved within its day it keeps everything else; on another day its turns are
        given back and it is composed anew. Moving it back undoes that. ConflictError when it has begun or is over, when the
        meeting takes place on that day already, or for a published one more than 31 days ahead.
        """
    def next(self, now: datetime.datetime | None = None) -> LiveHuddle:
        """
        Goes on to the next segment that is not cut, or ends after the last. A paused huddle runs again.
        """
    def pause(self, now: datetime.datetime | None = None) -> LiveHuddle:
        """
        Stops the clock; nothing when it is paused.
        """
    def present(self, people: collections.abc.Sequence[str]) -> LiveHuddle:
        """
        Notes the keys of those who are there while the huddle is on; `finish` takes them from here unless it is told.
        """
    def publish(self) -> Agenda | None:
        """
        Stores the agenda once and returns the same ever after; None when it was cancelled. ConflictError for a day more than 31 days after the team's local date.
        """
    def rate_lesson(self, rating: int) -> LiveHuddle:
        """
        Notes how well the lesson was remembered, a `Rating` or 1 to 4, for `finish`.
        """
    def resume(self, now: datetime.datetime | None = None) -> LiveHuddle:
        """
        Lets the clock run again; nothing when it runs.
        """
    def revise(self, reason: str, *, away: collections.abc.Sequence[str] = []) -> Agenda:
        """
        Makes revision n + 1: replaces those who are `away`, takes in new notes and stories.

        The value of the day and every earlier revision stay. `reason` is shown.
        NotFoundError for a huddle that is not published, ConflictError for one that is over.
        """
    def revisions(self) -> list[Agenda]:
        """
        All revisions of a published huddle, first to last.
        """
    def skip(self, role: Role = Role.LEAD, reason: str = "") -> Turn:
        """
        Lets the turn pass whoever it falls to; that person stays first in line.

        Answers whose turn it is now. A published huddle is revised, and that revision shows `reason`.
        """
    def start(self, now: datetime.datetime | None = None) -> LiveHuddle:
        """
        Begins a huddle, or goes on with one that has begun; publishes it where it is not.

        >>> import huddlekit
        >>> from datetime import datetime, timedelta, timezone
        >>> now = datetime(2026, 11, 23, 8, 15, tzinfo=timezone.utc)
        >>> with huddlekit.open(":memory:", create=True, now=lambda: now) as book:
        ...     report = book.load_pack("harbour-hotel")
        ...     huddle = book.huddle("kitchen/2026-11-23/service")
        ...     begun = huddle.start()
        ...     huddle.next(now=now + timedelta(seconds=40))
        <LiveHuddle 'kitchen/2026-11-23/service', running, 'value' for 0 s>

        Every call stores how the huddle stands: a process that was killed, or another one, goes on in the same
        segment with the right clock. `now` is an aware datetime, the book's clock without one; a clock that
        goes backwards counts nothing. ConflictError when the huddle is cancelled or completed.
        """
    def swap(self, colleague: str, role: Role = Role.LEAD) -> list[Turn]:
        """
        `colleague` takes this turn, and whoever had it takes the colleague's next one.

        Answers both turns, or one where the colleague has none within 60 days. A published huddle is revised.
        ConflictError when the colleague is not expected there or does not take turns.
        """
    @property
    def book(self) -> Book: ...
    @property
    def id(self) -> str: ...

class Journal:
    """
    What happened, whichever team it happened to: entries by their ids, by `Book.journal`. A handle; an entry is told to a `Team`. NotFoundError for an id that the book does not have.
    """
    def __repr__(self) -> str: ...
    def answer(self, hand_off: int, text: str, *, by: str) -> HandOff:
        """
        Answers what another team asked. `by` is the key of a member of the team that was asked.
        """
    def calls(self, *, limit: int = 100) -> list[Call]:
        """
        The writes of the last 30 days that said who made them or had a name, the latest first; at most `limit`, 1 to 10,000.
        """
    def check_miss(self, text: str) -> BlamelessCheck:
        """
        `check_blameless` with the names of everybody in the book: advice, never a refusal.
        """
    def dropped(self, commitment: int, reason: str = "") -> Commitment:
        """
        Closes a commitment that is not needed any more.
        """
    def edit(
        self,
        story: int,
        *,
        text: str | None = None,
        values: collections.abc.Sequence[str] | None = None,
        who: collections.abc.Sequence[str] | None = None,
        touch_point: str | None = None,
        stage: str | None = None,
        customer: str | None = None,
        inside_customer: bool | None = None,
        tags: collections.abc.Sequence[str] | None = None,
        promise: str | None = None,
        by: str | None = None,
    ) -> Story:
        """
        Changes a story, by its id; what is None stays. A text that is replaced is kept.

        `by` is the key of whoever edits, if that is known. Published agendas stay as they are.
        """
    def edits(self, story: int) -> list[StoryEdit]:
        """
        The texts that a story had before, oldest first.
        """
    def hand_off(self, story: int, to_team: str, question: str) -> HandOff:
        """
        Puts a story, by its id, into the hands of another team.

        It stands on that team's agendas until somebody there answers; the answer stands on the next agenda of
        the team that asked. ConflictError when the story waits for that team already.
        """
    def kept(self, commitment: int) -> Commitment:
        """
        Closes a commitment, by its id, that was kept.
        """
    def kept_rate(self, team: str, start: datetime.date, end: datetime.date) -> KeptRate:
        """
        How the commitments due from `start` to before `end` were kept, those to customers apart.
        """
    def lesson_load(self, team: str) -> LessonLoad:
        """
        What the team's lesson slots can carry, and what would make room.

        A slot is a lesson segment on the team's calendar in the next 30 days. Each lesson is taken to be shown
        whenever it is due and remembered at nine in ten. `merge` lists lessons that say nearly the same, `retire`
        those that are remembered beyond a year and were three times running.
        """
    def merge(self, lesson: int, into: int) -> Lesson:
        """
        Lets another lesson stand for this one; both by id.
        """
    def missed(self, commitment: int, reason: str) -> Commitment:
        """
        Closes a commitment that was not kept, and says why.
        """
    def put_right(self, story: int, step: Recovery, *, by: str, day: datetime.date) -> Story:
        """
        Records what was done for the customer of a miss, by whom and on which day.

        A miss leaves the agenda with `Recovery.PUT_RIGHT`. Telling the same twice changes nothing;
        ConflictError when somebody else did it, or on another day, or when the story is no miss.
        """
    def rebuild_recall(self) -> int:
        """
        Works every standing out anew from the reviews; answers how many differed, 0 in a sound book.
        """
    def recall(self, team: str, *, day: datetime.date | None = None) -> list[LessonStanding]:
        """
        How well the team is taken to remember each lesson that comes back to it.

        >>> import huddlekit
        >>> from datetime import date, datetime, timezone
        >>> monday = date(2026, 11, 23)
        >>> with huddlekit.open(
        ...     ":memory:", create=True, now=lambda: datetime(2026, 11, 23, 6, tzinfo=timezone.utc)
        ... ) as book:
        ...     report = book.load_pack("harbour-hotel")
        ...     team = book.team("kitchen")
        ...     lesson = team.lesson("Label every tray.", day=monday)
        ...     agenda = team.publish(monday)
        ...     book.huddle(agenda.id).complete(lesson_rating=huddlekit.Rating.HARD)
        ...     standing = book.journal().recall("kitchen")[0]
        >>> standing.due, round(standing.state.stability, 2), standing.remembered
        (datetime.date(2026, 11, 24), 1.29, 1.0)

        Of the team's own lessons, its department's and everyone's, those that are active. `day` is the team's
        today unless given; `remembered` is the chance on it. Method: FSRS-6, see `Recall`.
        """
    def renegotiate(self, commitment: int, due: datetime.date, reason: str) -> Commitment:
        """
        Gives an open commitment, by its id, a new day; the reason stays on record.

        ConflictError when it is closed; InvalidArgumentError for the day it has, or one before it was made.
        """
    def renegotiations(self, commitment: int) -> list[Renegotiation]:
        """
        The days that a commitment had before, oldest first.
        """
    def retire(self, lesson: int, reason: str) -> Lesson:
        """
        The lesson comes back no more: it is in the checklist by now, or no longer true.

        NotFoundError for no such id; ConflictError when it is merged, or retired for another reason.
        """
    def reviews(self, lesson: int, team: str) -> list[LessonReview]:
        """
        When a lesson came back to a team, oldest first, and how it was remembered.
        """
    def story(self, id: int) -> Story:
        """
        The story with this id.
        """

class People:
    """
    The people of a book, by their keys: what they wish, when they are away, what is kept of them, by `Book.people`. A handle. NotFoundError for somebody whom the book does not know.
    """
    def __repr__(self) -> str: ...
    def away(self, who: str, first: datetime.date, last: datetime.date | None = None) -> Absence:
        """
        Somebody will not come from `first` to `last`, both included; None: not known yet.

        InvalidArgumentError when it ends before it begins, ConflictError when it overlaps another. Huddles
        that are published already change by `revise`.
        """
    def cancel_absence(self, id: int) -> None:
        """
        The person will come after all.
        """
    def consent(self, person: str) -> Consent:
        """
        What holds for somebody: their own wish, else what the playbook says of them.
        """
    def data_of(self, person: str) -> dict:
        """
        Everything that is kept about somebody, table by table, as plain data.
        """
    def end_absence(self, id: int, last: datetime.date) -> Absence:
        """
        Gives an absence another last day: the day before somebody is back. Refused as `away`.
        """
    def forget(self, person: str) -> ForgetReport:
        """
        Erases somebody: name and key go everywhere, texts included.

        Turns and counts stay, under "a colleague". Nothing is left in free pages, the log or the search index;
        backups are not touched, but listed. No playbook brings the key back: loading one that still has it is
        a ConflictError. Told again, it takes out the key where somebody has written it since. NotFoundError for a
        key that was never in the book.
        """
    def set_consent(
        self,
        person: str,
        *,
        leads: bool | None = None,
        shared: bool | None = None,
        celebrated: bool | None = None,
    ) -> Consent:
        """
        Records somebody's own wish, and answers what holds now.

        It goes before what the playbook says: `leads` is to lead huddles, `shared` to be named in stories told to
        other teams, `celebrated` to be named when a win is told. What is None stays as it is.
        """

class Proposals:
    """
    What people propose for the playbook of a book, by `Book.proposals`. A handle.
    """
    def __repr__(self) -> str: ...
    def accept(self, proposal: int) -> Proposal:
        """
        Accepts a proposal, by its id: `toml` has it from now on.
        """
    def add(
        self, kind: ProposalKind, text: str, *, value: str, story: int | None = None, by: str | None = None
    ) -> Proposal:
        """
        Proposes a behaviour, a prompt or a wording for a value; it waits for the playbook's owner.

        `value` and `by` are keys (no `by`: anonymous), `story` is the id of the one it is from. NotFoundError
        for an unknown one.
        """
    def decline(self, proposal: int, reason: str = "") -> Proposal:
        """
        Declines a proposal, by its id.
        """
    def list(self, state: ProposalState | None = ProposalState.WAITING) -> list[Proposal]:
        """
        Proposals in that state, oldest first; None: all.
        """
    def toml(self) -> str:
        """
        What was accepted and is not in the playbook yet, as TOML to paste: prompts to add, and values to put in the place of those that have their key.
        """

class Outbox:
    """
    What the playbook's reminder rules want to go out by now, by `Book.outbox`. A handle. Nothing is sent here.
    """
    def __repr__(self) -> str: ...
    def acknowledge(self, reminder: str) -> None:
        """
        It went out and is not offered again. Telling it twice changes nothing.
        """
    def answered(self, reminder: str) -> None:
        """
        Somebody reacted to it: the count of unanswered ones begins anew.
        """
    def delivered(self, reminder: str, target: str) -> None:
        """
        Notes that one target has it, so that another attempt leaves it out; `target` is a name, never an address.
        """
    def deliveries(self, team: str, start: datetime.date, end: datetime.date) -> list[Delivery]:
        """
        What became of the team's reminders of the days from `start` to before `end`.
        """
    def fail(self, reminder: str, why: str, *, attempt: int = 0) -> None:
        """
        It did not go out: it is offered again after 1, 5, 25 and then every 60 minutes.

        Given up when it makes no sense any more by then. `attempt` names the caller's lease, as in Reminder: when
        somebody else has it by now, or it went out, nothing changes; 0 stands for whatever lease there is. `why`, of 1 to 2,000 bytes, stands in `deliveries`; never put a secret into it.
        """
    def lease(
        self,
        limit: int = 100,
        *,
        seconds: int | datetime.timedelta = 300,
        now: datetime.datetime | None = None,
    ) -> list[Reminder]:
        """
        The reminders that are due, each on lease to this caller: an outbox.

        Send each one, then `acknowledge` it, or `fail` it with the reason. One that is neither within
        `seconds` (1 to 86,400) is offered again, for instance because its worker was killed. At most
        `limit` (1 to 10,000), the earliest due first. What makes no sense any more is not offered: a huddle
        has begun, a commitment is kept. Call it as often and from as many processes as you like.
        """
    def pending(self, now: datetime.datetime | None = None) -> list[Reminder]:
        """
        What `lease` would offer at `now`, by default the book's clock. Never writes.
        """

class LoadReport:
    """
    What loading a playbook changed. `retired` was in that source before; it is kept, since old agendas refer to it.
    """
    @staticmethod
    def from_json(text: str) -> LoadReport:
        """
        A field that is left out has its default. ParseError says all that is wrong.
        """
    @staticmethod
    def json_schema() -> str:
        """
        What `to_json` writes, as JSON Schema.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, *, added: int = 0, changed: int = 0, retired: int = 0, unchanged: int = 0) -> None: ...
    def __repr__(self) -> str: ...
    def to_json(self) -> str:
        """
        JSON that `from_json` reads back to an equal value.
        """
    @property
    def added(self) -> int: ...
    @property
    def changed(self) -> int: ...
    @property
    def retired(self) -> int: ...
    @property
    def unchanged(self) -> int: ...

def _explain_with(arg0: collections.abc.Callable) -> None:
    """
    For the Python side: what makes the exception for a call that does not fit.
    """

def _look_for_zones_in(folder: str) -> None: ...
def _zone_folder() -> str: ...
def build_info() -> dict[str, str]:
    """
    How this copy of huddlekit was made, for a report of a fault: names and what they were.

    >>> info = huddlekit.build_info()
    >>> info["version"] == huddlekit.__version__
    True
    >>> info["sqlite_linked"] in ("shared", "static")
    True

    `commit` ends in `+changes` when the tree held more than the commit, and is `unknown` outside a checkout; `python`
    is the version that the module was compiled for, `sqlite` the version that runs, which is a copy of our own when
    `sqlite_linked` is `static`; `zones` is the folder that time zones are read from, or `none`. `huddlekit --build-info`
    prints all of it.
    """

def check_blameless(text: str, names: collections.abc.Sequence[str] = []) -> BlamelessCheck:
    """
    Warns when the text of a miss (English) names a person or uses words of blame.

    >>> check = check_blameless("At six, Ana forgot to call room 12. We now set two alarms.", ["Ana Silva"])
    >>> [finding.found for finding in check.findings]
    ['Ana', 'forgot to']
    >>> print(check.form)
    Situation: At six.
    What happened: A colleague did not call room 12.
    What we do now: We now set two alarms.

    `names` are the full names of those who must not be named. A warning is advice, never a reason to
    refuse a text: words are matched, not understood. Names are found whole or by a part, in any case and
    without their accents; a part that is also an everyday word (Will, May, Rose) only where it is written
    and placed like a name. Words of blame pass when negated, within quotation marks, or when a customer
    is their subject, and "we forgot" is a team's own word. In the proposal a name becomes "a colleague"; a
    sentence that cannot be said without its word of blame is left out.

    Raises InvalidArgumentError unless `text` has 1 to 20,000 bytes of UTF-8 without control characters.
    Safe to call from several threads.
    """

def check_motto(text: str) -> MottoCheck:
    """
    Says what would make a motto (English) easier to keep in mind.

    >>> huddlekit.check_motto("Look after whoever is in front of you.").suggestions
    []
    >>> for suggestion in huddlekit.check_motto("Excellence through innovation").suggestions:
    ...     print(suggestion)
    Find a plainer word for “innovation”.
    Say whom it is about: you, our guests, each other.
    Say what to do, as you would tell a new colleague: look, ask, keep, mend.

    Suggestions, not scores: words are counted and matched, not understood. Over twelve words, a reading ease
    below 30 (Flesch 1948; syllables by ear, as groups of vowels) and words of four syllables or more are
    remarked on. InvalidArgumentError unless the text has 1 to 2,000 bytes and no control characters.
    """

def compare(before: Report, after: Report, *, seed: int = 1) -> Comparison:
    """
    Did it make a difference? After minus before, with 95 % intervals.

    Held-rate, overruns, length, wins, misses and attendance. Whole weeks are drawn with replacement within
    each report, 4,000 times (percentile bootstrap, Efron & Tibshirani 1993, chapter 13); the same `seed`
    gives the same intervals on every machine. With data from fewer than four weeks on a side the answer is
    that there are too few huddles to say. InvalidArgumentError when two reports about the same share days.
    """

def languages() -> list[str]:
    """
    The languages (BCP 47) that the library speaks, English first. The last, `en-XA`, is English with accents on every letter that is the library's own: what is shown without them is people's words, or is not in the catalogue.
    """

def miss_reasons() -> dict:
    """
    Why commitments are missed, in short: what each word for `Journal.missed` stands for. Own words are as welcome.
    """

def open(
    path: os.PathLike[str] | str | bytes,
    *,
    create: bool = False,
    read_only: bool = False,
    busy_timeout: float = 30.0,
    now: collections.abc.Callable[[], datetime.datetime] | None = None,
) -> Book:
    """
    Opens a book, or `:memory:`.

    `create` makes the file, readable by its owner alone, when there is none. `read_only` never writes.
    `busy_timeout` is how many seconds a write waits for another process, up to a day. `now` is the clock,
    a callable that gives aware datetimes; it must not call the book. A file of an older version is migrated
    after a backup beside it. StorageError says which: no such file, not a huddlekit file, written by a
    newer version, not readable.
    """

def pack_names() -> list[str]:
    """
    The starter packs: values and prompts to begin with, for `Book.load_pack`.
    """

def pack_text(name: str) -> str:
    """
    The TOML of a starter pack, to read or to copy from.
    """

def parse_holidays(csv: str, *, name: str = "holidays") -> list[Holiday]:
    """
    Reads holidays from CSV with the header `date,name` or `date,name,region`; at most 4 MiB.

    >>> parse_holidays("date,name\\n2026-12-25,Christmas Day\\n")
    [Holiday(day=datetime.date(2026, 12, 25), name='Christmas Day')]

    ParseError with every line that is wrong. Files, also of iCalendar, and whole countries: see
    `huddlekit.holidays`.
    """

def parse_playbook(text: str, *, name: str = "playbook") -> Playbook:
    """
    Reads a playbook from text. `name` stands for the file in problems, and for the source.

    >>> parse_playbook('format = 1\\nvalue = [{ key = "v", name = "V", weight = 0 }]', name="mine")
    Traceback (most recent call last):
    huddlekit._core.ParseError: mine:2:44: value.weight: must be a whole number from 1 to 1000, got 0

    Raises ParseError as `read_playbook` does.
    """

def parse_roster(csv: str, *, name: str = "roster") -> list[RosterLine]:
    """
    Reads a roster, CSV with the header `date,huddle,member`. ParseError with every line that is wrong.
    """

def plan_to_html(agendas: collections.abc.Sequence[Agenda], *, language: str = "en") -> str:
    """
    A plan of days as an HTML table in a card, with a style of its own, to put into a page; `language` as in `plan_to_text`.
    """

def plan_to_markdown(agendas: collections.abc.Sequence[Agenda], *, language: str = "en") -> str:
    """
    A plan of days as a Markdown table; `language` as in `plan_to_text`.
    """

def plan_to_text(agendas: collections.abc.Sequence[Agenda], *, width: int = 80, language: str = "en") -> str:
    """
    A plan of days as a table of at most `width` columns, 40 to 200; as a list where that is too narrow. A plan without a huddle says so in `language`, any other speaks that of its first agenda.
    """

def read_playbook(path: os.PathLike[str] | str | bytes) -> Playbook:
    """
    Reads a playbook file: TOML, UTF-8, at most 4 MiB. `source` becomes the file's stem.

    Raises ParseError with the first error of spelling, or else with all other problems at once;
    StorageError when the file cannot be read.
    """

def resolve_local(
    zone: str, local: datetime.datetime, policy: str = "compatible"
) -> datetime.datetime | None:
    """
    The instant, in UTC, at which the wall clock of an IANA zone shows `local`.

    >>> from datetime import datetime
    >>> print(resolve_local("America/New_York", datetime(2026, 3, 8, 2, 30)))
    2026-03-08 07:30:00+00:00

    `local` is a naive datetime of the years 1 to 9999. `policy` says what becomes of a time that a clock
    change skips or repeats. In a gap, `compatible` (as fold=0 of Python) and `later` move on by the gap,
    `earlier` moves back by it, `transition` gives the moment of the change, `skip` gives None, `error`
    raises InvalidArgumentError. Of a repeated time `later` takes the second, `error` raises, the others
    take the first. Raises NotFoundError for an unknown zone.
    """

def simulate(
    playbook: Playbook,
    *,
    weeks: int = 6,
    attendance: float = 1.0,
    start: datetime.date | None = None,
    seed: int = 1,
    language: str = "en",
) -> Simulation:
    """
    Plays a playbook for some weeks (1 to 104) in memory, before anybody launches it.

    `attendance` is the share of those expected who come, 0 to 1; `start` is 2024-01-01 unless given. The same `seed` gives the same weeks on
    every machine. Warns, in `language`, of values that a part-timer would not meet and of huddles that only one
    person could lead.
    """

def to_csv(agendas: collections.abc.Sequence[Agenda]) -> str:
    """
    A table with a row an agenda; no cell is a formula to a spreadsheet.
    """

def to_ics(agendas: collections.abc.Sequence[Agenda], *, name: str = "", alarm: int | None = None) -> str:
    """
    A calendar (iCalendar, RFC 5545) with an event an agenda.

    >>> import huddlekit
    >>> from datetime import date
    >>> with huddlekit.open(":memory:", create=True) as book:
    ...     report = book.load_pack("harbour-hotel")
    ...     week = book.team("kitchen").plan(date(2026, 11, 23), date(2026, 11, 30))
    >>> calendar = huddlekit.to_ics(week, name="Kitchen huddles", alarm=10)
    >>> calendar.count("BEGIN:VEVENT"), calendar.splitlines()[0]
    (7, 'BEGIN:VCALENDAR')

    `name` is what calendar programs call it; `alarm` rings so many minutes before each start, 0 to 40320.
    `Book.feed` says the same and knows what has changed since. Lines end with CRLF: write it as bytes, or
    with `newline=""`. InvalidArgumentError when two agendas are of the same huddle.
    """

def to_local(zone: str, instant: datetime.datetime) -> typing.Any:
    """
    What the wall clock of an IANA zone shows at an aware datetime, with its ZoneInfo.

    >>> from datetime import datetime, timezone
    >>> print(to_local("America/New_York", datetime(2026, 11, 1, 6, 30, tzinfo=timezone.utc)))
    2026-11-01 01:30:00-05:00

    Raises NotFoundError for an unknown zone.
    """

def to_rss(agendas: collections.abc.Sequence[Agenda], *, title: str, link: str) -> str:
    """
    An RSS 2.0 feed, an item an agenda; `link` is the page it belongs to, http or https.
    """

def usual_length(
    lengths: collections.abc.Sequence[int | datetime.timedelta], *, count: int = 9
) -> int | None:
    """
    How long a segment usually takes: the median of the last `count` real lengths, oldest first.

    >>> usual_length([90, 95, 100, 900, 85])
    95

    Of an even number it is the mean of the middle two, rounded down; None for no lengths.
    """

def zone_exists(name: str) -> bool:
    """
    Whether `name` is a zone of the IANA database on this machine; letter case counts.
    """

__version__: str
