"""What the README and the guides show is run, block by block, in the order of the page.

Each document has a folder of its own with the example playbook in it. Blocks of `python` share
their names, a block with `>>>` is a doctest; blocks of `cpp` are compiled against the installed
library, inside `main` where they have none; in blocks of `console`, lines after `$ ` are commands.
What follows a command, and a block of `text` that follows a block of code, is its output, in which
`...` stands for anything. Other blocks (`sh`, `toml`) are only shown.
"""

import contextlib
import doctest
import io
import itertools
import os
import re
import subprocess
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT, furnish

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAME = doctest.OutputChecker()


class Block(NamedTuple):
    document: Path
    line: int
    language: str
    code: str
    output: str | None  # of the block `text` that follows with nothing in between

    def __str__(self) -> str:
        return f"{self.document.relative_to(ROOT)}:{self.line}"


def blocks(document: Path) -> list[Block]:
    text = document.read_text(encoding="utf-8")
    found = list(FENCE.finditer(text))
    result = []
    for block, after in itertools.zip_longest(found, found[1:]):
        follows = after and after[1] == "text" and not text[block.end() : after.start()].strip()
        line = text.count("\n", 0, block.start()) + 1
        result.append(Block(document, line, block[1], block[2], after[2] if follows else None))
    return result


DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
CODE = [
    pytest.param(b, marks=[pytest.mark.heavy] if b.language == "cpp" else [], id=str(b))
    for d in DOCUMENTS
    for b in blocks(d)
    if b.language in {"python", "cpp", "console"}
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    made = {document: tmp_path_factory.mktemp(document.stem) for document in DOCUMENTS}
    for folder in made.values():
        furnish(folder)
    return made


@pytest.fixture(scope="module")
def names() -> dict[Path, dict[str, object]]:
    return {document: {"__name__": "__main__"} for document in DOCUMENTS}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that the preset `library` makes, installed."""
    prefix = tmp_path_factory.mktemp("prefix")
    if not (ROOT / "build/library/build.ninja").exists():
        run("cmake", "--preset", "library", folder=ROOT)
    run("cmake", "--build", "build/library", "--target", "huddlekit", "huddlekit_parts", folder=ROOT)
    run("cmake", "--install", "build/library", "--prefix", str(prefix), folder=ROOT)
    return prefix


@pytest.mark.parametrize("block", CODE)
def test_the_block_runs(
    block: Block,
    folders: dict[Path, Path],
    names: dict[Path, dict[str, object]],
    request: pytest.FixtureRequest,
) -> None:
    folder = folders[block.document]
    match block.language:
        case "python":
            with contextlib.chdir(folder):
                printed = run_python(block, names[block.document])
        case "cpp":
            printed = run_cpp(block, folder, request.getfixturevalue("installed"))
        case _:
            run_console(block, folder)
            return
    if block.output is not None:
        assert_same(printed, block.output)


def run_python(block: Block, names: dict[str, object]) -> str:
    printed = io.StringIO()
    if ">>>" in block.code:
        example = doctest.DocTestParser().get_doctest(
            block.code, names, str(block), str(block.document), block.line
        )
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=printed.write, clear_globs=False)
        assert not printed.getvalue(), printed.getvalue()
        names.update(example.globs)
        return ""
    with contextlib.redirect_stdout(printed):
        exec(compile("\n" * block.line + block.code, block.document, "exec"), names)
    return printed.getvalue()


def run_cpp(block: Block, folder: Path, installed: Path) -> str:
    lines = block.code.splitlines()
    top = [line for line in lines if line.startswith("#include")]
    rest = [line for line in lines if line not in top]
    if "int main(" not in block.code:
        rest = ["int main() {", *rest, "}"]
    program = folder / f"block_{block.line}"
    program.mkdir()
    source = program / "main.cpp"
    source.write_text(
        "\n".join(["#include <huddlekit/huddlekit.hpp>", "#include <iostream>", *top, *rest, ""])
    )
    project = ROOT / "tests/consumer/find_package"
    options = [f"-DCMAKE_PREFIX_PATH={installed}", f"-DCONSUMER_SOURCE={source}", "-DCMAKE_BUILD_TYPE=Debug"]
    run("cmake", "-G", "Ninja", "-S", str(project), "-B", str(program), *options, folder=folder)
    run("cmake", "--build", str(program), folder=folder)
    return run(str(program / "consumer"), folder=folder)


def run_console(block: Block, folder: Path) -> None:
    for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.code, re.MULTILINE):
        printed = run("bash", "-c", command, folder=folder)
        if output.strip():
            assert_same(printed, output)


def run(*command: str, folder: Path) -> str:
    scripts = sysconfig.get_path("scripts")
    environment = os.environ | {"PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout


def assert_same(printed: str, shown: str) -> None:
    if not SAME.check_output(shown, printed, doctest.ELLIPSIS):
        assert printed == shown
