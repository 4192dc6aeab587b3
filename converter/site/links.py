"""What the files of a built site lead to: every address that a browser, a reader of feeds or a script follows.

A link is the text of an address as a file has it; what a script puts together (`data-page` and `data-anchor`) comes as
the address that it makes. `Held` is what a file offers and asks for; where its links lead is told in `dead`.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import quote

from converter.site.tags import tags

FOLLOWED = ("href", "src", "action", "poster", "data-page", "data-to")
NAMED = ("for", "aria-controls", "aria-labelledby", "aria-describedby", "data-of", "data-pp-palette")
SHARED = {"og:url", "og:image"}
REFRESH = re.compile(r"\d+\s*;\s*url=(?P<link>.*)", re.IGNORECASE | re.DOTALL)
STYLE = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]+))\s*\)""")
IMPORT = re.compile(r"""(?:\bfrom\s*|\bimport\(\s*|^import\s*)"(?P<link>\.[^"]+)\"""", re.MULTILINE)
FETCHED = re.compile(r"""new URL\("(?P<link>[^"]*[^"/])", ROOT\)""")  # ROOT is the folder above that of the scripts
XML = re.compile(r"""\shref="(?P<href>[^"]*)"|<(?P<name>loc|link|guid|id|uri)\b[^>]*>(?P<text>[^<]+)</(?P=name)>""")
QUOTED = re.compile(r"""<content type="html">(?P<page>[^<]*)</content>""")
FIELDS = {"url", "data"}  # of data files; their addresses begin at the root of the site


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds: its ids, those that stand twice, its links, and the address that it gives as its own."""

    ids: frozenset[str] = frozenset()
    twice: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    canonical: str = ""


def held_in(name: str, text: str) -> Held:
    """What a file of that name holds."""
    end = name.rpartition(".")[2]
    if end == "html":
        return page_of(text)
    found = FINDERS[end](text) if end in FINDERS else ()
    return Held(links=tuple(dict.fromkeys(below(name, link) if end in DATA else link for link in found)))


def below(name: str, link: str) -> str:
    """An address in a data file, which begins at the root of the site, as a link from that file."""
    return "../" * name.count("/") + (link[1:] or "./") if re.match(r"/(?!/)", link) else link


def page_of(text: str) -> Held:
    """What a page holds."""
    ids: dict[str, int] = {}
    links: dict[str, None] = {}
    canonical, page = "", ""
    for name, tag in tags(text):
        if anchor := tag.get("id"):
            ids[anchor] = ids.get(anchor, 0) + 1
        page = tag.get("data-page", page)
        links.update(dict.fromkeys(followed(name, tag, page)))
        if tag.get("rel") == "canonical":
            canonical = tag.get("href", "")
    return Held(frozenset(ids), tuple(anchor for anchor, count in ids.items() if count > 1), tuple(links), canonical)


def followed(name: str, tag: Mapping[str, str], page: str) -> Iterator[str]:
    """The links of a tag; `page` is the one that quoted paragraphs around it are from."""
    yield from (tag[key] for key in FOLLOWED if key in tag)
    yield from (f"#{quote(anchor)}" for key in NAMED for anchor in tag.get(key, "").split())
    if "srcset" in tag:
        yield from (part.split()[0] for part in tag["srcset"].split(",") if part.strip())
    if "data-anchor" in tag:
        yield f"{page}#{quote(tag['data-anchor'])}"
    if "data-anchors" in tag:
        yield from json.loads(tag["data-anchors"]).values()
    if name == "meta" and tag.get("property") in SHARED:
        yield tag.get("content", "")
    if name == "meta" and (match := REFRESH.fullmatch(tag.get("content", ""))):
        yield match["link"]


def in_style(text: str) -> Iterator[str]:
    """The links of a style sheet."""
    for match in STYLE.finditer(text):
        yield next(part for part in match.groups() if part is not None)


def in_script(text: str) -> Iterator[str]:
    """The modules that a script imports, and the files that it fetches."""
    yield from (match["link"] for match in IMPORT.finditer(text))
    yield from (f"../{match['link']}" for match in FETCHED.finditer(text))


def in_xml(text: str) -> Iterator[str]:
    """The links of a feed or a map of the site, also those in pages that it quotes."""
    for match in XML.finditer(text):
        link = unescape(match["href"] if match["href"] is not None else match["text"].strip())
        if match["name"] not in {"id", "guid"} or link.startswith("http"):
            yield link
    for quoted in QUOTED.finditer(text):
        yield from page_of(unescape(quoted["page"])).links


def in_json(text: str) -> Iterator[str]:
    """The addresses in a data file, and those to which anchors moved (`redirects`)."""
    content = json.loads(text)
    yield from fields(content)
    if isinstance(content, dict):
        places = (value for page, value in content.items() if page.endswith("/") and isinstance(value, dict))
        yield from (f"/{place}" for moved in places for place in moved.values())


def fields(value: Any) -> Iterator[str]:
    """Every address in the fields of a value, at any depth."""
    parts: Iterable[Any] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict):
        yield from (value[key] for key in FIELDS & value.keys() if isinstance(value[key], str))
    for part in parts:
        yield from fields(part)


def in_table(text: str) -> Iterator[str]:
    """The addresses in the column `url` of a table."""
    return (row["url"] for row in csv.DictReader(io.StringIO(text)) if row.get("url"))


DATA = {"json", "csv"}
FINDERS = {"css": in_style, "js": in_script, "xml": in_xml, "json": in_json, "csv": in_table}
