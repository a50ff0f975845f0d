import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desk import early_on_monday

from huddlekit.cli import main

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if examples := os.environ.get("HUDDLEKIT_EXAMPLES"):  # the days of the soak need few of hypothesis
    from hypothesis import settings

    settings.register_profile("few", max_examples=int(examples), deadline=None)
    settings.load_profile("few")

os.environ["HUDDLEKIT_NOW"] = early_on_monday().isoformat()  # for commands in other processes too

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A temporary folder to work in, with the example playbook in it as `harbour.toml`."""
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def furnish(folder: Path) -> None:
    example = ROOT / "src/packs/harbour-hotel.toml"
    if example.exists():
        shutil.copy(example, folder / "harbour.toml")


@dataclass
class Done:
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command within this process, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("HUDDLEKIT_DB", "HUDDLEKIT_TEAM", "HUDDLEKIT_BY"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object) -> Done:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def book_of_the_hotel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with the example in it, made once: to be copied."""
    path = tmp_path_factory.mktemp("hotel") / "book.huddle"
    assert main(["init", "--db", str(path)]) == 0
    assert main(["load", "--db", str(path), "--pack", "harbour-hotel"]) == 0
    return path


@pytest.fixture
def hotel(run: Run, book_of_the_hotel: Path, tmp_path: Path) -> Run:
    """The command in a folder with the example in its book."""
    shutil.copy(book_of_the_hotel, tmp_path)
    return run


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
