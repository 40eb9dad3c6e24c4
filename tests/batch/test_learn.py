"""The first pass of a folder run: which page is of which site, and what its pages teach."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cleannews import SiteTemplate, clean, learn_site
from cleannews.batch import clean_folder
from cleannews.batch.sketching import Sketched, site_of
from cleannews.label.site.template import SAMPLE
from cleannews.read.page import Hints, Meta
from tests.label.site.newsroom import HARBOUR, SITES, VALLEY

if TYPE_CHECKING:
    from tests.batch.shapes import Fill, Records, Run
    from tests.label.site.newsroom import Site

ROOT = Path(__file__).parents[2]
BUILT_IN = {"cleaner": "cleannews.pipeline:clean"}

MIXED = {f"{number}{site.name[0].lower()}.txt": site.text(number) for number in range(5) for site in SITES}
"""Five sites without any address, their pages mixed by name."""


def names_of(site: Site) -> list[str]:
    return [f"{number}{site.name[0].lower()}.txt" for number in range(5)]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("undisturbed")
    (folder / "in").mkdir()
    for name, text in MIXED.items():
        (folder / "in" / name).write_text(text)
    clean_folder(folder / "in", folder / "out", workers=1)
    return (folder / "out" / "articles.jsonl").read_bytes()


def test_a_mixed_folder_without_addresses_is_told_apart(undisturbed: bytes) -> None:
    found = {record["path"]: record for record in map(json.loads, undisturbed.splitlines())}
    sites = [{found[name]["site"] for name in names_of(site)} for site in SITES]
    assert all(len(group) == 1 for group in sites)
    assert len(set.union(*sites)) == len(SITES)
    for site in SITES:
        for number, name in enumerate(names_of(site)):
            record = found[name]
            assert record["template_id"]
            assert site.notice not in record["text"]
            assert all(paragraph in record["text"] for paragraph in site.body(number))


def test_two_workers_write_the_same_bytes(undisturbed: bytes, fill: Fill, run: Run, target: Path) -> None:
    fill(MIXED)
    run(**BUILT_IN, workers=2)
    assert (target / "articles.jsonl").read_bytes() == undisturbed


def test_a_record_can_be_made_again_from_its_template(
    undisturbed: bytes, fill: Fill, run: Run, target: Path
) -> None:
    fill(MIXED)
    run(**BUILT_IN)
    for record in map(json.loads, undisturbed.splitlines()):
        template = SiteTemplate.load(target / "sites" / f"{record['template_id']}.json")
        assert clean(MIXED[record["path"]], site=template).text == record["text"]


def kill_and_finish(source: Path, target: Path, *, after: float, commit_seconds: float) -> None:
    """Kill a run so many seconds after its start, wherever it is then, and let another one end it."""
    options = json.dumps({"workers": 2, "commit_seconds": commit_seconds})
    command = [sys.executable, "-m", "tests.batch.driver", str(source), str(target), options]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    time.sleep(after)  # the moment of the kill, wherever the run is then
    process.kill()
    process.wait()
    clean_folder(source, target, workers=1)


@pytest.mark.parametrize("seconds", [0.9, 1.6, 2.3])
def test_a_killed_run_ends_with_the_same_bytes(
    seconds: float, undisturbed: bytes, fill: Fill, source: Path, target: Path
) -> None:
    """In the first pass or the second, wherever the time falls on this machine."""
    fill(MIXED)
    kill_and_finish(source, target, after=seconds, commit_seconds=0.05)
    assert (target / "articles.jsonl").read_bytes() == undisturbed


def test_a_new_page_of_one_site_changes_what_is_made_of_that_site_alone(
    fill: Fill, run: Run, records: Records, source: Path, target: Path, tmp_path: Path
) -> None:
    fill(MIXED)
    run(**BUILT_IN)
    before = {record["path"]: record["template_id"] for record in records()}
    fill({"9h.txt": HARBOUR.text(9)})
    run(**BUILT_IN)
    after = {record["path"]: record["template_id"] for record in records()}
    changed = {path for path, name in before.items() if after[path] != name}
    assert changed == set(names_of(HARBOUR))
    clean_folder(source, tmp_path / "fresh", workers=1)
    assert (target / "articles.jsonl").read_bytes() == (tmp_path / "fresh" / "articles.jsonl").read_bytes()


def test_a_finished_folder_is_left_as_it_is(fill: Fill, run: Run, target: Path) -> None:
    fill(MIXED)
    run(**BUILT_IN)
    made = (target / "articles.jsonl").read_bytes()
    assert run(**BUILT_IN).resumed == len(MIXED)
    assert (target / "articles.jsonl").read_bytes() == made


def test_templates_that_no_record_names_are_removed(
    fill: Fill, run: Run, records: Records, target: Path
) -> None:
    fill(MIXED)
    run(**BUILT_IN)
    fill({"9h.txt": HARBOUR.text(9)})
    (target / "sites" / "0123456789abcdef.json.tmp").touch()
    run(**BUILT_IN)
    named = {record["template_id"] for record in records()}
    assert {path.stem for path in (target / "sites").iterdir()} == named
    run(**BUILT_IN, learn="never", resume=False)
    assert not (target / "sites").exists()


def test_a_lost_template_is_learned_again(fill: Fill, run: Run, target: Path, undisturbed: bytes) -> None:
    fill(MIXED)
    run(**BUILT_IN)
    shutil.rmtree(target / "sites")
    run(**BUILT_IN)
    assert (target / "articles.jsonl").read_bytes() == undisturbed
    assert len(list((target / "sites").iterdir())) == len(SITES)


def test_pages_find_their_site_by_its_address(fill: Fill, run: Run, records: Records) -> None:
    lines = [
        json.dumps({"url": f"https://www.{host}.example/{number}", "html": site.html(number)})
        for number in range(4)
        for host, site in (("harbour", HARBOUR), ("valley", VALLEY))
    ]
    fill({"pages.jsonl": "\n".join(lines)})
    run(**BUILT_IN)
    assert [record["site"] for record in records()] == ["host:harbour.example", "host:valley.example"] * 4
    assert len({record["template_id"] for record in records()}) == 2


def test_sites_by_folder_or_field(fill: Fill, run: Run, records: Records, tmp_path: Path) -> None:
    fill(
        {f"{name}/{n}.txt": site.text(n) for n in range(4) for name, site in (("a", HARBOUR), ("b", VALLEY))}
    )
    run(**BUILT_IN, site_by="folder")
    assert {(record["path"][0], record["site"]) for record in records()} == {
        ("a", "folder:a"),
        ("b", "folder:b"),
    }
    source = tmp_path / "lines.jsonl"
    source.write_text("\n".join(json.dumps({"paper": "post", "text": HARBOUR.text(n)}) for n in range(4)))
    clean_folder(source, tmp_path / "lines", workers=1, site_by="field:paper")
    made = (tmp_path / "lines" / "articles.jsonl").read_text().splitlines()
    assert {json.loads(line)["site"] for line in made} == {"field:post"}


def test_a_column_of_a_table_tells_the_site(source: Path, run: Run, records: Records) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    rows = {"paper": ["post"] * 4, "text": [HARBOUR.text(number) for number in range(4)]}
    pytest.importorskip("pyarrow.parquet").write_table(pyarrow.table(rows), source / "a.parquet")
    run(**BUILT_IN, site_by="field:paper")
    assert {record["site"] for record in records()} == {"field:post"}


def test_too_few_pages_teach_only_if_that_is_asked_for(
    fill: Fill, run: Run, records: Records, tmp_path: Path, source: Path
) -> None:
    fill({f"{number}.txt": HARBOUR.text(number) for number in range(3)})
    run(**BUILT_IN)
    assert [record["template_id"] for record in records()] == [None] * 3
    clean_folder(source, tmp_path / "always", workers=1, learn="always")
    made = (tmp_path / "always" / "articles.jsonl").read_text().splitlines()
    assert all(json.loads(line)["template_id"] for line in made)


def test_learning_can_be_left_out(fill: Fill, run: Run, records: Records, target: Path) -> None:
    fill(MIXED)
    run(**BUILT_IN, learn="never")
    assert all("site" not in record and record["template_id"] is None for record in records())
    assert not (target / "sites").exists()


def test_one_page_under_many_names_teaches_nothing(fill: Fill, run: Run, records: Records) -> None:
    fill({f"{number}.txt": f"{HARBOUR.text(0)}{' ' * number}" for number in range(6)})
    run(**BUILT_IN)
    assert {record["template_id"] for record in records()} == {None}


def test_what_cannot_be_read_is_passed_over_in_learning(fill: Fill, run: Run, records: Records) -> None:
    fill(
        {
            **{f"{number}.txt": HARBOUR.text(number) for number in range(5)},
            "a.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
            "b.txt": "",
        }
    )
    report = run(**BUILT_IN)
    assert (report.done, report.failed) == (5, 2)
    assert all(record["template_id"] for record in records() if record["outcome"] == "done")


@pytest.mark.parametrize("options", [{"learn": "often"}, {"site_by": "planet"}])
def test_unknown_words_are_refused(options: dict[str, Any], run: Run) -> None:
    with pytest.raises(ValueError, match="not known"):
        run(**options)


@pytest.mark.parametrize(
    ("address", "hints", "site"),
    [
        ("https://post.example/a", Hints(), "host:post.example"),
        (None, Hints(rels=(("canonical", "https://post.example/a"),)), "host:post.example"),
        (None, Hints(metas=(Meta("og:url", "https://m.post.example/a"),)), "host:m.post.example"),
        (None, Hints(metas=(Meta("og:site_name", " The  Post "),)), "name:the post"),
        (
            "https://web.archive.org/web/20190304101500/https://www.post.example/a",
            Hints(),
            "host:post.example",
        ),
        ("https://web.archive.org/web/2019/", Hints(), "host:web.archive.org"),
        ("file:///home/a.html", Hints(), None),
        ("http://[broken", Hints(rels=(("canonical", "/relative"),)), None),
        (None, Hints(), None),
    ],
)
def test_the_site_of_a_page(address: str | None, hints: Hints, site: str | None) -> None:
    assert site_of(address, hints) == site


def test_a_sketched_page_travels_as_bytes() -> None:
    page = Sketched("00ff", None, (1, 2), b"\n\x00data")
    assert Sketched.of(page.to_bytes()) == page


def read_in_learning(fill: Fill, run: Run, target: Path, files: dict[str, str], **options: Any) -> list[str]:  # noqa: ANN401 - of a run
    """The inputs whose pages were read whole in the first pass, in the order of their names."""
    log = target.parent / "read.log"
    fill(files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLEANNEWS_TEST_LOG", str(log))
        patch.setattr("cleannews.batch.learn.WORK", "tests.batch.sketchers:NotingSketcher")
        run(**BUILT_IN, **options)
    return sorted(log.read_text().split()) if log.exists() else []


def html_of(site: Site, count: int, host: str) -> dict[str, str]:
    head = f'<head><link rel="canonical" href="https://{host}/a">'
    return {f"{host}-{n}.html": site.html(n).replace("<head>", head, 1) for n in range(count)}


def test_pages_of_small_sites_are_not_read_in_learning(
    fill: Fill, run: Run, target: Path, records: Records
) -> None:
    small, enough = html_of(HARBOUR, 3, "small.example"), html_of(VALLEY, 4, "enough.example")
    dumps = {"z.txt": HARBOUR.text(7)}
    assert read_in_learning(fill, run, target, small | enough | dumps) == [*sorted(enough), "z.txt"]
    found = {record["path"]: record for record in records()}
    assert {found[name]["site"] for name in small} == {"host:small.example"}
    assert {found[name]["template_id"] for name in small} == {None}
    assert all(found[name]["template_id"] for name in enough)


def test_of_a_large_site_the_sample_alone_is_read_in_learning(
    fill: Fill, run: Run, target: Path, source: Path
) -> None:
    pages = html_of(VALLEY, SAMPLE + 30, "large.example")
    read = read_in_learning(fill, run, target, pages)
    assert len(read) == SAMPLE
    (path,) = (target / "sites").iterdir()
    everything = learn_site((source / name).read_bytes() for name in sorted(pages))
    assert path.read_text() == everything.to_json()


def test_a_site_told_by_some_heads_only_is_learned_from_whole(
    fill: Fill, run: Run, target: Path, source: Path
) -> None:
    """Pages that tell their site behind the head alone are read at once, and count with the others."""
    pages = html_of(VALLEY, 6, "post.example")
    link = '<link rel="canonical" href="https://post.example/a">'
    for name in list(pages)[::2]:
        pages[name] = pages[name].replace(link, "", 1).replace("</body>", f"{link}</body>", 1)
        assert link in pages[name]
    assert len(read_in_learning(fill, run, target, pages)) == 6
    (path,) = (target / "sites").iterdir()
    assert path.read_text() == learn_site((source / name).read_bytes() for name in sorted(pages)).to_json()


@pytest.mark.parametrize("seconds", [0.9, 1.4, 1.9])
def test_a_run_that_is_killed_while_it_samples_ends_with_the_same_bytes(
    seconds: float, fill: Fill, source: Path, target: Path, tmp_path: Path
) -> None:
    fill(html_of(VALLEY, 9, "b.example") | html_of(HARBOUR, 9, "a.example") | MIXED)
    clean_folder(source, tmp_path / "undisturbed", workers=1)
    kill_and_finish(source, target, after=seconds, commit_seconds=0.01)
    for name in ("articles.jsonl", *(f"sites/{path.name}" for path in (target / "sites").iterdir())):
        assert (target / name).read_bytes() == (tmp_path / "undisturbed" / name).read_bytes()


def test_the_sample_of_a_site_is_bounded(fill: Fill, run: Run, target: Path, records: Records) -> None:
    lines = [json.dumps({"url": "https://post.example/", "text": VALLEY.text(n)}) for n in range(SAMPLE + 20)]
    fill({"pages.jsonl": "\n".join(lines)})
    run(**BUILT_IN, workers=2)
    (path,) = (target / "sites").iterdir()
    assert len(SiteTemplate.load(path).entries) == SAMPLE
    assert all(record["template_id"] == path.stem for record in records())
