from __future__ import annotations

from pathlib import Path

import pytest

from cleannews import __version__
from cleannews.cli import main
from cleannews.cli.arguments import parse
from cleannews.cli.source import limits_of
from cleannews.read.page import DEFAULT_LIMITS, Limits


def mistake(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run with a mistake: exit code 2, one line on standard error, nothing on standard output."""
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["clean", "a", "-f", "jsn"], "'jsn' is not known, did you mean json?"),
        (["clean", "a", "-f", "xml"], "use text, md or json"),
        (["clean", "a", "--mode", "precison"], "did you mean precision?"),
        (["clean", "a", "--kind=htm"], "did you mean html?"),
        (["explain", "a", "--color", "allways"], "did you mean always?"),
        (["clean", "a", "--formt", "json"], "no option --formt, did you mean --format?"),
        (["clean", "a", "--formt=json"], "no option --formt, did you mean --format?"),
        (["clean", "a", "-z"], "no option -z"),
        (["clean", "a", "b"], "'b' is one argument too many"),
        (["clean"], "FILE"),
        (["batch", "in"], "OUT"),
        (["batch", "in", "out", "-j", "0"], "'0' is no whole number above 0"),
        (["batch", "in", "out", "-j", "many"], "'many' is no whole number above 0"),
        (["batch", "in", "out", "-j", "2.5"], "'2.5' is no whole number above 0"),
        (["batch", "in", "out", "-f", "csv,md"], "'csv,md' is more than one, write -f csv -f md; see"),
        (["batch", "in", "out", "-f", "csv, md"], "'csv, md' is more than one, write -f csv -f md; see"),
        (["batch", "in", "out", "-f", "csv,mdd"], "'csv,mdd' is not known, did you mean csv?"),
        (["clean", "a", "-f", "md,json"], "'md,json' is more than one, use text, md or json"),
        (["clean", "a", "--max-bytes", "1e6"], "'1e6' is no size; write 800M or 2G"),
        (["clean", "a", "--max-bytes", "0"], "'0' is no size; write 800M or 2G"),
        (["clean", "a", "--max-elements", "1M"], "'1M' is no whole number above 0"),
        (["clean", "a", "--timeout", "nan"], "'nan' is no number of seconds above 0"),
        (["clean", "a", "--timeout", "inf"], "'inf' is no number of seconds above 0"),
        (["batch", "", "out"], "an argument is empty"),
        (["clean", ""], "an argument is empty"),
        (["claen", "a.html"], "did you mean clean?"),
        (["expalin"], "did you mean explain?"),
        (["batsh", "in", "out"], "did you mean batch?"),
        (["bacth", "in", "out"], "did you mean batch?"),
        (["bacth"], "did you mean batch?"),
        (["batch", "in", "out", "--timeout", "1m"], "'1m' is no number of seconds above 0"),
        (["fetch", "https://news.example/a"], "'fetch' is neither a command nor a file, did you mean clean?"),
        (["download", "https://news.example/a"], "did you mean clean?"),
        (["batch", "in", "-o", "out"], "no option -o; the output folder stands last: cleannews batch IN OUT"),
        (
            ["explain", "a", "-o", "b"],
            "no option -o; it writes to standard output, which goes into a file with",
        ),
        (["stats", "out", "--output=b"], "goes into a file with: cleannews stats ... > FILE"),
        (["compare", "a", "b"], "did you mean diff?"),
        (["a.html", "--json"], "there is no option --json, did you mean -f json?"),
        (["clean", "a.html", "--markdown"], "did you mean -f md?"),
        (["explain", "a.html", "-f", "json"], "there is no option -f, did you mean --json?"),
        (["explain", "a.html", "--blocks"], "there is no option --blocks, did you mean --json?"),
        (["stats", "out", "--format=json"], "there is no option --format, did you mean --json?"),
        (["batch", "in", "out", "--jobs", "4"], "did you mean --workers?"),
        (["batch", "in", "out", "--overwrite"], "did you mean --no-resume?"),
        (["clean", "a.html", "--template", "site.json"], "did you mean --site?"),
        (["clean", "a.html", "--threads", "2"], "there is no option --threads; see"),
        (["--verson"], "there is no option --verson, did you mean --version?"),
        (["--Version"], "did you mean --version?"),
        (["--hlep"], "did you mean --help?"),
        (["-V"], "did you mean --version?"),
        (["-v"], "did you mean --version?"),
        (["version"], "did you mean --version?"),
        (["help"], "did you mean --help?"),
        (["help", "clean"], "did you mean --help?"),
        (["clean", "--jsno"], "there is no option --jsno"),
        (["explain", "--jsno"], "did you mean --json?"),
        (["--formt", "json", "a.html"], "did you mean --format?"),
        (["batch", "--worker=3", "in"], "did you mean --workers?"),
        (["clean", "a", "--max-bytes", "-1"], "'-1' is no size"),
        (["clean", "--", "--verson", "b"], "'b' is one argument too many"),
    ],
)
def test_a_mistake_gets_one_line_that_helps(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = mistake(arguments, capsys)
    assert words in line
    assert "--help" in line


def test_nothing_at_all_shows_the_help_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "examples:" in captured.err


@pytest.mark.parametrize("verb", ["", "clean", "batch", "explain"])
def test_help_has_examples_and_exit_codes(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*filter(None, [verb]), "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"cleannews {verb}".strip() in shown
    assert "examples:" in shown
    assert "130 interrupted" in shown


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"cleannews {__version__}\n"


@pytest.mark.parametrize("arguments", [["a.html"], ["-"], ["-f", "md", "a.html"], ["https://post.example/a"]])
def test_a_first_word_that_is_no_command_is_cleaned(arguments: list[str]) -> None:
    assert parse(arguments).source == arguments[-1]
    assert parse(arguments).run.args == ("cleaning",)


def test_what_looks_like_a_command_but_is_a_file_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claen").write_text("a", encoding="utf-8")
    assert parse(["claen"]).source == "claen"


@pytest.mark.parametrize("name", ["version", "help", "-V"])
def test_a_file_may_be_named_like_what_is_asked_for_elsewhere(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_text("It rained.")
    monkeypatch.chdir(tmp_path)
    assert parse(["--", name] if name.startswith("-") else [name]).source == name


@pytest.mark.parametrize(
    ("size", "count"), [("4096", 4096), ("500k", 512_000), ("1M", 1 << 20), ("2G", 2 << 30)]
)
@pytest.mark.parametrize("command", [["clean", "a"], ["batch", "in", "out"], ["learn", "in", "-o", "a"]])
def test_a_size_may_have_a_unit(command: list[str], size: str, count: int) -> None:
    assert limits_of(parse([*command, "--max-bytes", size])).input_bytes == count


def test_the_defaults_are_the_librarys() -> None:
    options = parse(["a"])
    assert (options.mode, options.kind, options.format, options.output) == ("balanced", "auto", "text", None)
    assert limits_of(options) == DEFAULT_LIMITS
    assert limits_of(parse(["batch", "in", "out"])) == DEFAULT_LIMITS
    chosen = parse(["a", "--max-elements", "1", "--max-blocks", "2", "--max-characters", "3"])
    assert limits_of(chosen) == Limits(elements=1, blocks=2, characters=3)
    assert parse(["batch", "in", "out"]).workers is None
