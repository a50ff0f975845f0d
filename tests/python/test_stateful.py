"""Anything, in any order: whatever a team does to its book, the laws hold after every call."""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from beside import Beside, bytes_of
from houses import examples
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from turn_replay import check_turns

import huddlekit as hk

SOAK = os.environ.get("HUDDLEKIT_SOAK") == "1"
MONDAY = date(2026, 11, 23)
PEOPLE = ["anaq7x", "benq7x", "caroq7x", "doraq7x", "eliq7x", "fayq7x"]
TEAMS = ["desk", "kitchen"]
VALUES = ["own-it", "listen", "easy"]


def name_of(key: str) -> str:
    return f"{key.title()} Surname{key}"


def members(keys: list[str], gone: set[str]) -> list[hk.Member]:
    return [hk.Member(key, name_of(key), leads=key != "caroq7x") for key in keys if key not in gone]


def playbook(variant: int, scope: hk.Scope, forgotten: set[str]) -> hk.Playbook:
    """As it is, without a member, with other weights and days, or with a value retired."""
    gone = forgotten | ({"anaq7x"} if variant == 1 else set())
    values = VALUES[: 2 if variant == 3 else 3]
    rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,FR" if variant == 2 else "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    return hk.Playbook(
        "house",
        organisation=hk.Organisation("House", motto="Be kind.", zone="UTC", scope=scope, holidays=["feasts"]),
        values=[
            hk.Value(key, key.title(), behaviours=[f"Do {key}."], weight=1 + 2 * (variant == 2))
            for key in values
        ],
        prompts=[hk.Prompt(v, f"When did you last see {n} of {v}?") for v in values for n in range(3)],
        teams=[
            hk.TeamDefinition(
                "desk",
                "Desk",
                parent="kitchen",
                members=members(PEOPLE[:4], gone),
                meetings=[
                    hk.Meeting(time(9), key="early", rule=rule, on_holiday="next"),
                    hk.Meeting(time(17), key="late", rule="FREQ=WEEKLY;BYDAY=MO,TH"),
                ],
            ),
            hk.TeamDefinition(
                "kitchen",
                "Kitchen",
                members=members(PEOPLE[3:], gone),
                meetings=[hk.Meeting(time(10), key="service", rule="FREQ=DAILY")],
            ),
        ],
        reminders=[
            hk.ReminderRule("lead", hk.ReminderKind.HUDDLE),
            hk.ReminderRule("owed", hk.ReminderKind.COMMITMENT),
        ],
    )


few = st.integers(0, 7)
team_of = st.sampled_from(TEAMS)
person_of = st.sampled_from(PEOPLE)
people_of = st.lists(person_of, max_size=4, unique=True)
day_of = st.integers(-3, 6)
role_of = st.sampled_from(list(hk.Role))


class House(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "house.huddle"
        self.now = datetime.combine(MONDAY, time(5), UTC)
        self.book = hk.open(self.file, create=True, now=lambda: self.now)
        self.beside = Beside(self.file)
        self.published: dict[str, list[hk.Agenda]] = {}
        self.forgotten: set[str] = set()
        self.steps = 0

    def teardown(self) -> None:
        self.beside.close()
        self.book.close()
        self.folder.cleanup()

    @initialize(scope=st.sampled_from(list(hk.Scope)))
    def begin(self, scope: hk.Scope) -> None:
        self.scope = scope
        self.book.load(playbook(0, scope, set()))
        self.book.publish_all(MONDAY)

    # --- what people do; that something cannot be done now is a normal answer ---

    def attempt(self, call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        try:
            return call(*args, **kwargs)
        except hk.HuddleError as error:
            refusal = error
        assert not isinstance(refusal, hk.StorageError), refusal
        assert "\n" not in str(refusal)
        return None

    def day(self, n: int) -> date:
        return self.now.date() + timedelta(days=n)

    def huddle(self, team: str, n: int) -> str:
        """One of those around now, mostly one that is published."""
        around = self.book.team(team).calendar(self.day(-2), self.day(7))
        published = [h for h in around if h.state is hk.HuddleState.PUBLISHED]
        some = published[-3:] if n < 6 and published else around
        return some[n % len(some)].id if some else f"{team}/{self.day(0)}/early"

    def at(self, team: str, n: int) -> Callable[[str], Callable[..., Any]]:
        """Calls of such a huddle, which may be one that there is not."""
        id = self.huddle(team, n)
        return lambda call: lambda *args, **kwargs: getattr(self.book.huddle(id), call)(*args, **kwargs)

    def pick(self, rows: list[Any], n: int) -> int:
        return rows[n % len(rows)].id if rows else 1 + n

    def text(self, n: int) -> str:
        who = PEOPLE[n % len(PEOPLE)]
        said = ["The lift was late.", f"{name_of(who)} found the key.", f"Ask {who} about it.", "Tea, again."]
        return said[n % len(said)]

    @rule(n=st.integers(0, 2))
    def time_goes_on(self, n: int) -> None:
        self.now += [timedelta(minutes=3), timedelta(hours=4), timedelta(days=1)][n]
        self.book.publish_all(self.now.date())

    @rule(variant=st.integers(0, 3))
    def load(self, variant: int) -> None:
        self.attempt(self.book.load, playbook(variant, self.scope, self.forgotten))

    @rule(team=team_of, n=day_of, key=st.sampled_from([None, "early", "late", "service"]))
    def publish(self, team: str, n: int, key: str | None) -> None:
        self.attempt(self.book.team(team).publish, self.day(n), huddle=key)

    @rule(n=day_of)
    def publish_all(self, n: int) -> None:
        self.attempt(self.book.publish_all, self.day(n))

    @rule(team=team_of, n=few, away=people_of)
    def revise(self, team: str, n: int, away: list[str]) -> None:
        self.attempt(self.at(team, n)("revise"), self.text(n), away=away)

    @rule(team=team_of, n=few, to=day_of, hour=st.sampled_from([8, 9, 23]))
    def move(self, team: str, n: int, to: int, hour: int) -> None:
        self.attempt(self.at(team, n)("move"), datetime.combine(self.day(to), time(hour)), self.text(n))

    @rule(team=team_of, n=few)
    def cancel(self, team: str, n: int) -> None:
        self.attempt(self.at(team, n)("cancel"), self.text(n))

    @rule(
        team=team_of,
        n=few,
        how=st.sampled_from(["complete", "amend", "finish"]),
        attended=st.none() | people_of,
        led_by=st.none() | person_of,
        covered=st.none() | st.just(["open", "value"]),
        rating=st.none() | st.integers(1, 4),
        commits=st.booleans(),
    )
    def ends(
        self,
        team: str,
        n: int,
        how: str,
        attended: list[str] | None,
        led_by: str | None,
        covered: list[str] | None,
        rating: int | None,
        commits: bool,
    ) -> None:
        if attended is not None and led_by is not None:
            attended = [*attended, led_by]
        made = [hk.NewCommitment(PEOPLE[n % 6], self.text(n), due=self.day(2))] if commits else []
        held = self.at(team, n)
        if how == "finish":
            self.attempt(held("start"))
        if how == "amend":
            self.attempt(held("complete"))
        self.attempt(
            held(how),
            attended=attended,
            led_by=led_by,
            covered=covered,
            lesson_rating=rating,
            commitments=made,
        )

    @rule(
        team=team_of,
        n=few,
        call=st.sampled_from(["start", "start", "next", "next", "pause", "resume"]),
    )
    def hold(self, team: str, n: int, call: str) -> None:
        self.attempt(self.at(team, n)(call))

    @rule(team=team_of, n=few, people=people_of, rating=st.integers(1, 4))
    def note_live(self, team: str, n: int, people: list[str], rating: int) -> None:
        self.attempt(self.at(team, n)("present"), people)
        self.attempt(self.at(team, n)("rate_lesson"), rating)
        self.attempt(self.at(team, n)("cut"), "round", cut=rating > 2)
        if n % 2:
            self.attempt(self.at(team, n)("finish"))

    @rule(team=team_of, n=few, role=role_of, colleague=person_of, how=few)
    def trade(self, team: str, n: int, role: hk.Role, colleague: str, how: int) -> None:
        held = self.at(team, n)
        if how % 3 == 0:
            self.attempt(held("skip"), role)
        elif how % 3 == 1:
            self.attempt(held("swap"), colleague, role)
        else:
            self.attempt(held("skip"), role, self.text(n))

    @rule(team=team_of, n=few, who=people_of, by=st.none() | person_of, value=st.sampled_from(VALUES))
    def tell(self, team: str, n: int, who: list[str], by: str | None, value: str) -> None:
        day = self.day(-n)
        if n % 3 == 0:
            self.attempt(self.book.team(team).miss, self.text(n), day=day, values=[value], by=by)
        else:
            self.attempt(self.book.team(team).win, self.text(n), day=day, values=[value], who=who, by=by)

    @rule(team=team_of, n=few, by=person_of, step=st.sampled_from(list(hk.Recovery)))
    def work_on_stories(self, team: str, n: int, by: str, step: hk.Recovery) -> None:
        stories = self.book.team(team).stories(self.day(-30), self.day(1))
        misses = self.book.team(team).open_misses()
        self.attempt(self.book.journal().put_right, self.pick(misses, n), step, by=by, day=self.day(0))
        self.attempt(self.book.journal().edit, self.pick(stories, n), text=self.text(n + 1), by=by)
        other = TEAMS[1 - TEAMS.index(team)]
        if n % 2:
            self.attempt(self.book.journal().hand_off, self.pick(stories, n), other, self.text(n))
        self.attempt(
            self.book.proposals().add, hk.ProposalKind.PROMPT, f"What of {by}?", value=VALUES[n % 3], by=by
        )

    @rule(team=team_of, n=few, by=person_of)
    def answer(self, team: str, n: int, by: str) -> None:
        asked = self.book.team(team).hand_offs()
        self.attempt(self.book.journal().answer, self.pick(asked, n), self.text(n), by=by)

    @rule(team=team_of, n=few, value=st.none() | st.sampled_from(VALUES))
    def lessons(self, team: str, n: int, value: str | None) -> None:
        known = self.book.team(team).lessons()
        if n < 5:
            audience = list(hk.Audience)[n % 3]
            self.attempt(
                self.book.team(team).lesson,
                f"{self.text(n)} {len(known)}",
                value=value,
                audience=audience,
                day=self.day(-n),
            )
        elif n == 5:
            self.attempt(self.book.journal().retire, self.pick(known, n), self.text(n))
        elif known:
            self.attempt(self.book.journal().merge, known[0].id, known[-1].id)

    @rule(team=team_of, n=few, who=person_of, what=few, customer=st.booleans())
    def promises(self, team: str, n: int, who: str, what: int, customer: bool) -> None:
        id = self.pick(self.book.team(team).commitments(only_open=False), n)
        if what < 3:
            self.attempt(
                self.book.team(team).commit, who, self.text(n), due=self.day(n % 3), for_customer=customer
            )
        elif what == 3:
            self.attempt(self.book.journal().kept, id)
        elif what == 4:
            self.attempt(self.book.journal().missed, id, self.text(n))
        elif what == 5:
            self.attempt(self.book.journal().dropped, id)
        else:
            self.attempt(self.book.journal().renegotiate, id, self.day(n), self.text(n))

    @rule(who=person_of, n=day_of, length=st.integers(0, 3), leads=st.none() | st.booleans())
    def presence(self, who: str, n: int, length: int, leads: bool | None) -> None:
        self.attempt(self.book.people().away, who, self.day(n), self.day(n + length))
        self.attempt(self.book.people().set_consent, who, leads=leads, shared=leads)
        line = hk.RosterLine(self.day(n + 1), "service", who)
        self.attempt(self.book.team("kitchen").load_roster, [line])

    @rule(n=day_of, keep=st.booleans())
    def feasts(self, n: int, keep: bool) -> None:
        if keep:
            feast = hk.Holiday(self.day(n), "Feast")
            self.attempt(self.book.load_holidays, "feasts", [feast], source="test")
        else:
            self.attempt(self.book.remove_holidays, "feasts")

    @rule(n=few)
    def remind(self, n: int) -> None:
        for reminder in self.attempt(self.book.outbox().lease, 1 + n) or []:
            id = reminder.id
            if n % 3 == 0:
                self.attempt(self.book.outbox().acknowledge, id)
            elif n % 3 == 1:
                self.attempt(self.book.outbox().fail, id, "No answer.")

    @rule(team=team_of, person=st.none() | person_of)
    def subscribe(self, team: str, person: str | None) -> None:
        first = self.attempt(self.book.feed, team=None if person else team, person=person)
        assert self.attempt(self.book.feed, team=None if person else team, person=person) == first

    @rule(who=person_of, sure=few)
    def forget(self, who: str, sure: int) -> None:
        if sure or len(self.forgotten) > 2:
            return
        before = self.turns()
        if self.attempt(self.book.people().forget, who) is None:
            return
        again = who in self.forgotten  # what somebody has written since, only the key can be found in
        self.forgotten.add(who)
        self.published.clear()
        assert self.turns() == before
        for file in Path(self.folder.name).iterdir():
            assert again or who.encode() not in bytes_of(file).lower(), file.name

    def turns(self) -> list[Any]:
        return self.beside.execute("SELECT role, scope, candidate, credit, turns FROM credit")

    # --- the laws ---

    @invariant()
    def turns_are_sound(self) -> None:
        check_turns(self.beside)

    @invariant()
    def agendas_are_sound(self) -> None:
        """Their seconds add up, and what is published stays."""
        for team in TEAMS:
            for huddle in self.book.team(team).calendar(self.day(-6), self.day(8)):
                if huddle.state is hk.HuddleState.PLANNED:
                    continue
                revisions = self.book.huddle(huddle.id).revisions()
                known = self.published.get(huddle.id, [])
                assert revisions[: len(known)] == known
                self.published[huddle.id] = revisions
                for agenda in revisions:
                    assert sum(s.seconds for s in agenda.segments) == agenda.timebox

    @invariant()
    def reading_works_and_never_writes(self) -> None:
        self.steps += 1
        if self.steps % 6:
            return
        version = self.beside.execute("PRAGMA data_version")
        for team in TEAMS:
            self.read(team)
        self.attempt(self.book.people().data_of, PEOPLE[self.steps % len(PEOPLE)])
        self.book.outbox().pending()
        self.book.proposals().toml()
        self.book.report(None, self.day(-30), self.day(1)).to_html()
        for kind in hk.CsvKind:
            self.book.export_csv(kind)
        assert self.beside.execute("PRAGMA data_version") == version

    def read(self, team: str) -> None:
        book = self.book
        for huddle in book.team(team).calendar(self.day(-3), self.day(4)):
            assert book.huddle(huddle.id).entry() == huddle
            book.huddle(huddle.id).live()
            book.huddle(huddle.id).expected()
            agenda = book.team(team).agenda(huddle.day, huddle=huddle.huddle)
            assert (agenda is None) == (huddle.state is hk.HuddleState.CANCELLED)
            book.team(team).leader_note(huddle.day, huddle=huddle.huddle)
        for agenda in book.team(team).plan(self.day(-2), self.day(9)):
            for render in (agenda.to_text, agenda.to_html, agenda.to_ics, agenda.to_slack, agenda.to_json):
                render()
        for role in hk.Role:
            book.team(team).rota(role)
        book.team(team).next()
        book.report(team, self.day(-30), self.day(1), private=True).to_json()
        book.team(team).exposure()
        book.journal().recall(team)
        book.journal().lesson_load(team)
        book.team(team).hand_offs()
        book.team(team).commitments(only_open=False)
        book.journal().kept_rate(team, self.day(-9), self.day(9))
        book.outbox().deliveries(team, self.day(-9), self.day(9))
        book.search("key lift", team=team)

    @invariant()
    def a_copy_keeps_the_word(self) -> None:
        """The plan is what publishing then stores; standings replay; the journal comes back equal."""
        if self.steps % 8:
            return
        copy = Path(self.folder.name) / "copy.huddle"
        copy.unlink(missing_ok=True)
        self.book.backup(copy)
        with hk.open(copy, now=lambda: self.now) as book:
            assert book.journal().rebuild_recall() == 0
            self.plan_is_published(book)
            self.journal_comes_back(book)
        copy.unlink()

    def plan_is_published(self, book: hk.Book) -> None:
        tomorrow = self.day(1)
        for team in TEAMS:
            [*planned] = book.team(team).plan(tomorrow, tomorrow + timedelta(days=1))
            for plan in planned:
                stored = book.team(team).publish(tomorrow, huddle=plan.huddle)
                assert stored is not None
                assert stored.segments == plan.segments
                assert (stored.id, stored.starts) == (plan.id, plan.starts)
            if self.scope is hk.Scope.ORGANISATION:
                return  # the other team's value follows from this one's

    def journal_comes_back(self, book: hk.Book) -> None:
        text = book.export_jsonl()
        with hk.open(":memory:", create=True, now=lambda: self.now) as other:
            other.load(playbook(0, self.scope, self.forgotten))
            other.import_jsonl(text)
            assert other.export_jsonl() == text


TestHouse = pytest.mark.heavy(House.TestCase)
TestHouse.settings = settings(
    max_examples=300 if SOAK else examples(12),
    stateful_step_count=60 if SOAK else 30,
    deadline=None,
    derandomize=not SOAK,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
