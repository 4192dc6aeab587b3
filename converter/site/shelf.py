"""Rendered pages, kept by what they were made from: a page that has not changed is not rendered again."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter import cache

SEAL = hashlib.sha256().digest_size


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
    said: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder in which rendered pages are kept."""

    folder: Path

    def put(self, key: str, page: Rendered) -> None:
        """Keep a page."""
        body = pickle.dumps(page, protocol=pickle.HIGHEST_PROTOCOL)
        cache.save(self.folder, key, hashlib.sha256(body).digest() + body)

    def get(self, key: str) -> Rendered | None:
        """The page that is kept under a key; None where none is, or it was damaged."""
        content = cache.load(self.folder, key)
        if hashlib.sha256(content[SEAL:]).digest() != content[:SEAL]:
            return None
        page: Rendered = pickle.loads(content[SEAL:])  # noqa: S301 (only this program makes that seal)
        return page

    def sweep(self, keep: set[str]) -> None:
        """Forget the pages that this site no longer has."""
        cache.sweep(self.folder, keep)
