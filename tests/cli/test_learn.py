from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

import pytest

from cleannews import SiteTemplate
from cleannews.cli import main
from tests.label.site.newsroom import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

Said = pytest.CaptureFixture[str]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(HARBOUR.text(number))
    return folder


def test_a_template_is_learned_and_used(pages: Path, tmp_path: Path, capsys: Said) -> None:
    site, page = str(tmp_path / "site.json"), str(pages / "0.txt")
    assert main(["learn", str(pages), "-o", site]) == 0
    assert "learned from 4 pages that show 4 articles" in capsys.readouterr().err
    assert main(["clean", page, "--site", site, "-f", "json"]) == 0
    article = json.loads(capsys.readouterr().out)
    assert article["template_id"] == SiteTemplate.load(site).id
    assert HARBOUR.notice not in article["text"]
    assert main(["explain", page, "--site", site]) == 0
    assert "on 4 of 4 pages" in capsys.readouterr().out


def test_files_give_the_same_template_as_their_folder(pages: Path, tmp_path: Path) -> None:
    assert main(["learn", str(pages), "-o", str(tmp_path / "a.json")]) == 0
    assert main(["learn", *map(str, pages.iterdir()), "-o", str(tmp_path / "b.json")]) == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_files_of_many_pages_are_told_and_passed_over(pages: Path, tmp_path: Path, capsys: Said) -> None:
    (pages / "many.jsonl").write_text("{}")
    assert main(["learn", str(pages), "-o", str(tmp_path / "site.json")]) == 0
    assert "holds many pages" in capsys.readouterr().err


def test_of_many_pages_a_sample_is_kept_and_the_count_is_exact(
    pages: Path, tmp_path: Path, capsys: Said
) -> None:
    for number in range(4, 130):
        (pages / f"{number}.txt").write_text(HARBOUR.text(number))
    assert main(["learn", str(pages), "-o", str(tmp_path / "site.json")]) == 0
    assert "learned from 130 pages; 100 of them are kept, that show " in capsys.readouterr().err


def test_what_holds_no_text_is_told_and_teaches_nothing(pages: Path, tmp_path: Path, capsys: Said) -> None:
    site, other = tmp_path / "site.json", tmp_path / "other.json"
    assert main(["learn", str(pages), "-o", str(site)]) == 0
    capsys.readouterr()
    (pages / "image.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (pages / "nothing.html").touch()
    assert main(["learn", str(pages), "-o", str(other)]) == 1
    said = capsys.readouterr().err
    assert "image.html: passed over: it is binary data" in said
    assert "nothing.html: passed over: it holds no text" in said
    assert "learned from 4 pages that show 4 articles" in said
    assert site.read_bytes() == other.read_bytes()


def test_a_page_that_is_not_there_is_told_before_anything_is_learned(
    pages: Path, tmp_path: Path, capsys: Said
) -> None:
    site = tmp_path / "site.json"
    assert main(["learn", str(pages), str(pages / "typo.txt"), "-o", str(site)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "typo.txt does not exist" in said
    assert not site.exists()


def test_one_page_is_too_few(pages: Path, tmp_path: Path, capsys: Said) -> None:
    assert main(["learn", str(pages / "0.txt"), "-o", str(tmp_path / "site.json")]) == 2
    assert "2 pages or more that hold text, not 1" in capsys.readouterr().err
    assert not (tmp_path / "site.json").exists()


def test_the_same_page_again_counts_once(pages: Path, tmp_path: Path, capsys: Said) -> None:
    site, page = tmp_path / "site.json", pages / "0.txt"
    (tmp_path / "copy.txt").write_bytes(page.read_bytes())
    for other in (page, tmp_path / "copy.txt"):
        assert main(["learn", str(page), str(other), "-o", str(site)]) == 2
        said = capsys.readouterr().err
        assert "hold text, not 1; the same page was given again, which counts once" in said
        assert said.count("\n") == 1
        assert not site.exists()
    assert main(["learn", str(pages), str(page), "-o", str(site)]) == 0
    said = capsys.readouterr().err
    assert said.endswith("from 4 pages that show 4 articles; 1 more came twice and count once\n")
    assert SiteTemplate.load(site).pages == 4


def test_one_article_on_all_pages_is_told(pages: Path, tmp_path: Path, capsys: Said) -> None:
    site, page = tmp_path / "site.json", pages / "0.txt"
    (tmp_path / "copy.txt").write_bytes(page.read_bytes() + b"\n")
    assert main(["learn", str(page), str(tmp_path / "copy.txt"), "-o", str(site)]) == 0
    said = capsys.readouterr().err
    assert "learned from 2 pages that show 1 article; add pages of others: what one article alone" in said


def test_no_page_is_overwritten(pages: Path, capsys: Said) -> None:
    names = sorted(str(path) for path in pages.iterdir())
    before = (pages / "3.txt").read_bytes()
    for given in (names, [str(pages)]):
        assert main(["learn", *given, "-o", names[-1]]) == 2
        assert "3.txt is a page; give another name to -o" in capsys.readouterr().err
        assert (pages / "3.txt").read_bytes() == before


def test_a_page_that_cannot_be_read_is_not_overwritten(
    pages: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", fail)
    assert main(["learn", str(pages), "-o", str(pages / "3.txt")]) == 2
    assert "3.txt is a page" in capsys.readouterr().err


def test_an_older_template_may_be_replaced(pages: Path, tmp_path: Path) -> None:
    for site in (tmp_path / "site.json", pages / "site.txt"):
        for _ in range(2):
            assert main(["learn", str(pages), "-o", str(site)]) == 0
        assert SiteTemplate.load(site).pages == 4


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(
    pages: Path, tmp_path: Path, capsys: Said
) -> None:
    (pages / "image.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    assert main(["learn", str(pages), "-o", str(tmp_path / "gone" / "site.json")]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "gone does not exist; make it first or give another -o" in said


def test_the_output_must_be_a_file(pages: Path, tmp_path: Path, capsys: Said) -> None:
    assert main(["learn", str(pages), "-o", str(tmp_path)]) == 2
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "says"), [(None, "cannot be read"), ("{}", "no site template")])
def test_what_is_no_template_is_told(
    content: str | None, says: str, pages: Path, tmp_path: Path, capsys: Said
) -> None:
    site = tmp_path / "site.json"
    if content is not None:
        site.write_text(content)
    assert main(["clean", str(pages / "0.txt"), "--site", str(site)]) == 2
    assert says in capsys.readouterr().err


def test_a_folder_run_can_be_told_whether_to_learn(pages: Path, tmp_path: Path) -> None:
    def used(*options: str) -> bool:
        out = tmp_path / f"out{len(list(tmp_path.iterdir()))}"
        assert main(["batch", str(pages), str(out), "-q", *options]) == 0
        lines = (out / "articles.jsonl").read_text().splitlines()
        return all(json.loads(line)["template_id"] for line in lines)

    assert used()
    assert not used("--no-learn-site")
    (pages / "3.txt").unlink()
    assert not used()
    assert used("--learn-site", "--site-by", "folder")
