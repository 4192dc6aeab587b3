"""The directory of authorities: its codes, regions and neighbours fit together."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from converter.directory import Entry, by_code, directory, neighbours, predecessors
from converter.recognise.authority import known, slugify

ENTRIES = list(directory().values())
TODAY = [entry for entry in ENTRIES if not entry.until]
REGIONS = {
    "East Midlands": 10,
    "East of England": 11,
    "London": 33,
    "North East": 12,
    "North West": 24,
    "South East": 19,
    "South West": 15,
    "West Midlands": 14,
    "Yorkshire and the Humber": 15,
}
KINDS = {
    "Unitary Authority": "E06",
    "Metropolitan District": "E08",
    "London Borough": "E09",
    "City Corporation": "E09",
    "County": "E10",
}


def test_there_are_153_authorities_in_nine_regions() -> None:
    assert Counter(entry.region for entry in TODAY) == REGIONS
    assert {entry.region for entry in ENTRIES} == set(REGIONS)
    assert sum(entry.type == "County" for entry in TODAY) == 21


@pytest.mark.parametrize("name", ["slug", "name", "la_code", "gss_code"])
def test_no_two_authorities_share(name: str) -> None:
    values = [getattr(entry, name) for entry in ENTRIES]
    assert [value for value, count in Counter(values).items() if count > 1] == []
    assert all(values)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_an_entry(entry: Entry) -> None:
    assert slugify(entry.name) == entry.slug
    assert re.fullmatch(r"\d{3}", entry.la_code)
    assert re.fullmatch(KINDS[entry.type] + r"\d{6}", entry.gss_code)
    assert re.fullmatch(r"\d{5}|\d{7}|", entry.ofsted_urn)
    assert entry.ofsted_urn or entry.until
    assert re.fullmatch(r"20\d\d-03-31|", entry.until)
    assert bool(entry.until) == bool(entry.successors)
    found = known(entry.name)
    assert found
    assert found.slug == entry.slug


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.neighbours], ids=lambda entry: entry.slug)
def test_neighbours_are_ten_other_authorities_of_today(entry: Entry) -> None:
    near = neighbours(entry.slug)
    assert len({found.slug for found in near}) == len(near) == 10
    assert entry not in near
    assert not any(found.until for found in near)


def test_who_has_no_neighbours_is_known() -> None:
    assert {entry.slug for entry in TODAY if not entry.neighbours} == {"westmorland-and-furness"}
    assert neighbours("norbury") == ()


def test_successors_are_authorities_of_today() -> None:
    assert all(not directory()[slug].until for entry in ENTRIES for slug in entry.successors)
    assert {entry.slug for entry in predecessors("bournemouth-christchurch-and-poole")} == {"bournemouth", "poole"}
    assert predecessors("essex") == ()


@pytest.mark.parametrize(
    ("slug", "code", "gss"),
    [
        ("cumbria", "909", "E10000006"),  # not those of Cumberland
        ("cumberland", "942", "E06000063"),
        ("northamptonshire", "928", "E10000021"),
        ("poole", "836", "E06000029"),
        ("barnsley", "370", "E08000038"),  # since the boundary change of April 2025
        ("sheffield", "373", "E08000039"),
    ],
)
def test_codes_that_a_list_had_wrong_or_not(slug: str, code: str, gss: str) -> None:
    assert (by_code()[code].slug, by_code()[code].gss_code) == (slug, gss)
