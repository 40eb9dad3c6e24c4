"""What a download gave."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - get_type_hints() resolves the fields at run time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetched:
    """A downloaded page; :func:`cleannews.clean` takes it.

    Args:
        url: The address that was asked for.
        final_url: The address that answered, after redirects.
        status: HTTP status, 200-299.
        headers: ``content-type content-language last-modified date``, those that were sent, in lower case.
        content_type: Media type in lower case without parameters; ``None`` if not sent.
        charset: The charset parameter of the content type, as declared; ``None`` if not sent.
        body: The page, decompressed.
        elapsed: Seconds from the first look-up to the last byte.
    """

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    content_type: str | None
    charset: str | None
    body: bytes
    elapsed: float
