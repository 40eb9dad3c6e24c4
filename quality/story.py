"""An invented article, and the words that a news site of its language puts around one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent

DATE_FORMATS = {
    "en": "%d %B %Y",
    "fr": "%d/%m/%Y",
    "es": "%d/%m/%Y",
    "it": "%d/%m/%Y",
    "pt": "%d/%m/%Y",
    "nl": "%d-%m-%Y",
    "sv": "%Y-%m-%d",
    "hu": "%Y.%m.%d.",
    "ja": "%Y年%m月%d日",
    "zh": "%Y年%m月%d日",
    "ko": "%Y.%m.%d",
    "el": "%d/%m/%Y",
    "ar": "%d/%m/%Y",
    "hi": "%d/%m/%Y",
    "id": "%d/%m/%Y",
    "lt": "%Y-%m-%d",
    "ms": "%d/%m/%Y",
}
"""How sites of a language print a day; the others write 31.12.2024."""

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - reads as the list it is
)


class Part(NamedTuple):
    """One paragraph of a story: ``p``, ``h2``, ``li`` or ``blockquote``."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """An article as its author would hand it in."""

    slug: str
    language: str
    site: str
    domain: str
    title: str
    authors: tuple[str, ...]
    published: str
    section: str
    parts: tuple[Part, ...]
    standfirst: str = ""
    modified: str = ""
    place: str = ""
    caption: str = ""
    credit: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    bio: str = ""

    @property
    def url(self) -> str:
        """The address it would have."""
        return f"https://www.{self.domain}/{self.published[:4]}/{self.slug.split('-', 1)[1]}"

    @property
    def day(self) -> str:
        """The day of publication as a page of its language shows it."""
        year, month, day = self.published[:10].split("-")
        form = DATE_FORMATS.get(self.language, "%d.%m.%Y").replace("%B", MONTHS[int(month) - 1])
        return form.replace("%Y", year).replace("%m", month).replace("%d", day)

    @property
    def body(self) -> tuple[str, ...]:
        """The texts of its parts."""
        return tuple(part.text for part in self.parts)


MARKS = {"## ": "h2", "- ": "li", "> ": "blockquote"}


def load(slug: str) -> Story:
    """Read a story: ``key: value`` lines, ``---``, then paragraphs."""
    head, _, body = (HERE / "stories" / f"{slug}.txt").read_text(encoding="utf-8").partition("\n---\n")
    values: dict[str, Any] = {"slug": slug, "related": []}
    for line in head.splitlines():
        key, _, value = line.partition(": ")
        if key == "related":
            values["related"].append(value)
        else:
            values[key] = tuple(value.split("; ")) if key in {"authors", "tags"} else value
    values["related"] = tuple(values["related"])
    return Story(parts=tuple(_parts(body)), **values)


def _parts(body: str) -> list[Part]:
    found = []
    for line in re.split(r"\n+", body.strip()):
        mark = next((mark for mark in MARKS if line.startswith(mark)), "")
        found.append(Part(MARKS.get(mark, "p"), line[len(mark) :]))
    return found


@lru_cache(maxsize=1)
def _all_words() -> dict[str, dict[str, Any]]:
    words: dict[str, dict[str, Any]] = json.loads((HERE / "words.json").read_text(encoding="utf-8"))
    return words


def words_of(language: str) -> dict[str, Any]:
    """Return the furniture of a language: menu, share buttons, consent, footer and the like."""
    return _all_words()[language]
