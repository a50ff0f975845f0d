"""The command `huddlekit`. Needs the extra `cli`; see `huddlekit --help`.

Exit codes: 0 done, 3 no huddle that day (and nothing printed), 2 wrong use, 1 any other error (one line
on stderr), 130 interrupted.
"""

import contextlib
import os
import sys
from collections.abc import Sequence

import click

from huddlekit import HuddleError, ParseError, __version__

from . import agendas, books, journal, rota


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def huddlekit() -> None:
    """Prepares a team's daily ten-minute huddle.

    The book is the file named by --db, by HUDDLEKIT_DB, or book.huddle. Everything may be run twice, so
    that cron can run it: what is done already stays as it is. Exit codes: 0 done, 3 no huddle that day
    (nothing is printed), 2 wrong use, 1 any other error.
    """


for _group in (books, agendas, journal, rota):
    for _command in _group.COMMANDS:
        huddlekit.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit code; there is never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # What a terminal of the last century cannot show is no reason to fail.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        for argument in sys.argv[1:] if arguments is None else arguments:
            argument.encode()
        code = huddlekit.main(arguments, prog_name="huddlekit", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code or 0
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        return complain(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        quiet()
        return 1
    except ParseError as error:
        first, *others = error.problems
        return complain(f"{first} (and {len(others)} more: see `huddlekit check`)" if others else str(first))
    except HuddleError as error:
        return complain(str(error))
    except UnicodeEncodeError as error:  # bytes that are not UTF-8 arrive as lone surrogates
        complain(f"arguments must be UTF-8, got {error.object!r}")
        return 2
    except OverflowError:
        return complain("day: must leave room before the year 10000")
    except OSError as error:
        quiet()
        return complain(f"{error.filename or 'output'}: {error.strerror}")


def complain(message: str) -> int:
    line = " ".join(message.split())
    with contextlib.suppress(OSError):  # nobody is there to be told
        click.echo(f"huddlekit: {line}", err=True)
    return 1


def quiet() -> None:
    """Lets the interpreter end without a word about the output that nobody takes."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
