"""What `complete`, `finish` and `amend` have in common: the options that say how a huddle went."""

from typing import Any

import click

from huddlekit import ratings

from . import options
from .options import Command

RATINGS = {text.replace(" ", "-"): rating for text, rating in ratings.RATINGS.items()}

OPTIONS = [
    click.option("--attended", multiple=True, callback=options.keys, help="Who was there (keys)."),
    click.option("--led-by", help="Who really led (key)."),
    click.option("--took", type=options.Length(), help="How long it was: 9:40."),
    click.option(
        "--covered",
        multiple=True,
        callback=options.keys,
        help="The segments there was time for: open,value,win.",
    ),
    click.option(
        "--lesson",
        "lesson_rating",
        type=click.Choice(list(RATINGS)),
        help="How well the lesson was remembered.",
    ),
]


def told(command: Command) -> Command:
    """Gives a command these options."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def meant(
    attended: list[str], led_by: str | None, took: int | None, covered: list[str], lesson_rating: str | None
) -> dict[str, Any]:
    """The arguments of the book's call: what was not said is left to it."""
    return {
        "attended": attended or None,
        "led_by": led_by,
        "took": took,
        "covered": covered or None,
        "lesson_rating": RATINGS[lesson_rating] if lesson_rating else None,
    }
