"""Rendered pages, kept by what they were made from: a page that has not changed is not rendered again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter import cache

Said = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as MkDocs rendered it: what its head said, its title, HTML and contents, and what it leads to.

    `anchors` are its own; `links` are those to anchors, by page and anchor as they were written; `targets` are all
    files that it leads to: while each of them is there, the page would be rendered just so again. `said` are the level
    and the words of what MkDocs had to say about it.
    """

    meta: Mapping[str, Any]
    title: str | None
    content: str
    contents: Any
    anchors: frozenset[str]
    links: Mapping[str, Mapping[str, str]]
    targets: frozenset[str]
    said: Said = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder in which rendered pages are kept."""

    folder: Path

    def put(self, key: str, page: Rendered) -> None:
        """Keep a page."""
        cache.save(self.folder, key, cache.pack(page))

    def get(self, key: str) -> Rendered | None:
        """The page that is kept under a key; None where none is, or it was damaged."""
        page: Rendered | None = cache.unpack(cache.load(self.folder, key))
        return page

    def sweep(self, keep: set[str]) -> None:
        """Forget the pages that this site no longer has."""
        cache.sweep(self.folder, keep)
