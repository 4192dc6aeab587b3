"""The front page of a report about no one place."""

from __future__ import annotations

from datetime import date

import pytest

from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.dates import month_of
from converter.recognise.publication import Publication, read_publication

PROFILE = profile_named("numbered-report")


def read(text: str) -> Publication:
    return read_publication(read_text(text)[1], PROFILE)


@pytest.mark.parametrize("text", ["", "In 2019", "Marching orders", "2024-07", "12 of July"])
def test_no_month(text: str) -> None:
    assert month_of(text) == ""


@pytest.mark.parametrize(("text", "month"), [("July 2024", "2024-07"), ("Published in Sept. 2011", "2011-09")])
def test_month(text: str, month: str) -> None:
    assert month_of(text) == month


@pytest.mark.parametrize(
    ("text", "publisher", "title"),
    [
        (
            "Norbury Affairs Committee\n\nBells\n\nSecond Report of Session 2023–24",
            "Norbury Affairs Committee",
            "Bells",
        ),
        (
            "HOUSE OF LORDS\n\nSelect Committee on Bells\n\n1st Report of Session 2022–23\n\nRing",
            "Select Committee on Bells",
            "Ring",
        ),
        ("The Norbury Inquiry\n\nThe night of the flood\n\nHC 18", "Norbury Inquiry", "The night of the flood"),
        ("Report of the Norbury Inquiry", "Norbury Inquiry", "Report of the Norbury Inquiry"),
        ("REPORT by the Comptroller and Auditor General\n\nBell repairs", "National Audit Office", "Bell repairs"),
        ("Bell repairs\n\nA report by the Bells Ombudsman", "Bells Ombudsman", "Bell repairs"),
        (
            "An inspection of bells\n\nHM Chief Inspector of Bells",
            "HM Chief Inspector of Bells",
            "An inspection of bells",
        ),
        ("Bells in general", "", "Bells in general"),
        ("", "", ""),
    ],
)
def test_publisher_and_title(text: str, publisher: str, title: str) -> None:
    found = read(text)
    assert (found.publisher, found.title) == (publisher, title)


@pytest.mark.parametrize(
    ("text", "published", "month"),
    [
        ("July 2024", None, "2024-07"),
        ("July 2024\n\nOrdered by the House of Commons to be printed\n\n18 July 2024", date(2024, 7, 18), ""),
        (
            "Ordered by the House of Commons, on 1 April 2025, to be printed.\n\nIt was published on 14 April 2025.",
            date(2025, 4, 14),
            "",
        ),
        ("Published: 6 August 2010", date(2010, 8, 6), ""),
        ("SESSION 2023-24 12 JULY 2023", date(2023, 7, 12), ""),
        ("Evidence was heard on 3 May 2020 and written down.", None, ""),
    ],
)
def test_published(text: str, published: date | None, month: str) -> None:
    found = read(f"Bells\n\n{text}")
    assert (found.published, found.month) == (published, month)
