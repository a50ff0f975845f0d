"""Writes the type stub of the compiled module; `./dev stubs` calls it.

The generator reads the signatures that pybind11 keeps. What it cannot know is put right here.
"""

import re
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

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
    # The version has one home, and it is not here.
    (r"__version__: str = .*", "__version__: str"),
]


def generate() -> str:
    """The stub of the installed `huddlekit._core`, formatted as the tree is."""
    with tempfile.TemporaryDirectory() as folder:
        stub = Path(folder, "huddlekit", "_core.pyi")
        run(sys.executable, "-m", "pybind11_stubgen", "--exit-code", "-o", folder, "huddlekit._core")
        text = stub.read_text(encoding="utf-8")
        for pattern, replacement in CORRECTIONS:
            text = re.sub(pattern, replacement, text)
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
