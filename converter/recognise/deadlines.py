"""By when something is asked for, as reports print it: "Immediately:", "Within three months of publication"."""

from __future__ import annotations

import re

from converter.recognise.dates import MONTHS

NUMBERS = {
    name: value
    for value, name in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)  # noqa: SIM905
} | {"a": 1, "eighteen": 18, "twenty": 20, "twenty-four": 24}
LONGEST = 60  # characters of a line that is a deadline and little else
COUNTED = r"within (?:the next )?(?P<count>[\w-]+) (?P<kind>(?:working|calendar) )?(?P<unit>month|week|day|year)s?"
DATED = rf"by (?:the end of )?(?P<date>(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}),? \d{{4}})"
AT_ONCE_WORDS = r"immediately|with immediate effect"
WITHIN = re.compile(COUNTED, re.IGNORECASE)
BY = re.compile(rf"\b{DATED}\b", re.IGNORECASE)
AT_ONCE = re.compile(rf"\b(?:{AT_ONCE_WORDS}|immediate actions?)\b", re.IGNORECASE)
ALONE = re.compile(rf"(?:(?:{AT_ONCE_WORDS})|{COUNTED}(?: of .{{3,60}})?|{DATED})", re.IGNORECASE)
FIRST = re.compile(rf"(?:{AT_ONCE_WORDS}|{COUNTED}(?: of [^,:]{{3,60}})?|{DATED})\s*[,:–]", re.IGNORECASE)


def deadline_of(text: str) -> str | None:
    """The deadline that a short line prints, as "immediately", "3 months" or "by March 2015"; else None."""
    return deadline_in(text) if len(text) <= LONGEST else None


def own_deadline(text: str) -> str | None:
    """The deadline with which a point itself begins: "Within six months, the board should agree a plan"."""
    found = FIRST.match(text)
    return deadline_in(found[0]) if found else None


def deadline_in(text: str) -> str | None:
    if AT_ONCE.search(text):
        return "immediately"
    if match := WITHIN.search(text):
        return counted(match)
    dated = BY.search(text)
    return f"by {' '.join(dated['date'].replace(',', ' ').split())}" if dated else None


def counted(match: re.Match[str]) -> str | None:
    """ "3 months" for "within the next three months"; None where the count is no number."""
    word = match["count"].lower()
    count = NUMBERS.get(word) or (int(word) if word.isdigit() else 0)
    kind = (match["kind"] or "").lower()
    return f"{count} {kind}{match['unit'].lower()}{'s' if count != 1 else ''}" if count else None


def is_deadline(text: str) -> bool:
    """Whether a line is a deadline and nothing else."""
    return bool(ALONE.fullmatch(text.strip(" :.")))
