"""How a phrase can begin, so that it is only tried at words that begin so."""

from __future__ import annotations

import re
from collections.abc import Iterator

SHORTEST, LONGEST = 2, 9
PLAIN_START = re.compile(rf"[a-z0-9]{{{SHORTEST},{LONGEST}}}")
QUANTIFIED = ("?", "*", "+", "{")
LEADING_GROUP = re.compile(r"\(\?:([^()]*)\)(\?|(?![*+{]))")
GROUP = re.compile(r"\([^()]*\)")


def ways(pattern: str) -> Iterator[str]:
    """The patterns that a phrase stands for, each without a choice where it begins: `(?:a|b)? c` is a c, b c and c."""
    if not (group := LEADING_GROUP.match(pattern)):
        yield pattern
        return
    rest = pattern[group.end() :]
    for choice in (*group[1].split("|"), *([""] if group[2] else [])):
        yield from ways(choice + rest)


def start(pattern: str) -> str:
    """The two to nine plain letters with which the first word begins, with a space where it is a whole word.

    A letter that may be missing or repeated is none of them. Empty where they cannot be told, as in a choice between
    whole phrases.
    """
    outside = pattern
    while GROUP.search(outside):
        outside = GROUP.sub("", outside)
    found = PLAIN_START.match(pattern)
    if "|" in outside or not found:
        return ""
    letters = found[0][:-1] if pattern.startswith(QUANTIFIED, found.end()) else found[0]
    whole = pattern.startswith(" ", found.end()) and not pattern.startswith(QUANTIFIED, found.end() + 1)
    return "" if len(letters) < SHORTEST else f"{letters} " if whole else letters


def goes_on(pattern: str) -> frozenset[str]:
    """The two letters with which the second word can begin; none where they cannot be told."""
    depth = 0
    for at, letter in enumerate(pattern):
        depth += (letter == "(") - (letter == ")")
        if letter == " ":
            found = {start(way)[:2] for way in ways(pattern[at + 1 :])} if depth == 0 else {""}
            return frozenset() if "" in found else frozenset(found)
    return frozenset()
