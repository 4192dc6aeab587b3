"""The patterns of a list, tried in order: one look at the start of a text rules out most of them at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

NAMED = re.compile(r"\(\?P<\w+>")
NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression, what a match of it means, and its examples."""

    regex: re.Pattern[str]
    means: Mapping[str, Any]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    find: Callable[[str], re.Match[str] | None]

    @property
    def where(self) -> str:
        """Where a fact of the cover stands, empty for a line of its own."""
        return str(self.means.get("where", ""))


@dataclass(frozen=True, slots=True)
class Group:
    """The patterns of a list; `starts` tries all that match at the start of a text only, `anywhere` are the others."""

    patterns: tuple[Pattern, ...]
    anywhere: tuple[Pattern, ...]
    starts: Callable[[str], re.Match[str] | None]

    def first(self, text: str) -> tuple[Pattern, re.Match[str]] | None:
        """The first pattern that is found in `text`."""
        for pattern in self.patterns if self.starts(text) else self.anywhere:
            if found := pattern.find(text):
                return pattern, found
        return None


def group_of(patterns: Sequence[Pattern]) -> Group:
    """The patterns of a list, ready to be tried."""
    anywhere = tuple(pattern for pattern in patterns if not starts_line(pattern.regex.pattern))
    starts = any_of(pattern.regex for pattern in patterns if pattern not in anywhere)
    return Group(tuple(patterns), anywhere, starts.match)


def any_of(regexes: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """One pattern that matches where any of these does; it says no more than that, so its groups have no names."""
    ways = [f"(?{'i' if regex.flags & re.IGNORECASE else ''}:{NAMED.sub('(?:', regex.pattern)})" for regex in regexes]
    return re.compile("|".join(ways)) if ways else NOTHING


def starts_line(pattern: str) -> bool:
    """Whether a pattern can match at the start of a text only, so that trying the start is enough."""
    bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", pattern)
    depths = accumulate({"(": 1, ")": -1}.get(mark, 0) for mark in bare)
    either = any(mark == "|" and not depth for mark, depth in zip(bare, depths, strict=True))
    return pattern.startswith("^") and not either
