"""Makes gold of pages that have none: ``python -m training.selftrain --weights DIR --out DIR CORPUS``.

Self-training (Yarowsky 1995; Scudder 1965): pages of sites that no corpus holds are cleaned with weights that
have not seen them, and those that came out surely are learned from like the others. What keeps errors from
being learned is what the corpus does say, every snippet that the text must have and none that it must not,
and that the weights of all folds agree: what they agree on, no fold has carried over to another.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleannews.labels import Status
from quality.score import score
from training.corpus import FOLDS, case_of, load_records
from training.predict import clean_without

if TYPE_CHECKING:
    from cleannews.article import Article
    from training.corpus import Case

LEAST_CONFIDENCE = 0.6
"""Below, half of the pages of the development corpora are wrong somewhere."""

AGREEMENT = 0.98
"""Word F1 that the texts of all folds have with that of the fold that has not seen the page's site."""

LEAST_WORDS = 80
"""Shorter texts are mostly notes beside a picture or a film."""


def is_vouched_for(article: Article, record: dict[str, Any]) -> bool:
    """Tell whether a page came out surely, and as far as is known rightly.

    Args:
        article: What was made of it.
        record: Its line of the corpus; ``with`` and ``without`` are snippets of what belongs and does not.
    """
    text = " ".join(article.text.split())
    wanted, unwanted = (
        [" ".join(part.split()) for part in record.get(key) or ()] for key in ("with", "without")
    )
    return (
        article.status is Status.OK
        and article.confidence >= LEAST_CONFIDENCE
        and article.word_count >= LEAST_WORDS
        and all(part in text for part in wanted)
        and not any(part in text for part in unwanted)
    )


def read_by_all(case: Case, weights: Path) -> tuple[Article, float]:
    """Clean a page with the weights of every fold.

    Args:
        case: The page.
        weights: Folder with the weights of every fold.

    Returns:
        What the fold that has not seen its site made of it, and the lowest word F1 of the others with that.
    """
    articles = [clean_without(fold, case, weights) for fold in range(FOLDS)]
    ours = articles[case.fold]
    return ours, min(score(article.text, ours.text).f1 for article in articles)


def write_corpus(source: Path, weights: Path, out: Path) -> int:
    """Write the pages of a corpus that are vouched for, with the text that was found as their gold.

    Args:
        source: Folder with ``cases.jsonl``.
        weights: Folder with the weights of every fold.
        out: Folder to write; it points to the pages where they are.

    Returns:
        How many were written.
    """
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    with (out / "cases.jsonl").open("w", encoding="utf-8") as lines:
        for record in load_records(source):
            case = case_of(source, record)
            article, agreement = read_by_all(case, weights)
            if agreement >= AGREEMENT and is_vouched_for(article, record):
                gold = [paragraph.text for paragraph in article.paragraphs]
                page = {"id": case.id, "html": str(case.path.resolve()), "domain": case.domain, "gold": gold}
                lines.write(json.dumps({**page, "language": article.language}, ensure_ascii=False) + "\n")
                count += 1
    return count


def main(arguments: list[str] | None = None) -> int:
    """Write the corpora."""
    parser = argparse.ArgumentParser(prog="python -m training.selftrain", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders of HTML pages with cases.jsonl")
    parser.add_argument("--weights", type=Path, required=True, help="where training put the weights of folds")
    parser.add_argument("--out", type=Path, required=True, help="where the folders go")
    options = parser.parse_args(arguments)
    for corpus in options.corpora:
        count = write_corpus(corpus, options.weights, options.out / f"self-{corpus.name}")
        sys.stderr.write(f"{corpus.name}: {count} pages are vouched for\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
