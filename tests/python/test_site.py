"""The site of documents: whole, searchable, and sufficient to itself."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

import huddlekit

pytestmark = pytest.mark.heavy

# What makes a browser ask for something; a link (`a href`) does not.
ELSEWHERE = r"""["']?(https?:)?//"""
ASKS = re.compile(rf"<(?!a\b)\w+[^>]*\s(?:src|href|srcset|data)={ELSEWHERE}|@import|url\({ELSEWHERE}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    pytest.importorskip("mkdocs")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_every_document_is_on_it(site: Path):
    for document in (ROOT / "docs").rglob("*.md"):
        path = document.relative_to(ROOT / "docs").with_suffix("")
        assert (site / ("" if path.name == "index" else path) / "index.html").is_file(), path


def test_no_page_asks_another_machine_for_anything(site: Path):
    assert ASKS.search('<script defer src="https://cdn.example/x.js">')
    shown = [path for path in site.rglob("*") if path.suffix in {".html", ".css"}]
    assert len(shown) > 10
    for path in shown:
        text = re.sub(r'<link rel="?canonical[^>]*>', "", path.read_text(encoding="utf-8"))
        assert not ASKS.search(text), path


def test_every_public_name_can_be_searched_for(site: Path):
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    titles = {entry["title"] for entry in index["docs"] if entry["location"].startswith("reference/")}
    python = {name for name in huddlekit.__all__ if not name.startswith("_")}
    assert python <= titles
    assert {"Team.publish", "Agenda.to_page", "huddlekit publish", "huddlekit roster load"} <= titles
    for header in (ROOT / "include" / "huddlekit").glob("*.hpp"):
        if header.stem == "handle":  # what stands behind the handles: nobody's to use
            continue
        declared = re.findall(r"^(?:class|struct|enum class) (\w+)", header.read_text("utf-8"), re.MULTILINE)
        assert set(declared) <= titles, header
        assert header.stem == "huddlekit" or header.stem in titles


def test_nothing_private_is_in_the_reference(site: Path):
    text = (site / "reference" / "cpp" / "index.html").read_text(encoding="utf-8")
    assert "private:" not in text
    assert "impl_" not in text
