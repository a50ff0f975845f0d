"""What was thought of apart, met together: erasing, moving and holding one and the same huddle."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from desk import day, desk, huddle, leader, other_than

from huddlekit import ConflictError, HuddleState, InvalidArgumentError, resolve_local, to_local

TODAY = huddle(0)


def test_a_huddle_that_has_begun_cannot_be_moved_from_under_its_clock():
    book = desk()
    book.huddle(TODAY).start()
    for to in (datetime(2026, 11, 23, 9), datetime(2026, 12, 1, 9)):
        with pytest.raises(ConflictError, match="has begun and cannot be moved any more"):
            book.huddle(TODAY).move(to, "A fire drill.")
    book.huddle(TODAY).finish()
    assert book.huddle(TODAY).entry().state is HuddleState.COMPLETED


def test_a_huddle_is_finished_although_somebody_who_is_there_was_erased_meanwhile():
    book = desk()
    book.huddle(TODAY).start()
    first = leader(book, 0)
    stays = other_than(first)
    book.huddle(TODAY).present([first, stays])
    book.people().forget(first)
    book.huddle(TODAY).finish()
    assert book.huddle(TODAY).entry().state is HuddleState.COMPLETED
    assert {row.who.key for row in book.team("front-desk").exposure() if row.times} == {stays}


def test_who_attended_is_recorded_although_the_leader_was_erased():
    book = desk()
    book.team("front-desk").publish(day(0))
    first = leader(book, 0)
    book.people().forget(first)
    book.huddle(TODAY).complete(attended=[other_than(first)])
    assert book.huddle(TODAY).entry().state is HuddleState.COMPLETED


@pytest.mark.parametrize("how", ["skip", "give_back", "swap"])
def test_the_turn_of_somebody_erased_can_be_anothers(how):
    book = desk()
    book.team("front-desk").publish(day(0))
    first = leader(book, 0)
    book.people().forget(first)
    if how == "skip":
        book.huddle(TODAY).skip()
    elif how == "give_back":
        book.huddle(TODAY).skip(reason="Has left.")
    else:
        assert [t.who.key for t in book.huddle(TODAY).swap(other_than(first))] == [other_than(first)]
    assert leader(book, 0) not in (first, "", None)
    assert leader(book, 0) == book.huddle(TODAY).revisions()[-1].facilitator.key


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
        desk().team("front-desk").lesson("Ask first.", day=day(1))


def test_a_lesson_merged_into_a_later_one_comes_back_from_an_export():
    book = desk()
    first, later = (book.team("front-desk").lesson(text).id for text in ("Ask.", "Ask first."))
    book.journal().merge(first, later)
    text = book.export_jsonl()
    other = desk()
    other.import_jsonl(text)
    assert other.export_jsonl() == text
    for wrong, why in (("99", "no such lesson, got 99"), ('"x"', "must be a number")):
        with pytest.raises(InvalidArgumentError, match=f"merged_into: {why}"):
            desk().import_jsonl(text.replace(f'"merged_into":{later}', f'"merged_into":{wrong}'))
