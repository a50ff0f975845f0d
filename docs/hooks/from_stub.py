"""Markdown from the type stub of the compiled module: signatures with their types, and docstrings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

INTRODUCTION = """# Python

`import huddlekit` has everything that is named here. Text of people, days and times are `str`,
`datetime.date` and aware `datetime.datetime`; lengths are seconds. Errors derive from `HuddleError`.

"""


def page(stub: Path, *modules: Path) -> str:
    """Of the stub, and of the public functions of modules that are written in Python."""
    body = ast.parse(stub.read_text(encoding="utf-8")).body
    classes = [node for node in body if isinstance(node, ast.ClassDef)]
    for module in modules:
        body += ast.parse(module.read_text(encoding="utf-8")).body
    functions = [n for n in body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]
    lines = [INTRODUCTION, "## Functions", ""]
    for node in sorted(functions, key=lambda node: node.name):
        lines += function(node, node.name, "###")
    for title, wanted in (("Classes", False), ("Errors", True)):
        lines += [f"## {title}", ""]
        for node in sorted(classes, key=lambda node: node.name):
            if node.name.endswith("Error") is wanted and not node.name.startswith("_"):
                lines += a_class(node)
    return "\n".join(lines)


def a_class(node: ast.ClassDef) -> Iterator[str]:
    yield from (f"### {node.name}", "")
    yield from said(node)
    methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
    for method in methods:
        if method.name == "__init__":
            yield from signature(method, node.name)
    yield from fields(node, methods)
    for inner in node.body:
        if isinstance(inner, ast.ClassDef):
            yield from (f"* `{node.name}.{inner.name}`: {first_line(inner)}", "")
    for method in methods:
        if not method.name.startswith("_") and not is_property(method):
            yield from function(method, f"{node.name}.{method.name}", "####")


def fields(node: ast.ClassDef, methods: list[ast.FunctionDef]) -> Iterator[str]:
    """What the constructor does not show already."""
    shown = {a.arg for m in methods if m.name == "__init__" for a in (*m.args.args, *m.args.kwonlyargs)}
    rows = [
        (m.name, type_of(m.returns), first_line(m))
        for m in methods
        if is_property(m) and (m.name not in shown or first_line(m))
    ]
    names = [part.targets[0] for part in node.body if isinstance(part, ast.Assign)]
    rows += [(name.id, "", "") for name in names if isinstance(name, ast.Name) and name.id.isupper()]
    for name, kind, words in rows:
        kind = f": `{kind}`" if kind else ""
        yield f"* `{name}`{kind}{'. ' + words if words else ''}"
    yield ""


def function(node: ast.FunctionDef, name: str, heading: str) -> Iterator[str]:
    yield from (f"{heading} {name}", "")
    yield from signature(node, name)
    yield from said(node)


def signature(node: ast.FunctionDef, name: str) -> Iterator[str]:
    """As it would be called, a parameter a line where one line is too short."""
    given = node.args
    shown = [described(a, d) for a, d in positional(given) if a.arg not in ("self", "cls")]
    keywords = [described(a, d) for a, d in zip(given.kwonlyargs, given.kw_defaults, strict=True)]
    shown += ["*", *keywords] if keywords else []
    result = "" if node.name == "__init__" else f" -> {type_of(node.returns)}"
    line = f"{name}({', '.join(shown)}){result}"
    if len(line) > 90:
        line = f"{name}(\n" + "".join(f"    {part},\n" for part in shown) + f"){result}"
    yield from ("```python", line, "```", "")


def positional(arguments: ast.arguments) -> list[tuple[ast.arg, ast.expr | None]]:
    every = [*arguments.posonlyargs, *arguments.args]
    missing = [None] * (len(every) - len(arguments.defaults))
    return list(zip(every, [*missing, *arguments.defaults], strict=True))


def described(argument: ast.arg, default: ast.expr | None) -> str:
    kind = f": {type_of(argument.annotation)}" if argument.annotation else ""
    return f"{argument.arg}{kind}" + (f" = {ast.unparse(default)}" if default else "")


def type_of(node: ast.expr | None) -> str:
    text = ast.unparse(node) if node else "None"
    return re.sub(r"(?:collections\.abc|datetime|typing|pathlib|os)\.", "", text)


def is_property(node: ast.FunctionDef) -> bool:
    return any(ast.unparse(decorator) == "property" for decorator in node.decorator_list)


def first_line(node: ast.FunctionDef | ast.ClassDef) -> str:
    return " ".join((ast.get_docstring(node) or "").split("\n\n")[0].split())


def said(node: ast.FunctionDef | ast.ClassDef) -> Iterator[str]:
    """The docstring, its examples fenced."""
    for paragraph in (ast.get_docstring(node) or "").split("\n\n"):
        example = paragraph.startswith(">>>")
        yield from (["```pycon", paragraph, "```", ""] if example else [paragraph, ""])
