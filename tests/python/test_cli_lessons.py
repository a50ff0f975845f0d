"""Lessons, promises and other teams on the command line."""

import datetime as dt

import pytest
from desk import early_on_monday

import huddlekit

DAY = dt.timedelta(days=1)
KITCHEN = ("--team", "kitchen")


@pytest.fixture
def cook(hotel):
    """Somebody in the kitchen."""
    with huddlekit.open("book.huddle", now=early_on_monday) as book:
        return next(t for t in book.playbook().teams if t.key == "kitchen").members[0].key


def done(result):
    assert (result.code, result.err) == (0, "")
    return result.out


def refused(result, code, message):
    assert result.code == code
    assert message in result.err
    assert "Traceback" not in result.err


def test_lessons_are_listed_retired_and_merged(hotel):
    for n, text in enumerate(("Label every tray.", "Ask first.", "Ask before you guess."), start=1):
        assert done(hotel("lesson", text, *KITCHEN, "--audience", "everyone")).startswith(f"lesson {n}: ")
    assert (
        done(hotel("retire", 1, "It is in the checklist")) == "lesson 1: retired (It is in the checklist)\n"
    )
    assert done(hotel("merge", 2, 3)) == "lesson 2: merged into 3\n"
    refused(hotel("merge", 2, 9), 1, "lesson: no such lesson, got 9")
    assert len(done(hotel("lessons", *KITCHEN)).splitlines()) == 1 + 1
    listed = done(hotel("lessons", *KITCHEN, "--all"))
    assert "retired" in listed
    assert "merged into 3" in listed
    heading, row = done(hotel("recall", "--team", "front-desk")).splitlines()
    assert heading.split() == ["ID", "DUE", "HEARD", "REMEMBERED"]
    assert row.startswith("3 ")
    assert row.endswith("never heard"), "an audience of everyone"
    assert "lesson slots" in done(hotel("capacity", *KITCHEN))


def test_a_completed_huddle_says_what_was_covered_and_remembered(hotel):
    done(hotel("lesson", "Label every tray.", *KITCHEN, "--date", "-30"))
    with huddlekit.open("book.huddle", now=early_on_monday) as book:
        today = book.team("kitchen").day()
        day = ("--date", book.team("kitchen").plan(today - 9 * DAY, today)[-1].day)
    done(hotel("publish", *KITCHEN, *day))
    refused(hotel("complete", *KITCHEN, *day, "--covered", "opening"), 1, "must be one of open, value")
    refused(hotel("complete", *KITCHEN, *day, "--lesson", "badly"), 2, "with-help")
    refused(
        hotel("complete", *KITCHEN, *day, "--covered", "open", "--lesson", "easily"),
        1,
        "did not reach its lesson",
    )
    done(hotel("complete", *KITCHEN, *day, "--covered", "open,value,lesson", "--lesson", "with-help"))
    with huddlekit.open("book.huddle", now=early_on_monday) as book:
        (review,) = book.journal().reviews(1, "kitchen")
    assert (review.rating, review.assumed) == (huddlekit.Rating.HARD, False)


def test_a_commitment_gets_a_new_day(hotel, cook):
    done(hotel("commit", cook, "Mend the slicer", *KITCHEN, "--due", "+1"))
    moved = done(hotel("renegotiate", 1, "The part comes later", "--due", "+3"))
    assert moved.startswith("commitment 1: ")
    assert moved.endswith("open\n")
    refused(hotel("renegotiate", 1, "", "--due", "+4"), 1, "reason")
    done(hotel("missed", 1, "no-time"))
    table = done(hotel("kept-rate", *KITCHEN, "--last", "+9"))
    assert table.splitlines()[2].split() == ["colleagues", "0%", "0", "1", "0", "0", "1"]
    assert "1 missed: no-time" in table
    refused(hotel("renegotiate", 1, "x", "--due", "+4"), 1, "is missed already")


def test_a_story_is_handed_over_and_answered(hotel, cook):
    done(hotel("miss", "A guest got nuts.", "--team", "front-desk"))
    assert done(hotel("handoff", 1, "kitchen", "Can it stand on the slip?")) == (
        "hand-off 1: front-desk asks kitchen, waits for 0 days\n"
    )
    refused(hotel("handoff", 1, "kitchn", "Help?"), 1, 'did you mean "kitchen"')
    assert "Can it stand on the slip?" in done(hotel("handoffs", *KITCHEN))
    refused(hotel("answer", 1, "Yes.", "--by", "nobody"), 1, "no such person")
    assert "answered after 0 days" in done(hotel("answer", 1, "Yes, in red.", "--by", cook))
    assert done(hotel("handoffs", *KITCHEN)) == ""
    assert "Yes, in red." in done(hotel("handoffs", "--team", "front-desk", "--all"))


def test_proposals_are_decided_and_pasted(hotel):
    with huddlekit.open("book.huddle", now=early_on_monday) as book:
        value = book.playbook().values[0].key
    assert done(hotel("propose", "prompt", "Whom did you walk with?", "--value", value)) == (
        f"proposal 1: prompt for {value}, waiting\n"
    )
    done(hotel("propose", "wording", "Shorter.", "--value", value))
    assert len(done(hotel("proposals")).splitlines()) == 1 + 2
    assert "accepted" in done(hotel("accept", 1))
    assert "declined" in done(hotel("decline", 2, "Ours is shorter"))
    assert done(hotel("proposals")) == ""
    assert len(done(hotel("proposals", "--all")).splitlines()) == 1 + 2
    assert "Whom did you walk with?" in done(hotel("proposals", "--toml"))
    refused(hotel("propose", "prompt", "x", "--value", "nothing"), 1, "value: no such value")
