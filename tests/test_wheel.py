"""What is built, wheel and sdist, can be installed outside of the checkout and used."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DUMP = ROOT / "examples" / "dumps" / "harrowcourier" / "night-ferry.txt"
LARGEST_WHEEL = 1_900_000


def call(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a program; on failure show what it said."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build both, once: the sdist from the checkout, the wheel from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    call(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="session")
def home(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an environment and let pip install the wheel's dependencies as it states them."""
    folder = tmp_path_factory.mktemp("installed") / "environment"
    venv.create(folder, with_pip=True)
    (wheel,) = built.glob("*.whl")
    call(folder / "bin" / "python", "-m", "pip", "install", "--quiet", wheel)
    return folder


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_what_is_built_cleans_a_dump(kind: str, built: Path, home: Path, tmp_path: Path) -> None:
    (package,) = built.glob(kind)
    python = home / "bin" / "python"
    call(python, "-m", "pip", "install", "--quiet", "--force-reinstall", "--no-deps", package)
    text = call(home / "bin" / "cleannews", "clean", DUMP, cwd=tmp_path)
    assert text.startswith("The council of Tarn Holm voted on Monday night")
    assert "WORDPRESS" not in text
    program = "import cleannews, pathlib; print(pathlib.Path(cleannews.__file__).parent)"
    assert str(home) in call(python, "-c", program, cwd=tmp_path)


def test_the_wheel_is_small_and_whole(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    assert wheel.stat().st_size < LARGEST_WHEEL
    names = call(sys.executable, "-m", "zipfile", "-l", wheel)
    for shipped in (
        "cleannews/py.typed",
        "cleannews/schema.json",
        "cleannews/label/data/",
        "/licenses/LICENSE",
    ):
        assert shipped in names, f"{shipped} is not in the wheel"
    for packed in ("lexicon", "given_names", "uncased_names", "departments"):
        assert f"{packed}.json.xz" in names
        assert f"{packed}.json " not in names
    assert not (built / ".packed").exists()
    for kept_home in ("tests/", "quality/", "training/", "benchmarks/", "examples/"):
        assert f"\n{kept_home}" not in names, f"{kept_home} is in the wheel"


def test_the_sdist_can_be_tested(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    names = call(sys.executable, "-m", "tarfile", "-l", sdist)
    for shipped in ("/tests/test_wheel.py", "/quality/gate.py", "/Makefile", "/CHANGELOG.md", "/docs/why.md"):
        assert shipped in names, f"{shipped} is not in the sdist"


def test_no_path_of_the_checkout_is_shipped(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    call(sys.executable, "-m", "zipfile", "-e", wheel, tmp_path)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert str(ROOT).encode() not in path.read_bytes(), path


def test_all_that_is_installed_with_it_can_be_imported(home: Path, tmp_path: Path) -> None:
    """The pip of a new environment is the interpreter's own, and may be old."""
    names = "bs4, charset_normalizer, lxml.html.clean, numpy, requests, trafilatura, urllib3"
    call(home / "bin" / "python", "-c", f"import {names}", cwd=tmp_path)
