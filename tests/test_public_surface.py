from __future__ import annotations

import subprocess
import sys
import types

import pytest

import cleannews

NAMES = {
    "Article",
    "BatchReport",
    "Block",
    "CleanNewsError",
    "Label",
    "Limits",
    "SiteTemplate",
    "Status",
    "clean",
    "clean_folder",
    "clean_many",
    "decode",
    "extract",
    "fetch",
    "learn_site",
}


def test_the_public_names_are_these() -> None:
    assert set(cleannews.__all__) == NAMES
    assert list(cleannews.__all__) == sorted(cleannews.__all__)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_public_name_is_there_and_described(name: str) -> None:
    value = getattr(cleannews, name)
    assert value.__name__ == name
    assert value.__doc__
    assert not isinstance(value, types.ModuleType)
    assert value.__module__.startswith("cleannews.")
    assert name in dir(cleannews)


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'purify'"):
        _ = cleannews.purify  # type: ignore[attr-defined] # the point of the test


@pytest.mark.parametrize("name", ["Article", "clean", "clean_folder", "fetch"])
def test_a_public_name_can_be_imported_first(name: str) -> None:
    program = f"from cleannews import {name}; assert {name}.__name__ == {name!r}"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_importing_is_fast() -> None:
    """0.25 s is the promise. Time of this process alone, best of three: the machine may be busy."""
    program = "import time; start = time.process_time(); import cleannews; print(time.process_time() - start)"
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, check=True) for _ in range(3)
    ]
    assert min(float(run.stdout) for run in runs) < 0.25


def test_the_library_is_silent() -> None:
    """No warning, no log line, nothing on standard output."""
    program = "import cleannews; cleannews.clean(b'<p>It rained all day in the valley.</p>')"
    done = subprocess.run([sys.executable, "-W", "default", "-c", program], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
