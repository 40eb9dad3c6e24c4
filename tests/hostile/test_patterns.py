"""No pattern of the package takes time that grows faster than the text."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import cleannews
from tests.hostile.patterns import Found, near_misses, timed

ROOT = Path(cleannews.__file__).parent.parent


def test_every_pattern_is_linear_on_what_almost_matches() -> None:
    """In a process of its own under a deadline: a pattern that backtracks without end cannot be interrupted."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.patterns"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    *slow, count = done.stdout.splitlines()
    assert not slow, "\n".join(slow)
    assert int(count) > 200


@pytest.mark.parametrize(
    ("source", "linear"),
    [
        (r"\s+x", False),
        (r"[^\W\d_]+$", False),
        (r"\w+\s*x", False),
        (r"\s{0,5}x", True),
        (r"a\s{1,5}x", True),
        (r"^a+x", True),
        (r"x(?=\d{1,3}\b)", True),
    ],
)
def test_the_check_tells_them_apart(source: str, *, linear: bool) -> None:
    assert timed(Found(source, re.UNICODE, binary=False, module="here"), 1_000) is linear


def test_near_misses_draw_out_each_repetition() -> None:
    found = Found(r"a\s+b{2}[^c]*", 0, binary=False, module="here")
    assert list(near_misses(found, 6)) == [
        "a      \x01",
        "a      bbx\x01",
        "a bbbbbb\x01",
        "a bbbbbbx\x01",
        "a bbxxxxxx\x01",
        "a bb\x01",
    ]
