"""From bytes to text: which encoding, and why."""

from __future__ import annotations

from cleannews.read.page import Decoded


def decode(data: bytes | str, *, header_charset: str | None = None) -> Decoded:
    """Decode a dump (first form)."""
    if isinstance(data, str):
        text = data.removeprefix("\ufeff").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return Decoded(text, None, "text")
    try:
        return Decoded(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"), "utf-8", "utf8")
    except UnicodeDecodeError:
        return Decoded(data.decode(header_charset or "cp1252", "replace"), "windows-1252", "fallback")
