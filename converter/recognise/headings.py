"""Headings: the ones a profile or the contents list names, and those that only look like one.

A line that looks like a heading starts with a capital, ends without a full stop, stands between white space
and has text under it. What reads like a reference, a field or a name does not count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from converter.model import Kind, Line, Spans
from converter.profiles import Profile
from converter.recognise.contents import key
from converter.recognise.grades import Graded, graded, mark_grade

LONGEST = 100
PARTED = re.compile(
    r"(?:Option|Part|Section|Appendix|Annex|Annexe|Stage|Chapter|Theme|Priority|Phase) \w{1,4}\s*[:–-]", re.IGNORECASE
)
FIELD = re.compile(r"[^:]{1,40}:\s*\S")
NEVER = re.compile(
    r"(?:See |Tel|www\.|https?:|[“\"'‘(*£•]|Cllr |Councillor |Mr |Mrs |Ms |Miss |Dr |Thursday|Monday|Tuesday"
    r"|Wednesday|Friday)|.*@|.*\d{4,}.*\d{3,}|(?:Yes|No|None|N/A|Chairman|Chair)$"
)
PLACE = re.compile(r"(?:\d{1,2}|[a-z])\.\s+")
LOST_MARK = re.compile(r"(?<=[a-z?])\d{1,2}$")
ENDS = re.compile(r"[.,;:!]\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its words with the printed grade marked, and what its pattern says it means."""

    spans: Spans
    title: str
    level: int
    grade: str = ""
    area: str = ""
    role: str = ""
    half: str = ""
    slug: str = ""


def known_heading(line: Line, profile: Profile, entries: Collection[str]) -> Heading | None:
    """The heading that the profile's patterns or the contents list prove `line` to be."""
    named = named_title(line.text, profile, entries) if line.kind is Kind.TEXT else None
    if named is None:
        return None
    title, found, means = named
    spans = mark_grade(line.spans, found) if found else line.spans
    meant = (str(means.get(name, "")) for name in ("area", "role", "half", "slug"))
    return Heading(spans, title, int(means.get("level", 2)), found.grade if found else "", *meant)


def named_title(
    text: str, profile: Profile, entries: Collection[str]
) -> tuple[str, Graded | None, Mapping[str, Any]] | None:
    """The title in `text`, its grade, and what its pattern means; None where nothing names it as a heading."""
    text = text.strip()
    if not 0 < len(text) < 2 * LONGEST:
        return None
    text = LOST_MARK.sub("", text) if text[-1].isdigit() else text
    if bare(text)[:1].islower():
        return None
    found = graded(text, profile)
    for title in (found.title, text) if found else (text,):
        if hit := profile.first("headings", bare(title)) if title else None:
            return title, found, hit[0].means
        if entries and key(title) in entries and (title[:1].isupper() or title[:1].isdigit()):
            return title, found, {}
    return None


def bare(title: str) -> str:
    """`title` without the number or letter of its place in the contents."""
    found = PLACE.match(title)
    return title[found.end() :] if found else title


def looks_like_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether the line at `at` looks like a heading although nothing names it as one."""
    line = lines[at]
    text = line.text.strip()
    if line.kind is not Kind.TEXT or not line.gap or not 3 <= len(text) <= 3 * LONGEST:
        return False
    if PARTED.match(text) and at + 1 < len(lines) and lines[at + 1].gap:
        return True
    if (
        len(text) > LONGEST
        or not text[0].isupper()
        or ENDS.search(text)
        or NEVER.match(text)
        or not re.search(r"[a-z]{2}|[A-Z]{4}", text)
    ):
        return False
    if FIELD.match(text) and not PARTED.match(text):
        return False
    return at + 1 < len(lines) and leads(lines[at + 1])


def leads(after: Line) -> bool:
    """Whether `after` is something that a heading can stand over."""
    if after.kind is not Kind.TEXT:
        return True
    text = after.text.strip()
    return after.gap and not text[0].islower() and (len(text) > 80 or text.endswith((".", ":", "?", ")")))


def numbered_title(text: str) -> bool:
    """Whether what stands after a number is a title and no sentence."""
    return len(text) <= 90 and len(text.split()) <= 14 and not ENDS.search(text) and text[:1].isupper()
