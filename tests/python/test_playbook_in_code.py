"""A playbook made in code is held to the rules of one that is read: the same outcome either way.

The two ways share no path until the rules themselves: one goes through the checking visitor, the
other through the text, its parser and the reader.
"""

import datetime as dt
import os
import random

import pytest

import huddlekit as hk

ROUNDS = 2_000 if os.environ.get("HUDDLEKIT_SOAK") == "1" else 30
ODD_TEXT = ["", " ", "\t", "a\nb", " lead", "trail ", "\r\n x", "x\x00y", "\x7f", "é" * 101, "x" * 200]
ODD_TEXT += ["x" * 201, "x" * 2001, " " * 300, '"', "\\", "'''", "# no", "\u2028", "\ufeff", "]]", "😀"]
ODD_KEYS = ["", "A", "a b", " a", "ä", "a_b", "a/b", "a" * 64, "a" * 81, "-", "a\n", "a.b", "own-it", "open"]
VALUES, TEAMS, PEOPLE = ["a", "own-it", "listen"], ["t1", "t2", "t3"], ["ana", "ben", "caro"]
MEETINGS = ["huddle", "morning", "early-shift"]


class Maker:
    """Random playbooks, most of whose parts are usual ones."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, usual, odd):
        return self.random.choice(odd if self.random.random() < 0.01 else usual)

    def line(self, *usual):
        return self.pick(usual, ODD_TEXT)

    def key(self, *usual):
        return self.pick(usual, ODD_KEYS)

    def number(self, low, high):
        odd = [low - 1, high + 1, 0, -1, 2**31 - 1, -(2**31)]
        return self.pick([low, self.random.randint(low, high), high], odd)

    def flag(self):
        return self.random.random() < 0.5

    def some(self, make, most=3):
        return [make() for _ in range(self.random.randrange(most + 1))]

    def each(self, make, keys):
        """At most one for each of the keys, in any order; an odd key may come twice."""
        return [make(self.key(key)) for key in self.random.sample(keys, self.random.randrange(len(keys) + 1))]

    def maybe(self, **makers):
        return {name: make() for name, make in makers.items() if self.random.random() < 0.4}

    def one_of(self, enum):
        return self.random.choice(list(enum))

    def days(self):
        return self.pick(["every day", "Mon-Fri", "Tue, Thu"], ["Fri-Mon", "Sun", "Mon,Wed,Fri", "sa su"])

    def some_day(self):
        usual = [dt.date(2026, 1, 31), dt.date(2027, 2, 28), dt.date(2028, 12, 31)]
        return self.pick(usual, [dt.date(1, 1, 1), dt.date(9999, 12, 31), dt.date(1969, 12, 31)])

    def start(self):
        return self.pick(
            [dt.time(6, 45), dt.time(18)], [dt.time(0, 0), dt.time(23, 59, 59), dt.time(12, 0, 1)]
        )

    def length(self, low, high):
        return dt.timedelta(seconds=self.number(low // 5, high // 5) * 5 + self.pick([0], [1]))

    def zone(self):
        return self.pick(
            ["Europe/Berlin", "UTC"], ["", "Nowhere/X", " UTC ", "a\nb", "../etc/passwd", "GMT+1"]
        )

    def organisation(self):
        return hk.Organisation(
            self.line("Harbour"),
            zone=self.zone(),
            **self.maybe(
                motto=lambda: self.line("Keep promises."),
                promise=lambda: self.line("Back within the hour."),
                work_week=self.days,
                scope=lambda: self.one_of(hk.Scope),
                period=lambda: self.one_of(hk.ValuePeriod),
                feature_days=self.days,
                holidays=lambda: self.some(lambda: self.line("PT", "DE")),
            ),
        )

    def value(self, key):
        return hk.Value(
            key,
            self.line("Own it"),
            **self.maybe(
                statement=lambda: self.line("Whoever hears it, owns it."),
                behaviours=lambda: self.some(lambda: self.line("Asks.", "Calls back.")),
                weight=lambda: self.number(1, 1000),
                promise=lambda: self.line("Today."),
                renamed_from=lambda: self.key(f"old-{key}"),
            ),
        )

    def prompt(self):
        value = self.key(*VALUES)
        return hk.Prompt(
            value,
            self.line("Who?", "What?", " Who? "),
            **self.maybe(
                kind=lambda: self.one_of(hk.PromptKind),
                departments=lambda: self.some(lambda: self.line("desk", "kitchen")),
                touch_point=lambda: self.line("arrival"),
                key=lambda: self.key(f"{value}/1", f"{value}/2"),
            ),
        )

    def member(self, key):
        return hk.Member(
            key,
            self.line("Ana Costa"),
            **self.maybe(
                days=self.days,
                huddles=lambda: self.some(lambda: self.key(*MEETINGS)),
                since=self.some_day,
                leads=self.flag,
                shared=self.flag,
                celebrated=self.flag,
            ),
        )

    def meeting(self, key):
        return hk.Meeting(
            self.start(),
            key=key,
            **self.maybe(
                name=lambda: self.line("Morning", "Early shift"),
                rule=lambda: self.pick(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=FR"], ["FREQ=HOURLY", "freq=daily"]),
                since=self.some_day,
                timebox=lambda: self.length(600, 3600),
                on_holiday=lambda: self.random.choice(["skip", "next", "previous", "keep"]),
                template=lambda: self.random.choice(["daily", "monthly"]),
            ),
        )

    def team(self, key):
        return hk.TeamDefinition(
            key,
            self.line("Front desk"),
            members=self.each(self.member, PEOPLE),
            meetings=self.each(self.meeting, MEETINGS),
            **self.maybe(
                department=lambda: self.line("desk", "kitchen"),
                customers=lambda: self.line("guests"),
                zone=self.zone,
                parent=lambda: self.key("", "", "", "t1"),
                holidays=lambda: self.some(lambda: self.line("PT", "DE")),
                work_week=self.days,
                targets=lambda: self.some(lambda: self.key("HOOK", "H_2")),
                renamed_from=lambda: self.key(f"old-{key}"),
            ),
        )

    def theme(self, key):
        return hk.Theme(
            key,
            self.line("Week of service"),
            values=self.some(lambda: self.key(*VALUES)) or ["a"],
            first=self.some_day(),
            last=dt.date(2029, 1, 1),
            **self.maybe(
                factor=lambda: self.number(2, 10),
                goal=lambda: self.line("Ten wins"),
                goal_count=lambda: self.number(0, 1000),
            ),
        )

    def reminder(self, key):
        return hk.ReminderRule(
            key,
            self.one_of(hk.ReminderKind),
            **self.maybe(
                ahead=lambda: self.length(0, 86_400),
                at=self.start,
                days=self.days,
                shift=lambda: self.length(300, 86_400),
                at_most=lambda: self.number(1, 100),
                stop_after=lambda: self.number(0, 100),
                teams=lambda: self.some(lambda: self.key(*TEAMS)),
                enabled=self.flag,
            ),
        )

    def segment(self, key):
        return hk.SegmentOverride(
            key,
            **self.maybe(
                title=lambda: self.line("Opening"),
                enabled=self.flag,
                cut=lambda: self.number(0, 100),
                ideal=lambda: self.length(0, 300),
            ),
        )

    def holiday(self):
        return hk.Holiday(self.some_day(), self.line("Feast"), region=self.line("DE"))

    def playbook(self):
        return hk.Playbook(
            "hotel",
            organisation=self.organisation() if self.random.random() < 0.9 else None,
            values=self.each(self.value, VALUES),
            prompts=self.some(self.prompt, 4),
            teams=self.each(self.team, TEAMS),
            themes=self.each(self.theme, ["spring", "autumn"]) if self.flag() else [],
            holidays=self.some(
                lambda: hk.Holiday(self.some_day(), self.line("Feast"), region=self.line("DE"))
            ),
            reminders=self.each(self.reminder, ["lead", "round"]) if self.flag() else [],
            segments=self.each(self.segment, ["open", "value", "win", "round"]) if self.flag() else [],
        )


def rules(error):
    """What each is about: one way says more by lines, the other by values."""
    said = [problem.rule for problem in getattr(error, "problems", [])] or [str(error)]
    return sorted(rule.split(":")[0] for rule in said)


def outcome(playbook):
    """The report and what the book then holds, or the rules that are broken."""
    with hk.open(":memory:", create=True, now=lambda: dt.datetime(2026, 11, 23, tzinfo=dt.UTC)) as book:
        try:
            return book.load(playbook), book.playbook()
        except (hk.ParseError, hk.NotFoundError, hk.ConflictError) as error:
            return rules(error)


def read(playbook, name):
    try:
        return outcome(hk.parse_playbook(playbook.to_toml(), name=name))
    except hk.ParseError as error:
        return rules(error)


@pytest.mark.heavy
@pytest.mark.parametrize("part", range(5))
def test_made_in_code_or_read_it_is_the_same(part):
    loaded = 0
    for seed in range(part * ROUNDS, (part + 1) * ROUNDS):
        playbook = Maker(seed).playbook()
        in_code, as_text = outcome(playbook), read(playbook, "hotel")
        if as_text == ["not TOML"]:  # a segment twice, which no text can say
            assert isinstance(in_code, list), f"seed {seed}: {playbook}"
            continue
        assert in_code == as_text, f"seed {seed}: {playbook}"
        if not isinstance(in_code, list):
            loaded += 1
            assert read(in_code[1], "again")[1] == in_code[1], f"seed {seed}: {playbook}"
    assert 0 < loaded < ROUNDS, "some can be loaded and some cannot"
