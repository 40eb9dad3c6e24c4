from __future__ import annotations

import gzip
import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from cleannews.batch.content import digest, read_content
from cleannews.batch.parts import lines
from cleannews.batch.reasons import Reason, Unusable

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 1000


def reason_for(path: Path) -> Reason:
    with pytest.raises(Unusable) as finding:
        read_content(path, limit=LIMIT)
    return finding.value.reason


def test_a_file_comes_with_its_state(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<p>rain</p>")
    content = read_content(path, limit=LIMIT)
    assert content.data == b"<p>rain</p>"
    assert content.signature.size == 11
    assert content.signature.modified == path.stat().st_mtime_ns


def test_packed_files_are_unpacked_all_members(tmp_path: Path) -> None:
    path = tmp_path / "a.html.gz"
    path.write_bytes(gzip.compress(b"rain ") + gzip.compress(b"and sun"))
    assert read_content(path, limit=LIMIT).data == b"rain and sun"


def test_a_file_at_the_limit_passes_and_one_beyond_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * LIMIT)
    assert len(read_content(path, limit=LIMIT).data) == LIMIT
    path.write_bytes(b"x" * (LIMIT + 1))
    assert reason_for(path) is Reason.TOO_LARGE


def test_a_bomb_is_unpacked_no_further_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(bytes(500_000)))
    assert path.stat().st_size < LIMIT
    assert reason_for(path) is Reason.TOO_LARGE


def test_a_sparse_giant_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(10 << 30)
    assert reason_for(path) is Reason.TOO_LARGE


@pytest.mark.parametrize(
    "data",
    [b"not packed", gzip.compress(b"rain" * 50)[:-9], gzip.compress(b"rain")[:5], b"\x1f\x8b" + bytes(40)],
)
def test_damaged_archives_are_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(data)
    assert reason_for(path) is Reason.BAD_ARCHIVE


def test_what_took_a_files_place_after_the_listing_cannot_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "zero.html").symlink_to("/dev/zero")
    assert reason_for(tmp_path / "pipe.html") is Reason.NOT_REGULAR
    assert reason_for(tmp_path / "zero.html") is Reason.NOT_REGULAR
    assert reason_for(tmp_path / "folder.html") in (Reason.NOT_REGULAR, Reason.UNREADABLE)
    assert reason_for(tmp_path / "gone.html") is Reason.VANISHED


@pytest.mark.parametrize(("error", "words"), [(13, "Permission denied"), (5, "Input/output error")])
def test_what_the_system_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, words: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unusable, match=words) as finding:
        read_content(tmp_path / "a.html", limit=LIMIT)
    assert finding.value.reason is Reason.UNREADABLE


def test_zst_without_its_package_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    path = tmp_path / "a.txt.zst"
    path.write_bytes(b"(\xb5/\xfd")
    assert reason_for(path) is Reason.NEEDS_EXTRA


def test_all_frames_of_zst_are_unpacked(tmp_path: Path) -> None:
    codec = pytest.importorskip("zstandard")
    path = tmp_path / "a.txt.zst"
    path.write_bytes(codec.compress(b"one ") + codec.compress(b"") + codec.compress(b"two"))
    assert read_content(path, limit=LIMIT).data == b"one two"


def test_zst_that_is_cut_off_or_no_zst_is_damaged(tmp_path: Path) -> None:
    codec = pytest.importorskip("zstandard")
    path = tmp_path / "a.txt.zst"
    whole = codec.compress(bytes(range(256)) * 3)
    for data in (*(whole[:end] for end in range(1, len(whole), 7)), b"plain text"):
        path.write_bytes(data)
        assert reason_for(path) is Reason.BAD_ARCHIVE


def test_a_zst_bomb_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    codec = pytest.importorskip("zstandard")
    path = tmp_path / "a.txt.zst"
    path.write_bytes(codec.compress(bytes(20_000_000)))
    assert reason_for(path) is Reason.TOO_LARGE


def test_lines_are_numbered_as_editors_do_and_blank_ones_skipped() -> None:
    stream = io.BytesIO(b'"a"\n\n  \r\n"b"\r\n"c"')
    assert list(lines(stream, limit=LIMIT)) == [(1, b'"a"\n'), (4, b'"b"\r\n'), (5, b'"c"')]


def test_a_giant_line_is_told_and_the_next_one_read() -> None:
    stream = io.BytesIO(b"x" * 5000 + b"\nshort\n" + b"y" * LIMIT + b"\n" + b"z" * (LIMIT + 1))
    found = list(lines(stream, limit=LIMIT))
    assert [(number, line and len(line)) for number, line in found] == [
        (1, None),
        (2, 6),
        (3, LIMIT + 1),
        (4, None),
    ]


def test_the_digest_is_of_the_unpacked_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"rain")
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"rain"))
    assert digest(tmp_path / "a.txt") == digest(tmp_path / "a.txt.gz") is not None
    assert digest(tmp_path / "gone.txt") is None
