from __future__ import annotations

import gzip
import json
import os
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from cleannews.article import Article
from cleannews.batch import clean_folder
from cleannews.batch.dump import dump_of
from cleannews.batch.inputs import Fields
from cleannews.batch.options import TEXT_FIELDS, BatchOptions
from cleannews.batch.reasons import Unusable
from cleannews.errors import FolderError
from cleannews.labels import Status
from cleannews.read.page import Limits

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.batch.shapes import Fill, Records, Run


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_every_input_has_one_record_in_the_order_of_its_path(fill: Fill, run: Run, records: Records) -> None:
    fill({"b.txt": "two", "a/z.html": "three", "a.txt": "one", "a-b.md": "four", "photo.jpg": "no"})
    report = run()
    assert [record["path"] for record in records()] == ["a-b.md", "a.txt", "a/z.html", "b.txt"]
    assert (report.done, report.failed, report.total) == (4, 0, 4)
    assert report.skipped == {"suffix": 1}


def test_many_inputs_keep_their_order_whoever_finishes_first(fill: Fill, run: Run, records: Records) -> None:
    fill({f"{number:03}.txt": f"{'nap' if number % 7 == 0 else 'page'} {number}" for number in range(60)})
    run(workers=4)
    assert [record["text"].split()[1] for record in records()] == [str(number) for number in range(60)]


def test_a_record_reads_back_as_an_article(fill: Fill, run: Run, records: Records) -> None:
    fill({"a.txt": "Rain on Sunday"})
    run()
    (record,) = records()
    assert record["outcome"] == "done"
    assert Article.from_dict(record).text == "Rain on Sunday"


def test_the_output_folder_holds_three_files_and_no_more(fill: Fill, run: Run, target: Path) -> None:
    fill({"a.txt": "one", "b.txt": ""})
    run()
    assert names(target) == {"articles.jsonl", "failures.jsonl", "ledger.sqlite"}


def test_an_empty_folder_is_a_run_without_inputs(source: Path, run: Run, records: Records) -> None:
    assert source.is_dir()
    assert run().total == 0
    assert records() == []


def test_failures_are_records_with_a_reason_and_seen_alone(
    fill: Fill, run: Run, records: Records, target: Path
) -> None:
    fill({"a.txt": "fine", "b.txt": "", "c.txt": "raise", "d.txt": "x" * 500})
    report = run(limits=Limits(input_bytes=100))
    failed = [record for record in records() if record["outcome"] == "failed"]
    assert [(record["path"], record["reason"]) for record in failed] == [
        ("b.txt", "empty"),
        ("c.txt", "error"),
        ("d.txt", "too_large"),
    ]
    assert all(set(record) == {"path", "outcome", "reason", "message"} for record in failed)
    assert "ValueError: no such thing" in failed[1]["message"]
    assert report.failures == {"empty": 1, "error": 1, "too_large": 1}
    view = (target / "failures.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in view] == failed


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("ok", "done"),
        ("partial", "done"),
        ("not_article", "done"),
        ("empty", "failed"),
        ("not_text", "failed"),
    ],
)
def test_only_what_has_no_text_at_all_counts_as_failed(
    fill: Fill, run: Run, records: Records, status: str, outcome: str
) -> None:
    fill({"a.txt": f"status {Status(status)}"})
    run()
    assert records()[0]["outcome"] == outcome


def test_packed_files_are_inputs_like_the_others(fill: Fill, run: Run, records: Records) -> None:
    fill({"a.txt.gz": gzip.compress(b"one"), "b.jsonl.gz": gzip.compress(b'{"text": "two"}\n"three"\n')})
    run()
    assert [(record["path"], record.get("line"), record["text"]) for record in records()] == [
        ("a.txt.gz", None, "one"),
        ("b.jsonl.gz", 1, "two"),
        ("b.jsonl.gz", 2, "three"),
    ]


def test_each_line_of_a_container_has_its_record(fill: Fill, run: Run, records: Records) -> None:
    fill({"a.jsonl": '{"text": "one", "url": "https://example.com/1"}\n\n[1]\n{"text": 5}\n{"html": "two"}'})
    report = run()
    assert [(record["line"], record.get("text"), record.get("reason")) for record in records()] == [
        (1, "one", None),
        (3, None, "bad_line"),
        (4, None, "bad_line"),
        (5, "two", None),
    ]
    assert records()[0]["url"] == "https://example.com/1"
    assert report.failed == 2


def test_the_fields_of_a_line_can_be_named(fill: Fill, run: Run, records: Records) -> None:
    fill({"a.jsonl": '{"dump": "one", "link": "https://example.com/1", "text": "no"}\n'})
    run(text_fields=("dump",), url_field="link")
    assert (records()[0]["text"], records()[0]["url"]) == ("one", "https://example.com/1")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            '{"dump": "one", "n": 1}',
            "no text under any of html, text, content, raw_html, body; it has dump, n",
        ),
        ('{"html": null}', "it has html"),
        ("{}", "it has no fields"),
        ("[1]", "the line is neither an object nor a string"),
        ("7", "the line is neither an object nor a string"),
        (json.dumps({f"field{n}": n for n in range(99)}), "field8, field9, ...; "),
        (json.dumps({"x" * 999: 1}), f"it has {'x' * 40}...; "),
    ],
)
def test_a_line_without_a_dump_tells_what_it_has(line: str, told: str) -> None:
    fields = Fields(TEXT_FIELDS, "url", "id")
    with pytest.raises(Unusable) as found:
        dump_of(line.encode(), path="many.jsonl", line=1, fields=fields, limit=1000)
    assert told in found.value.message


def test_the_other_fields_of_a_line_tell_of_the_article(fill: Fill, run: Run, records: Records) -> None:
    story = "It rained all day in the valley, and the river rose by two metres."
    told = {"id": "7", "title": "Rain stops the ferry", "author": "Ann Lee", "html": "<h1>Wind</h1>", "n": 1}
    lines = [{"dump": story, "text": "no", **told}, story]
    fill({"a.jsonl": "\n".join(map(json.dumps, lines))})
    run(cleaner="cleannews.pipeline:clean", text_fields=("dump", "text", "html"), id_field="id")
    found = [(r.get("id"), r["title"], r["authors"], r["text"]) for r in records()]
    assert found == [("7", "Rain stops the ferry", ["Ann Lee"], story), (None, None, [], story)]


def test_a_cleaner_is_given_other_fields_only_where_there_are_any(
    fill: Fill, run: Run, records: Records
) -> None:
    fill({"a.jsonl": '{"text": "one", "url": "https://a.example/1", "html": null}', "b.txt": "two"})
    run(cleaner="tests.batch.cleaners:narrow")
    assert [record["outcome"] for record in records()] == ["done", "done"]


def test_a_damaged_container_keeps_the_lines_before_the_damage(
    fill: Fill, run: Run, records: Records
) -> None:
    lines = "".join(f'{{"text": "line {number} {number**9}"}}\n' for number in range(2_000))
    packed = gzip.compress(lines.encode())
    fill({"a.jsonl.gz": packed[: len(packed) // 2], "b.txt": "after"})
    report = run()
    assert report.done > 100
    assert report.failures == {"bad_archive": 1}
    assert records()[-2]["reason"] == "bad_archive"
    assert records()[-1]["path"] == "b.txt"
    assert run().resumed == report.total


def test_copies_are_marked_with_the_first_and_never_dropped(fill: Fill, run: Run, records: Records) -> None:
    fill({"a.txt": "same", "b.txt": "other", "c.jsonl": '"same"\n"other"\n', "d.txt": "", "e.txt": ""})
    run()
    copies = {(record["path"], record.get("line")): record.get("duplicate_of") for record in records()}
    assert copies == {
        ("a.txt", None): None,
        ("b.txt", None): None,
        ("c.jsonl", 1): "a.txt",
        ("c.jsonl", 2): "b.txt",
        ("d.txt", None): None,
        ("e.txt", None): None,
    }


def test_near_copies_are_marked_with_how_alike_they_are(fill: Fill, run: Run, records: Records) -> None:
    words = [f"word{number}" for number in range(300)]
    fill(
        {
            "a.txt": " ".join(words),
            "b.txt": " ".join([*words[:150], "edited", *words[150:]]),
            "c.txt": " ".join([*words[:150], *reversed(words)]),
            "d.txt": "Another headline. " + " ".join(words),
        }
    )
    report = run()
    copies = {record["path"]: (record["duplicate_of"], record["similarity"]) for record in records()}
    assert copies["a.txt"] == copies["c.txt"] == (None, None)
    assert copies["b.txt"][0] == copies["d.txt"][0] == "a.txt"
    assert 0.9 < copies["b.txt"][1] < 1.0
    assert report.copies == 2


def test_copies_are_dropped_on_request_and_come_back_with_their_first_gone(
    fill: Fill, run: Run, records: Records, source: Path
) -> None:
    fill({"a.txt": "same", "b.txt": "other", "c.txt": "same", "d.txt": "same"})
    report = run(copies="drop")
    assert (report.done, report.failed, report.dropped, report.total) == (2, 0, 2, 4)
    assert records()[2] == {
        "path": "c.txt",
        "outcome": "dropped",
        "reason": "copy",
        "duplicate_of": "a.txt",
        "similarity": 1.0,
    }
    assert "dropped 2" in report.summary()
    (source / "a.txt").unlink()
    assert run(copies="drop").dropped == 1
    assert [(record["path"], record["outcome"]) for record in records()] == [
        ("b.txt", "done"),
        ("c.txt", "done"),
        ("d.txt", "dropped"),
    ]


def test_odd_file_names_make_valid_lines(fill: Fill, run: Run, records: Records) -> None:
    fill({"new\nline.txt": "one", "caf\udce9.txt": "two", "-rf.txt": "three"})
    run()
    assert [record["path"] for record in records()] == ["-rf.txt", r"caf\xe9.txt", "new\nline.txt"]


def test_half_a_surrogate_pair_in_an_article_cannot_break_a_line(
    fill: Fill, run: Run, records: Records
) -> None:
    fill({"a.jsonl": '{"text": "broken \\ud800 emoji"}\n'})
    run()
    assert records()[0]["text"] == "broken ? emoji"


def test_low_confidence_is_counted(fill: Fill, run: Run) -> None:
    fill({"a.txt": "sure", "b.txt": "unsure"})
    assert run().low_confidence == 1


def test_pipes_devices_and_dead_links_are_failures_and_block_nothing(
    fill: Fill, run: Run, source: Path, records: Records
) -> None:
    fill({"a.txt": "fine"})
    os.mkfifo(source / "b.txt")
    (source / "c.txt").symlink_to("/dev/zero")
    (source / "d.txt").symlink_to("nowhere")
    report = run()
    assert report.failures == {"not_regular": 2, "dangling_link": 1}
    assert [record["path"] for record in records()] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_one_file_can_be_given_instead_of_a_folder(fill: Fill, target: Path, records: Records) -> None:
    source = fill({"dumps.jsonl": '"one"\n"two"\n', "other.txt": "no"})
    clean_folder(source / "dumps.jsonl", target, cleaner="tests.batch.cleaners:plain", workers=1)
    assert [record["text"] for record in records()] == ["one", "two"]


def test_the_audit_trail_is_in_the_records_on_request(fill: Fill, run: Run, records: Records) -> None:
    fill({"a.txt": "one"})
    run(blocks=True)
    assert records()[0]["blocks"] == []


def test_a_file_that_goes_during_the_run_is_a_failure(
    fill: Fill, run: Run, source: Path, records: Records
) -> None:
    fill({"a.txt": f"remove {source / 'b.txt'}", "b.txt": "gone soon", "c.txt": "fine"})
    assert run().failures == {"vanished": 1}
    assert records()[1]["reason"] == "vanished"
    (source / "a.txt").write_text("fine")
    assert (run().total, run().failed) == (2, 0)


def test_a_file_that_changes_during_the_run_is_made_again_by_the_next(
    fill: Fill, run: Run, source: Path, records: Records
) -> None:
    fill({"a.txt": "before", "b.txt": f"write {source / 'a.txt'} after"})
    run()
    assert records()[0]["text"] == "before"
    (source / "b.txt").write_text("fine")
    run()
    assert records()[0]["text"] == "after"


def test_a_container_of_which_nothing_was_written_is_damaged(fill: Fill, run: Run, records: Records) -> None:
    fill({"a.jsonl.gz": b"", "b.jsonl": b"", "c.warc.gz": b"", "d.txt": "after"})
    run()
    assert [(record["path"], record.get("reason")) for record in records()] == [
        ("a.jsonl.gz", "bad_archive"),
        ("c.warc.gz", "bad_archive"),
        ("d.txt", None),
    ]


def test_names_that_no_system_takes_cost_only_themselves(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("after", encoding="utf-8")
    given = ["x" * 300, "\0", str(tmp_path / "a.txt")]
    report = clean_folder(given, tmp_path / "out", workers=1, cleaner="tests.batch.cleaners:plain")
    assert (report.done, report.failures) == (1, {"missing": 2})


def test_hard_links_are_two_inputs_with_one_text(
    fill: Fill, run: Run, source: Path, records: Records
) -> None:
    fill({"a.txt": "same"})
    (source / "b.txt").hardlink_to(source / "a.txt")
    run()
    assert [record["duplicate_of"] for record in records()] == [None, "a.txt"]


@pytest.mark.parametrize(
    ("given", "wanted", "words"),
    [
        ("gone", "out", "does not exist"),
        ("in", "in", "input folder itself"),
        ("in", "in/a.txt", "is a file"),
        ("in", "full", "holds other files"),
        ("x" * 300, "out", "cannot be looked at: file name too long"),
        ("in", "x" * 300, "cannot be made: file name too long"),
    ],
)
def test_folders_that_cannot_be_used_are_refused_untouched(
    fill: Fill, tmp_path: Path, given: str, wanted: str, words: str
) -> None:
    fill({"a.txt": "one"})
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").touch()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(FolderError, match=words):
        clean_folder(tmp_path / given, tmp_path / wanted, workers=1)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_foreign_ledger_is_refused(fill: Fill, run: Run, target: Path) -> None:
    fill({"a.txt": "one"})
    target.mkdir()
    (target / "ledger.sqlite").write_bytes(b"not a database, but long enough to be read as one" * 20)
    with pytest.raises(FolderError, match=r"ledger\.sqlite cannot be used"):
        run()


@pytest.mark.parametrize(
    ("cleaner", "words"),
    [
        ("no_such_module:clean", r"module 'no_such_module' cannot be imported \(No module named 'no_such_mo"),
        ("tests.batch.cleaners:nope", "module tests.batch.cleaners has no function 'nope'"),
        ("json:__doc__", "module json has no function '__doc__'"),
        ("json:", "module json has no function ''"),
        (":clean", r"module '' cannot be imported \(Empty module name\)"),
        ("..json:loads", r"module '\.\.json' cannot be imported \("),
        ("__main__:clean", "workers cannot import the program itself; move the function to a module"),
    ],
)
def test_a_cleaner_that_is_not_there_is_refused_in_a_sentence(
    fill: Fill, run: Run, target: Path, cleaner: str, words: str
) -> None:
    fill({"a.txt": "one"})
    with pytest.raises(
        ValueError, match=f"^cleaner='{cleaner}': the {words}|^cleaner='{cleaner}': {words}"
    ) as told:
        run(cleaner=cleaner)
    assert "\n" not in str(told.value)
    assert not target.exists()


def test_a_cleaner_that_workers_alone_cannot_import_is_told_in_a_line(
    fill: Fill, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill({"a.txt": "one"})
    monkeypatch.setitem(sys.modules, "made_up", ModuleType("made_up"))
    monkeypatch.setattr(sys.modules["made_up"], "clean", len, raising=False)
    with pytest.raises(FolderError, match=r"^the workers cannot start: .*No module named 'made_up'$") as told:
        run(cleaner="made_up:clean")
    assert "Traceback" in str(told.value.__cause__)


@pytest.mark.parametrize(
    "options",
    [
        {"mode": "best"},
        {"copies": "keep"},
        {"kind": "pdf"},
        {"timeout": 0},
        {"workers": -1},
        {"memory_limit": 5},
        {"memory_limit": (128 << 20) - 1},
        {"cleaner": "clean"},
        {"progress": "x"},
    ],
)
def test_wrong_options_are_refused_before_anything_is_done(
    fill: Fill, run: Run, target: Path, options: dict[str, object]
) -> None:
    fill({"a.txt": "one"})
    with pytest.raises(ValueError, match=next(iter(options))):
        run(**options)
    assert not target.exists()


def test_an_unknown_option_is_a_type_error(fill: Fill, run: Run) -> None:
    fill({"a.txt": "one"})
    with pytest.raises(TypeError, match="no_such_option"):
        run(no_such_option=1)
    with pytest.raises(TypeError, match="did you mean 'workers'"):
        run(worker=1)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"workers": "2"}, "workers is str; give a whole number"),
        ({"workers": 1.5}, "workers is float"),
        ({"blocks": "no"}, "blocks is str; give True or False"),
        ({"resume": None}, "resume is NoneType"),
        ({"timeout": None}, "timeout is NoneType; give a number of seconds"),
        ({"memory_limit": "1G"}, "memory_limit is str; give a whole number of bytes"),
        ({"limits": None}, "limits is NoneType; give cleannews.Limits"),
        ({"formats": None}, "formats is NoneType; give a tuple"),
        ({"formats": "csv"}, r"write formats=\('csv',\)"),
        ({"text_fields": "html"}, r"write text_fields=\('html',\)"),
        ({"text_fields": (1,)}, "text_fields is tuple; give a tuple of words"),
        ({"text_fields": {"html", "text"}}, "text_fields is set; give a tuple of words"),
        ({"formats": {"csv": True}}, "formats is dict; give a tuple of words"),
        ({"formats": b"csv"}, "formats is bytes; give a tuple of words"),
        ({"formats": (form for form in ("csv", "txt"))}, "formats is generator; give a tuple of words"),
        ({"url_field": None}, "url_field is NoneType; give a name"),
        ({"cleaner": len}, "give the name of a function as 'module:function'"),
        ({"site_by": None}, "site_by is NoneType"),
        ({"inputs_per_worker": 1.5}, "inputs_per_worker is float"),
        ({"commit_seconds": "x"}, "commit_seconds is str"),
    ],
)
def test_options_of_a_wrong_type_are_named(fill: Fill, run: Run, options: dict[str, Any], words: str) -> None:
    fill({"a.txt": "one"})
    with pytest.raises(TypeError, match=words):
        run(**options)


def test_a_list_of_words_is_kept_as_it_was_when_it_was_checked() -> None:
    words, fields = ["csv", "txt"], ["dump"]
    options = BatchOptions(formats=words, text_fields=fields)  # type: ignore[arg-type] # people write lists
    words.append("nonsense")
    fields.clear()
    assert (options.formats, options.text_fields) == (("csv", "txt"), ("dump",))
    assert options.fields().texts == ("dump",)
    assert hash(options) == hash(BatchOptions(formats=("csv", "txt"), text_fields=("dump",)))


@pytest.mark.parametrize("seconds", [-1, float("nan")])
def test_seconds_between_commits_may_be_0_and_no_less(fill: Fill, run: Run, seconds: float) -> None:
    fill({"a.txt": "one"})
    with pytest.raises(ValueError, match="commit_seconds"):
        run(commit_seconds=seconds)
    assert run(commit_seconds=0).done == 1


@pytest.mark.parametrize("given", [None, 3, b"in", {"a.txt": "one"}, [None], ["a.txt", 3]])
def test_inputs_of_a_wrong_type_are_named(target: Path, given: Any) -> None:  # noqa: ANN401 - of a wrong type
    with pytest.raises(TypeError, match=r"^src (is|holds) "):
        clean_folder(given, target)


@pytest.mark.parametrize("given", [None, 3, b"out"])
def test_an_output_folder_of_a_wrong_type_is_named(fill: Fill, given: Any) -> None:  # noqa: ANN401 - the same
    with pytest.raises(TypeError, match="dst is "):
        clean_folder(fill({"a.txt": "one"}), given)


def test_an_empty_name_is_not_the_working_folder(
    fill: Fill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(fill({"a.txt": "one"}))
    with pytest.raises(FolderError, match="src is empty"):
        clean_folder("", tmp_path / "out")
    with pytest.raises(FolderError, match="dst='' is no path"):
        clean_folder(".", "")


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_an_impossible_output_folder_is_told(fill: Fill, tmp_path: Path, name: str) -> None:
    with pytest.raises(FolderError, match=r"give that of a folder|give another output folder"):
        clean_folder(fill({"a.txt": "one"}), f"{tmp_path}/{name}")


@pytest.mark.parametrize(
    "endless",
    [{"timeout": float("inf")}, {"timeout": 1e30}, {"memory_limit": 10**30}, {"limits": Limits(10**30)}],
)
def test_limits_may_be_as_good_as_none(fill: Fill, run: Run, endless: dict[str, Any]) -> None:
    fill({"a.txt": "one", "b.txt.gz": gzip.compress(b"two"), "c.jsonl": '{"text": "three"}\n'})
    report = run(**endless)
    assert (report.done, report.failed) == (3, 0)


def test_a_number_of_more_digits_than_python_takes_is_a_name(fill: Fill, run: Run, records: Records) -> None:
    digits = "7" * 5000
    fill({"a.jsonl": f'{{"id": {digits}, "text": "one"}}\n'})
    run(id_field="id")
    assert [(record["id"], record["text"]) for record in records()] == [(digits, "one")]
