"""How long the live huddle takes until it is on the screen, against an anywidget that shows nothing.

In the kernel until it is made, and in Chromium, where there is one, until it is drawn.
"""

import json
import os
import shutil
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime

import anywidget

import huddlekit
from huddlekit.notebook import LiveWidget

ROUNDS = int(os.environ.get("HUDDLEKIT_ROUNDS", "20"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HUDDLE = "front-desk/2026-11-23/morning"
DRAW = """async ([esm, css, state]) => {
  const began = performance.now();
  const style = document.createElement("style");
  style.textContent = css;
  const root = document.createElement("div");
  document.body.replaceChildren(style, root);
  const module = await import("data:text/javascript," + encodeURIComponent(esm));
  const model = { get: (key) => state[key], on() {}, send() {} };
  const stop = module.default.render({ model, el: root });
  root.getBoundingClientRect();
  const took = performance.now() - began;
  stop?.();
  return took;
}"""


class Empty(anywidget.AnyWidget):
    _esm = "export default { render() {} };"


def made(make: Callable[[], anywidget.AnyWidget]) -> float:
    began = time.perf_counter()
    make()
    return 1e3 * (time.perf_counter() - began)


def main() -> None:
    now = datetime(2026, 11, 23, 6, 45, tzinfo=UTC)
    with huddlekit.open(":memory:", create=True, now=lambda: now) as book:
        book.load_pack("harbour-hotel")
        kinds = {"empty": Empty, "live huddle": lambda: LiveWidget(book, HUDDLE)}
        figures = {name: {"kernel": [made(make) for _ in range(ROUNDS)]} for name, make in kinds.items()}
        if CHROMIUM:
            from playwright.sync_api import sync_playwright

            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                page = browser.new_page()
                for name, make in kinds.items():
                    widget = make()
                    state = {key: getattr(widget, key, None) for key in ("shown", "calls", "problem")}
                    told = [str(widget._esm), str(getattr(widget, "_css", "")), json.loads(json.dumps(state))]
                    figures[name]["browser"] = [page.evaluate(DRAW, told) for _ in range(ROUNDS)]
                browser.close()
    medians = {
        name: {place: statistics.median(times) for place, times in places.items()}
        for name, places in figures.items()
    }
    for name, places in medians.items():
        print(f"{name:14}" + "".join(f"{place:>10} {took:6.1f} ms" for place, took in places.items()))
    more = sum(medians["live huddle"].values()) - sum(medians["empty"].values())
    print(f"{'beside it':14}{more:17.1f} ms more, at most 1000")


if __name__ == "__main__":
    main()
