"""Learning, merging and storing templates."""

from __future__ import annotations

import base64
import json
import pickle
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews import SiteTemplate, learn_site
from cleannews.label.site.packed import pack, unpack
from cleannews.label.site.sketch import PageSketch
from cleannews.label.site.template import SAMPLE, template_of
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS
from tests.label.site.newsroom import HARBOUR, VALLEY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PARTS = tuple(learn_site([HARBOUR.text(2 * part), HARBOUR.text(2 * part + 1)]) for part in range(4))


def test_merging_in_any_order_and_grouping_gives_the_same_bytes() -> None:
    whole = learn_site([HARBOUR.text(number) for number in range(8)]).to_json()
    for a, b, c, d in permutations(PARTS):
        assert a.merge(b, c, d).to_json() == whole
        assert a.merge(b).merge(c.merge(d)).to_json() == whole
        assert a.merge(b.merge(c.merge(d))).to_json() == whole


def test_a_page_that_comes_twice_counts_once() -> None:
    assert PARTS[0].merge(PARTS[0]) == PARTS[0]
    assert learn_site([HARBOUR.text(1)] * 5 + [HARBOUR.text(2)]).pages == 2


def test_what_holds_no_text_teaches_nothing_and_does_not_count() -> None:
    pages = [HARBOUR.text(1), HARBOUR.text(2)]
    assert learn_site(
        [*pages, b"\x89PNG\r\n\x1a\n" + bytes(600), b"", "<html><body></body></html>"]
    ) == learn_site(pages)
    with pytest.raises(ValueError, match="hold text, not 1"):
        learn_site([pages[0], b"\x89PNG\r\n\x1a\n" + bytes(600)])


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [HARBOUR.text(number) for number in range(6)]
    assert learn_site(pages).to_json() == learn_site(reversed(pages)).to_json()


def test_a_page_is_the_same_as_bytes_and_as_text() -> None:
    pages = [HARBOUR.text(1), HARBOUR.text(2)]
    assert learn_site(pages) == learn_site([page.encode() for page in pages])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.integers(0, 300), max_size=130), max_size=4))
def test_merging_is_a_union_however_large(parts: list[list[int]]) -> None:
    """Associative, commutative and idempotent also where the sample overflows."""
    made = [
        SiteTemplate(tuple(sorted((f"{(n * 2654435761) % 2**64:016x}", b"") for n in set(part)))[:SAMPLE])
        for part in parts
    ]
    left = right = SiteTemplate()
    for template in made:
        left = left.merge(template)
    for template in reversed(made):
        right = template.merge(right, template)
    assert left == right == SiteTemplate().merge(*made)
    every = {n for part in parts for n in part}
    assert len(left.entries) == min(SAMPLE, len(every))


def test_the_sample_is_bounded_and_the_number_of_pages_estimated() -> None:
    def pages(count: int) -> SiteTemplate:
        page, _ = read("Rain on Sunday\n\nIt rained all day.", kind=None, limits=DEFAULT_LIMITS)
        digests = (f"{(n * 0x9E3779B97F4A7C15 + 12345) % 2**64:016x}" for n in range(count))
        return template_of((page, digest) for digest in digests)

    assert pages(SAMPLE - 1).pages == SAMPLE - 1
    many = pages(2_000)
    assert len(many.entries) == SAMPLE
    assert 1_400 < many.pages < 2_600


def test_a_saved_template_is_the_same_when_loaded(tmp_path: Path) -> None:
    template = PARTS[0].merge(PARTS[1])
    template.save(tmp_path / "site.json")
    loaded = SiteTemplate.load(tmp_path / "site.json")
    assert (loaded, loaded.id, loaded.pages) == (template, template.id, 4)
    loaded.save(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "site.json").read_bytes()


def test_a_template_pickles_without_what_can_be_counted_again() -> None:
    assert PARTS[0].counts.articles
    assert pickle.loads(pickle.dumps(PARTS[0])) == PARTS[0]  # noqa: S301 - our own bytes
    assert len(pickle.dumps(PARTS[0])) < 2 * sum(len(data) for _, data in PARTS[0].entries)


def test_templates_hold_no_text() -> None:
    """Fingerprints only: a template may be shared where its pages may not."""
    stored = PARTS[0].to_json()
    assert "harbour" not in stored.casefold()


def test_a_file_that_is_no_text_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(ValueError, match=r"no site template; make one with learn_site\(\)"):
        SiteTemplate.load(tmp_path / "logo.png")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no site template"),
        ("[]", "no site template"),
        ('{"pages": []}', "no site template"),
        ('{"format": "cleannews-site-0-4", "id": "", "pages": []}', "learn anew"),
        ('{"format": "cleannews-site-2-4", "id": "x", "pages": []}', "not those it was saved with"),
        ('{"format": "cleannews-site-2-4", "id": "x"}', "damaged"),
        ('{"format": "cleannews-site-2-4", "id": "x", "pages": [["00", "AAAA"]]}', "damaged"),
        ('{"format": "cleannews-site-2-4", "id": "x", "pages": [["00", "/////////////w=="]]}', "damaged"),
        ('{"format": "cleannews-site-2-4", "id": "x", "pages": [["00", "?"]]}', "damaged"),
        ('{"format": "cleannews-site-2-4", "id": "x", "pages": 7}', "damaged"),
    ],
)
def test_what_is_no_template_is_refused(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        SiteTemplate.from_json(text)


def _page(starts: Sequence[int], *, runs: int = 30) -> bytes:
    """A page of so many runs whose blocks start at these words."""
    words, places, lines = (
        np.array(column, dtype=np.uint32) for column in (range(1, runs + 1), starts, [7] * len(starts))
    )
    return pack(PageSketch(KEY, words, places, lines, np.ones(len(starts), dtype=bool)))


def _stored(*entries: tuple[str, bytes]) -> str:
    """What a file holds whose pages are these and whose id is right."""
    pages = [[key, base64.b64encode(data).decode()] for key, data in entries]
    name = SiteTemplate(entries).id
    return json.dumps({"format": "cleannews-site-2-4", "id": name, "pages": pages})


KEY = "00ff00ff00ff00ff"


@pytest.mark.parametrize(
    ("starts", "runs"),
    [((1,), 30), ((0, 20, 10), 30), ((0, 31), 30), ((0, 2**32 - 1), 30), ((), 30), ((0, 1), 0)],
    ids=["late", "backwards", "beyond", "far beyond", "no blocks", "no words"],
)
def test_a_page_whose_blocks_are_not_within_its_words_is_damage(starts: Sequence[int], runs: int) -> None:
    with pytest.raises(ValueError, match=r"damaged: .*blocks"):
        SiteTemplate.from_json(_stored((KEY, _page(starts, runs=runs))))


@pytest.mark.parametrize(("starts", "runs"), [((0,), 30), ((0, 0, 30, 30), 30), ((0, 0), 0), ((), 0)])
def test_blocks_may_be_without_words(starts: Sequence[int], runs: int) -> None:
    template = SiteTemplate.from_json(_stored((KEY, _page(starts, runs=runs))))
    assert (template.pages, len(template.counts.articles)) == (1, 1)
    assert template.slots is not None


@pytest.mark.parametrize("key", ["zz" * 100, "", "00ff", KEY.upper(), f"{KEY}\n", "0x" + KEY[2:], "٣" * 16])
def test_a_key_that_is_no_digest_is_damage(key: str) -> None:
    with pytest.raises(ValueError, match=r"damaged: .*key"):
        SiteTemplate.from_json(_stored((key, _page([0]))))


@pytest.mark.parametrize("key", ["7", "null", "[]", r'"\ud800"'])
def test_a_key_that_is_no_text_is_damage(key: str) -> None:
    stored = _stored((KEY, _page([0]))).replace(f'"{KEY}"', key)
    with pytest.raises(ValueError, match=r"damaged: .*key"):
        SiteTemplate.from_json(stored)


@pytest.mark.parametrize(
    "keys", [(9, 8), (8, 8), tuple(range(SAMPLE + 1))], ids=["order", "twice", "too many"]
)
def test_pages_that_are_no_sample_are_damage(keys: Sequence[int]) -> None:
    with pytest.raises(ValueError, match=r"damaged: .*sample"):
        SiteTemplate.from_json(_stored(*((f"{key:016x}", _page([0])) for key in keys)))


def test_a_changed_template_is_refused() -> None:
    stored = json.loads(PARTS[0].to_json())
    stored["pages"].pop()
    with pytest.raises(ValueError, match="not those it was saved with"):
        SiteTemplate.from_json(json.dumps(stored))


def test_a_sketch_reads_back_as_it_was_packed() -> None:
    key, data = PARTS[0].entries[0]
    assert pack(unpack(key, data)) == data


def test_too_few_pages_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="2 pages or more that hold text, not 1"):
        learn_site([HARBOUR.text(1)])
    with pytest.raises(ValueError, match="not 1; the same page was given again, which counts once"):
        learn_site([HARBOUR.text(1)] * 3)
    with pytest.raises(ValueError, match="not 0"):
        learn_site([])
    with pytest.raises(ValueError, match=r"not 0; 2 are the name of a file .*pathlib\.Path"):
        learn_site(["pages/1.txt", "pages/2.txt"])


def test_one_page_given_as_a_string_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="in a list"):
        learn_site(HARBOUR.text(1))


def test_ids_tell_templates_apart() -> None:
    assert len({PARTS[0].id, PARTS[1].id, learn_site([VALLEY.text(0), VALLEY.text(1)]).id}) == 3
    assert len(PARTS[0].id) == 16


def test_a_template_says_what_it_is() -> None:
    assert repr(SiteTemplate()) == f"SiteTemplate(id={SiteTemplate().id!r}, pages=0)"


def test_other_things_are_not_merged() -> None:
    with pytest.raises(TypeError, match="was given NoneType"):
        SiteTemplate().merge(None)  # type: ignore[arg-type] # the point of the test


@pytest.mark.parametrize(
    ("name", "kind", "reason"),
    [("missing/site.json", FileNotFoundError, "no such file"), (".", IsADirectoryError, "is a directory")],
)
def test_a_file_that_cannot_be_used_is_named_with_what_to_do(
    tmp_path: Path, name: str, kind: type[OSError], reason: str
) -> None:
    path = tmp_path / name
    with pytest.raises(kind, match=f"template cannot be read, {reason}.*; make one with learn_site") as read:
        SiteTemplate.load(path)
    with pytest.raises(kind, match=f"template cannot be written, {reason}.*; give a file in a") as written:
        PARTS[0].save(path)
    for told in (read.value, written.value):
        assert (told.filename, told.errno) == (str(path), told.__cause__.errno)  # type: ignore[union-attr]  # has one


def test_what_is_no_template_is_named(tmp_path: Path) -> None:
    path = tmp_path / "site.json"
    path.write_text("{}")
    with pytest.raises(ValueError, match=r"site\.json: this is no site template; make one with"):
        SiteTemplate.load(path)


def test_a_template_that_cannot_be_written_leaves_the_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "site.json"
    SiteTemplate().save(path)
    before = path.read_bytes()

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="no space left"):
        SiteTemplate((("00ff00ff00ff00ff", b""),)).save(path)
    assert (path.read_bytes(), [each.name for each in tmp_path.iterdir()]) == (before, ["site.json"])
