"""A huddle being held, drawn for a terminal across the room: a large clock, a bar for each segment."""

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.text import Text

from huddlekit import LiveHuddle, LivePhase, Segment, SegmentKind

from .options import clock
from .screen import COLOURS, QUIET, clean, clean_lines, labelled, spread

NARROWEST, WIDEST = 50, 96
GOOD, SOON, OVER = "#2f9e6e", "#d99a1c", "#d9483b"
WARNING = 15  # seconds before the end of a segment
KEYS = [("space", "next"), ("p", "pause"), ("c", "cut"), ("u", "undo"), ("f", "finish"), ("q", "leave")]

DIGITS = {  # five rows of three dots
    "0": "### # # # # # # ###",
    "1": " #  ##   #   #  ###",
    "2": "###   # ### #   ###",
    "3": "###   # ###   # ###",
    "4": "# # # # ###   #   #",
    "5": "### #   ###   # ###",
    "6": "### #   ### # # ###",
    "7": "###   #   #   #   #",
    "8": "### # # ### # # ###",
    "9": "### # # ###   # ###",
    ":": "     #       #     ",
    "+": "     #  ###  #     ",
}


def view(huddle: LiveHuddle, console: Console, message: str = "") -> RenderableType:
    """The whole screen."""
    width = max(NARROWEST, min(console.width - 4, WIDEST))
    lines = [
        Text(),
        *header(huddle, console, width),
        Text(),
        *face(huddle, console, width),
        Text(),
        *bars(huddle, width),
        Text(),
        *now_and_next(huddle, console, width),
    ]
    lines = lines[: max(console.height - 3, 10)]  # the keys stay in sight on a low terminal
    lines += [Text(), keys(huddle), Text(clean(message), OVER)]
    return Group(*(Text("  ").append_text(line) for line in lines))


def header(huddle: LiveHuddle, console: Console, width: int) -> Iterator[Text]:
    agenda = huddle.agenda
    title = Text(clean(agenda.team_name), "bold")
    if agenda.huddle_name:
        title.append(f" · {clean(agenda.huddle_name)}", "not bold")
    if agenda.facilitator:
        title.append(f" · {clean(agenda.facilitator.name)} leads", f"not bold {QUIET}")
    yield from spread(title, Text(clean(agenda.organisation), QUIET), console, width)


def face(huddle: LiveHuddle, console: Console, width: int) -> Iterator[Text]:
    """The time that the segment has left, and beside it how the whole huddle stands."""
    now, state = huddle.clock, huddle.state
    done = state.phase == LivePhase.FINISHED
    paused = state.phase == LivePhase.PAUSED
    style = QUIET if paused or done else tint(huddle)
    left = now.elapsed if done else now.left
    digits = large(("+" if left < 0 else "") + clock(abs(left)))
    beside = [
        Text(f"{clock(now.elapsed)} of {clock(state.timebox)}", "bold"),
        Text(),
        verdict(huddle),
        Text(),
        Text() if done else upcoming(huddle),
    ]
    for row, text in zip(digits, beside, strict=True):
        line = Text().append(row, style).append("   ").append_text(text)
        line.truncate(width, overflow="ellipsis")
        yield line


def verdict(huddle: LiveHuddle) -> Text:
    now, state = huddle.clock, huddle.state
    if state.phase == LivePhase.FINISHED:
        return Text("finished; press f to record it", f"bold {GOOD}")
    late = Text()
    if now.late:
        late.append(f"{clock(now.late)} late", f"bold {OVER}")
        if now.cut:
            titles = " and ".join(title(huddle, index) for index in now.cut)
            late.append("  c cuts ", QUIET).append(titles, "bold")
    if state.phase == LivePhase.PAUSED:
        paused = Text("paused", f"bold {SOON}")
        return paused.append(" · ", QUIET).append_text(late) if late else paused
    return late or Text("in time", GOOD)


def upcoming(huddle: LiveHuddle) -> Text:
    """What comes next."""
    for index in range(huddle.state.current + 1, len(huddle.state.segments)):
        if not huddle.state.segments[index].dropped:
            return Text("next: ", QUIET).append(title(huddle, index))
    return Text("the last one", QUIET)


def tint(huddle: LiveHuddle) -> str:
    if huddle.clock.left < 0:
        return OVER
    return SOON if huddle.clock.left <= WARNING else GOOD


def large(text: str) -> list[str]:
    """The text as five rows; two columns of a terminal are about as wide as a line is high."""
    rows = []
    for row in range(5):
        dots = " ".join(DIGITS[c][4 * row : 4 * row + 3] for c in text)
        rows.append("".join("██" if dot == "#" else "  " for dot in dots))
    return rows


def bars(huddle: LiveHuddle, width: int) -> Iterator[Text]:
    """A line for each segment: its bar is as long as its plan, and full as far as it has come."""
    state, now = huddle.state, huddle.clock
    titles = [title(huddle, index) for index in range(len(state.segments))]
    column = min(max(map(len, titles)), 22)
    room = max(width - column - 22, 8)
    longest = max(1, *(max(s.planned, length) for s, length in zip(state.segments, now.lengths, strict=True)))
    for index, segment in enumerate(state.segments):
        on = index == state.current and state.phase != LivePhase.FINISHED
        past = index <= state.current and not on
        took = now.took if on else segment.took
        name = titles[index][:column].ljust(column)
        if segment.dropped:
            yield Text("  ✗ ", QUIET).append(name, "strike").append("    cut")
            continue
        sign = "▶ " if on else "✓ " if past else "  "
        line = Text("  ").append(sign, f"bold {tint(huddle)}" if on else GOOD)
        line.append(name, "bold" if on else QUIET if past else "")
        style = OVER if took > segment.planned else QUIET if past else "bold" if on else ""
        line.append(f"{clock(took if on or past else segment.planned):>7}  ", style)
        line.append_text(bar(took, segment.planned, longest, room, colour_of(huddle, index)))
        if on:
            line.append(f"  of {clock(segment.planned)}", QUIET)
        elif index in now.cut:
            line.append("  cut?", f"bold {OVER}")
        elif not past and now.lengths[index] < segment.planned:
            line.append(f"  only {clock(now.lengths[index])}", SOON)
        yield line


def bar(took: int, planned: int, longest: int, room: int, colour: str) -> Text:
    full, plan, over = (round(n * room / longest) for n in (min(took, planned), planned, max(took, planned)))
    return (
        Text()
        .append("━" * full, colour)
        .append("━" * (plan - full), "grey30")
        .append("━" * (over - plan), OVER)
    )


def now_and_next(huddle: LiveHuddle, console: Console, width: int) -> Iterator[Text]:
    """What to say now."""
    if huddle.state.phase == LivePhase.FINISHED:
        return
    segment = found(huddle, huddle.state.current)
    colour = colour_of(huddle, huddle.state.current)
    heading = Text(title(huddle, huddle.state.current), f"bold {colour}")
    if segment is None:
        yield Text().append("▌ ", colour).append_text(heading)
        return
    if segment.who:
        heading.append("  " + ", ".join(clean(person.name) for person in segment.who), "not bold default")
    room = width - 2
    lines = [heading]
    for paragraph in clean_lines(segment.text):
        lines += Text(paragraph).wrap(console, room)
    labels = max((len(clean(point.label)) for point in segment.points), default=0)
    for point in segment.points:
        lines += labelled(clean(point.label), clean(point.text), labels, console, room, "bold")
    for line in lines:
        yield Text().append("▌ ", colour).append_text(line)


def keys(huddle: LiveHuddle) -> Text:
    line = Text()
    over = huddle.state.phase == LivePhase.FINISHED
    for key, what in KEYS[-2:] if over else KEYS:
        if key == "p" and huddle.state.phase == LivePhase.PAUSED:
            what = "go on"
        line.append(f" {key} ", "reverse").append(f" {what}   ", QUIET)
    return line


def found(huddle: LiveHuddle, index: int) -> Segment | None:
    """The segment of the agenda; a revision may have taken it away."""
    key = huddle.state.segments[index].key
    return next((s for s in huddle.agenda.segments if key_of(s.kind) == key), None)


def title(huddle: LiveHuddle, index: int) -> str:
    segment = found(huddle, index)
    return clean(segment.title if segment else huddle.state.segments[index].key)


def colour_of(huddle: LiveHuddle, index: int) -> str:
    segment = found(huddle, index)
    return COLOURS[segment.kind] if segment else QUIET


def key_of(kind: SegmentKind) -> str:
    return kind.name.lower().replace("_", "-")
