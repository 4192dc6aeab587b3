"""No level of headings is skipped on the way down."""

from __future__ import annotations

import pytest

from converter.model import Section, Span
from converter.write.levels import in_steps


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ([2, 3, 4, 2, 3], [2, 3, 4, 2, 3]),
        ([2, 4, 4, 3], [2, 3, 4, 3]),
        ([4, 4], [2, 3]),
        ([2, 3, 2, 4], [2, 3, 2, 3]),
        ([], []),
    ],
)
def test_levels(levels: list[int], shown: list[int]) -> None:
    sections = [Section(title=(Span("Norbury"),), level=level) for level in levels]
    assert [section.level for section in in_steps(sections)] == shown


def test_a_section_without_a_heading_is_no_step() -> None:
    assert [section.level for section in in_steps([Section(level=2), Section(title=(Span("A"),), level=3)])] == [2, 2]
