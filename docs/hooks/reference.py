"""The reference, made whenever the site is: of the headers, of the type stub, and of the command's help.

Nothing of it lies in the tree, so that it cannot grow old.
"""

import sys
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

sys.path.insert(0, str(Path(__file__).parent))

import from_command
import from_headers
import from_stub

ROOT = Path(__file__).parents[2]


def on_files(files: Any, config: Any) -> Any:
    pages = {
        "reference/cpp.md": from_headers.page(ROOT / "include" / "huddlekit"),
        "reference/python.md": from_stub.page(
            *(ROOT / "python" / "huddlekit" / name for name in ("_core.pyi", "frames.py"))
        ),
        "reference/command.md": from_command.page(),
    }
    for path, text in pages.items():
        files.append(File.generated(config, path, content=text))
    return files
