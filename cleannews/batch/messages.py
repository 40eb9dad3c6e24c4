"""What parent and worker say to each other: a JSON header and raw bytes, framed by their lengths.

JSON and not pickle, so that a worker whose memory a hostile page has damaged can at worst send nonsense.
"""

from __future__ import annotations

import json
import struct
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from cleannews.batch.inputs import Signature

if TYPE_CHECKING:
    from collections.abc import Callable

_FRAME = struct.Struct(">II")
_RANGE = 1 << 63
"""Numbers beyond it do not fit into the ledger."""


class Task(NamedTuple):
    """One input to clean."""

    path: str
    """Relative to the input folder, as the operating system's functions take it."""
    line: int | None
    """Line of a container; ``None`` for a file."""
    data: bytes = b""
    """The line itself; files are read by the worker."""
    site: str | None = None
    """The site it is of, if that is known."""
    template: str = ""
    """Id of that site's template, if it has one."""


class Answer(NamedTuple):
    """What came of an input."""

    outcome: str
    """``done`` or ``failed``."""
    reason: str
    """Why it failed; for a done one the article's status."""
    record: bytes
    """The line for ``articles.jsonl``, line end included."""
    confidence: float = 1.0
    fingerprint: str = ""
    """Digest of the normalised text, by which copies are found."""
    sketch: str = ""
    """Sketch of the text, by which near copies are found."""
    sha256: str = ""
    """Of the input's bytes; empty if they were not read."""
    signature: tuple[int, ...] | None = None
    """Of the file when it was read."""
    seconds: float = 0.0
    detail: str = ""
    """A traceback, for the ledger."""
    spent: bool = False
    """The worker should be replaced: it ran out of memory."""


def send_task(stream: IO[bytes], task: Task) -> None:
    """Write one task."""
    _send(stream, [task.path, task.line, task.site, task.template], task.data)


def receive_task(stream: IO[bytes]) -> Task:
    """Read one task; ``EOFError`` when the parent is gone."""
    (path, line, site, template), data = _receive(stream)
    return Task(path, line, data, site, template)


def send_answer(stream: IO[bytes], answer: Answer) -> None:
    """Write one answer."""
    _send(stream, answer._replace(record=b"")._asdict() | {"record": None}, answer.record)


def receive_answer(stream: IO[bytes]) -> Answer:
    """Read one answer.

    Raises:
        EOFError: The worker is gone.
        ValueError: It talks nonsense.
    """
    header, record = _receive(stream)
    if not isinstance(header, dict) or header.keys() != set(Answer._fields):
        raise ValueError("an answer of a worker lacks fields or has others; its memory may be damaged")
    wrong = [name for name, holds in _HOLDS.items() if not holds(header[name])]
    if wrong:
        raise ValueError(f"an answer of a worker holds nonsense as {', '.join(wrong)}")
    signature = header["signature"]
    return Answer(**(header | {"record": record, "signature": signature and tuple(signature)}))


def send_settings(stream: IO[bytes], settings: dict[str, Any]) -> None:
    """Write the settings, the first message to a worker; an empty reply means that it is ready."""
    _send(stream, settings, b"")


def receive_settings(stream: IO[bytes]) -> dict[str, Any]:
    """Read the settings, or the reply to them.

    Raises:
        EOFError: The other side is gone.
        ValueError: It talks nonsense.
    """
    settings = _receive(stream)[0]
    if not isinstance(settings, dict):  # not a caller's mistake, but bytes of a wrong form
        raise ValueError("the settings of a worker, or its reply, are no object")  # noqa: TRY004 - see above
    return settings


def _is_text(value: object) -> bool:
    """Tell whether a value is text that can be stored: no half of a surrogate pair can."""
    return isinstance(value, str) and value.encode("utf-8", "ignore").decode() == value


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and -_RANGE <= value < _RANGE


def _is_signature(value: object) -> bool:
    if not isinstance(value, list):
        return value is None
    return len(value) == len(Signature._fields) and all(
        isinstance(number, int) and _is_number(number) for number in value
    )


_HOLDS: dict[str, Callable[[object], bool]] = {
    **dict.fromkeys(("outcome", "reason", "fingerprint", "sketch", "sha256", "detail"), _is_text),
    **dict.fromkeys(("confidence", "seconds"), _is_number),
    "signature": _is_signature,
    "spent": lambda value: isinstance(value, bool),
}
"""What tells whether a field of an answer holds what it should; the record comes as bytes."""


def _send(stream: IO[bytes], header: object, body: bytes) -> None:
    head = json.dumps(header).encode()
    stream.write(_FRAME.pack(len(head), len(body)) + head + body)
    stream.flush()


def _receive(stream: IO[bytes]) -> tuple[Any, bytes]:
    head, body = _FRAME.unpack(_exactly(stream, _FRAME.size))
    try:
        return json.loads(_exactly(stream, head)), _exactly(stream, body)
    except RecursionError as error:
        raise ValueError("a message is nested beyond measure") from error


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError("the other side is gone")
    return data
