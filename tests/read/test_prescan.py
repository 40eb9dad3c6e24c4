from __future__ import annotations

import pytest

from cleannews.read import prescan


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<?xml version="1.0" encoding="utf-8"?><html>', "<html>"),
        ("\n <?xml version='1.0'?>\n<!DOCTYPE html>\n<html>", "\n<!DOCTYPE html>\n<html>"),
        ('<!DOCTYPE html [\n<!ENTITY a "b">\n<!ENTITY c "d">\n]>\n<html>', "\n<html>"),
        ("<!doctype html><html>[a]>", "<!doctype html><html>[a]>"),
        ("<html><?xml version='1.0'?>", "<html><?xml version='1.0'?>"),
        ("", ""),
    ],
)
def test_declarations_and_definitions_go(source: str, expected: str) -> None:
    assert prescan.drop_prologue(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a<!-- b -->c", "<p>a<!-- b -->c"),
        ("<p>a<!-- b --!>c", "<p>a<!-- b --!>c"),
        ("no comment", "no comment"),
        ("<p>a<!-- b><p>c", "<p>a<!-- b--><p>c"),
        ("<!-- a --><p>b<!-- c<p>d<!-- e", "<!-- a --><p>b<!-- c--><p>d<!-- e-->"),
        ("<script>x = '<!--'</script><p>a", "<script>x = '<!--'--></script><p>a"),
    ],
)
def test_only_comments_without_an_end_are_ended(source: str, expected: str) -> None:
    assert prescan.close_comments(source) == expected


@pytest.mark.parametrize(
    ("source", "tag", "expected"),
    [
        ("<title>Rain<p>It rains", "title", "<title>Rain</title><p>It rains"),
        ("<TITLE>Rain<p>It rains", "title", "<TITLE>Rain</title><p>It rains"),
        ("<textarea>x<p>It rains", "textarea", "<textarea>x</textarea><p>It rains"),
        ("<script>a = '<i>'\n<p>Rain", "script", "<script>a = '<i>'\n</script><p>Rain"),
        ("<script src=a.js><div>Rain", "script", "<script src=a.js></script><div>Rain"),
        ("<style>p{}<body>Rain", "style", "<style>p{}</style><body>Rain"),
        ("<noscript><p>Rain", "noscript", "<noscript></noscript><p>Rain"),
        ("<svg width=1><p>Rain", "svg", "<svg width=1></svg><p>Rain"),
    ],
)
def test_an_element_without_an_end_is_ended(source: str, tag: str, expected: str) -> None:
    assert prescan.close_element(source, tag) == expected


@pytest.mark.parametrize(
    ("source", "tag"),
    [
        ("<title>Rain</title><p>It rains", "title"),
        ("<script>a</script><script>b</SCRIPT><p>c", "script"),
        ("<script>a</script >", "script"),
        ("<script>only a script", "script"),
        ("<titles>Rain", "title"),
        ("<p>Rain", "title"),
    ],
)
def test_elements_that_end_are_left_alone(source: str, tag: str) -> None:
    assert prescan.close_element(source, tag) is None


def test_elements_over_the_limit_are_cut() -> None:
    assert prescan.cut_elements("<p>a<p>b<p>c", 2) == "<p>a<p>b"
    assert prescan.cut_elements("<p>a<p>b", 2) is None
    assert prescan.cut_elements("1 < 2 < 3 < 4", 2) is None
    assert prescan.cut_elements("<p>a<textarea><p>b<p>c</textarea><!-- <p> -->", 2) is None
    assert prescan.cut_elements("<p>a<p>b<script>'<p>' <p>c", 3) == "<p>a<p>b<script>'"


@pytest.mark.parametrize(
    "source",
    [
        "<div><p>Rain</p></div>" * 300,
        "<p>Rain" * 300,
        "<ul>" + "<li>Rain" * 300 + "</ul>",
        "<br>Rain" * 300,
        "<div>" * 199 + "Rain" + "</div>" * 199,
        "<!--" + "<div>" * 300 + "--><p>Rain",
        "<script>" + "'<div>'" * 300 + "</script><p>Rain",
        "<style>" + "<div>" * 300,
    ],
)
def test_pages_that_are_not_deep_are_not_flattened(source: str) -> None:
    assert prescan.flatten(source) == source


def test_what_is_too_deep_is_parted_but_not_nested() -> None:
    source = "<div>" * 250 + "a<p>b</p>c" + "</div>" * 250 + "<p>d</p>"
    flat = prescan.flatten(source)
    assert "a<hr>b<hr>c" in flat
    assert flat.endswith("<p>d</p>")
    assert flat.count("<div>") == flat.count("</div>") == prescan.MAX_DEPTH


def test_end_tags_behind_stronger_elements_close_nothing() -> None:
    assert prescan.flatten("<b><div></b>" * 300).count("<hr") > 0


def test_flattening_all_leaves_raw_text_alone() -> None:
    source = "<title>Rain</title><DIV CLASS=a><svg><g><script>'<b>'</script></svg></DIV>"
    expected = "<title>Rain</title><hr CLASS=a><hr><hr><script>'<hr>'</script><hr><hr>"
    assert prescan.flatten_all(source) == expected
