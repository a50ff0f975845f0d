"""The examples in docstrings say what really happens."""

import doctest
import inspect
from pathlib import Path

import pytest
from surface import everything, text_of

import huddlekit

EXAMPLES = [(path, text_of(thing)) for path, thing in everything() if ">>>" in (inspect.getdoc(thing) or "")]


@pytest.mark.parametrize(("path", "text"), EXAMPLES, ids=[path for path, _ in EXAMPLES])
def test_the_example_runs(path: str, text: str, workplace: Path) -> None:
    names = {name: getattr(huddlekit, name) for name in huddlekit.__all__} | {"huddlekit": huddlekit}
    example = doctest.DocTestParser().get_doctest(text, names, path, path, 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=report.append)
    assert not report, "".join(report)


# Plain data is explained by the docstring of its class.
DOCUMENTED = [(path, thing) for path, thing in everything() if not isinstance(thing, property)]


@pytest.mark.parametrize(("path", "thing"), DOCUMENTED, ids=[path for path, _ in DOCUMENTED])
def test_it_says_what_it_does(path: str, thing: object) -> None:
    assert text_of(thing)
