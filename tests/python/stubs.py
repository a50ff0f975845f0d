"""Writes the type stub of the compiled module; `./dev stubs` calls it.

The generator reads the signatures that pybind11 keeps. What it cannot know is put right here.
"""

import enum
import re
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from huddlekit import _core

ROOT = Path(__file__).parents[2]

CORRECTIONS = [
    # Equality is asked of anything; pybind11 answers NotImplemented for what it does not know.
    (r"def (__eq__|__ne__)\(self, arg0: [^)]+\)", r"def \1(self, other: object, /)"),
    (
        r"__hash__: typing\.ClassVar\[None\] = None",
        "__hash__: typing.ClassVar[None]  # type: ignore[assignment]",
    ),
    # Numbers, which pybind11 spells by protocol.
    (r"typing\.SupportsInt \| typing\.SupportsIndex", "int"),
    (r"typing\.SupportsFloat \| typing\.SupportsIndex", "float"),
    # Generic types, of which pyright wants to know what they are of.
    (r"os\.PathLike \|", "os.PathLike[str] |"),
    (r"now: collections\.abc\.Callable \|", "now: collections.abc.Callable[[], datetime.datetime] |"),
    # A function put in the place of another.
    (r'@staticmethod\n( +def __repr__)\(\*args.*\n +"""\n.*\n +"""\n', r"\1(self) -> str: ...\n"),
    (r"\*args\b(?!:)", "*args: object"),
    # Attributes that instances are given.
    (r'(class ParseError\(.*\n {4}""".*\n(?:.*\n)*? {4}"""\n)', r"\1    problems: list[Problem]\n"),
    # Protocols of pickling, which nobody calls.
    (r" +def __[gs]etstate__\(.*\n +\.\.\.\n", ""),
    # The version has one home, and it is not here.
    (r"__version__: str = .*", "__version__: str"),
]


ENUM = re.compile(
    r"^(?P<indent> *)class (?P<name>\w+)\((?:enum\.)?\w*Enum\):\n"
    r'(?P<doc>(?P=indent) {4}"""\n(?:.*\n)*?(?P=indent) {4}"""\n)?'
    r"(?:(?P=indent) {4}.*\n)*",
    re.MULTILINE,
)


def enumerators(found: re.Match[str]) -> str:
    """An enumeration as type checkers know it: members with their values, in their order."""
    head = found[0].partition("\n")[0]
    members = [f"{found['indent']}    {m.name} = {m.value!r}\n" for m in find_enum(found["name"])]
    return f"{head}\n{found['doc'] or ''}{''.join(members)}"


def find_enum(name: str) -> type[enum.Enum]:
    """The enumeration of that name, in the module or in one of its classes."""
    owners = [_core, *(c for c in vars(_core).values() if isinstance(c, type))]
    return next(getattr(owner, name) for owner in owners if hasattr(owner, name))


def generate() -> str:
    """The stub of the installed `huddlekit._core`, formatted as the tree is."""
    with tempfile.TemporaryDirectory() as folder:
        stub = Path(folder, "huddlekit", "_core.pyi")
        options = ["--exit-code", r"--enum-class-locations=\w+:huddlekit._core", "-o", folder]
        run(sys.executable, "-m", "pybind11_stubgen", *options, "huddlekit._core")
        text = stub.read_text(encoding="utf-8")
        for pattern, replacement in CORRECTIONS:
            text = re.sub(pattern, replacement, text)
        text = ENUM.sub(enumerators, text)
        stub.write_text(text, encoding="utf-8")
        ruff = str(Path(sysconfig.get_path("scripts"), "ruff"))
        config = f"--config={ROOT / 'pyproject.toml'}"
        run(ruff, "check", config, "--select=I", "--fix", str(stub))
        run(ruff, "format", config, str(stub))
        return stub.read_text(encoding="utf-8")


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(generate(), encoding="utf-8")
