"""The shape of the code: who may import whom, where heavy libraries live, how long files may be.

The rooms and their order are those of docs/how-it-works.md. Imports are read from the syntax trees, those
inside functions and behind ``TYPE_CHECKING`` included.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import cleannews

PACKAGE = Path(cleannews.__file__).parent

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"errors", "labels", "lasting", "formats", "markup", "paths", "whole"}),
    frozenset({"columns"}),
    frozenset({"article", "download"}),
    frozenset({"read"}),
    frozenset({"label"}),
    frozenset({"fields"}),
    frozenset({"ending", "page_evidence"}),
    frozenset({"judgement"}),
    frozenset({"assemble"}),
    frozenset({"pipeline"}),
    frozenset({"explain", "learn"}),
    frozenset({"batch"}),
    frozenset({"cli"}),
    frozenset({"__init__", "__main__"}),
)
"""From the ground up. A room imports from rooms below it and from itself."""

RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}

HOMES = {
    "lxml": ("cleannews.read.",),
    "bs4": ("cleannews.read.",),
    "charset_normalizer": ("cleannews.read.",),
    "numpy": ("cleannews.label.features", "cleannews.label.model", "cleannews.label.site."),
    "requests": ("cleannews.download",),
    "urllib3": ("cleannews.download",),
    "trafilatura": (),
    "pyarrow": ("cleannews.columns", "cleannews.batch."),
    "tqdm": ("cleannews.batch.", "cleannews.cli."),
}
"""Third-party libraries and the only modules that may touch them; trafilatura is for benchmarks/ alone."""

HEAVY = (
    "lxml",
    "bs4",
    "numpy",
    "requests",
    "trafilatura",
    "charset_normalizer",
    "sqlite3",
    "multiprocessing",
)
LONGEST_FILE = 400
VAGUE_NAMES = frozenset(
    {"utils", "util", "helpers", "helper", "common", "manager", "misc", "main", "base", "tools"}
)


class Import(NamedTuple):
    """One import statement of the package."""

    importer: str
    imported: str
    line: int


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts)


def imports_of(path: Path) -> list[Import]:
    """List every import of a module; ``from a import b`` counts as ``a.b`` where that is a module."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import; write the absolute name"
            names = [source_of(node.module or "", alias.name) for alias in node.names]
        else:
            continue
        found += [Import(module_name(path), name, node.lineno) for name in names]
    return found


def source_of(module: str, name: str) -> str:
    below = PACKAGE.parent.joinpath(*module.split("."), name)
    return f"{module}.{name}" if below.is_dir() or below.with_suffix(".py").is_file() else module


def room_of(module: str) -> str:
    """Return the room of a module of the package: its first part below ``cleannews``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


MODULES = sorted(PACKAGE.rglob("*.py"))
IMPORTS = [each for path in MODULES for each in imports_of(path)]
INNER = [each for each in IMPORTS if each.imported.split(".")[0] == "cleannews"]


def test_every_module_has_its_place_in_the_layers() -> None:
    homeless = sorted({room_of(module_name(path)) for path in MODULES} - set(RANK))
    assert not homeless, f"give these rooms a place in LAYERS and in docs/how-it-works.md: {homeless}"


def test_the_tables_name_what_is_there() -> None:
    names = {module_name(path) for path in MODULES}
    assert set(RANK) == {room_of(name) for name in names}
    for prefix in {prefix for homes in HOMES.values() for prefix in homes}:
        assert any(name.startswith(prefix) for name in names), f"there is no {prefix}"


def test_imports_go_downwards_only() -> None:
    upwards = [
        f"{each.importer}:{each.line} imports {each.imported}"
        for each in INNER
        if room_of(each.importer) != room_of(each.imported)
        and RANK[room_of(each.imported)] >= RANK[room_of(each.importer)]
        and not reads_the_version(each)
    ]
    assert not upwards, "\n".join(upwards)


def reads_the_version(each: Import) -> bool:
    """Tell whether it imports the package for ``__version__`` alone, which stands at the top for all."""
    if each.imported != "cleannews":
        return False
    tree = ast.parse(PACKAGE.parent.joinpath(*each.importer.split(".")).with_suffix(".py").read_bytes())
    taken = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "cleannews"
        for alias in node.names
    }
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "cleannews"
    }
    return taken | used == {"__version__"}


def test_no_module_takes_part_in_an_import_circle() -> None:
    below: dict[str, set[str]] = {module_name(path): set() for path in MODULES}
    for each in INNER:
        target = each.imported if each.imported in below else f"{each.imported}.__init__"
        if target != each.importer and not reads_the_version(each):
            below[each.importer].add(target)
    while leaves := {name for name, targets in below.items() if not targets & below.keys()}:
        below = {name: targets for name, targets in below.items() if name not in leaves}
    assert not below, f"these modules import each other in a circle: {sorted(below)}"


@pytest.mark.parametrize("library", sorted(HOMES))
def test_a_heavy_library_stays_in_its_room(library: str) -> None:
    strays = [
        f"{each.importer}:{each.line}"
        for each in IMPORTS
        if each.imported.split(".")[0] == library and not each.importer.startswith(HOMES[library])
    ]
    assert not strays, f"{library} is imported outside {HOMES[library]}: {strays}"


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = f"import sys, cleannews; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_file_holds_one_noun_and_is_not_long(path: Path) -> None:
    assert path.stem not in VAGUE_NAMES, f"{path.name}: name the module after the thing it holds"
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, (
        f"{path.name} has {lines} lines, the limit is {LONGEST_FILE}: split it by its nouns"
    )


def test_the_checks_see_the_package() -> None:
    """Guard against a test that passes because it looked at nothing."""
    assert len(MODULES) > 10
    assert any(each.imported == "cleannews.labels" for each in INNER)
