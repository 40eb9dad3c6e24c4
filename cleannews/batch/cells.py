"""Cells of an Arrow table: how large each is, and as an object of Python only what is small enough.

pyarrow is optional, so that its arrays come here untyped.
"""

from __future__ import annotations

from typing import Any


def cell(array: Any, pyarrow: Any, limit: int) -> Any:  # noqa: ANN401 - pyarrow's
    """Return the value of an array of one cell.

    Args:
        array: The cell.
        pyarrow: The package.
        limit: Most bytes of a cell.

    Returns:
        The value; ``bytes`` of a text that is not in UTF-8; ``None`` of what Python has no type for, such as
        the year 20,000; :data:`TOO_LARGE` over the limit.
    """
    value = array[0]
    if not value.is_valid:
        return None
    if _size(array, pyarrow.types, limit) > limit:
        return TOO_LARGE
    try:
        return _microseconds(array, pyarrow)[0].as_py()
    except UnicodeDecodeError:
        return value.as_buffer().to_pybytes() if hasattr(value, "as_buffer") else None
    except (ValueError, ArithmeticError, LookupError, TypeError):
        return None


class _TooLarge:
    """Stands for a cell over the limit."""


TOO_LARGE = _TooLarge()


def _size(array: Any, types: Any, limit: int) -> int:  # noqa: ANN401 - pyarrow's
    """Count the bytes that the values of an array take one by one, however often it keeps them."""
    kind = array.type
    if types.is_dictionary(kind):
        if len(array) > limit:
            return len(array)  # one byte each would be too much, and there may be a billion
        places = array.indices.drop_null().to_pylist()
        return sum(_size(array.dictionary[at : at + 1], types, limit) for at in places)
    if types.is_struct(kind):
        return sum(_size(part, types, limit) for part in array.flatten())
    if types.is_map(kind):
        return _size(array.keys, types, limit) + _size(array.items, types, limit)
    if types.is_nested(kind) and hasattr(array, "flatten"):
        return _size(array.flatten(), types, limit)
    return int(array.nbytes)


def _microseconds(array: Any, pyarrow: Any) -> Any:  # noqa: ANN401 - pyarrow's
    """Return moments in microseconds, which is as fine as Python counts them."""
    if not pyarrow.types.is_timestamp(array.type) or array.type.unit != "ns":
        return array
    return array.cast(pyarrow.timestamp("us", tz=array.type.tz), safe=False)
