"""Data frames: the same columns and types in pandas and polars, filled or empty."""

import sys
from datetime import UTC, date, datetime

import pandas as pd
import polars as pl
import pytest
from conftest import ROOT
from report_house import APRIL, MARCH, House

import huddlekit as hk
from huddlekit.frames import COLUMNS, to_frame


@pytest.fixture(scope="module")
def house() -> House:
    return House()


@pytest.fixture(scope="module")
def rows(house: House) -> dict[type, list]:
    book = house.book
    report = book.report("desk", MARCH, APRIL)
    return {
        hk.Story: book.team("desk").stories(MARCH, APRIL),
        hk.Lesson: book.team("desk").lessons(),
        hk.Commitment: book.team("desk").commitments(only_open=False),
        hk.Agenda: book.team("desk").plan(MARCH, APRIL),
        hk.CalendarEntry: book.team("desk").calendar(MARCH, APRIL),
        hk.ExposureRow: book.team("desk").exposure(),
        hk.ReportWeek: report.weeks,
        hk.ReportValue: report.values,
        hk.Report: [report, book.report("night", MARCH, APRIL)],
        hk.Difference: hk.compare(book.report("desk", date(2026, 2, 1), MARCH), report).rows,
    }


@pytest.mark.parametrize("backend", ["pandas", "polars"])
@pytest.mark.parametrize("kind", COLUMNS, ids=lambda kind: kind.__name__)
def test_columns_and_types_are_the_same_with_and_without_rows(rows, kind, backend):
    full, none = to_frame(rows[kind], backend=backend), to_frame([], of=kind, backend=backend)
    assert list(full.columns) == list(none.columns) == list(COLUMNS[kind])
    assert len(none) == 0
    assert len(full) >= len(rows[kind]) > 0
    assert list(full.dtypes) == list(none.dtypes)


def test_both_libraries_get_the_same_cells(rows):
    for kind, all_of_them in rows.items():
        pandas = to_frame(all_of_them, backend="pandas")
        polars = to_frame(all_of_them, backend="polars")
        for name in COLUMNS[kind]:
            left = [None if pd.isna(cell) else cell for cell in pandas[name]]
            right = polars[name].to_list()
            if polars[name].dtype == pl.Date:
                left = [cell and cell.date() for cell in left]
            assert left == right, (kind, name)


def test_a_journal_becomes_a_table(house):
    stories = to_frame(house.book.team("desk").stories(MARCH, APRIL), backend="polars")
    assert stories.filter(pl.col("kind") == "win")["who"].to_list() == ["ana", "ana ben", ""]
    assert stories.schema["day"] == pl.Date
    commitments = to_frame(house.book.team("desk").commitments(only_open=False), backend="pandas")
    assert commitments.groupby("state").size().to_dict() == {"dropped": 1, "kept": 3, "missed": 2, "open": 1}
    assert commitments.for_customer.dtype == bool
    plan = to_frame(house.book.team("desk").plan(MARCH, APRIL), backend="pandas")
    assert plan.starts[0] == datetime(2026, 3, 2, 7, tzinfo=UTC)


def test_a_report_gives_a_row_for_each_figure(house):
    report = house.book.report("desk", MARCH, APRIL)
    frame = report.to_frame(backend="pandas").set_index("figure")
    assert frame.number["held.rate"] == 0.7
    assert frame.text["held.rate"] == "7 of 10 (70 %)"
    assert pd.isna(frame.number["handoffs.answered"])
    assert list(frame.index) == [figure.key for figure in report.figures()]


def test_the_library_that_is_imported_is_taken(house, monkeypatch):
    weeks = house.book.report("desk", MARCH, APRIL).weeks
    assert isinstance(to_frame(weeks), pd.DataFrame)  # of both, pandas
    monkeypatch.delitem(sys.modules, "pandas")
    assert isinstance(to_frame(weeks), pl.DataFrame)


def test_without_the_extra_there_is_a_hint(house, monkeypatch):
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(ImportError, match=r"pip install 'huddlekit\[frames\]'"):
        to_frame(house.book.team("desk").lessons(), backend="pandas")


def test_what_is_no_row_is_refused(house):
    lessons = house.book.team("desk").lessons()
    with pytest.raises(hk.InvalidArgumentError, match="of: must name the kind"):
        to_frame([])
    with pytest.raises(hk.InvalidArgumentError, match="rows: must be of Story, .* got int"):
        to_frame([1])
    with pytest.raises(hk.InvalidArgumentError, match="rows: must all be of Lesson, got Story"):
        to_frame([*lessons, *house.book.team("desk").stories(MARCH, APRIL)])
    with pytest.raises(hk.InvalidArgumentError, match='backend: must be "pandas" or "polars", got "excel"'):
        to_frame(lessons, backend="excel")


def test_the_columns_are_documented():
    page = (ROOT / "docs/report.md").read_text(encoding="utf-8")
    for kind, columns in COLUMNS.items():
        (line,) = (line for line in page.splitlines() if line.startswith(f"| `{kind.__name__}` "))
        assert [name.strip("` ") for name in line.split("|")[2].split(",")] == list(columns)
