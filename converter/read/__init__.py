"""First stage: a file becomes lines that know their page, position and style."""

from __future__ import annotations

import hashlib
from pathlib import Path

from converter.errors import ReportError
from converter.model import Source
from converter.read.text import read_text
from converter.stages import stage

TEXT_FORMS = {".txt", ".md"}
FORMS = {*TEXT_FORMS, ".pdf"}


@stage("read")
def read(path: Path) -> Source:
    """The file as lines; raises ReportError with one clear line where it cannot be read."""
    if path.suffix.lower() not in FORMS:
        raise ReportError(
            path, "is of a kind that is not read", "add it as PDF, .txt or .md, or take it out of the folder"
        )
    content = content_of(path)
    digest = hashlib.sha256(content).hexdigest()
    if path.suffix.lower() == ".pdf":
        from converter.read.pdf import read_pdf  # pdfium is loaded only where a PDF is read

        return read_pdf(path, content, digest)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReportError(path, "is not UTF-8 text", "save it as UTF-8 and add it again") from error
    form, lines, left_out = read_text(text)
    if not lines:
        raise ReportError(path, "holds no text", "add a copy that holds text")
    return Source(path.name, digest, form, lines, left_out)


def content_of(path: Path) -> bytes:
    """The bytes of a file that is not empty."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReportError(path, "cannot be opened", "check that it is a readable file") from error
    if not content.strip():
        raise ReportError(path, "is empty", "add it again")
    return content
