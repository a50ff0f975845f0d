"""Whoever looks at the pages, on whatever: axe-core's word for it, in a real browser where there is one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import needs_chromium

from huddlekit.cli import main

pytest.importorskip("axe_playwright_python")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser, Page  # noqa: E402

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
SIZES = {"phone": (390, 844), "laptop": (1280, 800), "wall": (1920, 1080)}

pytestmark = [needs_chromium, pytest.mark.heavy]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("walls")
    book = str(folder / "book.huddle")
    assert main(["init", "--db", book]) == 0
    assert main(["load", "--pack", "harbour-hotel", "--db", book]) == 0
    assert main(["page", "--db", book, "--out", str(folder), "--date", "2026-11-23"]) == 0
    return {
        "card": GOLDEN / "agenda-page.html",
        "wall": GOLDEN / "agenda-wall.html",
        "mail": GOLDEN / "agenda-email.html",
        "preview": folder / "kitchen" / "index.html",
        "index": folder / "index.html",
    }


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    size, scheme = request.param
    width, height = SIZES[size]
    with browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme) as context:
        yield context.new_page()


EVERY = [(size, scheme) for size in SIZES for scheme in ("light", "dark")]
FEW = [("phone", "dark"), ("laptop", "light"), ("wall", "light")]
LOOKS = EVERY if os.environ.get("HUDDLEKIT_SOAK") == "1" else FEW


@pytest.mark.parametrize("page", LOOKS, indirect=True, ids="-".join)
@pytest.mark.parametrize("name", ["card", "wall", "mail", "preview", "index"])
def test_axe_finds_nothing_serious(page: Page, name: str, pages: dict[str, Path]):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(pages[name].as_uri())
    found = Axe().run(page).response["violations"]
    assert [f for f in found if f["impact"] in ("serious", "critical")] == []
    assert asked == [pages[name].as_uri()]  # the page and nothing else
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"


def test_a_printed_wall_is_on_white_and_without_its_clock(browser: Browser, pages: dict[str, Path]):
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(pages["wall"].as_uri())
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
            "rgb(255, 255, 255)",
            "rgba(0, 0, 0, 0)",
        )
        assert len(page.pdf(format="A4")) > 10_000
