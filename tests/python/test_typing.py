"""The types of the package, as the type checkers of its users see them: strictly, and as installed."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.heavy
PROGRAM = Path(__file__).with_name("user_program.py")


def check(program: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file=",
        f"--cache-dir={folder}",
        str(program),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_a_users_program_runs(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(PROGRAM)], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.stderr == ""
    assert re.fullmatch(r"[0-9]+ pages, at most \d+ s, by [0-9.]+\n", done.stdout)


@pytest.mark.skipif(not importlib.util.find_spec("mypy"), reason="no mypy")
def test_a_users_program_passes_mypy_strict_and_a_wrong_one_does_not(tmp_path: Path) -> None:
    done = check(PROGRAM, tmp_path)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        PROGRAM.read_text(encoding="utf-8").replace("segment.seconds", "segment.length"), encoding="utf-8"
    )
    assert 'has no attribute "length"' in check(wrong, tmp_path).stdout


@pytest.mark.skipif(not shutil.which("node"), reason="no Node")
@pytest.mark.skipif(not importlib.util.find_spec("pyright"), reason="no pyright")
def test_a_users_program_passes_pyright_strict(tmp_path: Path) -> None:
    settings = tmp_path / "pyrightconfig.json"
    shutil.copy(PROGRAM, tmp_path)
    settings.write_text('{"typeCheckingMode": "strict"}', encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--project", str(settings)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "0 errors" in done.stdout, done.stdout + done.stderr
    assert str(ROOT) not in done.stdout
