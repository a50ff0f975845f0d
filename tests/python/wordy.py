"""Agendas with as much in them as anybody likes."""

import datetime as dt
from collections.abc import Iterable

from huddlekit import Agenda, Person, Point, Segment, SegmentKind

STORY = ("The ring lay under the bed of 312 & nobody had asked <yet>. " * 100)[:5000]
STARTS = dt.datetime(2026, 11, 23, 6, 45, tzinfo=dt.UTC)


def agenda(
    story: str = STORY,
    *,
    commitments: int = 200,
    people: int = 60,
    kinds: Iterable[SegmentKind] = SegmentKind,
    name: str = "",
) -> Agenda:
    """A segment of each kind, all with the story everywhere; all the commitments in one of them.

    `name` is that of everybody and everything, where it is given.
    """
    who = [Person(f"p{n}", name or f"Zoë Ωmega the {n}th") for n in range(people)]
    segments = []
    for kind in kinds:
        points = [Point(name or "See it", story), Point("", story)]
        if kind is SegmentKind.PROMISES:
            points = [Point(f"{p.name}, due today", story) for p in (who * commitments)[:commitments]]
        of_all = who if kind is SegmentKind.ROUND else who[:1]
        title = name or kind.name.title()
        segments.append(Segment(kind, 60, title=title, who=of_all, text=story, points=points, why=story))
    return Agenda(
        "front-desk/2026-11-23/morning",
        organisation=name or "Harbour Hotel",
        motto=story,
        team="front-desk",
        team_name=name or "Front desk",
        huddle="morning",
        huddle_name=name or "Morning",
        day=STARTS.date(),
        starts=STARTS,
        zone="Europe/Lisbon",
        local_start=STARTS.replace(tzinfo=None),
        timebox=60 * len(segments),
        published=True,
        revision=2,
        reason=story[:200],
        value="see-the-person",
        value_name=story[:200],
        facilitator=who[0],
        customers_seat=who[1],
        segments=segments,
    )
