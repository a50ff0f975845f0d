"""An agenda in colours, for a terminal; everything else gets plain text."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from huddlekit import Agenda, Segment, SegmentKind

from .options import clean, clock

NARROWEST, WIDEST = 40, 100
MARGIN = 7  # columns of the clock in front of a segment

# Of middling lightness: white stands on them, and they stand on black and on white.
COLOURS = {
    SegmentKind.OPEN: "#5b7083",
    SegmentKind.VALUE: "#0f8576",
    SegmentKind.WIN: "#b7791f",
    SegmentKind.LESSON: "#7a62b8",
    SegmentKind.PROMISES: "#b8553f",
    SegmentKind.ROUND: "#4c8a3f",
    SegmentKind.SEAT: "#2f7fb5",
    SegmentKind.CLOSE: "#6b7280",
    SegmentKind.FINISH_EARLY: "#9aa3ad",
}
QUIET = "grey54"


def draw(agendas: Sequence[Agenda]) -> None:
    """Prints the agendas one after the other."""
    console = Console(highlight=False)
    for agenda in agendas:
        for line in card(agenda, console):
            console.print(line)


def card(agenda: Agenda, console: Console) -> Iterator[Text]:
    width = max(NARROWEST, min(console.width, WIDEST))
    yield from header(agenda, console, width)
    yield Text()
    yield from bar(agenda, width)
    yield Text()
    start = 0
    for segment in agenda.segments:
        yield from block(segment, start, console, width)
        yield Text()
        start += segment.seconds


def header(agenda: Agenda, console: Console, width: int) -> Iterator[Text]:
    title = Text(clean(agenda.team_name or agenda.team), "bold")
    if agenda.huddle_name:
        title.append(f" · {clean(agenda.huddle_name)}")
    yield from spread(title, Text(clean(agenda.organisation), QUIET), console, width)
    length = f"{agenda.timebox // 60} minutes" if agenda.timebox % 60 == 0 else clock(agenda.timebox)
    led = f"{clean(agenda.facilitator.name)} leads" if agenda.facilitator else "nobody leads yet"
    when = f"{agenda.day:%A} {agenda.day.day} {agenda.day:%B %Y}, {agenda.local_start:%H:%M}"
    state = Text("" if agenda.published else "preview, not published yet", f"italic {QUIET}")
    yield from spread(Text(f"{when} · {length} · {led}", QUIET), state, console, width)
    if agenda.reason:
        reason = Text(f"Revision {agenda.revision}: ", "bold").append(clean(agenda.reason), "not bold")
        yield from reason.wrap(console, width)


def bar(agenda: Agenda, width: int) -> Iterator[Text]:
    """Each segment as wide as its time."""
    names, lengths = Text(), Text()
    total = sum(segment.seconds for segment in agenda.segments)
    past = 0
    for segment in agenda.segments:
        left, past = past * width // max(total, 1), past + segment.seconds
        room = past * width // max(total, 1) - left
        style = f"#ffffff on {COLOURS[segment.kind]}"
        name = segment.kind.name.capitalize().replace("_", " ")
        names.append(fitting(name, room), f"bold {style}")
        lengths.append(fitting(clock(segment.seconds), room), style)
    yield from (names, lengths)


def fitting(text: str, room: int) -> str:
    """The text on so many columns. A name may be cut; a cut number would be a wrong one."""
    if len(text) > room:
        text = "" if text[0].isdigit() else text[:room]
    return (f" {text}" if len(text) < room else text).ljust(room)


def block(segment: Segment, start: int, console: Console, width: int) -> Iterator[Text]:
    """One segment beside its clock, with its colour down the side."""
    colour = COLOURS[segment.kind]
    title = Text(clean(segment.title), f"bold {colour}")
    if segment.who:
        title.append("  " + ", ".join(clean(person.name) for person in segment.who), "not bold default")
    room = width - MARGIN - 2
    lines = list(spread(title, Text(clock(segment.seconds), QUIET), console, room))
    for paragraph in clean_lines(segment.text):
        lines += Text(paragraph).wrap(console, room)
    style = "bold" if segment.kind == SegmentKind.VALUE else ""
    labels = max((cell_len(clean(point.label)) for point in segment.points), default=0)
    for point in segment.points:
        lines += labelled(clean(point.label), clean(point.text), labels, console, room, style)
    if segment.why:
        lines += hanging("↳", Text(clean(segment.why), f"italic {QUIET}"), 2, console, room)
    for number, line in enumerate(lines):
        time = clock(start) if number == 0 else ""
        yield Text().append(f"{time:>{MARGIN - 2}}  ", QUIET).append("▌ ", colour).append_text(line)


def labelled(label: str, text: str, labels: int, console: Console, room: int, style: str) -> Iterator[Text]:
    """The text in a column of its own where the labels leave room for one."""
    if labels <= 18 and room - labels >= 38:
        yield from hanging(label, Text(text, style), labels + 2, console, room)
    else:
        content = Text().append(f"{label}: " if label else "", QUIET).append(text, style)
        yield from hanging("•", content, 2, console, room)


def hanging(label: str, text: Text, indent: int, console: Console, room: int) -> Iterator[Text]:
    """The text, wrapped, beside the label."""
    for number, line in enumerate(text.wrap(console, room - indent)):
        shown = label if number == 0 else ""
        yield Text().append(shown + " " * (indent - cell_len(shown)), QUIET).append_text(line)


def spread(left: Text, right: Text, console: Console, width: int) -> Iterator[Text]:
    """Left and right on one line where there is room for both."""
    gap = width - left.cell_len - right.cell_len
    if right and gap >= 2:
        yield Text().append_text(left).append(" " * gap).append_text(right)
        return
    yield from left.wrap(console, width)
    if right:
        yield from right.wrap(console, width)


def clean_lines(text: str) -> list[str]:
    return [line for line in map(clean, text.splitlines()) if line]
