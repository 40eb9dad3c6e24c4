"""Dumps in scripts that the corpora lack: ``python -m training.scripts --out DIR CORPUS ...``.

Nearly all pages of the corpora are written in letters with capitals, a space between words and a full stop
behind a sentence. So that the network does not lean on these, pages are also flattened and then put into the
letters of Chinese, Japanese, Korean, Thai, Arabic, Hebrew or Hindi, word by word: the text says nothing, but
has the shape of one. Known phrases become known phrases of that language. Folders are written in the case
format; training takes them like any other.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from cleannews.label.language import stop_words
from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import fold
from cleannews.read.letters import is_caseless
from training.corpus import Derived, derive_corpus, write_copies
from training.flatten import draw_style, flatten

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_KEPT = re.compile(r"\]\([^()\s]{0,2000}\)|https?://\S+|www\.\S+|\S+@\S+|</?[a-z][^<>]{0,200}>")
"""Addresses and tags: no words."""
_BETWEEN = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f]|\d)|(?<=\d) (?=[^\x00-\x7f])")
"""A space between two words, or a word and a number."""
_BESIDE = re.compile(r"(?<=[\u3001-\u303f\uff00-\uffef]) (?=\S)|(?<=\S) (?=[\u3001-\u303f\uff00-\uffef])")
"""A space beside a mark of full width."""
_CASELESS = 0.2
"""Share of letters without capitals from which a page is of such a script itself."""
_SMALL = 4
"""Letters of the words that may be small ones of the language."""


class Script(NamedTuple):
    """How the text of a language is made."""

    language: str
    letters: str
    length: range
    """Letters of a word."""
    spaced: bool
    marks: dict[str, str]
    """What stands for the marks of Latin text."""
    small: str = ""
    """Words that join others, parted by spaces; those of the stop word lists if it is empty."""


def _letters(*spans: tuple[int, int]) -> str:
    return "".join(chr(code) for low, high in spans for code in range(low, high))


_WIDE = {".": "。", ",": "，", "?": "？", "!": "！", ":": "：", ";": "；", "(": "（", ")": "）"}
SCRIPTS = (
    Script("zh", _letters((0x4E00, 0x5E00)), range(1, 4), spaced=False, marks=_WIDE,
           small="的 了 在 是 和 与 也 被 对 从 将 这 其 就 而 为"),
    Script("ja", _letters((0x4E00, 0x5600), (0x30A2, 0x30F4)), range(1, 4), spaced=False,
           marks={**_WIDE, ",": "、"}, small="は が を に の と で も から まで より という した する"),
    Script("ko", _letters((0xAC00, 0xB800)), range(1, 5), spaced=True, marks={},
           small="는 은 을 를 에 의 그 이 및 등 것 수"),
    Script("th", _letters((0x0E01, 0x0E2F)), range(2, 6), spaced=False,
           marks={".": " ", ",": " ", ";": " "}, small="และ ของ ใน ที่ ได้ ให้ เป็น จาก ว่า กับ"),
    Script("ar", _letters((0x0627, 0x063B), (0x0641, 0x064B)), range(2, 7), spaced=True,
           marks={",": "،", "?": "؟", ";": "؛"}),
    Script("he", _letters((0x05D0, 0x05EB)), range(2, 7), spaced=True, marks={}),
    Script("hi", _letters((0x0915, 0x093A)), range(2, 5), spaced=True, marks={".": "।"}),
)  # fmt: skip


def put(text: str, script: Script, language: str | None) -> str:
    """Put a text into another script, line by line: the same word always becomes the same.

    Args:
        text: A dump, or a paragraph of its article.
        script: Of the text that is made.
        language: Of the text; its small words become small ones.

    >>> put("Read more about it.", SCRIPTS[2], "en") == put("Read more about it.", SCRIPTS[2], "en")
    True
    """
    return "\n".join(_line(line, script, language) for line in text.split("\n"))


def _line(line: str, script: Script, language: str | None) -> str:
    bare = line.strip()
    start, end = line.find(bare[:1]), len(line.rstrip())
    phrase = _phrase(bare, script) if bare else None
    if phrase is not None:
        return line[:start] + phrase + line[end:]
    parts: list[str] = []
    done = 0
    for kept in _KEPT.finditer(line):
        parts += (_words(line[done : kept.start()], script, language), kept[0])
        done = kept.end()
    return "".join((*parts, _words(line[done:], script, language)))


def _phrase(line: str, script: Script) -> str | None:
    """A known line becomes another one of its kind."""
    key = fold(line)
    label = load_lexicon().find_line(key)
    if label is None:
        return None
    numbers = re.findall(r"\d+", key)
    known = [one for one in _known(script.language, label.value) if one.count("#") == len(numbers)]
    if not known:
        return None
    counts = iter(numbers)
    return re.sub("#", lambda _: next(counts), known[_number(key) % len(known)])


@lru_cache(maxsize=256)
def _known(language: str, label: str) -> tuple[str, ...]:
    """The known lines of a kind in a language."""
    entry = files("cleannews.label") / "data" / "phrases" / f"{language}.json"
    kinds = json.loads(entry.read_bytes())["phrases"].get(label, {})
    return tuple(kinds.get("exact", ()))


def _words(text: str, script: Script, language: str | None) -> str:
    small = stop_words().get(language or "en", frozenset())
    made = _WORD.sub(lambda found: _word(found[0].casefold(), script, small), text)
    if not script.spaced:
        made = _BETWEEN.sub("", made)
    for mark, other in script.marks.items():
        made = re.sub(rf"(?<!\d){re.escape(mark)}|{re.escape(mark)}(?!\d)", other, made)
    return made if script.spaced else _BESIDE.sub("", re.sub("(?<=\\S)  +", " ", made))


def _word(word: str, script: Script, small: frozenset[str]) -> str:
    seed = _number(word)
    if word in small and len(word) <= _SMALL:
        joining = script.small.split() or sorted(stop_words()[script.language])
        return joining[seed % len(joining)]
    rng = Random(seed)  # noqa: S311 - no secret
    size = script.length[min(len(word) // 3, len(script.length) - 1)]
    return "".join(rng.choice(script.letters) for _ in range(size))


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=6).digest(), "big")


def is_cased(text: str) -> bool:
    """Tell whether a text is written in letters that have capitals."""
    letters = [letter for letter in text[:20_000] if letter.isalpha()]
    return sum(map(is_caseless, letters)) <= _CASELESS * len(letters)


def write_corpus(source: Path, out: Path, *, number: int) -> int:
    """Flatten every article page of a corpus and put it into a script of its own.

    Args:
        source: Folder with ``cases.jsonl``.
        out: Folder to write.
        number: Which of several copies.

    Returns:
        How many dumps were written.
    """

    def dump(record: dict[str, Any], page: str) -> Derived | None:
        # the seed hangs on the page and the copy alone, so a corpus grows without changing what it held
        rng = Random(f"{record['id']}/{number}/script")  # noqa: S311 - no secret
        style, script = replace(draw_style(rng), width=0), rng.choice(SCRIPTS)
        text = flatten(page, style)
        if not is_cased(text):
            return None
        language = (record.get("language") or "en")[:2]
        gold = [put(paragraph, script, language) for paragraph in record.get("gold") or ()]
        return Derived(put(text, script, language).encode("utf-8", "replace"), gold)

    return derive_corpus(source, out, dump, suffix=".txt")


def main(arguments: list[str] | None = None) -> int:
    """Write the corpora."""
    parser = argparse.ArgumentParser(prog="python -m training.scripts", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders of HTML pages with cases.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="where the folders of dumps go")
    parser.add_argument("--copies", type=int, default=1, help="scripts for each page")
    options = parser.parse_args(arguments)
    write_copies(options.corpora, options.out, options.copies, name="script", write=write_corpus)
    return 0


if __name__ == "__main__":
    sys.exit(main())
