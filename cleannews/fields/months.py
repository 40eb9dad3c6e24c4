"""Month names of some sixty languages."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def month_number(word: str, *, language: str | None = None) -> int | None:
    """The number of a month, by its name or short form in any language.

    A few forms mean different months in different languages (``listopad`` is October in Croatian, November in
    Polish and Czech): they count only where the page's language decides.

    >>> month_number("März"), month_number("мая"), month_number("listopad")
    (3, 5, None)
    >>> month_number("listopad", language="hr"), month_number("listopad", language="pl")
    (10, 11)
    """
    meanings = _months().get(word.casefold())
    if meanings is None:
        return None
    numbers = set(meanings.values())
    if len(numbers) == 1:
        return numbers.pop()
    return meanings.get(language or "")


def names_of_several_words() -> tuple[str, ...]:
    """The names that are more than one word, case-folded, the longest first.

    >>> [name for name in names_of_several_words() if name.startswith("tháng mười")]
    ['tháng mười hai', 'tháng mười một', 'tháng mười']
    """
    several = (name for name in _months() if " " in name)
    return tuple(sorted(several, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=1)
def _months() -> Mapping[str, Mapping[str, int]]:
    """Case-folded form -> language -> number of the month."""
    text = files("cleannews.fields").joinpath("data/months.json").read_text(encoding="utf-8")
    months: dict[str, dict[str, int]] = {}
    for language, names in json.loads(text).items():
        for number, forms in enumerate(names, start=1):
            for form in forms.split("|"):
                months.setdefault(form.casefold(), {})[language] = number
    return months
