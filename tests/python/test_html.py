"""Every page that we write, before a validator of somebody else's (npm's `html-validate`)."""

import datetime as dt
import json
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, Run

import huddlekit as hk

VALIDATOR = ROOT / "build/html/node_modules/.bin/html-validate"
NOW = dt.datetime(2026, 11, 23, 6, tzinfo=dt.UTC)
MONDAY = NOW.date()
DAY = dt.timedelta(days=1)

pytestmark = pytest.mark.skipif(not VALIDATOR.exists(), reason="no html-validate: ./dev installs it with npm")


def test_every_page_is_valid_html(hotel: Run, tmp_path: Path) -> None:
    with hk.open(":memory:", create=True, now=lambda: NOW) as book:
        book.load_pack("harbour-hotel")
        today, later, *_ = book.team("front-desk").plan(MONDAY, MONDAY + DAY)
        pages = {
            "card": today.to_html_page(),
            "wall": today.to_page(next=later),
            "report": book.report("front-desk", MONDAY, MONDAY + 2 * DAY).to_html_page(),
            "nothing-yet": book.report("front-desk", dt.date(2024, 2, 5), dt.date(2024, 2, 6)).to_html_page(),
        }
    folder = tmp_path / "pages"
    assert hotel("page", "--out", folder).code == 0
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    (folder / ".htmlvalidate.json").write_text(json.dumps({"extends": ["html-validate:standard"]}))
    files = [str(file) for file in sorted(folder.rglob("*.html"))]
    assert len(files) > len(pages)
    done = subprocess.run([str(VALIDATOR), *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
