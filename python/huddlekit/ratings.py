"""The answers to "How was it?", as people say them. Needs no extra."""

from ._core import Rating

RATINGS = {
    "not remembered": Rating.AGAIN,
    "with help": Rating.HARD,
    "remembered": Rating.GOOD,
    "easily": Rating.EASY,
}
