"""Paragraphs that a page break cut in two, found by what the cut leaves behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.model import Kind, Line

SHORT = 60
TAIL = 40  # what ends a sentence is never longer
ENDED = re.compile(r"[.?!:;][\"'”’)\]⁰¹²³⁴-⁹]*$|[.?!][^\w\s]*$")
FIELD = re.compile(r"[A-Z][^:.]{1,40}:(?:\s|$)")
OPEN_END = re.compile(
    r"(?:,|-|–|\b(?:a|an|and|are|as|at|be|been|but|by|can|for|from|has|have|if|in|into|is|it|its|not|of|on|or|our|over"
    r"|such|than|that|the|their|these|they|this|those|to|under|was|were|when|where|which|who|will|with|within|would))$",
    re.IGNORECASE,
)


def ended(text: str) -> bool:
    """Whether `text` ends the way a sentence does."""
    return bool(ENDED.search(text.rstrip()[-TAIL:]))


def complete(text: str) -> bool:
    """Whether a line is no beginning of the next one: its sentence ends, or it does not reach the margin."""
    return ended(text) or len(text) <= SHORT


def open_ended(text: str) -> bool:
    """Whether `text` ends with a word or mark after which a sentence goes on."""
    return bool(OPEN_END.search(text.rstrip()[-TAIL:]))


def continues(lines: Sequence[Line], at: int) -> bool:
    """Whether the text at `at` is the rest of the line before it, over a page break."""
    line, before = lines[at], lines[at - 1]
    if at == 0 or line.kind is not Kind.TEXT or before.kind is Kind.ROW or not line.text:
        return False
    if ended(before.text):
        return False
    if line.text[0].islower() or open_ended(before.text):
        return True
    if not line.gap or FIELD.match(line.text):
        return False
    if before.kind is Kind.ITEM:
        return ended(line.text) and len(line.text) > 60 and items_end(lines, at)
    return len(before.text) > 100


def items_end(lines: Sequence[Line], at: int) -> bool:
    """Whether the list items around `at` end with a full stop, so that one without is unfinished."""
    around = [line for line in lines[max(0, at - 6) : at - 1] if line.kind is Kind.ITEM]
    return bool(around) and all(ended(line.text) for line in around)
