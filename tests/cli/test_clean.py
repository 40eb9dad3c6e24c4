"""``cleannews clean`` as people use it: in a process of its own, and in this one where that is enough."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from cleannews.article import Article
from cleannews.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HTML = """<!doctype html><html lang="en"><head><title>Ferry stays at its pier</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Ferry stays at its pier</h1>
<p>The river rose by two metres in one night, and the ferry of Ulmen stayed at its pier on Sunday.</p>
<p>The harbour master said that nobody had seen the water as high since the bridge was built there.</p>
<p>Forty families spent the night in the school, where the kitchen stayed open until the morning came.</p>
</article><footer>Copyright</footer></body></html>"""

FIRST = "The river rose by two metres in one night, and the ferry of Ulmen stayed at its pier on Sunday."

Runner = subprocess.CompletedProcess[bytes]


def cleannews(*arguments: str | Path, data: bytes = b"", **options: Any) -> Runner:  # noqa: ANN401 - of subprocess.run
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "cleannews", *map(str, arguments)]
    return subprocess.run(command, input=data, capture_output=True, check=False, timeout=60, **options)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(HTML, encoding="utf-8")
    return path


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    """The message: one line on standard error, and nothing on standard output."""
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("cleannews: ")
    return captured.err


# What comes out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "a.html",
            "<!doctype html><html><head><script>var a = 1</script></head><body><img src=a></body></html>",
        ),
        ("a.html", "<html><head><title>Rain</title></head><body><div></div></body></html>"),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'),
    ],
)
def test_a_page_without_text_is_not_called_empty(
    tmp_path: Path, name: str, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert main(["clean", str(path)]) == 1
    said = capsys.readouterr().err
    assert f"{name}: the page holds no text, only markup, programs or pictures; if a browser shows" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("content", ["", " \n\n\t"])
@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_nothing_is_empty_whatever_it_is_called(
    tmp_path: Path, name: str, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert main(["clean", str(path)]) == 1
    assert capsys.readouterr().err.endswith(": the input is empty; nothing was cleaned\n")


@pytest.mark.parametrize("kind", ["text", "html"])
def test_who_says_what_a_file_is_is_not_sent_elsewhere(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"text\n{FIRST}\n")
    assert main(["clean", str(path), "--kind", kind]) == 0
    assert "holds many pages" not in capsys.readouterr().err
    assert main(["explain", str(path)]) == 0
    assert "by its name it holds many pages; clean each with: cleannews batch" in capsys.readouterr().err


def test_the_text_goes_to_standard_output(page: Path) -> None:
    done = cleannews("clean", page)
    assert done.returncode == 0
    assert done.stdout.decode().startswith(f"{FIRST}\n\nThe harbour master")
    assert done.stdout.endswith(b"morning came.\n")
    assert done.stderr == b""


def test_a_dash_as_output_is_standard_output(page: Path, tmp_path: Path) -> None:
    done = cleannews("clean", page, "-o", "-", cwd=tmp_path)
    assert FIRST in done.stdout.decode()
    assert not (tmp_path / "-").exists()


def test_a_file_alone_is_cleaned(page: Path) -> None:
    assert cleannews(page).stdout == cleannews("clean", page).stdout
    assert cleannews("-f", "md", page).stdout == cleannews("clean", "-f", "md", page).stdout


@pytest.mark.parametrize(
    ("name", "arguments"), [("batch", ["clean", "batch"]), ("-a.html", ["clean", "--", "-a.html"])]
)
def test_a_file_may_be_named_like_a_command_or_an_option(
    page: Path,
    name: str,
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page.rename(page.with_name(name))
    monkeypatch.chdir(page.parent)
    assert main(arguments) == 0
    assert FIRST in capsys.readouterr().out


def test_markdown_has_front_matter_and_heading(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", str(page), "-f", "md", "--url", "https://post.example/a"]) == 0
    written = capsys.readouterr().out
    assert written.startswith('---\ntitle: "Ferry stays at its pier"\n')
    assert 'url: "https://post.example/a"\n' in written
    assert f"# Ferry stays at its pier\n\n{FIRST}\n" in written


def test_json_is_the_record_with_blocks_on_request(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", str(page), "--format=json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert Article.from_dict(record).title == "Ferry stays at its pier"
    assert "blocks" not in record
    assert main(["clean", str(page), "-f", "json", "--blocks"]) == 0
    assert json.loads(capsys.readouterr().out)["blocks"]


def test_standard_input_is_read_as_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    data = HTML.replace("Ulmen", "Würzen").encode("cp1252")
    done = cleannews("clean", "-", data=data)
    assert "ferry of Würzen" in done.stdout.decode("utf-8")
    assert done.stderr == b""
    assert capsys.readouterr().out == ""


def test_output_is_utf8_whatever_the_locale_says(page: Path) -> None:
    page.write_text(HTML.replace("Ulmen", "Ülmen 東京"), encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert "Ülmen 東京" in cleannews(page, env=environment).stdout.decode("utf-8")


# Files written


def test_a_file_is_written_whole_and_nothing_beside_it(page: Path) -> None:
    target = page.with_name("a.txt")
    assert cleannews("clean", page, "-o", target).stdout == b""
    assert target.read_text(encoding="utf-8").startswith(FIRST)
    assert sorted(each.name for each in page.parent.iterdir()) == ["a.txt", "page.html"]


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed")
@pytest.mark.parametrize("command", ["clean", "learn"])
def test_a_working_folder_that_is_gone_is_told(page: Path, command: str) -> None:
    place = page.parent / "place"
    place.mkdir()
    program = f"import os, sys; os.rmdir({str(place)!r}); from cleannews.cli import main; sys.exit(main())"
    arguments = [sys.executable, "-c", program, command, str(page), "-o", "a.txt"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(arguments, cwd=place, env=environment, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_an_older_file_is_replaced(page: Path) -> None:
    target = page.with_name("a.txt")
    target.write_text("old " * 10_000, encoding="utf-8")
    target.chmod(0o640)
    assert main(["clean", str(page), "-o", str(target)]) == 0
    assert "old" not in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["missing/a.txt", "."])
def test_an_output_that_cannot_be_written_is_told_first(
    page: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["clean", str(page), "-o", str(page.parent / name)]) == 2
    assert "folder" in one_line(capsys)


def test_the_input_is_not_overwritten(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", str(page), "-o", f"{page.parent}/./page.html"]) == 2
    assert "is the input" in one_line(capsys)
    assert page.read_text(encoding="utf-8") == HTML


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs the device")  # noqa: PTH110 - a device
def test_a_full_disk_is_told(page: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        command = [sys.executable, "-m", "cleannews", str(page)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"cleannews: standard output: No space left on device\n"


# Mistakes


@pytest.mark.parametrize(
    ("name", "data", "code", "told"),
    [
        ("a.html.gz", gzip.compress(b"<p>Rain"), 1, "it is packed; unpack it, or clean it with"),
        ("a.jsonl", b'{"html": ""}\n{"html": ""}\n', 1, "it holds many pages; clean each with"),
        ("a.warc.gz", gzip.compress(b"WARC/1.0\r\n"), 1, "it holds many pages; clean each with"),
    ],
)
def test_what_only_folder_runs_take_is_sent_there(
    name: str, data: bytes, code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert main([str(path)]) == code
    said = one_line(capsys)
    assert told in said
    assert f"cleannews batch {path} OUT" in said


@pytest.mark.parametrize("name", ["news.example", "news.example/2024/rain", "news.example:8000/rain"])
def test_a_missing_file_that_may_be_an_address_is_mended(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name]) == 2
    assert f"{name} does not exist; for a web address write https://{name}" in one_line(capsys)


@pytest.mark.parametrize("name", ["rain.html", "dumps/rain.txt", "rain", "a.b/rain.html", "./rain.x", "1.gz"])
def test_a_missing_file_is_not_taken_for_an_address(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name]) == 2
    assert "https://" not in one_line(capsys)


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", str(tmp_path / "gone.html")]) == 2
    message = one_line(capsys)
    assert "gone.html does not exist" in message


def test_a_text_instead_of_a_name_is_sent_to_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "The council voted on Monday to let the ferry sail after dark. " * 9]) == 2
    assert "'The council voted on Monday to let the f...' is no file" in (said := one_line(capsys))
    assert "cleannews clean -" in said


@pytest.mark.parametrize("command", ["clean", "explain"])
def test_a_page_that_was_pasted_is_told(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "<p>Rain fell.</p>"]) == 2
    said = one_line(capsys)
    assert "'<p>Rain fell.</p>...' is no file; to clean a text or page, pipe it in: cleannews clean -" in said


def test_tables_in_a_folder_are_told_to_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.csv").touch()
    assert main(["batch", str(tmp_path / "in"), str(tmp_path / "out")]) == 0
    assert "and tables (.csv, .tsv) if they are named themselves; a pattern" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["clean", "explain", "stats", "learn", "batch", "diff"])
def test_a_name_that_no_system_takes_is_a_mistake(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, out = "x" * 300, str(tmp_path / "out")
    given = {"learn": [name, "-o", f"{out}.json"], "batch": [name, out], "diff": [out, name]}.get(
        verb, [name]
    )
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "articles.jsonl").touch()
    assert main([verb, *given]) == 2
    assert "file name too long" in one_line(capsys).lower()


def test_an_output_that_no_system_takes_is_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "a.txt"
    page.write_text("It rained.", encoding="utf-8")
    assert main(["clean", str(page), "-o", str(tmp_path / ("x" * 300))]) == 2
    assert "file name too long" in one_line(capsys)


def test_a_folder_is_sent_to_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert f"cleannews batch {tmp_path} OUT" in one_line(capsys)


def test_an_address_without_scheme_is_mended(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["www.post.example/a"]) == 2
    assert "https://www.post.example/a" in one_line(capsys)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.chmod(0)
    assert main([str(page)]) == 2
    assert "page.html cannot be read" in one_line(capsys)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_does_not_block(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "a.html")
    assert main([str(tmp_path / "a.html")]) == 2
    assert "not a regular file" in one_line(capsys)


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="needs /dev/fd")  # noqa: PTH110 - a device
def test_a_pipe_that_the_shell_opened_is_read(page: Path) -> None:
    shell = f"{sys.executable} -m cleannews clean <(cat {page})"
    piped = subprocess.run(["bash", "-c", shell], capture_output=True, check=True)
    assert piped.stdout == cleannews(str(page)).stdout != b""


@pytest.mark.parametrize("data", [b"", b"   \n\n"])
def test_an_empty_input_is_a_failure(data: bytes) -> None:
    done = cleannews("-", data=data)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"cleannews: standard input: the input is empty; nothing was cleaned\n"


def test_a_name_on_standard_input_is_told() -> None:
    done = cleannews("clean", "-", data=b"page.html\n")
    assert (done.returncode, done.stdout) == (0, b"page.html\n")
    assert done.stderr == (
        b"cleannews: standard input: note: this does not look like an article (score 0.00)\n"
        b"cleannews: standard input: note: the input is the path of a file, not its content; "
        b"give the path as an argument\n"
    )


def test_a_limit_that_was_reached_is_told(page: Path) -> None:
    done = cleannews(page, "--max-blocks", "4")
    assert done.returncode == 0
    assert done.stderr.endswith(
        b": note: only the first blocks were looked at, as many as the limit allows; "
        b"--max-blocks takes more\n"
    )


def test_a_binary_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40)
    assert main([str(picture)]) == 1
    assert "a.png: this is binary data" in one_line(capsys)


def test_an_input_over_the_limit_is_not_read(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(page), "--max-bytes", "100"]) == 2
    assert "page.html holds more than 100 bytes; give a higher --max-bytes" in one_line(capsys)
    done = cleannews("-", "--max-bytes", "100", data=HTML.encode())
    assert done.returncode == 2
    assert done.stderr.startswith(b"cleannews: standard input holds more than 100 bytes;")


@pytest.mark.parametrize("most", ["9" * 13, "9" * 30])
def test_a_limit_may_be_as_good_as_none(page: Path, most: str) -> None:
    words = cleannews("clean", page, "--max-bytes", most).stdout
    assert FIRST.encode() in words
    assert cleannews("clean", "-", "--max-bytes", most, data=page.read_bytes()).stdout == words


def test_blocks_without_json_are_refused(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(page), "--blocks"]) == 2
    assert "-f json" in one_line(capsys)


def test_a_message_stays_on_one_line_whatever_a_file_is_called(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "a\nb\x1b[2J")]) == 2
    assert "\x1b" not in one_line(capsys)


# Addresses


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer with the page, or with 404."""
        self.send_response(200 if self.path == "/a" else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(HTML.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_an_address_is_downloaded(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"{site}/a", "--addresses", "any", "-f", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["url"] == f"{site}/a"
    assert record["text"].startswith(FIRST)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("{site}/gone", "answered 404 Not Found"),
        ("ftp://post.example/a", "only http and https"),
        ("http://127.0.0.1:1/a", "the connection failed"),
        ("https://", "names no host"),
    ],
)
def test_an_address_that_cannot_be_had_is_told(
    site: str, url: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([url.format(site=site), "--addresses=any"]) == 2
    assert words in one_line(capsys)


def test_private_addresses_need_a_word(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"{site}/a"]) == 2
    assert "private network" in one_line(capsys)


# Interruptions


def test_a_reader_that_leaves_is_no_failure(page: Path) -> None:
    paragraphs = "".join(f"<p>{number}: {FIRST}</p>" for number in range(5_000))
    page.write_text(HTML.replace("</article>", f"{paragraphs}</article>"), encoding="utf-8")
    command = f"'{sys.executable}' -m cleannews '{page}' | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)
    assert done.stdout.decode() == f"{FIRST}\n"
    assert (done.stderr, done.returncode) == (b"", 0)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_an_interrupt_at_the_terminal_ends_with_one_line_and_130() -> None:
    keyboard, terminal = os.openpty()
    command = [sys.executable, "-m", "cleannews", "-"]
    with subprocess.Popen(command, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"cleannews: reading from the terminal; end with Ctrl-D\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    os.close(keyboard)
    os.close(terminal)
    assert (process.returncode, out, err) == (130, b"", b"cleannews: interrupted\n")


class _Unloadable(ModuleType):
    """A module whose loading the user interrupts."""

    def __getattr__(self, name: str) -> NoReturn:
        raise KeyboardInterrupt(name)


def test_an_interrupt_while_modules_load_ends_with_one_line_and_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "cleannews.cli.arguments", _Unloadable("cleannews.cli.arguments"))
    assert main(["clean", "page.html"]) == 130
    assert capsys.readouterr() == ("", "cleannews: interrupted\n")


def test_the_command_line_loads_nothing_heavy_before_an_interrupt_is_caught() -> None:
    code = "import cleannews.cli, sys; print([n for n in ('numpy', 'lxml', 'argparse') if n in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert shown.stdout == "[]\n"
