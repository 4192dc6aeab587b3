"""Which labels number the paragraphs of a numbered report."""

from __future__ import annotations

import pytest

from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.numbering import report_numbers

PROFILE = profile_named("numbered-report")
SUMMARY = ["1. The bell hung.", "2. Nobody rang it.", "3. It should ring."]
CHAPTERS = ["1.1 One.", "1.2 Two.", "1.3 Three.", "2.1 Four.", "2.2 Five."]


def numbered(*texts: str) -> list[str]:
    lines = read_text("\n\n".join(texts))[1]
    found = report_numbers(lines, PROFILE)
    return [f"{'' if found[at].run == 1 else f'r{found[at].run}-'}{found[at].label.number}" for at in sorted(found)]


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["Nothing is numbered here."],
        ["2.5 million people came."],
        ["(a) a letter", "(ii) a numeral"],
        ["2019. A year."],
    ],
)
def test_none(texts: list[str]) -> None:
    assert numbered(*texts) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (CHAPTERS, ["1.1", "1.2", "1.3", "2.1", "2.2"]),
        ([*CHAPTERS[:3], "2.5 metres of water.", *CHAPTERS[3:]], ["1.1", "1.2", "1.3", "2.1", "2.2"]),
        ([*CHAPTERS, "1.2 is where this was said.", "2.3 Six."], ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"]),
        ([*CHAPTERS, "2.4 Seven."], ["1.1", "1.2", "1.3", "2.1", "2.2", "2.4"]),
        ([*CHAPTERS, "A1.1 An appendix.", "A1.2 More."], ["1.1", "1.2", "1.3", "2.1", "2.2", "A1.1", "A1.2"]),
        ([*SUMMARY, *CHAPTERS], ["1", "2", "3", "1.1", "1.2", "1.3", "2.1", "2.2"]),
        (["We recommend the following:", *SUMMARY, *CHAPTERS], ["1.1", "1.2", "1.3", "2.1", "2.2"]),
        ([*CHAPTERS[:2], "It asked:", *SUMMARY, *CHAPTERS[2:]], ["1.1", "1.2", "1.3", "2.1", "2.2"]),
        ([*SUMMARY, "4. More.", "1. A list.", "2. Its end.", "5. On."], ["1", "2", "3", "4", "5"]),
        ([*SUMMARY, "Annex", *SUMMARY], ["1", "2", "3", "r2-1", "r2-2", "r2-3"]),
    ],
)
def test_numbers(texts: list[str], expected: list[str]) -> None:
    assert numbered(*texts) == expected


def test_conclusions_that_repeat_numbers_are_a_run_of_their_own() -> None:
    body = [f"{number}. The bell hung there." for number in range(1, 31)]
    again = ["Conclusions and recommendations", "4. Ring it.", "11. Ring it.", "30. Ring it."]
    assert numbered(*body, *again)[30:] == ["r2-4", "r2-11", "r2-30"]
