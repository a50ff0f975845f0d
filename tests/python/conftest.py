import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A temporary folder to work in, with the example playbook in it as `harbour.toml`."""
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def furnish(folder: Path) -> None:
    example = ROOT / "src/packs/harbour-hotel.toml"
    if example.exists():
        shutil.copy(example, folder / "harbour.toml")
