"""What stands at a path, asked so that no answer is an error.

``pathlib`` raises where the system refuses to look: a name too long, a folder that may not be searched, a
loop of links, a zero byte. To who named such a path it is one thing: nothing usable stands there.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Tell whether a folder stands at a path.

    >>> is_folder("."), is_folder("x" * 9999), is_folder("a" + chr(0))
    (True, False, False)
    """
    return os.path.isdir(path)  # noqa: PTH112 - the reason for this module


def is_file(path: str | os.PathLike[str]) -> bool:
    """Tell whether a regular file stands at a path."""
    return os.path.isfile(path)  # noqa: PTH113 - as above


def is_there(path: str | os.PathLike[str]) -> bool:
    """Tell whether anything that can be opened stands at a path."""
    return os.path.exists(path)  # noqa: PTH110 - as above


def absence(path: str | os.PathLike[str]) -> str:
    """Say why nothing usable stands at a path, to follow its name in a message.

    >>> absence("no-such-file"), absence("x" * 9999)
    ('does not exist', 'cannot be looked at: file name too long')
    """
    try:
        os.stat(path)  # noqa: PTH116 - as above
    except (FileNotFoundError, ValueError):
        return "does not exist"
    except OSError as error:
        return f"cannot be looked at: {(error.strerror or str(error)).lower()}"
    return "is there"


def real(path: Path) -> Path:
    """The path without links, as far as they can be followed."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # RuntimeError: how Python before 3.13 tells a loop of links
        return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() is what failed
