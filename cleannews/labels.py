"""The closed vocabularies: what a block is, what a page is, what an input is."""

from __future__ import annotations

from enum import Enum


class _Word(str, Enum):
    """A string enumeration whose members print as their value (``StrEnum`` needs Python 3.11)."""

    __hash__ = str.__hash__
    """That of ``Enum`` is run by the interpreter, and every block is looked up by its label many times."""

    def __str__(self) -> str:
        return str(self.value)


class Label(_Word):
    """What a block of a page is. Whether it is kept follows from the label alone.

    >>> Label.BODY.kept, Label.RELATED.kept
    (True, False)
    """

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    SUBHEADING = "subheading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE = "table"
    CAPTION = "caption"

    NAVIGATION = "navigation"
    BREADCRUMB = "breadcrumb"
    ECHO = "echo"
    EXCERPT = "excerpt"
    RELATED = "related"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    COMMENTS = "comments"
    LEGAL = "legal"
    ADVERT = "advert"
    CONSENT = "consent"
    MEDIA_CONTROL = "media_control"
    TAGS = "tags"
    AUTHOR_BIO = "author_bio"
    TEMPLATE = "template"
    OTHER = "other"

    @property
    def kept(self) -> bool:
        """Whether blocks of this label stay in the article."""
        return self in KEPT

    @property
    def in_text(self) -> bool:
        """Whether blocks of this label are part of ``Article.text``."""
        return self in IN_TEXT


IN_TEXT = frozenset(
    {
        Label.STANDFIRST,
        Label.BODY,
        Label.SUBHEADING,
        Label.LIST_ITEM,
        Label.QUOTE,
        Label.TABLE,
    }
)
"""Labels whose blocks make up ``Article.text``."""

KEPT = IN_TEXT | {Label.TITLE, Label.BYLINE, Label.DATELINE, Label.CAPTION}
"""Labels whose blocks are kept; the others are removed."""


class Status(_Word):
    """What came of a page, from the best to the worst."""

    OK = "ok"
    PARTIAL = "partial"
    NOT_ARTICLE = "not_article"
    EMPTY = "empty"
    NOT_TEXT = "not_text"


class Kind(_Word):
    """What an input is: HTML, or the text that a scraper made of it."""

    HTML = "html"
    TEXT = "text"


class Mode(_Word):
    """Which error to avoid: junk kept (precision) or body lost (recall)."""

    PRECISION = "precision"
    BALANCED = "balanced"
    RECALL = "recall"


class WarningId(_Word):
    """What a user should know of how a page was read: the ids in ``Article.warnings``, which are stable."""

    ELEMENTS_OVER_LIMIT = "elements_over_limit"
    BLOCKS_OVER_LIMIT = "blocks_over_limit"
    CHARACTERS_OVER_LIMIT = "characters_over_limit"
    LOOKS_LIKE_A_PATH = "looks_like_a_path"
    LOOKS_LIKE_AN_ADDRESS = "looks_like_an_address"
    LOOKS_LIKE_A_FEED = "looks_like_a_feed"
    LOOKS_LIKE_A_MAIL = "looks_like_a_mail"
    LOOKS_LIKE_ROWS = "looks_like_rows"
    JSONLD_UNREADABLE = "jsonld_unreadable"
    PUBLISHED_SOURCES_DISAGREE = "published_sources_disagree"
    PUBLISHED_TIME_WITHOUT_ZONE = "published_time_without_zone"
    TEMPLATE_NOT_USED = "template_not_used"
    TEXT_NOT_SHOWN = "text_not_shown"

    @property
    def told(self) -> str:
        """The same for people, as half a sentence."""
        return _TOLD[self]


_LIMIT = "only the first {} were looked at, as many as the limit allows"
_TOLD = {
    WarningId.ELEMENTS_OVER_LIMIT: _LIMIT.format("elements"),
    WarningId.BLOCKS_OVER_LIMIT: _LIMIT.format("blocks"),
    WarningId.CHARACTERS_OVER_LIMIT: _LIMIT.format("characters"),
    WarningId.LOOKS_LIKE_A_PATH: "the input is the path of a file, not its content",
    WarningId.LOOKS_LIKE_AN_ADDRESS: "the input is an address, not the page there",
    WarningId.LOOKS_LIKE_A_FEED: "the input is a feed (RSS or Atom), not a page",
    WarningId.LOOKS_LIKE_A_MAIL: "the input is an e-mail with its header, which is not decoded",
    WarningId.LOOKS_LIKE_ROWS: "the input holds several records (JSON or CSV), which are read as one page",
    WarningId.JSONLD_UNREADABLE: "the page's JSON-LD is broken beyond repair",
    WarningId.PUBLISHED_SOURCES_DISAGREE: "sources of the date of publication are more than a day apart",
    WarningId.PUBLISHED_TIME_WITHOUT_ZONE: "the time of publication has no zone, so the day alone is given",
    WarningId.TEXT_NOT_SHOWN: "the page shows no article, so the text that its JSON-LD declares was taken",
    WarningId.TEMPLATE_NOT_USED: (
        "the site template was not used: it would have taken most of the text, as if it were of another site "
        "or of copies of this page"
    ),
}
