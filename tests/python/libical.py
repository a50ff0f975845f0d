"""The little of libical that tests need: when the events of a calendar start."""

import ctypes
import ctypes.util
import datetime as dt

VEVENT = 4  # icalcomponent_kind


class Time(ctypes.Structure):
    _fields_ = [  # noqa: RUF012
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *((name, ctypes.c_int) for name in ("is_date", "is_daylight")),
        ("zone", ctypes.c_void_p),
    ]


def load() -> ctypes.CDLL | None:
    name = ctypes.util.find_library("ical")
    if name is None:
        return None
    library = ctypes.CDLL(name)
    pointer = ctypes.c_void_p
    for function, result, arguments in [
        ("icalparser_parse_string", pointer, [ctypes.c_char_p]),
        ("icalcomponent_get_first_component", pointer, [pointer, ctypes.c_int]),
        ("icalcomponent_get_next_component", pointer, [pointer, ctypes.c_int]),
        ("icalcomponent_count_errors", ctypes.c_int, [pointer]),
        ("icalcomponent_get_uid", ctypes.c_char_p, [pointer]),
        ("icalcomponent_get_dtstart", Time, [pointer]),
        ("icalcomponent_get_dtend", Time, [pointer]),
        ("icaltime_as_timet_with_zone", ctypes.c_long, [Time, pointer]),
        ("icalcomponent_free", None, [pointer]),
    ]:
        getattr(library, function).restype = result
        getattr(library, function).argtypes = arguments
    return library


def read(library: ctypes.CDLL, feed: str) -> dict[str, tuple[dt.datetime, dt.datetime]]:
    """Start and end by UID. The calendar must be without a fault."""
    calendar = library.icalparser_parse_string(feed.encode())
    assert calendar
    assert library.icalcomponent_count_errors(calendar) == 0
    found = {}
    event = library.icalcomponent_get_first_component(calendar, VEVENT)
    while event:
        times = (library.icalcomponent_get_dtstart(event), library.icalcomponent_get_dtend(event))
        found[library.icalcomponent_get_uid(event).decode()] = tuple(
            dt.datetime.fromtimestamp(library.icaltime_as_timet_with_zone(t, t.zone), dt.UTC) for t in times
        )
        event = library.icalcomponent_get_next_component(calendar, VEVENT)
    library.icalcomponent_free(calendar)
    return found
