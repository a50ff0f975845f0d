"""A strict reader of calendar feeds: RFC 5545 to the letter, and what programs in use choke on.

`check(data)` gives a sentence for every mistake, and nothing for a feed that every program reads. Shares
no code with what writes feeds, nor with any calendar package.
"""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field

LINE = re.compile(
    r'(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(?P<value>.*)',
    re.DOTALL,
)
PARAM = re.compile(r';([A-Z0-9-]+)=("[^"]*"|[^";:]*)')
TEXT = re.compile(r"(?:[^\\,;\n]|\\[\\,;nN])*")
DURATION = re.compile(
    r"[+-]?P(\d+W|\d+D(T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))?|T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))"
)
OFFSET = re.compile(r"[+-](?!0000(00)?$)\d\d[0-5]\d([0-5]\d)?|\+0000")
RULE = re.compile(r"FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY)(;[A-Z]+=[A-Z0-9,+-]+)*")
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
TEXTS = {"SUMMARY", "DESCRIPTION", "UID", "NAME", "X-WR-CALNAME", "TZNAME", "PRODID", "LOCATION", "COMMENT"}
KNOWN = {
    "VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "REFRESH-INTERVAL"},
    "VTIMEZONE": {"TZID", "LAST-MODIFIED", "TZURL"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE"},
    "VEVENT": {
        *(
            "UID",
            "DTSTAMP",
            "LAST-MODIFIED",
            "CREATED",
            "SEQUENCE",
            "DTSTART",
            "DTEND",
            "DURATION",
            "SUMMARY",
        ),
        *(
            "DESCRIPTION",
            "STATUS",
            "RRULE",
            "EXDATE",
            "RDATE",
            "RECURRENCE-ID",
            "LOCATION",
            "TRANSP",
            "COMMENT",
        ),
    },
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION", "DURATION", "REPEAT"},
}
KNOWN["DAYLIGHT"] = KNOWN["STANDARD"]
INSIDE = {
    "": {"VCALENDAR"},
    "VCALENDAR": {"VTIMEZONE", "VEVENT"},
    "VTIMEZONE": {"STANDARD", "DAYLIGHT"},
    "VEVENT": {"VALARM"},
}
MANY = {"RDATE", "EXDATE", "TZNAME", "COMMENT"}


@dataclass
class Property:
    name: str
    params: dict[str, str]
    value: str

    @property
    def kind(self) -> str:
        """What sort of time: DATE, UTC, LOCAL (in a zone) or FLOATING."""
        if self.params.get("VALUE") == "DATE":
            return "DATE"
        if self.value.endswith("Z"):
            return "UTC"
        return "LOCAL" if "TZID" in self.params else "FLOATING"

    def times(self) -> list[dt.datetime]:
        form = "%Y%m%d" if self.kind == "DATE" else "%Y%m%dT%H%M%S"
        digits = r"\d{8}" if self.kind == "DATE" else r"\d{8}T\d{6}Z?"
        out = []
        for text in self.value.split(","):
            if not re.fullmatch(digits, text):
                raise ValueError(text)
            out.append(dt.datetime.strptime(text.removesuffix("Z"), form))
        return out


@dataclass
class Component:
    name: str
    properties: list[Property] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [p for p in self.properties if p.name == name]

    def one(self, name: str) -> Property | None:
        return next(iter(self.all(name)), None)


def check(data: bytes) -> list[str]:
    problems = octets(data)
    root = Component("")
    problems += structure(unfolded(data), root)
    calendars = [part for part in root.parts if part.name == "VCALENDAR"]
    if len(calendars) != 1:
        problems.append(f"one VCALENDAR, got {len(calendars)}")
    for calendar in calendars:
        problems += check_calendar(calendar)
    return problems


def octets(data: bytes) -> list[str]:
    problems = []
    if data.startswith(b"\xef\xbb\xbf"):
        problems.append("no byte order mark")
    if not data.endswith(b"\r\n"):
        problems.append("ends with CRLF")
    for line in data.split(b"\r\n"):
        if b"\n" in line or b"\r" in line:
            problems.append(f"lines end with CRLF, got {line!r}")
        if len(line) > 75:
            problems.append(f"at most 75 octets a line, got {len(line)}")
        if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", line):
            problems.append(f"no control characters, got {line!r}")
        try:
            line.decode()
        except UnicodeDecodeError:
            problems.append(f"UTF-8, not folded inside a character, got {line!r}")
    return problems


def unfolded(data: bytes) -> list[str]:
    text = data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")
    return re.split(r"\r?\n", re.sub(r"\r?\n[ \t]", "", text).removesuffix("\n").removesuffix("\r"))


def structure(lines: list[str], root: Component) -> list[str]:
    problems = []
    stack = [root]
    for line in lines:
        match = LINE.fullmatch(line)
        if not match:
            problems.append(f"a content line, got {line!r}")
            continue
        name, value = match["name"], match["value"]
        if name == "BEGIN":
            if value not in INSIDE.get(stack[-1].name, set()):
                problems.append(f"no {value} inside {stack[-1].name or 'the file'}")
            stack.append(Component(value))
            stack[-2].parts.append(stack[-1])
        elif name == "END":
            if len(stack) == 1 or stack[-1].name != value:
                problems.append(f"END of what was begun last, got {value}")
            else:
                stack.pop()
        else:
            params = {key: text.strip('"') for key, text in PARAM.findall(match["params"])}
            stack[-1].properties.append(Property(name, params, value))
    if len(stack) > 1:
        problems.append(f"every BEGIN has an END, {stack[-1].name} has none")
    return problems


def check_common(component: Component) -> list[str]:
    problems = []
    counts = Counter(p.name for p in component.properties)
    for name, count in counts.items():
        if count > 1 and name not in MANY:
            problems.append(f"{component.name}: {name} once, got {count}")
        if not name.startswith("X-") and name not in KNOWN.get(component.name, set()):
            problems.append(f"{component.name}: no property {name}")
    for p in component.properties:
        if p.name in TEXTS and not TEXT.fullmatch(p.value):
            problems.append(f"{p.name}: text escaped, got {p.value!r}")
        if p.name in ("DURATION", "REFRESH-INTERVAL", "X-PUBLISHED-TTL") and not DURATION.fullmatch(p.value):
            problems.append(f"{p.name}: a duration, got {p.value!r}")
        if p.name in ("DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID", "DTSTAMP", "LAST-MODIFIED"):
            try:
                p.times()
            except ValueError:
                problems.append(f"{p.name}: a date and time, got {p.value!r}")
        if "TZID" in p.params and p.value.endswith("Z"):
            problems.append(f"{p.name}: TZID or Z, not both")
        if p.name == "RRULE" and not RULE.fullmatch(p.value):
            problems.append(f"RRULE: a rule, got {p.value!r}")
    return problems


def check_calendar(calendar: Component) -> list[str]:
    problems = check_common(calendar)
    version = calendar.one("VERSION")
    if version is None or version.value != "2.0":
        problems.append("VERSION: 2.0")
    if calendar.one("PRODID") is None:
        problems.append("PRODID: needed")
    if not calendar.parts:
        problems.append("at least one component")
    zones = Counter()
    events = []
    for part in calendar.parts:
        if part.name == "VTIMEZONE":
            problems += check_zone(part)
            zones[part.one("TZID").value if part.one("TZID") else ""] += 1
        elif part.name == "VEVENT":
            problems += check_event(part)
            events.append(part)
    used = {p.params["TZID"] for e in events for p in e.properties if "TZID" in p.params}
    problems += [f"TZID: a VTIMEZONE for {zone}" for zone in used - set(zones)]
    problems += [f"VTIMEZONE: one for {zone}, got {count}" for zone, count in zones.items() if count > 1]
    if events:
        problems += [f"VTIMEZONE: used, {zone} is not" for zone in set(zones) - used]
    return problems + check_identities(events)


def check_identities(events: list[Component]) -> list[str]:
    problems = []
    seen = Counter()
    masters = {}
    for event in events:
        uid, instance = event.one("UID"), event.one("RECURRENCE-ID")
        if uid is None:
            continue
        seen[uid.value, instance.value if instance else None] += 1
        if instance is None:
            masters[uid.value] = event
    problems += [f"UID: once, got {uid!r} {n} times" for (uid, _), n in seen.items() if n > 1]
    for event in events:
        uid, instance = event.one("UID"), event.one("RECURRENCE-ID")
        if uid is None or instance is None:
            continue
        master = masters.get(uid.value)
        if master is None or not (master.one("RRULE") or master.one("RDATE")):
            problems.append("RECURRENCE-ID: of an event that recurs")
        elif master.one("DTSTART") and master.one("DTSTART").kind != instance.kind:
            problems.append("RECURRENCE-ID: of the type of DTSTART")
    return problems


def check_event(event: Component) -> list[str]:
    problems = check_common(event)
    for name in ("UID", "DTSTAMP", "DTSTART"):
        if event.one(name) is None:
            problems.append(f"{name}: needed")
    for name in ("DTSTAMP", "LAST-MODIFIED", "CREATED"):
        problems += [f"{name}: in UTC" for p in event.all(name) if p.kind != "UTC"]
    start, end, rule = event.one("DTSTART"), event.one("DTEND"), event.one("RRULE")
    if end and event.one("DURATION"):
        problems.append("DTEND or DURATION, not both")
    if start and end:
        if start.kind != end.kind:
            problems.append("DTEND: of the type of DTSTART")
        elif start.params.get("TZID") == end.params.get("TZID") and end.value <= start.value:
            problems.append("DTEND: after DTSTART")
    duration = event.one("DURATION")
    if duration and duration.value.startswith("-"):
        problems.append("DURATION: not negative")
    sequence = event.one("SEQUENCE")
    if sequence and not re.fullmatch(r"\d+", sequence.value, re.ASCII):
        problems.append(f"SEQUENCE: a number, got {sequence.value!r}")
    status = event.one("STATUS")
    if status and status.value not in ("CONFIRMED", "TENTATIVE", "CANCELLED"):
        problems.append(f"STATUS: one of three, got {status.value!r}")
    if start and rule:
        problems += check_until(start, rule)
    if start:
        for p in event.all("EXDATE") + event.all("RDATE"):
            if (p.kind, p.params.get("TZID")) != (start.kind, start.params.get("TZID")):
                problems.append(f"{p.name}: of the type and zone of DTSTART")
    for alarm in event.parts:
        problems += check_alarm(alarm)
    return problems


def check_until(start: Property, rule: Property) -> list[str]:
    until = re.search(r"UNTIL=([0-9TZ]+)", rule.value)
    if not until:
        return []
    kind = "DATE" if "T" not in until[1] else "UTC" if until[1].endswith("Z") else "FLOATING"
    expected = "UTC" if start.kind == "LOCAL" else start.kind
    return [] if kind == expected else [f"UNTIL: {expected} as DTSTART is {start.kind}, got {kind}"]


def check_alarm(alarm: Component) -> list[str]:
    problems = check_common(alarm)
    action, trigger = alarm.one("ACTION"), alarm.one("TRIGGER")
    if action is None or action.value not in ("DISPLAY", "AUDIO", "EMAIL"):
        problems.append("VALARM: an ACTION")
    elif action.value == "DISPLAY" and alarm.one("DESCRIPTION") is None:
        problems.append("VALARM: a DESCRIPTION to display")
    if trigger is None:
        problems.append("VALARM: a TRIGGER")
    elif not DURATION.fullmatch(trigger.value):
        problems.append(f"TRIGGER: a duration, got {trigger.value!r}")
    return problems


def check_zone(zone: Component) -> list[str]:
    problems = check_common(zone)
    if zone.one("TZID") is None:
        problems.append("VTIMEZONE: a TZID")
    if not any(part.name == "STANDARD" for part in zone.parts):
        problems.append("VTIMEZONE: a STANDARD")
    by_rule = Counter(part.name for part in zone.parts if part.one("RRULE"))
    problems += [f"VTIMEZONE: one {name} by rule, got {n}" for name, n in by_rule.items() if n > 1]
    for part in zone.parts:
        problems += check_common(part)
        start, rule = part.one("DTSTART"), part.one("RRULE")
        for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"):
            if part.one(name) is None:
                problems.append(f"{part.name}: a {name}")
        for p in part.all("TZOFFSETFROM") + part.all("TZOFFSETTO"):
            if not OFFSET.fullmatch(p.value):
                problems.append(f"{p.name}: an offset, got {p.value!r}")
        problems += [
            f"{part.name}: local times"
            for p in part.all("DTSTART") + part.all("RDATE")
            if p.kind != "FLOATING"
        ]
        if start and rule and RULE.fullmatch(rule.value):
            problems += check_onset(start, rule)
    return problems


def check_onset(start: Property, rule: Property) -> list[str]:
    """The first onset must be one that the rule gives."""
    parts = dict(part.split("=") for part in rule.value.split(";"))
    try:
        [day] = start.times()
    except ValueError:
        return []  # said already
    match = re.fullmatch(r"(-?\d)([A-Z]{2})", parts.get("BYDAY", ""))
    if not match or "BYMONTH" not in parts:
        return [f"RRULE of a zone: BYMONTH and one BYDAY, got {rule.value!r}"]
    last = (day + dt.timedelta(days=7)).month != day.month
    week = -1 if match[1] == "-1" and last else (day.day + 6) // 7
    found = (day.month, week, DAYS[day.weekday()])
    return [] if found == (int(parts["BYMONTH"]), int(match[1]), match[2]) else ["DTSTART: an onset of RRULE"]
