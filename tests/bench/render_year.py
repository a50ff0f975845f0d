"""The example hotel's year to every target, from Python: 240 days, rendered as it would be published.

render_year.py [days]
"""

import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import huddlekit
from huddlekit import Agenda

START = datetime(2026, 1, 1, 3, tzinfo=UTC)

TARGETS = {
    "text": Agenda.to_text,
    "Markdown": Agenda.to_markdown,
    "HTML": Agenda.to_html,
    "HTML page": Agenda.to_html_page,
    "JSON": Agenda.to_json,
    "Slack": Agenda.to_slack,
    "Teams": Agenda.to_teams,
    "mail": lambda agenda: agenda.to_email().html,
}


def agendas(days: int) -> list[Agenda]:
    now = START
    found = []
    with huddlekit.open(":memory:", create=True, now=lambda: now) as book:
        book.load_pack("harbour-hotel")
        for _ in range(days):
            found += book.publish_all(now.date())
            now += timedelta(days=1)
    return found


def main() -> None:
    year = agendas(int(sys.argv[1]) if len(sys.argv) > 1 else 240)
    work = {name: lambda to=to: [to(agenda) for agenda in year] for name, to in TARGETS.items()}
    work["wall page"] = lambda: [one.to_page(next=after) for one, after in pairwise(year)]
    work["RSS"] = lambda: [huddlekit.to_rss(year, title="Huddles", link="https://intranet.example/")]
    work["iCalendar"] = lambda: [huddlekit.to_ics(year, name="Huddles")]
    work["CSV"] = lambda: [huddlekit.to_csv(year)]
    total = 0.0
    for name, render in work.items():
        began = time.perf_counter()
        size = sum(map(len, render()))
        took = time.perf_counter() - began
        total += took
        print(f"{name:10} {took:6.3f} s  {size / 1e6:7.2f} million characters")
    print(f"{len(year)} agendas of the example hotel to {len(work)} targets: {total:.2f} s")


if __name__ == "__main__":
    main()
