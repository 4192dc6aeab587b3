"""Whom a report asks, as far as it says so."""

from __future__ import annotations

import pytest

from converter.model import Section, Span
from converter.profiles import profile_named
from converter.recognise.addressees import asked, asked_above, chapters

SLAC, SIF = profile_named("slac"), profile_named("sif")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plans should be clear.",
        "Ensure that the council should know.",
        "The work of the police should be checked.",
        "Hold the police to account for late notices.",
        "Hold health partners to account.",
        "The children in care council should meet.",
        "The quality of health services needs to be checked.",
        "Access to Norbury County Council's plans",
        "Social workers should read files.",
    ],
)
def test_does_not_say_who_is_asked(text: str) -> None:
    assert asked(text, SLAC) == ""


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("The local authority should read plans.", "Local authority"),
        ("The authority and partners should go on.", "Local authority; Partners"),
        ("Norbury County Council to improve plans.", "Local authority"),
        ("Norbury Primary Care Trusts to fill the post.", "Health partners"),
        ("The Boards of Norbury Primary Care Trusts to show", "Health partners"),
        ("The NSCB to publish a guide.", "Local safeguarding children board"),
        (
            "Norbury Safeguarding Children Board and health partners to train.",
            "Local safeguarding children board; Health partners",
        ),
        ("Norbury Children's Trust to lead.", "Children's trust"),
        (
            "NHS Norbury, the police, service providers (G5T) and the council should meet.",
            "Health partners; Police; Service providers; Local authority",
        ),
        (
            "NHS Norbury, the council and Stowle Bay NHS Foundation Trust should meet.",
            "Health partners; Local authority",
        ),
        ("The council and its partners need to act.", "Local authority; Partners"),
        ("Partnership boards to agree.", "Partnership boards"),
        ("Withenby, Harle and Stowle Hospitals NHS Trust must act.", "Health partners"),
        ("The council, working with schools in the north, should act.", "Local authority"),
    ],
)
def test_says_who_is_asked(text: str, to: str) -> None:
    assert asked(text, SLAC) == to


@pytest.mark.parametrize(
    ("lead", "to"),
    [
        ("To make children safer, the council and its partners should do the following.", "Local authority; Partners"),
        (
            "In order to improve services for looked after children and care leavers, the local authority should:",
            "Local authority",
        ),
        ("Within three months:", ""),
        ("For the local authority:", "Local authority"),
        ("NHS Norbury and the police:", "Health partners; Police"),
        ("Good and better plans should:", ""),
        (f"With {'much, ' * 100}the council and the police should:", "Local authority; Police"),
        (f"With {'z' * 300} council and the police should:", "Police"),
        (f"With {'z' * 294} council and the police should:", "Police"),
    ],
)
def test_a_lead_says_who_is_asked(lead: str, to: str) -> None:
    assert asked_above(lead, SLAC) == to


def test_a_long_lead_asks_nobody() -> None:
    assert asked_above("much, " * 10_000, SLAC) == asked_above("much, " * 10_000 + "it should", SLAC) == ""


def test_the_nearest_heading_that_addresses_someone_holds() -> None:
    titles = (
        "Summary",
        "The local authority",
        "Recommendations",
        "The Norbury Safeguarding Children Board (NSCB)",
        "Recommendations",
    )
    sections = [Section(title=(Span(title),)) for title in titles]
    board = "Local safeguarding children board"
    assert list(chapters(sections, SIF)) == ["", "Local authority", "Local authority", board, board]
