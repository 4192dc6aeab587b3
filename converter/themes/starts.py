"""How a phrase can begin, so that it is only tried where it may fit."""

from __future__ import annotations

import re

PLAIN_START = re.compile(r"[a-z0-9]{2}(?![?*+{])")
LEADINGGROUP = re.compile(r"\(\?:([^()]*)\)(\?|(?![*{]))")
GROUP = re.compile(r"\([^()]*\)")


def starts(pattern: str) -> frozenset[str]:
    """The two letters a phrase can begin with; none if they cannot be told."""
    outside = pattern
    while GROUP.search(outside):
        outside = GROUP.sub("", outside)
    if "|" in outside:
        return frozenset()
    if not (group := LEADINGGROUP.match(pattern)):
        return frozenset({pattern[:2]}) if PLAIN_START.match(pattern) else frozenset()
    ways = [starts(alternative) for alternative in group[1].split("|")]
    if group[2]:
        ways.append(starts(pattern[group.end() :]))
    return frozenset[str]().union(*ways) if all(ways) else frozenset()
