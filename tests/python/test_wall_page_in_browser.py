"""The page for the wall in a real browser, where there is one, on the browser's virtual time."""

import re
import subprocess
from pathlib import Path

import pytest
from conftest import CHROMIUM, needs_chromium

PAGE = Path(__file__).parents[1] / "data" / "golden" / "agenda-wall.html"

pytestmark = [needs_chromium, pytest.mark.heavy]


def after(seconds: float, page: str, folder: Path) -> tuple[str, str]:
    """The state of the page and the segment that is on when it has been open for so long."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    dom = subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            f"--user-data-dir={folder / 'profile'}",
            f"--virtual-time-budget={int(seconds * 1000)}",
            "--dump-dom",
            file.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.decode()
    [state] = re.findall('<article [^>]*data-state="([a-z]*)"', dom)
    [current] = re.findall('<p class="hk-current"[^>]*>([^<]*)</p>', dom)
    return state, current


def shortened(seconds: int) -> str:
    """The recorded page, opened as its huddle starts, that gives each of its nine segments so long."""
    page = re.sub('data-seconds="[0-9]+"', f'data-seconds="{seconds}"', PAGE.read_text(encoding="utf-8"))
    start = re.search('<time datetime="([^"]*)">', page)[1]
    # In front of the page's own policy, which would let no other script run.
    clock = f"<script>Date.now = () => Date.parse('{start}') + performance.now()</script>"
    return page.replace("<head>", "<head>" + clock, 1)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (150, ("running", "Win of yesterday")),
        (9 * 60 + 30, ("over", "Time is up")),
    ],
)
def test_the_clock_starts_by_itself_and_walks_through_the_segments(seconds, expected, tmp_path):
    assert after(seconds, shortened(60), tmp_path) == expected


def test_outside_the_huddle_the_page_waits(tmp_path):
    past = re.sub('<time datetime="[^"]*">', '<time datetime="2020-01-01T06:45:00Z">', shortened(60))
    assert after(1, past, tmp_path) == ("waiting", "")
