"""People decide about themselves: consent, a copy, being forgotten; and the journal can move."""

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from houses import MONDAY, hotel

from huddlekit import Book, ConflictError, Consent, CsvKind, NotFoundError, ParseError


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return hotel(tmp_path / "hotel.huddle")


def test_a_wish_goes_before_the_playbook(book: Book) -> None:
    assert book.people().consent("ravi") == Consent(leads=True, shared=True, celebrated=True)
    book.people().set_consent("ravi", celebrated=False)
    assert book.people().set_consent("ravi", leads=False) == Consent(
        leads=False, shared=True, celebrated=False
    )
    with pytest.raises(NotFoundError, match='did you mean "ravi"'):
        book.people().consent("rav")


def test_a_copy_is_plain_data(book: Book) -> None:
    book.team("kitchen").win("A win.", who=["ravi"], by="ze")
    book.team("kitchen").publish(MONDAY)
    copy = book.people().data_of("ravi")
    assert (copy["key"], copy["name"]) == ("ravi", "Ravi Menon")
    assert copy["story"][0]["text"] == "A win."
    assert copy["memberships"][0]["team"] == "kitchen"
    assert "ravi" in copy["huddle"][0]["expected"]


def test_backups_are_found_from_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    book = hotel("a.huddle")
    Path("a.huddle.v1.bak").touch()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert book.people().forget("ravi").backups == [str(tmp_path / "a.huddle.v1.bak")]


def test_whoever_is_forgotten_stays_so(book: Book) -> None:
    book.team("kitchen").win("Ravi Menon stayed late; thank you, Ravi.", who=["ravi"])
    agenda = book.team("kitchen").publish(MONDAY)
    assert agenda
    assert "Ravi" in agenda.to_text()
    playbook = book.playbook()
    report = book.people().forget("ravi")
    assert {"person", "story.text"} <= {touched.what for touched in report.touched}
    assert ("story 1", "Ravi") in {(review.what, review.found) for review in report.review}
    assert report.scrubbed
    assert report.backups == []
    now = book.team("kitchen").agenda(MONDAY)
    assert now
    assert "Ravi Menon" not in now.to_text()
    assert "a colleague" in now.to_text()
    assert book.people().forget("ravi").touched == []
    book.team("kitchen").win("Ask ravi about it.")
    assert [touched.what for touched in book.people().forget("ravi").touched] == ["story.text"]
    told = book.team("kitchen").stories(MONDAY, MONDAY + timedelta(days=1))
    assert "Ask a colleague about it." in [story.text for story in told]
    with pytest.raises(ConflictError, match='member "ravi": was erased from this book'):
        book.load_pack("harbour-hotel")
    assert "ravi" not in {m.key for team in book.playbook().teams for m in team.members}
    assert playbook.teams


def test_an_answer_outlives_whoever_gave_it(book: Book) -> None:
    miss = book.team("front-desk").miss("No towels on the fourth floor.")
    asked = book.journal().hand_off(miss.id, "kitchen", "Who counts the towels?")
    book.journal().answer(asked.id, "We do.", by="ravi")
    book.people().forget("ravi")
    agenda = book.team("front-desk").publish(MONDAY + timedelta(days=1), huddle="morning")
    assert agenda
    assert "“Who counts the towels?” We do. (a colleague)" in agenda.to_text(width=120)
    assert "We do." in book.export_jsonl()


def test_the_journal_moves_whole(book: Book) -> None:
    book.team("kitchen").win("A win.", who=["ravi"])
    book.publish_all(MONDAY)
    text = book.export_jsonl()
    with hotel() as other:
        plan = other.import_jsonl(text, dry_run=True)
        assert other.import_jsonl(text) == plan
        assert other.export_jsonl() == text
        assert other.team("kitchen").agenda(MONDAY) == book.team("kitchen").agenda(MONDAY)
    assert all(json.loads(line) for line in text.splitlines())


def test_csv_is_read_by_any_reader_and_comes_back(book: Book) -> None:
    book.team("kitchen").win('=HYPERLINK("x"), said;\n"two" lines', who=["ravi", "mei"])
    text = book.export_csv(CsvKind.STORIES)
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["text"] == '\'=HYPERLINK("x"), said;\n"two" lines'
    assert (row["who"], row["by"]) == ("ravi mei", "")
    with hotel() as other:
        plan = other.import_csv(CsvKind.STORIES, text, dry_run=True)
        assert (plan.added, plan.known) == (1, 0)
        assert plan.lines[0].startswith('add win: kitchen, 2026-11-23, "=HYPERLINK("x"), said;')
        assert other.import_csv(CsvKind.STORIES, text).added == 1
        assert other.export_csv(CsvKind.STORIES) == text
        assert other.import_csv(CsvKind.STORIES, text).known == 1


def test_a_bad_csv_names_file_and_lines(book: Book) -> None:
    text = "team,who,text,made,due\nkitchen,rav,Do it.,2026-11-23,2026-11-24\nkitchen,ravi,Do it.,x,y\n"
    with pytest.raises(ParseError) as caught:
        book.import_csv(CsvKind.COMMITMENTS, text, name="c.csv")
    assert [(p.file, p.line) for p in caught.value.problems] == [("c.csv", 2), ("c.csv", 3)]
    assert 'did you mean "ravi"' in caught.value.problems[0].rule
    assert book.team("kitchen").commitments() == []
