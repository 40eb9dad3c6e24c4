"""What the parent takes for an answer of a worker, whose memory a page may have damaged."""

from __future__ import annotations

import io
import json
import struct
from typing import Any

import pytest

from cleannews.batch.messages import Answer, receive_answer, receive_settings, send_answer

PLAIN = Answer("done", "ok", b'{"path": "a.html"}\n')
FULL = Answer(
    "failed", "error", b"{}\n", 0.25, "f1", "s1", "ab" * 32, (1, -2, 3), 0.5, "Traceback", spent=True
)


def framed(header: bytes, body: bytes = b"{}\n") -> io.BytesIO:
    return io.BytesIO(struct.pack(">II", len(header), len(body)) + header + body)


def changed(**values: Any) -> io.BytesIO:  # noqa: ANN401 - of a wrong type
    """An answer in which some values are others."""
    return framed(json.dumps(PLAIN._replace(record=b"")._asdict() | {"record": None} | values).encode())


@pytest.mark.parametrize("answer", [PLAIN, FULL, PLAIN._replace(confidence=1, seconds=0)])
def test_an_answer_comes_as_it_was_sent(answer: Answer) -> None:
    stream = io.BytesIO()
    send_answer(stream, answer)
    stream.seek(0)
    assert receive_answer(stream) == answer


@pytest.mark.parametrize(
    "header",
    [b"{}", b"[]", b"7", b"null", b'{"signature": null}', b"{", b"\xff", b"[" * 100_000],
    ids=["nothing", "a list", "a number", "null", "one field", "cut off", "no text", "deep"],
)
def test_what_is_no_answer_is_refused(header: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        receive_answer(framed(header))


@pytest.mark.parametrize(
    "values",
    [
        {"more": 1},
        {"outcome": None},
        {"reason": 7},
        {"confidence": "0.5"},
        {"confidence": float("nan")},
        {"seconds": float("inf")},
        {"seconds": 10**400},
        {"fingerprint": []},
        {"sketch": {}},
        {"sha256": None},
        {"detail": "\ud800"},
        {"signature": 7},
        {"signature": [1, 2]},
        {"signature": [1, 2, "3"]},
        {"signature": [1, 2, 1 << 64]},
        {"spent": 1},
    ],
    ids=str,
)
def test_an_answer_with_a_value_of_another_kind_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="answer"):
        receive_answer(changed(**values))


def test_a_worker_that_is_gone_is_told_apart() -> None:
    with pytest.raises(EOFError):
        receive_answer(io.BytesIO(changed().getvalue()[:-1]))


@pytest.mark.parametrize("header", [b"[]", b"null", b'"error"'])
def test_settings_are_an_object(header: bytes) -> None:
    with pytest.raises(ValueError, match="settings"):
        receive_settings(framed(header, b""))
