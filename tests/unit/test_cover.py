"""The front page: whom a report is about, when, and who led it."""

from __future__ import annotations

from datetime import date

import pytest

from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.cover import Cover, read_cover

SERVICES = "Inspection of Norbury local authority children’s services"


def cover(text: str, framework: str = "ilacs", body: str = "") -> Cover:
    return read_cover(read_text(text)[1], read_text(body)[1], profile_named(framework))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The inspection dates back to 3 June 2019",
        "Team inspectors: Colin Marrackby",
        "The lead inspector met staff on 3 June 2019",
        "Ofsted published its findings on 3 June 2019",
        "- Inspection dates: 3 June 2019",
        "Lead inspector: not known",
        "Lead inspector: 12",
    ],
)
def test_states_no_fact(text: str) -> None:
    found = cover(text)
    assert (found.authority, found.start, found.end, found.published, found.lead_inspector) == (None,) * 5


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Inspection dates: 3 to 14 June 2019", date(2019, 6, 3), date(2019, 6, 14)),
        ("Inspection date: 3 June 2019", date(2019, 6, 3), date(2019, 6, 3)),
        ("Inspection dates\n\n3 – 14 June 2019", date(2019, 6, 3), date(2019, 6, 14)),
        ("**Inspection dates:** 3 June 2019 to 14 June 2019", date(2019, 6, 3), date(2019, 6, 14)),
        ("Inspection dates:\t3 to 14 June 2019", date(2019, 6, 3), date(2019, 6, 14)),
        ("Inspection dates: to be agreed\n\nInspection dates: 3 June 2019", date(2019, 6, 3), date(2019, 6, 3)),
        ("Inspection dates: 3 May 2016 and 9 to 13 May 2016", date(2016, 5, 3), date(2016, 5, 13)),
    ],
)
def test_dates(text: str, start: date, end: date) -> None:
    found = cover(text)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("text", ["Published: 9 July 2019", "Report published: 9 July 2019", "Published\n9 July 2019"])
def test_published(text: str) -> None:
    found = cover(text)
    assert (found.published, found.end) == (date(2019, 7, 9), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lead inspector: Gwenda Ashdale-Croft", "Gwenda Ashdale-Croft"),
        ("Lead inspector: Gwenda Ashdale-Croft, Her Majesty’s Inspector", "Gwenda Ashdale-Croft"),
        ("Lead inspector: Gwenda Ashdale HMI", "Gwenda Ashdale"),
        ("Lead inspector: Gwenda Ashdale, His Majesty's Inspector", "Gwenda Ashdale"),
        ("Reporting inspector\n\nHarriet Longmoor-Pell HMI", "Harriet Longmoor-Pell"),
        ("Lead inspectors: Gwenda Ashdale and Colin Marrackby", "Gwenda Ashdale and Colin Marrackby"),
        ("Lead inspector: Ian O’Dell", "Ian O’Dell"),
        ("Lead inspector: Marie de la Mere", "Marie de la Mere"),
        ("Lead inspector: Not given\n\nLead inspector: Gwenda Ashdale", "Gwenda Ashdale"),
    ],
)
def test_lead_inspector(text: str, name: str) -> None:
    assert cover(text).lead_inspector in {name, "Not given" if "Not given" in text else name}


def test_the_lead_inspector_may_stand_in_the_body() -> None:
    assert cover(SERVICES, body="Lead inspector: Gwenda Ashdale").lead_inspector == "Gwenda Ashdale"
    both = cover("Lead inspector: Gwenda Ashdale", body="Lead inspector: Colin Marrackby")
    assert both.lead_inspector == "Gwenda Ashdale"


@pytest.mark.parametrize(
    ("framework", "text", "slug"),
    [
        ("ilacs", SERVICES, "norbury"),
        ("ilacs", "Inspection of Norbury children's services", "norbury"),
        ("ilacs", "Inspection of Essex local authority children’s services", "essex"),
        ("ilacs", "Inspection of London Borough of Barnet children’s services", "barnet"),
        ("sif", "Norbury County Council", "norbury"),
        ("sif", "Some words\n\nThurrock Council", "thurrock"),
        ("sif", "Thurrock", "thurrock"),
        ("slac", "Norbury", "norbury"),
        ("slac", "City of York Council", "york"),
    ],
)
def test_authority(framework: str, text: str, slug: str) -> None:
    found = cover(text, framework).authority
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize("text", ["—", "©", "•••", "中文", "∗ ∗ ∗", "…"])
def test_marks_are_no_authority(text: str) -> None:
    assert cover(text).authority is None
    found = cover(f"{text}\n\n{SERVICES}").authority
    assert found is not None
    assert found.slug == "norbury"


@pytest.mark.parametrize(
    ("framework", "text", "title"),
    [
        ("ilacs", f"Norbury\n\n{SERVICES}\n\nInspection dates", SERVICES),
        (
            "unknown",
            "An inquiry into the closure of the Norbury ferry",
            "An inquiry into the closure of the Norbury ferry",
        ),
        (
            "sif",
            "Inspection of services for children in need of help and protection\n\nand\n\nReview of the board¹",
            "Inspection of services for children in need of help and protection and Review of the board",
        ),
        ("slac", "Inspection of safeguarding and looked after children services", None),
        ("unknown", "", ""),
    ],
)
def test_title(framework: str, text: str, title: str | None) -> None:
    assert cover(text, framework).title == (text if title is None else title)
