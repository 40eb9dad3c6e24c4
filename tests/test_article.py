from __future__ import annotations

import copy
import dataclasses
import json
import pickle
from datetime import date, datetime, timedelta, timezone
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews import formats
from cleannews.article import SCHEMA_VERSION, Article, Block, FrozenMap, Image, Link, Paragraph
from cleannews.labels import IN_TEXT, Kind, Label, Status

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA = json.loads(files("cleannews").joinpath("schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

WORDS = st.text(max_size=12)
MAYBE = st.none() | WORDS
TEXTS = st.lists(WORDS, max_size=3).map(tuple)
SHARE = st.floats(0, 1)
OFFSET = st.none() | st.integers(0, 10**7)
ZONES = st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
WHEN = st.none() | st.dates() | st.datetimes(timezones=ZONES)
IMAGE = st.builds(Image, url=WORDS, caption=MAYBE, credit=MAYBE)
BLOCK = st.builds(
    Block,
    index=st.integers(0, 10**5),
    text=WORDS,
    raw=WORDS,
    label=st.sampled_from(Label),
    reason=WORDS,
    evidence=WORDS,
    confidence=SHARE,
    start=OFFSET,
    end=OFFSET,
    path=MAYBE,
)
PARAGRAPH = st.builds(
    Paragraph,
    kind=st.sampled_from(sorted(IN_TEXT)),
    text=WORDS,
    blocks=st.lists(st.integers(0, 99), max_size=3).map(tuple),
    start=OFFSET,
    end=OFFSET,
)
ARTICLE = st.builds(
    Article,
    text=WORDS,
    status=st.sampled_from(Status),
    confidence=SHARE,
    article_score=SHARE,
    kind=st.sampled_from(Kind),
    input_sha256=st.binary(min_size=32, max_size=32).map(bytes.hex),
    title=MAYBE,
    paragraphs=st.lists(PARAGRAPH, max_size=3).map(tuple),
    description=MAYBE,
    subtitle=MAYBE,
    authors=TEXTS,
    published=WHEN,
    modified=WHEN,
    language=MAYBE,
    site_name=MAYBE,
    url=MAYBE,
    canonical_url=MAYBE,
    section=MAYBE,
    breadcrumbs=TEXTS,
    tags=TEXTS,
    dateline=MAYBE,
    image=st.none() | IMAGE,
    images=st.lists(IMAGE, max_size=2).map(tuple),
    related=st.lists(st.builds(Link, text=WORDS, url=MAYBE), max_size=2).map(tuple),
    comment_counts=st.dictionaries(WORDS, st.integers(0, 9), max_size=2).map(FrozenMap),
    is_free=st.none() | st.booleans(),
    word_count=st.integers(0, 10**6),
    warnings=TEXTS,
    sources=st.dictionaries(WORDS, WORDS, max_size=2).map(FrozenMap),
    encoding=MAYBE,
    encoding_source=MAYBE,
    truncated=st.booleans(),
    template_id=MAYBE,
    fingerprint=WORDS,
    blocks=st.lists(BLOCK, max_size=3).map(tuple),
)


def article(**values: Any) -> Article:  # noqa: ANN401 - any field of an article
    plain: dict[str, Any] = {
        "text": "The river rose.",
        "status": Status.OK,
        "confidence": 0.9,
        "article_score": 0.8,
        "kind": Kind.TEXT,
        "input_sha256": "0" * 64,
    }
    return Article(**{**plain, **values})


def block(label: Label, index: int = 0) -> Block:
    return Block(index, "a", "a", label, "rule", "", 1.0, 0, 1, None)


@settings(max_examples=60, deadline=None)
@given(ARTICLE)
def test_an_article_survives_its_record_and_the_record_fits_the_schema(given_article: Article) -> None:
    record = given_article.to_dict(blocks=True)
    VALIDATOR.validate(record)
    assert Article.from_dict(record) == given_article
    assert Article.from_dict(json.loads(given_article.to_json(blocks=True))) == given_article
    assert json.loads(json.dumps(record, allow_nan=False)) == record


@settings(max_examples=20, deadline=None)
@given(ARTICLE)
def test_an_article_pickles_copies_and_hashes(given_article: Article) -> None:
    assert pickle.loads(pickle.dumps(given_article)) == given_article  # noqa: S301 - our own pickle
    assert copy.deepcopy(given_article) == given_article
    assert hash(copy.copy(given_article)) == hash(given_article)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_what_is_written_is_valid_unicode(words: str) -> None:
    """Lone surrogates get through to a reader only as U+FFFD; valid text is not touched."""
    written = formats.valid_unicode(words)
    written.encode()
    article(text=words, title=words, tags=(words,), sources={words: words}).to_json().encode()
    if "\ufffd" not in written:
        assert written.encode("utf-16") == words.encode("utf-16", "surrogatepass")


def test_blocks_are_in_the_record_only_on_request() -> None:
    one = article(blocks=(block(Label.BODY),))
    assert "blocks" not in one.to_dict()
    assert one.to_dict(blocks=True)["blocks"][0]["kept"] is True
    assert Article.from_dict(one.to_dict()) == dataclasses.replace(one, blocks=())
    VALIDATOR.validate(one.to_dict())


@pytest.mark.parametrize("record", [None, 5, [], "record"])
def test_what_is_no_record_is_named(record: Any) -> None:  # noqa: ANN401 - of a wrong type
    with pytest.raises(TypeError, match=r"to_dict\(\)"):
        Article.from_dict(record)


def test_the_keys_of_a_record_are_the_fields_in_the_documented_order() -> None:
    assert tuple(article().to_dict(blocks=True)) == ("schema_version", *formats.KEYS)
    assert set(formats.KEYS) == {entry.name for entry in dataclasses.fields(Article)}
    assert set(formats.BLOCK_KEYS) == {*Block._fields, "kept"}


def test_the_schema_names_what_the_code_names() -> None:
    assert list(SCHEMA["properties"]) == ["schema_version", *formats.KEYS]
    assert SCHEMA["required"] == ["schema_version", *formats.KEYS[:-1]]
    assert SCHEMA["$id"].endswith(SCHEMA_VERSION)
    assert SCHEMA["properties"]["status"]["enum"] == [str(word) for word in Status]
    assert SCHEMA["properties"]["kind"]["enum"] == [str(word) for word in Kind]
    described = SCHEMA["$defs"]["block"]["properties"]
    assert list(described) == list(formats.BLOCK_KEYS)
    assert described["label"]["enum"] == [str(word) for word in Label]
    assert set(SCHEMA["$defs"]["paragraph"]["properties"]["kind"]["enum"]) == {str(word) for word in IN_TEXT}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text", None),
        ("confidence", 1.5),
        ("published", "12 March"),
        ("status", "fine"),
        ("authors", "Mira Holt"),
        ("comment_counts", {"a": "b"}),
        ("paragraphs", [{"kind": "related", "text": "", "blocks": [], "start": None, "end": None}]),
    ],
)
def test_the_schema_refuses_what_is_no_record(key: str, value: object) -> None:
    assert not VALIDATOR.is_valid({**article().to_dict(), key: value})


def test_dates_keep_their_precision() -> None:
    zone = timezone(timedelta(hours=2))
    moment = datetime(2031, 5, 4, 18, 30, tzinfo=zone)
    record = article(published=date(2031, 5, 4), modified=moment).to_dict()
    assert (record["published"], record["modified"]) == ("2031-05-04", "2031-05-04T18:30:00+02:00")
    back = Article.from_dict(record)
    assert type(back.published) is date
    assert isinstance(back.modified, datetime)
    assert back.modified == moment
    assert back.modified.utcoffset() == timedelta(hours=2)
    record["modified"] = "2031-05-04T16:30:00Z"
    assert Article.from_dict(record).modified == moment


def test_a_record_of_a_batch_or_of_a_later_minor_version_is_read() -> None:
    record = {"path": "a.html", **article().to_dict(), "schema_version": "1.9", "new_key": [1]}
    assert Article.from_dict(record) == article()


def test_a_record_without_optional_keys_is_read() -> None:
    record = {
        key: value for key, value in article().to_dict().items() if value not in (None, [], {}, False, 0, "")
    }
    assert Article.from_dict(record) == article()


PARAGRAPH_RECORD: dict[str, Any] = {
    "kind": "body",
    "text": "It rained.",
    "blocks": [0],
    "start": 0,
    "end": 10,
}
BLOCK_RECORD: dict[str, Any] = {
    "index": 0,
    "text": "It rained.",
    "raw": "It rained.",
    "label": "body",
    "reason": "score_keep",
    "evidence": "",
    "confidence": 1,
    "start": 0,
    "end": 10,
    "path": None,
}


def test_parts_of_the_right_types_are_read() -> None:
    read = Article.from_dict(
        {**article().to_dict(), "paragraphs": [PARAGRAPH_RECORD], "blocks": [BLOCK_RECORD]}
    )
    assert (read.paragraphs[0].blocks, read.blocks[0].confidence) == ((0,), 1)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema_version": "2.0"}, "schema_version 2.0"),
        ({"schema_version": None}, "schema_version None"),
        ({"schema_version": None, "outcome": "failed", "reason": "empty"}, "record of a failed input"),
        ({"status": "fine"}, "'status'"),
        ({"authors": "Mira Holt"}, "'authors'"),
        ({"tags": [1]}, "'tags'"),
        ({"title": ["a"]}, "'title'"),
        ({"published": "yesterday"}, "'published'"),
        ({"published": 7}, "'published'"),
        ({"paragraphs": [{"text": "a"}]}, "'paragraphs'"),
        ({"paragraphs": 7}, "'paragraphs'"),
        ({"image": "a.jpg"}, "'image'"),
        ({"blocks": [{"label": "fine"}]}, "'blocks'"),
        ({"comment_counts": [1]}, "'comment_counts'"),
        ({"comment_counts": None}, "'comment_counts'"),
        ({"comment_counts": {"disqus": "7"}}, "'comment_counts'"),
        ({"sources": {"title": ["h1"]}}, "'sources'"),
        ({"title": 1}, "'title' of this record cannot be read: a text expected, not int"),
        ({"text": None}, "'text' of this record cannot be read: a text expected, not NoneType"),
        ({"url": 1.5}, "'url'"),
        ({"confidence": "high"}, "'confidence' of this record cannot be read: a number expected, not str"),
        ({"confidence": True}, "'confidence'"),
        ({"article_score": None}, "'article_score'"),
        (
            {"word_count": 1.5},
            "'word_count' of this record cannot be read: a whole number expected, not float",
        ),
        ({"truncated": 1}, "'truncated' of this record cannot be read: true or false expected, not int"),
        ({"is_free": "yes"}, "'is_free'"),
        ({"fingerprint": None}, "'fingerprint'"),
        ({"related": {}}, "'related'"),
        ({"related": [{"text": 1, "url": None}]}, "'related'"),
        ({"image": {"url": None, "caption": None, "credit": None}}, "'image'"),
        ({"paragraphs": [PARAGRAPH_RECORD | {"text": None}]}, "'paragraphs'"),
        ({"paragraphs": [PARAGRAPH_RECORD | {"blocks": [0, "1"]}]}, "'paragraphs'"),
        ({"paragraphs": [PARAGRAPH_RECORD | {"start": "0"}]}, "'paragraphs'"),
        ({"blocks": [BLOCK_RECORD | {"index": None}]}, "'blocks'"),
        ({"blocks": [BLOCK_RECORD | {"confidence": "x"}]}, "'blocks'"),
        ({"blocks": [BLOCK_RECORD | {"path": 1}]}, "'blocks'"),
    ],
)
def test_a_record_that_is_wrong_is_refused_with_the_field(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Article.from_dict({**article().to_dict(), **change})


def test_a_record_that_lacks_what_is_required_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks text, input_sha256"):
        Article.from_dict({k: v for k, v in article().to_dict().items() if k not in ("text", "input_sha256")})
    with pytest.raises(ValueError, match="schema_version"):
        Article.from_dict({})


def test_kept_follows_from_the_label_and_removed_is_the_rest() -> None:
    blocks = tuple(block(label, index) for index, label in enumerate(Label))
    one = article(blocks=blocks)
    assert {each.label for each in blocks if each.kept} | {each.label for each in one.removed} == set(Label)
    assert all(not each.kept for each in one.removed)
    assert [each.index for each in one.removed] == sorted(each.index for each in one.removed)


def test_the_names_of_other_libraries_are_read_only_aliases() -> None:
    one = article(authors=("Mira Holt", "Reuters"), published=date(2031, 5, 4))
    assert (one.author, one.publish_date) == ("Mira Holt; Reuters", date(2031, 5, 4))
    assert article().author == ""
    assert not {"author", "publish_date", "removed"} & one.to_dict().keys()
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError, TypeError)):
        one.author = "x"  # type: ignore[misc] # the point of the test


def test_an_article_cannot_be_changed() -> None:
    one = article(comment_counts={"disqus": 0})
    assert isinstance(one.comment_counts, FrozenMap)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.text = ""  # type: ignore[misc] # the point of the test
    with pytest.raises(TypeError, match="cannot be changed"):
        one.comment_counts["disqus"] = 1


def test_an_article_shows_itself_in_a_line() -> None:
    one = article(
        title="Rain on Sunday", text="It rained. " * 2_000, word_count=4_000, blocks=(block(Label.BODY),)
    )
    assert repr(one) == "Article(title='Rain on Sunday', status='ok', word_count=4000, url=None)"
    long = dataclasses.replace(one, title="Rain " * 200, url="https://news.example/" + "a" * 900)
    assert len(repr(long)) < 300
    assert "…', status='ok'" in repr(long)
    assert (
        repr(article(title="\ud800\n")) == r"Article(title='\ud800\n', status='ok', word_count=0, url=None)"
    )


def test_a_frozen_map_is_a_mapping() -> None:
    counts = FrozenMap({"a": 1, "b": 2})
    assert counts == {"b": 2, "a": 1}
    assert counts != {"a": 1}
    assert counts != [("a", 1), ("b", 2)]
    assert (len(counts), list(counts), counts.get("c"), dict(counts)) == (
        2,
        ["a", "b"],
        None,
        {"a": 1, "b": 2},
    )
    assert hash(counts) == hash(FrozenMap({"b": 2, "a": 1}))
    assert repr(counts) == "FrozenMap({'a': 1, 'b': 2})"


CHANGES: dict[str, Callable[[FrozenMap], object]] = {
    "set": lambda counts: counts.__setitem__("a", 2),
    "delete": lambda counts: counts.__delitem__("a"),
    "clear": lambda counts: counts.clear(),
    "pop": lambda counts: counts.pop("a"),
    "popitem": lambda counts: counts.popitem(),
    "setdefault": lambda counts: counts.setdefault("b", 2),
    "update": lambda counts: counts.update(b=2),
    "or": lambda counts: counts.__ior__({"b": 2}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_frozen_map_cannot_be_changed(change: str) -> None:
    counts = FrozenMap({"a": 1})
    with pytest.raises(TypeError, match="cannot be changed"):
        CHANGES[change](counts)
    with pytest.raises(AttributeError):
        counts.more = 1  # type: ignore[attr-defined] # the point of the test
    assert counts == {"a": 1}
    assert counts | {"b": 2} == {"a": 1, "b": 2}


def test_a_frozen_map_goes_into_json_copies_and_pickles_as_it_is() -> None:
    counts = FrozenMap({"a": 1})
    assert json.dumps(counts) == '{"a": 1}'
    assert json.dumps({"counts": counts}, indent=1) == '{\n "counts": {\n  "a": 1\n }\n}'
    for again in (copy.copy(counts), copy.deepcopy(counts), *pickled(counts)):
        assert type(again) is FrozenMap
        assert again == counts
    assert dataclasses.asdict(article(comment_counts=counts))["comment_counts"] == counts
    assert FrozenMap() == FrozenMap(None) == {}
    assert counts == MappingProxyType({"a": 1})
    assert not counts != {"a": 1}  # noqa: SIM202 - dictionaries have a way of their own to differ


def pickled(counts: FrozenMap) -> list[object]:
    return [pickle.loads(pickle.dumps(counts, n)) for n in range(pickle.HIGHEST_PROTOCOL + 1)]  # noqa: S301 - our own pickle


def test_a_frozen_map_does_not_follow_what_it_was_made_from() -> None:
    given_items = {"a": 1}
    counts = FrozenMap(given_items)
    given_items["a"] = 2
    assert counts == {"a": 1}
