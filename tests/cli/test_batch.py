from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from cleannews.cli import main
from cleannews.cli.batching import listed

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The river rose by two metres in one night, and the ferry of Ulmen stayed at its pier on Sunday. "


@pytest.fixture
def dumps(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("b", "a", "c"):
        (folder / f"{name}.txt").write_text(f"River rises\n\n{STORY * 5}\n", encoding="utf-8")
    return folder


def run(dumps: Path, *options: str) -> int:
    return main(["batch", str(dumps), str(dumps.parent / "out"), "-j", "1", *options])


def test_every_input_gets_a_record_in_order(dumps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(dumps) == 0
    lines = (dumps.parent / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["a.txt", "b.txt", "c.txt"]
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "3 inputs" in captured.err


def test_a_failed_input_gives_exit_code_1_and_the_rest_completes(dumps: Path) -> None:
    (dumps / "empty.txt").write_bytes(b"")
    assert run(dumps, "--quiet") == 1
    lines = (dumps.parent / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["outcome"] == "failed" for line in lines] == [False, False, False, True]


def test_blocks_are_added_on_request(dumps: Path) -> None:
    assert run(dumps, "--quiet", "--blocks") == 0
    line = (dumps.parent / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert json.loads(line)["blocks"]


def test_quiet_says_nothing(dumps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(dumps, "--quiet") == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_a_missing_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", str(tmp_path / "gone"), str(tmp_path / "out")]) == 2
    captured = capsys.readouterr()
    assert "gone does not exist" in captured.err
    assert captured.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("address", ["https://news.example/a.html", "HTTP://news.example/?id=7"])
def test_an_address_is_no_input_and_no_output(
    dumps: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    monkeypatch.chdir(dumps.parent)
    for given in ([address], ["in", address], ["in/a.txt", address]):
        assert main(["batch", *given, "out"]) == 2
        said = capsys.readouterr().err
        assert f"cleannews: {address} is a web address, and only files are read here; save the pages" in said
        assert said.endswith(f"or clean one alone: cleannews clean {address}\n")
        assert said.count("\n") == 1
    assert main(["batch", "in", address]) == 2
    assert "is a web address; give the path of an output folder" in capsys.readouterr().err
    assert [path.name for path in dumps.parent.iterdir()] == ["in"]


def test_addresses_in_a_list_are_told_as_such(dumps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(dumps.parent)
    data = b"in/a.txt\nhttps://news.example/a.html\nhttps://news.example/?id=7\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["batch", "-", "out", "-q", "-j", "1"]) == 1
    lines = (dumps.parent / "out" / "failures.jsonl").read_text(encoding="utf-8").splitlines()
    told = {(record["reason"], record["message"]) for record in map(json.loads, lines)}
    message = "it is a web address, and only files are read here; save the page first, and name its file"
    assert (len(lines), told) == (2, {("missing", message)})


def test_a_folder_of_nothing_but_its_output_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for _ in range(2):
        assert main(["batch", str(folder), str(folder / "out")]) == 0
    said = capsys.readouterr().err
    assert (
        "nothing to clean: but for the output of a run there is no dump in it; give the folder with" in said
    )


@pytest.mark.parametrize("data", [b"", b"\n\r\n"])
def test_an_empty_list_is_told_in_a_line(
    dumps: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    monkeypatch.chdir(dumps.parent)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["batch", "-", "out"]) == 0
    said = capsys.readouterr().err
    assert said.startswith("cleannews: standard input held no paths; give them one a line: find dumps")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "b.csv",
            "id,story\n1,Rain\n2,Snow\n",
            "b.csv: the table has no column html, text, content, raw_html, ",
        ),
        (
            "b.jsonl",
            '{"id": 1, "story": 5}\n' * 2,
            "b.jsonl#1: the line has no text under any of html, text, ",
        ),
    ],
)
def test_why_inputs_failed_is_said_with_the_names_that_are_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, words: str
) -> None:
    (tmp_path / name).write_text(content)
    assert main(["batch", str(tmp_path / name), str(tmp_path / "out"), "-j", "1"]) == 1
    (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("  why ")]
    assert words in line
    assert "; it has id, story; name the " in line
    assert line.endswith(" with --text-field NAME")


def test_options_are_called_as_on_the_command_line(dumps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(dumps, "--max-bytes", "100") == 1
    (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("  why ")]
    assert line.endswith("a.txt: it holds more than 100 bytes; raise --max-bytes if you trust it")


def test_each_reason_is_explained_once_and_the_frequent_ones_first(
    dumps: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("d.txt", "e.txt"):
        (dumps / name).touch()
    (dumps / "0.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    assert run(dumps) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("  why ")]
    assert told == [
        "  why     d.txt: it holds no text, or a title alone",
        "  why     0.txt: it is neither HTML nor text; give the page, or its text",
    ]


def test_a_forgotten_output_is_told(dumps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(path) for path in sorted(dumps.iterdir())]
    assert main(["batch", *files]) == 2
    said = capsys.readouterr().err
    assert f"{files[-1]} is a file; the last name is that of the folder to write to" in said


def test_standard_output_is_no_folder(
    dumps: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(dumps.parent)
    assert main(["batch", "in", "-"]) == 2
    assert "the last name is that of the folder to write to, and - is none" in capsys.readouterr().err
    assert [path.name for path in dumps.parent.iterdir()] == ["in"]


def test_an_output_that_is_a_file_is_refused(dumps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = dumps.parent / "out"
    target.write_text("mine", encoding="utf-8")
    assert run(dumps) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert target.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"in/a.txt\nin/b.txt\n", ["in/a.txt", "in/b.txt"]),
        (b"in/a.txt\r\n\r\nin/b.txt", ["in/a.txt", "in/b.txt"]),
        (b"in/b.txt\0in/odd\nname.txt\0", ["in/b.txt", "in/odd\nname.txt"]),
        (b"", []),
    ],
)
def test_inputs_can_be_listed_on_standard_input(
    dumps: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, names: list[str]
) -> None:
    if b"odd" in data:
        (dumps / "odd\nname.txt").write_bytes((dumps / "a.txt").read_bytes())
    monkeypatch.chdir(dumps.parent)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["batch", "-", "out", "-q", "-j", "1"]) == 0
    lines = (dumps.parent / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["path"] for line in lines] == names


def test_names_on_standard_input_are_no_patterns(dumps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else each of a thousand names with a question mark, as wget saves them, walks through the folder."""
    monkeypatch.chdir(dumps.parent)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"in/?.txt\nin/*.txt\n")))
    assert main(["batch", "-", "out", "-q", "-j", "1"]) == 1
    lines = (dumps.parent / "out" / "failures.jsonl").read_text(encoding="utf-8").splitlines()
    found = [(record["path"], record["reason"]) for record in map(json.loads, lines)]
    assert sorted(found) == [("in/*.txt", "missing"), ("in/?.txt", "missing")]


def test_a_listed_path_that_never_was_is_told_as_such(dumps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(dumps.parent)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"in/a.txt\nin/typo.txt\nin/*.htm\n")))
    assert main(["batch", "-", "out", "-q", "-j", "1"]) == 1
    lines = (dumps.parent / "out" / "failures.jsonl").read_text(encoding="utf-8").splitlines()
    place = "paths of a list are taken from the working folder"
    told = {record["path"]: (record["reason"], record["message"]) for record in map(json.loads, lines)}
    assert told == {
        "in/typo.txt": ("missing", f"there is no file of this name; {place}"),
        "in/*.htm": ("missing", f"no file matches this pattern; {place}"),
    }


def test_a_long_list_is_read_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"folder/{number:07}.html" for number in range(30_000)]
    for mark in ("\n", "\0"):
        data = mark.join(names).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert list(map(str, listed())) == names


@pytest.mark.parametrize("wrong", ["in/typo.txt", "in/*.htm", "-"])
def test_one_wrong_name_among_several_is_told_before_anything_is_done(
    dumps: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    monkeypatch.chdir(dumps.parent)
    assert main(["batch", "in/a.txt", wrong, "in/b.txt", "out"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert wrong in said
    assert not (dumps.parent / "out").exists()


def test_several_inputs_may_be_named(dumps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(dumps.parent)
    assert main(["batch", "in/c.txt", "in/a*", "out", "-q", "-j", "1"]) == 0
    lines = (dumps.parent / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["in/a.txt", "in/c.txt"]


def test_fields_of_lines_can_be_named(dumps: Path) -> None:
    (dumps / "d.jsonl").write_text(json.dumps({"dump": STORY * 5, "link": "https://n.example/", "key": 5}))
    fields = ("--text-field", "dump", "--url-field", "link", "--id-field", "key")
    assert run(dumps, "-q", *fields) == 0
    record = json.loads((dumps.parent / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()[3])
    assert (record["id"], record["url"]) == ("5", "https://n.example/")


def test_the_records_can_be_written_in_other_forms(dumps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(dumps, "-f", "md", "--format", "csv") == 0
    out = dumps.parent / "out"
    assert {path.name for path in out.iterdir()} == {
        "articles.csv",
        "articles.jsonl",
        "failures.jsonl",
        "ledger.sqlite",
        "md",
    }
    assert (out / "md" / "a.txt.md").read_text(encoding="utf-8").startswith("---\n")
    said = capsys.readouterr().err
    assert f"records {out / 'md'}\n  records {out / 'articles.csv'}\n" in said


def test_a_missing_package_is_told_before_anything_is_done(
    dumps: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run(dumps, "-f", "parquet") == 2
    said = capsys.readouterr().err
    expected = "cleannews: articles.parquet needs the package pyarrow: pip install pyarrow\n"
    assert said == expected
    assert not (dumps.parent / "out").exists()


def test_copies_can_be_dropped(dumps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(dumps, "--copies", "drop") == 0
    assert "dropped 2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--memory-limit", "lots"], "'lots' is no size; write 800M or 2G"),
        (["--memory-limit", "0"], "'0' is no size"),
        (["--memory-limit", "5"], "'5' (5 bytes) is less than the 128M that a worker needs"),
        (["--memory-limit", "127M"], "'127M' is less than the 128M"),
        (["--copies", "drpo"], "did you mean drop?"),
        (
            ["--site-by", "foldr"],
            "'foldr' is not known, did you mean folder?, use auto, folder or field:NAME",
        ),
        (["--site-by", "field:"], "'field:' is not known, did you mean field:NAME?, use auto, folder or"),
        (["-f", "parqet"], "'parqet' is not known, did you mean parquet?, use jsonl, jsonl.gz"),
        (["--text-feild", "a"], "did you mean --text-field?"),
    ],
)
def test_a_mistake_is_answered_with_one_line(
    dumps: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    assert run(dumps, *options) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_other_options_than_before_are_told_by_their_names_here(
    dumps: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(dumps, "-q") == 0
    assert run(dumps, "-q", "--mode", "recall") == 2
    said = capsys.readouterr().err
    assert "start over with --no-resume" in said
    assert "resume=False" not in said


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_an_interrupt_ends_with_130_and_no_traceback(dumps: Path) -> None:
    for number in range(5_000):
        (dumps / f"{number}.txt").write_text(f"River rises\n\n{STORY * 40}\n", encoding="utf-8")
    command = [sys.executable, "-m", "cleannews", "batch", str(dumps), str(dumps.parent / "out"), "-q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        records = dumps.parent / "out" / "articles.jsonl"
        while process.poll() is None and not (records.exists() and records.stat().st_size):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err
    assert err.startswith(b"cleannews: ")
