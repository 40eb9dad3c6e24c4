"""The arbiter: precedence, names and islands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cleannews.label.context import Context, Verdict, make_context
from cleannews.label.decide import VETO, decide
from cleannews.label.headline import Headline
from cleannews.label.measures import measure
from cleannews.label.threshold import SHORT_THRESHOLD, THRESHOLDS
from cleannews.labels import Kind, Label, Mode
from cleannews.read.html import read_html
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

PROSE = "The council met on Monday and agreed to rebuild the bridge over the river."
MENU = "Weather"


CODE = (
    "<p>Set it up:</p><pre># begin\ninit\n\n# then\nclone</pre>"
    "<p>It works now.</p><pre>menu\n\nfoot</pre><div>Weather</div>"
)


def context_of(*lines: str) -> Context:
    page = read_text("\n\n".join(lines), DEFAULT_LIMITS)
    assert [segment.text for segment in page.segments] == list(lines)
    return make_context(page, measure(page.segments), Headline(None, "", -1, ()), "en")


def labels(context: Context, verdicts: Sequence[Verdict], scores: Sequence[float]) -> list[Label]:
    return [verdict.label for verdict in decide(context, verdicts, scores, mode=Mode.BALANCED)]


def test_a_rule_beyond_doubt_beats_any_score() -> None:
    context = context_of(PROSE, MENU)
    spoken = [Verdict(0, Label.LEGAL, "rule", VETO), Verdict(1, Label.BODY, "rule", VETO)]
    assert labels(context, spoken, [0.99, 0.01]) == [Label.LEGAL, Label.BODY]


def test_a_weaker_rule_does_not_overrule_the_score_but_names() -> None:
    context = context_of(PROSE, MENU)
    spoken = [Verdict(0, Label.LEGAL, "weak", VETO - 0.001), Verdict(1, Label.SHARE, "weak", 0.5)]
    settled = decide(context, spoken, [0.9, 0.1], mode=Mode.BALANCED)
    assert [(one.label, one.reason) for one in settled] == [
        (Label.BODY, "article_text"),
        (Label.SHARE, "weak"),
    ]


@pytest.mark.parametrize(("place", "kept"), [(0, False), (1, True), (2, False)])
def test_notices_go_at_the_edges_of_the_text_and_stay_inside_it(place: int, *, kept: bool) -> None:
    lines = [PROSE, PROSE]
    lines.insert(place, "We use cookies to count our readers, and our partners do.")
    notice = Verdict(place, Label.CONSENT, "consent_opener", 0.99)
    found = labels(context_of(*lines), [notice], [0.9] * 3)
    assert (found[place] is Label.BODY) is kept


@pytest.mark.parametrize(
    ("label", "reason"), [(Label.CONSENT, "class_consent"), (Label.LEGAL, "legal_sentence")]
)
def test_other_reasons_do_not_overrule_the_score_there(label: Label, reason: str) -> None:
    assert labels(context_of(PROSE, PROSE), [Verdict(0, label, reason, 0.99)], [0.9, 0.9]) == [Label.BODY] * 2


def test_of_two_rules_the_more_precise_names_the_block() -> None:
    context = context_of(MENU, PROSE)
    spoken = [Verdict(0, Label.SHARE, "a", 0.7), Verdict(0, Label.NAVIGATION, "b", 0.8)]
    assert labels(context, spoken, [0.1, 0.9])[0] is Label.NAVIGATION


@pytest.mark.parametrize(("mode", "kept"), [("precision", False), ("balanced", True), ("recall", True)])
def test_the_mode_moves_the_threshold(mode: str, *, kept: bool) -> None:
    score = (THRESHOLDS[Kind.TEXT][Mode.BALANCED] + THRESHOLDS[Kind.TEXT][Mode.PRECISION]) / 2
    context = context_of(PROSE, MENU, PROSE + " It was late.")
    settled = decide(context, (), [0.99, 0.0, score], mode=Mode(mode))
    assert settled[2].label.kept is kept


def test_every_block_is_settled_once_and_in_order() -> None:
    context = context_of(PROSE, MENU, PROSE + " Twice.", MENU + " now")
    settled = decide(context, (), [0.9, 0.1, 0.8, 0.2], mode=Mode.RECALL)
    assert [one.index for one in settled] == [0, 1, 2, 3]


def test_a_sentence_alone_between_kept_blocks_is_given_back() -> None:
    context = context_of(PROSE, PROSE + " Again.", PROSE + " And again.")
    settled = decide(context, (), [0.9, 0.05, 0.9], mode=Mode.BALANCED)
    assert (settled[1].label, settled[1].reason) == (Label.BODY, "between_kept")


@pytest.mark.parametrize(("above", "kept"), [(Label.DATELINE, True), (Label.RELATED, False)])
def test_the_clock_of_a_live_blog_parts_no_neighbours(above: Label, *, kept: bool) -> None:
    context = context_of(PROSE, "13:58", PROSE + " Again.", "13:20", PROSE + " And again.")
    clocks = [Verdict(1, above, "date_line", 0.996), Verdict(3, Label.DATELINE, "date_line", 0.996)]
    settled = decide(context, clocks, [0.9, 0.1, 0.1, 0.1, 0.9], mode=Mode.BALANCED)
    assert settled[2].label.kept is kept


@pytest.mark.parametrize(
    "mark", [" (jm/AFP)", " – AFP", " / Reuters", " /dpa", " (dpa)", " (ode)", " [APA/dpa]"]
)
def test_a_signed_sentence_behind_the_last_kept_block_is_given_back(mark: str) -> None:
    context = context_of(PROSE, f"{PROSE}{mark}", MENU)
    settled = decide(context, (), [0.9, 0.3, 0.0], mode=Mode.BALANCED)
    assert (settled[1].label, settled[1].reason) == (Label.BODY, "beside_kept")


@pytest.mark.parametrize(
    ("line", "scores"),
    [
        (f"{PROSE} (AFP)", (0.9, 0.1, 0.0)),  # a score next to nothing
        (f"{PROSE} (AFP)", (0.1, 0.3, 0.9)),  # no kept block before it
        (f"{PROSE} (AFP)", (0.9, 0.3, 0.9)),  # between kept blocks: a picture's
        (f"{PROSE} (Mara Field/AFP)", (0.9, 0.3, 0.0)),
        (f"{PROSE} © AFP", (0.9, 0.3, 0.0)),
        (f"{PROSE} Photo: AFP", (0.9, 0.3, 0.0)),
        ("The council at its table in the old hall on Monday (AFP)", (0.9, 0.3, 0.0)),
        ("The mayor. (AFP)", (0.9, 0.3, 0.0)),
    ],
)
def test_a_line_like_a_signed_sentence_is_not_given_back(line: str, scores: tuple[float, ...]) -> None:
    assert labels(context_of(PROSE, line, PROSE), (), scores)[1] is not Label.BODY


ISLAND = "町議会は十二日、夜間のフェリー運航を賛成多数で認めた。最初の便は五月一日に出る。"


@pytest.mark.parametrize("mark", ["（記者 王建文）", "（共同）", "（实习生 林小港 港湾社客户端报道）"])
def test_a_sentence_that_is_signed_in_full_width_is_given_back(mark: str) -> None:
    settled = decide(context_of(ISLAND, f"{ISLAND}{mark}", MENU), (), [0.9, 0.3, 0.0], mode=Mode.BALANCED)
    assert (settled[1].label, settled[1].reason) == (Label.BODY, "beside_kept")


@pytest.mark.parametrize(
    "mark",
    ["（林小港摄）", "（港湾社供图）", "（撮影・山田太郎）", "（雨だった。）", "（" + "長い" * 21 + "）"],
)
def test_a_caption_in_full_width_is_not(mark: str) -> None:
    assert labels(context_of(ISLAND, f"{ISLAND}{mark}", MENU), (), [0.9, 0.3, 0.0])[1] is not Label.BODY


def test_a_sentence_that_narrowly_missed_beside_kept_text_is_given_back() -> None:
    context = context_of(PROSE, PROSE + " Again.", MENU)
    nearly = 0.9 * SHORT_THRESHOLD
    settled = decide(context, (), [0.9, nearly, 0.0], mode=Mode.BALANCED)
    assert (settled[1].label, settled[1].reason) == (Label.BODY, "beside_kept")


@pytest.mark.parametrize(
    ("lines", "scores"),
    [
        ((PROSE, MENU, PROSE + " Again."), (0.9, 0.3, 0.9)),  # no sentence
        ((PROSE, "It rained.", PROSE + " Again."), (0.9, 0.3, 0.9)),  # too short to tell
        ((PROSE, PROSE + " Again.", MENU), (0.9, 0.2, 0.0)),  # missed by far
    ],
)
def test_what_is_no_island_stays_removed(lines: tuple[str, ...], scores: tuple[float, ...]) -> None:
    assert not labels(context_of(*lines), (), scores)[1].kept


def test_a_rule_that_named_a_block_is_not_undone_by_its_neighbours() -> None:
    context = context_of(PROSE, PROSE + " Again.", PROSE + " And again.")
    spoken = [Verdict(1, Label.ADVERT, "advert_phrase", 0.9)]
    assert labels(context, spoken, [0.9, 0.2, 0.9])[1] is Label.ADVERT


def page_context(html: str) -> Context:
    page = read_html(f"<html><body>{html}</body></html>", DEFAULT_LIMITS)
    return make_context(page, measure(page.segments), Headline(None, "", -1, ()), "en")


@pytest.mark.parametrize(
    ("scores", "kept"),
    [
        ([0.9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1], [True, True, True, True, False, False, False]),
        ([0.9, 0.1, 0.6, 0.9, 0.1, 0.1, 0.1], [True, True, True, True, False, False, False]),
        ([0.9, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [True, False, False, False, False, False, False]),
        ([0.1, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1], [False, False, False, True, False, False, False]),
        ([0.9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.9], [True, True, True, True, True, True, True]),
    ],
)
def test_a_listing_between_kept_blocks_is_given_back(scores: list[float], kept: list[bool]) -> None:
    settled = decide(page_context(CODE), [], scores, mode=Mode.BALANCED)
    assert [verdict.label.kept for verdict in settled] == kept


def test_a_listing_that_a_rule_named_stays_removed() -> None:
    spoken = [Verdict(1, Label.ADVERT, "rule", VETO)]
    settled = decide(page_context(CODE), spoken, [0.9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1], mode=Mode.BALANCED)
    assert [verdict.label.kept for verdict in settled[:4]] == [True, False, True, True]


def html_labels(body: str, scores: Sequence[float]) -> list[Label]:
    page = read_html(f"<html><body>{body}</body></html>", DEFAULT_LIMITS)
    context = make_context(page, measure(page.segments), Headline(None, "", -1, ()), "en")
    return labels(context, [], scores)


@pytest.mark.parametrize(
    "inner", ["{}", "<p>{}</p>", "<div><p>{}</p></div>", "<p>{}</p><footer>Ann Lee</footer>"]
)
def test_what_stands_in_a_block_quotation_is_a_quote(inner: str) -> None:
    quote = f"<blockquote>{inner.format('We saw it coming.')}</blockquote>"
    scores = [0.9, 0.9, *([0.1] if "footer" in inner else []), 0.9]
    found = html_labels(f"<p>{PROSE}</p>{quote}<p>{PROSE}</p>", scores)
    assert (found[0], found[1], found[-1]) == (Label.BODY, Label.QUOTE, Label.BODY)


def test_so_do_several_paragraphs_of_one_but_not_its_lists_and_headings() -> None:
    quote = "<blockquote><h3>So</h3><p>We saw it.</p><p>It came.</p><ul><li>Rain</li></ul></blockquote>"
    found = html_labels(f"<p>{PROSE}</p>{quote}<p>{PROSE}</p>", [0.9] * 6)
    assert found[1:5] == [Label.SUBHEADING, Label.QUOTE, Label.QUOTE, Label.LIST_ITEM]


def test_an_article_that_stands_in_a_block_quotation_as_a_whole_is_no_quote() -> None:
    page = f"<blockquote><p>{PROSE}</p><p>{PROSE}</p></blockquote><p>It was late.</p>"
    assert html_labels(page, [0.9] * 3) == [Label.BODY] * 3


def test_a_removed_block_of_a_quotation_stays_removed() -> None:
    page = f"<p>{PROSE}</p><blockquote><p>Weather</p></blockquote><p>{PROSE}</p>"
    assert html_labels(page, [0.9, 0.1, 0.9])[1] is Label.OTHER


LISTED = "<p>{intro}</p><ul><li>a lamp</li><li>a rope</li><li>Weather</li></ul>"


@pytest.mark.parametrize(
    ("intro", "scores", "expected"),
    [
        ("They asked everybody to bring:", [0.9, 0.1, 0.1, 0.1], [Label.LIST_ITEM] * 3),
        ("They asked everybody to bring these.", [0.9, 0.1, 0.1, 0.1], [Label.OTHER] * 3),
        ("Our guides:", [0.1, 0.1, 0.1, 0.1], [Label.OTHER] * 3),
        ("They did.", [0.9, 0.9, 0.1, 0.9], [Label.LIST_ITEM] * 3),
        ("They did.", [0.9, 0.9, 0.1, 0.1], [Label.LIST_ITEM, Label.OTHER, Label.OTHER]),
    ],
)
def test_items_of_a_list_stay_where_a_colon_announces_them_or_both_sides_stay(
    intro: str, scores: list[float], expected: list[Label]
) -> None:
    page = f"{LISTED.format(intro=intro)}<p>{PROSE}</p>"
    assert html_labels(page, [*scores, 0.9])[1:-1] == expected


def test_an_item_that_a_rule_named_stays_removed() -> None:
    page = read_html(f"<html><body>{LISTED.format(intro='They brought:')}</body></html>", DEFAULT_LIMITS)
    context = make_context(page, measure(page.segments), Headline(None, "", -1, ()), "en")
    spoken = [Verdict(3, Label.NAVIGATION, "navigation_phrase", VETO)]
    assert labels(context, spoken, [0.9, 0.1, 0.1, 0.1])[1:] == [
        Label.LIST_ITEM,
        Label.LIST_ITEM,
        Label.NAVIGATION,
    ]
