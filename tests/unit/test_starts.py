"""How phrases begin: what is tried where must never miss a place where the phrase itself would fit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.themes.catalogue import Phrase, Theme
from converter.themes.lookup import index_of
from converter.themes.starts import goes_on, start, ways

WAYS = [
    ("care leavers?", ["care leavers?"]),
    ("(?:care|leaving)? team", ["care team", "leaving team", " team"]),
    ("(?:in|out of) (?:a|the) home", ["in (?:a|the) home", "out of (?:a|the) home"]),
    ("(?:a|b)(?:c|d)", ["a(?:c|d)", "b(?:c|d)"]),
    ("(?:ab)+ c", ["(?:ab)+ c"]),
]
STARTS = [
    ("care leavers?", "care "),
    ("care ?leavers?", "care"),
    ("audits?", "audit"),
    ("audi(?:t|ts)", "audi"),
    ("exploitation", "exploitat"),
    ("missing|gone", ""),
    (".*care", ""),
    ("a team", ""),
    ("we?", ""),
    ("16 and 17", "16 "),
]
SECOND = [
    ("care leavers?", {"le"}),
    ("care (?:leavers|plans?)", {"le", "pl"}),
    ("care (?:and )?leavers", {"an", "le"}),
    ("caseloads?", set()),
    ("care (?:\\w+ )?leavers", set()),
    ("team(?: of)? two", set()),
    ("(?:team of|one) two", set()),
]
WORDS = ["care", "leavers", "leaver", "team", "teams", "plan", "missing", "from", "home", "children's", "16", "and"]
PATTERNS = [
    "care leavers?",
    "(?:leaver )?teams?",
    "children's (?:home|plan)s?",
    "missing (?:from )?(?:care|home)",
    "16",
]


@pytest.mark.parametrize(("pattern", "found"), WAYS)
def test_ways(pattern: str, found: list[str]) -> None:
    assert list(ways(pattern)) == found


@pytest.mark.parametrize(("pattern", "letters"), STARTS)
def test_start(pattern: str, letters: str) -> None:
    assert start(pattern) == letters


@pytest.mark.parametrize(("pattern", "letters"), SECOND)
def test_goes_on(pattern: str, letters: set[str]) -> None:
    assert goes_on(pattern) == letters


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from([" ", ", ", ". "]))
def test_every_place_where_a_phrase_fits_is_found(words: list[str], between: str) -> None:
    text = between.join(words)
    for pattern in PATTERNS:
        theme = Theme("a", "A", "A.", (), (Phrase(pattern, 1),))
        found = [(one.words, one.at) for one in index_of((theme,)).phrases(text)]
        assert found == [(one[0], one.start()) for one in re.finditer(rf"\b(?:{pattern})\b", text)]
