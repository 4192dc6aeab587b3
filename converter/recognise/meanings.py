"""Whether two reports mean the same by an abbreviation, however they spell it."""

from __future__ import annotations

import re
from collections import Counter

from converter.recognise.longform import SMALL

OWNER = re.compile(r"['’]s?(?!\w)")
COMPOUND = re.compile(r"\b(anti|co|inter|multi|non|on|post|pre|re|well)[-‐‑\s]+(?=\w)")
HYPHEN = re.compile(r"(?<=\w)[-‐‑]\s*(?=\w)")
WORD = re.compile(r"[^\W_]+")
ENDING = re.compile(r"(?<=\w{3})(?:ren|ings?|ors?|ers?|es|ed|e|s)$")
IES = re.compile(r"(?<=\w{2})ies$")


def same_meaning(one: str, other: str) -> bool:
    """Whether one meaning has all the words of the other, without regard to endings, hyphens and order.

    One that says more ("conference" and "conference process", "Trust" and "NHS Foundation Trust") means the same.
    """
    first, second = content(one), content(other)
    return first <= second or second <= first


def content(meaning: str) -> Counter[str]:
    """The words of a meaning without endings, hyphens and small words."""
    text = HYPHEN.sub(" ", COMPOUND.sub(r"\1", OWNER.sub("", meaning.lower())))
    return Counter(ENDING.sub("", IES.sub("y", word)) for word in WORD.findall(text) if word not in SMALL)
