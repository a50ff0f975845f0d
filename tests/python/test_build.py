"""What a build says about itself, and who may import it."""

import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from conftest import ROOT, Run

import huddlekit

SUBINTERPRETER = """
    try:
        import _interpreters as interpreters
        def run(code):
            failed = interpreters.run_string(interpreters.create(), code)
            if failed is not None:
                raise SystemExit(f"{failed.type.__name__}: {failed.msg}")
    except ImportError:
        import _xxsubinterpreters as interpreters
        def run(code):
            interpreters.run_string(interpreters.create(), code)
"""


def python(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", textwrap.dedent(code)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_a_build_says_what_it_is_made_of() -> None:
    info = huddlekit.build_info()
    assert info["version"] == huddlekit.__version__
    assert info["python"].split(".")[:2] == [str(n) for n in sys.version_info[:2]]
    for library in ("sqlite", "SQLiteCpp", "toml++", "nlohmann-json", "fmt", "pybind11"):
        assert info[library].split(".")[0].isdigit(), library
    assert all(isinstance(value, str) and value for name, value in info.items() if name != "flags")
    assert str(ROOT) not in str(info)


def test_build_info_is_the_callers_own() -> None:
    huddlekit.build_info().clear()
    assert huddlekit.build_info()["version"] == huddlekit.__version__


def test_the_command_prints_how_it_was_built(run: Run) -> None:
    done = run("--build-info")
    assert done.code == 0
    assert done.out == "".join(f"{name}: {value}\n" for name, value in huddlekit.build_info().items())


@pytest.mark.parametrize("first", ["", "import huddlekit"], ids=["alone", "after the main one"])
def test_a_sub_interpreter_is_refused_by_name(first: str) -> None:
    attempt = "try:\\n import huddlekit\\nexcept ImportError as error:\\n print(error, flush=True)"
    done = python(f'{SUBINTERPRETER}\n    {first}\n    run("""{attempt}""")\n    print("ended")')
    assert done.stderr == ""
    refusals = (
        "huddlekit: must be imported by the main interpreter, got a sub-interpreter; "
        "use threads or processes",
        # What Python itself says before it asks us, where a sub-interpreter is isolated.
        "module huddlekit._core does not support loading in subinterpreters",
    )
    refusal, last = done.stdout.splitlines()
    assert (refusal in refusals, last) == (True, "ended"), refusal


WITHOUT_ZONES = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
HIDE = "mount -t tmpfs none /usr/share/zoneinfo && exec "


def can_hide_zones() -> bool:
    if sys.platform != "linux" or not shutil.which("unshare") or not Path("/usr/share/zoneinfo").is_dir():
        return False
    return subprocess.run([*WITHOUT_ZONES, HIDE + "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_hide_zones(), reason="no name space to hide the zones of the system in")
@pytest.mark.parametrize("package", [True, False], ids=["with the package tzdata", "with neither"])
def test_without_zones_of_the_system_those_of_the_package_tzdata_are_used(package: bool) -> None:
    hide = "" if package else "sys.modules['tzdata'] = None;"
    code = f"""
        import sys; {hide}
        import huddlekit
        from datetime import datetime
        try:
            print(huddlekit.resolve_local("Europe/Berlin", datetime(2026, 7, 1, 12)))
        except huddlekit.StorageError as error:
            print(error)
        print(huddlekit.build_info()["zones"])
    """
    command = shlex.join([sys.executable, "-c", textwrap.dedent(code)])
    done = subprocess.run([*WITHOUT_ZONES, HIDE + command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    first, zones = done.stdout.splitlines()
    if package:
        pytest.importorskip("tzdata")
        assert first == "2026-07-01 10:00:00+00:00"
        assert zones.endswith("tzdata/zoneinfo")
    else:
        assert (first, zones) == ("zone files: must be installed (package tzdata), got none", "none")
