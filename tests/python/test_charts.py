"""A report as charts: the figures of the report, labels that stay text, no other machine."""

import json
import re
import socket
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from desk import day, desk
from report_house import APRIL, MARCH, PLAYBOOK, House

import huddlekit as hk

pytest.importorskip("altair")
pytest.importorskip("anywidget")
pytest.importorskip("vl_convert")
from huddlekit.notebook import Charts, charts  # noqa: E402
from huddlekit.notebook.charts import MAKERS  # noqa: E402

START = datetime(2026, 11, 23, 6, 45, tzinfo=UTC)


@pytest.fixture(scope="module")
def house() -> House:
    return House()


@pytest.fixture(scope="module")
def march(house: House) -> hk.Report:
    return house.book.report("desk", MARCH, APRIL)


@pytest.fixture(scope="module")
def drawn(march: hk.Report) -> Charts:
    return charts(march)


def values(drawn: Charts, name: str) -> list[dict[str, object]]:
    """Every row within the specification, of all its panels."""
    spec = drawn[name].spec
    return [
        row for part in (spec, *spec.get("vconcat", [])) for row in part.get("data", {}).get("values", [])
    ]


def by_week(drawn: Charts, name: str, what: str) -> list[tuple[str, object]]:
    return [(row["monday"][:10], row["count"]) for row in values(drawn, name) if row["what"] == what]


def test_weeks_are_those_of_the_report(march, drawn):
    for name, what, field in [
        ("held", "planned", "planned"),
        ("held", "held", "held"),
        ("overruns", "length recorded", "timed"),
        ("overruns", "ran over", "overruns"),
        ("stories", "wins", "wins"),
        ("stories", "misses", "misses"),
    ]:
        assert by_week(drawn, name, what) == [(str(w.monday), getattr(w, field)) for w in march.weeks]
    assert sum(count for _, count in by_week(drawn, "held", "held")) == march.held.held
    assert sum(count for _, count in by_week(drawn, "overruns", "ran over")) == march.time.overruns


def test_wins_and_misses_stand_on_top_of_one_another(drawn):
    for win, miss in zip(values(drawn, "stories")[::2], values(drawn, "stories")[1::2], strict=True):
        assert (win["from"], win["to"]) == (0, miss["from"])
        assert miss["to"] == win["count"] + miss["count"]


def test_parts_values_promises_and_recall_are_those_of_the_report(march, drawn):
    assert values(drawn, "segments") == [
        {"name": s.kind.name.capitalize(), "took": s.took / s.huddles, "planned": s.planned / s.huddles}
        for s in march.segments
    ]
    assert values(drawn, "values") == [
        {"name": v.name, "huddles": v.huddles, "due": v.due} for v in march.values
    ]
    rows = values(drawn, "promises")
    people = march.people_in_all
    for to, made in (("To customers", people.customers), ("To colleagues", people.colleagues)):
        shown = {row["what"]: row["count"] for row in rows if row.get("to") == to}
        assert shown == {
            "kept": made.kept,
            "missed": made.missed,
            "dropped": made.dropped,
            "open": made.open,
        }
    assert [(row["reason"], row["count"]) for row in rows if "reason" in row] == [("Ran out of time", 2)]


def test_recall_is_drawn_once_a_lesson_came_back(drawn):
    assert "recall" not in drawn  # in no huddle of March
    now = START
    book = desk(now=lambda: now)
    book.team("front-desk").lesson("Ask which bed before the key is cut", day=day(-3))
    for n in range(3):
        now = START + timedelta(days=n)
        book.huddle(book.team("front-desk").publish(day(n)).id).complete()
    report = book.report("front-desk", day(0), day(3))
    lessons = report.lessons
    assert [(row["name"], row["recall"]) for row in values(charts(report), "recall")] == [
        ("Today", lessons.recall_now),
        ("In 90 days", lessons.recall_in_90),
    ]
    assert 0 < lessons.recall_in_90 < lessons.recall_now <= 1


def test_every_chart_says_how_to_read_it_and_what_it_is_not_for(march, drawn):
    figures = {figure.key: figure for figure in march.figures()}
    for picture in drawn:
        lines = " ".join(picture.spec["title"]["subtitle"])
        assert f"Not for {figures[MAKERS[picture.name][1]].not_for}" in lines
        assert picture.spec["title"]["text"][0].startswith("Desk: ")


@pytest.mark.heavy
def test_pictures_are_made_without_another_machine(drawn, tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asks the network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    for path in drawn.save(tmp_path, format="svg") + drawn.save(tmp_path, format="png", dark=True):
        start = path.read_bytes()[:8]
        assert start.startswith(b"<svg") if path.suffix == ".svg" else start == b"\x89PNG\r\n\x1a\n"
    shown = drawn._repr_html_()
    assert shown.count("<svg") == len(drawn)
    assert "<script" not in shown
    assert not re.search(r'(?:href|src)="|url\(["\']?http', shown)


def test_a_notebook_shows_the_colours_of_its_theme(drawn):
    shown = drawn["held"]._repr_html_()
    assert 'fill="light-dark(#0c5f5a, #79d3c4)"' in shown
    assert "#0c5f5a" not in drawn["held"].to_svg(dark=True)


MARKUP = '<img src=x onerror="alert(1)">#0c5f5a"&amp;{{7*7}}'


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data):
        self.text += data


@pytest.mark.heavy
def test_labels_with_markup_are_text():
    playbook = PLAYBOOK.replace('"Own it"', f"'{MARKUP}'").replace('"Desk"', f"'{MARKUP}'")
    house = House(playbook)
    drawn = charts(house.book.report("desk", MARCH, APRIL))
    for picture in drawn:
        parser = Tags()
        parser.feed(picture._repr_html_())
        assert parser.seen.isdisjoint({"img", "script", "foreignobject", "a"})
        assert MARKUP[:20] in parser.text
        assert json.loads(json.dumps(picture.spec)) == picture.spec


def test_what_is_hidden_is_in_no_chart(house):
    assert "promises" not in charts(house.book.report("night", MARCH, APRIL))


def test_a_team_without_a_huddle_has_nothing_to_draw(house):
    drawn = charts(house.book.report("kitchen", MARCH, APRIL))
    assert (len(drawn), repr(drawn)) == (0, "<Charts: nothing to show>")
    assert "nothing to draw yet" in drawn._repr_html_()
    with pytest.raises(hk.NotFoundError, match="nothing for it, got 'held'"):
        drawn["held"]


def test_an_unknown_chart_or_format_is_refused(drawn, tmp_path):
    with pytest.raises(hk.NotFoundError, match="must be one of held, overruns"):
        drawn["hold"]
    with pytest.raises(ValueError, match="format: must be"):
        drawn.save(tmp_path, format="gif")
