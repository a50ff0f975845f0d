"""What was thought of apart, met together: erasing, moving and holding one and the same huddle."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from desk import day, desk, huddle, leader, other_than

from huddlekit import ConflictError, HuddleState, InvalidArgumentError, resolve_local, to_local

TODAY = huddle(0)


def test_a_huddle_that_has_begun_cannot_be_moved_from_under_its_clock():
    book = desk()
    book.start(TODAY)
    for to in (datetime(2026, 11, 23, 9), datetime(2026, 12, 1, 9)):
        with pytest.raises(ConflictError, match="has begun and cannot be moved any more"):
            book.move(TODAY, to, "A fire drill.")
    book.finish(TODAY)
    assert book.huddle(TODAY).state is HuddleState.COMPLETED


def test_a_huddle_is_finished_although_somebody_who_is_there_was_erased_meanwhile():
    book = desk()
    book.start(TODAY)
    first = leader(book, 0)
    stays = other_than(first)
    book.present(TODAY, [first, stays])
    book.forget(first)
    book.finish(TODAY)
    assert book.huddle(TODAY).state is HuddleState.COMPLETED
    assert {row.who.key for row in book.exposure("front-desk") if row.times} == {stays}


def test_who_attended_is_recorded_although_the_leader_was_erased():
    book = desk()
    book.publish("front-desk", day(0))
    first = leader(book, 0)
    book.forget(first)
    book.complete(TODAY, attended=[other_than(first)])
    assert book.huddle(TODAY).state is HuddleState.COMPLETED


@pytest.mark.parametrize("how", ["skip", "give_back", "swap"])
def test_the_turn_of_somebody_erased_can_be_anothers(how):
    book = desk()
    book.publish("front-desk", day(0))
    first = leader(book, 0)
    book.forget(first)
    if how == "skip":
        book.skip(TODAY)
    elif how == "give_back":
        book.give_back(TODAY, "Has left.")
    else:
        assert [t.who.key for t in book.swap(TODAY, other_than(first))] == [other_than(first)]
    assert leader(book, 0) not in (first, "", None)
    assert leader(book, 0) == book.revisions(TODAY)[-1].facilitator.key


@pytest.mark.parametrize(
    ("zone", "local"), [("America/New_York", datetime.max), ("Asia/Tokyo", datetime.min)]
)
def test_an_offset_that_leads_out_of_pythons_years_is_one_clear_error(zone, local):
    with pytest.raises(InvalidArgumentError, match="must be in the years 1 to 9999"):
        resolve_local(zone, local)
    with pytest.raises(InvalidArgumentError, match="must be in the years 1 to 9999"):
        to_local(zone, local.replace(tzinfo=ZoneInfo(zone)))


def test_a_lesson_is_not_of_a_day_to_come():
    with pytest.raises(InvalidArgumentError, match="day: must not be after the team's today"):
        desk().lesson("front-desk", "Ask first.", day=day(1))
