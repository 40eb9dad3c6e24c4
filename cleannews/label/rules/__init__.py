"""Rules: small functions over the whole page that name blocks and say why.

A rule never decides: it gives verdicts with the precision it was measured at, and the arbiter
(:mod:`cleannews.label.decide`) weighs them. Only reasons with a precision of .995 or more are beyond doubt.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from cleannews.label.rules.affiliate_notes import AFFILIATE_NOTES
from cleannews.label.rules.archive_frames import ARCHIVE_FRAMES
from cleannews.label.rules.author_boxes import AUTHOR_BOXES
from cleannews.label.rules.author_notes import AUTHOR_NOTES
from cleannews.label.rules.breadcrumbs import BREADCRUMBS
from cleannews.label.rules.byline_lists import BYLINE_LISTS
from cleannews.label.rules.bylines import BYLINES
from cleannews.label.rules.call_boxes import CALL_BOXES
from cleannews.label.rules.captions import CAPTIONS
from cleannews.label.rules.closings import CLOSINGS
from cleannews.label.rules.comments import COMMENTS, comment_counts
from cleannews.label.rules.corrections import CORRECTIONS
from cleannews.label.rules.cut_teasers import CUT_TEASERS
from cleannews.label.rules.date_lines import DATE_LINES
from cleannews.label.rules.declared_authors import DECLARED_AUTHORS
from cleannews.label.rules.embedded_posts import EMBEDDED_POSTS
from cleannews.label.rules.entry_times import ENTRY_TIMES
from cleannews.label.rules.farewells import FAREWELLS
from cleannews.label.rules.further_articles import FURTHER_ARTICLES
from cleannews.label.rules.glued_teasers import GLUED_TEASERS
from cleannews.label.rules.headlines import HEADLINES
from cleannews.label.rules.invitations import INVITATIONS
from cleannews.label.rules.line_captions import LINE_CAPTIONS
from cleannews.label.rules.linked_tags import LINKED_TAGS
from cleannews.label.rules.linked_trails import LINKED_TRAILS
from cleannews.label.rules.lone_names import GIVEN_NAMES, LONE_NAMES
from cleannews.label.rules.machine_notes import MACHINE_NOTES
from cleannews.label.rules.marked_trails import MARKED_TRAILS
from cleannews.label.rules.markup import MARKUP
from cleannews.label.rules.menus import GLUED_MENUS, LISTED_MENUS, MENU_LINES, SHARE_BARS, TAGS
from cleannews.label.rules.meta_lines import META_LINES
from cleannews.label.rules.paywalls import PAYWALLS
from cleannews.label.rules.phrases import PHRASES
from cleannews.label.rules.picture_captions import PICTURE_CAPTIONS
from cleannews.label.rules.picture_words import PICTURE_WORDS
from cleannews.label.rules.polls import POLLS
from cleannews.label.rules.press_contacts import PRESS_CONTACTS
from cleannews.label.rules.program import PROGRAM_TEXT
from cleannews.label.rules.promoted_cards import PROMOTED_CARDS
from cleannews.label.rules.pull_quotes import PULL_QUOTES
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.related_sections import RELATED_SECTIONS
from cleannews.label.rules.repeats import CUT_OFFS, DOUBLED, DUPLICATES, EXCERPTS, HIDDEN_COPIES
from cleannews.label.rules.signed_ends import SIGNED_ENDS
from cleannews.label.rules.spaced_paths import SPACED_PATHS
from cleannews.label.rules.survey import survey
from cleannews.label.rules.teaser_cards import TEASER_CARDS
from cleannews.label.rules.teasers import TEASERS
from cleannews.label.rules.threads import THREADS
from cleannews.labels import Label

if TYPE_CHECKING:
    from cleannews.label.context import Context, Verdict

__all__ = ["RULES", "Reason", "Rule", "apply_rules", "comment_counts"]

RULES: tuple[Rule, ...] = (
    HEADLINES,
    EXCERPTS,
    CUT_OFFS,
    CUT_TEASERS,
    DUPLICATES,
    HIDDEN_COPIES,
    DOUBLED,
    PULL_QUOTES,
    MARKED_TRAILS,
    *BREADCRUMBS,
    *SPACED_PATHS,
    *META_LINES,
    GLUED_MENUS,
    MENU_LINES,
    SHARE_BARS,
    PAYWALLS,
    *PHRASES,
    INVITATIONS,
    *COMMENTS,
    THREADS,
    TAGS,
    BYLINE_LISTS,
    *BYLINES,
    DECLARED_AUTHORS,
    LONE_NAMES,
    GIVEN_NAMES,
    SIGNED_ENDS,
    AUTHOR_NOTES,
    AUTHOR_BOXES,
    PROMOTED_CARDS,
    LINKED_TAGS,
    LINKED_TRAILS,
    *DATE_LINES,
    ENTRY_TIMES,
    *CAPTIONS,
    LINE_CAPTIONS,
    PICTURE_CAPTIONS,
    *PICTURE_WORDS,
    *TEASERS,
    TEASER_CARDS,
    GLUED_TEASERS,
    RELATED_SECTIONS,
    *FURTHER_ARTICLES,
    *CLOSINGS,
    FAREWELLS,
    CORRECTIONS,
    PRESS_CONTACTS,
    AFFILIATE_NOTES,
    MACHINE_NOTES,
    EMBEDDED_POSTS,
    POLLS,
    CALL_BOXES,
    MARKUP,
    PROGRAM_TEXT,
    ARCHIVE_FRAMES,
    LISTED_MENUS,
)
"""All rules; of two verdicts with the same confidence the arbiter takes the earlier."""


def apply_rules(context: Context) -> list[Verdict]:
    """Let every rule speak of a page.

    Args:
        context: The page under labelling.

    Returns:
        Any number of verdicts per block, in the order of :data:`RULES`; none but ``headline`` speaks of the
        headline's block, and none finds a byline or a date below the heading of readers' comments.
    """
    scene = survey(context)
    headline, title = context.headline.block, Label.TITLE
    verdicts = chain.from_iterable([rule.find(scene) for rule in RULES])
    spoken = [verdict for verdict in verdicts if verdict[0] != headline or verdict[1] is title]
    comments = scene.comments if scene.prose else len(scene.lines)
    return [verdict for verdict in spoken if verdict[0] < comments or verdict[1] not in _OF_THE_ARTICLE]


_OF_THE_ARTICLE = frozenset({Label.BYLINE, Label.DATELINE})
"""Below a heading of comments, behind all prose, these are the readers' names and days."""
