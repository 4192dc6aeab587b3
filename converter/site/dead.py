"""Dead links: where the links of a built site lead, and what is wrong with those that lead nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from converter.site.links import Held

PAGE = "index.html"
SCHEME = re.compile(r"(?P<name>[a-zA-Z][a-zA-Z0-9+.-]*):")
OTHERS = {"mailto", "tel", "data"}
UNCODED = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f]|%(?![0-9A-Fa-f]{2})")
FREE = frozenset({"", "top"})  # anchors that every page has


@dataclass(frozen=True, slots=True)
class Dead:
    """A link that leads nowhere, or another fault of a page."""

    page: str
    link: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.page}: {self.link}: {self.wrong}"


def dead_links(held: Mapping[str, Held], files: Container[str], address: str) -> Iterator[Dead]:
    """What is wrong on a site whose files are `files` and which is published at `address`, file by file."""
    for name, own in sorted(held.items()):
        for anchor in own.twice:
            yield Dead(name, f"#{anchor}", "the page has two elements with this id")
        for link in own.links:
            if wrong := fault(name, link, held, files, address):
                yield Dead(name, link, wrong)


def fault(name: str, link: str, held: Mapping[str, Held], files: Container[str], address: str) -> str:
    """What is wrong with a link of the file `name`, empty where it is good."""
    if link.startswith("data:"):
        return ""
    if UNCODED.search(link):
        return "has a mark that an address cannot have, or a % that stands for nothing"
    path, _, anchor = link.partition("#")
    path = path.partition("?")[0]
    file = file_of(name, path, address)
    if file is None:
        return outside(link)
    if file.startswith("../"):
        return "leads out of the site"
    if file not in files:
        return "needs a / at its end" if f"{file}/{PAGE}" in files else "there is no such page or file"
    anchor = unquote(anchor)
    known = not file.endswith(".html") or anchor in FREE or anchor in held[file].ids
    return "" if known else "the page has no such anchor"


def outside(link: str) -> str:
    """What is wrong with the form of a link that leads to another site, or to none."""
    match = SCHEME.match(link)
    scheme = match["name"].lower() if match else ""
    if scheme in OTHERS:
        return ""
    if scheme not in {"http", "https"}:
        return "is no https: address"
    try:
        return "" if urlsplit(link).hostname else "names no site"
    except ValueError:
        return "is no address"


def file_of(name: str, path: str, address: str) -> str | None:
    """The file to which a path in the file `name` leads, None where it leads to another site."""
    if not path:
        return name
    root = urlsplit(address).path or "/"
    if address and f"{path}/".startswith(address):
        path = root + path[len(address) :]
    if SCHEME.match(path) or path.startswith("//"):
        return None
    folder = path.endswith("/") or path.rpartition("/")[2] in {".", ".."}
    if path.startswith("/"):
        path = path.removeprefix(root) if path.startswith(root) else f"../{path}"
    else:
        path = posixpath.join(posixpath.dirname(name), path)
    file = unquote(posixpath.normpath(path or "."))
    return posixpath.join("" if file == "." else file, PAGE) if folder else file
