"""The forms in which programs write a dump down are undone; texts that only look like one are left alone."""

from __future__ import annotations

import json
import pprint
import quopri
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.read.forms import undone
from cleannews.read.mojibake import without_mojibake
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = [
    "Home",
    "News",
    "Politics",
    "Ferry company meets island council",
    "By Mara Field",
    "The ferry company met with the island council on Friday, in a talk that no one had expected before.",
    "“Never again,” said the café’s keeper: “It's 'rain' or wind, and we stay on the quay for it.”",
    "Passengers may ask for their money at the quay, and those who have to wait get a room in the inn.",
    "Two of the three “new” ships are older than forty years, and the third one has no room for lorries.",
    "Share",
    "Storm closes the northern harbour",
    "Bridge plan goes back to the start",
    "COMMENTS",
    "© The Island Post",
]


def _numbered(mark: str) -> str:
    return "\n".join(mark.format(count) + line for count, line in enumerate(LINES, 1))


def _mojibake(text: str, encoding: str = "cp1252") -> str:
    return "".join(bytes((byte,)).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


RUSSIAN = [
    "Россия открывает паром",
    "Иван Рябов сказал: «Паром пойдёт в мае».",
    "Рейс займёт два часа — и это быстро.",
]
POLISH = [
    "Łódź płynie na północ",
    "Prom wypłynie w maju, zapowiedział kapitan „Gryfa”.",
    "Rejs będzie krótszy.",
]


FORMS: dict[str, str] = {
    "Python list": repr(LINES),
    "Python tuple": repr(tuple(LINES)),
    "named list": f"text = {LINES!r}",
    "printed prettily": pprint.pformat(LINES, width=60),
    "JSON list": json.dumps(LINES, ensure_ascii=False),
    "JSON list in ASCII": json.dumps(LINES),
    "JSON list on lines": json.dumps(LINES, indent=2),
    "JSON list of a member": json.dumps({"lines": LINES}),
    "list cut off": repr(LINES)[:-2],
    "strings in quotes, a comma behind each": "\n".join(f"{json.dumps(line)}," for line in LINES),
    "lines in quotes": "\n".join(f'"{line}"' for line in LINES),
    "lines in quotes and commas": ",\n".join(f'"{line}"' for line in LINES),
    "bytes": repr("\n".join(LINES).encode()),
    "quoted-printable": quopri.encodestring("\n".join(LINES).encode()).decode(),
    "quoted-printable of Windows": quopri.encodestring("\n".join(LINES).encode())
    .decode()
    .replace("\n", "\r\n"),
    "quoted-printable in windows-1252": quopri.encodestring("\n".join(LINES).encode("cp1252")).decode(),
    "codes for letters": "\n".join(LINES).encode("ascii", "backslashreplace").decode(),
    "cat -n": _numbered("{:6}\t"),
    "grep -n": "\n".join(f"{2 * count + 1}:{line}" for count, line in enumerate(LINES)),
    "numbers and colons": _numbered("{}: "),
    "numbers and stops": _numbered("{}. "),
    "numbers and bars": _numbered("{:4} | "),
    "numbers in brackets": _numbered("[{}] "),
    "numbers with noughts": _numbered("{:04d}  "),
    "numbers from nought": "\n".join(f"{count:<4}{line}" for count, line in enumerate(LINES)) + "\n",
    "quoted": "\n".join(f"> {line}" for line in LINES),
    "quoted tightly": "\n".join(f">{line}" for line in LINES),
    "commented": "\n".join(f"# {line}" for line in LINES),
    "commented in slashes": "\n".join(f"// {line}" for line in LINES),
    "dashes": "\n".join(f"- {line}" for line in LINES),
    "bars": "\n".join(f"| {line}" for line in LINES),
    "line break tags": "<br>\n".join(LINES),
    "line break tags of XHTML": "<br />\r\n".join(LINES),
    "line break tags alone": "<br/>".join(LINES),
    "end tags": "</p>\n".join(LINES) + "</p>",
    "pilcrows": "¶\n".join(LINES),
    "backslashes": "\\\n".join(LINES),
    "escaped line breaks before real ones": "\\n\n".join(LINES),
    "UTF-8 read as windows-1252": _mojibake("\n".join(LINES)),
    "UTF-8 read as windows-1252, bytes lost": _mojibake("\n".join(LINES)).replace("\x9d", ""),
    "UTF-8 read as latin-1": "\n".join(LINES).encode().decode("latin-1"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_undone(form: str) -> None:
    dump = FORMS[form]
    page = read_text(dump, DEFAULT_LIMITS)
    assert_covers(page)
    assert [segment.text for segment in page.segments] == LINES


def test_signs_that_are_no_letters_do_not_hide_text_decoded_wrongly() -> None:
    dump = f"Home\xa0\n❤ 5 €\n\xa0\n{_mojibake(' '.join(LINES[1:] * 3))} so\xadgar 7 € ❤ ✓ ✓"
    assert {*"âÃ"}.isdisjoint("".join(segment.text for segment in read_text(dump, DEFAULT_LIMITS).segments))


def test_text_decoded_wrongly_twice_is_read() -> None:
    dump = _mojibake(_mojibake("\n".join(LINES), "latin-1"), "latin-1")
    assert [segment.text for segment in read_text(dump, DEFAULT_LIMITS).segments] == LINES


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Er kÃÂ¤me fÃÂ¼r zwÃÂ¶lf", "Er käme für zwölf"),
        ("The cafÃ© isnâ€™t open, it wasnâ€™t at noonÂ", "The café isn’t open, it wasn’t at noon "),
    ],
)
def test_what_is_left_of_text_decoded_wrongly_is_read(written: str, read: str) -> None:
    assert undone(written)[-1].read.text == read


def test_text_decoded_wrongly_below_a_menu_decoded_rightly_is_read() -> None:
    menu = ["En tu móvil", "Además", "Última hora", "Fotografía"]
    text = ["La operación empezó en la región más fría, según explicó ayer el capitán de la misión."] * 6
    page = read_text("\n".join([*menu, *map(_mojibake, text)]), DEFAULT_LIMITS)
    assert [segment.text for segment in page.segments] == menu + text


@pytest.mark.parametrize(
    ("lines", "encoding", "lost"),
    [
        (RUSSIAN, "cp1251", ""),
        (RUSSIAN, "cp1251", "\x98"),
        (POLISH, "cp1250", ""),
        (POLISH, "iso8859_2", ""),
    ],
)
def test_text_decoded_in_an_encoding_of_another_language_is_read(
    lines: list[str], encoding: str, lost: str
) -> None:
    dump = "\n".join(_mojibake(line, encoding) for line in lines)
    page = read_text(dump.replace(lost, "") if lost else dump, DEFAULT_LIMITS)
    assert [segment.text for segment in page.segments] == lines
    assert_covers(page)


@pytest.mark.parametrize(
    "text", [*RUSSIAN, *POLISH, "Він живе біля Рівного. Її дім — Ґанок.", "Гілея і Віра"]
)
def test_text_decoded_rightly_stays(text: str) -> None:
    assert without_mojibake(text) is None


def test_blank_lines_that_were_numbered_are_blank() -> None:
    lines = [line for text in LINES for line in (text, "")]
    dump = "\n".join(f"{count:6}\t{line}" for count, line in enumerate(lines, 1))
    page = read_text(dump, DEFAULT_LIMITS)
    assert_covers(page)
    assert [(segment.text, segment.gap) for segment in page.segments[1:]] == [(line, 1) for line in LINES[1:]]


def test_the_doubled_quotes_of_a_cell_are_single() -> None:
    page = read_text('"Rain on Sunday\n\n""It rained,"" she said, ""and rained.""\n"', DEFAULT_LIMITS)
    assert_covers(page)
    assert [segment.text for segment in page.segments] == [
        "Rain on Sunday",
        '"It rained," she said, "and rained."',
    ]


def test_a_mark_belongs_to_its_line() -> None:
    page = read_text(FORMS["cat -n"], DEFAULT_LIMITS)
    assert [segment.raw for segment in page.segments[:2]] == ["1\tHome", "2\tNews"]
    page = read_text(FORMS["Python list"], DEFAULT_LIMITS)
    assert [segment.raw for segment in page.segments[:2]] == ["['Home',", "'News',"]


def test_a_list_of_text_nodes_is_read_like_the_page() -> None:
    nodes = [piece for line in LINES for piece in ("\n    ", line, "\n")]
    page = read_text(repr(nodes), DEFAULT_LIMITS)
    assert_covers(page)
    assert [segment.text for segment in page.segments] == LINES


_REPLY = """Dear all,

thank you for the letter of last week.

> The ferry company met with the island council on Friday, in a talk that no one had expected.
> Two of the three ships are older than forty years, and the third one has no room for lorries.

That is true of one ship only, and the company has said so three times since the spring of last year.

> Passengers may ask for their money at the quay, and those who have to wait get a room in the inn.

They may not: the inn closed its doors in March, and nobody has found another one on the island."""

_CODE = """How to count the words of a letter

Programs that count words are short. This one reads a list and prints how many words each line has.

words = ['rain', 'wind', 'snow', 'hail']
for word in words:
    print(len(word))

The list may be as long as you like; the loop goes on until its end, and then the program ends too."""

_LISTICLE = "Ten things to do on the island\n\nBy Mara Field\n\n" + "\n".join(
    f"{count}. Take the ferry number {count} to the northern harbour and walk back along the cliffs at noon."
    for count in range(1, 11)
)

_LIVE = "\n".join(
    f"{hour}:{minute:02} The council votes on item {hour} of its list, and the hall is as full as at noon."
    for hour in (10, 11)
    for minute in range(0, 60, 7)
)

_TABLE = "\n".join(
    f"{place} {club} {points}" for place, (club, points) in enumerate([("FC Northport", 30)] * 20, 1)
)

_POEM = "\n".join(
    f"{line}\n- and the {line.split()[-1]} said nothing at all to the wind that had come from the sea so far."
    for line in ["I saw the rain", "I saw the wind", "I saw the snow", "I saw the hail", "I saw the night"]
    * 3
)

_DIALOGUE = "\n".join(
    f"– {said}"
    for said in [
        "No, I have not seen the ferry since the evening of last Sunday, and nobody else has.",
        "Then who has?",
        "Ask the keeper.",
    ]
    * 5
)

_YEARS = "\n".join(
    f"{year}: The council of that year voted for a bridge, and the council after it voted against the bridge."
    for year in range(1990, 2010)
)

_TAGS = """How a line ends

The tag <br> ends a line. Some write <br/>, others <br />, and the standard says that <br> is enough.
A paragraph ends with </p>, but nobody has to write it. Where two lines end, <br> <br> stands twice.
Poems and addresses need <br>; everything else is a paragraph. So much for the tag <br>, then."""

_QUOTED_CODES = """What the codes mean

Write \\u00e9 for an accent, \\u00fc for an umlaut, \\u2013 for a dash, \\u201c and \\u201d for marks,
and \\u20ac for a coin. A browser reads \\u00e9 as it stands, a program as the letter."""

_EQUATIONS = """x =
1 + 2 + 3 + 4, which is
y =
10, and of course
z =
100=20=30, as everybody on the island will tell you who has been to school there for more than a week"""

UNTOUCHED: dict[str, str] = {
    "equations": _EQUATIONS,
    "a mail that quotes": _REPLY,
    "an article that quotes code": _CODE,
    "a list with numbers": _LISTICLE,
    "a live blog with clock times": _LIVE,
    "a table of numbers": _TABLE,
    "a poem": _POEM,
    "a dialogue": _DIALOGUE,
    "years": _YEARS,
    "a text that speaks of tags": _TAGS,
    "a text that speaks of codes": _QUOTED_CODES,
    "a quotation first": '"Never again," said the keeper. "It rains," he said, "and it blows, and we stay."',
    "quotations first and last": '"It rained," she said, and he said: "It did."',
    "an empty string": '"" is an empty string, and so is ""',
    "two strings": "['rain', 'wind']",
    "a list in a sentence": "['rain', 'wind', 'snow'] is how a program writes the weather of an island.",
    "a table in Markdown": "\n".join(f"| {'rain and wind ' * 5} | {count} |" for count in range(20)),
    "capitals": "NÃO É FÁCIL. «SÃO» E «CAFÉ», «NÃO» E «MANHÃ»",
    "French": "« Café », dit-il. Ça n’a été ni l’été ni l’hiver : « où ? »",
    "Icelandic": "Það er „Ísland“ — og „Ú“.",
    "Russian": "Север — это «дом», а юг — «сад».",
    "one line for two": "<br>",
}


@pytest.mark.parametrize("name", UNTOUCHED)
def test_what_only_looks_like_a_form_is_left_alone(name: str) -> None:
    assert undone(UNTOUCHED[name]) == []
    assert_covers(read_text(UNTOUCHED[name], DEFAULT_LIMITS))


_MARKS = st.sampled_from(
    [
        "> ",
        "1: ",
        "12\t",
        "- ",
        "",
        "# ",
        "'",
        '"',
        "['",
        "', '",
        "']",
        '","',
        "<br>",
        "</p>",
        "¶",
        "\\",
        "\\n",
    ]
)
_WORDS = st.sampled_from(
    ["Rain", "It rained.", "Ã©", "â€™", "é", "\\xc3\\xa9", "\\u00e9", "x" * 70, "", " ", "\u200b"]
)
_ENDS = st.sampled_from(["\n", "\r\n", "", "\n\n", ",\n", "<br>\n", "\\\n", "\u2028"])
_LINES = st.lists(st.tuples(_MARKS, _WORDS, _ENDS).map("".join), max_size=30)


@given(_LINES.map("".join))
@settings(max_examples=300, deadline=None)
def test_no_character_is_lost(dump: str) -> None:
    assert_covers(read_text(dump, DEFAULT_LIMITS))


@given(
    _LINES,
    st.sampled_from(
        [
            repr,
            lambda lines: quopri.encodestring("\n".join(lines).encode()).decode(),
            json.dumps,
            lambda lines: "\n".join(f"{count:6}\t{line}" for count, line in enumerate(lines)),
            lambda lines: "\n".join(f"> {line}" for line in lines),
            "<br>".join,
            "<br>\n".join,
            "\\\n".join,
            lambda lines: _mojibake("".join(lines)),
        ]
    ),
)
@settings(max_examples=200, deadline=None)
def test_no_character_of_a_form_is_lost(lines: list[str], form: Callable[[list[str]], str]) -> None:
    more = [
        f"The river rose by {number} metres in the night, and nobody had seen it." for number in range(20)
    ]
    assert_covers(read_text(form(lines + more), DEFAULT_LIMITS))


def test_what_a_mail_quotes_is_read_below_what_stands_above_it() -> None:
    quoted = "\n>\n".join(
        f"> {line}" for line in ("Night ferry", *["The council voted on Monday night."] * 9)
    )
    page = read_text(f"Great piece!\n\nOn Thu, Feb 11, 2021 Mara wrote:\n\n{quoted}\n", DEFAULT_LIMITS)
    assert_covers(page)
    assert [segment.text for segment in page.segments][2:4] == [
        "Night ferry",
        "The council voted on Monday night.",
    ]


def test_a_quotation_within_a_text_stays_one() -> None:
    quoted = "\n".join(f"> Line {line} of the mail that was quoted" for line in range(12))
    text = "\n\n".join(["The council voted on Monday night to let the ferry sail."] * 20)
    page = read_text(f"{text}\n\n{quoted}\n\n{text}", DEFAULT_LIMITS)
    assert_covers(page)
    assert any(segment.raw.startswith("> Line") for segment in page.segments)
