"""A huddle held in JupyterLab and in Notebook 7, in a real browser where there is one."""

import os
import re
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import ROOT, needs_chromium
from desk import PLAYBOOK, early_on_monday

import huddlekit as hk

nbformat = pytest.importorskip("nbformat")
pytest.importorskip("jupyterlab")
pytest.importorskip("anywidget")
pytest.importorskip("playwright")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser, Page, expect  # noqa: E402

pytestmark = [needs_chromium, pytest.mark.heavy]

DAY = timedelta(days=1)
SLOW = 60_000  # ms: a busy machine may take long; nothing here is timed
MARKUP = "<img src=x onerror=alert(1)>"
CELL = """import huddlekit as hk
from huddlekit import clocks
clocks.start()
book = hk.open({book!r}, now=clocks.now)
book.team("front-desk").hold()"""
QUIET = [  # nothing of the server's own asks another machine
    "--LabApp.news_url=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
]


@dataclass
class Server:
    """One server has both: JupyterLab under /lab, Notebook 7 under /notebooks."""

    folder: Path
    address: str
    token: str

    def book(self, name: str) -> Path:
        """A book, and a notebook of the same name that holds today's huddle of its front desk."""
        path = self.folder / f"{name}.huddle"
        with hk.open(path, create=True, now=early_on_monday) as book:
            text = PLAYBOOK.replace('"Dora Szabó"', f"'{MARKUP}'").replace(', days = "Mon-Fri"', "")
            book.load(hk.parse_playbook(text, name="desk"))
            today = book.team("front-desk").day()
            book.team("front-desk").lesson("Ask which bed before the key is cut", day=today - DAY)
            book.team("front-desk").commit("ben", "Order a second trolley", due=today, made=today - DAY)
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL.format(book=path.name))])
        notebook.metadata["kernelspec"] = {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        }
        nbformat.write(notebook, path.with_suffix(".ipynb"))
        return path

    def open(self, page: Page, room: str, name: str) -> None:
        # In the default workspace JupyterLab also opens what an earlier test had open, and may show that.
        place = f"lab/workspaces/{name}/tree" if room == "lab" else room
        connected(page, lambda: page.goto(f"{self.address}/{place}/{name}.ipynb?token={self.token}"))

    def running(self) -> bool:
        try:
            return urllib.request.urlopen(f"{self.address}/api/status?token={self.token}").status == 200
        except (urllib.error.URLError, ConnectionError):
            return False


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("jupyter")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    work = folder / "work"
    work.mkdir()
    server = Server(work, f"http://127.0.0.1:{port}", secrets.token_hex())
    quiet = folder / "settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings"
    quiet.parent.mkdir(parents=True)
    quiet.write_text('{"fetchNews": "false", "checkForUpdates": false}')
    environment = os.environ | {
        "PYTHONPATH": str(Path(hk.__file__).parents[1]),
        "JUPYTER_TOKEN": server.token,
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "IPYTHONDIR": str(folder / "ipython"),
    }
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={work}"]
    log = folder / "log"
    with log.open("w") as out:
        process = subprocess.Popen(command + QUIET, env=environment, stdout=out, stderr=out)
        try:
            while not server.running():
                assert process.poll() is None, log.read_text()
                time.sleep(0.2)
            yield server
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 1400}) as context:
        context.set_default_timeout(SLOW)
        expect.set_options(timeout=SLOW)
        page = context.new_page()
        hosts: set[str | None] = set()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
        page.on("websocket", lambda socket: hosts.add(urlsplit(socket.url).hostname))
        yield page
        assert hosts - {None} == {"127.0.0.1"}


def connected(page: Page, load: Callable[[], object]) -> None:
    """Loads a notebook and waits until its kernel has nothing to do."""
    with page.expect_websocket(lambda socket: "/channels" in socket.url) as opened:
        load()
    opened.value.wait_for_event("framereceived")
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()


def run(page: Page, ask: Callable[[], None]) -> None:
    """Asks for cells to be run until the first one was: while a kernel connects, what is asked gets lost."""
    prompt = page.locator(".jp-CodeCell .jp-InputArea-prompt").first
    asked = re.compile(rf"^(?!{re.escape(prompt.inner_text())})\[(\d+|\*)\]:$")
    for _ in range(6):
        # A machine so busy that the kernel is not there yet is asked to choose one.
        accept = page.locator(".jp-Dialog .jp-mod-accept")
        if accept.count():
            accept.first.click()
        ask()
        try:
            expect(prompt).to_have_text(asked, timeout=10_000)
            return
        except AssertionError:
            continue
    raise AssertionError("no cell was run")


def run_cell(page: Page) -> None:
    """Runs the first cell and waits for the huddle in it."""

    def ask() -> None:
        page.locator(".jp-CodeCell .cm-content").first.click()
        page.keyboard.press("Shift+Enter")

    run(page, ask)
    expect(page.locator(".huddlekit-live .hk-big")).to_be_visible()


def in_phase(page: Page, phase: str) -> None:
    expect(page.locator(f".huddlekit-live[data-phase={phase}]")).to_be_visible()


def calls(page: Page, name: str) -> None:
    """Waits until the call that a click made is shown: the book has it then."""
    expect(page.locator(".huddlekit-live .hk-call")).to_contain_text(f").{name}(")


def nothing_serious(page: Page) -> None:
    found = Axe().run(page, context=".huddlekit-live").response["violations"]
    assert [f for f in found if f["impact"] in ("serious", "critical")] == []


def the_book_says_so(path: Path, *, came: list[str]) -> None:
    with hk.open(path, read_only=True, now=early_on_monday) as book:
        today = book.team("front-desk").day()
        [huddle] = book.team("front-desk").calendar(today, today + DAY)
        assert huddle.state is hk.HuddleState.COMPLETED
        live = book.huddle(huddle.id).live()
        assert [person.key for person in live.attended] == came
        assert live.lesson_rating is hk.Rating.HARD
        [win] = book.team("front-desk").stories(today, today + DAY)
        assert (win.text, win.values) == ("Found the ring", ["listen"])
        [promise] = book.team("front-desk").commitments()
        assert (promise.who.key, promise.text) == ("caro", "Ring room 204")


def test_a_huddle_held_by_clicking_in_lab_with_a_reload_in_the_middle(server: Server, page: Page):
    path = server.book("clicked")
    server.open(page, "lab", "clicked")
    run_cell(page)
    widget = page.locator(".huddlekit-live")
    in_phase(page, "ready")
    nothing_serious(page)
    assert widget.locator("img").count() == 0
    widget.get_by_role("button", name=MARKUP, exact=True).click()
    widget.get_by_role("button", name=MARKUP, exact=True).click()  # here after all
    widget.get_by_role("button", name="Start").click()
    in_phase(page, "running")
    widget.get_by_role("button", name="Next").click()
    calls(page, "next")
    widget.get_by_label("What went well").fill("Found the ring")
    widget.get_by_label("Value", exact=True).select_option("Listen first")
    widget.get_by_role("button", name="Add win").click()
    calls(page, "win")
    expect(widget.get_by_label("What went well")).to_have_value("")
    widget.get_by_role("button", name="Ana Costa").click()  # who was to lead
    calls(page, "present")
    nothing_serious(page)
    page.keyboard.press("Control+s")

    connected(page, page.reload)
    run_cell(page)
    in_phase(page, "running")
    expect(widget.get_by_role("button", name="Ana Costa")).to_have_attribute("aria-pressed", "false")
    widget.get_by_role("button", name="Next").click()
    widget.get_by_role("button", name="with help").click()
    calls(page, "rate_lesson")
    widget.get_by_label("Who", exact=True).select_option("Caro Lind")
    widget.get_by_label("Does what").fill("Ring room 204")
    widget.get_by_role("button", name="Add commitment").click()
    calls(page, "commit")
    widget.get_by_role("button", name="Kept: Order a second trolley").click()
    calls(page, "kept")
    widget.get_by_role("button", name="Pause").click()
    in_phase(page, "paused")
    nothing_serious(page)
    widget.get_by_role("button", name="Go on").click()
    in_phase(page, "running")
    widget.get_by_role("button", name="Finish").click()
    expect(widget.get_by_role("alert")).to_have_text("Choose who led: Ana Costa is not here.")
    widget.get_by_label("Led by").select_option("Caro Lind")
    expect(widget.locator(".hk-problem")).to_have_text("")
    widget.get_by_role("button", name="Finish").click()
    in_phase(page, "held")
    nothing_serious(page)
    the_book_says_so(path, came=["ben", "caro", "dora"])


def tab_to(page: Page, name: str) -> None:
    """Presses Tab until the focus is on what is called so."""
    for _ in range(60):
        page.keyboard.press("Tab")
        here = "(e => e.closest('.huddlekit-live') && (e.ariaLabel || e.textContent))(document.activeElement)"
        if page.evaluate(here) == name:
            return
    raise AssertionError(f"Tab does not reach {name}")


def test_a_huddle_held_in_notebook_with_the_keyboard_alone(server: Server, page: Page):
    path = server.book("typed")
    server.open(page, "notebooks", "typed")
    run_cell(page)
    cells = page.locator(".jp-Cell").count()
    page.locator(".huddlekit-live").get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    in_phase(page, "running")
    page.keyboard.press("Enter")  # the focus has stayed on what is Next now
    calls(page, "next")
    page.keyboard.press("Enter")
    tab_to(page, "with help")
    page.keyboard.press("Space")
    calls(page, "rate_lesson")
    tab_to(page, "Ben Okafor")
    page.keyboard.press("Enter")
    calls(page, "present")
    tab_to(page, "What went well")
    page.keyboard.type("Found the ring")
    tab_to(page, "Value")
    page.keyboard.type("Listen")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    calls(page, "win")
    tab_to(page, "Who")
    page.keyboard.type("Caro")
    page.keyboard.press("Tab")
    page.keyboard.type("Ring room 204")
    page.keyboard.press("Enter")
    calls(page, "commit")
    assert page.locator(".jp-Cell").count() == cells, "a key went to the notebook"
    tab_to(page, "Kept: Order a second trolley")
    page.keyboard.press("Enter")
    calls(page, "kept")
    page.locator(".huddlekit-live").get_by_role("button", name="Next").focus()
    tab_to(page, "Finish")
    page.keyboard.press("Enter")
    in_phase(page, "held")
    the_book_says_so(path, came=["ana", "caro", "dora"])


@pytest.mark.parametrize("room", ["lab", "notebooks"])
def test_the_managers_gallery_runs_from_top_to_bottom(server: Server, page: Page, room: str):
    name = f"manager-{room[:3]}"
    file = server.folder / f"{name}.ipynb"
    notebook = nbformat.read(ROOT / "docs/notebooks/manager.ipynb", as_version=4)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, file)
    server.open(page, room, name)

    def ask() -> None:
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()

    run(page, ask)

    def saved() -> list[nbformat.NotebookNode]:
        page.keyboard.press("Control+s")
        page.wait_for_timeout(1_000)
        try:
            return [c for c in nbformat.read(file, as_version=4).cells if c.cell_type == "code"]
        except nbformat.reader.NotJSONError:  # the server is writing it just now
            return []

    until = time.monotonic() + 300  # it plays twelve weeks of a hotel
    while not (cells := saved()) or not all(cell.execution_count for cell in cells):
        assert time.monotonic() < until, "some cells were not run"
    first = cells[0].execution_count
    assert [c.execution_count for c in cells] == list(range(first, first + len(cells)))
    outputs = [output for cell in cells for output in cell.outputs]
    assert [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"] == []
    shown = [kind for output in outputs for kind in output.get("data", {})]
    assert "application/vnd.jupyter.widget-view+json" in shown
