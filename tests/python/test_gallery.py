"""The notebooks of the gallery run from top to bottom."""

import os
from pathlib import Path

import pytest
from conftest import ROOT

import huddlekit as hk

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("anywidget")

# A notebook opens its books as people do; here their clock is that of HUDDLEKIT_NOW.
CLOCK = """import functools, huddlekit
from huddlekit import clocks
clocks.start()
huddlekit.open = functools.partial(huddlekit.open, now=clocks.now)"""
GALLERY = sorted((ROOT / "docs/notebooks").glob("*.ipynb"))


def ran(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict]:
    """What each code cell showed, by kind."""
    package = str(Path(hk.__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", package + os.pathsep + os.environ.get("PYTHONPATH", ""))
    monkeypatch.setenv("IPYTHONDIR", str(folder / "ipython"))
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(CLOCK))
    client = nbclient.NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(folder)}})
    client.execute()
    code = [cell for cell in notebook.cells[1:] if cell.cell_type == "code"]
    return [{kind: text for out in cell.outputs for kind, text in shown(out).items()} for cell in code]


def shown(output: dict) -> dict[str, str]:
    if output["output_type"] == "stream":
        assert output["name"] == "stdout", output["text"]  # no warnings
        return {"printed": output["text"]}
    return dict(output["data"])


def test_notebooks_are_stored_without_what_they_showed():
    assert [path.stem for path in GALLERY] == ["manager", "scripts"]
    for path in GALLERY:
        for cell in nbformat.read(path, as_version=4).cells:
            assert not cell.get("outputs"), path
            assert cell.get("execution_count") is None, path


@pytest.mark.heavy
@pytest.mark.filterwarnings("default")  # of the client's own
def test_the_managers_notebook_runs(tmp_path, monkeypatch):
    cells = ran(ROOT / "docs/notebooks/manager.ipynb", tmp_path, monkeypatch)
    html = [cell.get("text/html", "") for cell in cells]
    assert sum('class="huddlekit-team"' in text for text in html) == 1
    assert sum("application/vnd.jupyter.widget-view+json" in cell for cell in cells) == 1
    assert sum("<svg" in text and "huddlekit-chart" in text for text in html) == 1
    assert (tmp_path / "hotel/report.csv").read_text().startswith("of,key,start")
    assert (tmp_path / "hotel/held.png").exists()
    assert "A difference is not a cause" in " ".join(cells[-2]["printed"].split())


@pytest.mark.heavy
@pytest.mark.filterwarnings("default")
def test_the_script_authors_notebook_runs(tmp_path, monkeypatch):
    cells = ran(ROOT / "docs/notebooks/scripts.ipynb", tmp_path, monkeypatch)
    assert "Round" in cells[2]["printed"]
    assert "served within ten minutes" in cells[6]["text/plain"]
    assert "facilitator" in cells[7]["text/html"]
    assert list(tmp_path.glob("*.huddle")) == []
