"""A list of patterns, tried at once at the start of a text, finds what its patterns find one after another."""

from __future__ import annotations

import re

import pytest

from converter.groups import Pattern, group_of, starts_line

FIRST = ("^Norbury(?P<value>.*)$", re.IGNORECASE)
SECOND = ("^(?P<value>Sutton)$", 0)
THIRD = ("^Leigh|(?P<value>council)", re.IGNORECASE)


def pattern(match: str, flags: int) -> Pattern:
    regex = re.compile(match, flags)
    return Pattern(regex, {}, (), (), regex.match if starts_line(match) else regex.search)


GROUP = group_of([pattern(*some) for some in (FIRST, SECOND, THIRD)])


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("NORBURY council", FIRST, " council"),
        ("Sutton", SECOND, "Sutton"),
        ("the Council", THIRD, "Council"),
        ("Sutton council", THIRD, "council"),
    ],
)
def test_the_first_pattern_that_is_found(text: str, found: tuple[str, int], value: str) -> None:
    first = GROUP.first(text)
    assert first is not None
    assert (first[0].regex.pattern, first[1]["value"]) == (found[0], value)


@pytest.mark.parametrize("text", ["sutton", "in Norbury", "Suttons", ""])
def test_nothing_where_no_pattern_is_found(text: str) -> None:
    assert GROUP.first(text) is None
    assert group_of([]).first(text) is None
