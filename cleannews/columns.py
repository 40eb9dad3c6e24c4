"""The fields of a record as typed columns of a table, for Parquet and Arrow."""

from __future__ import annotations

import importlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cleannews.formats import KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping

Shape = str | tuple[str, Any]
"""The name of an Arrow type, or ``("list", shape)``, ``("map", shape)``, ``("struct", {name: shape})``."""

_PARAGRAPH: Mapping[str, Shape] = {
    "kind": "string",
    "text": "string",
    "blocks": ("list", "int64"),
    "start": "int64",
    "end": "int64",
}
_IMAGE = {"url": "string", "caption": "string", "credit": "string"}
_LINK = {"text": "string", "url": "string"}
_BLOCK = {
    "index": "int64",
    "label": "string",
    "kept": "bool_",
    "reason": "string",
    "evidence": "string",
    "confidence": "float64",
    "text": "string",
    "raw": "string",
    "start": "int64",
    "end": "int64",
    "path": "string",
}

_SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "paragraphs": ("list", ("struct", _PARAGRAPH)),
        "authors": ("list", "string"),
        "breadcrumbs": ("list", "string"),
        "tags": ("list", "string"),
        "image": ("struct", _IMAGE),
        "images": ("list", ("struct", _IMAGE)),
        "related": ("list", ("struct", _LINK)),
        "comment_counts": ("map", "int64"),
        "is_free": "bool_",
        "word_count": "int64",
        "confidence": "float64",
        "article_score": "float64",
        "warnings": ("list", "string"),
        "sources": ("map", "string"),
        "truncated": "bool_",
        "blocks": ("list", ("struct", _BLOCK)),
    }
)
"""The fields that are more than one text. Dates are text as in JSON: a column has one type, and a page may
tell the day alone or the time too; the first ten characters are the day either way."""


def article_columns(*, blocks: bool) -> dict[str, Shape]:
    """Return the columns of an article, in the order of its record.

    Args:
        blocks: With the audit trail.
    """
    names = ("schema_version", *(name for name in KEYS if blocks or name != "blocks"))
    return {name: _SHAPES.get(name, "string") for name in names}


def arrow_schema(columns: Mapping[str, Shape]) -> Any:  # noqa: ANN401 - pyarrow is optional and loaded by name
    """Return columns as a ``pyarrow.Schema``.

    Raises:
        ImportError: pyarrow is not installed.
    """
    pyarrow = importlib.import_module("pyarrow")
    return pyarrow.schema([(name, _arrow_type(pyarrow, shape)) for name, shape in columns.items()])


def _arrow_type(pyarrow: Any, shape: Shape) -> Any:  # noqa: ANN401 - the same
    if isinstance(shape, str):
        return getattr(pyarrow, shape)()
    form, inner = shape
    if form == "struct":
        return pyarrow.struct([(name, _arrow_type(pyarrow, each)) for name, each in inner.items()])
    inner_type = _arrow_type(pyarrow, inner)
    return pyarrow.list_(inner_type) if form == "list" else pyarrow.map_(pyarrow.string(), inner_type)
