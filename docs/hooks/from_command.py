"""Markdown from what the command says of itself."""

import inspect

import click

from huddlekit.cli import SECTIONS, huddlekit

INTRODUCTION = """# The command

`huddlekit COMMAND --help` says the same in a terminal.

"""


def page() -> str:
    top = click.Context(huddlekit, info_name="huddlekit")
    parts = [INTRODUCTION, inspect.cleandoc(huddlekit.help or ""), ""]
    for title, commands in SECTIONS.items():
        parts += [f"## {title}", ""]
        for command in commands:
            parts += about(command, top)
    return "\n".join(parts)


def about(command: click.Command, parent: click.Context) -> list[str]:
    context = click.Context(command, parent=parent, info_name=command.name, max_content_width=92)
    lines = [f"### {context.command_path}", "", "```text", command.get_help(context), "```", ""]
    for name in command.list_commands(context) if isinstance(command, click.Group) else []:
        inner = command.get_command(context, name)
        lines += about(inner, context) if inner else []
    return lines
