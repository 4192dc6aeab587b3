"""Areas of judgement: the shared ones, and the finer ones of a 2009-12 report's two halves."""

from __future__ import annotations

from converter.profiles import Profile
from converter.recognise.authority import slugify

HALVES = {"safeguarding": "help-and-protection", "looked-after": "children-in-care"}
WHOLE = "overall-effectiveness"


def area_of(label: str, profile: Profile) -> str:
    """The shared area that a printed label names, empty where none is known."""
    found = profile.first("areas", label)
    return str(found[0].means["area"]) if found else ""


def area_in_half(half: str, label: str) -> str:
    """The area of a label in one half of a 2009-12 report, whose overall row is the half's own area."""
    slug = slugify(label).removeprefix("the-")
    return HALVES[half] if slug == WHOLE else f"{half}/{slug}"
