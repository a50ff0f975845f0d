"""One team to look at, in a notebook or anywhere that shows HTML."""

import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from desk import day, desk

import huddlekit as hk


def test_a_team_shows_today_the_next_days_and_what_is_open():
    book = desk()
    book.team("front-desk").commit("ben", "Order a second trolley", due=day(1))
    shown = book.team("front-desk")._repr_html_()
    today = book.team("front-desk").agenda(day(0))
    assert today.to_html() in shown
    assert "Order a second trolley" in shown
    assert re.findall(r"<code>(.*?)</code>", shown) == [
        "book.team(&#x27;front-desk&#x27;).plan(day, day + timedelta(days=1))",
        "book.team(&#x27;front-desk&#x27;).plan(start, end)",
        "book.team(&#x27;front-desk&#x27;).commitments()",
    ]
    assert repr(book.team("front-desk")) == "book.team('front-desk')"


def test_looking_writes_nothing():
    book = desk()
    book.team("front-desk")._repr_html_()
    assert {h.state for h in book.team("front-desk").calendar(day(0), day(7))} == {hk.HuddleState.PLANNED}


def test_what_is_overdue_says_so_in_words():
    now = datetime(2026, 11, 23, 5, tzinfo=UTC)
    book = desk(now=lambda: now)
    book.team("front-desk").commit("ben", "Order a second trolley", due=day(1))
    now += timedelta(days=3)
    assert "overdue" in book.team("front-desk")._repr_html_()


def test_names_and_texts_are_text():
    book = desk()
    book.team("front-desk").commit("ben", "<img src=x onerror=alert(1)> & </section>", due=day(1))

    class Tags(HTMLParser):
        seen: list[str] = []  # noqa: RUF012

        def handle_starttag(self, tag, attrs):
            self.seen.append(tag)

    Tags().feed(book.team("front-desk")._repr_html_())
    assert "img" not in Tags.seen


def test_an_unknown_team_names_the_nearest():
    with pytest.raises(hk.NotFoundError, match="front-desk"):
        desk().team("frontdesk")


def test_the_magic_shows_cards(tmp_path, monkeypatch):
    shell_module = pytest.importorskip("IPython.core.interactiveshell")
    shell = shell_module.InteractiveShell()
    shell.run_line_magic("load_ext", "huddlekit")
    path = tmp_path / "a.huddle"
    desk(str(path)).close()
    cards = shell.run_line_magic("huddle", f"today front-desk {path}")
    assert cards._repr_html_().count("<article") == len(cards.agendas)
    monkeypatch.setenv("HUDDLEKIT_DB", str(path))
    assert repr(shell.run_line_magic("huddle", "team front-desk")) == "book.team('front-desk')"
    shell.user_ns["book"] = desk()
    shell.user_ns["book"].team("kitchen").win("Told in the shell's own book")
    assert len(shell.run_line_magic("huddle", "team kitchen").stories(day(0), day(1))) == 1
    with pytest.raises(hk.InvalidArgumentError, match="%huddle"):
        shell.run_line_magic("huddle", "tomorrow")
