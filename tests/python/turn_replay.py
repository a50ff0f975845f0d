"""An obvious second reading of a book's turns: from the log to everybody's credit."""

from collections import defaultdict
from typing import NamedTuple

from beside import Beside

TURN = 5_342_931_457_063_200  # units of a turn
Credits = dict[int, int]


class Member(NamedTuple):
    id: int
    weight: int
    eligible: bool


def members_of(text: str) -> list[Member]:
    """`12:1+ 13:2-`."""
    pairs = [part.split(":") for part in text.split()]
    return [Member(int(who), int(rest[:-1]), rest[-1] == "+") for who, rest in pairs]


def divided(amount: int, weights: list[int]) -> list[int]:
    """By largest remainder, the first of equal ones."""
    total = sum(weights)
    if total == 0:
        return [0] * len(weights)
    parts = [amount * w // total for w in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(amount * weights[i] % total), i))
    for i in order[: amount - sum(parts)]:
        parts[i] += 1
    return parts


def step(credit: Credits, members: list[Member], taker: int, direction: int) -> None:
    gains = divided(TURN, [m.weight if m.eligible else 0 for m in members])
    for member, gain in zip(members, gains, strict=True):
        credit[member.id] += direction * gain
    credit[taker] -= direction * sum(gains)


def share_out(credit: Credits, members: list[Member]) -> None:
    """What those hold who are no longer in the rotation."""
    here = {m.id for m in members}
    for who in sorted(set(credit) - here):
        held = credit.pop(who)
        for member, part in zip(members, divided(abs(held), [m.weight for m in members]), strict=True):
            credit[member.id] += part if held > 0 else -part


def check_turns(db: Beside) -> None:
    """Credits of each rotation add up to nothing, and the log of turns leads to them."""
    stored: dict[tuple[str, int], Credits] = defaultdict(dict)
    for role, scope, candidate, credit in db.execute("SELECT role, scope, candidate, credit FROM credit"):
        stored[role, scope][candidate] = credit
    replayed: dict[tuple[str, int], Credits] = defaultdict(lambda: defaultdict(int))
    taken: dict[int, tuple[list[Member], int]] = {}
    log = "SELECT id, role, scope, taker, members, late, undoes FROM turn ORDER BY id"
    for turn, role, scope, taker, text, late, undoes in db.execute(log):
        credit = replayed[role, scope]
        if undoes is not None:
            step(credit, *taken[undoes], -1)
            continue
        members = members_of(text)
        if not late:
            share_out(credit, members)
        step(credit, members, taker, 1)
        taken[turn] = members, taker
    for name, credits in stored.items():
        assert sum(credits.values()) == 0, name
        assert {k: v for k, v in credits.items() if v} == {k: v for k, v in replayed[name].items() if v}, name
