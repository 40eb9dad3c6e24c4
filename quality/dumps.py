"""Crude text dumps: headline twice, glued menu, excerpt, teasers, body, comment counters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quality.story import Story


@dataclass(frozen=True, slots=True)
class Shape:
    """How one such dump differs from the next."""

    menu: str
    """The breadcrumb line as it stands there, glued or not."""
    crumbs: tuple[str, ...]
    """What it says."""
    excerpt: int = 120
    """Characters of the lead in the excerpt; 0 for no excerpt."""
    cut: str = "word"
    """Where the excerpt is cut off: behind a ``word``, or behind any ``letter``."""
    dots: str = ""
    """What follows the excerpt."""
    teasers: tuple[str, ...] = ()
    teasers_last: str = ""
    """Non-empty: the teasers stand behind the body, under this heading."""
    teasers_below: bool = False
    """The teasers stand behind the body, without any heading."""
    footer: tuple[str, ...] = ("COMMENTS", "WORDPRESS: 0\nDISQUS: 0")
    counts: tuple[tuple[str, int], ...] = (("wordpress", 0), ("disqus", 0))
    newline: str = "\n"


def crude_dump(story: Story, shape: Shape) -> str:
    """Write the dump of a story."""
    lead = story.body[0]
    teasers = "\n".join(shape.teasers)
    blocks = [story.title, shape.menu, story.title]
    if shape.excerpt:
        blocks.append(excerpt(lead, shape) + shape.dots)
    below = shape.teasers_below or bool(shape.teasers_last)
    if teasers and not below:
        blocks.append(teasers)
    blocks += story.body
    if teasers and below:
        blocks += filter(None, (shape.teasers_last, teasers))
    blocks += shape.footer
    return "\n\n".join(blocks).replace("\n", shape.newline)


def excerpt(lead: str, shape: Shape) -> str:
    """Cut the beginning off a lead."""
    beginning = lead[: shape.excerpt]
    if shape.cut == "word" and " " in beginning and lead[shape.excerpt] != " ":
        beginning = beginning.rpartition(" ")[0]
    return beginning.rstrip()
