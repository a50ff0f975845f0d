"""Arrows between the rooms run one way, and the check of it finds one that does not."""

import arrows
import pytest


def test_no_include_runs_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert (arrows.main(), capsys.readouterr().out) == (0, "")


@pytest.mark.parametrize(
    ("name", "included"),
    [
        ("src/core/turns/turns.cpp", "store/huddles/turn_store.hpp"),
        ("src/core/turns/turns.cpp", "huddlekit/book.hpp"),
        ("src/store/huddles/turn_store.cpp", "book/session.hpp"),
        ("src/store/huddles/turn_store.cpp", "render/ink/html.hpp"),
        ("src/store/huddles/turn_store.cpp", "SQLiteCpp/SQLiteCpp.h"),
        ("src/render/agenda/card.cpp", "playbook/schema.hpp"),
        ("src/playbook/reader.cpp", "huddlekit/feed.hpp"),
        ("src/book/book.cpp", "sqlite3.h"),
        ("bindings/bind_book.cpp", "store/sql/database.hpp"),
        ("include/huddlekit/agenda.hpp", "huddlekit/render.hpp"),
    ],
)
def test_an_include_that_runs_up_is_found(name: str, included: str) -> None:
    text = f'#pragma once\n#include <vector>\n\n#include "{included}"\n'
    assert list(arrows.found_in(name, text)) == [(4, included)]


@pytest.mark.parametrize(
    ("name", "included"),
    [
        ("src/book/book.cpp", "store/huddles/turn_store.hpp"),
        ("src/store/sql/sqlite.cpp", "SQLiteCpp/SQLiteCpp.h"),
        ("src/store/sql/sqlite.cpp", "schema_texts.hpp"),
        ("src/core/agenda/facts.hpp", "huddlekit/entries.hpp"),
        ("src/render/feed/vtimezone.hpp", "calendar/zone_table.hpp"),
        ("src/packs/packs.cpp", "algorithm"),
        ("bindings/bind_book.cpp", "huddlekit/book.hpp"),
        ("include/huddlekit/book.hpp", "huddlekit/feed.hpp"),
    ],
)
def test_one_that_runs_down_is_not(name: str, included: str) -> None:
    assert not list(arrows.found_in(name, f'#include "{included}"\n'))


def test_a_statement_outside_of_the_store_is_found() -> None:
    text = 'void f() {\n  query("SELECT 1 FROM team");\n}\n'
    assert arrows.statements_in("src/book/book.cpp", text) == [2]
    assert not arrows.statements_in("src/store/huddles/turn_store.cpp", text)
    assert not arrows.statements_in("src/book/book.cpp", 'throw Conflict("update it");')
