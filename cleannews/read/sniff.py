"""Tell HTML from flattened text, and both from what is no text."""

from __future__ import annotations

import re

from cleannews.labels import Kind

_PAGE = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|span|a|li|ul|td|tr|h[1-6]|br|img|article|section)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)


def sniff(text: str) -> Kind | None:
    """Tell what a decoded input is (first form)."""
    head = text[:4096]
    if "\x00" in head:
        return None
    if _PAGE.search(head) or len(_TAG.findall(text[:65536])) > 20:
        return Kind.HTML
    return Kind.HTML if text.lstrip()[:1] == "<" and _TAG.search(head) else Kind.TEXT
