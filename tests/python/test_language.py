"""All that the library says is in its catalogue: in the pseudo-language nothing else has letters of ours."""

import html
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from houses import hotel

import huddlekit as hk

START = date(2026, 8, 31)
DAYS = 92  # three calendar months, so that a report has figures about people
PSEUDO = "en-XA"


def greek(text: str) -> str:
    """People's own words, in letters that no sentence of ours has."""
    return text.lower().translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπθρστυςωχψζ"))


def playbook() -> hk.Playbook:
    people = {team: [f"{team}-{n}" for n in range(6)] for team in ("desk", "kitchen")}
    return hk.Playbook(
        "house",
        organisation=hk.Organisation(
            greek("House"), motto=greek("Be kind."), zone="Europe/Lisbon", feature_days="Mon, Thu"
        ),
        values=[
            hk.Value(key, greek(key), statement=greek("we do"), behaviours=[greek("do it")], weight=1 + n)
            for n, key in enumerate(("own-it", "listen", "easy"))
        ],
        prompts=[
            hk.Prompt(value, greek(f"{value} {kind.value}"), kind=kind)
            for value in ("own-it", "listen", "easy")
            for kind in hk.PromptKind
        ],
        themes=[
            hk.Theme(
                "calm",
                greek("calm"),
                values=["easy"],
                first=START,
                last=START + timedelta(days=60),
                goal=greek("more wins"),
                goal_count=5000,
            )
        ],
        teams=[
            hk.TeamDefinition(
                team,
                greek(team),
                department=greek("front"),
                parent="kitchen" if team == "desk" else "",
                members=[
                    hk.Member(
                        key, greek(key), leads=n < 4, since=START + timedelta(days=30) if n == 5 else None
                    )
                    for n, key in enumerate(people[team])
                ],
                meetings=[
                    hk.Meeting(time(9), key="early", name=greek("early"), rule="FREQ=DAILY"),
                    hk.Meeting(time(17), key="late", name=greek("late"), rule="FREQ=WEEKLY;BYDAY=MO"),
                ]
                if team == "desk"
                else [
                    hk.Meeting(time(10), key="service", name=greek("service"), rule="FREQ=DAILY"),
                    hk.Meeting(
                        time(8),
                        key="month",
                        name=greek("month"),
                        rule="FREQ=MONTHLY;BYMONTHDAY=2",
                        timebox=3600,
                        template="monthly",
                    ),
                ],
            )
            for team in people
        ],
        reminders=[hk.ReminderRule(kind.name.lower(), kind) for kind in hk.ReminderKind],
    )


class House:
    """Three months in which most things happen that a sentence can be about."""

    def __init__(self) -> None:
        self.now = datetime.combine(START, time(5), UTC)
        self.book = hk.open(":memory:", create=True, now=lambda: self.now)
        self.book.load(playbook())
        self.said: list[tuple[str, str]] = []
        self.speaking = self.book.speaking(PSEUDO)
        for n in range(DAYS):
            self.now = datetime.combine(START + timedelta(days=n), time(5), UTC)
            self.a_day(n, self.now.date())

    def hear(self, what: str, text: str) -> None:
        self.said.append((what, text))

    def a_day(self, n: int, day: date) -> None:
        book, desk, kitchen = self.speaking, self.speaking.team("desk"), self.speaking.team("kitchen")
        self.people_talk(n, day)
        if n % 5 == 1:
            book.people().away(f"desk-{n % 6}", day, day + timedelta(days=n % 3))
        previews = book.agendas(day)
        published = book.publish_all(day)
        for agenda in previews + published:
            self.hear_agenda(agenda)
        self.hear("note", desk.leader_note(day, "early") + kitchen.leader_note(day, "service"))
        self.changes(n, published)
        for reminder in book.outbox().lease(100, seconds=60):
            for text in (reminder.title, reminder.text, reminder.to_text(), reminder.to_markdown()):
                self.hear("reminder", text)
            if n % 2:
                book.outbox().acknowledge(reminder.id)
        self.now += timedelta(hours=13)
        for number, agenda in enumerate(published):
            if (n + number) % 7 < 5 and self.planned(agenda.id):
                there = [who.key for who in book.huddle(agenda.id).expected()]
                book.huddle(agenda.id).complete(attended=there, took=400 + 40 * (n % 9))
        for team in (desk, kitchen):
            for delivery in book.outbox().deliveries(team.key, day, day + timedelta(days=1)):
                self.hear("delivery", delivery.why)

    def planned(self, id: str) -> bool:
        return self.book.huddle(id).entry().state is hk.HuddleState.PUBLISHED

    def people_talk(self, n: int, day: date) -> None:
        desk, kitchen, journal = self.book.team("desk"), self.book.team("kitchen"), self.book.journal()
        kitchen.win(greek("found a key"), who=[f"kitchen-{n % 6}"], values=["own-it"])
        if n % 2:
            desk.tell(hk.StoryKind.BENCHMARK, greek("saw it elsewhere"))
            desk.tell(hk.StoryKind.IMPROVEMENT, greek("better now"), values=["easy", "listen"])
        if n % 3 == 0:
            miss = desk.miss(greek("towels were late"), promise=greek("by noon") if n % 2 else "")
            if n % 2:
                journal.put_right(miss.id, hk.Recovery.HEARD, by="desk-1", day=day)
            if n % 4 == 0:
                asked = journal.hand_off(miss.id, "kitchen", greek("who counts them"))
                if n % 8 == 0:
                    journal.answer(asked.id, greek("we do"), by="kitchen-1")
        if n % 4 == 0:
            desk.lesson(
                greek("they mind waiting"), change=greek("we text them") if n % 8 else "", value="listen"
            )
            kitchen.lesson(greek("they like tea"), audience=hk.Audience.EVERYONE)
        desk.commit(
            f"desk-{n % 6}", greek("count towels"), due=day + timedelta(days=n % 4), for_customer=n % 2 == 0
        )
        if n % 6 == 0:
            desk.note(greek("lift is out"), day=day)

    def changes(self, n: int, published: list[hk.Agenda]) -> None:
        if not published:
            return
        huddle = self.speaking.huddle(published[0].id)
        if n % 9 == 2:
            self.hear_agenda(huddle.revise(greek("ill"), away=[huddle.expected()[0].key]))
        elif n % 9 == 4:
            huddle.skip(hk.Role.LEAD)
        elif n % 9 == 6:
            try:
                huddle.swap("desk-3")
            except hk.ConflictError:
                return
        elif n % 9 == 8:
            huddle.cancel(greek("storm"))
            return
        for agenda in huddle.revisions():
            self.hear_agenda(agenda)

    def hear_agenda(self, agenda: hk.Agenda) -> None:
        assert agenda.language == PSEUDO
        for segment in agenda.segments:
            self.hear("agenda", "\n".join([segment.title, segment.text, segment.why]))
            for point in segment.points:
                self.hear("agenda", f"{point.label}: {point.text}")


@pytest.fixture(scope="module")
def house() -> House:
    return House()


def ours(text: str) -> list[str]:
    """Words with letters that are neither accented nor Greek."""
    return re.findall(r"[A-Za-z]+", text)


def seen(page: str) -> str:
    """What a page shows and reads aloud."""
    page = re.sub(r"(?s)<(style|script)\b.*?</\1>", " ", page)
    spoken = re.findall(r'(?:aria-label|title|data-(?!kind|seconds|do)[\w-]+)="([^"]*)"', page)
    return html.unescape(re.sub(r"<[^>]*>", " ", page) + " " + " ".join(spoken))


def texts(value: Any) -> Iterator[str]:
    """Of a message as JSON, what people read."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key in {"text", "fallbackText", "plain_text"} and isinstance(item, str):
                yield item
            else:
                yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def test_all_that_a_book_says_is_in_the_catalogue(house: House) -> None:
    assert len(house.said) > 3000
    left = {(what, text) for what, text in house.said if ours(text)}
    assert not left, sorted(left)[:20]


def test_renderers_have_no_words_of_their_own(house: House) -> None:
    book = house.speaking
    [*plan] = book.team("desk").plan(house.now.date(), house.now.date() + timedelta(days=20))
    [*none] = book.team("desk").plan(START - timedelta(days=9), START - timedelta(days=9))
    shown: list[str] = []
    for agenda in [*plan[:4], *book.publish_all(house.now.date())]:
        mail = agenda.to_email()
        shown += [agenda.to_text(), agenda.to_markdown(), mail.subject, mail.text]
        shown += [seen(page) for page in (agenda.to_html(), agenda.to_page(next=plan[0]), mail.html)]
        shown += [*texts(json.loads(agenda.to_slack())), *texts(json.loads(agenda.to_teams()))]
    for days in (plan, none):
        shown += [hk.plan_to_text(days, language=PSEUDO), hk.plan_to_markdown(days, language=PSEUDO)]
        shown += [seen(hk.plan_to_html(days, language=PSEUDO))]
    feed = hk.to_rss(plan, title="1", link="https://2")
    shown += [seen(html.unescape(item)) for item in re.findall(r"(?s)<(?:title|description)>(.*?)</", feed)]
    left = [(word, text) for text in shown for word in ours(text)]
    assert not left, left[:20]


def test_a_feed_speaks_and_is_the_same_change_in_every_language(house: House) -> None:
    told = {language: house.book.speaking(language).feed(person="desk-1") for language in hk.languages()}
    unfolded = told[PSEUDO].replace("\r\n ", "")
    shown = re.findall(r"^(?:SUMMARY|DESCRIPTION|X-WR-CALNAME|NAME)[^:]*:(.*)$", unfolded, re.MULTILINE)
    assert len(shown) > 20
    assert not [text for text in shown if ours(text.replace("\\n", " "))]
    stamps = [
        re.findall(r"^(?:UID|SEQUENCE|LAST-MODIFIED):.*$", text, re.MULTILINE) for text in told.values()
    ]
    assert stamps[0] == stamps[1]
    assert told["en"] == house.book.feed(person="desk-1")


def test_a_report_has_no_words_of_its_own(house: House) -> None:
    book = house.speaking
    reports = [
        book.report("desk", START, START + timedelta(days=92), private=True),
        book.report("desk", START, START + timedelta(days=1)),
        book.report(None, START, START + timedelta(days=92)),
    ]
    half = START + timedelta(days=46)
    compared = hk.compare(
        book.report("desk", START, half), book.report("desk", half, START + timedelta(days=92))
    )
    shown = [compared.to_text(), compared.caution, *(row.sentence for row in compared.rows)]
    for report in reports:
        shown += [report.to_text(), seen(report.to_html()), *report.warnings]
        for figure in report.figures():
            shown += [figure.section, figure.label, figure.text, figure.how, figure.not_for]
    left = [(word, text) for text in shown for word in ours(text)]
    assert not left, left[:20]


def test_a_trial_speaks(house: House) -> None:
    part_time = playbook().to_json().replace('"every day"', '"Mon"')
    trial = hk.simulate(hk.Playbook.from_json(part_time), weeks=6, language=PSEUDO)
    assert not [warning for warning in trial.warnings if ours(warning)]


def test_what_was_kept_is_said_in_whatever_is_spoken(house: House) -> None:
    day = house.now.date()
    english = house.book.team("kitchen").publish(day, huddle="service")
    assert english
    assert english.language == "en"
    assert english.segments[0].title == "Open"
    other = house.speaking.team("kitchen").agenda(day, huddle="service")
    assert other
    assert other.segments[0].title == "Öþéñ"
    assert [s.seconds for s in other.segments] == [s.seconds for s in english.segments]


def test_a_language_that_is_not_there_is_refused() -> None:
    with hotel() as book, pytest.raises(hk.NotFoundError, match='must be one of en and en-XA, got "xx"'):
        book.speaking("xx")
    assert hk.languages() == ["en", PSEUDO]


def test_the_journal_moves_with_its_sentences(house: House) -> None:
    with hk.open(":memory:", create=True, now=lambda: house.now) as other:
        other.load(playbook())
        other.import_jsonl(house.book.export_jsonl())
        assert other.export_jsonl() == house.book.export_jsonl()
        day = START + timedelta(days=40)
        assert other.agendas(day) == house.book.agendas(day)
        assert other.speaking(PSEUDO).agendas(day) == house.speaking.agendas(day)
