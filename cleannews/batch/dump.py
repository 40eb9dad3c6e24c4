"""What a worker cleans: the dump in the bytes it was given, with what they tell of it."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from cleannews.batch.inputs import container_kind
from cleannews.batch.options import TEXT_FIELDS
from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.response import page_of
from cleannews.batch.rows import LONGEST_NAME, MOST_NAMES, filled, split_row
from cleannews.read.record import record_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cleannews.batch.inputs import Fields
    from cleannews.download.fetched import Fetched


class Dump(NamedTuple):
    """A dump and what its container says of it."""

    content: bytes | str | Fetched
    url: str | None = None
    id: str | None = None
    """What its owner calls it."""
    hints: Mapping[str, object] = MappingProxyType({})
    """The other fields of its line or row; :func:`cleannews.clean` knows which of them mean something."""


def dump_of(data: bytes, *, path: str, line: int | None, fields: Fields, limit: int) -> Dump:
    """Take a dump out of its wrapping.

    Args:
        data: A file, or a part of one as :mod:`cleannews.batch.parts` gives it.
        path: The file's name, which tells what it is.
        line: Number of the part; ``None`` for a file.
        fields: Names of the fields of a line.
        limit: Most bytes of a page, unpacked.

    Raises:
        Unusable: There is no dump in it.
    """
    if line is None:
        return Dump(data)
    kind = container_kind(path)
    if kind == "warc":
        return Dump(*page_of(data, limit=limit))
    if kind in {"rows", "csv"}:
        return _of_row(data, fields)
    return _of_line(data, fields)


def _of_line(data: bytes, fields: Fields) -> Dump:
    line = _decoded(data)
    values = _parsed(line)
    if isinstance(values, str):
        return Dump(values)
    if isinstance(values, dict):
        known = _text(values.get(fields.url)), _name(values.get(fields.id))
        page = filled(values, fields.texts, str)
        if page is not None:
            return Dump(page, *known, _others(values, fields))
        if fields.texts == TEXT_FIELDS and record_of(line):
            return Dump(line, *known)
        raise _no_text("line", fields, f"it has {_listed(values)}")
    raise Unusable(Reason.BAD_LINE, "the line is neither an object nor a string")


def _decoded(data: bytes) -> str:
    """Decode a line as :mod:`json` does: halves of surrogate pairs pass, for cleaning mends them."""
    try:
        return data.decode(json.detect_encoding(data), "surrogatepass")
    except UnicodeDecodeError as error:
        raise _no_json(error) from error


def _parsed(line: str) -> Any:  # noqa: ANN401 - a JSON value
    try:
        return json.loads(line, parse_int=_whole)
    except (ValueError, RecursionError) as error:
        raise _no_json(error) from error


_MOST_DIGITS = 640
"""So many digits Python takes for a number whatever its limit is set to (``sys.set_int_max_str_digits``)."""


def _whole(digits: str) -> int | str:
    """Read a whole number; one that is too long for it stays as it is written."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _no_json(error: Exception) -> Unusable:
    return Unusable(Reason.BAD_LINE, f"the line is not JSON in UTF-8: {error}")


def _of_row(data: bytes, fields: Fields) -> Dump:
    known, page = split_row(data)
    if page is None:
        raise _no_text("row", fields, "all of them are empty there")
    return Dump(page, _text(known["url"]), _name(known["id"]), known["others"])


def _others(values: Mapping[str, object], fields: Fields) -> Mapping[str, object]:
    """The fields that are neither the dump, another form of it, its address nor its name."""
    return {
        name: value for name, value in values.items() if name not in (*fields.texts, fields.url, fields.id)
    }


def _no_text(what: str, fields: Fields, found: str) -> Unusable:
    return Unusable(
        Reason.BAD_LINE,
        f"the {what} has no text under any of {', '.join(fields.texts)}; {found}; name the field with "
        "text_fields (--text-field)",
    )


def _listed(values: dict[str, Any]) -> str:
    """List the fields of a line, as far as fits into a message."""
    names = [name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}..." for name in values]
    return ", ".join([*names[:MOST_NAMES], *(["..."] if len(names) > MOST_NAMES else [])]) or "no fields"


def _text(value: Any) -> str | None:  # noqa: ANN401 - a JSON value
    return value if isinstance(value, str) else None


def _name(value: Any) -> str | None:  # noqa: ANN401 - a JSON value
    """Return an owner's name for a dump: a text, or a number written out."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return _text(value)
