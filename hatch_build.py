"""Packs the longest lists when the wheel is built: deflate, which wheels use, leaves a fifth more or two.

A checkout, an editable installation and the sdist hold the lists as people write them;
:func:`cleannews.label.stored.read_stored` reads either.
"""

from __future__ import annotations

import lzma
import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = ".packed"
DATA = "cleannews/label/data"
PACKED = ("lexicon", "given_names", "uncased_names", "departments")
"""Lists of which packing saves three kilobytes or more; unpacking all takes 36 ms, once a process."""


class PackedLists(BuildHookInterface[Any]):
    """Puts packed lists into the wheel in the place of those that pyproject.toml leaves out."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the packed lists beside what is built, and say where they belong.

        Args:
            version: ``editable`` for an installation that reads the checkout, else ``standard``.
            build_data: What hatchling is to build.
        """
        if version == "editable":
            return
        folder = Path(self.directory) / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for name in PACKED:
            packed = folder / f"{name}.json.xz"
            written = (Path(self.root) / DATA / f"{name}.json").read_bytes()
            packed.write_bytes(lzma.compress(written, preset=9 | lzma.PRESET_EXTREME))
            build_data["force_include"][str(packed)] = f"{DATA}/{packed.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what the wheel holds by now.

        Args:
            version: As above.
            build_data: What was built.
            artifact_path: Where the wheel is.
        """
        shutil.rmtree(Path(self.directory) / FOLDER, ignore_errors=True)
