"""The order of the site: rooms as a newcomer walks through them, and within each what comes first.

A page that is not named here comes after those that are, so that a new one needs nothing but its file.
"""

from typing import Any

from mkdocs.structure.nav import Section

ROOMS = ["Guide", "Handbook", "Ideas", "Reference"]
FIRST = [
    *("manager", "scripts", "embedding", "installing", "operating"),
    *("playbook", "turns", "holding", "journal", "lessons", "reminders", "report", "notebook"),
    *("rotation", "recall", "timebox"),
]


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """What lies beside the index is the handbook."""
    beside = [item for item in nav.items if item.is_page and not item.is_homepage]
    handbook = Section("Handbook", beside)
    for page in beside:
        page.parent = handbook
    nav.items = [item for item in nav.items if item not in beside] + [handbook]
    nav.items.sort(key=lambda item: ROOMS.index(item.title) + 1 if item.title in ROOMS else 0)
    for section in nav.items:
        if section.children:
            section.children.sort(key=place)
    return nav


def place(item: Any) -> tuple[int, str]:
    stem = item.file.name if item.is_page else ""
    return (FIRST.index(stem) if stem in FIRST else len(FIRST), stem)
