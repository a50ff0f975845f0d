"""A program as a user writes it, for the type checkers: what they say about it is what users see."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import huddlekit


def agendas(book: huddlekit.Book, team: str, days: int) -> Iterator[huddlekit.Agenda]:
    first: datetime.date = book.team(team).day()
    for huddle in book.team(team).calendar(first, first + datetime.timedelta(days=days)):
        agenda = book.team(team).agenda(huddle.day, huddle=huddle.huddle)
        if agenda is not None:
            yield agenda


def lengths(agenda: huddlekit.Agenda) -> dict[str, int]:
    return {segment.title: segment.seconds for segment in agenda.segments}


def main(file: Path) -> str:
    try:
        with huddlekit.open(file, create=True) as book:
            book.load_pack("harbour-hotel")
            pages = [agenda.to_html() for agenda in agendas(book, "front-desk", 7)]
            longest = max(
                (sum(lengths(agenda).values()) for agenda in agendas(book, "kitchen", 7)), default=0
            )
    except huddlekit.NotFoundError as error:
        return str(error)
    made: dict[str, str] = huddlekit.build_info()
    return f"{len(pages)} pages, at most {longest} s, by {made['version']}"


if __name__ == "__main__":
    print(main(Path("program.huddle")))
