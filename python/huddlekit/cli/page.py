"""A page that leads to the agendas of several teams."""

from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType

from huddlekit import Agenda

STYLE = """
:root { color-scheme: light dark; --ink: #1b2530; --quiet: #56616f; --line: #dfe4e9; --ground: #f6f8fa;
  --card: #fff; --accent: #0c5f5a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ecf1; --quiet: #a2adba; --line: #2c343e;
  --ground: #0e1216; --card: #151a20; --accent: #79d3c4; } }
* { box-sizing: border-box; margin: 0; }
body { background: var(--ground); color: var(--ink); padding: 2.5rem 1.25rem;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 60rem; margin: auto; }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -.015em; }
header p, .when, .more { color: var(--quiet); }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1rem;
  margin-top: 1.75rem; padding: 0; list-style: none; }
li { position: relative; display: flex; flex-direction: column; gap: .25rem; padding: 1.25rem;
  border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
li:hover { border-color: var(--accent); }
h2 { font-size: 1.0625rem; }
h2 a { color: inherit; text-decoration: none; }
h2 a::after { content: ""; position: absolute; inset: 0; }
.value { margin-top: .5rem; color: var(--accent); font-size: 1.25rem; font-weight: 650; line-height: 1.25; }
.more { margin-top: auto; padding-top: .75rem; font-size: .875rem; }
.more a { position: relative; color: inherit; }
"""


def index(house: str, motto: str, tiles: Iterable[str]) -> str:
    """A whole HTML document with the tiles."""
    shown = "\n".join(tiles)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(house)}: huddles</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<header><h1>{escape(house)}</h1><p>{escape(motto)}</p></header>
<ul>
{shown}
</ul>
</main>
</body>
</html>
"""


def tile(agenda: Agenda, address: str, more: Mapping[str, str] = MappingProxyType({})) -> str:
    """One huddle, with a link to its page; `more` are the addresses of its other forms by their names."""
    name = " · ".join(filter(None, (agenda.team_name, agenda.huddle_name)))
    when = f"{agenda.local_start:%A} {agenda.day.day} {agenda.local_start:%B, %H:%M}"
    leads = f"{agenda.facilitator.name} leads" if agenda.facilitator else ""
    rest = [f'<a href="{escape(path)}">{escape(form)}</a>' for form, path in more.items()]
    rest += [] if agenda.published else ["preview"]
    return f"""<li><h2><a href="{escape(address)}">{escape(name)}</a></h2>
<p class="when">{escape(when)} ({escape(agenda.zone)})</p>
<p class="value">{escape(agenda.value_name)}</p>
<p>{escape(leads)}</p>
<p class="more">{" · ".join(rest)}</p></li>"""
