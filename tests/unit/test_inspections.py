"""Which report a mention of another inspection means, among reports about Norbury and a neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from converter.link.cited import cited
from converter.link.references import with_references
from converter.model import Authority, Judgement, Paragraph, Report, Section, Span, Text

NORBURY, KENT = Authority("norbury", "Norbury"), Authority("kent", "Kent")


def report(name: str, start: date, end: date, *texts: str, framework: str = "", place: Authority = NORBURY) -> Report:
    """A report with one numbered paragraph for each text, and a heading that judges an area."""
    content = tuple(Paragraph(str(at), (Text((Span(text),)),), f"p{at}") for at, text in enumerate(texts, 1))
    return Report(
        id=f"{place.slug}/{name}",
        kind="report",
        framework=framework or name.rpartition("-")[2],
        title=name,
        printed_title=name,
        authority=place,
        sources=(),
        start=start,
        end=end,
        sections=(Section(anchor="findings", title=(Span("Findings"),), content=content),),
    )


SLAC = replace(report("2010-07-slac", date(2010, 6, 28), date(2010, 7, 9)), published=date(2010, 8, 6))
SIF = report("2015-12-sif", date(2015, 11, 24), date(2015, 12, 17))
ILACS = report("2019-03-ilacs", date(2019, 3, 4), date(2019, 3, 8))
HELD = (SLAC, SIF, ILACS)


def outcomes(text: str, *held: Report, own: Report | None = None, more: Sequence[str] = ()) -> list[str]:
    """What each reference in the first paragraph of a report of 2023 means."""
    here = own or report("2023-05-ilacs", date(2023, 5, 1), date(2023, 5, 5), text, *more)
    done = with_references([*held, here])[-1]
    return [one.to or f"{one.status} {one.when}".strip() for one in done.references if one.anchor == "p1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the inspection in July 2010", ["norbury/2010-07-slac"]),
        ("the inspection in August 2010", ["norbury/2010-07-slac"]),
        ("the inspection in September 2010", ["not held 2010-09"]),
        ("the 2015 inspection", ["norbury/2015-12-sif"]),
        ("the inspection in February 2016", ["norbury/2015-12-sif"]),
        ("the inspection in May 2016", ["not held 2016-05"]),
        ("the 2016 inspection", ["norbury/2015-12-sif"]),
        ("the last inspection in 2019", ["norbury/2019-03-ilacs"]),
        ("the last inspection", ["norbury/2019-03-ilacs"]),
        ("the focused visit in March 2019", ["not held 2019-03"]),
        ("the last fostering inspection", ["not held"]),
        ("the fostering inspection in March 2019", ["not held 2019-03"]),
        ("previous inspections", ["uncertain"]),
        ("the inspection in May 2023", []),
        ("the 2010 and the 2015 inspection", ["norbury/2015-12-sif"]),
        ("inspections in 2010 and 2012", ["norbury/2010-07-slac", "not held 2012"]),
        ("the last inspection in 2019 found much; since that inspection", ["norbury/2019-03-ilacs"] * 2),
        ("since that inspection", []),
        ("the focused visit in May 2020; since that visit", ["not held 2020-05"] * 2),
        ("the last inspection in 2019; since that visit", ["norbury/2019-03-ilacs"]),
        ("the inspection of Kent in March 2019", ["not held 2019-03"]),
        ("shortfalls identified in 2018", []),
        ("the 2018 inspection; shortfalls identified in 2018", ["not held 2018", "not held 2018"]),
    ],
)
def test_a_mention(text: str, expected: list[str]) -> None:
    assert outcomes(text, *HELD) == expected


def test_a_neighbours_inspection_is_the_neighbours() -> None:
    kent = report("2019-03-ilacs", date(2019, 3, 4), date(2019, 3, 8), place=KENT)
    assert outcomes("the inspection of Kent in March 2019", ILACS, kent) == ["kent/2019-03-ilacs"]


def test_what_the_report_dates_itself_says_which_was_the_last() -> None:
    assert outcomes("the last inspection", *HELD, more=["the last inspection in 2021"]) == ["not held 2021"]
    assert outcomes("the last inspection", *HELD, more=["the inspection of adoption in 2021"]) == [
        "norbury/2019-03-ilacs"
    ]
    assert outcomes("the last inspection", *HELD, more=["the inspections in 2015 and March 2019"]) == [ILACS.id]


def test_what_other_reports_date_says_that_one_came_between() -> None:
    later = report("2025-05-ilacs", date(2025, 5, 5), date(2025, 5, 9), "the inspection in June 2021")
    assert outcomes("the last inspection", *HELD, later) == ["not held"]


def test_the_first_report_of_an_authority_has_none_before_it() -> None:
    assert outcomes("the last inspection") == ["not held"]


def test_after_long_years_it_is_not_certain_that_none_came_between() -> None:
    assert outcomes("the last inspection", SIF) == ["uncertain"]
    poor = replace(ILACS, judgements=(Judgement("overall", "Overall", "inadequate", "judgement-overall"),))
    assert outcomes("the last inspection", poor) == ["uncertain"]


def test_two_inspections_of_one_year_are_told_apart_or_not_certain() -> None:
    pilot = report("2013-07-lac-pilot", date(2013, 7, 8), date(2013, 7, 12), framework="lac-pilot")
    dated = "the inspection of arrangements for the protection of children in January 2013"
    assert outcomes("the 2013 inspection", pilot, more=[dated]) == ["uncertain 2013"]
    assert outcomes("the looked after children inspection of 2013", pilot, more=[dated]) == [pilot.id]
    assert outcomes("the child protection inspection of 2013", pilot, more=[dated]) == ["not held 2013"]


def test_an_earlier_report_does_not_refer_to_a_later_one() -> None:
    early = report("2010-07-slac", date(2010, 6, 28), date(2010, 7, 9), "the 2015 inspection")
    done = with_references([early, SIF])
    assert [one.status for one in done[0].references] == ["not held"]


def test_a_link_leads_to_the_page_of_the_report_and_the_report_knows_it() -> None:
    text = "Since the last inspection in 2019, all is well."
    here = report("2023-05-ilacs", date(2023, 5, 1), date(2023, 5, 5), text)
    done = with_references([*HELD, here])
    part = done[-1].sections[0].content[0]
    assert isinstance(part, Paragraph)
    block = part.blocks[0]
    assert isinstance(block, Text)
    assert [(span.text, span.href) for span in block.spans if span.href] == [
        ("last inspection in 2019", "2019-03-ilacs.md")
    ]
    assert "".join(span.text for span in block.spans) == text
    citing = cited(done)[ILACS.id]
    assert [(one.document, one.anchor, one.number) for one in citing] == [("norbury/2023-05-ilacs", "p1", "1")]


def test_references_of_one_text_in_many_styles_are_all_links() -> None:
    own = report("2023-05-sif", date(2023, 5, 1), date(2023, 5, 5), "One.")
    spans = [Span("See paragraph 1 "), Span("and the ", bold=True), Span("Children Act 1989. ")] * 300
    section = replace(own.sections[0], content=(*own.sections[0].content, Text(tuple(spans))))
    (done,) = with_references([replace(own, sections=(section,))])
    (text,) = (part for part in done.sections[0].content if isinstance(part, Text))
    assert sum(bool(span.href) for span in text.spans) == 600
    assert "".join(span.text for span in text.spans) == "".join(span.text for span in spans)
