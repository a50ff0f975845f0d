"""Reminders sent for real: to an HTTP server and to a mail server on this machine."""

import email
import json
import logging
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email import policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

import huddlekit
from huddlekit import Book, DeliveryOutcome, Person, Recipient, Reminder, notify

pytest.importorskip("apprise")
controller = pytest.importorskip("aiosmtpd.controller")

# The package loads a module of the standard library that Python 3.13 has dropped.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

MONDAY = date(2026, 11, 23)
PLAYBOOK = """
format = 1
organisation = { name = "Harbour Hotel", zone = "UTC" }

[[reminder]]
key = "lead"

[[reminder]]
key = "post"
audience = "channel"

[[team]]
key = "desk"
name = "Desk"
targets = ["DESK_CHAT", "DESK_MAIL"]
members = [{ key = "ana", name = "Ana <b>@everyone</b>" }]
huddle = [{ start = "06:45", rule = "FREQ=DAILY" }]
"""


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 6, 31, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **how_long: float) -> None:
        self.now += timedelta(**how_long)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(clock: Clock) -> Iterator[Book]:
    with huddlekit.open(":memory:", create=True, now=clock) as book:
        book.load(huddlekit.parse_playbook(PLAYBOOK))
        yield book


class Hook:
    """A webhook. `behave` says how it answers the next requests; then it answers 200."""

    def __init__(self) -> None:
        self.behave: list[str] = []
        self.got: list[dict[str, Any]] = []
        self.over = threading.Event()
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                behaviour = hook.behave.pop(0) if hook.behave else "200"
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if behaviour == "hang":
                    hook.over.wait()
                elif behaviour == "dribble":
                    while not hook.over.wait(0.05):
                        self.wfile.write(b"HTTP/1.1 200 OK\r\n" if self.close_connection else b"X: y\r\n")
                        self.close_connection = False
                elif behaviour == "close":
                    self.connection.shutdown(socket.SHUT_RDWR)
                else:
                    if behaviour == "200":
                        hook.got.append(json.loads(body))
                    self.send_response(int(behaviour))
                    self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"json://user:S3cret@127.0.0.1:{self.server.server_port}/hook"

    def close(self) -> None:
        self.over.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def hook() -> Iterator[Hook]:
    hook = Hook()
    yield hook
    hook.close()


class Mailbox:
    """What a mail server takes, or why it refuses."""

    def __init__(self) -> None:
        self.got: list[tuple[list[str], email.message.EmailMessage]] = []
        self.refuse = ""

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, to: str, _options: Any) -> str:
        if self.refuse:
            return self.refuse
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.got.append(
            (envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=policy.default))
        )
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    server = controller.Controller(box, hostname="127.0.0.1", port=free_port())
    server.start()
    box.url = f"mailto://127.0.0.1:{server.port}?from=huddle@hotel.example&to={{person}}@hotel.example&mode=insecure"
    yield box
    server.stop()


def send(book: Book, timeout: float = 10, **environment: str) -> list[tuple[str, list[str], str]]:
    results = notify.send(book, environment=environment, timeout=timeout)
    return [(r.reminder.id.removeprefix("desk/2026-11-23/huddle/"), r.targets, r.why) for r in results]


def log(book: Book) -> list[tuple[DeliveryOutcome, str, str]]:
    return [
        (d.outcome, d.target, d.why) for d in book.outbox().deliveries("desk", MONDAY, MONDAY + timedelta(1))
    ]


def test_what_is_for_one_goes_by_mail_and_what_is_for_all_into_the_channel(
    book: Book, hook: Hook, mailbox: Mailbox
) -> None:
    sent = send(book, DESK_CHAT=hook.url, DESK_MAIL=mailbox.url)
    assert sent == [("lead/ana", ["DESK_MAIL"], ""), ("post", ["DESK_CHAT"], "")]
    [message] = hook.got
    assert message["title"] == "Desk huddle today at 06:45"
    assert message["message"] == "Ana <b>@\u2060everyone</b> leads."
    [(to, mail)] = mailbox.got
    assert to == ["ana@hotel.example"]
    assert mail["To"] == "ana@hotel.example"
    assert "You lead the Desk huddle today at 06:45" in mail["Subject"]
    assert send(book, DESK_CHAT=hook.url, DESK_MAIL=mailbox.url) == [], "once"
    assert [line[:2] for line in log(book)] == [
        (DeliveryOutcome.SENT, "DESK_MAIL"),
        (DeliveryOutcome.SENT, "DESK_CHAT"),
    ]


def test_a_server_in_trouble_is_tried_again_until_it_has_recovered(
    book: Book, hook: Hook, clock: Clock
) -> None:
    hook.behave = ["200", "500", "503"]
    there = {"DESK_CHAT": hook.url, "DESK_MAIL": hook.url + "/{person}"}
    assert send(book, **there)[1] == ("post", [], "DESK_CHAT: the server answered 500")
    assert send(book, **there) == [], "not before a minute has passed"
    clock.pass_by(minutes=1)
    assert send(book, **there) == [("post", [], "DESK_CHAT: the server answered 503")]
    clock.pass_by(minutes=5)
    assert send(book, **there) == [("post", ["DESK_CHAT"], "")]
    clock.pass_by(minutes=5)
    assert send(book, **there) == []
    assert [outcome.name for outcome, *_ in log(book)] == ["SENT", "FAILED", "FAILED", "SENT"]


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        ("hang", "no answer in time"),
        ("dribble", "no answer within 1 s"),
        ("close", "the server closed the connection"),
    ],
)
def test_a_server_that_does_not_answer_holds_nobody_up(
    book: Book, hook: Hook, clock: Clock, behaviour: str, why: str
) -> None:
    hook.behave = [behaviour, behaviour]
    results = send(book, timeout=0.5, DESK_CHAT=hook.url)
    assert [problem for *_, problem in results] == [f"DESK_MAIL is not set; DESK_CHAT: {why}"] * 2
    clock.pass_by(minutes=1)
    assert [reached for _, reached, _ in send(book, DESK_CHAT=hook.url)] == [["DESK_CHAT"]] * 2


def test_nobody_listening_is_said_so(book: Book) -> None:
    results = send(book, DESK_CHAT=f"json://127.0.0.1:{free_port()}", DESK_MAIL="nonsense://{person}")
    assert [problem for *_, problem in results] == [
        "DESK_MAIL: is not an address that apprise knows",
        "DESK_CHAT: refused",
    ]


def test_a_mail_server_that_refuses_is_tried_again(
    book: Book, hook: Hook, mailbox: Mailbox, clock: Clock
) -> None:
    mailbox.refuse = "550 no such user S3cret"
    where = {"DESK_CHAT": hook.url, "DESK_MAIL": mailbox.url}
    [(id, reached, why), _] = send(book, **where)
    assert (id, reached) == ("lead/ana", [])
    assert why.startswith("DESK_MAIL: ")
    mailbox.refuse = ""
    clock.pass_by(minutes=1)
    assert send(book, **where) == [("lead/ana", ["DESK_MAIL"], "")]
    assert len(mailbox.got) == 1


def test_another_attempt_leaves_out_the_targets_that_have_it(book: Book, hook: Hook, clock: Clock) -> None:
    nobody = f"json://127.0.0.1:{free_port()}"
    first = send(book, DESK_CHAT=hook.url, DESK_MAIL=nobody)
    assert first[1] == ("post", ["DESK_CHAT"], "DESK_MAIL: refused")
    clock.pass_by(minutes=1)
    assert send(book, DESK_CHAT=hook.url, DESK_MAIL=hook.url)[1] == ("post", ["DESK_CHAT", "DESK_MAIL"], "")
    assert [m["title"] for m in hook.got].count("Desk huddle today at 06:45") == 2


def test_secrets_are_neither_logged_nor_shown(
    book: Book, hook: Hook, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    hook.behave = ["500", "close"]
    urls = {"DESK_CHAT": hook.url, "DESK_MAIL": "nonsense://S3cret@{person}"}
    results = notify.send(book, environment=urls, timeout=0.5)
    parcels = notify.plan(book, book.outbox().pending(), environment=urls)
    shown = repr(results) + repr(parcels) + repr(log(book)) + caplog.text + "".join(capfd.readouterr())
    assert "DESK_CHAT" in shown
    assert "S3cret" not in shown


def reminder(audience: Recipient, *, person: bool = True) -> Reminder:
    return Reminder("desk/x", team="desk", person=Person("ana", "Ana") if person else None, audience=audience)


@pytest.mark.parametrize(
    ("what", "urls", "goes", "why"),
    [
        (reminder(Recipient.OWNER), {"DESK_CHAT": "a://b"}, [], "DESK_MAIL is not set"),
        (
            reminder(Recipient.OWNER),
            {"DESK_CHAT": "a://b", "DESK_MAIL": "c://d"},
            [],
            "desk has no private target, an address with {person}",
        ),
        (reminder(Recipient.LEADER), {"DESK_CHAT": "a://b", "DESK_MAIL": "c://d"}, ["a://b", "c://d"], ""),
        (reminder(Recipient.OWNER), {"DESK_CHAT": "a://b", "DESK_MAIL": "c://{person}"}, ["c://ana"], ""),
        (
            reminder(Recipient.CHANNEL, person=False),
            {"DESK_CHAT": "a://b", "DESK_MAIL": "c://{person}"},
            ["a://b"],
            "",
        ),
        (
            reminder(Recipient.CHANNEL, person=False),
            {"DESK_CHAT": "a://{person}", "DESK_MAIL": "c://{person}"},
            [],
            "desk has no target",
        ),
    ],
)
def test_promises_are_not_for_everybody_to_read(
    book: Book, what: Reminder, urls: dict[str, str], goes: list[str], why: str
) -> None:
    [parcel] = notify.plan(book, [what], environment=urls)
    assert [address.url for address in parcel.addresses] == goes
    assert parcel.why == why


@pytest.mark.parametrize("text", ["@everyone", "<!channel>", "<@U123|x>", "!here>", "see <#C1>"])
def test_no_name_can_mention_a_channel(text: str) -> None:
    assert notify.inert(text) != text
    assert notify.inert(text).replace("\u2060", "") == text


def test_an_address_in_the_text_stays_an_address() -> None:
    assert notify.inert("Write to ana@hotel.example! Now.") == "Write to ana@hotel.example! Now."


def test_a_timeout_has_its_bounds(book: Book) -> None:
    with pytest.raises(ValueError, match="timeout: must be from 0.1 to 100 s, got 0"):
        notify.send(book, timeout=0)


def test_without_its_extra_sending_names_it_and_planning_works() -> None:
    code = """
import sys
sys.modules["apprise"] = None
from datetime import datetime, timezone
import huddlekit
from huddlekit import notify
now = datetime(2026, 11, 23, 5, tzinfo=timezone.utc)
with huddlekit.open(":memory:", create=True, now=lambda: now) as book:
    print(notify.plan(book, book.outbox().pending()))
    try:
        notify.send(book)
    except notify.MissingExtraError as error:
        print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\nsending needs its extra: pip install 'huddlekit[notify]'\n"
