from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from cleannews.batch import clean_folder
from cleannews.errors import FolderError
from tests.batch.inline import InlineSupervisor

if TYPE_CHECKING:
    from pathlib import Path

    from tests.batch.shapes import Again, Cleaned, Fill, Fresh, Records, Run

PAGES = {f"{number}.txt": f"page {number}" for number in range(8)}


@pytest.fixture(autouse=True)
def _inline(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands does not depend on who cleans: no processes, and no waiting for them."""
    monkeypatch.setattr("cleannews.batch.run.Supervisor", InlineSupervisor)


@pytest.fixture
def cleaned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cleaned:
    """Tell which inputs were cleaned since the last call."""
    log = tmp_path / "cleaned.log"
    monkeypatch.setenv("CLEANED_LOG", str(log))

    def read() -> list[str]:
        lines = sorted(log.read_text(encoding="utf-8").splitlines()) if log.exists() else []
        log.unlink(missing_ok=True)
        return lines

    return read


@pytest.fixture
def fresh(source: Path, tmp_path: Path) -> Fresh:
    """Return the bytes of an undisturbed run over the folder as it is now."""

    def read() -> bytes:
        folder = tmp_path / f"fresh{len(list(tmp_path.iterdir()))}"
        clean_folder(source, folder, cleaner="tests.batch.cleaners:plain", workers=1)
        return (folder / "articles.jsonl").read_bytes()

    return read


@pytest.fixture
def again(run: Run, target: Path, cleaned: Cleaned) -> Again:
    """Run with the counting cleaner; return what was cleaned, and the records' bytes."""

    def start(**options: object) -> tuple[list[str], bytes]:
        run(**{"cleaner": "tests.batch.cleaners:counted"} | options)
        return cleaned(), (target / "articles.jsonl").read_bytes()

    return start


def test_a_finished_run_does_nothing_more(fill: Fill, again: Again, run: Run) -> None:
    fill(PAGES)
    first, records = again()
    assert len(first) == 8
    assert again() == ([], records)
    assert run(cleaner="tests.batch.cleaners:counted").resumed == 8


@pytest.mark.parametrize("name", ["0.txt", "4.txt", "7.txt"])
def test_a_changed_input_is_cleaned_again_and_the_others_are_not(
    fill: Fill, again: Again, fresh: Fresh, name: str
) -> None:
    fill(PAGES)
    again()
    fill({name: "edited"})
    done, records = again()
    assert done == ["edited"]
    assert records == fresh()


@pytest.mark.parametrize("name", ["-.txt", "3a.txt", "9.txt"])
def test_a_new_input_gets_its_place(fill: Fill, again: Again, fresh: Fresh, name: str) -> None:
    fill(PAGES)
    again()
    fill({name: "new"})
    done, records = again()
    assert done == ["new"]
    assert records == fresh()


@pytest.mark.parametrize("name", ["0.txt", "4.txt", "7.txt"])
def test_the_record_of_a_removed_input_goes(
    fill: Fill, again: Again, fresh: Fresh, source: Path, name: str
) -> None:
    fill(PAGES)
    again()
    (source / name).unlink()
    done, records = again()
    assert done == []
    assert records == fresh()


def test_records_of_inputs_that_are_gone_are_counted(fill: Fill, run: Run, source: Path) -> None:
    fill(PAGES | {"many.jsonl": '"one page"\n"another page"\n"a third page"\n'})
    assert run().gone == 0
    (source / "0.txt").unlink()
    (source / "7.txt").unlink()
    fill({"many.jsonl": '"one page"\n"another page"\n'})
    assert run().gone == 3
    assert run().gone == 0


def test_an_edit_that_keeps_size_and_time_is_noticed(
    fill: Fill, again: Again, fresh: Fresh, source: Path
) -> None:
    fill(PAGES)
    again()
    times = (source / "4.txt").stat()
    fill({"4.txt": "PAGE 4"})
    os.utime(source / "4.txt", ns=(times.st_atime_ns, times.st_mtime_ns))
    done, records = again()
    assert done == ["PAGE 4"]
    assert records == fresh()


def test_a_touched_input_is_not_cleaned_again(fill: Fill, again: Again, source: Path) -> None:
    fill(PAGES)
    _, records = again()
    for path in source.iterdir():
        os.utime(path, ns=(1, 1))
    assert again() == ([], records)


def test_copies_are_marked_anew_when_the_first_goes(
    fill: Fill, again: Again, fresh: Fresh, source: Path, records: Records
) -> None:
    fill({"a.txt": "same", "b.txt": "same", "c.txt": "same"})
    again()
    (source / "a.txt").unlink()
    done, lines = again()
    assert done == []
    assert [record["duplicate_of"] for record in records()] == [None, "b.txt"]
    assert lines == fresh()


def test_a_grown_container_costs_only_its_new_lines(fill: Fill, again: Again, fresh: Fresh) -> None:
    fill({"a.jsonl": '"one"\n"two"\n', "b.txt": "after"})
    again()
    fill({"a.jsonl": '"one"\n"one and a half"\n"two"\n'})
    done, records = again()
    assert done == ["one and a half", "two"]  # a line is known by its number and its bytes
    assert records == fresh()


@pytest.mark.parametrize("gone", ["a.txt", "b.txt", "c.jsonl", "f.jsonl"])
def test_containers_behind_a_removed_input_keep_their_records(
    fill: Fill, again: Again, fresh: Fresh, source: Path, gone: str
) -> None:
    fill(
        {"a.txt": "one", "b.txt": "two", "c.jsonl": '"three"\n"four"\n', "d.jsonl": "", "e.jsonl": '"five"\n'}
    )
    fill({"f.jsonl": '"six"\n', "g.txt": "seven"})
    again()
    (source / gone).unlink()
    done, records = again()
    assert done == []
    assert records == fresh()


def test_failures_stand_until_they_are_to_be_tried_again(fill: Fill, run: Run) -> None:
    fill({"a.txt": "fine", "b.txt": "raise", "c.txt": "fine too"})
    assert run().failures == {"error": 1}
    report = run()
    assert (report.resumed, report.failed) == (3, 1)
    report = run(retry_failed=True)
    assert (report.resumed, report.failed) == (2, 1)


def test_what_was_used_again_behind_a_change_counts_as_resumed(fill: Fill, run: Run) -> None:
    fill(PAGES)
    run()
    fill({"0.txt": "edited", "3a.txt": "new"})
    assert run().resumed == 7
    assert run().resumed == 9


def test_every_way_of_cutting_the_last_record_is_mended(fill: Fill, again: Again, target: Path) -> None:
    fill(PAGES)
    _, records = again()
    lines = records.splitlines(keepends=True)
    for lost in (1, 2, len(lines[-1]) // 2, len(lines[-1]) - 1, len(lines[-1])):
        (target / "articles.jsonl").write_bytes(records[:-lost])
        assert again() == (["page 7"], records)


@pytest.mark.slow
def test_the_last_record_may_be_cut_at_every_byte(fill: Fill, again: Again, target: Path) -> None:
    fill(PAGES)
    _, records = again()
    for length in range(records.rindex(b"\n", 0, -1) + 1, len(records)):
        (target / "articles.jsonl").write_bytes(records[:length])
        assert again() == (["page 7"], records)


def test_a_clock_that_jumps_changes_nothing(
    fill: Fill, again: Again, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(PAGES)
    _, records = again()
    lines = records.splitlines(keepends=True)
    (target / "articles.jsonl").write_bytes(b"".join(lines[:3]))
    monkeypatch.setattr("time.time", lambda: -1e9)
    monkeypatch.setattr("time.time_ns", lambda: -(10**18))
    assert again() == ([f"page {number}" for number in range(3, 8)], records)


def test_garbage_behind_the_last_record_is_cut_off(fill: Fill, again: Again, target: Path) -> None:
    fill(PAGES)
    _, records = again()
    for garbage in (b"{", b'{"path": "8.txt"}\n', bytes(5000)):
        (target / "articles.jsonl").write_bytes(records + garbage)
        assert again() == ([], records)


def test_a_damaged_record_is_made_again_and_those_behind_it_are_kept(
    fill: Fill, again: Again, target: Path
) -> None:
    fill(PAGES)
    _, records = again()
    (target / "articles.jsonl").write_bytes(records.replace(b"page 3", b"pAge 3", 1))
    assert again() == (["page 3"], records)


def test_lost_records_are_made_again(fill: Fill, again: Again, target: Path) -> None:
    fill(PAGES)
    _, records = again()
    (target / "articles.jsonl").unlink()
    done, lines = again()
    assert len(done) == 8
    assert lines == records


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"mode": "recall"}, "with mode='balanced'; this run has mode='recall'. Give"),
        ({"blocks": True}, "with blocks=False; this run has blocks=True. Give"),
        ({"kind": "text"}, "with kind='auto'; this run has kind='text'. Give"),
    ],
)
def test_other_options_are_refused_and_nothing_is_touched(
    fill: Fill, again: Again, target: Path, options: dict[str, object], says: str
) -> None:
    fill(PAGES)
    _, records = again()
    with pytest.raises(FolderError, match=re.escape(says)) as refused:
        again(**options)
    assert "resume=False" in refused.value.message
    assert (target / "articles.jsonl").read_bytes() == records


def test_another_version_is_refused(fill: Fill, again: Again, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(PAGES)
    again()
    monkeypatch.setattr("cleannews.__version__", "99.0")
    with pytest.raises(FolderError, match=r"99\.0"):
        again()


def test_limits_that_change_no_record_may_change(fill: Fill, again: Again) -> None:
    fill(PAGES)
    _, records = again()
    assert again(workers=1, timeout=5.0, memory_limit=1 << 29) == ([], records)


def test_starting_over_forgets_everything(fill: Fill, again: Again) -> None:
    fill(PAGES)
    again()
    done, records = again(resume=False, mode="recall")
    assert len(done) == 8
    assert again(mode="recall") == ([], records)


def test_no_run_leaves_a_salvage_file(fill: Fill, again: Again, target: Path) -> None:
    fill(PAGES)
    again()
    fill({"0.txt": "edited"})
    again()
    assert {path.name for path in target.iterdir()} == {"articles.jsonl", "failures.jsonl", "ledger.sqlite"}
