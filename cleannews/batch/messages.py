"""What parent and worker say to each other: a JSON header and raw bytes, framed by their lengths.

JSON and not pickle, so that a worker whose memory a hostile page has damaged can at worst send nonsense.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any, NamedTuple

_FRAME = struct.Struct(">II")


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
        TypeError: The same.
    """
    header, record = _receive(stream)
    signature = header.pop("signature")
    return Answer(**(header | {"record": record, "signature": signature and tuple(signature)}))


def send_settings(stream: IO[bytes], settings: dict[str, Any]) -> None:
    """Write the settings, the first message to a worker; an empty reply means that it is ready."""
    _send(stream, settings, b"")


def receive_settings(stream: IO[bytes]) -> dict[str, Any]:
    """Read the settings."""
    settings: dict[str, Any] = _receive(stream)[0]
    return settings


def _send(stream: IO[bytes], header: object, body: bytes) -> None:
    head = json.dumps(header).encode()
    stream.write(_FRAME.pack(len(head), len(body)) + head + body)
    stream.flush()


def _receive(stream: IO[bytes]) -> tuple[Any, bytes]:
    head, body = _FRAME.unpack(_exactly(stream, _FRAME.size))
    return json.loads(_exactly(stream, head)), _exactly(stream, body)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError("the other side is gone")
    return data
