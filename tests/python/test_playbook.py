import copy
import datetime as dt
import doctest
import pickle
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

import huddlekit
from huddlekit import (
    InvalidArgumentError,
    Meeting,
    Member,
    Organisation,
    ParseError,
    Playbook,
    Prompt,
    PromptKind,
    Scope,
    SegmentOverride,
    StorageError,
    TeamDefinition,
    Theme,
    Value,
    ValuePeriod,
    parse_playbook,
    read_playbook,
)

EVERYTHING = Path(__file__).parent.parent / "data" / "playbook" / "everything.toml"


def test_a_file_reads_into_plain_values():
    book = read_playbook(EVERYTHING)
    assert book.source == "everything"
    assert book.warnings == []
    assert book.organisation.work_week == "Mon-Thu, Sun"
    assert (book.organisation.scope, book.organisation.period) == (Scope.TEAM, ValuePeriod.WEEK)
    assert [value.key for value in book.values] == ["see-the-person", "mend-it-now"]
    assert book.prompts[0].kind is PromptKind.STORY_STARTER
    desk = book.teams[1]
    assert desk.members[0] == Member(
        "ana",
        "Ana",
        days="Mon, Wed-Fri",
        huddles=["early-shift"],
        since=dt.date(2026, 9, 1),
        leads=False,
        shared=False,
        celebrated=False,
        renamed_from="anna",
    )
    assert desk.meetings[0].start == dt.time(6, 45)
    assert desk.meetings[0].timebox == 720
    assert book.themes[0].first == dt.date(2026, 6, 1)
    assert book.segments[0] == SegmentOverride("open", min=20, ideal=45, max=60, cut=9, title="Good morning")


def test_values_read_like_the_call_pickle_and_copy():
    book = read_playbook(EVERYTHING)
    names = {**vars(huddlekit), "datetime": dt}
    parts = [book, book.organisation, *book.values, *book.prompts, *book.teams, *book.themes, *book.segments]
    parts += [part for team in book.teams for part in team.members + team.meetings]
    for part in parts:
        assert eval(repr(part), names) == part
        assert pickle.loads(pickle.dumps(part)) == part
        assert copy.copy(part) == copy.deepcopy(part) == part


def test_warnings_survive_a_pickle():
    book = parse_playbook("format = 1\ncolour = 3")
    assert [str(w) for w in book.warnings] == ['playbook:2:1: unknown key "colour", left out']
    assert pickle.loads(pickle.dumps(book)) == book


def test_values_cannot_be_changed():
    value = Value("v", "V", behaviours=["do"])
    with pytest.raises(AttributeError):
        value.name = "W"
    value.behaviours.append("undo")
    assert value.behaviours == ["do"]


def test_only_the_obvious_arguments_have_a_position():
    assert Prompt("v", "Why?") == Prompt(value="v", text="Why?")
    assert Organisation("A", zone="UTC") != Organisation("B", zone="UTC")
    for call in (
        lambda: Value("v", "V", "statement"),
        lambda: Meeting(dt.time(6, 45), "morning"),
        lambda: TeamDefinition("t"),
        lambda: Theme("t", "T", values=["v"], first=dt.date(2026, 1, 1)),
    ):
        with pytest.raises(TypeError, match=r"(Value|Meeting|TeamDefinition|Theme): "):
            call()


def test_days_and_times_have_their_own_types():
    assert Member("a", "A").days == "every day"
    assert Member("a", "A", days="mon - FRI").days == "Mon-Fri"
    with pytest.raises(InvalidArgumentError, match=r'days: must name days of the week.*got "Someday"'):
        Member("a", "A", days="Someday")
    for start in (6, "06:45", dt.time(6, 45, tzinfo=dt.UTC), dt.datetime(2026, 1, 1, 6, 45)):
        with pytest.raises(TypeError):
            Meeting(start)
    with pytest.raises(TypeError):
        Member("a", "A", since=dt.datetime(2026, 1, 1))


def test_every_problem_is_told_at_once():
    with pytest.raises(ParseError) as caught:
        parse_playbook("format = 1\n[[value]]\nkey = 'V'\nweight = 0\n", name="harbour.toml")
    assert isinstance(caught.value, ValueError)
    assert [(p.file, p.line, p.column) for p in caught.value.problems] == [
        ("harbour.toml", 2, 1),
        ("harbour.toml", 3, 7),
        ("harbour.toml", 4, 10),
    ]
    assert str(caught.value).splitlines() == [str(p) for p in caught.value.problems]


def test_a_file_that_cannot_be_read_is_a_storage_error(tmp_path):
    with pytest.raises(StorageError, match=r"missing\.toml: cannot be read"):
        read_playbook(tmp_path / "missing.toml")
    with pytest.raises(OSError, match="cannot be read"):
        read_playbook(str(tmp_path))


def test_bytes_that_are_not_text_are_a_problem_with_a_place(tmp_path):
    file = tmp_path / "latin1.toml"
    file.write_bytes("format = 1\n# caf\xe9\n".encode("latin-1"))
    with pytest.raises(ParseError, match=r'latin1\.toml:2:6: a playbook must be UTF-8, got "\\xe9'):
        read_playbook(file)


def lines(most):
    """Text as the reader keeps it: some of it readable, no control characters, no space around it."""
    letters = st.characters(exclude_categories=["Cs", "Cc"])
    text = st.text(letters, min_size=1, max_size=most).map(lambda t: t.strip(" "))
    return text.filter(lambda t: t and len(t.encode()) <= most)


KEYS = st.from_regex(r"[a-z0-9-]{1,64}", fullmatch=True)
MEMBERS = st.builds(
    Member,
    KEYS,
    lines(200),
    days=st.sampled_from(["Mon-Fri", "Sun", "every day", "Mon, Thu"]),
    since=st.none() | st.dates(),
    leads=st.booleans(),
)


@given(
    values=st.lists(
        st.builds(
            Value,
            KEYS,
            lines(200),
            statement=lines(2000),
            behaviours=st.lists(lines(2000), unique=True, max_size=3),
            weight=st.integers(1, 1000),
        ),
        unique_by=lambda v: v.key,
    ),
    members=st.lists(MEMBERS, unique_by=lambda m: m.key),
    start=st.times().map(lambda t: t.replace(microsecond=0)),
    timebox=st.integers(21, 2880).map(lambda n: 5 * n),
)
def test_whatever_people_write_is_written_and_read_back(values, members, start, timebox):
    meeting = Meeting(start, key="early", name="Early", timebox=timebox)
    team = TeamDefinition("t", "T", zone="UTC", members=members, meetings=[meeting])
    book = Playbook("hotel", organisation=Organisation("A", zone="UTC"), values=values, teams=[team])
    again = parse_playbook(book.to_toml(), name="hotel")
    assert again.values == values
    assert again.teams == [team]
    assert again.to_toml() == book.to_toml()


def test_the_examples_in_the_docstrings_are_true():
    finder = doctest.DocTestFinder(exclude_empty=True)
    runner = doctest.DocTestRunner()
    for subject in (Playbook, parse_playbook):
        for example in finder.find(subject, subject.__name__, globs=vars(huddlekit).copy(), module=False):
            runner.run(example)
    assert runner.summarize(verbose=False).failed == 0
    assert runner.tries >= 3
