"""Hostile content of HTML pages: entities, characters, very much of everything, addresses, what should reach out."""

from __future__ import annotations

from tests.hostile.case import BODY, FILE, HOST, TEASERS, TITLE, Case, html, page, paragraphs
from tests.hostile.markup import middle


def each_way(form: str) -> str:
    """The article with something between all of its letters' words."""
    return "".join(f"<p>{each.replace(' ', form)}</p>" for each in BODY)


ENTITIES = (
    html("ampersand_storm", lambda n: page(before="&" * n)),
    html("ampersand_storm_spaced", lambda n: page(before="& " * (n // 2))),
    html("entities_many", lambda n: page(before="<p>" + "&amp;" * (n // 5) + "</p>")),
    html("entities_unknown", lambda n: page(before="<p>" + "&nope;" * (n // 6) + "</p>")),
    html("entity_name_long", lambda n: page(before="<p>&" + "x" * n + ";</p>")),
    html(
        "references_out_of_range",
        lambda n: page(before="<p>" + "&#x110000;&#4294967296;&#xFFFFFFFFFFFF;" * (n // 40)),
    ),
    html("references_to_surrogates", lambda n: page(before="<p>" + "&#xD800;&#xDFFF;" * (n // 16))),
    html(
        "references_to_controls",
        lambda n: page(before="<p>" + "".join(f"&#{i};" for i in range(32)) * (n // 150)),
    ),
    html("reference_to_nul_in_article", lambda n: page(middle("<p>x&#0;y</p>"))),
    html("reference_to_control_in_article", lambda n: page(middle("<p>x&#1;y&#x1f;z</p>"))),
    html("reference_of_many_digits", lambda n: page(before="<p>&#" + "9" * n + ";</p>")),
    html("reference_of_many_zeros", lambda n: page(before="<p>&#" + "0" * n + "65;</p>")),
    html("references_without_semicolon", lambda n: page(before="<p>" + "&#65 &amp &copy " * (n // 16))),
    html(
        "references_to_noncharacters", lambda n: page(before="<p>" + "&#xFFFE;&#xFFFF;&#x1FFFE;" * (n // 25))
    ),
    html("references_to_windows", lambda n: page(middle("<p>" + "&#145;&#150;&#128; " * (n // 19)))),
    html("no_break_spaces_in_article", lambda n: page(each_way(" &nbsp;")).replace(" &nbsp;", " ", 40)),
    html(
        "article_in_references",
        lambda n: page("".join("<p>" + "".join(f"&#{ord(c)};" for c in each) + "</p>" for each in BODY)),
    ),
    html("escaped_twice", lambda n: page(before="<p>" + "&amp;amp;" * (n // 9) + "</p>")),
)

PROLOGUES = (
    html("xml_declaration", lambda n: '<?xml version="1.0" encoding="utf-8"?>\n' + page()),
    html("xml_declaration_of_utf16", lambda n: '<?xml version="1.0" encoding="UTF-16"?>\n' + page()),
    html("doctype_long", lambda n: f"<!DOCTYPE html {'x ' * (n // 2)}>" + page()),
    html("doctype_unclosed", lambda n: page().replace("<!DOCTYPE html>", "<!DOCTYPE html ")),
    html("comment_before_doctype", lambda n: f"<!--{' ' * n}-->" + page()),
    html("comment_of_markup_before_doctype", lambda n: f"<!-- {'<p>old</p> ' * (n // 11)}-->" + page()),
    html("comments_before_doctype", lambda n: "<!-- > -->\n" * (n // 11) + page()),
    html("blank_before_doctype", lambda n: " " * n + page()),
    html("doctypes_many", lambda n: "<!DOCTYPE html>" * (n // 15) + page()),
    html("doctype_with_subset", lambda n: '<!DOCTYPE html [<!ENTITY a "b">]>' + page()),
    html(
        "doctype_with_subset_long",
        lambda n: "<!DOCTYPE html [" + '<!ENTITY a "b">' * (n // 15) + "]>" + page(),
    ),
    html("doctype_subset_unclosed", lambda n: page(before='<!DOCTYPE html [<!ENTITY a "b">')),
    html(
        "external_entity_file",
        lambda n: f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{FILE}">]>' + page(middle("<p>&x;</p>")),
    ),
    html(
        "external_entity_server",
        lambda n: f'<!DOCTYPE html [<!ENTITY x SYSTEM "http://{HOST}/x">]>' + page(middle("<p>&x;</p>")),
    ),
    html(
        "external_entity_xml",
        lambda n: (
            f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file://{FILE}">]>'
            + page(middle("<p>&x;</p>"))
        ),
    ),
    html("external_doctype_server", lambda n: f'<!DOCTYPE html SYSTEM "http://{HOST}/x.dtd">' + page()),
    html("external_doctype_file", lambda n: f'<!DOCTYPE html PUBLIC "-//X" "file://{FILE}">' + page()),
    html(
        "parameter_entity", lambda n: f'<!DOCTYPE html [<!ENTITY % x SYSTEM "http://{HOST}/x"> %x;]>' + page()
    ),
    html(
        "billion_laughs",
        lambda n: (
            "<!DOCTYPE a [<!ENTITY a0 'ha'>"
            + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12))
            + "]>"
            + page(middle("<p>&a11;</p>"))
        ),
    ),
    html(
        "quadratic_blowup",
        lambda n: (
            f"<!DOCTYPE a [<!ENTITY a '{'x' * (n // 2)}'>]>" + page(middle(f"<p>{'&a;' * (n // 6)}</p>"))
        ),
    ),
    html(
        "xinclude",
        lambda n: page(
            before=f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{FILE}" parse="text"/>'
        ),
    ),
    html(
        "style_sheet_instruction",
        lambda n: f'<?xml-stylesheet type="text/xsl" href="http://{HOST}/x.xsl"?>' + page(),
    ),
    html(
        "xml_with_article_elements",
        lambda n: '<?xml version="1.0"?><rss><channel><item>' + paragraphs() + "</item></channel></rss>",
    ),
    html(
        "xhtml",
        lambda n: (
            '<?xml version="1.0" encoding="utf-8"?>'
            + page(root='<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">')
        ),
    ),
    html("byte_order_mark_inside", lambda n: page(before="\ufeff" * n)),
)

REACHING = (
    html(
        "references_of_all_kinds",
        lambda n: page(
            head=f'<link rel=stylesheet href="http://{HOST}/a.css"><script src="http://{HOST}/a.js"></script>',
            before=f'<img src="http://{HOST}/a.png"><iframe src="http://{HOST}/"></iframe><video src="http://{HOST}/v"></video><object data="file://{FILE}"></object><embed src="file://{FILE}">',
        ),
    ),
    html("meta_refresh", lambda n: page(head=f'<meta http-equiv="refresh" content="0; url=http://{HOST}/">')),
    html(
        "meta_refresh_storm",
        lambda n: page(head=f'<meta http-equiv=refresh content="0;url={"x" * 50}">' * (n // 90)),
    ),
    html("base_to_server", lambda n: page(head=f'<base href="http://{HOST}/">', before="<img src=a.png>")),
    html("base_to_file", lambda n: page(head=f'<base href="file://{FILE}">', before="<img src=a.png>")),
    html(
        "base_broken", lambda n: page(head='<base href="http://[">', before="<img src=a.png><a href=b>x</a>")
    ),
    html("bases_many", lambda n: page(head="<base href=/a>" * (n // 14))),
    html(
        "canonical_to_server",
        lambda n: page(
            head=f'<link rel=canonical href="http://{HOST}/"><link rel=amphtml href="http://{HOST}/amp">'
        ),
    ),
    html(
        "canonical_to_file",
        lambda n: page(
            head=f'<link rel=canonical href="file://{FILE}"><meta property=og:url content="file://{FILE}">'
        ),
    ),
    html("image_of_data", lambda n: page(before=f'<img src="data:image/gif;base64,{"R0lG" * (n // 4)}">')),
    html("links_of_script", lambda n: page(before="<a href='javascript:alert(1)'>x</a>" * (n // 34))),
    html("links_of_data", lambda n: page(before="<a href='data:text/html,<p>x'>x</a>" * (n // 34))),
    html("event_handlers", lambda n: page(before="<img src=x onerror=alert(1)>" * (n // 28))),
    html(
        "server_side_include",
        lambda n: page(before=f'<!--#include file="{FILE}" --><!--#exec cmd="touch /tmp/x" -->'),
    ),
    html("code_in_title", lambda n: page(title="{{7*7}} ${7*7} $(touch x) `touch x` %s %n {0} " + TITLE)),
)


def linking(name: str, url: str) -> Case:
    """A page that bears an odd address wherever addresses stand."""
    head = (
        f'<link rel=canonical href="{url}"><meta property="og:url" content="{url}">'
        f'<meta property="og:image" content="{url}"><base href="{url}">'
    )
    return html(
        f"address_{name}", lambda n: page(before=f'<a href="{url}">x</a><img src="{url}">', head=head)
    )


LINKS = tuple(
    linking(name, url)
    for name, url in (
        ("open_bracket", "http://["),
        ("brackets", "http://[::1"),
        ("bad_port", "http://a.example:99999999/"),
        ("word_port", "http://a.example:port/"),
        ("user", "http://user:pass@a.example@b.example/"),
        ("control", "http://a.example/\x01\x7f"),
        ("line_breaks", "http://a.exa\nmple/\r\n\tx"),
        ("backslashes", "\\\\a.example\\x"),
        ("slashes", "//////"),
        ("only_scheme", "http:"),
        ("no_scheme", "://"),
        ("long_host", "http://" + "a." * 5000),
        ("nfkc", "http://a\u2100b.example/"),
        ("idna", "http://xn--/"),
        ("not_idna", "http://ａ．例え/"),
        ("percent", "http://%00%ff%zz/"),
        ("spaces", "   http://a.example/ x y "),
        ("ipv6_zone", "http://[fe80::1%25eth0]/"),
        ("question", "?" * 5000),
        ("many_dots", "/../" * 2000),
        ("date", "http://a.example/0000/99/99/x"),
        ("surrogate", "http://a.example/&#xD800;"),
        ("bidi", "http://a.example/\u202egpj.x"),
    )
)

CHARACTERS = (
    html("nul_bytes", lambda n: page().replace(" ", "\x00 ", 200).replace("\x00 ", " ", 60)),
    html("nul_bytes_in_article", lambda n: page(middle("<p>x\x00y</p>" * (n // 10)))),
    html("nul_bytes_as_bytes", lambda n: page(middle("<p>x\x00y</p>" * 20)).encode()),
    html("control_characters", lambda n: page(middle("<p>" + "".join(map(chr, range(1, 32))) + "</p>"))),
    html(
        "c1_control_characters",
        lambda n: page(middle("<p>" + "".join(map(chr, range(0x7F, 0xA0))) + " x</p>")),
    ),
    html("lone_surrogates", lambda n: page(middle("<p>x \ud800 y \udfff z</p>" * (n // 25)))),
    html("lone_surrogates_in_title", lambda n: page(title=TITLE + " \ud83d")),
    html("surrogate_pairs_split", lambda n: page(middle("<p>\ud83d\ude00</p>"))),
    html("noncharacters", lambda n: page(middle("<p>\ufffe\uffff\U0001ffff\ufdd0</p>" * (n // 10)))),
    html(
        "bidi_controls",
        lambda n: page(middle("<p>" + "\u202e\u202d\u2066\u2069\u200f x" * (n // 7) + "</p>")),
    ),
    html("zero_width", lambda n: page(middle("<p>" + "x\u200b\u200c\u200d\u2060\ufeff" * (n // 6) + "</p>"))),
    html("zero_width_alone", lambda n: page(after="<p>\u200b</p>" * (n // 8))),
    html("soft_hyphens", lambda n: page(middle("<p>" + "har\xadbour " * (n // 9) + "</p>"))),
    html("combining_marks", lambda n: page(middle("<p>e" + "\u0301" * n + "</p>"))),
    html("combining_marks_reordered", lambda n: page(middle("<p>e" + "\u0316\u0301" * (n // 2) + "</p>"))),
    html("hangul_jamo", lambda n: page(middle("<p>" + "\u1112\u1161\u11ab" * (n // 3) + "</p>"))),
    html("wide_ligature", lambda n: page(middle("<p>" + "\ufdfa" * (n // 3) + "</p>"))),
    html("private_use", lambda n: page(middle("<p>" + "\ue000\U000f0000" * (n // 2) + "</p>"))),
    html("tags_of_plane_14", lambda n: page(middle("<p>x" + "\U000e0041" * (n // 2) + "</p>"))),
    html("emoji_run", lambda n: page(middle("<p>" + "👩‍👩‍👧‍👦🏳️‍🌈" * (n // 14) + "</p>"))),
    html("line_separators", lambda n: page(middle("<p>" + "x\u2028y\u2029z\x85" * (n // 6) + "</p>"))),
    html(
        "escape_sequences",
        lambda n: page(title=TITLE + " \x1b[31m\x1b]0;x\x07", before="<p>\x1b[2J\x9b31m</p>"),
    ),
    html("replacement_characters", lambda n: page(middle("<p>" + "\ufffd" * min(n, 300) + "</p>"))),
)

SIZES = (
    html("paragraphs_many", lambda n: page(after="<p>x</p>" * (n // 8))),
    html(
        "paragraphs_many_of_prose",
        lambda n: page(after="<p>It rained again on that day, and nobody went.</p>" * (n // 54)),
    ),
    html("links_many", lambda n: page(before="<a href=/x>x</a> " * (n // 17))),
    html("list_items_many", lambda n: page(before="<ul>" + "<li><a href=/x>Menu</a>" * (n // 23) + "</ul>")),
    html(
        "teasers_many",
        lambda n: page(after="".join(f"<li><a href=/{i}>{TEASERS[i % 4]}</a></li>" for i in range(n // 60))),
    ),
    html("headings_many", lambda n: page(after="<h2>Heading</h2>" * (n // 16))),
    html("first_headings_many", lambda n: page(after=f"<h1>{TITLE}</h1>" * (n // 70))),
    html("images_many", lambda n: page(after="<img src=a.jpg alt='A ferry'>" * (n // 30))),
    html("images_in_text", lambda n: page(after="<p>" + "word <img src=a.png>" * (n // 20))),
    html("images_between_blanks", lambda n: page(after="<p>" + " <img src=a>" * (n // 12))),
    html("images_without_address", lambda n: page(after="<p>" + "x <img>" * (n // 7))),
    html("times_many", lambda n: page(after="<time datetime=2031-05-04>x</time>" * (n // 34))),
    html("authors_many", lambda n: page(before="<span itemprop=author>Eva Holm</span>" * (n // 37))),
    html("bylines_many", lambda n: page(before="<p>By Eva Holm</p>" * (n // 18))),
    html("metas_many", lambda n: page(head="<meta property=article:tag content=x>" * (n // 37))),
    html("rels_many", lambda n: page(head="<link rel=alternate href=/x>" * (n // 28))),
    html("breaks_many", lambda n: page(before="<br>" * (n // 4))),
    html("rules_many", lambda n: page(before="<hr>" * (n // 4))),
    html("spaces_many", lambda n: page(before=" " * n)),
    html("blank_lines_many", lambda n: page(before="\n" * n)),
    html("tabs_in_article", lambda n: page(middle("<p>x" + "\t" * n + "y</p>"))),
    html("no_break_spaces_many", lambda n: page(before="<p>x" + "\xa0" * n + "y</p>")),
    html("word_very_long", lambda n: page(before="<p>" + "x" * n + "</p>")),
    html(
        "text_very_long", lambda n: page(after="<p>" + "It rained again on that day. " * (n // 29) + "</p>")
    ),
    html("text_without_stops", lambda n: page(after="<p>" + "it rained again and " * (n // 20) + "</p>")),
    html("preformatted_long", lambda n: page(after="<pre>" + "it rained\n" * (n // 10) + "</pre>")),
    html("commas_many", lambda n: page(before="<p>" + "," * n + "</p>")),
    html("quotes_many", lambda n: page(before="<p>" + "“" * n + "</p>")),
    html("capitals_glued", lambda n: page(before="<p>" + "HomeNews" * (n // 8) + "</p>")),
    html(
        "footer_of_prose",
        lambda n: page().replace("All rights reserved.", "All rights reserved and more of it. " * (n // 36)),
    ),
    html("same_paragraph_again", lambda n: page(after=f"<p>{BODY[1]}</p>" * (n // 150))),
    html(
        "scripts_between_paragraphs",
        lambda n: page("<script>x</script>".join(f"<p>{each}</p>" for each in BODY)),
    ),
    html(
        "words_in_spans",
        lambda n: page(
            "".join("<p>" + " ".join(f"<span>{w}</span>" for w in each.split()) + "</p>" for each in BODY)
        ),
    ),
)

CASES = (*ENTITIES, *PROLOGUES, *REACHING, *LINKS, *CHARACTERS, *SIZES)
