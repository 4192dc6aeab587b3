"""PDFs put together object by object, for shapes that no library writes."""

from __future__ import annotations

from collections.abc import Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def lines(texts: Sequence[str]) -> bytes:
    """The content of a page that shows these lines, below where a running header may stand."""
    shown = b"\n".join(b"(%s) Tj T*" % text.replace("(", r"\(").replace(")", r"\)").encode("latin-1") for text in texts)
    return b"BT /F1 11 Tf 14 TL 72 700 Td\n" + shown + b"\nET"


def document(pages: Sequence[bytes], extra: Sequence[bytes] = (), resources: bytes = b"") -> bytes:
    """A PDF whose pages show these contents; `extra` are further objects, numbered from 4 on."""
    first = 4 + len(extra)
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(pages)))
    fonts = b"<< /Font << /F1 3 0 R >> %s >>" % resources
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        FONT,
        *extra,
    ]
    for at, content in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents %d 0 R >>"
            % (fonts, first + 2 * at + 1)
        )
        objects.append(stream(content))
    return pdf(objects)


def report(pages: int = 3) -> bytes:
    """A short report about Norbury over some pages."""
    title = "Inspection of children's social care services"
    cover = ["Norbury Council", title, "", "Inspection dates: 4 to 8 March 2019"]
    said = "Children in Norbury are seen by the people who help them, and"
    body = [[f"{at}. {said}", "they are safe."] for at in range(1, pages)]
    return document([lines(cover), *map(lines, body)])
