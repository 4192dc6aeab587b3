"""Agenda packs as a council's system makes them: papers bound together, their pages stamped over what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from samples.raw_pdf import document, stream

WIDTH, HEIGHT = A4
STAMP = 12.0


@dataclass(frozen=True)
class Paper:
    """A PDF to bind, stamped with its item's name on its first page; without content, a page that holds nothing."""

    content: bytes = b""
    stamp: str = ""
    title: str = ""


@dataclass(frozen=True)
class Look:
    """Where a system stamps: the page's number at the foot or sideways in the margin, and how it is worded."""

    sideways: bool = False
    words: str = "Page {number}"
    first: int = 1


@dataclass(frozen=True)
class Bound:
    """A pack, and the first and last page of each of its papers."""

    content: bytes
    places: tuple[tuple[int, int], ...] = field(default=())


def bind(papers: Sequence[Paper], look: Look = Look()) -> Bound:
    """The papers in one PDF, every page stamped, with a bookmark for each paper that has a title."""
    pack = pdfium.PdfDocument.new()
    places, marks = [], []
    for paper in papers:
        first = len(pack) + 1
        if paper.content:
            source = pdfium.PdfDocument(paper.content)
            pack.import_pages(source)
        else:
            pack.new_page(WIDTH, HEIGHT)
        places.append((first, len(pack)))
        if paper.title:
            marks.append((paper.title, first))
        for number in range(first, len(pack) + 1):
            page = pack[number - 1]
            stamp(page, look.words.format(number=number - 1 + look.first), sideways=look.sideways)
            if number == first and paper.stamp:
                stamp(page, paper.stamp, top=True)
            pdfium_c.FPDFPage_GenerateContent(page.raw)
            page.close()
    out = BytesIO()
    pack.save(out)
    return Bound(with_outline(out.getvalue(), marks), tuple(places))


def stamp(page: pdfium.PdfPage, text: str, sideways: bool = False, top: bool = False) -> None:
    """Words over what stands on a page: at its foot, at its top right, or upwards in its left margin."""
    left, bottom, right, upper = page.get_bbox()
    drawn = pdfium_c.FPDFPageObj_NewTextObj(page.pdf.raw, b"Helvetica", STAMP)
    encoded = (text + "\0").encode("utf-16-le")
    pdfium_c.FPDFText_SetText(drawn, (pdfium_c.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded))
    if top:
        place = pdfium.PdfMatrix(1, 0, 0, 1, right - 110, upper - 24)
    elif sideways:
        place = pdfium.PdfMatrix(0, 1, -1, 0, left + 20, (bottom + upper) / 2)
    else:
        place = pdfium.PdfMatrix(1, 0, 0, 1, (left + right) / 2 - 18, bottom + 22)
    pdfium_c.FPDFPageObj_Transform(drawn, *place.get())
    pdfium_c.FPDFPage_InsertObject(page.raw, drawn)


def with_outline(content: bytes, marks: Sequence[tuple[str, int]]) -> bytes:
    """A PDF with bookmarks, added behind it as a change; they lead to pages that are counted from 1."""
    if not marks:
        return content
    trailer = content[content.rindex(b"trailer") :]
    root, size = (int(re.search(rb"/%s (\d+)" % name, trailer)[1]) for name in (b"Root", b"Size"))  # type: ignore[index]
    catalogue = re.search(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % root, content, re.DOTALL)
    kids = re.search(rb"/Kids\s*\[(.*?)\]", content, re.DOTALL)
    assert catalogue
    assert kids
    pages = re.findall(rb"(\d+) 0 R", kids[1])
    objects = {root: b"<<%s/Outlines %d 0 R>>" % (catalogue[1], size)}
    last = size + len(marks)
    objects[size] = b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (size + 1, last, len(marks))
    for at, (title, page) in enumerate(marks, size + 1):
        following = b"/Next %d 0 R" % (at + 1) if at < last else b""
        entry = b"<</Title<%s>/Parent %d 0 R%s/Dest[%s 0 R/Fit]>>"
        objects[at] = entry % (title.encode("utf-16").hex().encode(), size, following, pages[page - 1])
    return content + update(objects, len(content), root, size + len(marks) + 1, content)


def update(objects: dict[int, bytes], start: int, root: int, size: int, content: bytes) -> bytes:
    """Objects as a change at the end of a PDF."""
    out, table = b"\n", b"xref\n"
    for number, body in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, start + len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    before = int(content[content.rindex(b"startxref") + 9 :].split()[0])
    end = b"trailer\n<</Root %d 0 R/Size %d/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return out + table + end % (root, size, before, start + len(out))


# ---------------------------------------------------------------- pages to bind


def blank(words: str = "This page is intentionally left blank") -> bytes:
    return document([b"BT /F1 12 Tf 180 420 Td (%s) Tj ET" % words.encode()])


def scan(more: bytes = b"", high: int = 800) -> bytes:
    """A page that is only a picture, unless it shows `more`."""
    entries = b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"
    shown = b"q 560 0 0 %d 20 20 cm /I1 Do Q\n" % high + more
    return document([shown], [stream(b"\x80" * 64, entries)], b"/XObject << /I1 4 0 R >>")


def sideways(texts: Iterable[str], rotate: int, turns: int) -> bytes:
    """A page of lines that run upwards (1), upside down (2) or downwards (3), shown turned by so many degrees."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    canvas.setPageRotation(rotate)
    across, up = {0: (0, 0), 1: (WIDTH, 0), 2: (WIDTH, HEIGHT), 3: (0, HEIGHT)}[turns]
    canvas.translate(across, up)
    canvas.rotate(90 * turns)
    height = WIDTH if turns % 2 else HEIGHT
    for at, text in enumerate(texts):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(90, height - 120 - 14 * at, text)
    canvas.save()
    return out.getvalue()


def said(*texts: tuple[float, float, str, int], size: float = 10) -> bytes:
    """What a page shows: texts at places, each by so many quarter turns from reading to the right."""
    ways = {0: (1, 0, 0, 1), 1: (0, 1, -1, 0), 2: (-1, 0, 0, -1), 3: (0, -1, 1, 0)}
    return b"\n".join(
        b"BT /F1 %g Tf %d %d %d %d %g %g Tm (%s) Tj ET" % (size, *ways[turn], x, y, text.encode("latin-1"))
        for x, y, text, turn in texts
    )
