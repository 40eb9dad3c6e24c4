"""Hostile markup: storms of attributes and tags, deep nesting, what is never closed, what is in the wrong place."""

from __future__ import annotations

from tests.hostile.case import BODY, Case, html, page, paragraphs


def attributes(count: int, form: str = "a{}=1") -> str:
    """So many different attributes."""
    return " ".join(form.format(place) for place in range(count))


def middle(inside: str) -> str:
    """The article with something in the middle."""
    return paragraphs(BODY[:2]) + inside + paragraphs(BODY[2:])


def nested(tag: str, depth: int, inside: str, *, close: bool = True) -> str:
    """Something inside so many elements."""
    return f"<{tag}>" * depth + inside + (f"</{tag.split(maxsplit=1)[0]}>" * depth if close else "")


ATTRIBUTES = (
    html("attributes_on_one_tag", lambda n: page(before=f"<div {attributes(n // 8)}>x</div>")),
    html("attributes_on_article", lambda n: page(f"<div {attributes(n // 8)}>{paragraphs()}</div>")),
    html("attributes_of_one_name", lambda n: page(before="<div " + "a=1 " * (n // 4) + ">x</div>")),
    html("attributes_without_value", lambda n: page(before="<div " + attributes(n // 6, "a{}") + ">x</div>")),
    html("attributes_on_root", lambda n: page(root=f'<html lang="en" {attributes(n // 8)}>')),
    html("attributes_on_many_tags", lambda n: page(before=f"<p {attributes(40)}>x</p>" * (n // 250))),
    html("attribute_value_long", lambda n: page(before=f'<div title="{"x" * n}">x</div>')),
    html("attribute_value_of_tags", lambda n: page(before=f"<div title='{'<p>' * (n // 3)}'>x</div>")),
    html("attribute_name_long", lambda n: page(before=f"<div {'x' * n}=1>x</div>")),
    html("attribute_value_of_entities", lambda n: page(before=f'<div title="{"&amp;" * (n // 5)}">x</div>')),
    html("attribute_quote_never_ends", lambda n: page(after=f'<div title="{"x " * (n // 2)}')),
    html(
        "attribute_class_of_many_words",
        lambda n: page(before=f'<div class="{"ad menu " * (n // 8)}">x</div>'),
    ),
    html("attribute_style_long", lambda n: page(before=f'<div style="{"color:red;" * (n // 10)}">x</div>')),
    html("attribute_srcset_long", lambda n: page(before=f'<img src=a srcset="{"a.jpg 1w, " * (n // 10)}">')),
    html("attribute_href_long", lambda n: page(before=f'<a href="http://a.example/{"x" * n}">x</a>')),
    html(
        "attribute_itemprop_words", lambda n: page(before=f'<div itemprop="{"author " * (n // 7)}">x</div>')
    ),
    html(
        "attributes_with_colons", lambda n: page(before="<div " + attributes(n // 12, "x:a{}=1") + ">x</div>")
    ),
    html("attributes_with_equals", lambda n: page(before="<div " + "= " * (n // 2) + ">x</div>")),
    html("attributes_with_slashes", lambda n: page(before="<div " + "/ " * (n // 2) + ">x</div>")),
)

TAGS = (
    html("tag_name_long", lambda n: page(before=f"<{'x' * n}>x</{'x' * n}>")),
    html(
        "tag_names_all_different", lambda n: page(before="".join(f"<t{i}>x</t{i}>" for i in range(n // 12)))
    ),
    html("tag_of_white_space", lambda n: page(before=f"<div{' ' * n}>x</div>")),
    html("tag_never_ends", lambda n: page(after="<div " + "x " * (n // 2)), lost=False),
    html("end_tags_without_start", lambda n: page(before="</div>" * (n // 6))),
    html("end_tags_of_paragraphs", lambda n: page(before="</p>" * (n // 4))),
    html("start_tags_without_end", lambda n: page(before="<span>" * min(n // 6, 190))),
    html("many_spans_unclosed", lambda n: page(after="<span>" * (n // 6))),
    html("many_bold_misnested", lambda n: page(before="<b><i></b></i>" * (n // 14))),
    html("adoption_agency", lambda n: page(before="<a><p>" * (n // 6))),
    html("formatting_around_blocks", lambda n: page("<b>" * min(n // 30, 500) + paragraphs())),
    html("less_than_storm", lambda n: page(before="<" * n)),
    html("less_than_storm_spaced", lambda n: page(before="< " * (n // 2))),
    html("less_than_in_text", lambda n: page(middle("<p>" + "1 < 2 and " * (n // 10) + "</p>"))),
    html("greater_than_storm", lambda n: page(before=">" * n)),
    html("slashes_in_tags", lambda n: page(before="</" * (n // 2))),
    html("question_marks", lambda n: page(before="<?" * (n // 2))),
    html("bangs", lambda n: page(before="<!" * (n // 2))),
    html("empty_tags", lambda n: page(before="<>" * (n // 2) + "</>" * (n // 3))),
    html("digits_as_tags", lambda n: page(before="<1>" * (n // 3))),
    html("custom_elements", lambda n: page("<story-body>" + paragraphs() + "</story-body>")),
    html("upper_case_tags", lambda n: page(paragraphs().replace("<p>", "<P>").replace("</p>", "</P>"))),
    html("self_closed_root", lambda n: page(root='<html lang="en" />')),
    html("self_closed_body", lambda n: page().replace("<body>", "<body />")),
    html("self_closed_article", lambda n: page().replace("<article>", "<article/>")),
    html("self_closed_paragraphs", lambda n: page("".join(f"<p/>{each}" for each in BODY))),
    html("closed_root_before_article", lambda n: page(before="</body></html>")),
    html("closed_root_many_times", lambda n: page(before="</html>" * (n // 7))),
    html("two_bodies", lambda n: page(before="</body><body class=x>")),
    html("many_bodies", lambda n: page(before="<body>" * (n // 6))),
    html("many_heads", lambda n: page(before="<head></head>" * (n // 13))),
    html("many_titles", lambda n: page(before="<title>x</title>" * (n // 16))),
    html("no_root", lambda n: page().replace('<html lang="en">', "").replace("</html>", "")),
    html("no_head_no_body", lambda n: f"<h1>A ferry</h1>{paragraphs()}"),
    html("nothing_closed", lambda n: "<html><body><article>" + "".join(f"<p>{each}" for each in BODY)),
    html("breaks_instead_of_paragraphs", lambda n: page("<br><br>".join(BODY))),
    html("divs_instead_of_paragraphs", lambda n: page("".join(f"<div>{each}</div>" for each in BODY))),
    html("text_in_body_alone", lambda n: "<html><body>" + "<br>".join(BODY)),
    html("article_in_form", lambda n: page(f"<form><fieldset>{paragraphs()}</fieldset></form>")),
    html("article_in_center_font", lambda n: page(f"<center><font size=2>{paragraphs()}</font></center>")),
    html("article_in_definition_list", lambda n: page(f"<dl><dt>x<dd>{paragraphs()}</dl>")),
    html(
        "article_in_shadow_root",
        lambda n: page(f"<x-a><template shadowrootmode=open>{paragraphs()}</template></x-a>"),
    ),
    html("paragraph_in_button", lambda n: page(middle("<button><p>x</p></button>" * (n // 30)))),
    html("cut_in_the_middle_of_a_tag", lambda n: page()[: page().index("</article>") + 4]),
    html("cut_in_a_paragraph", lambda n: page()[: page().index(BODY[3]) + 40]),
    html("comment_conditional", lambda n: page(before="<!--[if lt IE 9]><p>x</p><![endif]-->" * (n // 40))),
)


def deep(tag: str, depth: int) -> Case:
    """The article inside so many elements."""
    return html(
        f"nested_{tag.split(maxsplit=1)[0]}_{depth}", lambda n: page(nested(tag, depth, paragraphs()))
    )


NESTING = (
    *(deep("div", depth) for depth in (254, 255, 256, 300, 513, 2100)),
    *(deep(tag, 300) for tag in ("span", "section", "b", "blockquote", "x-y")),
    deep("font", 600),
    deep("div class='a b'", 400),
    html("nested_by_size", lambda n: page(nested("div", n // 11, paragraphs()))),
    html("nested_unclosed", lambda n: page(nested("div", n // 5, paragraphs(), close=False))),
    html("nested_beside", lambda n: page(before=nested("div", n // 11, "x"))),
    html("nested_links", lambda n: page(before=nested("a href=/x", n // 16, "x"))),
    html("nested_lists", lambda n: page(before=nested("ul><li", n // 8, "x", close=False))),
    html(
        "nested_lists_closed", lambda n: page(before="<ul><li>" * (n // 18) + "x" + "</li></ul>" * (n // 18))
    ),
    html(
        "nested_tables",
        lambda n: page(before="<table><tr><td>" * (n // 40) + "x" + "</td></tr></table>" * (n // 40)),
    ),
    html("nested_tables_unclosed", lambda n: page(before="<table><tr><td>" * (min(n, 3000) // 15))),
    html("nested_svg", lambda n: page(before="<svg>" * (n // 11) + "</svg>" * (n // 11))),
    html("nested_svg_groups", lambda n: page(before="<svg>" + nested("g", n // 7, "x") + "</svg>")),
    html("nested_quotes", lambda n: page(before=nested("blockquote", n // 25, "x"))),
    html("nested_select", lambda n: page(before=nested("select", n // 17, "<option>x"))),
    html("nested_objects", lambda n: page(before=nested("object", n // 17, "x"))),
    html("nested_templates", lambda n: page(before=nested("template", n // 21, "x"))),
    html("nested_forms", lambda n: page(before=nested("form", n // 13, "x"))),
    html("nested_math", lambda n: page(before="<math>" + nested("mrow", n // 13, "x") + "</math>")),
    html("nested_comments", lambda n: page(before="<!--" * (n // 4) + "-->")),
    html("nested_hidden", lambda n: page(before=nested("div hidden", n // 18, "x"))),
    html("nested_itemprops", lambda n: page(before=nested("div itemprop=author", n // 25, "x"))),
)

UNCLOSED = (
    html("comment_unclosed_after", lambda n: page(after="<!-- " + "x " * (n // 2))),
    html("comment_unclosed_before", lambda n: page(before="<!-- an advertisement ")),
    html("comment_closed_with_bang", lambda n: page(before="<!-- x --!>")),
    html("comment_empty", lambda n: page(before="<!-->" + "<!--->" * (n // 6))),
    html("comment_of_dashes", lambda n: page(before="<!--" + "-" * n + "-->")),
    html("comments_many", lambda n: page(before="<!-- x -->" * (n // 10))),
    html("comment_with_article_tags", lambda n: page(before="<!-- <p>x</p> <script> -->" * (n // 25))),
    html("comment_very_long", lambda n: page(before="<!-- " + "word " * (n // 5) + "-->")),
    html("script_unclosed_after", lambda n: page(after="<script>" + "x = 1;" * (n // 6))),
    html("script_unclosed_before", lambda n: page(before="<script>x = 1;\n")),
    html("script_with_comment_open", lambda n: page(before="<script><!-- x = '<script>' </script>")),
    html(
        "script_with_end_tag_in_string",
        lambda n: page(before="<script>x = '<\\/script>' + '<p>x</p>'</script>"),
    ),
    html(
        "script_writes_paragraphs",
        lambda n: page(before="<script>" + "document.write('<p>x</p>');" * (n // 28) + "</script>"),
    ),
    html("script_very_long", lambda n: page(before="<script>" + "x=1;" * (n // 4) + "</script>")),
    html("scripts_many", lambda n: page(before="<script>x</script>" * (n // 18))),
    html("scripts_many_unclosed", lambda n: page(after="<script>" * (n // 8))),
    html("style_unclosed", lambda n: page(after="<style>" + "p{}" * (n // 3))),
    html("style_very_long", lambda n: page(head="<style>" + "p{color:red}" * (n // 12) + "</style>")),
    html("style_in_body", lambda n: page(middle("<style>p{}</style>" * (n // 18)))),
    html("cdata_in_body", lambda n: page(before="<![CDATA[ x ]]>" * (n // 15))),
    html("cdata_unclosed", lambda n: page(before="<![CDATA[ x >")),
    html("cdata_in_svg", lambda n: page(before="<svg><![CDATA[ x ]]></svg>")),
    html("title_unclosed", lambda n: page().replace("</title>", "")),
    html("textarea_unclosed", lambda n: page(before="<textarea>")),
    html("textarea_long", lambda n: page(before=f"<textarea>{'<p>x' * (n // 4)}</textarea>")),
    html("select_unclosed", lambda n: page(before="<select><option>x")),
    html("noscript_unclosed", lambda n: page(before="<noscript>")),
    html("noscript_in_head", lambda n: page(head="<noscript><img src=x></noscript>")),
    html("template_unclosed", lambda n: page(before="<template>")),
    html("svg_unclosed", lambda n: page(before="<svg width=1>")),
    html("svg_title", lambda n: page(before="<svg><title>x</title></svg>" * (n // 26))),
    html("math_unclosed", lambda n: page(before="<math>")),
    html("iframe_unclosed", lambda n: page(before="<iframe src=x>")),
    html("object_unclosed", lambda n: page(before="<object data=x>")),
    html("audio_unclosed", lambda n: page(before="<audio src=x>")),
    html("xmp_unclosed", lambda n: page(after="<xmp>")),
    html("plaintext_after", lambda n: page(after="<plaintext>")),
    html("listing_in_article", lambda n: page(middle("<listing>x</listing>"))),
    html("frameset_in_body", lambda n: page(before="<frameset><frame src=x></frameset>")),
    html(
        "frameset_before_noframes",
        lambda n: "<html><frameset><frame src=x><noframes>" + paragraphs() + "</noframes></frameset></html>",
    ),
    html("frames_many", lambda n: page(before="<iframe src=x></iframe>" * (n // 24))),
    html("link_unclosed", lambda n: page(before="<a href=/x>")),
    html("heading_unclosed", lambda n: page().replace("</h1>", "")),
    html("processing_instructions", lambda n: page(before="<?php echo 1 ?>" * (n // 15))),
    html("asp_marks", lambda n: page(before="<% x %>" * (n // 7))),
    html("template_marks", lambda n: page(before="{{ x }} {% x %} " * (n // 16))),
)

TABLES = (
    html(
        "table_with_huge_colspan",
        lambda n: page(before="<table><tr><td colspan=9007199254740992 rowspan=99999999>x</table>"),
    ),
    html("table_with_many_cells", lambda n: page(before="<table><tr>" + "<td>x" * (n // 5) + "</table>")),
    html("table_with_many_rows", lambda n: page(before="<table>" + "<tr><td>x" * (n // 9) + "</table>")),
    html("table_with_stray_text", lambda n: page(before="<table>" + "x<tr>" * (n // 5) + "</table>")),
    html("table_around_article", lambda n: page(f"<table><tr><td>{paragraphs()}</td></tr></table>")),
    html("table_unclosed_around_article", lambda n: page(f"<table><tr><td>{paragraphs()}")),
    html(
        "table_with_wrong_spans",
        lambda n: page(before="<table><tr><td colspan=-1 rowspan=x>x<td colspan='1e9'>x</table>"),
    ),
    html("columns_many", lambda n: page(before="<table>" + "<col span=1000>" * (n // 15) + "</table>")),
)

CASES = (*ATTRIBUTES, *TAGS, *NESTING, *UNCLOSED, *TABLES)
