"""Commands about promises, matters between teams, and proposals for the playbook."""

from pathlib import Path

import click

from huddlekit import Book, HandOff, KeptSide, Proposal, ProposalKind

from . import options
from .journal import told
from .options import When, clean, day_meant, days_meant, opened, table, team_meant


@click.command()
@click.argument("id", type=int)
@click.argument("reason")
@options.db
@click.option("--due", type=options.Day(), required=True, help="2026-11-23, today, tomorrow, +3.")
def renegotiate(id: int, reason: str, db: Path, due: When) -> None:
    """Gives a commitment, by its ID, a new day, for a REASON."""
    with opened(db, to_write=True) as book:
        day = day_meant(book, whose(book, id), due)
        click.echo(told(book.journal().renegotiate(id, day, reason)))


def whose(book: Book, id: int) -> str:
    """The team of a commitment, for what today is; the first there is when nobody has it."""
    teams = [team.key for team in book.teams()]
    found = (team for team in teams for c in book.team(team).commitments(only_open=False) if c.id == id)
    return options.some_team(book, next(found, None))


@click.command("kept-rate")
@options.db
@options.team
@click.option("--first", type=options.Day(), default=-28, show_default="28 days ago", help="First day.")
@click.option("--last", type=options.Day(), default=-1, show_default="yesterday", help="Last day.")
def kept_rate(db: Path, team: str | None, first: When, last: When) -> None:
    """Says how the team kept what it promised, and why not."""
    with opened(db) as book:
        team = team_meant(book, team)
        rate = book.journal().kept_rate(team, *days_meant(book, team, first, last))
    rows = [["TO", "RATE", "KEPT", "MISSED", "DROPPED", "OPEN", "MOVED"]]
    rows += [side("customers", rate.customers), side("colleagues", rate.colleagues)]
    click.echo(table(rows))
    for reason in rate.reasons:
        click.echo(f"{reason.count} missed: {clean(reason.word)}")


def side(name: str, s: KeptSide) -> list[str]:
    rate = "" if s.rate is None else f"{s.rate:.0%}"
    return [name, rate, *(str(n) for n in (s.kept, s.missed, s.dropped, s.open, s.renegotiated))]


def asked(h: HandOff) -> str:
    days = f"{h.days} day{'' if h.days == 1 else 's'}"
    state = f"answered after {days}" if h.answered else f"waits for {days}"
    return f"hand-off {h.id}: {h.team} asks {h.to}, {state}"


@click.command()
@click.argument("story", type=int)
@click.argument("to_team")
@click.argument("question")
@options.db
def handoff(story: int, to_team: str, question: str, db: Path) -> None:
    """Puts a STORY, by its ID, into the hands of another team."""
    with opened(db, to_write=True) as book:
        click.echo(asked(book.journal().hand_off(story, to_team, question)))


@click.command()
@click.argument("id", type=int)
@click.argument("text")
@options.db
@click.option("--by", required=True, help="Who answers (key).")
def answer(id: int, text: str, db: Path, by: str) -> None:
    """Answers what another team asked, by the hand-off's ID."""
    with opened(db, to_write=True) as book:
        click.echo(asked(book.journal().answer(id, text, by=by)))


@click.command()
@options.db
@options.team
@click.option("--all", "everything", is_flag=True, help="Answered ones too.")
def handoffs(db: Path, team: str | None, everything: bool) -> None:
    """Lists what the team has asked others, and what it is asked."""
    with opened(db) as book:
        found = book.team(team_meant(book, team)).hand_offs(only_open=not everything)
    rows = [["ID", "RAISED", "FROM", "TO", "DAYS", "QUESTION", "ANSWER"]]
    for h in found:
        rows.append([str(h.id), str(h.raised), h.team, h.to, str(h.days), h.question, h.answer])
    if found:
        click.echo(table(rows))


def proposed(p: Proposal) -> str:
    return f"proposal {p.id}: {p.kind.name.lower()} for {p.value}, {p.state.name.lower()}"


@click.command()
@click.argument("kind", type=click.Choice([k.name.lower() for k in ProposalKind]))
@click.argument("text")
@options.db
@click.option("--value", required=True, help="The value it is for (key).")
@click.option("--story", type=int, help="The story it is from (ID).")
@click.option("--by", help="Who proposes it (key); nobody: anonymous.")
def propose(kind: str, text: str, db: Path, value: str, story: int | None, by: str | None) -> None:
    """Proposes a behaviour, a prompt or a wording for the playbook."""
    with opened(db, to_write=True) as book:
        click.echo(
            proposed(book.proposals().add(ProposalKind[kind.upper()], text, value=value, story=story, by=by))
        )


@click.command()
@options.db
@click.option("--all", "everything", is_flag=True, help="Decided ones too.")
@click.option("--toml", is_flag=True, help="The accepted ones, to paste into the playbook.")
def proposals(db: Path, everything: bool, toml: bool) -> None:
    """Lists what waits for the playbook's owner."""
    with opened(db) as book:
        if toml:
            click.echo(book.proposals().toml(), nl=False)
            return
        found = book.proposals().list(None) if everything else book.proposals().list()
    rows = [["ID", "KIND", "VALUE", "STATE", "TEXT"]]
    for p in found:
        rows.append([str(p.id), p.kind.name.lower(), p.value, p.state.name.lower(), p.text])
    if found:
        click.echo(table(rows))


@click.command()
@click.argument("id", type=int)
@options.db
def accept(id: int, db: Path) -> None:
    """Accepts a proposal, by its ID."""
    with opened(db, to_write=True) as book:
        click.echo(proposed(book.proposals().accept(id)))


@click.command()
@click.argument("id", type=int)
@click.argument("reason", default="")
@options.db
def decline(id: int, reason: str, db: Path) -> None:
    """Declines a proposal, by its ID."""
    with opened(db, to_write=True) as book:
        click.echo(proposed(book.proposals().decline(id, reason)))


COMMANDS = [renegotiate, kept_rate, handoff, answer, handoffs, propose, proposals, accept, decline]
