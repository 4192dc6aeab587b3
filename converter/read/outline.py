"""A PDF's outline: its bookmarks with their level and page, however broken the tree that holds them is."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, create_string_buffer
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from converter.model import Bookmark

MOST = 2000
DEEPEST = 12
LONGEST = 1000  # letters of a title


def outline_of(document: pdfium.PdfDocument, pages: int) -> tuple[Bookmark, ...]:
    """The bookmarks that lead to a page of the document, in their order; each entry of a tree in circles once."""
    found = []
    for entry, level in entries(document):
        page = page_of(document, entry) + 1
        if 1 <= page <= pages and (title := title_of(entry)):
            found.append(Bookmark(title, level, page))
    return tuple(found)


def entries(document: pdfium.PdfDocument) -> Iterator[tuple[Any, int]]:
    """Every entry of the outline with its level, at most so many."""
    seen: set[int] = set()
    waiting = [(pdfium_c.FPDFBookmark_GetFirstChild(document.raw, None), 1)]
    while waiting and len(seen) < MOST:
        entry, level = waiting.pop()
        if not entry or (place := addressof(entry.contents)) in seen:
            continue
        seen.add(place)
        yield entry, level
        waiting.append((pdfium_c.FPDFBookmark_GetNextSibling(document.raw, entry), level))
        if level < DEEPEST:
            waiting.append((pdfium_c.FPDFBookmark_GetFirstChild(document.raw, entry), level + 1))


def page_of(document: pdfium.PdfDocument, entry: Any) -> int:
    """The index of the page that an entry leads to, -1 where it leads to none."""
    target = pdfium_c.FPDFBookmark_GetDest(document.raw, entry)
    return int(pdfium_c.FPDFDest_GetDestPageIndex(document.raw, target)) if target else -1


def title_of(entry: Any) -> str:
    """An entry's title on one line."""
    length = pdfium_c.FPDFBookmark_GetTitle(entry, None, 0)
    if not length > 2:
        return ""
    buffer = create_string_buffer(length)
    pdfium_c.FPDFBookmark_GetTitle(entry, buffer, length)
    text = buffer.raw[: length - 2].decode("utf-16-le", "replace")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:LONGEST]
