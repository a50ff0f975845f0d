"""What is installed is complete, typed, documented and light."""

import importlib.metadata
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from conftest import ROOT
from stubs import generate

import huddlekit
from huddlekit import _core

SLOW_TO_IMPORT = {"asyncio", "email", "http", "multiprocessing", "sqlite3", "unittest", "xml"}


def test_all_is_sorted_and_complete() -> None:
    public = {name for name in dir(_core) if not name.startswith("_")} | {"__version__"}
    assert huddlekit.__all__ == sorted(huddlekit.__all__)
    assert public <= set(huddlekit.__all__)
    assert all(hasattr(huddlekit, name) for name in huddlekit.__all__)


def test_the_version_has_one_home() -> None:
    cmake = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    home = re.search(r"project\(huddlekit VERSION ([0-9.]+)", cmake)
    assert home
    assert huddlekit.__version__ == importlib.metadata.version("huddlekit") == home[1]


@pytest.mark.heavy
def test_the_stub_is_what_the_module_gives() -> None:
    pytest.importorskip("pybind11_stubgen")  # which `./dev` has, and a wheel's own environment has not
    committed = (ROOT / "python/huddlekit/_core.pyi").read_text(encoding="utf-8")
    assert committed == generate(), "run ./dev stubs"


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys; had = set(sys.modules); import huddlekit; print(*(set(sys.modules) - had))"
    # -I: a coverage or editor hook of the environment is not ours.
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()} - {"huddlekit"}
    assert loaded <= set(sys.stdlib_module_names) - SLOW_TO_IMPORT


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_its_extra_the_command_names_it(missing: str) -> None:
    hide = f"import runpy, sys; sys.modules[{missing!r}] = None"
    code = f"{hide}; runpy.run_module('huddlekit', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "pip install 'huddlekit[cli]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_wheel_holds_the_package_and_nothing_else() -> None:
    files = {str(f) for f in importlib.metadata.files("huddlekit") or [] if f.parts[0] == "huddlekit"}
    files = {f for f in files if "__pycache__" not in f}
    source = ROOT / "python"
    ours = {
        str(f.relative_to(source))
        for f in source.glob("huddlekit/**/*")
        if f.is_file() and f.suffix != ".pyc"
    }
    assert {"huddlekit/py.typed", "huddlekit/_core.pyi"} < ours
    assert {f for f in files if not re.fullmatch(r"huddlekit/_core\..*\.(so|pyd)", f)} == ours


@pytest.mark.heavy
def test_the_source_distribution_holds_what_a_build_needs_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scikit_build_core.build import build_sdist

    monkeypatch.chdir(ROOT)
    with tarfile.open(tmp_path / build_sdist(str(tmp_path))) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()} - {"PKG-INFO"}
    files = {"CMakeLists.txt", "pyproject.toml", "README.md", "LICENSE"}
    for folder in ["bindings", "cmake", "include", "python", "src", "third_party"]:
        files |= {str(f.relative_to(ROOT)) for f in (ROOT / folder).glob("**/*") if f.is_file()}
    assert packed == {f for f in files if "__pycache__" not in f}
