"""The tags of a finished page, read quickly: its ids, its links and what else a browser or a script follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

ATTRIBUTES = r"""(?:[^"'<>]|"[^"]*"|'[^']*')*"""
TAG = re.compile(
    rf"<!--.*?-->|<(?P<raw>script|style|textarea|title)\b(?P<of_raw>{ATTRIBUTES})>.*?</(?P=raw)\s*>"
    rf"|<(?P<name>[a-zA-Z][\w-]*)(?P<of_tag>{ATTRIBUTES})>",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"""\s(?P<name>[a-zA-Z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def tags(page: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The name and the attributes of every opening tag of a page; nothing inside comments and scripts."""
    for match in TAG.finditer(page):
        name, attributes = match["name"] or match["raw"], match["of_tag"] or match["of_raw"]
        if name and attributes:
            yield name.lower(), attributes_in(attributes)


def attributes_in(text: str) -> Mapping[str, str]:
    return {name.lower(): unescape(double or single or bare) for name, double, single, bare in ATTRIBUTE.findall(text)}
