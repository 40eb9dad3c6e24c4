"""The function that cleans, found by its name: every worker process imports it anew."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def load_cleaner(name: str) -> Callable[..., Any]:
    """Import the function or class that ``module:function`` names."""
    module, _, function = name.partition(":")
    cleaner: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return cleaner


def check_cleaner(name: str) -> None:
    """Refuse a name behind which there is no function, before workers are started with it.

    Raises:
        ValueError: Its module cannot be imported, or has no such function.

    >>> check_cleaner("json:lods")
    Traceback (most recent call last):
        ...
    ValueError: cleaner='json:lods': the module json has no function 'lods'
    """
    module, _, function = name.partition(":")
    if module == "__main__":
        raise ValueError(
            f"cleaner={name!r}: workers cannot import the program itself; move the function to a module"
        )
    try:
        usable = callable(load_cleaner(name))
    except AttributeError:
        usable = False
    except (ImportError, TypeError, ValueError) as error:  # the last two: ".module" and "" are no names
        raise ValueError(
            f"cleaner={name!r}: the module {module!r} cannot be imported ({error}); is it on sys.path?"
        ) from error
    if not usable:
        raise ValueError(f"cleaner={name!r}: the module {module} has no function {function!r}")
