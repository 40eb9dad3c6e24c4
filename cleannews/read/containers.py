"""The block elements of an HTML page, in which its blocks stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Containers(NamedTuple):
    """The block elements of an HTML page as parallel columns, parents before children.

    ``parents[0] == -1`` is the root. All four lists have the same length. For text dumps all are empty.
    """

    parents: tuple[int, ...]
    tags: tuple[str, ...]
    names: tuple[str, ...]
    """Lower-case ``class`` and ``id`` (and ``role``) as written, joined by a space."""
    paths: tuple[str, ...]
    """Node path in the repaired tree, e.g. ``/html/body/div[2]/p[1]``."""

    def inside(self, members: Iterable[bool]) -> list[bool]:
        """Tell of each container whether it is a member, given one by one, or stands inside of one.

        >>> Containers((-1, 0, 1), ("body", "div", "p"), ("",) * 3, ("",) * 3).inside([False, True, False])
        [False, True, True]
        """
        found: list[bool] = []
        for member, parent in zip(members, self.parents, strict=True):
            found.append(member or (parent >= 0 and found[parent]))
        return found

    def around(self, place: int) -> Iterator[int]:
        """Yield a container and those that it stands in, the innermost first; nothing for -1.

        >>> list(Containers((-1, 0, 1), ("body", "div", "p"), ("",) * 3, ("",) * 3).around(2))
        [2, 1, 0]
        """
        while place >= 0:
            yield place
            place = self.parents[place]

    def shared(self, one: int, other: int) -> int:
        """Return the innermost container that two stand in, or that one of them is.

        >>> Containers((-1, 0, 1, 1), ("body", "div", "p", "p"), ("",) * 4, ("",) * 4).shared(2, 3)
        1
        """
        while one != other:
            if one < other:
                other = self.parents[other]
            else:
                one = self.parents[one]
        return one

    def nearest(self, tag: str, *, inside: str = "") -> list[int]:
        """Find for each container the nearest of a tag around it, itself included.

        Args:
            tag: Of the container that is looked for.
            inside: Tag of a container beyond which it is not looked for.

        Returns:
            Places of containers, -1 for none.

        >>> Containers((-1, 0, 1), ("table", "tr", "td"), ("",) * 3, ("",) * 3).nearest("tr", inside="table")
        [-1, 1, 1]
        """
        found: list[int] = []
        for place, (parent, own) in enumerate(zip(self.parents, self.tags, strict=True)):
            found.append(place if own == tag else -1 if parent < 0 or own == inside else found[parent])
        return found


NO_CONTAINERS = Containers((), (), (), ())
"""What text dumps have."""
