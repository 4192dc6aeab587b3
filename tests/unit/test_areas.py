"""Areas of judgement."""

from __future__ import annotations

import pytest

from converter.profiles import profile_named
from converter.recognise.areas import HALVES, area_in_half, area_of


@pytest.mark.parametrize("label", ["", "Norbury", "Ambition and prioritisation", "Safeguarding services", "Good"])
def test_names_no_shared_area(label: str) -> None:
    assert area_of(label, profile_named("sif")) == ""


@pytest.mark.parametrize(
    ("label", "area"),
    [
        ("Overall effectiveness", "overall"),
        ("1. Children who need help and protection", "help-and-protection"),
        ("2. Children looked after and achieving permanence", "children-in-care"),
        ("2.1 Adoption performance", "adoption"),
        ("2.2 Experiences and progress of care leavers", "care-leavers"),
        ("The experiences and progress of children in care and care leavers", "children-in-care"),
        ("The experiences and progress of care leavers", "care-leavers"),
        ("3. Leadership, management and governance", "leadership"),
        ("The impact of leaders on social work practice with children and families", "leadership"),
        ("The effectiveness of the Local Safeguarding Children Board", "lscb"),
    ],
)
def test_shared_areas(label: str, area: str) -> None:
    assert area_of(label, profile_named("sif")) == area
    assert area_of(label.upper(), profile_named("ilacs")) == area


@pytest.mark.parametrize("half", HALVES)
def test_the_whole_of_a_half_is_its_own_area(half: str) -> None:
    assert area_in_half(half, "Overall effectiveness") == HALVES[half]
    assert area_in_half(half, "The overall effectiveness") == HALVES[half]


@pytest.mark.parametrize(
    ("half", "label", "area"),
    [
        ("safeguarding", "Quality of provision", "safeguarding/quality-of-provision"),
        ("looked-after", "The quality of provision", "looked-after/quality-of-provision"),
        ("looked-after", "Economic well-being", "looked-after/economic-well-being"),
    ],
)
def test_finer_areas(half: str, label: str, area: str) -> None:
    assert area_in_half(half, label) == area
