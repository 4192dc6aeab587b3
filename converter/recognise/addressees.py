"""Who is asked, as the report says it: in the sentence itself, in the one above its list, or in the heading above both.

    sentence = body ((","| "and") body)* ("should" | "must" | "needs to" | "to") ...     the police to share, ...
    lead     = ... body ((","| "and") body)* "should" ...                                For children in Norbury, ...

A body is one that the profile names (`bodies`), under the name that it gives it. Where a sentence begins with
something else, it does not say who is asked: "Plans should be better" asks no plan, and "hold the police to account"
is asked of someone else. Parts of a list after the first
that are no body ("working with schools") are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.model import Section, plain
from converter.profiles import Profile

ASKS = re.compile(r"\s(?:should|must|needs? to|ha(?:s|ve) to|to)\s", re.IGNORECASE)
ABOUT = re.compile(
    r"(?:allow|ask|challenge|enable|encourage|engage|ensure|help|hold|influence|make|persuade|press|require|support|urge)\b",
    re.IGNORECASE,
)
WISHES = re.compile(r"\s(?:should|must|needs? to|ha(?:s|ve) to)\b", re.IGNORECASE)
PARTS = re.compile(r"(,? and |, )")
FOR = re.compile(r"^(?:for|to) ", re.IGNORECASE)
NAME = re.compile(r"[A-Z][^.:;]{2,80}")
LONGEST = 320  # characters of all who are asked
JOINT = "; "


def asked(text: str, profile: Profile) -> str:
    """Who is asked in a sentence that begins with them; empty where it begins with anything else."""
    found = None if ABOUT.match(text) else ASKS.search(text[:LONGEST])
    who = text[: found.start()] if found else ""
    return "" if ":" in who else joined(all_bodies(who, profile))


def asked_above(text: str, profile: Profile) -> str:
    """Who is asked in a sentence that leads to a list: those right before "should", or all that a label names."""
    found = WISHES.search(text)
    if not found:
        label = FOR.sub("", text.strip(" :."))
        return joined(all_bodies(label, profile, strict=True)) if len(label) <= LONGEST else ""
    before = text[: found.start()].strip()
    parts = PARTS.split(before[-LONGEST:])[2 if len(before) > LONGEST else 0 :]  # of a part cut short nothing is known
    tails = ("".join(parts[start:]) for start in range(0, len(parts), 2))
    return next((names for tail in tails if (names := joined(all_bodies(tail, profile, strict=True)))), "")


def asked_in(cell: str, profile: Profile) -> str:
    """Those whom a column names as responsible: the profile's name for each, else its own."""
    parts = PARTS.split(cell.strip())[::2]
    return joined([name for part in parts if (name := body(part, profile) or (part if NAME.fullmatch(part) else ""))])


def chapters(sections: Sequence[Section], profile: Profile) -> Iterator[str]:
    """For each section the one to whom the nearest heading addresses it; empty where none does."""
    current = ""
    for section in sections:
        found = profile.first("addressed", plain(section.title).strip())
        current = str(found[0].means["name"]) if found else current
        yield current


def all_bodies(text: str, profile: Profile, strict: bool = False) -> list[str]:
    """The bodies that `text` lists: none where the first is not known, or, when `strict`, any other is not."""
    parts = PARTS.split(text.strip())
    names: list[str] = []
    at = 0
    while at < len(parts):
        end, name = next(known(parts, at, profile), (at + 1, ""))
        if not name and (strict or not names):
            return []
        names += [name] if name else []
        at = end + 1
    return names


def known(parts: Sequence[str], at: int, profile: Profile) -> Iterator[tuple[int, str]]:
    """The shortest run of parts from `at` that is one body's name: a name may hold an "and" itself."""
    for end in range(at + 1, len(parts) + 1, 2):
        if name := body("".join(parts[at:end]), profile):
            yield end, name


def body(text: str, profile: Profile) -> str:
    """The profile's name for a body, empty where it knows none."""
    found = profile.first("bodies", text.strip())
    return str(found[0].means["name"]) if found else ""


def joined(names: Sequence[str]) -> str:
    """The names once each, as one line."""
    return JOINT.join(dict.fromkeys(names))
