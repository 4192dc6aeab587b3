"""What a framework judges: in which inspections, and what is wrong with a profile that says it badly."""

from __future__ import annotations

from typing import Any

import pytest

from converter.errors import SettingsError
from converter.judged import Judged, read_judged
from converter.profiles import load_profiles

LATER = Judged("care-leavers", "Care leavers", since="2023-01-01", within="children-in-care")
ENDED = Judged("overall", "Overall", until="2026-04-01")


@pytest.mark.parametrize(
    ("area", "began", "alone", "together"),
    [
        (LATER, "2022-12-31", False, True),
        (LATER, "2023-01-01", True, False),
        (ENDED, "2026-03-31", True, False),
        (ENDED, "2026-04-01", False, False),
    ],
)
def test_an_area_is_judged_from_and_until_a_day(area: Judged, began: str, alone: bool, together: bool) -> None:
    assert (area.alone(began), area.together(began)) == (alone, together)


def test_each_framework_that_gives_grades_says_for_what() -> None:
    for profile in load_profiles():
        areas = [area.area for area in profile.judged]
        assert len(areas) == len(set(areas))
        assert bool(areas) == bool(profile.judges and profile.recognised and profile.lists["areas"]), profile.slug
        assert all(area.within in areas for area in profile.judged if area.within)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("overall", "must be a list"),
        (["overall"], "must be a list"),
        ([{"area": "overall"}], "needs its slug and its name"),
        ([{"area": "overall", "name": "Overall", "from": "2020-01-01"}], "unknown key 'from'"),
        ([{"area": "overall", "name": "Overall", "until": "spring"}], "'spring' is no day"),
    ],
)
def test_a_profile_that_says_it_badly(rows: Any, says: str) -> None:
    with pytest.raises(SettingsError, match=says) as caught:
        read_judged("norbury", rows)
    assert str(caught.value).startswith("norbury.yml: judged: ")
