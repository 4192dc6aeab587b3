"""Text as Markdown, XML, CSV or JSON that means the text and nothing else: the one place where report text is escaped.

Python-Markdown and CommonMark agree on every escape used here.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any
from urllib.parse import quote

from converter.read.markup import clean

ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
SPECIAL = re.compile(r"[\\`*_{}\[\]|&<>]|!$")
IN_TAG = {ord(mark): f"&#{ord(mark)};" for mark in "\\`*_{}[]!|:@~^"}
HIDDEN = {ord("{"): "&#123;", ord("}"): "&#125;", ord("["): "&#91;"}
FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]")  # some spreadsheets read the full-width signs too
IN_SCRIPT = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
START = re.compile(r"^(?:(?P<mark>[-+#!])|(?P<odd>[=:~^])|(?P<digits>\d+)(?P<stop>[.)]))")


def inline_text(text: str) -> str:
    """`text` for the middle of a line; line feeds become breaks."""
    return SPECIAL.sub(lambda match: ENTITIES.get(match[0], "\\" + match[0]), clean(text)).replace("\n", "<br>")


def line_start(markdown: str) -> str:
    """Escaped `markdown` for the start of a line, where more marks have a meaning."""
    return START.sub(start_mark, markdown)


def heading_text(markdown: str) -> str:
    """Escaped `markdown` for the end of a heading, where a "#" would close it."""
    return re.sub(r"(\\*)(#+)(?=\s*$)", close, markdown)


def close(match: re.Match[str]) -> str:
    """Marks at the end of a heading as entities; a backslash that only escaped the first one goes."""
    slashes, marks = match.groups()
    return slashes[: len(slashes) // 2 * 2] + "&#35;" * len(marks)


def link_text(markdown: str) -> str:
    """Escaped `markdown` for the text of a link, where a bracket and a colon would define another."""
    return markdown.replace("\\]", "&#93;")


def start_mark(match: re.Match[str]) -> str:
    if match["mark"]:
        return f"\\{match['mark']}"
    if match["odd"]:
        return f"&#{ord(match['odd'])};"
    return f"{match['digits']}\\{match['stop']}"


def html_text(text: str) -> str:
    """`text` inside HTML; line feeds become breaks, braces and brackets are hidden from Markdown."""
    return html.escape(clean(text)).translate(HIDDEN).replace("\n", "<br>")


def attribute_text(text: str) -> str:
    """`text` for an attribute of a tag inside a line of Markdown, where marks are read before tags are."""
    return html.escape(" ".join(clean(text).split())).translate(IN_TAG)


def url(address: str) -> str:
    """An address for a link's target, with nothing in it that Markdown or HTML could read."""
    return quote(address, safe="/:?#@!$&'+,;=%~.-").replace("&", "&amp;").replace("'", "%27")


def xml_text(text: str) -> str:
    """`text` inside XML or one of its attributes, on one line."""
    return html.escape(clean(text)).replace("\n", " ")


def csv_cell(text: str) -> str:
    """`text` in a cell of a CSV file that no spreadsheet takes for a formula.

    A text that begins like one, or with apostrophes before that, gets one apostrophe more; taking one off such a text
    gives it back.
    """
    text = clean(text)
    return f"'{text}" if FORMULA.match(text) else text


def script_json(content: Any) -> str:
    """`content` as JSON inside a script element, which nothing in it can end."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).translate(IN_SCRIPT)
