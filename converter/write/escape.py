"""Text as Markdown that means the text and nothing else: the one place where report text is escaped.

Python-Markdown and CommonMark agree on every escape used here.
"""

from __future__ import annotations

import html
import re
from urllib.parse import quote

from converter.read.markup import clean

ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
SPECIAL = re.compile(r"[\\`*_{}\[\]|&<>]")
START = re.compile(r"^(?:(?P<mark>[-+#!])|(?P<odd>[=:~^])|(?P<digits>\d{1,9})(?P<stop>[.)]))")


def inline_text(text: str) -> str:
    """`text` for the middle of a line; line feeds become breaks."""
    return SPECIAL.sub(lambda match: ENTITIES.get(match[0], "\\" + match[0]), clean(text)).replace("\n", "<br>")


def line_start(markdown: str) -> str:
    """Escaped `markdown` for the start of a line, where more marks have a meaning."""
    return START.sub(start_mark, markdown)


def start_mark(match: re.Match[str]) -> str:
    if match["mark"]:
        return f"\\{match['mark']}"
    if match["odd"]:
        return f"&#{ord(match['odd'])};"
    return f"{match['digits']}\\{match['stop']}"


def html_text(text: str) -> str:
    """`text` inside HTML; line feeds become breaks."""
    return html.escape(clean(text)).replace("\n", "<br>")


def url(address: str) -> str:
    """An address for a link's target, with nothing in it that Markdown or HTML could read."""
    return quote(address, safe="/:?#@!$&'+,;=%~.-").replace("&", "&amp;").replace("'", "%27")
