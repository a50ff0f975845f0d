"""The command `huddlekit`. Needs the extra `cli`; see `huddlekit --help`.

Exit codes: 0 done, 3 no huddle that day (and nothing printed), 2 wrong use, 1 any other error (one line
on stderr). An interrupt or a closed pipe ends it at once, as any Unix tool; nothing acknowledged is lost.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Sequence

import click

from huddlekit import HuddleError, InvalidArgumentError, ParseError, __version__, build_info, clocks

from . import (
    agendas,
    books,
    calendar,
    exchange,
    feed,
    holding,
    journal,
    lessons,
    options,
    people,
    promises,
    remind,
    report,
    rota,
    stories,
    wall,
)

SECTIONS = {
    "Book": books.COMMANDS,
    "Agendas": [*agendas.COMMANDS, *wall.COMMANDS, *feed.COMMANDS],
    "Huddle": holding.COMMANDS,
    "Calendar": calendar.COMMANDS,
    "Journal": [*stories.COMMANDS, *journal.COMMANDS],
    "Lessons": [*journal.LESSONS, *lessons.COMMANDS],
    "Promises and other teams": [*journal.PROMISES, *promises.COMMANDS],
    "Rota": rota.COMMANDS,
    "Report": report.COMMANDS,
    "People": people.COMMANDS,
    "Exchange": exchange.COMMANDS,
    "Reminders": remind.COMMANDS,
}


class Sections(click.Group):
    """Its commands in the order in which they are needed."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(str(c.name), c.get_short_help_str(limit=70)) for c in commands])


def show_build(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        for name, value in build_info().items():
            click.echo(f"{name}: {value}")
        context.exit()


@click.group(cls=Sections, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
@click.option(
    "--by",
    envvar="HUDDLEKIT_BY",
    show_envvar=True,
    metavar="WHO",
    help="Who makes the change: a member's key, or any name.",
)
@click.option(
    "--call",
    metavar="NAME",
    help="A name of your own for the change: told again within 30 days, it is not made twice.",
)
@click.option(
    "--build-info",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_build,
    help="How this copy was made, for a report of a fault.",
)
def huddlekit(by: str | None, call: str | None) -> None:
    """Prepares a team's daily ten-minute huddle.

    The book is the file named by --db, by HUDDLEKIT_DB, or book.huddle; the team is the one named by
    --team or by HUDDLEKIT_TEAM. Made for cron: what is done already stays as it is. To try a day out, set
    HUDDLEKIT_NOW=2026-12-24T06:40:00Z: the clock runs on from there.

    Where a file is read or written, - is the standard input or output. A file is replaced whole, and nothing
    but a file is ever replaced; a symbolic link to one is followed, and stays.

    A change that may have to be repeated gets a name, `huddlekit --call form-7f3 win "..."`: the same again
    gives the same answer.

    Exit codes: 0 done, 3 no huddle that day (nothing is printed), 2 wrong use, 1 any other error.
    """
    try:
        clocks.start()
    except InvalidArgumentError as error:
        raise click.UsageError(str(error)) from None


for _commands in SECTIONS.values():
    for _command in _commands:
        huddlekit.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit code; there is never a traceback."""
    if arguments is None:
        # At once, also while a write waits for another process: a book survives a kill at any instant.
        for end in ("SIGINT", "SIGPIPE"):
            if hasattr(signal, end):
                signal.signal(getattr(signal, end), signal.SIG_DFL)
        arguments = sys.argv[1:]
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # What an old terminal cannot show, and what is typed that is not text, is no reason to fail.
        if stream is not None and hasattr(stream, "reconfigure"):
            with contextlib.suppress(ValueError):  # it is closed, or has been read before
                stream.reconfigure(errors="backslashreplace")
    try:
        for text in (*arguments, os.environ.get("HUDDLEKIT_DB", ""), os.environ.get("HUDDLEKIT_TEAM", "")):
            if any("\ud800" <= c <= "\udfff" for c in text):  # how Python passes on what is not text
                raise click.UsageError(f"arguments: must be UTF-8, got {text!r}")
            if "\0" in text:  # which ends a name for the system
                raise click.UsageError(f"arguments: must not hold NUL, got {text!r}")
        return huddlekit.main(arguments, prog_name="huddlekit", standalone_mode=False) or 0
    except SystemExit:  # how click answers a reader that has gone away
        return 1
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        return complain(error.format_message())
    except ParseError as error:
        first, *others = error.problems
        return complain(f"{first} (and {len(others)} more: see `huddlekit check`)" if others else str(first))
    except HuddleError as error:
        return complain(str(error))
    except OSError as error:
        if error.filename is None and sys.stdout is not None:
            # The output takes no more; nor shall what is still held back when the interpreter ends.
            with contextlib.suppress(OSError):  # it is no file in a notebook
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return complain(f"{error.filename or 'output'}: {error.strerror}")


def complain(message: str) -> int:
    line = options.clean(message)
    with contextlib.suppress(OSError):  # nobody is there to be told
        click.echo(f"huddlekit: {line}", err=True)
    return 1
