"""Grades: their slugs, the words reports print for them, and where a heading prints one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from converter.model import Span, Spans, plain
from converter.profiles import Profile

WORDS = (
    ("requires-improvement", re.compile(r"\brequires?\s+improvement\b", re.IGNORECASE)),
    ("not-judged", re.compile(r"\bnot\s+judged\b", re.IGNORECASE)),
    ("inadequate", re.compile(r"\binadequate\b", re.IGNORECASE)),
    ("adequate", re.compile(r"\badequate\b", re.IGNORECASE)),
    ("outstanding", re.compile(r"\boutstanding\b", re.IGNORECASE)),
    ("good", re.compile(r"\bgood\b", re.IGNORECASE)),
)
HINTS = ("good", "adequate", "improvement", "outstanding", "judged")  # no grade is printed without one of these


@dataclass(frozen=True, slots=True)
class Graded:
    """A heading with its grade: `title` is what stands before it, `start` and `end` the grade's place."""

    title: str
    grade: str
    start: int
    end: int


def grade_of(words: str) -> str:
    """The slug of a grade as printed, empty where the words are none."""
    return next((slug for slug, pattern in WORDS if pattern.search(words)), "")


def is_grade(words: str) -> bool:
    """Whether `words` are a grade and nothing else."""
    bare = re.sub(r"\bto be good\b|\bgrade\s*\d\b|[\d().:,-]", " ", words, flags=re.IGNORECASE).strip()
    return any(pattern.fullmatch(bare) for _, pattern in WORDS)


def graded(text: str, profile: Profile) -> Graded | None:
    """The grade printed at the end of a heading, by the profile's patterns."""
    small = text.lower()
    found = profile.first("grades", text) if any(hint in small for hint in HINTS) else None
    if not found:
        return None
    _, match = found
    start, end = match.span("grade")
    return Graded(text[: match.start()].rstrip(" .:,"), grade_of(match["grade"]), start, end)


def mark_grade(spans: Spans, found: Graded) -> Spans:
    """`spans` with the printed grade as a span of its own."""
    marked: list[Span] = []
    position = 0
    for span in spans:
        if span.note:
            marked.append(span)
            continue
        here = position
        position += len(span.text)
        first, last = max(found.start, here) - here, min(found.end, position) - here
        if first >= last:
            marked.append(span)
            continue
        pieces = (span.text[:first], span.text[first:last], span.text[last:])
        marked.append(replace(span, text=pieces[0]))
        marked.append(Span(pieces[1], grade=found.grade))
        marked.append(replace(span, text=pieces[2]))
    return tuple(span for span in marked if span.text)


def cell_grade(spans: Spans) -> str:
    """The grade that a table cell holds and nothing beside it, else empty."""
    words = plain(spans).strip()
    return grade_of(words) if words and is_grade(words) else ""


def grade_cell(spans: Spans) -> Spans:
    """A cell that holds only a grade with the grade marked, any other as it is."""
    grade = cell_grade(spans)
    return (Span(plain(spans), grade=grade),) if grade else spans
