"""The documents tell the truth: code runs, commands print what stands there, links lead somewhere.

A ``python`` block runs top to bottom with those before it in the same document, ``>>>`` sessions as
doctests. In a ``console`` block every ``$ cleannews ...`` line is run and what it prints, on both channels,
is compared with the lines below it, where ``...`` stands for anything. Both run in a folder that holds a
copy of ``examples``, and of its dumps as ``dumps``. A block after ``<!-- not run: reason -->`` is left alone.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]

FENCE = re.compile(
    r"^(?P<skip><!-- not run: [^\n]+ -->\n)?```(?P<language>\w+)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]*))?\)")
CHECKER = doctest.OutputChecker()
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


class Code(NamedTuple):
    """One fenced block of a document."""

    language: str
    text: str
    line: int


def blocks(document: Path, language: str) -> list[Code]:
    """Return the blocks of a language that are to be run."""
    text = document.read_text(encoding="utf-8")
    return [
        Code(match["language"], match["code"], text.count("\n", 0, match.start("code")) + 1)
        for match in FENCE.finditer(text)
        if match["language"] == language and not match["skip"]
    ]


def with_blocks(language: str) -> list[Path]:
    return [document for document in DOCUMENTS if document.exists() and blocks(document, language)]


def name_of(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the documents' code runs in."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "examples" / "dumps", tmp_path / "dumps")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("document", with_blocks("python"), ids=name_of)
@pytest.mark.usefixtures("workplace")
def test_python_of_a_document_runs(document: Path) -> None:
    names: dict[str, object] = {"__name__": "__document__"}
    for code in blocks(document, "python"):
        if code.text.lstrip().startswith(">>>"):
            run_session(document, code, names)
        else:
            padding = "\n" * (code.line - 1)
            exec(compile(padding + code.text, str(document), "exec"), names)  # noqa: S102 - our own documents


def run_session(document: Path, code: Code, names: dict[str, object]) -> None:
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    test = doctest.DocTestParser().get_doctest(
        code.text, names, name_of(document), str(document), code.line - 1
    )
    messages: list[str] = []
    runner = doctest.DocTestRunner(optionflags=flags)
    outcome = runner.run(test, out=messages.append, clear_globs=False)
    names.update(test.globs)
    assert outcome.failed == 0, "".join(messages)


@pytest.mark.parametrize("document", with_blocks("console"), ids=name_of)
def test_commands_of_a_document_print_what_it_says(document: Path, workplace: Path) -> None:
    for code in blocks(document, "console"):
        for command, expected in sessions(code.text):
            if re.match(r"(\w+=\S* )*(cat \S+ \| )?cleannews\b", command):
                printed = run(command, workplace)
                same = CHECKER.check_output(f"{expected}\n", f"{printed}\n", doctest.ELLIPSIS)
                place = f"{name_of(document)}:{code.line}: $ {command}"
                assert same, f"{place}\n--- the document\n{expected}\n--- printed\n{printed}"


def sessions(text: str) -> list[tuple[str, str]]:
    """Split a console block into commands, continued lines joined, and what follows each."""
    found = []
    for piece in re.split(r"^\$ ", text.replace("\\\n", ""), flags=re.MULTILINE)[1:]:
        command, _, output = piece.partition("\n")
        found.append((command, output.strip("\n")))
    return found


def run(command: str, folder: Path) -> str:
    """Run a command line with ``cleannews`` on the path; return both channels, as a terminal shows them."""
    shim = folder / "bin" / "cleannews"
    shim.parent.mkdir(exist_ok=True)
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cleannews "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{shim.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def anchors(document: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    headings = HEADING.findall(document.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", [path for path in DOCUMENTS if path.exists()], ids=name_of)
def test_links_lead_somewhere(document: Path) -> None:
    text = FENCE.sub("", document.read_text(encoding="utf-8"))
    for link in LINK.finditer(text):
        target = (document.parent / link["path"]).resolve() if link["path"] else document
        assert target.exists(), f"{name_of(document)} links to {link['path']}, which is not there"
        if link["anchor"] and target.suffix == ".md":
            assert link["anchor"] in anchors(target), f"{name_of(document)}: no heading for #{link['anchor']}"


def test_every_document_is_linked_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [name for name in map(name_of, DOCUMENTS[1:]) if f"]({name}" not in readme]
    assert not missing, f"README.md does not link {missing}"


@pytest.mark.parametrize("script", ["clean_one.py", "keep_a_log.py"])
def test_example_scripts_run(script: str, workplace: Path) -> None:
    dumps = "examples/dumps/harrowcourier"
    argument = f"{dumps}/night-ferry.txt" if script == "clean_one.py" else dumps
    command = [sys.executable, f"examples/{script}", argument]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=workplace, env=environment, capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "related" in done.stdout


def test_the_stream_example_runs(workplace: Path) -> None:
    text = "Rain on Sunday\n\nIt rained all day in the valley, and the river rose by two metres."
    page = json.dumps({"id": 7, "text": text}) + "\n"
    command = [sys.executable, "examples/clean_jsonl.py", "text"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=workplace, env=environment, input=page, capture_output=True, check=True, text=True
    )
    assert '"id": 7' in done.stdout
    assert '"title": "Rain on Sunday"' in done.stdout


def test_the_stream_example_tells_bad_lines_and_goes_on(workplace: Path) -> None:
    good = json.dumps({"id": 7, "text": "Rain on Sunday\n\nIt rained all day in the valley. \ud800"}).encode()
    bad = [b'{"id": 1', b'{"id": 2, "text": null}', b'{"id": 3}', b"[5]", b"5", b"\xff", b"", b"[" * 100_000]
    command = [sys.executable, "examples/clean_jsonl.py", "text"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    done = subprocess.run(
        command,
        cwd=workplace,
        env=environment,
        input=b"\n".join([good, *bad, good]),
        capture_output=True,
        check=False,
    )
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [7, 7]
    told = done.stderr.decode()
    assert re.findall(r"^line (\d+): \w+: .", told, re.MULTILINE) == [str(n) for n in range(2, len(bad) + 2)]
    assert "Traceback" not in told
    assert done.returncode == 1
