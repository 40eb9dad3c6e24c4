"""Turns raw dumps of news pages, HTML or flattened text, into structured articles.

    >>> import cleannews
    >>> article = cleannews.clean(b"<h1>Rain</h1><p>It rained all day in the valley, and the river rose.</p>")
    >>> article.title
    'Rain'

The names of :data:`__all__` are the public surface. They are imported when first used, so that
``import cleannews`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from cleannews.lasting import lasting

__version__ = "0.1.0"

if TYPE_CHECKING:
    from cleannews.article import Article, Block
    from cleannews.batch import BatchReport, clean_folder
    from cleannews.download import fetch
    from cleannews.errors import CleanNewsError
    from cleannews.label.site.template import SiteTemplate
    from cleannews.labels import Label, Status
    from cleannews.learn import learn_site
    from cleannews.pipeline import clean, clean_many, extract
    from cleannews.read.decode import decode
    from cleannews.read.page import Limits
else:
    # Not for type checkers: it would make them believe in any name.
    def __getattr__(name: str) -> object:
        """Import a public name when it is first used (PEP 562)."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        with lasting():
            value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value


__all__ = [
    "Article",
    "BatchReport",
    "Block",
    "CleanNewsError",
    "Label",
    "Limits",
    "SiteTemplate",
    "Status",
    "clean",
    "clean_folder",
    "clean_many",
    "decode",
    "extract",
    "fetch",
    "learn_site",
]

_HOMES = {
    "Article": "cleannews.article",
    "BatchReport": "cleannews.batch",
    "Block": "cleannews.article",
    "CleanNewsError": "cleannews.errors",
    "Label": "cleannews.labels",
    "Limits": "cleannews.read.page",
    "SiteTemplate": "cleannews.label.site.template",
    "Status": "cleannews.labels",
    "clean": "cleannews.pipeline",
    "clean_folder": "cleannews.batch",
    "clean_many": "cleannews.pipeline",
    "decode": "cleannews.read.decode",
    "extract": "cleannews.pipeline",
    "fetch": "cleannews.download",
    "learn_site": "cleannews.learn",
}
"""Where each public name lives."""


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
