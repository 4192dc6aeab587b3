"""What improved or fell, as a sentence and as lines."""

from __future__ import annotations

import pytest

from converter.verdict import Blank, Verdict
from converter.write.changed import Change, change_lines, tally

NOT_PART, TOGETHER = Verdict(blank=Blank.NOT_PART), Verdict(blank=Blank.TOGETHER, within="children in care")


def change(area: str, was: str, now: str) -> Change:
    """An area by its grades; `-` stands for one that was not part."""
    before, after = (NOT_PART if grade == "-" else Verdict(grade) for grade in (was, now))
    return Change(area, area.replace("-", " ").capitalize(), before, after)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [("overall", "good", "outstanding"), ("a", "good", "outstanding"), ("b", "good", "good")],
            "Outstanding overall, better than in 2016; better in a.",
        ),
        (
            [("overall", "good", "inadequate"), ("a", "good", "inadequate"), ("b", "good", "good")],
            "Inadequate overall, worse than in 2016; worse in a.",
        ),
        (
            [("overall", "good", "good"), ("a", "good", "outstanding"), ("b", "good", "inadequate")],
            "Good overall, as in 2016; better in a; worse in b.",
        ),
        ([("overall", "good", "good")], "Good overall, as in 2016."),
        (
            [("a", "adequate", "requires-improvement"), ("b", "good", "good")],
            "Compared with 2016: no area better or worse.",
        ),
        (
            [("overall", "good", "-"), *((area, "good", "outstanding") for area in "abc")],
            "Compared with 2016: better in a, b and c.",
        ),
        ([("a", "good", "inadequate")], "Compared with 2016: worse in a."),
        ([("a", "-", "good"), ("b", "good", "-")], "No grade can be compared with those of 2016."),
    ],
)
def test_a_sentence(rows: list[tuple[str, str, str]], expected: str) -> None:
    assert tally([change(*row) for row in rows], "2016") == expected


def test_lines_say_what_moved_what_did_not_and_what_cannot_be_compared() -> None:
    leavers = Change("care-leavers", "Care leavers", TOGETHER, Verdict("good"), "adequate in June 2012")
    changes = [change("a", "good", "outstanding"), change("b", "adequate", "requires-improvement"), leavers]
    lines = list(change_lines([*changes, change("board", "-", "good")], "May 2016", "July 2019"))
    assert [line.partition(":**")[0] for line in lines] == ["- **Improved", "- **Unchanged", "- **Not comparable"]
    assert "which rank alike" in lines[1]
    assert "Care leavers (adequate in June 2012): judged with children in care (May 2016)" in lines[2]
    assert "Board: not part of the inspection (May 2016)" in lines[2]


def test_areas_without_a_grade_in_both_are_not_spoken_of() -> None:
    assert list(change_lines([change("a", "-", "-")], "May 2016", "July 2019")) == []
