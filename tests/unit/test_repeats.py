"""What was asked before: what must not be called alike first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from converter.link.repeats import matters_of, repeats
from converter.model import Authority, Recommendation, Report
from converter.profiles import profile_named

SIF = profile_named("sif")


def report(year: int, *points: Recommendation, slug: str = "norbury") -> Report:
    return Report(
        id=f"{slug}/{year}-sif",
        kind="report",
        framework="sif",
        title="",
        printed_title="",
        authority=Authority(slug, slug.title()),
        sources=(),
        end=date(year, 3, 1),
        recommendations=points,
    )


def alike(later: Recommendation, before: Recommendation) -> bool:
    return bool(repeats([report(2014, before), report(2018, later)]))


@pytest.mark.parametrize(
    ("later", "before"),
    [
        ("Write pathway plans early.", "Answer the telephone."),
        ("Improve supervision so that pathway plans are better.", "Write pathway plans with care leavers."),
        ("Collect data concerning children who go missing.", "Strengthen the response to children who go missing."),
        ("Raise awareness of private fostering.", "Visit children who are privately fostered."),
        ("Improve the supervision and support of foster carers.", "Improve the supervision of social workers."),
    ],
)
def test_not_asked_before(later: str, before: str) -> None:
    assert not alike(Recommendation("p2", later), Recommendation("p1", before))


@pytest.mark.parametrize(
    ("later", "before"),
    [
        ("Write pathway plans early.", "ensure that pathway plans are written with care leavers"),
        ("Timeliness of return home interviews.", "Offer return interviews to every child."),
        ("The quality of assessments and plans.", "improve the quality of child in need plans"),
        ("The pace of pre-proceedings work.", "Track the Public Law Outline."),
    ],
)
def test_asked_before(later: str, before: str) -> None:
    assert alike(Recommendation("p2", later), Recommendation("p1", before))


def test_what_is_asked_of_others_is_not_asked_again() -> None:
    text = "Evaluate the impact of training."
    board, police = "Local safeguarding children board", "Police"
    assert not alike(Recommendation("p2", text, to=board), Recommendation("p1", text, to=police))
    assert not alike(Recommendation("p2", text), Recommendation("p1", text, to=board))
    assert alike(Recommendation("p2", text), Recommendation("p1", text, to="Local authority; Partners"))


def test_only_earlier_reports_of_the_same_authority_count() -> None:
    point = Recommendation("p1", "Write pathway plans early.")
    reports = [report(2018, point), report(2014, point), report(2014, point, slug="eastmere"), report(2010, point)]
    same_day = replace(reports[1], id="norbury/2014-slac")
    assert repeats([reports[1], same_day]) == {}
    assert repeats(reports) == {
        ("norbury/2018-sif", "p1"): ("norbury/2014-sif#p1", "norbury/2010-sif#p1"),
        ("norbury/2014-sif", "p1"): ("norbury/2010-sif#p1",),
    }


def test_a_broad_matter_counts_only_where_there_is_no_other() -> None:
    assert matters_of("The quality of assessments.", SIF) == {"quality of assessments"}
    assert matters_of("The quality of assessments of homeless young people.", SIF) == {"homeless young people"}
