"""The table of faults in ``docs/batch.md`` names tests that there are, and leaves no fault without one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TABLE_ROW = re.compile(r"^\| (B\d+) \|[^|]+\|(.+)\|$", re.MULTILINE)
NAME = re.compile(r"`(test_\w+)`")


def rows() -> dict[str, list[str]]:
    text = (Path(__file__).parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")
    return {number: NAME.findall(tests) for number, tests in TABLE_ROW.findall(text)}


def known_tests() -> set[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in Path(__file__).parent.glob("test_*.py"))
    return {node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_fault_has_a_row_with_a_test() -> None:
    assert list(rows()) == [f"B{number}" for number in range(1, 19)]
    assert all(rows().values())


def test_the_tests_it_names_are_there() -> None:
    named = {name for names in rows().values() for name in names}
    assert named - known_tests() == set()
    assert len(named) > 40
