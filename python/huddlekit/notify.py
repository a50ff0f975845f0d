"""Sends reminders through the package `apprise`: Slack, Teams, mail and a hundred more.

Needs the extra `notify`. Where a team's reminders go stands in environment variables that the playbook
names (`targets`), as addresses the way `apprise` writes them: the file holds no secret, and neither does
the log. An address with `{person}` in it is private: it gets what is for one person, whose key takes that
place. One without is the team's channel: it gets what is for the channel, and, where a team has no
private address, whose turn it is.

>>> import os, huddlekit
>>> from huddlekit import notify
>>> with huddlekit.open(":memory:", create=True) as book:
...     notify.send(book, environment=os.environ)
[]
"""

import contextlib
import logging
import os
import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from huddlekit import Book, HuddleError, Recipient, Reminder

__all__ = ["Address", "MissingExtraError", "Parcel", "Result", "plan", "send"]

PERSON = "{person}"


class MissingExtraError(HuddleError, ImportError):
    """The package `apprise` is not installed."""


class Address(NamedTuple):
    """Where something goes. `url` is a secret; its repr does not show it."""

    target: str  # the environment variable
    url: str

    def __repr__(self) -> str:
        return f"Address(target={self.target!r}, url=...)"


class Parcel(NamedTuple):
    """A reminder with the addresses that it goes to; `why` says what is missing when something is."""

    reminder: Reminder
    addresses: list[Address]
    why: str


class Result(NamedTuple):
    """What became of one reminder: it has reached `targets`; `why` says what failed, or is empty."""

    reminder: Reminder
    targets: list[str]
    why: str


def plan(
    book: Book, reminders: Sequence[Reminder], *, environment: Mapping[str, str] | None = None
) -> list[Parcel]:
    """Where each reminder would go. Sends nothing, and does not need the extra."""
    known = os.environ if environment is None else environment
    targets = {team.key: team.targets for team in book.playbook().teams}
    return [parcel(reminder, targets.get(reminder.team, []), known) for reminder in reminders]


def parcel(reminder: Reminder, targets: Sequence[str], environment: Mapping[str, str]) -> Parcel:
    missing = [target for target in targets if not environment.get(target)]
    addresses = [Address(target, environment[target]) for target in targets if target not in missing]
    why = [f"{target} is not set" for target in missing]
    private = [address for address in addresses if PERSON in address.url]
    channels = [address for address in addresses if PERSON not in address.url]
    chosen = channels
    if reminder.person and private:
        key = reminder.person.key  # letters, digits and hyphens: safe in any address
        chosen = [Address(address.target, address.url.replace(PERSON, key)) for address in private]
    elif reminder.person and reminder.audience not in (Recipient.LEADER, Recipient.SEAT):
        chosen = []  # what somebody has promised is not for everybody to read
    if not chosen and not missing:
        kind = f"private target, an address with {PERSON}" if reminder.person and channels else "target"
        why = [f"{reminder.team} has no {kind}"]
    return Parcel(reminder, chosen, "; ".join(why))


def send(
    book: Book,
    *,
    limit: int = 1_000,
    timeout: float = 10.0,
    environment: Mapping[str, str] | None = None,
) -> list[Result]:
    """Sends what is due now, at most `limit` reminders, and answers what became of each.

    What cannot be delivered is tried again by a later call, after 1, 5, 25 and then every 60 minutes, as
    long as it makes sense. A server that does not answer within `timeout` seconds (0.1 to 100) counts as
    failed. Any number of processes may send from one book: each reminder is on lease to one of them. A
    process that is killed between sending and acknowledging leaves a reminder that is sent twice; its `id`
    is then the same.

    Raises MissingExtraError without the package `apprise`.
    """
    if not 0.1 <= timeout <= 100:
        raise ValueError(f"timeout: must be from 0.1 to 100 s, got {timeout}")
    post = Post(timeout)
    results: list[Result] = []
    while len(results) < limit:
        taken = time.monotonic()
        lease = 300 + round(4 * timeout)
        batch = book.outbox().lease(limit=min(20, limit - len(results)), seconds=lease)
        if not batch:
            break
        for each in plan(book, batch, environment=environment):
            # Whoever has dawdled away the lease does not send: somebody else may by now.
            enough = taken + lease - time.monotonic() > (len(each.addresses) + 1) * 2 * timeout
            if enough:
                results.append(deliver(book, post, each))
    return results


def deliver(book: Book, post: "Post", parcel: Parcel) -> Result:
    reminder, addresses, missing = parcel
    reached = list(reminder.reached)
    problems = [missing] if missing else []
    for address in addresses:
        if address.target in reached:
            continue
        if problem := post(address, reminder):
            problems.append(f"{address.target}: {problem}")
        else:
            book.outbox().delivered(reminder.id, address.target)
            reached.append(address.target)
    why = "; ".join(problems)
    if problems:
        book.outbox().fail(reminder.id, why, attempt=reminder.attempt)
    else:
        book.outbox().acknowledge(reminder.id)
    return Result(reminder, reached, why)


class Post:
    """Delivers through `apprise`, one message at a time, and says in words of its own what went wrong.

    What `apprise` and the servers say may hold an address, so that nothing of it is passed on.
    """

    def __init__(self, timeout: float) -> None:
        try:
            import apprise
        except ImportError:
            raise MissingExtraError("sending needs its extra: pip install 'huddlekit[notify]'") from None
        self.apprise = apprise
        self.timeout = timeout
        self.services: dict[str, Any] = {}  # kept: each keeps to the pace that its server asks for

    def __call__(self, address: Address, reminder: Reminder) -> str:
        """Empty, or why it did not go out."""
        service = self.services.get(address.url) or self.service(address.url)
        if service is None:
            return "is not an address that apprise knows"
        mail = reminder.to_email()
        body = Reminder(reminder.id, text=reminder.text).to_text(width=200).strip()
        outcome: list[bool] = []

        def notify() -> None:
            with contextlib.suppress(Exception):  # whose text may hold the address
                outcome.append(
                    service.notify(
                        title=inert(mail.subject),
                        body=inert(body or mail.subject),
                        body_format=self.apprise.NotifyFormat.TEXT,
                    )
                )

        with overheard() as said:
            # A server that dribbles outlives every timeout of a socket, but not ours.
            thread = threading.Thread(target=notify, daemon=True)
            thread.start()
            thread.join(2 * self.timeout)
            if thread.is_alive():
                return f"no answer within {2 * self.timeout:g} s"
        return "" if outcome == [True] else reason(said)

    def service(self, url: str) -> Any:
        with overheard():
            service = self.apprise.Apprise.instantiate(url, suppress_exceptions=True)
        if service is not None:
            service.socket_connect_timeout = service.socket_read_timeout = self.timeout
            self.services[url] = service
        return service


def inert(text: str) -> str:
    """People's text in which no chat finds a mention: an invisible joiner stands behind its first sign."""
    return re.sub(r"(?<!\w)@(?=\w)|<(?=[!@#])|!(?=\w)", lambda sign: f"{sign[0]}\u2060", text)


@contextlib.contextmanager
def overheard() -> Iterator[list[str]]:
    """What `apprise` logs meanwhile, which nobody else gets to see."""
    lines: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    logger, ear = logging.getLogger("apprise"), Ear()
    before = logger.level, logger.propagate, list(logger.handlers)
    logger.handlers[:] = [ear]
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    try:
        yield lines
    finally:
        logger.level, logger.propagate, logger.handlers[:] = before


def reason(said: Sequence[str]) -> str:
    text = "\n".join(said)
    if code := re.search(r"error=([1-5]\d\d)\b", text):
        return f"the server answered {code[1]}"
    for sign, words in {
        r"timed? ?out": "no answer in time",
        r"refused": "refused",
        r"reset|closed|aborted|disconnected|EOF": "the server closed the connection",
        r"resolv|not known": "no such host",
        r"certificate|SSL": "no secure connection",
    }.items():
        if re.search(sign, text, re.IGNORECASE):
            return words
    return "not delivered"
